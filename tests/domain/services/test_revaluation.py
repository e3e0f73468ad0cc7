from datetime import date

import pytest

from domain.errors import AlreadyReversed, NothingToDo, RateMissing, RunBackwards
from domain.services import revaluation


def _draft(desk, on):
    return revaluation.draft(desk.book.reader, date.fromisoformat(on))


def _run(desk, on):
    wanted = _draft(desk, on)
    revaluation.run(desk.uow(), wanted)
    return [(one.currency, one.change) for one in wanted.postings]


def test_unrealised_and_realised_differences_add_up_over_settlement(desk):
    """Booked at 7.10, month end 7.05, paid at 7.20: −500.00, then +1,000.00 and +500.00."""
    invoice = desk.invoice("10000.00", "2026-01-05", currency="USD", rate="7.10")
    desk.rate("USD", "2026-01-31", "7.05")
    assert _run(desk, "2026-01-31") == [("USD", -50_000)]
    paid = desk.receipt("10000.00", "2026-02-10", currency="USD", rate="7.20")
    desk.allocate(paid, {invoice: "10000.00"}, "2026-02-10")
    assert desk.exchange(paid) == ["1000.00"]
    assert _run(desk, "2026-02-28") == [("USD", 50_000)]
    assert desk.check() == []


def test_a_run_values_what_was_open_on_its_day(desk):
    invoice = desk.invoice("300.00", "2026-01-05", currency="USD", rate="7.00")
    desk.rate("USD", "2026-01-31", "7.10")
    paid = desk.receipt("100.00", "2026-02-10", currency="USD", rate="7.00")
    desk.allocate(paid, {invoice: "100.00"}, "2026-02-10")
    (item,) = _draft(desk, "2026-01-31").items
    assert (item.open, item.booked) == (30_000, 210_000)
    (item,) = _draft(desk, "2026-02-10").items
    assert (item.open, item.booked) == (20_000, 140_000)


def test_a_reversed_run_posts_nothing_further(desk):
    desk.invoice("100.00", "2026-01-05", currency="USD", rate="7.00")
    desk.rate("USD", "2026-01-31", "7.10")
    _run(desk, "2026-01-31")
    (row,) = desk.book.reader.revaluations()
    assert (row.items, row.valued - row.booked, row.reversed_on) == (1, 1_000, None)
    revaluation.reverse(desk.uow(), row.id, date(2026, 2, 1))
    (row,) = desk.book.reader.revaluations()
    assert row.reversed_on == date(2026, 2, 1)
    with pytest.raises(AlreadyReversed):
        revaluation.reverse(desk.uow(), row.id, date(2026, 2, 1))
    assert _run(desk, "2026-01-31") == [("USD", 1_000)]


def test_runs_go_forward_and_are_taken_back_from_the_last(desk):
    desk.invoice("100.00", "2026-01-05", currency="USD", rate="7.00")
    desk.rate("USD", "2026-01-31", "7.10")
    _run(desk, "2026-01-31")
    _run(desk, "2026-02-28")
    first = desk.book.reader.revaluations()[-1]
    with pytest.raises(RunBackwards):
        revaluation.reverse(desk.uow(), first.id, date(2026, 3, 1))
    with pytest.raises(RunBackwards):
        _run(desk, "2026-01-31")


def test_without_foreign_items_or_rates_nothing_is_run(desk):
    with pytest.raises(NothingToDo):
        _run(desk, "2026-01-31")
    desk.invoice("100.00", "2026-01-05", currency="USD", rate="7.00")
    with pytest.raises(RateMissing):
        _draft(desk, "2026-01-31")
