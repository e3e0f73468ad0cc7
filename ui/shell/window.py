"""The window: puts the frame together and carries out its commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QWidget

from ui import language as languages
from ui.marks import translate
from ui.ports import Ports
from ui.screens import SCREENS, spec_for
from ui.shell.books import Books
from ui.shell.commands import Commands
from ui.shell.history import History
from ui.shell.nav import Navigation
from ui.shell.notices import NoticeBar
from ui.shell.side import Side
from ui.shell.status import StatusBar
from ui.shell.topbar import TopBar
from ui.state import StateFile
from ui.tasks import READING, TaskRunner
from ui.theme import theme
from ui.widgets.basic import column, line

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from domain.changes import Changes
    from domain.ports import BookReader
    from ui.context import AppContext, Notice, OpenBook
    from ui.firstrun.page import WelcomePage
    from ui.screen import Screen

#: How long the counts of the navigation wait for the reading of what is shown.
_COUNT_MS: Final = 60


class Shell(QMainWindow):
    """The main window over one open book, or the welcome page without one.

    Signals:
        first_painted: the frame stands on the screen; what follows may take its time.
    """

    first_painted = Signal()

    def __init__(
        self, ports: Ports, runner: TaskRunner, state: StateFile, *, language: str
    ) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.ports, self.runner, self.state = ports, runner, state
        self.language = language
        self.ctx: AppContext | None = None
        self._screens: dict[str, Screen] = {}
        self._history = History()
        self._moving = False
        self._painted = False
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._counting.timeout.connect(self._count)
        self.books = Books(self)
        self._commands = Commands(self, self.run)
        self._build()
        self._wire()
        self.retranslate()
        self._welcome: WelcomePage | None = None
        self.show_waiting()
        self._restore_window()

    # building

    def _build(self) -> None:
        self._top = TopBar(self._commands.every)
        self._commands.fill(self._top.menus)
        for act in self._commands.acts.values():
            self.addAction(act)
        self._nav = Navigation(SCREENS)
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "pane")
        self._side = Side(self.state)
        self._status = StatusBar(self.runner, self.ports.user)
        self._notices = NoticeBar(self._stack)
        self._nav_line = line(vertical=True)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part in (self._nav, self._nav_line, self._stack, self._side):
            middle.addWidget(part, 1 if part is self._stack else 0)
        whole = QWidget()
        whole.setLayout(column(self._top, middle, self._status))
        self.setCentralWidget(whole)
        self.setMinimumSize(QSize(900, 500))

    def _wire(self) -> None:
        self._nav.chosen.connect(self.go)
        self._top.back.connect(partial(self._step, -1))
        self._top.forward.connect(partial(self._step, 1))
        self._top.panel.connect(self.toggle_panel)
        self._top.as_of_chosen.connect(self._set_as_of)
        self._top.language_chosen.connect(self.set_language)
        self._top.book_asked.connect(self._show_book_menu)
        self._status.person.clicked.connect(self._ask_person)
        self._top.search.left.connect(self._focus_screen)
        self.runner.crashed.connect(self._show_crash)
        theme().changed.connect(self.update)

    def _restore_window(self) -> None:
        self.resize(1366, 768)
        kept = self.state.get("window", "")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    # books

    def show_waiting(self) -> None:
        """Show the frame alone, until it is known whether there is a book to open."""
        self._frame_visible(False)
        self._top.show_book(None)
        self._commands.show_screen(None)
        self._status.show_no_book(self.ports.version)
        self._title()

    def show_welcome(self) -> None:
        """Show the welcome page: no book is open."""
        from ui.firstrun.page import WelcomePage

        page = WelcomePage(self.ports, self.books, self.language)
        page.language_chosen.connect(self.set_language)
        self._empty_stack()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._welcome = page
        self._top.search.use(None)
        self.show_waiting()
        page.setFocus()

    def open_book(self, opened: OpenBook, as_of: date | None = None) -> None:
        """Show a book; the one before is closed."""
        if self.ctx is not None and self.ctx.opened is not opened:
            self.leave_book()
        from ui.context import AppContext

        ctx = AppContext(
            opened, self.ports, self.runner, self.state, language=self.language, as_of=as_of
        )
        ctx.setParent(self)
        self.ctx = ctx
        ctx.navigated.connect(self.open)
        ctx.noticed.connect(self._notices.show_notice)
        ctx.command.connect(self.run)
        ctx.changed.connect(self._on_changed)
        ctx.as_of_changed.connect(self._on_as_of)
        self._empty_stack()
        self._welcome = None
        self._history = History()
        self._frame_visible(True)
        self._top.show_book(opened.name)
        self._top.search.use(ctx)
        ctx.read_people()
        ctx.user_changed.connect(self._show_user)
        self._show_user()
        self._on_as_of()
        self.books.remember(opened)
        self._title()
        self.show_last()
        self._watch_credit(ctx)
        self.go(self.state.get("screen", "today"))

    def _watch_credit(self, ctx: AppContext) -> None:
        """Tell when a customer becomes one to mind; begins after the first screen is read."""

        def begin() -> None:
            from ui.credit.watch import CreditWatch

            if self.ctx is ctx:
                CreditWatch(ctx)

        QTimer.singleShot(1500, ctx, begin)

    def leave_book(self) -> None:
        """Keep the screens' state and close the book."""
        if self.ctx is None:
            return
        self.keep_state()
        ctx, self.ctx = self.ctx, None
        self._empty_stack()
        self._screens.clear()
        ctx.deleteLater()
        ctx.book.close()

    def _empty_stack(self) -> None:
        self._side.clear()
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _frame_visible(self, visible: bool) -> None:
        for part in (self._nav, self._nav_line):
            part.setVisible(visible)
        self._show_side(None)

    # screens and addresses

    def current(self) -> Screen | None:
        """Return the screen shown."""
        shown = self._stack.currentWidget()
        return next((one for one in self._screens.values() if one is shown), None)

    def screen_of(self, key: str) -> Screen:
        """Return a screen, building it on its first showing."""
        if key not in self._screens:
            if self.ctx is None:
                raise KeyError(key)
            screen = {entry.key: entry for entry in SCREENS}[key].load(self.ctx)
            screen.retranslate()
            screen.restore(self.state.get(f"screen.{key}", {}))
            self._screens[key] = screen
            self._stack.addWidget(screen)
            screen.acts_changed.connect(lambda: self._commands.show_screen(self.current()))
            inspector = screen.inspector()
            if inspector is not None:
                self._side.add(inspector)
        return self._screens[key]

    def go(self, key: str) -> None:
        """Show a screen as it was left; its list when it is shown already."""
        if self.ctx is None:
            return
        known = key if key in {entry.key for entry in SCREENS} else "today"
        screen = self.screen_of(known)
        self.open(known if screen is self.current() else screen.address())

    def open(self, address: str) -> None:
        """Open a screen or record; unknown addresses say so and change nothing."""
        if self.ctx is None:
            return
        try:
            entry = spec_for(address)
        except KeyError:
            return
        screen = self.screen_of(entry.key)
        self._stack.setCurrentWidget(screen)
        head, _, query = address.partition("?")
        kind, _, record = head.partition("/")
        if record:
            screen.open_record(head if len(entry.opens) > 1 else record)
        elif kind == entry.key and (query or screen.address() != address):
            screen.open_list(dict(part.split("=", 1) for part in query.split("&") if "=" in part))
        self._shown(screen, address)

    def _shown(self, screen: Screen, address: str) -> None:
        if not self._moving:
            self._history.visit(address)
        self._top.show_history(back=self._history.can_go(-1), forward=self._history.can_go(1))
        self._nav.show_current(screen.key)
        self._show_side(screen)
        self._commands.show_screen(screen)
        screen.bind_acts()
        self.state.put("screen", screen.key)
        self._focus_screen()

    def _step(self, step: int) -> None:
        if self._history.can_go(step):
            self._moving = True
            self.open(self._history.go(step))
            self._moving = False

    def _focus_screen(self) -> None:
        screen = self.current()
        if screen is not None:
            screen.setFocus()

    def _show_side(self, screen: Screen | None) -> None:
        self._side.show_pane(None if screen is None else screen.inspector(), self.width())

    def open_panel(self) -> None:
        """Fold the inspector out, for a form that is asked for."""
        self._side.wish(open_=True, width=self.width())
        self._show_side(self.current())

    def toggle_panel(self) -> None:
        """Fold the inspector away or out."""
        self._side.wish(open_=not self._side.isVisible(), width=self.width())
        self._show_side(self.current())

    def _leave_form(self) -> None:
        self._side.leave_form()
        self._show_side(self.current())

    # what changes everywhere

    def set_language(self, language: str) -> None:
        """Switch every word of the window."""
        self.language = language
        self.state.put("language", language)
        languages.install(language)
        self.retranslate()
        if self.ctx is not None:
            self.ctx.set_language(language)
            self._on_as_of()
            self.show_last()
            self._commands.show_screen(self.current())
        else:
            self._status.show_no_book(self.ports.version)
            if self._welcome is not None:
                self._welcome.retranslate(language)
        self._title()

    def retranslate(self) -> None:
        """Set the frame's own texts."""
        self._top.retranslate(self.language)
        self._commands.retranslate()
        self._nav.retranslate()
        self._status.retranslate()
        self.books.retranslate()

    def _title(self) -> None:
        name = translate("Shell", "Qingzhang")
        self.setWindowTitle(name if self.ctx is None else f"{name} · {self.ctx.opened.name}")

    def _set_as_of(self, on: date) -> None:
        if self.ctx is not None:
            self.ctx.set_as_of(on)
            self._on_as_of()

    def _on_as_of(self) -> None:
        if self.ctx is not None:
            self._top.show_as_of(self.ctx.as_of, self.ctx.today, self.language)
            self._counting.start()

    def _on_changed(self, changes: Changes) -> None:
        self._counting.start()
        if changes.documents or changes.bank:
            self.show_last()
        if changes.settings and self.ctx is not None:
            self.ctx.read_people()
            self._show_user()

    def _count(self) -> None:
        """Read the counts of the navigation in the background."""
        ctx = self.ctx
        if ctx is None:
            return
        if self.runner.busy(READING):
            # What the person waits for comes first.
            self._counting.start()
            return

        def read(_reader: BookReader) -> dict[str, int]:
            return {entry.key: entry.waiting(ctx) for entry in SCREENS if entry.waiting is not None}

        ctx.query(read, self._nav.show_counts, asker=ctx)

    def show_last(self) -> None:
        """Show when the book was last copied and last fed."""
        if self.ctx is not None:
            from ui.shell import last

            last.show(self.ctx, self._status)

    # commands

    def run(self, name: str) -> None:
        """Carry out a command by its name."""
        screen = self.current()
        if name.startswith("go."):
            self.go(name.removeprefix("go."))
        elif name.startswith("look."):
            theme().choose(name.removeprefix("look."))
            self.state.put("look", name.removeprefix("look."))
        elif name.startswith("language."):
            self.set_language(name.removeprefix("language."))
        elif name.startswith("screen.") and screen is not None:
            self._run_on(screen, name.removeprefix("screen."))
        elif name.startswith("help."):
            from ui.shell import helps

            helps.show(self, name.removeprefix("help."), screen, self._commands.every())
        else:
            self._frame_commands()[name]()

    def _frame_commands(self) -> dict[str, Callable[[], Any]]:
        return {
            **self.books.commands(),
            "quit": self.close,
            "book.person": self._ask_person,
            "search": self._top.search.setFocus,
            "credit.check": self._ask_credit,
            "view.back": partial(self._step, -1),
            "view.forward": partial(self._step, 1),
            "view.panel": self.toggle_panel,
            "view.panel.open": self.open_panel,
            "view.panel.show": self._leave_form,
            "view.as_of": self._top.show_date,
            "view.refresh": self._refresh,
        }

    def _ask_credit(self) -> None:
        from ui.credit import check_dialog

        screen = self.current()
        if self.ctx is not None and screen is not None:
            check_dialog.show(self, self.ctx, screen.address())

    def _run_on(self, screen: Screen, name: str) -> None:
        if name == "undo":
            if not screen.undo():
                self._notices.run_action()
            return
        {
            "new": screen.new_record,
            "filter": screen.focus_filter,
            "export": screen.export_list,
            "print": screen.print_list,
            "copy": screen.copy,
        }[name]()

    def _refresh(self) -> None:
        screen = self.current()
        if screen is not None:
            screen.refresh(screen.everything())
        self._counting.start()

    def _show_crash(self, error: BaseException) -> None:
        from ui.shell import ask

        ask.show_crash(self, error)

    def notify(self, notice: Notice) -> None:
        """Show a notice of the frame's own."""
        self._notices.show_notice(notice)

    def tell(self, text: str, tone: str = "done") -> None:
        """Show a notice of words alone."""
        from ui.context import Notice

        self.notify(Notice(text, tone=tone))

    def _show_user(self) -> None:
        if self.ctx is not None:
            self._status.show_user(self.ctx.user, self.ctx.people)

    def _ask_person(self) -> None:
        if self.ctx is not None:
            from ui.shell import people

            people.show_menu(self.ctx, self._status.person)

    def _show_book_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.books.fill_menu(menu, self._commands.acts)
        menu.popup(at)

    def show_recent(self, entries: list[tuple[str, Callable[[], object]]]) -> None:
        """List books opened lately in the File menu."""
        self._commands.show_recent(entries)

    # leaving

    def keep_state(self) -> None:
        """Remember the window and its screens."""
        geometry = self.saveGeometry().toBase64().data()
        self.state.put("window", bytes(geometry).decode())
        for key, screen in self._screens.items():
            self.state.put(f"screen.{key}", screen.state())
        self.state.save()

    def escape(self) -> None:
        """Esc: the notice, then what the screen has open."""
        screen = self.current()
        if self._notices.isVisible():
            self._notices.hide()
        elif screen is not None:
            screen.escape()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc reaches here when no field wants it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, when all parts have been painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the inspector where the window became narrow."""
        super().resizeEvent(event)
        if self._side.crosses(event.oldSize().width(), self.width()):
            self._show_side(self.current())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while work is under way or something typed would be lost."""
        from ui.shell import ask

        drafts = [screen for screen in self._screens.values() if screen.has_draft()]
        if not ask.may_close(self, self.runner, bool(drafts)):
            event.ignore()
            return
        self.keep_state()
        self.runner.close()
        self.leave_book()
        self.state.save()
        event.accept()
