// Types of the element <salary-calculator>. Keep a copy beside your code and import it for its types:
//
//     import type { Answer } from "./embed";
//
// It needs no other types. With those of React 19 it adds the element to React's JSX too.

/** The words that an attribute takes, where it takes one of a few. */
export interface Words {
  view: "permanent" | "contract" | "compare";
  seniority: "junior" | "mid" | "senior" | "lead";
  specialism: "generalist" | "deep-learning" | "nlp" | "computer-vision" | "mlops";
  location: "london" | "regional";
  "tax-year": "2025-26" | "2026-27";
  "tax-region": "rest-of-uk" | "scotland";
  "pension-method": "salary-sacrifice" | "net-pay" | "relief-at-source";
  "student-loan": "plan-1" | "plan-2" | "plan-4" | "plan-5" | "postgraduate";
  theme: "auto" | "light" | "dark";
  loading: "lazy" | "eager";
  render: "auto" | "shadow" | "iframe" | "static";
  "heading-level": "2" | "3" | "4" | "5" | "6" | "none";
}

/** A number, or a text as people type it: `95000`, `"£95,000"`, `"95k"`, `"7.5%"`. */
export type Amount = number | string;

/** The attributes. One that is left out, or empty, takes its default. */
export interface SalaryCalculatorAttributes {
  /** Which answer is shown. Default: `permanent`. */
  view?: Words["view"];
  /** The level. Default: `mid`. */
  seniority?: Words["seniority"];
  /** The specialism. Default: `generalist`. */
  specialism?: Words["specialism"];
  /** The place. Default: `london`. */
  location?: Words["location"];
  /** The visitor's own or offered salary, pounds a year, 1 to 10,000,000. Default: the estimate's typical. */
  salary?: Amount;
  /** A bonus, % of salary, 0 to 200. Default: 0. */
  bonus?: Amount;
  /** The visitor's own or offered day rate, pounds a day, 1 to 20,000. Default: the estimate's typical. */
  "day-rate"?: Amount;
  /** Billable days a year, 1 to 260. Default: 220. */
  days?: Amount;
  /** The tax year. Default: the one that today falls in. */
  "tax-year"?: Words["tax-year"];
  /** Whose income tax bands apply. Default: `rest-of-uk`, which is England, Wales and Northern Ireland. */
  "tax-region"?: Words["tax-region"];
  /** The employee's pension contribution, % of salary, 0 to 100. Default: 0. */
  pension?: Amount;
  /** How that contribution leaves the pay. Default: `salary-sacrifice`. */
  "pension-method"?: Words["pension-method"];
  /** The employer's pension contribution, % of salary, 0 to 100. Default: 0. */
  "employer-pension"?: Amount;
  /** Student loan plans, with commas between them: `plan-2,postgraduate`. Default: none. */
  "student-loan"?: Words["student-loan"] | (string & {});
  /** What an umbrella company keeps, pounds a week, 0 to 500. Default: 25. */
  "umbrella-margin"?: Amount;
  /** A company's running costs, pounds a year, 0 to 1,000,000. Default: 2000. */
  expenses?: Amount;
  /** What goes into a pension from a contract, pounds a year, 0 to 10,000,000. Default: 0. */
  "contract-pension"?: Amount;
  /** Light or dark colours. Default: `auto`, as the page around it is (its CSS `color-scheme`). */
  theme?: Words["theme"];
  /** When the calculator is loaded. Default: `lazy`, once it is 400 pixels from view. */
  loading?: Words["loading"];
  /** How it is drawn. Default: `auto`, which is in the page, else in a frame, else the element's children stay. */
  render?: Words["render"];
  /** The level of its first heading; `none`: no headings. Default: `2`. */
  "heading-level"?: Words["heading-level"] | 2 | 3 | 4 | 5 | 6;
  /** Names of inputs, with spaces between them, that the visitor may not change; they are not shown. Default: none. */
  lock?: string;
  /** Whether only the answer and the four main inputs are shown. Default: no. */
  compact?: boolean | "";
  /** Where "talk to a consultant" leads, an http or https address. Default: there is no such link. */
  "cta-href"?: string;
  /** What that link says. Default: words of the calculator's own. */
  "cta-label"?: string;
  /** Who you are, in letters, digits, `-` and `_`: added to that link as `partner=`. Default: nothing. */
  partner?: string;
}

