"""Promises and plans over the real book: read off receipts, whenever these were allocated."""

from datetime import date

import pytest

from domain.collecting.plan import PaymentPlan, PlanLine, PlanState
from domain.collecting.promise import Promise, PromiseState
from domain.errors import BadPromise, BadSchedule, MissingField, OverAllocation
from domain.services.plans import agree_plan, plans_on
from domain.services.promises import keep_promise, promises_on

MADE = date(2026, 3, 1)
DUE = date(2026, 3, 10)


def _promise(desk, amount="60.00", items=()):
    value = Promise(amount=desk.money(amount).minor, currency="CNY", due_on=DUE)
    made = keep_promise(desk.uow(), value, dated_on=MADE, customer_id=desk.first, item_ids=items)
    return made.value


def _state(desk, day):
    (found,) = promises_on(desk.book.reader, day)
    return found.state, found.paid


def test_a_promise_is_kept_by_a_receipt_whether_allocated_or_not(desk):
    desk.invoice("100.00", "2026-01-05")
    _promise(desk)
    assert _state(desk, DUE) == (PromiseState.DUE, 0)
    credit = desk.receipt("60.00", "2026-03-09")
    assert _state(desk, date(2026, 3, 8)) == (PromiseState.OPEN, 0)
    assert _state(desk, DUE) == (PromiseState.KEPT, 6_000)
    desk.allocate_oldest_first(credit, "2026-03-20")
    assert _state(desk, date(2026, 3, 20)) == (PromiseState.KEPT, 6_000)


def test_a_returned_payment_breaks_the_promise_from_its_return_on(desk):
    desk.invoice("100.00", "2026-01-05")
    _promise(desk)
    credit = desk.receipt("60.00", "2026-03-09")
    desk.void(credit, "2026-03-15")
    assert _state(desk, date(2026, 3, 14)) == (PromiseState.KEPT, 6_000)
    assert _state(desk, date(2026, 3, 15)) == (PromiseState.BROKEN, 0)


def test_money_on_another_invoice_keeps_no_promise_for_this_one(desk):
    first = desk.invoice("100.00", "2026-01-05")
    second = desk.invoice("60.00", "2026-01-06")
    items = {one.document_id: one.id for one in desk.book.reader.open_items(MADE)}
    _promise(desk, items=[items[second]])
    credit = desk.receipt("60.00", "2026-03-09")
    desk.allocate_oldest_first(credit, "2026-03-09")
    assert desk.book.reader.item(items[first], DUE).open == 4_000
    assert _state(desk, date(2026, 3, 12)) == (PromiseState.BROKEN, 0)


def test_a_promise_for_nothing_or_for_the_past_is_refused(desk):
    for amount, due in ((0, DUE), (5, date(2026, 2, 28))):
        value = Promise(amount=amount, currency="CNY", due_on=due)
        with pytest.raises(BadPromise):
            keep_promise(desk.uow(), value, dated_on=MADE, customer_id=desk.first)
    assert promises_on(desk.book.reader, DUE) == []


def _plan(*amounts):
    days = (date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31))
    lines = tuple(
        PlanLine(due_on=on, principal=minor) for on, minor in zip(days, amounts, strict=False)
    )
    return PaymentPlan(currency="CNY", principal=sum(amounts), lines=lines)


def test_a_plan_is_paid_off_by_money_on_its_items(desk):
    desk.invoice("90.00", "2026-01-05")
    (item,) = desk.book.reader.open_items(MADE)
    key = agree_plan(desk.uow(), desk.first, _plan(3_000, 3_000, 3_000), MADE, [item.id]).value
    credit = desk.receipt("50.00", "2026-03-30")
    desk.allocate_oldest_first(credit, "2026-03-30")
    (one,) = plans_on(desk.book.reader, date(2026, 4, 30))
    assert (one.standing.state, one.standing.paid, one.standing.left) == (
        PlanState.PERFORMING,
        5_000,
        4_000,
    )
    (one,) = plans_on(desk.book.reader, date(2026, 5, 6))
    assert (one.standing.state, one.standing.due_now) == (PlanState.DEFAULT, 4_000)
    new = agree_plan(
        desk.uow(), desk.first, _plan(4_000), date(2026, 3, 31), [item.id], replaces_id=key
    )
    (one,) = plans_on(desk.book.reader, date(2026, 5, 6))
    assert one.record.id == new.value


def test_plans_that_do_not_hold_are_refused(desk):
    desk.invoice("90.00", "2026-01-05")
    (item,) = desk.book.reader.open_items(MADE)
    with pytest.raises(MissingField):
        agree_plan(desk.uow(), desk.first, _plan(9_000), MADE, [])
    with pytest.raises(OverAllocation):
        agree_plan(desk.uow(), desk.first, _plan(9_001), MADE, [item.id])
    with pytest.raises(BadSchedule):
        agree_plan(desk.uow(), desk.first, _plan(9_000), date(2026, 4, 1), [item.id])
    assert plans_on(desk.book.reader, DUE) == []
