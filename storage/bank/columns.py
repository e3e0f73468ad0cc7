"""The columns of a bank's table, each read at once under a mapping.

A row is refused for the first thing found wrong with it; the others go on. What only
accompanies a movement (balance, other side's account) never refuses it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from domain.reading.bank import BankMapping, place_key
from domain.reading.bank_cells import read_day, read_figure, shown
from domain.reading.cells import MAX_TEXT, Cell, cell_text, read_number, read_text
from domain.reading.currencies import read_currency
from domain.reading.headers import unit
from domain.reading.result import Problem, Rejection, refuse
from storage.bank import found

_SHOWN: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under their headers, each as wide as them, and where each stood.

    ``originals`` are the rows as the file has them.
    """

    headers: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    delimiter: str = ""
    originals: Sequence[Sequence[Cell]] = ()


class Columns:
    """Fields of a table, read by column; refusals by row are in ``rejected``."""

    def __init__(self, table: Table, mapping: BankMapping) -> None:
        self.table = table
        self.mapping = mapping
        self.rejected: dict[int, Rejection] = {}
        self.notes: list[Problem] = []
        self._places = _places(table.headers)

    def has(self, name: str) -> bool:
        """Return whether a column fills a field."""
        return bool(self.places(name))

    def places(self, name: str) -> list[int]:
        """Return the places of the columns of a field."""
        found_ = (self.place(header) for header in self.mapping.columns.get(name, ()))
        return [place for place in found_ if place is not None]

    def place(self, header: str) -> int | None:
        """Return the place of a header, None where the table does not have it."""
        return self._places.get(header, self._places.get(place_key(header)))

    def cells(self, name: str) -> list[Cell]:
        """Return the cells of a field, the mapping's constant where no column fills it."""
        places = self.places(name)
        if not places:
            return [self.mapping.constants.get(name)] * len(self.table.rows)
        return [row[places[0]] for row in self.table.rows]

    def texts(self, name: str) -> list[str]:
        """Return a text field, "" where the cell has nothing or a sign for it."""
        known: dict[Cell, str] = {}
        return [_text(cell, known) for cell in self.cells(name)]

    def joined(self, name: str) -> list[str]:
        """Return the texts of all columns of a field in one, each said once."""
        columns = self.each(name)
        if len(columns) < 2:
            return columns[0] if columns else [""] * len(self.table.rows)
        return [
            " ".join(dict.fromkeys(filter(None, texts))) for texts in zip(*columns, strict=True)
        ]

    def each(self, name: str) -> list[list[str]]:
        """Return the texts of each column of a field."""
        known: dict[Cell, str] = {}
        return [
            [_text(row[place], known) for row in self.table.rows] for place in self.places(name)
        ]

    def numbers(self, name: str) -> list[str]:
        """Return a field of account numbers; those cut by a spreadsheet are left empty."""
        values, cut = [], 0
        known: dict[Cell, str] = {"": "", None: ""}
        for cell in self.cells(name):
            if cell not in known:
                reading = read_number(cell)
                known[cell] = shown((reading.value or "").strip("'"))
                if reading.problem:
                    known.pop(cell)
                    cut += 1
            values.append(known.get(cell, ""))
        if cut:
            column = self.mapping.columns[name][0]
            self.notes.append(refuse(found.NUMBER_CUT, column=column, count=cut))
        return values

    def dates(self, name: str) -> list[date | None]:
        """Return the dates of the lines; one that cannot be read refuses its row.

        Where the cell is empty, the value date is taken, and a note says so.
        """
        order = self.mapping.date_order
        others = self.quiet_dates("value_date")
        days: list[date | None] = []
        taken = 0
        for place, cell in enumerate(self.cells(name)):
            reading = read_day(cell, order)
            if reading.problem:
                self.refuse(place, name, reading.problem, cell)
            is_taken = reading.is_empty and others[place] is not None
            taken += is_taken
            days.append(others[place] if is_taken else reading.value)
        if taken:
            self.notes.append(refuse(found.DATE_TAKEN, count=taken))
        return days

    def quiet_dates(self, name: str) -> list[date | None]:
        """Return dates that only accompany: what cannot be read is empty."""
        order = self.mapping.date_order
        return [read_day(cell, order).value for cell in self.cells(name)]

    def currencies(self, given: str) -> list[str]:
        """Return the currency of each row, the given one where its cell is empty."""
        known: dict[str, str] = {}
        values = []
        for place, cell in enumerate(self.cells("currency")):
            text = cell_text(cell)
            if text not in known:
                reading = read_currency(cell)
                if reading.problem:
                    self.refuse(place, "currency", reading.problem, cell)
                    values.append("")
                    continue
                known[text] = reading.value or given
            values.append(known[text])
        return values

    def figures(self, name: str, currencies: list[str]) -> list[Decimal | None]:
        """Return a field of figures; one that names its currency settles the row's."""
        if not self.has(name):
            return [None] * len(self.table.rows)
        style, scale = self.mapping.amount_style, self._scale(name)
        is_named = self.has("currency")
        values = []
        for place, cell in enumerate(self.cells(name)):
            expected = currencies[place] if is_named else None
            reading = read_figure(cell, currency=expected or None, style=style, scale=scale)
            if reading.problem:
                self.refuse(place, name, reading.problem, cell)
            elif reading.currency:
                currencies[place] = reading.currency
            values.append(reading.value)
        return values

    def quiet_figures(self, name: str) -> tuple[list[Decimal | None], int]:
        """Return figures that only accompany, and how many cannot be read."""
        if not self.has(name):
            return [None] * len(self.table.rows), 0
        style, scale = self.mapping.amount_style, self._scale(name)
        readings = [read_figure(cell, style=style, scale=scale) for cell in self.cells(name)]
        bad = sum(reading.problem is not None for reading in readings)
        return [reading.value for reading in readings], bad

    def refuse(self, place: int, name: str, problem: Problem, cell: Cell = "") -> None:
        """Refuse a row, unless it was refused before."""
        headers = self.mapping.columns.get(name, ("",))
        value = cell_text(cell) or self.raw(place)
        self.rejected.setdefault(
            place,
            Rejection(
                row=self.table.numbers[place],
                code=problem.code,
                column=headers[0],
                value=value[:_SHOWN],
                facts=problem.facts,
            ),
        )

    def raw(self, place: int) -> str:
        """Return a row as it stood."""
        row = (self.table.originals or self.table.rows)[place]
        try:
            return (self.table.delimiter or "\t").join(row)  # type: ignore[arg-type]
        except TypeError:  # a workbook's cells are not all text
            return "\t".join(map(cell_text, row))

    def _scale(self, name: str) -> int:
        return unit(self.mapping.columns[name][0]).scale


def _places(headers: Sequence[str]) -> dict[str, int]:
    """Index headers by spelling and by key, the first of equals winning."""
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        places.setdefault(place_key(header), place)
    exact = {header: place for place, header in reversed(list(enumerate(headers)))}
    return places | exact


def _text(cell: Cell, known: dict[Cell, str]) -> str:
    """Return a cell as shown text; long ones are cut, the raw row keeps them whole."""
    if cell is None or cell == "":
        return ""
    if not isinstance(cell, str):
        return shown(read_text(cell_text(cell)[:MAX_TEXT]).value or "")
    if 4 < len(cell) <= MAX_TEXT and cell.isalnum():
        return cell
    text = known.get(cell)
    if text is None:
        text = known[cell] = shown(read_text(cell[:MAX_TEXT]).value or "")
    return text
