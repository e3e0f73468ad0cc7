"""Factoring and assignment of receivables (保理、债权转让): what may be assigned, what it costs.

An assignment binds the debtor from the arrival of its notice (民法典546); an agreement that
a debt of money may not be assigned does not bind third parties (545). Notice by a factor
shows that he is one, with the papers to prove it (764).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from domain.cover.insurance import CoverDebt, percent_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedItem:
    """A debt as assigned: its open amount on the day of the assignment."""

    item_id: int
    number: str
    issued_on: date
    due_on: date | None
    amount_minor: int
    assigned_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Debts of one customer assigned to a factor or another; dated by the contract.

    Attributes:
        is_factor: the assignee is a factor, and the notice shows it.
        recourse: the assignee may come back to us when the debtor does not pay (766).
        advance_percent: what is paid at once of the assigned amount.
        account: where the debtor pays from now on.
        derecognised: the receivable leaves our books; without a word as recourse says.
    """

    KIND: ClassVar[str] = "assignment"

    assignee: str
    is_factor: bool
    recourse: bool
    contract_number: str
    contract_on: date
    currency: str
    advance_percent: Decimal
    fee_minor: int
    items: tuple[AssignedItem, ...]
    account: str = ""
    derecognised: bool | None = None
    note: str = ""

    @property
    def total_minor(self) -> int:
        """What is assigned."""
        return sum(item.assigned_minor for item in self.items)

    @property
    def leaves_books(self) -> bool:
        """Whether the receivable leaves our books: with recourse its risk stays ours."""
        return not self.recourse if self.derecognised is None else self.derecognised


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentNotice:
    """Which paper told the debtor of an assignment; its arrival is a legal event."""

    KIND: ClassVar[str] = "assignment_notice"

    assignment_id: int
    paper_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentEnd:
    """How an assignment ended: paid by the debtor, or bought back by us."""

    KIND: ClassVar[str] = "assignment_end"

    paid: bool
    assignment_id: int = 0
    note: str = ""


class Finding(StrEnum):
    """What speaks against assigning a debt; the first two forbid it."""

    NOT_OPEN = "not_open"
    ASSIGNED = "assigned"
    OVERDUE = "overdue"
    DISPUTED = "disputed"
    SET_OFF = "set_off"
    CLAUSE = "clause"


FORBIDS = frozenset({Finding.NOT_OPEN, Finding.ASSIGNED})
#: What is told but weighs nothing: for debts of money the clause binds no third party (545).
REMARKS = frozenset({Finding.CLAUSE})


def findings(
    debt: CoverDebt,
    as_of: date,
    *,
    assigned: Collection[int] = (),
    credits: int = 0,
    not_assignable: bool = False,
) -> list[Finding]:
    """Return what speaks against assigning a debt.

    ``credits`` are what the customer could set off against it (his credit notes and advances
    that stand open), ``not_assignable``: the contract forbids assignment.
    """
    tests = (
        (Finding.NOT_OPEN, debt.open <= 0),
        (Finding.ASSIGNED, debt.item_id in assigned),
        (Finding.OVERDUE, debt.due_on is not None and debt.due_on < as_of),
        (Finding.DISPUTED, debt.disputed > 0),
        (Finding.SET_OFF, credits > 0),
        (Finding.CLAUSE, not_assignable),
    )
    return [finding for finding, found in tests if found]


def is_eligible(found: Collection[Finding]) -> bool:
    """Whether a factor would take a debt: nothing but remarks was found."""
    return all(one in REMARKS for one in found)


class Account(StrEnum):
    """Accounts of a factoring deal."""

    BANK = "bank"
    CHARGES = "charges"
    LOAN = "loan"
    RECEIVABLE = "receivable"
    RETAINED = "retained"
    UNPAID = "unpaid"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of a journal entry; a debit is positive."""

    account: Account
    minor: int


def proceeds(deal: Assignment) -> tuple[int, int]:
    """Return (advance, money received): 80 % of 700 less a fee of 20 is (560, 540)."""
    advance = percent_of(deal.total_minor, deal.advance_percent)
    return advance, advance - deal.fee_minor


def opening_entry(deal: Assignment) -> list[EntryLine]:
    """Return the entry of the day the money comes; it adds up to nothing.

    With recourse a loan is taken and the customer still owes; without, the receivable leaves,
    and what the factor holds back is owed by him. Case C81 of other systems: 500 with charges
    of 100: bank 400, charges 100, loan −500.
    """
    advance, received = proceeds(deal)
    lines = [EntryLine(Account.BANK, received), EntryLine(Account.CHARGES, deal.fee_minor)]
    if deal.leaves_books:
        lines.append(EntryLine(Account.RETAINED, deal.total_minor - advance))
        lines.append(EntryLine(Account.RECEIVABLE, -deal.total_minor))
    else:
        lines.append(EntryLine(Account.LOAN, -advance))
    return [line for line in lines if line.minor]


def closing_entry(deal: Assignment, *, paid: bool) -> list[EntryLine]:
    """Return the entry of the end: the loan repaid, and an unpaid receivable marked so.

    Paid, the debtor's money went to the factor: the loan ends against the receivable and the
    rest comes to us. Unpaid with recourse, we repay the loan and the debt is overdue in our
    hands. Unpaid without recourse is the factor's loss: no entry but what he held back.
    """
    advance, _ = proceeds(deal)
    rest = deal.total_minor - advance
    if deal.leaves_books:
        lines = [EntryLine(Account.BANK, rest), EntryLine(Account.RETAINED, -rest)] if paid else []
    elif paid:
        lines = [
            EntryLine(Account.LOAN, advance),
            EntryLine(Account.BANK, rest),
            EntryLine(Account.RECEIVABLE, -deal.total_minor),
        ]
    else:
        lines = [
            EntryLine(Account.LOAN, advance),
            EntryLine(Account.BANK, -advance),
            EntryLine(Account.UNPAID, deal.total_minor),
            EntryLine(Account.RECEIVABLE, -deal.total_minor),
        ]
    return [line for line in lines if line.minor]