/** The input, each with what was used for it. */
export interface AnswerInput {
  view: Words["view"];
  seniority: Words["seniority"];
  specialism: Words["specialism"];
  location: Words["location"];
  /** Pounds a year: the visitor's, else the estimate's typical. */
  salary: number;
  /** % of salary. */
  bonus: number;
  /** Pounds a day: the visitor's, else the estimate's typical. */
  dayRate: number;
  /** Days a year. */
  days: number;
  /** Null where there are no figures for the tax year. */
  taxYear: Words["tax-year"] | null;
  taxRegion: Words["tax-region"];
  /** % of salary. */
  pension: number;
  pensionMethod: Words["pension-method"];
  /** % of salary. */
  employerPension: number;
  studentLoan: Words["student-loan"][];
  /** Pounds a week. */
  umbrellaMargin: number;
  /** Pounds a year. */
  expenses: number;
  /** Pounds a year. */
  contractPension: number;
}

/** An input to set: what is left out, or null, takes its default. An answer's own input is one too. */
export type Input = {
  [Name in keyof AnswerInput]?: (AnswerInput[Name] extends number ? Amount : Readonly<AnswerInput[Name]>) | null;
};

/** The answer. Amounts are in pounds, to the penny; those of the market estimate are whole. */
export interface Answer {
  version: 1;
  input: AnswerInput;
  permanent: PermanentEstimate;
  contract: ContractEstimate;
  /** Null where there are no figures for the tax year; `problems` then says so. */
  takeHome: TakeHome | null;
  /** Null there too, and where the salary's take-home pay cannot be worked out. */
  breakEven: BreakEven | null;
  data: Edition;
  problems: Problem[];
}

/** What a permanent job pays, pounds a year. */
export interface PermanentEstimate {
  published: PublishedSalary;
  low: number;
  typical: number;
  high: number;
}

/** The band of salaries as the agency published it, pounds a year. */
export interface PublishedSalary {
  low: number;
  /** Null where none was published. */
  high: number | null;
  /** Whether the band has no upper end. */
  openEnded: boolean;
}

/** What a contract brings in. */
export interface ContractEstimate {
  published: PublishedRate;
  /** Pounds a day. */
  dayRate: Range;
  /** Pounds a year: the day rate over those days. */
  annualised: Range;
  /** Billable days a year. */
  days: number;
}

/** The band of day rates as the agency published it, pounds a day. */
export interface PublishedRate {
  low: number;
  /** Null where none was published. */
  high: number | null;
}

export interface Range {
  low: number;
  typical: number;
  high: number;
}

/** What is left after tax. A part is null where it cannot be worked out; `problems` then says why. */
export interface TakeHome {
  permanent: PermanentPay | null;
  insideIr35: InsidePay | null;
  outsideIr35: OutsidePay | null;
}

/** A permanent job, pounds a year. */
export interface PermanentPay {
  /** Salary and bonus. */
  gross: number;
  incomeTax: number;
  nationalInsurance: number;
  studentLoan: number;
  /** What leaves the pay packet for the pension. */
  pensionFromPay: number;
  /** All that goes into the pension, employer's part and tax relief included. */
  pensionPot: number;
  /** Take-home pay. */
  net: number;
  /** Take-home pay and pension. */
  kept: number;
}

/** A contract inside IR35, through an umbrella company, pounds a year. */
export interface InsidePay {
  /** Day rate times days. */
  assignmentIncome: number;
  umbrellaMargin: number;
  employerNationalInsurance: number;
  apprenticeshipLevy: number;
  gross: number;
  incomeTax: number;
  nationalInsurance: number;
  studentLoan: number;
  pensionPot: number;
  net: number;
  /** Take-home pay and pension. */
  kept: number;
}

