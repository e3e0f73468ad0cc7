"""Look of the window: tokens, style sheet, fonts, icons; light, dark or as the system.

Painters ask ``theme()`` for colours each time they paint, so a switch needs no
more than a repaint.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import fonts, icons
from ui.theme.sheet import style_sheet
from ui.theme.tokens import THEMES, Tokens

__all__ = ["STYLE", "Theme", "install", "theme"]

#: Told to QApplication as arguments: ``setStyle`` hands back the style, and the making of its
#: Python class alone takes as long as a third of the window.
STYLE: Final = ("-style", "Fusion")
_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


class Theme(QObject):
    """The theme in use.

    Signals:
        changed: colours changed; painters repaint.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = "system"
        self._applied = ""
        self.tokens: Tokens = THEMES["light"]
        self._colours: dict[str, QColor] = {}
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> str:
        """What the user chose: system, light or dark."""
        return self._choice

    @property
    def dark(self) -> bool:
        """Whether the dark tokens are in use."""
        return self.tokens.name == "dark"

    def choose(self, choice: str) -> None:
        """Follow the system, or keep to light or dark."""
        self._choice = choice
        self._apply()

    def hex(self, token: str) -> str:
        """Return a token's colour as #RRGGBB."""
        return self.tokens.colours[token]

    def colour(self, token: str) -> QColor:
        """Return a token's colour."""
        if token not in self._colours:
            self._colours[token] = QColor(self.hex(token))
        return self._colours[token]

    def ageing(self, position: int) -> QColor:
        """Return the colour of an ageing bucket, 0 being not due."""
        ramp = self.tokens.ageing
        return QColor(ramp[min(position, len(ramp) - 1)])

    def icon(self, name: str, token: str = "text-2") -> QIcon:
        """Return an icon in a token's colour."""
        return icons.icon(name, self.hex(token))

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        name = self._choice
        if name == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        if self._applied == name:
            return
        self._applied = name
        self.tokens = THEMES[name]
        self._colours.clear()
        self._application.setPalette(self._palette())
        self._application.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, token in (
            (roles.Window, "window"),
            (roles.WindowText, "text"),
            (roles.Base, "pane"),
            (roles.AlternateBase, "head"),
            (roles.Text, "text"),
            (roles.Button, "pane"),
            (roles.ButtonText, "text"),
            (roles.ToolTipBase, "raised"),
            (roles.ToolTipText, "text"),
            (roles.Highlight, "accent"),
            (roles.HighlightedText, "on-accent"),
            (roles.PlaceholderText, "text-3"),
            (roles.Link, "accent"),
        ):
            palette.setColor(role, self.colour(token))
        return palette


_installed: list[Theme] = []


def install(application: QApplication, choice: str = "system") -> Theme:
    """Give the application its fonts and theme; later calls only change the choice."""
    if not _installed:
        fonts.choose(_FONTS)
        application.setFont(fonts.font())
        _installed.append(Theme(application))
    _installed[0].choose(choice)
    return _installed[0]


def theme() -> Theme:
    """Return the theme in use."""
    return _installed[0]
