"""A step offered on an empty page: icon, words, a line of explanation under them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import fonts, icons, theme
from ui.widgets.paint import elided, paint_focus

_HEIGHT: Final = 50


class Step(QAbstractButton):
    """A row that is clicked or entered."""

    def __init__(
        self, name: str, icon: str, run: Callable[[], object], text: str = "", detail: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon, self._detail = icon, detail
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: run())
        theme().changed.connect(self.update)
        self.set_words(text, detail)

    def set_words(self, text: str, detail: str) -> None:
        """Set both lines."""
        self._detail = detail
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines, or one where there is no explanation."""
        return QSize(200, _HEIGHT if self._detail else 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and lines."""
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, colours.colour("hover"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), colours.colour("grid"))
        top = 8.0 if self._detail else 6.0
        icons.paint(painter, self._icon, colours.hex("text-2"), QRectF(2, top + 2, 16, 16))
        painter.setFont(fonts.font())
        painter.setPen(colours.colour("text"))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        area = QRectF(30, top, rect.width() - 34, 20)
        painter.drawText(
            area, left, elided(QFontMetricsF(painter.font()), self.text(), area.width())
        )
        if self._detail:
            painter.setFont(fonts.font(fonts.SMALL))
            painter.setPen(colours.colour("text-2"))
            painter.drawText(area.translated(0, 18), left, self._detail)
        if self.hasFocus():
            paint_focus(painter, rect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
