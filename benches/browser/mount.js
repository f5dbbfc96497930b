// How long it takes to put so many elements on a page until each of them has its answer, in milliseconds.
const [numbers, rounds, done] = arguments;
const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
const put = async (number) => {
  const elements = Array.from({ length: number }, () => document.createElement("salary-calculator"));
  const group = document.createElement("div");
  for (const element of elements) element.setAttribute("loading", "eager");
  const begun = performance.now();
  group.append(...elements);
  document.body.append(group);
  await Promise.all(elements.map(({ ready }) => ready));
  const mounted = performance.now() - begun;
  await frame();
  const shown = performance.now() - begun;
  group.remove();
  await frame();
  return [mounted, shown];
};
const script = document.createElement("script");
Object.assign(script, { type: "module", src: "/v1/embed.js" });
document.head.append(script);
await customElements.whenDefined("salary-calculator");
await put(5);
const rows = [];
for (const number of numbers) {
  const took = [];
  for (let round = 0; round < rounds; round += 1) took.push(await put(number));
  const middle = (at) => took.map((pair) => pair[at]).sort((a, b) => a - b)[rounds >> 1];
  rows.push([number, middle(0), middle(1)]);
}
done(rows);
