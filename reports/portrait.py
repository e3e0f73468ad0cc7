"""Portrait pages of internal papers: firm and title on top, a foot with page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reports.base import LEFT, RIGHT, WIDTH
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File, Page
from reports.parts import blank
from reports.tables import HAIR, MIDDLE, THICK
from reports.texts import text

_TOP: Final = 20 * MM
_NEXT_Y: Final = 24 * MM
_BOTTOM: Final = 279 * MM
_FOOT_RULE: Final = 284 * MM
_FOOT_Y: Final = 288.4 * MM


class PortraitPages:
    """Pages that parts and tables flow over.

    Attributes:
        page: the current page.
        y: upper edge of the free space.
        bottom: lower edge of the free space.
    """

    def __init__(self, file: File, language: str, title: str, company: str) -> None:
        self._file, self.language = file, language
        self._title, self._company = title, company
        self._pages: list[Page] = []
        self.bottom = _BOTTOM
        self.page = self._add()
        self.y = self._first_head()

    def _add(self) -> Page:
        page = self._file.page()
        self._pages.append(page)
        return page

    def _first_head(self) -> float:
        """Draw the firm small above the title."""
        page, middle = self.page, (LEFT + RIGHT) / 2
        name = break_lines(self._company, WIDTH, 9)[0]
        page.centre(middle, _TOP - 5 * MM, name, 9)
        gap = 2.0 * MM if self.language == "zh" else 0.4
        size = 17.0
        while measure(self._title, size, bold=True) + gap * len(self._title) > WIDTH and size > 9:
            size -= 1
        page.spoken(self._title)
        page.centre(middle, _TOP + 3 * MM, self._title, size, bold=True, gap=gap)
        page.spoken("")
        return _TOP + 7 * MM

    def next_page(self) -> None:
        """Go on to another page with a short head."""
        self.page = self._add()
        self.page.text(LEFT, 17 * MM, self._company, 9, bold=True)
        self.page.right(RIGHT, 17 * MM, self._title, 9)
        self.page.rule(LEFT, RIGHT, 19.5 * MM, MIDDLE)
        self.y = _NEXT_Y

    def need(self, height: float) -> None:
        """Turn the page unless a height is left."""
        if self.bottom - self.y < height:
            self.next_page()

    def finish(self, left: str, right: str) -> None:
        """Write the foot of every page, with the page number between two notes."""
        for number, page in enumerate(self._pages, start=1):
            page.rule(LEFT, RIGHT, _FOOT_RULE, MIDDLE)
            page.text(LEFT, _FOOT_Y, left, 8)
            pages = text(self.language, "page", page=number, pages=len(self._pages))
            page.centre((LEFT + RIGHT) / 2, _FOOT_Y, pages, 8)
            page.right(RIGHT, _FOOT_Y, right, 8)

    # flowing parts

    def line_under(self, left: str, right: str) -> None:
        """Draw a line of facts under the title: one at each side; a long one is broken."""
        room = WIDTH - measure(right, 9) - 14
        self.page.right(RIGHT, self.y + 10, right, 9)
        for line in break_lines(left, room, 9.5, bold=True):
            self.page.text(LEFT, self.y + 10, line, 9.5, bold=True)
            self.y += 13
        self.page.rule(LEFT, RIGHT, self.y + 2, THICK)
        self.y += 7

    def heading(self, words: str, note: str = "", *, keep: float = 60.0) -> None:
        """Draw the heading of a section over a line."""
        self.need(keep)
        self.page.text(LEFT, self.y + 13, words, 10.5, bold=True)
        self.page.right(RIGHT, self.y + 13, note, 8.5)
        self.page.rule(LEFT, RIGHT, self.y + 17, MIDDLE)
        self.y += 21

    def words(self, text_: str, *, size: float = 9.0, bold: bool = False, x: float = LEFT) -> None:
        """Draw text over the width that is left, line by line."""
        leading = size * 1.45
        for line in break_lines(text_, RIGHT - x, size, bold=bold):
            self.need(leading)
            self.page.text(x, self.y + size, line, size, bold=bold)
            self.y += leading

    def pairs(self, facts: Sequence[tuple[str, str]], *, size: float = 9.0) -> None:
        """Draw labels and values in two columns; what is long takes the whole width."""
        half = WIDTH / 2
        labels = self._label_width([label for label, _ in facts], size)
        waiting: tuple[str, str] | None = None
        for fact in facts:
            short = "\n" not in fact[1] and measure(fact[1], size) <= half - labels - 14
            if not short:
                self._pair_row([waiting] if waiting else [], labels, half, size)
                waiting = None
                self._pair_row([fact], labels, WIDTH, size)
            elif waiting is None:
                waiting = fact
            else:
                self._pair_row([waiting, fact], labels, half, size)
                waiting = None
        self._pair_row([waiting] if waiting else [], labels, half, size)

    def _label_width(self, labels: Sequence[str], size: float) -> float:
        widest = max((measure(label, size) for label in labels), default=0.0)
        return min(widest, WIDTH * 0.24) + 8

    def _pair_row(
        self, facts: Sequence[tuple[str, str]], labels: float, width: float, size: float
    ) -> None:
        if not facts:
            return
        leading = size * 1.5
        cells = [
            (
                break_lines(label, labels - 6, size),
                [
                    line
                    for part in value.splitlines()
                    for line in break_lines(part, width - labels - 4, size)
                ],
            )
            for label, value in facts
        ]
        rows = max(max(len(label), len(value)) for label, value in cells)
        self.need(min(rows, 4) * leading)
        for number in range(rows):
            self.need(leading)
            for place, (label, value) in enumerate(cells):
                x = LEFT + place * width
                if number < len(label):
                    self.page.text(x, self.y + size, label[number], size)
                if number < len(value):
                    self.page.text(x + labels, self.y + size, value[number], size)
            self.y += leading

    def hair(self) -> None:
        """Draw a thin line between entries."""
        self.page.rule(LEFT, RIGHT, self.y + 2, HAIR, grey=0.6)
        self.y += 5

    def signatures(self, keys: Sequence[str]) -> None:
        """Draw lines to sign on, side by side, at the foot of the current page."""
        self.need(40)
        step, y = WIDTH / len(keys), self.y + 30
        for number, key in enumerate(keys):
            x = LEFT + step * number
            words = text(self.language, key)
            self.page.text(x, y, words, 9)
            start = x + measure(words, 9) + 4
            blank(self.page, start, y, step - (start - x) - 10)
        self.y = y + 10
