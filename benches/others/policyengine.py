"""Times income tax and National Insurance by PolicyEngine UK and prints JSON: policyengine.py SALARIES PEOPLE

SALARIES are a few, with commas between them: the amounts for these are printed. PEOPLE is the number of people in the
large question.
"""

import json
import sys
import time

started = time.perf_counter()
from policyengine_uk import Simulation  # noqa: E402  (the import is timed too)

loaded = time.perf_counter()
YEAR = 2026  # the tax year 2026-27
salaries = [int(salary) for salary in sys.argv[1].split(",")]


def ask(salaries):
    """The two amounts for each of several people who live alone, and the time of the sums alone."""
    names = [str(number) for number in range(len(salaries))]
    alone = {name: {"members": [name]} for name in names}
    person = lambda salary: {"age": {YEAR: 40}, "employment_income": {YEAR: salary}}  # noqa: E731
    simulation = Simulation(
        situation={
            "people": {name: person(salary) for name, salary in zip(names, salaries)},
            "benunits": alone,
            "households": {name: {"members": [name], "country": {YEAR: "ENGLAND"}} for name in names},
        }
    )
    asked = time.perf_counter()
    tax, insurance = (simulation.calculate(what, YEAR) for what in ("income_tax", "ni_employee"))
    return [list(map(float, amounts)) for amounts in (tax, insurance)], time.perf_counter() - asked


def timed(salaries):
    """The amounts, the time of the whole question, and the time of the sums alone."""
    begun = time.perf_counter()
    answer, sums = ask(salaries)
    return answer, time.perf_counter() - begun, sums


amounts, first, _ = timed(salaries)
people = int(sys.argv[2])
_, many, sums = timed([25_000 + number * 7_919 % 175_000 for number in range(people)])
print(json.dumps({"load": loaded - started, "first": first, "many": many, "sums": sums, "amounts": amounts}))
