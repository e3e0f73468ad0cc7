"""Grades AAA … D: from which score each begins, and what credit each may have.

The score is a whole number of tenths from 0 to 100; a grade begins at its lower bound, so
that 85.9 is still AA: what is printed is what is graded. All figures are the firm's to
change in its policy; PD and LGD are starting values until its own losses say better.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from domain.errors import BadPolicy


class Grade(StrEnum):
    """A customer's grade, best first."""

    AAA = "AAA"
    AA = "AA"
    A = "A"
    B = "B"
    C = "C"
    D = "D"

    @property
    def rank(self) -> int:
        """Return 0 for AAA … 5 for D."""
        return _ORDER.index(self)


_ORDER: Final = tuple(Grade)


class LimitMethod(StrEnum):
    """How far a grade's limit may go: lowest of all legs, only as far as secured, not at all."""

    LOWEST = "lowest"
    SECURED = "secured"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeRule:
    """What a grade entails.

    Attributes:
        from_score: lowest score of the grade, 0 to 100.
        max_term_days: longest credit period; 0: payment before delivery.
        deposit: share of the order to be paid beforehand, 0 to 1.
        review_months: after how many months the assessment has to be made anew.
        multiplier: what a computed limit is multiplied by, 0.2 … 1.2.
        pd: probability of default within a year, 0 to 1.
        lgd: share lost when it defaults, 0 to 1.
        limit_method: how far its limit may go.
        dunning_profile: code of the dunning procedure; "": the book's first.
    """

    from_score: Decimal
    max_term_days: int
    deposit: Decimal
    review_months: int
    multiplier: Decimal
    pd: Decimal
    lgd: Decimal = Decimal("0.45")
    limit_method: LimitMethod = LimitMethod.LOWEST
    dunning_profile: str = ""


def _rule(score: str, term: int, deposit: str, months: int, factor: str, pd: str) -> GradeRule:
    return GradeRule(
        from_score=Decimal(score),
        max_term_days=term,
        deposit=Decimal(deposit),
        review_months=months,
        multiplier=Decimal(factor),
        pd=Decimal(pd),
    )


_AAA: Final = _rule("86", 90, "0", 12, "1.2", "0.003")
_AA: Final = _rule("71", 60, "0", 12, "1.0", "0.008")
_A: Final = _rule("61", 45, "0", 6, "0.8", "0.02")
_B: Final = _rule("46", 30, "0", 6, "0.6", "0.05")
_C: Final = _rule("31", 15, "0.3", 3, "0.4", "0.15")
_D: Final = replace(_rule("0", 0, "1", 3, "0.2", "0.4"), limit_method=LimitMethod.NONE)
_UNRATED: Final = _rule("0", 30, "0", 6, "0.4", "0.05")


@dataclass(frozen=True, slots=True, kw_only=True)
class GradePolicy:
    """The table of grades. ``unrated`` is for customers without an assessment."""

    aaa: GradeRule = _AAA
    aa: GradeRule = _AA
    a: GradeRule = _A
    b: GradeRule = _B
    c: GradeRule = _C
    d: GradeRule = _D
    unrated: GradeRule = _UNRATED

    def rule(self, grade: Grade | None) -> GradeRule:
        """Return what a grade entails; None: not assessed."""
        found: GradeRule = getattr(self, grade.value.lower() if grade else "unrated")
        return found

    def grade_of(self, score: Decimal) -> Grade:
        """Return the grade of a score. Worked: 86.0 AAA, 85.9 AA, 46 B, 30.9 D."""
        return next((grade for grade in Grade if score >= self.rule(grade).from_score), Grade.D)


#: No grade above this while a part of the assessment's file is empty.
CAP_INCOMPLETE: Final = Grade.B


def worse(first: Grade, second: Grade) -> Grade:
    """Return the lower of two grades."""
    return max(first, second, key=lambda one: one.rank)


def check_grades(policy: GradePolicy) -> None:
    """Refuse a table in which a better grade has a lower bound, less credit or more risk.

    Raises:
        BadPolicy: names the grade and the figure that is out of order or of range.
    """
    for grade in Grade:
        _in_range(grade, policy.rule(grade))
    if policy.d.from_score != 0:
        raise BadPolicy(section="grades", row=Grade.D.value, field="from_score")
    for better, lower in pairwise(Grade):
        first, second = policy.rule(better), policy.rule(lower)
        _ordered(lower, first, second)


def _in_range(grade: Grade, rule: GradeRule) -> None:
    shares = ("deposit", "pd", "lgd")
    wrong = [name for name in shares if not 0 <= getattr(rule, name) <= 1]
    wrong += ["from_score"] if not 0 <= rule.from_score <= 100 else []
    wrong += ["max_term_days"] if not 0 <= rule.max_term_days <= 3650 else []
    wrong += ["review_months"] if not 1 <= rule.review_months <= 60 else []
    wrong += ["multiplier"] if not 0 <= rule.multiplier <= 5 else []
    if wrong:
        raise BadPolicy(section="grades", row=grade.value, field=wrong[0])


def _ordered(grade: Grade, better: GradeRule, lower: GradeRule) -> None:
    faults = {
        "from_score": better.from_score <= lower.from_score,
        "max_term_days": better.max_term_days < lower.max_term_days,
        "multiplier": better.multiplier < lower.multiplier,
        "deposit": better.deposit > lower.deposit,
        "pd": better.pd > lower.pd,
    }
    for field, wrong in faults.items():
        if wrong:
            raise BadPolicy(section="grades", row=grade.value, field=field)
