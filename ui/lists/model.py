"""The model of a long list: ids first, rows by page.

The first paint, and every new sort or filter, needs only the first ids and the
count; a jump to the end reads the last ids; the complete array of ids follows from
the background. Rows come in blocks of a page around what is shown. They are read
at once while that is cheap and nothing else is reading; otherwise in the
background behind blank cells, because two readers on one interpreter lock would
stall the window.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from domain.listing import ListFilter, Order, Totals
from domain.ports import BookReader, ListQuery
from ui.context import AppContext
from ui.lists.columns import Column

PAGE: Final = 200
FIRST: Final = 300
KEEP: Final = 40 * PAGE
#: A page slower than this is read in the background from then on (seconds).
CHEAP: Final = 0.03

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
CLIP_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2


@dataclass
class Ids:
    """What is known of the order: all ids, or the first and last of them."""

    count: int = 0
    head: array[int] = field(default_factory=lambda: array("q"))
    tail: array[int] = field(default_factory=lambda: array("q"))
    full: array[int] | None = None

    def at(self, row: int) -> int | None:
        if self.full is not None:
            return self.full[row] if row < len(self.full) else None
        if row < len(self.head):
            return self.head[row]
        start = self.count - len(self.tail)
        return self.tail[row - start] if row >= start else None


@dataclass(frozen=True, slots=True)
class _First:
    head: array[int]
    rows: Mapping[int, Any]


@dataclass(frozen=True, slots=True)
class _Complete:
    ids: array[int]
    places: dict[int, int]


class ListModel(QAbstractTableModel):
    """A table over a ``ListQuery``.

    Signals:
        arrived: the first rows of a new sort, filter or date are here.
        count_arrived: the number of rows is the filter's own now.
        totals_arrived: sums of the whole filter (list of ``Totals``).
        rows_arrived: more rows were loaded.
        placed: rows of remembered ids are known (dict id → row).
    """

    arrived = Signal()
    count_arrived = Signal()
    totals_arrived = Signal(object)
    rows_arrived = Signal(object)
    placed = Signal(object)

    def __init__(
        self,
        ctx: AppContext,
        query: Callable[[BookReader], ListQuery],
        columns: Sequence[Column],
        order: Order,
    ) -> None:
        super().__init__()
        self._ctx, self._query = ctx, query
        self.columns = list(columns)
        self.order = order
        self.where = ListFilter(as_of=ctx.as_of)
        self.totals: list[Totals] = []
        self._ids = Ids()
        self._rows: OrderedDict[int, Any] = OrderedDict()
        self._loading: set[int] = set()
        self._generation = 0
        self._slow = False
        self._tail_asked = False
        self._wanted: set[int] = set()
        #: Whether the count is the filter's own, not yet only that of the first ids.
        self.counted = False

    # what is shown

    def set_filter(self, where: ListFilter) -> None:
        """Show another filter or date."""
        self.counted = self.counted and where == self.where
        self.where = where
        self.reload()

    def set_order(self, order: Order) -> None:
        """Sort otherwise."""
        self.order = order
        self.reload()

    def want(self, ids: Iterable[int]) -> None:
        """Remember ids whose rows are to be told with the next complete order."""
        self._wanted = set(ids)

    def reload(self) -> None:
        """Read the order again; rows shown stay until the new ones are here."""
        self._generation += 1
        mark, where, order = self._generation, self.where, self.order

        def read(reader: BookReader) -> _First:
            query = self._query(reader)
            head = query.ids(where, order, limit=FIRST)
            return _First(head, query.rows(head[:PAGE], where))

        def here(first: _First) -> None:
            if mark == self._generation:
                self._take_first(first)

        self._ctx.query(read, here, asker=self)

    def _take_first(self, first: _First) -> None:
        short = len(first.head) < FIRST
        # A new order has as many rows as the one before; a new filter is counted after the
        # first rows are shown.
        count = self._ids.count if self.counted and not short else len(first.head)
        self.counted = self.counted or short
        if count == self._ids.count and first.head == self._ids.head:
            self._rows.clear()
            self._keep(first.rows)
            self._touch(0, self._ids.count)
        else:
            self.beginResetModel()
            self._rows.clear()
            self._keep(first.rows)
            self._ids = Ids(count, first.head, full=first.head if short else None)
            self._loading.clear()
            self._tail_asked = False
            self.endResetModel()
        self.arrived.emit()
        self.rows_arrived.emit(list(first.rows.values()))
        self._tell_places(first.head)
        if not short:
            self._count()
        self._complete(longer=not short)

    def _count(self) -> None:
        mark, where = self._generation, self.where

        def here(count: int) -> None:
            if mark == self._generation:
                self._take_count(count)

        self._ctx.query(lambda reader: self._query(reader).count(where), here, asker=self)

    def _take_count(self, count: int) -> None:
        known, self.counted = self._ids, True
        if count > known.count and known.full is None:
            self.beginInsertRows(QModelIndex(), known.count, count - 1)
            known.count = count
            self.endInsertRows()
        elif count != known.count and known.full is None:
            self.beginResetModel()
            self._ids = Ids(count, known.head[:count])
            self.endResetModel()
        self.count_arrived.emit()

    def _tell_places(self, head: array[int]) -> None:
        places = {key: row for row, key in enumerate(head) if key in self._wanted}
        if places:
            self.placed.emit(places)

    def _complete(self, *, longer: bool) -> None:
        """Read the whole order where it is longer than its head, and the sums."""
        mark, where, order, wanted = self._generation, self.where, self.order, set(self._wanted)

        def ids(reader: BookReader) -> _Complete:
            found = self._query(reader).ids(where, order)
            places = {key: row for row, key in enumerate(found) if key in wanted} if wanted else {}
            return _Complete(found, places)

        def here(complete: _Complete) -> None:
            if mark == self._generation:
                self._take_complete(complete)

        def sums(totals: Sequence[Totals]) -> None:
            if mark == self._generation:
                self.totals = list(totals)
                self.totals_arrived.emit(self.totals)

        if longer:
            self._ctx.query(ids, here, asker=self)
        self._ctx.query(lambda reader: self._query(reader).totals(where), sums, asker=self)

    def _take_complete(self, complete: _Complete) -> None:
        known = self._ids
        if known.full == complete.ids:
            return
        self.counted = True
        if known.full is None and known.count == len(complete.ids):
            known.full = complete.ids
            self._loading.clear()
            self._touch(0, known.count)
        else:
            self.beginResetModel()
            head = complete.ids[:FIRST]
            self._ids = Ids(len(complete.ids), head, full=complete.ids)
            self._loading.clear()
            self.endResetModel()
        if complete.places:
            self.placed.emit(complete.places)

    def _touch(self, first: int, after: int) -> None:
        if after > first:
            last = self.index(after - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), last)

    # rows

    def id_at(self, row: int) -> int | None:
        """Return the id of a row, None while the order there is not known yet."""
        return self._ids.at(row)

    def is_complete(self) -> bool:
        """Whether the whole order is known."""
        return self._ids.full is not None

    def row_at(self, row: int) -> Any:
        """Return the row object, loading its page when needed; None while it is on its way."""
        if not 0 <= row < self._ids.count:
            return None
        key = self._ids.at(row)
        if key is None:
            self._ask_tail(row)
            return None
        found = self._rows.get(key)
        if found is None:
            self._load(row // PAGE)
            return self._rows.get(key)
        self._rows.move_to_end(key)
        return found

    def cached(self, key: int) -> Any:
        """Return a row by id when it is loaded."""
        return self._rows.get(key)

    def loaded(self) -> list[Any]:
        """Return the rows that are loaded."""
        return list(self._rows.values())

    def _load(self, page: int) -> None:
        if page in self._loading:
            return
        start = page * PAGE
        span = range(start, min(start + PAGE, self._ids.count))
        ids = [key for row in span if (key := self._ids.at(row)) is not None]
        ids = [key for key in ids if key not in self._rows]
        if self._slow or self._ctx.runner.busy():
            self._load_later(page, ids)
            return
        began = perf_counter()
        self._keep(self._query(self._ctx.reader).rows(ids, self.where))
        self._slow = perf_counter() - began > CHEAP

    def _load_later(self, page: int, ids: list[int]) -> None:
        self._loading.add(page)
        mark, where = self._generation, self.where

        def here(rows: Mapping[int, Any]) -> None:
            if mark != self._generation:
                return
            self._loading.discard(page)
            self._keep(rows)
            self._touch(page * PAGE, min((page + 1) * PAGE, self._ids.count))
            self.rows_arrived.emit(list(rows.values()))

        self._ctx.query(lambda reader: self._query(reader).rows(ids, where), here, asker=self)

    def _ask_tail(self, row: int) -> None:
        """Read the last ids for a jump to the end made before the whole order is known."""
        if self._tail_asked or row < self._ids.count - FIRST:
            return
        self._tail_asked = True
        mark, where, order = self._generation, self.where, self.order

        def here(tail: array[int]) -> None:
            if mark == self._generation and self._ids.full is None:
                self._ids.tail = tail
                self._touch(self._ids.count - len(tail), self._ids.count)

        def read(reader: BookReader) -> array[int]:
            return self._query(reader).ids(where, order, limit=FIRST, from_end=True)

        self._ctx.query(read, here, asker=self)

    def _keep(self, rows: Mapping[int, Any]) -> None:
        self._rows.update(rows)
        while len(self._rows) > KEEP:
            self._rows.popitem(last=False)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the filter's count."""
        return 0 if parent.isValid() else self._ids.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return words, alignment, row object or plain number of a cell."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment()
        if role not in (Qt.ItemDataRole.DisplayRole, ROW_ROLE, CLIP_ROLE):
            return None
        row = self.row_at(index.row())
        if row is None or role == ROW_ROLE:
            return row
        if role == CLIP_ROLE:
            return column.clip(row, self._ctx.language)
        return column.text(row, self._ctx.language)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Return the column's words."""
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].words() if section < len(self.columns) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column that the query can sort by."""
        key = self.columns[column].order if 0 <= column < len(self.columns) else ""
        if key:
            self.set_order(Order(key, order == Qt.SortOrder.DescendingOrder))
