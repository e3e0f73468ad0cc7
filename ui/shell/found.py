"""The list under the global search: hits in groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.hits import Hit
from ui.theme import fonts, icons, theme
from ui.widgets.basic import column
from ui.widgets.paint import elided

WIDTH: Final = 460
_ROW: Final = 28
_GROUPS: Final = {
    "customers": QT_TRANSLATE_NOOP("Search", "Customers"),
    "documents": QT_TRANSLATE_NOOP("Search", "Documents"),
    "amounts": QT_TRANSLATE_NOOP("Search", "Amounts"),
    "acts": QT_TRANSLATE_NOOP("Search", "Actions"),
    "nothing": QT_TRANSLATE_NOOP("Search", "Nothing found"),
}
_HIT: Final = int(Qt.ItemDataRole.UserRole) + 1


class _Hits(QAbstractListModel):
    """Hits with a heading before each group; a heading is a plain string."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Hit | str] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self._rows = []
        for group in _GROUPS:
            inside = [hit for hit in hits if hit.group == group]
            self._rows += [group, *inside] if inside else []
        if not self._rows:
            self._rows = ["nothing"]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        row = self._rows[index.row()]
        if role == _HIT:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(row, Hit):
                return f"{row.text}, {row.detail}"
            words = _GROUPS[row]
            return translate("Search", words)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Hit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(WIDTH - 10, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit, colours, rect = index.data(_HIT), theme(), QRectF(option.rect)
        if not isinstance(hit, Hit):
            painter.setFont(fonts.font(fonts.SMALL, bold=True))
            painter.setPen(colours.colour("text-2"))
            text = str(index.data())
            painter.drawText(rect.adjusted(10, 4, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.colour("select"))
        icon = QRectF(rect.left() + 10, rect.center().y() - 7, 14, 14)
        icons.paint(painter, hit.icon, colours.hex("text-2"), icon)
        painter.setFont(fonts.number_font(fonts.SMALL))
        painter.setPen(colours.colour("text-2"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -10, 0), int(right), hit.detail)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(hit.detail)
        painter.setFont(fonts.font())
        painter.setPen(colours.colour("text"))
        area = rect.adjusted(34, 0, -taken - 20, 0)
        text = elided(QFontMetricsF(painter.font()), hit.text, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)


class FoundList(QFrame):
    """A child of the window that shows hits; the field keeps the focus.

    Signals:
        chosen: a hit was clicked.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("search.popup")
        self.setProperty("role", "popup")
        self._model = _Hits(self)
        self._view = QListView()
        self._view.setObjectName("search.hits")
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitDelegate(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName(translate("Search", "Found"))
        self._view.clicked.connect(lambda index: self.chosen.emit(index.data(_HIT)))
        self.setLayout(column(self._view, margins=(4, 4, 4, 4)))

    def show_hits(self, hits: Sequence[Hit], left: int, top: int) -> None:
        """Show hits at a place of the window, the first one current."""
        self._model.show_hits(hits)
        height = min(self._model.rowCount() * _ROW + 10, 14 * _ROW)
        self.setGeometry(max(8, left - WIDTH), top, WIDTH, height)
        self.show()
        self.raise_()
        self.move_by(1)

    def move_by(self, step: int) -> None:
        """Make the next hit current, skipping headings."""
        count, at = self._model.rowCount(), self._view.currentIndex().row()
        for _turn in range(count):
            at = (at + step) % count
            index = self._model.index(at, 0)
            if isinstance(index.data(_HIT), Hit):
                self._view.setCurrentIndex(index)
                return

    def current(self) -> Hit | None:
        """Return the current hit."""
        hit = self._view.currentIndex().data(_HIT)
        return hit if isinstance(hit, Hit) else None
