"""The letter that tells a customer its new credit limit (信用额度调整通知函)."""

from __future__ import annotations

from domain.credit.limit_papers import LimitNotice
from reports.base import LEFT, WIDTH, Head, Paper, firm
from reports.page import MM, File
from reports.parts import SEAL, labelled, seal
from reports.tables import WORDS, Cells, Column, Table
from reports.texts import amount, currency_name, long_date, short_date, text, unit


def draw(file: File, value: LimitNotice, check: str) -> None:
    """Draw a notice into a file."""
    _LimitNotice(file, value, check).draw()


class _LimitNotice:
    """One notice being drawn."""

    def __init__(self, file: File, value: LimitNotice, check: str) -> None:
        self.value, self.language = value, value.language
        self.paper = Paper(file, self._head(check))

    def draw(self) -> None:
        value, paper = self.value, self.paper
        paper.paragraph(value.salutation, indent=False)
        if self.language == "en":
            paper.y += 6
        for words in value.opening:
            paper.paragraph(words)
        self.change()
        for words in value.closing:
            paper.paragraph(words)
        self.signed()
        paper.finish()

    def word(self, key: str) -> str:
        return text(self.language, key)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "reference"), value.number),
            (text(language, "date"), long_date(value.issued_on, language)),
            (text(language, "currency"), currency_name(value.currency, language)),
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

    def change(self) -> None:
        """The limit before and after, and from when to when."""
        value, paper = self.value, self.paper
        paper.caption(
            self.word("limit_caption"),
            text(self.language, "unit", unit=unit(value.currency, self.language)),
        )
        until = short_date(value.ends_on, self.language) or self.word("limit_open")
        row: Cells = (
            self._limit(value.before),
            self._limit(value.after),
            self._difference(),
            value.terms or "—",
            short_date(value.effective_on, self.language),
            until,
        )
        columns = [
            Column(self.word("limit_before"), "right"),
            Column(self.word("limit_after"), "right"),
            Column(self.word("limit_change"), "right"),
            Column(self.word("limit_terms"), least=WORDS),
            Column(self.word("limit_from")),
            Column(self.word("limit_to"), least=WORDS),
        ]
        Table(columns, [row], bold_column=1).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def _limit(self, minor: int | None) -> str:
        return self.word("limit_none") if minor is None else amount(minor, self.value.currency)

    def _difference(self) -> str:
        before, after = self.value.before, self.value.after
        if before is None or after is None:
            return "—"
        sign = "+" if after > before else ""
        return sign + amount(after - before, self.value.currency)

    def signed(self) -> None:
        """Who to reach, and the space for our seal."""
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
