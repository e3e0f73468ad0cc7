"""The buttons that most screens have in their head: export, print, new."""

from __future__ import annotations

from collections.abc import Sequence

from ui.marks import translate
from ui.screen import Screen
from ui.widgets.button import Button


class CommonButtons:
    """Export, print and new of a screen, wired to its common acts.

    The keys belong to the window's commands; the buttons only show them.
    """

    def __init__(self, screen: Screen, which: Sequence[str] = ("export", "print", "new")) -> None:
        made = {
            "export": (screen.export_list, "sheet", "Ctrl+E", "outline"),
            "print": (screen.print_list, "printer", "Ctrl+P", "outline"),
            "new": (screen.new_record, "plus", "Ctrl+N", "primary"),
        }
        self.buttons: list[Button] = []
        self._names = list(which)
        for name in which:
            run, icon, key, kind = made[name]
            button = Button(name=f"{screen.key}.{name}", kind=kind, icon=icon, key=key)
            button.clicked.connect(lambda _on=False, run=run: run())
            self.buttons.append(button)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        words = {
            "export": translate("Common", "Export"),
            "print": translate("Common", "Print"),
            "new": translate("Common", "New"),
        }
        for name, button in zip(self._names, self.buttons, strict=True):
            button.set_words(words[name])
