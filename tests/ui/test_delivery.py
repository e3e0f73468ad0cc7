"""Recording how letters and statements went, from the register of papers."""

from datetime import date

import pytest

from domain.services import dunning, legal, papers
from tests.ui import fakes
from tests.ui.office import office

__all__ = ["office"]


@pytest.fixture
def letters(office):
    """Release a run and return the register of letters."""
    ctx = office.ctx
    proposal = dunning.draft_run(ctx.reader, fakes.TODAY)
    drafts = dunning.draft_letters(ctx.reader, proposal)
    uow = ctx.book.unit_of_work("tester")
    dunning.release_run(uow, proposal, drafts, ctx.papers.render)
    office.open("collections?tab=sent")
    return office.current().tab("sent").register


@pytest.fixture
def statements(office):
    """Issue the statements and return the register of papers."""
    ctx = office.ctx
    values = papers.statement_values(ctx.reader, [1, 2], to_on=fakes.TODAY, issued_on=fakes.TODAY)
    uow = ctx.book.unit_of_work("tester")
    papers.issue(uow, "statement", values, [1, 2], ctx.papers.render)
    office.open("statements?tab=issued")
    return office.current().tab("issued").register


def _chip(register):
    key = register.view.current_id()
    return [one.text for one in register._sent_chips(register._row(key))]


def _events(register):
    return register.ctx.reader.legal_events(paper_id=register.view.current_id())


def test_a_letter_is_sent_and_its_arrival_recorded_later(letters):
    letters.view.selectRow(0)
    letters.open_form("send")
    form = letters.form
    assert letters.right.currentWidget() is form
    form.number.setText("EA123456789CN")
    form.submit()
    assert letters.right.currentWidget() is letters.preview
    (row,) = _events(letters)
    assert (row.event.arrived_on, row.event.strength) == (None, "none")
    assert len(_chip(letters)) == 1
    letters.open_form("send")
    assert form.number.text() == "EA123456789CN"
    form.arrived.set_day(fakes.TODAY)
    form.submit()
    (row,) = _events(letters)
    assert (row.event.arrived_on, row.event.strength) == (fakes.TODAY, "strong")
    assert row.event.item_ids
    limited = legal.limited(letters.ctx.reader, fakes.TODAY, customer_id=row.event.customer_id)
    moved = [one for one in limited if one.debt.item_id in row.event.item_ids]
    assert {one.conservative.on for one in moved} == {
        date(fakes.TODAY.year + 3, fakes.TODAY.month, fakes.TODAY.day)
    }


def test_what_cannot_be_is_said_beside_its_field(letters):
    letters.view.selectRow(0)
    letters.open_form("send")
    form = letters.form
    form.sent.setText("someday")
    form.submit()
    assert form.fields["sent"].error()
    form.sent.set_day(date(2026, 1, 1))
    form.submit()
    assert form.fields["sent"].error()
    assert _events(letters) == []


def test_the_notice_takes_a_sending_back(office, letters):
    letters.view.selectRow(0)
    letters.open_form("send")
    letters.form.submit()
    office.said[-1].run()
    assert _events(letters) == []
    assert _chip(letters) == []


def test_a_statement_comes_back_signed(statements):
    statements.view.selectRow(0)
    statements.open_form("reply")
    form = statements.form
    form.submit()
    assert form.fields["signed_by"].error()
    form.signed.setText("王会计")
    form.promises.setChecked(True)
    form.submit()
    (row,) = _events(statements)
    assert (row.event.kind, row.event.strength) == ("promise_written", "strong")


def test_only_a_statement_has_a_signed_reply(office, letters):
    letters.view.selectRow(0)
    said = len(office.said)
    letters.open_form("reply")
    assert len(office.said) == said + 1
    assert letters.right.currentWidget() is letters.preview


def test_escape_leaves_the_form_and_then_the_register(office, letters):
    letters.view.selectRow(0)
    letters.open_form("send")
    screen = office.current()
    assert screen.escape()
    assert letters.right.currentWidget() is letters.preview
    assert screen.current_key() == "sent"
    assert screen.escape()
    assert screen.current_key() == "run"


def test_the_acts_stand_in_the_menu_and_rest_while_the_draft_is_shown(office, letters):
    screen = office.current()
    names = [act.objectName() for act in screen.acts]
    assert "collections.register.deliver" in names
    assert letters.deliver_act.isEnabled()
    screen.show_tab("run")
    names = [act.objectName() for act in screen.acts]
    assert "collections.register.deliver" not in names
    assert "collections.release" in names


def test_the_form_speaks_both_languages(office, statements):
    statements.view.selectRow(0)
    for act in ("send", "reply"):
        statements.open_form(act)
        for language in ("en", "zh"):
            office.set_language(language)
            form = statements.form
            assert form.about.text()
            assert all(field.editor.accessibleName() for field in form.fields.values())
    assert "仅为提醒，不构成法律意见" in statements.form.about.text()
