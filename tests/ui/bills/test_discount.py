"""The discount calculator: free figures, one bill, several bills."""

from datetime import date

import pytest

from domain.bill import EventKind


@pytest.fixture
def pane(screen):
    screen.reckon()
    return screen.discount


def figures(pane):
    grid = pane.result._grid
    return [grid.itemAt(at).widget().text() for at in range(1, grid.count(), 2)]


def test_500000_at_2_1_percent_for_120_days(pane):
    pane.amount.setText("500,000")
    pane.due.set_day(date(2027, 3, 20))
    pane.rate.setText("2.1 %")
    pane._reckon()
    assert figures(pane) == ["120", "3,500.00", "496,500.00", "2.14 %"]
    pane.basis.set_value("365")
    pane.extra.setText("3")
    assert figures(pane)[:2] == ["123", "3,538.36"]


@pytest.mark.parametrize("rate", ["", "abc", "-1", "101", "nan"])
def test_no_figure_is_shown_while_something_is_unclear(pane, rate):
    pane.amount.setText("100")
    pane.due.set_day(date(2027, 3, 20))
    pane.rate.setText(rate)
    pane._reckon()
    assert figures(pane) == []
    assert not pane.do.isVisibleTo(pane)


def test_a_bill_is_discounted_with_a_bank(screen, filled, office):
    screen.open_record(str(filled.far))
    screen.begin(EventKind.DISCOUNTED)
    pane = screen.discount
    assert (pane.amount.minor(), pane.due.day()) == (40_000, date(2026, 12, 1))
    pane.rate.setText("3.6")
    assert figures(pane)[:3] == ["11", "0.44", "399.56"]
    pane.submit()
    assert pane.fields["bank"].error()
    pane.bank.setText("招商银行")
    pane.submit()
    event = screen.details.page.events[-1]
    assert (event.kind, event.cost, event.amount, event.rate) == ("discounted", 44, 39_956, "3.6")
    office.said[-1].run()
    assert screen.details.page.row.state == "in_hand"


def test_several_bills_are_reckoned_each_by_its_own_days(screen, filled):
    screen.list.show_state("in_hand")
    screen.list.list.view.selectAll()
    screen._enable(screen.details.page)
    screen.begin(EventKind.DISCOUNTED)
    pane = screen.discount
    pane.rate.setText("3.6")
    assert [one.days for one in pane.reckoned()] == [4, 11, 11]
    assert not pane.fields["due"].isVisibleTo(pane)
    assert figures(pane) == ["1.11", "1,198.89"]
