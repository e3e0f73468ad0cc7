"""Versions by their days, periods of review, and drafts that are put on top of each other."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import PolicyNotApproved
from domain.policies.shape import with_value
from domain.policies.version import VersionState, on_top, period_end, period_start, versions_of
from domain.policy import CreditPolicy
from domain.record import Record

SHIPPED = CreditPolicy()
DEPOSIT = ("grades", "c", "deposit")


def kept(record_id, on):
    value = replace(SHIPPED, reason=f"v{record_id}")
    return Record(id=record_id, value=value, customer_id=None, dated_on=date.fromisoformat(on))


def test_versions_are_numbered_by_their_days():
    found = versions_of([kept(9, "2026-01-01"), kept(4, "2026-06-01")], date(2026, 3, 1))
    assert [(one.number, one.record_id, one.state) for one in found] == [
        (0, 0, VersionState.PAST),
        (1, 9, VersionState.IN_FORCE),
        (2, 4, VersionState.COMING),
    ]


def test_of_two_versions_of_a_day_the_later_kept_one_holds():
    found = versions_of([kept(5, "2026-01-01"), kept(6, "2026-01-01")], date(2026, 1, 1))
    assert [one.state for one in found][1:] == [VersionState.PAST, VersionState.IN_FORCE]


def test_before_the_first_version_the_defaults_hold():
    (shipped, coming) = versions_of([kept(5, "2026-01-02")], date(2026, 1, 1))
    assert (shipped.state, coming.state) == (VersionState.IN_FORCE, VersionState.COMING)


@pytest.mark.parametrize(
    "day, months, end, start",
    [
        ("2026-11-20", 3, "2026-09-30", "2026-07-01"),
        ("2026-12-31", 3, "2026-09-30", "2026-07-01"),
        ("2027-01-01", 3, "2026-12-31", "2026-10-01"),
        ("2026-03-31", 1, "2026-02-28", "2026-02-01"),
        ("2026-05-05", 6, "2025-12-31", "2025-07-01"),
        ("2026-05-05", 12, "2025-12-31", "2025-01-01"),
    ],
)
def test_a_review_looks_at_the_last_period_that_is_over(day, months, end, start):
    found = period_end(date.fromisoformat(day), months)
    assert (found, period_start(found, months)) == (
        date.fromisoformat(end),
        date.fromisoformat(start),
    )


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from([1, 2, 3, 4, 6, 12]))
def test_a_period_ends_before_the_day_and_the_next_has_not_ended(day, months):
    end = period_end(day, months)
    assert end < day
    assert (day.year - end.year) * 12 + day.month - end.month <= months
    assert period_end(period_start(end, months), months) < period_start(end, months)


def test_what_was_put_in_force_meanwhile_stays_under_a_draft():
    draft = with_value(SHIPPED, DEPOSIT, Decimal("0.4"))
    now = with_value(SHIPPED, ("limits", "step"), 5000)
    merged = on_top(draft, SHIPPED, now)
    assert (merged.grades.c.deposit, merged.limits.step) == (Decimal("0.4"), 5000)


def test_two_changes_of_the_same_section_are_not_mixed():
    draft = with_value(SHIPPED, DEPOSIT, Decimal("0.4"))
    now = with_value(SHIPPED, ("grades", "b", "review_months"), 4)
    with pytest.raises(PolicyNotApproved) as refused:
        on_top(draft, SHIPPED, now)
    assert refused.value.facts == {"rule": "stale", "section": "grades"}
    assert on_top(draft, SHIPPED, draft) == draft
