"""What every screen is: a page of the window over an :class:`AppContext`."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from domain.changes import Changes
from ui.acts import Act
from ui.context import AppContext


class Screen(QWidget):
    """A screen. Subclasses fill in what they have; the shell calls these.

    The shell calls :meth:`refresh` only while the screen is shown; what changed
    before is remembered and handed over on the next showing.

    Signals:
        acts_changed: other acts stand in :attr:`acts`, or it offers others.
    """

    acts_changed = Signal()

    #: Name in addresses, state and object names: "invoices".
    key: ClassVar[str] = ""

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setObjectName(self.key)
        self.setProperty("role", "pane")
        self._missed: Changes | None = None
        self._other_date = False
        self.acts: list[Act] = []
        ctx.changed.connect(self._on_changed)
        ctx.as_of_changed.connect(self._on_as_of)
        ctx.language_changed.connect(self._on_language)

    # what a screen may answer

    def retranslate(self) -> None:
        """Set every text in the current language. Called once by the shell after building."""

    def refresh(self, changes: Changes) -> None:
        """Show what changed. All flags are set when the date or everything changed."""

    def record_of(self, key: int) -> str | None:
        """Return the record that a row of the list opens, None where it has no page."""
        return str(key)

    def open_record(self, record: str) -> None:
        """Show a record of this screen, "12" for the address ``customer/12``."""

    def open_list(self, query: dict[str, str]) -> None:
        """Show the list again; ``query`` holds what follows "?" in the address."""

    def address(self) -> str:
        """Return the address of what is shown, for back and forward."""
        return self.key

    def inspector(self) -> QWidget | None:
        """Return the pane that follows the selection, None where there is none."""
        return None

    def help_text(self) -> str:
        """Explain the screen for F1, as rich text."""
        return ""

    def state(self) -> dict[str, Any]:
        """Return what to remember, JSON-ready."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what :meth:`state` gave."""

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

    def undo(self) -> bool:
        """Ctrl+Z in a draft; False when there was nothing to undo."""
        return False

    def escape(self) -> bool:
        """Esc: close a pane, leave a page. False when there was nothing to close."""
        return False

    def offers(self) -> set[str]:
        """Return which common acts it has: new, filter, export, print, copy."""
        return set()

    def has_draft(self) -> bool:
        """Whether something typed would be lost by leaving."""
        return False

    def bind_acts(self) -> None:
        """Let its acts answer to their keys while it is shown.

        On the screen, not on the window: a hidden screen's keys must not answer.
        """
        for act in self.acts:
            self.addAction(act)

    # machinery

    def everything(self) -> Changes:
        """Return all flags set."""
        return Changes(
            customers=True,
            documents=True,
            allocations=True,
            papers=True,
            disputes=True,
            settings=True,
            bank=True,
            bills=True,
            records=True,
        )

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._missed = changes | (self._missed or Changes())

    def _on_as_of(self) -> None:
        self._on_changed(self.everything())

    def _on_language(self) -> None:
        for act in self.acts:
            act.retranslate()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Hand over what changed while the screen was hidden."""
        super().showEvent(event)
        if self._missed is not None:
            missed, self._missed = self._missed, None
            self.refresh(missed)
