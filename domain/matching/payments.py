"""An inflow of the book as matching sees it."""

from __future__ import annotations

from domain.listing import InflowRow
from domain.matching.values import Payment


def payment_of(inflow: InflowRow) -> Payment:
    """Return an inflow as matching sees it: what is open of it, and all that was written."""
    return Payment(
        id=inflow.key,
        on=inflow.booked_on,
        minor=inflow.open,
        currency=inflow.currency,
        name=inflow.name,
        account=inflow.account,
        text=written(inflow),
        customer_id=inflow.customer_id,
        charges=inflow.charges,
    )


def written(inflow: InflowRow) -> str:
    """Return everything that was written about an inflow; proofs point into this text."""
    text = inflow.text
    return text if inflow.reference in text else f"{text} {inflow.reference}".strip()
