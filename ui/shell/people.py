"""Who is at the desk: the menu over the status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.marks import translate

if TYPE_CHECKING:
    # Types only: loaded after the first paint.
    from ui.context import AppContext


def show_menu(ctx: AppContext, over: QWidget) -> QMenu:
    """Offer the people of the book over a widget; without any, lead to the settings."""
    menu = QMenu(over)
    menu.setObjectName("status.people")
    for name in ctx.people:
        act = menu.addAction(name)
        act.setCheckable(True)
        act.setChecked(name == ctx.user)
        act.triggered.connect(partial(_choose, ctx, name))
    if ctx.people:
        menu.addSeparator()
    menu.addAction(translate("Status", "Who works with this book…")).triggered.connect(
        lambda _on=False: ctx.navigate("settings?section=people")
    )
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(over.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
    return menu


def _choose(ctx: AppContext, name: str, _on: bool = False) -> None:
    ctx.set_user(name)
