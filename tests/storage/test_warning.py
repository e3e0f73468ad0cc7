"""Debts as they were known on a day: what a run reads is what the back-test sees."""

from datetime import date, timedelta

import pytest

from domain.errors import Cancelled
from domain.sample.dice import Dice
from domain.warning.debts import debts_on
from tests.desk import day

JUNE = date(2026, 6, 30)


def _accounts(desk, on):
    return {
        (one.customer_id, one.currency): list(one.debts)
        for one in desk.book.reader.debt_accounts(on)
        if one.debts
    }


def _seen(desk, on):
    """Return the same from the whole histories, cut at the day."""
    ids = [person.customer_id for person in desk.book.reader.people()]
    histories = desk.book.reader.debt_histories(date(2027, 12, 31), sorted(ids))
    found = {
        (one.customer_id, one.currency): debts_on(one.debts, on.toordinal()) for one in histories
    }
    return {key: debts for key, debts in found.items() if debts}


def test_a_paid_invoice_tells_when_the_money_came_not_when_it_was_allocated(desk):
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-02-04")
    receipt = desk.receipt("100.00", "2026-02-10")
    desk.allocate(receipt, {invoice: "100.00"}, "2026-03-01")
    (debt,) = _accounts(desk, JUNE)[desk.first, "CNY"]
    assert (debt.open, debt.paid, debt.parts) == (0, day("2026-02-10").toordinal(), 1)
    (before,) = _accounts(desk, date(2026, 2, 28))[desk.first, "CNY"]
    assert (before.open, before.paid) == (10_000, 0)


def test_a_debt_closed_by_a_credit_note_was_not_paid(desk):
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-02-04")
    note = desk.credit_note("100.00", "2026-02-01")
    desk.allocate(note, {invoice: "100.00"}, "2026-02-01")
    (debt,) = _accounts(desk, JUNE)[desk.first, "CNY"]
    assert (debt.open, debt.paid, debt.parts) == (0, 0, 0)


def test_an_allocation_undone_counts_until_it_was(desk):
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-02-04")
    receipt = desk.receipt("100.00", "2026-02-10")
    desk.allocate(receipt, {invoice: "100.00"}, "2026-02-10")
    desk.undo("2026-04-01", debit=invoice)
    assert _accounts(desk, date(2026, 3, 31))[desk.first, "CNY"][0].open == 0
    after = _accounts(desk, JUNE)[desk.first, "CNY"][0]
    assert (after.open, after.paid, after.parts) == (10_000, 0, 0)
    assert _accounts(desk, date(2026, 3, 31)) == _seen(desk, date(2026, 3, 31))
    assert _accounts(desk, JUNE) == _seen(desk, JUNE)


def test_reading_can_be_stopped(desk):
    desk.invoice("100.00", "2026-01-05", due="2026-02-04")

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.book.reader.debt_accounts(JUNE, stop)


@pytest.mark.parametrize("seed", range(6))
def test_a_run_of_any_day_reads_what_the_back_test_sees_of_it(desk, seed):
    dice = Dice(f"warning {seed}")
    other = desk.customer("C2")
    for _ in range(8):
        how = dice.pick(("paid", "late", "part", "undone", "credit", "open"))
        issued = JUNE - timedelta(days=dice.between(0, 900))
        _post(desk, dice.pick((desk.first, other)), issued, dice.between(0, 60), how)
    for ago in (0, 10, 200, 500, 850):
        on = JUNE - timedelta(days=ago)
        assert _accounts(desk, on) == _seen(desk, on)


def _post(desk, customer, issued, term, how):
    due = issued + timedelta(days=term)
    invoice = desk.invoice("100.00", issued, customer=customer, due=due)
    if how == "open":
        return
    make = desk.credit_note if how == "credit" else desk.receipt
    amount = "40.00" if how == "part" else "100.00"
    came = issued + timedelta(days=term + (50 if how == "late" else 3))
    credit = make(amount, came, customer=customer)
    desk.allocate(credit, {invoice: amount}, came + timedelta(days=2))
    if how == "undone":
        desk.undo(came + timedelta(days=20), debit=invoice)
