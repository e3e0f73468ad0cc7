"""A proposal in the making: its choice, who pays, and whether it may be booked by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from domain.matching.choices import Choice, Take
from domain.matching.values import Evidence, Part, Proof, Proposal, Rule

#: The rule a way of choosing is shown as.
_RULES: Final = {
    "named": Rule.NUMBERS,
    "instalment": Rule.NUMBERS,
    "credit": Rule.NUMBERS,
    "more": Rule.SUBSET,
    "single": Rule.AMOUNT,
    "all": Rule.SUBSET,
    "oldest": Rule.SUBSET,
    "run": Rule.SUBSET,
    "month": Rule.SUBSET,
    "set": Rule.SUBSET,
    "discount": Rule.DISCOUNT,
    "short": Rule.DIFFERENCE,
    "over": Rule.DIFFERENCE,
    "fee": Rule.DIFFERENCE,
    "part": Rule.PART,
    "rest": Rule.NUMBERS,
    "spread": Rule.OLDEST,
    "advance": Rule.ADVANCE,
}
#: Ways in which the amount is not that of the documents.
UNEQUAL: Final = frozenset({"part", "rest", "spread", "advance"})


@dataclass(slots=True)
class Draft:
    """A choice with the chance that it is right (0 to 1).

    ``may_book``: nothing forbids to book it without a person. ``proofs`` are those of
    payer and numbers; those of the amounts are added when it becomes a proposal.
    """

    customer_id: int
    choice: Choice
    chance: float
    may_book: bool
    proofs: list[Proof] = field(default_factory=list)
    is_named: bool = False
    gave_up: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same proposal as another."""
        closed = sum(t.difference + t.fee for t in self.choice.takes)
        return (self.choice.key, closed, self.customer_id if not self.choice.takes else 0)

    def rule(self) -> Rule:
        """Return what it is shown as."""
        if self.is_named and self.choice.how in {"single", "all", "oldest"}:
            return Rule.NUMBERS
        return _RULES[self.choice.how]

    @property
    def confidence(self) -> int:
        """The chance from 0 to 100, rounded down."""
        return max(0, min(100, int(self.chance * 100 + 1e-6)))

    def is_automatic(self, automatic: int) -> bool:
        """Return whether it may be booked without a person at a policy's confidence."""
        return self.may_book and not self.choice.ties and self.confidence >= automatic

    def proposal(self, *, is_automatic: bool) -> Proposal:
        """Return the finished proposal."""
        choice = self.choice
        return Proposal(
            rule=self.rule(),
            customer_id=self.customer_id,
            confidence=self.confidence,
            parts=tuple(_part(take) for take in choice.takes),
            rest=choice.rest,
            proofs=(*self._relevant(), *_amount_proofs(choice)),
            is_automatic=is_automatic,
            ties=choice.ties,
            gave_up=self.gave_up,
        )

    def _relevant(self) -> list[Proof]:
        """Return the proofs of payer and of the items it pays; each once."""
        items = {take.standing.item_id for take in self.choice.takes}
        kept = [p for p in self.proofs if p.item_id is None or p.item_id in items]
        return list(dict.fromkeys(kept))


def _part(take: Take) -> Part:
    return Part(
        item_id=take.standing.item_id,
        minor=take.minor,
        is_credit=not take.standing.is_debit,
        discount=take.discount,
        difference=take.difference,
        fee=take.fee,
    )


def _amount_proofs(choice: Choice) -> list[Proof]:
    """Return what the amounts say: agreeing, but for a discount, a difference or a fee."""
    found: list[Proof] = []
    if choice.how not in UNEQUAL:
        facts = (("set", choice.how), ("count", len(choice.takes)))
        found += [
            Proof(kind=Evidence.TOTAL, item_id=take.standing.item_id, facts=facts)
            for take in choice.takes
        ]
    for take in choice.takes:
        if take.discount or take.difference or take.fee:
            found += _closings(take)
    if choice.how == "over":
        found.append(Proof(kind=Evidence.DIFFERENCE, facts=(("minor", -choice.rest),)))
    return found


def _closings(take: Take) -> list[Proof]:
    return [
        Proof(kind=kind, item_id=take.standing.item_id, facts=(("minor", minor),))
        for kind, minor in (
            (Evidence.DISCOUNT, take.discount),
            (Evidence.DIFFERENCE, take.difference),
            (Evidence.FEE, take.fee),
        )
        if minor
    ]
