"""The calendar of deadlines."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from domain.collecting.promise import Promise
from domain.services.promises import keep_promise
from tests.ui import fakes


def test_a_promise_stands_on_its_day_and_opens_its_customer(office, qtbot):
    due = fakes.TODAY + timedelta(days=3)
    keep_promise(
        office.ctx.book.unit_of_work("tester"),
        Promise(amount=50_000, currency="CNY", due_on=due),
        dated_on=date(2026, 11, 1),
        customer_id=1,
    )
    office.open("collections?tab=calendar")
    tab = office.current().current()
    assert due in tab.grid._marks
    for _step in range(3):
        qtbot.keyClick(tab.grid, Qt.Key.Key_Right)
    assert tab.grid.day() == due
    rows = [one for one in tab._all if one.on == due]
    assert [one.amount for one in rows] == [50_000]
    assert "500.00" in tab.grid.accessibleDescription()


def test_keys_move_by_weeks_and_months_and_home_comes_back(office, qtbot):
    office.open("collections?tab=calendar")
    tab = office.current().current()
    qtbot.keyClick(tab.grid, Qt.Key.Key_Down)
    assert tab.grid.day() == fakes.TODAY + timedelta(days=7)
    qtbot.keyClick(tab.grid, Qt.Key.Key_PageDown)
    assert tab.grid.day().day == 1
    qtbot.keyClick(tab.grid, Qt.Key.Key_Home)
    assert tab.grid.day() == fakes.TODAY


def test_both_languages_name_the_days(office):
    office.open("collections?tab=calendar")
    tab = office.current().current()
    office.set_language("en")
    assert tab.grid._weekdays[0] == "Mon"
    office.set_language("zh")
    assert tab.grid._weekdays[0] == "周一"
