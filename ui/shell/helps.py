"""F1, the list of keys, and what the program is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QTextBrowser

from ui.acts import Act
from ui.marks import translate
from ui.screen import Screen
from ui.widgets.basic import column, row
from ui.widgets.button import Button


def show(window: QMainWindow, topic: str, screen: Screen | None, acts: Sequence[Act]) -> None:
    """Show help in a window beside the work; it does not block."""
    if topic == "screen" and screen is not None:
        title, text = (
            translate("Help", "About this screen"),
            screen.help_text() + _keys(screen.acts),
        )
    elif topic == "about":
        title, text = translate("Help", "About Qingzhang"), _about(window)
    else:
        title, text = translate("Help", "All keys"), _keys(acts)
    dialog = QDialog(window)
    dialog.setObjectName("help")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    browser = QTextBrowser()
    browser.setObjectName("help.text")
    browser.setAccessibleName(title)
    browser.setHtml(text)
    close = Button(name="help.close", key="Esc")
    close.set_words(translate("Help", "Close"))
    close.clicked.connect(dialog.close)
    dialog.setLayout(column(browser, row(None, close), margins=(16, 16, 16, 12), gap=12))
    dialog.resize(520, 460)
    dialog.show()


def _keys(acts: Sequence[Act]) -> str:
    rows = "".join(
        f"<tr><td style='padding:2px 24px 2px 0'>{escape(act.key_text())}</td>"
        f"<td>{escape(act.plain_text())}</td></tr>"
        for act in acts
        if act.key_text()
    )
    return f"<table>{rows}</table>"


def _about(window: QMainWindow) -> str:
    version = getattr(getattr(window, "ports", None), "version", "")
    lines = (
        translate("Help", "Qingzhang, an offline receivables desk."),
        translate("Help", "Version {version}").format(version=version),
        translate("Help", "Nothing leaves this computer."),
        translate("Help", "Icons: Lucide (ISC, MIT). Fonts: Noto (SIL OFL). Window: Qt (LGPL)."),
    )
    return "".join(f"<p>{escape(text)}</p>" for text in lines)
