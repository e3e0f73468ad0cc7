"""How well an invoice is proved: eight papers, each with its weight.

Delivery weighs most: an invoice alone does not prove that the goods were delivered
(买卖合同解释5), and without a contract the delivery notes, statements and invoices together
stand for it (买卖合同解释1). The score is a list of what to look for, not a forecast.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.money import round_half_up
from domain.record import AttachmentRow


class Proof(StrEnum):
    """What a paper is in the proof of a claim; the value is what the book stores of a scan."""

    CONTRACT = "contract"
    ORDER = "order"
    DELIVERY = "delivery_note"
    ACCEPTANCE = "acceptance"
    INVOICE = "invoice"
    STATEMENT = "statement_reply"
    DEMAND = "demand"
    PAYMENT = "payment"
    INTEREST = "interest"
    LOG = "log"
    OTHER = "other"


#: What is looked for in the proof of an invoice, in the order of the trade.
CHECKED: Final = (
    Proof.CONTRACT,
    Proof.ORDER,
    Proof.DELIVERY,
    Proof.ACCEPTANCE,
    Proof.INVOICE,
    Proof.STATEMENT,
    Proof.DEMAND,
    Proof.PAYMENT,
)
#: What a scan of an invoice can be said to be.
SCANNED: Final = (
    Proof.DELIVERY,
    Proof.ACCEPTANCE,
    Proof.ORDER,
    Proof.CONTRACT,
    Proof.INVOICE,
    Proof.STATEMENT,
    Proof.DEMAND,
    Proof.PAYMENT,
    Proof.OTHER,
)


class Standing(StrEnum):
    """Whether a paper is there.

    ``KEPT``: the paper itself is in the book. ``KNOWN``: the book knows of it (a number, a
    day), the paper is not there. ``NEEDLESS``: there is nothing to prove by it.
    """

    KEPT = "kept"
    KNOWN = "known"
    MISSING = "missing"
    NEEDLESS = "needless"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWeights:
    """Points of each paper in the score; a section of the policy. Shipped, they add up to 100."""

    contract: int = 20
    order: int = 10
    delivery_note: int = 25
    acceptance: int = 10
    invoice: int = 10
    statement_reply: int = 10
    demand: int = 10
    payment: int = 5

    def of(self, proof: Proof) -> int:
        """Return the points of a paper."""
        return int(getattr(self, proof.value))


#: The weights that the program ships.
WEIGHTS: Final = EvidenceWeights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One paper of an invoice: whether it is there, and what the book knows of it."""

    proof: Proof
    standing: Standing
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceProof:
    """An invoice of a claim with what proves it; amounts in minor units of ``currency``.

    ``item_id`` is its first instalment, ``item_ids`` are all.
    """

    document_id: int
    item_id: int
    number: str
    issued_on: date
    due_on: date | None
    currency: str
    amount: int
    open: int
    checks: tuple[Check, ...]
    item_ids: tuple[int, ...] = ()

    def standing(self, proof: Proof) -> Standing:
        """Return whether a paper is there."""
        return next(one.standing for one in self.checks if one.proof is proof)

    @property
    def missing(self) -> tuple[Proof, ...]:
        """What is not there, the paper itself or any trace of it, the weightiest first."""
        found = [one.proof for one in self.checks if one.standing is Standing.MISSING]
        return tuple(sorted(found, key=lambda proof: -WEIGHTS.of(proof)))

    @property
    def unproved(self) -> bool:
        """Whether nothing that the buyer signed says the goods came."""
        signed = (Proof.DELIVERY, Proof.ACCEPTANCE)
        return all(self.standing(one) is not Standing.KEPT for one in signed)


def score(checks: Iterable[Check], weights: EvidenceWeights = WEIGHTS) -> int:
    """Return the points reached in percent of those that can be: kept whole, known half.

    Worked: contract, delivery note and invoice kept (20 + 25 + 10), the order known (5), no
    acceptance, reply or demand, nothing paid yet: 60 of 95 is 63 %.
    """
    reached = whole = 0
    for one in checks:
        if one.standing is Standing.NEEDLESS:
            continue
        points = weights.of(one.proof)
        whole += 2 * points
        reached += {Standing.KEPT: 2, Standing.KNOWN: 1}.get(one.standing, 0) * points
    return round_half_up(100 * reached, whole) if whole else 100


def overall(invoices: Sequence[InvoiceProof], weights: EvidenceWeights = WEIGHTS) -> int:
    """Return the score of all invoices together; each counts alike, as each has to be proved."""
    return score((check for one in invoices for check in one.checks), weights)


def scan_kind(row: AttachmentRow) -> Proof:
    """Return what a kept file is said to be: the word its note begins with."""
    word = row.attachment.note.partition(":")[0].strip()
    return Proof(word) if word in set(SCANNED) else Proof.OTHER


def scan_note(proof: Proof, words: str = "") -> str:
    """Return the note of a file: what it is, then a person's own words."""
    return f"{proof.value}: {words}" if words else proof.value


def scan_words(note: str) -> str:
    """Return a person's own words in the note of a file."""
    word, mark, words = note.partition(":")
    if word.strip() in set(SCANNED):
        return words.strip() if mark else ""
    return note
