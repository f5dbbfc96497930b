"""Permanent job: a whole tax year of pay, and one of three ways into a pension."""

from money import amount, percent


def statement(person, row):
    """Statement of the year, or None if pay cannot cover the pension."""
    salary = amount(row["salary"])
    gross = salary * (1 + percent(row["bonus"]))
    pension = salary * percent(row["pension"])
    method = row["pension-method"]
    from_pay = pension
    if method == "salary-sacrifice":
        # Sacrificed pay is not earnings (ITEPA 2003 s.62), and the employer's contribution is not taxed (s.308).
        charges = person.charges(gross - pension)
    elif method == "net-pay":
        charges = person.charges(gross, deducted=pension)
    else:
        # The employee pays the contribution less tax at the basic rate, and the scheme claims the rest (FA 2004 s.192).
        charges = person.charges(gross, relieved=pension)
        from_pay = pension * (1 - person.year.income_tax.relief_at_source)
    net = gross - sum(charges.values()) - from_pay
    if net < 0:
        return None
    pot = pension + salary * percent(row["employer-pension"])
    return {"gross": gross, **charges, "pensionFromPay": from_pay, "pensionPot": pot, "net": net}
