"""What a file is and how its columns would be read, before anything is booked.

Nothing here writes: the import wizard shows a :class:`Survey`, lets the user
change kind, sheet, encoding and mapping, and surveys again.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from domain.importing import ImportPreview, Survey
from domain.money import decimals, grouped
from domain.ports import Progress
from domain.reading.amounts import detect_amount_style, read_amount
from domain.reading.cells import Cell, cell_text, read_text
from domain.reading.columns import detect_kind, guess_mapping, missing_fields
from domain.reading.currencies import read_currency
from domain.reading.dates import detect_day_order, read_date
from domain.reading.headers import KINDS
from domain.reading.headers import fields as fields_of
from domain.reading.mapping import Mapping as ColumnMapping
from domain.reading.result import Problem, Reading
from storage.files.reader import NOTE_SHEET, RawTable, open_table
from storage.importing.einvoice_survey import (
    KIND,
    is_held,
    preview_einvoices,
    survey_einvoices,
)
from storage.importing.take import column_names, load_mapping

#: Rows shown as they will be read.
SHOWN: Final = 200
_DATES: Final = frozenset({"issue_date", "due_date", "delivery_date", "expected_date", "date"})
_AMOUNTS: Final = frozenset({"amount", "net", "tax", "credit_limit", "delivered"})


def survey(
    file: Path,
    kind: str = "auto",
    *,
    mapping: Path | Mapping[str, Any] | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
) -> Survey:
    """Open a file and say what it holds; an unclear kind is "", a bank statement "bank".

    Raises:
        FileUnreadable: not a table, or an unreadable mapping.
    """
    if _may_be_einvoice(kind, mapping) and is_held(file):
        return survey_einvoices(file, encoding)
    saved = None if mapping is None else load_mapping(mapping)
    table = open_table(
        file,
        encoding=encoding or (saved.encoding if saved else None),
        sheet=sheet or (saved.sheet if saved else None),
        wanted=() if saved is None else column_names(saved),
    )
    if _may_be_einvoice(kind, mapping) and is_held(file, table):
        return survey_einvoices(file, encoding)
    found = detect_kind(table.headers) or ""
    settled = saved or _guessed(table, found if kind == "auto" else kind)
    problems = (*settled.bind(table.headers).problems, *missing_fields(settled))
    return Survey(
        file=str(file),
        kind=settled.kind if saved or kind != "auto" else found,
        recognised=found,
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        sheets=_sheets(table),
        headers=table.headers,
        samples=tuple(_sample(table, place) for place in range(len(table.headers))),
        rows=len(table.rows) + len(table.rejected),
        mapping=settled.to_json(),
        notes=tuple((note.code, dict(note.facts)) for note in table.notes),
        problems=_told(problems),
    )


def _may_be_einvoice(kind: str, mapping: object) -> bool:
    return kind in ("auto", KIND) and mapping is None


def _guessed(table: RawTable, kind: str) -> ColumnMapping:
    usable = kind if kind in KINDS else "invoices"
    return guess_mapping(table.headers, usable)


def _sheets(table: RawTable) -> tuple[str, ...]:
    others = next((note.facts["others"] for note in table.notes if note.code == NOTE_SHEET), ())
    return (table.sheet, *others) if table.sheet and isinstance(others, tuple) else ()


def _sample(table: RawTable, place: int) -> str:
    """Return the first cell of a column that holds something."""
    cells = (cell_text(row[place]).strip() for row in table.rows[:SHOWN])
    return next((cell for cell in cells if cell), "")[:60]


def _told(problems: tuple[Problem, ...]) -> tuple[tuple[str, dict[str, object]], ...]:
    return tuple((problem.code, dict(problem.facts)) for problem in problems)


def preview(
    file: Path,
    mapping: Mapping[str, Any],
    *,
    currency: str,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> ImportPreview:
    """Return the first rows of a file as they will be read, whole columns deciding styles.

    Raises:
        FileUnreadable: the file or the mapping cannot be used.
        Cancelled: ``progress`` stopped it.
    """
    if mapping.get("kind") == KIND:
        return preview_einvoices(file, encoding)
    settled = load_mapping(mapping)
    table = open_table(
        file,
        encoding=encoding or settled.encoding,
        sheet=settled.sheet,
        wanted=column_names(settled),
    )
    return _Preview(table, settled, currency).shown(progress)


class _Preview:
    """Reads the fields of a table by columns, without a book."""

    def __init__(self, table: RawTable, mapping: ColumnMapping, currency: str) -> None:
        binding = mapping.bind(table.headers)
        keep = [place for place, row in enumerate(table.rows) if not binding.skipped(row)]
        self._rows = [table.rows[place] for place in keep]
        self._numbers = [table.row_numbers[place] for place in keep[:SHOWN]]
        self._mapping, self._binding, self._currency = mapping, binding, currency
        self._refused: set[int] = set()

    def shown(self, progress: Progress | None) -> ImportPreview:
        """Return the first rows, telling progress by column."""
        saved = self._mapping
        filled = {*saved.columns, *saved.constants, *saved.defaults}
        fields = [name for name in fields_of(saved.kind) if name in filled]
        columns = []
        for done, field in enumerate(fields):
            if progress is not None:
                progress(done, len(fields))
            columns.append(self._column(field))
        return ImportPreview(
            fields=tuple(fields),
            rows=tuple(zip(*columns, strict=True)) if columns else (),
            numbers=tuple(self._numbers),
            refused=frozenset(self._refused),
        )

    def _column(self, field: str) -> list[str]:
        """Return the first values of a field; one that cannot be read stands as it is."""
        cells = self._binding.column(field, self._rows)
        if field in _DATES:
            order = self._mapping.date_order or detect_day_order(cells)
            return [
                self._shown(at, read_date(cell, order=order), cell) for at, cell in _first(cells)
            ]
        if field in _AMOUNTS:
            return self._amounts(field, cells)
        read = read_currency if field == "currency" else read_text
        return [self._shown(at, read(cell), cell) for at, cell in _first(cells)]

    def _amounts(self, field: str, cells: list[Cell]) -> list[str]:
        style = self._mapping.amount_style or detect_amount_style(cells)
        scale = self._mapping.scale.get(field, 1)
        named = self._binding.column("currency", self._rows[:SHOWN])
        told = []
        for at, cell in _first(cells):
            code = read_currency(named[at]).value or self._currency
            reading = read_amount(
                cell, currency=code, decimals=decimals(code), style=style, scale=scale
            )
            value = None if reading.value is None else grouped(reading.value, code)
            told.append(self._shown(at, Reading(value, reading.problem), cell))
        return told

    def _shown(self, at: int, reading: Reading[Any], cell: Cell = None) -> str:
        if reading.problem is not None:
            self._refused.add(at)
            return cell_text(cell).strip()
        return "" if reading.value is None else str(reading.value)


def _first(cells: list[Cell]) -> list[tuple[int, Cell]]:
    return list(enumerate(cells[:SHOWN]))
