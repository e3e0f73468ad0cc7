"""A screen of several tabs, each a part of its own that is built when it is first shown.

A part of the desk adds a :class:`TabSpec` to the screen's ``TABS``; nothing else knows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.changes import Changes
from domain.ports import BookReader
from ui.acts import Act
from ui.context import AppContext
from ui.marks import translate
from ui.screen import Screen
from ui.tasks import READING
from ui.widgets.basic import column, line, pane, row
from ui.widgets.choice import Choice, Option
from ui.widgets.head import ScreenHead

#: How long the counts of tabs wait for the reading of what is shown.
_COUNT_MS: Final = 60


class Tab(QWidget):
    """A tab of a screen. Subclasses fill in what they have; the screen calls these.

    ``acts`` stand in the Record menu and answer to their keys while the tab is shown.
    """

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.acts: list[Act] = []

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head while the tab is shown."""
        return []

    def about(self) -> str:
        """Return the line beside the screen's title."""
        return ""

    def help_text(self) -> str:
        """Explain the tab for F1, as rich text."""
        return ""

    def retranslate(self) -> None:
        """Set every text in the current language. Called once after building."""

    def refresh(self, changes: Changes) -> None:
        """Show what changed; all flags are set on the first showing and for another date."""

    def open(self, query: dict[str, str]) -> None:
        """Show what follows "?" in the address."""

    def state(self) -> dict[str, Any]:
        """Return what to remember, JSON-ready."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what :meth:`state` gave."""

    def offers(self) -> set[str]:
        """Return which common acts it has: new, filter, export, print, copy."""
        return set()

    def new_record(self) -> None:
        """Ctrl+N."""

    def focus_filter(self) -> None:
        """Ctrl+F."""

    def export_list(self) -> None:
        """Ctrl+E."""

    def print_list(self) -> None:
        """Ctrl+P."""

    def copy(self) -> None:
        """Ctrl+C."""

    def escape(self) -> bool:
        """Esc; False when there was nothing to close."""
        return False

    def has_draft(self) -> bool:
        """Whether something typed would be lost by leaving."""
        return False


class TabSpec(NamedTuple):
    """A tab: its name in addresses, its title as (context, text), its maker, its live count."""

    key: str
    title: tuple[str, str]
    load: Callable[[AppContext], Tab]
    waiting: Callable[[BookReader, AppContext], int] | None = None

    def words(self) -> str:
        """Return the title in the current language."""
        return translate(*self.title)


