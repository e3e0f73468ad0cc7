"""A customer's page with its real widgets, the first page of the list, and today's worklist."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from statistics import median
from typing import Final

from PySide6.QtCore import QEventLoop

import main
from bench.books import LAST
from bench.credit_book import CUSTOMERS, credit_book, opened_credit
from bench.measure import FEW, Measure, compared
from bench.stage import _application
from domain.listing import ListFilter, Order
from domain.services.worklist import worklist
from ui.context import AppContext, OpenBook
from ui.customers.data import GradedCustomers
from ui.customers.page import CustomerPage
from ui.state import StateFile
from ui.tasks import TaskRunner

#: Seconds within which a page stands there, and the worklist in the background.
_PAGE: Final = 0.2
_WORKLIST: Final = 2.0
#: Tabs of the page that are measured, beside the first.
_TABS: Final = ("overview", "file", "limits", "movements")
_SHOWN: Final = 50
_WAIT: Final = (
    QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
)


def measures(size: int) -> Iterator[Measure]:
    """Measure pages of middling and of the busiest customers, each tab shown, by the clock."""
    path = credit_book(size)
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT customer_id FROM item GROUP BY 1 ORDER BY COUNT(*) DESC, 1"
        busy = [key for (key,) in connection.execute(sql)]
    middle = busy[len(busy) // 2 :][: FEW + 1]
    page = _Page(size)
    try:
        for tab in _TABS:
            page.tab(tab)
            note = f"{tab}; customers of the middle"
            name = "page" if tab == "overview" else f"page_{tab}"
            yield _timed(name, [page.opens(key) for key in middle], _PAGE, size, note)
        page.tab("overview")
        note = "overview; the busiest customers"
        yield _timed(
            "page_busiest", [page.opens(key) for key in busy[: FEW + 1]], _PAGE, size, note
        )
        yield _timed(
            "customers", [page.listed() for _ in range(FEW + 1)], _PAGE, size, "first page"
        )
        found = [page.work() for _ in range(3)]
        yield _timed("worklist", found, _WORKLIST, size, f"{CUSTOMERS:,} customers with files")
    finally:
        page.close()


def _timed(
    name: str, found: list[tuple[float, float]], allowed: float, size: int, note: str
) -> Measure:
    """Return a measure of times on the clock beside what is allowed; the first warms caches."""
    clock, worked = zip(*found[1:], strict=True)
    told = f"{note}; processor time {median(worked) * 1_000:.0f} ms"
    allowed_each = [allowed] * len(clock)
    return compared(name, (list(clock), allowed_each), size=size, goal=1, limit=1, note=told)


class _Page:
    """A customer's page, shown, on a book whose customers have files."""

    def __init__(self, size: int) -> None:
        self._app = _application()
        self.book = opened_credit(size)
        ports = replace(main.wire()[0], config_dir=None)
        self.runner = TaskRunner(self._app)
        where = OpenBook(book=self.book, path=credit_book(size), name="bench")
        ctx = AppContext(where, ports, self.runner, StateFile(None), language="zh", as_of=LAST)
        self.page = CustomerPage(ctx)
        self.page.retranslate()
        self.page.resize(1366, 768)
        self.page.show()

    def tab(self, key: str) -> None:
        """Show a tab."""
        self.page.show_tab(key)
        self._rest()

    def opens(self, customer_id: int) -> tuple[float, float]:
        """Show a customer; return the seconds until all is painted, and those of work."""

        def show() -> None:
            self.page.show_customer(customer_id)
            self._rest()
            self.page.repaint()

        return _clocked(show)

    def listed(self) -> tuple[float, float]:
        """Read the first page of the list of customers."""

        def read() -> None:
            listed, where = GradedCustomers(self.book.reader), ListFilter(as_of=LAST)
            listed.rows(listed.ids(where, Order("code"), limit=_SHOWN), where)

        return _clocked(read)

    def work(self) -> tuple[float, float]:
        """Read the worklist."""
        return _clocked(lambda: worklist(self.book.reader, LAST))

    def close(self) -> None:
        """Put everything away."""
        self.runner.close()
        self.page.deleteLater()
        self._app.processEvents()
        self.book.close()

    def _rest(self) -> None:
        while self.runner.busy():
            self._app.processEvents(_WAIT)
        self._app.processEvents()


def _clocked(work: Callable[[], object]) -> tuple[float, float]:
    start, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - worked
