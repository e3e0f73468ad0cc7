"""The sample's talks, promises, an instalment plan and replies to statements."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.collecting.plan import PaymentPlan, schedule
from domain.collecting.promise import Promise
from domain.collecting.talk import Channel, Outcome, Talk
from domain.listing import CustomerRow, ListFilter, Order
from domain.ports import Book
from domain.sample import days
from domain.services.plans import agree_plan
from domain.services.promises import keep_promise
from domain.services.records import keep_record
from domain.services.statements import Slip, answer_statement
from domain.statement_reply import Answer, Cause, Difference
from domain.terms import day_of_month

#: Talks, the first of the customer who owes most overdue: channel, outcome, days ago, words.
_TALKS: Final = (
    (Channel.PHONE, Outcome.IN_PROCESS, 2, "财务李经理", "总部审批已到最后一步", "问审批结果", 1),
    (Channel.PHONE, Outcome.PROMISED, 9, "财务李经理", "承诺下周先付一部分", "", None),
    (Channel.WECHAT, Outcome.WANTS_PAPERS, 3, "采购王工", "要两张发票的签收单", "补寄签收单", 0),
    (Channel.PHONE, Outcome.NOT_REACHED, 1, "财务部", "两次无人接听", "再打电话", 0),
    (Channel.VISIT, Outcome.NO_MONEY, 16, "总经理", "年底回款后优先安排", "", None),
)
#: Promises: rank of the customer, part of its overdue, days from today: made, due.
_PROMISES: Final = ((0, 4, -9, -3), (2, 3, -5, 0), (3, 2, -4, 5), (5, 3, -8, -2))
_PLAN_RANK: Final = 6


def add_collecting(book: Book, user: str, as_of: date) -> None:
    """Add what was said and agreed with the customers who owe most overdue."""
    rows = _overdue(book, as_of)
    if len(rows) <= _PLAN_RANK:
        return
    for (channel, outcome, ago, person, text, step, ahead), row in zip(
        _TALKS, (rows[0], rows[0], *rows[1:4]), strict=True
    ):
        talk = Talk(
            channel=channel,
            outcome=outcome,
            person=person,
            text=text,
            next_step=step,
            next_on=None if ahead is None else as_of + timedelta(days=ahead),
        )
        on = days.on_or_before(as_of - timedelta(days=ago))
        keep_record(book.unit_of_work(user), talk, customer_id=row.id, dated_on=on)
    for rank, part, made, due in _PROMISES:
        both = as_of + timedelta(days=made), as_of + timedelta(days=due)
        _promise(book, user, rows[rank], part, both)
    _plan(book, user, rows[_PLAN_RANK], as_of)
    _replies(book, user, as_of)


def _overdue(book: Book, as_of: date) -> list[CustomerRow]:
    where = ListFilter(as_of=as_of, state="overdue")
    ids = book.reader.customers.ids(where, Order("overdue", descending=True))
    rows = book.reader.customers.rows(ids, where)
    home = book.reader.base_currency()
    return [rows[key] for key in ids if rows[key].currency == home]


def _promise(book: Book, user: str, row: CustomerRow, part: int, on: tuple[date, date]) -> None:
    made_on, due_on = on
    value = Promise(
        amount=max(row.overdue // part // 100_000 * 100_000, 100_000),
        currency=row.currency,
        due_on=due_on,
        by="财务经理",
        channel="电话",
    )
    keep_promise(book.unit_of_work(user), value, customer_id=row.id, dated_on=made_on)


def _plan(book: Book, user: str, row: CustomerRow, as_of: date) -> None:
    agreed = days.on_or_before(as_of - timedelta(days=40))
    items = [
        one
        for one in book.reader.open_items(agreed, customer_id=row.id)
        if one.open > 0 and book.reader.item(one.id, as_of).open > 0
    ][:2]
    if not items:
        return
    principal = sum(book.reader.item(one.id, as_of).open for one in items)
    due = [day_of_month(agreed.year, agreed.month + ahead, 31) for ahead in range(2, 8)]
    lines = schedule(principal, agreed, due, rate=Decimal("4.5"))
    plan = PaymentPlan(
        currency=row.currency,
        principal=principal,
        lines=lines,
        rate=Decimal("4.5"),
        guarantor="示例保证人有限公司",
        signed_by="法定代表人",
    )
    agree_plan(book.unit_of_work(user), row.id, plan, agreed, [one.id for one in items])


def _replies(book: Book, user: str, as_of: date) -> None:
    """Let some of the statements come back: agreed, one with a difference."""
    sent = [one for one in book.reader.statements_sent() if one.issued_on < as_of]
    for place, one in enumerate(sent[:8]):
        came_on = min(one.issued_on + timedelta(days=5 + place), as_of)
        if place % 4 == 3:
            gap = Difference(
                paper_id=one.paper_id,
                number="INV-2026",
                ours=one.closing,
                theirs=one.closing - 128_000,
                cause=Cause.IN_TRANSIT,
                currency=one.currency,
            )
            slip = Slip(came_on=came_on, answer=Answer.DIFFERS, differences=(gap,))
        else:
            slip = Slip(came_on=came_on, answer=Answer.AGREED, signed_by="财务部")
        answer_statement(book.unit_of_work(user), one.paper_id, slip, as_of)
