"""Forms for the firm's own file: title, facts, tables, paragraphs, lines to sign on.

All words are in place already; a page only lays them out. Unlike a letter, a form goes to
nobody and has no address; it has a number only where it is issued.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.customer import Company
from domain.sheets import Sheet, SheetColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """Labels and values in two columns."""

    rows: tuple[tuple[str, str], ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTable:
    """A table; ``right`` names the columns of numbers, ``bold`` the rows of sums or groups."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    sums: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormText:
    """A paragraph under a heading."""

    title: str
    text: str


FormBlock = FormFacts | FormTable | FormText


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPaper:
    """A form, ready to be printed.

    Attributes:
        subject: whom it is about, in a line under the title.
        signatures: who signs, in the order of the lines at the end.
        number: of one that is issued; ``copy``: it is printed again.
    """

    company: Company
    title: str
    subject: str
    language: str
    dated_on: date
    blocks: tuple[FormBlock, ...]
    signatures: tuple[str, ...] = ()
    number: str = ""
    copy: bool = False

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Everything it says as rows of a table, headings among them."""
        found: list[tuple[str, ...]] = []
        for block in self.blocks:
            if block.title:
                found.append((block.title,))
            if isinstance(block, FormTable):
                found += [block.headers, *block.rows, *block.sums]
            elif isinstance(block, FormFacts):
                found += block.rows
            else:
                found.append((block.text,))
        return tuple(found)


def form_sheet(form: FormPaper) -> Sheet:
    """Return a form as a list for a spreadsheet: one row for each line of it."""
    width = max((len(row) for row in form.rows), default=1)
    columns = tuple(SheetColumn(title="", width=28 if at == 0 else 16) for at in range(width))
    rows = [(*row, *("",) * (width - len(row))) for row in form.rows]
    return Sheet(
        title=form.title,
        company=form.company.name,
        note=form.subject,
        language=form.language,
        columns=columns,
        rows=rows,
    )
