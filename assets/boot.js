// Runs before anything else: it keeps what is done before the app arrives and
// says so when the app does not arrive. The app's own code is in Rust.
(() => {
  const root = document.documentElement;
  const ready = () => root.dataset.app === 'ready';

  // Whoever frames a page could lay something over it, and have the reader press what they do
  // not see. So a page in a frame is a link and nothing else, unless `assets/embed.js`, which
  // ran before, has found that this site allows the frame.
  if (parent !== window && !root.dataset.host) {
    root.hidden = true;
    addEventListener('DOMContentLoaded', () => {
      const { content } = document.getElementById('framed');
      content.querySelector('a').href = location.href;
      document.body.replaceChildren(content);
      root.hidden = false;
    });
    return;
  }

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

  // Several sites of one host share its storage, so names begin with this one's folder
  // (`Key::name`). The manifest lies there.
  const kept = (name) => {
    const { pathname } = new URL('.', document.querySelector('[rel=manifest]').href);
    return localStorage.getItem(`coder-fit:${pathname}${name}`) || '';
  };
  try {
    // Settings that are a matter of style hold from the first sight on. The app reads the
    // same words (`Settings::from_text`).
    const words = kept('settings').split(' ');
    const theme = words.find((word) => word === 'light' || word === 'dark');
    if (theme) root.dataset.theme = theme;
    if (words.includes('still')) root.dataset.still = 'true';
    // A quiz that goes on elsewhere must not flash its first question.
    for (const name of ['quiz', 'someone']) {
      if (kept(name)) root.classList.add(`kept-${name}`);
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
  addEventListener('error', failed);
  setTimeout(() => trouble('slow'), 10000);

  // These addresses are written as seen from this page. When the app moves on to
  // another page without a reload, the browser would look for them there.
  const settle = () => {
    for (const link of document.querySelectorAll('link:is([rel$="icon"], [rel="manifest"])')) {
      link.href = link.href;
    }
  };

  new MutationObserver((_, observer) => {
    if (!ready()) return;
    observer.disconnect();
    settle();
    // What was said of a slow start is taken back when the app is there.
    const box = document.getElementById('trouble');
    if (box) box.hidden = true;
  }).observe(root, { attributeFilter: ['data-app'] });

  // The program is a script and a module, both checked against their hashes.
  const start = async ({ script, scriptIntegrity, module, moduleIntegrity }) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: script, integrity: scriptIntegrity });
    link.crossOrigin = 'anonymous';
    document.head.append(link);
    const loaded = fetch(module, { integrity: moduleIntegrity });
    const program = await import(link.href);
    await program.default({ module_or_path: await loaded });
  };

  addEventListener('DOMContentLoaded', () => {
    const { dataset } = document.getElementById('app');
    const begin = () => start(dataset).catch(reportError);
    // A page can be read, and its first question answered, without the program. So
    // the page is painted first, and nothing shares the line with it. The page of
    // results has nothing to read yet, and what nobody looks at is not painted.
    if (dataset.page === 'result' || document.hidden) begin();
    else requestAnimationFrame(() => setTimeout(begin));
  });
})();
