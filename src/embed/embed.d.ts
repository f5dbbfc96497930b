// Types of the element <salary-calculator>. Keep a copy beside your code and import it for its types:
//
//     import type { Answer } from "./embed";
//
// It needs no other types. If the types of React 19 are installed, it also adds the element to JSX.

/** The words of each attribute that takes one of a few. */
export interface Words {
  // The words of the inputs come here.
  theme: "auto" | "light" | "dark";
  loading: "lazy" | "eager";
  render: "auto" | "shadow" | "iframe" | "static";
  "heading-level": "2" | "3" | "4" | "5" | "6" | "none";
}

/** A number, or a text as people type it: `95000`, `"£95,000"`, `"95k"`, `"7.5%"`. */
export type Amount = number | string;

/** The attributes. A missing or empty attribute takes its default. */
export interface SalaryCalculatorAttributes {
  // The inputs come here.
  /** Light or dark colours. Default: `auto`, which follows the page around it (its CSS `color-scheme`). */
  theme?: Words["theme"];
  /** When the calculator loads. Default: `lazy`, once it is within 400 pixels of the view. */
  loading?: Words["loading"];
  /** How it is drawn. Default: `auto`: in the page, else in a frame, else the element's children stay. */
  render?: Words["render"];
  /** The level of its first heading; `none`: no headings. Default: `2`. */
  "heading-level"?: Words["heading-level"] | 2 | 3 | 4 | 5 | 6;
  /** Names of inputs, separated by spaces, that are hidden and that the visitor cannot change. Default: none. */
  lock?: string;
  /** Whether only the answer and the four main inputs are shown. Default: no. */
  compact?: boolean | "";
  /** The http or https address of the link "talk to a consultant". Default: no link. */
  "cta-href"?: string;
  /** The words of that link. Default: the calculator's own. */
  "cta-label"?: string;
  /** Your name, in letters, digits, `-` and `_`, added to that link as `partner=`. Default: nothing. */
  partner?: string;
}

/** The inputs, with the values that were used. */
export interface AnswerInput {
  // The inputs, as they were used, come here.
}

/** The inputs to set. One that is missing or null takes its default. An answer's `input` can be set too. */
export type Input = {
  [Name in keyof AnswerInput]?: (AnswerInput[Name] extends number ? Amount : Readonly<AnswerInput[Name]>) | null;
};

/** The answer. Amounts are in pounds, to the penny; those of the market estimate are whole. */
export interface Answer {
  version: 1;
  input: AnswerInput;
  permanent: PermanentEstimate;
  contract: ContractEstimate;
  /** Null if there are no figures for the tax year, which `problems` then reports. */
  takeHome: TakeHome | null;
  /** Null if `takeHome` is, or if the salary's take-home pay cannot be calculated. */
  breakEven: BreakEven | null;
  data: Edition;
  problems: Problem[];
}

/** The market estimate for a permanent job, in pounds a year. */
export interface PermanentEstimate {
  published: PublishedSalary;
  low: number;
  typical: number;
  high: number;
}

/** The salary band that the agency published, in pounds a year. */
export interface PublishedSalary {
  low: number;
  /** Null where none was published. */
  high: number | null;
  /** Whether the band has no upper end. */
  openEnded: boolean;
}

/** The market estimate for a contract. */
export interface ContractEstimate {
  published: PublishedRate;
  /** Pounds a day. */
  dayRate: Range;
  /** Pounds a year: the day rate times `days`. */
  annualised: Range;
  /** Billable days a year. */
  days: number;
}

/** The band of day rates that the agency published, in pounds a day. */
export interface PublishedRate {
  low: number;
  /** Null where none was published. */
  high: number | null;
  /** Whether the band has no upper end. */
  openEnded: boolean;
}

export interface Range {
  low: number;
  typical: number;
  high: number;
}

