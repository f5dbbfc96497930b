"""Break-even: the smallest whole-pound day rate that keeps enough."""

from person import kept

SLACK = 1
"""The most pounds by which a higher rate can keep less than a lower one.

The amount kept falls by the tax on a pound where the personal allowance loses a pound (ITA 2007 s.35(3)). A rule with a
larger fall, such as a charge in steps, needs more slack here and no other change.
"""


def day_rate(target, statement):
    """Smallest rate from £1 whose statement keeps the target.

    A rate that falls short by more than the slack rules out every lower one. Bisection ends just above a rate that is
    ruled out, and a walk up from there finds the first that keeps enough.
    """

    def ruled_out(rate):
        pay = statement(rate)
        return pay is None or kept(pay) + SLACK < target

    low, high = 0, 1
    while ruled_out(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if ruled_out(middle) else (low, middle)
    while (pay := statement(high)) is None or kept(pay) < target:
        high += 1
    return high
