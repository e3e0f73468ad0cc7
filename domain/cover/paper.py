"""Papers about cover, ready to print: one shape for notices, claims and demands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.customer import Company
from domain.papers import Addressee

LOSS_NOTICE: Final = "loss_notice"
CLAIM: Final = "insurance_claim"
GUARANTEE: Final = "guarantor_demand"
ASSIGNMENT: Final = "assignment"
CONFIRMATION: Final = "payable_confirmation"
KINDS: Final = (LOSS_NOTICE, CLAIM, GUARANTEE, ASSIGNMENT, CONFIRMATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """A document of such a paper: ``amount`` invoiced, ``open`` what of it is asked or owed.

    amount − settled = open for a debt; of an assignment ``open`` is what is assigned.
    """

    number: str
    issued_on: date
    shipped_on: date | None
    due_on: date | None
    amount: int
    settled: int
    open: int
    days_overdue: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverPaper:
    """A paper to an insurer, a guarantor or a debtor, worded.

    Attributes:
        customer: whom it is sent to: for an insurer or guarantor, he.
        facts: label and value, in the order of the paper.
        sums: a computation under the table: label, amount.
        checklist: what is enclosed, and whether it is.
        seals: who seals it; the first is our own firm.
        slip: what the recipient may answer; none: no reply slip.
    """

    kind: str
    company: Company
    customer: Addressee
    number: str
    language: str
    currency: str
    issued_on: date
    title: str
    salutation: str
    facts: tuple[tuple[str, str], ...]
    opening: tuple[str, ...]
    lines: tuple[CoverLine, ...]
    total: int
    closing: tuple[str, ...]
    sums: tuple[tuple[str, int], ...] = ()
    checklist: tuple[tuple[str, bool], ...] = ()
    seals: tuple[str, ...] = ()
    slip: tuple[str, ...] = ()
    bank: bool = False
    copy: bool = False
