"""Risk views: probability beside exposure, region beside industry, expected loss (风险视图).

Values in, values out. Amounts are minor units of the book's currency.
"""
