"""The section of the credit policy for cover: on which days before an end it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRules:
    """How long before a last day it is told.

    Attributes:
        insurance_alerts: days before a deadline of credit insurance.
        guarantee_alerts: days before the end of a guarantee's period.
        credit_alerts: days before a day of a letter of credit.
        confirm_days: days a debtor has to confirm what he owes (保障中小企业款项支付条例16: 30).
    """

    insurance_alerts: tuple[int, ...] = (3, 7, 14, 30)
    guarantee_alerts: tuple[int, ...] = (7, 30, 60)
    credit_alerts: tuple[int, ...] = (3, 7, 14)
    confirm_days: int = 30


def alert_of(days_left: int, alerts: Sequence[int]) -> int | None:
    """Return the tightest alert reached: 0 once the day has passed, None while it is far.

    Of 30, 14, 7 and 3 days: 31 days left is None, 30 is 30, 12 is 14, the last day 3, the
    day after 0.
    """
    if days_left < 0:
        return 0
    return next((days for days in sorted(alerts) if days_left <= days), None)
