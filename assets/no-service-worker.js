// Takes the place of a service worker that must go: it deletes what that one
// has kept, and itself. Pages then come from the server again.

const SCOPE = registration.scope;

const leave = async () => {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`coder-fit ${SCOPE} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
};

// What is broken must not be waited for.
addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => event.waitUntil(leave()));
