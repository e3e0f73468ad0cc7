"""Visits to a customer: what was seen of its trade, and how it was judged (实地考察)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final

from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State
from domain.record import Record


class Stock(StrEnum):
    """How full the store was."""

    EMPTY = "empty"
    LOW = "low"
    USUAL = "usual"
    PILED_UP = "piled_up"


class Orders(StrEnum):
    """How full the order book was."""

    NONE = "none"
    THIN = "thin"
    USUAL = "usual"
    FULL = "full"


STOCK_WORDS: Final[dict[Stock, Pair]] = {
    Stock.USUAL: ("正常", "Usual"),
    Stock.LOW: ("偏少", "Low"),
    Stock.PILED_UP: ("积压", "Piled up"),
    Stock.EMPTY: ("基本清空", "Nearly empty"),
}
ORDER_WORDS: Final[dict[Orders, Pair]] = {
    Orders.FULL: ("饱满", "Full"),
    Orders.USUAL: ("正常", "Usual"),
    Orders.THIN: ("不足", "Thin"),
    Orders.NONE: ("几乎没有", "Hardly any"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteVisit:
    """What was seen; the record's day is the day of the visit, photos are its files.

    ``machines_running`` in percent; ``score`` from 0 to 100 as the visitor judged.
    """

    KIND: ClassVar[str] = "site_visit"

    visitor: str
    place: str = ""
    met: str = ""
    staff: int | None = None
    machines_running: Decimal | None = None
    stock: Stock | None = None
    orders: Orders | None = None
    wages_paid: str = ""
    score: int | None = None
    findings: str = ""


def latest(records: list[Record[SiteVisit]], day: date) -> Record[SiteVisit] | None:
    """Return the last visit up to a day."""
    known = [one for one in records if one.dated_on <= day]
    return max(known, key=lambda one: (one.dated_on, one.id), default=None)


def _states(record: Record[SiteVisit], _day: date) -> list[Said]:
    score = record.value.score
    if score is None:
        return []
    state = State.GOOD if score >= 70 else State.NEAR if score >= 50 else State.BAD
    return [Said(state=state, words=(f"{score} 分", f"{score} points"))]


def _remarks(value: SiteVisit) -> list[Said]:
    running = value.machines_running
    found = []
    if running is not None and running < 50:
        words = ("开机率不足一半：请核实是否停产、减产。", "Under half the machines run: ask why.")
        found.append(Said(state=State.NEAR, words=words))
    if value.stock is Stock.PILED_UP and value.orders in (Orders.THIN, Orders.NONE):
        words = ("库存积压而订单不足。", "Stock piles up while orders are thin.")
        found.append(Said(state=State.NEAR, words=words))
    return found


VISIT: Final = RecordForm(
    kind=SiteVisit,
    words=("实地考察", "Site visit"),
    dated=("考察日期", "Visited on"),
    about=(
        "现场所见与评分；照片随记录存入账套。",
        "What was seen, with a score; photos are kept with it.",
    ),
    states=_states,
    remarks=_remarks,
    headline="visitor",
    fields=(
        FieldSpec(key="visitor", words=("考察人", "Visitor"), needed=True, width=90),
        FieldSpec(key="place", words=("考察地点", "Place"), width=160),
        FieldSpec(key="met", words=("接待人", "Met with")),
        FieldSpec(
            key="staff",
            words=("在岗人数", "Staff at work"),
            shape=Shape.WHOLE,
            unit=("人", ""),
            least=0,
            width=80,
        ),
        FieldSpec(
            key="machines_running",
            words=("开机率", "Machines running"),
            shape=Shape.DECIMAL,
            unit=("%", "%"),
            least=0,
            most=100,
            width=80,
        ),
        FieldSpec(
            key="stock",
            words=("库存", "Stock"),
            shape=Shape.CHOICE,
            choices=STOCK_WORDS,
            width=80,
        ),
        FieldSpec(
            key="orders",
            words=("在手订单", "Order book"),
            shape=Shape.CHOICE,
            choices=ORDER_WORDS,
            width=80,
        ),
        FieldSpec(key="wages_paid", words=("工资发放", "Wages")),
        FieldSpec(
            key="score",
            words=("评分（0–100）", "Score (0–100)"),
            shape=Shape.WHOLE,
            least=0,
            most=100,
        ),
        FieldSpec(key="findings", words=("所见与结论", "Findings"), shape=Shape.LONG),
    ),
)
