"""Statements by schedule and their replies over the real book."""

from datetime import date

import pytest

from domain.errors import AlreadyReversed, BadEventDates, MissingField
from domain.services import papers
from domain.services.records import keep_record
from domain.services.statements import (
    Slip,
    answer_statement,
    open_differences,
    settle_difference,
    statement_standings,
    statements_due,
)
from domain.statement_cycle import Every, LeftOut, StatementTerms
from domain.statement_reply import Answer, Cause, Difference, ReplyState
from tests.desk import printed

OCTOBER = date(2026, 10, 31)
SENT_ON = date(2026, 11, 3)
TODAY = date(2026, 11, 26)


def _send(desk, to_on=OCTOBER, issued_on=SENT_ON):
    values = papers.statement_values(
        desk.book.reader, [desk.first], to_on=to_on, issued_on=issued_on
    )
    owners = [desk.first] * len(values)
    return papers.issue(desk.uow(), "statement", values, owners, printed).value[0].id


def _state(desk, day):
    return [one.state for one in statement_standings(desk.book.reader, day)]


def _difference(paper, ours=10_000, theirs=9_000):
    return Difference(
        paper_id=paper,
        number="INV-1",
        ours=ours,
        theirs=theirs,
        cause=Cause.PRICE,
        currency="CNY",
    )


def test_each_customer_is_due_by_its_own_period_and_not_twice(desk):
    desk.invoice("100.00", "2026-08-05")
    quarterly = desk.customer("C2")
    never = desk.customer("C3")
    desk.customer("C4")
    for customer in (quarterly, never):
        desk.invoice("50.00", "2026-08-05", customer=customer)
    for customer, every in ((quarterly, Every.QUARTER), (never, Every.NEVER)):
        keep_record(
            desk.uow(),
            StatementTerms(every=every),
            customer_id=customer,
            dated_on=date(2026, 1, 1),
        )
    found = {one.account.code: one for one in statements_due(desk.book.reader, TODAY)}
    assert found["C1"].period.to_on == OCTOBER
    assert found["C2"].period.to_on == date(2026, 9, 30)
    assert found["C3"].left_out is LeftOut.NEVER
    assert "C4" not in found
    _send(desk)
    found = {one.account.code: one for one in statements_due(desk.book.reader, TODAY)}
    assert found["C1"].left_out is LeftOut.SENT
    later = {one.account.code: one for one in statements_due(desk.book.reader, date(2026, 11, 30))}
    assert later["C1"].left_out is None


def test_a_statement_waits_then_is_silent_then_overtaken(desk):
    desk.invoice("100.00", "2026-08-05")
    _send(desk)
    assert _state(desk, SENT_ON) == [ReplyState.WAITING]
    assert _state(desk, date(2026, 11, 18)) == [ReplyState.WAITING]
    assert _state(desk, date(2026, 11, 19)) == [ReplyState.SILENT]
    desk.invoice("30.00", "2026-11-05")
    later = _send(desk, date(2026, 11, 25), date(2026, 11, 25))
    slip = Slip(came_on=TODAY, answer=Answer.AGREED, signed_by="王会计")
    answer_statement(desk.uow(), later, slip, TODAY)
    assert _state(desk, TODAY) == [ReplyState.OVERTAKEN, ReplyState.AGREED]


def test_an_agreed_slip_is_a_legal_event_and_needs_a_name(desk):
    desk.invoice("100.00", "2026-08-05")
    paper = _send(desk)
    with pytest.raises(MissingField):
        answer_statement(desk.uow(), paper, Slip(came_on=TODAY, answer=Answer.AGREED), TODAY)
    slip = Slip(came_on=TODAY, answer=Answer.AGREED, signed_by="王会计", promises=True)
    answer_statement(desk.uow(), paper, slip, TODAY)
    assert _state(desk, TODAY) == [ReplyState.AGREED]
    (event,) = desk.book.reader.legal_events(paper_id=paper)
    assert event.event.kind == "promise_written"


def test_what_differs_stays_on_the_list_until_it_is_settled(desk):
    desk.invoice("100.00", "2026-08-05")
    paper = _send(desk)
    slip = Slip(
        came_on=date(2026, 11, 10), answer=Answer.DIFFERS, differences=(_difference(paper),)
    )
    answer_statement(desk.uow(), paper, slip, TODAY)
    (one,) = statement_standings(desk.book.reader, TODAY)
    assert (one.state, one.open_differences, one.open_gap) == (ReplyState.DIFFERS, 1, 1_000)
    (difference,) = open_differences(desk.book.reader, TODAY)
    with pytest.raises(MissingField):
        settle_difference(desk.uow(), difference.id, "", TODAY)
    settle_difference(desk.uow(), difference.id, "开红字 10.00", TODAY)
    assert _state(desk, TODAY) == [ReplyState.SETTLED]
    assert _state(desk, date(2026, 11, 25)) == [ReplyState.DIFFERS]
    with pytest.raises(AlreadyReversed):
        settle_difference(desk.uow(), difference.id, "again", TODAY)


def test_a_second_slip_takes_the_place_of_the_first(desk):
    desk.invoice("100.00", "2026-08-05")
    paper = _send(desk)
    first = Slip(came_on=TODAY, answer=Answer.DIFFERS, differences=(_difference(paper),))
    answer_statement(desk.uow(), paper, first, TODAY)
    second = Slip(came_on=TODAY, answer=Answer.AGREED, signed_by="王会计")
    answer_statement(desk.uow(), paper, second, TODAY)
    assert _state(desk, TODAY) == [ReplyState.AGREED]
    assert open_differences(desk.book.reader, TODAY) == []


def test_a_slip_cannot_come_before_its_statement(desk):
    desk.invoice("100.00", "2026-08-05")
    paper = _send(desk)
    on = date(2026, 11, 1)
    for early in (
        Slip(came_on=on, answer=Answer.AGREED, signed_by="王"),
        Slip(came_on=on, answer=Answer.DIFFERS, differences=(_difference(paper),)),
    ):
        with pytest.raises(BadEventDates):
            answer_statement(desk.uow(), paper, early, TODAY)
    assert _state(desk, TODAY) == [ReplyState.SILENT]
