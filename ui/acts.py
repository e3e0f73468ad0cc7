"""Acts: what a person can do, each with a name, a key and a place in the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.marks import translate
from ui.theme import theme


class Act(QAction):
    """One act: menu entry, key and button share it.

    ``source`` is (context, text) marked with ``QT_TRANSLATE_NOOP``, so that the
    words follow the language at run time. The object name is the act's stable
    name, such as ``invoices.void``.
    """

    def __init__(
        self,
        parent: QObject,
        name: str,
        source: tuple[str, str],
        run: Callable[[], object],
        *,
        key: str = "",
        icon: str = "",
        checkable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._source = source
        self._icon = icon
        self.setCheckable(checkable)
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if key:
            self.setShortcut(QKeySequence(key))
        self.triggered.connect(lambda _checked=False: run())
        self.retranslate()
        self.tint()
        theme().changed.connect(self.tint)

    @property
    def icon_name(self) -> str:
        """The icon's name, for a button of this act."""
        return self._icon

    def retranslate(self) -> None:
        """Set the words in the current language."""
        context, text = self._source
        self.setText(translate(context, text))

    def tint(self) -> None:
        """Draw the icon in the current theme."""
        if self._icon:
            self.setIcon(theme().icon(self._icon, "text-2"))

    def plain_text(self) -> str:
        """Return the words without accelerator and dots, as on a button."""
        return self.text().replace("&", "").rstrip(".…")

    def key_text(self) -> str:
        """Return the key as it stands on the keyboard: Ctrl+N, Enter."""
        key = self.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        return key.replace("Return", "Enter")
