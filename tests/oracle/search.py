"""Search in whole pennies."""

from money import PENNY


def last_before(passes, low, high):
    """Last amount before a test passes, by bisection.

    The test fails at `low` and passes at `high`. If it changes more than once between them, this finds one of the
    changes, always the same.
    """
    low, high = int(low / PENNY), int(high / PENNY)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if passes(middle * PENNY) else (middle, high)
    return low * PENNY
