// Starts the service worker, and tells of a new version. Release builds alone
// have this script: while developing, what was kept would hide each change.
(() => {
  const workers = navigator.serviceWorker;
  // Old browsers, private windows, and sites without TLS have none. In a frame of another site none
  // is started: browsers would keep the whole site once more, for that site's readers.
  if (!workers || parent !== window) return;
  const root = document.documentElement;
  // Taken now: when the app moves on to another page, the address of this one
  // changes, and with it what is relative to it.
  const address = new URL('./service-worker.js', location.href).href;
  // Where Trusted Types are on, this is the one address that may be started.
  const trusted = window.trustedTypes
    ? trustedTypes.createPolicy('coder-fit-worker', { createScriptURL: () => address })
    : { createScriptURL: () => address };

  const show = (shown) => {
    document.getElementById('update').hidden = !shown;
    root.toggleAttribute('data-update', shown);
  };
  const offer = () => {
    // The first version is nothing new, nor is one that this page came from.
    if (workers.controller) show(true);
  };

  // The version that waits comes to be used by all open pages at once. Those
  // whose reader has not asked for it go on as they are: they are loaded.
  let registration;
  addEventListener('click', ({ target }) => {
    if (target.id === 'not-now') show(false);
    if (target.id !== 'use-update') return;
    const waiting = registration.waiting;
    // Another page may have asked before.
    if (!waiting) return location.reload();
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('use it now');
  });

  const start = async () => {
    try {
      registration = await workers.register(trusted.createScriptURL(''));
    } catch {
      // The site works without it, and needs the network.
      return;
    }
    const watch = (worker) => {
      if (worker.state === 'installed') return offer();
      worker.addEventListener('statechange', () => {
        if (worker.state === 'installed') offer();
      });
    };
    if (registration.waiting) offer();
    if (registration.installing) watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  };

  // Nothing that the reader waits for may have to share the line with it.
  const afterAll = () => {
    if (document.readyState === 'complete') start();
    else addEventListener('load', start);
  };
  new MutationObserver((_, observer) => {
    if (root.dataset.app !== 'ready') return;
    observer.disconnect();
    afterAll();
  }).observe(root, { attributeFilter: ['data-app'] });
})();
