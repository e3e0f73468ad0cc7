"""Landscape pages for tables: title, a line under it, foot, signatures."""

from __future__ import annotations

from typing import Final

from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import A4_LANDSCAPE, MM, File, Page
from reports.parts import blank
from reports.texts import text

LEFT: Final = 14 * MM
RIGHT: Final = A4_LANDSCAPE[0] - 14 * MM
#: Height that the line of signatures takes above the foot.
SIGNATURES: Final = 11 * MM
_TOP: Final = 16 * MM
_BOTTOM: Final = 189 * MM
_FOOT_RULE: Final = 194 * MM
_FOOT_Y: Final = 198.5 * MM
SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)


class GridPages:
    """Landscape pages that a table flows over.

    Attributes:
        page: the current page.
        y: upper edge of the free space.
        bottom: lower edge of the free space.
        unit: words at the right above the table, from the next page on.
    """

    def __init__(self, file: File, language: str, title: str, company: str, note: str) -> None:
        self._file, self._language, self._title = file, language, title
        self._company, self._note = company, note
        self.unit = ""
        self.bottom = _BOTTOM
        self.y = 0.0
        self._pages: list[Page] = []
        self.page = self._add()

    def _add(self) -> Page:
        page = self._file.page(A4_LANDSCAPE)
        self._pages.append(page)
        return page

    def next_page(self) -> None:
        """Go on to another page with the same head."""
        self.page = self._add()
        self.begin()

    def begin(self) -> None:
        """Draw the title and the line under it: firm, note, unit."""
        page, middle = self.page, (LEFT + RIGHT) / 2
        page.spoken(self._title)
        gap = 3.0 if self._language == "zh" else 0.4
        size = 16.0
        while size > 9 and measure(self._title, size, bold=True) * 1.3 > RIGHT - LEFT:
            size -= 1
        page.centre(middle, _TOP, self._title, size, bold=True, gap=gap)
        page.spoken("")
        y = _TOP + 7.5 * MM
        page.centre(middle, y, self._note, 9)
        company = text(self._language, "compiled_by", company=self._company)
        room = middle - measure(self._note, 9) / 2 - LEFT - 12
        for number, line in enumerate(reversed(break_lines(company, max(room, 120), 9))):
            page.text(LEFT, y - 11 * number, line, 9)
        page.right(RIGHT, y, self.unit, 9)
        self.y = y + 2.2 * MM

    def signatures(self) -> None:
        """Draw the lines to sign on at the foot of the current page."""
        step = (RIGHT - LEFT) / 3
        for number, key in enumerate(("sign_maker", "sign_checker", "sign_head")):
            x = LEFT + step * number
            label = text(self._language, key)
            self.page.text(x, _BOTTOM, label, 9)
            blank(self.page, x + measure(label, 9) + 5, _BOTTOM, 45 * MM)

    def finish(self, left: str, right: str) -> None:
        """Write the foot of every page, with the page number between two notes."""
        for number, page in enumerate(self._pages, start=1):
            page.rule(LEFT, RIGHT, _FOOT_RULE, 0.25 * MM)
            page.text(LEFT, _FOOT_Y, left, 8)
            pages = text(self._language, "page", page=number, pages=len(self._pages))
            page.centre((LEFT + RIGHT) / 2, _FOOT_Y, pages, 8)
            page.right(RIGHT, _FOOT_Y, right, 8)
