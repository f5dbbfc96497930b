"""Table of pay at every band and threshold of every tax year, and a pound and a penny either side of it."""

import contributions
import income_tax
from figures import PLANS
from money import PENNY, plain, printed
from person import Person
from search import last_before

REGIONS = ("rest-of-uk", "scotland")
LEAST, MOST = 1, 10_000_000
COMBINATIONS = (
    ("plan-1", "plan-2"),
    ("plan-2", "plan-5"),
    ("plan-5", "postgraduate"),
    PLANS,
)
HEADING = (
    "tax-year,tax-region,student-loan,salary,incomeTax,nationalInsurance,employerNationalInsurance,studentLoan,net"
).split(",")


def around(threshold):
    """Threshold, and a pound and a penny either side of it."""
    return {threshold - 1, threshold - PENNY, threshold, threshold + PENNY, threshold + 1}


def around_all(thresholds):
    return set().union(*map(around, thresholds))


def band_ends(rules, bands):
    """Pay at which each band of taxable income ends: its limit plus the allowance left at that pay."""

    def taxable(pay):
        return pay - income_tax.personal_allowance(rules, pay)

    for limit in (band.to for band in bands if hasattr(band, "to")):
        yield last_before(lambda pay: taxable(pay) >= limit, 0, limit + rules.personal_allowance) + PENNY


def taper_ends(rules):
    """Income at which the allowance begins to fall, and at which none of it is left."""
    return rules.income_limit, rules.income_limit + rules.personal_allowance / rules.taper


def taper_steps(rules):
    """Both ends of the taper and the steps beside them: two pounds of pay take a pound of allowance."""
    step = 1 / rules.taper
    for end in taper_ends(rules):
        yield from around_all((end - step, end, end + step))
        yield end + 2 * step


def without_loans(year, region):
    """Pay at which tax and National Insurance change, and the least and the most pay."""
    tax, insurance = year.income_tax, year.national_insurance
    bands = tax.scotland if region == "scotland" else tax.rest_of_uk
    thresholds = [
        tax.personal_allowance,
        insurance.secondary_threshold,
        insurance.lower_earnings_limit,
        insurance.primary_threshold,
        insurance.upper_earnings_limit,
        *band_ends(tax, bands),
    ]
    return {LEAST, LEAST + PENNY, MOST, *around_all(thresholds), *taper_steps(tax)}


def loan_thresholds(years):
    """Thresholds of each year by plan. A plan not yet repaid takes the threshold of the first year in which it is."""
    later = {}
    for name in sorted(years, reverse=True):
        later = {**later, **years[name].student_loans.thresholds}
        yield name, later


def cases(years):
    """Taxpayers and their pay, in the order of the table."""
    thresholds = dict(loan_thresholds(years))
    for name, year in years.items():
        for region in REGIONS:
            pay = {(): without_loans(year, region)}
            pay |= {(plan,): around(threshold) for plan, threshold in thresholds[name].items()}
            pay |= {plans: around_all(thresholds[name].values()) for plans in COMBINATIONS}
            for plans in sorted(pay):
                for salary in sorted(pay[plans]):
                    yield Person(year, region, frozenset(plans)), plans, salary


def table(years):
    rows = [HEADING]
    for who, plans, salary in cases(years):
        charges = who.charges(salary)
        employer = contributions.employer(who.year.national_insurance, salary)
        net = salary - sum(charges.values())
        amounts = [charges["incomeTax"], charges["nationalInsurance"], employer, charges["studentLoan"], net]
        rows.append([who.year.name, who.region, "+".join(plans), plain(salary), *map(printed, amounts)])
    return rows
