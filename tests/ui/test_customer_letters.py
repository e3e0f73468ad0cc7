"""Issuing a letter of the catalogue from a customer's page."""

import pytest

from domain.letters.voiding import voided
from domain.services import papers
from tests.ui import fakes
from tests.ui.office import office
from ui.customers.letters_tab import _OFFERED

__all__ = ["office"]


@pytest.fixture
def tab(office):
    """Return the tab of letters of the first customer."""
    office.open("customer/1")
    page = office.current().page
    page.show_tab("letters")
    return page._more["letters"]


def _fill(tab):
    """Type something for every required fact that is empty."""
    letter = next(one for one in _OFFERED if one.key == tab._key())
    for one in letter.fields:
        editor = tab.facts.fields[one.name].editor
        if not one.required or tab.facts.values().get(one.name) not in ("", None):
            continue
        if one.kind == "money":
            editor.set_minor(12_345_600)
        elif one.kind == "date":
            editor.set_day(fakes.TODAY)
        elif one.kind == "long":
            editor.setPlainText("经多次催收未付")
        else:
            editor.setText("30" if one.kind == "number" else "示例内容")


def _issued(office, kind):
    return office.ctx.reader.papers(kind=kind)


def test_every_letter_can_be_filled_drawn_and_issued(office, tab):
    for one in _OFFERED:
        tab.choose(one.key)
        _fill(tab)
        tab._draw()
        assert tab.preview.pdf.startswith(b"%PDF-"), one.key
        tab.issue()
        (row,) = _issued(office, one.key)
        assert row.dated_on == fakes.TODAY
        assert f"{fakes.TODAY.year}" in row.number
        assert "0001" in row.number


def test_a_letter_is_numbered_kept_and_shown(office, tab):
    tab.choose("supply_hold")
    _fill(tab)
    tab.issue()

    (row,) = _issued(office, "supply_hold")
    value = papers.issued_value(office.ctx.reader, row.id, "supply_hold")
    assert value.title == "暂停供货通知函"
    assert row.total == sum(line.open for line in value.lines) > 0
    assert office.current().tab("issued").register.view.current_id() == row.id


def test_an_issued_letter_is_declared_void_in_the_register(office, tab, monkeypatch):
    tab.choose("supply_hold")
    _fill(tab)
    tab.issue()
    register = office.current().tab("issued").register
    register.view.clearSelection()
    monkeypatch.setattr("ui.papers.sending.ask_reason", lambda *_: "发错客户")

    register.sending.void()

    (row,) = _issued(office, "supply_hold")
    assert list(voided(office.ctx.reader)) == [row.id]
    assert [chip.text for chip in register._sent_chips(register._row(row.id))] == ["作废"]


def test_a_required_fact_that_is_missing_is_told_beside_its_field(office, tab):
    tab.choose("supply_hold")
    tab.issue()

    assert tab.facts.fields["scope"].error()
    assert _issued(office, "supply_hold") == []


def test_a_deadline_shorter_than_the_protocol_asks_is_refused(office, tab):
    tab.choose("letter_before_action")
    _fill(tab)
    tab.facts.fields["debtor_is_individual"].editor.setChecked(True)
    tab.facts.fields["pay_by"].editor.set_day(fakes.TODAY)
    tab.issue()

    assert "30" in tab.problem.text()
    assert _issued(office, "letter_before_action") == []


def test_a_letter_that_lists_items_needs_one(office, tab):
    from PySide6.QtCore import Qt

    tab.choose("supply_hold")
    for place in range(tab.items.count()):
        tab.items.item(place).setCheckState(Qt.CheckState.Unchecked)
    _fill(tab)
    tab.issue()
    assert "所列款项" in tab.problem.text()
    assert _issued(office, "supply_hold") == []


def test_what_was_typed_stays_when_another_letter_is_looked_at(tab):
    tab.choose("supply_hold")
    tab.facts.fields["scope"].editor.setText("全部未发货订单")
    tab.choose("limit_change")
    tab.choose("supply_hold")
    assert tab.facts.fields["scope"].editor.text() == "全部未发货订单"


def test_the_form_speaks_both_languages(office, tab):
    tab.choose("guarantee_demand")
    office.set_language("en")
    assert "Guarantee" in tab.facts.fields["guarantee"]._label.text()
    assert tab.letter.currentText() == "Demand under guarantee"
