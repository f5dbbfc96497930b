"""Table of the market estimates of the default discipline: every level, specialism and location."""

from fractions import Fraction

from figures import disciplines, read
from money import nearest

LEVELS = ("junior", "mid", "senior", "lead")
LOCATIONS = ("london", "regional")
ENDS = ("low", "typical", "high")
SALARY_STEP, RATE_STEP = 500, 5


def national_salary(band, end):
    """Figure of a level, in pounds; the published one if it is left out."""
    return band[end]["pounds"] if end in band else band["published"][end]


def salaries(band, multiplier, uplift):
    """Salaries to the nearest £500; the low end is at least the published one."""
    product = {end: nearest(national_salary(band, end) * multiplier * (1 + uplift), SALARY_STEP) for end in ENDS}
    product["low"] = max(product["low"], band["published"]["low"])
    return [product[end] for end in ENDS]


def day_rates(band, multiplier, uplift):
    """Day rates, with half of the uplift, to the nearest £5."""
    return [nearest(band[end] * multiplier * (1 + uplift / 2), RATE_STEP) for end in ENDS]


def table(folder):
    market = disciplines(folder)[0]
    bands, rates = read(market / "bands.toml"), read(market / "day-rates.toml")
    locations, specialisms = read(market / "locations.toml"), read(market / "specialisms.toml")
    rows = []
    for level in LEVELS:
        for specialism, figures in specialisms.items():
            uplift = Fraction(figures["typical"]) / 100
            for location in LOCATIONS:
                place = locations[location]
                amounts = [
                    *salaries(bands[level], place["salary"], uplift),
                    *day_rates(rates[level], place["day-rate"], uplift),
                ]
                rows.append([level, specialism, location, *map(str, amounts)])
    return [["seniority", "specialism", "location", *ENDS, *(f"rate_{end}" for end in ENDS)], *rows]
