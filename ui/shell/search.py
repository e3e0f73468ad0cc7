"""Global search: one field, one list under it; customers, documents, amounts, acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.acts import Act
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.finding import FEW, Hit, find
from ui.theme import fonts, icons, theme
from ui.widgets.basic import column
from ui.widgets.fields import SearchEdit
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
            return translate("Search", _GROUPS[row])
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


class GlobalSearch(SearchEdit):
    """The field in the top row with its list of hits.

    Signals:
        left: the user is done; the focus goes back to the screen.
    """

    left = Signal()

    def __init__(self, acts: Callable[[], Sequence[QAction]]) -> None:
        super().__init__(name="search", key="Ctrl+K")
        self.setFixedWidth(304)
        self._acts = acts
        self._ctx: AppContext | None = None
        self._asked = 0
        self._popup: QFrame | None = None
        self._model = _Hits(self)
        self._view = QListView()
        self._view.setObjectName("search.hits")
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitDelegate(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setUniformItemSizes(True)
        self._view.clicked.connect(self._open)
        self._delay = QTimer(self, singleShot=True, interval=120)
        self._delay.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: self._delay.start())
        self.escaped.connect(self._leave)

    def use(self, ctx: AppContext | None) -> None:
        """Search another book."""
        self._ctx = ctx
        self.hide_hits()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setPlaceholderText(translate("Search", "Customers, documents, amounts, actions"))
        self.setAccessibleName(translate("Search", "Search everything"))

    def _ask(self) -> None:
        text = self.text().strip()
        self._asked += 1
        if not text or self._ctx is None:
            self.hide_hits()
            return
        mark, ctx = self._asked, self._ctx
        as_of, language = ctx.as_of, ctx.language

        def here(hits: list[Hit]) -> None:
            if mark == self._asked:
                self._show([*hits, *self._act_hits(text)])

        ctx.query(lambda reader: find(reader, text, as_of, language), here, asker=self)

    def _act_hits(self, text: str) -> list[Hit]:
        typed = text.casefold()
        found = []
        for act in self._acts():
            words = act.text().replace("&", "").rstrip("….")
            if act.isEnabled() and typed in words.casefold() and act.objectName():
                key = act.key_text() if isinstance(act, Act) else ""
                found.append(Hit("acts", "keyboard", words, key, f"act:{act.objectName()}"))
        return found[:FEW]

    def _show(self, hits: Sequence[Hit]) -> None:
        self._model.show_hits(hits)
        popup = self._made_popup()
        height = min(self._model.rowCount() * _ROW + 10, 14 * _ROW)
        window = self.window()
        corner = self.mapTo(window, QPoint(self.width() - WIDTH, self.height() + 4))
        popup.setGeometry(max(8, corner.x()), corner.y(), WIDTH, height)
        popup.show()
        popup.raise_()
        self._move(1)

    def _made_popup(self) -> QFrame:
        if self._popup is None:
            popup = QFrame(self.window())
            popup.setObjectName("search.popup")
            popup.setProperty("role", "popup")
            popup.setLayout(column(self._view, margins=(4, 4, 4, 4)))
            self._popup = popup
        return self._popup

    def hide_hits(self) -> None:
        """Fold the list away."""
        if self._popup is not None:
            self._popup.hide()

    def _move(self, step: int) -> None:
        count, at = self._model.rowCount(), self._view.currentIndex().row()
        for _turn in range(count):
            at = (at + step) % count
            index = self._model.index(at, 0)
            if isinstance(index.data(_HIT), Hit):
                self._view.setCurrentIndex(index)
                return

    def _open(self, index: QModelIndex) -> None:
        hit = index.data(_HIT)
        if not isinstance(hit, Hit) or self._ctx is None:
            return
        ctx = self._ctx
        self._leave()
        if hit.address.startswith("act:"):
            name = hit.address.removeprefix("act:")
            for act in self._acts():
                if act.objectName() == name:
                    act.trigger()
                    return
        else:
            ctx.navigate(hit.address)

    def _leave(self) -> None:
        self.clear()
        self.hide_hits()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter opens, Esc leaves."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._view.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fold the list away when the focus goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._fold_if_left)
        return super().event(event)

    def _fold_if_left(self) -> None:
        if not self.hasFocus():
            self.hide_hits()
