"""Notices of settlement: set-off with a reply slip, transfer of a debt with three seals."""

from __future__ import annotations

from typing import Final

from domain.capital import capital
from domain.notices import TRANSFER
from domain.papers import Notice, NoticeLine
from reports.base import LEFT, RIGHT, WIDTH, Head, Paper, debtor, firm
from reports.breaking import break_lines
from reports.page import MM, File
from reports.parts import SEAL, addressed, answer_lines, cut_line, labelled, seal, tick_box
from reports.tables import NUMBER, Cells, Column, Table
from reports.texts import amount, currency_name, dashed, long_date, money, short_date, text, unit

_SLIP: Final = 70 * MM


def draw(file: File, value: Notice, check: str) -> None:
    """Draw a notice into a file."""
    _Notice(file, value, check).draw()


class _Notice:
    """One notice being drawn."""

    def __init__(self, file: File, value: Notice, check: str) -> None:
        self.value, self.language, self.currency = value, value.language, value.currency
        self.paper = Paper(file, self._head(check))

    def draw(self) -> None:
        value, paper = self.value, self.paper
        paper.paragraph(value.salutation, indent=False)
        if self.language == "en":
            paper.y += 6
        for words in value.opening:
            paper.paragraph(words)
        self.items()
        for words in value.closing:
            paper.paragraph(words)
        if value.kind == TRANSFER:
            self.three_seals()
        else:
            self.signed()
            self.slip()
        paper.finish()

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "reference"), value.number),
            (text(language, "date"), long_date(value.issued_on, language)),
            (text(language, "effective"), long_date(value.effective_on, language)),
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

    def items(self) -> None:
        """The documents, with what of each is settled or moved."""
        value, paper = self.value, self.paper
        note = self.word("unit", unit=unit(self.currency, self.language))
        paper.caption(self.word("notice_items"), note)
        rows = [self._row(number, line) for number, line in enumerate(value.lines, start=1)]
        columns = [
            Column(self.word("row_number"), "centre"),
            Column(self.word("document"), least=NUMBER),
            Column(self.word("issued_on")),
            Column(self.word("notice_due")),
            Column(self.word("original"), "right"),
            Column(self.word("notice_settled"), "right"),
            Column(self.word("notice_left"), "right"),
        ]
        total = amount(value.total, self.currency)
        sums = ("", self.word("total"), "", "", "", total, "")
        Table(columns, rows, sums=[sums], bold_column=5).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def _row(self, number: int, line: NoticeLine) -> Cells:
        return (
            str(number),
            line.number,
            short_date(line.issued_on, self.language),
            short_date(line.due_on, self.language),
            amount(line.amount, self.currency),
            amount(line.settled, self.currency),
            dashed(line.left, self.currency),
        )

    def signed(self) -> None:
        """Who to reach, and the space for our seal; nothing is to be paid."""
        value, paper = self.value, self.paper
        paper.need(SEAL + 4 * MM)
        top = paper.y + 2 * MM
        name = firm(value.company, self.language)
        words = (name, self.word("seal"), long_date(value.issued_on, self.language))
        seal(paper.page, top, words, self.language)
        gap = "　" if self.language == "zh" else "  "
        company = value.company
        reach = gap.join(filter(None, (company.contact, company.phone, company.email)))
        if reach:
            labelled(paper, top + 4 * MM, [(self.word("contact"), reach)], WIDTH - SEAL - 8 * MM)
        paper.y = top + SEAL

    def three_seals(self) -> None:
        """Creditor, former and new debtor sign side by side."""
        value, paper = self.value, self.paper
        paper.need(SEAL + 8 * MM)
        top = paper.y + 6 * MM
        other = debtor(value.other, self.language) if value.other else ""
        parties = (
            (self.word("party_creditor"), firm(value.company, self.language)),
            (self.word("party_former"), debtor(value.customer, self.language)),
            (self.word("party_new"), other),
        )
        gap = (WIDTH - 3 * SEAL) / 2
        for place, (role, name) in enumerate(parties):
            right = LEFT + SEAL + place * (SEAL + gap)
            words = (role, name, self.word("seal"), self.word("signed_date"))
            seal(paper.page, top, words, self.language, right=right)
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
        middle = (LEFT + RIGHT) / 2
        page.spoken(self.word("reply"))
        page.centre(middle, top + 8 * MM, self.word("reply"), 14, bold=True)
        page.spoken("")
        page.right(RIGHT, top + 8 * MM, value.number, 9)
        addressed(page, top + 13 * MM, self.word("to", company=firm(value.company, self.language)))
        paper.y += 17 * MM
        who = (debtor(value.customer, self.language), self.word("reply_seal"))
        seal(page, paper.y, who, self.language)
        self._answer("notice_agreed", money=self._total())
        self._answer("notice_differs")
        answer_lines(paper, paper.y + 5)

    def _total(self) -> str:
        total = money(self.value.total, self.currency)
        if self.currency == "CNY" and self.language == "zh":
            total += text("zh", "capital", capital=capital(self.value.total))
        return total

    def _answer(self, key: str, **values: object) -> None:
        paper, x = self.paper, LEFT + 5.4 * MM
        tick_box(paper.page, LEFT, paper.y + 11)
        for line in break_lines(self.word(key, **values), RIGHT - SEAL - 4 * MM - x, 9.5):
            paper.page.text(x, paper.y + 11, line, 9.5)
            paper.y += 15
        paper.y += 3
