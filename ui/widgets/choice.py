"""Choosing one of few: pills with counts, segments, tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QWidget,
)

from ui.theme import fonts, theme
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import paint_focus

#: look → height, side padding, gap between buttons.
_LOOKS: Final = {
    "pill": (24, 11, 2),
    "segment": (28, 15, -1),
    "tab": (36, 10, 0),
    "box": (32, 14, 8),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its stable value, its words, and a count (None for none)."""

    value: str
    text: str
    count: int | None = None


class _ChoiceButton(QAbstractButton):
    def __init__(self, look: str, option: Option, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.option = option
        self.first = self.last = True
        self.setCheckable(True)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if look == "box" else QSizePolicy.Policy.Minimum,
            QSizePolicy.Policy.Fixed,
        )
        theme().changed.connect(self.update)
        self.show_option(option)

    def show_option(self, option: Option) -> None:
        self.option = option
        self.setText(option.text)
        said = option.text if option.count is None else f"{option.text} {option.count}"
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def _count(self) -> str:
        return "" if self.option.count is None else f"{self.option.count:,}"

    def sizeHint(self) -> QSize:
        height, padding, _gap = _LOOKS[self._look]
        bold = QFontMetricsF(fonts.font(bold=True))
        width = bold.horizontalAdvance(self.text()) + 2 * padding
        if self._count():
            width += 6 + QFontMetricsF(fonts.font(fonts.SMALL)).horizontalAdvance(self._count())
        return QSize(round(width + 0.5), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        on = self.isChecked()
        ink = "accent" if on else ("text-2" if self._look in ("pill", "tab") else "text")
        if not self.isEnabled():
            ink = "text-3"
        self._paint_words(painter, ink, on)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 12 if self._look == "pill" else 4)

    def _paint_words(self, painter: QPainter, ink: str, on: bool) -> None:
        word = fonts.font(bold=on)
        width = QFontMetricsF(word).horizontalAdvance(self.text())
        counted = QFontMetricsF(fonts.font(fonts.SMALL)).horizontalAdvance(self._count())
        whole = width + (6 + counted if self._count() else 0)
        left = (self.width() - whole) / 2
        painter.setFont(word)
        painter.setPen(theme().colour(ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(left, 0, width + 2, self.height()), flags, self.text())
        if self._count():
            painter.setFont(fonts.font(fonts.SMALL))
            painter.setPen(theme().colour("accent" if on else "text-3"))
            rest = QRectF(left + width + 6, 0, counted + 2, self.height())
            painter.drawText(rest, flags, self._count())

    def _paint_ground(self, painter: QPainter) -> None:
        colours, rect, on = theme(), QRectF(self.rect()), self.isChecked()
        if self._look == "tab":
            if on:
                painter.fillRect(
                    QRectF(8, rect.bottom() - 2, rect.width() - 16, 2), colours.colour("accent")
                )
            return
        if self._look == "pill":
            if on or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.colour("select" if on else "hover"))
                painter.drawRoundedRect(rect, 12, 12)
            return
        token = "accent" if on and self._look == "box" else "button"
        painter.setPen(QPen(colours.colour(token), 1))
        ground = "select" if on else ("hover" if self.underMouse() else "pane")
        painter.setBrush(colours.colour(ground))
        box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if self._look == "segment":
            # Only the outer corners of the row are round; the rest lies under the neighbours.
            box.adjust(0 if self.first else -6, 0, 0 if self.last else 6, 0)
        painter.drawRoundedRect(box, 4, 4)
        if self._look == "segment" and not self.first:
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, rect.height() - 1))


class Choice(QWidget):
    """One of few options, in a row; arrows move, the current one is bold.

    With ``wraps`` it goes on in a further row where one is full.

    Signals:
        chosen: the user picked another value.
    """

    chosen = Signal(str)

    def __init__(
        self, look: str, *, name: str, wraps: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, _ChoiceButton] = {}
        gap = _LOOKS[look][2]
        self._line: QLayout = FlowLayout(self, gap=gap) if wraps else QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        self._group.buttonClicked.connect(self._clicked)

    def set_options(self, options: Sequence[Option]) -> None:
        """Set or reword the options; the chosen value stays."""
        for option in options:
            if option.value in self._buttons:
                self._buttons[option.value].show_option(option)
                continue
            button = _ChoiceButton(self._look, option, self)
            button.setObjectName(f"{self.objectName()}.{option.value}")
            self._group.addButton(button)
            self._buttons[option.value] = button
            self._line.addWidget(button)
        self._mark_ends()
        if options and self._group.checkedButton() is None:
            self._buttons[options[0].value].setChecked(True)

    def _mark_ends(self) -> None:
        buttons = list(self._buttons.values())
        for place, button in enumerate(buttons):
            button.first, button.last = place == 0, place == len(buttons) - 1

    def keep_only(self, values: Sequence[str]) -> None:
        """Drop options that are no longer offered."""
        for value in [one for one in self._buttons if one not in values]:
            button = self._buttons.pop(value)
            self._group.removeButton(button)
            self._line.removeWidget(button)
            button.deleteLater()
        self._mark_ends()

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show counts beside the words."""
        for value, number in counts.items():
            button = self._buttons.get(value)
            if button is not None:
                button.show_option(Option(value, button.option.text, number))

    def value(self) -> str:
        """Return the chosen value."""
        for value, button in self._buttons.items():
            if button.isChecked():
                return value
        return ""

    def set_value(self, value: str) -> None:
        """Choose a value without a signal."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, _ChoiceButton):
            self.chosen.emit(button.option.value)
