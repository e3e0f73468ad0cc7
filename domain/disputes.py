"""Disputes: what a customer contests, who looks into it by when, and how it was settled.

A dispute changes chasing, never the numbers: the disputed part is not claimed by letters
and stays in ageing and statements; the rest of the item is claimed as before. It ends when
it is decided that nothing is conceded; else when the credit note over just that is posted
and joined to it, so that on no day more is claimed than the customer owes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from domain.errors import BadConcession, MissingField
from domain.fields import Pair
from domain.listing import DisputeRow
from domain.record import Record


class DisputeKind(StrEnum):
    """What is contested; a short list, so that causes can be counted."""

    PRICE = "price"
    QUANTITY = "quantity"
    QUALITY = "quality"
    SERVICE = "service"
    DOCUMENTS = "documents"
    DUPLICATE = "duplicate"
    TAX_RATE = "tax_rate"
    DELIVERY = "delivery"
    ALREADY_PAID = "already_paid"


class Outcome(StrEnum):
    """How a dispute was settled: all of it conceded, a part, nothing, or given up."""

    ACCEPTED = "accepted"
    PART_ACCEPTED = "part_accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class DisputeState(StrEnum):
    """How a dispute stands on a day.

    ``LATE``: not decided and past its day. ``TO_CREDIT``: decided, and what was conceded is
    not credited yet.
    """

    LATE = "late"
    OPEN = "open"
    TO_CREDIT = "to_credit"
    SETTLED = "settled"


KIND_WORDS: Final[dict[DisputeKind, Pair]] = {
    DisputeKind.PRICE: ("价格", "Price"),
    DisputeKind.QUANTITY: ("数量", "Quantity"),
    DisputeKind.QUALITY: ("质量", "Quality"),
    DisputeKind.SERVICE: ("服务", "Service"),
    DisputeKind.DOCUMENTS: ("单据", "Documents"),
    DisputeKind.DUPLICATE: ("重复开票", "Billed twice"),
    DisputeKind.TAX_RATE: ("税率", "Tax rate"),
    DisputeKind.DELIVERY: ("交付", "Delivery"),
    DisputeKind.ALREADY_PAID: ("称已付款", "Says it has paid"),
}
OUTCOME_WORDS: Final[dict[Outcome, Pair]] = {
    Outcome.ACCEPTED: ("全部认可", "Accepted"),
    Outcome.PART_ACCEPTED: ("部分认可", "Accepted in part"),
    Outcome.REJECTED: ("不予认可", "Rejected"),
    Outcome.WITHDRAWN: ("客户撤回", "Withdrawn"),
}
#: Ages in days up to which disputes are counted together, as in any ageing.
AGES: Final = (15, 30, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputePolicy:
    """In how many days a dispute is to be settled: by its kind, else ``days``.

    What our own books answer (billed twice, paid already) takes less than what has to be
    looked at where the goods are.
    """

    days: int = 10
    by_kind: tuple[tuple[DisputeKind, int], ...] = (
        (DisputeKind.ALREADY_PAID, 3),
        (DisputeKind.DUPLICATE, 3),
        (DisputeKind.DOCUMENTS, 5),
        (DisputeKind.TAX_RATE, 5),
        (DisputeKind.QUALITY, 20),
    )

    def due(self, kind: DisputeKind, opened_on: date) -> date:
        """Return the day by which a dispute is to be settled.

        Worked: quality, opened on 21 Oct 2026: 20 days, 10 Nov 2026.
        """
        return opened_on + timedelta(days=dict(self.by_kind).get(kind, self.days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A dispute as it is opened: ``amount`` in minor units of the item's currency.

    ``reason`` is what the customer says; ``due_on`` None: by the policy.
    """

    item_id: int
    amount: int
    kind: DisputeKind
    opened_on: date
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """How a dispute ends. ``conceded`` counts for a part only: the rest follows from the outcome.

    ``text`` says why; for a rejection it is what the customer is told.
    """

    outcome: Outcome
    conceded: int = 0
    text: str = ""

    def amount(self, disputed: int) -> int:
        """Return what is conceded of a disputed amount.

        Worked: of 12,180.00, accepted: 12,180.00; in part: what was said, above nothing and
        below the whole; rejected or withdrawn: nothing.

        Raises:
            BadConcession: a part that is none.
        """
        if self.outcome is Outcome.ACCEPTED:
            return disputed
        if self.outcome is not Outcome.PART_ACCEPTED:
            return 0
        if not 0 < self.conceded < disputed:
            raise BadConcession(disputed=disputed, conceded=self.conceded)
        return self.conceded


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeHandling:
    """Another owner or another day for a dispute, from its record's day on."""

    KIND: ClassVar[str] = "dispute_handling"

    dispute_id: int
    owner: str
    due_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeOn:
    """A dispute as it stands on a day.

    Attributes:
        owner, due_on: those in force on the day.
        age: days since it was opened, up to its end.
        to_credit: what was conceded and is not credited yet.
    """

    row: DisputeRow
    state: DisputeState
    owner: str
    due_on: date
    age: int
    to_credit: int

    @property
    def open(self) -> bool:
        """Whether its amount is still in dispute: not decided, or not credited."""
        return self.row.closed_on is None


