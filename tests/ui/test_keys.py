"""A key answers once: no act of a screen or tab has the key of another shown with it."""

from collections import Counter

from tests.ui.office import office
from ui.customers.page import tab_order
from ui.screens import SCREENS
from ui.tabbed import TabbedScreen

__all__ = ["office"]


def _keys(acts):
    return [act.shortcut().toString() for act in acts if act.shortcut().toString()]


def _twice(shell):
    shown = Counter(_keys(shell._commands.every()))
    return {key for key, count in shown.items() if count > 1}


def test_no_key_stands_twice_on_any_screen_or_tab(office):
    found = {}
    for spec in SCREENS:
        office.open(spec.key)
        screen = office.current()
        for tab in [one.key for one in screen.TABS] if isinstance(screen, TabbedScreen) else [""]:
            if tab:
                office.open(f"{spec.key}?tab={tab}")
            found[f"{spec.key} {tab}"] = _twice(office)
    for tab in tab_order():
        office.open(f"customer/1/{tab}")
        found[f"customer {tab}"] = _twice(office)
    assert {place: keys for place, keys in found.items() if keys} == {}
