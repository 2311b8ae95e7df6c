// Stands before `boot.js` in the pages of a site that lets others frame them, and finds out whether
// the one that does is among them. `site` fills in their origins between the marks.
(() => {
  const root = document.documentElement;
  const allowed = [/* site: frames */];
  // All pages around this one, the nearest first; none in a page of its own. A browser that does not
  // say where it stands, or a site that has it not said, gets no more than a link.
  const around = [...(location.ancestorOrigins ?? [])];
  if (!around.length || !around.every((origin) => allowed.includes(origin))) return;
  const [host] = around;
  // Styles, `boot.js` and the app read these.
  root.dataset.host = host;
  root.dataset.embed = location.search;

  // How tall the page is, for a frame without a scrollbar. A hundred pixels more or less, as the
  // height of a result should tell nobody how it came out.
  const STEP = 100;
  let told;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height / STEP) * STEP;
    // Nothing is drawn yet, or nobody sees it.
    if (!height || height === told) return;
    told = height;
    parent.postMessage({ type: 'coder-fit:height', height }, host);
  }).observe(root);

  // Other pages of ours may not stand in the frame, and those of others should not.
  const inside = ['quiz', 'result'].map((page) => new URL(`../${page}/`, location.href).pathname);
  const leaves = (link) => link && !link.download
    && !(link.origin === location.origin && inside.includes(link.pathname));
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!leaves(link)) return;
    // The app would go there by itself, in this frame.
    event.stopPropagation();
    Object.assign(link, { target: '_blank', rel: 'noopener' });
  }, true);
})();
