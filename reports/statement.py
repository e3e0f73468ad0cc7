"""The statement of account (往来款项对账单) with its reply slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.capital import capital
from domain.papers import StatementLine, StatementOfAccount
from reports.base import LEFT, RIGHT, WIDTH, Head, Paper, firm
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File
from reports.parts import (
    SEAL,
    answer_lines,
    bank_rows,
    cut_line,
    difference_grid,
    labelled,
    seal,
    slip_head,
    strip,
    tick_box,
)
from reports.tables import NUMBER, WORDS, Cells, Column, Table
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

_SLIP: Final = 68 * MM
_STRIP_PART: Final = 27 * MM


def draw(file: File, value: StatementOfAccount, check: str) -> None:
    """Draw a statement into a file."""
    _Statement(file, value, check).draw()


class _Statement:
    """One statement being drawn."""

    def __init__(self, file: File, value: StatementOfAccount, check: str) -> None:
        self.value, self.language, self.currency = value, value.language, value.currency
        self.paper = Paper(file, self._head(check))
        self.activity, self.items = _parted(value)

    def draw(self) -> None:
        self.paper.y -= 1.0 * MM
        self.summary()
        if self.value.style != "open-item":
            self.movements()
        if self.value.style != "activity":
            self.open_items()
        self.ageing()
        self.notes_and_seal()
        self.slip()
        self.paper.finish()

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def amount(self, minor: int) -> str:
        return amount(minor, self.currency)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        period = text(
            language,
            "period_value",
            start=short_date(value.from_on, language),
            end=short_date(value.to_on, language),
        )
        facts = (
            (text(language, "number"), value.number),
            (text(language, "period"), period),
            (text(language, "cut_off"), short_date(value.to_on, language)),
            (text(language, "currency"), currency_name(self.currency, language)),
            (text(language, "customer_code"), value.customer.code),
        )
        return Head(
            company=value.company,
            customer=value.customer,
            language=language,
            number=value.number,
            title=text(language, "statement_title"),
            facts=[fact for fact in facts if fact[1]],
            check=check,
            copy=value.copy,
        )

    # summary

    def summary(self) -> None:
        """Opening, movements and closing on one line, then the sum in words."""
        value, paper = self.value, self.paper
        keys = ("opening", "plus_debits", "minus_receipts", "minus_credits", "equals_closing")
        sums = (value.opening, value.debits, value.receipts, value.credits, value.closing)
        table = Table(
            [Column(self.word(key), "right") for key in keys],
            [tuple(self.amount(part) for part in sums)],
            sizes=(10.0, 9.0, 8.0, 7.0, 6.0),
            pitch=1.55,
            bold_column=len(keys) - 1,
        )
        table.draw(paper, LEFT, WIDTH)
        paper.y += 2.5
        self._closing_in_words()

    def _closing_in_words(self) -> None:
        value, paper = self.value, self.paper
        label, words = self.word("closing_words"), money(value.closing, self.currency)
        if self.currency == "CNY":
            label, words = self.word("closing_capital"), capital(value.closing)
        rest = self.word(
            "of_which",
            overdue=self.amount(value.overdue),
            unapplied=self.amount(value.unapplied),
        )
        size, x, page = 10.0, LEFT, paper.page
        page.text(x, paper.y + 12, label, size)
        x += measure(label, size)
        page.text(x, paper.y + 12, words, size, bold=True)
        x += measure(words, size, bold=True) + 2 * size
        if x + measure(rest, size) > RIGHT:
            paper.y += 15
            x = LEFT
        page.text(x, paper.y + 12, rest, size)
        paper.y += 16

    # tables

    def movements(self) -> None:
        """The movements with their running balance."""
        paper = self.paper
        paper.caption(self.word("movements"), self._unit(), keep=30 * MM)
        rows = [self._movement(line) for line in self.activity]
        table = Table(
            [
                Column(self.word("statement_date")),
                Column(self.word("kind")),
                Column(self.word("document"), least=NUMBER),
                Column(self.word("summary"), least=WORDS),
                Column(self.word("debit"), "right"),
                Column(self.word("credit"), "right"),
                Column(self.word("balance"), "right"),
                Column(self.word("due_on"), "right"),
            ],
            rows,
            sums=[self._movement_total()],
            carry=self._carried,
        )
        table.draw(paper, LEFT, WIDTH)

    def _movement(self, line: StatementLine) -> Cells:
        forward = line.kind == "brought_forward"
        words = self.word("brought_forward") if forward else line.text
        return (
            short_date(line.on, self.language),
            "" if forward else optional(self.language, f"kind.{line.kind}", line.kind),
            line.number,
            words + (self.word("disputed_mark") if line.disputed else ""),
            self.amount(line.debit) if line.debit else "",
            self.amount(line.credit) if line.credit else "",
            self.amount(line.balance),
            short_date(line.due_on, self.language),
        )

    def _movement_total(self) -> Cells:
        value = self.value
        return (
            short_date(value.to_on, self.language),
            "",
            "",
            self.word("period_total"),
            self.amount(value.debits),
            self.amount(sum(line.credit for line in self.activity)),
            self.amount(value.closing),
            "",
        )

    def _carried(self, done: int) -> tuple[Cells, Cells]:
        """Return 过次页 and 承前页 after some lines: turnover so far and balance."""
        before = self.activity[:done]
        sums = (
            self.amount(sum(line.debit for line in before)),
            self.amount(sum(line.credit for line in before)),
            self.amount(before[-1].balance),
        )
        over, brought = self.word("carried_over"), self.word("brought_over")
        return ("", "", "", over, *sums, ""), ("", "", "", brought, *sums, "")

    def open_items(self) -> None:
        """The open items with what was settled of each."""
        paper = self.paper
        second = self.value.style == "detailed"
        paper.caption(
            self.word("open_items_also" if second else "open_items"), self._unit(), keep=30 * MM
        )
        table = Table(
            [
                Column(self.word("statement_date")),
                Column(self.word("kind")),
                Column(self.word("document"), least=NUMBER),
                Column(self.word("summary"), least=WORDS),
                Column(self.word("due_on")),
                Column(self.word("original"), "right"),
                Column(self.word("paid"), "right"),
                Column(self.word("open"), "right"),
                Column(self.word("days"), "right"),
            ],
            [self._item(line) for line in self.items],
            sums=[self._item_sums(self.items, self.word("open_total"))],
            carry=self._items_carried,
            bold_column=7,
        )
        table.draw(paper, LEFT, WIDTH)

    def _item(self, line: StatementLine) -> Cells:
        return (
            short_date(line.on, self.language),
            optional(self.language, f"kind.{line.kind}", line.kind),
            line.number,
            line.text + (self.word("disputed_mark") if line.disputed else ""),
            short_date(line.due_on, self.language),
            self.amount(line.amount),
            dashed(line.settled, self.currency),
            self.amount(line.balance),
            str(line.days_overdue) if (line.days_overdue or 0) > 0 else "",
        )

    def _item_sums(self, lines: Sequence[StatementLine], label: str) -> Cells:
        sums = (
            self.amount(sum(line.amount for line in lines)),
            self.amount(sum(line.settled for line in lines)),
            self.amount(sum(line.balance for line in lines)),
        )
        return ("", "", "", label, "", *sums, "")

    def _items_carried(self, done: int) -> tuple[Cells, Cells]:
        before = self.items[:done]
        return (
            self._item_sums(before, self.word("carried_over")),
            self._item_sums(before, self.word("brought_over")),
        )

    def _unit(self) -> str:
        return self.word("unit", unit=unit(self.currency, self.language))

    # below the tables

    def ageing(self) -> None:
        """The ageing strip with its figures."""
        value, paper = self.value, self.paper
        key = "ageing_third" if value.style == "detailed" else "ageing_second"
        note = self.word("ageing_basis", on=short_date(value.to_on, self.language))
        paper.caption(self.word(key), note, keep=_STRIP_PART)
        strip(paper, value.ageing, value.unapplied, value.closing, self.currency)

    def notes_and_seal(self) -> None:
        """Notes and account at the left, the space for the seal at the right."""
        value, paper = self.value, self.paper
        paper.need(SEAL + 4)
        top = paper.y + 4
        dated = long_date(value.issued_on, self.language)
        words = (firm(value.company, self.language), self.word("seal"), dated)
        seal(paper.page, top, words, self.language)
        lower = self._notes(top + 2) + 3
        rows = bank_rows(value.company, self.language)
        lower = labelled(paper, lower, rows, WIDTH - SEAL - 6 * MM)
        paper.y = max(top + SEAL, lower)

    def _notes(self, y: float) -> float:
        value, label, size = self.value, self.word("notes"), 9.5
        page, email = self.paper.page, value.company.email
        page.text(LEFT, y + 11, label, size)
        by = long_date(value.reply_by, self.language)
        sent = self.word("note_email", email=email) if email else ""
        notes = (self.word("note_reserve"), self.word("note_reply", on=by, email=sent))
        x = LEFT + measure(label, size) + (3 if self.language == "en" else 0)
        room = RIGHT - SEAL - 5 * MM - x
        for number, note in enumerate(notes, start=1):
            for line in break_lines(f"{number}. {note}", room, size):
                page.text(x, y + 11, line, size)
                y += 14.2
        return y

    # reply slip

    def slip(self) -> None:
        """The reply slip below a cut line, at the foot of the last page."""
        paper = self.paper
        if paper.room() < _SLIP + 2 * MM:
            paper.next_page()
        top = paper.bottom - _SLIP
        cut_line(paper.page, top, self.word("cut_here"))
        slip_head(paper, self.value.company, self.value.number, top, (7.4, 11.8))
        self._slip_answers(top + 13.5 * MM)

    def _slip_answers(self, y: float) -> None:
        value, paper, page = self.value, self.paper, self.paper.page
        key = "confirm_agreed" if value.closing >= 0 else "confirm_advance"
        owed = abs(value.closing)
        words = money(owed, self.currency)
        if self.currency == "CNY" and self.language == "zh":
            words += text("zh", "capital", capital=capital(owed))
        on = long_date(value.to_on, self.language)
        tick_box(page, LEFT, y + 11)
        agreed = self.word(key, on=on, money=words)
        lines = break_lines(agreed, WIDTH - 6 * MM, 9.5)
        if len(lines) > 1:
            # What does not fit above the space for the seal stands beside it.
            lines = break_lines(agreed, WIDTH - SEAL - 10 * MM, 9.5)
        for line in lines:
            page.text(LEFT + 5.4 * MM, y + 11, line, 9.5)
            y += 13.5
        y += 2
        seal_top = min(y, paper.bottom - SEAL)
        customer = value.customer
        name = customer.name if self.language == "zh" else customer.name_en or customer.name
        seal(page, seal_top, (name, self.word("reply_seal")), self.language)
        tick_box(page, LEFT, y + 11)
        page.text(LEFT + 5.4 * MM, y + 11, self.word("confirm_differs"), 9.5)
        paper.y = y + 16
        headers = [self.word(k) for k in ("document", "your_amount", "our_amount", "reason")]
        difference_grid(paper, headers, WIDTH - SEAL - 4 * MM)
        answer_lines(paper, paper.y + 6)
        paper.y = paper.bottom


def _parted(value: StatementOfAccount) -> tuple[list[StatementLine], list[StatementLine]]:
    """Part the lines into movements and open items; in "detailed" the items follow."""
    lines = list(value.lines)
    if value.style == "activity":
        return lines, []
    if value.style == "open-item":
        return [], lines
    border = next((at for at, line in enumerate(lines) if line.amount), len(lines))
    return lines[:border], lines[border:]
