"""The proposals for a payment: confidence, rule, reason and evidence, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui import format as fmt
from ui.receipts.words import percent
from ui.theme import fonts, theme
from ui.widgets.basic import column
from ui.widgets.paint import CHIP_GAP, ChipText, chip_width, elided, paint_chip, paint_focus

ROW: Final = 32
_BAR: Final = 56
_CONFIDENCE: Final = 106
_RULE: Final = 158
_LEFT_OF_REASON: Final = 12
#: Room that the reason keeps beside the chips.
_REASON: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A proposal in words; ``confidence`` None: it is not one that was found.

    ``tip`` has every reason in full.
    """

    confidence: int | None
    rule: str
    reason: str
    chips: tuple[str, ...] = ()
    tip: str = ""


class _Row(QAbstractButton):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._offer = Offer(confidence=None, rule="", reason="")
        self._rule_width = 0.0
        theme().changed.connect(self.update)

    def show_offer(self, offer: Offer, rule_width: float) -> None:
        self._offer, self._rule_width = offer, rule_width
        sure = "" if offer.confidence is None else percent(offer.confidence)
        told = (sure, offer.rule, offer.reason, *offer.chips)
        self.setAccessibleName(", ".join(one for one in told if one))
        self.setToolTip(offer.tip or offer.reason)
        self.setAccessibleDescription(offer.tip)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(rect, colours.colour("select"))
        elif self.underMouse():
            painter.fillRect(rect, colours.colour("hover"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, colours.colour("grid"))
        self._radio(painter, rect)
        self._confidence(painter, rect)
        self._words(painter, rect)
        if self.hasFocus():
            paint_focus(painter, rect, 0)

    def _radio(self, painter: QPainter, rect: QRectF) -> None:
        colours, on = theme(), self.isChecked()
        circle = QRectF(16, rect.center().y() - 7, 14, 14)
        painter.setBrush(colours.colour("accent" if on else "pane"))
        painter.setPen(colours.colour("accent" if on else "field"))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("on-accent"))
            painter.drawEllipse(circle.adjusted(4.5, 4.5, -4.5, -4.5))

    def _confidence(self, painter: QPainter, rect: QRectF) -> None:
        colours, sure = theme(), self._offer.confidence
        if sure is not None:
            bar = QRectF(42, rect.center().y() - 2, _BAR, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("border"))
            painter.drawRoundedRect(bar, 2, 2)
            bar.setWidth(_BAR * sure / 100)
            painter.setBrush(colours.colour("accent" if self.isChecked() else "text-2"))
            painter.drawRoundedRect(bar, 2, 2)
        painter.setFont(fonts.number_font(bold=self.isChecked()))
        painter.setPen(colours.colour("text"))
        said = fmt.DASH if sure is None else percent(sure)
        self._text(painter, QRectF(_CONFIDENCE, 0, _RULE - _CONFIDENCE, rect.height()), said)

    def _words(self, painter: QPainter, rect: QRectF) -> None:
        painter.setFont(fonts.font())
        painter.setPen(theme().colour("text"))
        self._text(painter, QRectF(_RULE, 0, self._rule_width + 2, ROW), self._offer.rule)
        left = _RULE + self._rule_width + _LEFT_OF_REASON
        right = self._chips(painter, rect, left)
        painter.setFont(fonts.font(fonts.SMALL))
        painter.setPen(theme().colour("text-2"))
        room = right - left - 8
        if room > 24:
            said = elided(QFontMetricsF(painter.font()), self._offer.reason, room)
            self._text(painter, QRectF(left, 0, room, ROW), said)

    def _chips(self, painter: QPainter, rect: QRectF, left: float) -> float:
        """Draw the chips that leave room for a reason; return where they begin."""
        tone = "accent" if self.isChecked() else "outline"
        right = rect.right() - 15
        room = right - left - _REASON
        shown: list[str] = []
        for word in self._offer.chips:
            room -= chip_width(word) + CHIP_GAP
            if room < 0:
                break
            shown.append(word)
        at = right - sum(chip_width(word) + CHIP_GAP for word in shown)
        begins = at
        for word in shown:
            chip = ChipText(word, tone)
            at += paint_chip(painter, at, rect.center().y(), chip, selected=self.isChecked())
            at += CHIP_GAP
        return begins

    def _text(self, painter: QPainter, rect: QRectF, text: str) -> None:
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(rect, flags, text)


class ProposalList(QWidget):
    """Up to four rows; a click or its digit chooses one.

    Signals:
        chosen: another row was clicked (its place).
    """

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        # None is chosen where a person has named another customer.
        self._group.setExclusive(False)
        self._rows: list[_Row] = []
        self._column = column()
        self.setLayout(self._column)
        self._group.idClicked.connect(self._clicked)

    def show_offers(self, offers: Sequence[Offer], chosen: int | None) -> None:
        """Show proposals, the one chosen on the selected ground."""
        while len(self._rows) < len(offers):
            made = _Row(f"{self.objectName()}.{len(self._rows) + 1}")
            self._group.addButton(made, len(self._rows))
            self._rows.append(made)
            self._column.addWidget(made)
        metrics = QFontMetricsF(fonts.font())
        width = max((metrics.horizontalAdvance(one.rule) for one in offers), default=0.0)
        for place, made in enumerate(self._rows):
            made.setVisible(place < len(offers))
            made.setChecked(place == chosen)
            if place < len(offers):
                made.show_offer(offers[place], width)
        self.setFixedHeight(ROW * len(offers))

    def count(self) -> int:
        """Return how many rows there are."""
        return sum(1 for one in self._rows if not one.isHidden())

    def _clicked(self, place: int) -> None:
        for at, one in enumerate(self._rows):
            one.setChecked(at == place)
        self.chosen.emit(place)
