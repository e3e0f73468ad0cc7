"""Acceptance bills of the sample: the receipts by bill of the last months, and their fates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.bill import Bill, BillEvent, EventKind, latest_due
from domain.bill_number import BillKind
from domain.listing import ListFilter, Order, ReceiptRow
from domain.money import MAX_MINOR, Money
from domain.ports import Book
from domain.sample import days
from domain.sample.dice import Dice
from domain.sample.goods import METHODS
from domain.services import bills, dishonour
from domain.services.bills import DiscountDeal

#: How the sample's receipts by bill are marked.
BY_BILL: Final = METHODS[4]
#: Banks: name and clearing code; the first three are on the usual list, the last is not.
_BANKS: Final = (
    ("中国工商银行苏州分行", "102100099996"),
    ("招商银行苏州分行", "308584000013"),
    ("交通银行无锡分行", "301290000007"),
    ("吴江临岸村镇银行", "105100000017"),
)
_SUPPLIERS: Final = ("昆山玉岑模具有限公司", "南京钟岭仪表有限公司")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """When a bill falls due from the last day of the sample, who accepted it, and what became."""

    due: int
    bank: int | None = None
    events: tuple[EventKind, ...] = ()
    split: bool = False
    fixed: bool = False


_PRESENTED: Final = (EventKind.PRESENTED,)
#: The bill that is refused is a small one.
_REFUSED: Final = 6_000_000
#: From what asks for something today to what is over.
FATES: Final = (
    Fate(due=0, bank=0),
    Fate(due=4),
    Fate(due=-3, bank=1),
    Fate(due=9, bank=3),
    Fate(due=-2, bank=0, events=_PRESENTED),
    Fate(due=-14, events=(*_PRESENTED, EventKind.REFUSED)),
    Fate(due=-30, bank=1, events=(*_PRESENTED, EventKind.PAID)),
    Fate(due=-45, bank=2, events=(*_PRESENTED, EventKind.PAID)),
    Fate(due=20, bank=0, events=(EventKind.PLEDGED,)),
    Fate(due=52, events=(EventKind.ENDORSED,)),
    Fate(due=61, bank=3, events=(EventKind.DISCOUNTED,)),
    Fate(due=90, bank=0, events=(EventKind.ENDORSED,)),
    Fate(due=100, bank=1, split=True),
    Fate(due=36, bank=2),
    Fate(due=75),
    Fate(due=140, bank=1, fixed=True),
)


def add_bills(book: Book, user: str, as_of: date) -> int:
    """Register bills for receipts that were paid by one; return how many.

    Their receipts stand, so that no figure changes but by the one that is refused.
    """
    made = 0
    waiting = _receipts(book, as_of)
    for fate in FATES:
        receipt = _fitting(waiting, fate, as_of)
        if receipt is not None:
            waiting.remove(receipt)
            _register(book, user, receipt, fate, as_of)
            made += 1
    return made


def _receipts(book: Book, as_of: date) -> list[ReceiptRow]:
    """Return receipts by bill that have paid invoices, newest first."""
    where = ListFilter(as_of=as_of, state="allocated", currency="CNY")
    ids = book.reader.receipts.ids(where, Order("received_on", descending=True))
    rows = book.reader.receipts.rows(ids, where)
    return [rows[key] for key in ids if rows[key].method == BY_BILL and not rows[key].voided]


def _fitting(waiting: Sequence[ReceiptRow], fate: Fate, as_of: date) -> ReceiptRow | None:
    """Return the receipt that a bill of five months most likely paid by, None for none."""
    due = as_of + timedelta(days=fate.due)
    first, likely = due - timedelta(days=175), due - timedelta(days=150)
    last = min(due - timedelta(days=15), as_of - timedelta(days=10 if fate.events else 1))
    most = _REFUSED if EventKind.REFUSED in fate.events else MAX_MINOR
    fitting = [one for one in waiting if first <= one.received_on <= last and one.amount <= most]
    return min(fitting, key=lambda one: abs((one.received_on - likely).days), default=None)


def _register(book: Book, user: str, receipt: ReceiptRow, fate: Fate, as_of: date) -> None:
    dice = Dice(f"qingzhang/bill/{receipt.number}")
    due = as_of + timedelta(days=fate.due)
    issued = max(due - timedelta(days=180), receipt.received_on - timedelta(days=dice.upto(30)))
    name, code = _BANKS[dice.upto(2) if fate.bank is None else fate.bank]
    bank = fate.bank is not None
    serial = f"{dice.between(1, 99_999):08d}{dice.upto(10)}"
    bill = Bill(
        kind=BillKind.BANK if bank else BillKind.COMMERCIAL,
        number=f"{1 if bank else 2}{code}{issued:%Y%m%d}{serial}",
        part=f"1-{receipt.amount}" if fate.split else "",
        amount=Money(receipt.amount, receipt.currency),
        issued_on=issued,
        due_on=min(due, latest_due(issued)),
        acceptor=name if bank else receipt.customer_name,
        acceptor_bank="" if bank else name,
        customer_id=receipt.customer_id,
        not_transferable=fate.fixed,
    )
    uow = book.unit_of_work(user)
    bill_id = bills.receive_for_receipt(uow, bill, receipt.id).value
    if fate.split:
        _split(book, user, bill_id, receipt, as_of)
    for kind in fate.events:
        _happen(book, user, bill_id, bill, kind, as_of)


def _split(book: Book, user: str, bill_id: int, receipt: ReceiptRow, as_of: date) -> None:
    """Split a bill and endorse the first part."""
    first = receipt.amount * 2 // 5
    on = min(days.on_or_after(receipt.received_on + timedelta(days=5)), as_of)
    uow = book.unit_of_work(user)
    parts = bills.split_bill(uow, bill_id, [first, receipt.amount - first], on).value
    event = BillEvent(kind=EventKind.ENDORSED, on=on, party=_SUPPLIERS[1])
    bills.record(book.unit_of_work(user), parts[:1], event)


def _happen(book: Book, user: str, bill_id: int, bill: Bill, kind: EventKind, as_of: date) -> None:
    """Let an event happen: passed on soon after receipt, presented and answered at maturity."""
    last = max(event.on for event in book.reader.bills.events(bill_id))
    uow = book.unit_of_work(user)
    if kind is EventKind.DISCOUNTED:
        on = min(days.on_or_after(last + timedelta(days=6)), as_of)
        deal = DiscountDeal(on=on, party=_BANKS[1][0], rate=Decimal("2.1"))
        bills.discount_bills(uow, [bill_id], deal)
    elif kind is EventKind.REFUSED:
        on = min(days.on_or_after(last + timedelta(days=3)), as_of)
        dishonour.refuse_bill(uow, bill_id, on, "承兑人账户余额不足")
    else:
        first = bill.due_on if kind in (EventKind.PRESENTED, EventKind.PAID) else last
        on = min(days.on_or_after(max(first, last) + timedelta(days=1)), as_of)
        party = {EventKind.ENDORSED: _SUPPLIERS[0], EventKind.PLEDGED: _BANKS[0][0]}.get(kind, "")
        bills.record(uow, [bill_id], BillEvent(kind=kind, on=on, party=party))
