"""Everything issued: statements, letters, notices, to be shown and printed again."""

from __future__ import annotations

from typing import Final

from domain.changes import Changes
from domain.letters.catalogue import CATALOGUE
from ui.context import AppContext
from ui.marks import translate
from ui.papers.register import PaperRegister
from ui.tabbed import Tab
from ui.widgets.basic import column

#: The register shows every kind of paper: it is where an address ``paper/…`` leads.
_KINDS: Final = (
    *("statement", "dunning_letter", "receipt_note", "limit_approval"),
    *(one.key for one in CATALOGUE if one.origin != "run"),
)


class IssuedTab(Tab):
    """The register of all papers."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.register = PaperRegister(ctx, "statements.register", _KINDS)
        self.register.set_empty(self._empty_words)
        self.acts += [self.register.deliver_act, self.register.reply_act]
        self.setLayout(column(self.register))
        self.setFocusProxy(self.register)

    def open(self, query: dict[str, str]) -> None:
        """Show papers just issued, selected."""
        if "ids" in query:
            self.register.show_issued(_ids(query.get("new", "")), _ids(query["ids"]))

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
        """Ctrl+F."""
        self.register.search.setFocus()

    def print_list(self) -> None:
        """Ctrl+P: the selected papers."""
        self.register.print_selected()

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Statements", "Nothing issued yet"),
            translate(
                "Statements",
                "Statements, letters and receipt notes stand here once they are issued, "
                "to be shown and printed again.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.register.retranslate()


def _ids(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]
