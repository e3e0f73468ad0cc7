"""Letters of the sample book that no act issues: status, confirmation, an agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.letters.tables import typed_table
from domain.letters.writing import listed
from domain.listing import ItemRow
from domain.money import Money, apportion, grouped
from domain.papers import LetterTable
from domain.ports import Book, Render
from domain.sample import days
from domain.services import letters

#: Days before the last day on which a letter went out.
_SENT: Final = {
    "sme_notice": 150,
    "audit_confirmation": 40,
    "repayment_agreement": 12,
}
_INSTALMENTS: Final = 4
#: As many late customers as there are kinds of letters.
_CUSTOMERS: Final = len(_SENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A late customer on the day a letter goes out."""

    on: date
    late: list[ItemRow]
    owed: int

    @property
    def total(self) -> int:
        return sum(listed(row) for row in self.late)


def send_letters(book: Book, user: str, as_of: date, render: Render) -> None:
    """Issue one letter of each kind to the customers that are latest with their payments."""
    for customer_id, (key, before) in zip(_latest(book, as_of), _SENT.items(), strict=False):
        on = days.on_or_before(as_of - timedelta(days=before))
        case = _case(book, customer_id, on)
        if not case.late:
            continue
        values, tables = _told(key, case)
        value = letters.draft(
            book.reader,
            key,
            customer_id,
            dated_on=on,
            values=values,
            items=case.late,
            tables=tables,
            language="zh",
        )
        letters.issue_letter(book.unit_of_work(user), value, customer_id, render)


def _latest(book: Book, as_of: date) -> list[int]:
    """Return customers of the book's own currency, those longest overdue first."""
    base = book.reader.base_currency()
    rows = [row for row in book.reader.ageing(as_of) if row.currency == base and row.overdue()]
    rows.sort(key=lambda row: (-row.oldest_days, row.code))
    found = (book.reader.find_customer(row.code) for row in rows[:_CUSTOMERS])
    return [one for one in found if one is not None]


def _case(book: Book, customer_id: int, on: date) -> _Case:
    base = book.reader.base_currency()
    rows = book.reader.open_items(on, customer_id=customer_id, currency=base)
    late = [row for row in rows if row.open > 0 and (row.days_overdue or 0) > 0]
    return _Case(on=on, late=late, owed=sum(row.open for row in rows))


def _told(key: str, case: _Case) -> tuple[Mapping[str, object], Mapping[str, LetterTable]]:
    """Return the facts of a letter, and its table."""
    on = case.on
    facts: dict[str, dict[str, object]] = {
        "sme_notice": {
            "industry": "通用设备制造业",
            "staff": 186,
            "revenue": Money(9_600_000_000, "CNY"),
            "size": "small",
        },
        "audit_confirmation": {
            "auditor": "示例会计师事务所（普通合伙）",
            "auditor_address": "示例市示例路 9 号，邮编 000000",
            "auditor_reach": "0000-0000 0000，函证组",
            "cut_off": on.replace(day=1) - timedelta(days=1),
            "owed_to_us": Money(case.owed, "CNY"),
        },
        "repayment_agreement": {
            "penalty_kind": "reserved",
            "as_of": on,
            "grace_days": 5,
            "supply": "还款期间新订单款到发货",
        },
    }
    plan = typed_table("plan", _plan(case), "zh") if key == "repayment_agreement" else None
    return facts[key], {"plan": plan} if plan is not None else {}


def _plan(case: _Case) -> str:
    """Return equal instalments, monthly, without interest: the last leaves nothing."""
    parts, left, lines = apportion(case.total, [1] * _INSTALMENTS), case.total, []
    for number, part in enumerate(parts, start=1):
        left -= part
        due = case.on + timedelta(days=30 * number)
        sums = [grouped(minor, "CNY") for minor in (part, 0, part, left)]
        lines.append(" | ".join([str(number), due.isoformat(), *sums]))
    return "\n".join(lines)
