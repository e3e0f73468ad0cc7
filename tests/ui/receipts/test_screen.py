"""The receipts screen: accepting, splitting, marking, taking back, by hand and many at once."""

import pytest

from domain.listing import ListFilter
from tests.ui import fakes
from tests.ui.receipts.conftest import FIRST, pick, shown
from ui.receipts.data import ALL_KNOWN

EVER = ListFilter(as_of=ALL_KNOWN)


def receipts_of(screen, line_id):
    """Return the receipts that stand for a bank line."""
    reader = screen.ctx.reader
    keys = reader.inflows.ids(ListFilter(as_of=ALL_KNOWN, state="all"), _by_date())
    rows = reader.inflows.rows(keys, EVER).values()
    return [row for row in rows if row.key < 0 and row.line_id == line_id and row.state != "void"]


def _by_date():
    from domain.listing import Order

    return Order("booked_on", True)


def allocated(screen, row):
    """Return a receipt's live allocations: number → amount."""
    found = screen.ctx.reader.allocations(-row.key)
    return {one.debit_number: one.amount for one in found if one.reversed_on is None}


def test_enter_books_exactly_the_proposal(banked, opened):
    line = pick(banked, FIRST, opened[1][0][0])
    proposal = banked.panel.proposal()
    before = shown(banked)
    assert sum(before.values()) == line.amount == sum(part.minor for part in proposal.parts)
    banked._act["accept"].trigger()
    (receipt,) = receipts_of(banked, line.key)
    assert (receipt.amount, receipt.open, receipt.booked_on) == (line.amount, 0, line.booked_on)
    assert allocated(banked, receipt) == before
    assert receipt.name == FIRST


def test_the_notice_of_accepting_takes_it_back(banked, bank_office, opened):
    line = pick(banked, FIRST, opened[1][0][0])
    before = shown(banked)
    banked.desk.accept()
    said = bank_office.said[-1]
    assert said.action
    said.run()
    assert receipts_of(banked, line.key) == []
    pick(banked, FIRST, opened[1][0][0])
    assert shown(banked) == before


def test_accepting_goes_on_to_the_next_line(banked, opened):
    pick(banked, FIRST, opened[1][0][0])
    count = banked.list.list.model.rowCount()
    banked.desk.accept()
    assert banked.list.list.model.rowCount() == count - 1
    assert banked.panel.case.source.key == banked.list.list.view.current_id()


def test_evidence_is_marked_in_the_text_and_in_the_grid(banked, opened):
    number = opened[1][0][0]
    line = pick(banked, FIRST, number)
    marked = {line.text[span.start : span.end] for span in banked.panel.head.text.spans()}
    assert any(word in number for word in marked)
    paid = next(one for one in banked.panel.draft.lines() if one.used)
    column = next(at for at, one in enumerate(banked.panel.grid.rows.columns) if one.key == "hint")
    place = banked.panel.grid.rows.rows().index(paid)
    assert banked.panel.grid.rows.data(banked.panel.grid.rows.index(place, column)).startswith("1 ")


def test_digits_choose_a_proposal(banked, opened):
    pick(banked, FIRST, opened[1][1][0])
    assert banked.panel.chosen == 0
    banked._act["second"].trigger()
    assert banked.panel.chosen == 1
    banked._act["first"].trigger()
    assert banked.panel.chosen == 0


def test_an_amount_typed_is_booked_and_the_rest_goes_on(banked, opened):
    line = pick(banked, FIRST, opened[1][1][0])
    panel = banked.panel
    paid = next(one for one in panel.draft.lines() if one.used)
    column = next(at for at, one in enumerate(panel.grid.rows.columns) if one.key == "minor")
    place = panel.grid.rows.rows().index(paid)
    assert panel.grid.rows.setData(panel.grid.rows.index(place, column), 1_000)
    typed = shown(banked)
    assert typed[paid.label] == 1_000
    assert sum(typed.values()) == line.amount
    banked.desk.accept()
    (receipt,) = receipts_of(banked, line.key)
    assert allocated(banked, receipt) == typed


def test_a_stranger_is_named_and_known_the_next_time(banked):
    line = pick(banked, "王建国")
    assert banked.panel.draft.source.customer_id == 0
    assert not banked._act["accept"].isEnabled()
    banked._act["customer"].trigger()
    banked.desk.moves._customer.set_customer(2)
    banked.panel.ask.answer()
    assert banked.panel.draft.source.customer_id == 2
    assert sum(shown(banked).values()) == line.amount
    banked.desk.accept()
    (receipt,) = receipts_of(banked, line.key)
    assert receipt.customer_id == 2
    kept = {(row.kind, row.customer_id) for row in banked.ctx.reader.learned()}
    assert {("account", 2), ("name", 2)} <= kept


