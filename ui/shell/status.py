"""The status bar: work under way with Cancel, last backup, last import, who works here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.marks import translate
from ui.tasks import Task, TaskRunner
from ui.theme import icons, theme
from ui.widgets.basic import label, line, row
from ui.widgets.button import Button

_ICON: Final = 14


def _counted(task: Task) -> str:
    """Return how far a task is; not the first one, which opens the book and does not count."""
    if not task.total:
        return ""
    from ui import format as fmt  # Not before the first paint: it loads decimals.

    return f" {fmt.count(task.done)} / {fmt.count(task.total)}"


class _Fact(QWidget):
    """An icon with words."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._icon = icon
        self.text = label("small", name=name)
        self.setLayout(row(self.text, margins=(_ICON + 5, 0, 0, 0)))
        theme().changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon; one that is hidden is never drawn."""
        square = QRectF(0, (self.height() - _ICON) / 2, _ICON, _ICON)
        icons.paint(QPainter(self), self._icon, theme().hex("text-2"), square)

    def say(self, text: str) -> None:
        self.text.setText(text)
        self.setVisible(bool(text))


class StatusBar(QWidget):
    """Foot of the window."""

    def __init__(self, runner: TaskRunner, user: str) -> None:
        super().__init__()
        self.setProperty("role", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(24)
        self._runner = runner
        self._ready = _Fact("circle-check", "status.work")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._cancel = Button(name="status.cancel", kind="link")
        self._backup = _Fact("hard-drive", "status.backup")
        self._import = _Fact("landmark", "status.import")
        self._user = _Fact("user", "status.user")
        #: Who is at the desk, where the book names people: changes it.
        self.person = Button(name="status.person", kind="link", icon="user")
        self.person.hide()
        self._last: tuple[datetime | None, datetime | None, date] | None = None
        work = row(self._ready, self._progress, self._cancel, gap=12)
        holder = row(
            *(work, self._backup, self._import, None, self._user, self.person),
            margins=(12, 0, 12, 0),
            gap=16,
        )
        self.setLayout(holder)
        # Inside the bar only: without a parent it would be a window of its own for a moment.
        self._user.say(user)
        top = line()
        top.setParent(self)
        self._line = top
        self._cancel.clicked.connect(self._cancel_first)
        runner.changed.connect(self.show_work)
        self.retranslate()

    def show_work(self) -> None:
        """Show the oldest task under way."""
        tasks = self._runner.shown()
        self._progress.setVisible(bool(tasks))
        self._cancel.setVisible(bool(tasks))
        self._ready.set_icon("loader-circle" if tasks else "circle-check")
        if not tasks:
            self._ready.say(translate("Status", "Ready"))
            return
        task = tasks[0]
        self._progress.setMaximum(task.total)
        self._progress.setValue(task.done)
        self._ready.say(f"{task.title}{_counted(task)}")

    def show_last(
        self, backup: datetime | None, imported: datetime | None, today: date, language: str
    ) -> None:
        """Show when the book was last copied and last fed."""
        from ui import format as fmt  # Not before the first paint: it loads decimals.

        if backup is None:
            self._backup.say(translate("Status", "No backup yet"))
        else:
            said = translate("Status", "Backup {time}")
            self._backup.say(said.format(time=fmt.moment(backup, today, language)))
        if imported is None:
            self._import.say("")
        else:
            said = translate("Status", "Import {time}")
            self._import.say(said.format(time=fmt.moment(imported, today, language)))

    def show_bank(self, read_at: datetime, behind: date, today: date, language: str) -> None:
        """Show when bank statements were read, and how old the oldest account is."""
        from ui import format as fmt  # Not before the first paint: it loads decimals.

        said = translate("Status", "Bank import {time}")
        told = [said.format(time=fmt.moment(read_at, today, language))]
        days = (today - behind).days
        if days > 0:
            told.append(translate("Status", "oldest of %n day(s) ago", None, days))
        self._import.say(" · ".join(told))

    def show_no_book(self, version: str) -> None:
        """Show what there is before a book is open."""
        self._backup.say("")
        self._import.say("")
        self.person.hide()
        self._user.set_icon("circle-help")
        help_key = translate("Status", "F1 help")
        name = translate("Shell", "Qingzhang")
        self._user.say(f"{name} {version} · {help_key}")

    def show_user(self, user: str, people: Sequence[str] = ()) -> None:
        """Show who is at the desk; a button where there are others."""
        self._user.set_icon("user")
        self._user.say("" if people else user)
        self.person.set_words(user, translate("Status", "Change who is at the desk"))
        self.person.setVisible(bool(people))

    def _cancel_first(self) -> None:
        tasks = self._runner.shown()
        if tasks:
            tasks[0].cancel()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._cancel.set_words(translate("Status", "Cancel"))
        self.show_work()

    def resizeEvent(self, _event: object) -> None:
        """Keep the line along the top edge."""
        self._line.setGeometry(0, 0, self.width(), 1)
