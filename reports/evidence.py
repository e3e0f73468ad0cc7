"""Cover and contents of an evidence bundle: portrait pages before the exhibits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.evidence.bundle import EvidenceFront, Exhibit, labelled, problem_words
from reports.base import LEFT, RIGHT, WIDTH, debtor, firm
from reports.breaking import break_lines
from reports.fonts import measure, missing_glyphs
from reports.page import MM, File, Page
from reports.parts import SEAL, seal
from reports.tables import NUMBER, WORDS, Cells, Column, Table
from reports.texts import amount, currency_name, long_date, short_date, text

_TOP: Final = 24 * MM
_BOTTOM: Final = 281 * MM
_FOOT_RULE: Final = 284 * MM
_FOOT_Y: Final = 288.4 * MM
_NOTE: Final = 7.5
_HASH_SIZES: Final = (7.0, 6.5, 6.0)


def drawable(words: str) -> str:
    """Return a text with a box for each character that no font has: names of files have any."""
    missing = set(missing_glyphs(words))
    return "".join("□" if c in missing else c for c in words) if missing else words


def draw(file: File, value: EvidenceFront, check: str) -> None:
    """Draw cover, contents and check sums into a file."""
    _Front(file, value, check).draw()


class _Front:
    """The pages being drawn; a table flows over them."""

    def __init__(self, file: File, value: EvidenceFront, check: str) -> None:
        self._file, self.value, self._check = file, value, check
        self.language = value.language
        self.bottom = _BOTTOM
        self._pages: list[Page] = []
        self.page = self._add()
        self.y = _TOP

    def _add(self) -> Page:
        page = self._file.page()
        self._pages.append(page)
        return page

    def next_page(self) -> None:
        """Go on to another page."""
        self.page = self._add()
        self.y = _TOP

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def draw(self) -> None:
        self.cover()
        self.next_page()
        self.heading(self.word("evidence_contents"))
        self.contents()
        self.hashes()
        self.foot()

    # cover

    def cover(self) -> None:
        """Title, parties, what is claimed, the invoices, the space for our seal."""
        value, language, page = self.value, self.language, self.page
        middle = (LEFT + RIGHT) / 2
        title = self.word("evidence_title")
        page.spoken(title)
        gap = 10.0 if language == "zh" else 1.0
        page.centre(middle, 62 * MM, title, 28, bold=True, gap=gap)
        page.spoken("")
        page.rule(LEFT + 30 * MM, RIGHT - 30 * MM, 70 * MM, 0.35 * MM)
        count = len(value.exhibits)
        self.y = 82 * MM
        self.labelled(
            (
                ("evidence_party", drawable(firm(value.company, language))),
                ("evidence_debtor", drawable(debtor(value.customer, language))),
                ("evidence_debtor_code", value.customer.code),
                ("evidence_as_of", long_date(value.as_of, language)),
                ("evidence_made", long_date(value.made_on, language)),
                (
                    "evidence_extent",
                    self.word("evidence_extent_value", count=count, pages=value.pages),
                ),
            )
        )
        self.y += 5 * MM
        self.sums()
        self.invoices()
        self.sealed()

    def labelled(self, lines: Sequence[tuple[str, str]]) -> None:
        size = 11.0
        width = max(measure(self.word(key), size) for key, _value in lines) + 14
        for key, said in lines:
            self.page.text(LEFT + 12 * MM, self.y, self.word(key), size)
            self.page.text(LEFT + 12 * MM + width, self.y, said, size, bold=True)
            self.y += 19

    def caption(self, key: str) -> None:
        """Add the caption of a table, on a page that has room for some of it."""
        if self.y + 60 > self.bottom:
            self.next_page()
        self.page.text(LEFT, self.y + 10, self.word(key), 10, bold=True)
        self.y += 16

    def sums(self) -> None:
        self.caption("evidence_claims")
        rows = [
            (
                currency_name(one.currency, self.language),
                str(one.invoices),
                amount(one.amount, one.currency),
                amount(one.open, one.currency),
                "—" if one.interest is None else amount(one.interest, one.currency),
            )
            for one in self.value.sums
        ]
        keys = ("evidence_count", "evidence_billed", "evidence_open", "evidence_interest")
        heads = [Column(self.word(key), "right") for key in keys]
        columns = [Column(self.word("currency")), *heads]
        Table(columns, rows, bold_column=3).draw(self, LEFT, WIDTH)
        self.y += 6 * MM

    def invoices(self) -> None:
        self.caption("evidence_invoices")
        rows = [
            (
                one.number,
                short_date(one.issued_on, self.language),
                short_date(one.due_on, self.language),
                one.currency,
                amount(one.amount, one.currency),
                amount(one.open, one.currency),
            )
            for one in self.value.invoices
        ]
        columns = [
            Column(self.word("document"), least=NUMBER),
            Column(self.word("issued_on")),
            Column(self.word("due_on_short")),
            Column(self.word("currency")),
            Column(self.word("evidence_billed"), "right"),
            Column(self.word("evidence_open"), "right"),
        ]
        Table(columns, rows).draw(self, LEFT, WIDTH)

    def sealed(self) -> None:
        if self.y + SEAL + 8 * MM > self.bottom:
            self.next_page()
        value, language = self.value, self.language
        name = drawable(firm(value.company, language))
        words = (name, self.word("seal"), long_date(value.made_on, language))
        seal(self.page, max(self.y + 6 * MM, self.bottom - SEAL - 2 * MM), words, language)

    # contents

    def heading(self, words: str) -> None:
        gap = 4.0 if self.language == "zh" else 0.4
        self.page.spoken(words)
        self.page.centre((LEFT + RIGHT) / 2, self.y, words, 16, bold=True, gap=gap)
        self.page.spoken("")
        self.y += 8 * MM

    def contents(self) -> None:
        """The exhibits: what they are, what they prove, where they stand."""
        columns = [
            Column(self.word("evidence_number"), "centre"),
            Column(self.word("evidence_name"), least=WORDS),
            Column(self.word("evidence_proves"), least=WORDS),
            Column(self.word("evidence_source"), least=WORDS),
            Column(self.word("date")),
            Column(self.word("evidence_pages"), "centre"),
        ]
        Table(columns, [self._line(one) for one in self.value.exhibits]).draw(self, LEFT, WIDTH)
        self.y += 4 * MM
        lines = break_lines(self.word("evidence_note"), WIDTH, _NOTE)
        if self.y + 14 * len(lines) > self.bottom:
            self.next_page()
        for line in lines:
            self.page.text(LEFT, self.y + 8, line, _NOTE)
            self.y += 10.5
        self.y += 4 * MM

    def _line(self, one: Exhibit) -> Cells:
        name = drawable(labelled(one.title, one.invoices))
        said = problem_words(one.problem, self.language)
        source = drawable(one.source)
        return (
            str(one.number),
            name,
            one.proves,
            f"{source}；{said}"
            if said and self.language == "zh"
            else f"{source}; {said}"
            if said
            else source,
            short_date(one.dated_on, self.language),
            self._span(one),
        )

    def _span(self, one: Exhibit) -> str:
        if not one.pages:
            return self.word("evidence_beside")
        last = one.first_page + one.pages - 1
        return str(one.first_page) if one.pages == 1 else f"{one.first_page}–{last}"

    def hashes(self) -> None:
        """The check sum of every file."""
        self.caption("evidence_hashes")
        rows = [(str(one.number), drawable(one.path), one.sha256) for one in self.value.exhibits]
        columns = [
            Column(self.word("evidence_number"), "centre"),
            Column(self.word("evidence_file"), least=WORDS),
            Column(self.word("evidence_hash")),
        ]
        Table(columns, rows, sizes=_HASH_SIZES).draw(self, LEFT, WIDTH)

    def foot(self) -> None:
        """Write the foot of every page; these pages are counted apart from the exhibits."""
        for number, page in enumerate(self._pages, start=1):
            page.rule(LEFT, RIGHT, _FOOT_RULE, 0.25 * MM)
            page.text(LEFT, _FOOT_Y, self.word("evidence_title"), 8)
            pages = self.word("page", page=number, pages=len(self._pages))
            page.centre((LEFT + RIGHT) / 2, _FOOT_Y, pages, 8)
            page.right(RIGHT, _FOOT_Y, self.word("check", check=self._check), 8)
