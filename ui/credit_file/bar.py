"""How complete a customer's file is: percent, bar, what is missing by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.credit.file.completeness import ITEM_WORDS, Completeness, Item
from domain.fields import pick
from ui.marks import translate
from ui.theme import theme
from ui.widgets.basic import CutLabel, label, row, set_tone

_WIDTH: Final = 120
_HIGH: Final = 6


class Gauge(QWidget):
    """A thin bar that is filled by a percentage."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._percent = 0
        self.setFixedSize(QSize(_WIDTH, 16))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_percent(self, percent: int) -> None:
        """Fill it otherwise."""
        self._percent = percent
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and what is filled: green when full, else amber."""
        painter, colours = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _HIGH) / 2
        painter.setBrush(colours.colour("border"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), _HIGH), 3, 3)
        painter.setBrush(colours.colour("green" if self._percent >= 100 else "amber"))
        filled = self.width() * self._percent / 100
        if filled:
            painter.drawRoundedRect(QRectF(0, top, filled, _HIGH), 3, 3)


class CompletenessBar(QWidget):
    """One line: how complete, the bar, and what is missing or too old."""

    def __init__(self, name: str, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = label("strong", name=f"{name}.percent")
        self._gauge = Gauge(f"{name}.gauge")
        self._missing = CutLabel()
        self._missing.setObjectName(f"{name}.missing")
        layout = row(
            self._title, self._gauge, self._missing, *buttons, margins=(16, 0, 16, 0), gap=10
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFixedHeight(43)

    def show_completeness(self, found: Completeness, language: str) -> None:
        """Show how complete a file is."""
        said = translate("CreditFile", "File {percent} % complete")
        self._title.setText(said.format(percent=found.percent))
        set_tone(self._title, "green" if found.percent == 100 else "")
        self._gauge.show_percent(found.percent)
        self._missing.setText(lacking(found, language))
        self._missing.setToolTip(self._missing.text())
        self.setAccessibleName(f"{self._title.text()}. {self._missing.text()}")


def lacking(found: Completeness, language: str) -> str:
    """Return what a file lacks, by name: missing, then out of date."""
    parts = []
    if found.missing:
        said = translate("CreditFile", "Missing: {items}")
        parts.append(said.format(items=_named(found.missing, language)))
    if found.old:
        said = translate("CreditFile", "Out of date: {items}")
        parts.append(said.format(items=_named(found.old, language)))
    return ("；" if language == "zh" else "; ").join(parts)


def _named(items: Sequence[Item], language: str) -> str:
    mark = "、" if language == "zh" else ", "
    return mark.join(pick(ITEM_WORDS[item], language) for item in items)
