"""The credit check over the book: gathers what the check looks at, for one customer or all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from domain.credit import holds
from domain.credit.check import CheckInput, CheckResult, check
from domain.credit.check_parts import FileParts, file_parts
from domain.credit.exposure import Debtor, Exposure, ExposureSum, Part, across, together
from domain.credit.grades import Grade
from domain.credit.holds import CreditHold, CreditRelease, Scope
from domain.credit.limits import LimitOnDay, Source
from domain.credit.overrides import CreditOverride
from domain.errors import NotFound
from domain.money import Money
from domain.policy import CreditPolicy, policy_on
from domain.ports_credit import CreditReads
from domain.record import Kept, Record

V = TypeVar("V", bound=Kept)
NO_FILE: Final = FileParts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked: may this customer buy for this amount on this many days?

    Without an amount it is the customer's standing as it is.
    """

    customer_id: int
    amount: Money | None = None
    days: int | None = None
    scope: Scope = Scope.ORDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the book knows of a customer that the check looks at."""

    debtor: Debtor
    exposures: Sequence[Exposure] = ()
    holds: Sequence[holds.HoldState] = ()
    overrides: Sequence[Record[CreditOverride]] = ()
    file: FileParts = NO_FILE
    grade: Grade | None = None
    limit: LimitOnDay | None = None
    group: Sequence[Exposure] = ()


def check_sale(reads: CreditReads, asked: Asked, on: date) -> CheckResult:
    """Return the check's verdict for a sale on a day.

    Raises:
        NotFound: there is no such customer.
    """
    known = known_of(reads, on, asked.customer_id)
    rates, policy = Rates(reads, on), policy_on(reads, on)
    return check(_input(known, asked, rates, policy), policy.check)


def standings(
    reads: CreditReads,
    on: date,
    customer_ids: Sequence[int] | None = None,
    *,
    limits: Mapping[int, LimitOnDay] | None = None,
) -> dict[int, CheckResult]:
    """Return the standing of every customer, or of some, on a day: nothing is asked for.

    It says whose next sale would be warned of or blocked. One set of reads serves all;
    ``limits`` are those in force on the day, where they were read before.
    """
    policy, rates = policy_on(reads, on), Rates(reads, on)
    return {
        known.debtor.customer_id: check(
            _input(known, Asked(customer_id=known.debtor.customer_id), rates, policy), policy.check
        )
        for known in gather(reads, on, customer_ids, limits)
    }


def known_of(reads: CreditReads, on: date, customer_id: int) -> Known:
    """Return what is known of one customer.

    Raises:
        NotFound: there is no such customer.
    """
    found = gather(reads, on, [customer_id])
    if not found:
        raise NotFound(record=f"customer/{customer_id}")
    return found[0]


def gather(
    reads: CreditReads,
    on: date,
    customer_ids: Sequence[int] | None = None,
    known_limits: Mapping[int, LimitOnDay] | None = None,
) -> list[Known]:
    """Return what is known of all customers, or of some, by code."""
    one_id = customer_ids[0] if customer_ids is not None and len(customer_ids) == 1 else None
    files = file_parts(reads, on, one_id)
    grades = {one.customer_id: one.grade for one in reads.graded(on, customer_ids)}
    by_customer: dict[int, list[Exposure]] = defaultdict(list)
    for one in exposures(reads, on, customer_ids=customer_ids, files=files):
        by_customer[one.customer_id].append(one)
    limits = reads.limits_in_force(on, customer_ids) if known_limits is None else known_limits
    groups = _groups(reads, on, by_customer if customer_ids is None else None, limits)
    held = _by_customer(reads.records(CreditHold, customer_id=one_id, up_to=on))
    freed = _by_customer(reads.records(CreditRelease, customer_id=one_id, up_to=on))
    leave = _by_customer(reads.records(CreditOverride, customer_id=one_id, up_to=on))
    return [
        Known(
            debtor=debtor,
            exposures=by_customer.get(debtor.customer_id, ()),
            holds=holds.states(
                held.get(debtor.customer_id, ()), freed.get(debtor.customer_id, ()), on
            ),
            overrides=leave.get(debtor.customer_id, ()),
            file=files.get(debtor.customer_id, NO_FILE),
            grade=grades.get(debtor.customer_id),
            limit=limits.get(debtor.customer_id),
            group=groups.get(debtor.group, ()),
        )
        for debtor in reads.debtors(customer_ids=customer_ids)
    ]


def exposures(
    reads: CreditReads,
    on: date,
    *,
    customer_ids: Sequence[int] | None = None,
    files: Mapping[int, FileParts] | None = None,
) -> list[Exposure]:
    """Return exposures with the deposits held of each customer taken off."""
    one_id = customer_ids[0] if customer_ids is not None and len(customer_ids) == 1 else None
    known = file_parts(reads, on, one_id) if files is None else files
    found = reads.exposures(on, customer_ids=customer_ids)
    if not any(part.deposits for part in known.values()):
        return found
    base = str(reads.setting("base_currency", "CNY"))
    return [_less_deposits(one, known.get(one.customer_id), base) for one in found]


def group_exposures(reads: CreditReads, on: date) -> dict[str, ExposureSum]:
    """Return the exposure of each group of customers in the book's currency, by its name."""
    groups = {one.customer_id: one.group for one in reads.debtors() if one.group}
    members: dict[str, list[Exposure]] = defaultdict(list)
    for one in exposures(reads, on):
        if one.customer_id in groups:
            members[groups[one.customer_id]].append(one)
    base = str(reads.setting("base_currency", "CNY"))
    return {name: together(members[name], base) for name in sorted(members)}


