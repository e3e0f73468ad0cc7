"""The maturity calendar: sections by day and month, and what follows its current row."""

from datetime import date, timedelta

from domain.bill import EventKind
from ui.bills.calendar import section_of, sections
from ui.bills.words import place_in_time


def test_bills_stand_by_day_near_maturity_and_by_month_later(screen, filled):
    rows = screen.ctx.reader.bills.maturing(date(2026, 11, 20))
    found = sections(rows, date(2026, 11, 20))
    assert [key for key, _ in found] == ["2026-11-15", "2026-11-24", "2026-12"]
    assert [len(inside) for _, inside in found] == [1, 1, 2]


def test_ten_days_before_and_after_are_days_and_the_eleventh_is_missed(screen, filled):
    (row,) = [
        one for one in screen.ctx.reader.bills.maturing(date(2026, 11, 20)) if one.id == filled.soon
    ]
    due = row.due_on
    assert section_of(row, due - timedelta(days=10)) == due.isoformat()
    assert section_of(row, due - timedelta(days=11)) == "2026-11"
    assert section_of(row, due + timedelta(days=10)) == due.isoformat()
    assert section_of(row, due + timedelta(days=11)) == "missed"
    assert place_in_time(row, due) == "T"
    assert place_in_time(row, due + timedelta(days=3)) == "T+3"
    assert place_in_time(row, due - timedelta(days=4)) == "T−4"


def test_k_opens_it_and_esc_or_k_goes_back(screen, filled):
    screen._act["calendar"].trigger()
    assert screen.stack.currentWidget() is screen.calendar
    assert screen.calendar.current().id == filled.presented
    assert screen.details.page.row.id == filled.presented
    screen.calendar.grid.select_where(lambda one: one.id == filled.soon)
    assert screen.details.page.row.id == filled.soon
    assert "1,300.00" in screen.calendar.figures.accessibleName()
    screen.escape()
    assert screen.stack.currentWidget() is screen.list


def test_a_bill_that_is_paid_leaves_the_calendar(screen, filled):
    screen.toggle_calendar()
    screen.begin(EventKind.PAID)
    screen.act_form.submit()
    shown = [row.id for row in screen.calendar.model.loaded()]
    assert filled.presented not in shown
    assert len(shown) == 3
