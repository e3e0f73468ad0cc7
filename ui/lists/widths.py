"""Column widths: remembered, never cutting a number, the spare width to one column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView

from ui.lists.columns import WHOLE, Column
from ui.lists.delegate import EDGE, PADDING
from ui.theme import fonts
from ui.widgets.paint import CHIP_GAP, chip_width

if TYPE_CHECKING:
    from ui.lists.view import ListView

STRETCH_MIN: Final = 120


class Widths(QObject):
    """Keeps a list's columns in shape.

    A width the user set stays. Other columns start at what their words need and
    grow when a wider number is loaded. Where the view is too narrow, secondary
    columns hide; the stretching one keeps 120 pixels.
    """

    def __init__(self, view: ListView, language: Callable[[], str]) -> None:
        super().__init__(view)
        self._view, self._language = view, language
        self._set: dict[str, int] = {}
        self.hidden = {column.key for column in view.rows.columns if column.hidden}
        self._auto: set[str] = set()
        self._needless: set[str] = set()
        self._busy = False
        view.header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.header.setStretchLastSection(False)
        view.header.sectionResized.connect(self._resized)
        self.reset()

    def reset(self) -> None:
        """Measure headers and loaded rows again, after a change of language."""
        columns = self._view.rows.columns
        self._grown = {
            column.key: self._view.header.natural_width(at, self._language())
            for at, column in enumerate(columns)
        }
        self.fit(self._view.rows.loaded())
        self.lay_out()

    def fit(self, rows: Sequence[Any]) -> None:
        """Widen columns whose loaded numbers, dates or codes need it."""
        wider = False
        for at, column in enumerate(self._view.rows.columns):
            if column.kind not in WHOLE | {"chips"} or column.key in self._set:
                continue
            needed = self._needed(at, column, rows)
            if needed > self._grown[column.key]:
                self._grown[column.key] = needed
                wider = True
        if wider:
            self.lay_out()

    def _needed(self, at: int, column: Column, rows: Sequence[Any]) -> int:
        """Return what the widest cell takes; chips never more than their declared width."""
        padding = (EDGE if at == 0 else PADDING) + PADDING + 1
        if column.kind == "chips":
            shown = (column.chips(row)[:2] for row in rows)
            widest = max(
                (sum(chip_width(c.text) + CHIP_GAP for c in two) for two in shown), default=0
            )
            return min(column.width, round(widest + padding))
        metrics = QFontMetricsF(fonts.number_font(fonts.BASE, column.bold))
        texts = {column.text(row, self._language()) for row in rows}
        # Digits are wider than brackets: the longest text is not always the widest.
        length = max(map(len, texts), default=0) - 4
        widths = (metrics.horizontalAdvance(text) for text in texts if len(text) >= length)
        return round(max(widths, default=0) + padding + 0.5)

    def width(self, key: str) -> int:
        """Return a column's own width."""
        return self._set.get(key, self._grown[key])

    def lay_out(self) -> None:
        """Apply widths and hiding to the header."""
        view, header = self._view, self._view.header
        columns = view.rows.columns
        room = view.viewport().width()
        self._auto = self._too_many(room)
        gone = self.gone()
        spare = room - sum(
            self.width(c.key) for c in columns if c.key not in gone and not c.stretch
        )
        self._busy = True
        for at, column in enumerate(columns):
            header.setSectionHidden(at, column.key in gone)
            least = self._set.get(column.key, STRETCH_MIN)
            width = max(least, spare) if column.stretch else self.width(column.key)
            if column.key not in gone:
                header.resizeSection(at, width)
        self._busy = False

    def gone(self) -> set[str]:
        """Return the columns not shown."""
        return self.hidden | self._auto | self._needless

    def set_needless(self, key: str, *, needless: bool) -> None:
        """Hide a column that says the same in every row."""
        if needless != (key in self._needless):
            (self._needless.add if needless else self._needless.discard)(key)
            self.lay_out()

    def _too_many(self, room: int) -> set[str]:
        columns = [c for c in self._view.rows.columns if c.key not in self.hidden | self._needless]
        needed = sum(STRETCH_MIN if c.stretch else self.width(c.key) for c in columns)
        gone: set[str] = set()
        for column in reversed(columns):
            if needed <= room or room < STRETCH_MIN:
                break
            if column.secondary:
                gone.add(column.key)
                needed -= self.width(column.key)
        return gone

    def _resized(self, section: int, old: int, new: int) -> None:
        """Remember what the user drags; widths set by :meth:`lay_out` are not his."""
        if self._busy or not old or not new:
            return
        self._set[self._view.rows.columns[section].key] = new
        self.lay_out()

    def set_hidden(self, key: str, hidden: bool) -> None:
        """Hide or show a column."""
        (self.hidden.add if hidden else self.hidden.discard)(key)
        self.lay_out()

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        header, columns = self._view.header, self._view.rows.columns
        places = [columns[header.logicalIndex(at)].key for at in range(len(columns))]
        return {"set": self._set, "hidden": sorted(self.hidden), "places": places}

    def restore(self, state: dict[str, Any]) -> None:
        """Take back remembered widths, hiding and places; unknown columns are ignored."""
        columns = self._view.rows.columns
        keys = {column.key: at for at, column in enumerate(columns)}
        self._set = {k: int(w) for k, w in state.get("set", {}).items() if k in keys}
        if "hidden" in state:
            self.hidden = {key for key in state["hidden"] if key in keys}
        header = self._view.header
        for place, key in enumerate(k for k in state.get("places", []) if k in keys):
            header.moveSection(header.visualIndex(keys[key]), place)
        self.lay_out()