/** A contract outside IR35, through one's own company, pounds a year. */
export interface OutsidePay {
  /** Day rate times days. */
  turnover: number;
  expenses: number;
  /** The director's. */
  salary: number;
  employerNationalInsurance: number;
  corporationTax: number;
  dividend: number;
  incomeTax: number;
  nationalInsurance: number;
  studentLoan: number;
  pensionPot: number;
  net: number;
  /** Take-home pay and pension. */
  kept: number;
}

/** The smallest day rates, whole pounds a day, that leave at least as much as the salary. */
export interface BreakEven {
  insideIr35DayRate: number;
  outsideIr35DayRate: number;
}

/** The figures that the answer rests on. */
export interface Edition {
  market: string;
  /** The tax year of the rates; null where there are none. */
  taxYear: Words["tax-year"] | null;
}

/** A text that could not be used, or a part of the answer that cannot be given. */
export interface Problem {
  /** The input, by the name of its attribute. */
  key: string;
  /** What was given for it. */
  value: string;
  /** What is wrong, in a sentence. */
  message: string;
}

/** That the calculator is drawn, or that it will not be. */
export interface Ready {
  /** The version of the script. */
  version: string;
  /** Milliseconds since it began to load. */
  ms: number;
  /** How it was drawn; `static`: the element's children stay. */
  render: "shadow" | "iframe" | "static";
}

export type ErrorCode =
  | "wasm-csp"
  | "wasm-network"
  | "wasm-integrity"
  | "wasm-unsupported"
  | "panic"
  | "bad-attribute";

export interface Fault {
  code: ErrorCode;
  /** For whoever looks after the page, not for its visitors. */
  message: string;
  /** Whether the calculator is, or may yet be, there all the same. */
  recoverable: boolean;
}

/** The events, which bubble out of every shadow root. */
export interface SalaryCalculatorEventMap {
  /** It is drawn: in the page or in a frame. */
  "salary:ready": CustomEvent<Ready>;
  /** The visitor has changed the input. It holds the visitor's own pay where that was typed. */
  "salary:input": CustomEvent<{ input: AnswerInput }>;
  /** There is a new answer. */
  "salary:estimate": CustomEvent<Answer>;
  /** The visitor follows "talk to a consultant". Cancelable, but not from a frame. */
  "salary:cta": CustomEvent<{ href: string }>;
  /** The visitor copies the link to the answer. Cancelable, but not from a frame. */
  "salary:share": CustomEvent<{ url: string }>;
  /** Something went wrong. */
  "salary:error": CustomEvent<Fault>;
}

/** The element. */
export interface SalaryCalculatorElement extends HTMLElement {
  /** The input as a query string: `seniority=senior&day-rate=600`. It may be set to an object with its names too. */
  get value(): string;
  set value(input: string | URLSearchParams | Input);
  /** The answer; null before there is one. */
  readonly estimate: Answer | null;
  /** Kept once the calculator is drawn, or once it is clear that it will not be. It is never broken. */
  readonly ready: Promise<Ready>;
  /** A link to this answer, without the visitor's own pay. */
  readonly shareUrl: string;
  /** The version of the script. */
  readonly version: string;
  /** Goes back to the input that the attributes say. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "salary-calculator": SalaryCalculatorElement;
  }
  // On the element, and on whatever is around it.
  interface GlobalEventHandlersEventMap extends SalaryCalculatorEventMap {}
}

/** What React 19 takes: the attributes, the name in a form, and listeners as `onsalary:estimate={(event) => …}`. */
export type SalaryCalculatorProps = SalaryCalculatorAttributes & { name?: string } & {
  [Type in keyof SalaryCalculatorEventMap as `on${Type}`]?: (event: SalaryCalculatorEventMap[Type]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: without React's types there are no such names, and nobody who asks for this.
      "salary-calculator": DetailedHTMLProps<HTMLAttributes<SalaryCalculatorElement>, SalaryCalculatorElement> & SalaryCalculatorProps;
    }
  }
}
