"""Columns of the register, of the maturity calendar, and of what a bill settles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from domain.bill import PRESENT_DAYS
from domain.listing import BillRow
from ui import format as fmt
from ui.bills import words
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP
from ui.receipts.columns import settled_columns

Today = Callable[[], date]


def _days(today: Today) -> Callable[[BillRow], int | None]:
    """Return days to maturity of a bill whose money is still to come."""
    ours = ("in_hand", "pledged", "presented", "endorsed", "discounted")
    return lambda row: (row.due_on - today()).days if row.state in ours else None


def _near(today: Today) -> Callable[[BillRow], str]:
    days = _days(today)

    def tone(row: BillRow) -> str:
        left = days(row)
        if left is None or left > PRESENT_DAYS or row.state in ("endorsed", "discounted"):
            return ""
        missed = row.state == "in_hand" and today() > row.present_by
        return "red" if missed else "amber"

    return tone


def _number(*, order: str = "") -> Column:
    return Column(
        key="number",
        title=("Bills", QT_TRANSLATE_NOOP("Bills", "Bill number")),
        get=lambda row: row.number,
        kind="code",
        order=order,
        width=226,
        fixed=True,
    )


def _customer(*, order: str = "") -> Column:
    return Column(
        key="customer",
        title=("Bills", QT_TRANSLATE_NOOP("Bills", "Customer")),
        get=lambda row: row.customer_name,
        say=words.customer,
        order=order,
        stretch=True,
        width=120,
        fixed=True,
    )


def _amount(*, order: str = "") -> Column:
    return Column(
        key="amount",
        title=("Bills", QT_TRANSLATE_NOOP("Bills", "Amount")),
        get=lambda row: row.amount,
        kind="money",
        order=order,
        descending=True,
        bold=True,
        width=96,
    )


def _acceptor(*, order: str = "") -> Column:
    return Column(
        key="acceptor",
        title=("Bills", QT_TRANSLATE_NOOP("Bills", "Acceptor")),
        get=lambda row: row.acceptor,
        order=order,
        width=112,
        ink="text-2",
        secondary=True,
    )


def _date(key: str, title: str, *, hidden: bool = False) -> Column:
    return Column(
        key=key,
        title=("Bills", title),
        get=lambda row: getattr(row, key),
        kind="date",
        order=key,
        width=84,
        ink="text-2" if hidden else "text",
        hidden=hidden,
    )


def list_columns(today: Today) -> list[Column]:
    """Return the columns of the register in their first order; ``today``: the date shown."""
    return [
        check_column(),
        _number(order="number"),
        _customer(order="customer"),
        _acceptor(order="acceptor"),
        _amount(order="amount"),
        _date("due_on", QT_TRANSLATE_NOOP("Bills", "Due")),
        Column(
            key="days",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "Days left")),
            get=_days(today),
            kind="days",
            width=48,
            tone=_near(today),
        ),
        Column(
            key="state",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "State")),
            get=lambda row: words.chips(row, today()),
            kind="chips",
            order="state",
            width=136,
        ),
        *_more(),
    ]


def _more() -> list[Column]:
    return [
        Column(
            key="currency",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "CCY")),
            get=lambda row: row.currency,
            kind="code",
            width=44,
            ink="text-2",
        ),
        Column(
            key="kind",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "Kind")),
            get=lambda row: row.kind,
            say=lambda row, _language: words.kind(row.kind),
            width=64,
            hidden=True,
        ),
        Column(
            key="part",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "Sub-range")),
            get=lambda row: row.part,
            kind="code",
            width=140,
            hidden=True,
        ),
        _date("received_on", QT_TRANSLATE_NOOP("Bills", "Received"), hidden=True),
        _date("issued_on", QT_TRANSLATE_NOOP("Bills", "Issued"), hidden=True),
        Column(
            key="party",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "Passed on to")),
            get=lambda row: row.party,
            width=120,
            ink="text-2",
            hidden=True,
        ),
        Column(
            key="exposed",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "Recourse exposure")),
            get=lambda row: row.exposed,
            kind="money",
            width=96,
            dash=True,
            hidden=True,
        ),
    ]


def calendar_columns(today: Today) -> list[Column]:
    """Return the columns of the maturity calendar."""
    return [
        Column(
            key="place",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "Day")),
            get=lambda row: row.due_on,
            say=lambda row, _language: words.place_in_time(row, today()),
            kind="code",
            width=56,
            tone=_near(today),
        ),
        _number(),
        _customer(),
        _acceptor(),
        _amount(),
        Column(
            key="present_by",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "Present by")),
            get=lambda row: row.present_by,
            kind="date",
            width=92,
        ),
        Column(
            key="state",
            title=("Bills", QT_TRANSLATE_NOOP("Bills", "State")),
            get=lambda row: words.chips(row, today())[:1],
            kind="chips",
            width=120,
        ),
    ]


def settle_columns() -> list[Column]:
    """Return the columns of what a bill settles; the document takes the room that is left."""
    own: dict[str, dict[str, Any]] = {
        "number": {"stretch": True},
        "minor": {"title": ("Bills", QT_TRANSLATE_NOOP("Bills", "Settled by the bill"))},
    }
    return [replace(column, **own.get(column.key, {})) for column in settled_columns()]


def money(minor: int, currency: str) -> str:
    """Write an amount with its currency where it is not the yuan."""
    said = fmt.money(minor, currency)
    return said if currency == "CNY" else f"{said} {currency}"
