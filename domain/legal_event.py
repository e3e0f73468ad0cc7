"""Acts of debtor and creditor that matter in law, and how well each can be proved.

A creditor's notice counts when it *arrived* (or should have, when it came back), not when
it was sent; what the debtor writes, and what is filed, counts on its own day. Rules of the
Chinese courts: 民法典195, 诉讼时效规定8-19; the strengths are those a careful creditor would
rely on, and a person who holds better or worse proof may say so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.errors import BadEventDates, MissingField


class EventKind(StrEnum):
    """What happened; the value is what the book stores."""

    PART_PAYMENT = "part_payment"
    PROMISE_WRITTEN = "promise_written"
    INSTALMENT_PLAN = "instalment_plan"
    SECURITY_GIVEN = "security_given"
    EXTENSION_REQUEST = "extension_request"
    STATEMENT_SIGNED = "statement_signed"
    LETTER_DELIVERED = "letter_delivered"
    ASSIGNMENT_NOTICE = "assignment_notice"
    SETOFF_NOTICE = "setoff_notice"
    LAWSUIT = "lawsuit"
    ARBITRATION = "arbitration"
    PAYMENT_ORDER = "payment_order"
    PRESERVATION = "preservation"
    BANKRUPTCY_CLAIM = "bankruptcy_claim"
    MEDIATION = "mediation"
    POLICE_REPORT = "police_report"
    PAPER_DELIVERED = "paper_delivered"
    TAKEN_BACK = "taken_back"


class Strength(StrEnum):
    """How well an event can be proved. Only STRONG moves the conservative day."""

    STRONG = "strong"
    WEAK = "weak"
    NONE = "none"


class Channel(StrEnum):
    """How a paper is sent."""

    EMS = "ems"
    POST = "post"
    COURIER = "courier"
    EMAIL = "email"
    WECHAT = "wechat"
    HAND = "hand"


#: What the debtor himself does or writes (诉讼时效规定14).
DEBTOR_ACTS: Final = frozenset(
    {
        EventKind.PART_PAYMENT,
        EventKind.PROMISE_WRITTEN,
        EventKind.INSTALMENT_PLAN,
        EventKind.SECURITY_GIVEN,
        EventKind.EXTENSION_REQUEST,
        EventKind.STATEMENT_SIGNED,
    }
)
#: What the creditor sends; it counts on the day it arrives (8, 17).
NOTICES: Final = frozenset(
    {
        EventKind.LETTER_DELIVERED,
        EventKind.ASSIGNMENT_NOTICE,
        EventKind.SETOFF_NOTICE,
        EventKind.PAPER_DELIVERED,
    }
)
#: What is filed with a court or another body; it counts from the filing (11-13).
FILINGS: Final = frozenset(
    {
        EventKind.LAWSUIT,
        EventKind.ARBITRATION,
        EventKind.PAYMENT_ORDER,
        EventKind.PRESERVATION,
        EventKind.BANKRUPTCY_CLAIM,
        EventKind.MEDIATION,
        EventKind.POLICE_REPORT,
    }
)
#: What a person records: all but what the program books itself.
RECORDED: Final = tuple(
    kind for kind in EventKind if kind not in (EventKind.PAPER_DELIVERED, EventKind.TAKEN_BACK)
)
#: The post that keeps the day of delivery under a number of its own.
_POSTAL: Final = frozenset({Channel.EMS, Channel.POST})


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalEvent:
    """An event as the book keeps it: a fact, taken back only by another that names it.

    Without ``item_ids`` it concerns all the customer owed on its day. ``number`` is that of
    the mail, or of the case; ``file`` and ``sha256`` name the scan and what is in it.
    """

    kind: EventKind
    customer_id: int
    happened_on: date
    arrived_on: date | None = None
    returned_on: date | None = None
    channel: Channel | None = None
    number: str = ""
    signed_by: str = ""
    strength: Strength = Strength.NONE
    note: str = ""
    paper_id: int | None = None
    file: str = ""
    sha256: str = ""
    item_ids: tuple[int, ...] = ()
    reverses_id: int | None = None

    @property
    def effective_on(self) -> date | None:
        """The day it counts from; None for a notice on its way, or one that is lost."""
        if self.kind in NOTICES:
            return self.arrived_on or self.returned_on
        return self.happened_on


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalEventRow:
    """An event as the register shows it; ``labels`` are the documents it concerns by name."""

    id: int
    event: LegalEvent
    customer_code: str
    customer_name: str
    customer_name_en: str
    paper_number: str
    labels: tuple[str, ...]
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """An issued paper with the open debits it names (a statement: those of its balance)."""

    kind: str
    number: str
    customer_id: int
    dated_on: date
    item_ids: tuple[int, ...]


def proof(event: LegalEvent) -> Strength:
    """Return how well an event can be proved by what was recorded of it.

    A letter: strong when it arrived by post or EMS under a number, or was signed for; weak
    when it arrived otherwise, or when post or EMS brought it back; none before. Writings of
    the debtor: strong when signed or kept as a file. A statement signed without a promise is
    weak: it is argued whether it agrees to pay. Filings: strong with their number or a file.
    Payments are proved by the bank. A paper that demands nothing proves nothing.
    """
    kept = bool(event.signed_by or event.sha256)
    if event.kind is EventKind.PART_PAYMENT:
        return Strength.STRONG
    if event.kind in (EventKind.PAPER_DELIVERED, EventKind.TAKEN_BACK):
        return Strength.NONE
    if event.kind in NOTICES:
        return _delivery(event)
    if event.kind is EventKind.STATEMENT_SIGNED:
        return Strength.WEAK
    if event.kind in FILINGS:
        kept = bool(event.number or event.sha256)
    return Strength.STRONG if kept else Strength.WEAK


def _delivery(event: LegalEvent) -> Strength:
    """Return what the way of a notice proves.

    Source: [2003]民二他字第6号 (EMS), (2020)最高法民再253号 (returned mail), (2015)民申字134号
    (a courier without proof of arrival), as reported.
    """
    posted = event.channel in _POSTAL and bool(event.number)
    if event.arrived_on is not None:
        return Strength.STRONG if posted or event.signed_by else Strength.WEAK
    return Strength.WEAK if event.returned_on is not None and posted else Strength.NONE


def check_event(event: LegalEvent, today: date) -> LegalEvent:
    """Return the event when it may be recorded.

    Raises:
        MissingField: a notice without its channel.
        BadEventDates: it arrived or came back before it was sent, or both, or any of it lies
            in the future.
    """
    if event.kind in NOTICES and event.channel is None:
        raise MissingField(field="channel")
    later = [day for day in (event.arrived_on, event.returned_on) if day is not None]
    if len(later) > 1 or any(not event.happened_on <= day <= today for day in later):
        raise BadEventDates(on=event.happened_on, today=today)
    if event.happened_on > today:
        raise BadEventDates(on=event.happened_on, today=today)
    return event


def covers(event: LegalEvent, item_ids: Collection[int], issued_on: date) -> bool:
    """Return whether an event concerns a document: named in it, or there when all was meant."""
    if event.item_ids:
        return any(item_id in item_ids for item_id in event.item_ids)
    return event.effective_on is None or issued_on <= event.effective_on
