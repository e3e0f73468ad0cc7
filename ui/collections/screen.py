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


def _promises(ctx: AppContext) -> Tab:
    from ui.collections.registers import promises_tab

    return promises_tab(ctx)


def _plans(ctx: AppContext) -> Tab:
    from ui.collections.registers import plans_tab

    return plans_tab(ctx)


def _disputes(ctx: AppContext) -> Tab:
    from ui.collections.disputes_tab import DisputesTab

    return DisputesTab(ctx)


def _calendar(ctx: AppContext) -> Tab:
    from ui.collections.calendar_tab import CalendarTab

    return CalendarTab(ctx)


def _limitation(ctx: AppContext) -> Tab:
    from ui.collections.registers import limitation_tab

    return limitation_tab(ctx)


def _legal(ctx: AppContext) -> Tab:
    from ui.collections.legal_tab import LegalTab

    return LegalTab(ctx)


class CollectionsScreen(TabbedScreen):
    """Runs, what was sent and agreed, and how long claims can still be made."""

    key = "collections"
    TABS: ClassVar[tuple[TabSpec, ...]] = (
        TabSpec("run", ("Collections", QT_TRANSLATE_NOOP("Collections", "Draft run")), _run),
        TabSpec("sent", ("Collections", QT_TRANSLATE_NOOP("Collections", "Letters sent")), _sent),
        TabSpec(
            "promises", ("Collections", QT_TRANSLATE_NOOP("Collections", "Promises")), _promises
        ),
        TabSpec("plans", ("Collections", QT_TRANSLATE_NOOP("Collections", "Plans")), _plans),
        TabSpec(
            "disputes", ("Collections", QT_TRANSLATE_NOOP("Collections", "Disputes")), _disputes
        ),
        TabSpec(
            "limitation",
            ("Collections", QT_TRANSLATE_NOOP("Collections", "Limitation")),
            _limitation,
        ),
        TabSpec(
            "calendar", ("Collections", QT_TRANSLATE_NOOP("Collections", "Calendar")), _calendar
        ),
        TabSpec("legal", ("Collections", QT_TRANSLATE_NOOP("Collections", "Legal")), _legal),
    )

    def title(self) -> str:
        """Return the screen's title."""
        return translate("Collections", "Collections")
