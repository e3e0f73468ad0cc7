"""A screen whose main part is one list: the common acts go to it."""

from __future__ import annotations

from ui.lists.pane import ListPane
from ui.screen import Screen


class ListScreen(Screen):
    """A screen over a list; where another part is shown, subclasses go back to it first."""

    def listed(self) -> ListPane:
        """Return the list."""
        raise NotImplementedError

    def offers(self) -> set[str]:
        """Return the common acts of a list."""
        return {"new", "filter", "export", "print", "copy"}

    def focus_filter(self) -> None:
        """Ctrl+F: go to the filter field."""
        self.listed().search.setFocus()

    def export_list(self) -> None:
        """Ctrl+E: export the list."""
        self.listed().output.export()

    def print_list(self) -> None:
        """Ctrl+P: print the list."""
        self.listed().output.print_pages()

    def copy(self) -> None:
        """Ctrl+C: copy the selection."""
        self.listed().copy()
