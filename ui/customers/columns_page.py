"""Columns of the lists on a customer's page."""

from __future__ import annotations

from typing import Final

from domain.fields import pick
from domain.listing import ItemRow
from ui import format as fmt
from ui import labels
from ui.customers.data import Change, Movement
from ui.customers.form import field_words
from ui.invoices.columns import state_chips
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.last import local


def _level(row: ItemRow, _language: str) -> str:
    if not row.level:
        return fmt.DASH
    return translate("Customer", "Level {level}").format(level=row.level)


def _chips(row: ItemRow) -> list[object]:
    # The level has a column of its own here.
    level = translate("Invoices", "Level {level}").format(level=row.level)
    return [chip for chip in state_chips(row) if chip.text != level]


def _kind(row: Movement, _language: str) -> str:
    if row.kind == "brought_forward":
        return translate("Customer", "Brought forward")
    return labels.kind(row.kind)


def _time(row: Change, _language: str) -> str:
    at = local(row.at_utc)
    return row.at_utc if at is None else at.strftime("%Y-%m-%d %H:%M")


def _fields(row: Change, language: str) -> str:
    parts = []
    for words, old, new in row.told:
        was, is_ = pick(old, language), pick(new, language)
        arrow = f"{was} → {is_ or fmt.DASH}" if was else is_
        parts.append(f"{pick(words, language)}: {arrow}")
    for key, before, after in row.fields:
        arrow = f"{before or fmt.DASH} → {after or fmt.DASH}" if before else after
        parts.append(f"{field_words(key)}: {arrow}")
    return "; ".join(parts)


#: Columns of open items.
ITEM_COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        key="number",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Document")),
        get=lambda row: row.label,
        kind="code",
        order="number",
        width=130,
    ),
    Column(
        key="issued",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Issued")),
        get=lambda row: row.issued_on,
        kind="date",
        order="issued",
    ),
    Column(
        key="due",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Due")),
        get=lambda row: row.due_on,
        kind="date",
        order="due",
    ),
    Column(
        key="amount",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Amount")),
        get=lambda row: row.amount,
        kind="money",
        order="amount",
        descending=True,
        width=100,
    ),
    Column(
        key="settled",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Settled")),
        get=lambda row: row.amount - row.open,
        kind="money",
        dash=True,
        width=96,
    ),
    Column(
        key="open",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Open")),
        get=lambda row: row.open,
        kind="money",
        bold=True,
        order="open",
        descending=True,
        width=100,
    ),
    Column(
        key="level",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Dunned")),
        get=lambda row: row.level,
        say=_level,
        width=64,
    ),
    Column(
        key="state",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Status")),
        get=_chips,
        kind="chips",
        stretch=True,
    ),
)

#: Columns of the account.
MOVEMENT_COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        key="on",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Date")),
        get=lambda row: row.on,
        kind="date",
    ),
    Column(
        key="kind",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Kind")),
        get=lambda row: row.kind,
        say=_kind,
        width=110,
    ),
    Column(
        key="number",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Document")),
        get=lambda row: row.number,
        kind="code",
        width=130,
    ),
    Column(
        key="text",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Text")),
        get=lambda row: row.text,
        stretch=True,
        ink="text-2",
    ),
    Column(
        key="due",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Due")),
        get=lambda row: row.due_on,
        kind="date",
        ink="text-2",
    ),
    Column(
        key="debit",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Debit")),
        get=lambda row: row.debit,
        kind="money",
        dash=True,
        width=110,
    ),
    Column(
        key="credit",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Credit")),
        get=lambda row: row.credit,
        kind="money",
        dash=True,
        width=110,
    ),
    Column(
        key="balance",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Balance")),
        get=lambda row: row.balance,
        kind="money",
        bold=True,
        width=116,
    ),
)

#: Columns of papers issued.
PAPER_COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        key="on",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Date")),
        get=lambda row: row.dated_on,
        kind="date",
        order="on",
        descending=True,
    ),
    Column(
        key="kind",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Kind")),
        get=lambda row: row.kind,
        say=lambda row, _language: labels.paper(row.kind),
        width=120,
    ),
    Column(
        key="number",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Number")),
        get=lambda row: row.number,
        kind="code",
        order="number",
        width=150,
    ),
    Column(
        key="language",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Language")),
        get=lambda row: "中文" if row.language == "zh" else "English",
        width=72,
        ink="text-2",
    ),
    Column(
        key="currency",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Currency")),
        get=lambda row: row.currency,
        width=60,
        ink="text-2",
    ),
    Column(
        key="total",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Total")),
        get=lambda row: row.total,
        kind="money",
        order="total",
        width=110,
        bold=True,
    ),
    Column(key="rest", title=("", ""), get=lambda _row: "", stretch=True),
)

#: Columns of the history.
HISTORY_COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        key="at",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Time")),
        get=lambda row: row.at_utc,
        say=_time,
        width=130,
    ),
    Column(
        key="user",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "By whom")),
        get=lambda row: row.user,
        width=90,
        ink="text-2",
    ),
    Column(
        key="what",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "What")),
        get=lambda row: row.kind,
        say=lambda row, _language: labels.operation(row.kind),
        width=120,
    ),
    Column(
        key="fields",
        title=("Customer", QT_TRANSLATE_NOOP("Customer", "Changes")),
        get=lambda row: row.fields,
        say=_fields,
        stretch=True,
    ),
)
