"""Which grade a customer has on a day: that of the latest assessment not after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.credit.grades import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A customer's grade as it stands on a day.

    Attributes:
        assessment_id: the record it comes from.
        grade: in force; None: assessed, but nothing was answered.
        computed: what the score alone gave.
        valid_to: last day before a new assessment is due.
        overridden: whether a person set it, with a reason.
        caps: why it is held at B.
    """

    customer_id: int
    assessment_id: int
    grade: Grade | None
    computed: Grade | None
    score: Decimal | None
    coverage: Decimal
    assessed_on: date
    valid_to: date | None
    overridden: bool = False
    caps: tuple[str, ...] = ()

    def expired_on(self, day: date) -> bool:
        """Whether the review is overdue. The grade stands until there is a new one."""
        return self.valid_to is not None and day > self.valid_to
