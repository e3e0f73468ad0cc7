"""Annual accounts from a table copied out of a spreadsheet.

Rows of tabs; a label and behind it one column for each of up to three years. The layout of
Chinese balance sheets, assets on the left and liabilities on the right with columns of their
own, is read as well. Years stand in a heading (2025, 2025年12月31日, FY2025, 期末余额/年初余额);
without one the first column is the latest year, and the reading says so. The unit (万元,
千元, RMB'000, in millions) is taken from the text unless set. Nothing is kept here: what was
understood, and what not, is shown first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from domain.credit.line_names import line_of
from domain.credit.statements import YEARS, FinancialStatement, Line
from domain.money import decimals
from domain.reading.amounts import Style, detect_amount_style, read_amount
from domain.reading.cells import plain
from domain.reading.currencies import NAMES
from domain.reading.dates import read_date
from domain.reading.result import Problem

_UNITS: Final = (
    ("亿元", 100_000_000),
    ("百万元", 1_000_000),
    ("百萬元", 1_000_000),
    ("万元", 10_000),
    ("萬元", 10_000),
    ("千元", 1_000),
    ("仟元", 1_000),
    ("million", 1_000_000),
    ("thousand", 1_000),
    ("'000", 1_000),
)
_ONE: Final = re.compile(r"单位[::]?(?:人民币)?元|in (?:yuan|euros?|dollars)")
_YEAR: Final = re.compile(
    r"(?:fy|截至)?\s*((?:19|20)\d{2})\s*(?:年度?|年末|年报|a|e)?(?:期末|年末|年初)?(?:余额|金额|数)?"
)
_NOW: Final = re.compile(
    r"(?:期末|年末|本年|本期|本年累计|本期累计)(?:余额|金额|数|发生额)?|current year"
)
_BEFORE: Final = re.compile(
    r"(?:年初|期初|上年|上期|上年同期|去年)(?:余额|金额|数|发生额)?|prior year"
)
_SKIPPED: Final = frozenset({"行次", "附注", "附注号", "注释", "note", "notes", "line", "no."})
_WORDS: Final = (
    "人民币",
    "美元",
    "欧元",
    "港币",
    "港元",
    "英镑",
    "日元",
    "RMB",
    "US$",
    "HK$",
    "€",
    "£",
)
_COSTS: Final = frozenset({Line.COST_OF_SALES, Line.INTEREST_EXPENSE})
_POINT: Final = frozenset({"CNY", "HKD", "TWD", "USD", "GBP", "JPY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedCell:
    """A value of a year: minor units, or why it could not be read."""

    year: int
    text: str
    minor: int | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedRow:
    """A row as it was understood.

    ``use``: "taken", "unknown" (no line of that name), "second" (another row says the line).
    """

    row: int
    label: str
    line: Line | None
    cells: tuple[PastedCell, ...]
    use: str = "taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What was understood of a pasted table.

    Attributes:
        years: latest first.
        assumed: whether the years were assumed for want of a heading.
        scale: how many units the figure 1 stands for.
        unit_found: whether the text names the unit.
    """

    currency: str
    years: tuple[int, ...]
    assumed: bool
    scale: int
    unit_found: bool
    rows: tuple[PastedRow, ...]

    @property
    def problems(self) -> list[tuple[PastedRow, PastedCell]]:
        """Cells of rows taken that could not be read."""
        return [
            (row, cell) for row in self.rows if row.use == "taken" for cell in row.cells
            if cell.problem is not None
        ]  # fmt: skip

    def statements(self) -> list[FinancialStatement]:
        """Return the accounts of each year for which anything was read, latest first."""
        found = []
        for year in self.years:
            amounts = {
                row.line.value: cell.minor
                for row in self.rows
                if row.use == "taken" and row.line is not None
                for cell in row.cells
                if cell.year == year and cell.minor is not None
            }
            if amounts:
                ended = date(year, 12, 31)
                found.append(
                    FinancialStatement(ended_on=ended, currency=self.currency, amounts=amounts)
                )
        return found


def read_pasted(
    text: str,
    *,
    currency: str,
    latest_year: int,
    scale: int | None = None,
    style: Style | None = None,
) -> Pasted:
    """Read a table of accounts.

    Args:
        text: what the clipboard holds.
        currency: taken where the text names none.
        latest_year: the year of the latest column where the heading does not say.
        scale: overrides the unit the text names.
        style: the sign before decimals, where the figures do not show it.
    """
    grid = [[plain(cell).strip() for cell in line.split("\t")] for line in text.splitlines()]
    found = _unit(text)
    code = _currency(text) or currency
    heads = _headings(grid, latest_year)
    shown = style or _style(grid, code)
    years, assumed = _years(grid, heads, latest_year)
    reader = _Cells(code, scale or found or 1, shown)
    rows = [
        row
        for number, cells in enumerate(grid, start=1)
        for row in _rows(number, cells, _columns(heads, number, years), reader)
    ]
    return Pasted(
        currency=code,
        years=years,
        assumed=assumed,
        scale=scale or found or 1,
        unit_found=found is not None,
        rows=tuple(_once(rows)),
    )


@dataclass(frozen=True, slots=True)
class _Cells:
    """How cells of this table are read."""

    currency: str
    scale: int
    style: Style | None

    def cell(self, year: int, text: str) -> PastedCell:
        reading = read_amount(
            text, currency=self.currency, decimals=decimals(self.currency), style=self.style,
            scale=self.scale,
        )  # fmt: skip
        return PastedCell(year=year, text=text, minor=reading.value, problem=reading.problem)


