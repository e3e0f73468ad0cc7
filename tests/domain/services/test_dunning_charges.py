"""Interest and fees on letters, why is not paid, and claims that go on."""

from datetime import date

import pytest

from domain.dunning_records import DunningPolicy, OverdueReason
from domain.errors import MissingField, NothingToDo, OverdueReasonNeeded
from domain.policy import CreditPolicy
from domain.services import dunning, dunning_acts, records
from domain.services.dunning_interest import claim_charges, open_charges
from domain.services.interest import claim_interest
from tests.desk import day, printed

DAILY = "CN_CONTRACT:0.05%/day"


def _letter(desk, on):
    proposal = dunning.draft_run(desk.book.reader, day(on))
    (draft,) = dunning.draft_letters(desk.book.reader, proposal)
    return draft


def test_the_lines_add_up_and_the_daily_sum_goes_on(desk):
    """The worked letter: 366,250.00 claimed at 0.05 % a day costs 183.125, printed 183.13."""
    desk.procedure({"days": 1, "interest": DAILY})
    desk.invoice("314070.00", "2026-08-01", due="2026-10-10", number="A")
    part = desk.invoice("52180.00", "2026-08-01", due="2026-10-15", number="B")
    desk.dispute(part, "12180.00", "2026-10-21")
    desk.invoice("12180.00", "2026-08-01", due="2026-10-15", number="C")
    value = _letter(desk, "2026-11-20").value
    assert value.principal == 36_625_000
    by_number = {line.number: line for line in value.lines}
    assert by_number["B"].interest == 72_000, "40,000.00 × 36 days × 0.05 %"
    assert value.interest == sum(line.interest for line in value.lines)
    assert value.interest == sum(line.amount for line in value.interest_lines)
    assert value.total == value.principal + value.interest
    assert value.daily == 18_313


def test_a_part_payment_and_a_change_of_rate_split_the_segments(desk):
    desk.procedure({"days": 1, "interest": "CN_SALE_LPR_FLOAT:1.5"})
    debt = desk.invoice("100000.00", "2024-05-01", due="2024-06-30")
    desk.receipt("40000.00", "2024-08-30", uses=[desk.use(debt, "40000.00")])
    value = _letter(desk, "2024-11-29").value
    told = [(str(one.from_on), str(one.to_on), one.principal) for one in value.interest_lines]
    assert told == [
        ("2024-07-01", "2024-07-21", 10_000_000),
        ("2024-07-22", "2024-08-30", 10_000_000),
        ("2024-08-31", "2024-10-20", 6_000_000),
        ("2024-10-21", "2024-11-29", 6_000_000),
    ]
    assert next(one.amount for one in value.interest_lines) == 29_774
    assert value.interest_lines[0].rate == "年利率 5.175%"


def test_days_already_claimed_by_a_debit_note_are_not_claimed_again(desk):
    desk.procedure({"days": 1, "interest": DAILY})
    debt = desk.invoice("1000.00", "2026-01-01", due="2026-02-01")
    claim_interest(desk.uow(), debt, day("2026-02-11"))
    letter = desk.letters("2026-02-21")[desk.first]
    (segment,) = [one for number, one in letter.claimed.segments if number != ""]
    assert (segment.start, segment.days, segment.amount) == (date(2026, 2, 12), 10, 500)


def test_a_level_without_interest_prints_none(desk):
    desk.procedure({"days": 1}, {"days": 10, "interest": DAILY})
    desk.invoice("1000.00", "2026-01-01", due="2026-02-01")
    assert _letter(desk, "2026-02-05").value.interest == 0
    desk.dun("2026-02-05", release=True)
    assert _letter(desk, "2026-02-11").value.interest == 500


def test_interest_of_an_invoice_paid_since_stays_in_the_next_letter(desk):
    desk.procedure({"days": 1, "interest": DAILY}, {"days": 20, "interest": DAILY})
    paid = desk.invoice("1000.00", "2026-01-01", due="2026-02-01", number="PAID")
    desk.invoice("200.00", "2026-01-01", due="2026-02-01", number="LATE")
    desk.dun("2026-02-11", release=True)
    desk.receipt("1000.00", "2026-02-11", uses=[desk.use(paid, "1000.00")])
    value = _letter(desk, "2026-02-21").value
    assert [(line.number, line.amount) for line in value.interest_lines] == [
        ("PAID", 500),
        ("LATE", 200),
    ]
    assert (value.principal, value.interest, value.total) == (20_000, 700, 20_700)
    assert value.daily == 10


def test_what_is_in_dispute_is_not_claimed_until_it_is_settled(desk):
    desk.procedure({"days": 1, "interest": DAILY})
    debt = desk.invoice("1000.00", "2026-01-01", due="2026-02-01")
    desk.dun("2026-02-11", release=True)
    quarrel = desk.dispute(debt, "100.00", "2026-02-12")
    assert open_charges(desk.book.reader, day("2026-02-21")) == []
    with pytest.raises(NothingToDo):
        claim_charges(desk.uow(), desk.first, "CNY", day("2026-02-21"))
    desk.close_dispute(quarrel, "2026-02-21")
    (open_,) = open_charges(desk.book.reader, day("2026-02-21"))
    assert open_.interest_total == 1_000


