"""Columns of the exposure tab: components, their documents, orders, holds and overrides."""

from __future__ import annotations

from datetime import date

from ui import credit_words
from ui.credit.exposure_data import OrderRow, PartRow, StopRow
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

_C = "Exposure"


def _part_words(row: PartRow, language: str) -> str:
    if row.part is None:
        return translate("Exposure", "Exposure")
    return credit_words.part(row.part, language)


def _part_tone(row: PartRow) -> str:
    return "red" if row.part is not None and row.part.value in ("overdue", "returned") else ""


PART_COLUMNS = (
    Column(
        key="part",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Component")),
        get=lambda row: "" if row.part is None else row.part.value,
        say=_part_words,
        stretch=True,
        width=170,
    ),
    Column(
        key="amount",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Amount")),
        get=lambda row: row.amount,
        kind="money",
        width=120,
        tone=_part_tone,
    ),
    Column(
        key="currency",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Currency")),
        get=lambda row: row.currency,
        width=52,
        ink="text-2",
    ),
)

LINE_COLUMNS = (
    Column(
        key="number",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Document")),
        get=lambda row: row.line.number,
        kind="code",
        stretch=True,
        order="number",
        width=160,
    ),
    Column(
        key="on",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Date")),
        get=lambda row: row.line.on,
        kind="date",
        order="on",
        width=92,
    ),
    Column(
        key="due",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Due or expected")),
        get=lambda row: row.line.due_on,
        kind="date",
        order="due",
        width=110,
    ),
    Column(
        key="part",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Component")),
        get=lambda row: row.line.part.value,
        say=lambda row, language: credit_words.part(row.line.part, language),
        width=140,
        ink="text-2",
        secondary=True,
    ),
    Column(
        key="amount",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Amount")),
        get=lambda row: row.line.amount,
        kind="money",
        order="amount",
        descending=True,
        width=120,
    ),
)


def _order_state(row: OrderRow) -> list[ChipText]:
    state = row.state
    if state.left == 0:
        words = translate("Exposure", "Closed") if state.order.closed else ""
        return [ChipText(words or translate("Exposure", "Invoiced"), "neutral")]
    if state.to_invoice:
        return [ChipText(translate("Exposure", "To invoice"), "amber")]
    return [ChipText(translate("Exposure", "Open"), "accent")]


ORDER_COLUMNS = (
    Column(
        key="number",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Order")),
        get=lambda row: row.state.order.number,
        kind="code",
        order="number",
        width=120,
        stretch=True,
    ),
    Column(
        key="on",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Ordered")),
        get=lambda row: row.state.order.ordered_on,
        kind="date",
        order="on",
        width=92,
    ),
    Column(
        key="expected",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Expected")),
        get=lambda row: row.state.order.expected_on,
        kind="date",
        order="expected",
        width=92,
    ),
    *(
        Column(
            key=key,
            title=(_C, words),
            get=get,
            kind="money",
            order=key,
            descending=True,
            width=108,
            dash=True,
        )
        for key, words, get in (
            (
                "amount",
                QT_TRANSLATE_NOOP("Exposure", "Ordered for"),
                lambda row: row.state.order.amount,
            ),
            (
                "delivered",
                QT_TRANSLATE_NOOP("Exposure", "Delivered"),
                lambda row: row.state.order.delivered,
            ),
            ("invoiced", QT_TRANSLATE_NOOP("Exposure", "Invoiced"), lambda row: row.state.invoiced),
            ("left", QT_TRANSLATE_NOOP("Exposure", "Not invoiced"), lambda row: row.state.left),
        )
    ),
    Column(
        key="currency",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Currency")),
        get=lambda row: row.currency,
        width=52,
        ink="text-2",
        secondary=True,
    ),
    Column(
        key="state",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Status")),
        get=_order_state,
        kind="chips",
        width=90,
    ),
)


def _what(row: StopRow, _language: str = "") -> str:
    if row.hold is None:
        return translate("Exposure", "Override")
    return {
        "orders": translate("Exposure", "Hold on orders"),
        "deliveries": translate("Exposure", "Hold on deliveries"),
        "both": translate("Exposure", "Hold on orders and deliveries"),
    }[row.hold.hold.value.scope.value]


def _since(row: StopRow) -> date | None:
    record = row.hold.hold if row.hold is not None else row.leave
    return None if record is None else record.dated_on


def _until(row: StopRow) -> date | None:
    if row.hold is not None:
        return row.hold.release.dated_on if row.hold.release is not None else None
    return None if row.leave is None else row.leave.ends_on


def _why(row: StopRow) -> str:
    if row.hold is not None:
        return row.hold.hold.value.reason
    return "" if row.leave is None else row.leave.value.reason


def _who(row: StopRow) -> str:
    if row.hold is not None:
        release = row.hold.release
        first = row.hold.hold.value.held_by
        return first if release is None else f"{first} → {release.value.released_by}"
    if row.leave is None:
        return ""
    return f"{row.leave.value.asked_by} → {row.leave.value.allowed_by}"


def _stop_state(row: StopRow) -> list[ChipText]:
    if not row.in_force:
        return [ChipText(translate("Exposure", "Ended"), "neutral")]
    tone = "red" if row.hold is not None else "amber"
    return [ChipText(translate("Exposure", "In force"), tone)]


STOP_COLUMNS = (
    Column(
        key="what",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "What")),
        get=_what,
        say=_what,
        width=200,
    ),
    Column(
        key="since",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Since")),
        get=_since,
        kind="date",
        width=92,
    ),
    Column(
        key="until",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Until")),
        get=_until,
        kind="date",
        width=92,
    ),
    Column(
        key="ceiling",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Exposure up to")),
        get=lambda row: None if row.leave is None else row.leave.value.ceiling,
        kind="money",
        width=120,
    ),
    Column(
        key="why",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Reason")),
        get=_why,
        stretch=True,
        width=160,
    ),
    Column(
        key="who",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "By")),
        get=_who,
        width=120,
        ink="text-2",
    ),
    Column(
        key="state",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Status")),
        get=_stop_state,
        kind="chips",
        width=76,
    ),
)
