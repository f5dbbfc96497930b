"""Table of the three statements and the break-even rates, for the inputs of `inputs/take-home.csv`.

The inputs are a fixed random sample: ordinary pay, inputs at their limits, pay that is too low for the pension, and
contracts of a few days around the taper of the personal allowance, where a higher rate sometimes keeps less.
"""

import csv
from functools import partial
from pathlib import Path

import break_even
import company
import permanent
import umbrella
from money import amount, printed
from person import kept, person

INPUTS = Path(__file__).parent / "inputs" / "take-home.csv"

PERMANENT = "gross incomeTax nationalInsurance studentLoan pensionFromPay pensionPot net kept".split()
INSIDE = (
    "assignmentIncome umbrellaMargin employerNationalInsurance apprenticeshipLevy gross incomeTax nationalInsurance "
    "studentLoan pensionPot net kept"
).split()
OUTSIDE = (
    "turnover expenses salary employerNationalInsurance corporationTax dividend incomeTax nationalInsurance "
    "studentLoan pensionPot net kept"
).split()


def headings(part, lines):
    return [f"{part}.{line}" for line in lines]


def cells(statement, lines):
    """Lines of a statement, each rounded by itself; empty if there is no statement."""
    if statement is None:
        return [""] * len(lines)
    whole = {**statement, "kept": kept(statement)}
    return [printed(whole[line]) for line in lines]


def answers(years, row):
    """Answers to a row of inputs."""
    who, rate = person(years, row), amount(row["day-rate"])
    job = permanent.statement(who, row)
    rates = ["", ""]
    if job is not None:
        sides = (partial(side.statement, who, row) for side in (umbrella, company))
        rates = [str(break_even.day_rate(kept(job), side)) for side in sides]
    return [
        *cells(job, PERMANENT),
        *cells(umbrella.statement(who, row, rate), INSIDE),
        *cells(company.statement(who, row, rate), OUTSIDE),
        *rates,
    ]


def table(years):
    with INPUTS.open(newline="") as file:
        inputs = csv.DictReader(file)
        rows = [[*row.values(), *answers(years, row)] for row in inputs]
    heading = [
        *inputs.fieldnames,
        *headings("permanent", PERMANENT),
        *headings("insideIr35", INSIDE),
        *headings("outsideIr35", OUTSIDE),
        *headings("breakEven", ["insideIr35DayRate", "outsideIr35DayRate"]),
    ]
    return [heading, *rows]
