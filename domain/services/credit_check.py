"""The credit check over the book: gathers what the check looks at, for one customer or all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from domain.credit import holds
from domain.credit.check import CheckInput, CheckResult, check
from domain.credit.exposure import Debtor, Exposure, Part, across, together
from domain.credit.holds import CreditHold, CreditRelease, Scope
from domain.credit.overrides import CreditOverride
from domain.errors import NotFound
from domain.money import Money
from domain.policy import policy_on
from domain.ports_credit import CreditReads
from domain.record import Kept, Record

V = TypeVar("V", bound=Kept)


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


def check_sale(reads: CreditReads, asked: Asked, on: date) -> CheckResult:
    """Return the check's verdict for a sale on a day.

    Raises:
        NotFound: there is no such customer.
    """
    known = known_of(reads, on, asked.customer_id)
    rates = Rates(reads, on)
    return check(_input(known, asked, rates), policy_on(reads, on).check)


def standings(
    reads: CreditReads, on: date, customer_ids: Sequence[int] | None = None
) -> dict[int, CheckResult]:
    """Return the standing of every customer, or of some, on a day: nothing is asked for.

    It says whose next sale would be warned of or blocked. One set of reads serves all.
    """
    policy, rates = policy_on(reads, on), Rates(reads, on)
    return {
        known.debtor.customer_id: check(
            _input(known, Asked(customer_id=known.debtor.customer_id), rates), policy.check
        )
        for known in gather(reads, on, customer_ids)
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


def gather(reads: CreditReads, on: date, customer_ids: Sequence[int] | None = None) -> list[Known]:
    """Return what is known of all customers, or of some, by code."""
    one_id = customer_ids[0] if customer_ids is not None and len(customer_ids) == 1 else None
    by_customer: dict[int, list[Exposure]] = defaultdict(list)
    for one in exposures(reads, on, customer_ids=customer_ids):
        by_customer[one.customer_id].append(one)
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
        )
        for debtor in reads.debtors(customer_ids=customer_ids)
    ]


def exposures(
    reads: CreditReads, on: date, *, customer_ids: Sequence[int] | None = None
) -> list[Exposure]:
    """Return exposures with what is held of each customer taken off."""
    return reads.exposures(on, customer_ids=customer_ids)


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


def _input(known: Known, asked: Asked, rates: Rates) -> CheckInput:
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
        limit=known.debtor.limit,
        billed=whole.billed,
        late=whole.late,
        oldest_days=max((rates.on - min(oldest)).days, 0) if oldest else 0,
        returned=whole.part(Part.RETURNED),
        disputed=whole.disputed,
        holds=tuple(one.hold for one in holds.in_force(known.holds)),
        overrides=tuple(known.overrides),
        unvalued=tuple(sorted({*whole.unvalued, *missing})),
        scope=asked.scope,
    )


def _amount(amount: Money | None, currency: str, rates: Rates) -> tuple[int, set[str]]:
    """Return what is asked for in the currency of the limit; what has no rate counts 0."""
    if amount is None or amount.currency == currency:
        return (amount.minor if amount else 0), set()
    rate, to = rates.of(amount.currency), rates.of(currency)
    if not rate or not to:
        return 0, {amount.currency}
    return across(amount, rate, currency, to), set()
