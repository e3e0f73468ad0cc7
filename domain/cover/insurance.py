"""Credit insurance (信用保险): the policy, the limits of its buyers, what it covers of a debt.

Every term is the policy's own: insurers differ in all of them. A limit that is raised, cut
or withdrawn is another one of a later day; what was shipped under the earlier one keeps it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, NamedTuple

from domain.errors import BadCoverTerms, MissingField
from domain.money import round_half_up
from domain.record import Record


class Cause(StrEnum):
    """Why a loss happened: the first four are commercial, the others political."""

    PROTRACTED_DEFAULT = "protracted_default"
    INSOLVENCY = "insolvency"
    REJECTION = "rejection"
    REPUDIATION = "repudiation"
    TRANSFER = "transfer"
    IMPORT_BAN = "import_ban"
    WAR = "war"
    MORATORIUM = "moratorium"

    @property
    def is_political(self) -> bool:
        """Whether it lies with the buyer's country, not with the buyer."""
        return self in (Cause.TRANSFER, Cause.IMPORT_BAN, Cause.WAR, Cause.MORATORIUM)


@dataclass(frozen=True, slots=True, kw_only=True)
class InsurancePolicy:
    """A policy of credit insurance; its record's first and last day are the policy's.

    Attributes:
        insured_percent: the share of a loss that is paid (承保比例).
        deductible_minor: taken off each indemnity (自负额).
        maximum_minor: the most that is paid for all losses; None: not limited.
        max_term_days: longest payment term covered, from shipment to due date.
        mep_days: how far a due date may be extended without asking (最长延长期限).
        noa_days: days after that by which the overdue debt is notified (报损).
        waiting_months: from the notice until a claim may be made (等待期).
        claim_window_months: from the end of the extension until claims are barred.
        declare_days: days after a month's end by which its shipments are declared.
        stop_ship_days: shipments this long after an unpaid due date are not covered; None:
            the end of the extension alone counts.
        discretionary_minor: cover of a buyer without a limit of its own (自行掌握限额).
        countries: codes of the buyers' countries covered, by commas; none: all.
        related: codes of customers that are related parties, never covered, by commas.
        address, contact: where papers to the insurer go.
    """

    KIND: ClassVar[str] = "insurance_policy"

    insurer: str
    number: str
    currency: str
    insured_percent: Decimal
    max_term_days: int
    mep_days: int
    noa_days: int
    waiting_months: int
    claim_window_months: int
    declare_days: int
    stop_ship_days: int | None = None
    deductible_minor: int = 0
    maximum_minor: int | None = None
    discretionary_minor: int = 0
    countries: str = ""
    related: str = ""
    address: str = ""
    contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerLimit:
    """A limit the insurer gave for a buyer under a policy, in the policy's currency.

    An amount of 0 withdraws it. The record's days are its own; ``number`` is the insurer's.
    """

    KIND: ClassVar[str] = "buyer_limit"

    policy: str
    amount_minor: int
    number: str = ""
    conditions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseInformation:
    """What became known of a buyer that ends cover of later shipments (风险异动).

    Known from its record's day; its last day is when the insurer lifted it.
    """

    KIND: ClassVar[str] = "adverse_information"

    what: str
    source: str = ""


class Exclusion(StrEnum):
    """Why a debt, or part of it, is not covered."""

    NO_POLICY = "no_policy"
    NO_LIMIT = "no_limit"
    COUNTRY = "country"
    RELATED = "related"
    INTEREST = "interest"
    ADVERSE = "adverse"
    OVERDUE = "overdue"
    TERM = "term"
    NO_DUE_DATE = "no_due_date"
    DISPUTED = "disputed"
    ABOVE_LIMIT = "above_limit"


#: Exclusions that leave part of the debt covered, or may end: its deadlines run on.
IN_PART = frozenset({Exclusion.DISPUTED, Exclusion.ABOVE_LIMIT})