def test_a_line_is_split_between_customers_and_an_advance(banked, opened):
    line = pick(banked, "王建国")
    banked._act["customer"].trigger()
    banked.desk.moves._customer.set_customer(1)
    banked.panel.ask.answer()
    panel = banked.panel
    first = next(one for one in panel.draft.lines() if one.used)
    panel.draft.toggle_all()
    panel.draft.type(first.id, 30_000)
    banked._act["split"].trigger()
    banked.desk.moves._customer.set_customer(2)
    panel.ask.answer()
    assert [party.id for party in panel.customers()] == [1, 2]
    assert shown(banked) == {first.label: 30_000}
    theirs = next(one for one in panel.draft.lines() if one.item.customer_id == 2)
    panel.draft.toggle(theirs.id)
    panel.toggle_hold()
    banked.desk.accept()
    rows = {row.customer_id: row for row in receipts_of(banked, line.key)}
    taken = theirs.item.open
    assert (rows[2].amount, rows[2].open) == (taken, 0)
    assert rows[1].amount == line.amount - taken
    assert (rows[1].open, rows[1].state) == (line.amount - taken - 30_000, "held")


def test_the_whole_of_a_line_can_be_kept_as_an_advance(banked, opened):
    line = pick(banked, FIRST, opened[1][0][0])
    places = [one.rule.value for one in banked.panel.offers()]
    banked.panel.choose(places.index("advance"))
    assert shown(banked) == {}
    banked.desk.accept()
    (receipt,) = receipts_of(banked, line.key)
    assert (receipt.open, receipt.state) == (line.amount, "held")


def test_h_keeps_what_is_left_as_an_advance_and_lets_it_go_again(banked, opened):
    line = pick(banked, "王建国")
    banked._act["customer"].trigger()
    banked.desk.moves._customer.set_customer(1)
    banked.panel.ask.answer()
    banked.panel.draft.toggle_all()
    banked.panel._show_draft()
    assert not banked._act["accept"].isEnabled()
    banked._act["hold"].trigger()
    banked.desk.accept()
    (receipt,) = receipts_of(banked, line.key)
    assert (receipt.open, receipt.state) == (line.amount, "held")
    banked.list.show_state("held")
    banked.list.list.view.selectRow(0)
    banked._act["hold"].trigger()
    assert banked.ctx.reader.inflow(receipt.key, ALL_KNOWN).state == "todo"


def test_n_marks_non_trade_and_takes_it_off_again(banked):
    line = pick(banked, "国家税务总局苏州税务局")
    banked._act["other"].trigger()
    assert banked.ctx.reader.inflow(line.key, ALL_KNOWN).state == "other"
    banked.list.show_state("other")
    pick(banked, "国家税务总局苏州税务局")
    banked._act["other"].trigger()
    assert banked.ctx.reader.inflow(line.key, ALL_KNOWN).state == "todo"


def test_money_out_stands_with_what_is_non_trade_and_cannot_be_allocated(banked):
    banked.list.show_state("other")
    line = pick(banked, "苏州供电公司")
    assert line.amount == -34_560
    assert not banked._act["accept"].isEnabled()


def test_m_puts_a_line_aside_with_a_note(banked):
    line = pick(banked, "王建国")
    banked._act["check"].trigger()
    banked.panel.ask.field.setText("问销售是谁")
    banked.panel.ask.answer()
    kept = banked.ctx.reader.inflow(line.key, ALL_KNOWN)
    assert (kept.state, kept.note) == ("check", "问销售是谁")


def test_u_says_what_it_takes_back_and_the_second_u_does_it(banked, opened):
    line = pick(banked, FIRST, opened[1][0][0])
    banked.desk.accept()
    (receipt,) = receipts_of(banked, line.key)
    banked.desk.show_inflow(receipt.key)
    banked._act["undo"].trigger()
    assert receipt.number in banked.panel.ask._words.text()
    assert receipts_of(banked, line.key)
    banked._act["undo"].trigger()
    assert receipts_of(banked, line.key) == []
    back = banked.ctx.reader.inflow(line.key, ALL_KNOWN)
    assert (back.state, back.open) == ("todo", line.amount)


