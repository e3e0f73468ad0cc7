"""Adverse events at a customer: lawsuits, stopped production, unpaid wages and their like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State
from domain.record import Record


class EventType(StrEnum):
    """What happened."""

    LAWSUIT = "lawsuit"
    ENFORCED = "enforced"
    DISHONEST = "dishonest"
    FROZEN = "frozen"
    STOPPED = "stopped"
    WAGES = "wages"
    TAX = "tax"
    INSOLVENCY = "insolvency"
    MANAGEMENT = "management"
    SHAREHOLDER = "shareholder"
    MOVED = "moved"
    OTHER = "other"


class Severity(StrEnum):
    """Red: stop and ask; amber: watch."""

    RED = "red"
    AMBER = "amber"


EVENT_WORDS: Final[dict[EventType, Pair]] = {
    EventType.LAWSUIT: ("涉诉", "Lawsuit"),
    EventType.ENFORCED: ("被执行", "Enforcement"),
    EventType.DISHONEST: ("失信被执行人", "Dishonest debtor"),
    EventType.FROZEN: ("查封、冻结", "Assets frozen"),
    EventType.STOPPED: ("停产、停业", "Production stopped"),
    EventType.WAGES: ("拖欠工资", "Unpaid wages"),
    EventType.TAX: ("税务异常、欠税", "Tax irregularity"),
    EventType.INSOLVENCY: ("破产、清算", "Insolvency"),
    EventType.MANAGEMENT: ("高管变更", "Change of management"),
    EventType.SHAREHOLDER: ("股东、股权变更", "Change of shareholders"),
    EventType.MOVED: ("搬迁、失联", "Moved, out of reach"),
    EventType.OTHER: ("其他", "Other"),
}
SEVERITY_WORDS: Final[dict[Severity, Pair]] = {
    Severity.AMBER: ("关注（黄）", "Watch (amber)"),
    Severity.RED: ("严重（红）", "Serious (red)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NegativeEvent:
    """An adverse event; the record's day is when it happened, its last day when it is over."""

    KIND: ClassVar[str] = "negative_event"

    type: EventType
    severity: Severity = Severity.AMBER
    what: str
    amount: int | None = None
    currency: str = ""
    source: str = ""


def in_force(records: list[Record[NegativeEvent]], day: date) -> list[Record[NegativeEvent]]:
    """Return the events that count on a day, the serious ones first."""
    found = [one for one in records if one.holds_on(day)]
    return sorted(found, key=lambda one: (one.value.severity is not Severity.RED, one.dated_on))


def _states(record: Record[NegativeEvent], day: date) -> list[Said]:
    if not record.holds_on(day):
        return [Said(state=State.PLAIN, words=("已了结", "Over"))]
    red = record.value.severity is Severity.RED
    words = ("严重", "Serious") if red else ("关注", "Watch")
    return [Said(state=State.BAD if red else State.NEAR, words=words)]


EVENT: Final = RecordForm(
    kind=NegativeEvent,
    words=("负面事件", "Adverse event"),
    dated=("发生日期", "Happened on"),
    ends=("了结日", "Over on"),
    about=(
        "涉诉、失信、停产、欠薪、税务异常、人事股权变动等；注明来源。",
        "Lawsuits, stopped production, unpaid wages and their like, each with its source.",
    ),
    states=_states,
    headline="type",
    fields=(
        FieldSpec(
            key="type",
            words=("事件", "Event"),
            shape=Shape.CHOICE,
            choices=EVENT_WORDS,
            needed=True,
            width=120,
        ),
        FieldSpec(
            key="severity",
            words=("程度", "Severity"),
            shape=Shape.CHOICE,
            choices=SEVERITY_WORDS,
            needed=True,
        ),
        FieldSpec(key="what", words=("内容", "What happened"), needed=True, width=220),
        FieldSpec(
            key="amount",
            words=("涉及金额", "Amount"),
            shape=Shape.AMOUNT,
            currency="currency",
            least=0,
            width=110,
        ),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(key="source", words=("来源", "Source"), width=120),
    ),
)
