"""Student loan repayments: Education (Student Loans) (Repayment) Regulations 2009 (SI 2009/470)."""


def repayment(year, plans, earnings, dividends=0):
    """Repayment of a year, reg. 29.

    Plans 1, 2, 4 and 5 share one charge above the lowest of their thresholds; the postgraduate charge is added to it.
    Dividends count in full once they pass the limit of unearned income, reg. 29(4)(c). A plan without a threshold is
    not repaid in the year: nothing is due on plan 5 before 6 April 2026.
    """
    rules = year.student_loans
    income = earnings + (dividends if dividends > rules.unearned_income_limit else 0)
    due = {plan: threshold for plan, threshold in rules.thresholds.items() if plan in plans}
    postgraduate = due.pop("postgraduate", None)
    repaid = rules.rate * max(0, income - min(due.values())) if due else 0
    if postgraduate is not None:
        repaid += rules.postgraduate_rate * max(0, income - postgraduate)
    return repaid
