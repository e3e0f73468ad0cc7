"""Proposals for the money that is still to be matched, from the book as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from domain.matching.engine import match_all
from domain.matching.index import Index
from domain.matching.values import Answer, Policy, Proposal
from domain.ports import BookReader, Progress
from domain.services.bank import Booking
from domain.services.receipts import DEFAULT_BANK_FEE_LIMIT, DEFAULT_WRITE_OFF_LIMIT

#: From this confidence on a match may be booked without a person.
DEFAULT_AUTOMATIC = 95


def policy_of(reader: BookReader) -> Policy:
    """Return the book's limits of matching."""
    return Policy(
        difference_limit=int(reader.setting("write_off_limit", DEFAULT_WRITE_OFF_LIMIT)),
        fee_limit=int(reader.setting("bank_fee_limit", DEFAULT_BANK_FEE_LIMIT)),
        automatic=int(reader.setting("match_automatic", DEFAULT_AUTOMATIC)),
        home=reader.base_currency(),
    )


def answers(
    reader: BookReader,
    as_of: date,
    *,
    policy: Policy | None = None,
    progress: Progress | None = None,
) -> dict[int, Answer]:
    """Return the proposals for every inflow to be matched, by its key."""
    payments = reader.payments(as_of)
    if not payments:
        return {}
    index = Index(reader.known(policy or policy_of(reader)))
    return {one.payment_id: one for one in match_all(index, payments, progress=progress)}


def automatic(found: Mapping[int, Answer], from_confidence: int) -> list[Booking]:
    """Return the bookings that need no person, at a confidence or above."""
    return [
        booking_of(key, one.best)
        for key, one in found.items()
        if one.best is not None and one.best.is_automatic and one.best.confidence >= from_confidence
    ]


def booking_of(key: int, proposal: Proposal, *, teach: bool = False, hold: bool = False) -> Booking:
    """Return how a proposal is booked."""
    return Booking(
        key=key,
        customer_id=proposal.customer_id,
        parts=proposal.parts,
        hold=hold,
        teach=teach,
        rule=proposal.rule.value,
    )


def used_items(bookings: Iterable[Booking]) -> set[int]:
    """Return the documents (items) that bookings touch."""
    return {part.item_id for booking in bookings for part in booking.parts}
