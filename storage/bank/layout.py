"""Where in a grid a bank's table is, and what stands around it.

The header row names most fields; two rows of headers become one.
Behind it, rows with a date are movements. Rows without one are totals, footers and
notes when they say so or end the grid; between movements they are faults.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from domain.reading import codes
from domain.reading.bank import BankMapping, place_key
from domain.reading.bank_cells import read_day, read_figure
from domain.reading.bank_headers import choose, is_second_row, known
from domain.reading.bank_told import balance_label, read_told
from domain.reading.cells import Cell, cell_text, plain
from domain.reading.result import Rejection
from domain.reading.tables import is_blank
from storage.bank import found
from storage.bank.columns import Table
from storage.bank.grid import Grid

_SEARCHED: Final = 60
_SHOWN: Final = 80
#: Fields that a row names to be taken for other headers.
_HEADERS: Final = 4
_TOTALS: Final = re.compile(
    r"(?:人民币|美元|本[页月年日期])?\s*[合总小累]\s*计|[合总]计金额|总.{0,6}笔数|总交易单数|资金流水总笔数"
    r"|(?:grand |sub-?)?totals?\b|sum\b|summe\b|somme\b|totaal\b",
    re.IGNORECASE,
).match
_SUM: Final = re.compile(
    r"(?:[本当][日月季年页期])?[合小总累]\s?计|[本当][日月季年]发生额(?:合计)?|(?:sub-?)?totals?",
    re.IGNORECASE,
).fullmatch
_FOOTER: Final = re.compile(
    r"[#*]|[-=_]{4,}|以上|具体内容|第\s*\d+\s*页|共\s*\d+\s*[页条笔行]|(?:导出|打印|下载|查询|制表)"
    r"|(?:注|备注|说明|声明|(?:温馨|特别)提示)[:：]|(?:printed|generated|exported|page)\b",
    re.IGNORECASE,
).match
#: The month of a bill in its title, and days that count on it for their year.
_MONTH: Final = re.compile(r"(20\d\d) ?年 ?(0?[1-9]|1[0-2]) ?月").search
_NO_YEAR: Final = re.compile(r"(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])").fullmatch
#: Problems of a cell that is a date all the same.
_DATED: Final = frozenset({codes.DATE_AMBIGUOUS, codes.DATE_ORDER_CONFLICT, codes.DATE_IMPOSSIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table, and the rows that stand above it and between and below its rows.

    ``first`` is the number of the row behind the headers.
    """

    table: Table
    above: Sequence[Sequence[Cell]]
    others: Sequence[Sequence[Cell]]
    first: int = 1
    above_numbers: tuple[int, ...] = ()
    other_numbers: tuple[int, ...] = ()
    rejected: tuple[Rejection, ...] = ()

    @property
    def around(self) -> list[Sequence[Cell]]:
        """What stands around the table, from above."""
        return [*self.above, *self.others]


def find_header(grid: Grid, mapping: BankMapping | None, learned: Sequence[BankMapping]) -> int:
    """Return the place of the header row, -1 where no row names a bank's columns.

    Of several that name nearly as much the first counts, so that no table is passed over.
    """
    wanted = [mapping] if mapping else list(learned)
    scores = []
    for row in grid.rows[:_SEARCHED]:
        texts = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
        named = max((_named(one, texts) for one in wanted), default=0)
        scores.append(1000 * named + known(texts))
    best = max(scores, default=0)
    return next((n for n, score in enumerate(scores) if score and 3 * score >= 2 * best), -1)


def _named(mapping: BankMapping, texts: Sequence[str]) -> int:
    """Return how many headers of a mapping a row has, 0 where one is missing."""
    keys = set(map(place_key, texts))
    mine = [place_key(header) for header in mapping.used()]
    return len(mine) if mine and keys.issuperset(mine) else 0


def headers_at(grid: Grid, header: int) -> tuple[list[str], int]:
    """Return the headers and the place of the first row behind them.

    Args:
        grid: all rows.
        header: the place of the header row, -1 where the rows have none: columns are
            then named "1", "2" and so on.
    """
    if header < 0:
        width = max(map(len, grid.rows), default=0)
        return [str(number) for number in range(1, width + 1)], 0
    headers = [" ".join(cell_text(cell).split()) for cell in grid.rows[header]]
    following = grid.rows[header + 1] if header + 1 < len(grid.rows) else ()
    texts = [" ".join(cell_text(cell).split()) for cell in following]
    if not is_second_row(texts):
        return _told_apart(headers), header + 1
    width = max(len(headers), len(texts))
    pairs = zip(_filled(headers, width), _filled(texts, width), strict=True)
    return _told_apart([below or above for above, below in pairs]), header + 2


