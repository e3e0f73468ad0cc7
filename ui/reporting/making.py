"""A report made off the screen: its value, the pages shown, the line that ties it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from domain.forms import FormPaper, form_sheet
from domain.listing import ListFilter
from domain.papers import AgeingReport
from domain.ports import BookReader
from domain.sheets import Cell, Sheet
from ui import format as fmt
from ui.gallery import Report
from ui.marks import translate
from ui.ports import Papers

#: Rows laid out for the preview; paper and files always get all of them.
SHOWN: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report that was made.

    ``balances`` are what the customer list says for the same date, by currency;
    None where the report was narrowed and cannot be compared.
    """

    value: Any
    rows: int
    balances: dict[str, int] | None = None

    def is_cut(self) -> bool:
        """Whether the preview leaves rows out."""
        return self.rows > SHOWN


def make(
    report: Report, reader: BookReader, params: Mapping[str, str], language: str, today: date
) -> Made:
    """Build a report from the book."""
    value = report.build(reader, params, language, today)
    balances = None
    narrowed = params.get("customer") or params.get("currency")
    if isinstance(value, AgeingReport) and not narrowed:
        where = ListFilter(as_of=value.as_of)
        balances = {one.currency: one.open for one in reader.customers.totals(where)}
    return Made(value=value, rows=_rows(value), balances=balances)


def has_table(value: Any) -> bool:
    """Whether a report is rows under headers; another paper has pages only."""
    return isinstance(value, AgeingReport | Sheet | FormPaper)


def _rows(value: Any) -> int:
    """Return the rows of a report; another paper counts as one."""
    return len(value.rows) if has_table(value) else 1


def pages(papers: Papers, value: Any, *, limit: int | None = None) -> bytes:
    """Return the pages of a report; ``limit`` leaves out what the preview does not show."""
    cut = not isinstance(value, FormPaper) and limit is not None and _rows(value) > limit
    if cut:
        value = replace(value, rows=value.rows[:limit])
    return papers.sheet_pdf(value) if isinstance(value, Sheet) else papers.render(value)


def sheet(papers: Papers, value: Any) -> Sheet:
    """Return a report as a list for files and the clipboard."""
    if isinstance(value, FormPaper):
        return form_sheet(value)
    found = papers.sheet_of(value) if isinstance(value, AgeingReport) else value
    assert isinstance(found, Sheet)  # noqa: S101 (tells the type checker)
    return found


def clip_text(found: Sheet) -> str:
    """Return a sheet as tab-separated text with a header; numbers plain, for spreadsheets."""
    lines = ["\t".join(one.title for one in found.columns)]
    lines += ["\t".join(_plain(cell) for cell in row) for row in found.rows]
    return "\n".join(lines)


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else str(cell).replace("\t", " ")


def tie_line(made: Made) -> str:
    """Return the line above the page: how many, how much, and whether it ties."""
    if not made.rows:
        return translate(
            "Reports", "Nothing to report. Choose another date, or import a file with Ctrl+I."
        )
    if not has_table(made.value):
        return translate("Reports", "Ready to print")
    if not isinstance(made.value, AgeingReport):
        return translate("Reports", "%n row(s)", None, made.rows)
    if made.value.by == "customer":
        parts = [translate("Reports", "%n customer(s)", None, _customers(made.value))]
    else:
        items = sum(total.items for total in made.value.totals)
        parts = [translate("Reports", "%n open item(s)", None, items)]
    several = len(made.value.totals) > 1
    said = translate("Reports", "balance {balance}, overdue {overdue}")
    for total in made.value.totals:
        figures = said.format(
            balance=fmt.money(total.balance, total.currency),
            overdue=fmt.money(total.overdue(), total.currency),
        )
        parts.append(f"{total.currency} {figures}" if several else figures)
    return " · ".join(parts)


def _customers(report: AgeingReport) -> int:
    return len({row.code for row in report.rows})


def ties(made: Made) -> bool | None:
    """Return whether the balances are those of the customer list; None where not compared."""
    if made.balances is None or not made.rows or not isinstance(made.value, AgeingReport):
        return None
    mine = {total.currency: total.balance for total in made.value.totals if total.balance}
    return mine == {code: minor for code, minor in made.balances.items() if minor}
