"""The receipts screen: allocating, undoing, recording, the batch, the note."""

import pytest
from PySide6.QtCore import Qt

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
    screen.form.amount.setText("")
    screen.new_record()
    screen.form.customer.set_customer(2)
    screen.form.amount.setText("900.00")
    screen.form._tell()
    screen.panel.draft.toggle_all()
    screen.form.submit()
    screen.list.pills.set_value("unapplied")
    screen.list.list.narrow(state="unapplied")
    return screen


def test_the_first_receipt_to_allocate_is_shown_with_its_oldest_debits(received):
    panel = received.panel
    assert panel.money.source.available == 90_000
    lines = panel.draft.lines()
    assert lines[0].minor == min(90_000, lines[0].debit.open)
    assert sum(line.minor for line in lines) == 90_000


def shown(screen):
    return [(line.id, line.debit.open, line.minor) for line in screen.panel.draft.lines()]


def test_enter_books_exactly_what_is_shown_and_the_notice_undoes_it(received, office):
    before = shown(received)
    received.accept()
    assert "900.00" in office.said[-1].text
    assert office.said[-1].action
    assert received.list.list.model.rowCount() == 0
    office.said[-1].run()
    assert received.list.list.model.rowCount() == 1
    received.list.list.view.selectRow(0)
    assert shown(received) == before


def test_a_typed_amount_caps_the_first_and_goes_on(received):
    first, second = received.panel.draft.lines()[:2]
    model = received.panel.grid_model
    column = next(at for at, one in enumerate(model.columns) if one.key == "minor")
    assert model.setData(model.index(0, column), 1_000)
    lines = received.panel.draft.lines()
    assert lines[0].minor == 1_000
    assert lines[1].minor == min(second.debit.open, 89_000)
    assert first.id == lines[0].id


def test_a_receipt_is_recorded_and_allocated_in_one_act(screen, office):
    enter(screen, 1, "500")
    assert "500.00" in office.said[-1].text
    assert not screen.form.has_draft()
    rows = screen.ctx.reader.allocations(_newest(screen))
    assert sum(row.amount for row in rows) == 50_000
    office.said[-1].run()
    assert all(row.reversed_on for row in screen.ctx.reader.allocations(_newest(screen))[:1])


def _newest(screen):
    from domain.listing import ListFilter, Order

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


def test_undo_opens_what_was_paid_and_keeps_the_receipt_in_view(screen, office):
    screen.list.list.narrow(state="allocated")
    screen.list.list.view.selectRow(0)
    shown = screen.panel.money.source
    assert shown.available == 0
    screen.undo_allocation()
    assert "INV" in office.said[-1].text
    assert screen.panel.money.source.number == shown.number
    assert screen.panel.money.source.available > 0


def test_the_batch_books_what_its_preview_shows(received, office):
    planned = plan_batch(received.ctx.reader)
    received.show_batch()
    assert received.batch.rows == planned
    received.book()
    assert str(len(planned)) in office.said[-1].text
    assert not plan_batch(received.ctx.reader)
    office.said[-1].run()
    assert plan_batch(received.ctx.reader) == planned


def test_a_voided_receipt_says_so(received, office, monkeypatch):
    monkeypatch.setattr("ui.receipts.screen.ask_reason", lambda *_asked: "录错")
    document = received.panel.money.source.document_id
    received.ask_void()
    row = received.ctx.reader.receipt(document, received.ctx.as_of)
    assert row.voided
    assert not received.ctx.reader.receipts.count(received.list.list.model.where)
    assert received.panel.money.voided
    assert received.panel.undo_row() is None
    assert not received._act["undo"].isEnabled()


def test_the_note_is_issued_with_a_number_once(received, office, monkeypatch):
    printed = []
    monkeypatch.setattr("ui.printing.print_pdf", lambda _ctx, pdf, _parent: printed.append(pdf))
    received.show_note()
    assert received.note.preview.count == 1
    received.note.print.click()
    received.note.print.click()
    assert len(printed) == 2
    assert len(received.ctx.reader.papers(kind="receipt_note")) == 1


def test_single_keys_belong_to_fields_while_these_have_the_focus(received, office, qtbot):
    search = received.list.list.search
    with qtbot.waitActive(office):
        office.activateWindow()
    search.setFocus()
    qtbot.keyClicks(search, "au")
    assert search.text() == "au"


def test_space_goes_on_and_a_opens_the_amount(received, office, qtbot):
    with qtbot.waitActive(office):
        office.activateWindow()
    received.list.list.view.setFocus()
    qtbot.keyClick(received.list.list.view, Qt.Key.Key_A)
    assert received.panel.grid.state() == received.panel.grid.State.EditingState


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_act_has_words_and_a_key(screen, office, language):
    office.set_language(language)
    assert all(act.text() and act.shortcut().toString() for act in screen.acts)
    office.set_language("zh")


def test_keys_of_a_hidden_screen_do_not_answer(received, office):
    office.go("customers")
    assert not received.isVisible()
    assert all(act not in office.actions() for act in received.acts)
