"""Credit insurance on the book: policies and limits kept, cover, days and declarations read."""

from datetime import date
from decimal import Decimal

import pytest

from domain.cover.insurance import AdverseInformation, BuyerLimit, Exclusion, covered
from domain.errors import (
    BadCoverTerms,
    DuplicateNumber,
    MissingField,
    NoPolicy,
    NothingToDo,
)
from domain.services import cover, interest
from domain.services.records import take_back_record
from tests.desk import day
from tests.domain.cover.cover_desk import END, START, policy


def _policy(desk, **terms):
    return cover.keep_policy(desk.uow(), policy(**terms), dated_on=START, ends_on=END).value


def _limit(desk, amount, on=START, *, customer=None, until=None, number="P-1"):
    value = BuyerLimit(policy=number, amount_minor=amount, number="L-1")
    return cover.keep_limit(
        desk.uow(), value, customer_id=customer or desk.first, dated_on=on, ends_on=until
    ).value


def _exposure(desk, on):
    return {one.code: one for one in cover.exposure(desk.book.reader, day(on))}


def test_cover_follows_the_book_as_of_any_day(desk):
    _policy(desk)
    _limit(desk, 10_000_000)
    other = desk.customer("C2")
    first = desk.invoice("60000.00", "2026-02-01", due="2026-03-03")
    desk.invoice("80000.00", "2026-02-10", due="2026-03-12")
    desk.invoice("500.00", "2026-02-10", customer=other)
    paid = desk.receipt("60000.00", "2026-03-01")
    before, after = _exposure(desk, "2026-02-28"), None
    desk.allocate(paid, {first: "60000.00"}, "2026-03-02")
    after = _exposure(desk, "2026-03-02")
    assert (before["C1"].open, before["C1"].covered, before["C1"].insured) == (
        14_000_000,
        10_000_000,
        9_000_000,
    )
    assert (after["C1"].open, after["C1"].covered, after["C1"].own) == (
        8_000_000,
        8_000_000,
        800_000,
    )
    assert (before["C2"].own, before["C2"].insured) == (50_000, 0)
    assert _exposure(desk, "2026-02-28")["C1"].insured == 9_000_000


def test_the_list_of_deadlines_holds_insured_customers_only_and_presses_when_near(desk):
    _policy(desk)
    _limit(desk, 10_000_000)
    desk.invoice("60000.00", "2026-01-05", due="2026-02-04")
    desk.invoice("500.00", "2026-01-05", due="2026-02-04", customer=desk.customer("C2"))
    reader = desk.book.reader
    (one,) = cover.deadlines(reader, date(2026, 4, 1))
    assert (one.days.notify_by, one.days_left, one.alert) == (date(2026, 5, 5), 34, None)
    assert cover.pressing(reader, date(2026, 4, 1)) == []
    (near,) = cover.pressing(reader, date(2026, 4, 21))
    assert (near.days_left, near.alert) == (14, 14)
    (missed,) = cover.pressing(reader, date(2026, 5, 6))
    assert (missed.days_left, missed.alert) == (-1, 0)


def test_without_a_policy_nothing_is_insured_and_no_day_runs(desk):
    desk.invoice("60000.00", "2026-01-05", due="2026-02-04")
    assert cover.deadlines(desk.book.reader, date(2026, 4, 1)) == []
    assert _exposure(desk, "2026-04-01")["C1"].own == 6_000_000


def test_the_day_of_delivery_decides_the_limit_and_disputes_are_not_covered(desk):
    _policy(desk)
    _limit(desk, 10_000_000)
    _limit(desk, 0, date(2026, 2, 1))
    early = desk.invoice("100.00", "2026-02-05", due="2026-03-07", delivered_on=date(2026, 1, 31))
    desk.invoice("100.00", "2026-02-05", due="2026-03-07")
    desk.dispute(early, "40.00", "2026-02-20")
    row = _exposure(desk, "2026-03-01")["C1"]
    assert (row.open, row.covered, row.insured, row.limit) == (20_000, 6_000, 5_400, 0)


def test_adverse_information_stops_shipments_and_excludes_later_ones(desk):
    _policy(desk)
    _limit(desk, 10_000_000)
    desk.invoice("100.00", "2026-02-01", due="2026-03-03")
    desk.invoice("100.00", "2026-02-20", due="2026-03-22")
    known = AdverseInformation(what="被执行人")
    cover.keep_adverse(desk.uow(), desk.first, known, date(2026, 2, 10))
    row = _exposure(desk, "2026-03-01")["C1"]
    assert (row.covered, row.stop_from) == (10_000, date(2026, 2, 10))
    with pytest.raises(MissingField):
        cover.keep_adverse(desk.uow(), desk.first, AdverseInformation(what=""), START)


