// Runs in each page before anything of its own. `SITE` says where things are in it.
const bench = { arriving: [], answering: [], answers: [] };

const watch = (type, each) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true });
watch('paint', ({ name, startTime }) => (bench[name] = startTime));
// Tasks that take longer than 50 ms, before the first answer and after it.
watch('longtask', ({ startTime, duration }) =>
  (startTime < (bench.begun ?? Infinity) ? bench.arriving : bench.answering).push(duration));

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
// A message that is sent before a frame is painted comes when it has been.
const afterFrame = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });

// From a finger's leaving the glass to the end of the next frame.
addEventListener('pointerup', ({ timeStamp, target }) => {
  if (target.closest('label')) bench.begun ??= timeStamp;
  bench.painted = nextFrame().then(afterFrame).then((end) => {
    if (target.closest('label')) bench.answers.push(end - timeStamp);
  });
}, true);

bench.asks = () => !!document.querySelector(SITE.option);

// The middle of an element, on the screen. Where there are fewer, it is counted on from the first one.
bench.place = (selector, index) => {
  const elements = document.querySelectorAll(selector);
  const element = elements[index % elements.length];
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
};

// Answers that come faster than anyone can read are rightly held back from a result.
const now = Date.now.bind(Date);
let later = 0;
Date.now = () => now() + later;
addEventListener('submit', () => (later += 4000), true);

// A hasty reader ticks the first option in the frame in which it first stands. The tick is taken up
// when it is kept on the device.
if (SITE.hasty) {
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...pair) {
    setItem.apply(this, pair);
    bench.kept ??= performance.now();
  };
  const tick = async () => {
    await nextFrame();
    const option = document.querySelector(SITE.option);
    if (!option) return tick();
    option.click();
    bench.choosable = await afterFrame();
  };
  tick();
}

bench.report = () => {
  const entries = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
  // Nothing was transferred for what the browser had kept.
  const bytes = entries
    .filter(({ transferSize }) => transferSize > 0)
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  return { ...bench, bytes, origin: performance.timeOrigin };
};
window.bench = bench;
