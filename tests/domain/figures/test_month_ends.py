"""The book at month ends, from sums by day."""

from datetime import date

from domain.figures.month_ends import DaySums, ItemSum, SettledSum, month_ends

JAN, FEB, MAR = (date(2026, month, 1) for month in (1, 2, 3))


def item(kind, issued, minor, due=None, currency="CNY"):
    day = date.fromisoformat
    return ItemSum(currency, kind, day(issued), day(due) if due else None, minor)


def taken(on, due, minor):
    day = date.fromisoformat
    return SettledSum("CNY", day(on), day(due) if due else None, minor)


def ends(items, settled=(), as_of="2026-03-31", currency="CNY"):
    return month_ends(DaySums(items, settled), currency, date.fromisoformat(as_of))


def test_months_run_from_the_first_document_to_the_day():
    found = ends([item("invoice", "2026-01-15", 100, "2026-04-30")], as_of="2026-03-10")

    assert [(end.month, end.on, end.days, end.is_whole) for end in found] == [
        (JAN, date(2026, 1, 31), 31, True),
        (FEB, date(2026, 2, 28), 28, True),
        (MAR, date(2026, 3, 10), 10, False),
    ]


def test_a_book_without_the_currency_has_no_months():
    assert ends([item("invoice", "2026-01-15", 100)], currency="USD") == []


def test_billed_and_received_take_back_what_was_voided_and_refunded():
    january = ends(
        [
            item("invoice", "2026-01-02", 1_000),
            item("credit_note", "2026-01-03", -100),
            item("invoice", "2026-01-04", -50),
            item("receipt", "2026-01-05", -400),
            item("refund", "2026-01-06", 30),
            item("write_off", "2026-01-07", -5),
        ]
    )[0]

    assert (january.billed, january.received, january.balance) == (850, 370, 475)


def test_due_on_the_month_end_itself_is_not_overdue_yet():
    found = ends([item("invoice", "2026-01-01", 100, "2026-01-31")])

    assert [(end.open, end.overdue) for end in found] == [(100, 0), (100, 100), (100, 100)]


def test_what_is_due_in_the_month_under_way_is_overdue_only_after_its_day():
    before, after = (
        ends([item("invoice", "2026-03-01", 100, "2026-03-15")], as_of=day)[-1].overdue
        for day in ("2026-03-15", "2026-03-16")
    )

    assert (before, after) == (0, 100)


def test_payments_before_and_after_the_due_day_take_from_the_right_part():
    found = ends(
        [item("invoice", "2026-01-01", 100, "2026-02-15")],
        [taken("2026-01-20", "2026-02-15", 30), taken("2026-03-05", "2026-02-15", 50)],
    )

    assert [(end.open, end.not_due, end.overdue) for end in found] == [
        (70, 70, 0),
        (70, 0, 70),
        (20, 0, 20),
    ]


def test_what_has_no_due_day_is_never_overdue():
    found = ends([item("opening", "2026-01-01", 100)], [taken("2026-02-02", None, 40)])

    assert [(end.open, end.overdue) for end in found] == [(100, 0), (60, 0), (60, 0)]


def test_the_91st_day_overdue_makes_a_default_of_what_is_open_then():
    found = ends(
        [item("invoice", "2026-01-01", 100, "2026-01-10")],
        [taken("2026-04-11", "2026-01-10", 30), taken("2026-04-12", "2026-01-10", 20)],
        as_of="2026-04-30",
    )

    assert [end.defaulted for end in found] == [0, 0, 0, 70]


def test_a_debt_taken_over_bad_is_no_new_default():
    found = ends([item("transfer", "2026-03-01", 100, "2025-10-01")], as_of="2026-03-31")

    assert [(end.open, end.overdue, end.defaulted) for end in found] == [(100, 100, 0)]
