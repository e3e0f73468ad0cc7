"""One payment being matched: what it says, whom it may be of, and the reasons for that."""

from __future__ import annotations

from typing import Final

from domain.matching.choices import Choice
from domain.matching.index import Index, Standing
from domain.matching.naming import Named, named
from domain.matching.numbers import read
from domain.matching.payers import Who
from domain.matching.text import fold
from domain.matching.values import Evidence, Payment, Proof
from domain.matching.wanted import Wanted
from domain.money import decimals

#: So many customers are looked at when the payer is not clear.
CUSTOMERS: Final = 4


class Reading:
    """What a payment says, whatever is open: its text, its payer, the numbers in it."""

    __slots__ = ("folded", "is_twin", "mentions", "payment", "who")

    def __init__(self, index: Index, payment: Payment, *, is_twin: bool = False) -> None:
        self.payment = payment
        #: Whether the same money with the same words came before: perhaps paid twice.
        self.is_twin = is_twin
        self.folded = fold(payment.text)
        self.who: Who = index.payers.who(payment, self.folded)
        plain = str(payment.minor // 10 ** decimals(payment.currency))
        self.mentions = read(self.folded, index.keys, plain)


class Case:
    """A payment being matched with what is open now."""

    def __init__(self, index: Index, reading: Reading) -> None:
        self.index = index
        self.reading = reading
        self.payment = reading.payment
        self.who = reading.who
        self.wanted = Wanted(reading.payment, index.policy, reading.folded)
        self.named = self._named() if reading.mentions else []
        self.gave_up = False

    def _named(self) -> list[Named]:
        payment, mentions = self.payment, self.reading.mentions
        customers = self.who.customers
        found = named(self.index, mentions, customers, payment.currency, payment.text)
        return self._of_one_group(found)

    def _of_one_group(self, found: list[Named]) -> list[Named]:
        """Join what is named of several customers of one group: the parent pays for all."""
        open_ones = [one for one in found if one.slots]
        if len(open_ones) < 2 or sum(one.count for one in open_ones) > len(self.reading.mentions):
            return found
        first, *others = (one.customer_id for one in open_ones)
        if not all(self.index.payers.same_group(first, other) for other in others):
            return found
        owner = next((c for c in self.who.customers if c in {first, *others}), first)
        joined = Named(owner, chance=min(one.chance for one in open_ones), is_joint=True)
        joined.is_weak = any(one.is_weak for one in open_ones)
        for one in open_ones:
            joined.slots += one.slots
            joined.proofs += one.proofs
            joined.count += one.count
        return [joined]

    def pool(self, customer_id: int) -> tuple[list[Standing], list[Standing]]:
        """Return a customer's open debits and credit notes in the payment's currency."""
        return self.index.pool(customer_id, self.payment.currency)

    def is_of_group(self, customer_id: int) -> bool:
        """Return whether the payer is of a customer's group."""
        payers = self.index.payers
        return any(payers.same_group(one, customer_id) for one in self.who.customers)

    def is_bookable(self, choice: Choice) -> bool:
        """Return whether a choice can be booked as it stands, whatever speaks for it.

        A fee keeps to its limit, though the bank told it; money that is a customer's
        already pays no other; credit notes are put against debits of their own customer.
        """
        takes = choice.takes
        if any(take.fee > self.wanted.policy.fee_limit for take in takes):
            return False
        owners = {take.standing.item.customer_id for take in takes}
        if self.payment.customer_id is not None:
            return owners <= {self.payment.customer_id}
        return len(owners) < 2 or all(take.standing.is_debit for take in takes)

    def likely(self) -> int | None:
        """Return the customer the payment is likeliest of, None when nothing tells."""
        if self.who.customers:
            return self.who.customers[0]
        return self.named[0].customer_id if self.named else None

    # -- reasons

    def payer_proofs(self, customer: int) -> list[Proof]:
        """Return what says that a customer paid."""
        return [source.proof() for source in self.who.sources if customer in source.customers]

    def group_proof(self, customer: int) -> Proof:
        """Return that the payer is of a customer's group."""
        payer = self.index.payers.by_id[customer]
        return Proof(kind=Evidence.GROUP, facts=(("name", payer.name), ("group", payer.group)))

    def against(self, customer: int) -> list[Proof]:
        """Return what speaks against a customer: sources that mean another, or several."""
        found = [
            Proof(
                kind=Evidence.CONFLICT,
                start=source.start,
                end=source.end,
                facts=(("why", "payer"), *source.facts),
            )
            for source in self.who.sources
            if customer not in source.customers
        ]
        if not found and len(self.who.customers) > 1:
            facts = (("why", "several"), ("count", len(self.who.customers)))
            found.append(Proof(kind=Evidence.CONFLICT, facts=facts))
        return found