class TabbedScreen(Screen):
    """Title, tabs and the tab shown; every common act goes to that tab."""

    TABS: ClassVar[tuple[TabSpec, ...]] = ()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._built: dict[str, Tab] = {}
        self._stale: set[str] = set()
        self._states: dict[str, Any] = {}
        self._counts: dict[str, int] = {}
        self._uncounted: list[TabSpec] = []
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._counting.timeout.connect(self._count_next)
        self.head = ScreenHead(self.key)
        self.tabs = Choice("tab", name=f"{self.key}.tab")
        self.stack = QStackedWidget()
        strip = pane(row(self.tabs, None, margins=(6, 0, 16, 0)), height=36)
        self.setLayout(column(self.head, strip, line(), self.stack))
        self.setFocusProxy(self.stack)
        self.tabs.chosen.connect(self.show_tab)

    def title(self) -> str:
        """Return the screen's title."""
        return ""

    # tabs

    def tab(self, key: str) -> Tab:
        """Return a tab, building it on its first showing."""
        if key not in self._built:
            spec = next(one for one in self.TABS if one.key == key)
            made = spec.load(self.ctx)
            self._built[key] = made
            self.stack.addWidget(made)
            self.head.add_buttons(made.buttons())
            for act in made.acts:
                # On the tab: a hidden tab's keys must not answer.
                made.addAction(act)
            made.retranslate()
            made.restore(self._states.get(key, {}))
            self._stale.add(key)
        return self._built[key]

    def current(self) -> Tab:
        """Return the tab shown."""
        return self.tab(self.current_key())

    def current_key(self) -> str:
        """Return the name of the tab shown."""
        return self.tabs.value() or self.TABS[0].key

    def show_tab(self, key: str) -> None:
        """Show a tab, with what changed since it was last shown."""
        known = key if key in {one.key for one in self.TABS} else self.TABS[0].key
        shown = self.tab(known)
        self.tabs.set_value(known)
        self.stack.setCurrentWidget(shown)
        self.stack.setFocusProxy(shown)
        for one in self._built.values():
            for button in one.buttons():
                button.setVisible(one is shown)
        self.acts = list(shown.acts)
        self._words()
        if known in self._stale:
            self._stale.discard(known)
            shown.refresh(self.everything())
        self.acts_changed.emit()
        shown.setFocus()

    def bind_acts(self) -> None:
        """Tabs have bound theirs."""

    def _words(self) -> None:
        self.head.set_words(self.title(), self.current().about())

    def _count(self) -> None:
        """Count anew what waits in each tab, when nothing that is shown is being read."""
        self._uncounted = [spec for spec in self.TABS if spec.waiting is not None]
        self._count_next()

    def _count_next(self) -> None:
        """Count for one tab: some counts take a while, and a list may be asked for between."""
        if self.ctx.runner.busy(READING):
            self._counting.start()
            return
        if not self._uncounted:
            return
        key, _title, _load, waiting = self._uncounted.pop(0)
        ctx = self.ctx

        def read(reader: BookReader) -> int:
            return 0 if waiting is None else waiting(reader, ctx)

        def show(found: int) -> None:
            if self._counts.get(key) != found:
                self._counts[key] = found
                self._titles()
            self._count_next()

        ctx.query(read, show, asker=self)

    def _titles(self) -> None:
        self.tabs.set_options(
            [Option(one.key, one.words(), self._counts.get(one.key) or None) for one in self.TABS]
        )
        self.tabs.set_value(self.current_key())

    # what the shell calls

    def address(self) -> str:
        """Return the address of the tab shown."""
        return f"{self.key}?tab={self.current_key()}"

    def open_list(self, query: dict[str, str]) -> None:
        """Show the tab that the address asks for, and what it asks of it."""
        self.show_tab(query.get("tab", self.current_key()))
        self.current().open(query)

    def refresh(self, changes: Changes) -> None:
        """Refresh the tab shown; the others when they are shown next."""
        self._stale |= set(self._built) - {self.current_key()}
        if self.stack.currentWidget() is None:
            self.show_tab(self.current_key())
        else:
            self._stale.discard(self.current_key())
            self.current().refresh(changes)
        self._count()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._titles()
        self.tabs.setAccessibleName(self.title())
        for one in self._built.values():
            for act in one.acts:
                act.retranslate()
            one.retranslate()
        if self._built:
            self._words()

    def state(self) -> dict[str, Any]:
        """Return what to remember of the tabs."""
        parts = {key: one.state() for key, one in self._built.items()}
        return {"tab": self.current_key(), "parts": {**self._states, **parts}}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back and show the tab shown last."""
        self._states = dict(state.get("parts", {}))
        self.show_tab(state.get("tab", self.current_key()))
        self._count()

    def help_text(self) -> str:
        """Explain the tab shown."""
        return self.current().help_text()

    def offers(self) -> set[str]:
        """Return the common acts of the tab shown."""
        return self.current().offers()

    def new_record(self) -> None:
        """Ctrl+N."""
        self.current().new_record()

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.current().focus_filter()

    def export_list(self) -> None:
        """Ctrl+E."""
        self.current().export_list()

    def print_list(self) -> None:
        """Ctrl+P."""
        self.current().print_list()

    def copy(self) -> None:
        """Ctrl+C."""
        self.current().copy()

    def escape(self) -> bool:
        """Esc leaves what the tab has open, then goes back to the first tab."""
        if self.current().escape():
            return True
        first = self.TABS[0].key
        if self.current_key() == first:
            return False
        self.show_tab(first)
        return True

    def has_draft(self) -> bool:
        """Whether something typed in a tab would be lost."""
        return any(one.has_draft() for one in self._built.values())
