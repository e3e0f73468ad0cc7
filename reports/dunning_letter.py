"""Demand letters, levels 1 to 3; from level 2 on with a reply slip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from domain.capital import capital
from domain.papers import DunningLetter, DunningLine, FeeLine
from reports.base import LEFT, RIGHT, WIDTH, Head, Paper, debtor
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File
from reports.parts import (
    SEAL,
    answer_lines,
    bank_and_seal,
    blank,
    cut_line,
    date_blanks,
    difference_grid,
    seal,
    slip_head,
    tick_box,
)
from reports.tables import MIDDLE, NUMBER, SIZES, THICK, Cells, Column, Table
from reports.texts import (
    amount,
    currency_name,
    dashed,
    long_date,
    money,
    short_date,
    text,
)

#: From this level on a reply is asked for.
_WITH_SLIP: Final = 2
_SLIP: Final = 92 * MM

#: Key of the header, alignment, cell and sum of an item column.
_Cell = Callable[[DunningLine], str]


def draw(file: File, value: DunningLetter, check: str) -> None:
    """Draw a letter into a file."""
    _Letter(file, value, check).draw()


class _Letter:
    """One letter being drawn."""

    def __init__(self, file: File, value: DunningLetter, check: str) -> None:
        self.value, self.language, self.currency = value, value.language, value.currency
        self.paper = Paper(file, self._head(check))
        self.size = SIZES[0]

    def draw(self) -> None:
        value, paper = self.value, self.paper
        paper.paragraph(value.salutation, indent=False)
        if self.language == "en":
            paper.y += 6
        for words in value.opening:
            paper.paragraph(words)
        self.items()
        self.sums()
        self.interest()
        self.fees()
        self.closing()
        if value.level >= _WITH_SLIP:
            self.slip()
        paper.finish()

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def amount(self, minor: int) -> str:
        return amount(minor, self.currency)

    def dashed(self, minor: int) -> str:
        return dashed(minor, self.currency)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "reference"), value.number),
            (text(language, "date"), long_date(value.dated_on, language)),
            (text(language, "contract"), value.contract),
            (text(language, "delivery"), value.delivery),
            (text(language, "customer_code"), value.customer.code),
        )
        return Head(
            company=value.company,
            customer=value.customer,
            language=language,
            number=value.number,
            title=value.title,
            facts=[fact for fact in facts if fact[1]],
            check=check,
            copy=value.copy,
        )

    # items

    def items(self) -> None:
        """The table of overdue items; columns that hold nothing are left out."""
        paper, lines = self.paper, self.value.lines
        note = f"{self.word('currency')}：{currency_name(self.currency, 'zh')}"
        if self.language == "en":
            note = self.word("unit", unit=self.currency)
        paper.caption(self.word("letter_items"), note)
        shown = [column for column in self._columns() if column is not None]
        rows = [
            (str(number), *(cell(line) for _, cell, _ in shown))
            for number, line in enumerate(lines, start=1)
        ]
        total = self.word("total_count", count=len(lines))
        sums = ("", total, *(words for _, _, words in shown[1:]))
        number = Column(self.word("row_number"), "centre")
        table = Table([number, *(column for column, _, _ in shown)], rows, sums=[sums])
        table.draw(paper, LEFT, WIDTH)
        self.size = table.size
        self._item_notes()

    def _columns(self) -> list[tuple[Column, _Cell, str] | None]:
        lines, language = self.value.lines, self.language

        def sums(part: Callable[[DunningLine], int]) -> str:
            return self.amount(sum(part(line) for line in lines))

        def money_column(
            key: str, part: Callable[[DunningLine], int], *, always: bool = False
        ) -> tuple[Column, _Cell, str] | None:
            if not always and not any(part(line) for line in lines):
                return None
            return Column(self.word(key), "right"), lambda x: self.dashed(part(x)), sums(part)

        return [
            (Column(self.word("invoice_number"), least=NUMBER), _label, ""),
            (Column(self.word("issued_on")), lambda x: short_date(x.issued_on, language), ""),
            (Column(self.word("due_on")), lambda x: short_date(x.due_on, language), ""),
            money_column("amount", lambda x: x.amount, always=True),
            money_column("settled", lambda x: x.settled),
            money_column("disputed", lambda x: x.disputed),
            money_column("claim", lambda x: x.open, always=True),
            (Column(self.word("days"), "right"), lambda x: str(x.days_overdue), ""),
            money_column("interest", lambda x: x.interest),
        ]

    def _item_notes(self) -> None:
        value, paper = self.value, self.paper
        paper.y += 3
        if any(line.disputed for line in value.lines):
            paper.small(self.word("disputed_note"))
        if value.earlier:
            gap = "；" if self.language == "zh" else "; "
            told = (
                self.word(
                    "earlier_item",
                    number=letter.number,
                    dated=long_date(letter.dated_on, self.language),
                )
                for letter in value.earlier
            )
            paper.small(self.word("earlier_note", letters=gap.join(told)))
        paper.y += 2

    def sums(self) -> None:
        """How the total comes about, and the total in figures and in words."""
        value, paper = self.value, self.paper
        parts = [
            ("sum_principal", value.principal),
            ("sum_unapplied", -value.unapplied),
            ("sum_interest", value.interest),
            ("sum_fees", value.fees),
        ]
        shown = [part for part in parts if part[1]] if value.total != value.principal else []
        paper.need(14 * (len(shown) + 1) + 10)
        for key, minor in shown:
            paper.page.text(LEFT + 3.2, paper.y + 10.5, self.word(key), 9)
            paper.page.right(RIGHT - 3.2, paper.y + 10.5, self.amount(minor), 9)
            paper.y += 14
        paper.page.rule(LEFT, RIGHT, paper.y + 1, MIDDLE)
        self._total()
        paper.page.rule(LEFT, RIGHT, paper.y, THICK)
        paper.y += 5

    def _total(self) -> None:
        value, paper = self.value, self.paper
        label, figures = self.word("sum_total"), money(value.total, self.currency)
        page, x, y = paper.page, LEFT + 3.2, paper.y + 14
        page.text(x, y, label, 10, bold=True)
        page.right(RIGHT - 3.2, y, figures, 10, bold=True)
        paper.y += 20
        if self.currency != "CNY":
            return
        x += measure(label, 10, bold=True) + 14
        words, room = capital(value.total), RIGHT - 18 - measure(figures, 10, bold=True) - x
        size = 10.0 if measure(words, 10, bold=True) <= room else 8.5
        for number, line in enumerate(break_lines(words, room, size, bold=True)):
            page.text(x, y + 12 * number, line, size, bold=True)
            paper.y += 12 if number else 0

    def interest(self) -> None:
        """The interest sheet: every segment, adding up to the printed sum."""
        value, paper = self.value, self.paper
        if not value.interest_lines:
            return
        paper.caption(self.word("letter_interest"), self.word("interest_note"))
        rows: list[Cells] = [
            (
                str(number),
                line.number,
                self.amount(line.principal),
                short_date(line.from_on, self.language),
                short_date(line.to_on, self.language),
                str(line.days),
                line.rate,
                self.amount(line.amount),
            )
            for number, line in enumerate(value.interest_lines, start=1)
        ]
        columns = [
            Column(self.word("row_number"), "centre"),
            Column(self.word("invoice_number"), least=NUMBER),
            Column(self.word("interest_principal"), "right"),
            Column(self.word("interest_from"), "centre"),
            Column(self.word("interest_to"), "centre"),
            Column(self.word("interest_days"), "right"),
            Column(self.word("interest_rate"), "right"),
            Column(self.word("interest"), "right"),
        ]
        sums = ("", self.word("total"), "", "", "", "", "", self.amount(value.interest))
        sizes = [size for size in SIZES if size <= self.size]
        Table(columns, rows, sums=[sums], sizes=sizes).draw(paper, LEFT, WIDTH)
        paper.y += 3
        listed = {_label(line) for line in value.lines}
        if any(line.number not in listed for line in value.interest_lines):
            paper.small(self.word("interest_paid"))
        if value.daily:
            paper.small(self.word("interest_daily", money=money(value.daily, self.currency)))
        paper.y += 2

    def fees(self) -> None:
        """The charges: for which document, by which letter, adding up to the printed sum."""
        value, paper = self.value, self.paper
        if not value.fee_lines:
            return
        paper.caption(self.word("letter_fees"), self.word("fees_note"))
        rows: list[Cells] = [
            (
                str(number),
                line.number,
                self._fee_for(line),
                line.letter or self.word("fee_this_letter"),
                short_date(line.charged_on, self.language),
                self.amount(line.amount),
            )
            for number, line in enumerate(value.fee_lines, start=1)
        ]
        columns = [
            Column(self.word("row_number"), "centre"),
            Column(self.word("invoice_number"), least=NUMBER),
            Column(self.word("fee_for")),
            Column(self.word("fee_letter")),
            Column(self.word("fee_date"), "centre"),
            Column(self.word("fees"), "right"),
        ]
        sums = ("", self.word("total"), "", "", "", self.amount(value.fees))
        sizes = [size for size in SIZES if size <= self.size]
        Table(columns, rows, sums=[sums], sizes=sizes).draw(paper, LEFT, WIDTH)
        paper.y += 5

    def _fee_for(self, line: FeeLine) -> str:
        if line.by_law:
            return self.word("fee_by_law")
        return self.word("fee_level", level=line.level)

    # below the tables

    def closing(self) -> None:
        """The closing paragraphs; the last one stays with account and seal."""
        value, paper = self.value, self.paper
        for words in value.closing[:-1]:
            paper.paragraph(words)
        last = value.closing[-1] if value.closing else ""
        paper.need(paper.paragraph_height(last) + SEAL + 3 * MM)
        if last:
            paper.paragraph(last)
        gap = "、" if self.language == "zh" else ", "
        enclosures = gap.join(value.enclosures)
        extra = [(self.word("enclosures"), enclosures)] if enclosures else []
        bank_and_seal(paper, value.dated_on, extra)

    def slip(self) -> None:
        """The reply slip: at the foot when there is room, else as a page of its own."""
        paper, rows = self.paper, 2
        if paper.room() < _SLIP + 4 * MM:
            paper.next_page()
            rows = 8
        else:
            paper.y = paper.bottom - _SLIP
            cut_line(paper.page, paper.y, self.word("cut_here"))
        slip_head(paper, self.value.company, self.value.number, paper.y)
        paper.y += 15 * MM
        self._slip_receipt()
        self._slip_agreed()
        self._slip_paid()
        self._slip_objection(rows)

    def _slip_receipt(self) -> None:
        value = self.value
        dated = long_date(value.dated_on, self.language)
        words = self.word("slip_letter", dated=dated, title=value.title, number=value.number)
        self._lines(words, LEFT, WIDTH)

    def _slip_agreed(self) -> None:
        value, paper = self.value, self.paper
        total = money(value.total, self.currency)
        if self.currency == "CNY" and self.language == "zh":
            total += text("zh", "capital", capital=capital(value.total))
        tick_box(paper.page, LEFT, paper.y + 11)
        x = LEFT + 5.4 * MM
        end = self._lines(self.word("slip_agreed", money=total), x, RIGHT - x) + 5
        words = (self.word("slip_pay"), self.word("slip_before"))
        if end + sum(measure(part, 9.5) for part in words) + 52 * MM > RIGHT:
            paper.y += 15
            end = x
        baseline = paper.y - 4
        paper.page.text(end, baseline, words[0], 9.5)
        end = date_blanks(paper, end + measure(words[0], 9.5) + 3, baseline, 9.5)
        paper.page.text(end, baseline, words[1], 9.5)

    def _slip_paid(self) -> None:
        paper = self.paper
        page, baseline = paper.page, paper.y + 13
        tick_box(page, LEFT, baseline)
        x = LEFT + 5.4 * MM
        page.text(x, baseline, self.word("slip_paid"), 9.5)
        x = date_blanks(paper, x + measure(self.word("slip_paid"), 9.5) + 3, baseline, 9.5) + 5
        labels = [self.word(key) for key in ("slip_paid_amount", "slip_paid_bank")]
        room = RIGHT - x - sum(measure(label, 9.5) for label in labels) - 11
        for label in labels:
            page.text(x, baseline, label, 9.5)
            x = blank(page, x + measure(label, 9.5) + 3, baseline, room / 2) + 5
        paper.y += 18

    def _slip_objection(self, rows: int) -> None:
        value, paper = self.value, self.paper
        top = min(paper.y + 4, paper.bottom - SEAL)
        who = (debtor(value.customer, self.language), self.word("reply_seal"))
        seal(paper.page, top, who, self.language)
        tick_box(paper.page, LEFT, paper.y + 13)
        paper.page.text(LEFT + 5.4 * MM, paper.y + 13, self.word("slip_objection"), 9.5)
        paper.y += 19
        headers = [self.word(k) for k in ("invoice_number", "your_amount", "our_amount", "reason")]
        difference_grid(paper, headers, WIDTH - SEAL - 4 * MM, rows)
        answer_lines(paper, paper.y + 5)

    def _lines(self, words: str, x: float, width: float) -> float:
        """Write small lines and return where the last one ends."""
        paper, end = self.paper, x
        for line in break_lines(words, width, 9.5):
            paper.page.text(x, paper.y + 11, line, 9.5)
            end = x + measure(line, 9.5)
            paper.y += 15
        return end


def _label(line: DunningLine) -> str:
    """Return the number of an item, with its instalment."""
    return f"{line.number} ({line.instalment})" if line.instalment else line.number
