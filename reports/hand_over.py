"""The list of what is handed over to an agency or a lawyer, signed by both."""

from __future__ import annotations

from domain.capital import capital
from domain.recovery.paper import HandOverLine, HandOverPaper
from reports.base import LEFT, RIGHT, WIDTH, Head, Paper, debtor, firm
from reports.evidence import drawable
from reports.page import MM, File
from reports.parts import SEAL, seal
from reports.tables import NUMBER, WORDS, Cells, Column, Table
from reports.texts import amount, currency_name, long_date, money, short_date, text, unit


def draw(file: File, value: HandOverPaper, check: str) -> None:
    """Draw a list into a file."""
    _List(file, value, check).draw()


class _List:
    """One list being drawn."""

    def __init__(self, file: File, value: HandOverPaper, check: str) -> None:
        self.value, self.language, self.currency = value, value.language, value.currency
        self.paper = Paper(file, self._head(check))

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "number"), value.number),
            (text(language, "hand_over_on"), long_date(value.issued_on, language)),
            (text(language, "hand_over_debtor"), debtor(value.debtor, language)),
            (text(language, "currency"), currency_name(value.currency, language)),
        )
        return Head(
            company=value.company,
            customer=value.customer,
            language=language,
            number=value.number,
            title=text(language, "hand_over_title"),
            facts=facts,
            check=check,
            copy=value.copy,
        )

    def draw(self) -> None:
        value, paper = self.value, self.paper
        paper.paragraph(
            self.word(
                "hand_over_opening",
                debtor=debtor(value.debtor, self.language),
                party=value.customer.name,
                act=self.word(f"hand_over_{value.party}"),
                money=self._total(),
            )
        )
        if value.fee:
            space = "：" if self.language == "zh" else ": "
            paper.paragraph(self.word("hand_over_fee") + space + drawable(value.fee))
        self.items()
        self.papers()
        self.gaps()
        paper.paragraph(self.word("hand_over_closing"))
        self.seals()
        paper.finish()

    def _total(self) -> str:
        total = money(self.value.total, self.currency)
        if self.currency == "CNY" and self.language == "zh":
            total += text("zh", "capital", capital=capital(self.value.total))
        return total

    def items(self) -> None:
        """The claims, with how well each is proved."""
        paper, value = self.paper, self.value
        note = self.word("unit", unit=unit(self.currency, self.language))
        paper.caption(self.word("hand_over_items"), note)
        rows = [self._row(number, one) for number, one in enumerate(value.lines, start=1)]
        columns = [
            Column(self.word("row_number"), "centre"),
            Column(self.word("document"), least=NUMBER),
            Column(self.word("issued_on")),
            Column(self.word("due_on_short")),
            Column(self.word("evidence_open"), "right"),
            Column(self.word("hand_over_score"), "right"),
            Column(self.word("hand_over_missing"), least=WORDS),
        ]
        total = amount(value.total, self.currency)
        sums = ("", self.word("total"), "", "", total, "", "")
        Table(columns, rows, sums=[sums], bold_column=4).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def _row(self, number: int, one: HandOverLine) -> Cells:
        return (
            str(number),
            one.number,
            short_date(one.issued_on, self.language),
            short_date(one.due_on, self.language),
            amount(one.open, self.currency),
            f"{one.score} %",
            one.missing or self.word("hand_over_none"),
        )

    def papers(self) -> None:
        """The papers that go with it, numbered as in the bundle."""
        paper = self.paper
        paper.caption(self.word("hand_over_papers"))
        columns = [
            Column(self.word("evidence_number"), "centre"),
            Column(self.word("evidence_name"), least=WORDS),
            Column(self.word("evidence_proves"), least=WORDS),
            Column(self.word("hand_over_pages"), "right"),
        ]
        beside = self.word("evidence_beside")
        rows = [
            (str(one.number), drawable(one.title), one.proves, str(one.pages or beside))
            for one in self.value.pieces
        ]
        Table(columns, rows).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def gaps(self) -> None:
        """What is still to be found."""
        if not self.value.gaps:
            return
        paper = self.paper
        paper.caption(self.word("hand_over_gaps"))
        columns = [
            Column(self.word("evidence_name"), least=WORDS),
            Column(self.word("hand_over_get"), least=WORDS),
        ]
        Table(columns, list(self.value.gaps)).draw(paper, LEFT, WIDTH)
        paper.y += 8

    def seals(self) -> None:
        """Both sides sign, side by side."""
        paper, value = self.paper, self.value
        paper.need(SEAL + 6 * MM)
        top = paper.y + 4 * MM
        ours = (
            self.word("hand_over_given"),
            firm(value.company, self.language),
            long_date(value.issued_on, self.language),
        )
        theirs = (self.word("hand_over_taken"), value.customer.name, "")
        seal(paper.page, top, ours, self.language, right=LEFT + SEAL + 8 * MM)
        seal(paper.page, top, theirs, self.language, right=RIGHT - 8 * MM)
        paper.y = top + SEAL
