"""The table of grades: where each begins, and that it stays in order."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.credit.grades import Grade, GradePolicy, check_grades, worse
from domain.errors import BadPolicy

POLICY = GradePolicy()


@pytest.mark.parametrize(
    "score, grade",
    [
        ("100", "AAA"), ("86", "AAA"), ("85.9", "AA"), ("71", "AA"), ("70.9", "A"),
        ("61", "A"), ("60.9", "B"), ("46", "B"), ("45.9", "C"), ("31", "C"), ("30.9", "D"),
        ("0", "D"),
    ],
)  # fmt: skip
def test_a_grade_begins_at_its_lower_bound(score, grade):
    assert POLICY.grade_of(Decimal(score)) == grade


def test_the_table_that_is_shipped_is_in_order():
    check_grades(POLICY)
    assert [POLICY.rule(grade).multiplier for grade in (Grade.AAA, Grade.D)] == [
        Decimal("1.2"),
        Decimal("0.2"),
    ]
    assert POLICY.rule(None) is POLICY.unrated


@pytest.mark.parametrize(
    "change",
    [
        {"from_score": Decimal(90)},
        {"max_term_days": 120},
        {"multiplier": Decimal("1.3")},
        {"pd": Decimal("0.001")},
        {"deposit": Decimal("1.1")},
    ],
)
def test_a_better_grade_never_gets_less(change):
    broken = replace(POLICY, aa=replace(POLICY.aa, **change))
    with pytest.raises(BadPolicy) as caught:
        check_grades(broken)
    assert caught.value.facts["field"] == next(iter(change))


def test_the_worse_of_two_grades():
    assert worse(Grade.AAA, Grade.B) == Grade.B
    assert worse(Grade.D, Grade.B) == Grade.D
