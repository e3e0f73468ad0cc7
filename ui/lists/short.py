"""Short lists of rows already in hand, in the look of the long ones."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from domain.listing import Order
from ui.context import AppContext
from ui.lists.columns import Column
from ui.lists.model import Ids, ListModel
from ui.lists.view import ListView


class ShortModel(ListModel):
    """A list model over rows in memory; sorts by the columns' own values."""

    def __init__(
        self,
        ctx: AppContext,
        columns: Sequence[Column],
        key: Callable[[Any], int],
        order: Order | None = None,
    ) -> None:
        super().__init__(ctx, lambda reader: reader.items, columns, order or Order(""))
        self._key = key
        self._all: list[Any] = []

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the selection stays where its rows do."""
        self._all = list(rows)
        self.reload()

    def reload(self) -> None:
        """Sort and show; no order means the order given."""
        rows = list(self._all)
        by = next((c for c in self.columns if c.order and c.order == self.order.key), None)
        if by is not None:
            present = [row for row in rows if by.get(row) is not None]
            absent = [row for row in rows if by.get(row) is None]
            present.sort(key=by.get, reverse=self.order.descending)
            rows = present + absent
        self.counted = True
        ids = array("q", (self._key(row) for row in rows))
        self.beginResetModel()
        self._rows = OrderedDict(zip(ids, rows, strict=True))
        self._ids = Ids(len(ids), ids, full=ids)
        self.endResetModel()
        self.arrived.emit()
        self.rows_arrived.emit(rows)
        places = {key: row for row, key in enumerate(ids) if key in self._wanted}
        if places:
            self.placed.emit(places)


def short_list(
    ctx: AppContext,
    columns: Sequence[Column],
    key: Callable[[Any], int],
    *,
    name: str,
    order: Order | None = None,
) -> tuple[ShortModel, ListView]:
    """Return a model and its view."""
    model = ShortModel(ctx, columns, key, order)
    view = ListView(model, lambda: ctx.language, name=name)
    model.setParent(view)
    return model, view
