"""Lucide icons in the colour of a token, one cached picture per colour, size and scale."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"


@cache
def _source(name: str) -> str:
    text = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


def svg(name: str, colour: str) -> str:
    """Return the drawing of an icon in a colour."""
    return _source(name).replace("currentColor", colour)


@cache
def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """Draw an icon of ``size`` logical pixels at a scale factor."""
    renderer = QSvgRenderer(QByteArray(svg(name, colour).encode()))
    drawn = QPixmap(round(size * scale), round(size * scale))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


class _Engine(QIconEngine):
    """Draws an icon when it is first shown: menus hold dozens that few ever see."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint(painter, self._name, self._colour, QRectF(rect))

    def pixmap(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._colour, size.width(), 1.0)

    def scaledPixmap(
        self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        return pixmap(self._name, self._colour, round(size.width() / scale), scale)


def icon(name: str, colour: str) -> QIcon:
    """Return an icon that draws itself sharply at any size and scale."""
    return QIcon(_Engine(name, colour))


def paint(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw an icon into a square at the painter's own scale."""
    scale = painter.device().devicePixelRatioF()
    picture = pixmap(name, colour, round(rect.width()), scale)
    painter.drawPixmap(rect.topLeft(), picture)
