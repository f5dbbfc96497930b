"""Contract outside IR35, through a company whose director is its only shareholder and employee."""

import contributions
import corporation_tax
from money import amount


def salary_cost(person, salary):
    """Cost of a salary to the company."""
    return salary + contributions.employer(person.year.national_insurance, salary)


def salaries(person):
    """Salaries that a director chooses from, the lowest first."""
    rules = person.year.national_insurance
    return sorted({0, rules.secondary_threshold, rules.lower_earnings_limit, rules.primary_threshold})


def paying(person, salary, available):
    """Statement of a company that pays a salary, and all profit after corporation tax as dividend.

    The salary and the employer's National Insurance on it reduce the profit (Corporation Tax Act 2009 s.54).
    """
    profit = available - salary_cost(person, salary)
    tax = corporation_tax.due(person.year.corporation_tax, profit)
    charges = person.charges(salary, dividends=profit - tax)
    return {
        "salary": salary,
        "employerNationalInsurance": salary_cost(person, salary) - salary,
        "corporationTax": tax,
        "dividend": profit - tax,
        **charges,
        "net": salary + profit - tax - sum(charges.values()),
    }


def best(person, available):
    """Apply the rule on the director's salary.

    Of the salaries that the company can pay, the one that leaves the highest net; the lowest on a tie.
    """
    payable = [salary for salary in salaries(person) if salary_cost(person, salary) <= available]
    # Salaries ascend, and `max` returns the first of equals.
    return max((paying(person, salary, available) for salary in payable), key=lambda pay: pay["net"])


def statement(person, row, day_rate):
    """Statement of the year, or None if turnover cannot cover the expenses and the pension.

    The company's pension contribution reduces its profit (FA 2004 s.196) and is not the director's income (ITEPA 2003
    s.308).
    """
    turnover = day_rate * int(row["days"])
    expenses, pension = amount(row["expenses"]), amount(row["contract-pension"])
    available = turnover - expenses - pension
    if available < 0:
        return None
    return {"turnover": turnover, "expenses": expenses, **best(person, available), "pensionPot": pension}
