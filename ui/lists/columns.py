"""Columns, declared once: what a list shows, sorts, copies, exports and measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import Qt

from domain.money import decimals, plain
from domain.sheets import Cell, SheetColumn
from ui import format as fmt
from ui.marks import translate
from ui.widgets.paint import ChipText

#: Kinds whose text stands at the right.
_RIGHT: Final = frozenset({"money", "days", "number"})
#: Kinds that are never cut: they get the width they need.
WHOLE: Final = frozenset({"money", "days", "number", "date", "code"})


def _as_is(value: object, _language: str) -> str:
    return str(value)


_WRITE: Final[dict[str, Callable[[Any, str], str]]] = {
    "days": lambda value, _language: fmt.count(value),
    "number": lambda value, _language: fmt.count(value),
    "date": fmt.day,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list.

    Attributes:
        key: stable name, remembered with width and place.
        title: (context, text) marked with ``QT_TRANSLATE_NOOP``; a blank text for none.
        get: the value of a row: str, minor units, int, date or chips, as ``kind`` says.
        kind: text, code, date, money, days, number, chips or check.
        say: words of a row in a language, where they differ from the value.
        order: key of ``Order`` in the list query, "" where it cannot be sorted.
        descending: the first click sorts downwards.
        stretch: takes the spare width; at least 120.
        secondary: hides by itself where the width does not suffice.
        fixed: cannot be hidden.
        ink: colour token, ``tone`` overrides it by row ("" for the usual ink).
        dash: zero reads as a dash.
        currency: currency of a money cell's row.
        share: a part and its whole, drawn as a thin bar under the cell; no bar without a whole.
        worded: gives the title where it is not marked for translation.
    """

    key: str
    title: tuple[str, str]
    get: Callable[[Any], Any]
    kind: str = "text"
    say: Callable[[Any, str], str] | None = None
    order: str = ""
    descending: bool = False
    width: int = 90
    stretch: bool = False
    secondary: bool = False
    fixed: bool = False
    hidden: bool = False
    bold: bool = False
    ink: str = "text"
    tone: Callable[[Any], str] | None = None
    dash: bool = False
    currency: Callable[[Any], str] = attrgetter("currency")
    worded: Callable[[], str] | None = None
    share: Callable[[Any], tuple[int, int | None]] | None = None

    def words(self) -> str:
        """Return the title in the current language."""
        if self.worded is not None:
            return self.worded()
        context, text = self.title
        return translate(context, text) if text else ""

    @property
    def right(self) -> bool:
        """Whether its cells stand at the right."""
        return self.kind in _RIGHT

    def alignment(self) -> Qt.AlignmentFlag:
        """Return how cells and header are aligned."""
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        if self.kind == "check":
            side = Qt.AlignmentFlag.AlignHCenter
        return side | Qt.AlignmentFlag.AlignVCenter

    def text(self, row: Any, language: str) -> str:
        """Return what a cell shows."""
        if self.say is not None:
            return self.say(row, language)
        value = self.get(row)
        if self.kind == "chips":
            return ", ".join(chip.text for chip in value)
        if value is None or (self.dash and value == 0):
            return fmt.DASH
        if self.kind == "money":
            return fmt.money(value, self.currency(row))
        return _WRITE.get(self.kind, _as_is)(value, language)

    def chips(self, row: Any) -> list[ChipText]:
        """Return the chips of a cell."""
        return list(self.get(row))

    def clip(self, row: Any, language: str) -> str:
        """Return the cell for the clipboard: a plain number or an ISO date."""
        value = self.get(row)
        if self.kind == "money":
            return "" if value is None else plain(value, self.currency(row))
        if self.kind in ("days", "number"):
            return "" if value is None else str(value)
        if isinstance(value, date):
            return value.isoformat()
        return "" if value is None else self.text(row, language)

    def cell(self, row: Any, language: str) -> Cell:
        """Return the cell for a printed or exported sheet."""
        value = self.get(row)
        if self.kind == "money":
            if value is None:
                return None
            return Decimal(value).scaleb(-decimals(self.currency(row)))
        if value is None or isinstance(value, date | int):
            return value
        return self.text(row, language)

    def sheet_column(self) -> SheetColumn:
        """Return the column's head for a printed or exported sheet."""
        kind = {"money": "money", "days": "number", "number": "number", "date": "date"}
        width = 28 if self.stretch else max(8, self.width // 8)
        return SheetColumn(title=self.words(), kind=kind.get(self.kind, "text"), width=width)

    def sample(self, language: str) -> str:
        """Return a text as wide as the kind's usual cells."""
        if self.kind == "date":
            return fmt.day(date(2026, 11, 28), language)
        return ""


def check_column() -> Column:
    """Return the column that shows and sets which rows are selected."""
    return Column(
        key="check", title=("", ""), get=lambda _row: "", kind="check", width=35, fixed=True
    )


def shown(columns: Sequence[Column]) -> list[Column]:
    """Return the columns that carry words or numbers."""
    return [column for column in columns if column.kind != "check"]
