"""Score cards and assessments: scores explained, coverage, caps and overrides."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.assessment import (
    PARTS,
    AssessmentPolicy,
    FileParts,
    Inputs,
    Override,
    PartNote,
    accounts_part,
    assess,
    check_assessment_policy,
    valid_until,
)
from domain.credit.grades import Grade, GradePolicy
from domain.credit.ratios import Bound
from domain.credit.score_model import FEATURES, FIVE_C, Group, Indicator, ScoreModel, check_model
from domain.credit.scoring import Answer, score
from domain.credit.statements import FinancialStatement
from domain.errors import BadAssessment, BadPolicy, WeightsDoNotAdd

GRADES = GradePolicy()
FULL = FileParts(**{name: PartNote(filled=True) for name in PARTS})
TWO = ScoreModel(
    code="two",
    groups=(
        Group(
            code="all",
            indicators=(
                Indicator(code="a", weight=Decimal(60)),
                Indicator(code="b", weight=Decimal(40)),
            ),
        ),
    ),
)


def answers(**points):
    return tuple(Answer(indicator=name, points=given) for name, given in points.items())


def made(points=9, parts=FULL, **more):
    given = tuple(Answer(indicator=one.code, points=points) for one in FEATURES.indicators)
    return assess(Inputs(model=FEATURES, answers=given, parts=parts, **more), GRADES)


def test_what_is_not_answered_lowers_the_coverage_not_the_score():
    result = score(TWO, answers(a=8))
    assert (result.score, result.coverage) == (Decimal("80.0"), Decimal("60.0"))
    result = score(TWO, answers(a=8, b=3))
    assert (result.score, result.coverage) == (Decimal("60.0"), Decimal("100.0"))
    assert [one.contribution for one in result.points] == [Decimal("48.0"), Decimal("12.0")]


def test_nothing_answered_is_no_score():
    result = score(TWO, ())
    assert (result.score, result.coverage) == (None, 0)
    assert result.points[0].points is None


@pytest.mark.parametrize("wrong", [answers(a=0), answers(a=11), answers(c=5), answers(a=5) * 2])
def test_answers_are_from_1_to_10_and_of_the_model(wrong):
    with pytest.raises(BadAssessment):
        score(TWO, wrong)


def test_the_models_shipped_weigh_100():
    for model in (FEATURES, FIVE_C):
        check_model(model)
    assert len(FEATURES.indicators) == 18
    assert [group.weight for group in FIVE_C.groups] == [30, 25, 20, 15, 10]


def test_a_model_that_does_not_weigh_100_or_repeats_itself_is_refused():
    (group,) = TWO.groups
    first, second = group.indicators
    for indicators in (
        (first,),
        (first, replace(second, code="a")),
        (replace(first, weight=Decimal(-60)), second),
    ):
        with pytest.raises((BadPolicy, WeightsDoNotAdd)):
            check_model(replace(TWO, groups=(replace(group, indicators=indicators),)))


def test_a_full_file_gets_the_grade_of_its_score():
    found = made(9)
    assert (found.score, found.coverage) == (Decimal("90.0"), Decimal("100.0"))
    assert (found.computed, found.grade, found.caps) == (Grade.AAA, Grade.AAA, ())


@pytest.mark.parametrize("part", PARTS)
def test_no_grade_above_b_while_a_part_is_empty(part):
    found = made(9, replace(FULL, **{part: PartNote()}))
    assert (found.computed, found.grade, found.caps) == (Grade.AAA, Grade.B, (part,))
    assert made(3, replace(FULL, **{part: PartNote()})).grade == Grade.D


def test_too_little_answered_holds_the_grade_at_b():
    found = assess(Inputs(model=FIVE_C, answers=answers(payment_record=10), parts=FULL), GRADES)
    assert (found.computed, found.grade, found.caps) == (Grade.AAA, Grade.B, ("coverage",))


def test_an_override_needs_a_reason_and_stays_under_the_cap():
    lower = Override(grade=Grade.C, reason="lawsuit pending")
    assert (made(9, override=lower).grade, made(9, override=lower).computed) == ("C", "AAA")
    higher = Override(grade=Grade.AA, reason="parent stands behind it")
    assert made(5, override=higher).grade == Grade.AA
    assert made(5, replace(FULL, site_visit=PartNote()), override=higher).grade == Grade.B
    with pytest.raises(BadAssessment):
        made(5, override=Override(grade=Grade.AA, reason=" "))


def test_the_accounts_are_a_full_part_with_three_years():
    years = tuple(
        FinancialStatement(ended_on=date(year, 12, 31), currency="CNY", amounts={"cash": 1})
        for year in (2023, 2024, 2025)
    )
    part = accounts_part(years)
    assert (part.filled, part.summary, part.dated_on) == (
        True,
        "2023 2024 2025",
        date(2025, 12, 31),
    )
    assert accounts_part(years[:2]).filled is False
    assert accounts_part(()) == PartNote()
    found = made(9, statements=years)
    assert found.accounts_years == (2023, 2024, 2025)
    assert "current_ratio" in {one.code for one in found.figures}


def test_an_assessment_holds_until_its_review():
    assert valid_until(date(2026, 8, 31), Grade.B, GRADES) == date(2027, 2, 28)
    assert valid_until(date(2026, 8, 31), Grade.AAA, GRADES) == date(2027, 8, 31)


def test_yardsticks_have_a_direction():
    flat = Bound(code="roa", green=Decimal(1), red=Decimal(1))
    for wrong in (AssessmentPolicy(bounds=(flat,)), AssessmentPolicy(min_coverage=Decimal(101))):
        with pytest.raises(BadPolicy):
            check_assessment_policy(wrong)


chosen = st.dictionaries(
    st.sampled_from([one.code for one in FEATURES.indicators]), st.integers(1, 10)
)


@given(chosen, st.sampled_from([one.code for one in FEATURES.indicators]), st.integers(1, 10))
def test_one_more_answer_never_lowers_the_coverage(given_, code, points):
    before = score(FEATURES, answers(**given_))
    after = score(FEATURES, answers(**{code: points, **given_}))
    assert after.coverage >= before.coverage


@given(chosen)
def test_the_score_lies_between_0_and_100_and_is_the_sum_of_its_points(given_):
    result = score(FEATURES, answers(**given_))
    if result.score is None:
        assert not given_
        return
    assert 0 <= result.score <= 100
    assert sum(one.contribution for one in result.points) == result.score


@given(chosen, st.sampled_from([one.code for one in FEATURES.indicators]))
def test_a_better_answer_never_lowers_the_score(given_, code):
    low = score(FEATURES, answers(**{**given_, code: 1}))
    high = score(FEATURES, answers(**{**given_, code: 10}))
    assert high.score >= low.score
