"""Taxpayer: the charges on their pay."""

from typing import NamedTuple

import contributions
import income_tax
import student_loans
from figures import year_named
from money import pennies


class Person(NamedTuple):
    year: object
    region: str
    plans: frozenset

    def charges(self, pay, dividends=0, deducted=0, relieved=0):
        """Charges on a year's pay and dividends.

        `deducted` is a pension contribution under net pay: it comes off before tax (FA 2004 s.193), but not before
        National Insurance and student loans. `relieved` is a gross contribution under relief at source.
        """
        tax = income_tax.due(self.year, self.region, pay - deducted, dividends, relieved)
        return {
            "incomeTax": sum(tax),
            "nationalInsurance": contributions.employee(self.year.national_insurance, pay),
            "studentLoan": student_loans.repayment(self.year, self.plans, pay, dividends),
        }


def person(years, row):
    """Taxpayer of a row of inputs."""
    plans = frozenset(plan for plan in row["student-loan"].split("+") if plan)
    return Person(year_named(years, row["tax-year"]), row["tax-region"], plans)


def kept(statement):
    """Net pay and pension pot, each to the penny."""
    return pennies(statement["net"]) + pennies(statement["pensionPot"])
