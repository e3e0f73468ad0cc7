"""The pane beside the worklist: deadlines, days first, and how old the bank data are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from domain.listing import BankAccountRow
from domain.worklist.task import Deadline
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.theme import fonts, theme
from ui.today import words
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.paint import elided, paint_focus

WIDTH: Final = 304
_ROW: Final = 44
#: Nearer than this a deadline is amber, past it red.
_NEAR: Final = 7
#: Bank data older than this are amber.
_STALE: Final = 2
#: Where the words begin, behind the days.
_LEFT: Final = 80


class DeadlineRow(QAbstractButton):
    """One deadline: days left and date at the left, what and who, the amount at the right."""

    def __init__(self, one: Deadline, days: int, language: str) -> None:
        super().__init__()
        self._days, self._one = days, one
        counted = translate("Today", "%n day(s)", None, abs(days))
        self._left = f"{fmt.MINUS}{counted}" if days < 0 else counted
        self._day = fmt.short_day(one.on, language)
        self._what = words.deadline(one)
        english = language == "en" and one.customer_name_en
        self._who = one.customer_name_en if english else one.customer_name
        self._amount = fmt.money(one.amount, one.currency) if one.currency else ""
        self.setAccessibleName(f"{self._left} {self._what} {self._who} {self._amount}")
        self.setToolTip(self._who)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROW)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw two lines of words."""
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, colours.colour("hover"))
        painter.fillRect(
            QRectF(16, rect.bottom() - 1, rect.width() - 32, 1), colours.colour("grid")
        )
        tone = "red" if self._days < 0 else "amber" if self._days <= _NEAR else "text"
        bold, small = fonts.font(bold=True), fonts.font(fonts.SMALL)
        figure = fonts.number_font(fonts.SMALL)
        amount = QFontMetricsF(figure).horizontalAdvance(self._amount)
        room = rect.width() - _LEFT - 16 - amount - 8
        self._text(painter, QRectF(16, 4, _LEFT - 22, 18), bold, tone, self._left)
        self._text(painter, QRectF(16, 22, _LEFT - 22, 16), small, "text-2", self._day)
        what = elided(QFontMetricsF(fonts.font()), self._what, room)
        self._text(painter, QRectF(_LEFT, 4, room, 18), fonts.font(), "text", what)
        who = elided(QFontMetricsF(small), self._who, rect.width() - _LEFT - 16)
        self._text(painter, QRectF(_LEFT, 22, rect.width() - _LEFT - 16, 16), small, "text-2", who)
        place = QRectF(rect.width() - 16 - amount, 4, amount + 1, 18)
        self._text(painter, place, figure, "text", self._amount)
        if self.hasFocus():
            paint_focus(painter, rect)

    def _text(self, painter: QPainter, area: QRectF, font: object, ink: str, text: str) -> None:
        painter.setFont(font)  # type: ignore[arg-type]
        painter.setPen(theme().colour(ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)


class TodaySide(QWidget):
    """Deadlines above, bank accounts below.

    Signals:
        chosen: a record is to be opened (its address).
    """

    chosen = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.setFixedWidth(WIDTH)
        self._title = label("heading")
        self._none = label("small", wrap=True)
        self._rows = QWidget()
        self._rows.setLayout(QVBoxLayout())
        self._list = QScrollArea()
        self._list.setObjectName("today.deadlines")
        self._list.setWidgetResizable(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bank_title = label("heading")
        self._import = Button(name="today.import", kind="link", key="Ctrl+I")
        self._import.clicked.connect(lambda: ctx.command.emit("import"))
        self._banks = column(gap=4)
        head = pane(row(self._title, None, margins=(16, 0, 16, 0)), role="raised", height=40)
        bank = row(self._bank_title, None, self._import)
        foot = pane(column(bank, 4, self._banks, margins=(16, 10, 16, 12)), role="raised")
        self.setLayout(column(head, self._list, line(), foot))

    def show_deadlines(self, deadlines: Sequence[Deadline], day: date) -> None:
        """Show other deadlines."""
        inside = QWidget()
        inside.setProperty("role", "raised")
        rows: list[QWidget] = []
        for one in deadlines:
            made = DeadlineRow(one, (one.on - day).days, self.ctx.language)
            made.clicked.connect(lambda _on=False, to=one.address: self.chosen.emit(to))
            rows.append(made)
        none = label("small", translate("Today", "Nothing ends within the next months"), wrap=True)
        edge = 0 if rows else 16
        inside.setLayout(column(*(rows or [none]), None, margins=(edge, 0, edge, 0)))
        self._list.setWidget(inside)

    def show_accounts(self, accounts: Sequence[BankAccountRow], day: date) -> None:
        """Show how old the data of our accounts are."""
        while (old := self._banks.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for one in accounts:
            self._banks.addWidget(_account(one, day, self.ctx.language))
        if not accounts:
            said = translate("Today", "No bank statement was read yet")
            self._banks.addWidget(label("small", said, wrap=True))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(translate("Today", "Deadlines"))
        self._bank_title.setText(translate("Today", "Bank data"))
        self._import.set_words(translate("Today", "Import"))


def _account(one: BankAccountRow, day: date, language: str) -> QWidget:
    name = label("small", f"{one.bank or one.name} {one.number[-4:]}")
    age = None if one.last_on is None else (day - one.last_on).days
    if age is None:
        said, tone = fmt.DASH, "text-2"
    elif age <= 0:
        said, tone = translate("Today", "up to today"), "green"
    else:
        said = translate("Today", "%n day(s) old", None, age)
        tone = "green" if age <= _STALE else "amber"
    told = label("small", said)
    told.setProperty("tone", tone)
    told.setToolTip(fmt.day(one.last_on, language))
    holder = QWidget()
    holder.setLayout(row(name, None, told))
    return holder
