"""Table of a company at every band and limit of every tax year, and where its director's best salary changes."""

from itertools import pairwise

import company
from boundaries import REGIONS, band_ends, loan_thresholds, taper_ends
from money import PENNY, plain, printed
from person import Person
from search import last_before
from take_home import OUTSIDE, cells, headings

FEW_DAYS = (1, 2, 4, 7, 10, 16, 25, 50)
"""Days in which a company passes an edge: the first of these that needs no more than the highest rate."""
USUAL_DAYS, DAYS_FOR_CHANGES = 220, 50
HIGHEST_RATE = 20_000
STEP = 5
"""Pounds of day rate from one search for a change of salary to the next, from £1."""
UNEARNED_LIMIT_FOR = ("plan-1", "postgraduate")
CHANGES_FOR = ((), ("plan-1", "postgraduate"), ("plan-2",))
INPUTS = "tax-year,tax-region,day-rate,days,expenses,student-loan".split(",")



def income_above(limit):
    return lambda turnover, pay: pay["salary"] + pay["dividend"] > limit


def dividend_above(limit):
    return lambda turnover, pay: pay["dividend"] > limit


def profit_above(limit):
    return lambda turnover, pay: pay["dividend"] + pay["corporationTax"] > limit


def turnover_above(limit):
    return lambda turnover, pay: turnover > limit


def edges_without_loans(who):
    """Tests of salaries that become payable, and of the ends of the nil rate, bands, allowance and marginal relief.

    A director is taxed by the bands of the whole UK: no salary is above the allowance.
    """
    tax, corporation = who.year.income_tax, who.year.corporation_tax
    yield from (turnover_above(company.salary_cost(who, salary)) for salary in company.salaries(who) if salary > 0)
    ends = {tax.personal_allowance + who.year.dividends.allowance, *band_ends(tax, tax.rest_of_uk), *taper_ends(tax)}
    yield from map(income_above, sorted(ends))
    yield profit_above(corporation.lower_limit)
    yield profit_above(corporation.upper_limit)


def edges_with_loan(who, plan, threshold):
    """Tests of income at which a loan is due, and for some loans of dividends that begin to count."""
    yield income_above(threshold)
    if plan in UNEARNED_LIMIT_FOR:
        yield dividend_above(who.year.student_loans.unearned_income_limit)


def rates_at_edge(who, edge):
    """Rates a penny apart between which a company passes an edge, for few days and for a usual year.

    A salary that becomes payable reduces the dividend, so a company can pass an edge more than once. These are the
    rates around one such point.
    """

    def passes(days):
        return lambda rate: edge(rate * days, company.best(who, rate * days))

    few = next(days for days in FEW_DAYS if passes(days)(HIGHEST_RATE))
    for days in (few, USUAL_DAYS):
        rate = last_before(passes(days), 0, HIGHEST_RATE)
        yield days, rate
        yield days, rate + PENNY


def rates_at_changes(who):
    """Rates a penny apart between which the director's best salary changes.

    At twice the upper limit of profits every further pound is taxed at the highest rates: nothing changes above it.
    """

    def salary(rate):
        return company.best(who, rate * DAYS_FOR_CHANGES)["salary"]

    highest = int(2 * who.year.corporation_tax.upper_limit / DAYS_FOR_CHANGES)
    looks = [(rate, salary(rate)) for rate in range(1, highest, STEP)]
    for (low, before), (high, after) in pairwise(looks):
        if before != after:
            rate = last_before(lambda rate, before=before: salary(rate) != before, low, high)
            yield DAYS_FOR_CHANGES, rate
            yield DAYS_FOR_CHANGES, rate + PENNY


def rates(who, plans, loan_limits):
    """Days and rates of a group of rows, in order."""
    if not plans:
        edges = edges_without_loans(who)
    elif len(plans) == 1:
        edges = edges_with_loan(who, plans[0], loan_limits[plans[0]])
    else:
        edges = ()
    found = {pair for edge in edges for pair in rates_at_edge(who, edge)}
    if plans in CHANGES_FOR:
        found.update(rates_at_changes(who))
    return sorted(found)


def table(years):
    rows = [[*INPUTS, *headings("outsideIr35", OUTSIDE)]]
    limits = dict(loan_thresholds(years))
    for name, year in years.items():
        groups = {(), *((plan,) for plan in limits[name]), *CHANGES_FOR}
        for region in REGIONS:
            for plans in sorted(groups):
                who = Person(year, region, frozenset(plans))
                for days, rate in rates(who, plans, limits[name]):
                    row = {"days": days, "expenses": "0", "contract-pension": "0"}
                    answers = cells(company.statement(who, row, rate), OUTSIDE)
                    rows.append([name, region, plain(rate), str(days), "0", "+".join(plans), *answers])
    return rows