def _told_apart(headers: Sequence[str]) -> list[str]:
    """Return headers with a number behind those that came before: 备注 (2)."""
    seen: Counter[str] = Counter()
    apart = []
    for header in headers:
        seen[header] += bool(header)
        apart.append(f"{header} ({seen[header]})" if seen[header] > 1 else header)
    return apart


def by_account(grid: Grid, header: int, dates: Sequence[str] = ()) -> list[Grid]:
    """Return a grid cut where the same headers come again under another account.

    Without an account between them they only head another page.
    """
    headers, first = headers_at(grid, header)
    places = _date_places(headers, dates)
    account = read_told(grid.rows[: max(header, 0)]).account
    if header < 0 or not account or not places:
        return [grid]
    cuts = [0]
    start = first
    for place in range(first, len(grid.rows)):
        if _is_movement(grid.rows[place], places):
            start = place + 1
        if not _is_same(grid.rows[place], grid.rows[header]):
            continue
        other = read_told(grid.rows[start:place]).account
        if other and other != account:
            cuts.append(start)
            account = other
        start = place + 1
    return [_part(grid, *pair) for pair in pairwise([*cuts, len(grid.rows)])]


def _is_same(row: Sequence[Cell], other: Sequence[Cell]) -> bool:
    return bool(row) and row[0] == other[0] and list(row) == list(other)


def _is_movement(row: Sequence[Cell], dates: Sequence[int]) -> bool:
    return any(place < len(row) and is_dated(row[place]) for place in dates)


def _part(grid: Grid, start: int, end: int) -> Grid:
    """Return some rows of a grid, and the refusals among them."""
    first = grid.numbers[start] if start else 0
    last = grid.numbers[end] if end < len(grid.rows) else 1 << 62
    return replace(
        grid,
        rows=grid.rows[start:end],
        numbers=grid.numbers[start:end],
        rejected=[one for one in grid.rejected if first <= one.row < last],
    )


def lay_out(grid: Grid, header: int, dates: Sequence[str] = ()) -> Layout:
    """Return the table under a header row; ``dates`` are the headers that dates stand under."""
    headers, start = headers_at(grid, header)
    places = _date_places(headers, dates)
    above = [place for place in range(max(header, 0)) if not is_blank(grid.rows[place])]
    rows = _with_years(grid.rows, start, places, [grid.rows[place] for place in above])
    split = _Split(headers, grid.rows[header] if header >= 0 else (), places)
    split.take(rows, start)
    rejected = _too_wide(grid, split.data, len(headers))
    rejected |= {place: _refused(grid, place, found.OTHER_TABLE) for place in split.foreign}
    data, extras = [place for place in split.data if place not in rejected], split.extras
    width = len(headers)
    if not grid.delimiter:
        width = max([width, *(len(rows[place]) for place in data)])
    return Layout(
        table=Table(
            headers=tuple(_filled(headers, width)),
            rows=[_padded(rows[place], width) for place in data],
            numbers=[grid.numbers[place] for place in data],
            delimiter=grid.delimiter,
            originals=[grid.rows[place] for place in data],
        ),
        above=[grid.rows[place] for place in above],
        others=[rows[place] for place in extras],
        first=grid.numbers[header] + 1 if header >= 0 else 0,
        above_numbers=tuple(grid.numbers[place] for place in above),
        other_numbers=tuple(grid.numbers[place] for place in extras),
        rejected=tuple(rejected.values()),
    )


def _with_years(
    rows: Sequence[Sequence[Cell]],
    start: int,
    dates: Sequence[int],
    above: Sequence[Sequence[Cell]],
) -> Sequence[Sequence[Cell]]:
    """Return the rows with the year of the title where all their dates lack one.

    A bill of 2024年01月 has 12/29 of the year before: no month is later than its own.
    """
    title = next(filter(None, (_MONTH(cell_text(cell)) for row in above for cell in row)), None)
    cells = [row[n] for row in rows[start:] for n in dates if n < len(row) and row[n]]
    shorts = [cell for cell in cells if isinstance(cell, str) and _NO_YEAR(cell.strip())]
    if title is None or 2 * len(shorts) <= len(cells):
        return rows
    year, month = int(title[1]), int(title[2])
    dated = list(rows)
    for place in range(start, len(rows)):
        row = list(rows[place])
        for n in dates:
            cell = row[n] if n < len(row) else None
            day = _NO_YEAR(cell.strip()) if isinstance(cell, str) else None
            if day:
                row[n] = f"{year - (int(day[1]) > month)}-{day[1]}-{day[2]}"
        dated[place] = row
    return dated


