"""The pages of assessments: what they say of a customer, and the list of all grades."""

from datetime import date
from decimal import Decimal

import pytest

from domain.credit.score_model import FEATURES
from domain.credit.scoring import Answer
from domain.credit.statements import FinancialStatement
from domain.forms import FormPaper
from domain.services import assessments
from domain.services.assessments import AssessmentEntry
from tests.ui.conftest import TODAY
from tests.ui.wired import wired
from ui.gallery import gallery
from ui.reporting import making

__all__ = ["wired"]


@pytest.fixture
def assessed(book):
    years = [
        FinancialStatement(
            ended_on=date(year, 12, 31),
            currency="CNY",
            amounts={"total_assets": 300_00, "total_liabilities": 180_00, "equity": 110_00},
        )
        for year in (2023, 2024, 2025)
    ]
    assessments.keep_statements(book.unit_of_work("林会计"), 1, years, TODAY)
    given = tuple(
        Answer(indicator=one.code, points=8, evidence="现场记录") for one in FEATURES.indicators[1:]
    )
    entry = AssessmentEntry(
        customer_id=1, made_on=TODAY, model="features", answers=given, comment="同意授信"
    )
    assessments.keep_assessment(book.unit_of_work("林会计"), entry)
    return book.reader


def said(reader, name, language="zh", **params):
    made = gallery()[name].build(reader, params, language, TODAY)
    assert isinstance(made, FormPaper)
    return {row[0]: row[1:] for row in made.rows if len(row) > 1}


def test_the_assessment_form_explains_every_point(assessed):
    rows = said(assessed, "assessment", customer="C0001")
    assert rows["信用等级"] == ("B",)
    assert rows["得分"] == ("80.0",)
    assert rows["按得分等级"] == ("AA",)
    assert rows["等级限制（不高于 B）"] == ("缺工商登记、信用记录、实地考察",)
    assert rows["评估结论"] == ("同意授信",)
    assert rows["表面印象"] == ("4", "—", "", "")
    weight, points, gives, evidence = rows["付款记录"]
    assert (weight, points, evidence) == ("10", "8", "现场记录")
    assert Decimal(gives) == Decimal("8.3")
    assert rows["资产负债率"][0] == "60.0%"
    assert rows["资产负债率"][-1] == "负债合计 ÷ 资产总计"


def test_the_report_has_parts_accounts_and_what_does_not_add_up(assessed):
    rows = said(assessed, "assessment-report", "en", customer="C0001")
    assert rows["Three years of accounts"][0] == "done"
    assert rows["Site visit"][0] == "missing"
    assert rows["Total assets"] == ("300.00", "300.00", "300.00")
    made = gallery()["assessment-report"].build(assessed, {"customer": "C0001"}, "en", TODAY)
    assert any("differ from liabilities and equity by CNY 10.00" in row[0] for row in made.rows)


def test_before_the_first_assessment_the_card_is_a_blank_to_fill_in(book):
    rows = said(book.reader, "assessment", customer="C0001")
    assert rows["信用等级"] == ("尚未评估",)
    assert rows["付款记录"] == ("10", "", "", "")


def test_without_a_customer_all_grades_are_listed(assessed):
    sheet = gallery()["assessment"].build(assessed, {}, "zh", TODAY)
    grades = {row[0]: row[2] for row in sheet.rows}
    assert grades["C0001"] == "B"
    assert set(grades.values()) == {"B", "—"}


def test_a_form_is_printed_and_exported(assessed, wired):
    made = making.make(gallery()["assessment"], assessed, {"customer": "C0001"}, "zh", TODAY)
    assert making.pages(wired.papers, made.value, limit=5).startswith(b"%PDF")
    assert making.sheet(wired.papers, made.value).title == "客户信用评估表"
