"""The Settings screen."""

from __future__ import annotations

from ui.context import AppContext
from ui.marks import translate
from ui.screen import Screen
from ui.widgets.basic import column
from ui.widgets.empty import EmptyState


class SettingsScreen(Screen):
    """Says what belongs here."""

    key = "settings"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._empty = EmptyState("settings.empty")
        self._empty.set_up(lambda: (translate("Navigation", "Settings"), ""))
        self.setLayout(column(self._empty))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._empty.retranslate()
