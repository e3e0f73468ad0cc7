"""Assignments on the book: kept, notified, arrived, ended; debtors asked to confirm."""

from datetime import date
from decimal import Decimal

import pytest

from domain.cover.assignment import Assignment, Finding
from domain.errors import BadCoverTerms, MissingField, NotAssignable, NothingToDo
from domain.legal_event import Channel, EventKind, Strength
from domain.services import assignment, legal, letters, records
from domain.services.legal import Delivery
from tests.desk import printed

SIGNED = date(2026, 4, 1)


def _deal(**more):
    values = {
        "assignee": "示例商业保理有限公司",
        "is_factor": True,
        "recourse": True,
        "contract_number": "BL-2026-1",
        "contract_on": SIGNED,
        "currency": "CNY",
        "advance_percent": Decimal(80),
        "fee_minor": 2_000,
        "items": (),
        "account": "示例银行 6222 0000",
    }
    return Assignment(**(values | more))


def _debts(desk, on=SIGNED):
    return [one.debt for one in assignment.candidates(desk.book.reader, desk.first, on)]


def _assign(desk, **more):
    debts = _debts(desk)
    return assignment.assign(desk.uow(), _deal(**more), desk.first, debts, SIGNED).value


@pytest.fixture
def sold(desk):
    desk.invoice("200.00", "2026-03-01", due="2026-05-01", contract_number="HT-7")
    desk.invoice("500.00", "2026-03-05", due="2026-05-05")
    return desk


def test_what_is_assigned_is_frozen_and_cannot_be_assigned_twice(sold):
    record_id = _assign(sold)
    reader = sold.book.reader
    (row,) = assignment.assignments(reader, SIGNED)
    assert (row.record.value.total_minor, row.advance, row.received) == (70_000, 56_000, 54_000)
    assert not row.record.value.leaves_books
    assert assignment.assigned_items(reader) == set(row.record.item_ids)
    found = assignment.candidates(reader, sold.first, SIGNED)
    assert {one.findings for one in found} == {(Finding.ASSIGNED,)}
    with pytest.raises(NotAssignable):
        _assign(sold)
    debts = _debts(sold)[:1]
    assignment.assign(sold.uow(), _deal(), sold.first, debts, SIGNED, replaces_id=record_id)
    assert len(assignment.assigned_items(reader)) == 1


def test_credits_disputes_and_delay_speak_against_it(sold):
    sold.dispute(_document(sold), "10.00", "2026-03-10")
    sold.credit_note("50.00", "2026-03-10")
    first, second = assignment.candidates(sold.book.reader, sold.first, date(2026, 5, 2))
    assert first.findings == (Finding.OVERDUE, Finding.DISPUTED, Finding.SET_OFF)
    assert second.findings == (Finding.SET_OFF,)


def _document(desk):
    return _debts(desk)[0].document_id


def test_the_notice_names_the_factor_and_its_arrival_starts_limitation_anew(sold):
    record_id = _assign(sold)
    reader = sold.book.reader
    issued = assignment.notify(sold.uow(), reader, record_id, SIGNED, printed).value
    assert issued.value.number == "让字〔2026〕第0001号"
    words = "".join(block.text for block in issued.value.body)
    for part in ("BL-2026-1", "保理人", "第七百六十四条", "6222 0000", "700.00", "HT-7"):
        assert part in words
    assert assignment.assignments(reader, SIGNED)[0].arrived_on is None
    delivery = Delivery(
        channel=Channel.EMS, sent_on=SIGNED, number="EX1", arrived_on=date(2026, 5, 20)
    )
    legal.record_delivery(sold.uow(), issued.id, delivery, date(2026, 5, 25))
    (event,) = reader.legal_events(paper_id=issued.id)
    assert event.event.kind is EventKind.ASSIGNMENT_NOTICE
    assert event.event.strength is Strength.STRONG
    assert len(event.event.item_ids) == 2
    clock = legal.limited(reader, date(2026, 5, 30))[0]
    assert clock.conservative.on == date(2029, 5, 20)
    (row,) = assignment.assignments(reader, date(2026, 5, 25))
    assert (row.notice, row.arrived_on) == (issued.value.number, date(2026, 5, 20))
    with pytest.raises(NothingToDo):
        assignment.notify(sold.uow(), reader, record_id, SIGNED, printed)


