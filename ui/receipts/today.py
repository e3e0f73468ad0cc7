"""What was booked today, under the list of what is still to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from domain.listing import HistoryRow, InflowRow, ListFilter
from domain.ports import BookReader
from ui import format as fmt
from ui.context import AppContext
from ui.lists.delegate import EDGE, PADDING, ROW_HEIGHT
from ui.lists.footer import sums_text
from ui.lists.view import ListView
from ui.marks import translate
from ui.receipts.columns import day_words
from ui.receipts.data import ALL_KNOWN
from ui.receipts.words import payer_of, state_chip
from ui.shell.last import local
from ui.theme import fonts, theme
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.paint import elided, paint_chip, paint_focus

#: Rows shown, and operations looked through for them.
SHOWN: Final = 3
_LOOKED: Final = 60
_KINDS: Final = ("bank.match", "receipt.record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """Receipts booked on a day that still stand, newest first.

    ``operation_id`` is the newest act, ``newest`` the keys of its receipts.
    """

    rows: tuple[InflowRow, ...] = ()
    operation_id: int | None = None
    newest: frozenset[int] = frozenset()


def read_booked(reader: BookReader, today: date) -> Booked:
    """Return what was booked on a day of the computer's calendar."""
    history = reader.history(limit=_LOOKED)
    mine = [one for one in history if one.kind in _KINDS and _is_on(one, today)]
    by_operation = {one.operation_id: _documents(reader, one.operation_id) for one in mine}
    keys = [-one for documents in by_operation.values() for one in reversed(documents)]
    found = reader.inflows.rows(keys, ListFilter(as_of=ALL_KNOWN))
    rows = [found[key] for key in keys if key in found and found[key].state != "void"]
    standing = {row.key for row in rows}
    for operation, documents in by_operation.items():
        newest = standing & {-one for one in documents}
        if newest:
            return Booked(rows=tuple(rows), operation_id=operation, newest=frozenset(newest))
    return Booked()


def _is_on(operation: HistoryRow, day: date) -> bool:
    at = local(operation.at_utc)
    return at is not None and at.date() == day


def _documents(reader: BookReader, operation_id: int) -> list[int]:
    changes = reader.changes_of(operation_id)
    return [one.entity_id for one in changes if one.entity == "document" and one.before is None]


class _Row(QAbstractButton):
    """One receipt, its cells under those of the list above."""

    def __init__(self, name: str, view: ListView) -> None:
        super().__init__()
        self.setObjectName(name)
        self._view = view
        self._row: InflowRow | None = None
        self._language, self._today = "zh", date.min
        self.setFixedHeight(ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.header.sectionResized.connect(lambda *_sizes: self.update())
        theme().changed.connect(self.update)

    def show_row(self, shown: InflowRow, today: date, language: str) -> None:
        self._row, self._today, self._language = shown, today, language
        told = (payer_of(shown, language), fmt.money(shown.amount, shown.currency))
        self.setAccessibleName(", ".join((*told, state_chip(shown, {}).text)))
        self.update()

    @property
    def key(self) -> int:
        return 0 if self._row is None else self._row.key

    def sizeHint(self) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def _cell(self, key: str) -> QRectF | None:
        columns, header = self._view.rows.columns, self._view.header
        at = next(place for place, one in enumerate(columns) if one.key == key)
        if header.isSectionHidden(at):
            return None
        left = EDGE if header.visualIndex(at) == 0 else PADDING
        cell = QRectF(header.sectionPosition(at), 0, header.sectionSize(at), ROW_HEIGHT - 1)
        return cell.adjusted(left, 0, -PADDING, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, colours.colour("hover"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), colours.colour("grid"))
        shown = self._row
        if shown is None:
            return
        painter.setPen(colours.colour("text-2"))
        day = day_words(shown.booked_on, self._today, self._language)
        self._words(painter, "booked_on", day, number=True)
        self._words(painter, "name", payer_of(shown, self._language))
        self._words(painter, "amount", fmt.money(shown.amount, shown.currency), number=True)
        cell = self._cell("state")
        if cell is not None:
            paint_chip(painter, cell.left(), cell.center().y(), state_chip(shown, {}))
        if self.hasFocus():
            paint_focus(painter, rect, 0)

    def _words(self, painter: QPainter, key: str, text: str, *, number: bool = False) -> None:
        cell = self._cell(key)
        if cell is None:
            return
        painter.setFont(fonts.number_font() if number else fonts.font())
        side = Qt.AlignmentFlag.AlignRight if key == "amount" else Qt.AlignmentFlag.AlignLeft
        said = text if number else elided(QFontMetricsF(painter.font()), text, cell.width())
        painter.drawText(cell, int(side | Qt.AlignmentFlag.AlignVCenter), said)


class TodayStrip(QWidget):
    """A heading with count and sum, and the newest rows.

    Signals:
        chosen: a row was clicked (its key).
        undo_asked: the newest act is to be taken back.
    """

    chosen = Signal(int)
    undo_asked = Signal()

    def __init__(self, ctx: AppContext, view: ListView) -> None:
        super().__init__()
        self.ctx = ctx
        self.booked = Booked()
        self._wanted = True
        self._title = label("heading", name="receipts.today")
        self._undo = Button(name="receipts.today.undo", kind="link")
        self._rows = [_Row(f"receipts.today.{place}", view) for place in range(1, SHOWN + 1)]
        head = pane(
            row(self._title, None, self._undo, margins=(16, 0, 12, 0)),
            role="head",
            height=ROW_HEIGHT,
        )
        self.setLayout(column(line(), head, line(role="hairline"), *self._rows))
        for one in self._rows:
            one.clicked.connect(lambda _on=False, one=one: self.chosen.emit(one.key))
        self._undo.clicked.connect(self.undo_asked)
        self.hide()

    def read(self) -> None:
        """Read what was booked today."""
        today = self.ctx.ports.today()
        self.ctx.query(lambda reader: read_booked(reader, today), self._take, asker=self)

    def _take(self, booked: Booked) -> None:
        self.booked = booked
        self._show()

    def show_in(self, wanted: bool) -> None:
        """Show it with the list of what is to do, and not with the others."""
        self._wanted = wanted
        self._show()

    def _show(self) -> None:
        rows = self.booked.rows
        self.setVisible(self._wanted and bool(rows))
        if not rows:
            return
        said = translate("Receipts", "Booked today: %n", None, len(rows))
        self._title.setText(f"{said} · {sums_text(sums_of(rows))}")
        for place, one in enumerate(self._rows):
            one.setVisible(place < len(rows))
            if place < len(rows):
                one.show_row(rows[place], self.ctx.as_of, self.ctx.language)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._undo.set_words(translate("Receipts", "Undo") + "  U")
        self._show()


def sums_of(rows: Sequence[InflowRow]) -> dict[str, int]:
    """Return amounts by currency."""
    sums: dict[str, int] = {}
    for one in rows:
        sums[one.currency] = sums.get(one.currency, 0) + one.amount
    return sums
