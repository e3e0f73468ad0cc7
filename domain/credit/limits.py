"""Credit limits: what a customer may owe on a day, and where that comes from.

Limits are records. Of those that set a limit the newest not dated later holds; when its
last day is over, there is no credit until a new one is granted. *Top-ups* are added for the
days they run and end by themselves. A limit of a group bounds its customers together.

Nothing set, no limit and no credit are three things: ``None`` means that nothing stops a
sale, 0 that nothing is sold on credit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, NamedTuple

from domain.credit.methods import Leg
from domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLimit:
    """A limit granted, by its record's first and last day.

    Attributes:
        minor: the amount; 0 is no credit. Not looked at with ``unlimited``.
        unlimited: the explicit word that this customer has no limit.
        top_up: added to the limit while it runs; it always ends.
        group: set: the limit of all customers of this group together.
        insured_minor: what of it an insurer covers.
        legs: the methods as they stood when it was proposed.
        reasons: codes of a review (see :mod:`domain.credit.review`).
        approver: who granted it; ``reason``: why, in words.
        application_id, review_id: the records it came from.
    """

    KIND: ClassVar[str] = "credit_limit"

    currency: str
    minor: int = 0
    unlimited: bool = False
    top_up: bool = False
    group: str = ""
    insured_minor: int = 0
    legs: tuple[Leg, ...] = ()
    reasons: tuple[str, ...] = ()
    approver: str = ""
    reason: str = ""
    application_id: int | None = None
    review_id: int | None = None

    @property
    def amount(self) -> int | None:
        """What may be owed; None: no limit."""
        return None if self.unlimited else self.minor


class Source(StrEnum):
    """Where a limit comes from.

    CUSTOMER: the field of the customer, the last resort where no record is. PENDING: the
    first application of a new customer is not decided; REJECTED: it was refused. EXPIRED:
    its last day is over. NONE: nothing was ever set.
    """

    RECORD = "record"
    CUSTOMER = "customer"
    PENDING = "pending"
    REJECTED = "rejected"
    EXPIRED = "expired"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitOnDay:
    """What holds on a day in one currency.

    Attributes:
        minor: what may be owed, top-ups counted; None: nothing stops a sale.
        base_minor, top_up_minor: the lasting part and the one that ends by itself.
        ends_on: the next day on which some of it ends.
        group, group_minor: the bound of the group it belongs to, None without one.
        record_id: the record of the lasting part.
    """

    currency: str
    minor: int | None
    source: Source
    base_minor: int | None = None
    top_up_minor: int = 0
    insured_minor: int = 0
    since: date | None = None
    ends_on: date | None = None
    group: str = ""
    group_minor: int | None = None
    record_id: int | None = None

    @property
    def unlimited(self) -> bool:
        """Whether it was expressly granted without a bound; none set is another thing."""
        return self.minor is None and self.source is Source.RECORD

    @property
    def own_risk(self) -> int | None:
        """What of the limit no insurer covers; None: without bound."""
        return None if self.minor is None else split_risk(self.minor, self.insured_minor).own

    def passes(self, owed: int, more: int = 0) -> bool:
        """Whether ``more`` may be sold while ``owed`` is owed.

        Case C75, 100 owed: with no limit anything passes; with 0 one more is refused; with
        200 one more passes and 150 more are refused.
        """
        return self.minor is None or owed + more <= self.minor


class Risk(NamedTuple):
    """A limit by who bears it: total = insured + own."""

    total: int
    insured: int
    own: int


def split_risk(total: int, insured: int) -> Risk:
    """Return a limit split into what is insured and what is our own risk.

    Case C78: of 50 without insurance all 50 are our own; 25 of 50 insured leave 25; 100
    insured make the total 100 and leave 0. Cover above the limit raises the total: it is
    lent at the insurer's risk.
    """
    total = max(total, insured, 0)
    return Risk(total, insured, total - insured)


class Given(NamedTuple):
    """What a customer's master data say of limits."""

    customer_id: int
    currency: str
    group: str
    minor: int | None


def limit_in_force(
    records: Iterable[Record[CreditLimit]],
    currency: str,
    day: date,
    *,
    given: int | None = None,
    waiting: Source | None = None,
) -> LimitOnDay:
    """Return the limit of one customer (or group) from its records in one currency.

    ``given`` is the field of the customer, ``waiting`` PENDING or REJECTED for a new
    customer whose first application was not granted: no credit until it is.

    Worked: 100,000 from January, 150,000 from April to September, a top-up of 20,000 in
    May: in March 100,000, on 10 May 170,000, in June 150,000, in October 0 (expired).
    """
    known = [r for r in records if r.value.currency == currency and r.dated_on <= day]
    lasting = max(
        (record for record in known if not record.value.top_up),
        key=lambda record: (record.dated_on, record.id),
        default=None,
    )
    running = [record for record in known if record.value.top_up and record.holds_on(day)]
    more = sum(record.value.minor for record in running)
    base, source = _lasting(lasting, day, given, waiting)
    holding = [lasting] if lasting is not None and source is Source.RECORD else []
    ends = [r.ends_on for r in (*holding, *running) if r.ends_on is not None]
    return LimitOnDay(
        currency=currency,
        minor=None if base is None else base + more,
        source=source,
        base_minor=base,
        top_up_minor=more,
        insured_minor=sum(record.value.insured_minor for record in (*holding, *running)),
        since=lasting.dated_on if lasting is not None else None,
        ends_on=min(ends, default=None),
        record_id=lasting.id if lasting is not None else None,
    )


def _lasting(
    record: Record[CreditLimit] | None, day: date, given: int | None, waiting: Source | None
) -> tuple[int | None, Source]:
    if record is not None:
        if not record.holds_on(day):
            return 0, Source.EXPIRED
        return record.value.amount, Source.RECORD
    if waiting is not None:
        return 0, waiting
    return (given, Source.CUSTOMER) if given is not None else (None, Source.NONE)