def test_a_notice_declared_void_makes_room_for_another(sold):
    record_id = _assign(sold)
    reader = sold.book.reader
    first = assignment.notify(sold.uow(), reader, record_id, SIGNED, printed).value
    (row,) = reader.papers(kind=assignment.NOTICE)
    letters.void_letter(sold.uow(), row, "账户写错", SIGNED)
    assert assignment.assignments(reader, SIGNED)[0].notice == ""
    again = assignment.notify(sold.uow(), reader, record_id, SIGNED, printed).value
    assert (first.value.number, again.value.number) == (
        "让字〔2026〕第0001号",
        "让字〔2026〕第0002号",
    )
    assert assignment.assignments(reader, SIGNED)[0].notice == again.value.number


def test_a_notice_lists_what_was_assigned_whatever_was_paid_since(sold):
    record_id = _assign(sold)
    document = _document(sold)
    paid = sold.receipt("200.00", "2026-04-02")
    sold.allocate(paid, {document: "200.00"}, "2026-04-02")
    paper = assignment.notice_value(sold.book.reader, record_id, date(2026, 4, 3))
    assert [line.open for line in paper.lines] == [20_000, 50_000]
    assert paper.total == 70_000


def test_bought_back_unpaid_its_debts_are_free_again(sold):
    record_id = _assign(sold)
    back = date(2026, 6, 1)
    with pytest.raises(BadCoverTerms):
        assignment.end(sold.uow(), record_id, paid=False, on=date(2026, 3, 1))
    assignment.end(sold.uow(), record_id, paid=False, on=back)
    reader = sold.book.reader
    assert assignment.assigned_items(reader) == set()
    assert len(assignment.assigned_items(reader, SIGNED)) == 2
    (row,) = assignment.assignments(reader, back)
    assert (row.ended_on, row.paid) == (back, False)
    with pytest.raises(NothingToDo):
        assignment.end(sold.uow(), record_id, paid=True, on=back)


def test_terms_out_of_bounds_are_refused(sold):
    with pytest.raises(MissingField):
        _assign(sold, assignee="")
    with pytest.raises(BadCoverTerms):
        _assign(sold, advance_percent=Decimal(101))
    with pytest.raises(BadCoverTerms):
        _assign(sold, fee_minor=70_001)
    with pytest.raises(MissingField):
        assignment.assign(sold.uow(), _deal(), sold.first, [], SIGNED)
    other = sold.customer("C2")
    with pytest.raises(NotAssignable):
        assignment.assign(sold.uow(), _deal(), other, _debts(sold), SIGNED)


def test_a_debtor_is_asked_to_confirm_within_thirty_days(sold):
    (paper,) = assignment.confirmation_values(sold.book.reader, sold.first, SIGNED)
    assert paper.total == 70_000
    words = "".join(block.text for block in paper.body)
    assert "30日内（2026年5月1日前）" in words
    assert "第十六条" in words
    assert sold.check() == []


def test_lists_mark_what_stands_assigned_on_their_day(sold):
    record_id = _assign(sold)
    reader, item = sold.book.reader, sold.items(_document(sold))[0]
    assert reader.item(item, SIGNED).assigned
    assert not reader.item(item, date(2026, 3, 31)).assigned
    assignment.end(sold.uow(), record_id, paid=False, on=date(2026, 6, 1))
    assert reader.item(item, date(2026, 5, 31)).assigned
    assert not reader.item(item, date(2026, 6, 1)).assigned


def test_paid_by_the_debtor_they_stay_marked_and_taken_back_not(sold):
    record_id = _assign(sold)
    reader, item = sold.book.reader, sold.items(_document(sold))[0]
    assignment.end(sold.uow(), record_id, paid=True, on=date(2026, 5, 6))
    assert reader.item(item, date(2026, 6, 1)).assigned
    records.take_back_record(sold.uow(), Assignment, record_id, date(2026, 6, 2))
    assert not reader.item(item, date(2026, 6, 2)).assigned
