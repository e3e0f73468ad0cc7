"""Which bills of a book do not agree with themselves, their parts or their receipts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.bill import (
    Bill,
    BillEvent,
    BillState,
    EventKind,
    check_event,
    standing,
    state_of,
)
from domain.errors import DomainError
from storage.unit_bills import bill_from, event_from

#: Refused, and what follows: what the bill had paid was taken back.
_TAKEN_BACK: Final = (BillState.DISHONOURED, BillState.RECOURSE, BillState.RECOVERED)
_RECEIPTS: Final = """
SELECT d.id, d.kind, d.customer_id, d.currency, d.amount_minor,
       EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id) AS voided
  FROM document d
 WHERE d.id IN (SELECT receipt_id FROM bill UNION SELECT document_id FROM bill_event)"""

Events = dict[int, list[BillEvent]]


def broken_bills(connection: Connection) -> list[str]:
    """Return the numbers of bills that break a rule.

    What happened to a bill was allowed when it happened, in order of days; a bill has a
    receipt of its customer and amount, its own, that stands while the bill does; the parts
    of a split bill add up to it.
    """
    bills = {row["id"]: bill_from(row) for row in _rows(connection, "SELECT * FROM bill")}
    events: Events = defaultdict(list)
    for row in _rows(connection, "SELECT * FROM bill_event ORDER BY id"):
        events[row["bill_id"]].append(event_from(row))
    receipts = {row["id"]: row for row in _rows(connection, _RECEIPTS)}
    wrong = {bill_id for bill_id, bill in bills.items() if not _is_lawful(bill, events[bill_id])}
    wrong |= {
        bill_id
        for bill_id, bill in bills.items()
        if bill.split_of_id is None and not _is_paid_for(bill, events[bill_id], receipts)
    }
    wrong |= set(_badly_split(bills, events))
    wrong |= set(_sharing(bills, events))
    return [bills[bill_id].number for bill_id in sorted(wrong)]


def _rows(connection: Connection, sql: str) -> list[Mapping[Any, Any]]:
    return list(connection.execute(text(sql)).mappings())


def _is_lawful(bill: Bill, events: list[BillEvent]) -> bool:
    """Return whether each event was allowed by those before it; a bill has one at least."""
    for place, event in enumerate(events):
        before = events[:place]
        if event.kind is EventKind.UNDONE:
            last = standing(before)[-1:]
            if not last or event.reverses_id != last[0].id or event.on < last[0].on:
                return False
            continue
        try:
            check_event(bill, before, event.kind, event.on)
        except DomainError:
            return False
    return bool(events)


def _is_paid_for(
    bill: Bill, events: list[BillEvent], receipts: Mapping[int, Mapping[Any, Any]]
) -> bool:
    """Return whether a whole bill's receipt is its own, and stands while the bill does."""
    if bill.receipt_id is None:
        return True
    own = receipts.get(bill.receipt_id)
    if own is None:
        return False
    told = (own["kind"], own["customer_id"], own["currency"], -own["amount_minor"])
    if told != ("receipt", bill.customer_id, bill.amount.currency, bill.amount.minor):
        return False
    if state_of(events) in (*_TAKEN_BACK, BillState.WITHDRAWN):
        return True
    return not _standing_receipt(own, events, receipts)["voided"]


def _standing_receipt(
    own: Mapping[Any, Any], events: list[BillEvent], receipts: Mapping[int, Mapping[Any, Any]]
) -> Mapping[Any, Any]:
    """Return the receipt posted last for a bill: anew, where its refusal was taken back."""
    undone = [event.document_id for event in events if event.kind is EventKind.UNDONE]
    posted = [receipts[one] for one in undone if one is not None and one in receipts]
    return [own, *(one for one in posted if one["kind"] == "receipt")][-1]


def _sharing(bills: Mapping[int, Bill], events: Events) -> Iterator[int]:
    """Yield whole bills with a receipt that another one has too."""
    owners: dict[int | None, list[int]] = defaultdict(list)
    for bill_id, bill in bills.items():
        if bill.split_of_id is None and state_of(events[bill_id]) is not BillState.WITHDRAWN:
            owners[bill.receipt_id].append(bill_id)
    for receipt_id, sharing in owners.items():
        if receipt_id is not None and len(sharing) > 1:
            yield from sharing


def _badly_split(bills: Mapping[int, Bill], events: Events) -> Iterator[int]:
    """Yield split bills whose parts do not add up to them."""
    parts: dict[int, int] = defaultdict(int)
    for bill_id, bill in bills.items():
        if bill.split_of_id is not None and state_of(events[bill_id]) is not BillState.WITHDRAWN:
            parts[bill.split_of_id] += bill.amount.minor
    for bill_id, bill in bills.items():
        split = state_of(events[bill_id]) is BillState.SPLIT
        if parts[bill_id] != (bill.amount.minor if split else 0):
            yield bill_id
