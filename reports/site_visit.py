"""The form of a site visit: blank to be filled in by hand, or as it was recorded."""

from __future__ import annotations

from typing import Final

from domain.credit.file.paper import VisitLine, VisitPaper
from reports.base import LEFT, RIGHT, WIDTH, debtor, firm
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File
from reports.parts import tick_box
from reports.portrait import PortraitPages
from reports.tables import HAIR, MIDDLE
from reports.texts import short_date, text

_LABELS: Final = 36 * MM
_ROW: Final = 9 * MM
_TALL: Final = 88 * MM
_SIZE: Final = 10.0
_SIGN: Final = ("visit_by", "visit_met", "sign_checker")


def draw(file: File, value: VisitPaper, check: str) -> None:
    """Draw a form into a file."""
    _Form(file, value).draw(check)


class _Form:
    """One form being drawn."""

    def __init__(self, file: File, value: VisitPaper) -> None:
        self.value, self.language = value, value.language
        self.blank = value.visited_on is None
        self.pages = PortraitPages(
            file, value.language, self.word("visit_title"), firm(value.company, value.language)
        )

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def draw(self, check: str) -> None:
        value, pages = self.value, self.pages
        pages.y += 2 * MM
        top = pages.y
        pages.page.rule(LEFT, RIGHT, top, MIDDLE)
        customer = "　".join(
            filter(None, (debtor(value.customer, self.language), value.customer.code))
        )
        self.row(VisitLine(label=self.word("visit_customer"), value=customer))
        visited = short_date(value.visited_on, self.language)
        self.row(VisitLine(label=self.word("visit_on"), value=visited))
        for line in value.lines:
            self.row(line)
        self.row(VisitLine(label=self.word("visit_photos"), value=self._photos()))
        for remark in value.remarks:
            pages.words(self.word("file_remark", remark=remark), size=8.5)
        pages.signatures(_SIGN)
        pages.finish("", "" if self.blank else self.word("check", check=check))

    def _photos(self) -> str:
        mark = "、" if self.language == "zh" else ", "
        return mark.join(self.value.photos)

    def row(self, line: VisitLine) -> None:
        """One ruled row: label, a line between, the value or the room for it."""
        pages = self.pages
        lines = self._broken(line)
        height = max(_ROW, len(lines) * _SIZE * 1.5 + 3.4 * MM)
        if line.tall:
            height = max(height, _TALL)
        pages.need(height)
        page, top = pages.page, pages.y
        for number, label in enumerate(break_lines(line.label, _LABELS - 8, _SIZE)):
            page.text(LEFT + 3, top + 6 * MM + number * 12, label, _SIZE)
        x = LEFT + _LABELS
        if line.choices:
            self._choices(line, x + 6, top + 6 * MM)
        for number, words in enumerate(lines):
            page.text(x + 6, top + 6 * MM + number * _SIZE * 1.5, words, _SIZE)
        if line.unit and not line.value:
            page.text(x + 40 * MM, top + 6 * MM, line.unit, _SIZE)
        self._rules(top, height)
        pages.y = top + height

    def _rules(self, top: float, height: float) -> None:
        page = self.pages.page
        page.rule(LEFT, RIGHT, top + height, HAIR)
        for x in (LEFT, LEFT + _LABELS, RIGHT):
            page.line(x, top, x, top + height, HAIR)

    def _broken(self, line: VisitLine) -> list[str]:
        told = f"{line.value} {line.unit}".strip() if line.value else ""
        room = WIDTH - _LABELS - 12
        return [one for part in told.splitlines() for one in break_lines(part, room, _SIZE)]

    def _choices(self, line: VisitLine, x: float, baseline: float) -> None:
        page = self.pages.page
        for words, ticked in line.choices:
            tick_box(page, x, baseline)
            if ticked:
                page.line(x + 1.8, baseline - 4, x + 4, baseline - 1.2, 1.1)
                page.line(x + 4, baseline - 1.2, x + 8.4, baseline - 7.4, 1.1)
            page.text(x + 13, baseline, words, _SIZE)
            x += 13 + measure(words, _SIZE) + 18
