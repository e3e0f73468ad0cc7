"""The registers of Collections: promises, instalment plans, limitation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.collecting.promise import PromiseStanding, PromiseState
from domain.limitation import Limited
from domain.listing import CustomerRow, ListFilter, Order
from domain.ports import BookReader
from domain.services import legal
from domain.services.plans import PlanOn, plans_on
from domain.services.promises import promises_on
from ui import format as fmt
from ui.collections import plan_words
from ui.collections.register_tab import Register, RegisterTab
from ui.context import AppContext
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

_C: Final = "Registers"
PROMISE_STATES: Final[Mapping[str, tuple[str, str]]] = {
    PromiseState.DUE: (QT_TRANSLATE_NOOP("Registers", "Due today"), "accent"),
    PromiseState.OPEN: (QT_TRANSLATE_NOOP("Registers", "Running"), "neutral"),
    PromiseState.BROKEN: (QT_TRANSLATE_NOOP("Registers", "Broken"), "red"),
    PromiseState.PARTLY: (QT_TRANSLATE_NOOP("Registers", "Kept in part"), "amber"),
    PromiseState.KEPT: (QT_TRANSLATE_NOOP("Registers", "Kept"), "green"),
}
#: Days left at most → key of the alert, as the limitation clock gives them.
LIMIT_STATES: Final[Mapping[str, tuple[str, str]]] = {
    "over": (QT_TRANSLATE_NOOP("Registers", "Ended"), "red"),
    "7": (QT_TRANSLATE_NOOP("Registers", "Within 7 days"), "red"),
    "30": (QT_TRANSLATE_NOOP("Registers", "Within 30 days"), "amber"),
    "90": (QT_TRANSLATE_NOOP("Registers", "Within 90 days"), "amber"),
    "180": (QT_TRANSLATE_NOOP("Registers", "Within 180 days"), "neutral"),
    "later": (QT_TRANSLATE_NOOP("Registers", "Later"), "outline"),
}
#: The limitation list ends here: what is safe for longer is not looked at every day.
_LIMIT_ROWS: Final = 2000


@dataclass(frozen=True, slots=True)
class Named:
    """A row with its customer."""

    one: PromiseStanding | PlanOn
    customer: CustomerRow

    def name(self, language: str) -> str:
        """Return the customer's name in a language."""
        row = self.customer
        return fmt.name(row.name, row.name_en, language)


def _promise_word(state: str) -> str:
    source, _tone = PROMISE_STATES[state]
    return translate("Registers", source)


def _limit_word(state: str) -> str:
    source, _tone = LIMIT_STATES[state]
    return translate("Registers", source)


def _name_column() -> Column:
    return Column(
        key="customer",
        title=(_C, QT_TRANSLATE_NOOP("Registers", "Customer")),
        get=lambda row: row.customer.name,
        say=lambda row, language: row.name(language),
        order="customer",
        stretch=True,
        width=160,
        fixed=True,
    )


def _rows(
    reader: BookReader, day: date, found: list[PromiseStanding] | list[PlanOn]
) -> list[Named]:
    ids = {one.record.customer_id or 0 for one in found}
    rows = reader.customers.rows(sorted(ids), ListFilter(as_of=day))
    return [
        Named(one, rows[one.record.customer_id])
        for one in found
        if one.record.customer_id is not None and one.record.customer_id in rows
    ]


# promises


def _promise_columns() -> list[Column]:
    return [
        _name_column(),
        Column(
            key="due_on",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Promised for")),
            get=lambda row: row.one.record.value.due_on,
            kind="date",
            order="due_on",
            descending=True,
            width=92,
        ),
        _money("amount", QT_TRANSLATE_NOOP("Registers", "Amount")),
        Column(
            key="paid",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Came")),
            get=lambda row: row.one.paid,
            kind="money",
            currency=lambda row: row.one.record.value.currency,
            dash=True,
            width=100,
        ),
        Column(
            key="made",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Made on")),
            get=lambda row: row.one.record.dated_on,
            kind="date",
            width=92,
            secondary=True,
        ),
        Column(
            key="by",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "By")),
            get=lambda row: row.one.record.value.by,
            width=110,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="state",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "State")),
            get=lambda row: [
                ChipText(_promise_word(row.one.state), PROMISE_STATES[row.one.state][1])
            ],
            kind="chips",
            width=110,
        ),
    ]


def _money(key: str, title: str) -> Column:
    return Column(
        key=key,
        title=(_C, title),
        get=lambda row: getattr(row.one.record.value, key),
        kind="money",
        currency=lambda row: row.one.record.value.currency,
        order=key,
        descending=True,
        width=110,
        bold=True,
    )


