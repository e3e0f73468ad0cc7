"""A legend beside a chart's heading: swatch, word, figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import fonts, theme


class Legend(QWidget):
    """Entries of (colour token, word, figure)."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_entries(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Show other entries."""
        self._entries = list(entries)
        self.setAccessibleName("; ".join(f"{word} {figure}" for _c, word, figure in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Measure the words."""
        metrics = QFontMetricsF(fonts.number_font(fonts.SMALL))
        widths = [metrics.horizontalAdvance(f"{w} {f}") + 32 for _c, w, f in self._entries]
        return QSize(round(sum(widths)), 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entries in a row."""
        painter, left = QPainter(self), 0.0
        painter.setFont(fonts.number_font(fonts.SMALL))
        metrics = QFontMetricsF(painter.font())
        for token, word, figure in self._entries:
            painter.fillRect(QRectF(left, 3, 10, 10), theme().colour(token))
            text = f"{word} {figure}"
            painter.setPen(theme().colour("text-2"))
            width = metrics.horizontalAdvance(text)
            area = QRectF(left + 15, 0, width + 2, 16)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += width + 32
