"""Income tax on earnings and dividends: Income Tax Act 2007 (ITA)."""

from math import ceil


def personal_allowance(rules, adjusted_net_income):
    """Allowance less half of the income above the limit (ITA s.35(2)), rounded up to a pound (s.35(3))."""
    excess = max(0, adjusted_net_income - rules.income_limit)
    return ceil(max(0, rules.personal_allowance - rules.taper * excess))


def limits_and_rates(bands, relief_rate, relieved):
    """Bands of taxable income. Relief at source lifts their limits by the gross contribution.

    FA 2004 s.192(4) lifts the basic rate limit and the higher rate limit. In Scotland s.192(4A), as amended by
    SI 2018/459 art. 3, lifts the Scottish basic rate limit and those above it, but not the starter rate's.
    """
    for band in bands:
        limit = getattr(band, "to", None)
        if limit is not None and band.rate >= relief_rate:
            limit += relieved
        yield limit, band.rate


def by_band(bands, start, end):
    """Tax on the slice of taxable income between two amounts (ITA ss.10 and 11A)."""
    tax = 0
    for limit, rate in bands:
        if start >= end:
            break
        top = end if limit is None else min(limit, end)
        if top > start:
            tax += rate * (top - start)
            start = top
    return tax


def due(year, region, earnings, dividends=0, relieved=0):
    """Tax on earnings and tax on dividends, by the steps of ITA s.23.

    Gross contributions under relief at source reduce adjusted net income (ITA s.58). The allowance comes off earnings
    first, which reduces the tax most (s.25(2)): at no level of income is the rate on earnings below that on dividends.
    """
    rules = year.income_tax
    allowance = personal_allowance(rules, earnings + dividends - relieved)
    taxable_earnings = max(0, earnings - allowance)
    taxable_dividends = max(0, dividends - max(0, allowance - earnings))
    own = rules.scotland if region == "scotland" else rules.rest_of_uk
    on_earnings = by_band(limits_and_rates(own, rules.relief_at_source, relieved), 0, taxable_earnings)
    return on_earnings, dividend_tax(year, taxable_earnings, taxable_dividends, relieved)


def dividend_tax(year, taxable_earnings, taxable_dividends, relieved):
    """Tax on dividends: the highest part of income (ITA s.16), by UK bands in Scotland too (s.13).

    The nil rate covers the lowest part of them, and uses up part of a band (s.13A).
    """
    dividends = year.dividends
    start = taxable_earnings + min(taxable_dividends, dividends.allowance)
    end = taxable_earnings + taxable_dividends
    rates = (dividends.ordinary_rate, dividends.upper_rate, dividends.additional_rate)
    uk = limits_and_rates(year.income_tax.rest_of_uk, year.income_tax.relief_at_source, relieved)
    return by_band([(limit, rate) for (limit, _), rate in zip(uk, rates, strict=True)], start, end)
