"""The clock on a real book: payments, letters, signed statements, and taking back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.customer import Customer
from domain.document import Kind
from domain.errors import (
    AlreadyReversed,
    BadEventDates,
    MissingField,
    NotFound,
    NothingToDo,
)
from domain.legal_event import Channel, EventKind, LegalEvent, Strength
from domain.limitation import Anchor, add_years
from domain.services import customers, dunning, legal, papers, settlement
from domain.services.legal import Delivery, Reply
from domain.services.receipts import Use
from tests.desk import day, printed

TODAY = day("2026-06-30")


def clocks(desk, on=TODAY, **more):
    """Return {number: (conservative, optimistic)} of what is open on a day."""
    found = legal.limited(desk.book.reader, day(on), **more)
    return {
        one.debt.number: (one.conservative.on.isoformat(), one.optimistic.on.isoformat())
        for one in found
    }


def safe(desk, on=TODAY, number="INV-1"):
    return clocks(desk, on)[number][0]


def told(desk, kind, on, items=(), **more):
    more = {key: day(value) if key.endswith("_on") else value for key, value in more.items()}
    return LegalEvent(
        kind=EventKind(kind), customer_id=desk.first, happened_on=day(on), item_ids=items, **more
    )


def record(desk, kind, on, items=(), *, strength=None, **more):
    event = told(desk, kind, on, items, **more)
    return legal.record_event(desk.uow(), event, TODAY, strength=strength).value


def dunned(desk, on):
    """Release a run and return its only letter's paper id."""
    desk.levels(1)
    proposal = dunning.draft_run(desk.book.reader, day(on))
    drafts = dunning.draft_letters(desk.book.reader, proposal)
    (issued,) = dunning.release_run(desk.uow(), proposal, drafts, printed).value
    return issued.id


def stated(desk, on):
    values = papers.statement_values(
        desk.book.reader, [desk.first], to_on=day(on), issued_on=day(on)
    )
    (issued,) = papers.issue(desk.uow(), "statement", values, [desk.first], printed).value
    return issued.id


def delivery(**more):
    more = {key: day(value) if key.endswith("_on") else value for key, value in more.items()}
    return Delivery(
        **{"channel": Channel.EMS, "number": "EA1", "sent_on": day("2026-01-05")} | more
    )


@pytest.fixture
def invoice(desk):
    return desk.invoice("100.00", "2023-10-20", due="2023-11-20", number="INV-1")


# what the book knows by itself


@pytest.mark.usefixtures("invoice")
def test_nothing_happened_three_years_from_the_due_date(desk):
    assert clocks(desk) == {"INV-1": ("2026-11-20", "2026-11-20")}
    (found,) = legal.limited(desk.book.reader, TODAY)
    assert (found.debt.open, found.days_left, found.alert) == (10_000, 143, 180)


def test_a_part_payment_counts_from_the_receipts_day(desk, invoice):
    receipt = desk.receipt("40.00", "2025-03-05", number="RC-1")
    assert safe(desk) == "2026-11-20"
    desk.allocate(receipt, {invoice: "40.00"}, "2026-02-01")
    (found,) = legal.limited(desk.book.reader, TODAY)
    assert found.conservative.on == day("2028-03-05")
    assert (found.conservative.event.ref, found.debt.open) == ("RC-1", 6_000)


def test_any_date_past_or_future_shows_what_was_known_by_then(desk, invoice):
    receipt = desk.receipt("40.00", "2025-03-05")
    desk.allocate(receipt, {invoice: "40.00"}, "2025-03-06")
    desk.undo("2026-05-01", debit=invoice)
    before = clocks(desk, "2023-10-19")
    assert before == {}
    days = ("2024-01-01", "2025-03-05", "2025-03-06", "2026-04-30", "2026-05-01", "2030-01-01")
    found = [safe(desk, on) for on in days]
    assert found == [*["2026-11-20"] * 2, *["2028-03-05"] * 2, *["2026-11-20"] * 2]


def test_a_returned_payment_is_none(desk, invoice):
    receipt = desk.receipt("40.00", "2025-03-05", uses=[desk.use(invoice, "40.00")])
    assert safe(desk) == "2028-03-05"
    settlement.return_receipt(desk.uow(), receipt, day("2025-03-20"), "退票")
    assert safe(desk) == "2026-11-20"


def test_credit_notes_and_write_offs_are_no_events(desk, invoice):
    note = desk.credit_note("10.00", "2025-03-05")
    desk.allocate(note, {invoice: "10.00"}, "2025-03-05")
    assert clocks(desk) == {"INV-1": ("2026-11-20", "2026-11-20")}


