// The script that a host loads. It defines the element <salary-calculator>; the program comes when an element needs it.

import { NAME } from "./build.js";
import { SalaryCalculator } from "./element.js";

// The host may have loaded this script before, in this or another version.
if (!customElements.get(NAME)) customElements.define(NAME, SalaryCalculator);
