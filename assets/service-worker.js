// Keeps one whole version of the site on the device, so that it works without a
// network. `site` fills in what stands between the marks.
//
// - A version is a list of files, each with the hash of its bytes. It is put on
//   the device whole or not at all, so files of two versions never mix.
// - A new version waits until the reader agrees, or until every page of the
//   site is closed.
// - Only files of the list are answered. Everything else goes its usual way.

const VERSION = 'site: version';
// Addresses as seen from the site's root, and the hashes of what is there.
const FILES = new Map(/* site: files */);

const SCOPE = registration.scope;
// Sites in other folders of the same host share the browser's caches with us.
const OURS = `coder-fit ${SCOPE} `;
const CACHE = OURS + VERSION;

// With a hash, the browser refuses other bytes, such as those of a version that
// was put on the server meanwhile, or the page of a hotel's network.
const load = async (address, integrity) => {
  const get = async (cache) => {
    // A page that was reached by a detour could not be shown later.
    const response = await fetch(address, { cache, integrity, redirect: 'error' });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response;
  };
  // What the page itself has just loaded need not travel twice. Where the
  // browser has kept another one, it is asked for again.
  return get('default').catch(() => get('reload'));
};

// Fetches what is missing of the version.
const fill = async () => {
  const cache = await caches.open(CACHE);
  const put = async ([name, integrity]) => {
    const address = SCOPE + name;
    if (await cache.match(address, { ignoreVary: true })) return;
    await cache.put(address, await load(address, integrity));
  };
  await Promise.all([...FILES].map(put));
};

const install = async () => {
  // A version that comes back may still be in use, so what was there is left there.
  const wasThere = await caches.has(CACHE);
  try {
    await fill();
  } catch (error) {
    if (!wasThere) await caches.delete(CACHE);
    throw error;
  }
};

const forgetOthers = async () => {
  // What another worker has just fetched must not be deleted under its hands. It will forget
  // all others itself, when it comes to be used.
  if (registration.installing || registration.waiting) return;
  const old = (name) => name.startsWith(OURS) && name !== CACHE;
  const names = await caches.keys();
  await Promise.all(names.filter(old).map((name) => caches.delete(name)));
};

// Browsers may throw away what they keep, and other sites on the host can. Then it is fetched
// anew beside what the page asks for. Where the server has another version by now, that cannot
// be, and is not tried at every request: the browser looks for the other version by itself.
let isRefilled = false;
const refill = async () => {
  if (isRefilled) return;
  isRefilled = true;
  await fill().catch(() => {});
};

const answer = async (event, name) => {
  const { request } = event;
  const cache = await caches.open(CACHE);
  // A server that compresses says that its answer varies by what was asked.
  const found = await cache.match(SCOPE + name, { ignoreVary: true });
  if (found) return found;
  event.waitUntil(refill());
  return fetch(request);
};

addEventListener('install', (event) => event.waitUntil(install()));

addEventListener('activate', (event) => event.waitUntil(forgetOthers()));

addEventListener('message', ({ data }) => {
  if (data === 'use it now') skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  const page = request.mode === 'navigate';
  // The fragment is the page's own affair, and so is what others have hung on
  // to a link to a page.
  let name = request.url.slice(SCOPE.length).split('#')[0];
  if (page) name = name.split('?')[0].replace(/(^|\/)index\.html$/, '$1');
  if (FILES.has(name)) {
    event.respondWith(answer(event, name));
  } else if (page && FILES.has(`${name}/`)) {
    // As hosts do: links on the page are relative to the slash.
    event.respondWith(Response.redirect(`${SCOPE}${name}/`));
  }
});
