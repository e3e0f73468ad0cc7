"""A month of days, each with how much falls on it; arrow keys move the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.month_grid import DAYS, WEEKS, grid_days, month_after
from ui import format as fmt
from ui.theme import fonts, theme
from ui.widgets.paint import paint_focus

_HEAD: Final = 28
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


@dataclass(frozen=True, slots=True)
class DayMark:
    """What falls on a day: words of its first line, of its second, and their tone."""

    first: str
    second: str = ""
    tone: str = "text"


class MonthGrid(QWidget):
    """Six weeks from Monday to Sunday.

    Signals:
        chosen: another day is current.
        month_changed: another month is shown (its first day).
    """

    chosen = Signal(object)
    month_changed = Signal(object)

    def __init__(self, name: str, day: date) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._day, self._today = day, day
        self._marks: Mapping[date, DayMark] = {}
        self._weekdays: tuple[str, ...] = ("",) * DAYS
        theme().changed.connect(self.update)

    def day(self) -> date:
        """Return the current day."""
        return self._day

    def show_marks(self, marks: Mapping[date, DayMark], today: date) -> None:
        """Show what falls on the days."""
        self._marks, self._today = marks, today
        self._tell()

    def set_day(self, day: date) -> None:
        """Make another day current."""
        before, self._day = self._day, day
        if (before.year, before.month) != (day.year, day.month):
            self.month_changed.emit(day.replace(day=1))
        self.chosen.emit(day)
        self._tell()

    def step_month(self, months: int) -> None:
        """Go some months on or back, to the first."""
        self.set_day(month_after(self._day, months))

    def set_words(self, name: str, weekdays: tuple[str, ...]) -> None:
        """Set its name and the heads of the columns, Monday first."""
        self.setAccessibleName(name)
        self._weekdays = weekdays
        self._tell()

    def _tell(self) -> None:
        mark = self._marks.get(self._day)
        said = "" if mark is None else f" {mark.first} {mark.second}"
        self.setAccessibleDescription(f"{self._day.isoformat()}{said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that shows two lines on each day."""
        return QSize(DAYS * 120, _HEAD + WEEKS * 76)

    # painting

    def _cell(self, place: int) -> QRectF:
        wide = self.width() / DAYS
        high = (self.height() - _HEAD) / WEEKS
        return QRectF(place % DAYS * wide, _HEAD + place // DAYS * high, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heads and the days."""
        painter, colours = QPainter(self), theme()
        painter.fillRect(self.rect(), colours.colour("pane"))
        painter.fillRect(QRectF(0, 0, self.width(), _HEAD), colours.colour("head"))
        painter.setFont(fonts.font(fonts.SMALL))
        painter.setPen(colours.colour("text-2"))
        for place, word in enumerate(self._weekdays):
            area = self._cell(place)
            area.setTop(0)
            area.setHeight(_HEAD)
            painter.drawText(area.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
        for place, day in enumerate(grid_days(self._day)):
            self._paint_day(painter, self._cell(place), day)
        if self.hasFocus():
            place = grid_days(self._day).index(self._day)
            paint_focus(painter, self._cell(place))

    def _paint_day(self, painter: QPainter, area: QRectF, day: date) -> None:
        colours = theme()
        if day == self._day:
            painter.fillRect(area, colours.colour("select"))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), colours.colour("grid")
        )
        painter.fillRect(
            QRectF(area.right() - 1, area.top(), 1, area.height()), colours.colour("grid")
        )
        inside = day.month == self._day.month
        painter.setFont(fonts.number_font(fonts.SMALL, bold=day == self._today))
        ink = "accent" if day == self._today else "text" if inside else "text-3"
        painter.setPen(colours.colour(ink))
        painter.drawText(area.adjusted(8, 6, -8, 0), 0, str(day.day))
        mark = self._marks.get(day)
        if mark is None:
            return
        painter.setFont(fonts.font(fonts.SMALL, bold=True))
        painter.setPen(colours.colour(mark.tone))
        painter.drawText(area.adjusted(8, 26, -8, 0), 0, mark.first)
        painter.setFont(fonts.number_font(fonts.SMALL))
        painter.setPen(colours.colour("text-2"))
        painter.drawText(area.adjusted(8, 43, -8, 0), 0, mark.second or fmt.DASH)

    # acting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, weeks or months."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.set_day(self._day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step_month(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.set_day(self._today)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        found = self._at(event.position().toPoint())
        if found is not None:
            self.set_day(found)

    def _at(self, point: QPoint) -> date | None:
        for place, day in enumerate(grid_days(self._day)):
            if self._cell(place).contains(point):
                return day
        return None
