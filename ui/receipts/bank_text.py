"""The words of a payment with what was found in them on a marked ground, numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.receipts.evidence import Span
from ui.theme import fonts, theme

#: Words are kept whole where there is room; Chinese may break anywhere.
_WORDS: Final = re.compile(r"[\w./#-]+(?<![\u2e80-\uffff])|\s+|.", re.ASCII | re.DOTALL)
_LINE: Final = 22
_DOT: Final = 14.0
_PAD: Final = 3.0
#: More lines than these are cut; the original row has all of it.
MOST_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stays together; ``mark`` -1: nothing was found in it."""

    text: str
    mark: int = -1
    against: bool = False


def pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """Cut a text into what was found and the words around it."""
    at = 0
    for span in spans:
        yield from (Piece(word) for word in _WORDS.findall(text[at : span.start]))
        yield Piece(text[span.start : span.end], span.mark, span.against)
        at = span.end
    yield from (Piece(word) for word in _WORDS.findall(text[at:]))


def paint_mark(painter: QPainter, left: float, middle: float, mark: int) -> None:
    """Draw the number of a document in a filled circle."""
    colours = theme()
    rect = QRectF(left, middle - _DOT / 2, _DOT, _DOT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("accent"))
    painter.drawEllipse(rect)
    painter.setPen(colours.colour("on-accent"))
    painter.setFont(fonts.number_font(fonts.TINY, bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(mark))
    painter.restore()


class BankText(QWidget):
    """Draws a text over as many lines as it needs, up to three."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._caption, self._text = "", ""
        self._spans: tuple[Span, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.update)

    def show_text(self, caption: str, text: str, spans: Sequence[Span]) -> None:
        """Show another text."""
        self._caption, self._text, self._spans = caption, text, tuple(spans)
        marked = [f"{text[one.start : one.end]} ({one.mark})" for one in spans if one.mark]
        self.setAccessibleName(f"{caption} {text}".strip())
        self.setAccessibleDescription(", ".join(marked))
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def spans(self) -> tuple[Span, ...]:
        """Return what is marked."""
        return self._spans

    def hasHeightForWidth(self) -> bool:
        """It grows with its lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines, and of the padding around them."""
        count = 1 + max((line for line, _left, _piece in self._placed(width)), default=0)
        return 14 + _LINE * min(count, MOST_LINES)

    def sizeHint(self) -> QSize:
        """One line, until the width is known."""
        return QSize(240, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(120, 14 + _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the lines break otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _inner(self) -> tuple[float, float]:
        """Return where the text begins beside its caption, and the caption's width."""
        caption = QFontMetricsF(fonts.font(fonts.SMALL)).horizontalAdvance(self._caption)
        return (12.0 + caption + (10 if self._caption else 0), caption)

    def _width_of(self, piece: Piece, metrics: QFontMetricsF) -> float:
        width = metrics.horizontalAdvance(piece.text)
        if piece.mark < 0:
            return width
        return width + 2 * _PAD + (_DOT + 3 if piece.mark else 0) + 2

    def _placed(self, width: int) -> Iterator[tuple[int, float, Piece]]:
        """Yield each piece with its line and its place in it."""
        metrics = QFontMetricsF(fonts.font())
        left, _caption = self._inner()
        room = max(80.0, width - left - 12)
        line, at = 0, 0.0
        for piece in pieces(self._text, self._spans):
            needed = self._width_of(piece, metrics)
            if at and at + needed > room and not piece.text.isspace():
                line, at = line + 1, 0.0
            yield line, at, piece
            at += needed

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, caption, words and marks."""
        painter, colours = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.colour("border"))
        painter.setBrush(colours.colour("head"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left, caption = self._inner()
        painter.setFont(fonts.font(fonts.SMALL))
        painter.setPen(colours.colour("text-3"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(12, 7, caption + 2, _LINE), flags, self._caption)
        painter.setFont(fonts.font())
        metrics = QFontMetricsF(painter.font())
        for line, at, piece in self._placed(self.width()):
            if line < MOST_LINES:
                self._piece(painter, metrics, QPointF(left + at, 7 + line * _LINE), piece)

    def _piece(
        self, painter: QPainter, metrics: QFontMetricsF, corner: QPointF, piece: Piece
    ) -> None:
        colours, width = theme(), metrics.horizontalAdvance(piece.text)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        place = QRectF(corner.x(), corner.y(), width + 2, _LINE)
        if piece.mark < 0:
            painter.setPen(colours.colour("text"))
            painter.drawText(place, flags, piece.text)
            return
        whole = self._width_of(piece, metrics) - 2
        ground = QRectF(corner.x(), corner.y() + 1, whole, _LINE - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("red-soft" if piece.against else "mark"))
        painter.drawRoundedRect(ground, 2, 2)
        painter.setPen(colours.colour("red" if piece.against else "mark-text"))
        painter.drawText(place.translated(_PAD, 0), flags, piece.text)
        if piece.mark:
            dot = ground.right() - _PAD - _DOT
            paint_mark(painter, dot, ground.center().y(), piece.mark)
