"""The page frame of letters: letterhead, address window, facts, title, foot.

A4 with 25 mm on the left and 20 mm on the right. Every paper fills a ``Head``
and then adds its parts from the top; :class:`Paper` turns pages, and writes the
foot with "page x of y" once all pages are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.customer import Company
from domain.papers import Addressee
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File, Page
from reports.texts import text

LEFT: Final = 25 * MM
RIGHT: Final = 190 * MM
WIDTH: Final = RIGHT - LEFT
BOTTOM: Final = 281 * MM
_HEAD_RULE: Final = 24.5 * MM
#: Height above the rule that names and contacts may take.
_HEAD_HEIGHT: Final = 42.0
_NAME_SIZES: Final = (15.0, 13.5, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
_WINDOW: Final = (27 * MM, 33 * MM, 77 * MM, 24 * MM)
_FACTS: Final = (122 * MM, 137 * MM, 32.4 * MM)
_FACT_SIZES: Final = ((9.0, 14.17), (8.0, 11.0), (7.0, 9.0), (6.0, 7.6))
_TITLE_Y: Final = 66.0 * MM
_BODY_Y: Final = 69.8 * MM
_NEXT_Y: Final = 27 * MM
_FOOT_RULE: Final = 284 * MM
_FOOT_Y: Final = 288.4 * MM
BODY: Final = 10.5
LEADING: Final = 16.0
_SMALLER: Final = ((10.5, 15.0), (9.5, 13.4), (8.5, 11.3), (7.5, 9.7), (6.5, 8.5), (5.5, 7.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the frame of a paper shows.

    Attributes:
        facts: label and value beside the address window; the first is the number.
        check: the check code of the paper.
    """

    company: Company
    customer: Addressee
    language: str
    number: str
    title: str
    facts: Sequence[tuple[str, str]]
    check: str
    copy: bool = False
    void: bool = False


def firm(company: Company, language: str) -> str:
    """Return the firm's name in the language of the paper."""
    return company.name if language == "zh" else company.name_en or company.name


def debtor(customer: Addressee, language: str) -> str:
    """Return the customer's name in the language of the paper."""
    return customer.name if language == "zh" else customer.name_en or customer.name


def spread(label: str, width: float, size: float) -> list[tuple[float, str]]:
    """Spread a Chinese label over a width; Latin words stay as they are."""
    if len(label) < 2 or label.isascii() or measure(label, size) >= width:
        return [(0.0, label)]
    gap = (width - measure(label, size)) / (len(label) - 1)
    return [(at * (size + gap), character) for at, character in enumerate(label)]


def _packed(parts: Sequence[str], width: float, gap: str) -> list[str]:
    """Pack short texts into lines of 8 point type; only one longer than a line is broken."""
    lines: list[str] = []
    for part in filter(None, parts):
        joined = f"{lines[-1]}{gap}{part}" if lines else part
        if lines and measure(joined, 8) <= width:
            lines[-1] = joined
        else:
            lines += break_lines(part, width, 8)
    return lines


