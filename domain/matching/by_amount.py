"""Drafts that follow from who paid and how much; and what can be suggested without either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.matching.case import CUSTOMERS, Case
from domain.matching.choices import Choice, Pool, Take, choices, oldest_takes, roundness
from domain.matching.drafts import Draft
from domain.matching.index import Standing
from domain.matching.numbers import Mention
from domain.matching.values import Evidence, Proof

#: Chances of what came before its document: sure only for an odd amount that is once.
_BEFORE: Final = 0.975
_LATER: Final = 0.8
#: An amount is odd when fewer than one in so many payments is just that by chance.
_ODD: Final = 1 / 1000
#: Chances of what a person has to confirm.
_ONLY_DEBT: Final = 0.7
_MEMBER: Final = 0.6
_AMOUNT_ALONE: Final = 0.3
_OLDEST: Final = 0.35
_ADVANCE: Final = 0.7
_NOT_SAID: Final = 0.2
_NOBODY: Final = 0.6
#: Chances of an amount that fits while a number in the text does not.
_MISFIT: Final = 0.6
_STRANGE: Final = 0.9
#: A similar name may be enough with one document that is exactly so much.
_SIMILAR_AND_EXACT: Final = 0.955
_SURE_AMOUNT: Final = 0.98
#: A group of more is no group that pays for its members.
_MEMBERS: Final = 10
#: Digits alone are written as a number is from so many on.
_NUMBER: Final = 6
_WORD: Final = re.compile(r"[A-Z]+$")
_NEVER_SURE: Final = frozenset({"fee", "part"})
_NEAR: Final = frozenset({"short", "over"})
_UNSURE_WAITING: Final = frozenset({"short", "over", "set", "run"})


def by_amount(case: Case) -> Iterator[Draft]:
    """Yield drafts for the payer's open documents that the amount fits."""
    found = False
    for customer in case.who.customers[:CUSTOMERS]:
        for draft in _for_customer(case, customer):
            found = True
            yield draft
    if not found and case.who.customers:
        yield from _for_group(case)
    if not case.who.customers and not case.named and "other" not in case.wanted.said:
        yield from _for_amount_alone(case)


def _for_customer(case: Case, customer: int) -> Iterator[Draft]:
    debits, credits = case.pool(customer)
    on, minor = case.payment.on, case.payment.minor
    now = [s for s in debits if s.item.issued_on <= on]
    found = _choices(case, now, [s for s in credits if s.item.issued_on <= on])
    for choice in found:
        yield _draft(case, customer, choice)
    if not found and len(now) < len(debits):
        for choice in _choices(case, debits, credits):
            yield _before_its_document(case, customer, choice)
    if not found and len(now) == 1 and now[0].left > minor:
        yield _draft(case, customer, Choice((Take(now[0], minor),), 1.0, "part", chance=_ONLY_DEBT))


def _choices(case: Case, debits: list[Standing], credits: list[Standing]) -> list[Choice]:
    found, complete = choices(Pool(debits, credits, case.index.offered), case.wanted)
    case.gave_up |= not complete
    return found[: case.wanted.policy.shown + 1]


def _before_its_document(case: Case, customer: int, choice: Choice) -> Draft:
    """Return money that came before the document it fits (款到开票).

    It is sure only where an odd amount occurs once: with equal amounts every month
    it may as well be money that came twice.
    """
    minor = case.payment.minor
    odd = roundness(minor, case.payment.currency) < _ODD
    once = sum(s.minor == minor for s in case.index.owned(customer)) == 1
    draft = _draft(case, customer, choice)
    draft.chance *= _BEFORE if odd and once else _LATER
    draft.may_book &= choice.how == "single" and odd and once
    return draft


def _draft(case: Case, customer: int, choice: Choice) -> Draft:
    chance = case.who.chance * choice.chance
    strange, misfits = _strange_numbers(case, choice), _misfits(case)
    sure = not strange and not misfits and _may_book(case, choice)
    if case.who.fuzzy and sure:
        sure = choice.how == "single" and choice.chance >= _SURE_AMOUNT
        chance = _SIMILAR_AND_EXACT if sure else chance
    if strange or misfits:
        chance = min(chance, _MISFIT if misfits else _STRANGE)
    proofs = [*case.payer_proofs(customer), *case.against(customer), *strange, *misfits]
    _, start, end = case.wanted.named_months if choice.how == "month" else ({}, 0, 0)
    if end:
        proofs.append(Proof(kind=Evidence.TOTAL, start=start, end=end))
    draft = Draft(customer, choice, chance, sure, proofs)
    draft.gave_up = case.gave_up
    return draft


def _misfits(case: Case) -> list[Proof]:
    """Return what the text names, of the payer or another, that does not fit the amount."""
    return [
        Proof(
            kind=Evidence.CONFLICT,
            start=proof.start,
            end=proof.end,
            facts=(("why", "number"), *proof.facts),
        )
        for one in case.named
        if not one.is_weak
        for proof in one.proofs
    ]


