"""Papers about cover: to insurers, guarantors and debtors, with what their kind needs."""

from __future__ import annotations

from typing import Final

from domain.cover.paper import CoverLine, CoverPaper
from reports.base import LEFT, RIGHT, WIDTH, Head, Paper, debtor, firm
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File
from reports.parts import (
    SEAL,
    addressed,
    answer_lines,
    bank_and_seal,
    cut_line,
    labelled,
    seal,
    tick_box,
)
from reports.tables import NUMBER, Cells, Column, Table
from reports.texts import amount, currency_name, dashed, long_date, short_date, text, unit

_SLIP: Final = 78 * MM
_SIZE: Final = 9.5
_PITCH: Final = 14.4


def draw(file: File, value: CoverPaper, check: str) -> None:
    """Draw a paper about cover into a file."""
    _Cover(file, value, check).draw()


class _Cover:
    """One paper being drawn."""

    def __init__(self, file: File, value: CoverPaper, check: str) -> None:
        self.value, self.language, self.currency = value, value.language, value.currency
        self.paper = Paper(file, self._head(check))

    def draw(self) -> None:
        value, paper = self.value, self.paper
        paper.paragraph(value.salutation, indent=False)
        if self.language == "en":
            paper.y += 6
        for words in value.opening:
            paper.paragraph(words)
        self.facts()
        self.items()
        self.sums()
        for words in value.closing:
            paper.paragraph(words)
        self.enclosed()
        self.signed()
        if value.slip:
            self.slip()
        paper.finish()

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "reference"), value.number),
            (text(language, "date"), long_date(value.issued_on, language)),
            (text(language, "currency"), currency_name(value.currency, language)),
        )
        return Head(
            company=value.company,
            customer=value.customer,
            language=language,
            number=value.number,
            title=value.title,
            facts=facts,
            check=check,
            copy=value.copy,
        )

    def facts(self) -> None:
        """Labels and values, under each other; long values keep to their column."""
        paper, size = self.paper, _SIZE
        rows = self.value.facts
        if not rows:
            return
        paper.y += 4
        left = LEFT + max(measure(label, size) for label, _ in rows) + 14
        for label, value in rows:
            lines = break_lines(value, RIGHT - left, size)
            paper.need(_PITCH * len(lines))
            paper.page.text(LEFT, paper.y + 10.5, label, size)
            for line in lines:
                paper.page.text(left, paper.y + 10.5, line, size)
                paper.y += _PITCH
        paper.y += 4

    def items(self) -> None:
        """The documents, with what of each is open or assigned."""
        value, paper = self.value, self.paper
        with_shipment = any(line.shipped_on for line in value.lines)
        paper.caption(self.word("cover_items"), self.word("unit", unit=self.unit()))
        rows = [
            self._row(number, line, shipped=with_shipment)
            for number, line in enumerate(value.lines, start=1)
        ]
        columns = [
            Column(self.word("row_number"), "centre"),
            Column(self.word("document"), least=NUMBER),
            Column(self.word("issued_on")),
            *([Column(self.word("cover_shipped"))] if with_shipment else []),
            Column(self.word("notice_due")),
            Column(self.word("original"), "right"),
            Column(self.word("cover_settled"), "right"),
            Column(self.word(f"cover_open.{value.kind}"), "right"),
            *([Column(self.word("cover_days"), "right")] if with_shipment else []),
        ]
        empty = [""] * (len(columns) - 2)
        place = 7 if with_shipment else 6
        sums = ["", self.word("total"), *empty]
        sums[place] = amount(value.total, self.currency)
        Table(columns, rows, sums=[tuple(sums)], bold_column=place).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def unit(self) -> str:
        return unit(self.currency, self.language)

    def _row(self, number: int, line: CoverLine, *, shipped: bool) -> Cells:
        language, currency = self.language, self.currency
        days = str(line.days_overdue) if line.days_overdue else "—"
        return (
            str(number),
            line.number,
            short_date(line.issued_on, language),
            *((short_date(line.shipped_on, language),) if shipped else ()),
            short_date(line.due_on, language),
            amount(line.amount, currency),
            dashed(line.settled, currency),
            amount(line.open, currency),
            *((days,) if shipped else ()),
        )

    def sums(self) -> None:
        """A computation, line by line, the last in bold."""
        rows, paper = self.value.sums, self.paper
        if not rows:
            return
        paper.caption(self.word("cover_sums"), self.word("unit", unit=self.unit()))
        columns = [Column(self.word("cover_step")), Column(self.word("cover_amount"), "right")]
        told = [(label, amount(minor, self.currency)) for label, minor in rows]
        Table(columns, told[:-1], sums=[told[-1]]).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def enclosed(self) -> None:
        """The list of what is enclosed: a box before each, ticked where it is."""
        rows, paper = self.value.checklist, self.paper
        if not rows:
            return
        half = (len(rows) + 1) // 2
        keep = half * _PITCH + 20
        paper.caption(self.word("cover_enclosed"), self.word("cover_enclosed_note"), keep)
        top = paper.y
        for place, (words, present) in enumerate(rows):
            x = LEFT + (WIDTH / 2 if place >= half else 0)
            y = top + (place % half) * _PITCH + 10.5
            tick_box(paper.page, x, y)
            if present:
                paper.page.line(x + 1.8, y - 4, x + 4.2, y - 1.2, 1.1)
                paper.page.line(x + 4.2, y - 1.2, x + 8.2, y - 7.4, 1.1)
            for line in break_lines(words, WIDTH / 2 - 22, _SIZE)[:1]:
                paper.page.text(x + 15, y, line, _SIZE)
        paper.y = top + half * _PITCH + 6

    def signed(self) -> None:
        """Our seal with the account or whom to reach; an assignee seals beside us."""
        value, paper = self.value, self.paper
        if value.bank:
            bank_and_seal(paper, value.issued_on)
            return
        paper.need(SEAL + 4 * MM)
        top = paper.y + 2 * MM
        date = long_date(value.issued_on, self.language)
        for place, name in enumerate(reversed(value.seals)):
            right = RIGHT - place * (SEAL + 6 * MM)
            words = (name, self.word("seal"), date if place == len(value.seals) - 1 else "")
            seal(paper.page, top, tuple(filter(None, words)), self.language, right=right)
        company = value.company
        gap = "　" if self.language == "zh" else "  "
        reach = gap.join(filter(None, (company.contact, company.phone, company.email)))
        room = WIDTH - len(value.seals) * (SEAL + 8 * MM)
        if reach and len(value.seals) == 1:
            labelled(paper, top + 4 * MM, [(self.word("contact"), reach)], room)
        paper.y = top + SEAL

    def slip(self) -> None:
        """The reply slip under a cut line, on a page of its own where there is no room."""
        value, paper = self.value, self.paper
        if paper.room() < _SLIP + 4 * MM:
            paper.next_page()
        else:
            paper.y = paper.bottom - _SLIP
            cut_line(paper.page, paper.y, self.word("cut_here"))
        page, top = paper.page, paper.y
        page.spoken(self.word("reply"))
        page.centre((LEFT + RIGHT) / 2, top + 8 * MM, self.word("reply"), 14, bold=True)
        page.spoken("")
        page.right(RIGHT, top + 8 * MM, value.number, 9)
        addressed(page, top + 13 * MM, self.word("to", company=firm(value.company, self.language)))
        paper.y += 17 * MM
        who = (debtor(value.customer, self.language), self.word("reply_seal"))
        seal(page, paper.y, who, self.language)
        for words in value.slip:
            self._answer(words)
        answer_lines(paper, paper.y + 5)

    def _answer(self, words: str) -> None:
        paper, x = self.paper, LEFT + 5.4 * MM
        tick_box(paper.page, LEFT, paper.y + 11)
        for line in break_lines(words, RIGHT - SEAL - 4 * MM - x, _SIZE):
            paper.page.text(x, paper.y + 11, line, _SIZE)
            paper.y += 15
        paper.y += 3
