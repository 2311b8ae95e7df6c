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

  // The box that says what went wrong stands outside the app, which may be dead.
  addEventListener('click', ({ target }) => {
    if (target.id === 'reload') location.reload();
  });

  // These addresses are written as seen from this page. When the app moves on to
  // another page without a reload, the browser would look for them there.
  for (const link of document.querySelectorAll('link:is([rel$="icon"], [rel="manifest"])')) {
    link.href = link.href;
  }

  // Settings that are a matter of style hold from the first sight on. The app
  // reads the same words (`Settings::from_text`).
  try {
    const words = (localStorage.getItem('coder-fit.settings') || '').split(' ');
    const theme = words.find((word) => word === 'light' || word === 'dark');
    if (theme) root.dataset.theme = theme;
    if (words.includes('still')) root.dataset.still = 'true';
  } catch {
    // The app finds out by itself, and says so.
  }

  // A quiz that goes on elsewhere must not flash its first question.
  try {
    for (const name of ['quiz', 'someone']) {
      if (localStorage.getItem('coder-fit.' + name)) root.classList.add('kept-' + name);
    }
  } catch {
    // The app finds out by itself, and says so.
  }

  const show = (kind) => {
    const box = document.getElementById('trouble');
    if (!box) return;
    root.classList.remove('kept-quiz', 'kept-someone');
    box.dataset.kind = kind;
    box.hidden = false;
  };
  const trouble = (kind) => {
    if (!ready()) show(kind);
  };
  if (typeof WebAssembly !== 'object') {
    addEventListener('DOMContentLoaded', () => trouble('old'));
    return;
  }
  // Once the app is there, an error in our own scripts has stopped it.
  const failed = (event) => {
    if (!ready()) show('failed');
    else if (event.filename && event.filename.startsWith(location.origin)) show('crashed');
  };
  addEventListener('unhandledrejection', failed);
  addEventListener('error', failed, true);
  const slow = () => setTimeout(() => trouble('slow'), 10000);
  slow();

  // The pages that ask have a program that cannot show results. The one that
  // can is fetched while the reader answers, and started when the first one
  // hands over.
  let next;
  const fetchNext = () => {
    const { script, scriptIntegrity, module, moduleIntegrity } =
      document.getElementById('app').dataset;
    if (!script) return;
    // Whole addresses: the page's own changes when the reader moves on.
    const address = (way) => new URL(way, document.baseURI).href;
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: address(script), integrity: scriptIntegrity });
    link.crossOrigin = 'anonymous';
    document.head.append(link);
    const load = async (name) => {
      const response = await fetch(name, { integrity: moduleIntegrity, priority: 'low' });
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return WebAssembly.compile(await response.arrayBuffer());
    };
    const again = () => load(address(module));
    // Some pay for every byte. What fails now is tried again when it is needed.
    const saves = navigator.connection && navigator.connection.saveData;
    next = { script: link.href, again, compiled: saves ? null : again().catch(() => null) };
  };
  const goOn = async () => {
    const compiled = (await next.compiled) || (await next.again());
    const program = await import(next.script);
    await program.default({ module_or_path: compiled });
  };

  new MutationObserver(() => {
    if (!next) fetchNext();
    if (ready()) {
      // What was said of a slow start is taken back when the app is there.
      const box = document.getElementById('trouble');
      if (box) box.hidden = true;
    } else if (root.dataset.app === 'handing-over') {
      slow();
      goOn().catch(reportError);
    }
  }).observe(root, { attributeFilter: ['data-app'] });
})();
