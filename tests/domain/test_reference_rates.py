"""The tables of reference rates: which rate holds on a day, and up to when a table is known."""

from datetime import date
from decimal import Decimal

import pytest

from domain.errors import ReferenceRateMissing
from domain.reference_rates import BUILT_IN, KnownRate, Rates, Source, half_year


def _day(text):
    return date.fromisoformat(text)


def _entered(source, day, percent):
    return KnownRate(source=source, from_on=_day(day), percent=Decimal(percent), entered=True)


@pytest.mark.parametrize(
    "day,percent",
    [
        ("2019-08-19", "4.35"),
        ("2019-08-20", "4.25"),
        ("2021-12-19", "3.85"),
        ("2021-12-20", "3.80"),
        ("2024-07-21", "3.45"),
        ("2024-07-22", "3.35"),
        ("2025-05-19", "3.10"),
        ("2025-05-20", "3.00"),
        ("2026-11-20", "3.00"),
    ],
)
def test_the_lpr_of_a_day_is_the_latest_published_on_or_before_it(day, percent):
    assert Rates().on(Source.LPR, _day(day)) == Decimal(percent)


@pytest.mark.parametrize(
    "source,day,percent",
    [
        (Source.ECB, "2023-01-01", "2.50"),
        (Source.ECB, "2025-01-01", "3.15"),
        (Source.ECB, "2026-07-01", "2.40"),
        (Source.BOE, "2018-06-30", "0.50"),
        (Source.BOE, "2019-12-31", "0.75"),
        (Source.BOE, "2021-06-30", "0.10"),
        (Source.BOE, "2021-12-31", "0.25"),
        (Source.BOE, "2022-06-30", "1.25"),
        (Source.BOE, "2023-06-30", "5.00"),
        (Source.BOE, "2024-06-30", "5.25"),
        (Source.BOE, "2024-12-31", "4.75"),
        (Source.BOE, "2026-06-30", "3.75"),
    ],
)
def test_central_bank_rates_on_the_days_that_count(source, day, percent):
    assert Rates().on(source, _day(day)) == Decimal(percent)


def test_before_a_table_begins_there_is_no_rate():
    with pytest.raises(ReferenceRateMissing) as told:
        Rates().on(Source.ECB, _day("2022-12-31"))
    assert told.value.facts["source"] == "ECB"
    with pytest.raises(ReferenceRateMissing):
        Rates().on(Source.OWN, _day("2026-01-01"))


def test_changes_come_in_order_and_skip_none():
    """A descending walk would miss those in between."""
    found = Rates().changes(Source.LPR, _day("2024-07-01"), _day("2025-07-01"))
    assert [on.isoformat() for on in found] == ["2024-07-22", "2024-10-21", "2025-05-20"]


def test_a_rate_entered_again_unchanged_is_no_change():
    rates = Rates([_entered(Source.LPR, "2025-08-20", "3.00")])
    assert rates.changes(Source.LPR, _day("2025-07-01"), _day("2026-01-01")) == []


def test_what_is_entered_outranks_the_built_in_rate_of_its_day():
    rates = Rates([_entered(Source.ECB, "2026-07-01", "2.65")])
    assert rates.on(Source.ECB, _day("2026-07-01")) == Decimal("2.65")
    assert len(rates.rows(Source.ECB)) == len(Rates().rows(Source.ECB))


def test_how_far_a_table_is_known():
    assert Rates().known_until(Source.LPR) == _day("2025-07-21")
    assert Rates().known_until(Source.OWN) is None
    entered = [
        _entered(Source.LPR, "2026-12-21", "2.90"),
        _entered(Source.ECB, "2027-01-01", "2.40"),
        _entered(Source.BOE, "2026-06-30", "3.75"),
    ]
    rates = Rates(entered)
    assert rates.known_until(Source.LPR) == _day("2027-01-19")
    assert rates.known_until(Source.ECB) == _day("2027-06-30")
    assert rates.known_until(Source.BOE) == _day("2026-06-30")


def test_an_old_rate_entered_late_takes_no_knowledge_away():
    assert Rates([_entered(Source.LPR, "2018-01-02", "4.30")]).known_until(Source.LPR) == _day(
        "2025-07-21"
    )


def test_half_years_begin_in_january_and_july():
    assert half_year(_day("2026-06-30")) == _day("2026-01-01")
    assert half_year(_day("2026-07-01")) == _day("2026-07-01")


def test_built_in_tables_rise_by_date_and_name_their_origin():
    for source in (Source.LPR, Source.ECB, Source.BOE):
        days = [one.from_on for one in BUILT_IN if one.source is source]
        assert days == sorted(set(days))
    assert {one.note for one in BUILT_IN} == {"published", "benchmark", "secondary"}
