"""Contract inside IR35, through an umbrella company that employs the contractor."""

import contributions
from money import amount

DAYS_A_WEEK = 5


def gross_from(rules, pot):
    """Gross pay that uses up a pot, with the employer's National Insurance and the levy on it.

    The umbrella company meets both from the assignment rate. The cost of pay rises along two straight lines that meet
    at the secondary threshold, so it is inverted line by line.
    """
    at_threshold = rules.secondary_threshold * (1 + rules.apprenticeship_levy)
    if pot <= at_threshold:
        return pot / (1 + rules.apprenticeship_levy)
    return rules.secondary_threshold + (pot - at_threshold) / (1 + rules.apprenticeship_levy + rules.employer_rate)


def statement(person, row, day_rate):
    """Statement of the year, or None if the rate cannot cover the margin and the pension."""
    rules = person.year.national_insurance
    income = day_rate * int(row["days"])
    margin = amount(row["umbrella-margin"]) * int(row["days"]) / DAYS_A_WEEK
    pension = amount(row["contract-pension"])
    pot = income - margin - pension
    if pot < 0:
        return None
    gross = gross_from(rules, pot)
    charges = person.charges(gross)
    return {
        "assignmentIncome": income,
        "umbrellaMargin": margin,
        "employerNationalInsurance": contributions.employer(rules, gross),
        "apprenticeshipLevy": contributions.levy(rules, gross),
        "gross": gross,
        **charges,
        "pensionPot": pension,
        "net": gross - sum(charges.values()),
    }