def standing(
    rows: Iterable[DisputeRow], handling: Iterable[Record[DisputeHandling]], day: date
) -> list[DisputeOn]:
    """Return disputes as they stand on a day; those opened later are left out.

    Worked: opened on 21 Oct for 10 Nov: on 10 Nov it is open, on 11 Nov late.
    """
    latest: dict[int, DisputeHandling] = {}
    for record in sorted(handling, key=lambda one: (one.dated_on, one.id)):
        if record.dated_on <= day:
            latest[record.value.dispute_id] = record.value
    return [_on(row, latest.get(row.id), day) for row in rows if row.opened_on <= day]


def _on(row: DisputeRow, handling: DisputeHandling | None, day: date) -> DisputeOn:
    due_on = handling.due_on if handling else row.due_on
    to_credit = max(row.conceded - row.credited, 0)
    return DisputeOn(
        row=row,
        state=_state(row, due_on, to_credit, day),
        owner=handling.owner if handling else row.owner,
        due_on=due_on,
        age=(min(row.closed_on or day, day) - row.opened_on).days,
        to_credit=to_credit,
    )


def _state(row: DisputeRow, due_on: date, to_credit: int, day: date) -> DisputeState:
    if not row.outcome:
        return DisputeState.LATE if due_on < day else DisputeState.OPEN
    return DisputeState.TO_CREDIT if to_credit else DisputeState.SETTLED


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Open disputes of an age in one currency; ``to_day`` None: all older."""

    currency: str
    from_day: int
    to_day: int | None
    count: int
    amount: int


def ageing(found: Sequence[DisputeOn], limits: Sequence[int] = AGES) -> list[AgeBand]:
    """Return open disputes by age, by currency; bands add up to all that is open.

    Worked: three of 5, 15 and 16 days over 100.00 each: 0-15 200.00, 16-30 100.00.
    """
    bands = []
    for currency in sorted({one.row.currency for one in found if one.open}):
        mine = [one for one in found if one.open and one.row.currency == currency]
        for low, high in zip((0, *(n + 1 for n in limits)), (*limits, None), strict=True):
            inside = [one for one in mine if low <= one.age and (high is None or one.age <= high)]
            amount = sum(one.row.amount for one in inside)
            bands.append(
                AgeBand(
                    currency=currency,
                    from_day=low,
                    to_day=high,
                    count=len(inside),
                    amount=amount,
                )
            )
    return bands


def check_settlement(value: Settlement) -> None:
    """Refuse a rejection without a reason: the customer is owed one.

    Raises:
        MissingField: no text.
    """
    if value.outcome is Outcome.REJECTED and not value.text.strip():
        raise MissingField(field="text")