/** Pay after tax. An arrangement is null if it cannot be calculated; `problems` then says why. */
export interface TakeHome {
  permanent: PermanentPay | null;
  insideIr35: InsidePay | null;
  outsideIr35: OutsidePay | null;
}

/** A permanent job, in pounds a year. */
export interface PermanentPay {
  /** Salary and bonus. */
  gross: number;
  incomeTax: number;
  nationalInsurance: number;
  studentLoan: number;
  /** The part of the pay that goes into the pension. */
  pensionFromPay: number;
  /** Everything that goes into the pension, including the employer's part and tax relief. */
  pensionPot: number;
  /** Take-home pay. */
  net: number;
  /** Take-home pay and pension. */
  kept: number;
}

/** A contract inside IR35, through an umbrella company, in pounds a year. */
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

/** A contract outside IR35, through your own company, in pounds a year. */
export interface OutsidePay {
  /** Day rate times days. */
  turnover: number;
  expenses: number;
  /** The director's salary. */
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

/** The smallest day rates, in whole pounds, that leave you at least as much as the salary. */
export interface BreakEven {
  insideIr35DayRate: number;
  outsideIr35DayRate: number;
}

/** The figures behind the answer. */
export interface Edition {
  market: string;
  /** The tax year of the rates; null if there are none. */
  taxYear: Words["tax-year"] | null;
}

/** A text that could not be used, or a part of the answer that cannot be calculated. */
export interface Problem {
  /** The name of the input's attribute. */
  key: string;
  /** The text that was given. */
  value: string;
  /** The problem, in a sentence. */
  message: string;
}

/** The outcome of loading: how the calculator is drawn, or that it cannot be. */
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
  /** For developers of the page, not for its visitors. */
  message: string;
  /** Whether the calculator works, or may still work, in spite of it. */
  recoverable: boolean;
}

/** The events, which bubble out of every shadow root. */
export interface SalaryCalculatorEventMap {
  /** The calculator is drawn, in the page or in a frame. */
  "salary:ready": CustomEvent<Ready>;
  /** The visitor has changed the input, which includes their own pay if they typed it. */
  "salary:input": CustomEvent<{ input: AnswerInput }>;
  /** There is a new answer. */
  "salary:estimate": CustomEvent<Answer>;
  /** The visitor follows "talk to a consultant". Cancelable, except from a frame. */
  "salary:cta": CustomEvent<{ href: string }>;
  /** The visitor copies the link to the answer. Cancelable, except from a frame. */
  "salary:share": CustomEvent<{ url: string }>;
  /** Something went wrong. */
  "salary:error": CustomEvent<Fault>;
}

/** The element. */
export interface SalaryCalculatorElement extends HTMLElement {
  /** The input as a query string: `seniority=senior&day-rate=600`. It can also be set to an object. */
  get value(): string;
  set value(input: string | URLSearchParams | Input);
  /** The answer; null before the first one. */
  readonly estimate: Answer | null;
  /** Resolves once the calculator is drawn, or once it is clear that it will not be. Never rejects. */
  readonly ready: Promise<Ready>;
  /** A link to this answer, without the visitor's own pay. */
  readonly shareUrl: string;
  /** The version of the script. */
  readonly version: string;
  /** Returns to the input that the attributes give. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "salary-calculator": SalaryCalculatorElement;
  }
  // On the element and on all of its ancestors.
  interface GlobalEventHandlersEventMap extends SalaryCalculatorEventMap {}
}

/** The props in React 19: the attributes, the name in a form, and listeners as `onsalary:estimate={(event) => …}`. */
export type SalaryCalculatorProps = SalaryCalculatorAttributes & { name?: string } & {
  [Type in keyof SalaryCalculatorEventMap as `on${Type}`]?: (event: SalaryCalculatorEventMap[Type]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: these names exist only if React's types are installed, and only then is this used.
      "salary-calculator": DetailedHTMLProps<HTMLAttributes<SalaryCalculatorElement>, SalaryCalculatorElement> & SalaryCalculatorProps;
    }
  }
}
