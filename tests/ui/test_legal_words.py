"""Reasons of last safe days and recorded events, in both languages."""

import re

import pytest

from domain.legal_event import Channel, EventKind, LegalEvent, LegalEventRow, Strength
from domain.limitation import GERMANY, LAWS, Anchor, Debt, Event, clock
from tests.desk import day
from ui import legal_words as words

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _found(*events, country="CN", as_of="2026-06-01", due="2023-11-20"):
    debt = Debt(
        item_id=1,
        document_id=1,
        number="INV-1",
        customer_id=1,
        customer_code="C1",
        customer_name="甲公司",
        customer_name_en="Alpha",
        country=country,
        currency="CNY",
        amount=100,
        open=100,
        issued_on=day("2023-10-20"),
        due_on=day(due),
        events=events,
    )
    return clock(debt, day(as_of))


def _event(kind, on, strength=Strength.STRONG, ref=""):
    return Event(EventKind(kind), day(on), strength, ref)


def _row(kind="letter_delivered", **told):
    event = LegalEvent(kind=EventKind(kind), customer_id=1, happened_on=day("2026-01-05"), **told)
    return LegalEventRow(
        id=1,
        event=event,
        customer_code="C1",
        customer_name="甲公司",
        customer_name_en="Alpha",
        paper_number="催字1号",
        labels=(),
        user="u",
    )


def test_a_reason_says_what_it_counts_from_how_long_and_by_whose_law():
    found = _found()
    assert words.reason(found.conservative, "zh") == "自到期日 2023-11-20 起 3 年（中国法）"
    assert words.reason(found.conservative, "en") == (
        "3 years from due date 20 Nov 2023 (law of China)"
    )
    assert (words.left(found, "zh"), words.left(found, "en")) == ("剩 172 天", "172 days left")
    assert (words.alert(found, "zh"), words.alert(found, "en")) == ("180 天内", "Within 180 days")


def test_a_reason_names_the_event_and_weak_proof():
    paid = _found(_event("part_payment", "2025-03-05", ref="RC-1"))
    assert words.reason(paid.conservative, "zh") == "部分付款 2025-03-05 起重新计算 3 年（中国法）"
    assert words.event(paid.conservative.event, "en") == "Part payment 5 Mar 2025 RC-1"
    weak = _found(_event("letter_delivered", "2025-03-05", Strength.WEAK))
    assert words.reason(weak.optimistic, "en") == (
        "3 years anew from letter delivered 5 Mar 2025 (weak proof) (law of China)"
    )
    assert words.event(weak.conservative.event, "zh") == ""


def test_a_year_s_end_and_the_twenty_years_are_said():
    german = _found(country="DE").optimistic
    assert german.law is GERMANY
    assert words.reason(german, "zh").endswith("，至当年年末（德国法）")
    chain = [_event("letter_delivered", f"{year}-11-01") for year in range(2026, 2043, 2)]
    last = _found(*chain, as_of="2045-01-01").conservative
    assert words.reason(last, "zh") == "自 2023-11-20 起最长 20 年（中国法）"


def test_a_day_that_is_past_is_said_so():
    found = _found(as_of="2026-11-21")
    assert (words.left(found, "zh"), words.left(found, "en")) == ("已过 1 天", "1 day past")
    assert (words.alert(found, "zh"), words.alert(found, "en")) == ("已过", "Past")


def test_a_recorded_event_is_one_line():
    arrived = _row(
        channel=Channel.EMS,
        number="EA1",
        arrived_on=day("2026-01-08"),
        signed_by="收发室",
        strength=Strength.STRONG,
    )
    assert words.described(arrived, "zh") == (
        "催款函送达：2026-01-08 送达 · EMS EA1 · 收发室 · 证明力强"
    )
    assert words.described(_row(channel=Channel.HAND), "en") == (
        "Letter delivered: sent, not arrived 5 Jan 2026 · By hand · proof none"
    )
    case = _row("lawsuit", number="(2026)1")
    assert words.described(case, "en") == "Lawsuit: 5 Jan 2026 · (2026)1 · proof none"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_words(language):
    told = [words.kind(kind, language) for kind in EventKind if kind != "taken_back"]
    told += [words.channel(way, language) for way in Channel]
    told += [words.strength(one, language) for one in Strength]
    told += [
        words.law(_found(country=min(law.countries)).optimistic, language) for law in LAWS.values()
    ]
    told += [words._ANCHORS[one][0 if language == "zh" else 1] for one in Anchor]
    assert all(told)
    if language == "en":
        assert not any(CHINESE.search(one) for one in told)
    assert words.no_advice(language)
