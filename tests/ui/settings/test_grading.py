"""The settings of grades and score cards: checked, and in force from today."""

from decimal import Decimal

import pytest

from domain.credit.score_model import models_on
from domain.policy import policy_on
from tests.ui.conftest import TODAY


@pytest.fixture
def section(desk):
    desk.open("settings?section=grading")
    return desk.current().section("grading")


def cell(section, table, line, place=0):
    return section.tables[table].edits[line][place]


def test_a_score_card_changes_when_its_weights_add_up(desk, section):
    section.which.set_value("features")
    cell(section, "features", 0).setText("9")
    section.submit()
    assert "105" in section.problem.text()
    assert models_on(desk.ctx.reader, TODAY)["features"].indicators[0].weight == 4
    cell(section, "features", 1).setText("0")
    section.reason.setText("更看重现场")
    section.submit()
    model = models_on(desk.ctx.reader, TODAY)["features"]
    assert [one.weight for one in model.indicators[:2]] == [9, 0]
    assert model.reason == "更看重现场"


def test_grades_out_of_order_are_refused_in_words(desk, section):
    section.which.set_value("grades")
    cell(section, "grades", 1, 1).setText("120")
    section.submit()
    assert "最长账期" in section.problem.text()
    cell(section, "grades", 1, 1).setText("75")
    cell(section, "grades", 3, 5).setText("6.5")
    section.submit()
    policy = policy_on(desk.ctx.reader, TODAY)
    assert policy.grades.aa.max_term_days == 75
    assert policy.grades.b.pd == Decimal("0.065")
    assert policy.grades.unrated.from_score == 0


def test_yardsticks_and_the_share_table_keep_their_percent(desk, section):
    section.which.set_value("ratios")
    place = [line[0].objectName() for line in section.tables["ratios"].edits]
    at = place.index("settings.grading.ratios.debt_ratio.1")
    assert cell(section, "ratios", at).text() == "60"
    cell(section, "ratios", at).setText("55")
    section.submit()
    section.which.set_value("shares")
    cell(section, "shares", 0, 1).setText("1.25")
    section.submit()
    found = policy_on(desk.ctx.reader, TODAY).assessment
    assert next(one.green for one in found.bounds if one.code == "debt_ratio") == Decimal("0.55")
    assert found.shares[0].share == Decimal("0.0125")
    assert found.shares[-1].up_to is None


def test_what_is_no_number_changes_nothing(desk, section):
    cell(section, "grades", 0, 0).setText("viel")
    section.submit()
    assert section.problem.text()
    assert desk.ctx.reader.history(limit=5)[0].kind != "credit_policy.keep"
