"""Receiving a bill: the number checked while typing, what it settles, how it is booked."""

from datetime import date

import pytest

from domain.listing import ListFilter
from domain.money import Money
from domain.services.receipts import ReceiptEntry, record_receipt
from tests.ui.bills.conftest import NUMBER, make_bill

GOOD = NUMBER.format(1, 77)


@pytest.fixture
def form(screen):
    screen.new_record()
    return screen.form


def fill(form, amount="500.00", number=GOOD):
    form.customer.set_customer(1)
    form.number.setText(number)
    form.amount.setText(amount)
    form.due.set_day(date(2026, 12, 1))
    form.acceptor.setText("中国工商银行杭州分行")
    form._settle()


def line(form, name):
    return form._told[name]._hint_label.text()


def test_a_number_tells_kind_and_issue_date_and_is_read_in_groups(form):
    form.number.setText(GOOD)
    assert form.kind.value() == "bank"
    assert form.issued.day() == date(2026, 6, 1)
    assert line(form, "number").startswith("1 102100099996 20260601 00000077 7 · ")
    form.number.setText(NUMBER.format(2, 77))
    assert form.kind.value() == "commercial"


@pytest.mark.parametrize(
    "number, said",
    [
        ("1102100099996", "13"),
        ("1102100099997", "102100099997"),
        ("0102100099996", "0"),
        ("110210009999620261399", "20261399"),
        ("11O2", "O"),
    ],
)
def test_each_part_is_checked_as_soon_as_it_is_complete(form, number, said):
    form.number.setText(number)
    assert said in line(form, "number")


def test_a_kind_that_the_number_contradicts_is_told(form):
    form.number.setText(GOOD)
    form.kind.set_value("commercial")
    form.kind.chosen.emit("commercial")
    assert [one.code for one in form.findings()] == ["kind"]


def test_a_sub_range_fills_the_amount(form):
    form.part.setText("1-50000")
    assert form.amount.minor() == 50_000
    form.part.setText("1-")
    assert "1-50000000" in line(form, "part")


def test_the_latest_due_date_is_told_and_a_longer_bill_is_refused(form, screen):
    fill(form)
    form.due.set_day(None)
    form._dates_typed()
    assert "2026-12-01" in line(form, "due")
    form.due.set_day(date(2026, 12, 2))
    form.submit()
    assert form.fields["due"].error()
    assert screen.stack.currentWidget() is screen._receiving


def test_what_is_missing_is_told_beside_its_field(form):
    form.submit()
    wrong = {name for name, field in form.fields.items() if field.error()}
    assert {"customer", "number", "amount", "issued", "due", "acceptor"} <= wrong


def test_a_wrong_range_and_a_future_day_are_told(form):
    fill(form)
    form.part.setText("1-40000")
    form.amount.setText("500.00")
    form.received.set_day(date(2026, 11, 21))
    form.submit()
    assert "400.00" in form.fields["part"].error()
    assert form.fields["received"].error()


def test_the_bill_settles_the_oldest_documents_and_is_booked_in_one_act(form, screen, office):
    fill(form, "900.00")
    debits = screen.ctx.reader.open_debits(1, "CNY")
    lines = screen.settle.draft.lines()
    assert lines[0].minor == min(90_000, debits[0].open)
    assert sum(one.minor for one in lines) == 90_000
    form.submit()
    assert "900.00" in office.said[-1].text
    left = {one.id: one.open for one in screen.ctx.reader.open_debits(1, "CNY")}
    assert sum(debit.open - left.get(debit.id, 0) for debit in debits) == 90_000
    assert not form.has_draft()
    assert screen.details.page.row.amount == 90_000
    office.said[-1].run()
    assert [one.open for one in screen.ctx.reader.open_debits(1, "CNY")] == [
        debit.open for debit in debits
    ]


def test_a_typed_amount_caps_a_document_and_what_is_left_stays_on_account(form, screen):
    fill(form, "300.00")
    first = screen.settle.draft.lines()[0]
    screen.settle.model.typed.emit(first, 10_000)
    assert screen.settle.draft.lines()[0].minor == 10_000
    screen.settle.grid.all_toggled.emit()
    assert screen.settle.uses() == []
    assert "300.00" in screen.settle.figures.accessibleName()


def test_choices_stay_while_the_amount_is_typed_anew(form, screen):
    fill(form, "300.00")
    screen.settle.model.typed.emit(screen.settle.draft.lines()[0], 10_000)
    form.amount.setText("310.00")
    form._settle()
    assert screen.settle.draft.lines()[0].minor == 10_000


def test_a_number_that_is_in_the_register_is_told_beside_it(form, filled):
    fill(form, number=NUMBER.format(2, 1))
    form.submit()
    assert form.fields["number"].error()


def test_a_receipt_of_the_book_gets_its_bill(form, screen, office):
    entry = ReceiptEntry(
        customer_id=1, received_on=date(2026, 10, 5), amount=Money(12_300, "CNY"), method="电子承兑"
    )
    receipt = record_receipt(screen.ctx.book.unit_of_work("x"), entry).value
    fill(form, "999.00")
    form.how.setCurrentIndex(1)
    form.submit()
    assert form.fields["receipt"].error()
    form.amount.setText("123.00")
    form._settle()
    assert form.receipt.currentData() == receipt
    assert screen.settle.uses() == []
    form.submit()
    assert screen.details.page.row.receipt_id == receipt
    assert screen.details.page.row.received_on == date(2026, 10, 5)


def test_an_opening_bill_books_nothing(form, screen):
    fill(form)
    before = screen.ctx.reader.receipts.count(_all())
    form.how.setCurrentIndex(2)
    form.submit()
    assert screen.ctx.reader.receipts.count(_all()) == before
    assert screen.details.page.row.receipt_id is None


def _all():
    return ListFilter(as_of=date(2026, 11, 20))


def test_esc_keeps_what_is_typed_and_closing_the_window_would_ask(form, screen):
    fill(form)
    assert screen.has_draft()
    screen.escape()
    assert screen.stack.currentWidget() is screen.list
    screen.new_record()
    assert form.number.text() == GOOD


def test_a_refused_bill_of_the_domain_stays_in_the_form(form, screen, filled):
    fill(form)
    filled.receive(make_bill(77, 100, (12, 1), number=GOOD))
    form.submit()
    assert form.fields["number"].error()
    assert form.has_draft()
