"""The limitation clock: the worked example, every rule, and what holds for all events."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legal_event import DEBTOR_ACTS, EventKind, Strength
from domain.limitation import (
    CHINA,
    ENGLAND,
    FRANCE,
    GERMANY,
    LAWS,
    SCOTLAND,
    UNITED_STATES,
    Anchor,
    Debt,
    Event,
    add_years,
    alert,
    clock,
    laws_for,
    reach,
)
from tests.desk import day

FOREVER = date(9999, 1, 1)
STRONG, WEAK, NONE = Strength


def debt(due="2023-11-20", *events, **more):
    told = {
        "item_id": 1,
        "document_id": 1,
        "number": "INV-1",
        "customer_id": 1,
        "customer_code": "C1",
        "customer_name": "甲公司",
        "customer_name_en": "",
        "country": "CN",
        "currency": "CNY",
        "amount": 10_000,
        "open": 6_000,
        "issued_on": day("2023-10-20"),
    }
    return Debt(**told | {"due_on": day(due) if due else None, "events": tuple(events)} | more)


def event(kind, on, strength=STRONG, *, mine=True, ref=""):
    return Event(EventKind(kind), day(on), strength, ref, mine)


def days(found):
    return found.conservative.on.isoformat(), found.optimistic.on.isoformat()


def last(owed, *, on=FOREVER, laws=None):
    return days(clock(owed, on, laws))


# the worked example


def test_nothing_happened_three_years_from_the_due_date():
    found = clock(debt(), day("2026-06-01"))
    assert days(found) == ("2026-11-20", "2026-11-20")
    assert (found.conservative.anchor, found.conservative.start) == (Anchor.DUE, day("2023-11-20"))
    assert (found.days_left, found.alert) == (172, 180)


def test_a_part_payment_starts_the_years_anew():
    paid = event("part_payment", "2025-03-05", ref="RC-1")
    found = clock(debt("2023-11-20", paid), day("2025-06-30"))
    assert days(found) == ("2028-03-05", "2028-03-05")
    assert found.conservative.event == paid


# the calendar


@pytest.mark.parametrize(
    "start, years, end",
    [
        ("2023-11-20", 3, "2026-11-20"),
        ("2024-02-29", 3, "2027-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2023-02-28", 1, "2024-02-28"),
        ("9998-05-01", 3, "9999-12-31"),
    ],
)
def test_years_are_added_to_the_same_day(start, years, end):
    assert add_years(day(start), years) == day(end)


@pytest.mark.parametrize(
    "left, expected",
    [
        *[(-1, 0), (0, 7), (7, 7), (8, 30), (30, 30), (31, 90)],
        *[(90, 90), (91, 180), (180, 180), (181, None)],
    ],
)
def test_alerts_are_on_at_180_90_30_and_7_days_and_past_the_day(left, expected):
    assert alert(left) == expected


# what starts the clock


def test_one_debt_in_instalments_runs_from_its_last_instalment():
    owed = debt("2023-01-31", last_due_on=day("2023-12-31"))
    found = clock(owed, FOREVER)
    assert days(found)[0] == "2026-12-31"
    assert found.conservative.anchor is Anchor.LAST_INSTALMENT


def test_instalments_abroad_run_each_for_itself():
    owed = debt("2023-01-31", last_due_on=day("2023-12-31"))
    assert reach(owed, ENGLAND, certain=True).on == day("2029-01-31")


@pytest.mark.parametrize(
    "delivered, aged, expected, anchor",
    [
        ("2023-10-25", None, "2026-10-25", Anchor.DELIVERY),
        (None, None, "2026-10-20", Anchor.ISSUE),
        (None, "2022-05-01", "2025-05-01", Anchor.ISSUE),
    ],
)
def test_without_a_due_date_the_delivery_counts_and_else_the_issue(
    delivered, aged, expected, anchor
):
    owed = debt(
        None,
        delivered_on=day(delivered) if delivered else None,
        aged_from=day(aged) if aged else None,
    )
    found = reach(owed, CHINA, certain=True)
    assert (found.on, found.anchor) == (day(expected), anchor)


# what moves it


def test_weak_events_move_the_optimistic_day_alone():
    letter = event("letter_delivered", "2025-03-05", WEAK)
    assert last(debt("2023-11-20", letter)) == ("2026-11-20", "2028-03-05")


def test_what_cannot_be_proved_moves_nothing():
    letter = event("letter_delivered", "2025-03-05", NONE)
    assert last(debt("2023-11-20", letter)) == ("2026-11-20", "2026-11-20")


def test_an_event_before_the_due_date_does_not_shorten():
    assert last(debt("2023-11-20", event("part_payment", "2023-05-01")))[0] == "2026-11-20"


def test_events_carry_each_other_on():
    chain = [event("letter_delivered", on) for on in ("2026-11-20", "2029-11-01", "2032-10-01")]
    assert last(debt("2023-11-20", *chain))[0] == "2035-10-01"


def test_an_event_on_the_last_day_counts_and_one_after_it_does_not():
    on_time, late = event("lawsuit", "2026-11-20"), event("lawsuit", "2026-11-21")
    assert last(debt("2023-11-20", on_time))[0] == "2029-11-20"
    assert last(debt("2023-11-20", late)) == ("2026-11-20", "2026-11-20")


def test_a_strong_event_in_time_only_by_a_weak_one_counts_for_the_optimist():
    weak, strong = event("letter_delivered", "2026-01-10", WEAK), event("lawsuit", "2028-06-01")
    assert last(debt("2023-11-20", weak, strong)) == ("2026-11-20", "2031-06-01")


@pytest.mark.parametrize("kind", sorted(DEBTOR_ACTS))
def test_what_the_debtor_does_after_the_end_revives_the_debt_for_the_optimist(kind):
    assert last(debt("2020-11-20", event(kind, "2024-05-01"))) == ("2023-11-20", "2027-05-01")


def test_no_event_goes_beyond_twenty_years():
    chain = [event("letter_delivered", f"{year}-11-01") for year in range(2026, 2043, 2)]
    found = clock(debt("2023-11-20", *chain), FOREVER).conservative
    assert (found.on, found.capped) == (day("2043-11-20"), True)


def test_an_event_on_a_fellow_instalment_counts_where_instalments_are_one_debt():
    owed = debt(
        "2023-11-20",
        event("part_payment", "2025-03-05", mine=False),
        last_due_on=day("2023-11-20"),
    )
    assert reach(owed, CHINA, certain=True).on == day("2028-03-05")
    assert reach(owed, ENGLAND, certain=True).on == day("2029-11-20")


# other countries


@pytest.mark.parametrize(
    "law, expected",
    [
        (CHINA, "2026-11-20"),
        (ENGLAND, "2029-11-20"),
        (SCOTLAND, "2028-11-20"),
        (GERMANY, "2026-12-31"),
        (FRANCE, "2028-11-20"),
        (UNITED_STATES, "2027-11-20"),
    ],
)
def test_each_country_has_its_years(law, expected):
    assert reach(debt(), law, certain=True).on == day(expected)


def test_every_law_names_its_source():
    assert [law.code for law in LAWS.values() if not (law.source and law.countries)] == []


def test_a_demand_letter_starts_nothing_anew_in_england_but_a_part_payment_does():
    letter = debt("2023-11-20", event("letter_delivered", "2025-03-05"))
    paid = debt("2023-11-20", event("part_payment", "2025-03-05"))
    assert reach(letter, ENGLAND, certain=True).on == day("2029-11-20")
    assert reach(letter, ENGLAND, certain=False).on == day("2029-11-20")
    assert reach(paid, ENGLAND, certain=True).on == day("2031-03-05")


def test_a_new_run_in_germany_ends_on_its_day_and_not_with_the_year():
    owed = debt("2023-11-20", event("part_payment", "2025-03-05"))
    assert reach(owed, GERMANY, certain=True).on == day("2028-03-05")
    early = debt("2023-11-20", event("part_payment", "2023-12-05"))
    assert reach(early, GERMANY, certain=True).on == day("2026-12-31")


def test_a_payment_in_the_united_states_is_for_the_optimist_only():
    owed = debt("2023-11-20", event("part_payment", "2025-03-05"))
    assert last(owed, laws=[UNITED_STATES]) == ("2027-11-20", "2029-03-05")


@pytest.mark.parametrize(
    "country, codes",
    [
        *[("CN", ["CN"]), ("", ["CN"]), ("中国", ["CN"]), ("BR", ["CN"])],
        *[("gb", ["CN", "GB"]), (" 德国 ", ["CN", "DE"]), ("US", ["CN", "US"])],
    ],
)
def test_abroad_the_sellers_law_and_the_customers_are_looked_at(country, codes):
    assert [law.code for law in laws_for(country)] == codes


def test_abroad_the_earlier_day_is_the_safe_one_and_the_later_one_the_best():
    found = clock(debt(country="GB"), FOREVER)
    assert days(found) == ("2026-11-20", "2029-11-20")
    assert (found.conservative.law, found.optimistic.law) == (CHINA, ENGLAND)
    letters = [event("letter_delivered", on) for on in ("2024-10-01", "2026-10-01")]
    found = clock(debt("2021-11-20", *letters, country="GB"), FOREVER)
    assert days(found)[0] == "2027-11-20"
    assert found.conservative.law is ENGLAND


# what holds whatever happened

DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))
EVENTS = st.builds(
    Event,
    st.sampled_from(EventKind),
    DAYS,
    st.sampled_from(Strength),
    st.sampled_from(["", "a", "b"]),
    st.booleans(),
)
SEVERAL = st.lists(EVENTS, max_size=8)
CHOSEN = st.sampled_from([*LAWS.values()])


@given(SEVERAL, EVENTS, CHOSEN, DAYS, st.booleans())
def test_an_event_never_shortens(events, one, law, due, certain):
    owed = debt(due, *events)
    more = owed._replace(events=(*owed.events, one))
    assert reach(more, law, certain=certain).on >= reach(owed, law, certain=certain).on


@given(SEVERAL, EVENTS, CHOSEN, DAYS)
def test_only_strong_events_move_the_conservative_day(events, one, law, due):
    owed = debt(due, *events)
    more = owed._replace(events=(*owed.events, replace(one, strength=Strength.WEAK)))
    assert reach(more, law, certain=True) == reach(owed, law, certain=True)


@given(SEVERAL.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), DAYS, DAYS)
def test_the_order_of_the_events_does_not_matter(both, due, as_of):
    one, other = (clock(debt(due, *events), as_of) for events in both)
    assert (one.conservative, one.optimistic) == (other.conservative, other.optimistic)


@given(SEVERAL, DAYS, DAYS, st.sampled_from(["CN", "GB", "DE", "US", "FR", "GB-SCT"]))
def test_the_optimistic_day_is_never_before_the_conservative(events, due, as_of, country):
    found = clock(debt(due, *events, country=country), as_of)
    assert found.conservative.on <= found.optimistic.on


@given(SEVERAL, DAYS, DAYS, DAYS)
def test_any_date_shows_what_was_known_by_then(events, due, one, other):
    owed = debt(due, *events)
    early, late = sorted((one, other))
    known = debt(due, *(event for event in events if event.on <= early))
    assert clock(owed, early).conservative == clock(known, early).conservative
    # Later dates know more, and no less.
    assert clock(owed, early).conservative.on <= clock(owed, late).conservative.on


@given(SEVERAL, DAYS, CHOSEN)
def test_a_day_is_always_some_years_after_the_start_or_an_event(events, due, law):
    found = reach(debt(due, *events), law, certain=False)
    if found.event is not None and not found.capped:
        assert found.on == add_years(found.event.on, law.years)
    if law.absolute_years is not None:
        assert found.on <= add_years(due, law.absolute_years)
    assert found.on >= add_years(due, law.years)
