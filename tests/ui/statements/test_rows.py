"""Periods of a statement run."""

from datetime import date

import pytest

from ui.statements.rows import period


@pytest.mark.parametrize(
    "preset, on, first, last",
    [
        ("last_month", date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
        ("last_month", date(2026, 1, 5), date(2025, 12, 1), date(2025, 12, 31)),
        ("this_month", date(2026, 11, 20), date(2026, 11, 1), date(2026, 11, 20)),
        ("last_quarter", date(2026, 1, 1), date(2025, 10, 1), date(2025, 12, 31)),
        ("last_quarter", date(2026, 11, 20), date(2026, 7, 1), date(2026, 9, 30)),
        ("this_year", date(2026, 11, 20), date(2026, 1, 1), date(2026, 11, 20)),
    ],
)
def test_presets_are_whole_periods(preset, on, first, last):
    assert period(preset, on) == (first, last)


def test_own_dates_are_nobody_elses():
    assert period("own", date(2026, 11, 20)) is None
