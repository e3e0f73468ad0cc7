"""Allocation (核销): joining debits with credits, and undoing it.

An allocation never changes a customer's balance, only what is open. Amounts are
given in both items' currencies and, where rates are known, in the book's base
currency; the difference of the two base amounts is the realised exchange
difference, frozen at booking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.document import ClaimKind, Kind
from domain.errors import AllocationTooEarly, AlreadyReversed, NotAllocatable, OverAllocation
from domain.money import share


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An item with what is open of it after all facts known.

    ``amount`` and ``open`` are signed like the document. ``base`` is the amount
    in base currency at the booked rate (None: unknown), ``base_open`` what of
    it no allocation has taken yet. ``gross`` and ``tax`` are the document's, as is
    ``discounted``, the early discount taken of it so far. ``free_from`` is the day
    of the last undoing: before it the item was not open as it is now. ``claim`` is
    None for the principal; ``aged_from`` is the day its age counts from, where that is not
    ``issued_on``.
    """

    id: int
    document_id: int
    kind: Kind
    number: str
    seq: int
    parts: int
    customer_id: int
    currency: str
    issued_on: date
    due_on: date | None
    amount: int
    open: int
    base: int | None = None
    base_open: int | None = None
    terms: str = ""
    gross: int = 0
    tax: int = 0
    discounted: int = 0
    free_from: date = date.min
    claim: ClaimKind | None = None
    aged_from: date | None = None

    @property
    def is_debit(self) -> bool:
        """Whether the item raises the customer's debt."""
        return self.amount > 0

    def base_for(self, minor: int) -> int | None:
        """Return the base amount of ``minor`` (positive) of this item.

        It is what the base left falls by, down to the share of what stays open, so
        that roundings never pile up and a settled item has nothing left in either
        currency (case C72): 100.00 of 300.00 booked at 85.00 base takes 28.33, the
        remaining 200.00 takes 56.67.
        """
        if self.base is None or self.base_open is None:
            return None
        left = abs(self.base_open)
        stays = share(abs(self.base), abs(self.open) - minor, abs(self.amount))
        return max(left - stays, 0) if minor < abs(self.open) else left

    def after(self, minor: int) -> OpenItem:
        """Return the item after ``minor`` (positive) of it has been allocated."""
        base = self.base_for(minor)
        sign = 1 if self.amount > 0 else -1
        base_open = None if base is None or self.base_open is None else self.base_open - sign * base
        return replace(self, open=self.open - sign * minor, base_open=base_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """One join of a debit and a credit item; negative amounts undo an earlier one."""

    debit_item_id: int
    credit_item_id: int
    debit_minor: int
    credit_minor: int
    allocated_on: date
    debit_base_minor: int | None = None
    credit_base_minor: int | None = None
    reverses_id: int | None = None
    import_key: str | None = None

    @property
    def exchange_difference(self) -> int | None:
        """Realised gain (+) or loss (−) in base currency, None where a rate is unknown.

        Worked (case C67): 100 EUR booked at 85.00, received at 80.00: −500 minor units.
        """
        if self.debit_base_minor is None or self.credit_base_minor is None:
            return None
        return self.credit_base_minor - self.debit_base_minor


def allocate(
    debit: OpenItem,
    credit: OpenItem,
    minor: int,
    on: date,
    *,
    credit_minor: int | None = None,
    import_key: str | None = None,
) -> Allocation:
    """Join ``minor`` of a debit with a credit of the same customer.

    ``credit_minor`` is the amount in the credit's currency where it differs.

    Raises:
        NotAllocatable: not a debit and a credit of one customer, or amounts not above zero.
        OverAllocation: more than is open on either side.
        AllocationTooEarly: dated before one of the documents.
    """
    taken = minor if credit_minor is None else credit_minor
    _check_sides(debit, credit, minor, taken, same=credit_minor is None)
    if minor > debit.open:
        raise OverAllocation(number=debit.number, open=debit.open, requested=minor)
    if taken > -credit.open:
        raise OverAllocation(number=credit.number, open=-credit.open, requested=taken)
    if on < earliest(debit, credit):
        raise AllocationTooEarly(on=on, earliest=earliest(debit, credit))
    return Allocation(
        debit_item_id=debit.id,
        credit_item_id=credit.id,
        debit_minor=minor,
        credit_minor=taken,
        debit_base_minor=debit.base_for(minor),
        credit_base_minor=credit.base_for(taken),
        allocated_on=on,
        import_key=import_key,
    )


def earliest(debit: OpenItem, credit: OpenItem) -> date:
    """Return the first day on which the two may be joined."""
    return max(debit.issued_on, credit.issued_on, debit.free_from, credit.free_from)


def _check_sides(debit: OpenItem, credit: OpenItem, minor: int, taken: int, *, same: bool) -> None:
    reason = ""
    if debit.amount <= 0 or credit.amount >= 0:
        reason = "sides"
    elif debit.customer_id != credit.customer_id:
        reason = "customer"
    elif same and debit.currency != credit.currency:
        reason = "currency"
    elif minor <= 0 or taken <= 0:
        reason = "amount"
    if reason:
        raise NotAllocatable(debit=debit.number, credit=credit.number, reason=reason)


def reverse(allocation: Allocation, allocation_id: int, on: date, *, done: bool) -> Allocation:
    """Return the row that undoes an allocation, with its exchange difference.

    Raises:
        AlreadyReversed: it was undone before, or is itself an undoing.
        AllocationTooEarly: dated before the allocation.
    """
    if done or allocation.reverses_id is not None:
        raise AlreadyReversed(allocation=allocation_id)
    if on < allocation.allocated_on:
        raise AllocationTooEarly(on=on, earliest=allocation.allocated_on)
    return Allocation(
        debit_item_id=allocation.debit_item_id,
        credit_item_id=allocation.credit_item_id,
        debit_minor=-allocation.debit_minor,
        credit_minor=-allocation.credit_minor,
        debit_base_minor=_negative(allocation.debit_base_minor),
        credit_base_minor=_negative(allocation.credit_base_minor),
        allocated_on=on,
        reverses_id=allocation_id,
    )


def _negative(minor: int | None) -> int | None:
    return None if minor is None else -minor


def oldest_first(items: Sequence[OpenItem]) -> list[OpenItem]:
    """Sort items by due date (none: last), document date, number, instalment."""
    return sorted(items, key=lambda i: (i.due_on or date.max, i.issued_on, i.number, i.seq, i.id))


_RANK: Final = {ClaimKind.COST: 0, ClaimKind.INTEREST: 1, None: 2}


def statutory_order(items: Sequence[OpenItem]) -> list[OpenItem]:
    """Sort items as 民法典 561 pays them: costs, then interest, then principal, oldest first.

    Worked (2.9): costs 500.00, interest 4,756.44, principal 100,000.00 and 30,000.00
    received: 500.00, 4,756.44 and 24,743.56 are paid, 75,256.44 stays.
    """
    return sorted(oldest_first(items), key=lambda item: _RANK[item.claim])


def spread(
    debits: Sequence[OpenItem], available: int, caps: Mapping[int, int] | None = None
) -> list[tuple[OpenItem, int]]:
    """Spread an amount over debits, oldest due first, each capped where a cap is typed.

    A typed amount caps one debit and what is left goes to the next (case C53):
    100 over two debits of 100 with 70 typed on the first gives 70 and 30.
    Instalments of one document are debits of their own, oldest term first
    (case C24).
    """
    parts = []
    for debit in oldest_first(debits):
        take = min(debit.open, available)
        if caps is not None and debit.id in caps:
            take = min(take, caps[debit.id])
        if take > 0:
            parts.append((debit, take))
            available -= take
    return parts


def spread_credits(
    debits: Sequence[OpenItem], credits: Sequence[OpenItem]
) -> list[tuple[OpenItem, OpenItem, int]]:
    """Spread credits, oldest first, over debits, oldest due first: (debit, credit, minor).

    Each pair is as it stands when its turn comes, so that it can be joined as it is.
    """
    left = list(debits)
    parts = []
    for credit in sorted(credits, key=lambda item: (item.issued_on, item.id)):
        rest = credit
        for debit, minor in spread(left, -credit.open):
            parts.append((debit, rest, minor))
            rest = rest.after(minor)
            left[left.index(debit)] = debit.after(minor)
    return parts
