"""Issuing a letter of the catalogue from a customer's page."""

import pytest

from domain.letters.voiding import voided
from domain.services import papers
from tests.ui import fakes
from tests.ui.office import office
from ui.customers.letters_tab import _LEADS, _OFFERED

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
    for one in (one for one in _OFFERED if not one.origin):
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
    tab.choose("write_off_approval")
    _fill(tab)
    tab.issue()

    (row,) = _issued(office, "write_off_approval")
    value = papers.issued_value(office.ctx.reader, row.id, "write_off_approval")
    assert value.title == "坏账核销审批表"
    assert row.total == sum(line.open for line in value.lines) > 0
    assert office.current().tab("issued").register.view.current_id() == row.id


def test_an_issued_letter_is_declared_void_in_the_register(office, tab, monkeypatch):
    tab.choose("write_off_approval")
    _fill(tab)
    tab.issue()
    register = office.current().tab("issued").register
    register.view.clearSelection()
    monkeypatch.setattr("ui.papers.sending.ask_reason", lambda *_: "发错客户")

    register.sending.void()

    (row,) = _issued(office, "write_off_approval")
    assert list(voided(office.ctx.reader)) == [row.id]
    assert [chip.text for chip in register._sent_chips(register._row(row.id))] == ["作废"]


def test_a_required_fact_that_is_missing_is_told_beside_its_field(office, tab):
    tab.choose("write_off_approval")
    tab.issue()

    assert tab.facts.fields["reason"].error()
    assert _issued(office, "write_off_approval") == []


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

    tab.choose("write_off_approval")
    for place in range(tab.items.count()):
        tab.items.item(place).setCheckState(Qt.CheckState.Unchecked)
    _fill(tab)
    tab.issue()
    assert "所列款项" in tab.problem.text()
    assert _issued(office, "write_off_approval") == []


def test_what_was_typed_stays_when_another_letter_is_looked_at(tab):
    tab.choose("evidence_index")
    tab.facts.fields["case"].editor.setText("买卖合同纠纷")
    for other in ("sme_notice", "limit_change"):
        tab.choose(other)
    tab.choose("evidence_index")
    assert tab.facts.fields["case"].editor.text() == "买卖合同纠纷"


def test_the_form_speaks_both_languages(office, tab):
    tab.choose("sme_notice")
    office.set_language("en")
    assert "Industry" in tab.facts.fields["industry"]._label.text()
    assert tab.letter.currentText() == "Notice of SME status"


def test_each_letter_is_offered_once_and_one_of_an_act_leads_to_it(office, tab):
    keys = [tab.letter.itemData(place) for place in range(tab.letter.count())]
    assert len(keys) == len(set(keys)) == len(_OFFERED)
    led = [one for one in _OFFERED if one.origin]
    assert {one.origin for one in led} == set(_LEADS)
    for one in led:
        tab.choose(one.key)
        assert tab.preview.pdf.startswith(b"%PDF-"), one.key
        assert not tab.issue_act.isEnabled()
        assert not tab.lead.isHidden()
        tab.issue()
        assert _issued(office, one.key) == []
    tab.choose("supply_hold")
    tab.lead.click()
    assert office.current().page.tabs.value() == "exposure"
    tab.choose("assignment_notice")
    tab.lead.click()
    assert office.current().tab("cover").current_key() == "assignments"
