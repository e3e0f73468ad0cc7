"""Fields that people type into: filter, amount, date, and their place in a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from domain.money import plain
from ui import format as fmt
from ui import parse
from ui.marks import translate
from ui.theme import fonts, theme
from ui.widgets.basic import column, label, row


class AmountEdit(QLineEdit):
    """An amount in minor units of a currency; typed with or without separators."""

    def __init__(self, currency: str = "CNY", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.currency = currency
        self.setFont(fonts.number_font())
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def minor(self) -> int | None:
        """Return the amount in minor units, None when empty or unclear."""
        return parse.amount(self.text(), self.currency)

    def is_unclear(self) -> bool:
        """Whether something is typed that is not an amount of the currency."""
        return bool(self.text().strip()) and self.minor() is None

    def set_minor(self, minor: int | None) -> None:
        """Show an amount."""
        self.setText("" if minor is None else fmt.money(minor, self.currency))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the plain number, ready to be typed over."""
        super().focusInEvent(event)
        minor = self.minor()
        if minor is not None:
            self.setText(plain(minor, self.currency))
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show separators again."""
        super().focusOutEvent(event)
        minor = self.minor()
        if minor is not None:
            self.set_minor(minor)


class DateEdit(QLineEdit):
    """A date, typed in any usual way or picked; up and down move it by a day.

    Signals:
        changed: another valid date stands here (None when emptied).
    """

    changed = Signal(object)

    def __init__(
        self, on: date | None, near: date, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._near = on or near
        self._shown: date | None = None
        self._popup: QFrame | None = None
        self._pick = QAction(self)
        self._pick.triggered.connect(self.show_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._settle)
        theme().changed.connect(self._tint)
        self._tint()
        self.set_day(on)

    def day(self) -> date | None:
        """Return the date, None when empty or unclear."""
        return parse.day(self.text(), self._near)

    def is_unclear(self) -> bool:
        """Whether something is typed that is no date."""
        return bool(self.text().strip()) and self.day() is None

    def set_day(self, on: date | None) -> None:
        """Show a date."""
        self._shown = on
        self.setText("" if on is None else on.isoformat())

    def show_calendar(self) -> None:
        """Open the calendar under the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("role", "popup")
        calendar = QCalendarWidget(popup)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        now = self.day() or self._near
        calendar.setSelectedDate(QDate(now.year, now.month, now.day))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        QVBoxLayout(popup).addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self._popup = popup
        popup.show()
        calendar.setFocus()

    def _picked(self, chosen: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup.deleteLater()
            self._popup = None
        self._show_and_tell(date(chosen.year(), chosen.month(), chosen.day()))

    def _show_and_tell(self, on: date | None) -> None:
        before = self._shown
        self.set_day(on)
        if on != before:
            self.changed.emit(on)

    def _settle(self) -> None:
        if not self.is_unclear():
            self._show_and_tell(self.day())

    def _tint(self) -> None:
        self._pick.setIcon(theme().icon("calendar-days", "text-2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a day; Alt+Down opens the calendar."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_calendar()
        else:
            self._show_and_tell((self.day() or self._near) + timedelta(days=step))


class Field(QWidget):
    """A labelled editor with room for its error under it.

    The label is wired to the editor for screen readers and keys; words come from
    ``words``, called again on every retranslation.
    """

    def __init__(
        self,
        editor: QWidget,
        words: Callable[[], str],
        *,
        label_width: int = 96,
        above: bool = False,
        hint: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self.editor = editor
        self._words, self._hint = words, hint
        self._label = label("label")
        self._label.setBuddy(editor)
        self._error = label("error", wrap=True)
        self._hint_label = label("hint", wrap=True)
        self._error.hide()
        self._hint_label.setVisible(hint is not None)
        under = column(editor, self._hint_label, self._error, gap=4)
        if above:
            self.setLayout(column(self._label, under, gap=4))
        else:
            self._label.setFixedWidth(label_width)
            self._label.setFixedHeight(28)
            holder = row(self._label, under, gap=0)
            holder.setAlignment(self._label, Qt.AlignmentFlag.AlignTop)
            self.setLayout(holder)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words again."""
        self._label.setText(self._words())
        self.editor.setAccessibleName(self._words())
        if self._hint is not None:
            self._hint_label.setText(self._hint())

    def set_error(self, text: str) -> None:
        """Show what to correct under the field, "" for nothing."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._hint_label.setVisible(self._hint is not None and not text)
        self.editor.setProperty("error", "true" if text else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(text)

    def error(self) -> str:
        """Return the error shown."""
        return self._error.text() if self._error.isVisibleTo(self) else ""


def unclear_amount() -> str:
    """Return the line under an amount that cannot be read."""
    return translate("Fields", "Type an amount such as 1234.50")


def unclear_date() -> str:
    """Return the line under a date that cannot be read."""
    return translate("Fields", "Type a date such as 2026-11-20")


def needed() -> str:
    """Return the line under an empty field that must be filled."""
    return translate("Fields", "This cannot be empty")
