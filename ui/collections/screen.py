"""The Collections screen: its tabs, from the run to the court."""

from __future__ import annotations

from typing import ClassVar

from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.tabbed import Tab, TabbedScreen, TabSpec


def _run(ctx: AppContext) -> Tab:
    from ui.collections.run_tab import RunTab

    return RunTab(ctx)


def _sent(ctx: AppContext) -> Tab:
    from ui.collections.sent_tab import SentTab

    return SentTab(ctx)


class CollectionsScreen(TabbedScreen):
    """Runs, and what was sent."""

    key = "collections"
    TABS: ClassVar[tuple[TabSpec, ...]] = (
        TabSpec("run", ("Collections", QT_TRANSLATE_NOOP("Collections", "Draft run")), _run),
        TabSpec("sent", ("Collections", QT_TRANSLATE_NOOP("Collections", "Letters sent")), _sent),
    )

    def title(self) -> str:
        """Return the screen's title."""
        return translate("Collections", "Collections")
