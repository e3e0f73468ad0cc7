"""Columns of the lists of what runs out and of files with gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from domain.credit.file.expiry import DUE_WORDS
from domain.fields import pick
from domain.listing import CustomerRow
from domain.services.credit_file import ExpiryRow, IncompleteRow
from ui import format as fmt
from ui.credit_file.bar import lacking
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText


@dataclass(frozen=True, slots=True)
class DueLine:
    """A line of the list, with a key of its own."""

    id: int
    row: ExpiryRow

    @property
    def customer(self) -> CustomerRow:
        """Whose it is."""
        return self.row.customer


@dataclass(frozen=True, slots=True)
class GapLine:
    """A customer whose file has gaps."""

    row: IncompleteRow

    @property
    def id(self) -> int:
        """The customer's id."""
        return self.row.customer.id

    @property
    def customer(self) -> CustomerRow:
        """Whose it is."""
        return self.row.customer


def _name(one: Any, language: str) -> str:
    customer = one.customer
    return str(fmt.name(customer.name, customer.name_en, language))


def _customer_columns() -> list[Column]:
    return [
        Column(
            key="code",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "Code")),
            get=lambda one: one.customer.code,
            kind="code",
            order="code",
            width=70,
        ),
        Column(
            key="name",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "Customer")),
            get=lambda one: one.customer.name,
            say=_name,
            order="name",
            width=210,
        ),
    ]


def step_chips(one: DueLine) -> list[ChipText]:
    """Return how urgent a line is."""
    left = one.row.expiry.days_left
    if left < 0:
        return [ChipText(translate("Expiry", "%n day(s) past", None, -left), "red")]
    near = one.row.expiry.step <= 7
    return [ChipText(translate("Expiry", "%n day(s) left", None, left), "red" if near else "amber")]


def due_columns() -> list[Column]:
    """Return the columns of what runs out."""
    return [
        Column(
            key="on",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "Last day")),
            get=lambda one: one.row.expiry.on,
            kind="date",
            order="on",
        ),
        *_customer_columns(),
        Column(
            key="what",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "What")),
            get=lambda one: one.row.expiry.what.value,
            say=lambda one, language: pick(DUE_WORDS[one.row.expiry.what], language),
            order="what",
            width=150,
        ),
        Column(
            key="which",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "Which")),
            get=lambda one: one.row.expiry.named[0],
            say=lambda one, language: pick(one.row.expiry.named, language),
            width=200,
            stretch=True,
        ),
        Column(
            key="state",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "Status")),
            get=step_chips,
            kind="chips",
            width=120,
        ),
    ]


def gap_columns() -> list[Column]:
    """Return the columns of files with gaps."""
    return [
        *_customer_columns(),
        Column(
            key="percent",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "Complete %")),
            get=lambda one: one.row.completeness.percent,
            kind="number",
            order="percent",
            width=84,
        ),
        Column(
            key="lacking",
            title=("Expiry", QT_TRANSLATE_NOOP("Expiry", "What it lacks")),
            get=lambda one: lacking(one.row.completeness, "zh"),
            say=lambda one, language: lacking(one.row.completeness, language),
            width=300,
            stretch=True,
        ),
    ]


#: Pill → whether a line belongs to it.
PILLS: Final[dict[str, Callable[[DueLine], bool]]] = {
    "all": lambda _one: True,
    "past": lambda one: one.row.expiry.days_left < 0,
    "week": lambda one: 0 <= one.row.expiry.days_left <= 7,
    "month": lambda one: 0 <= one.row.expiry.days_left <= 30,
}


def due_lines(rows: list[ExpiryRow]) -> list[DueLine]:
    """Return lines with keys: one record may be listed for several reasons."""
    return [DueLine(place, one) for place, one in enumerate(rows, start=1)]
