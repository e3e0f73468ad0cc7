"""What proves an event, the day it counts from, and what may be recorded."""

import pytest

from domain.errors import BadEventDates, MissingField
from domain.legal_event import (
    DEBTOR_ACTS,
    FILINGS,
    NOTICES,
    RECORDED,
    Channel,
    EventKind,
    LegalEvent,
    Strength,
    check_event,
    covers,
    proof,
)
from tests.desk import day

STRONG, WEAK, NONE = Strength
TODAY = day("2026-06-01")


def event(kind="letter_delivered", on="2026-05-01", **more):
    told = {key: day(value) if key.endswith("_on") else value for key, value in more.items()}
    return LegalEvent(kind=EventKind(kind), customer_id=1, happened_on=day(on), **told)


@pytest.mark.parametrize(
    "told, expected",
    [
        ({"channel": Channel.EMS, "number": "EA1", "arrived_on": "2026-05-03"}, STRONG),
        ({"channel": Channel.POST, "number": "XA1", "arrived_on": "2026-05-03"}, STRONG),
        ({"channel": Channel.EMS, "arrived_on": "2026-05-03"}, WEAK),
        ({"channel": Channel.COURIER, "number": "SF1", "arrived_on": "2026-05-03"}, WEAK),
        (
            {"channel": Channel.COURIER, "arrived_on": "2026-05-03", "signed_by": "王会计"},
            STRONG,
        ),
        ({"channel": Channel.HAND, "arrived_on": "2026-05-03", "signed_by": "收发室"}, STRONG),
        ({"channel": Channel.HAND, "arrived_on": "2026-05-03"}, WEAK),
        ({"channel": Channel.EMAIL, "arrived_on": "2026-05-03"}, WEAK),
        ({"channel": Channel.EMS, "number": "EA1"}, NONE),
        ({"channel": Channel.EMS, "number": "EA1", "returned_on": "2026-05-09"}, WEAK),
        ({"channel": Channel.COURIER, "number": "SF1", "returned_on": "2026-05-09"}, NONE),
    ],
)
def test_a_letter_is_proved_by_its_arrival(told, expected):
    assert proof(event(**told)) is expected


@pytest.mark.parametrize(
    "kind, told, expected",
    [
        ("part_payment", {}, STRONG),
        ("promise_written", {}, WEAK),
        ("promise_written", {"signed_by": "李总"}, STRONG),
        ("instalment_plan", {"sha256": "ab"}, STRONG),
        ("extension_request", {}, WEAK),
        ("statement_signed", {"signed_by": "李总", "sha256": "ab"}, WEAK),
        ("lawsuit", {}, WEAK),
        ("lawsuit", {"number": "(2026)沪0101民初1号"}, STRONG),
        ("police_report", {"sha256": "ab"}, STRONG),
        ("paper_delivered", {"arrived_on": "2026-05-03", "signed_by": "王会计"}, NONE),
    ],
)
def test_writings_need_a_signature_and_filings_their_number(kind, told, expected):
    assert proof(event(kind, **told)) is expected


def test_a_notice_counts_from_its_arrival_and_all_else_from_its_day():
    assert event(arrived_on="2026-05-03").effective_on == day("2026-05-03")
    assert event(returned_on="2026-05-09").effective_on == day("2026-05-09")
    assert event().effective_on is None
    assert event("promise_written").effective_on == day("2026-05-01")


def test_every_kind_is_the_debtors_a_notice_or_a_filing():
    rest = set(EventKind) - DEBTOR_ACTS - NOTICES - FILINGS
    assert rest == {EventKind.TAKEN_BACK}
    assert set(EventKind) - set(RECORDED) == {EventKind.TAKEN_BACK, EventKind.PAPER_DELIVERED}


def test_a_notice_needs_its_channel():
    with pytest.raises(MissingField) as caught:
        check_event(event(), TODAY)
    assert caught.value.facts == {"field": "channel"}


@pytest.mark.parametrize(
    "told",
    [
        {"arrived_on": "2026-04-30"},
        {"returned_on": "2026-04-30"},
        {"arrived_on": "2026-05-03", "returned_on": "2026-05-09"},
        {"arrived_on": "2026-06-02"},
        {"on": "2026-06-02"},
    ],
)
def test_days_out_of_order_or_in_the_future_are_refused(told):
    with pytest.raises(BadEventDates):
        check_event(event(channel=Channel.EMS, **told), TODAY)


def test_an_event_concerns_what_it_names_or_all_that_was_owed_by_its_day():
    named = event("promise_written", item_ids=(7, 8))
    assert covers(named, [8], day("2026-05-20"))
    assert not covers(named, [9], day("2026-01-01"))
    at_large = event("promise_written")
    assert covers(at_large, [9], day("2026-05-01"))
    assert not covers(at_large, [9], day("2026-05-02"))