def _less_deposits(one: Exposure, file: FileParts | None, base: str) -> Exposure:
    """Take off what is held beyond the unapplied money: a deposit posted as a receipt is in it.

    Worked: 20,000 registered and 20,000 unapplied: nothing more comes off; 15,000 of it
    unapplied: 5,000 do.
    """
    if file is None:
        return one
    held = file.deposits.get(one.currency, 0)
    held += file.deposits.get("", 0) if one.currency == base else 0
    more = max(held - one.part(Part.UNAPPLIED), 0)
    return replace(one, parts={**one.parts, Part.DEPOSITS: more}) if more else one


def _by_customer(records: Sequence[Record[V]]) -> dict[int, list[Record[V]]]:
    found: dict[int, list[Record[V]]] = defaultdict(list)
    for one in records:
        if one.customer_id is not None:
            found[one.customer_id].append(one)
    return found


class Rates:
    """Rates to the book's currency on a day, each read once; the book's own is 1."""

    def __init__(self, reads: CreditReads, on: date) -> None:
        self._reads, self.on = reads, on
        self.base = str(reads.setting("base_currency", "CNY"))
        self._known: dict[str, Decimal | None] = {self.base: Decimal(1)}

    def of(self, currency: str) -> Decimal | None:
        """Return base units per unit of a currency, None where it is not known."""
        if currency not in self._known:
            self._known[currency] = self._reads.rate(currency, self.on)
        return self._known[currency]


def _input(known: Known, asked: Asked, rates: Rates, policy: CreditPolicy) -> CheckInput:
    currency = known.debtor.currency or rates.base
    whole = together(known.exposures, rates.base, currency, rates.of(currency))
    amount, missing = _amount(asked.amount, currency, rates)
    oldest = [one.oldest_due_on for one in known.exposures if one.oldest_due_on is not None]
    return CheckInput(
        on=rates.on,
        currency=currency,
        amount=amount,
        days=asked.days,
        exposure=whole.total,
        parts=whole.parts,
        **_limit(known, rates, currency),
        billed=whole.billed,
        late=whole.late,
        oldest_days=max((rates.on - min(oldest)).days, 0) if oldest else 0,
        returned=whole.part(Part.RETURNED),
        disputed=whole.disputed,
        holds=tuple(one.hold for one in holds.in_force(known.holds)),
        overrides=tuple(known.overrides),
        grade=known.grade,
        max_days=policy.grades.rule(known.grade).max_term_days,
        registry=known.file.registry,
        cover_ended_on=known.file.cover_ended_on,
        stage=known.file.stage,
        unvalued=tuple(sorted({*whole.unvalued, *missing})),
        scope=asked.scope,
    )


def _limit(known: Known, rates: Rates, currency: str) -> dict[str, Any]:
    """Return what the input says of the limit in force, and of the group's."""
    limit = known.limit
    if limit is None:
        return {}
    whole = together(known.group, rates.base, currency, rates.of(currency))
    withheld = limit.source in (Source.PENDING, Source.REJECTED, Source.EXPIRED)
    return {
        "limit": limit.minor,
        "unlimited": limit.minor is None and limit.source is Source.RECORD,
        "withheld": limit.source.value if withheld and limit.minor == 0 else "",
        "group": limit.group,
        "group_limit": limit.group_minor,
        "group_exposure": whole.total if limit.group_minor is not None else 0,
    }


def _groups(
    reads: CreditReads,
    on: date,
    known: Mapping[int, Sequence[Exposure]] | None,
    limits: Mapping[int, LimitOnDay],
) -> dict[str, list[Exposure]]:
    """Return the exposures of groups that have a limit of their own, all members together."""
    bound = {one.group for one in limits.values() if one.group_minor is not None}
    if not bound:
        return {}
    members = {one.customer_id: one.group for one in reads.debtors() if one.group in bound}
    found: dict[str, list[Exposure]] = defaultdict(list)
    rows = (
        exposures(reads, on, customer_ids=list(members))
        if known is None
        else [row for key in members for row in known.get(key, ())]
    )
    for row in rows:
        found[members[row.customer_id]].append(row)
    return found


def _amount(amount: Money | None, currency: str, rates: Rates) -> tuple[int, set[str]]:
    """Return what is asked for in the currency of the limit; what has no rate counts 0."""
    if amount is None or amount.currency == currency:
        return (amount.minor if amount else 0), set()
    rate, to = rates.of(amount.currency), rates.of(currency)
    if not rate or not to:
        return 0, {amount.currency}
    return across(amount, rate, currency, to), set()