def test_esc_leaves_everything_as_it_is(banked, opened):
    line = pick(banked, FIRST, opened[1][0][0])
    banked.desk.accept()
    (receipt,) = receipts_of(banked, line.key)
    banked.desk.show_inflow(receipt.key)
    banked._act["undo"].trigger()
    assert banked.escape()
    assert len(receipts_of(banked, line.key)) == 1


def test_the_row_as_the_bank_sent_it_is_shown_on_demand(banked):
    pick(banked, "王建国")
    assert banked.panel.head.raw.isHidden()
    banked._act["raw"].trigger()
    assert "6222021234567890123" in banked.panel.head.raw.toPlainText()
    banked._act["raw"].trigger()
    assert banked.panel.head.raw.isHidden()


# many at once


def test_the_batch_books_what_its_preview_shows(banked, bank_office):
    banked._act["preview"].trigger()
    planned = {one.booking.key: one for one in banked.desk.batch.lines}
    assert planned
    banked._act["book"].trigger()
    for key, plan in planned.items():
        (receipt,) = receipts_of(banked, key)
        assert receipt.customer_id == plan.party.id
        assert receipt.open == plan.rest
        assert allocated(banked, receipt) == {part.number: part.minor for part in plan.parts}
    assert str(len(planned)) in bank_office.said[-1].text


def test_a_batch_is_taken_back_as_a_whole(banked, bank_office):
    keys = [one.key for one in banked.desk.batching.bookings()]
    banked._act["book"].trigger()
    assert all(receipts_of(banked, key) for key in keys)
    bank_office.said[-1].run()
    assert not any(receipts_of(banked, key) for key in keys)
    assert [one.key for one in banked.desk.batching.bookings()] == keys


def test_a_line_left_out_of_the_preview_is_not_booked(banked):
    banked._act["preview"].trigger()
    batch = banked.desk.batch
    left_out = batch.lines[0].booking.key
    batch.model.toggled.emit(batch.model.rows()[0])
    assert left_out not in [one.key for one in banked.desk.batching.bookings()]
    banked._act["book"].trigger()
    assert receipts_of(banked, left_out) == []


def test_the_bar_says_how_much_before_it_acts(banked):
    bookings = banked.desk.batching.bookings()
    size = banked.desk.batching.bar._size
    assert size.lines == len(bookings)
    sums = sum(part.minor for one in bookings for part in one.parts)
    assert sum(size.sums.values()) - sum(size.rests.values()) == sums


def test_a_higher_confidence_accepts_no_more_lines(banked):
    bar = banked.desk.batching.bar
    before = len(banked.desk.batching.bookings())
    bar.confidence.setValue(100)
    assert len(banked.desk.batching.bookings()) <= before
    bar.confidence.setValue(50)
    assert len(banked.desk.batching.bookings()) >= before


# the list


def test_pills_count_what_their_lists_hold(banked):
    for state in ("todo", "other", "all"):
        banked.list.show_state(state)
        assert banked.list.counts[state] == banked.list.list.model.rowCount()


def test_what_was_booked_today_stands_under_the_list(banked, bank_office, monkeypatch, opened):
    from datetime import date

    monkeypatch.setattr("ui.receipts.today._is_on", lambda _operation, _day: True)
    pick(banked, FIRST, opened[1][0][0])
    banked.desk.accept()
    strip = banked.list.today
    assert strip.isVisibleTo(banked.list)
    assert strip.booked.rows[0].name == FIRST
    assert strip.booked.rows[0].booked_on == date(2026, 11, 17)
    banked.list.show_state("all")
    assert strip.isHidden()


def test_an_empty_book_says_what_belongs_there(make_ctx, bank_office):
    bank_office.go("receipts")
    screen = bank_office.current()
    screen.list.counts = {"all": 0}
    title, _text = screen.list._empty_words()
    assert title == "还没有银行流水"
    screen.list.counts = {"all": 5}
    assert screen.list._empty_words()[0] == "全部已核销"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_is_worded_in_both_languages(banked, bank_office, opened, language):
    bank_office.set_language(language)
    pick(banked, FIRST, opened[1][0][0])
    row = banked.panel.proposals._rows[0]
    assert row.accessibleName()
    english = all(ord(one) < 0x2E80 for one in banked.desk.batching.do.text())
    assert english == (language == "en")
    assert banked.help_text()
    bank_office.set_language("zh")


def test_names_follow_the_day_of_the_fakes(banked):
    assert banked.ctx.today == fakes.TODAY
