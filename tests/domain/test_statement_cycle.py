"""Which customers are due a statement, by their own periods."""

from datetime import date

import pytest

from domain.statement_cycle import (
    Account,
    Every,
    LeftOut,
    Period,
    StatementTerms,
    last_period,
    left_out,
)


@pytest.mark.parametrize(
    "every, day, first, last",
    [
        (Every.MONTH, "2026-11-26", "2026-10-01", "2026-10-31"),
        (Every.MONTH, "2026-11-30", "2026-11-01", "2026-11-30"),
        (Every.MONTH, "2026-01-15", "2025-12-01", "2025-12-31"),
        (Every.QUARTER, "2026-11-26", "2026-07-01", "2026-09-30"),
        (Every.QUARTER, "2026-12-31", "2026-10-01", "2026-12-31"),
        (Every.QUARTER, "2026-02-28", "2025-10-01", "2025-12-31"),
        (Every.HALF_YEAR, "2026-06-30", "2026-01-01", "2026-06-30"),
        (Every.HALF_YEAR, "2026-06-29", "2025-07-01", "2025-12-31"),
        (Every.YEAR, "2026-12-30", "2025-01-01", "2025-12-31"),
    ],
)
def test_the_last_whole_period_is_due(every, day, first, last):
    found = last_period(every, date.fromisoformat(day))
    assert found == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_who_wants_none_has_no_period():
    assert last_period(Every.NEVER, date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    "terms, account, sent, why",
    [
        (StatementTerms(), Account(closing=500, movements=0), False, None),
        (StatementTerms(), Account(closing=0, movements=2), False, None),
        (StatementTerms(), Account(closing=0, movements=0), False, LeftOut.NOTHING),
        (StatementTerms(), Account(closing=500, movements=1), True, LeftOut.SENT),
        (StatementTerms(least=501), Account(closing=-500, movements=1), False, LeftOut.SMALL),
        (StatementTerms(least=500), Account(closing=-500, movements=1), False, None),
        (StatementTerms(least=501), Account(closing=500, movements=0, overdue=True), False, None),
        (
            StatementTerms(every=Every.NEVER),
            Account(closing=500, movements=1),
            False,
            LeftOut.NEVER,
        ),
    ],
)
def test_who_is_left_out_and_why(terms, account, sent, why):
    assert left_out(terms, account, sent=sent) == why
