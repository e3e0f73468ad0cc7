"""Tables: columns as wide as their figures need, long words wrapped, pages continued.

Amounts and dates are never broken or cut: they get their width first, text
columns share what is left, and where that is too little the type gets smaller.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, Page

Cells = tuple[str, ...]
#: Rows shown at the foot of a page and at the head of the next, after n rows.
Carry = Callable[[int], tuple[Cells, Cells]]

THICK: Final = 0.4 * MM
MIDDLE: Final = 0.25 * MM
HAIR: Final = 0.25
_PAD: Final = 2.6
#: How narrow columns of words and of document numbers may become, in em.
WORDS: Final = 6.5
NUMBER: Final = 17.0
SIZES: Final = (8.5, 8.2, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
#: How many times the least width a first and a second try grant to words.
_WHOLE: Final = 1000.0
_ROOMY: Final = 1.6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        header: its words.
        align: "left", "right" or "centre".
        least: em it may be squeezed to, its words then wrapped; 0 for never.
    """

    header: str
    align: str = "left"
    least: float = 0.0


class Pages(Protocol):
    """What a table needs to know of the pages it flows over."""

    page: Page
    y: float
    bottom: float

    def next_page(self) -> None:
        """Begin another page and set ``page`` and ``y``."""


@dataclass(slots=True)
class Table:
    """Rows of text under headers, with sums in bold at the end.

    Attributes:
        carry: gives the rows 过次页 and 承前页 when the table goes over a page.
        page_sum: gives the sum of the last page, if there should be one.
        sums: rows under a stronger rule; they stay with the last row.
    """

    columns: Sequence[Column]
    rows: Sequence[Cells]
    sums: Sequence[Cells] = ()
    carry: Carry | None = None
    page_sum: Callable[[], Cells | None] | None = None
    sizes: Sequence[float] = SIZES
    pitch: float = 1.73
    bold_column: int = -1
    size: float = field(default=8.5, init=False)
    widths: list[float] = field(default_factory=list, init=False)

    def fit(self, width: float) -> None:
        """Choose the type size and the column widths for a total width.

        Rather smaller type than wrapped words, but not below 8 points; rather
        a little more room for words, but not below 7 points.
        """
        needs = self._needs()
        tries = [(size, _WHOLE) for size in self.sizes if size >= 8]
        tries += [(size, _ROOMY) for size in self.sizes if size >= 7]
        tries += [(size, 1.0) for size in self.sizes]
        for size, roominess in tries:
            self.size = size
            self.widths = [need * size + 2 * _PAD for need in needs]
            if self._share(width, size, roominess):
                return
        self._squeeze(width)

    def _needs(self) -> list[float]:
        """Return the content width of each column in em; of words, what nine in ten cells need."""
        strong = [*self.sums, *(cells for carried in self._carried() for cells in carried)]
        needs = []
        for position, column in enumerate(self.columns):
            bold = self.bold_column == position
            cells = sorted(measure(row[position], 1.0, bold=bold) for row in self.rows) or [0.0]
            need = cells[len(cells) * 9 // 10] if column.least == WORDS else cells[-1]
            if not column.least:
                sums = (measure(row[position], 1.0, bold=True) for row in strong)
                need = max(need, max(sums, default=0.0))
            needs.append(max(need, measure(column.header, 1.0, bold=True)))
        return needs

    def _carried(self) -> list[tuple[Cells, Cells]]:
        return [self.carry(len(self.rows))] if self.carry is not None and self.rows else []

    def _share(self, width: float, size: float, roominess: float) -> bool:
        """Share the width among the columns; False when one gets too little."""
        wrapping = [i for i, column in enumerate(self.columns) if column.least]
        left = width - sum(w for i, w in enumerate(self.widths) if i not in wrapping)
        least = {i: min(self.widths[i], self.columns[i].least * size * roominess) for i in wrapping}
        left -= sum(least.values())
        if left < -0.01:
            return False
        wanting = sorted(wrapping, key=lambda i: self.widths[i] - least[i])
        for done, position in enumerate(wanting):
            wish = self.widths[position] - least[position]
            given = min(wish, left / (len(wanting) - done))
            self.widths[position] = least[position] + given
            left -= given
        spare = left / len(self.columns)
        self.widths = [w + spare for w in self.widths]
        return True

    def _squeeze(self, width: float) -> None:
        """Scale type and columns into the width: the last resort for absurd amounts."""
        pads = 2 * _PAD * len(self.columns)
        scale = (width - pads) / (sum(self.widths) - pads)
        self.widths = [(w - 2 * _PAD) * scale + 2 * _PAD for w in self.widths]
        self.size *= min(scale, 1.0)

    def line_height(self) -> float:
        """Return the height of a row of one line."""
        return self.size * self.pitch

    def draw(self, pages: Pages, left: float, width: float, keep: float = 0.0) -> None:
        """Draw over as many pages as it takes.

        Args:
            pages: where to draw; ``y`` is moved to the lower rule.
            left: of the table in points.
            width: of the table in points.
            keep: height that has to follow the last row on its page.
        """
        self.fit(width)
        _Drawing(self, pages, left, width).run(keep)


class _Drawing:
    """One table being drawn."""

    def __init__(self, table: Table, pages: Pages, left: float, width: float) -> None:
        self.table, self.pages, self.left, self.right = table, pages, left, left + width
        self.height = table.line_height()

    def run(self, keep: float) -> None:
        table, pages = self.table, self.pages
        tail = self.height * (len(table.sums) + (table.page_sum is not None)) + keep
        if pages.y + 3 * self.height + (tail if len(table.rows) <= 1 else 0.0) > pages.bottom:
            pages.next_page()
        self.header()
        carried = self.height if table.carry is not None else 0.0
        last = len(table.rows) - 1
        for position, row in enumerate(table.rows):
            lines = self.wrapped(row)
            height = self.row_height(lines)
            room = pages.y + height + (tail if position == last else carried)
            if room > pages.bottom and position:
                self.turn(position)
            elif position:
                pages.page.rule(self.left, self.right, pages.y, HAIR, grey=0.55)
            self.draw_row(lines, height, bold=False)
        self.totals()
        pages.page.rule(self.left, self.right, pages.y, THICK)

    def totals(self) -> None:
        """Draw the sums under their rule."""
        page_sum = self.table.page_sum() if self.table.page_sum is not None else None
        for number, row in enumerate((*filter(None, (page_sum,)), *self.table.sums)):
            strong = MIDDLE if number == 0 else HAIR
            self.pages.page.rule(self.left, self.right, self.pages.y, strong)
            self.draw_strong(row)

    def turn(self, done: int) -> None:
        """Go to the next page, carrying the sums over."""
        pages = self.pages
        rows = self.table.carry(done) if self.table.carry is not None else None
        if rows is not None:
            pages.page.rule(self.left, self.right, pages.y, MIDDLE)
            self.draw_strong(rows[0])
        pages.page.rule(self.left, self.right, pages.y, THICK)
        pages.next_page()
        self.header()
        if rows is not None and any(rows[1]):
            self.draw_strong(rows[1])
            pages.page.rule(self.left, self.right, pages.y, HAIR, grey=0.55)

    def header(self) -> None:
        page, y = self.pages.page, self.pages.y
        page.rule(self.left, self.right, y, THICK)
        lines = [
            break_lines(column.header, width - 2 * _PAD, self.table.size, bold=True)
            for column, width in zip(self.table.columns, self.table.widths, strict=True)
        ]
        self.draw_row(lines, self.row_height(lines), bold=True)
        page.rule(self.left, self.right, self.pages.y, MIDDLE)

    def draw_strong(self, row: Cells) -> None:
        """Draw a row of sums; its words may run over the empty cells beside them."""
        cells = list(row)
        for position, column in enumerate(self.table.columns):
            if cells[position] and column.align == "left":
                self.move_left(cells, position)
        lines = [
            break_lines(cell, self.span(cells, position), self.table.size, bold=True)
            if cell and self.table.columns[position].align == "left"
            else [cell]
            for position, cell in enumerate(cells)
        ]
        self.draw_row(lines, self.row_height(lines), bold=True)

    def move_left(self, cells: list[str], position: int) -> None:
        """Move words that are too long for their place into the empty cells on their left."""
        words = cells[position]
        while (
            position > 0
            and not cells[position - 1]
            and measure(words, self.table.size, bold=True) > self.span(cells, position)
        ):
            cells[position - 1], cells[position] = words, ""
            position -= 1

    def span(self, row: Sequence[str], position: int) -> float:
        """Return the room of a cell together with the empty cells that follow it."""
        end = position + 1
        while end < len(row) and not row[end]:
            end += 1
        return sum(self.table.widths[position:end]) - _PAD

    def wrapped(self, row: Cells) -> list[list[str]]:
        """Return the lines of each cell."""
        table = self.table
        cells = []
        for cell, column, width in zip(row, table.columns, table.widths, strict=True):
            room = width - 2 * _PAD
            if column.least and cell and measure(cell, table.size) > room + 0.01:
                cells.append(break_lines(cell, room, table.size))
            else:
                cells.append([cell])
        return cells

    def row_height(self, lines: list[list[str]]) -> float:
        most = max(map(len, lines))
        return self.height + (most - 1) * self.table.size * 1.25

    def draw_row(self, lines: list[list[str]], height: float, *, bold: bool) -> None:
        table, x = self.table, self.left
        size = table.size
        first = self.pages.y + (self.height + size * 0.72) / 2
        for position, (cell, column) in enumerate(zip(lines, table.columns, strict=True)):
            strong = bold or position == table.bold_column
            for number, text in enumerate(cell):
                y = first + number * size * 1.25
                self.place(text, column.align, (x, y, table.widths[position]), bold=strong)
            x += table.widths[position]
        self.pages.y += height

    def place(
        self, text: str, align: str, place: tuple[float, float, float], *, bold: bool
    ) -> None:
        """Draw a line of a cell at (left edge, base line, width of the cell)."""
        (x, y, width), page, size = place, self.pages.page, self.table.size
        if align == "right":
            page.right(x + width - _PAD, y, text, size, bold=bold)
        elif align == "centre":
            page.centre(x + width / 2, y, text, size, bold=bold)
        else:
            page.text(x + _PAD, y, text, size, bold=bold)
