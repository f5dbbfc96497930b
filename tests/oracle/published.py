"""Check of the oracle itself against tables that other implementations have published.

The others compute in floating point, so an answer may be a penny off.
"""

import csv

import contributions
import income_tax
import student_loans
from figures import year_named
from money import PENNY, amount, pennies


def employment(year, row):
    pay, insurance = amount(row["salary"]), year.national_insurance
    tax = sum(income_tax.due(year, row["tax_region"], pay))
    employee = contributions.employee(insurance, pay)
    employer = contributions.employer(insurance, pay)
    return {"income_tax": tax, "employee_ni": employee, "employer_ni": employer, "take_home": pay - tax - employee}


def dividends(year, row):
    on_earnings, on_dividends = income_tax.due(
        year, row["tax_region"], amount(row["salary"]), amount(row["dividends"])
    )
    return {"income_tax_total": on_earnings + on_dividends, "dividend_tax": on_dividends}


def loans(year, row):
    return {"repayment": student_loans.repayment(year, {row["plan"]}, amount(row["salary"]))}


TABLES = {"oracle-employment": employment, "oracle-dividends": dividends, "oracle-student-loans": loans}


def differences(years, folder):
    """Answers that are more than a penny off, in words."""
    for name, answers in TABLES.items():
        with (folder / f"{name}.csv").open(newline="") as file:
            for row in csv.DictReader(file):
                for heading, exact in answers(year_named(years, row["tax_year"]), row).items():
                    if abs(pennies(exact) - pennies(amount(row[heading]))) > PENNY:
                        yield f"{name}.csv: {','.join(row.values())}: {heading} is {float(exact)}"
