"""The credit file of a customer on paper."""

from __future__ import annotations

from typing import Final

from domain.credit.file.paper import CreditFilePaper, FileEntry, FileLine
from reports.base import LEFT, WIDTH, debtor, firm
from reports.page import File
from reports.portrait import PortraitPages
from reports.tables import WORDS, Cells, Column, Table
from reports.texts import long_date, short_date, text

_SHOWN_HASH: Final = 16
_SIGN: Final = ("sign_maker", "sign_checker", "sign_date")


def draw(file: File, value: CreditFilePaper, check: str) -> None:
    """Draw a credit file into a file."""
    _CreditFile(file, value).draw(check)


class _CreditFile:
    """One credit file being drawn."""

    def __init__(self, file: File, value: CreditFilePaper) -> None:
        self.value, self.language = value, value.language
        self.pages = PortraitPages(
            file, value.language, self.word("file_title"), firm(value.company, value.language)
        )

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def draw(self, check: str) -> None:
        value, pages = self.value, self.pages
        name = f"{debtor(value.customer, self.language)}　{value.customer.code}"
        pages.line_under(name, self.word("file_as_of", on=long_date(value.as_of, self.language)))
        self.complete()
        pages.heading(self.word("file_master"))
        pages.pairs(value.facts)
        for section in value.sections:
            pages.y += 6
            count = str(len(section.entries)) if section.entries else self.word("file_none")
            pages.heading(section.title, count, keep=64 if section.entries else 24)
            for number, entry in enumerate(section.entries):
                if number:
                    pages.hair()
                self.entry(entry)
        self.files()
        pages.signatures(_SIGN)
        made = self.word("maker", maker=value.maker) if value.maker else ""
        pages.finish(made, self.word("check", check=check))

    def complete(self) -> None:
        """How complete the file is and what it lacks."""
        value, pages = self.value, self.pages
        pages.words(self.word("file_complete", percent=value.percent), bold=True)
        mark = "、" if self.language == "zh" else ", "
        if value.missing:
            pages.words(self.word("file_missing", items=mark.join(value.missing)))
        if value.old:
            pages.words(self.word("file_old", items=mark.join(value.old)))
        pages.y += 4

    def entry(self, entry: FileEntry) -> None:
        """One record: heading with its states, its facts, what is odd about it."""
        pages = self.pages
        pages.need(44)
        states = "　".join(f"[{state}]" for state in entry.states)
        pages.words("　".join(filter(None, (entry.heading, states))), bold=True)
        pages.pairs(entry.facts)
        for remark in entry.remarks:
            pages.words(self.word("file_remark", remark=remark), size=8.5)

    def files(self) -> None:
        """The files kept with it."""
        value, pages = self.value, self.pages
        pages.y += 6
        count = str(len(value.files)) if value.files else self.word("file_none")
        pages.heading(self.word("file_files"), count, keep=64 if value.files else 24)
        if not value.files:
            return
        columns = [
            Column(self.word("row_number"), "centre"),
            Column(self.word("date")),
            Column(self.word("file_name"), least=WORDS),
            Column(self.word("file_belongs"), least=WORDS),
            Column(self.word("file_source"), least=WORDS),
            Column(self.word("file_size"), "right"),
            Column(self.word("file_hash")),
        ]
        rows = [self._row(number, line) for number, line in enumerate(value.files, start=1)]
        Table(columns, rows).draw(pages, LEFT, WIDTH)

    def _row(self, number: int, line: FileLine) -> Cells:
        return (
            str(number),
            short_date(line.on, self.language),
            line.name,
            line.belongs,
            line.source,
            f"{line.size:,}",
            f"{line.sha256[:_SHOWN_HASH]}…",
        )
