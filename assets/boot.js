// Runs before anything else: it keeps what is done before the app arrives and
// says so when the app does not arrive. The app's own code is in Rust.
(() => {
  const root = document.documentElement;
  const ready = () => root.dataset.app === 'ready';

  // Nothing is ever sent to a server. A press on "Continue" is replayed.
  addEventListener('submit', (event) => {
    if (ready()) return;
    event.preventDefault();
    root.dataset.earlyContinue = '';
  });

  // The icon's address is written as seen from this page. When the app moves on
  // to another page without a reload, the browser would look for it there.
  for (const icon of document.querySelectorAll('link[rel~="icon"]')) icon.href = icon.href;

  // A quiz that goes on elsewhere must not flash its first question.
  try {
    for (const name of ['quiz', 'someone']) {
      if (localStorage.getItem('coder-fit.' + name)) root.classList.add('kept-' + name);
    }
  } catch {
    // The app finds out by itself, and says so.
  }

  const trouble = (kind) => {
    const box = document.getElementById('trouble');
    if (!box || ready()) return;
    root.classList.remove('kept-quiz', 'kept-someone');
    box.dataset.kind = kind;
    box.hidden = false;
  };
  if (typeof WebAssembly !== 'object') {
    addEventListener('DOMContentLoaded', () => trouble('old'));
    return;
  }
  const failed = () => trouble('failed');
  addEventListener('unhandledrejection', failed);
  addEventListener('error', failed, true);
  setTimeout(() => trouble('slow'), 10000);

  // What was said of a slow start is taken back when the app is there.
  new MutationObserver((_, observer) => {
    if (!ready()) return;
    observer.disconnect();
    const box = document.getElementById('trouble');
    if (box) box.hidden = true;
  }).observe(root, { attributeFilter: ['data-app'] });
})();