def promises_tab(ctx: AppContext) -> RegisterTab:
    """Return the register of promises to pay."""
    register = Register(
        name="collections.promises",
        read=lambda reader, day: _rows(reader, day, promises_on(reader, day)),
        columns=_promise_columns,
        key=lambda row: row.one.record.id,
        state=lambda row: row.one.state.value,
        sum=lambda row: (row.one.record.value.currency, row.one.record.value.amount),
        states=PROMISE_STATES,
        words=_promise_word,
        address=lambda row: f"customer/{row.customer.id}/log",
        empty=lambda: (
            translate("Registers", "No promises to pay"),
            translate("Registers", "Record one on the customer's page, in its collection log."),
        ),
        about=lambda: translate(
            "Registers",
            "<p>Promises by their day. Whether one was kept is read off the receipts, with a day "
            "of grace. Until its day the customer is not chased; broken, it is a task of its own "
            "and the next letter is a level higher.</p>",
        ),
        order=Order("due_on", descending=True),
    )
    return RegisterTab(ctx, register)


# plans


def _plan_columns() -> list[Column]:
    return [_name_column(), *(_of_named(one) for one in plan_words.columns())]


def _of_named(column: Column) -> Column:
    """Return a column of plans for rows that carry their customer too."""
    get, currency = column.get, column.currency
    return replace(
        column,
        get=lambda row: get(row.one),
        currency=lambda row: currency(row.one),
        stretch=False,
    )


def plans_tab(ctx: AppContext) -> RegisterTab:
    """Return the register of instalment plans."""
    register = Register(
        name="collections.plans",
        read=lambda reader, day: _rows(reader, day, plans_on(reader, day)),
        columns=_plan_columns,
        key=lambda row: row.one.record.id,
        state=lambda row: row.one.standing.state.value,
        sum=lambda row: (row.one.record.value.currency, row.one.standing.left),
        states=plan_words.STATES,
        words=plan_words.state_word,
        address=lambda row: f"customer/{row.customer.id}/log",
        empty=lambda: (
            translate("Registers", "No instalment plans"),
            translate("Registers", "Agree on one on the customer's page, in its collection log."),
        ),
        about=lambda: translate(
            "Registers",
            "<p>Plans by how they stand: kept, late within the days of grace, in default. What "
            "came is read off the money allocated to their invoices.</p>",
        ),
    )
    return RegisterTab(ctx, register)


# limitation


def _limit_state(row: Limited) -> str:
    if row.days_left < 0:
        return "over"
    return "later" if row.alert is None else str(row.alert)


def _limit_columns() -> list[Column]:
    return [
        Column(
            key="number",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Invoice")),
            get=lambda row: row.debt.number,
            kind="code",
            order="number",
            width=140,
            fixed=True,
        ),
        Column(
            key="customer",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Customer")),
            get=lambda row: row.debt.customer_name,
            say=lambda row, language: fmt.name(
                row.debt.customer_name, row.debt.customer_name_en, language
            ),
            order="customer",
            stretch=True,
            width=150,
            fixed=True,
        ),
        Column(
            key="open",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Open")),
            get=lambda row: row.debt.open,
            kind="money",
            currency=lambda row: row.debt.currency,
            order="open",
            descending=True,
            width=110,
            bold=True,
        ),
        Column(
            key="due_on",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Due")),
            get=lambda row: row.debt.due_on,
            kind="date",
            width=92,
            secondary=True,
        ),
        *_limit_days(),
    ]


def _limit_days() -> list[Column]:
    return [
        Column(
            key="safe",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Safe until")),
            get=lambda row: row.conservative.on,
            kind="date",
            order="safe",
            width=96,
            tone=lambda row: "red" if row.days_left <= 7 else "",
        ),
        Column(
            key="best",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "At best")),
            get=lambda row: row.optimistic.on,
            kind="date",
            width=96,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="days",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Days left")),
            get=lambda row: row.days_left,
            kind="days",
            order="days",
            width=72,
        ),
        Column(
            key="state",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "State")),
            get=lambda row: [
                ChipText(_limit_word(_limit_state(row)), LIMIT_STATES[_limit_state(row)][1])
            ],
            kind="chips",
            width=120,
        ),
    ]


def limitation_tab(ctx: AppContext) -> RegisterTab:
    """Return the list of limitation periods, the nearest first."""
    register = Register(
        name="collections.limitation",
        read=lambda reader, day: legal.limited(reader, day)[:_LIMIT_ROWS],
        columns=_limit_columns,
        key=lambda row: row.debt.item_id,
        state=_limit_state,
        sum=lambda row: (row.debt.currency, row.debt.open),
        states=LIMIT_STATES,
        words=_limit_word,
        address=lambda row: f"invoice/{row.debt.item_id}",
        empty=lambda: (
            translate("Registers", "Nothing is owed"),
            translate("Registers", "Open invoices stand here by the end of their limitation."),
        ),
        about=lambda: translate(
            "Registers",
            "<p>Two last days for each open item: the safe one counts only what is well proved, "
            "the other all that was recorded. A demand that arrived, a part payment or a signed "
            "promise starts the period anew: record it on the invoice or with the letter. This "
            "is a reminder, not legal advice.</p>",
        ),
        order=Order("days"),
    )
    return RegisterTab(ctx, register)
