// Runs before everything else on a page and records what happens there.
const seen = (globalThis.seen = { ready: null, largest: null, shift: 0, work: [], events: [] });
addEventListener("salary:ready", () => (seen.ready ??= performance.now()));
const observe = (type, each, more = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
observe("largest-contentful-paint", ({ startTime }) => (seen.largest = startTime));
observe("layout-shift", ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
observe("event", ({ name, duration }) => seen.events.push([name, duration]), { durationThreshold: 16 });

// The cost of an interaction on the main thread: its handlers, from the first to the last, with the promises that they
// start; then the next frame, from its start until the browser takes it over. The wait between the two does not count.
for (const type of ["input", "click"]) {
  let begun;
  addEventListener(type, () => (begun = performance.now()), { capture: true });
  addEventListener(type, () => {
    const handlers = performance.now() - begun;
    requestAnimationFrame(() => {
      const frame = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.work.push([handlers, performance.now() - frame]);
      port2.postMessage(null);
    });
  });
}
