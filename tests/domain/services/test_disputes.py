from datetime import date

import pytest

from domain.disputes import (
    AGES,
    Dispute,
    DisputeHandling,
    DisputeKind,
    DisputePolicy,
    DisputeState,
    Outcome,
    Settlement,
    ageing,
)
from domain.errors import (
    BadConcession,
    DisputeSettled,
    MissingField,
    NotAllocatable,
    NotConceded,
    NotFound,
    OverAllocation,
)
from domain.services import disputes, papers


def disputed(desk, invoice, on):
    row = desk.book.reader.item(desk.item(invoice), date.fromisoformat(on))
    return row.disputed, row.open


def on(desk, day):
    return disputes.disputes_on(desk.book.reader, date.fromisoformat(day))


def test_a_dispute_changes_chasing_and_no_number(desk):
    invoice = desk.invoice("100.00", "2026-01-01", due="2026-01-31")
    before = desk.ageing("2026-03-01")
    dispute = desk.dispute(invoice, "40.00", "2026-02-01")
    assert desk.ageing("2026-03-01") == before
    assert disputed(desk, invoice, "2026-03-01") == (4_000, 10_000)
    assert disputed(desk, invoice, "2026-01-31") == (0, 10_000)
    desk.close_dispute(dispute, "2026-02-20")
    assert disputed(desk, invoice, "2026-02-20") == (0, 10_000)
    assert disputed(desk, invoice, "2026-02-19") == (4_000, 10_000)
    assert desk.book.reader.disputes(open_on=date(2026, 3, 1)) == []


def test_a_dispute_ends_no_earlier_than_it_began(desk):
    invoice = desk.invoice("100.00", "2026-01-01")
    desk.close_dispute(desk.dispute(invoice, "40.00", "2026-02-01"), "2026-01-15")
    (row,) = desk.book.reader.disputes()
    assert (row.opened_on, row.closed_on) == (date(2026, 2, 1), date(2026, 2, 1))


@pytest.mark.parametrize(
    "error, amount, reason",
    [(OverAllocation, 10_001, "x"), (OverAllocation, 0, "x"), (MissingField, 1, "")],
)
def test_what_is_refused_changes_nothing(desk, error, amount, reason):
    value = Dispute(
        item_id=desk.item(desk.invoice("100.00", "2026-01-01")),
        amount=amount,
        kind=DisputeKind.PRICE,
        reason=reason,
        opened_on=date(2026, 1, 2),
    )
    before = desk.facts()
    with pytest.raises(error):
        disputes.open_dispute(desk.uow(), value)
    assert desk.facts() == before


def test_two_disputes_are_over_no_more_than_is_open(desk):
    invoice = desk.invoice("100.00", "2026-01-01")
    desk.dispute(invoice, "60.00", "2026-01-02")
    with pytest.raises(OverAllocation):
        desk.dispute(invoice, "40.01", "2026-01-03")
    desk.dispute(invoice, "40.00", "2026-01-03")


def test_a_credit_is_not_disputed_and_a_dispute_is_settled_once(desk):
    with pytest.raises(OverAllocation):
        desk.dispute(desk.receipt("5.00", "2026-01-01"), "0.01", "2026-01-02")
    dispute = desk.dispute(desk.invoice("100.00", "2026-01-01"), "40.00", "2026-02-01")
    desk.close_dispute(dispute, "2026-02-02")
    before = desk.facts()
    for error, unknown in ((DisputeSettled, dispute), (NotFound, 99)):
        with pytest.raises(error):
            desk.close_dispute(unknown, "2026-02-03")
    assert desk.facts() == before


def test_what_is_conceded_stays_in_dispute_until_its_credit_note_is_posted(desk):
    """52,180.00 of which 12,180.00 is disputed; 5,000.00 is conceded: 47,180.00 is left."""
    invoice = desk.invoice("52180.00", "2026-09-15", due="2026-10-15")
    dispute = desk.dispute(invoice, "12180.00", "2026-10-21")
    desk.close_dispute(dispute, "2026-11-02", Outcome.PART_ACCEPTED, "5000.00", "12 pieces")
    assert disputed(desk, invoice, "2026-11-04") == (1_218_000, 5_218_000)
    (one,) = on(desk, "2026-11-04")
    assert (one.state, one.to_credit) == (DisputeState.TO_CREDIT, 500_000)
    for wrong in ("4999.99", "5000.01"):
        with pytest.raises(NotConceded):
            desk.credit_dispute(dispute, wrong, "2026-11-05")
    note = desk.credit_dispute(dispute, "5000.00", "2026-11-05")
    assert disputed(desk, invoice, "2026-11-05") == (0, 4_718_000)
    (one,) = on(desk, "2026-11-05")
    assert (one.state, one.to_credit, one.row.credited) == (DisputeState.SETTLED, 0, 500_000)
    assert one.row.credits == (desk.book.reader.item(desk.item(note), date(2026, 11, 5)).number,)
    desk.check()


