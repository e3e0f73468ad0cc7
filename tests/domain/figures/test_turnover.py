"""Receivables turnover."""

from domain.figures.turnover import turnover


def test_turnover_is_a_years_billing_over_the_average_receivable():
    assert round(float(turnover(2_700_000, 1_000_000, 1_200_000)), 2) == 2.45
    assert turnover(1_200, 0, 200) == 12


def test_without_receivables_it_cannot_be_told():
    assert turnover(1_200, 0, 0) is None
