"""Applying and deciding over the real book: cash and no credit until all levels said yes."""

from dataclasses import replace
from datetime import date

import pytest

from domain.credit.approval import CreditApplication, Decision, State
from domain.credit.limit_policy import ApprovalPolicy
from domain.credit.limits import CreditLimit, Source
from domain.errors import ApplicationOpen, BadLimit, FourEyes, MissingField, NotDecidable
from domain.policy import CreditPolicy
from domain.services import approvals, limits
from domain.services.approvals import Request, Word, apply, decide, draft_application, withdraw
from domain.services.records import keep_record

DAY = date(2026, 6, 1)
YES = Decision.APPROVE


def drafted(desk, minor=50_000_00, customer=None, **more):
    asked = Request(
        customer_id=customer or desk.first, currency="CNY", minor=minor, reason="新客户", **more
    )
    return draft_application(desk.book.reader, asked, "周敏", DAY)


def applied(desk, minor=50_000_00, **more):
    return apply(desk.uow(), drafted(desk, minor, **more), desk.first, DAY).value


def word(desk, application, who, decision=YES, day=DAY, **more):
    return decide(desk.uow(), application, Word(who=who, decision=decision, **more), day).value


def in_force(desk, day=DAY):
    return limits.limit_on(desk.book.reader, desk.first, "CNY", day)


def terms(desk):
    return desk.book.reader.customer(desk.first).terms


def test_a_new_customer_pays_on_delivery_until_the_third_level_says_yes(desk):
    application = applied(desk, terms="NET30")
    assert terms(desk) == "COD"
    assert (in_force(desk).minor, in_force(desk).source) == (0, Source.PENDING)
    assert desk.book.reader.customer_row(desk.first, DAY).limit_minor == 0
    assert word(desk, application, "陈立") is State.WAITING
    assert word(desk, application, "方静", minor=40_000_00) is State.WAITING
    assert terms(desk) == "COD"
    assert in_force(desk).minor == 0
    assert word(desk, application, "林会计", day=date(2026, 6, 4)) is State.APPROVED
    assert terms(desk) == "NET30"
    found = in_force(desk, date(2026, 6, 4))
    assert (found.minor, found.source) == (40_000_00, Source.RECORD)
    kept = desk.book.reader.record(CreditLimit, found.record_id).value
    assert kept.approver == "林会计"
    assert kept.application_id == application
    assert {leg.method for leg in kept.legs} >= {"demand", "cap"}
    assert desk.check() == []


def test_a_rejected_new_customer_stays_on_cash(desk):
    application = applied(desk)
    assert word(desk, application, "陈立", Decision.REJECT, comment="异常名录") is State.REJECTED
    assert (in_force(desk).minor, in_force(desk).source) == (0, Source.REJECTED)
    with pytest.raises(NotDecidable):
        word(desk, application, "方静")


def test_four_eyes_are_kept_and_nothing_is_written_otherwise(desk):
    application = applied(desk)
    before = desk.facts()
    with pytest.raises(FourEyes):
        word(desk, application, "周敏")
    assert desk.facts() == before
    word(desk, application, "陈立")
    with pytest.raises(FourEyes):
        word(desk, application, "陈立")
    policy = CreditPolicy(approvals=ApprovalPolicy(separate_levels=False, four_eyes=False))
    keep_record(desk.uow(), policy, customer_id=None, dated_on=DAY)
    assert word(desk, application, "陈立") is State.WAITING
    assert word(desk, application, "周敏") is State.APPROVED


def test_returned_it_starts_again_at_the_first_level_with_its_number(desk):
    application = applied(desk)
    word(desk, application, "陈立")
    with pytest.raises(MissingField):
        word(desk, application, "方静", Decision.RETURN)
    word(desk, application, "方静", Decision.RETURN, comment="缺报表")
    (found,) = approvals.standings_of(desk.book.reader)
    assert found.state is State.RETURNED
    assert in_force(desk).source is Source.PENDING
    later = date(2026, 6, 9)
    again = apply(
        desk.uow(), drafted(desk, 30_000_00), desk.first, later, replaces_id=application
    ).value
    (found,) = approvals.standings_of(desk.book.reader)
    value = found.application.value
    assert (found.level, value.number, value.applied_on) == (1, "CA-2026-0001", DAY)
    with pytest.raises(NotDecidable):
        word(desk, application, "陈立")
    assert word(desk, again, "陈立", day=later) is State.WAITING


def test_a_draft_changes_nothing_until_it_is_sent_in(desk):
    draft = apply(desk.uow(), drafted(desk), desk.first, DAY, submit=False).value
    assert terms(desk) == ""
    with pytest.raises(NotDecidable):
        word(desk, draft, "陈立")
    with pytest.raises(ApplicationOpen):
        applied(desk)
    sent = apply(desk.uow(), drafted(desk), desk.first, date(2026, 6, 3), replaces_id=draft).value
    assert terms(desk) == "COD"
    value = desk.book.reader.record(CreditApplication, sent).value
    assert value.applied_on == date(2026, 6, 3)
    assert value.number == "CA-2026-0001"


def test_an_old_customer_keeps_limit_and_terms_while_it_waits(desk):
    for month in (1, 2, 3):
        invoice = desk.invoice("100.00", f"2025-0{month}-01")
        desk.allocate(
            desk.receipt("100.00", f"2025-0{month}-20"), {invoice: "100.00"}, f"2025-0{month}-20"
        )
    limits.set_limit(
        desk.uow(), CreditLimit(currency="CNY", minor=100), customer_id=desk.first, dated_on=DAY
    )
    value = drafted(desk, 200)
    assert (value.new_customer, value.levels, value.before_minor) == (False, 1, 100)
    application = apply(desk.uow(), value, desk.first, DAY).value
    assert in_force(desk).minor == 100
    assert terms(desk) == ""
    assert word(desk, application, "陈立") is State.APPROVED
    assert in_force(desk).minor == 200


def test_a_top_up_applied_for_ends_by_itself(desk):
    limits.set_limit(
        desk.uow(), CreditLimit(currency="CNY", minor=100), customer_id=desk.first, dated_on=DAY
    )
    value = drafted(desk, 50, top_up=True, ends_on=date(2026, 6, 30))
    application = apply(desk.uow(), value, desk.first, DAY).value
    word(desk, application, "陈立")
    assert [in_force(desk, date(2026, *day)).minor for day in ((6, 30), (7, 1))] == [150, 100]


def test_taken_back_a_new_customer_has_its_terms_again(desk):
    desk.first = desk.customer("C2", terms="NET15")
    application = applied(desk)
    assert terms(desk) == "COD"
    withdraw(desk.uow(), application, DAY)
    assert terms(desk) == "NET15"
    assert in_force(desk).source is Source.NONE
    with pytest.raises(NotDecidable):
        word(desk, application, "陈立")


def test_more_than_was_asked_for_is_not_approved(desk):
    application = applied(desk)
    with pytest.raises(BadLimit):
        word(desk, application, "陈立", minor=50_000_01)


def test_an_application_says_who_and_why(desk):
    value = drafted(desk)
    for field in ("applicant", "reason"):
        with pytest.raises(MissingField):
            apply(desk.uow(), replace(value, **{field: " "}), desk.first, DAY)
    assert approvals.standings_of(desk.book.reader) == []
