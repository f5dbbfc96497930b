"""Income tax and National Insurance by PolicyEngine UK: policyengine.py SALARIES PEOPLE, as JSON.

SALARIES are a few with commas between them, for which the amounts are printed. PEOPLE is how many make a large question.
"""

import json
import sys
import time

started = time.perf_counter()
from policyengine_uk import Simulation  # noqa: E402  (how long this takes is part of what is measured)

loaded = time.perf_counter()
YEAR = 2026  # 2026 stands for 2026-27.
salaries = [int(salary) for salary in sys.argv[1].split(",")]


def ask(salaries):
    """The two amounts for each of so many people, who live alone."""
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
    """How long a question takes, of that how long the sums alone."""
    begun = time.perf_counter()
    answer, sums = ask(salaries)
    return answer, time.perf_counter() - begun, sums


amounts, first, _ = timed(salaries)
people = int(sys.argv[2])
_, many, sums = timed([25_000 + number * 7_919 % 175_000 for number in range(people)])
print(json.dumps({"load": loaded - started, "first": first, "many": many, "sums": sums, "amounts": amounts}))
