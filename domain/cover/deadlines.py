"""The days of a policy on each insured debt: notify, stop shipping, claim.

    end of extension  = due date + mep_days
    notify by         = end of extension + noa_days
    stop shipping     = the earliest of: end of extension, the policy's days of delay, the
                        day something adverse became known
    claim from        = notice + waiting_months, once notice was given
    claim by          = end of extension + claim_window_months

Worked: due 2026-01-31, 60 days of extension, 30 to notify, 5 months of waiting, 6 to claim:
extension ends 2026-04-01, notify by 2026-05-01; notified 2026-04-20, claim from 2026-09-20,
by 2026-10-01.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.cover.insurance import CoverDebt, Covered, Insurance, InsurancePolicy, stop_by_delay
from domain.cover.params import alert_of
from domain.terms import day_of_month


class Step(StrEnum):
    """What is to be done next about an insured debt."""

    NOTIFY = "notify"
    WAIT = "wait"
    CLAIM = "claim"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of one insured debt; ``next_on`` is the day of ``step``, None once claimed."""

    mep_ends_on: date
    notify_by: date
    stop_ship_from: date
    claimable_from: date | None
    claim_by: date
    notified_on: date | None
    claimed_on: date | None
    step: Step
    next_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuredDebt:
    """An insured debt with its days as of a date. ``alert``: see :func:`alert_of`."""

    cover: Covered
    days: Days
    days_left: int | None
    alert: int | None
    is_overdue: bool

    @property
    def item_id(self) -> int:
        """The item of the debt."""
        return self.cover.debt.item_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What was done about items: the day each was first notified, and first claimed."""

    notified: Mapping[int, date]
    claimed: Mapping[int, date]


def months_after(on: date, months: int) -> date:
    """Return the same day some months on, or the last of the month: 08-31 + 6 is 02-28."""
    return day_of_month(on.year, on.month + months, on.day)


def days_of(
    policy: InsurancePolicy,
    due_on: date,
    *,
    adverse_on: date | None = None,
    notified_on: date | None = None,
    claimed_on: date | None = None,
    as_of: date,
) -> Days:
    """Return the days of a debt due on a day."""
    mep_ends_on = due_on + timedelta(days=policy.mep_days)
    notify_by = mep_ends_on + timedelta(days=policy.noa_days)
    claim_by = months_after(mep_ends_on, policy.claim_window_months)
    claimable = None if notified_on is None else months_after(notified_on, policy.waiting_months)
    stops = [stop_by_delay(policy, due_on), *([adverse_on] if adverse_on else [])]
    step, next_on = Step.CLAIM, claim_by
    if claimed_on is not None:
        step, next_on = Step.CLAIMED, claim_by
    elif claimable is None:
        step, next_on = Step.NOTIFY, notify_by
    elif as_of < claimable <= claim_by:
        step = Step.WAIT
    return Days(
        mep_ends_on=mep_ends_on,
        notify_by=notify_by,
        stop_ship_from=min(stops),
        claimable_from=claimable,
        claim_by=claim_by,
        notified_on=notified_on,
        claimed_on=claimed_on,
        step=step,
        next_on=None if step is Step.CLAIMED else next_on,
    )


def insured_debts(
    insurance: Insurance,
    covers: Iterable[Covered],
    acts: Acts,
    as_of: date,
    alerts: Sequence[int],
) -> list[InsuredDebt]:
    """Return the debts that insurance covers with their days, the nearest first.

    What is excluded altogether has none. A debt not yet due is not told as an alert.
    """
    found = []
    for cover in covers:
        policy, due_on = cover.policy, cover.debt.due_on
        if policy is not None and due_on is not None and not cover.is_excluded:
            adverse_on = insurance.first_adverse(cover.debt.customer_id, as_of)
            days = _days(policy, cover.debt, due_on, adverse_on, acts, as_of)
            found.append(_insured(cover, days, as_of, alerts))
    far = date.max
    found.sort(key=lambda one: (one.days.next_on or far, one.cover.debt.number))
    return found


def _days(
    policy: InsurancePolicy,
    debt: CoverDebt,
    due_on: date,
    adverse_on: date | None,
    acts: Acts,
    as_of: date,
) -> Days:
    notified, claimed = acts.notified.get(debt.item_id), acts.claimed.get(debt.item_id)
    return days_of(
        policy,
        due_on,
        adverse_on=adverse_on,
        notified_on=notified if notified and notified <= as_of else None,
        claimed_on=claimed if claimed and claimed <= as_of else None,
        as_of=as_of,
    )


def _insured(cover: Covered, days: Days, as_of: date, alerts: Sequence[int]) -> InsuredDebt:
    left = None if days.next_on is None else (days.next_on - as_of).days
    overdue = _late(cover, as_of)
    return InsuredDebt(
        cover=cover,
        days=days,
        days_left=left,
        alert=alert_of(left, alerts) if left is not None and overdue else None,
        is_overdue=overdue,
    )


def needs_consent(
    policy: InsurancePolicy, due_on: date, new_last_on: date, *, waives: bool = False
) -> bool:
    """Whether a plan or extension needs the insurer's consent in writing.

    It does when it goes beyond the end of the extension the policy allows, and whenever any
    part of the debt is waived (保险法61). Due 2026-01-31 with 60 days: an instalment on
    2026-04-01 does not, one on 2026-04-02 does.
    """
    return waives or new_last_on > due_on + timedelta(days=policy.mep_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerCover:
    """A buyer under one policy as of a day, in the policy's currency.

    open = insured + own; ``free`` is what his limit still takes; ``stop_from`` the first day
    from which shipments to him are not covered, None while nothing stops them.
    """

    policy: InsurancePolicy | None
    customer_id: int
    code: str
    name: str
    name_en: str
    currency: str
    limit: int
    open: int
    overdue: int
    excluded: int
    covered: int
    insured: int
    stop_from: date | None = None

    @property
    def own(self) -> int:
        """What stays our own risk."""
        return self.open - self.insured

    @property
    def free(self) -> int:
        """What the limit of the day still takes."""
        return max(self.limit - self.covered, 0)


def by_buyer(insurance: Insurance, covers: Sequence[Covered], as_of: date) -> list[BuyerCover]:
    """Return cover by buyer, policy and currency, largest own risk first.

    Sums are of rounded parts, so that they add up to those of the debts.
    """
    groups: dict[tuple[int, str, str], list[Covered]] = {}
    for cover in covers:
        number = cover.policy.number if cover.policy else ""
        groups.setdefault((cover.debt.customer_id, cover.debt.currency, number), []).append(cover)
    found = [_buyer(insurance, group, as_of) for group in groups.values()]
    found.sort(key=lambda one: (one.currency, -one.own, one.code))
    return found


def _buyer(insurance: Insurance, group: Sequence[Covered], as_of: date) -> BuyerCover:
    debt, policy = group[0].debt, group[0].policy
    limit = insurance.limit_on(policy, debt.customer_id, as_of) if policy else None
    return BuyerCover(
        policy=policy,
        customer_id=debt.customer_id,
        code=debt.code,
        name=debt.name,
        name_en=debt.name_en,
        currency=debt.currency,
        limit=limit or 0,
        open=sum(one.debt.open for one in group),
        overdue=sum(one.debt.open for one in group if _late(one, as_of)),
        excluded=sum(one.debt.open - one.covered for one in group),
        covered=sum(one.covered for one in group),
        insured=sum(one.insured for one in group),
        stop_from=_stop(insurance, group, as_of),
    )


def _late(cover: Covered, as_of: date) -> bool:
    return cover.debt.due_on is not None and cover.debt.due_on < as_of


def _stop(insurance: Insurance, group: Sequence[Covered], as_of: date) -> date | None:
    policy = group[0].policy
    if policy is None or not any(one.limit for one in group):
        return None
    dues = [one.debt.due_on for one in group if one.debt.principal and not one.debt.claim]
    stops = [stop_by_delay(policy, due_on) for due_on in dues if due_on is not None]
    adverse = insurance.first_adverse(group[0].debt.customer_id, as_of)
    return min([*stops, *([adverse] if adverse else [])], default=None)
