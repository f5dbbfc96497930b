// Times how long a number of elements takes on a page: until each has its answer, and until all are drawn.
// arguments: numbers of elements, rounds, done. Medians in milliseconds.
const [numbers, rounds, done] = arguments;
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const mount = async (number) => {
  const elements = Array.from({ length: number }, () => document.createElement("salary-calculator"));
  const group = document.createElement("div");
  for (const element of elements) element.setAttribute("loading", "eager");
  const begun = performance.now();
  group.append(...elements);
  document.body.append(group);
  await Promise.all(elements.map(({ ready }) => ready));
  const answered = performance.now() - begun;
  await frame();
  const drawn = performance.now() - begun;
  group.remove();
  await frame();
  return [answered, drawn];
};
const script = document.createElement("script");
Object.assign(script, { type: "module", src: "/v1/embed.js" });
document.head.append(script);
await customElements.whenDefined("salary-calculator");
// The first elements also load the program.
await mount(5);
const rows = [];
for (const number of numbers) {
  const took = [];
  for (let round = 0; round < rounds; round += 1) took.push(await mount(number));
  const median = (index) => took.map((times) => times[index]).sort((a, b) => a - b)[rounds >> 1];
  rows.push([number, median(0), median(1)]);
}
done(rows);
