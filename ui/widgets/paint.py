"""Painting shared by widgets and list delegates: chips, key caps, check boxes, focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.theme import fonts, icons, theme

CHIP_HEIGHT: Final = 18
CHIP_PADDING: Final = 8
CHIP_GAP: Final = 4
CHECK_SIZE: Final = 14

#: tone → (ground token, text token); outline has no ground.
_TONES: Final = {
    "red": ("red-soft", "red"),
    "amber": ("amber-soft", "amber"),
    "accent": ("accent-soft", "accent"),
    "green": ("green-soft", "green"),
    "neutral": ("neutral-soft", "text-2"),
    "outline": (None, "text-2"),
}


@dataclass(frozen=True, slots=True)
class ChipText:
    """A chip's word and its tone: red, amber, accent, green, neutral, outline."""

    text: str
    tone: str = "neutral"


def chip_width(text: str) -> float:
    """Return the width of a chip."""
    metrics = QFontMetricsF(fonts.font(fonts.SMALL))
    return metrics.horizontalAdvance(text) + 2 * CHIP_PADDING


def paint_chip(
    painter: QPainter, left: float, middle: float, chip: ChipText, *, selected: bool = False
) -> float:
    """Draw a chip around a middle line and return its width."""
    ground, ink = _TONES[chip.tone]
    width = chip_width(chip.text)
    rect = QRectF(left, middle - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
    colours = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground is None:
        painter.setPen(QPen(colours.colour("button"), 1))
        painter.setBrush(colours.colour("pane"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8.5, 8.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("pane" if selected else ground))
        painter.drawRoundedRect(rect, 9, 9)
    painter.setPen(colours.colour(ink))
    painter.setFont(fonts.font(fonts.SMALL))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip.text)
    painter.restore()
    return width


def paint_chips(
    painter: QPainter, rect: QRectF, chips: list[ChipText], *, selected: bool = False
) -> int:
    """Draw what fits of up to two chips, then "+1"; return how many were left out."""
    left, shown = rect.left(), 0
    for chip in chips[:2]:
        more = len(chips) - shown - 1
        room = rect.right() - (20 if more else 0)
        if left + chip_width(chip.text) > room and shown:
            break
        left += paint_chip(painter, left, rect.center().y(), chip, selected=selected) + CHIP_GAP
        shown += 1
    hidden = len(chips) - shown
    if hidden:
        painter.setPen(theme().colour("text-2"))
        painter.setFont(fonts.font(fonts.SMALL))
        rest = QRectF(left + 2, rect.top(), 30, rect.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"+{hidden}")
    return hidden


def cap_width(text: str) -> float:
    """Return the width of a key cap."""
    metrics = QFontMetricsF(fonts.font(fonts.TINY))
    return max(16.0, metrics.horizontalAdvance(text) + 10)


def paint_cap(
    painter: QPainter, left: float, middle: float, text: str, ink: QColor, line: QColor
) -> None:
    """Draw a key cap: a small outlined box with the key in it."""
    rect = QRectF(left, middle - 8.5, cap_width(text), 17)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(ink)
    painter.setFont(fonts.font(fonts.TINY))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_check(painter: QPainter, centre: QPointF, state: Qt.CheckState) -> None:
    """Draw a check box of 14 pixels around a point."""
    colours = theme()
    half = CHECK_SIZE / 2
    rect = QRectF(centre.x() - half, centre.y() - half, CHECK_SIZE, CHECK_SIZE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state == Qt.CheckState.Unchecked:
        painter.setPen(QPen(colours.colour("field"), 1))
        painter.setBrush(colours.colour("pane"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent"))
        painter.drawRoundedRect(rect, 3, 3)
        if state == Qt.CheckState.Checked:
            inner = QRectF(rect.left() + 1, rect.top() + 1, 12, 12)
            icons.paint(painter, "check", colours.hex("on-accent"), inner)
        else:
            bar = QRectF(rect.left() + 3, rect.center().y() - 1, 8, 2)
            painter.fillRect(bar, colours.colour("on-accent"))
    painter.restore()


def paint_focus(painter: QPainter, rect: QRectF, radius: float = 4) -> None:
    """Draw the focus outline: two pixels of accent, no glow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour("accent"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def elided(metrics: QFontMetricsF, text: str, width: float) -> str:
    """Return text cut at its end with an ellipsis where it does not fit."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def paint_share(painter: QPainter, rect: QRectF, part: int, whole: int | None) -> None:
    """Draw a part of a whole as a bar of two pixels at the foot of a cell.

    Full and red above the whole, amber above four fifths; nothing where nothing is known.
    """
    if whole is None or part <= 0:
        return
    colours = theme()
    tone = "red" if part > whole else "amber" if part * 5 > whole * 4 else "accent"
    filled = rect.width() * min(part / whole, 1.0) if whole > 0 else rect.width()
    ground = QRectF(rect.left(), rect.bottom() - 4, rect.width(), 2)
    painter.fillRect(ground, colours.colour("grid"))
    painter.fillRect(QRectF(ground.left(), ground.top(), filled, 2), colours.colour(tone))