def test_what_is_settled_or_a_credit_has_no_clock(desk, invoice):
    desk.receipt("150.00", "2025-03-05", uses=[desk.use(invoice, "100.00")])
    assert clocks(desk) == {}


def test_instalments_run_from_the_last_and_a_payment_on_one_counts_for_all(desk):
    document = desk.invoice("90.00", "2023-01-01", terms="50%@30+50%@60", number="INV-2")
    assert clocks(desk) == {
        "INV-2 (1/2)": ("2026-03-02", "2026-03-02"),
        "INV-2 (2/2)": ("2026-03-02", "2026-03-02"),
    }
    desk.receipt("45.00", "2024-08-01", uses=[desk.use(document, "45.00", part=1)])
    assert clocks(desk) == {"INV-2 (2/2)": ("2027-08-01", "2027-08-01")}


def test_separate_periodic_debts_run_each_for_itself(desk):
    desk.invoice("10.00", "2023-01-01", due="2023-01-31", number="M1")
    desk.invoice("10.00", "2023-02-01", due="2023-02-28", number="M2")
    assert clocks(desk) == {
        "M1": ("2026-01-31", "2026-01-31"),
        "M2": ("2026-02-28", "2026-02-28"),
    }


def test_without_a_due_date_the_delivery_counts(desk):
    desk.invoice("10.00", "2023-02-01", number="D1", delivered_on=day("2023-01-20"))
    (found,) = legal.limited(desk.book.reader, TODAY)
    assert found.conservative.on == day("2026-01-20")
    assert found.conservative.anchor is Anchor.DELIVERY


def test_a_customer_abroad_is_judged_by_its_law_as_well(desk):
    entry = Customer(code="G1", name="Muster GmbH", country="DE")
    abroad = customers.add_customer(desk.uow(), entry).value
    desk.invoice("10.00", "2023-02-01", due="2023-03-01", number="G", customer=abroad)
    assert clocks(desk) == {"G": ("2026-03-01", "2026-12-31")}


def test_the_nearest_day_comes_first(desk, invoice):
    desk.invoice("10.00", "2023-02-01", due="2023-03-01", number="OLD")
    other = desk.customer("C2")
    desk.post(Kind.DEBIT_NOTE, "10.00", "2024-01-01", due="2024-01-31", customer=other)
    found = legal.limited(desk.book.reader, TODAY)
    assert [one.days_left for one in found] == [-121, 143, 215]
    assert len(legal.limited(desk.book.reader, TODAY, customer_id=other)) == 1
    assert len(legal.limited(desk.book.reader, TODAY, document_id=invoice)) == 1


# what a person records


def test_a_recorded_event_moves_its_item_and_no_other(desk, invoice):
    desk.invoice("10.00", "2023-10-20", due="2023-11-20", number="INV-2")
    record(desk, "promise_written", "2026-03-01", (desk.item(invoice),), signed_by="李总")
    assert clocks(desk) == {
        "INV-1": ("2029-03-01", "2029-03-01"),
        "INV-2": ("2026-11-20", "2026-11-20"),
    }
    assert desk.check() == []


@pytest.mark.usefixtures("invoice")
def test_an_event_that_names_nothing_means_all_that_was_owed_by_then(desk):
    desk.invoice("10.00", "2026-04-01", due="2026-04-30", number="INV-2")
    record(desk, "lawsuit", "2026-03-01", number="(2026)沪0101民初1号")
    assert clocks(desk) == {
        "INV-1": ("2029-03-01", "2029-03-01"),
        "INV-2": ("2029-04-30", "2029-04-30"),
    }


@pytest.mark.usefixtures("invoice")
def test_the_strength_is_proposed_and_a_person_may_know_better(desk):
    record(desk, "extension_request", "2026-03-01")
    assert clocks(desk)["INV-1"] == ("2026-11-20", "2029-03-01")
    record(desk, "extension_request", "2026-03-02", strength=Strength.STRONG)
    assert clocks(desk)["INV-1"] == ("2029-03-02", "2029-03-02")
    record(desk, "extension_request", "2026-03-03", strength=Strength.NONE)
    assert clocks(desk)["INV-1"] == ("2029-03-02", "2029-03-02")


@pytest.mark.usefixtures("invoice")
def test_an_event_taken_back_counts_on_no_date(desk):
    event = record(desk, "promise_written", "2026-03-01", signed_by="李总")
    legal.take_back(desk.uow(), event, TODAY)
    assert safe(desk) == safe(desk, "2026-04-01") == "2026-11-20"
    with pytest.raises(AlreadyReversed):
        legal.take_back(desk.uow(), event, TODAY)
    assert desk.book.reader.legal_events() == []
    kinds = [row.kind for row in desk.book.reader.history()]
    assert kinds[:2] == ["legal.take_back", "legal.record"]


