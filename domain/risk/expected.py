"""Expected loss: exposure × probability of default × loss given default (预期损失).

Each customer's loss is rounded half up once, to the minor unit; sums add up what was rounded,
so that the parts of any table add up to its total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.credit.grades import Grade, GradePolicy
from domain.money import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A customer's exposure with what it is worth to fear; ``grade`` None: not rated."""

    customer_id: int
    exposure: int
    grade: Grade | None
    pd: Decimal
    lgd: Decimal

    @property
    def loss(self) -> int:
        """Exposure × PD × LGD, half up: 437,150.00 × 15 % × 45 % = 29,507.63."""
        return expected_loss(self.exposure, self.pd, self.lgd)


def expected_loss(exposure: int, pd: Decimal, lgd: Decimal) -> int:
    """Return the expected loss of an exposure in minor units, half up; none below zero."""
    up, down = (pd * lgd).as_integer_ratio()
    return round_half_up(max(exposure, 0) * up, down)


def risks(
    exposures: Mapping[int, int], grades: Mapping[int, Grade], policy: GradePolicy
) -> list[Risk]:
    """Return the risk of every customer with an exposure, by id."""
    found = []
    for customer_id, minor in sorted(exposures.items()):
        grade = grades.get(customer_id)
        rule = policy.rule(grade)
        found.append(
            Risk(customer_id=customer_id, exposure=minor, grade=grade, pd=rule.pd, lgd=rule.lgd)
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeSum:
    """The customers of one grade; ``grade`` None: those not rated."""

    grade: Grade | None
    pd: Decimal
    lgd: Decimal
    count: int
    exposure: int
    loss: int
    customer_ids: tuple[int, ...]


#: Worst first, then those not rated.
ORDER: Final[tuple[Grade | None, ...]] = (*reversed(Grade), None)


def by_grade(found: Iterable[Risk], policy: GradePolicy) -> list[GradeSum]:
    """Return sums by grade, worst first, those without any left out."""
    rows: dict[Grade | None, list[Risk]] = {grade: [] for grade in ORDER}
    for risk in found:
        rows[risk.grade].append(risk)
    return [_sum(grade, rows[grade], policy) for grade in ORDER if rows[grade]]


def _sum(grade: Grade | None, rows: list[Risk], policy: GradePolicy) -> GradeSum:
    rule = policy.rule(grade)
    return GradeSum(
        grade=grade,
        pd=rule.pd,
        lgd=rule.lgd,
        count=len(rows),
        exposure=sum(risk.exposure for risk in rows),
        loss=sum(risk.loss for risk in rows),
        customer_ids=tuple(risk.customer_id for risk in rows),
    )
