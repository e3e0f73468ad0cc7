"""What matching is told and what it answers. Amounts are minor units."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.allocation import OpenItem


class Rule(StrEnum):
    """How a proposal was found, strongest first; ``ui`` words them."""

    NUMBERS = "numbers"
    AMOUNT = "amount"
    DISCOUNT = "discount"
    DIFFERENCE = "difference"
    SUBSET = "subset"
    PART = "part"
    OLDEST = "oldest"
    ADVANCE = "advance"


class Evidence(StrEnum):
    """A kind of reason; text and payer reasons may make a match automatic.

    ``CONFLICT`` is a reason against. Its fact ``why`` says which: "payer" (account, name
    or words mean another customer), "several" (they mean several), "number" (the document
    named does not fit, or is another's), "settled" (it is settled, or of another
    currency), "unknown" (the number looks like ours, but is no open document's).
    """

    NUMBER = "number"
    ORDER = "order"
    CONTRACT = "contract"
    STATEMENT = "statement"
    ACCOUNT = "account"
    NAME = "name"
    ALIAS = "alias"
    LEARNED = "learned"
    FUZZY = "fuzzy"
    GROUP = "group"
    TOTAL = "total"
    DISCOUNT = "discount"
    FEE = "fee"
    DIFFERENCE = "difference"
    ADVANCE = "advance"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One reason: what stands where in the payment, and what it points at.

    ``start`` and ``end`` are places in the payment's ``text`` (equal: nowhere);
    ``item_id`` is the document it speaks for. ``facts`` are for the wording.
    """

    kind: Evidence
    start: int = 0
    end: int = 0
    item_id: int | None = None
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money received and not (fully) allocated: a bank line, or a receipt.

    ``minor`` is positive. ``customer_id`` is set where the customer is settled: then
    only that customer's (or its group's) documents are proposed. ``charges`` is what
    the bank says it kept back. ``text`` is everything written, ``reference`` included.
    """

    id: int
    on: date
    minor: int
    currency: str
    name: str = ""
    account: str = ""
    text: str = ""
    customer_id: int | None = None
    charges: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """A customer as matching sees it; ``accounts`` are its own bank accounts."""

    id: int
    code: str
    name: str
    name_en: str = ""
    group: str = ""
    tax_id: str = ""
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An open document (item), debit or credit, with the numbers it is known by.

    ``statements`` are numbers of statements and letters that list it, ``others`` more
    numbers of its own (of the tax platform, of a delivery note).
    """

    item: OpenItem
    order: str = ""
    contract: str = ""
    others: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """One earlier decision of a person: this name, account or word means this customer.

    ``kind`` is "account", "name" or "keyword"; ``count`` how often it was confirmed.
    """

    kind: str
    key: str
    customer_id: int
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Limits of automatic matching, each inclusive, in minor units of the payment.

    ``automatic`` is the confidence (0-100) from which a match may be booked by itself.
    ``work`` bounds the search for subsets, in steps for one payment. ``home`` is the
    book's own currency: money in another may have lost a bank's fee without a word.
    """

    difference_limit: int = 100
    fee_limit: int = 5000
    automatic: int = 95
    largest_subset: int = 8
    work: int = 20_000
    shown: int = 3
    home: str = "CNY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a proposal does with one item, all positive minor units.

    ``minor`` is paid by the payment (debit) or put against the debits (credit note);
    ``discount``, ``difference`` and ``fee`` close what is left of a debit.
    """

    item_id: int
    minor: int
    is_credit: bool = False
    discount: int = 0
    difference: int = 0
    fee: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One way to book a payment.

    ``confidence`` is 0 to 100; ``is_automatic`` says that it may be booked without a
    person (evidence and confidence, and no tie). ``rest`` stays the customer's credit.
    Σ debit parts' minor = payment − rest + Σ credit parts' minor. ``ties`` counts other
    choices that are as good. ``gave_up``: the search for subsets reached its bound.
    """

    rule: Rule
    customer_id: int
    confidence: int
    parts: tuple[Part, ...] = ()
    rest: int = 0
    proofs: tuple[Proof, ...] = ()
    is_automatic: bool = False
    ties: int = 0
    gave_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The proposals for one payment, best first."""

    payment_id: int
    proposals: tuple[Proposal, ...] = ()
    gave_up: bool = False

    @property
    def best(self) -> Proposal | None:
        """The first proposal, None where there is none."""
        return self.proposals[0] if self.proposals else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything an index is made of."""

    payers: tuple[Payer, ...]
    claims: tuple[Claim, ...]
    learned: tuple[Learned, ...] = ()
    policy: Policy = field(default_factory=Policy)
