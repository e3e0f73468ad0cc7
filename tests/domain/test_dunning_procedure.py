"""Procedures: numbering, days before and after due, what cannot be followed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.dunning_procedure import (
    DEFAULT_PROCEDURE,
    Level,
    Procedure,
    check_procedure,
    numbered,
    procedure_from,
    stored,
)
from domain.errors import AgreedRateNeeded, BadProcedure

EARLY = Procedure(code="t", levels=(Level(-1, -14), Level(0, -3), Level(1, 7), Level(2, 30)))


def test_reminders_before_the_due_date_end_with_level_0():
    assert numbered([(-14, "due"), (-3, "due"), (7, "due"), (30, "due")]) == [-1, 0, 1, 2]
    assert numbered([(0, "due"), (5, "sent")]) == [1, 2]


@pytest.mark.parametrize(
    "sent, late, level",
    [
        (None, -15, None),
        (None, -14, -1),
        (-1, -13, None),
        (None, -3, 0),
        (-1, -1, 0),
        (0, -1, None),
        (0, 0, None),
        (None, 6, None),
        (None, 7, 1),
        (-1, 50, 1),
        (1, 50, 2),
    ],
)
def test_a_reminder_missed_is_passed_by_once_the_debt_is_late(sent, late, level):
    found = EARLY.next_level(sent, late)
    assert (found.level if found else None) == level


def test_a_level_that_is_gone_speaks_as_the_nearest_below():
    assert DEFAULT_PROCEDURE.at(9).level == 5
    assert DEFAULT_PROCEDURE.at(0).level == 1


def test_a_fee_in_percent_is_rounded_half_up_once():
    assert Level(1, 5, fee_percent=Decimal("1.5")).fee_of(33_333) == 500
    assert Level(1, 5, fee_percent=Decimal("0.5")).fee_of(100) == 1
    assert Level(1, 5, fee_percent=Decimal(15)).fee_of(10_000) == 1_500


def test_a_procedure_comes_back_from_its_stored_form():
    whole = Procedure(
        code="t",
        levels=(
            Level(0, -7),
            Level(1, 3, fee_minor=1_000, fee_percent=Decimal("1.25"), channel="ems"),
            Level(2, 10, 5, "sent", interest="CN_SALE_LPR_FLOAT:1.5"),
        ),
        minimum_minor=5,
        interval_days=3,
        currency="CNY",
    )
    assert procedure_from(stored(check_procedure(whole))) == whole


@pytest.mark.parametrize(
    "changes",
    [
        {"code": " "},
        {"levels": ()},
        {"levels": tuple(Level(n, n) for n in range(1, 11))},
        {"levels": (Level(2, 5),)},
        {"levels": (Level(1, 5), Level(2, 5))},
        {"levels": (Level(1, 5, after="never"),)},
        {"levels": (Level(1, 5, pay_days=0),)},
        {"levels": (Level(1, 5, fee_minor=-1),)},
        {"levels": (Level(1, 5, fee_percent=Decimal(101)),)},
        {"levels": (Level(0, -5, fee_minor=1),)},
        {"levels": (Level(0, -5, interest="own"),)},
        {"levels": (Level(1, -5, after="sent"),)},
        {"minimum_minor": -1},
        {"interval_days": -1},
    ],
)
def test_what_cannot_be_followed_is_refused(changes):
    with pytest.raises(BadProcedure):
        check_procedure(replace(DEFAULT_PROCEDURE, **changes))


def test_interest_that_names_no_rate_is_refused():
    with pytest.raises(AgreedRateNeeded):
        check_procedure(replace(DEFAULT_PROCEDURE, levels=(Level(1, 5, interest="CN_CONTRACT"),)))
