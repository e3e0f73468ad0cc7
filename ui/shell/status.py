"""The status bar: work under way with Cancel, last backup, last import, who works here."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from ui import format as fmt
from ui.marks import translate
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.widgets.basic import label, line, row
from ui.widgets.button import Button


class _Fact(QWidget):
    """An icon with words."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._icon_name = icon
        self._picture = QLabel()
        self.text = label("small", name=name)
        self.setLayout(row(self._picture, self.text, gap=5))
        theme().changed.connect(self.tint)
        self.tint()

    def set_icon(self, icon: str) -> None:
        self._icon_name = icon
        self.tint()

    def tint(self) -> None:
        icon = theme().icon(self._icon_name, "text-2")
        self._picture.setPixmap(icon.pixmap(QSize(14, 14), self.devicePixelRatioF()))

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
        self._user.say(user)
        self._last: tuple[datetime | None, datetime | None, date] | None = None
        work = row(self._ready, self._progress, self._cancel, gap=12)
        holder = row(
            work, self._backup, self._import, None, self._user, margins=(12, 0, 12, 0), gap=16
        )
        self.setLayout(holder)
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
        counted = f" {fmt.count(task.done)} / {fmt.count(task.total)}" if task.total else ""
        self._ready.say(f"{task.title}{counted}")

    def show_last(
        self, backup: datetime | None, imported: datetime | None, today: date, language: str
    ) -> None:
        """Show when the book was last copied and last fed."""
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

    def show_no_book(self, version: str) -> None:
        """Show what there is before a book is open."""
        self._backup.say("")
        self._import.say("")
        self._user.set_icon("circle-help")
        help_key = translate("Status", "F1 help")
        name = translate("Shell", "Qingzhang")
        self._user.say(f"{name} {version} · {help_key}")

    def show_user(self, user: str) -> None:
        """Show who works here."""
        self._user.set_icon("user")
        self._user.say(user)

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
