"""The row under the title: menus, book, back and forward, search, date, language, pane."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QMenuBar, QWidget

from ui.acts import Act
from ui.marks import translate
from ui.shell.search import GlobalSearch
from ui.theme import fonts
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.paint import elided

#: A longer name of the book is cut; its tooltip has all of it.
_BOOK_WIDTH: Final = 220
_NARROW: Final = 1100


class TopBar(QWidget):
    """Top row of the window.

    Signals:
        back, forward, panel: the bare icons.
        as_of_chosen: another date for all screens.
        language_chosen: "zh" or "en".
        book_asked: the book's menu is wanted at a point.
    """

    back = Signal()
    forward = Signal()
    panel = Signal()
    as_of_chosen = Signal(object)
    language_chosen = Signal(str)
    book_asked = Signal(QPoint)

    def __init__(self, acts: Callable[[], Sequence[Act]]) -> None:
        super().__init__()
        self.setObjectName("shell_top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(sys.platform == "darwin")
        self.search = GlobalSearch(acts)
        self._book = Button(name="shell.book", kind="flat", icon="book-open")
        self._back = Button(name="shell.back", kind="icon", icon="chevron-left", key="Alt+Left")
        self._forward = Button(
            name="shell.forward", kind="icon", icon="chevron-right", key="Alt+Right"
        )
        self._as_of = Button(name="shell.as_of", icon="calendar-days")
        self._language = Button(name="shell.language", kind="flat", icon="globe")
        self._panel = Button(name="shell.panel", kind="icon", icon="panel-right", key="F4")
        self._name = ""
        self._shown_as_of: date | None = None
        self._today: date | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        rule, second = line(vertical=True), line(vertical=True)
        rule.setFixedHeight(18)
        second.setFixedHeight(18)
        self._with_book = [
            rule,
            self._book,
            second,
            self._back,
            self._forward,
            self.search,
            self._as_of,
            self._panel,
        ]
        holder = row(
            *(self.menus, rule, self._book, second, self._back, self._forward, None),
            *(self.search, self._as_of, self._language, self._panel),
            margins=(8, 0, 12, 0),
            gap=7,
        )
        # The search takes what it may before the empty space does.
        holder.setStretch(holder.indexOf(self.search), 100)
        holder.setAlignment(self.menus, Qt.AlignmentFlag.AlignVCenter)
        strip = pane(holder, role="window", height=39)
        self.setLayout(column(strip, line()))

    def _wire(self) -> None:
        self._back.clicked.connect(self.back)
        self._forward.clicked.connect(self.forward)
        self._panel.clicked.connect(self.panel)
        self._as_of.clicked.connect(self.show_date)
        self._book.clicked.connect(
            lambda: self.book_asked.emit(self._book.mapToGlobal(QPoint(0, self._book.height())))
        )
        self._language.clicked.connect(self._show_languages)

    def show_book(self, name: str | None) -> None:
        """Show which book is open; without one only menus and language stay."""
        for part in self._with_book:
            part.setVisible(name is not None)
        if name is not None:
            self._name = name
            self._fit_book()

    def _fit_book(self) -> None:
        room = _BOOK_WIDTH if self.width() >= _NARROW else _BOOK_WIDTH / 2
        metrics = QFontMetricsF(fonts.font())
        self._book.set_words(elided(metrics, self._name, room), self._name)
        self._book.setAccessibleName(self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the book's name more where there is less room."""
        super().resizeEvent(event)
        if self._name:
            self._fit_book()

    def show_history(self, *, back: bool, forward: bool) -> None:
        """Enable back and forward."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def show_as_of(self, on: date, today: date, language: str) -> None:
        """Show the date of all screens; another than today stands out."""
        from ui import format as fmt  # Not before the first paint: it loads decimals.

        self._shown_as_of, self._today = on, today
        said = translate("Shell", "As of {date}")
        self._as_of.set_words(said.format(date=fmt.day(on, language)))
        self._as_of.set_icon("calendar-days", "" if on == today else "amber")

    def show_date(self) -> None:
        """Open the choice of the date."""
        if self._shown_as_of is None or self._today is None:
            return
        from ui.widgets.fields import DateEdit

        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "popup")
        edit = DateEdit(self._shown_as_of, self._shown_as_of, name="shell.as_of.date")
        edit.setAccessibleName(translate("Shell", "Date that all screens show"))
        today = Button(name="shell.as_of.today", kind="flat")
        today.set_words(translate("Shell", "Today"))
        hint = label(
            "hint", translate("Shell", "All figures are shown as they stood on this date.")
        )
        popup.setLayout(column(row(edit, today), hint, margins=(12, 10, 12, 10), gap=6))
        edit.changed.connect(lambda on: self._choose_date(popup, on))
        now = self._today
        today.clicked.connect(lambda: self._choose_date(popup, now))
        edit.returnPressed.connect(popup.close)
        popup.move(self._as_of.mapToGlobal(QPoint(0, self._as_of.height() + 4)))
        popup.show()
        edit.setFocus()
        edit.selectAll()

    def _choose_date(self, popup: QFrame, on: date | None) -> None:
        if on is not None:
            self.as_of_chosen.emit(on)
        popup.close()

    def _show_languages(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code, words in (("zh", "中文"), ("en", "English")):
            entry = menu.addAction(words)
            entry.setObjectName(f"shell.language.{code}")
            entry.triggered.connect(lambda _on=False, code=code: self.language_chosen.emit(code))
        menu.popup(self._language.mapToGlobal(QPoint(0, self._language.height() + 2)))

    def retranslate(self, language: str) -> None:
        """Set every text in the current language."""
        self.search.retranslate()
        self._back.set_words(translate("Shell", "Back"))
        self._forward.set_words(translate("Shell", "Forward"))
        self._panel.set_words(translate("Shell", "Side pane"))
        self._language.set_words("中文" if language == "zh" else "English")
        self._book.setAccessibleDescription(translate("Shell", "Open book"))