def _unit(text: str) -> int | None:
    folded = plain(text).casefold().replace(" ", "")
    for word, scale in _UNITS:
        if word in folded:
            return scale
    return 1 if _ONE.search(folded) else None


def _currency(text: str) -> str | None:
    head = plain(text)[:2000]
    named = next((word for word in _WORDS if word in head), None)
    if named is not None:
        return NAMES[named.upper()][0] if named.upper() in NAMES else NAMES[named][0]
    coded = re.search(r"\b(CNY|USD|EUR|HKD|GBP|JPY|TWD|SGD|CHF)\b", head)
    return coded[1] if coded else None


def _style(grid: Sequence[Sequence[str]], currency: str) -> Style | None:
    cells = [cell for row in grid for cell in row if re.search(r"\d", cell)]
    return detect_amount_style(cells) or ("point" if currency in _POINT else None)


def _year_of(cell: str, latest: int) -> int | None:
    """Return the year a heading means; None: it is no year."""
    folded = cell.casefold().replace(" ", "")
    match = _YEAR.fullmatch(folded)
    if match:
        return int(match[1])
    if _NOW.fullmatch(folded):
        return latest
    if _BEFORE.fullmatch(folded):
        return latest - 1
    day = read_date(cell).value if re.search(r"\D", cell) else None
    return day.year if day is not None and not re.fullmatch(r"[\d.,]+", cell) else None


def _headings(grid: Sequence[Sequence[str]], latest: int) -> dict[int, dict[int, int | None]]:
    """Return for each heading row: column → year; None for columns that are no years."""
    found: dict[int, dict[int, int | None]] = {}
    for number, cells in enumerate(grid, start=1):
        years = {place: _year_of(cell, latest) for place, cell in enumerate(cells) if cell}
        if _is_heading(cells, [year for year in years.values() if year is not None]):
            found[number] = {
                place: year
                for place, year in years.items()
                if year is not None or cells[place].casefold() in _SKIPPED
            }
    return found


def _is_heading(cells: Sequence[str], years: Sequence[int]) -> bool:
    """Whether a row names years: not figures that happen to look like some (2,000 and 1990)."""
    if not years or any(line_of(cell) for cell in cells if cell):
        return False
    bare = [cell for cell in cells if re.fullmatch(r"[\d.,]+", cell)]
    if not bare or not any(_is_label(cell) for cell in cells):
        return True
    steps = {first - second for first, second in pairwise(years)}
    return len(bare) == len(years) > 1 and steps in ({1}, {-1})


def _years(
    grid: Sequence[Sequence[str]], heads: Mapping[int, Mapping[int, int | None]], latest: int
) -> tuple[tuple[int, ...], bool]:
    named = {year for head in heads.values() for year in head.values() if year is not None}
    if named:
        return tuple(sorted(named, reverse=True)[:YEARS]), False
    widest = max((len(_values(cells)) for cells in grid), default=0)
    return tuple(latest - back for back in range(min(widest, YEARS))), True


def _values(cells: Sequence[str]) -> list[str]:
    """Return the figures behind the first known label of a row without a heading."""
    places = [place for place, cell in enumerate(cells) if line_of(cell)]
    return [cell for cell in cells[places[0] + 1 :] if cell] if places else []


def _columns(
    heads: Mapping[int, Mapping[int, int | None]], number: int, years: tuple[int, ...]
) -> Mapping[int, int | None]:
    """Return the heading in force for a row; empty: years follow one another."""
    above = [row for row in heads if row < number]
    if number in heads:
        return {-1: None}
    if above:
        return heads[max(above)]
    return {-2 - place: year for place, year in enumerate(years)}


def _rows(
    number: int, cells: Sequence[str], columns: Mapping[int, int | None], reader: _Cells
) -> list[PastedRow]:
    """Read the one or two lines of the accounts that a row holds."""
    if columns == {-1: None}:
        return []
    found: list[PastedRow] = []
    values: list[PastedCell] = []
    label = ""
    for place, cell in enumerate([*cells, ""]):
        last = place == len(cells)
        if last or (columns.get(place) is None and _is_label(cell)):
            if label and values:
                found.append(_row(number, label, values))
            label, values = cell, []
        elif cell and label:
            year = _place_year(columns, place, len(values))
            values += [reader.cell(year, cell)] if year is not None else []
    return found


def _place_year(columns: Mapping[int, int | None], place: int, behind: int) -> int | None:
    if min(columns, default=0) <= -2:
        return columns.get(-2 - behind)
    return columns.get(place)


def _is_label(cell: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2,}", cell)) and read_amount(cell, style="point").value is None


def _row(number: int, label: str, cells: list[PastedCell]) -> PastedRow:
    known = line_of(label)
    return PastedRow(
        row=number,
        label=label,
        line=known[0] if known else None,
        cells=tuple(_cost(cell) if known and known[0] in _COSTS else cell for cell in cells),
        use="taken" if known else "unknown",
    )


def _cost(cell: PastedCell) -> PastedCell:
    """Take a cost in brackets as what it costs: they mark what is deducted."""
    if cell.minor is None or not cell.text.startswith("("):
        return cell
    return replace(cell, minor=abs(cell.minor))


def _once(rows: Sequence[PastedRow]) -> list[PastedRow]:
    """Let of rows that mean one line only the best named one be taken."""
    best: dict[Line, int] = {}
    for place, row in enumerate(rows):
        if row.line is not None and (
            row.line not in best or _rank(row) < _rank(rows[best[row.line]])
        ):
            best[row.line] = place
    return [
        replace(row, use="second") if row.line and best[row.line] != place else row
        for place, row in enumerate(rows)
    ]


def _rank(row: PastedRow) -> int:
    known = line_of(row.label)
    return known[1] if known else 0
