"""Bank statements in tables: text, web pages and workbooks of banks and wallets.

A mapping given by name is used as it is; else a learned one whose headers all occur;
else headers and rows are read by what they say (``domain.reading.bank_guess``). What
cannot be told is asked about: the file is refused with the reason and its headers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.bank import BankFile
from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.bank import BankMapping
from domain.reading.bank_cells import read_day, read_figure
from domain.reading.bank_guess import FIGURES, find_order, find_style, guess
from domain.reading.bank_headers import is_chinese
from domain.reading.bank_told import Told, read_told
from domain.reading.bank_wallets import CURRENCY, find_wallet
from domain.reading.cells import Cell, cell_text
from domain.reading.currencies import meaning
from domain.reading.headers import unit
from domain.reading.result import Problem, Rejection, refuse
from domain.reading.tables import find_table
from storage.bank import found
from storage.bank.columns import Columns, Table
from storage.bank.grid import Grid, open_grids
from storage.bank.layout import Layout, by_account, find_header, headers_at, is_total, lay_out
from storage.bank.rows import read_rows
from storage.bank.sorting import Sorter
from storage.files.reader import NOTE_ABOVE, NOTE_BELOW, NOTE_SHEET

FORMAT: Final = "table"
_SHOWN: Final = 80
#: What a person can answer: one sheet of which this is to be asked is not passed over.
_ASKED: Final = frozenset({found.NO_SIGN, found.DATE_ORDER, found.BAD_DATE})
_SAMPLES: Final = 5


def read(
    content: bytes,
    path: str,
    *,
    mapping: BankMapping | None = None,
    learned: Sequence[BankMapping] = (),
    currency: str | None = None,
    encoding: str | None = None,
) -> BankFile:
    """Read a table of a bank.

    Args:
        content: the bytes of the file.
        path: to name it by.
        mapping: how its columns are to be read, where a person has said so.
        learned: mappings of earlier files, the latest last.
        currency: of rows where the file names none.
        encoding: of a text, where the user names it.

    Raises:
        FileUnreadable: no table, or not to be understood without being told how; the
            facts then have the reason and, for the mapping, ``headers``.
    """
    encoding = encoding or (mapping.encoding if mapping else None)
    sheet = mapping.sheet if mapping else None
    files: list[BankFile] = []
    faults: list[FileUnreadable] = []
    others: list[str] = []
    for grid in open_grids(content, path, encoding=encoding, sheet=sheet):
        try:
            files += _accounts(grid, path, currency, mapping, learned)
        except FileUnreadable as fault:
            faults.append(fault)
            others.append(grid.sheet)
    asked = [fault for fault in faults if fault.facts["reason"] in _ASKED]
    if asked or not files:
        raise (asked or faults)[0]
    return _joined(files, others)


def _accounts(
    grid: Grid,
    path: str,
    currency: str | None,
    mapping: BankMapping | None,
    learned: Sequence[BankMapping],
) -> list[BankFile]:
    """Return the tables of one sheet or text: one, unless accounts follow each other in it."""
    header = -1 if mapping and mapping.no_header else find_header(grid, mapping, learned)
    dates = mapping.columns.get("date", ()) if mapping else ()
    parts = by_account(grid, header, dates)
    return [_Reader(part, path, currency).read(mapping, learned) for part in parts]


def _joined(files: Sequence[BankFile], others: Sequence[str]) -> BankFile:
    """Return the statements of all sheets in one file; sheets left out are noted."""
    statements = [statement for file in files for statement in file.statements]
    if others and statements:
        note = refuse(NOTE_SHEET, sheet="", others=tuple(others))
        statements[0] = replace(statements[0], notes=(*statements[0].notes, note))
    return replace(
        files[0],
        statements=tuple(statements),
        rejected=tuple(one for file in files for one in file.rejected),
    )


class _Reader:
    """Reads the table of one grid."""

    def __init__(self, grid: Grid, path: str, currency: str | None) -> None:
        self.grid = grid
        self.path = path
        self.given = currency or ""

    def read(self, mapping: BankMapping | None, learned: Sequence[BankMapping]) -> BankFile:
        """Return the file that this table is."""
        header = self._header(mapping, learned)
        headers, _ = headers_at(self.grid, header)
        known = mapping or _learned(headers, learned)
        layout = lay_out(self.grid, header, known.columns.get("date", ()) if known else ())
        settled = self._settled(known or self._guessed(layout), layout.table)
        table, told = layout.table, read_told(layout.around, settled.amount_style)
        _add_columns(told, table, settled)
        _add_totals(told, layout, settled)
        currency, taken = self._currency(settled, told, table)
        rows = read_rows(table, settled, told, currency)
        wallet = find_wallet(table.headers)
        notes = [*rows.notes, *taken, *self._noted(layout)]
        sorter = Sorter(told, settled, currency, wallet.format if wallet else FORMAT)
        return BankFile(
            format=sorter.format,
            statements=sorter.statements(rows.entries, notes),
            encoding=self.grid.encoding,
            rejected=self._rejected(layout, rows.rejected),
            headers=table.headers,
            mapping=settled.to_json(),
        )

    def _header(self, mapping: BankMapping | None, learned: Sequence[BankMapping]) -> int:
        """Return the place of the header row, -1 for a mapping that knows of none."""
        if mapping and mapping.no_header:
            return -1
        header = find_header(self.grid, mapping, learned)
        if header < 0:
            likely = max(find_table(self.grid.rows).header, 0)
            headers, start = headers_at(self.grid, likely if self.grid.rows else -1)
            rows = self.grid.rows[start:]
            raise self._refused(found.NO_COLUMNS, headers, rows, missing=("date", "amount"))
        return header

    def _guessed(self, layout: Layout) -> BankMapping:
        told = read_told(layout.around)
        table = layout.table
        is_card = told.is_card or "信用卡" in self.grid.sheet
        return guess(table.headers, table.rows, delimiter=table.delimiter, is_card=is_card)

    def _settled(self, mapping: BankMapping, table: Table) -> BankMapping:
        """Return the mapping with style and order; refuse what it does not tell."""
        columns = Columns(table, mapping)
        for header in mapping.used():
            if columns.place(header) is None:
                code = codes.MAPPING_COLUMN_MISSING
                raise self._refused(code, table.headers, table.rows, column=header)
        missing = mapping.missing()
        if missing == ("sign",) and "amount" in mapping.columns:
            raise self._asked(found.NO_SIGN, mapping, table)
        if missing:
            missing = tuple("amount" if name == "sign" else name for name in missing)
            raise self._asked(found.NO_COLUMNS, mapping, table, missing=missing)
        style = mapping.amount_style
        if style is None:
            cells = [cell for name in FIGURES for cell in columns.cells(name)]
            style = find_style(cells, table.headers, table.delimiter)
        dates = columns.cells("date")
        order = mapping.date_order or find_order(dates, table.headers, style)
        mapping = replace(mapping, amount_style=style, date_order=order)
        self._check_dates(dates, mapping, table)
        return mapping

    def _check_dates(self, cells: Sequence[Cell], mapping: BankMapping, table: Table) -> None:
        """Refuse a column of dates that can be read in two ways, or not at all."""
        filled = [cell for cell in cells if cell_text(cell).strip()]
        order = mapping.date_order
        readings = [read_day(cell, order) for cell in filled]
        problems = [one.problem.code for one in readings if one.problem]
        sample = cell_text(filled[0])[:_SHOWN] if filled else ""
        if order is None and 2 * problems.count(codes.DATE_AMBIGUOUS) >= len(filled) > 0:
            raise self._asked(found.DATE_ORDER, mapping, table, sample=sample)
        if filled and len(problems) == len(filled):
            raise self._asked(found.BAD_DATE, mapping, table, found=sample)

    def _currency(
        self, mapping: BankMapping, told: Told, table: Table
    ) -> tuple[str, list[Problem]]:
        """Return the currency of rows that name none, with a note where it is assumed."""
        named = [_named(header) for name in FIGURES for header in mapping.columns.get(name, ())]
        currency = next(filter(None, named), "") or told.currency or self.given
        if currency or not is_chinese(table.headers):
            return currency, []
        if "currency" in mapping.columns or "currency" in mapping.constants:
            return CURRENCY, []
        return CURRENCY, [refuse(found.CURRENCY_TAKEN, currency=CURRENCY)]

    def _rejected(self, layout: Layout, rejected: Sequence[Rejection]) -> tuple[Rejection, ...]:
        """Return all refusals by row; lines broken above the table are none of its rows."""
        broken = [one for one in self.grid.rejected if one.row >= layout.first]
        return tuple(sorted([*broken, *layout.rejected, *rejected], key=lambda one: one.row))

    def _noted(self, layout: Layout) -> list[Problem]:
        """Return notes of the rows that are no movements: every row is accounted for."""
        broken = [one.row for one in self.grid.rejected if one.row < layout.first]
        above = tuple(sorted([*layout.above_numbers, *broken]))
        pairs = ((NOTE_ABOVE, above), (NOTE_BELOW, layout.other_numbers))
        return [refuse(code, rows=numbers) for code, numbers in pairs if numbers]

    def _asked(
        self, reason: str, mapping: BankMapping, table: Table, **facts: object
    ) -> FileUnreadable:
        """Return a refusal that a person can answer: with the mapping as far as it is known."""
        known = mapping.to_json()
        return self._refused(reason, table.headers, table.rows, mapping=known, **facts)

    def _refused(
        self,
        reason: str,
        headers: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        **facts: object,
    ) -> FileUnreadable:
        return FileUnreadable(
            path=self.path,
            reason=reason,
            headers=tuple(headers),
            samples=tuple(tuple(map(cell_text, row)) for row in rows[:_SAMPLES]),
            sheet=self.grid.sheet,
            **facts,
        )


def _named(header: str) -> str:
    """Return the currency that a header names: Amount (USD), Débit euros."""
    last = header.rsplit(" ", maxsplit=1)[-1]
    return unit(header).currency or (meaning(last) or "" if last != header else "")


def _learned(headers: Sequence[str], learned: Sequence[BankMapping]) -> BankMapping | None:
    """Return the learned mapping of such a file: the one that knows most, then the latest."""
    fitting = [one for one in learned if one.fits(headers)]
    return max(reversed(fitting), key=lambda one: len(one.used()), default=None)


def _add_columns(told: Told, table: Table, mapping: BankMapping) -> None:
    """Take balances that stand in every row alike."""
    columns = Columns(table, mapping)
    for name in ("opening", "closing"):
        values = set(columns.quiet_figures(name)[0])
        if len(values) == 1 and getattr(told, name) is None:
            setattr(told, name, values.pop())


def _add_totals(told: Told, layout: Layout, mapping: BankMapping) -> None:
    """Take the totals under the columns of money in and out, where one row has them."""
    rows = [row for row in layout.others if is_total(row)]
    if len(rows) != 1 or mapping.sign != "sides":
        return
    table = Table(headers=layout.table.headers, rows=rows, numbers=(0,))
    row = rows[0]
    columns = Columns(table, mapping)
    for name, field in (("credits", "credit"), ("debits", "debit")):
        places = [place for place in columns.places(field) if place < len(row)]
        figure = read_figure(row[places[0]], style=mapping.amount_style).value if places else None
        if figure is not None:
            told.totals.setdefault(name, abs(figure))