class Paper:
    """A letter in the making: the current page and how far down it is filled.

    Attributes:
        file: takes the pages.
        page: the current page.
        y: upper edge of the free space.
        bottom: lower edge of the free space.
    """

    def __init__(self, file: File, head: Head) -> None:
        self.file, self.head, self.language = file, head, head.language
        self.bottom = BOTTOM
        self._pages: list[Page] = []
        self.page = self._new_page()
        self._letterhead()
        self._window()
        self._facts()
        self._title()
        self.y = _BODY_Y

    # pages

    def _new_page(self) -> Page:
        page = self.file.page()
        self._pages.append(page)
        for mark, length in ((99, 5), (148.5, 3), (198, 5)):
            page.rule(0, length * MM, mark * MM, 0.2 * MM)
        return page

    def next_page(self) -> None:
        """Go on to another page, with a short head."""
        self.page = self._new_page()
        head = self.head
        page, y = self.page, 18.5 * MM
        title = head.title + text(self.language, "continued")
        if self.language == "en":
            title = f"{head.title} {text('en', 'continued')}"
        page.right(RIGHT, y, f"{title}　{head.number}" if self.language == "zh" else title, 9)
        room = WIDTH - measure(title + head.number, 9) - 20
        name = break_lines(firm(head.company, self.language), room, 9, bold=True)
        for number, line in enumerate(reversed(name)):
            page.text(LEFT, y - 11 * number, line, 9, bold=True)
        page.rule(LEFT, RIGHT, 21 * MM, 0.25 * MM)
        self.y = _NEXT_Y

    def room(self) -> float:
        """Return the height left on the page."""
        return self.bottom - self.y

    def need(self, height: float) -> None:
        """Turn the page unless a height is left."""
        if self.room() < height:
            self.next_page()

    def finish(self) -> None:
        """Write the foot of every page."""
        for number, page in enumerate(self._pages, start=1):
            self._foot(page, number)

    def _foot(self, page: Page, number: int) -> None:
        head, language = self.head, self.language
        page.rule(LEFT, RIGHT, _FOOT_RULE, 0.25 * MM)
        page.text(LEFT, _FOOT_Y, head.number, 8)
        self._copy_mark(page, LEFT + measure(head.number, 8) + 6, _FOOT_Y, 8)
        pages = text(language, "page", page=number, pages=len(self._pages))
        page.centre((LEFT + RIGHT) / 2, _FOOT_Y, pages, 8)
        page.right(RIGHT, _FOOT_Y, text(language, "check", check=head.check), 8)

    def _copy_mark(self, page: Page, x: float, y: float, size: float) -> None:
        """Mark a reprint beside its number, without moving anything."""
        if self.head.copy or self.head.void:
            mark = text(self.language, "void" if self.head.void else "copy")
            page.text(x, y, mark, size, bold=True)
            width = measure(mark, size, bold=True)
            page.box(x - 2.5, y - size * 0.95, width + 5, size * 1.3, 0.5)

    # first page

    def _letterhead(self) -> None:
        company, zh = self.head.company, self.language == "zh"
        name = firm(company, self.language)
        lines = self._contacts(company, measure(name, 15, bold=True))
        used = max((measure(line, 8) for line in lines), default=0.0)
        leading = min(11.3, _HEAD_HEIGHT / max(len(lines), 1))
        for number, line in enumerate(reversed(lines)):
            y = _HEAD_RULE - 3.2 * MM - number * leading
            self.page.right(RIGHT, y, line, min(8, leading / 1.1))
        other = company.name_en if zh else (company.name if company.name_en else "")
        self._name(name, other, WIDTH - used - 14)
        self.page.rule(LEFT, RIGHT, _HEAD_RULE, 0.35 * MM)

    def _contacts(self, company: Company, name: float) -> list[str]:
        """Return address, phone and tax number as two or three lines that leave the name room."""
        language = self.language
        parts = [
            " ".join(company.address.split()),
            company.postcode,
            text(language, "phone", phone=company.phone) if company.phone else "",
            text(language, "tax_id", tax_id=company.tax_id) if company.tax_id else "",
        ]
        gap = "　" if language == "zh" else "   "
        pairs = [gap.join(filter(None, pair)) for pair in (parts[:2], parts[2:])]
        chosen = [pair for pair in pairs if pair]
        if max((measure(line, 8) for line in chosen), default=0.0) > 92 * MM:
            chosen = _packed(parts, 92 * MM, gap)
        for width in (84 * MM, 76 * MM, 68 * MM, 60 * MM):
            if max((measure(line, 8) for line in chosen), default=0.0) + name + 14 <= WIDTH:
                break
            lines = _packed(parts, width, gap)
            chosen = lines if len(lines) <= max(3, len(chosen)) else chosen
        return chosen

    def _name(self, name: str, other: str, room: float) -> None:
        """Draw the firm's name, smaller where it is long, and its other name under it."""
        for size in _NAME_SIZES:
            small = min(7.5, size * 0.75)
            lines = break_lines(name, room, size, bold=True)
            others = break_lines(other.upper(), room * 0.94, small) if other else []
            height = (len(lines) * size + len(others) * small) * 1.2
            if height <= _HEAD_HEIGHT and (len(lines) == 1 or size <= 10):
                break
        y = _HEAD_RULE - 3.2 * MM
        for line in reversed(others):
            gap = 0.45 if line.isascii() else 0.0
            self.page.text(LEFT, y, line, small, gap=gap)
            y -= small * 1.2
        y -= 1.8 if others else 0.0
        for line in reversed(lines):
            self.page.text(LEFT, y, line, size, bold=True)
            y -= size * 1.2

    def _window(self) -> None:
        """Draw the address inside the window, in the largest type that fits."""
        if not self.head.customer.name:
            return
        x, y, width, height = _WINDOW
        for size, leading in _SMALLER:
            lines = self._address(width, size)
            if len(lines) * leading <= height:
                break
        most = int(height / leading)
        for number, (line, bold) in enumerate(lines[:most]):
            self.page.text(x, y + leading * (number + 0.5) + size * 0.36, line, size, bold=bold)

    def _address(self, width: float, size: float) -> list[tuple[str, bool]]:
        """Return the lines of the address and whether each is bold, in postal order."""
        customer, language = self.head.customer, self.language
        name = debtor(customer, language)
        person = text(language, "attention", contact=customer.contact or text(language, "finance"))
        if language == "zh":
            place = "　".join(filter(None, (customer.postcode, customer.address)))
            parts = [*((line, False) for line in place.splitlines()), (name, True), (person, False)]
        else:
            rest = [*customer.address.splitlines(), customer.postcode, customer.country.upper()]
            parts = [(name, True), (person, False), *((line, False) for line in rest)]
        return [
            (line, bold)
            for part, bold in parts
            if part
            for line in break_lines(part, width, size, bold=bold)
        ]

    def _facts(self) -> None:
        """Draw the facts beside the window, in the largest type that ends above the title."""
        x, value_x, top = _FACTS
        for size, leading in _FACT_SIZES:
            labels = self._label_width(size)
            value_x = max(value_x, x + labels + size)
            values = [break_lines(v, RIGHT - value_x, size) for _, v in self.head.facts]
            if sum(map(len, values)) * leading <= 5.2 * _FACT_SIZES[0][1]:
                break
        y = top
        for (label, _), lines in zip(self.head.facts, values, strict=True):
            for shift, part in spread(label, labels, size):
                self.page.text(x + shift, y + size, part, size)
            for line in lines:
                self.page.text(value_x, y + size, line, size)
                y += leading
        mark = top + size + leading * (len(values[0]) - 1)
        self._copy_mark(self.page, value_x + measure(values[0][-1], size) + 6, mark, size)

    def _label_width(self, size: float) -> float:
        if self.language == "zh":
            return 4 * size
        return max(measure(label, size) for label, _ in self.head.facts)

    def _title(self) -> None:
        """Draw the title, letter-spaced in Chinese, smaller where it is long."""
        title, zh = self.head.title, self.language == "zh"
        gap = 2.4 * MM if zh else 0.6
        size = 18.0
        while measure(title, size, bold=True) + gap * len(title) > WIDTH and size > 8:
            size, gap = size - 1, gap * 0.8
        self.page.spoken(title)
        self.page.centre((LEFT + RIGHT) / 2, _TITLE_Y, title, size, bold=True, gap=gap)
        self.page.spoken("")

    # flowing text

    def paragraph(
        self,
        words: str,
        *,
        size: float = BODY,
        leading: float = LEADING,
        indent: bool = True,
        left: float = LEFT,
        width: float = WIDTH,
    ) -> None:
        """Add a paragraph: indented and justified in Chinese, ragged with a gap in English.

        Two lines at least stay together at the foot and at the head of a page.
        """
        zh = self.language == "zh"
        first = 2 * size if zh and indent else 0.0
        lines = break_lines(words, width, size, first=first)
        for number, line in enumerate(lines):
            left_over = len(lines) - number
            if self.room() < leading * (2 if left_over in (2, 3) and number != 1 else 1):
                self.next_page()
            y = self.y + leading / 2 + size * 0.36
            shift = first if number == 0 else 0.0
            if zh and left_over > 1:
                self.page.justified(left + shift, y, line, size, width - shift)
            else:
                self.page.text(left + shift, y, line, size)
            self.y += leading
        if not zh and indent:
            self.y += leading * 0.35

    def paragraph_height(self, words: str) -> float:
        """Return the height a body paragraph will take."""
        zh = self.language == "zh"
        lines = break_lines(words, WIDTH, BODY, first=2 * BODY if zh else 0.0)
        return len(lines) * LEADING + (0.0 if zh else LEADING * 0.35)

    def caption(self, words: str, note: str = "", keep: float = 60.0) -> None:
        """Add the caption of a table: bold, with a note at the right."""
        self.need(keep)
        y = self.y + 13.5
        self.page.text(LEFT, y, words, 9, bold=True)
        room = WIDTH - measure(words, 9, bold=True) - 12
        size = 8.5 if measure(note, 8.5) <= room else 7.0
        for number, line in enumerate(break_lines(note, room, size) if note else []):
            self.y += 9 if number else 0
            self.page.right(RIGHT, y + 9 * number, line, size)
        self.y += 19.5

    def small(self, words: str, size: float = 8.5, leading: float = 12.0) -> None:
        """Add a note in small type."""
        self.paragraph(words, size=size, leading=leading, indent=False)
