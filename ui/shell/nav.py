"""Navigation at the left: icon, word, and a count where a count means work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.screens import ScreenSpec
from ui.theme import fonts, icons, theme
from ui.widgets.basic import column
from ui.widgets.paint import elided, paint_focus

WIDTH: Final = 144
_TEXT: Final = 36


class _NavItem(QAbstractButton):
    def __init__(self, spec: ScreenSpec, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec, self._key = spec, key
        self.count = 0
        self.setObjectName(f"navigation.{spec.key}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(36)
        theme().changed.connect(self.update)

    def retranslate(self) -> None:
        words = self.spec.words()
        self.setText(words)
        self.setToolTip(f"{words} ({self._key})")
        self.setAccessibleName(f"{words} {self.count}" if self.count else words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 16, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, on = QRectF(self.rect()), self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("select" if on else "neutral-soft"))
            painter.drawRoundedRect(rect, 4, 4)
        if on:
            painter.fillRect(QRectF(0, 8, 3, rect.height() - 16), colours.colour("accent"))
        ink = "accent" if on else "text-2"
        icons.paint(painter, self.spec.icon, colours.hex(ink), QRectF(10, 10, 16, 16))
        counted = self._paint_count(painter, rect, ink)
        painter.setFont(fonts.font(bold=on))
        painter.setPen(colours.colour("accent" if on else "text"))
        area = rect.adjusted(_TEXT, 0, -8 - counted, 0)
        text = elided(QFontMetricsF(painter.font()), self.text(), area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
        if self.hasFocus():
            paint_focus(painter, rect)

    def _paint_count(self, painter: QPainter, rect: QRectF, ink: str) -> float:
        if not self.count:
            return 0.0
        from ui import format as fmt  # Not before the first paint: it loads decimals.

        painter.setFont(fonts.number_font(fonts.SMALL))
        painter.setPen(theme().colour(ink))
        text = fmt.count(self.count)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -8, 0), int(flags), text)
        return QFontMetricsF(painter.font()).horizontalAdvance(text) + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Navigation(QWidget):
    """The column of screens.

    Signals:
        chosen: a screen was clicked (its key).
    """

    chosen = Signal(str)

    def __init__(self, specs: Sequence[ScreenSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._items = {
            spec.key: _NavItem(spec, f"Ctrl+{place % 10}", self)
            for place, spec in enumerate(specs, start=1)
        }
        top = [self._items[spec.key] for spec in specs if not spec.foot]
        foot = [self._items[spec.key] for spec in specs if spec.foot]
        self.setLayout(column(*top, None, *foot, margins=(8, 8, 8, 10), gap=2))
        for key, item in self._items.items():
            item.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))

    def show_current(self, key: str) -> None:
        """Mark the screen shown."""
        if key in self._items:
            self._items[key].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much waits on each screen."""
        for key, number in counts.items():
            self._items[key].count = number
            self._items[key].retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for item in self._items.values():
            item.retranslate()
