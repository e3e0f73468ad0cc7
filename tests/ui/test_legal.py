"""The limitation on the page of an invoice, and the form that records events."""

import hashlib
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from domain.legal_event import EventKind, Strength
from domain.services import legal
from tests.ui import fakes
from tests.ui.office import office
from ui.invoices.facts import clock_lines, clock_tones

__all__ = ["office"]


@pytest.fixture
def screen(office):
    office.open("invoices?state=open")
    return office.current()


@pytest.fixture
def item(office):
    """Return the oldest open item of the second customer: nothing was paid of it."""
    return office.ctx.reader.open_items(fakes.TODAY, customer_id=2)[0]


@pytest.fixture
def form(office, item):
    """Return the form, open on the item's page."""
    office.open(f"invoice/{item.id}")
    office.current().open_legal()
    return office.current().legal_form


def _clock(office, item, as_of=fakes.TODAY):
    return legal.item_clock(office.ctx.reader, item, as_of)


def _last(office, item):
    """Return the last safe day of an item of which nothing was recorded: three years on."""
    due = office.ctx.reader.invoice_detail(item.document_id, fakes.TODAY).items[-1].due_on
    return due.replace(year=due.year + 3)


def _choose(form, kind):
    form.kind.setCurrentIndex(form.kind.findData(kind))
    form.kind.activated.emit(form.kind.currentIndex())


def _shown(office):
    return [one.text() for one in office.current().page._facts.findChildren(QLabel)]


def test_the_page_shows_the_last_safe_day_with_its_reason(office, item):
    office.open(f"invoice/{item.id}")
    last = _last(office, item)
    (told,) = [text for text in _shown(office) if text.startswith(last.isoformat())]
    days, why, advice = told.splitlines()
    assert days.endswith(f"剩 {(last - fakes.TODAY).days} 天")
    assert "3 年（中国法）" in why
    assert advice == "仅为提醒，不构成法律意见。"


def test_the_inspector_shows_it_too(office, screen):
    screen.list.list.view.selectRow(0)
    told = [one.text() for one in screen.details._facts.findChildren(QLabel)]
    assert any("不构成法律意见" in text and "法）" in text for text in told)


def test_credits_and_settled_items_have_none(office, screen):
    settled = office.ctx.reader.item(1, fakes.TODAY)
    assert settled.open == 0
    assert _clock(office, settled).limited is None
    assert clock_lines(_clock(office, settled), "zh") == []
    assert clock_lines(None, "zh") == []


def test_the_colour_warns_half_a_year_before_and_urges_a_month_before(office, item):
    last = _last(office, item)
    tones = {
        left: list(clock_tones(_clock(office, item, last - timedelta(days=left))).values())
        for left in (181, 180, 31, 30, -1)
    }
    assert tones == {181: [], 180: ["amber"], 31: ["amber"], 30: ["red"], -1: ["red"]}


def test_a_signed_promise_moves_the_day_and_is_taken_back_again(office, item, form):
    assert form.chosen() is EventKind.PROMISE_WRITTEN
    assert "弱" in form.strength.itemText(0)
    form.signed.setText("李总")
    assert "强" in form.strength.itemText(0)
    form.on.set_day(date(2026, 11, 1))
    form.submit()
    found = _clock(office, item)
    assert found.limited.conservative.on == date(2029, 11, 1)
    assert [row.event.item_ids for row in found.events] == [(item.id,)]
    assert office.current().side.currentWidget() is office.current().details
    office.said[-1].run()
    assert _clock(office, item).events == ()
    assert _clock(office, item).limited.conservative.on == _last(office, item)


def test_a_letter_needs_its_arrival(office, item, form):
    _choose(form, "letter_delivered")
    assert not form.fields["channel"].isHidden()
    form.submit()
    assert form.fields["arrived"].error()
    form.on.set_day(date(2026, 11, 2))
    form.number.setText("EA1")
    form.arrived.setText("2026-11-01")
    form.submit()
    assert form.fields["on"].error()
    form.arrived.setText("2026-11-04")
    form.submit()
    assert _clock(office, item).limited.conservative.on == date(2029, 11, 4)


def test_a_filing_asks_for_its_case_number_and_nobodys_signature(form):
    _choose(form, "lawsuit")
    shown = {name for name, field in form.fields.items() if not field.isHidden()}
    assert "number" in shown
    assert shown.isdisjoint({"channel", "arrived", "signed_by"})


def test_an_event_may_mean_all_that_was_owed(office, item, form):
    _choose(form, "lawsuit")
    form.number.setText("(2026)苏05民初1号")
    form.whole.setChecked(True)
    form.submit()
    rows = legal.limited(office.ctx.reader, fakes.TODAY, customer_id=item.customer_id)
    later = fakes.TODAY.replace(year=fakes.TODAY.year + 3)
    assert {one.conservative.on for one in rows} == {later}


def test_a_person_may_judge_the_proof(office, item, form):
    form.signed.setText("李总")
    form.strength.setCurrentIndex(form.strength.findData(Strength.WEAK.value))
    form.submit()
    found = _clock(office, item).limited
    assert found.conservative.on < found.optimistic.on
    assert len(clock_lines(_clock(office, item), "en")) == 2


def test_a_scan_is_kept_by_its_hash(office, item, form, tmp_path):
    path = tmp_path / "回执.pdf"
    path.write_bytes(b"signed")
    form.scan.take(path)
    assert "强" in form.strength.itemText(0)
    form.submit()
    (row,) = _clock(office, item).events
    assert (row.event.file, row.event.sha256) == (
        "回执.pdf",
        hashlib.sha256(b"signed").hexdigest(),
    )
    said = len(office.said)
    form.scan.take(tmp_path / "gone.pdf")
    assert len(office.said) == said + 1


def test_what_was_recorded_stands_in_the_form_and_in_the_chain(office, item, form):
    form.signed.setText("李总")
    form.submit()
    office.current().open_legal()
    (row,) = _clock(office, item).events
    link = form.events.findChildren(type(form.do), f"invoices.legal.events.back.{row.id}")[-1]
    office.open(f"invoice/{item.id}")
    chain = [one.text() for one in office.current().page._chain.findChildren(QLabel)]
    assert "书面承诺付款" in chain
    link.click()
    assert _clock(office, item).events == ()


def test_an_unreadable_day_is_said_at_its_field(office, item, form):
    form.on.setText("yesterday-ish")
    form.submit()
    assert form.fields["on"].error()
    assert _clock(office, item).events == ()


def test_the_key_opens_the_form_and_escape_leaves_it(office, screen, qtbot):
    screen.list.list.view.selectRow(0)
    act = next(one for one in screen.acts if one.objectName() == "invoices.legal")
    assert act.key_text() == "Ctrl+L"
    act.trigger()
    assert screen.side.currentWidget() is screen.legal_form
    qtbot.keyClick(screen.legal_form.note, Qt.Key.Key_Escape)
    assert screen.side.currentWidget() is screen.details


def test_the_form_speaks_both_languages_and_keeps_what_was_chosen(office, form):
    _choose(form, "arbitration")
    for language, word in (("en", "Arbitration"), ("zh", "申请仲裁")):
        office.set_language(language)
        assert form.kind.currentText() == word
        assert form.chosen() is EventKind.ARBITRATION
        assert all(field.editor.accessibleName() for field in form.fields.values())
