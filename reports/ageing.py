"""The ageing report: landscape, a run of pages per currency, page and grand totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from domain.money import round_half_up
from domain.papers import AgeingReport, AgeingRow
from reports.base import firm
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import A4_LANDSCAPE, MM, File, Page
from reports.parts import blank
from reports.tables import NUMBER, WORDS, Cells, Column, Table
from reports.texts import amount, bucket, dashed, long_date, short_date, text, unit

LEFT: Final = 14 * MM
RIGHT: Final = A4_LANDSCAPE[0] - 14 * MM
_TOP: Final = 16 * MM
_BOTTOM: Final = 189 * MM
_FOOT_RULE: Final = 194 * MM
_FOOT_Y: Final = 198.5 * MM
_SIGN: Final = 11 * MM
_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)

#: Header, alignment, cell of a row, cell of a sum; None for a sum leaves it empty.
_Shown = tuple[Column, Callable[[AgeingRow], str], Callable[["_Sums"], str] | None]


def draw(file: File, value: AgeingReport, check: str) -> None:
    """Draw an ageing report into a file."""
    _Report(file, value, check).draw()


class _Sums:
    """Foot of a page or of the report: what its rows come to."""

    def __init__(self, rows: Sequence[AgeingRow]) -> None:
        self.balance = sum(row.balance for row in rows)
        self.unapplied = sum(row.unapplied for row in rows)
        self.buckets = tuple(map(sum, zip(*(row.buckets for row in rows), strict=True)))
        self.overdue = sum(row.overdue() for row in rows)
        self.oldest_days = max((row.oldest_days for row in rows), default=0)


class _Report:
    """One report being drawn; a table flows over its pages."""

    def __init__(self, file: File, value: AgeingReport, check: str) -> None:
        self.file, self.value, self.check = file, value, check
        self.language, self.currency = value.language, ""
        self.by_item = value.by == "item"
        self.bottom = _BOTTOM
        self.pages: list[Page] = []
        self.y = 0.0
        self.page = file.page(A4_LANDSCAPE)
        self.pages.append(self.page)

    def draw(self) -> None:
        for number, total in enumerate(self.value.totals):
            self.currency = total.currency
            if number:
                self._turn()
            self._top()
            rows = [row for row in self.value.rows if row.currency == total.currency]
            self.table(rows, total)
            self._signatures()
        if not self.value.totals:
            self._top()
            words = self.word("no_rows")
            self.page.centre((LEFT + RIGHT) / 2, self.y + 30, words, 10.5)
            self._signatures()
        for number, page in enumerate(self.pages, start=1):
            self._foot(page, number)

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    # pages

    def _turn(self) -> None:
        self.page = self.file.page(A4_LANDSCAPE)
        self.pages.append(self.page)

    def next_page(self) -> None:
        """Go on to another page with the same head."""
        self._turn()
        self._top()

    def _top(self) -> None:
        """Draw the title and the line under it: firm, date and basis, unit."""
        value, page, language = self.value, self.page, self.language
        title = self.word("ageing_title_items" if self.by_item else "ageing_title")
        middle = (LEFT + RIGHT) / 2
        page.spoken(title)
        page.centre(middle, _TOP, title, 16, bold=True, gap=3.0 if language == "zh" else 0.4)
        page.spoken("")
        y = _TOP + 7.5 * MM
        key = "as_of_document" if value.basis == "document" else "as_of_due"
        told = self.word(key, on=long_date(value.as_of, language))
        page.centre(middle, y, told, 9)
        company = self.word("compiled_by", company=firm(value.company, language))
        room = middle - measure(told, 9) / 2 - LEFT - 12
        for number, line in enumerate(reversed(break_lines(company, room, 9))):
            page.text(LEFT, y - 11 * number, line, 9)
        if self.currency:
            words = self.word("unit", unit=unit(self.currency, language))
            page.right(RIGHT, y, words, 9)
        self.y = y + 2.2 * MM

    def _foot(self, page: Page, number: int) -> None:
        value = self.value
        page.rule(LEFT, RIGHT, _FOOT_RULE, 0.25 * MM)
        made = [self.word("maker", maker=value.maker)] if value.maker else []
        page.text(LEFT, _FOOT_Y, "　".join((*made, value.printed_at)).strip(), 8)
        pages = self.word("page", page=number, pages=len(self.pages))
        page.centre((LEFT + RIGHT) / 2, _FOOT_Y, pages, 8)
        page.right(RIGHT, _FOOT_Y, self.word("check", check=self.check), 8)

    def _signatures(self) -> None:
        """Draw the lines to sign on under the last table of a currency."""
        y = _BOTTOM
        step = (RIGHT - LEFT) / 3
        for number, key in enumerate(("sign_maker", "sign_checker", "sign_head")):
            x = LEFT + step * number
            label = self.word(key)
            self.page.text(x, y, label, 9)
            blank(self.page, x + measure(label, 9) + 5, y, 45 * MM)

    # table

    def table(self, rows: Sequence[AgeingRow], total: AgeingRow) -> None:
        """Draw the rows of one currency."""
        shown = self._shown(rows)
        label = 1
        key = "grand_items" if self.by_item else "grand_customers"

        def foot(sums: _Sums, words: str) -> Cells:
            cells = [cell(sums) if cell else "" for _, _, cell in shown]
            cells[label] = words
            return tuple(cells)

        start = [0]

        def carry(done: int) -> tuple[Cells, Cells]:
            page_rows = rows[start[0] : done]
            if done < len(rows):
                start[0] = done
            return foot(_Sums(page_rows), self.word("page_total")), tuple("" for _ in shown)

        def last_page() -> Cells | None:
            words = self.word("last_page_total")
            return foot(_Sums(rows[start[0] :]), words) if start[0] else None

        grand = foot(_Sums([total]), self.word(key, count=len(rows)))
        table = Table(
            [column for column, _, _ in shown],
            [tuple(cell(row) for _, cell, _ in shown) for row in rows],
            sums=[grand],
            carry=carry,
            page_sum=last_page,
            sizes=_SIZES,
            pitch=1.62,
        )
        table.draw(self, LEFT, RIGHT - LEFT, keep=_SIGN)

    def _shown(self, rows: Sequence[AgeingRow]) -> list[_Shown]:
        """Return the columns; buckets without date and unapplied money only where there are any."""
        currency, language = self.currency, self.language

        def column(key: str) -> Column:
            return Column(self.word(key), "right")

        def net(cell: AgeingRow | _Sums) -> str:
            return amount(cell.balance, currency)

        shown: list[_Shown] = [
            (Column(self.word("code")), lambda row: row.code, None),
            (Column(self.word("customer"), least=WORDS), lambda row: row.name, None),
        ]
        if self.by_item:
            shown += [
                (Column(self.word("document_number"), least=NUMBER), lambda row: row.number, None),
                (Column(self.word("issued_on")), lambda r: short_date(r.issued_on, language), None),
                (Column(self.word("due_on")), lambda r: short_date(r.due_on, language), None),
            ]
        shown.append((column("net_balance"), net, net))
        shown += [
            self._bucket(position, key)
            for position, key in enumerate(self.value.keys)
            if key != "no_due_date" or any(row.buckets[position] for row in rows)
        ]
        return shown + self._last(rows)

    def _bucket(self, position: int, key: str) -> _Shown:
        def cell(of: AgeingRow | _Sums) -> str:
            return dashed(of.buckets[position], self.currency)

        return Column(bucket(key, self.language), "right"), cell, cell

    def _last(self, rows: Sequence[AgeingRow]) -> list[_Shown]:
        """Return the columns right of the buckets."""

        def unapplied(of: AgeingRow | _Sums) -> str:
            return dashed(-of.unapplied, self.currency)

        def overdue(of: AgeingRow | _Sums) -> str:
            minor = of.overdue if isinstance(of, _Sums) else of.overdue()
            return dashed(minor, self.currency)

        def share(of: AgeingRow | _Sums) -> str:
            minor = of.overdue if isinstance(of, _Sums) else of.overdue()
            owed = sum(of.buckets)
            tenths = round_half_up(minor * 1000, owed) if owed else 0
            return f"{tenths // 10}.{tenths % 10}" if owed > 0 else "—"

        def oldest(of: AgeingRow | _Sums) -> str:
            return f"{of.oldest_days:,}" if of.oldest_days > 0 else "—"

        columns: list[_Shown] = []
        if any(row.unapplied for row in rows):
            columns.append((Column(self.word("unapplied"), "right"), unapplied, unapplied))
        if not self.by_item:
            columns.append((Column(self.word("overdue"), "right"), overdue, overdue))
            columns.append((Column(self.word("overdue_share"), "right"), share, share))
        columns.append((Column(self.word("oldest"), "right"), oldest, oldest))
        return columns
