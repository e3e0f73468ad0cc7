"""How an amount pays the documents a text names (债务人指定): the strongest rule.

Tried in this order: all that is named exactly, with a fee the bank told; some
instalments of each; less early discounts; less credit notes; but for a small
difference; but for a fee nobody told; with more documents than were named; in part;
with a rest. The first that fits is taken, since the payer said what the money is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, islice, product
from typing import Final

from domain.matching.choices import (
    Choice,
    Take,
    discount_of,
    discounted,
    fee_choice,
    oldest_takes,
    over,
    short,
    whole,
)
from domain.matching.index import Index, Standing
from domain.matching.naming import Named
from domain.matching.subsets import exact_sets
from domain.matching.wanted import Wanted

#: Readings of a text whose mentions each fit several documents; more are not tried.
_READINGS: Final = 32
#: Ways to take instalments of several documents; more are not tried.
_COUNTS: Final = 64
#: Discounts of so many documents are tried in every combination.
_COMBINED: Final = 6
#: So many documents may be missing in a list.
_EXTRA: Final = 3


class Payable:
    """One reading: the documents named, and what else their customer has open."""

    def __init__(self, documents: Sequence[list[Standing]], index: Index, currency: str) -> None:
        self._index = index
        self._currency = currency
        chosen = {s.item_id: s for document in documents for s in document}
        order = sorted(chosen.values(), key=_place) if len(chosen) > 1 else list(chosen.values())
        self.debits = [s for s in order if s.is_debit]
        self.credits = [s for s in order if not s.is_debit]
        self._chosen = chosen

    @property
    def documents(self) -> list[list[Standing]]:
        """The debits named, by document."""
        found: dict[int, list[Standing]] = {}
        for standing in self.debits:
            found.setdefault(standing.item.document_id, []).append(standing)
        return list(found.values())

    @cached_property
    def _more(self) -> tuple[list[Standing], list[Standing]]:
        first = next(iter(self._chosen.values()))
        debits, credits = self._index.pool(first.item.customer_id, self._currency)
        return (
            [s for s in debits if s.item_id not in self._chosen],
            [s for s in credits if s.item_id not in self._chosen],
        )

    @property
    def more(self) -> list[Standing]:
        """The customer's other open debits, oldest first."""
        return self._more[0]

    @property
    def more_credits(self) -> list[Standing]:
        """The customer's other open credit notes, oldest first."""
        return self._more[1]

    @property
    def total(self) -> int:
        """What is open of all that is named."""
        return sum(s.left for s in self.debits) - sum(s.left for s in self.credits)


def _place(standing: Standing) -> tuple[object, ...]:
    return standing.place


def readings(named: Named, index: Index, currency: str) -> Iterator[Payable]:
    """Yield each way to read the mentions: one document for each."""
    seen = set()
    for documents in islice(product(*named.slots), _READINGS):
        key = frozenset(document[0].item.document_id for document in documents)
        if key not in seen:
            seen.add(key)
            reading = Payable(documents, index, currency)
            if reading.debits:
                yield reading


def exactly(payable: Payable, wanted: Wanted) -> Choice | None:
    """Return how the amount pays just what is named, None where it does not add up."""
    for way in (_whole, _instalments, _less_discounts, _less_credits):
        choice = way(payable, wanted)
        if choice is not None:
            return choice
    off = payable.total - wanted.minor
    if 0 < abs(off) <= wanted.policy.difference_limit:
        return _by_little(payable, off)
    if wanted.may_miss_fee(off) and not payable.credits:
        return fee_choice(payable.debits, off, 1.0)
    return None


def _whole(payable: Payable, wanted: Wanted) -> Choice | None:
    total = payable.total
    for fee in (wanted.charges, 0) if wanted.charges else (0,):
        if total == wanted.minor + fee:
            return Choice(whole(payable.debits, payable.credits, fee=fee), 1.0, "named")
    return None


