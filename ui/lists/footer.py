"""The foot of a list: count, sum of the filter, sum of the selection, acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import format as fmt
from ui.marks import translate
from ui.theme import fonts, theme
from ui.widgets.basic import line, row


@dataclass(frozen=True, slots=True)
class Figure:
    """A label and its figure. ``tone``: ink of the figure."""

    label: str
    figure: str
    tone: str = "text"
    after: str = ""


def sums_text(sums: Mapping[str, int]) -> str:
    """Write sums by currency; the currency is named only where there are several."""
    named = len(sums) > 1
    parts = [
        f"{currency} {fmt.money(minor, currency)}" if named else fmt.money(minor, currency)
        for currency, minor in sums.items()
    ]
    return " · ".join(parts) if parts else fmt.DASH


class Figures(QWidget):
    """A line of labels and bold figures, read out as one text."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 24) -> None:
        super().__init__(parent)
        self._figures: list[Figure] = []
        self._gap = gap
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        theme().changed.connect(self.update)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other figures."""
        self._figures = list(figures)
        spoken = (" ".join(p for p in (f.label, f.figure, f.after) if p) for f in figures)
        self.setAccessibleName("; ".join(spoken))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line of the footer."""
        return QSize(240, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw label and figure one after the other."""
        painter = QPainter(self)
        left = 0.0
        for figure in self._figures:
            pieces = [
                piece
                for piece in (
                    (figure.label, False, "text-2"),
                    (figure.figure, True, figure.tone),
                    (figure.after, False, "text-2"),
                )
                if piece[0]
            ]
            # A figure that does not fit is left out whole: a cut amount would mislead.
            needed = sum(self._width(text, bold) + 5 for text, bold, _token in pieces)
            if left and left + needed - 5 > self.width():
                break
            for text, bold, token in pieces:
                left += self._piece(painter, left, text, bold, token) + 5
            left += self._gap - 5

    def _width(self, text: str, bold: bool) -> float:
        font = (fonts.number_font if bold else fonts.font)(fonts.SMALL, bold)
        return QFontMetricsF(font).horizontalAdvance(text)

    def _piece(self, painter: QPainter, left: float, text: str, bold: bool, token: str) -> float:
        font = (fonts.number_font if bold else fonts.font)(fonts.SMALL, bold)
        width = QFontMetricsF(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(theme().colour(token))
        area = QRectF(left, 0, width + 2, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
        return width


class Footer(QWidget):
    """Foot of a list; buttons for acts on the selection stand at its right."""

    def __init__(self, buttons: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(32)
        self.figures = Figures()
        holder = row(self.figures, *buttons, margins=(16, 0, 16, 0), gap=4)
        self.setLayout(holder)
        self._line = line()
        self._line.setParent(self)

    def show_sums(
        self,
        count: int | None,
        noun: str,
        sums: Mapping[str, int],
        picked: int,
        picked_sums: Mapping[str, int],
    ) -> None:
        """Show count and sum of the filter, and of the selection where there is one.

        ``count`` None: still being counted.
        """
        figures = [Figure("", "…" if count is None else fmt.count(count), after=noun)]
        if sums:
            figures.append(Figure(translate("Lists", "Filter total"), sums_text(sums)))
        if picked:
            figures.append(Figure(translate("Lists", "Selected"), fmt.count(picked)))
        if picked and picked_sums:
            total = sums_text(picked_sums)
            figures.append(Figure(translate("Lists", "Selection total"), total, tone="accent"))
        self.figures.show_figures(figures)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the line along the top edge."""
        self._line.setGeometry(0, 0, self.width(), 1)
