"""What the firm decides about limits, stages, approvals and reviews; the defaults shipped."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from domain.errors import BadLimitPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitPolicy:
    """How limits are found, granted and widened step by step. Shares are percent.

    Attributes:
        demand_factor: what the need of one term is multiplied by.
        net_worth_percent: how much of a customer's tangible net worth we lend at most.
        record_factor: what the highest exposure carried without default is multiplied by.
        cap_percent: how much of our own equity (else of our receivables) one customer may be.
        own_equity_minor: our equity in the book's currency; None: receivables are taken.
        step: limits proposed are rounded down to this many whole units.
        clean_days: an exposure is clean while nothing is more days overdue than this.
        new_months, new_paid: a customer is new for so many months, or with fewer invoices paid.
        deposit_percent: the deposit of stage 1, from 30 to 50.
        promote_invoices, promote_days: the next stage needs so many invoices paid on time in
            this one, and not more days late on average.
        demote_days: more days overdue than this is a breach.
    """

    demand_factor: Decimal = Decimal("1.2")
    net_worth_percent: Decimal = Decimal(10)
    record_factor: Decimal = Decimal("1.25")
    cap_percent: Decimal = Decimal(20)
    own_equity_minor: int | None = None
    step: int = 1000
    clean_days: int = 15
    new_months: int = 6
    new_paid: int = 3
    deposit_percent: int = 30
    promote_invoices: int = 3
    promote_days: int = 3
    demote_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPolicy:
    """Who has to look at an application. Amounts are in the book's currency.

    Attributes:
        second_from_minor, third_from_minor: from these amounts on the second and the third
            level decide too.
        new_levels: how many levels look at a new customer, whatever the amount.
        four_eyes: who applies does not decide.
        separate_levels: nobody decides two levels of one application.
        days: a decision later than this many days is overdue.
    """

    second_from_minor: int = 5_000_000
    third_from_minor: int = 20_000_000
    new_levels: int = 3
    four_eyes: bool = True
    separate_levels: bool = True
    days: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPolicy:
    """When the quarterly review raises, holds and cuts a limit. Shares are percent.

    Attributes:
        months: months from one review of a limit to the next.
        on_time_percent, late_days: what a rise needs of the payments of the quarter.
        rises: (use of the limit at its peak, rise) from the lowest use on.
        hold_days, cut_days: up to so many days late the limit stays, up to so many it is
            cut by ``cut_percent``, beyond by ``deep_cut_percent``.
    """

    months: int = 3
    on_time_percent: Decimal = Decimal(95)
    late_days: Decimal = Decimal(3)
    rises: tuple[tuple[int, int], ...] = ((60, 10), (80, 20), (95, 25))
    hold_days: int = 15
    cut_days: int = 30
    cut_percent: int = 20
    deep_cut_percent: int = 50


def check_limit_policy(
    limits: LimitPolicy, approvals: ApprovalPolicy, reviews: ReviewPolicy
) -> None:
    """Refuse sections that contradict themselves.

    Raises:
        BadLimitPolicy: names the field.
    """
    wrong = {
        "cap_percent": not 0 <= limits.cap_percent <= 100,
        "net_worth_percent": not 0 <= limits.net_worth_percent <= 100,
        "own_equity_minor": (limits.own_equity_minor or 0) < 0,
        "step": limits.step < 1,
        "clean_days": limits.clean_days < 0,
        "promote_invoices": limits.promote_invoices < 1,
        "second_from_minor": approvals.second_from_minor < 0,
        "third_from_minor": approvals.third_from_minor < approvals.second_from_minor,
        "new_levels": not 1 <= approvals.new_levels <= 3,
        "days": approvals.days < 0,
        "months": not 1 <= reviews.months <= 24,
    }
    for field, holds in wrong.items():
        if holds:
            raise BadLimitPolicy(field=field)
