// Uses of the element in a partner's TypeScript, and uses that the compiler must reject. Compiled, never run.

import type {
  Answer,
  ErrorCode,
  Input,
  SalaryCalculatorAttributes,
  SalaryCalculatorElement,
} from "./built/embed";

const element = document.createElement("salary-calculator");
const found: SalaryCalculatorElement | null = document.querySelector("salary-calculator");

// The input is set as a query string or as an object, and read as a query string.
element.value = "seniority=senior&day-rate=600";
element.value = new URLSearchParams({ seniority: "senior" });
element.value = { seniority: "senior", dayRate: "£600", salary: 95_000, studentLoan: ["plan-2", "postgraduate"] };
element.value = { salary: null, taxYear: null };
const query: string = element.value;
// @ts-expect-error: not a level
element.value = { seniority: "wizard" };
// @ts-expect-error: objects have the names that answers use
element.value = { "day-rate": 600 };
// @ts-expect-error: not a query string
const number: number = element.value;
element.reset();

// The answer can be missing, and so can parts of it.
// @ts-expect-error: null before the first answer
element.estimate.permanent;
const answer: Answer | null = element.estimate;
if (answer) {
  const typical: number = answer.permanent.typical + answer.contract.dayRate.typical + answer.contract.annualised.high;
  // @ts-expect-error: null in a year without figures
  answer.takeHome.permanent;
  // @ts-expect-error: null if it cannot be calculated
  answer.takeHome?.outsideIr35.net;
  const kept: number | undefined = answer.takeHome?.outsideIr35?.kept;
  const rate: number | undefined = answer.breakEven?.insideIr35DayRate;
  // @ts-expect-error: null if the band is open
  const top: number = answer.permanent.published.high;
  const first: string | undefined = answer.problems[0]?.message;
  // An answer's input can be set again.
  element.value = answer.input;
  const input: Input = answer.input;
  const discipline: string = answer.input.discipline;
  // @ts-expect-error: null if no tax year is given and there are no figures for the current one
  const year: string = answer.input.taxYear;
  void [typical, kept, rate, top, first, input, discipline, year];
}

const { render, ms }: { render: "shadow" | "iframe" | "static"; ms: number } = await element.ready;
const link: string = element.shareUrl + element.version;
// @ts-expect-error: read only
element.shareUrl = link;
// @ts-expect-error: read only
element.estimate = null;

// Events, on the element and on its ancestors.
element.addEventListener("salary:estimate", ({ detail }) => detail.permanent.typical.toFixed());
document.addEventListener("salary:cta", (event) => {
  event.preventDefault();
  const href: string = event.detail.href;
  // @ts-expect-error: a detail of another event
  void [href, event.detail.url];
});
addEventListener("salary:error", ({ detail }) => {
  const code: ErrorCode = detail.code;
  // @ts-expect-error: not a code
  if (detail.code === "wasm-broken") throw new Error(detail.message);
  switch (code) {
    case "wasm-csp":
    case "wasm-network":
    case "wasm-integrity":
    case "wasm-unsupported":
    case "panic":
    case "bad-attribute":
      return;
    default:
      code satisfies never;
  }
});
element.addEventListener("salary:input", ({ detail }) => detail.input.studentLoan.includes("plan-5"));
element.addEventListener("salary:share", ({ detail }) => new URL(detail.url));
element.addEventListener("salary:ready", ({ detail }) => detail.ms + detail.version.length);

const attributes: SalaryCalculatorAttributes = { "student-loan": "plan-1,plan-2", "heading-level": 3, salary: "95k" };
// @ts-expect-error: attributes have hyphens
const camel: SalaryCalculatorAttributes = { dayRate: 600 };
// @ts-expect-error: not a location
const location: SalaryCalculatorAttributes = { location: "paris" };
// @ts-expect-error: not a heading level
const level: SalaryCalculatorAttributes = { "heading-level": 1 };

void [found, query, number, render, ms, attributes, camel, location, level];
