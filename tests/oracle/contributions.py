"""National Insurance and the apprenticeship levy.

On annual thresholds: directors have an annual earnings period (SI 2001/1004 reg. 8), and for employees the tables leave
out the rounding of each pay period.
"""


def employee(rules, pay):
    """Primary contributions: the main rate to the upper earnings limit, then the upper rate.

    Social Security Contributions and Benefits Act 1992 s.8.
    """
    main = max(0, min(pay, rules.upper_earnings_limit) - rules.primary_threshold)
    return rules.main_rate * main + rules.upper_rate * max(0, pay - rules.upper_earnings_limit)


def employer(rules, pay):
    """Secondary contributions: Social Security Contributions and Benefits Act 1992 s.9.

    The company of a sole director has no employment allowance (National Insurance Contributions Act 2014 s.2(4A)).
    """
    return rules.employer_rate * max(0, pay - rules.secondary_threshold)


def levy(rules, pay):
    """Apprenticeship levy: Finance Act 2016 s.99. An umbrella company's other employees use up the allowance."""
    return rules.apprenticeship_levy * pay
