"""Accounts, score cards and assessments in the book, and the grade of a day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.credit.assessment import Assessment, AssessmentPolicy, Override
from domain.credit.grades import Grade, GradePolicy
from domain.credit.score_model import FEATURES, SHIPPED, ScoreModel, models_on
from domain.credit.scoring import Answer
from domain.credit.statements import FinancialStatement
from domain.credit.working_assets import ShareStep
from domain.errors import BadAssessment, BadPolicy, BadStatement, NotFound, WeightsDoNotAdd
from domain.policy import CreditPolicy, policy_on
from domain.services import assessments, records
from domain.services.assessments import AssessmentEntry

JANUARY, MARCH, MAY = date(2026, 1, 10), date(2026, 3, 10), date(2026, 5, 10)


def accounts(year, **amounts):
    lines = {"total_assets": 3000_00, "total_liabilities": 1800_00, "equity": 1200_00, **amounts}
    return FinancialStatement(ended_on=date(year, 12, 31), currency="CNY", amounts=lines)


def assess(desk, on, points=5, customer=None, **more):
    given = tuple(Answer(indicator=one.code, points=points) for one in FEATURES.indicators)
    entry = AssessmentEntry(
        customer_id=customer or desk.first, made_on=on, model="features", answers=given, **more
    )
    return assessments.keep_assessment(desk.uow(), entry).value


def grade(desk, on, customer=None):
    found = assessments.grade_on(desk.book.reader, on).get(customer or desk.first)
    return found.grade if found else None


def test_accounts_of_a_year_known_already_replace_it(desk):
    first = [accounts(2024), accounts(2025)]
    assessments.keep_statements(desk.uow(), desk.first, first, MARCH)
    assessments.keep_statements(desk.uow(), desk.first, [accounts(2025, cash=7)], MAY)
    reader = desk.book.reader
    found = assessments.statements_on(reader, desk.first, MARCH)
    assert [(one.year, one.amounts.get("cash")) for one in found] == [(2024, None), (2025, 7)]
    assert assessments.statements_on(reader, desk.first, JANUARY) == []
    assert len(reader.records(FinancialStatement)) == 2


def test_accounts_that_should_not_be_there_are_taken_back_in_the_same_act(desk):
    assessments.keep_statements(desk.uow(), desk.first, [accounts(2024), accounts(2025)], MARCH)
    moved = replace(accounts(2025), ended_on=date(2026, 3, 31))
    assessments.keep_statements(desk.uow(), desk.first, [moved], MAY, without=[2025])
    found = assessments.statements_on(desk.book.reader, desk.first, MAY)
    assert [one.ended_on for one in found] == [date(2024, 12, 31), date(2026, 3, 31)]
    assert desk.check() == []


def test_accounts_with_nothing_in_them_are_refused_and_nothing_is_kept(desk):
    empty = replace(accounts(2025), amounts={})
    with pytest.raises(BadStatement):
        assessments.keep_statements(desk.uow(), desk.first, [accounts(2024), empty], MARCH)
    with pytest.raises(NotFound):
        assessments.keep_statements(desk.uow(), 99, [accounts(2024)], MARCH)
    assert desk.book.reader.records(FinancialStatement) == []


def test_the_grade_of_a_day_is_that_of_the_latest_assessment_not_after_it(desk):
    assess(desk, JANUARY, 5)
    assess(desk, MAY, 3)
    assert [grade(desk, day) for day in (date(2026, 1, 9), JANUARY, MARCH, MAY)] == [
        None,
        Grade.B,
        Grade.B,
        Grade.D,
    ]
    found = assessments.grade_on(desk.book.reader, MARCH, [desk.first])[desk.first]
    assert (found.score, found.coverage) == (Decimal("50.0"), Decimal("100.0"))
    assert (found.assessed_on, found.valid_to) == (JANUARY, date(2026, 7, 10))
    assert not found.expired_on(date(2026, 7, 10))
    assert found.expired_on(date(2026, 7, 11))
    assert assessments.grade_on(desk.book.reader, MARCH, [99]) == {}


def test_an_assessment_taken_back_gives_way_to_the_one_before(desk):
    assess(desk, JANUARY, 5)
    wrong = assess(desk, MARCH, 2)
    records.take_back_record(desk.uow(), Assessment, wrong, MAY)
    assert grade(desk, MAY) == Grade.B
    assert desk.check() == []


def test_an_assessment_says_what_held_its_grade(desk):
    override = Override(grade=Grade.AA, reason="letter of comfort")
    assess(desk, MARCH, 10, override=override)
    found = assessments.grade_on(desk.book.reader, MAY)[desk.first]
    assert (found.grade, found.computed, found.overridden) == (Grade.B, Grade.AAA, True)
    assert found.caps == ("registry", "accounts", "credit_record", "site_visit")


def test_what_a_customer_paid_is_a_credit_record(desk):
    assess(desk, MARCH, 10, days_late=3)
    found = assessments.grade_on(desk.book.reader, MAY)[desk.first]
    assert "credit_record" not in found.caps


def test_accounts_of_three_years_fill_their_part_and_are_kept_with_the_assessment(desk):
    years = [accounts(year) for year in (2023, 2024, 2025)]
    assessments.keep_statements(desk.uow(), desk.first, years, MARCH)
    made = assess(desk, MAY)
    assessments.keep_statements(desk.uow(), desk.first, [accounts(2025, equity=0)], MAY)
    kept = desk.book.reader.record(Assessment, made).value
    assert "accounts" not in kept.caps
    debt = next(one for one in kept.figures if one.code == "debt_ratio")
    assert debt.value == Decimal("0.6")
    assert kept.accounts_years == (2023, 2024, 2025)
    assert sum(one.contribution for one in kept.points) == kept.score


def test_a_new_score_card_never_changes_an_old_assessment(desk):
    made = assess(desk, JANUARY, 5)
    lone = replace(FEATURES.groups[0].indicators[0], weight=Decimal(100))
    changed = replace(FEATURES, groups=(replace(FEATURES.groups[0], indicators=(lone,)),))
    assessments.keep_model(desk.uow(), changed, MARCH)
    reader = desk.book.reader
    assert models_on(reader, JANUARY)["features"] == FEATURES
    assert models_on(reader, MARCH)["features"] == changed
    assert reader.record(Assessment, made).value.model == FEATURES
    with pytest.raises(BadAssessment):
        assess(desk, MAY)
    with pytest.raises(WeightsDoNotAdd):
        assessments.keep_model(desk.uow(), ScoreModel(code="x", groups=()), MAY)


def test_an_unknown_score_card_is_not_found(desk):
    entry = AssessmentEntry(customer_id=desk.first, made_on=MAY, model="none", answers=())
    with pytest.raises(NotFound):
        assessments.keep_assessment(desk.uow(), entry)


def test_a_policy_changed_holds_from_its_day_and_is_checked(desk):
    grades = GradePolicy(d=replace(GradePolicy().d, pd=Decimal("0.5")))
    policy = CreditPolicy(grades=grades, approved_by="王总", reason="losses of 2025")
    assessments.change_assessment_policy(desk.uow(), policy, MARCH)
    reader = desk.book.reader
    assert policy_on(reader, JANUARY).grades.d.pd == Decimal("0.4")
    assert assessments.grades_in_force(reader, MAY).d.pd == Decimal("0.5")
    assert policy_on(reader, MAY).approved_by == "王总"
    steps = (ShareStep(up_to=Decimal(1), share=Decimal(0)),)
    wrong = CreditPolicy(assessment=AssessmentPolicy(shares=steps))
    with pytest.raises(BadPolicy):
        assessments.change_assessment_policy(desk.uow(), wrong, MAY)


def test_what_an_assessment_starts_from(desk):
    years = [
        accounts(year, current_assets=1800_00, current_liabilities=1200_00) for year in (2024, 2025)
    ]
    assessments.keep_statements(desk.uow(), desk.first, years, MARCH)
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-02-04")
    receipt = desk.receipt("100.00", "2026-02-24")
    desk.allocate(receipt, {invoice: "100.00"}, "2026-02-24")
    found = assessments.file_on(desk.book.reader, desk.first, MAY)
    assert [one.year for one in found.statements] == [2024, 2025]
    assert set(found.models) == {model.code for model in SHIPPED}
    assert found.parts.empty == ("registry", "accounts", "site_visit")
    assert found.days_late == 20
    assert found.suggested["payment_record"].points == 4
    assert found.suggested["solvency"].points == 9