def _instalments(payable: Payable, wanted: Wanted) -> Choice | None:
    """Return the amount as some instalments of every document, the earliest first."""
    documents = payable.documents
    if payable.credits or all(len(document) == 1 for document in documents):
        return None
    target = wanted.minor + wanted.charges
    for counts in islice(product(*(range(1, len(d) + 1) for d in documents)), _COUNTS):
        some = [s for d, count in zip(documents, counts, strict=True) for s in d[:count]]
        if sum(s.left for s in some) == target:
            return Choice(whole(some, (), fee=wanted.charges), 1.0, "instalment")
    if len(documents) == 1:
        for standing in payable.debits:
            if standing.left == wanted.minor:
                return Choice(whole((standing,), ()), 1.0, "instalment")
    return None


def _less_discounts(payable: Payable, wanted: Wanted) -> Choice | None:
    on = wanted.payment.on
    offs = {s.item_id: off for s in payable.debits if (off := discount_of(s, on))}
    if not offs:
        return None
    missing = payable.total - wanted.minor
    slack = min(wanted.policy.difference_limit, missing // 10)
    having = list(offs)
    counts = range(len(having), 0, -1) if len(having) <= _COMBINED else (len(having),)
    for some in (some for count in counts for some in combinations(having, count)):
        taken = {item: offs[item] for item in some}
        more = sum(taken.values()) - missing
        if 0 <= more <= slack:
            # A payer who rounds its discount pays a little more than it had to.
            taken[some[-1]] -= more
            takes = discounted(payable.debits, payable.credits, taken)
            return Choice(takes, 1.0, "discount")
    return None


def _less_credits(payable: Payable, wanted: Wanted) -> Choice | None:
    missing = payable.total - wanted.minor - wanted.charges
    if missing <= 0 or not payable.more_credits:
        return None
    amounts = [s.left for s in payable.more_credits]
    largest = wanted.policy.largest_subset
    sets, _ = exact_sets(amounts, missing, wanted.budget, largest=largest)
    if not sets:
        return None
    credits = [*payable.credits, *(payable.more_credits[n] for n in sets[0])]
    takes = whole(payable.debits, credits, fee=wanted.charges)
    return Choice(takes, 1.0, "credit", ties=len(sets) - 1)


def _by_little(payable: Payable, off: int) -> Choice:
    choice = short(payable.debits, off, 1.0) if off > 0 else over(payable.debits, -off, 1.0)
    choice.takes = (*choice.takes, *(Take(s, s.left) for s in payable.credits))
    return choice


def with_more(payable: Payable, wanted: Wanted) -> Choice | None:
    """Return the amount as what is named and documents that are not: a list cut off by a bank."""
    rest = wanted.minor + wanted.charges - payable.total
    if rest <= 0 or not payable.more:
        return None
    others = [*payable.more, *payable.more_credits]
    if sum(s.left for s in payable.more) == rest:
        sets, complete = [tuple(range(len(payable.more)))], True
    else:
        amounts = [s.left if s.is_debit else -s.left for s in others]
        sets, complete = exact_sets(amounts, rest, wanted.budget, largest=_EXTRA)
    if not sets:
        return None
    extra = [others[n] for n in sets[0]]
    debits = [*payable.debits, *(s for s in extra if s.is_debit)]
    credits = [*payable.credits, *(s for s in extra if not s.is_debit)]
    ties = len(sets) - 1 + (not complete)
    return Choice(whole(debits, credits, fee=wanted.charges), 1.0, "more", ties=ties)


def in_part(payable: Payable, wanted: Wanted) -> Choice:
    """Return the amount spread over what is named, oldest first; what is left over is a rest.

    Credit notes named are put against the debits, unless they are more than those.
    """
    credits = payable.credits if payable.total > 0 else []
    available = wanted.minor + sum(s.left for s in credits)
    takes = oldest_takes(payable.debits, available)
    takes += [Take(s, s.left) for s in credits]
    left = available - sum(take.minor for take in takes if take.standing.is_debit)
    return Choice(tuple(takes), 1.0, "rest" if left else "part", rest=left)
