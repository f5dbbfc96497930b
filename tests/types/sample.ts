// What a partner's TypeScript may do with the element, and what the compiler is to refuse. Compiled, never run.

import type {
  Answer,
  ErrorCode,
  Input,
  SalaryCalculatorAttributes,
  SalaryCalculatorElement,
} from "../../src/embed/embed";

const element = document.createElement("salary-calculator");
const found: SalaryCalculatorElement | null = document.querySelector("salary-calculator");

// The input goes in as a query string or as an object, and comes out as a query string.
element.value = "seniority=senior&day-rate=600";
element.value = new URLSearchParams({ seniority: "senior" });
element.value = { seniority: "senior", dayRate: "£600", salary: 95_000, studentLoan: ["plan-2", "postgraduate"] };
element.value = { salary: null, taxYear: null };
const query: string = element.value;
// @ts-expect-error: not a level
element.value = { seniority: "wizard" };
// @ts-expect-error: objects have the names that answers have
element.value = { "day-rate": 600 };
// @ts-expect-error: not a query string
const number: number = element.value;
element.reset();

// The answer may be missing, and so may parts of it.
// @ts-expect-error: null before there is one
element.estimate.permanent;
const answer: Answer | null = element.estimate;
if (answer) {
  const typical: number = answer.permanent.typical + answer.contract.dayRate.typical + answer.contract.annualised.high;
  // @ts-expect-error: null in a year without figures
  answer.takeHome.permanent;
  // @ts-expect-error: null where it cannot be worked out
  answer.takeHome?.outsideIr35.net;
  const kept: number | undefined = answer.takeHome?.outsideIr35?.kept;
  const rate: number | undefined = answer.breakEven?.insideIr35DayRate;
  // @ts-expect-error: null where the band is open
  const top: number = answer.permanent.published.high;
  const first: string | undefined = answer.problems[0]?.message;
  // An answer's input can be set again.
  element.value = answer.input;
  const input: Input = answer.input;
  void [typical, kept, rate, top, first, input];
}

const { render, ms }: { render: "shadow" | "iframe" | "static"; ms: number } = await element.ready;
const link: string = element.shareUrl + element.version;
// @ts-expect-error: only the element gives it
element.shareUrl = link;
// @ts-expect-error: only the element gives it
element.estimate = null;

// Events, on the element and on what is around it.
element.addEventListener("salary:estimate", ({ detail }) => detail.permanent.typical.toFixed());
document.addEventListener("salary:cta", (event) => {
  event.preventDefault();
  const href: string = event.detail.href;
  // @ts-expect-error: that is in another event
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
// @ts-expect-error: not a place
const place: SalaryCalculatorAttributes = { location: "paris" };
// @ts-expect-error: not a level of headings
const level: SalaryCalculatorAttributes = { "heading-level": 1 };

void [found, query, number, render, ms, attributes, camel, place, level];
