// Runs in each page before anything of its own. `SITE` says where things are in it.
const bench = { shift: 0, longTasks: [], taps: [] };

const watch = (type, each, options = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true, ...options });
watch('paint', ({ name, startTime }) => (bench[name] = startTime));
watch('largest-contentful-paint', ({ startTime }) => (bench.largest = startTime));
watch('layout-shift', (entry) => {
  if (!entry.hadRecentInput) bench.shift += entry.value;
});
watch('longtask', ({ startTime, duration }) => bench.longTasks.push([startTime, duration]));

// A message that is sent before a frame is painted comes when it has been.
const afterFrame = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const title = () => document.querySelector(SITE.title)?.textContent;

// From a finger's leaving the glass to the end of the next frame, and whether that frame had
// what the tap was for.
let painted;
const onTap = ({ timeStamp, target }) => {
  const before = title();
  const input = target.closest('label')?.querySelector('input');
  painted = nextFrame().then(async () => {
    const answered = input ? input.checked : title() !== before;
    bench.taps.push({
      chooses: Boolean(input),
      time: (await afterFrame()) - timeStamp,
      answered: answered && (input ? input.checked : title() !== before),
    });
  });
};
addEventListener('pointerup', onTap, true);
bench.painted = () => painted;

// The middle of an element, on the screen.
bench.place = (selector, index) => {
  const element = document.querySelectorAll(selector)[index];
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
};

// Answers that come faster than anyone can read are rightly held back from a result.
const now = Date.now.bind(Date);
let later = 0;
Date.now = () => now() + later;
addEventListener('submit', () => (later += 4000), true);

const seen = async (selector) => {
  do await nextFrame();
  while (!document.querySelector(selector));
  return document.querySelector(selector);
};

// The first option is ticked in the frame in which it first stands, and is taken up when it is
// kept on the device.
if (SITE.hasty) {
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...pair) {
    setItem.apply(this, pair);
    bench.kept ??= performance.now();
  };
  seen(SITE.options).then(async (option) => {
    option.click();
    bench.choosable = await afterFrame();
  });
}

seen(SITE.result).then(async () => (bench.result = await afterFrame()));

bench.report = () => {
  const entries = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
  // Nothing was transferred for what the browser had kept.
  const bytes = entries
    .filter(({ transferSize }) => transferSize > 0)
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  return { ...bench, bytes, origin: performance.timeOrigin, time: performance.now() };
};
window.bench = bench;
