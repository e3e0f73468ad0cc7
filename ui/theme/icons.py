"""Lucide icons in the colour of a token, one cached picture per colour, size and scale."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
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


@cache
def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """Return an icon with pictures for the usual scale factors."""
    made = QIcon()
    for scale in (1.0, 1.25, 1.5, 2.0):
        made.addPixmap(pixmap(name, colour, size, scale))
    return made


def paint(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw an icon into a square at the painter's own scale."""
    scale = painter.device().devicePixelRatioF()
    picture = pixmap(name, colour, round(rect.width()), scale)
    painter.drawPixmap(rect.topLeft(), picture)
