"""The receipt for money received: what it paid and what is kept on account."""

from __future__ import annotations

from domain.capital import capital
from domain.papers import ReceiptNote
from reports.base import LEFT, RIGHT, WIDTH, Head, Paper, debtor, firm
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File
from reports.parts import SEAL, labelled, seal
from reports.tables import MIDDLE, NUMBER, THICK, Cells, Column, Table
from reports.texts import (
    amount,
    currency_name,
    dashed,
    long_date,
    money,
    optional,
    short_date,
    text,
    unit,
)


def draw(file: File, value: ReceiptNote, check: str) -> None:
    """Draw a receipt into a file."""
    _Receipt(file, value, check).draw()


class _Receipt:
    """One receipt being drawn."""

    def __init__(self, file: File, value: ReceiptNote, check: str) -> None:
        self.value, self.language, self.currency = value, value.language, value.currency
        self.paper = Paper(file, self._head(check))

    def draw(self) -> None:
        self.paper.y += 2 * MM
        self.sum()
        self.origin()
        if self.value.uses:
            self.uses()
        self.kept()
        self.signed()
        self.paper.finish()

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def amount(self, minor: int) -> str:
        return amount(minor, self.currency)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "number"), value.number),
            (text(language, "date"), long_date(value.issued_on, language)),
            (text(language, "currency"), currency_name(self.currency, language)),
            (text(language, "customer_code"), value.customer.code),
        )
        return Head(
            company=value.company,
            customer=value.customer,
            language=language,
            number=value.number,
            title=text(language, "receipt_title"),
            facts=[fact for fact in facts if fact[1]],
            check=check,
            copy=value.copy,
        )

    def sum(self) -> None:
        """The amount received, in figures and for renminbi in words."""
        value, paper = self.value, self.paper
        page, label = paper.page, self.word("amount_received")
        figures = money(value.amount, self.currency)
        page.rule(LEFT, RIGHT, paper.y, THICK)
        y = paper.y + 17
        page.text(LEFT + 3.2, y, label, 11, bold=True)
        page.right(RIGHT - 3.2, y, figures, 12, bold=True)
        x = LEFT + 3.2 + measure(label, 11, bold=True) + 16
        if self.currency == "CNY":
            room = RIGHT - 20 - measure(figures, 12, bold=True) - x
            for line in break_lines(capital(value.amount), room, 10.5, bold=True):
                page.text(x, y, line, 10.5, bold=True)
                y += 13
            y -= 13
        paper.y = y + 9
        page.rule(LEFT, RIGHT, paper.y, MIDDLE)

    def origin(self) -> None:
        """From whom, when and how the money came."""
        value, paper = self.value, self.paper
        method = optional(self.language, f"method.{value.method}", value.method)
        customer = debtor(value.customer, self.language)
        payer = value.payer if value.payer != customer else ""
        rows = (
            ("received_from", customer),
            ("payer", payer),
            ("received_on", long_date(value.received_on, self.language)),
            ("method", method),
            ("bank_reference", value.reference),
        )
        shown = [(self.word(key), words) for key, words in rows if words]
        paper.y = labelled(paper, paper.y + 5, shown, WIDTH) + 3
        paper.page.rule(LEFT, RIGHT, paper.y, THICK)
        paper.y += 8

    def uses(self) -> None:
        """The documents that the money paid."""
        value, paper = self.value, self.paper
        note = self.word("unit", unit=unit(self.currency, self.language))
        paper.caption(self.word("receipt_uses"), note)
        rows: list[Cells] = [
            (
                str(number),
                use.number,
                short_date(use.issued_on, self.language),
                self.amount(use.amount),
                self.amount(use.used),
                dashed(use.left, self.currency),
            )
            for number, use in enumerate(value.uses, start=1)
        ]
        columns = [
            Column(self.word("row_number"), "centre"),
            Column(self.word("document"), least=NUMBER),
            Column(self.word("issued_on")),
            Column(self.word("original"), "right"),
            Column(self.word("used"), "right"),
            Column(self.word("left"), "right"),
        ]
        used = sum(use.used for use in value.uses)
        sums = ("", self.word("used_total"), "", "", self.amount(used), "")
        Table(columns, rows, sums=[sums], bold_column=4).draw(paper, LEFT, WIDTH)

    def kept(self) -> None:
        """What stays on account."""
        value, paper = self.value, self.paper
        if not value.unapplied:
            paper.y += 6
            return
        paper.need(30)
        paper.page.text(LEFT + 3.2, paper.y + 16, self.word("kept"), 9.5)
        paper.page.right(RIGHT - 3.2, paper.y + 16, self.amount(value.unapplied), 9.5, bold=True)
        paper.page.rule(LEFT, RIGHT, paper.y + 23, MIDDLE)
        paper.y += 30

    def signed(self) -> None:
        """Thanks, contact and the space for the seal."""
        value, paper = self.value, self.paper
        paper.need(SEAL + 8 * MM)
        top = paper.y + 4 * MM
        words = (
            firm(value.company, self.language),
            self.word("seal"),
            long_date(value.issued_on, self.language),
        )
        seal(paper.page, top, words, self.language)
        room = WIDTH - SEAL - 8 * MM
        y = top + 4 * MM
        for line in break_lines(self.word("receipt_thanks"), room, 10.5):
            paper.page.text(LEFT, y + 11, line, 10.5)
            y += 16
        company = value.company
        gap = "　" if self.language == "zh" else "  "
        reach = gap.join(filter(None, (company.contact, company.phone)))
        if reach:
            labelled(paper, y + 6, [(self.word("contact"), reach)], room)
        paper.y = top + SEAL
