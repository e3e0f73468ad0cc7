"""Losses, claims and what comes back.

What the insurer pays of a loss, and how a later payment of the debtor is shared with him.

Worked: invoices of 120,000 less a credit note of 20,000 are a loss of 100,000; with a limit
of 80,000, 90 % insured and a deductible of 2,000 the indemnity is 70,000. Of 10,000 that
the debtor pays afterwards 7,000 go to the insurer, 3,000 stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from domain.cover.insurance import Cause, InsurancePolicy, percent_of
from domain.limitation import add_years
from domain.money import share
from domain.record import Record

#: Days the insurer has to decide, and to pay in part what is certain (保险法23, 25).
DECIDE_DAYS = 30
INTERIM_DAYS = 60
#: Years to sue for an indemnity (保险法26).
SUE_YEARS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LossNotice:
    """《可能损失通知书》: the insurer was told of an overdue debt; dated when it was told.

    ``amounts`` are the open amounts of the record's items on that day, in their order.
    """

    KIND: ClassVar[str] = "loss_notice"

    policy: str
    cause: Cause
    currency: str
    amount_minor: int
    known_on: date
    measures: str = ""
    in_transit: str = ""
    paper_id: int | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceClaim:
    """《索赔申请》: a claim for an indemnity; dated when it was filed.

    loss = gross − deductions; indemnity by the policy's terms of its day, which the claim
    keeps: another limit later changes nothing.
    """

    KIND: ClassVar[str] = "insurance_claim"

    number: str
    policy: str
    cause: Cause
    currency: str
    gross_minor: int
    deductions_minor: int
    limit_minor: int
    insured_percent: Decimal
    deductible_minor: int
    indemnity_minor: int
    paper_id: int | None = None
    note: str = ""

    @property
    def loss_minor(self) -> int:
        """The loss claimed."""
        return max(self.gross_minor - self.deductions_minor, 0)


class ClaimState(StrEnum):
    """Where a claim stands."""

    FILED = "filed"
    DOCUMENTS_ASKED = "documents_asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    PAID = "paid"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStep:
    """What became of a claim on a day; ``amount_minor`` is what was agreed or paid."""

    KIND: ClassVar[str] = "claim_step"

    state: ClaimState
    claim: str = ""
    amount_minor: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecovery:
    """Money of the debtor's, or for goods taken back, that came in after the claim."""

    KIND: ClassVar[str] = "claim_recovery"

    amount_minor: int
    claim: str = ""
    source: str = ""


def indemnity(policy: InsurancePolicy, loss: int, limit: int, paid_before: int = 0) -> int:
    """Return what is paid of a loss: min(loss, limit) × share − deductible, never below zero.

    ``paid_before`` is what the policy has paid already, where it is limited in all.
    """
    due = max(percent_of(min(loss, limit), policy.insured_percent) - policy.deductible_minor, 0)
    if policy.maximum_minor is None:
        return due
    return min(due, max(policy.maximum_minor - paid_before, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A recovery shared: to the insurer and our own, adding up to the whole."""

    insurer: int
    own: int


def share_recovery(amount: int, *, loss: int, paid: int, given_back: int = 0) -> Shared:
    """Share a recovery as the loss was borne: the insurer's part is paid ÷ loss.

    Never more in all than he paid; before he paid it is our own, as it lessens the loss.
    ``given_back`` is what he had of earlier recoveries.
    """
    if not paid or not loss:
        return Shared(insurer=0, own=amount)
    insurer = min(share(amount, min(paid, loss), loss), max(paid - given_back, 0))
    return Shared(insurer=insurer, own=amount - insurer)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPosition:
    """A claim as it stands on a day.

    ``own_loss`` = loss − paid − what we keep of recoveries. The three days are the
    insurer's last to decide and to pay in part, and ours to sue (保险法23, 25, 26).
    """

    record: Record[InsuranceClaim]
    state: ClaimState
    agreed: int
    paid: int
    recovered: int
    to_insurer: int
    own_loss: int
    decide_by: date
    interim_by: date
    sue_by: date


def position(
    claim: Record[InsuranceClaim],
    steps: Sequence[Record[ClaimStep]],
    recoveries: Sequence[Record[ClaimRecovery]],
    as_of: date,
) -> ClaimPosition:
    """Return where a claim stands on a day: steps and recoveries of other claims are left out."""
    number = claim.value.number
    mine = sorted(
        (one for one in steps if one.value.claim == number and one.dated_on <= as_of),
        key=lambda one: (one.dated_on, one.id),
    )
    paid = sum(one.value.amount_minor for one in mine if one.value.state is ClaimState.PAID)
    agreed = [one.value.amount_minor for one in mine if one.value.state is ClaimState.ACCEPTED]
    recovered, to_insurer = _recovered(claim, mine, recoveries, as_of)
    return ClaimPosition(
        record=claim,
        state=mine[-1].value.state if mine else ClaimState.FILED,
        agreed=agreed[-1] if agreed else 0,
        paid=paid,
        recovered=recovered,
        to_insurer=to_insurer,
        own_loss=max(claim.value.loss_minor - paid - (recovered - to_insurer), 0),
        decide_by=claim.dated_on + timedelta(days=DECIDE_DAYS),
        interim_by=claim.dated_on + timedelta(days=INTERIM_DAYS),
        sue_by=add_years(claim.dated_on, SUE_YEARS),
    )


def _recovered(
    claim: Record[InsuranceClaim],
    steps: Sequence[Record[ClaimStep]],
    recoveries: Sequence[Record[ClaimRecovery]],
    as_of: date,
) -> tuple[int, int]:
    """Return what came back in all, and what of it goes to the insurer, in order of days."""
    total = to_insurer = 0
    for one in sorted(recoveries, key=lambda one: (one.dated_on, one.id)):
        if one.value.claim != claim.value.number or one.dated_on > as_of:
            continue
        paid = sum(
            step.value.amount_minor
            for step in steps
            if step.value.state is ClaimState.PAID and step.dated_on <= one.dated_on
        )
        part = share_recovery(
            one.value.amount_minor,
            loss=claim.value.loss_minor,
            paid=paid,
            given_back=to_insurer,
        )
        total, to_insurer = total + one.value.amount_minor, to_insurer + part.insurer
    return total, to_insurer


class Evidence(StrEnum):
    """What a claim pack holds, in the order an insurer asks for it."""

    FORM = "form"
    POLICY = "policy"
    LIMIT = "limit"
    CONTRACT = "contract"
    INVOICE = "invoice"
    DELIVERY = "delivery"
    STATEMENT = "statement"
    CORRESPONDENCE = "correspondence"
    DECLARATION = "declaration"
    COMPUTATION = "computation"
    COLLECTION_MANDATE = "collection_mandate"
    ASSIGNMENT_OF_RIGHTS = "assignment_of_rights"
