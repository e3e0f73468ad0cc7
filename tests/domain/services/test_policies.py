"""Drafting, approving, issuing and reviewing the credit policy in the book."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.customer import Company
from domain.errors import BadPolicy, MissingField, PolicyNotApproved
from domain.forms import FormPaper, FormText
from domain.policies.shape import differences, with_value
from domain.policies.version import PolicyDraft, PolicyIssued, PolicyReview, VersionState
from domain.policy import CreditPolicy, policy_on
from domain.services import assessments, policies, policy_pack
from domain.services.worklist import worklist

JANUARY, FEBRUARY, MARCH = date(2026, 1, 10), date(2026, 2, 1), date(2026, 3, 1)
DEPOSIT = ("grades", "c", "deposit")


def draft(desk, *, deposit="0.4", by="陈立", reason="C 级逾期上升", from_on=FEBRUARY, base_id=0):
    policy = CreditPolicy(proposed_by=by, reason=reason)
    policy = with_value(policy, DEPOSIT, Decimal(deposit))
    made = PolicyDraft(policy=policy, base_id=base_id, from_on=from_on)
    return policies.keep_draft(desk.uow(), made, JANUARY).value


def approve(desk, draft_id, who="方静", on=JANUARY):
    return policies.approve_draft(desk.uow(), draft_id, who, on).value


def test_a_second_person_puts_a_draft_in_force_from_its_day(desk):
    kept = approve(desk, draft(desk))
    reader = desk.book.reader
    assert policy_on(reader, date(2026, 1, 31)) == CreditPolicy()
    passed = policy_on(reader, FEBRUARY)
    assert (passed.proposed_by, passed.approved_by) == ("陈立", "方静")
    assert passed.grades.c.deposit == Decimal("0.4")
    assert policies.version_on(reader, FEBRUARY).record_id == kept
    assert policies.draft_of(reader) is None
    assert reader.history(limit=1)[0].kind == "credit_policy.approve"


@pytest.mark.parametrize(
    "rule, more, who, on",
    [
        ("person", {}, " 陈立 ", JANUARY),
        ("person", {}, "", JANUARY),
        ("past", {}, "方静", MARCH),
        ("reason", {"reason": " "}, "方静", JANUARY),
        ("same", {"deposit": "0.30"}, "方静", JANUARY),
    ],
)
def test_a_draft_is_not_approved(desk, rule, more, who, on):
    draft_id = draft(desk, **more)
    with pytest.raises(PolicyNotApproved) as refused:
        approve(desk, draft_id, who, on)
    assert refused.value.facts["rule"] == rule
    assert policies.draft_of(desk.book.reader).id == draft_id
    assert len(policies.versions(desk.book.reader, MARCH)) == 1


def test_a_firm_may_let_one_person_draft_and_approve(desk):
    alone = replace(CreditPolicy(), reason="单人", proposed_by="陈立")
    alone = with_value(alone, ("versions", "four_eyes"), False)
    made = PolicyDraft(policy=alone, base_id=0, from_on=JANUARY)
    first = approve(desk, policies.keep_draft(desk.uow(), made, JANUARY).value)
    again = with_value(replace(alone, reason="定金"), DEPOSIT, Decimal("0.5"))
    second = PolicyDraft(policy=again, base_id=first, from_on=FEBRUARY)
    kept = policies.keep_draft(desk.uow(), second, JANUARY).value
    assert approve(desk, kept, "陈立")


def test_an_invalid_draft_is_never_kept(desk):
    with pytest.raises(BadPolicy):
        draft(desk, deposit="1.2")
    assert policies.draft_of(desk.book.reader) is None


def test_a_draft_takes_the_place_of_the_one_before(desk):
    draft(desk)
    draft(desk, deposit="0.5")
    found = policies.draft_of(desk.book.reader)
    assert found.value.policy.grades.c.deposit == Decimal("0.5")
    assert len(desk.book.reader.records(PolicyDraft, firm=True)) == 1


def test_a_change_made_while_the_draft_waited_is_not_lost(desk):
    draft_id = draft(desk)
    steps = replace(CreditPolicy().assessment, min_coverage=Decimal(70))
    changed = CreditPolicy(assessment=steps, approved_by="方静")
    assessments.change_assessment_policy(desk.uow(), changed, JANUARY)
    approve(desk, draft_id)
    passed = policy_on(desk.book.reader, FEBRUARY)
    assert passed.grades.c.deposit == Decimal("0.4")
    assert passed.assessment.min_coverage == Decimal(70)


def test_what_was_decided_earlier_keeps_its_version(desk):
    first = approve(desk, draft(desk))
    approve(desk, draft(desk, deposit="0.6", from_on=MARCH, base_id=first))
    found = policies.versions(desk.book.reader, MARCH)
    assert [one.state for one in found] == [
        VersionState.PAST,
        VersionState.PAST,
        VersionState.IN_FORCE,
    ]
    assert [one.policy.grades.c.deposit for one in found] == [
        Decimal("0.3"),
        Decimal("0.4"),
        Decimal("0.6"),
    ]
    (only,) = differences(found[1].policy, found[2].policy)
    assert (only.before.value, only.after.value) == (Decimal("0.4"), Decimal("0.6"))


# the manual


def paper(language="zh", text="第一条"):
    return FormPaper(
        company=Company(name="清账示范公司"),
        title="信用管理制度",
        subject="版本 V0",
        language=language,
        dated_on=JANUARY,
        blocks=(FormText(title="总则", text=text),),
    )


def drawn(value):
    return f"%PDF {value.number} {value.copy}".encode()


def test_the_manual_is_numbered_and_frozen_once(desk):
    version = policies.version_on(desk.book.reader, JANUARY)
    first = policies.issue_policy(desk.uow(), version, paper(), drawn)
    again = policies.issue_policy(desk.uow(), version, replace(paper(), dated_on=MARCH), drawn)
    assert (again.value, again.operation_id) == (first.value, 0)
    reader = desk.book.reader
    issued = reader.record(PolicyIssued, first.value).value
    assert issued.number.endswith("〔2026〕第0001号")
    original = policies.pages_of(reader, first.value, copy=False)
    assert original == f"%PDF {issued.number} False".encode()
    assert policies.pages_of(reader, first.value, copy=True).endswith(b"True")
    other = policies.issue_policy(desk.uow(), version, paper(text="第一条 修订"), drawn)
    assert reader.record(PolicyIssued, other.value).value.number.endswith("第0002号")
    assert desk.check() == []


# reviews


def reasons(desk, on):
    found = worklist(desk.book.reader, on)
    return {one.task.reason for one in found.ranked} | {one.reason for one in found.deadlines}


def test_the_review_is_due_each_quarter_until_it_is_recorded(desk):
    assert "policy.review" not in reasons(desk, MARCH)
    desk.invoice("100.00", "2025-11-05", due="2025-12-05")
    assert "policy.review" in reasons(desk, MARCH)
    due = next(
        one for one in worklist(desk.book.reader, MARCH).deadlines if one.reason == "policy.review"
    )
    assert due.on == date(2026, 1, 20)
    review = PolicyReview(period_end=date(2025, 12, 31), reviewed_by="方静", note="维持")
    policies.review_policy(desk.uow(), review, MARCH)
    assert "policy.review" not in reasons(desk, MARCH)
    desk.invoice("100.00", "2026-02-05", due="2026-03-05")
    assert "policy.review" in reasons(desk, date(2026, 4, 1))


def test_a_review_by_nobody_is_refused(desk):
    review = PolicyReview(period_end=date(2025, 12, 31), reviewed_by=" ")
    with pytest.raises(MissingField):
        policies.review_policy(desk.uow(), review, MARCH)


def test_a_draft_waits_in_the_worklist(desk):
    draft(desk)
    assert "policy.draft" in reasons(desk, JANUARY)


# the pack and the month


def test_the_pack_tells_what_letters_brought_in(desk):
    desk.levels(7, 15)
    early = desk.invoice("100.00", "2026-06-01", due="2026-06-20")
    desk.invoice("50.00", "2026-06-01", due="2026-06-20")
    desk.dun("2026-07-01", release=True)
    desk.receipt("100.00", "2026-07-10", uses=[desk.use(early, "100.00")])
    pack = policy_pack.review_pack(desk.book.reader, date(2026, 10, 5))
    assert (pack.from_on, pack.to_on) == (date(2026, 7, 1), date(2026, 9, 30))
    (only,) = pack.letters
    assert (only.letters, only.settled) == (1, 0)
    assert (only.claimed, only.paid) == (150_00, 100_00)


def test_money_on_the_day_of_the_letter_or_too_late_is_not_its_doing(desk):
    desk.levels(7)
    first = desk.invoice("100.00", "2026-06-01", due="2026-06-20")
    desk.dun("2026-07-01", release=True)
    desk.receipt("30.00", "2026-07-01", uses=[desk.use(first, "30.00")])
    desk.receipt("30.00", "2026-07-15", uses=[desk.use(first, "30.00")])
    desk.receipt("40.00", "2026-07-16", uses=[desk.use(first, "40.00")])
    (only,) = policy_pack.review_pack(desk.book.reader, date(2026, 10, 5)).letters
    assert (only.claimed, only.paid) == (100_00, 30_00)


def test_an_empty_book_has_a_pack_and_a_month_with_nothing_in_them(desk):
    pack = policy_pack.review_pack(desk.book.reader, date(2026, 10, 5))
    assert (pack.trend, pack.letters, pack.losses, pack.approvals) == ({}, [], [], [])
    month = policy_pack.month_report(desk.book.reader, date(2026, 10, 5))
    assert (month.figures, month.risks, month.promises, month.due_next) == ([], [], [], {})


def test_the_month_tells_balance_overdue_and_cash(desk):
    first = desk.invoice("100.00", "2026-08-01", due="2026-08-31")
    desk.invoice("60.00", "2026-09-20", due="2026-10-20")
    desk.receipt("30.00", "2026-09-10", uses=[desk.use(first, "30.00")])
    month = policy_pack.month_report(desk.book.reader, date(2026, 9, 30))
    (cny,) = month.figures
    end, before = cny.now.end, cny.previous.end
    assert (end.balance, end.overdue, end.received, end.billed) == (130_00, 70_00, 30_00, 60_00)
    assert (before.balance, before.overdue) == (100_00, 0)
    assert month.due_next == {"CNY": 60_00}
    assert [row.overdue for row in month.risks] == [70_00]
