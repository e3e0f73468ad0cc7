"""Matching bank lines with open invoices, beside bare dictionaries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bench.measure import Measure, compared, in_turns
from domain.matching.engine import match_all
from domain.matching.index import Index
from domain.matching.values import Answer, Claim, Known, Payment, Proposal

if TYPE_CHECKING:
    from tests.generators.ledger import Line

#: Lines for so many documents asked for: 10,000 of them against 20,000 open documents.
_SHARE: Final = 10
_FIRMS: Final = 0.92
_SEED: Final = 2026


@dataclass(frozen=True, slots=True)
class Work:
    """A made-up book with lines whose right booking is known."""

    known: Known
    lines: Sequence[Line]
    payments: Sequence[Payment]


def work(count: int) -> Work:
    """Return so many lines, with twice as many open documents to match them against."""
    # The books of the tests: made up line by line together with their right booking.
    from tests.generators.books import make

    made = make(_SEED, firms=int(count * _FIRMS), level="middle", bills=2)
    lines = made.lines[:count]
    firms = {line.customer_id for line in lines}
    # Firms that pay keep all they owe; of the others as many as make up the number.
    owing = sorted(made.known.claims, key=lambda claim: claim.item.customer_id not in firms)
    known = replace(made.known, claims=tuple(owing[: 2 * count]))
    return Work(known, lines, [line.payment for line in lines])


def measures(size: int) -> Iterator[Measure]:
    """Measure matching, how it grows, and how right it is."""
    once = work(size // _SHARE)
    lines = len(once.lines)
    yield from _rates(once, _ours(once)())
    times = in_turns(_ours(once), _floor(once), rounds=3)
    note = f"{lines:,} lines, {len(once.known.claims):,} open"
    yield compared("matching", times, size=lines, goal=2, limit=20, note=note)
    twice = work(2 * lines)
    ours, floor = in_turns(_ours(twice), _ours(once), rounds=2)
    per_line = ([seconds / 2 for seconds in ours], floor)
    note = f"time for {2 * lines:,} lines halved; floor: {lines:,} lines"
    yield compared("matching_growth", per_line, size=2 * lines, goal=1.2, limit=2, note=note)


def _ours(given: Work) -> Callable[[], list[Answer]]:
    return lambda: match_all(Index(given.known), given.payments)


def _rates(given: Work, answers: Sequence[Answer]) -> Iterator[Measure]:
    """Say how many lines are booked by themselves, how many rightly, and how many are shown."""
    by_id = {answer.payment_id: answer for answer in answers}
    automatic = right = shown = 0
    owed = [line for line in given.lines if line.parts is not None]
    for line in given.lines:
        answer = by_id[line.payment.id]
        is_right = [_paid(one) == line.parts for one in answer.proposals[:3]]
        shown += any(is_right)
        if answer.best is not None and answer.best.is_automatic:
            automatic += 1
            right += is_right[0]
    size = len(given.lines)
    note = "of the lines booked by themselves; floor: what is demanded"
    yield _share("matching_right", right / automatic, 0.999, size, note)
    yield _share("matching_booked", right / len(owed), 0.85, size, "of the lines with an answer")
    yield _share("matching_shown", shown / len(owed), 0.97, size, "right among the first three")


def _share(name: str, ours: float, demanded: float, size: int, note: str) -> Measure:
    return Measure(
        name=name,
        ours=100 * ours,
        floor=100 * demanded,
        unit="%",
        size=size,
        best=ours / demanded,
        goal=1,
        limit=1,
        better="higher",
        note=note,
    )


def _paid(proposal: Proposal) -> dict[int, int]:
    return {part.item_id: part.minor for part in proposal.parts}


# The floor finds a line's document by its number as it stands, by its number without
# marks, and by amount and payer's name: dictionaries, and one table of likenesses for the
# names that are nobody's. It knows no lists, instalments, discounts or credit notes, gives no
# reasons and uses money twice.
_WORDS: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9/_-]*")
_MARKS: Final = str.maketrans("", "", " -_/.#")


def _floor(given: Work) -> Callable[[], int]:
    def find() -> int:
        tables = _tables(given)
        return sum(_find(payment, tables) for payment in given.payments)

    return find


def _tables(given: Work) -> _Tables:
    tables = _Tables({}, {}, defaultdict(list), {}, {})
    for claim in given.known.claims:
        item = claim.item
        tables.numbers[item.number] = claim
        tables.loose[item.number.translate(_MARKS).upper()] = claim
        tables.amounts[item.customer_id, item.currency, item.open].append(claim)
    tables.names.update({payer.name: payer.id for payer in given.known.payers})
    _liken(given, tables)
    return tables


def _liken(given: Work, tables: _Tables) -> None:
    from rapidfuzz import fuzz, process

    strange = list({p.name for p in given.payments if p.name not in tables.names})
    known = list(tables.names)
    if strange:
        scores = process.cdist(strange, known, scorer=fuzz.ratio, score_cutoff=90, dtype="uint8")
        for row, column in enumerate(scores.argmax(axis=1).tolist()):
            if scores[row, column]:
                tables.similar[strange[row]] = tables.names[known[column]]


@dataclass(frozen=True, slots=True)
class _Tables:
    numbers: dict[str, Claim]
    loose: dict[str, Claim]
    amounts: dict[tuple[int, str, int], list[Claim]]
    names: dict[str, int]
    similar: dict[str, int]


def _find(payment: Payment, tables: _Tables) -> bool:
    words = _WORDS.findall(payment.text)
    if any(word in tables.numbers for word in words):
        return True
    if any(word.translate(_MARKS).upper() in tables.loose for word in words):
        return True
    customer = tables.names.get(payment.name) or tables.similar.get(payment.name) or 0
    return len(tables.amounts.get((customer, payment.currency, payment.minor), ())) == 1
