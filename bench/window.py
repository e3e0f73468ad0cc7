"""The list of invoices in a window: painting, sorting, scrolling, finding, memory."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QTableView

from bench.ageing import plain_connection
from bench.bare import Rows
from bench.books import big_book
from bench.measure import FEW, Measure, compared, seconds
from domain.listing import Order

_ROOT: Final = Path(__file__).resolve().parents[1]
_FRAMES: Final = 10
#: What the goals allow: seconds to the rows of a text filter, to any answer; megabytes more.
_FILTER: Final = 0.010
_ANSWER: Final = 0.100
_MEMORY: Final = 60.0
_FLOOR: Final = """
SELECT d.number, i.customer_id, i.issued_on, i.due_on, i.amount_minor, i.open_minor
  FROM item i INDEXED BY ix_item_open JOIN document d ON d.id = i.document_id
 WHERE i.open_minor <> 0 ORDER BY i.due_on, i.id"""


def measures(size: int) -> Iterator[Measure]:
    """Measure the list against a bare table, and against itself on a smaller book."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from bench.stage import Stage

    small = max(size // 10, 1000)
    big, little = Stage(size), Stage(small)
    yield from _against_a_bare_table(big, size)
    yield from _against_a_smaller_book(big, little, size, small)
    yield from _absolute(big, size)
    big.close()
    little.close()
    yield _memory(size, small)


# The floor for the first paint and the jump to the end is a table view over all open
# rows read by sqlite3 into a list of tuples: the shortest program that shows them.
def _against_a_bare_table(stage: Any, size: int) -> Iterator[Measure]:
    view, model = QTableView(), Rows()
    view.setModel(model)
    view.resize(1366, 700)
    view.show()
    with closing(plain_connection(size)) as connection:

        def fill() -> None:
            model.show(connection.execute(_FLOOR).fetchall())
            view.viewport().repaint()

        stage.model.order = Order("due_on")
        painted = _restful(stage, lambda: stage.narrow(state="open"), fill)
        yield compared("list_paint", painted, size=size, note="floor: bare table, all rows read")
    stage.rest()

    def bottom() -> None:
        view.scrollToTop()
        view.viewport().repaint()
        view.scrollToBottom()
        view.viewport().repaint()

    def end() -> None:
        stage.scroll(0)
        stage.end()

    times = _restful(stage, end, bottom)
    yield compared("list_end", times, size=size, note="floor: bare table")
    view.deleteLater()


def _restful(
    stage: Any, ours: Callable[[], None], floor: Callable[[], None]
) -> tuple[list[float], list[float]]:
    """Time both in turns; ours begins when the round before has nothing left to read."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(FEW + 1):
        stage.rest()
        pair = seconds(ours), seconds(floor)
        if turn:
            times[0].append(pair[0])
            times[1].append(pair[1])
    return times


def _against_a_smaller_book(big: Any, little: Any, size: int, small: int) -> Iterator[Measure]:
    note = f"floor: the same in a book of {small:,}"
    for stage in (big, little):
        stage.narrow(state="all")
        stage.sort(Order("number"))
        stage.scroll(0)
    for name, works in (("list_sort", _sorts), ("list_page", _pages), ("list_jump", _jumps)):
        times = _stepwise(big, little, works)
        yield compared(name, times, size=size, goal=1.5, limit=2, note=note)


def _stepwise(
    big: Any, little: Any, works: Callable[[Any], list[Callable[[], None]]]
) -> tuple[list[float], list[float]]:
    """Time steps in turns; each begins when nothing is being read for the one before."""
    times: tuple[list[float], list[float]] = ([], [])
    pairs = list(zip(works(big), works(little), strict=True))
    for turn in range(FEW + 1):
        for pair in pairs:
            for work, found in zip(pair, times, strict=True):
                big.rest()
                little.rest()
                took = seconds(work)
                if turn:
                    found.append(took)
    return times


def _sorts(stage: Any) -> list[Callable[[], None]]:
    keys = ("issued_on", "due_on", "number", "customer")
    return [lambda key=key: stage.sort(Order(key, descending=True)) for key in keys]  # type: ignore[misc]


def _pages(stage: Any) -> list[Callable[[], None]]:
    return [stage.page_down] * _FRAMES


def _jumps(stage: Any) -> list[Callable[[], None]]:
    chance = random.Random(7)

    def jump() -> None:
        stage.scroll(chance.randrange(stage.view.verticalScrollBar().maximum()))

    return [jump] * _FRAMES


def _everything(stage: Any) -> list[Callable[[], None]]:
    return [*_sorts(stage), *_pages(stage), *_jumps(stage), stage.end]


def _absolute(stage: Any, size: int) -> Iterator[Measure]:
    """Measure what has a goal in seconds: a text filter, and the longest time without answer."""
    chance = random.Random(11)

    def find() -> None:
        query, words = stage.ctx.reader.items, f"{chance.randrange(1000, 9999)}"
        where = replace(stage.model.where, state="all", text=words)
        query.rows(query.ids(where, Order("number"), limit=100), where)
        query.count(where)

    times, _ = _restful(stage, find, lambda: None)
    note = "part of a number: first rows and count; floor: the goal of 10 ms itself"
    found = (times, [_FILTER] * len(times))
    yield compared("list_filter", found, size=size, goal=1, limit=10, note=note)
    stage.scroll(0)
    stage.watch()
    for work in (*_everything(stage), stage.rest):
        work()
        stage.breathe()
    stall = stage.unwatch()
    note = "longest time without an answer while sorting and scrolling; floor: 100 ms"
    yield compared("list_stall", ([stall], [_ANSWER]), size=size, goal=1, limit=1, note=note)


def _memory(size: int, small: int) -> Measure:
    """Measure how much more memory a process needs that shows the larger book."""
    more = _resident(size) - _resident(small)
    return Measure(
        name="list_memory",
        ours=max(more, 0.1),
        floor=_MEMORY,
        unit="MB",
        size=size,
        best=max(more, 0.1) / _MEMORY,
        goal=1,
        limit=2,
        note=f"more than on a book of {small:,}; floor: the 60 MB allowed",
    )


def _resident(size: int) -> float:
    """Return the megabytes of a process that has shown, sorted and scrolled the list."""
    big_book(size)
    done = subprocess.run(  # noqa: S603  (this module)
        [sys.executable, "-m", "bench.window", str(size)],
        cwd=_ROOT, env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True, text=True, encoding="utf-8", timeout=600, check=True,
    )  # fmt: skip
    return float(done.stdout.split()[-1])


def _use(size: int) -> None:
    import resource

    from bench.stage import Stage

    stage = Stage(size)
    for work in (*_everything(stage), stage.rest):
        work()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    _use(int(sys.argv[1]))
