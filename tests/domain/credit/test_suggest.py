"""What the figures suggest: points by lights, by days late, by a visit's score."""

from decimal import Decimal

import pytest

from domain.credit.figure import Figure, Light, Unit
from domain.credit.suggest import suggestions


def figure(code, light):
    return Figure(code=code, unit=Unit.RATIO, value=Decimal(1), formula="", light=light)


def test_ratios_count_by_their_lights_and_their_mean_is_suggested():
    lit = [figure("current_ratio", Light.GREEN), figure("debt_ratio", Light.AMBER)]
    found = suggestions([*lit, figure("roa", Light.RED), figure("quick_ratio", None)], None)
    assert found["solvency"].points == 8
    assert [one.code for one in found["solvency"].figures] == ["current_ratio", "debt_ratio"]
    assert found["profitability"].points == 3
    assert "payment_record" not in found


@pytest.mark.parametrize("days, points", [(-3, 10), (0, 10), (5, 8), (16, 4), (60, 2), (61, 1)])
def test_days_late_suggest_the_payment_record(days, points):
    assert suggestions([], days)["payment_record"].points == points


@pytest.mark.parametrize("score, points", [(0, 1), (74, 7), (75, 8), (100, 10)])
def test_a_visit_suggests_what_a_visitor_sees(score, points):
    found = suggestions([], None, score)
    assert {name: one.points for name, one in found.items()} == {
        "impression": points,
        "management": points,
    }
