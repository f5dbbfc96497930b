"""Corporation tax of a company without associated companies: Corporation Tax Act 2010 (CTA)."""


def due(rules, profit):
    """Tax at the small profits rate up to the lower limit (CTA s.18A), and at the main rate above it (s.3).

    Between the limits (s.18D) marginal relief reduces it by the standard fraction of the distance from profit to the
    upper limit (s.18B).
    """
    if profit <= rules.lower_limit:
        return rules.small_profits_rate * profit
    relief = rules.marginal_relief * max(0, rules.upper_limit - profit)
    return rules.main_rate * profit - relief
