// The quick questions, one at a time, without a framework. All of them are in the page, and the
// browser keeps what is ticked; what is left to do is to show one, to remember, and to add up.
const KEY = 'quiz';
const form = document.getElementById('quiz');
const result = document.getElementById('result');
const back = document.getElementById('back');
const error = document.getElementById('error');
const questions = [...form.querySelectorAll('fieldset')];
let at = 0;

const chosen = (question) => question.querySelector('input:checked');

const save = () => {
  const answers = questions.map((question) => chosen(question)?.value ?? null);
  try {
    localStorage.setItem(KEY, JSON.stringify({ at, answers }));
  } catch {
    // The quiz can be finished without being kept.
  }
};

const restore = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (!kept) return;
    at = kept.at;
    questions.forEach((question, index) => {
      const input = question.querySelector(`input[value="${kept.answers[index]}"]`);
      if (input) input.checked = true;
    });
  } catch {
    // What cannot be read is as good as nothing.
  }
};

// A trait's score is where the average of its answers lies between the worst and the best, in
// percent. "Not sure" is left out.
const score = (id) => {
  const points = questions
    .filter((question) => question.dataset.trait === id)
    .map((question) => [question, chosen(question)?.value])
    .filter(([, value]) => value !== undefined && value !== '5')
    .map(([question, value]) => ('reversed' in question.dataset ? 4 - value : Number(value)));
  if (!points.length) return '–';
  const sum = points.reduce((total, each) => total + each, 0);
  return Math.round((sum / points.length) * 25);
};

const show = () => {
  const done = at === questions.length;
  form.hidden = done;
  result.hidden = !done;
  error.hidden = true;
  questions.forEach((question, index) => {
    question.hidden = index !== at;
  });
  if (done) {
    for (const line of document.querySelectorAll('#scores dd')) {
      line.textContent = score(line.dataset.trait);
    }
    return;
  }
  back.hidden = at === 0;
  document.getElementById('place').textContent = `Question ${at + 1} of ${questions.length}`;
  document.getElementById('progress').value = at;
};

const go = (to) => {
  at = to;
  save();
  show();
  // So that a screen reader says what has come.
  document.querySelector('fieldset:not([hidden]) h1, #result h1').focus();
  scrollTo(0, 0);
};

form.addEventListener('change', save);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (chosen(questions[at])) go(at + 1);
  else error.hidden = false;
});
back.addEventListener('click', () => go(at - 1));
document.getElementById('again').addEventListener('click', () => {
  form.reset();
  go(0);
});

restore();
show();
// What was ticked before this script came.
if (chosen(questions[0])) save();
