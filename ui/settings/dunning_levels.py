"""The levels of a dunning procedure as rows to type in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from domain.dunning_procedure import (
    AFTER_DUE,
    AFTER_SENT,
    MOST_LEVELS,
    OWN_MODE,
    Level,
    numbered,
)
from domain.errors import AgreedRateNeeded
from domain.interest_modes import MODES, mode_from
from domain.legal_event import Channel
from ui import interest_words, legal_words, parse
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import label, line_edit
from ui.widgets.fields import AmountEdit

_COLUMNS: Final = 8


class LevelRow:
    """The editors of one level."""

    def __init__(self, place: int, level: Level) -> None:
        name = f"settings.dunning.{{}}.{place}"
        self.number = label("")
        self.days = line_edit(name.format("days"))
        self.after = QComboBox()
        self.after.setObjectName(name.format("after"))
        self.pay = line_edit(name.format("pay"))
        self.fee = AmountEdit(name=name.format("fee"))
        self.percent = line_edit(name.format("percent"))
        self.interest = QComboBox()
        self.interest.setObjectName(name.format("interest"))
        self.channel = QComboBox()
        self.channel.setObjectName(name.format("channel"))
        self._level = level
        self.days.setText(str(level.days))
        self.pay.setText(str(level.pay_days))
        self.fee.set_minor(level.fee_minor or None)
        self.percent.setText(f"{level.fee_percent:f}" if level.fee_percent else "")
        for editor, width in ((self.days, 52), (self.pay, 52), (self.fee, 76), (self.percent, 52)):
            editor.setFixedWidth(width)
        for box, width in ((self.after, 96), (self.interest, 116), (self.channel, 92)):
            box.setFixedWidth(width)

    def editors(self) -> tuple[QWidget, ...]:
        """Return what stands in the row, in order."""
        typed = (self.days, self.after, self.pay, self.fee, self.percent)
        return (self.number, *typed, self.interest, self.channel)

    def typed(self) -> tuple[QLineEdit, ...]:
        """Return the editors that are typed into."""
        return self.days, self.pay, self.fee, self.percent

    def fill(self, language: str) -> None:
        """Set the choices in a language, keeping what is chosen."""
        after = self.after.currentData() or self._level.after
        interest = self.interest.currentData()
        channel = self.channel.currentData()
        _fill(self.after, _afters(), after)
        kept = self._level.interest if interest is None else interest
        _fill(self.interest, _ways(kept, language), kept)
        ways = [
            ("", ""),
            *((one.value, legal_words.channel(one.value, language)) for one in Channel),
        ]
        _fill(self.channel, ways, self._level.channel if channel is None else channel)

    def key(self) -> tuple[int, str] | None:
        """Return its days and what they count from, None when unclear."""
        days = _whole(self.days.text())
        return None if days is None else (days, self.after.currentData() or AFTER_DUE)

    def level(self, number: int) -> Level | None:
        """Return what is typed as a level of a number, None when something is unclear."""
        days, pay = _whole(self.days.text()), _whole(self.pay.text())
        fee = self.fee.minor() if self.fee.text().strip() else 0
        percent = _percent(self.percent.text())
        if days is None or pay is None or fee is None or percent is None:
            return None
        return Level(
            level=number,
            days=days,
            pay_days=pay,
            after=self.after.currentData(),
            fee_minor=fee,
            fee_percent=percent,
            interest=self.interest.currentData(),
            channel=self.channel.currentData(),
        )


class LevelsEdit(QWidget):
    """All levels of a procedure.

    Signals:
        touched: something was typed or chosen.
    """

    touched = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.rows: list[LevelRow] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(_COLUMNS, 1)
        self._heads = [label("heading", wrap=True) for _ in range(_COLUMNS)]
        for place, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, place)
        self.setLayout(self._grid)

    def show_levels(self, levels: Sequence[Level]) -> None:
        """Show other levels."""
        while self.rows:
            self.drop()
        for level in levels:
            self.add(level)

    def add(self, level: Level | None = None) -> None:
        """Add a level, by default one that comes later than the last."""
        place = len(self.rows) + 1
        if place > MOST_LEVELS:
            return
        made = LevelRow(place, level or self._next())
        made.fill(self.ctx.language)
        for at, editor in enumerate(made.editors()):
            self._grid.addWidget(editor, place, at)
        for typed in made.typed():
            typed.textEdited.connect(lambda _text: self._told())
        for box in (made.after, made.interest, made.channel):
            box.activated.connect(lambda _at: self._told())
        self.rows.append(made)
        self._name(made, place)
        self._renumber()
        self.touched.emit()

    def _next(self) -> Level:
        known = [key[0] for row in self.rows if (key := row.key()) is not None]
        return Level(len(self.rows) + 1, max(known, default=0) + 15)

    def drop(self) -> None:
        """Remove the last level."""
        if not self.rows:
            return
        for editor in self.rows.pop().editors():
            self._grid.removeWidget(editor)
            editor.deleteLater()
        self._renumber()
        self.touched.emit()

    def _told(self) -> None:
        self._renumber()
        self.touched.emit()

    def _numbers(self) -> list[int]:
        keys = [row.key() or (1, AFTER_DUE) for row in self.rows]
        return numbered(keys)

    def _renumber(self) -> None:
        for row, number in zip(self.rows, self._numbers(), strict=True):
            row.number.setText(str(number) if number > 0 else translate("Settings", "Reminder"))

    def levels(self) -> list[Level] | None:
        """Return what is typed, None (and the first unclear row in focus) when unclear."""
        found = []
        for row, number in zip(self.rows, self._numbers(), strict=True):
            level = row.level(number)
            if level is None:
                row.days.setFocus()
                return None
            found.append(level)
        return found

    def set_currency(self, currency: str) -> None:
        """Set the currency of the fees."""
        for row in self.rows:
            row.fee.currency = currency

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for head, text in zip(self._heads, _titles(), strict=True):
            head.setText(text)
        for place, row in enumerate(self.rows, start=1):
            row.fill(self.ctx.language)
            self._name(row, place)
        self._renumber()

    @staticmethod
    def _name(row: LevelRow, place: int) -> None:
        for editor, title in zip(row.editors()[1:], _titles()[1:], strict=True):
            editor.setAccessibleName(f"{title} {place}")


def _titles() -> list[str]:
    return [
        translate("Settings", "Level"),
        translate("Settings", "Days"),
        translate("Settings", "Counted"),
        translate("Settings", "To pay"),
        translate("Settings", "Fee"),
        translate("Settings", "Fee %"),
        translate("Settings", "Interest"),
        translate("Settings", "Sent by"),
    ]


def _afters() -> list[tuple[str, str]]:
    return [
        (AFTER_DUE, translate("Settings", "after due")),
        (AFTER_SENT, translate("Settings", "after last letter")),
    ]


def _ways(kept: str, language: str) -> list[tuple[str, str]]:
    """Return how interest may be claimed; a way with an agreed rate is offered where it is set."""
    ways = [
        ("", translate("Settings", "none")),
        (OWN_MODE, translate("Settings", "as set")),
        *((mode_from(code).text, interest_words.mode(code, language)) for code in _usable()),
    ]
    if kept not in [code for code, _words in ways]:
        ways.append((kept, kept))
    return ways


def _usable() -> list[str]:
    """Return the ways that need no agreed rate."""
    found = []
    for code in MODES:
        try:
            mode_from(code)
        except AgreedRateNeeded:
            continue
        found.append(code)
    return found


def _fill(box: QComboBox, options: Sequence[tuple[str, str]], kept: str) -> None:
    box.clear()
    for code, text in options:
        box.addItem(text, code)
    box.setCurrentIndex(max(0, box.findData(kept)))


def _whole(text: str) -> int | None:
    plain = parse.clean(text).replace("−", "-")
    digits = plain.removeprefix("-")
    return int(plain) if digits.isascii() and digits.isdigit() and len(digits) < 5 else None


def _percent(text: str) -> Decimal | None:
    plain = parse.clean(text).removesuffix("%").strip()
    if not plain:
        return Decimal(0)
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= 100 else None