def test_policies_of_one_number_do_not_overlap_and_a_correction_replaces(desk):
    kept = _policy(desk)
    with pytest.raises(DuplicateNumber):
        _policy(desk)
    again = policy(insured_percent=Decimal(80))
    cover.keep_policy(desk.uow(), again, dated_on=START, ends_on=END, replaces_id=kept)
    cover.keep_policy(desk.uow(), policy(), dated_on=date(2027, 1, 1), ends_on=date(2027, 12, 31))
    known = cover.insurance(desk.book.reader)
    assert [one.value.insured_percent for one in known.policies] == [Decimal(80), Decimal(90)]


def test_a_limit_needs_a_policy_of_its_day_and_may_be_taken_back(desk):
    with pytest.raises(NoPolicy):
        _limit(desk, 1)
    _policy(desk)
    with pytest.raises(NoPolicy):
        _limit(desk, 1, date(2027, 1, 1))
    with pytest.raises(BadCoverTerms):
        _limit(desk, -1)
    with pytest.raises(BadCoverTerms):
        _limit(desk, 1, date(2026, 2, 1), until=START)
    kept = _limit(desk, 10_000)
    desk.invoice("100.00", "2026-02-01", due="2026-03-03")
    assert _exposure(desk, "2026-03-01")["C1"].covered == 10_000
    take_back_record(desk.uow(), BuyerLimit, kept, END)
    assert _exposure(desk, "2026-03-01")["C1"].covered == 0


def test_a_plan_beyond_the_extension_is_told_for_the_insured_debts_only(desk):
    _policy(desk)
    _limit(desk, 10_000_000)
    near = desk.invoice("100.00", "2026-01-05", due="2026-02-04")
    far = desk.invoice("100.00", "2026-01-05", due="2026-03-31")
    ids = [desk.item(near), desk.item(far)]
    reader, on = desk.book.reader, date(2026, 4, 1)
    found = cover.consent_needed(reader, desk.first, ids, date(2026, 4, 6), on)
    assert [(one.item_id, one.mep_ends_on) for one in found] == [(ids[0], date(2026, 4, 5))]
    assert cover.consent_needed(reader, desk.first, ids, date(2026, 4, 5), on) == []


def test_a_month_is_declared_once_and_what_comes_late_is_still_waiting(desk):
    _policy(desk)
    _limit(desk, 10_000_000)
    desk.invoice("100.00", "2026-02-01", due="2026-03-03")
    gone = desk.invoice("200.00", "2026-02-20", due="2026-03-22")
    desk.invoice("400.00", "2026-03-01", due="2026-03-31", delivered_on=date(2026, 2, 28))
    desk.invoice("800.00", "2026-03-02", due="2026-04-01")
    desk.void(gone, "2026-02-21")
    reader = desk.book.reader
    draft = cover.draft_declaration(reader, policy(), date(2026, 2, 10))
    assert [line.amount_minor for line in draft.lines] == [10_000, 40_000]
    cover.declare(desk.uow(), draft, date(2026, 3, 10))
    with pytest.raises(NothingToDo):
        cover.declare(desk.uow(), draft, date(2026, 3, 10))
    desk.invoice("50.00", "2026-02-11", due="2026-03-13")
    march, february = cover.months(reader, date(2026, 3, 15))
    assert (february.declared, february.declared_count) == (50_000, 2)
    assert (february.waiting, february.declare_by) == (5_000, date(2026, 3, 15))
    assert (march.declared_on, march.waiting) == (None, 80_000)
    late = cover.draft_declaration(reader, policy(), date(2026, 2, 10))
    assert late.total_minor == 5_000
    assert desk.check() == []


def test_interest_claimed_is_never_insured(desk):
    _policy(desk)
    _limit(desk, 100_000_000)
    sale = desk.invoice("100000.00", "2026-01-05", due="2026-02-04")
    daily = interest.Asked(mode="CN_CONTRACT:0.01%/day")
    interest.claim_interest(desk.uow(), sale, date(2026, 3, 31), daily)
    row = _exposure(desk, "2026-04-01")["C1"]
    assert row.covered == 10_000_000
    assert row.excluded == row.open - 10_000_000 > 0


def test_exclusions_are_told_with_each_debt(desk):
    _policy(desk, max_term_days=30)
    _limit(desk, 10_000_000)
    desk.invoice("100.00", "2026-02-01", due="2026-06-30")
    known = cover.insurance(desk.book.reader)
    debts = desk.book.reader.cover_debts(date(2026, 3, 1))
    assert covered(known, debts)[0].exclusions == (Exclusion.TERM,)
