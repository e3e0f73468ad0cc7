"""The letters sent: a register to show them, print them again and record their delivery."""

from __future__ import annotations

from domain.changes import Changes
from ui.context import AppContext
from ui.marks import translate
from ui.papers.register import PaperRegister
from ui.tabbed import Tab
from ui.widgets.basic import column


class SentTab(Tab):
    """The register of dunning letters."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.register = PaperRegister(ctx, "collections.register", ["dunning_letter"])
        self.register.set_empty(self._empty_words)
        self.acts.append(self.register.deliver_act)
        self.setLayout(column(self.register))
        self.setFocusProxy(self.register)

    def open(self, query: dict[str, str]) -> None:
        """Show the letters just released, selected."""
        if "new" in query:
            ids = [int(part) for part in query["new"].split(",")]
            self.register.show_issued(ids, ids)

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
        """Ctrl+P: the selected letters."""
        self.register.print_selected()

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Collections", "No letters sent yet"),
            translate("Collections", "Released letters stand here, to be shown and printed again."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.register.retranslate()
