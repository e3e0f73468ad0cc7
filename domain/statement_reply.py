"""Replies to statements: agreed, differs, silent; differences until each is settled.

Silence is never read as agreement: without a clause in the contract it proves nothing
(see the wording of the reply slip). What was answered counts from the day it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from domain.record import Record


class Answer(StrEnum):
    """What the customer wrote on the slip."""

    AGREED = "agreed"
    DIFFERS = "differs"


class ReplyState(StrEnum):
    """How a statement stands on a day.

    ``OVERTAKEN``: never answered, and a later one of the account was.
    """

    WAITING = "waiting"
    SILENT = "silent"
    AGREED = "agreed"
    DIFFERS = "differs"
    SETTLED = "settled"
    OVERTAKEN = "overtaken"


class Cause(StrEnum):
    """Why figures differ, as on the slip."""

    IN_TRANSIT = "in_transit"
    NO_INVOICE = "no_invoice"
    NOT_BOOKED = "not_booked"
    PRICE = "price"
    QUALITY = "quality"
    RETURNED = "returned"
    DUPLICATE = "duplicate"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReply:
    """A slip that came back, dated the day it came."""

    KIND: ClassVar[str] = "statement_reply"

    paper_id: int
    answer: Answer
    signed_by: str = ""
    their_balance: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A line of a slip that differs, in minor units of the statement's currency."""

    KIND: ClassVar[str] = "statement_difference"

    paper_id: int
    number: str
    ours: int
    theirs: int
    cause: Cause
    currency: str
    owner: str = ""
    note: str = ""

    @property
    def gap(self) -> int:
        """Ours less theirs."""
        return self.ours - self.theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceSettled:
    """How a difference was settled, dated the day; ``document`` what was posted for it."""

    KIND: ClassVar[str] = "difference_settled"

    difference_id: int
    how: str
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentStatement:
    """An issued statement as the register needs it."""

    paper_id: int
    number: str
    customer_id: int
    customer_code: str
    customer_name: str
    customer_name_en: str
    currency: str
    style: str
    from_on: date
    to_on: date
    issued_on: date
    reply_by: date
    closing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementStanding:
    """A statement with what came of it on a day; ``open_gap``: Σ of differences not settled."""

    sent: SentStatement
    state: ReplyState
    reply: Record[StatementReply] | None
    open_differences: int
    open_gap: int

    @property
    def asks(self) -> bool:
        """Whether its reply is still to be asked for."""
        return self.state is ReplyState.SILENT


def standings(
    sent: Iterable[SentStatement],
    replies: Iterable[Record[StatementReply]],
    open_differences: Sequence[Record[Difference]],
    day: date,
) -> list[StatementStanding]:
    """Return how statements issued up to a day stand on it, in their order.

    ``replies`` and ``open_differences`` are those known on the day.
    """
    answered = {one.value.paper_id: one for one in replies}
    latest: dict[tuple[int, str], date] = {}
    known = [one for one in sent if one.issued_on <= day]
    for one in known:
        if one.paper_id in answered:
            key = (one.customer_id, one.currency)
            latest[key] = max(one.to_on, latest.get(key, one.to_on))
    return [_standing(one, answered, open_differences, latest, day) for one in known]


def _standing(
    one: SentStatement,
    answered: dict[int, Record[StatementReply]],
    open_differences: Sequence[Record[Difference]],
    latest: dict[tuple[int, str], date],
    day: date,
) -> StatementStanding:
    reply = answered.get(one.paper_id)
    mine = [each for each in open_differences if each.value.paper_id == one.paper_id]
    overtaken = latest.get((one.customer_id, one.currency), one.to_on) > one.to_on
    return StatementStanding(
        sent=one,
        state=_state(one, reply, day, differing=bool(mine), overtaken=overtaken),
        reply=reply,
        open_differences=len(mine),
        open_gap=sum(each.value.gap for each in mine),
    )


def _state(
    one: SentStatement,
    reply: Record[StatementReply] | None,
    day: date,
    *,
    differing: bool,
    overtaken: bool,
) -> ReplyState:
    if reply is None:
        if overtaken:
            return ReplyState.OVERTAKEN
        return ReplyState.SILENT if day > one.reply_by else ReplyState.WAITING
    if reply.value.answer is Answer.AGREED:
        return ReplyState.AGREED
    return ReplyState.DIFFERS if differing else ReplyState.SETTLED
