"""The screens of the window, in the order of the navigation.

A screen's module is imported when it is first shown: add a loader and an entry.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from ui.marks import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from ui.context import AppContext
    from ui.screen import Screen


class ScreenSpec(NamedTuple):
    """A place in the navigation.

    Attributes:
        opens: kinds of records it shows: address ``kind/…``.
        waiting: reads the number of things waiting there, None for none.
        foot: stands at the foot of the navigation.
    """

    key: str
    title: str
    icon: str
    load: Callable[[AppContext], Screen]
    opens: tuple[str, ...] = ()
    waiting: Callable[[AppContext], int] | None = None
    foot: bool = False

    def words(self) -> str:
        """Return the title in the current language."""
        return translate("Navigation", self.title)


def _today(ctx: AppContext) -> Screen:
    from ui.today.screen import TodayScreen

    return TodayScreen(ctx)


def _customers(ctx: AppContext) -> Screen:
    from ui.customers.screen import CustomersScreen

    return CustomersScreen(ctx)


def _invoices(ctx: AppContext) -> Screen:
    from ui.invoices.screen import InvoicesScreen

    return InvoicesScreen(ctx)


def _receipts(ctx: AppContext) -> Screen:
    from ui.receipts.screen import ReceiptsScreen

    return ReceiptsScreen(ctx)


def _collections(ctx: AppContext) -> Screen:
    from ui.collections.screen import CollectionsScreen

    return CollectionsScreen(ctx)


def _statements(ctx: AppContext) -> Screen:
    from ui.statements.screen import StatementsScreen

    return StatementsScreen(ctx)


def _bills(ctx: AppContext) -> Screen:
    from ui.bills.screen import BillsScreen

    return BillsScreen(ctx)


def _credit(ctx: AppContext) -> Screen:
    from ui.credit.screen import CreditScreen

    return CreditScreen(ctx)


def _reports(ctx: AppContext) -> Screen:
    from ui.reporting.screen import ReportsScreen

    return ReportsScreen(ctx)


def _settings(ctx: AppContext) -> Screen:
    from ui.settings.screen import SettingsScreen

    return SettingsScreen(ctx)


def _to_match(ctx: AppContext) -> int:
    from domain.listing import ListFilter

    return ctx.reader.inflows.count(ListFilter(as_of=ctx.as_of, state="todo"))


def _to_present(ctx: AppContext) -> int:
    from domain.listing import ListFilter

    return ctx.reader.bills.count(ListFilter(as_of=ctx.as_of, state="due"))


def _to_approve(ctx: AppContext) -> int:
    from domain.services.approvals import standings_of

    return sum(one.open for one in standings_of(ctx.reader))


SCREENS: Final[tuple[ScreenSpec, ...]] = (
    ScreenSpec(
        key="today",
        title=QT_TRANSLATE_NOOP("Navigation", "Today"),
        icon="sun",
        load=_today,
    ),
    ScreenSpec(
        key="customers",
        title=QT_TRANSLATE_NOOP("Navigation", "Customers"),
        icon="users",
        load=_customers,
        opens=("customer",),
    ),
    ScreenSpec(
        key="invoices",
        title=QT_TRANSLATE_NOOP("Navigation", "Invoices"),
        icon="file-text",
        load=_invoices,
        opens=("invoice",),
    ),
    ScreenSpec(
        key="receipts",
        title=QT_TRANSLATE_NOOP("Navigation", "Receipts"),
        icon="arrow-left-right",
        load=_receipts,
        opens=("receipt",),
        waiting=_to_match,
    ),
    ScreenSpec(
        key="collections",
        title=QT_TRANSLATE_NOOP("Navigation", "Collections"),
        icon="megaphone",
        load=_collections,
    ),
    ScreenSpec(
        key="statements",
        title=QT_TRANSLATE_NOOP("Navigation", "Statements"),
        icon="scale",
        load=_statements,
        opens=("paper",),
    ),
    ScreenSpec(
        key="bills",
        title=QT_TRANSLATE_NOOP("Navigation", "Bills"),
        icon="stamp",
        load=_bills,
        opens=("bill",),
        waiting=_to_present,
    ),
    ScreenSpec(
        key="credit",
        title=QT_TRANSLATE_NOOP("Navigation", "Credit"),
        icon="shield-alert",
        load=_credit,
        waiting=_to_approve,
    ),
    ScreenSpec(
        key="reports",
        title=QT_TRANSLATE_NOOP("Navigation", "Reports"),
        icon="chart-column",
        load=_reports,
        opens=("report",),
    ),
    ScreenSpec(
        key="settings",
        title=QT_TRANSLATE_NOOP("Navigation", "Settings"),
        icon="settings",
        load=_settings,
        foot=True,
    ),
)


def spec(key: str) -> ScreenSpec:
    """Return a screen by its name.

    Raises:
        KeyError: there is none of this name.
    """
    return {entry.key: entry for entry in SCREENS}[key]


def spec_for(address: str) -> ScreenSpec:
    """Return the screen that opens an address: "invoice/7" or "invoices?state=open".

    Raises:
        KeyError: no screen opens it.
    """
    head = address.split("?", 1)[0].split("/", 1)[0]
    for entry in SCREENS:
        if head == entry.key or head in entry.opens:
            return entry
    raise KeyError(address)