def test_an_event_is_about_debits_of_its_customer(desk, invoice):
    other = desk.customer("C2")
    theirs = desk.invoice("10.00", "2023-10-20", customer=other)
    credit = desk.receipt("10.00", "2024-01-01")
    facts = desk.facts()
    for document in (theirs, credit):
        with pytest.raises(NotFound):
            record(desk, "lawsuit", "2026-03-01", (desk.item(invoice), desk.item(document)))
    with pytest.raises(BadEventDates):
        record(desk, "lawsuit", "2026-07-01")
    with pytest.raises(MissingField):
        record(desk, "letter_delivered", "2026-03-01")
    assert desk.facts() == facts


# letters


def test_a_letter_counts_once_its_arrival_is_recorded(desk, invoice):
    paper = dunned(desk, "2026-01-05")
    assert safe(desk) == "2026-11-20"
    sent = legal.record_delivery(desk.uow(), paper, delivery(), TODAY).value
    assert clocks(desk)["INV-1"] == ("2026-11-20", "2026-11-20")
    arrived = delivery(arrived_on="2026-01-08", signed_by="收发室")
    came = legal.record_delivery(desk.uow(), paper, arrived, TODAY).value
    assert clocks(desk)["INV-1"] == ("2029-01-08", "2029-01-08")
    (row,) = desk.book.reader.legal_events(paper_id=paper)
    assert (row.id, row.event.item_ids, row.labels) == (came, (desk.item(invoice),), ("INV-1",))
    assert came != sent
    assert safe(desk, "2026-01-07") == "2026-11-20"
    with pytest.raises(NothingToDo):
        legal.record_delivery(desk.uow(), paper, arrived, TODAY)


@pytest.mark.usefixtures("invoice")
def test_the_number_may_be_known_later_and_another_number_is_another_sending(desk):
    paper = dunned(desk, "2026-01-05")
    for number in ("", "EA1", "EA2"):
        legal.record_delivery(desk.uow(), paper, delivery(number=number), TODAY)
    rows = desk.book.reader.legal_events(paper_id=paper)
    assert [row.event.number for row in rows] == ["EA1", "EA2"]


@pytest.mark.usefixtures("invoice")
def test_a_returned_letter_is_for_the_optimist(desk):
    paper = dunned(desk, "2026-01-05")
    legal.record_delivery(desk.uow(), paper, delivery(returned_on="2026-01-20"), TODAY)
    assert clocks(desk)["INV-1"] == ("2026-11-20", "2029-01-20")


def test_a_letter_counts_for_what_it_names_only(desk, invoice):
    paper = dunned(desk, "2026-01-05")
    later = desk.invoice("10.00", "2023-10-21", due="2023-11-20", number="LATER")
    arrived = delivery(arrived_on="2026-01-08")
    legal.record_delivery(desk.uow(), paper, arrived, TODAY)
    assert safe(desk) == "2029-01-08"
    assert safe(desk, number="LATER") == "2026-11-20"
    found = [
        legal.item_clock(desk.book.reader, desk.book.reader.item(item, TODAY), TODAY)
        for item in (desk.item(invoice), desk.item(later))
    ]
    assert [one.limited.conservative.on for one in found] == [day("2029-01-08"), day("2026-11-20")]
    assert [len(one.events) for one in found] == [1, 0]


def test_a_letter_names_instalments_by_their_part(desk):
    document = desk.invoice("90.00", "2023-01-01", terms="50%@30+50%@60", number="INV-2")
    paper = dunned(desk, "2023-02-15")
    sent = delivery(sent_on="2023-02-16", arrived_on="2023-02-20")
    legal.record_delivery(desk.uow(), paper, sent, TODAY)
    (row,) = desk.book.reader.legal_events(paper_id=paper)
    assert row.event.item_ids == (desk.item(document, 1),)
    assert row.labels == ("INV-2 (1/2)",)


@pytest.mark.usefixtures("invoice")
def test_a_paper_is_not_sent_before_it_is_made(desk):
    paper = dunned(desk, "2026-01-05")
    with pytest.raises(BadEventDates):
        legal.record_delivery(desk.uow(), paper, delivery(sent_on="2026-01-04"), TODAY)
    with pytest.raises(MissingField):
        legal.record_delivery(desk.uow(), paper, delivery(channel=None), TODAY)
    assert desk.book.reader.legal_events() == []


# statements


@pytest.mark.usefixtures("invoice")
def test_the_arrival_of_a_statement_demands_nothing(desk):
    paper = stated(desk, "2026-01-05")
    arrived = delivery(arrived_on="2026-01-08", signed_by="王会计")
    legal.record_delivery(desk.uow(), paper, arrived, TODAY)
    assert clocks(desk)["INV-1"] == ("2026-11-20", "2026-11-20")