def test_any_past_day_shows_what_was_known_on_it(desk):
    invoice = desk.invoice("100.00", "2026-01-01")
    dispute = desk.dispute(invoice, "40.00", "2026-02-01", owner="QA")
    desk.close_dispute(dispute, "2026-02-10", Outcome.ACCEPTED, text="right")
    desk.credit_dispute(dispute, "40.00", "2026-02-12")
    told = {}
    for day in ("2026-01-31", "2026-02-01", "2026-02-10", "2026-02-12"):
        told[day] = [(x.state.value, x.row.outcome, x.row.credited, x.age) for x in on(desk, day)]
    assert told == {
        "2026-01-31": [],
        "2026-02-01": [("open", "", 0, 0)],
        "2026-02-10": [("to_credit", "accepted", 0, 9)],
        "2026-02-12": [("settled", "accepted", 4_000, 11)],
    }


def test_a_voided_credit_note_is_to_be_posted_again(desk):
    invoice = desk.invoice("100.00", "2026-01-01")
    dispute = desk.dispute(invoice, "40.00", "2026-02-01")
    desk.close_dispute(dispute, "2026-02-02", Outcome.ACCEPTED)
    note = desk.credit_dispute(dispute, "40.00", "2026-02-03")
    desk.undo("2026-02-04", credit=note)
    desk.void(note, "2026-02-05")
    assert [(x.state, x.to_credit) for x in on(desk, "2026-02-05")] == [("to_credit", 4_000)]
    assert [x.state for x in on(desk, "2026-02-04")] == ["settled"]
    desk.credit_dispute(dispute, "40.00", "2026-02-06")
    assert [x.state for x in on(desk, "2026-02-06")] == ["settled"]
    desk.check()


def test_the_credit_of_an_item_paid_meanwhile_stays_on_account(desk):
    invoice = desk.invoice("100.00", "2026-01-01")
    dispute = desk.dispute(invoice, "40.00", "2026-02-01")
    desk.close_dispute(dispute, "2026-02-02", Outcome.ACCEPTED)
    desk.allocate(desk.receipt("90.00", "2026-02-03"), {invoice: "90.00"}, "2026-02-03")
    note = desk.credit_dispute(dispute, "40.00", "2026-02-04")
    row = desk.book.reader.item(desk.item(note), date(2026, 2, 4))
    assert (row.open, disputed(desk, invoice, "2026-02-04")) == (-3_000, (0, 0))
    desk.check()


def test_the_credit_note_belongs_to_the_customer_of_the_dispute(desk):
    other = desk.customer("C2")
    dispute = desk.dispute(desk.invoice("100.00", "2026-01-01"), "40.00", "2026-02-01")
    desk.close_dispute(dispute, "2026-02-02", Outcome.ACCEPTED)
    desk.first = other
    with pytest.raises(NotAllocatable):
        desk.credit_dispute(dispute, "40.00", "2026-02-03")


@pytest.mark.parametrize(
    "outcome, said, conceded",
    [
        (Outcome.ACCEPTED, 0, 1_218_000),
        (Outcome.PART_ACCEPTED, 500_000, 500_000),
        (Outcome.REJECTED, 500_000, 0),
        (Outcome.WITHDRAWN, 0, 0),
    ],
)
def test_what_is_conceded_follows_from_the_outcome(outcome, said, conceded):
    assert Settlement(outcome=outcome, conceded=said).amount(1_218_000) == conceded


@pytest.mark.parametrize("part", [0, -1, 4_000, 4_001])
def test_a_part_is_above_nothing_and_below_the_whole(desk, part):
    value = Settlement(outcome=Outcome.PART_ACCEPTED, conceded=part)
    with pytest.raises(BadConcession):
        value.amount(4_000)


