"""What every chart does: T shows its numbers, Ctrl+C copies the picture, arrows move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.marks import translate
from ui.theme import theme
from ui.widgets.basic import column, row
from ui.widgets.button import Button
from ui.widgets.paint import paint_focus


class Chart(QWidget):
    """A painted chart.

    Signals:
        picked: Enter or a click on a mark (its place).
    """

    picked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.current = -1
        theme().changed.connect(self.update)

    # what a chart answers

    def title(self) -> str:
        """Return what the chart shows, in words."""
        return ""

    def marks(self) -> int:
        """Return how many marks it has."""
        return 0

    def mark_text(self, place: int) -> str:
        """Return what a mark says, for screen readers and tooltips."""
        return ""

    def table(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """Return heads and rows of the numbers behind it."""
        return (), ()

    def draw(self, painter: QPainter) -> None:
        """Paint it."""

    # machinery

    def changed(self) -> None:
        """Repaint after other numbers came in."""
        self.current = min(self.current, self.marks() - 1)
        self.setAccessibleName(self.title())
        self._say()
        self.update()

    def _say(self) -> None:
        places = range(self.marks()) if self.current < 0 else (self.current,)
        said = "; ".join(self.mark_text(place) for place in places)
        self.setAccessibleDescription(said)
        self.setToolTip("" if self.current < 0 else said)

    def show_table(self) -> None:
        """Show the numbers behind the chart."""
        heads, rows = self.table()
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setObjectName(f"{self.objectName()}.table")
        dialog.setWindowTitle(self.title())
        table = QTableWidget(len(rows), len(heads))
        table.setHorizontalHeaderLabels(list(heads))
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for at, cells in enumerate(rows):
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(at, place, item)
        close = Button(name=f"{self.objectName()}.close", key="Esc")
        close.set_words(translate("Charts", "Close"))
        close.clicked.connect(dialog.close)
        dialog.setLayout(column(table, row(None, close), margins=(16, 16, 16, 12), gap=10))
        dialog.resize(480, 420)
        dialog.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between marks, T shows numbers, Ctrl+C copies, Enter picks."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self.marks():
            self.current = max(0, min(self.marks() - 1, self.current + step))
            self._say()
            self.update()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setPixmap(self.grab())
        elif event.key() == Qt.Key.Key_T:
            self.show_table()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.picked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No mark is current."""
        super().focusOutEvent(event)
        self.current = -1
        self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint chart and focus."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("pane"))
        self.draw(painter)
        if self.hasFocus() and self.current < 0:
            paint_focus(painter, QRectF(self.rect()))