def test_a_fixed_fee_is_charged_once_for_a_letter_and_printed_with_its_invoice(desk):
    desk.procedure({"days": 1, "fee_minor": 2_000}, currency="CNY")
    desk.invoice("100.00", "2026-01-01", due="2026-02-01", number="A")
    desk.invoice("100.00", "2026-01-01", due="2026-02-02", number="B")
    value = _letter(desk, "2026-02-10").value
    assert [(line.number, line.amount, line.level) for line in value.fee_lines] == [("A", 2_000, 1)]
    assert (value.fees, value.total) == (2_000, 22_000)


def test_a_fee_in_another_currency_is_not_charged(desk):
    desk.procedure({"days": 1, "fee_minor": 2_000}, currency="CNY")
    desk.invoice("100.00", "2026-01-01", due="2026-02-01", currency="USD", rate="7.10")
    assert _letter(desk, "2026-02-10").value.fees == 0


def test_where_no_way_of_interest_is_known_the_letter_goes_out_without_it(desk):
    abroad = desk.customer("VN", country="VN")
    desk.procedure({"days": 1, "interest": "own"})
    desk.invoice("100.00", "2026-01-01", due="2026-02-01", customer=abroad, currency="USD", rate=7)
    letter = desk.letters("2026-03-10")[abroad]
    assert letter.interest == 0
    assert [one.code for one in letter.claimed.cautions] == ["interest.mode_needed"]


def test_a_rate_beyond_the_last_known_day_warns(desk):
    desk.procedure({"days": 1, "interest": "CN_LPR_1X"})
    desk.invoice("100000.00", "2026-01-01", due="2026-02-01")
    letter = desk.letters("2026-03-10")[desk.first]
    assert "unverified" in {one.code for one in letter.claimed.cautions}


def test_the_fixed_sum_of_the_law_stands_among_the_fees_once(desk):
    german = desk.customer("DE", country="DE")
    desk.procedure({"days": 1, "interest": "own"}, {"days": 5, "interest": "own"})
    desk.invoice(
        "1000.00", "2025-01-01", due="2025-02-01", customer=german, currency="EUR", rate="7.8"
    )
    value = _letter(desk, "2025-03-01").value
    assert [(line.by_law, line.amount) for line in value.fee_lines] == [(True, 4_000)]
    assert value.fees == 4_000


# why is not paid


@pytest.fixture
def second(desk):
    """A customer whose next letter is of level 2."""
    desk.levels(5, 10)
    desk.invoice("100.00", "2026-01-01", due="2026-02-01")
    desk.dun("2026-02-06", release=True)
    return desk


def _release(desk, on, **said):
    proposal = dunning.draft_run(desk.book.reader, day(on))
    drafts = dunning.draft_letters(desk.book.reader, proposal)
    return dunning.release_run(
        desk.uow(), proposal, drafts, printed, said=dunning.Release(**said)
    ).value


def test_from_level_2_on_a_letter_asks_why_is_not_paid(second):
    with pytest.raises(OverdueReasonNeeded) as refused:
        _release(second, "2026-02-11")
    assert refused.value.facts == {"count": 1, "customers": "C1"}
    assert len(_release(second, "2026-02-11", unreasoned="nobody answers")) == 1
    assert second.book.reader.dunning_runs()[0].value["unreasoned"] == "nobody answers"


def test_a_reason_found_out_is_enough_until_its_invoices_change(second):
    dunning_acts.tell_reason(
        second.uow(), OverdueReason(code="quality"), day("2026-02-10"), customer_id=second.first
    )
    assert not second.letters("2026-02-11")[second.first].asks_reason
    before = second.letters("2026-02-11")[second.first].asks_reason
    assert not before
    with pytest.raises(MissingField):
        dunning_acts.tell_reason(
            second.uow(), OverdueReason(code="bored"), day("2026-02-10"), customer_id=second.first
        )


def test_a_reason_older_than_the_debt_is_not_enough(second):
    dunning_acts.tell_reason(
        second.uow(), OverdueReason(code="quality"), day("2026-01-31"), customer_id=second.first
    )
    assert second.letters("2026-02-11")[second.first].asks_reason


def test_the_policy_says_from_which_level_it_is_asked(second):
    policy = CreditPolicy(dunning=DunningPolicy(reason_from_level=3))
    records.keep_record(second.uow(), policy, customer_id=None, dated_on=day("2026-01-01"))
    assert not second.letters("2026-02-11")[second.first].asks_reason


def test_a_first_letter_asks_nothing(desk):
    desk.levels(5)
    desk.invoice("100.00", "2026-01-01", due="2026-02-01")
    assert not desk.letters("2026-02-06")[desk.first].asks_reason


def test_many_debts_are_read_as_each_is_by_itself(desk):
    ids = [desk.invoice("90.00", "2026-01-05", terms="30%@0+30%@30+40%@60") for _ in range(3)]
    credit = desk.receipt("70.00", "2026-01-20")
    desk.allocate_oldest_first(credit, "2026-01-20")
    claim_interest(desk.uow(), ids[1], day("2026-06-01"))
    reader = desk.book.reader
    assert reader.late_debts(ids) == {one: reader.late_debt(one) for one in ids}
    assert dict(reader.claims_of(ids)) == {ids[1]: reader.interest_claims(ids[1])}
