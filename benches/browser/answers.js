// Times sums in this browser: the fastest and the median time of each, in microseconds.
// arguments: queries by name, the salaries on which taxes are compared, done.
const [inputs, salaries, done] = arguments;
const ROUNDS = 21;

const [ours, theirs] = await Promise.all([import("/bench/sums.js"), import("/bench/hmrc-income-tax.js")]);
await ours.default();
const { calculatePersonalAllowance, calculateIncomeTax, calculateEmployeeNationalInsurance } = theirs.default;

/** Income tax and National Insurance on a salary, by the other package. */
function hmrc(taxableAnnualIncome) {
  const taxYear = "2025/26";
  const personalAllowance = calculatePersonalAllowance({ taxYear, taxableAnnualIncome });
  const { total } = calculateIncomeTax({ taxYear, taxableAnnualIncome, personalAllowance });
  return [total, calculateEmployeeNationalInsurance({ taxYear, taxableAnnualIncome })];
}
function all(times) {
  let sum = 0;
  for (let turn = 0; turn < times; turn += 1) sum += hmrc(25_000 + ((turn * 7_919) % 175_000))[0];
  return sum;
}

const { answers, breakEvens, json, curves } = ours.Inputs.prototype;
const sums = [
  ...Object.entries(inputs).flatMap(([name, lines]) => {
    const parsed = new ours.Inputs(lines);
    return Object.entries({
      answer: [answers, 2_000],
      "break-even, part of the answer": [breakEvens, 2_000],
      "answer, from the query to JSON": [json, 1_000],
      "break-even from 150 to 260 days": [curves, 20],
    }).map(([what, [method, times]]) => ({ name, what, times, run: () => method.call(parsed, times) }));
  }),
  { name: "", what: "taxes", times: 20_000, run: () => ours.taxes(20_000) },
  { name: "", what: "statement", times: 20_000, run: () => ours.statements(20_000) },
  { name: "", what: "hmrc-income-tax", times: 20_000, run: () => all(20_000) },
];
const took = sums.map(() => []);
// The sums take turns, so that a busy machine slows all of them down alike.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, { times, run }] of sums.entries()) {
    const begun = performance.now();
    run();
    took[index].push(((performance.now() - begun) * 1_000) / times);
  }
}
done({
  sums: sums.map(({ name, what }, index) => {
    const sorted = took[index].sort((a, b) => a - b);
    return { name, what, fastest: sorted[0], median: sorted[ROUNDS >> 1] };
  }),
  amounts: salaries.map(hmrc),
});
