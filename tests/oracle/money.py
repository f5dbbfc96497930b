"""Exact amounts: fractions of a pound, rounded once, where they are printed."""

from fractions import Fraction
from math import floor

PENNY = Fraction(1, 100)


def amount(text):
    """Exact amount of an input."""
    return Fraction(text)


def percent(text):
    """Exact share of an input in per cent."""
    return Fraction(text) / 100


def pennies(exact):
    """Amount to the nearest penny, half up."""
    return floor(exact * 100 + Fraction(1, 2)) * PENNY


def nearest(exact, step):
    """Amount to the nearest multiple of a step, half up."""
    return floor(exact / step + Fraction(1, 2)) * step


def printed(exact):
    """Answer as a table writes it, with two decimals."""
    whole = floor(exact * 100 + Fraction(1, 2))
    sign, whole = ("-", -whole) if whole < 0 else ("", whole)
    return f"{sign}{whole // 100}.{whole % 100:02}"


def plain(exact):
    """Input as a table writes it, without trailing zeros."""
    return printed(exact).rstrip("0").rstrip(".")
