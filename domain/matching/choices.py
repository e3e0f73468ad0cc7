"""Which of a payer's open documents an amount may be for, and how likely each choice is.

Every way to choose has a share of all payments (one document, the oldest ones, a
month, …) that is spread evenly over its members: of three open documents one is
meant with a third of the share, a certain set of four out of twenty with a 4,845th
of a smaller one. A choice that fits exactly is as likely as its weight among the
weights of all that fit, and of a payment that is for nothing of it: a round sum on
account. So an exact sum of many small documents is not taken for proof when chance
alone would give one. Weights are experience, not law; tests hold them to known books.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate
from math import comb
from typing import Final, NamedTuple

from domain.errors import BadTerms
from domain.matching.index import Standing
from domain.matching.subsets import ENOUGH, exact_sets
from domain.matching.values import Policy
from domain.matching.wanted import Wanted
from domain.matching.words import Month
from domain.money import decimals
from domain.terms import discount_amount, parse_terms

#: Shares of payments by how they were put together.
_SINGLE: Final = 0.5
_ALL: Final = 0.08
_OLDEST: Final = 0.14
_MONTH: Final = 0.1
_NAMED_MONTH: Final = 20.0
_RUN: Final = 0.04
_SIZES: Final = {1: 0.05, 2: 0.05, 3: 0.025, 4: 0.012}
_LARGER: Final = 0.005
_DISCOUNT: Final = 0.25
_NEAR: Final = 0.04
#: Differences are mostly one of so many: the cents dropped, a round sum, a fee.
_DIFFERENCES: Final = 20
_FEE_SAID: Final = 0.15
_FEE_ABROAD: Final = 0.08
#: With a credit note less likely, unless words speak of one.
_CREDIT: Final = 0.25
#: A payment for nothing that is open; more when words say so.
_OTHER: Final = 0.06
_OTHER_SAID: Final = 0.6
#: A rest named as such (尾款) is of something paid in part.
_REST_SAID: Final = 4.0
_EXACT: Final = frozenset({"single", "run", "set", "oldest", "all"})
#: Of more debits than this only the oldest, and those of about the amount, are looked at.
_LARGE: Final = 200
_OLDEST_OF_LARGE: Final = 120
#: Another choice with a tenth of the weight is as good: a person decides.
_AS_GOOD: Final = 10
#: Weights this much below the best change nothing.
_NEGLIGIBLE: Final = 25
#: A small difference is small beside the amount: 1 in 50 at most.
_SMALL: Final = 50


Key = tuple[tuple[int, int, int], ...]


class Take(NamedTuple):
    """What is taken of one item: ``minor`` paid, the rest closes it; see ``values.Part``."""

    standing: Standing
    minor: int
    discount: int = 0
    difference: int = 0
    fee: int = 0


@dataclass(slots=True)
class Choice:
    """One way to use an amount; ``weight`` before, ``chance`` after comparing with others.

    ``how`` names the way; ``rest`` is left of the payment.
    """

    takes: tuple[Take, ...]
    weight: float
    how: str
    rest: int = 0
    chance: float = 0.0
    ties: int = 0

    @property
    def key(self) -> Key:
        """What makes it the same choice as another."""
        return tuple(sorted((t.standing.item_id, t.minor, t.discount) for t in self.takes))


@dataclass(slots=True)
class Pool:
    """Documents of one payer to choose from, each list oldest first.

    ``offered`` items were proposed for earlier payments; ``is_named``: the text named
    the order, contract or statement they belong to. ``count`` is how many debits there
    are, where not all were taken along.
    """

    debits: list[Standing]
    credits: list[Standing]
    offered: Mapping[int, int] = field(default_factory=dict)
    is_named: bool = False
    count: int = 0

    def within(self, wanted: Wanted) -> Pool:
        """Return the pool where it is small, else its oldest and those of about the amount."""
        if len(self.debits) <= _LARGE:
            return self
        near = wanted.policy.difference_limit
        kept = [
            s
            for place, s in enumerate(self.debits)
            if place < _OLDEST_OF_LARGE or -near <= s.left - wanted.minor - wanted.charges <= near
        ]
        return replace(self, debits=kept, count=len(self.debits))


def choices(pool: Pool, wanted: Wanted) -> tuple[list[Choice], bool]:
    """Return the choices that fit a payment, likeliest first, and whether all were tried."""
    if not pool.debits:
        return [], True
    pool = pool.within(wanted)
    merged: dict[Key, Choice] = {}
    for choice in _simple(pool, wanted):
        known = merged.setdefault(choice.key, choice)
        if known is not choice:
            known.how = max(known, choice, key=lambda one: one.weight).how
            known.weight += choice.weight
    best = max((choice.weight for choice in merged.values()), default=0.0)
    sets, complete = _subsets(pool, wanted, best)
    for choice in sets:
        merged.setdefault(choice.key, choice)
    found = list(merged.values())
    _compare(found, _other(pool, wanted))
    for choice in found:
        # Sets without number: one of them, or a run, is no better than another.
        choice.ties += choice.how in {"set", "run"} and len(sets) >= ENOUGH
        choice.ties += _exchangeable(choice, pool)
    found.sort(key=lambda choice: _order(choice, pool))
    return found, complete and not pool.count


def _order(choice: Choice, pool: Pool) -> tuple[float, int, list[tuple[object, ...]]]:
    offered = sum(1 for take in choice.takes if pool.offered.get(take.standing.item_id))
    return -round(choice.chance, 6), offered, [take.standing.place for take in choice.takes]


def _compare(found: list[Choice], other: float) -> None:
    total = sum(choice.weight for choice in found) + other
    for choice in found:
        choice.chance = choice.weight / total
        choice.ties = sum(one is not choice and _is_as_good(one, choice) for one in found)


def _is_as_good(one: Choice, choice: Choice) -> bool:
    """Return whether another choice is no worse; two that add up rival any that is exact."""
    few = one.how in _EXACT and choice.how in _EXACT and len(one.takes) <= 2
    return few or one.weight * _AS_GOOD >= choice.weight


def _exchangeable(choice: Choice, pool: Pool) -> int:
    """Return how many debits could stand for one of several that were chosen by their sum."""
    if choice.how not in {"oldest", "run", "set"}:
        return 0
    chosen = {take.standing.item.document_id for take in choice.takes}
    amounts = {take.standing.left for take in choice.takes if take.standing.is_debit}
    return sum(s.left in amounts and s.item.document_id not in chosen for s in pool.debits)


def _other(pool: Pool, wanted: Wanted) -> float:
    """Return the weight of a payment that is for nothing of the pool."""
    share = _OTHER
    if wanted.said.keys() & {"prepaid", "part", "other"}:
        share = _OTHER_SAID
    if pool.is_named:
        share /= 6
    return share * roundness(wanted.minor, wanted.payment.currency)


def roundness(minor: int, currency: str) -> float:
    """Return how likely it is that somebody who pays about this much pays exactly this.

    A round 50,000.00 one in twenty, an odd 48,273.15 one in thousands.
    """
    unit = 10 ** decimals(currency)
    for step, chance in ((10_000, 1 / 20), (1000, 1 / 60), (100, 1 / 500)):
        if minor % (step * unit) == 0:
            return chance
    return max(unit / minor, 1 / 5000) if minor % unit == 0 else max(1 / minor, 1 / 1_000_000)


# -- ways that need no search


def _simple(pool: Pool, wanted: Wanted) -> Iterator[Choice]:
    for fee in (wanted.charges, 0) if wanted.charges else (0,):
        target = wanted.minor + fee
        yield from _singles(pool, wanted, target, fee)
        if len(pool.debits) > 1:
            yield from _in_order(pool, target, fee)
            if any(s.item.parts > 1 for s in pool.debits):
                yield from _by_document(pool, target, fee)
            yield from _by_month(pool, wanted, target, fee)
    yield from _discounts(pool, wanted)
    yield from _nearly(pool, wanted)


def _singles(pool: Pool, wanted: Wanted, target: int, fee: int) -> Iterator[Choice]:
    share = _SINGLE / max(pool.count, len(pool.debits))
    documents = set()
    for standing in pool.debits:
        if standing.left == target and standing.item.document_id not in documents:
            # Equal instalments of one document are paid in their order: no tie.
            documents.add(standing.item.document_id)
            weight = share * _rest_named(wanted, standing)
            yield Choice(whole((standing,), (), fee=fee), weight, "single")
    for instalments in _in_instalments(pool.debits):
        if sum(s.left for s in instalments) == target:
            yield Choice(whole(instalments, (), fee=fee), share, "single")


def _in_instalments(debits: Sequence[Standing]) -> list[list[Standing]]:
    """Return the documents of which several instalments are open."""
    documents: dict[int, list[Standing]] = defaultdict(list)
    for standing in debits:
        if standing.item.parts > 1:
            documents[standing.item.document_id].append(standing)
    return [instalments for instalments in documents.values() if len(instalments) > 1]


def _rest_named(wanted: Wanted, standing: Standing) -> float:
    return _REST_SAID if standing.left < standing.minor and "rest" in wanted.said else 1.0


def _in_order(pool: Pool, target: int, fee: int) -> Iterator[Choice]:
    """Yield the oldest ones, all of them, or a run in the middle, that add up."""
    debits, count = pool.debits, len(pool.debits)
    ends = {0: 0}
    runs = count * (count - 1) / 2
    for end, total in enumerate(accumulate(s.left for s in debits), start=1):
        start = ends.get(total - target)
        ends[total] = end
        if start is None or end - start < 2:
            continue
        weight = _RUN / runs
        if start == 0:
            weight = _ALL if end == count else _OLDEST / max(count - 2, 1)
        yield Choice(whole(debits[start:end], (), fee=fee), weight, _run_name(start, end, count))


def _by_document(pool: Pool, target: int, fee: int) -> Iterator[Choice]:
    """Yield the oldest documents that add up, each with all its instalments."""
    debits = sorted(pool.debits, key=lambda s: (s.item.issued_on, s.item.number, s.item.seq))
    total = 0
    for end, standing in enumerate(debits, start=1):
        total += standing.left
        if total >= target:
            if total == target and end > 1:
                weight = _OLDEST / max(len(debits) - 2, 1)
                yield Choice(whole(debits[:end], (), fee=fee), weight, "oldest")
            return


def _run_name(start: int, end: int, count: int) -> str:
    if start:
        return "run"
    return "all" if end == count else "oldest"


def _by_month(pool: Pool, wanted: Wanted, target: int, fee: int) -> Iterator[Choice]:
    """Yield the documents of a month, or of the months named, with or without its credits."""
    months: dict[Month, list[Standing]] = defaultdict(list)
    for standing in (*pool.debits, *pool.credits):
        months[standing.item.issued_on.year, standing.item.issued_on.month].append(standing)
    named, _, _ = wanted.named_months
    groups = [(found, month in named) for month, found in months.items()]
    if len(named) > 1:
        groups.append(([s for m in named for s in months.get(m, ())], True))
    for found, is_named in groups:
        debits = [s for s in found if s.is_debit]
        credits = [s for s in found if not s.is_debit]
        weight = (_NAMED_MONTH if is_named else _MONTH) / len(groups)
        for against in ((), credits) if credits else ((),):
            total = sum(s.left for s in debits) - sum(s.left for s in against)
            if debits and total == target and (is_named or len(found) > 1):
                yield Choice(whole(debits, against, fee=fee), weight, "month")


# -- early discount


def discount_of(standing: Standing, paid_on: date) -> int:
    """Return the early discount still to be had on a document on a day, 0 without one."""
    item = standing.item
    if "/" not in item.terms or item.parts > 1:
        return 0
    try:
        tier = parse_terms(item.terms).discount_on(item.issued_on, paid_on)
    except BadTerms:
        return 0
    if tier is None or paid_on < item.issued_on:
        return 0
    off = discount_amount(item.gross or item.amount, tier) - item.discounted
    return off if 0 < off < standing.left else 0


def _discounts(pool: Pool, wanted: Wanted) -> Iterator[Choice]:
    offs = {s.item_id: off for s in pool.debits if (off := discount_of(s, wanted.payment.on))}
    if not offs:
        return
    having = [s for s in pool.debits if s.item_id in offs]
    for standing in having:
        missing = standing.left - wanted.minor
        off = _fitting_discount(missing, offs[standing.item_id], wanted.policy)
        if off:
            take = Take(standing, wanted.minor, discount=off)
            weight = _DISCOUNT / len(having)
            if off != offs[standing.item_id]:
                weight /= _DIFFERENCES
            yield Choice((take,), weight, "discount")
    for count in range(2, len(pool.debits) + 1):
        some = pool.debits[:count]
        total = sum(s.left - offs.get(s.item_id, 0) for s in some)
        if total == wanted.minor:
            yield Choice(discounted(some, (), offs), _OLDEST * _DISCOUNT, "discount")


def _fitting_discount(off: int, most: int, policy: Policy) -> int:
    """Return the discount taken where it is the one allowed, but for a rounding below it."""
    slack = min(policy.difference_limit, most // 10)
    return off if most - slack <= off <= most else 0


def discounted(
    debits: Sequence[Standing], credits: Sequence[Standing], offs: dict[int, int]
) -> tuple[Take, ...]:
    """Return debits paid less their discounts, and credit notes put against them."""
    paid = (
        Take(s, s.left - offs.get(s.item_id, 0), discount=offs.get(s.item_id, 0)) for s in debits
    )
    return (*paid, *(Take(s, s.left) for s in credits))


# -- almost


def _nearly(pool: Pool, wanted: Wanted) -> Iterator[Choice]:
    """Yield one document, or all, that the payment misses by a small difference or a fee."""
    groups: list[list[Standing]] = [[standing] for standing in pool.debits]
    shares = [_NEAR / len(groups)] * len(groups)
    if len(pool.debits) > 1:
        groups.append(pool.debits)
        shares.append(_NEAR / 4)
    limit = wanted.policy.difference_limit
    for debits, share in zip(groups, shares, strict=True):
        off = sum(s.left for s in debits) - wanted.minor
        if off and abs(off) <= limit and abs(off) * _SMALL <= wanted.minor:
            weight = share / _DIFFERENCES
            yield short(debits, off, weight) if off > 0 else over(debits, -off, weight)
        elif wanted.may_miss_fee(off):
            fee_share = _FEE_SAID if "fee" in wanted.said else _FEE_ABROAD
            yield fee_choice(debits, off, fee_share / len(groups) / _DIFFERENCES)


def short(debits: Sequence[Standing], off: int, weight: float) -> Choice:
    """Return debits of which a small difference was not paid; it closes the largest."""
    return Choice(_closing(debits, off, "difference"), weight, "short")


def over(debits: Sequence[Standing], rest: int, weight: float) -> Choice:
    """Return debits paid in full with a little too much, which stays as credit."""
    return Choice(whole(debits, ()), weight, "over", rest=rest)


def fee_choice(debits: Sequence[Standing], fee: int, weight: float) -> Choice:
    """Return debits of which a bank kept back a fee nobody told of."""
    return Choice(_closing(debits, fee, "fee"), weight, "fee")


def _closing(debits: Sequence[Standing], off: int, what: str) -> tuple[Take, ...]:
    """Return debits paid less ``off``, which closes the largest, and the next where it must."""
    closed: dict[int, int] = {}
    for standing in sorted(debits, key=lambda s: -s.left):
        closed[standing.item_id] = min(off, standing.left)
        off -= closed[standing.item_id]
    make = _short_take if what == "difference" else _fee_take
    return tuple(make(s, closed[s.item_id]) for s in debits)


def _short_take(standing: Standing, off: int) -> Take:
    return Take(standing, standing.left - off, difference=off)


def _fee_take(standing: Standing, off: int) -> Take:
    return Take(standing, standing.left - off, fee=off)


def whole(
    debits: Sequence[Standing], credits: Iterable[Standing], *, fee: int = 0
) -> tuple[Take, ...]:
    """Return all that is open of debits and credit notes; a fee told is closed on the largest."""
    takes = _closing(debits, fee, "fee") if fee else tuple(Take(s, s.left) for s in debits)
    return (*takes, *(Take(s, s.left) for s in credits))


def oldest_takes(debits: Sequence[Standing], minor: int) -> list[Take]:
    """Return an amount spread over debits that stand oldest first."""
    takes = []
    for standing in debits:
        if minor <= 0:
            break
        takes.append(Take(standing, min(standing.left, minor)))
        minor -= takes[-1].minor
    return takes


# -- search


def _subsets(pool: Pool, wanted: Wanted, best: float) -> tuple[list[Choice], bool]:
    """Search for sets that could still matter beside the best choice found so far."""
    standings = [*pool.debits, *pool.credits]
    largest = _largest(pool, wanted.policy.largest_subset, best)
    if largest < 2:
        return [], True
    amounts = [s.left if s.is_debit else -s.left for s in standings]
    target = wanted.minor + wanted.charges
    sets, complete = exact_sets(amounts, target, wanted.budget, largest=largest)
    found = []
    for chosen in sets:
        debits = [standings[n] for n in chosen if standings[n].is_debit]
        credits = [standings[n] for n in chosen if not standings[n].is_debit]
        if debits and not _skips_instalments(debits, pool.debits):
            weight = _share(len(standings), len(chosen))
            if "credit" not in wanted.said:
                weight *= _CREDIT ** len(credits)
            takes = whole(debits, credits, fee=wanted.charges)
            found.append(Choice(takes, weight, "set" if len(chosen) > 1 else "single"))
    return found, complete


def _largest(pool: Pool, most: int, best: float) -> int:
    """Return the size of the largest sets worth looking for, of two at least.

    Of one or two debits without credits all sets were looked at.
    """
    count = len(pool.debits) + len(pool.credits)
    if count < 3 and not pool.credits:
        return 0
    sizes = range(2, min(count, most) + 1)
    worth = (size for size in sizes if _share(count, size) * _NEGLIGIBLE >= best)
    return max(worth, default=2)


def _share(count: int, size: int) -> float:
    return _SIZES.get(size, _LARGER) / comb(count, size)


def _skips_instalments(chosen: Sequence[Standing], debits: Sequence[Standing]) -> bool:
    """Return whether a later instalment is chosen while an earlier one as large stays open."""
    taken = {s.item_id for s in chosen}
    return any(
        earlier.item.document_id == later.item.document_id
        and earlier.left == later.left
        and earlier.item.seq < later.item.seq
        for later in chosen
        if later.item.parts > 1
        for earlier in debits
        if earlier.item_id not in taken
    )
