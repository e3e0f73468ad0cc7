"""Who works with this book: the names that acts and approvals are signed with."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from domain.ports import BookReader
from ui.context import PEOPLE, AppContext
from ui.marks import translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, row
from ui.widgets.fields import Field

_WIDTH = 152


class PeopleSection(Section):
    """One name a line; whoever is at the desk is chosen at the right of the status bar."""

    key = "people"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.names = QPlainTextEdit()
        self.names.setObjectName("settings.people.names")
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(180)
        self.fields = {
            "names": Field(
                self.names,
                lambda: translate("Settings", "Names"),
                label_width=_WIDTH,
                hint=lambda: translate("Settings", "One name a line"),
            )
        }
        self._told = label("hint", wrap=True)
        self.setLayout(
            column(
                self.fields["names"],
                *(row(_WIDTH, self._told, gap=0), self.problem),
                *(row(_WIDTH, self.save, None, gap=0), None),
                gap=8,
            )
        )
        self.watch([self.names])

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "People")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "Who works with this book")

    def load(self) -> None:
        """Show the names kept."""

        def read(reader: BookReader) -> list[str]:
            return list(reader.setting(PEOPLE, []))

        def show(names: list[str]) -> None:
            self.names.setPlainText("\n".join(names))
            self.dirty = False

        self.ctx.query(read, show, asker=self)

    def submit(self) -> None:
        """Keep the names, each once."""
        lines = (" ".join(line.split()) for line in self.names.toPlainText().splitlines())
        self.keep({PEOPLE: list(dict.fromkeys(line for line in lines if line))})

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._told.setText(
            translate(
                "Settings",
                "Choose who is at the desk at the right of the status bar. The history and "
                "approvals show that name: an applicant does not decide, and no one decides "
                "two levels.",
            )
        )
        super().retranslate()
