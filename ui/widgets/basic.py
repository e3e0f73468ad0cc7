"""Labels, lines, rows and chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import theme
from ui.widgets.paint import CHIP_GAP, CHIP_HEIGHT, ChipText, chip_width, elided, paint_chip


def label(role: str = "", text: str = "", *, name: str = "", wrap: bool = False) -> QLabel:
    """Return a label of a role of the style sheet; figures can be selected for copying."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label the colour of a tone ("" for none)."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def line(*, vertical: bool = False, role: str = "line") -> QFrame:
    """Return a line of one pixel between panes."""
    made = QFrame()
    made.setProperty("role", role)
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def _fill(layout: QBoxLayout, parts: Sequence[object]) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)


def row(
    *parts: object, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """Return a row of widgets and layouts; None is a stretch, an int a space."""
    layout = QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    _fill(layout, parts)
    return layout


def column(
    *parts: object, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QVBoxLayout:
    """Return a column of widgets and layouts; None is a stretch, an int a space."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    _fill(layout, parts)
    return layout


def line_edit(name: str) -> QLineEdit:
    """Return a line to type in, by its name."""
    made = QLineEdit()
    made.setObjectName(name)
    return made


def pane(layout: QLayout, *, role: str = "pane", name: str = "", height: int = 0) -> QWidget:
    """Return a widget of a ground with a layout in it."""
    made = QWidget()
    made.setProperty("role", role)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if name:
        made.setObjectName(name)
    if height:
        made.setFixedHeight(height)
    made.setLayout(layout)
    return made


class CutLabel(QLabel):
    """A secondary text that gives way: cut at its end where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "label")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Nothing is needed."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(theme().colour("text-2"))
        text = elided(QFontMetricsF(self.font()), self.text(), self.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(flags), text)


class Chips(QWidget):
    """A row of chips; screen readers hear their words."""

    def __init__(self, chips: Sequence[ChipText] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[ChipText] = []
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)
        self.set_chips(chips)

    def set_chips(self, chips: Sequence[ChipText]) -> None:
        """Show other chips."""
        self._chips = list(chips)
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        self.setVisible(bool(chips))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Measure the words."""
        width = sum(chip_width(chip.text) + CHIP_GAP for chip in self._chips)
        return QSize(round(width + 0.5), CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Chips are dropped from the end when there is no room."""
        return QSize(0, CHIP_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chips that fit."""
        painter = QPainter(self)
        left = 0.0
        for chip in self._chips:
            if left + chip_width(chip.text) > self.width() + 1:
                break
            left += paint_chip(painter, left, self.height() / 2, chip) + CHIP_GAP
