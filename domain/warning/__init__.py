"""Early warning (早期预警): which customers pay otherwise than they did, told in figures.

Rules are data (:mod:`domain.warning.rules`), a customer's own pattern is judged by
:mod:`domain.warning.pattern`, and how well all of it foretold what happened is measured on
the book itself by :mod:`domain.warning.backtest`. Values in, values out.
"""
