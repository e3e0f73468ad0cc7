"""The clean peak: the most a customer carried while it paid as it should."""

from datetime import date

from domain.credit.carried import Carried, clean_peak

FROM, TO = date(2026, 1, 1), date(2026, 12, 31)


def item(issued, due, minor, settled=None):
    days = [date.fromisoformat(f"2026-{d}") if d else None for d in (issued, due, settled)]
    return Carried(days[0], days[1], minor, days[2])


def peak(*items, days=15, to=TO):
    return clean_peak(items, FROM, to, days)


def test_ten_days_late_still_is_clean():
    items = (item("03-01", "03-31", 100, "04-10"), item("03-20", "04-30", 150, "04-30"))
    assert peak(*items, item("04-10", "", -100), item("04-30", "", -150)) == 250


def test_what_was_carried_while_something_was_long_overdue_does_not_count():
    late = item("03-01", "03-31", 100, "06-01")
    assert peak(late, item("04-20", "05-20", 900, "05-20"), item("05-20", "", -900)) == 100
    assert peak(item("03-01", "03-31", 100), item("04-20", "05-20", 900)) == 100


def test_a_day_on_which_a_debt_is_settled_is_clean_again():
    late = item("03-01", "03-31", 100, "06-01")
    carried = item("05-01", "07-01", 70, "07-01")
    assert peak(late, carried, item("06-01", "", -100)) == 100
    assert peak(late, item("05-01", "07-01", 400, "07-01"), item("06-01", "", -100)) == 400


def test_what_was_never_billed_has_no_peak_and_who_never_was_clean_has_0():
    assert peak() is None
    old = Carried(date(2025, 1, 1), date(2025, 2, 1), 500, None)
    assert peak(old) == 0
