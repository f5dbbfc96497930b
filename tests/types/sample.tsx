// Uses of the element in React 19.

import type { SalaryCalculatorElement } from "./built/embed";
import { useRef } from "react";

export function Page() {
  const element = useRef<SalaryCalculatorElement>(null);
  return (
    <salary-calculator
      ref={element}
      key="one"
      className="wide"
      seniority="senior"
      day-rate={600}
      heading-level={3}
      compact
      lock="seniority location"
      name="pay"
      onsalary:estimate={({ detail }) => detail.contract.dayRate.typical.toFixed()}
      onsalary:cta={(event) => event.preventDefault()}
    >
      <a href="https://example.org">Machine learning pay</a>
    </salary-calculator>
  );
}

// @ts-expect-error: not a level
export const level = <salary-calculator seniority="wizard" />;
// @ts-expect-error: not an attribute
export const attribute = <salary-calculator senority="mid" />;
// @ts-expect-error: attributes have hyphens
export const camel = <salary-calculator dayRate={600} />;
// @ts-expect-error: a detail of another event
export const event = <salary-calculator onsalary:cta={({ detail }) => detail.url} />;
