"""A tab that is one register of papers, with the common acts going to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.changes import Changes
from ui.context import AppContext
from ui.papers.register import PaperRegister
from ui.tabbed import Tab
from ui.widgets.basic import column


class PaperTab(Tab):
    """A register of papers of some kinds; ``empty`` says what stands here where nothing does."""

    def __init__(
        self,
        ctx: AppContext,
        name: str,
        kinds: Sequence[str],
        empty: Callable[[], tuple[str, str]],
    ) -> None:
        super().__init__(ctx)
        self.register = PaperRegister(ctx, name, kinds)
        self.register.set_empty(empty)
        self.setLayout(column(self.register))
        self.setFocusProxy(self.register)

    def refresh(self, changes: Changes) -> None:
        """Read the register again."""
        if changes.papers:
            self.register.read()

    def escape(self) -> bool:
        """Esc leaves the register's form."""
        return self.register.escape()

    def offers(self) -> set[str]:
        """Return the common acts: filter and print."""
        return {"filter", "print"}

    def focus_filter(self) -> None:
        """Ctrl+F looks in the register."""
        self.register.search.setFocus()

    def print_list(self) -> None:
        """Ctrl+P: the selected papers."""
        self.register.print_selected()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.register.retranslate()
