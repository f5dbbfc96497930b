// Prints Lighthouse's scores as a table: scores.mjs REPORT…
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const columns = ["performance", "accessibility", "best-practices", "seo"];
const audits = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const rows = process.argv.slice(2).map((file) => {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const scores = columns.map((name) => String(Math.round(report.categories[name].score * 100)));
  const failed = Object.values(report.categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .map(({ id }) => report.audits[id])
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative")
    .map(({ id }) => id);
  const values = audits.map((id) => report.audits[id].displayValue.replace("\u00a0", " "));
  return [basename(file, ".json"), ...scores, ...values, [...new Set(failed)].join(", ") || "-"];
});
console.log(`| page | ${columns.join(" | ")} | FCP | LCP | TBT | CLS | audits below 90 |`);
console.log(`|${" --- |".repeat(columns.length + 6)}`);
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
