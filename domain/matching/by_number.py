"""Drafts for the documents that a text names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.matching.case import CUSTOMERS, Case
from domain.matching.choices import Choice, Pool, choices, discount_of
from domain.matching.designated import Payable, exactly, in_part, readings, with_more
from domain.matching.drafts import Draft
from domain.matching.naming import Named
from domain.matching.values import Evidence, Proof

#: Chances that a designated payment is meant as it fits, by the way it fits, the closest
#: way first; of several readings only the closest count.
_FITS: Final = {
    "named": 0.999,
    "instalment": 0.99,
    "discount": 0.99,
    "credit": 0.985,
    "short": 0.985,
    "over": 0.985,
    "fee": 0.9,
}
_CLOSEST: Final = tuple(_FITS)
_PART: Final = 0.985
_MORE: Final = 0.97
_ALL_AND_REST: Final = 0.98
_REST: Final = 0.8
_SEVERAL_IN_PART: Final = 0.6
#: What a payer's evidence adds to a number is never quite sure.
_NEVER_SURER: Final = 0.999
#: Numbers of one customer, money of another: a person decides.
_DOUBTFUL: Final = 0.6


def by_number(case: Case) -> Iterator[Draft]:
    """Yield drafts for the documents the text names, of the customer most named first."""
    for one in case.named[:CUSTOMERS]:
        if one.slots:
            yield from _for_numbers(case, one)
        elif one.folder:
            yield from _for_folder(case, one)


def _for_numbers(case: Case, one: Named) -> Iterator[Draft]:
    found = list(readings(one, case.index, case.payment.currency))
    fits = [
        (reading, choice)
        for reading in found
        if (choice := exactly(reading, case.wanted)) is not None
    ]
    if fits:
        yield from _fitting(case, one, fits)
    elif found:
        yield from _not_fitting(case, one, found)


def _fitting(case: Case, one: Named, fits: list[tuple[Payable, Choice]]) -> Iterator[Draft]:
    closest = min(_CLOSEST.index(choice.how) for _, choice in fits)
    best = [(r, choice) for r, choice in fits if _CLOSEST.index(choice.how) == closest]
    rivals = len({choice.key for _, choice in best}) - 1
    for reading, choice in best[: case.wanted.policy.shown]:
        choice.ties += rivals
        if choice.how == "fee":
            yield _less_fee(case, one, reading, choice)
        chance = _FITS[choice.how] / (1 + choice.ties)
        yield _draft(case, one, choice, chance, may_book=_is_clear(case, choice))


def _is_clear(case: Case, choice: Choice) -> bool:
    """Return whether what is missing has one reason: no fee nobody told, or a discount then."""
    if choice.how == "discount":
        return "fee" not in case.wanted.said
    return choice.how != "fee"


def _less_fee(case: Case, one: Named, reading: Payable, fee: Choice) -> Draft:
    """Return the part payment that is sure, while the fee is only proposed."""
    choice = in_part(reading, case.wanted)
    choice.ties = fee.ties
    sure = len(reading.documents) == 1 and _may_be_part(case, reading)
    chance = _PART if sure else _SEVERAL_IN_PART
    draft = _draft(case, one, choice, chance, may_book=sure)
    start, end = case.wanted.said.get("fee", (0, 0))
    off = sum(take.fee for take in fee.takes)
    facts = (("minor", off), ("how", "said" if end else "abroad"))
    item = reading.debits[-1].item_id
    draft.proofs.append(Proof(kind=Evidence.FEE, start=start, end=end, item_id=item, facts=facts))
    return draft


def _not_fitting(case: Case, one: Named, found: list[Payable]) -> Iterator[Draft]:
    """Yield a reading with more documents, in part, or with a rest."""
    reading, ties = found[0], len(found) - 1
    more = with_more(reading, case.wanted)
    if more is not None:
        more.ties += ties
        sure = one.customer_id in case.who.customers
        yield _draft(case, one, more, _MORE / (1 + more.ties), may_book=sure)
    choice = in_part(reading, case.wanted)
    choice.ties = ties
    single = len(reading.documents) == 1
    if choice.how == "part":
        chance = _PART if single else _SEVERAL_IN_PART
        sure = single and _may_be_part(case, reading)
    else:
        chance = _REST if reading.more else _ALL_AND_REST
        sure = not reading.more
    yield _draft(case, one, choice, chance / (1 + ties), may_book=sure and more is None)


def _may_be_part(case: Case, reading: Payable) -> bool:
    """Return whether a part payment is nothing else.

    It is not sure where just this is open of another document, its discount taken or not
    (a mistyped number), or where an earlier payment waits: what is left may be this.
    """
    owner, minor = reading.debits[0].item.customer_id, case.payment.minor
    elsewhere = any(
        minor in {s.left, s.left - discount_of(s, case.payment.on)} for s in reading.more
    )
    return not elsewhere and owner not in case.index.waiting


def _for_folder(case: Case, one: Named) -> Iterator[Draft]:
    """Yield drafts for an order, contract or statement: all of it, or some."""
    debits = sorted((s for s in one.folder if s.is_debit), key=lambda s: s.place)
    credits = [s for s in one.folder if not s.is_debit]
    found, complete = choices(Pool(debits, credits, case.index.offered, is_named=True), case.wanted)
    case.gave_up |= not complete
    for choice in found[: case.wanted.policy.shown]:
        chance = choice.chance * _FITS["named"]
        yield _draft(case, one, choice, chance, may_book=_is_clear(case, choice))
    if not found and debits:
        yield from _folder_not_fitting(
            case, one, Payable([[s] for s in debits], case.index, case.payment.currency)
        )


def _folder_not_fitting(case: Case, one: Named, reading: Payable) -> Iterator[Draft]:
    more = with_more(reading, case.wanted)
    if more is not None:
        yield _draft(case, one, more, _REST / (1 + more.ties), may_book=False)
    choice = in_part(reading, case.wanted)
    single = len(reading.debits) == 1 and choice.how == "part"
    sure = single and _may_be_part(case, reading)
    yield _draft(case, one, choice, _PART if single else _SEVERAL_IN_PART, may_book=sure)


def _draft(case: Case, one: Named, choice: Choice, chance: float, *, may_book: bool) -> Draft:
    """Return a draft with the chances of numbers and payer put together."""
    who, customer, proofs = case.who, one.customer_id, list(one.proofs)
    base, sure = one.chance, may_book and not one.settled and case.is_bookable(choice)
    if choice.how not in _FITS and (one.is_weak or customer not in who.customers):
        # Few digits, or a payer nobody knows: only an amount that fits makes that sure.
        sure = False
    if case.reading.is_twin and choice.how in {"part", "rest"}:
        sure = False
    if customer in who.customers:
        payer = who.chance * len(who.customers) if one.is_joint else who.chance
        base = 1 - (1 - one.chance) * (1 - min(payer, _NEVER_SURER))
        proofs += case.payer_proofs(customer)
    elif case.is_of_group(customer):
        proofs.append(case.group_proof(customer))
    elif who.customers and not who.fuzzy:
        base, sure = _DOUBTFUL, False
        proofs += case.against(customer)
    if who.conflict:
        base, sure = min(base, _DOUBTFUL), False
        proofs += case.against(customer)
    draft = Draft(customer, choice, base * chance, sure, proofs, is_named=True)
    draft.gave_up = case.gave_up
    return draft
