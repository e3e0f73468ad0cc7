"""A figure with its caption in a strip above a list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import fonts, theme
from ui.widgets.paint import elided, paint_focus

HEIGHT: Final = 72


class Tile(QAbstractButton):
    """A caption, a figure and a count; pressing it filters the list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._caption = self._figure = self._after = ""
        self._tone = "text"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT - 1)
        theme().changed.connect(self.update)

    def show_figure(self, caption: str, figure: str, after: str, tone: str) -> None:
        """Show a figure under its caption, with a line after it."""
        self._caption, self._figure, self._after, self._tone = caption, figure, after, tone
        self.setAccessibleName(f"{caption} {figure} {after}".strip())
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its figure; the captions give way."""
        figure = QFontMetricsF(fonts.number_font(18, bold=True)).horizontalAdvance(self._figure)
        return QSize(round(figure + 33), HEIGHT - 1)

    def minimumSizeHint(self) -> QSize:
        """Figures are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the three lines and the divider at the right."""
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, colours.colour("hover"))
        painter.fillRect(QRectF(rect.right(), 8, 1, rect.height() - 16), colours.colour("grid"))
        width = rect.width() - 24
        small = fonts.font(fonts.SMALL)
        self._line(painter, 7, small, "text-2", elided(QFontMetricsF(small), self._caption, width))
        self._line(painter, 25, fonts.number_font(18, bold=True), self._tone, self._figure)
        self._line(painter, 49, small, "text-2", elided(QFontMetricsF(small), self._after, width))
        if self.hasFocus():
            paint_focus(painter, rect)

    def _line(self, painter: QPainter, top: float, font: object, ink: str, text: str) -> None:
        painter.setFont(font)  # type: ignore[arg-type]
        painter.setPen(theme().colour(ink))
        height = 24 if ink == self._tone and text == self._figure else 17
        area = QRectF(16, top, self.width() - 16, height)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
