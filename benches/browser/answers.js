// Times sums in this browser: how long one of each takes, in microseconds, fastest and middle of the rounds.
// arguments: what to ask, the salaries to check, done.
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
  for (let number = 0; number < times; number += 1) sum += hmrc(25_000 + ((number * 7_919) % 175_000))[0];
  return sum;
}

const { summaries, breakEvens, answers, curves } = ours.Inputs.prototype;
const sums = [
  ...Object.entries(inputs).flatMap(([name, lines]) => {
    const asked = new ours.Inputs(lines);
    return Object.entries({
      "summary (the whole answer)": [summaries, 2_000],
      "of that the break-even": [breakEvens, 2_000],
      "from the query to JSON": [answers, 1_000],
      "break-even from 150 to 260 days": [curves, 20],
    }).map(([what, [method, times]]) => ({ name, what, times, run: () => method.call(asked, times) }));
  }),
  { name: "", what: "statement", times: 20_000, run: () => ours.statements(20_000) },
  { name: "", what: "hmrc-income-tax", times: 20_000, run: () => all(20_000) },
];
const took = sums.map(() => []);
// Round by round, so that whatever else the machine does slows all of them down.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [number, { times, run }] of sums.entries()) {
    const begun = performance.now();
    run();
    took[number].push(((performance.now() - begun) * 1_000) / times);
  }
}
done({
  sums: sums.map(({ name, what }, number) => {
    const sorted = took[number].sort((a, b) => a - b);
    return { name, what, least: sorted[0], middle: sorted[ROUNDS >> 1] };
  }),
  amounts: salaries.map(hmrc),
});
