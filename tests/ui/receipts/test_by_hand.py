"""Receipts entered by hand, credit given back, notes, and the keys of the screen."""

import pytest
from PySide6.QtCore import Qt

from domain.listing import ListFilter
from tests.ui.receipts.conftest import SECOND, shown
from ui.receipts.data import plan_batch


@pytest.fixture
def screen(office):
    office.go("receipts")
    return office.current()


def enter(screen, customer, amount):
    screen.new_record()
    screen.form.customer.set_customer(customer)
    screen.form.amount.setText(amount)
    screen.form.submit()


@pytest.fixture
def received(screen):
    """Receive 900.00 of the second customer, not allocated."""
    screen.new_record()
    screen.form.customer.set_customer(2)
    screen.form.amount.setText("900.00")
    screen.form._tell()
    screen.panel.draft.toggle_all()
    screen.form.submit()
    screen.list.show_state("todo")
    screen.list.list.view.selectRow(0)
    return screen


def test_a_receipt_to_allocate_is_shown_with_its_documents(received):
    panel = received.panel
    assert panel.draft.source.available == 90_000
    assert panel.case.customer("zh") == SECOND
    assert sum(shown(received).values()) == 90_000


def test_enter_books_what_is_shown_of_a_receipt_and_the_notice_undoes_it(received, office):
    before = shown(received)
    received.desk.accept()
    assert "900.00" in office.said[-1].text
    assert received.list.list.model.rowCount() == 0
    office.said[-1].run()
    assert received.list.list.model.rowCount() == 1
    received.list.list.view.selectRow(0)
    assert shown(received) == before


def test_a_receipt_is_recorded_and_allocated_in_one_act(screen, office):
    enter(screen, 1, "500")
    assert "500.00" in office.said[-1].text
    assert not screen.form.has_draft()
    rows = screen.ctx.reader.allocations(_newest(screen))
    assert sum(row.amount for row in rows) == 50_000
    office.said[-1].run()
    assert all(row.reversed_on for row in screen.ctx.reader.allocations(_newest(screen))[:1])


def _newest(screen):
    from domain.listing import Order

    where = ListFilter(as_of=screen.ctx.as_of)
    return screen.ctx.reader.receipts.ids(where, Order("number", True), limit=1)[0]


def test_what_cannot_be_recorded_is_said_beside_its_field(screen):
    screen.new_record()
    screen.form.submit()
    assert screen.form.fields["customer"].error()
    assert screen.form.fields["amount"].error()
    screen.form.customer.set_customer(1)
    screen.form.amount.setText("0")
    screen.form.submit()
    assert screen.form.fields["amount"].error()


def test_undo_opens_what_a_receipt_paid_and_keeps_it_in_view(screen, office):
    screen.list.show_state("done")
    screen.list.list.view.selectRow(0)
    before = screen.panel.draft.source
    assert before.available == 0
    screen.undo_booking()
    screen.undo_booking()
    assert before.number in office.said[-1].text
    assert screen.panel.draft.source.number == before.number
    assert screen.panel.draft.source.available > 0


def test_one_allocation_is_undone_by_itself(screen, office):
    screen.list.show_state("done")
    screen.list.list.view.selectRow(0)
    one, *others = screen.panel.live()
    screen.panel.undo_asked.emit(one)
    screen.panel.ask.answer()
    assert one.debit_number in office.said[-1].text
    assert [row.id for row in screen.panel.live()] == [row.id for row in others]


def test_all_receipts_are_spread_oldest_first_as_the_preview_shows(received, office):
    planned = plan_batch(received.ctx.reader)
    received._act["all"].trigger()
    assert received.desk.spread.rows == planned
    received._act["book"].trigger()
    assert str(len(planned)) in office.said[-1].text
    assert not plan_batch(received.ctx.reader)
    office.said[-1].run()
    assert plan_batch(received.ctx.reader) == planned


def test_a_voided_receipt_says_so(received, office, monkeypatch):
    monkeypatch.setattr("ui.receipts.screen.ask_reason", lambda *_asked: "录错")
    document = received.panel.case.source.document_id
    received.ask_void()
    assert received.ctx.reader.receipt(document, received.ctx.as_of).voided
    received.open_record(str(document))
    assert received.panel.case.voided
    assert not received._act["accept"].isEnabled()


def test_the_note_is_issued_with_a_number_once(received, office, monkeypatch):
    printed = []
    monkeypatch.setattr("ui.printing.print_pdf", lambda _ctx, pdf, _parent: printed.append(pdf))
    received.desk.show_note()
    assert received.desk.note.preview.count == 1
    received.desk.note.print.click()
    received.desk.note.print.click()
    assert len(printed) == 2
    assert len(received.ctx.reader.papers(kind="receipt_note")) == 1


def test_older_addresses_still_open_their_lists(screen):
    screen.open_list({"state": "unapplied"})
    assert screen.list.list.model.where.state == "todo"
    screen.open_list({"state": "allocated"})
    assert screen.list.list.model.where.state == "done"


# keys


def test_single_keys_belong_to_fields_while_these_have_the_focus(received, office, qtbot):
    search = received.list.list.search
    with qtbot.waitActive(office):
        office.activateWindow()
    search.setFocus()
    qtbot.keyClicks(search, "au")
    assert search.text() == "au"


def test_a_opens_the_amount_and_digits_are_typed_into_the_grid(received, office, qtbot):
    with qtbot.waitActive(office):
        office.activateWindow()
    received.list.list.view.setFocus()
    qtbot.keyClick(received.list.list.view, Qt.Key.Key_A)
    assert received.panel.grid.state() == received.panel.grid.State.EditingState


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_act_has_words_and_a_key_of_its_own(screen, office, language):
    office.set_language(language)
    keys = [key.toString() for act in screen.acts for key in act.shortcuts()]
    assert all(act.text() and act.shortcut().toString() for act in screen.acts)
    assert len(keys) == len(set(keys))
    office.set_language("zh")


def test_keys_of_a_hidden_screen_do_not_answer(received, office):
    office.go("customers")
    assert not received.isVisible()
    assert all(act not in office.actions() for act in received.acts)
