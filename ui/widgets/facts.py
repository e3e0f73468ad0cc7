"""Facts of a record (label left, value right) and a chain of what happened to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import fonts, icons, theme
from ui.widgets.basic import column, label, row, set_tone
from ui.widgets.button import Button

_DOT: Final = 22


class Facts(QWidget):
    """Label and value per line; values can be selected for copying."""

    def __init__(self, *, label_width: int = 0) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        if label_width:
            self._grid.setColumnMinimumWidth(0, label_width)
        self._left = bool(label_width)

    def show_facts(
        self, facts: Sequence[tuple[str, str]], tones: dict[str, str] | None = None
    ) -> None:
        """Show facts as (label, value); empty values are left out."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for at, (name, value) in enumerate(one for one in facts if one[1]):
            title, text = label("label", name), label("", value, wrap=True)
            side = Qt.AlignmentFlag.AlignLeft if self._left else Qt.AlignmentFlag.AlignRight
            text.setAlignment(side)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_tone(text, (tones or {}).get(name, ""))
            title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(title, at, 0)
            self._grid.addWidget(text, at, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A step of a chain: icon, what it is, its number (opens it), its date."""

    icon: str
    what: str
    number: str
    on: str = ""
    open: Callable[[], object] | None = None
    detail: str = ""


class Chain(QWidget):
    """Steps under each other with a line between their icons."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = column(gap=0)
        self.setLayout(self._column)

    def show_links(self, links: Sequence[Link]) -> None:
        """Show other steps."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for at, link in enumerate(links):
            self._column.addWidget(self._line(at, link, last=at == len(links) - 1))

    def _line(self, at: int, link: Link, *, last: bool) -> QWidget:
        dot = _Dot(link.icon, last=last)
        what = label("label", link.what)
        what.setFixedWidth(64)
        if link.open is None:
            number: QWidget = label("", link.number)
        else:
            button = Button(name=f"{self.objectName()}.{at}", kind="link")
            button.set_words(link.number, link.detail)
            button.clicked.connect(partial(_called, link.open))
            number = button
        holder = QWidget()
        holder.setLayout(row(dot, what, number, None, label("small", link.on), gap=8))
        holder.setFixedHeight(28)
        return holder


def _called(run: Callable[[], object], _checked: bool = False) -> None:
    run()


class _Dot(QWidget):
    """An icon in a ring, joined to the next one."""

    def __init__(self, icon: str, *, last: bool) -> None:
        super().__init__()
        self._icon, self._last = icon, last
        self.setFixedSize(QSize(_DOT, 28))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("border"), 1))
        if not self._last:
            painter.drawLine(QPointF(11, 25), QPointF(11, 28))
        painter.setBrush(colours.colour("pane"))
        painter.drawEllipse(QRectF(0.5, 3.5, 21, 21))
        icons.paint(painter, self._icon, colours.hex("text-2"), QRectF(4.5, 7.5, 13, 13))


class Number(QWidget):
    """A caption over a figure, as in the head of a record."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._caption, self._figure, self._tone = "", "", "text"
        theme().changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setObjectName(name)

    def show_figure(self, caption: str, figure: str, tone: str = "text") -> None:
        """Show a figure with its caption."""
        self._caption, self._figure, self._tone = caption, figure, tone
        self.setAccessibleName(f"{caption} {figure}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Measure both lines."""
        figure = QFontMetricsF(fonts.number_font(20, bold=True)).horizontalAdvance(self._figure)
        caption = QFontMetricsF(fonts.font()).horizontalAdvance(self._caption)
        return QSize(round(max(figure, caption) + 41), 52)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the divider, the caption and the figure, all to the right."""
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(QRectF(0, 2, 1, rect.height() - 4), colours.colour("border"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        area = rect.adjusted(0, 0, -20, 0)
        painter.setFont(fonts.font())
        painter.setPen(colours.colour("text-2"))
        painter.drawText(QRectF(area.left(), 2, area.width(), 20), right, self._caption)
        painter.setFont(fonts.number_font(20, bold=True))
        painter.setPen(colours.colour(self._tone))
        painter.drawText(QRectF(area.left(), 22, area.width(), 28), right, self._figure)
