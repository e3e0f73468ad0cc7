"""Any letter of the catalogue: body, tables, account and seals, reply slip."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.papers import Addressee, LetterBlock, LetterPaper, LetterTable
from reports.base import BODY, LEADING, LEFT, RIGHT, WIDTH, Head, Paper, debtor, firm
from reports.breaking import break_lines
from reports.page import MM, File
from reports.parts import (
    SEAL,
    answer_lines,
    bank_and_seal,
    bank_rows,
    cut_line,
    labelled,
    seal,
    slip_head,
    tick_box,
)
from reports.tables import WORDS, Cells, Column, Table
from reports.texts import long_date, text

#: Height of a line of an answer, and its size of type.
_ANSWER: Final = 15.0
_SMALL: Final = 9.5
#: The window of a paper that stays inside.
_NOBODY: Final = Addressee(code="", name="")


def draw(file: File, value: LetterPaper, check: str) -> None:
    """Draw a letter into a file."""
    _Letter(file, value, check).draw()


class _Letter:
    """One letter being drawn."""

    def __init__(self, file: File, value: LetterPaper, check: str) -> None:
        self.value, self.language = value, value.language
        self.paper = Paper(file, self._head(check))

    def draw(self) -> None:
        body = self.value.body
        for block, after in pairwise(body):
            self.block(block)
            if block.style == "item" and after.style != "item":
                self.paper.y += 5
        self.last()
        if self.value.answers:
            self.slip()
        self.paper.finish()

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "reference"), value.number),
            (text(language, "date"), long_date(value.dated_on, language)),
            *value.facts,
        )
        return Head(
            company=value.company,
            customer=value.customer if value.addressed else _NOBODY,
            language=language,
            number=value.number,
            title=value.title,
            facts=[fact for fact in facts if fact[1]],
            check=check,
            copy=value.copy,
            void=value.void,
        )

    # body

    def block(self, block: LetterBlock) -> None:
        """Add one part of the body."""
        paper = self.paper
        if block.table is not None:
            self.table(block.table)
        elif block.style == "heading":
            paper.need(3 * LEADING)
            paper.y += 3
            for line in break_lines(block.text, WIDTH, BODY, bold=True):
                paper.page.text(LEFT, paper.y + LEADING / 2 + BODY * 0.36, line, BODY, bold=True)
                paper.y += LEADING
        elif block.style == "item":
            self._item(block.text)
        else:
            paper.paragraph(block.text, indent=block.style == "paragraph")
            if block.style == "line" and self.language == "en":
                paper.y += 6

    def _item(self, words: str) -> None:
        """Add an item of a list behind a dash; it may go over a page."""
        paper, x = self.paper, LEFT + 2 * BODY
        for number, line in enumerate(break_lines(words, RIGHT - x, BODY)):
            paper.need(LEADING)
            y = paper.y + LEADING / 2 + BODY * 0.36
            if number == 0:
                paper.page.text(x - 1.2 * BODY, y, "–", BODY)
            paper.page.text(x, y, line, BODY)
            paper.y += LEADING

    def table(self, table: LetterTable) -> None:
        """Add a table with its caption; columns of words share the width."""
        paper = self.paper
        if table.caption:
            paper.caption(table.caption, table.note)
        else:
            paper.y += 5
        columns = [
            Column(column.title, "right")
            if column.figures
            else Column(column.title, least=WORDS if self._wordy(table, place) else 0)
            for place, column in enumerate(table.columns)
        ]
        sums: list[Cells] = [table.sums] if table.sums else []
        Table(columns, table.rows, sums=sums).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def _wordy(self, table: LetterTable, place: int) -> bool:
        """Whether a column's cells may be broken: longer than a date or a short number."""
        return any(len(row[place]) > 12 for row in table.rows)

    # below the body

    def last(self) -> None:
        """The last part stays with the account and the seals."""
        value, paper = self.value, self.paper
        last = value.body[-1] if value.body else LetterBlock(style="paragraph")
        keep = SEAL + 3 * MM if value.seal or value.signers else 0.0
        if last.table is None and last.text:
            paper.need(paper.paragraph_height(last.text) + keep)
        self.block(last)
        self._enclosures()
        if value.signers:
            self._signers()
        elif value.seal and value.bank:
            bank_and_seal(paper, value.dated_on)
        elif value.seal:
            self._seal()

    def _enclosures(self) -> None:
        value, paper = self.value, self.paper
        if not value.enclosures:
            return
        gap = "；" if self.language == "zh" else "; "
        many = len(value.enclosures) > 1
        told = (f"{n}. {w}" if many else w for n, w in enumerate(value.enclosures, start=1))
        colon = "：" if self.language == "zh" else ": "
        paper.y += 4
        paper.small(f"{self.word('enclosures')}{colon}{gap.join(told)}", _SMALL, 14.0)

    def _seal(self) -> None:
        """Our seal, and whom to reach beside it, unless the text says so; nothing is to be paid."""
        value, paper = self.value, self.paper
        paper.need(SEAL + 4 * MM)
        top = paper.y + 2 * MM
        name = firm(value.company, self.language)
        words = (name, self.word("seal"), long_date(value.dated_on, self.language))
        seal(paper.page, top, words, self.language)
        gap = "　" if self.language == "zh" else "  "
        company = value.company
        reach = gap.join(filter(None, (company.contact, company.phone, company.email)))
        if reach and not self._told(company.phone or company.email or company.contact):
            labelled(paper, top + 4 * MM, [(self.word("contact"), reach)], WIDTH - SEAL - 8 * MM)
        paper.y = top + SEAL

    def _told(self, contact: str) -> bool:
        """Whether the text names the contact; the spaces of a number may not break there."""
        told = " ".join(block.text for block in self.value.body).replace("\u00a0", " ")
        return contact in told

    def _signers(self) -> None:
        """A space for each who signs, three to a row; the account above them."""
        value, paper = self.value, self.paper
        if value.bank:
            rows = bank_rows(value.company, self.language)
            paper.need((len(rows) + 1) * LEADING + SEAL)
            paper.y = labelled(paper, paper.y + 2 * MM, rows, WIDTH, self.word("bank_title"))
        gap = (WIDTH - 3 * SEAL) / 2
        for place, name in enumerate(value.signers):
            if place % 3 == 0:
                paper.need(SEAL + 6 * MM)
                top = paper.y + 4 * MM
                paper.y = top + SEAL
            right = LEFT + SEAL + place % 3 * (SEAL + gap)
            part, _, who = name.partition(":")
            words = (
                part,
                *filter(None, [who.strip()]),
                self.word("seal"),
                self.word("signed_date"),
            )
            seal(paper.page, top, words, self.language, right=right)

    # slip

    def slip(self) -> None:
        """The reply slip under a cut line, on a page of its own where there is no room."""
        value, paper = self.value, self.paper
        height = self._slip_height()
        if paper.room() < height + 4 * MM:
            paper.next_page()
        else:
            paper.y = paper.bottom - height
            cut_line(paper.page, paper.y, self.word("cut_here"))
        slip_head(paper, value.company, value.number, paper.y)
        paper.y += 17 * MM
        who = (debtor(value.customer, self.language), self.word("reply_seal"))
        seal(paper.page, paper.y, who, self.language)
        for words in value.answers:
            self._answer(words)
        answer_lines(paper, paper.y + 5)

    def _answer_lines(self, words: str) -> list[str]:
        return break_lines(words, RIGHT - SEAL - 4 * MM - LEFT - 5.4 * MM, _SMALL)

    def _slip_height(self) -> float:
        """Return what the slip takes: the seal, or the answers with the lines to sign on."""
        lines = sum(len(self._answer_lines(words)) for words in self.value.answers)
        answers = lines * _ANSWER + 3 * len(self.value.answers) + 5 + 14 * MM
        return 17 * MM + max(SEAL, answers) + 2 * MM

    def _answer(self, words: str) -> None:
        paper, x = self.paper, LEFT + 5.4 * MM
        tick_box(paper.page, LEFT, paper.y + 11)
        for line in self._answer_lines(words):
            paper.page.text(x, paper.y + 11, line, _SMALL)
            paper.y += _ANSWER
        paper.y += 3
