"""The Credit screen: its tabs, in the order in which a credit manager goes through them."""

from __future__ import annotations

from typing import ClassVar

from ui.marks import translate
from ui.tabbed import TabbedScreen, TabSpec


class CreditScreen(TabbedScreen):
    """Approvals, reviews, risk, cover and what has grown old."""

    key = "credit"
    TABS: ClassVar[tuple[TabSpec, ...]] = ()

    def title(self) -> str:
        """Return the screen's title."""
        return translate("Credit", "Credit")