@pytest.mark.usefixtures("invoice")
def test_a_signed_statement_is_weak_and_with_a_promise_strong(desk):
    paper = stated(desk, "2026-01-05")
    signed = {"signed_on": day("2026-01-12"), "signed_by": "王会计"}
    legal.record_reply(desk.uow(), paper, Reply(**signed), TODAY)
    assert clocks(desk)["INV-1"] == ("2026-11-20", "2029-01-12")
    legal.record_reply(desk.uow(), paper, Reply(**signed, promises=True), TODAY)
    assert clocks(desk)["INV-1"] == ("2029-01-12", "2029-01-12")
    (row,) = desk.book.reader.legal_events(paper_id=paper)
    assert row.event.kind is EventKind.PROMISE_WRITTEN


def test_a_signed_statement_counts_for_what_was_open_in_it(desk, invoice):
    settled = desk.invoice("10.00", "2023-10-21", due="2023-11-20")
    desk.receipt("10.00", "2024-01-01", uses=[desk.use(settled, "10.00")])
    desk.invoice("20.00", "2026-02-01", due="2026-03-01", number="AFTER")
    paper = stated(desk, "2026-01-05")
    desk.invoice("30.00", "2023-10-22", due="2023-11-20", number="ENTERED-LATER")
    reply = Reply(signed_on=day("2026-01-12"), signed_by="王会计", promises=True)
    legal.record_reply(desk.uow(), paper, reply, TODAY)
    (row,) = desk.book.reader.legal_events(paper_id=paper)
    assert row.event.item_ids == (desk.item(invoice),)


@pytest.mark.usefixtures("invoice")
def test_only_a_statement_comes_back_signed_and_by_somebody(desk):
    letter, statement = dunned(desk, "2026-01-05"), stated(desk, "2026-01-31")
    reply = Reply(signed_on=day("2026-02-12"), signed_by="王会计")
    with pytest.raises(NotFound):
        legal.record_reply(desk.uow(), letter, reply, TODAY)
    with pytest.raises(MissingField):
        legal.record_reply(desk.uow(), statement, replace(reply, signed_by=""), TODAY)
    early = Reply(signed_on=day("2026-01-30"), signed_by="王会计")
    with pytest.raises(BadEventDates):
        legal.record_reply(desk.uow(), statement, early, TODAY)
    assert desk.book.reader.legal_events() == []


def test_a_paper_that_names_nothing_open_stands_for_nothing(desk, invoice):
    desk.receipt("100.00", "2025-01-01", uses=[desk.use(invoice, "100.00")])
    paper = stated(desk, "2025-01-31")
    desk.invoice("10.00", "2023-10-20", due="2023-11-20", number="OLD")
    arrived = delivery(arrived_on="2026-01-08", signed_by="王会计")
    legal.record_delivery(desk.uow(), paper, arrived, TODAY)
    assert clocks(desk) == {"OLD": ("2026-11-20", "2026-11-20")}
    reply = Reply(signed_on=day("2026-01-12"), signed_by="王会计")
    with pytest.raises(NothingToDo):
        legal.record_reply(desk.uow(), paper, reply, TODAY)


def test_the_notice_of_a_set_off_is_for_the_optimist(desk, invoice):
    entry = settlement.SetOff(
        customer_id=desk.first,
        currency="CNY",
        uses=(Use(item_id=desk.item(invoice), minor=4_000),),
        arrived_on=day("2026-01-08"),
        payable="PO-1",
    )
    document = settlement.set_off(desk.uow(), entry).value
    value = papers.set_off_notice(desk.book.reader, document, day("2026-01-10"))
    (issued,) = papers.issue(desk.uow(), value.kind, [value], [desk.first], printed).value
    arrived = delivery(arrived_on="2026-01-08")
    legal.record_delivery(desk.uow(), issued.id, arrived, TODAY)
    assert clocks(desk)["INV-1"] == ("2026-11-20", "2029-01-08")


# the same answer as replaying the facts


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(days=st.lists(st.dates(date(2024, 1, 1), date(2026, 6, 1)), min_size=1, max_size=4))
def test_payments_in_any_order_give_the_same_day(desk, days):
    document = desk.invoice("100.00", "2023-10-20", due="2023-11-20")
    for on in days:
        desk.receipt("1.00", on, uses=[desk.use(document, "1.00")])
    (found,) = legal.limited(desk.book.reader, TODAY, document_id=document)
    assert found.conservative.on == add_years(max(days), 3)