def test_a_rejection_says_why(desk):
    dispute = desk.dispute(desk.invoice("100.00", "2026-01-01"), "40.00", "2026-02-01")
    with pytest.raises(MissingField):
        desk.close_dispute(dispute, "2026-02-02", Outcome.REJECTED, text=" ")


def test_the_day_to_settle_by_follows_from_the_kind():
    policy = DisputePolicy()
    assert policy.due(DisputeKind.QUALITY, date(2026, 10, 21)) == date(2026, 11, 10)
    assert policy.due(DisputeKind.ALREADY_PAID, date(2026, 10, 21)) == date(2026, 10, 24)
    assert policy.due(DisputeKind.SERVICE, date(2026, 10, 21)) == date(2026, 10, 31)


def test_a_dispute_is_late_the_day_after_its_day(desk):
    desk.dispute(desk.invoice("100.00", "2026-01-01"), "40.00", "2026-02-01")
    assert [x.state for x in on(desk, "2026-02-21")] == ["open"]
    assert [x.state for x in on(desk, "2026-02-22")] == ["late"]


def test_another_owner_and_day_count_from_the_day_it_was_handed_on(desk):
    dispute = desk.dispute(
        desk.invoice("100.00", "2026-01-01"), "40.00", "2026-02-01", owner="Zhou"
    )
    value = DisputeHandling(dispute_id=dispute, owner="He", due_on=date(2026, 3, 15))
    disputes.hand_on(desk.uow(), value, date(2026, 2, 22))
    told = {
        day: [(x.owner, x.due_on.isoformat(), x.state.value) for x in on(desk, day)]
        for day in ("2026-02-21", "2026-02-22", "2026-03-16")
    }
    assert told == {
        "2026-02-21": [("Zhou", "2026-02-21", "open")],
        "2026-02-22": [("He", "2026-03-15", "open")],
        "2026-03-16": [("He", "2026-03-15", "late")],
    }


def test_ages_add_up_to_what_is_open_in_dispute(desk):
    days = {
        "2026-01-01": 59,
        "2026-01-29": 31,
        "2026-01-30": 30,
        "2026-02-14": 15,
        "2026-02-13": 16,
    }
    invoice = desk.invoice("1000.00", "2026-01-01")
    for opened in days:
        desk.dispute(invoice, "100.00", opened)
    found = on(desk, "2026-03-01")
    assert sorted(one.age for one in found) == sorted(days.values())
    bands = ageing(found)
    assert [(x.from_day, x.to_day, x.count, x.amount) for x in bands] == [
        (0, 15, 1, 10_000),
        (16, 30, 2, 20_000),
        (31, 60, 2, 20_000),
        (61, None, 0, 0),
    ]
    assert sum(x.amount for x in bands) == disputed(desk, invoice, "2026-03-01")[0]
    assert [x.to_day for x in bands] == [*AGES, None]


def test_statements_and_ageing_go_on_showing_what_is_disputed_marked(desk):
    """Disputed items leave the letters only; who owes what stays as it was."""
    invoice = desk.invoice("100.00", "2026-01-01", due="2026-01-31")
    other = desk.invoice("50.00", "2026-01-02", due="2026-02-01")
    before = desk.ageing("2026-03-01")
    dispute = desk.dispute(invoice, "40.00", "2026-02-01")
    reader, to_on = desk.book.reader, date(2026, 2, 28)

    def marked():
        (value,) = papers.statement_values(
            reader, [desk.first], to_on=to_on, issued_on=to_on, style="open"
        )
        return value.closing, [(one.number, one.balance, one.disputed) for one in value.lines]

    numbers = [reader.item(desk.item(one), to_on).number for one in (invoice, other)]
    assert marked() == (15_000, [(numbers[0], 10_000, True), (numbers[1], 5_000, False)])
    assert desk.ageing("2026-03-01") == before
    desk.close_dispute(dispute, "2026-02-10", Outcome.PART_ACCEPTED, "10.00")
    assert marked()[1][0] == (numbers[0], 10_000, True)
    desk.credit_dispute(dispute, "10.00", "2026-02-11")
    closing, lines = marked()
    assert (closing, lines[0]) == (14_000, (numbers[0], 9_000, False))
