"""Everything issued: statements, letters, notices, to be shown and printed again."""

from __future__ import annotations

from typing import Final

from domain.letters.catalogue import CATALOGUE
from ui.context import AppContext
from ui.marks import translate
from ui.papers.register_tab import PaperTab

#: The register shows every kind of paper: it is where an address ``paper/…`` leads.
_KINDS: Final = (
    *("statement", "dunning_letter", "receipt_note", "limit_approval"),
    *(one.key for one in CATALOGUE if one.origin != "run"),
)


class IssuedTab(PaperTab):
    """The register of all papers."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "statements.register", _KINDS, _empty_words)
        self.acts += [self.register.deliver_act, self.register.reply_act]

    def open(self, query: dict[str, str]) -> None:
        """Show papers just issued, selected."""
        if "ids" in query:
            self.register.show_issued(_ids(query.get("new", "")), _ids(query["ids"]))


def _empty_words() -> tuple[str, str]:
    return (
        translate("Statements", "Nothing issued yet"),
        translate(
            "Statements",
            "Statements, letters and receipt notes stand here once they are issued, "
            "to be shown and printed again.",
        ),
    )


def _ids(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]
