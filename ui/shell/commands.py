"""Commands of the window and the menus they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.acts import Act
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.screens import SCREENS
from ui.theme import theme

if TYPE_CHECKING:
    # Types only: loaded after the first paint.
    from ui.screen import Screen

_C: Final = "Commands"
#: name → (words, key, icon). A name with "screen." goes to the screen shown.
COMMANDS: Final[dict[str, tuple[str, str, str]]] = {
    "book.new": (QT_TRANSLATE_NOOP("Commands", "New book…"), "", ""),
    "book.open": (QT_TRANSLATE_NOOP("Commands", "Open book…"), "Ctrl+O", "folder-open"),
    "book.sample": (QT_TRANSLATE_NOOP("Commands", "Open the sample book"), "", "layout-list"),
    "book.import": (QT_TRANSLATE_NOOP("Commands", "Import…"), "Ctrl+I", "file-down"),
    "screen.export": (QT_TRANSLATE_NOOP("Commands", "Export the list…"), "Ctrl+E", "sheet"),
    "screen.print": (QT_TRANSLATE_NOOP("Commands", "Print…"), "Ctrl+P", "printer"),
    "book.backup": (QT_TRANSLATE_NOOP("Commands", "Back up now"), "Ctrl+B", "hard-drive"),
    "book.restore": (QT_TRANSLATE_NOOP("Commands", "Restore a backup…"), "", "history"),
    "book.person": (
        QT_TRANSLATE_NOOP("Commands", "Change who is at the desk…"),
        "Ctrl+Shift+U",
        "user",
    ),
    "book.check": (QT_TRANSLATE_NOOP("Commands", "Check the book"), "", "list-checks"),
    "book.close": (QT_TRANSLATE_NOOP("Commands", "Close the book"), "", ""),
    "quit": (QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q", ""),
    "screen.undo": (QT_TRANSLATE_NOOP("Commands", "Undo"), "Ctrl+Z", "undo-2"),
    "screen.copy": (QT_TRANSLATE_NOOP("Commands", "Copy"), "Ctrl+C", "copy"),
    "screen.filter": (QT_TRANSLATE_NOOP("Commands", "Filter this list"), "Ctrl+F", "filter"),
    "search": (QT_TRANSLATE_NOOP("Commands", "Search everything"), "Ctrl+K", "search"),
    "credit.check": (QT_TRANSLATE_NOOP("Commands", "May I sell?"), "Ctrl+Shift+K", "badge-check"),
    "view.back": (QT_TRANSLATE_NOOP("Commands", "Back"), "Alt+Left", "chevron-left"),
    "view.forward": (QT_TRANSLATE_NOOP("Commands", "Forward"), "Alt+Right", "chevron-right"),
    "view.panel": (QT_TRANSLATE_NOOP("Commands", "Side pane"), "F4", "panel-right"),
    "view.as_of": (QT_TRANSLATE_NOOP("Commands", "Show another date…"), "Ctrl+T", "calendar-days"),
    "view.refresh": (QT_TRANSLATE_NOOP("Commands", "Refresh"), "F5", "refresh-cw"),
    "screen.new": (QT_TRANSLATE_NOOP("Commands", "New"), "Ctrl+N", "plus"),
    "help.screen": (QT_TRANSLATE_NOOP("Commands", "Explain this screen"), "F1", "circle-help"),
    "help.keys": (QT_TRANSLATE_NOOP("Commands", "All keys"), "Ctrl+F1", "keyboard"),
    "help.about": (QT_TRANSLATE_NOOP("Commands", "About Qingzhang"), "", ""),
}
#: Menus in order; "-" is a line, "*" the place for what changes.
_MENUS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (
        "file",
        QT_TRANSLATE_NOOP("Commands", "&File"),
        (
            *("book.new", "book.open", "book.sample", "*", "-", "book.import", "-"),
            *("screen.export", "screen.print", "-", "book.backup", "book.restore"),
            *("-", "book.close", "quit"),
        ),
    ),
    (
        "edit",
        QT_TRANSLATE_NOOP("Commands", "&Edit"),
        ("screen.undo", "-", "screen.copy", "-", "screen.filter", "search"),
    ),
    (
        "view",
        QT_TRANSLATE_NOOP("Commands", "&View"),
        (
            *("*", "-", "view.back", "view.forward", "-", "view.panel"),
            *("view.as_of", "view.refresh", "-"),
        ),
    ),
    ("record", QT_TRANSLATE_NOOP("Commands", "&Record"), ("screen.new", "-", "*")),
    (
        "tools",
        QT_TRANSLATE_NOOP("Commands", "&Tools"),
        ("credit.check", "book.person", "-", "book.check", "book.backup"),
    ),
    (
        "help",
        QT_TRANSLATE_NOOP("Commands", "&Help"),
        ("help.screen", "help.keys", "-", "help.about"),
    ),
)
#: Commands that make sense before a book is open.
ALWAYS: Final = frozenset(
    {"book.new", "book.open", "book.sample", "book.restore", "quit", "help.keys", "help.about"}
)
_LOOKS: Final = {
    "system": QT_TRANSLATE_NOOP("Commands", "As the system"),
    "light": QT_TRANSLATE_NOOP("Commands", "Light"),
    "dark": QT_TRANSLATE_NOOP("Commands", "Dark"),
}


class Commands(QObject):
    """All commands as acts, their menus, and which of them are possible now."""

    def __init__(self, parent: QObject, run: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.acts = {
            name: Act(self, name, (_C, words), partial(run, name), key=key, icon=icon)
            for name, (words, key, icon) in COMMANDS.items()
        }
        for place, spec in enumerate(SCREENS, start=1):
            name = f"go.{spec.key}"
            self.acts[name] = Act(
                self,
                name,
                ("Navigation", spec.title),
                partial(run, name),
                # The tenth takes 0, as on the keyboard; what comes after has none.
                key=f"Ctrl+{place % 10}" if place <= 10 else "",
                icon=spec.icon,
            )
        self._looks = QActionGroup(self)
        for look, words in _LOOKS.items():
            act = Act(
                self,
                f"look.{look}",
                (_C, words),
                partial(run, f"look.{look}"),
                checkable=True,
            )
            self._looks.addAction(act)
            self.acts[f"look.{look}"] = act
        self._menus: dict[str, QMenu] = {}
        self._submenus: dict[str, QMenu] = {}
        self._screen_acts: list[Act] = []

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into a bar."""
        for key, _words, entries in _MENUS:
            menu = bar.addMenu("")
            menu.setObjectName(f"menu.{key}")
            self._menus[key] = menu
            self._fill_menu(key, menu, entries)
        look = self._menus["view"].addMenu("")
        self._submenus["look"] = look
        for name in _LOOKS:
            look.addAction(self.acts[f"look.{name}"])
        self.retranslate()

    def _fill_menu(self, key: str, menu: QMenu, entries: Sequence[str]) -> None:
        for entry in entries:
            if entry == "-":
                menu.addSeparator()
            elif entry != "*":
                menu.addAction(self.acts[entry])
            elif key == "view":
                for spec in SCREENS:
                    menu.addAction(self.acts[f"go.{spec.key}"])
            elif key == "file":
                self._submenus["recent"] = menu.addMenu("")

    def show_recent(self, entries: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """List books opened lately."""
        menu = self._submenus["recent"]
        menu.clear()
        menu.setEnabled(bool(entries))
        for words, run in entries:
            menu.addAction(words).triggered.connect(lambda _on=False, run=run: run())

    def show_screen(self, screen: Screen | None) -> None:
        """Put a screen's acts into the Record menu and enable what it offers."""
        record = self._menus["record"]
        for act in self._screen_acts:
            record.removeAction(act)
        self._screen_acts = [] if screen is None else list(screen.acts)
        for act in self._screen_acts:
            record.addAction(act)
        offered = set() if screen is None else screen.offers()
        for name, act in self.acts.items():
            common = name.removeprefix("screen.")
            if name.startswith("screen.") and common != "undo":
                act.setEnabled(common in offered)
            elif name not in ALWAYS and not name.startswith("look."):
                act.setEnabled(screen is not None)
        self._menus["record"].menuAction().setVisible(screen is not None)
        self._menus["edit"].menuAction().setVisible(screen is not None)
        self._menus["view"].menuAction().setVisible(screen is not None)

    def every(self) -> list[Act]:
        """Return all acts, those of the screen shown included."""
        return [*self.acts.values(), *self._screen_acts]

    def show_look(self, choice: str) -> None:
        """Mark the look in use."""
        self.acts[f"look.{choice}"].setChecked(True)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for act in self.acts.values():
            act.retranslate()
        for key, words, _entries in _MENUS:
            self._menus[key].setTitle(translate(_C, words))
        self._submenus["recent"].setTitle(translate("Commands", "Open recent"))
        self._submenus["look"].setTitle(translate("Commands", "Appearance"))
        self.show_look(theme().choice)