class CoverDebt(NamedTuple):
    """A debit open on a day as cover sees it: amounts in minor units of its currency.

    ``claim``: what it claims beside the principal ("interest", "cost"), "" for goods.
    """

    item_id: int
    document_id: int
    number: str
    customer_id: int
    code: str
    name: str
    name_en: str
    country: str
    currency: str
    amount: int
    open: int
    disputed: int
    issued_on: date
    shipped_on: date
    due_on: date | None
    claim: str = ""
    order_number: str = ""
    contract_number: str = ""

    @property
    def principal(self) -> int:
        """What may be covered of it: open and not disputed."""
        return max(self.open - self.disputed, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What insurance covers of a debt. covered + not covered = open; insured + own = open.

    ``covered`` lies within the limit, ``insured`` is the insurer's share of it.
    """

    debt: CoverDebt
    policy: InsurancePolicy | None
    limit: int
    covered: int
    insured: int
    exclusions: tuple[Exclusion, ...] = ()

    @property
    def own(self) -> int:
        """What stays our own risk."""
        return self.debt.open - self.insured

    @property
    def is_excluded(self) -> bool:
        """Whether nothing of it can be claimed, whatever becomes of disputes and limits."""
        return any(one not in IN_PART for one in self.exclusions)


def check_policy(policy: InsurancePolicy, from_on: date, to_on: date | None) -> InsurancePolicy:
    """Return a policy when its terms make sense.

    Raises:
        MissingField: insurer, number, currency or last day missing.
        BadCoverTerms: a share outside 0 to 100 %, a negative term, or days in wrong order.
    """
    for field in ("insurer", "number", "currency"):
        if not getattr(policy, field):
            raise MissingField(field=field)
    if to_on is None:
        raise MissingField(field="ends_on")
    if to_on < from_on:
        raise BadCoverTerms(field="ends_on")
    if not 0 < policy.insured_percent <= 100:
        raise BadCoverTerms(field="insured_percent")
    for field in _NOT_NEGATIVE:
        if (getattr(policy, field) or 0) < 0:
            raise BadCoverTerms(field=field)
    return policy


_NOT_NEGATIVE = (
    *("max_term_days", "mep_days", "noa_days", "waiting_months", "claim_window_months"),
    *("declare_days", "stop_ship_days", "deductible_minor", "maximum_minor"),
    "discretionary_minor",
)


def listed(text: str) -> frozenset[str]:
    """Return the codes of a list as typed, in capitals: "de, FR、it" is DE, FR and IT."""
    return frozenset(part.upper() for part in re.split(r"[,;，；、\s]+", text) if part)


def percent_of(minor: int, percent: Decimal) -> int:
    """Return a share of minor units, rounded half up once: 90 % of 1,000.05 is 900.05."""
    part = Fraction(percent) * minor / 100
    return round_half_up(part.numerator, part.denominator)


def split_limit(total: int, insured: int) -> tuple[int, int]:
    """Return a customer's total limit and our own risk in it: the total covers the insured.

    Total 50 with nothing insured is 50 of our own; 25 insured, 25; 100 insured raise the
    total to 100 and leave nothing. Case C78 of other systems.
    """
    total = max(total, insured)
    return total, total - insured


class Insurance:
    """The firm's policies, limits and adverse information, looked up by day."""

    def __init__(
        self,
        policies: Sequence[Record[InsurancePolicy]],
        limits: Iterable[Record[BuyerLimit]] = (),
        adverse: Iterable[Record[AdverseInformation]] = (),
    ) -> None:
        self.policies = list(policies)
        self._limits: dict[tuple[str, int], list[Record[BuyerLimit]]] = defaultdict(list)
        self._adverse: dict[int, list[Record[AdverseInformation]]] = defaultdict(list)
        for limit in sorted(limits, key=lambda one: (one.dated_on, one.id)):
            if limit.customer_id is not None:
                self._limits[limit.value.policy, limit.customer_id].append(limit)
        for known in adverse:
            if known.customer_id is not None:
                self._adverse[known.customer_id].append(known)

    def limit_on(self, policy: InsurancePolicy, customer_id: int, day: date) -> int | None:
        """Return a buyer's limit on a day, None where the insurer was never asked.

        The latest one counts; after its last day, or withdrawn, it is 0. Without any the
        discretionary limit of the policy counts, where it has one.
        """
        given = [one for one in self._limits[policy.number, customer_id] if one.dated_on <= day]
        if given:
            last = given[-1]
            return last.value.amount_minor if last.holds_on(day) else 0
        return policy.discretionary_minor or None

    def policy_for(self, debt: CoverDebt) -> InsurancePolicy | None:
        """Return the policy a shipment fell under: in force, in its currency.

        Of several the one with a limit for the buyer, then the one with the latest start.
        """
        held = [
            one
            for one in self.policies
            if one.value.currency == debt.currency and one.holds_on(debt.shipped_on)
        ]
        if not held:
            return None
        named = [one for one in held if self._limits[one.value.number, debt.customer_id]]
        return max(named or held, key=lambda one: (one.dated_on, one.id)).value

    def adverse_before(self, customer_id: int, day: date) -> date | None:
        """Return the first day before a shipment on which something adverse was known."""
        known = [one.dated_on for one in self._adverse[customer_id] if _stands(one, day)]
        return min(known, default=None)

    def first_adverse(self, customer_id: int, as_of: date) -> date | None:
        """Return since when something adverse is known of a buyer that stands on a day."""
        known = [one.dated_on for one in self._adverse[customer_id] if one.holds_on(as_of)]
        return min(known, default=None)

    def customers(self) -> set[int] | None:
        """Return whose debts may be covered; None: a discretionary limit covers anybody's."""
        if any(one.value.discretionary_minor for one in self.policies):
            return None
        return {customer_id for (_, customer_id), given in self._limits.items() if given}


def _stands(known: Record[AdverseInformation], day: date) -> bool:
    """Whether information was known before a shipment's day and not lifted by then."""
    return known.dated_on < day and (known.ends_on is None or day <= known.ends_on)


def covered(insurance: Insurance, debts: Sequence[CoverDebt]) -> list[Covered]:
    """Return what is covered of debts, in their order.

    A buyer's limit is used up by his shipments in the order of their days: 100,000 limit
    and shipments of 80,000 and 50,000 leave 20,000 of the second covered. Each is measured
    by the limit of its own day, so that one cut later takes nothing from what was shipped.
    """
    used: dict[tuple[str, int], int] = defaultdict(int)
    found: dict[int, Covered] = {}
    overdue = _unpaid_since(insurance, debts)
    for debt in sorted(debts, key=lambda one: (one.shipped_on, one.item_id)):
        policy = insurance.policy_for(debt)
        if policy is None:
            none = (Exclusion.NO_POLICY,)
            found[debt.item_id] = Covered(
                debt=debt, policy=None, limit=0, covered=0, insured=0, exclusions=none
            )
            continue
        key = (policy.number, debt.customer_id)
        limit = insurance.limit_on(policy, debt.customer_id, debt.shipped_on) or 0
        why = _excluded(insurance, policy, debt, limit, overdue.get(debt.customer_id))
        free = 0 if why else max(limit - used[key], 0)
        part = min(debt.principal, free)
        used[key] += part
        if debt.disputed:
            why.append(Exclusion.DISPUTED)
        if part < debt.principal and all(one in IN_PART for one in why):
            why.append(Exclusion.ABOVE_LIMIT)
        found[debt.item_id] = Covered(
            debt=debt,
            policy=policy,
            limit=limit,
            covered=part,
            insured=percent_of(part, policy.insured_percent),
            exclusions=tuple(why),
        )
    return [found[debt.item_id] for debt in debts]


def _excluded(
    insurance: Insurance,
    policy: InsurancePolicy,
    debt: CoverDebt,
    limit: int,
    unpaid: tuple[date, int] | None,
) -> list[Exclusion]:
    """Return why a whole debt is not covered."""
    found = []
    if debt.claim:
        found.append(Exclusion.INTEREST)
    if debt.code.upper() in listed(policy.related):
        found.append(Exclusion.RELATED)
    if policy.countries and debt.country.upper() not in listed(policy.countries):
        found.append(Exclusion.COUNTRY)
    if limit <= 0:
        found.append(Exclusion.NO_LIMIT)
    if insurance.adverse_before(debt.customer_id, debt.shipped_on) is not None:
        found.append(Exclusion.ADVERSE)
    if unpaid is not None and unpaid[1] != debt.item_id and debt.shipped_on > unpaid[0]:
        found.append(Exclusion.OVERDUE)
    if debt.due_on is None:
        found.append(Exclusion.NO_DUE_DATE)
    elif (debt.due_on - debt.shipped_on).days > policy.max_term_days:
        found.append(Exclusion.TERM)
    return found


def _unpaid_since(insurance: Insurance, debts: Sequence[CoverDebt]) -> dict[int, tuple[date, int]]:
    """Return by buyer the first day after which shipments are not covered, and whose it is.

    A debt still open stops later shipments from the end of its extension, or the days of
    the policy after its due date, whichever is earlier.
    """
    found: dict[int, tuple[date, int]] = {}
    for debt in debts:
        policy = insurance.policy_for(debt)
        if policy is None or debt.due_on is None or debt.claim or not debt.principal:
            continue
        stop = stop_by_delay(policy, debt.due_on)
        known = found.get(debt.customer_id)
        if known is None or (stop, debt.item_id) < known:
            found[debt.customer_id] = (stop, debt.item_id)
    return found


def stop_by_delay(policy: InsurancePolicy, due_on: date) -> date:
    """Return the day from which an unpaid due date stops further covered shipments."""
    days = [policy.mep_days]
    if policy.stop_ship_days is not None:
        days.append(policy.stop_ship_days)
    return date.fromordinal(due_on.toordinal() + min(days))
