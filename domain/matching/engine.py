"""Matching payments with open documents: proposals for one, or for many at once.

The rules, strongest first: what the text names; else who pays, and of that payer's
open documents what the amount fits; else oldest first, or an advance, as suggestions.
Booked without a person is only what text or payer speak for, with nothing against it,
no other choice as good, and a confidence the policy allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from domain.matching.by_amount import advance, by_amount, oldest_first
from domain.matching.by_number import by_number
from domain.matching.case import Case, Reading
from domain.matching.drafts import UNEQUAL, Draft
from domain.matching.index import Index
from domain.matching.values import Answer, Payment

Progress = Callable[[int, int], None]


def propose(index: Index, payment: Payment) -> Answer:
    """Return the proposals for a payment, best first, by what is open in the index now.

    The best ``policy.shown`` ones; behind them, unless the first may be booked by
    itself, oldest first and keeping the money as an advance, where they differ.
    """
    if payment.minor <= 0:
        return Answer(payment_id=payment.id)
    return _answer(Case(index, Reading(index, payment)))


def _answer(case: Case) -> Answer:
    automatic = case.wanted.policy.automatic
    drafts = list(by_number(case))
    if not any(draft.is_automatic(automatic) for draft in drafts):
        drafts += by_amount(case)
    shown = _best(drafts, case.wanted.policy.shown, automatic)
    first = bool(shown) and shown[0].is_automatic(automatic)
    if not first:
        shown = _with_suggestions(case, shown)
        # Where an advance is likelier than what could be booked, a person decides.
        first = bool(shown) and shown[0].is_automatic(automatic)
    proposals = tuple(
        draft.proposal(is_automatic=first and place == 0) for place, draft in enumerate(shown)
    )
    return Answer(payment_id=case.payment.id, proposals=proposals, gave_up=case.gave_up)


def _named_whole(case: Case) -> Answer | None:
    """Return the answer where the text names just what the amount pays, else None.

    A part payment, or one with a rest, depends on what was paid before it: it waits.
    """
    if not case.named:
        return None
    automatic = case.wanted.policy.automatic
    best = _best(list(by_number(case)), 1, automatic)
    if not best or not best[0].is_automatic(automatic) or best[0].choice.how in UNEQUAL:
        return None
    return Answer(payment_id=case.payment.id, proposals=(best[0].proposal(is_automatic=True),))


def _best(drafts: list[Draft], shown: int, automatic: int) -> list[Draft]:
    """Return the likeliest drafts, each once; it is sure when one of its kind is."""
    if len(drafts) < 2:
        return drafts
    drafts.sort(key=lambda draft: -round(draft.chance, 4))
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        first = kept.setdefault(draft.key, draft)
        first.may_book |= draft.is_automatic(automatic)
    return list(kept.values())[:shown]


def _with_suggestions(case: Case, shown: list[Draft]) -> list[Draft]:
    """Return the drafts with what can be suggested to anybody whose customer is known."""
    keys = {draft.choice.key for draft in shown}
    fits = any(draft.choice.how not in UNEQUAL for draft in shown)
    oldest = oldest_first(case)
    if oldest is not None and oldest.choice.key not in keys:
        shown = [*shown, oldest]
    prepaid = "prepaid" in case.wanted.said
    kept = advance(case) if prepaid or not fits else None
    if kept is not None:
        shown = [*shown, kept]
    return sorted(shown, key=lambda draft: -draft.chance) if prepaid else shown


def match_all(
    index: Index, payments: Iterable[Payment], *, progress: Progress | None = None
) -> list[Answer]:
    """Match many payments by date, accepting what is automatic, so that nothing is used twice.

    What the texts name comes first: it is surer than amounts, and an amount of an
    earlier day must not take the document that a later text names. Then the others;
    equal choices of two payments are offered one each. Answers come by date, then id.
    """
    ordered = sorted(payments, key=lambda payment: (payment.on, payment.id))
    index.payers.learn_likeness(index.payers.unknown(ordered))
    told = progress or _silent
    answers: dict[int, Answer] = {}
    waiting = list(_named_first(index, ordered, answers, told))
    seen: dict[int, int] = {}
    for done, reading in enumerate(waiting, start=2 * len(ordered) - len(waiting)):
        told(done, 2 * len(ordered))
        answer = answers[reading.payment.id] = _answer(Case(index, reading))
        if answer.best is not None and answer.best.is_automatic:
            index.take(answer.best.parts)
        else:
            seen[answer.payment_id] = _offer(index, answer)
    for reading in waiting:
        number = reading.payment.id
        if number in seen and seen[number] != _uses(index, answers[number]):
            answers[number] = _again(index, reading)
    return [answers[payment.id] for payment in ordered]


def _named_first(
    index: Index, ordered: Sequence[Payment], answers: dict[int, Answer], told: Progress
) -> Iterator[Reading]:
    """Accept what texts name and amounts pay just so; yield the others, read."""
    came: set[tuple[object, ...]] = set()
    for done, payment in enumerate(ordered):
        told(done, 2 * len(ordered))
        if payment.minor <= 0:
            answers[payment.id] = Answer(payment_id=payment.id)
            continue
        twin = (payment.name, payment.account, payment.minor, payment.currency, payment.text)
        reading = Reading(index, payment, is_twin=twin in came)
        came.add(twin)
        answer = _named_whole(Case(index, reading)) if reading.mentions else None
        if answer is None:
            yield reading
        else:
            index.take(answer.proposals[0].parts)
            answers[payment.id] = answer


def _silent(done: int, of: int) -> None:
    """Tell nobody."""


def _offer(index: Index, answer: Answer) -> int:
    """Remember what was offered; return how much had been used of its customers till then."""
    if answer.best is not None and answer.best.parts:
        index.waiting.add(answer.best.customer_id)
        for part in answer.best.parts:
            index.offered[part.item_id] += part.minor
    return _uses(index, answer)


def _uses(index: Index, answer: Answer) -> int:
    owners = {
        index.standings[part.item_id].item.customer_id
        for proposal in answer.proposals
        for part in proposal.parts
    }
    return sum(index.uses[owner] for owner in owners)


def _again(index: Index, reading: Reading) -> Answer:
    """Return a new answer where later payments took what was offered.

    What is left over by elimination is for a person to confirm.
    """
    answer = _answer(Case(index, reading))
    proposals = tuple(replace(one, is_automatic=False) for one in answer.proposals)
    return replace(answer, proposals=proposals)
