"""Global search: one field; what it finds is listed under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from ui.acts import Act
from ui.marks import translate
from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    # Loaded when something is searched for, not before the first paint.
    from ui.context import AppContext
    from ui.shell.found import FoundList
    from ui.shell.hits import Hit


class GlobalSearch(SearchEdit):
    """The field in the top row with its list of hits.

    Signals:
        left: the user is done; the focus goes back to the screen.
    """

    left = Signal()

    def __init__(self, acts: Callable[[], Sequence[Act]]) -> None:
        super().__init__(name="search", key="Ctrl+K")
        self.setMinimumWidth(120)
        self.setMaximumWidth(304)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._acts = acts
        self._ctx: AppContext | None = None
        self._asked = 0
        self._popup: FoundList | None = None
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
        from ui.shell.finding import find

        mark, ctx = self._asked, self._ctx
        as_of, language = ctx.as_of, ctx.language

        def here(hits: list[Hit]) -> None:
            if mark == self._asked:
                self._show([*hits, *self._act_hits(text)])

        ctx.query(lambda reader: find(reader, text, as_of, language), here, asker=self)

    def _act_hits(self, text: str) -> list[Hit]:
        from ui.shell.hits import FEW, Hit

        typed = text.casefold()
        found = [
            Hit("acts", "keyboard", act.plain_text(), act.key_text(), f"act:{act.objectName()}")
            for act in self._acts()
            if act.isEnabled() and typed in act.plain_text().casefold()
        ]
        return found[:FEW]

    def _show(self, hits: Sequence[Hit]) -> None:
        if self._popup is None:
            from ui.shell.found import FoundList

            self._popup = FoundList(self.window())
            self._popup.chosen.connect(self._open)
        corner = self.mapTo(self.window(), QPoint(self.width(), self.height() + 4))
        self._popup.show_hits(hits, corner.x(), corner.y())

    def hide_hits(self) -> None:
        """Fold the list away."""
        if self._popup is not None:
            self._popup.hide()

    def _open(self, hit: Hit | None) -> None:
        if hit is None or self._ctx is None:
            return
        ctx = self._ctx
        self._leave()
        if not hit.address.startswith("act:"):
            ctx.navigate(hit.address)
            return
        name = hit.address.removeprefix("act:")
        for act in self._acts():
            if act.objectName() == name:
                act.trigger()
                return

    def _leave(self) -> None:
        self.clear()
        self.hide_hits()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter opens, Esc leaves."""
        key, popup = event.key(), self._popup
        if popup is not None and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(None if popup is None or popup.isHidden() else popup.current())
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