def _too_wide(grid: Grid, data: Sequence[int], width: int) -> dict[int, Rejection]:
    """Refuse rows of a text with more filled cells than headers: 1,234.50 unquoted."""
    rejected: dict[int, Rejection] = {}
    for place in data if grid.delimiter else ():
        row = grid.rows[place]
        if len(row) > width and not is_blank(row[width:]):
            facts = {"found": len(row), "expected": width}
            rejected[place] = _refused(grid, place, codes.TOO_MANY_CELLS, **facts)
    return rejected


def _refused(grid: Grid, place: int, code: str, **facts: object) -> Rejection:
    value = (grid.delimiter or "\t").join(map(cell_text, grid.rows[place]))[:_SHOWN]
    return Rejection(row=grid.numbers[place], code=code, value=value, facts=facts)


def _filled(texts: Sequence[str], width: int) -> list[str]:
    return [*texts, *[""] * (width - len(texts))]


def _date_places(headers: Sequence[str], dates: Sequence[str]) -> list[int]:
    """Return the places of dates, under the headers given or else known."""
    keys = set(map(place_key, dates))
    places = [n for n, name in enumerate(headers) if keys and place_key(name) in keys]
    columns = choose(headers)
    known_ = [*columns.get("date", ()), *columns.get("value_date", ())]
    return places or [headers.index(name) for name in known_]


def _padded(row: Sequence[Cell], width: int) -> Sequence[Cell]:
    return row if len(row) == width else [*row[:width], *[""] * (width - len(row))]


class _Split:
    """Tells the rows behind a header row apart, by their places.

    ``data`` are movements, ``foreign`` the rows under other headers, ``extras`` all
    other rows that hold something.
    """

    def __init__(self, headers: Sequence[str], head: Sequence[Cell], dates: Sequence[int]) -> None:
        self.data: list[int] = []
        self.extras: list[int] = []
        self.foreign: list[int] = []
        self._dates = dates
        self._head = [place_key(cell_text(cell)) for cell in head]
        self._spoken = [0, *(headers.index(name) for name in choose(headers).get("text", ()))]
        self._waiting: list[int] = []
        self._has_ended = False
        self._is_foreign = False

    def take(self, rows: Sequence[Sequence[Cell]], start: int) -> None:
        """Tell apart the rows from a place on."""
        for place in range(start, len(rows)):
            row = rows[place]
            if _is_movement(row, self._dates) and not _sums(row, self._spoken):
                if self._is_foreign:
                    self.foreign.append(place)
                    continue
                self.data += [*self._waiting, place]
                self._waiting = []
            elif not is_blank(row):
                self._take_other(place, row)
        for place in self._waiting:
            (self.data if _has_figures(rows[place]) else self.extras).append(place)
        self.data.sort()
        self.extras.sort()

    def _take_other(self, place: int, row: Sequence[Cell]) -> None:
        """Take a row without a date."""
        texts = [cell_text(cell) for cell in row]
        is_header = bool(self._head) and list(map(place_key, texts)) == self._head[: len(row)]
        is_other = not is_header and known(texts) >= _HEADERS
        self._is_foreign = is_other or (self._is_foreign and not is_header)
        first = _first(row)
        self._has_ended = self._has_ended or bool(_FOOTER(first)) or is_total(row)
        is_told = is_header or is_second_row(texts) or bool(_TOTALS(first) or balance_label(first))
        if self._is_foreign:
            self.foreign.append(place)
        elif self._has_ended or is_told or _sums(row, self._spoken):
            self.extras.append(place)
        else:
            self._waiting.append(place)


def is_dated(cell: Cell) -> bool:
    """Return whether a cell is a date, if perhaps one that can be read in two ways."""
    if cell is None or cell == "":
        return False
    reading = read_day(cell)
    if reading.value:
        return True
    return reading.problem is not None and reading.problem.code in _DATED


def _sums(row: Sequence[Cell], spoken: Sequence[int]) -> bool:
    """Return whether a row with a date is a sum of others: 本月合计 where its text is."""
    cells = (row[place] for place in spoken if place < len(row))
    return any(isinstance(cell, str) and len(cell) < 12 and _SUM(cell.strip()) for cell in cells)


def is_total(row: Sequence[Cell]) -> bool:
    """Return whether a row is one of totals over the whole table: 合计, not 本页小计."""
    first = _first(row)
    return bool(_TOTALS(first)) and not re.match(r"本|小|累|sub", first, re.IGNORECASE)


def _first(row: Sequence[Cell]) -> str:
    return next((text for cell in row if (text := plain(cell_text(cell)))), "")


def _has_figures(row: Sequence[Cell]) -> bool:
    """Return whether a last row without a date looks like a movement all the same."""
    filled = [cell for cell in row if cell_text(cell).strip()]
    return len(filled) > 2 and any(read_figure(cell, style="point").value for cell in filled)
