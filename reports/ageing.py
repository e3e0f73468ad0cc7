"""The ageing report: landscape, a run of pages per currency, page and grand totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.money import round_half_up
from domain.papers import AgeingReport, AgeingRow
from reports.base import firm
from reports.grid import LEFT, RIGHT, SIGNATURES, SIZES, GridPages
from reports.page import File
from reports.tables import NUMBER, WORDS, Cells, Column, Table
from reports.texts import amount, bucket, dashed, long_date, short_date, text, unit

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
    """One report being drawn."""

    def __init__(self, file: File, value: AgeingReport, check: str) -> None:
        self.value, self.check = value, check
        self.language, self.currency = value.language, ""
        self.by_item = value.by == "item"
        key = "as_of_document" if value.basis == "document" else "as_of_due"
        self.pages = GridPages(
            file,
            value.language,
            self.word("ageing_title_items" if self.by_item else "ageing_title"),
            firm(value.company, value.language),
            self.word(key, on=long_date(value.as_of, value.language)),
        )

    def draw(self) -> None:
        """Draw a run of pages per currency; nothing outstanding is said in words."""
        pages, value = self.pages, self.value
        for number, total in enumerate(value.totals):
            self.currency = total.currency
            pages.unit = self.word("unit", unit=unit(self.currency, self.language))
            (pages.next_page if number else pages.begin)()
            rows = [row for row in value.rows if row.currency == total.currency]
            self.table(rows, total)
            pages.signatures()
        if not value.totals:
            pages.begin()
            pages.page.centre((LEFT + RIGHT) / 2, pages.y + 30, self.word("no_rows"), 10.5)
            pages.signatures()
        made = self.word("maker", maker=value.maker) if value.maker else ""
        made = "　".join(filter(None, (made, value.printed_at)))
        pages.finish(made, self.word("check", check=self.check))

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

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
            sizes=SIZES,
            pitch=1.62,
        )
        table.draw(self.pages, LEFT, RIGHT - LEFT, keep=SIGNATURES)

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
