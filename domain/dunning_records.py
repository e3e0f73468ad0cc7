"""What a person says of dunning, kept as records: blocks, reasons, drafts, and its policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from domain.dunning_holds import BLOCKED, LEFT_OUT, Hold

if TYPE_CHECKING:
    from domain.dunning import ProposedLetter
    from domain.record import Record

#: Why a customer is not to be chased for a while.
BLOCK_REASONS: Final = ("talks", "checking", "legal", "insurer", "relation", "other")
#: Why a customer has not paid: 资金紧张, 流程未走完, 未收到发票, 质量争议, 对账不符, 恶意拖欠,
#: 破产, 联系不上.
OVERDUE_REASONS: Final = (
    "short_of_money",
    "approval_pending",
    "no_invoice",
    "quality",
    "differs",
    "unwilling",
    "bankrupt",
    "unreachable",
)
#: Why a letter is taken out of one run.
LEFT_OUT_REASONS: Final = ("talks", "checking", "relation", "later", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningPolicy:
    """Parameters of dunning beside the procedures.

    Attributes:
        reason_from_level: from this level on a letter asks why is not paid; 0 never asks.
        stale_days: bank data older than this are told before letters go out.
        pending_confidence: from this confidence (0-100) on an unbooked bank line counts as
            the customer's money.
    """

    reason_from_level: int = 2
    stale_days: int = 5
    pending_confidence: int = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningBlock:
    """A record: not to be chased, from its day to its end.

    It holds the record's items, else its customer, else all that follows ``procedure``.
    ``reason`` is one of ``BLOCK_REASONS``.
    """

    KIND: ClassVar[str] = "dunning_block"

    reason: str
    procedure: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueReason:
    """A record: why a customer (or the record's items) has not paid, as found out.

    ``code`` is one of ``OVERDUE_REASONS``.
    """

    KIND: ClassVar[str] = "overdue_reason"

    code: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What a person takes out of a run: a customer in a currency, or only some items of it."""

    customer_id: int
    currency: str
    item_ids: tuple[int, ...] = ()
    reason: str = "later"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningDraft:
    """A record of the firm's: a run begun and not released, to be gone on with.

    The letters themselves are made again from the book whenever the draft is opened, so that
    no figure in it is old.
    """

    KIND: ClassVar[str] = "dunning_draft"

    number: str
    as_of: date
    procedure: str = ""
    left_out: tuple[LeftOut, ...] = field(default=())


def holds_of_blocks(records: Iterable[Record[DunningBlock]], day: date) -> Iterator[Hold]:
    """Yield what blocks hold that have begun."""
    for one in records:
        if one.dated_on > day:
            continue
        told = one.value.note or one.value.reason
        if one.item_ids:
            for item_id in one.item_ids:
                yield Hold(why=BLOCKED, item_id=item_id, until=one.ends_on, detail=told)
        else:
            yield Hold(
                why=BLOCKED,
                customer_id=one.customer_id,
                procedure="" if one.customer_id is not None else one.value.procedure,
                until=one.ends_on,
                detail=told,
            )


def holds_of_left_out(left_out: Iterable[LeftOut]) -> Iterator[Hold]:
    """Yield what a person takes out of one run, as holds without an end."""
    for one in left_out:
        told = one.note or one.reason
        for item_id in one.item_ids:
            yield Hold(why=LEFT_OUT, item_id=item_id, detail=told)
        if not one.item_ids:
            yield Hold(
                why=LEFT_OUT, customer_id=one.customer_id, currency=one.currency, detail=told
            )


def asks_reason(
    letter: ProposedLetter, known: Sequence[Record[OverdueReason]], policy: DunningPolicy, day: date
) -> bool:
    """Whether a letter must ask why is not paid before it goes out.

    It does from the policy's level on, unless a reason found out since its oldest item fell
    due still holds for the customer or for something it raises.
    """
    if not policy.reason_from_level or letter.level < policy.reason_from_level:
        return False
    raised = letter.raised
    since = min((item.row.due_on or day for item in raised), default=day)
    ids = {item.row.id for item in raised}
    return not any(
        one.dated_on >= since and one.holds_on(day) and (not one.item_ids or ids & {*one.item_ids})
        for one in known
    )
