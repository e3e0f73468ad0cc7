"""Forms for the firm's own file: portrait pages of facts, tables, paragraphs, signatures."""

from __future__ import annotations

from typing import Final

from domain.forms import FormBlock, FormFacts, FormPaper, FormTable
from reports.base import LEFT, RIGHT, WIDTH, firm
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File, Page
from reports.parts import blank
from reports.tables import WORDS, Column, Table
from reports.texts import long_date, text

_TOP: Final = 20 * MM
_NEXT: Final = 17 * MM
_BOTTOM: Final = 279 * MM
_FOOT_RULE: Final = 284 * MM
_FOOT_Y: Final = 288.4 * MM
_SIZE: Final = 9.0
_PITCH: Final = 14.0
_SIGN: Final = 16 * MM
_GAP: Final = 6 * MM


def draw(file: File, value: FormPaper, check: str) -> None:
    """Draw a form into a file."""
    _Form(file, value, check).draw()


class _Form:
    """One form being drawn; also the pages its tables flow over."""

    def __init__(self, file: File, value: FormPaper, check: str) -> None:
        self._file, self.value, self._check = file, value, check
        self.language = value.language
        self.bottom = _BOTTOM
        self.y = _TOP
        self._pages: list[Page] = []
        self.page = self._add()

    def draw(self) -> None:
        self.head()
        for block in self.value.blocks:
            self.block(block)
        if self.value.signatures:
            self.sign()
        self.finish()

    def _add(self) -> Page:
        page = self._file.page()
        self._pages.append(page)
        return page

    def next_page(self) -> None:
        """Go on to another page under a short head."""
        self.page = self._add()
        value = self.value
        self.page.text(LEFT, _NEXT, value.title, 9, bold=True)
        self.page.right(RIGHT, _NEXT, value.subject, 9)
        self.page.rule(LEFT, RIGHT, _NEXT + 2 * MM, 0.25 * MM)
        self.y = _NEXT + 5 * MM

    def need(self, height: float) -> None:
        """Turn the page unless a height is left."""
        if self.y + height > self.bottom:
            self.next_page()

    def head(self) -> None:
        """The firm, the title, whom it is about and the day."""
        value, page = self.value, self.page
        zh = self.language == "zh"
        page.centre((LEFT + RIGHT) / 2, self.y, firm(value.company, self.language), 10)
        page.spoken(value.title)
        size = 17.0
        while size > 9 and measure(value.title, size, bold=True) * 1.3 > WIDTH:
            size -= 1
        title_gap = 2.4 if zh else 0.3
        page.centre(
            (LEFT + RIGHT) / 2, self.y + 9 * MM, value.title, size, bold=True, gap=title_gap
        )
        page.spoken("")
        self.y += 16 * MM
        day = long_date(value.dated_on, self.language)
        page.right(RIGHT, self.y, day, 9.5)
        room = WIDTH - measure(day, 9.5) - 14
        lines = break_lines(value.subject, room, 9.5, bold=True)
        for line in lines:
            page.text(LEFT, self.y, line, 9.5, bold=True)
            self.y += 13
        self.page.rule(LEFT, RIGHT, self.y - 7, 0.35 * MM)
        self.y += 2

    def block(self, block: FormBlock) -> None:
        """Add a part of the form."""
        if isinstance(block, FormTable):
            self.table(block)
        elif isinstance(block, FormFacts):
            self.heading(block.title)
            self.facts(block)
        else:
            self.heading(block.title)
            self.paragraph(block.text)
        self.y += _GAP * 0.6

    def heading(self, title: str, note: str = "") -> None:
        """Add the heading of a part, which never stands alone at the foot of a page."""
        if not title:
            return
        self.need(4 * _PITCH)
        self.page.text(LEFT, self.y + 11, title, 10.5, bold=True)
        if note:
            self.page.right(RIGHT, self.y + 11, note, 8.5)
        self.y += 18

    def table(self, block: FormTable) -> None:
        """Add a table; nothing in it is said as a dash."""
        self.need(7 * _PITCH)
        self.heading(block.title, block.note)
        columns = [
            Column(header, "right") if at in block.right else Column(header, least=WORDS)
            for at, header in enumerate(block.headers)
        ]
        none = tuple("—" for _header in block.headers)
        Table(columns, block.rows or (none,), sums=block.sums, pitch=1.62).draw(self, LEFT, WIDTH)
        self.y += 4

    def facts(self, block: FormFacts) -> None:
        """Add labels and values in two columns; long values take lines of their own."""
        half = (WIDTH - 8 * MM) / 2
        labels = max((measure(label, _SIZE) for label, _ in block.rows), default=0.0) + 8
        pending = list(block.rows)
        while pending:
            first = pending.pop(0)
            wide = measure(first[1], _SIZE) > half - labels
            second = None
            if not wide and pending and measure(pending[0][1], _SIZE) <= half - labels:
                second = pending.pop(0)
            lines = break_lines(first[1], WIDTH - labels, _SIZE) if wide else [first[1]]
            self.need(_PITCH * max(len(lines), 1))
            top = self.y + 10
            self.page.text(LEFT, top, first[0], _SIZE)
            for at, line in enumerate(lines):
                self.page.text(LEFT + labels, top + at * _PITCH, line, _SIZE)
            if second is not None:
                self.page.text(LEFT + half + 8 * MM, top, second[0], _SIZE)
                self.page.text(LEFT + half + 8 * MM + labels, top, second[1], _SIZE)
            self.y += _PITCH * max(len(lines), 1)

    def paragraph(self, words: str) -> None:
        """Add a paragraph."""
        for line in break_lines(words, WIDTH, _SIZE):
            self.need(_PITCH)
            self.page.text(LEFT, self.y + 10, line, _SIZE)
            self.y += _PITCH

    def sign(self) -> None:
        """The lines to sign on, three in a row."""
        step = WIDTH / 3
        for at, label in enumerate(self.value.signatures):
            if at % 3 == 0:
                self.need(_SIGN)
                self.y += _SIGN
            x = LEFT + step * (at % 3)
            self.page.text(x, self.y - 8, label, _SIZE)
            line = x + measure(label, _SIZE) + 4
            blank(self.page, line, self.y - 8, min(26 * MM, x + step - 12 - line))

    def name(self, page: Page) -> None:
        """Write title and number in the foot, and mark a reprint."""
        said = "  ".join(filter(None, (self.value.title, self.value.number)))
        page.text(LEFT, _FOOT_Y, said, 8)
        if self.value.copy:
            mark, x = text(self.language, "copy"), LEFT + measure(said, 8) + 6
            page.text(x, _FOOT_Y, mark, 8, bold=True)
            page.box(x - 2.5, _FOOT_Y - 7.6, measure(mark, 8, bold=True) + 5, 10.4, 0.5)

    def finish(self) -> None:
        """Write the foot of every page."""
        for number, page in enumerate(self._pages, start=1):
            page.rule(LEFT, RIGHT, _FOOT_RULE, 0.25 * MM)
            self.name(page)
            pages = text(self.language, "page", page=number, pages=len(self._pages))
            page.centre((LEFT + RIGHT) / 2, _FOOT_Y, pages, 8)
            page.right(RIGHT, _FOOT_Y, text(self.language, "check", check=self._check), 8)