def _may_book(case: Case, choice: Choice) -> bool:
    """Return whether payer and amount together are enough, and no word speaks against it.

    While an earlier payment of the payer waits, what is open is not sure: then only what
    fits to the cent, and is no arbitrary set, counts; and the rest of what is unknown.
    """
    said = case.wanted.said
    if choice.how in _NEVER_SURE or "other" in said:
        return False
    if choice.how in _NEAR and said.keys() & {"prepaid", "part"}:
        return False
    if "fee" in said and choice.how == "discount":
        return False
    waits = any(customer in case.index.waiting for customer in case.who.customers)
    if waits and ("rest" in said or choice.how in _UNSURE_WAITING):
        return False
    return case.who.is_known and case.is_bookable(choice)


def _strange_numbers(case: Case, choice: Choice) -> list[Proof]:
    """Return the mentions that look like our numbers, yet name no open document of the payer.

    One that differs from a chosen document by a slip of the finger is no stranger.
    """
    settled = [mention for one in case.named for mention in one.settled]
    known = {mention.start for mention in settled}
    strange = [
        mention
        for mention in case.reading.mentions
        if not mention.exact
        if mention.start not in known
        if _is_strange(case, mention, choice)
    ]
    return [_conflict(case, "settled", mention) for mention in settled] + [
        _conflict(case, "unknown", mention) for mention in strange
    ]


def _is_strange(case: Case, mention: Mention, choice: Choice) -> bool:
    """Return whether digits are written as our numbers are, but are none of the chosen."""
    numbers = [case.index.parsed(take.standing.item.number).digits for take in choice.takes]
    size = len(mention.digits)
    word = mention.letters or _WORD.search(case.reading.folded[: mention.start].rstrip(" -_.#"))
    letters = word if isinstance(word, str) else word[0] if word else ""
    if letters and case.index.is_prefix(letters):
        alike = size <= max(map(len, numbers), default=0) + 1
    else:
        head = mention.digits[: size // 2]
        alike = size >= _NUMBER and any(len(n) == size and n.startswith(head) for n in numbers)
    return alike and not any(is_slip(mention.digits, number) for number in numbers)


def is_slip(digits: str, number: str) -> bool:
    """Return whether digits are a number's, or its end, but for at most one slip.

    One digit wrong, missing or too many, or two neighbours swapped: 2051 for 2501.
    """
    from rapidfuzz.distance import OSA

    size = len(digits)
    ends = {number, number[-size:], number[-size - 1 :], number[1 - size :]}
    enough = size >= 4 or (size == 3 and len(number) <= 4)
    return enough and any(OSA.distance(digits, end) < 2 for end in ends if end)


def _conflict(case: Case, why: str, mention: Mention) -> Proof:
    facts = (("why", why), ("written", case.payment.text[mention.start : mention.end]))
    return Proof(kind=Evidence.CONFLICT, start=mention.start, end=mention.end, facts=facts)


def _for_group(case: Case) -> Iterator[Draft]:
    """Yield documents of the payer's group, of several members together too, to be confirmed."""
    first = case.who.customers[0]
    group = [first, *case.index.payers.members(first)]
    if not 1 < len(group) <= _MEMBERS:
        return
    pools = [case.pool(customer) for customer in group]
    on = case.payment.on
    debits = [s for pool in pools for s in pool[0] if s.item.issued_on <= on]
    debits.sort(key=lambda s: s.place)
    for choice in _choices(case, debits, []):
        if choice.how not in _NEVER_SURE:
            owner = choice.takes[0].standing.item.customer_id
            proofs = [*case.payer_proofs(first), case.group_proof(owner)]
            yield Draft(owner, choice, _MEMBER * choice.chance, may_book=False, proofs=proofs)


def _for_amount_alone(case: Case) -> Iterator[Draft]:
    """Yield documents of which just this is open, whoever paid: never more than a hint."""
    payment = case.payment
    found = [
        s
        for s in case.index.of_amount(payment.currency, payment.minor)
        if s.item.issued_on <= payment.on
    ]
    if len(found) > case.wanted.policy.shown:
        return
    for standing in found:
        choice = Choice((Take(standing, standing.left),), 1.0, "single", ties=len(found) - 1)
        chance = _AMOUNT_ALONE / len(found)
        yield Draft(standing.item.customer_id, choice, chance, may_book=False)


def oldest_first(case: Case) -> Draft | None:
    """Return the amount spread over the payer's debts, oldest first: a suggestion only."""
    customer = case.likely()
    if customer is None:
        return None
    debits, _ = case.pool(customer)
    now = [s for s in debits if s.item.issued_on <= case.payment.on] or debits
    takes = oldest_takes(now, case.payment.minor)
    if not takes:
        return None
    rest = case.payment.minor - sum(take.minor for take in takes)
    choice = Choice(tuple(takes), 1.0, "spread", rest=rest)
    chance = _OLDEST * (case.who.chance or _NOBODY)
    proofs = case.payer_proofs(customer)
    return Draft(customer, choice, chance, may_book=False, proofs=proofs)


def advance(case: Case) -> Draft | None:
    """Return the whole amount as the payer's credit, likely where words say so."""
    customer = case.likely()
    if customer is None:
        return None
    start, end = case.wanted.said.get("prepaid", (0, 0))
    proofs = case.payer_proofs(customer)
    if end:
        proofs.insert(0, Proof(kind=Evidence.ADVANCE, start=start, end=end))
    chance = (_ADVANCE if end else _NOT_SAID) * (case.who.chance or _NOBODY)
    choice = Choice((), 1.0, "advance", rest=case.payment.minor)
    return Draft(customer, choice, chance, may_book=False, proofs=proofs)
