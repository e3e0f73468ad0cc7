"""The assessment of a customer in the window: accounts, ratios, wizard, grade."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from domain.credit.assessment import Assessment
from domain.credit.statements import FinancialStatement, Line
from domain.services import assessments
from tests.ui.conftest import TODAY

TABLE = (
    "项目\t2025年\t2024年\t2023年\n单位：万元\n资产总计\t300\t280\t260\n负债合计\t180\t170\t160\n"
)
TABLE += "所有者权益合计\t120\t110\t100\n流动资产合计\t180\t170\t160\n流动负债合计\t120\t110\t100\n"


@pytest.fixture
def tab(desk):
    desk.open("customer/1/assessment")
    return desk.current().page.shown_tab()


def accounts(year, **amounts):
    lines = {"total_assets": 300, "total_liabilities": 180, "equity": 120, **amounts}
    return FinancialStatement(ended_on=date(year, 12, 31), currency="CNY", amounts=lines)


def keep(desk, *years):
    uow = desk.ctx.book.unit_of_work("林会计")
    assessments.keep_statements(uow, 1, [accounts(year) for year in years], TODAY)
    desk.ctx.broadcast(desk.current().everything())


def test_a_customer_without_an_assessment_is_offered_one(tab):
    assert tab.shown() == "grade"
    assert tab.grade._stack.currentWidget() is tab.grade.empty


def test_pasted_accounts_are_shown_before_they_are_kept(desk, tab):
    QGuiApplication.clipboard().setText(TABLE)
    tab._paste.trigger()
    rows = tab.paste.table.texts.rows
    assert [row[1] for row in rows][:2] == ["资产总计", "负债合计"]
    assert rows[0][2] == "3,000,000.00"
    assert desk.ctx.reader.records(FinancialStatement, customer_id=1) == []
    tab.paste.source.setText("年报")
    tab.paste.take()
    found = assessments.statements_on(desk.ctx.reader, 1, TODAY)
    assert [one.year for one in found] == [2023, 2024, 2025]
    assert (found[-1].amounts["total_assets"], found[-1].source) == (3_000_000_00, "年报")
    assert tab.shown() == "accounts"
    assert tab.sheet.years[-1].amounts[Line.TOTAL_ASSETS].text() == "3,000,000.00"


def test_nothing_understood_cannot_be_kept(tab):
    QGuiApplication.clipboard().setText("早上好")
    tab.show_paste()
    assert not tab.paste.do.isEnabled()
    assert tab.escape()
    assert tab.shown() == "accounts"


def test_accounts_are_typed_and_a_draft_is_not_lost(desk, tab):
    keep(desk, 2024, 2025)
    tab.show_view("accounts")
    edit = tab.sheet.years[-1].amounts[Line.CASH]
    edit.setText("12.50")
    assert desk.current().has_draft()
    tab.show_customer(1)
    assert edit.text() == "12.50"
    tab.sheet.keep_typed()
    found = assessments.statements_on(desk.ctx.reader, 1, TODAY)
    assert found[-1].given(Line.CASH) == 1250
    assert found[0].given(Line.CASH) is None
    assert not desk.current().has_draft()


def test_a_year_emptied_is_taken_back(desk, tab):
    keep(desk, 2024, 2025)
    tab.show_view("accounts")
    for edit in tab.sheet.years[-1].amounts.values():
        edit.clear()
    tab.sheet.keep_typed()
    found = assessments.statements_on(desk.ctx.reader, 1, TODAY)
    assert [one.year for one in found] == [2024]


def test_a_figure_that_cannot_be_read_keeps_nothing(desk, tab):
    tab.show_view("accounts")
    tab.sheet.years[-1].amounts[Line.CASH].setText("viel")
    tab.sheet.keep_typed()
    assert desk.ctx.reader.records(FinancialStatement) == []
    assert "无法识别" in tab.sheet._findings.text()


def test_accounts_that_do_not_add_up_say_so(desk, tab):
    uow = desk.ctx.book.unit_of_work("林会计")
    assessments.keep_statements(uow, 1, [accounts(2025, equity=100)], TODAY)
    tab.refresh(desk.current().everything())
    tab.show_view("accounts")
    assert "相差 CNY 0.20" in tab.sheet._findings.text()


def test_a_ratio_opens_to_what_it_is_made_of(desk, tab):
    keep(desk, 2023, 2024, 2025)
    tab.show_view("ratios")
    grid = tab.ratios.grid
    assert grid.select_where(lambda one: one.code == "debt_ratio")
    assert tab.ratios._title.text() == "资产负债率 60.0%"
    assert tab.ratios._formula.text() == "= 负债合计 ÷ 资产总计"
    assert grid.copy() > 15


def test_the_wizard_has_four_parts_and_keeps_by_key(desk, tab, qtbot):
    keep(desk, 2023, 2024, 2025)
    tab._assess.trigger()
    wizard = tab.wizard
    assert len(wizard.parts.findChildren(type(wizard.parts._buttons["registry"]))) == 4
    qtbot.keyClick(wizard, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert wizard.parts.value() == "accounts"
    for edit in wizard.card.points.values():
        edit.setText("9")
    assert "得分 90.0" in wizard._result.text()
    assert "缺工商登记" in wizard._held.text()
    assert desk.current().has_draft()
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    # Let go of Ctrl: later tests would select with it.
    qtbot.keyClick(tab, Qt.Key.Key_Home)
    (kept,) = desk.ctx.reader.records(Assessment, customer_id=1)
    assert (kept.value.grade, kept.value.computed) == ("B", "AAA")
    assert tab.shown() == "grade"
    assert tab.grade._result.text().startswith("得分 90.0")
    assert not desk.current().has_draft()


def test_a_grade_by_hand_needs_its_reason(desk, tab):
    tab.start()
    wizard = tab.wizard
    next(iter(wizard.card.points.values())).setText("5")
    wizard.grade.setCurrentIndex(wizard.grade.findText("D"))
    wizard.keep()
    assert desk.ctx.reader.records(Assessment) == []
    wizard.reason.setText("涉诉")
    wizard.keep()
    (kept,) = desk.ctx.reader.records(Assessment)
    assert (kept.value.grade, kept.value.override.reason) == ("D", "涉诉")


def test_suggestions_fill_what_is_not_answered(desk, tab):
    keep(desk, 2025)
    tab.start()
    card = tab.wizard.card
    card.points["solvency"].setText("2")
    card.take_all()
    assert card.points["solvency"].text() == "2"
    assert card.points["balance_sheet"].text() == "9"
    assert "资产负债率 60.0%" in card.evidence["balance_sheet"].text()


def test_the_grade_stands_in_the_head_and_in_the_list_and_can_be_taken_back(desk, tab):
    tab.start()
    for edit in tab.wizard.card.points.values():
        edit.setText("5")
    tab.wizard.keep()
    row = desk.current().list.list.model.cached(1)
    assert row.graded.grade == "B"
    assert "B 级" in desk.current().page._chips.accessibleName()
    tab._back.trigger()
    assert desk.ctx.reader.records(Assessment) == []


def test_every_view_shows_in_both_languages(desk, tab):
    keep(desk, 2023, 2024, 2025)
    for language in ("en", "zh"):
        desk.set_language(language)
        for view in ("grade", "accounts", "ratios"):
            tab.show_view(view)
        tab.start()
        tab.escape()
        tab.show_paste()
        tab.escape()
