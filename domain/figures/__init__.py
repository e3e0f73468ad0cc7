"""Figures of receivables management: rules that turn sums of the book into what reports show.

Values in, values out. Amounts are minor units of one currency; days, rates and shares are
exact fractions, rounded half up once where they are shown. A figure that cannot be told
(nothing was billed, nothing is open) is None, never zero.
"""
