"""What the sources of the worklist share: the day, the book, and money in one currency."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from domain.collecting.promise import PromiseStanding
from domain.collecting.talk import Talk
from domain.cover.deadlines import InsuredDebt
from domain.credit.file.security import Security
from domain.credit.limits import LimitOnDay
from domain.limitation import Limited
from domain.listing import CustomerRow, ListFilter, Order
from domain.matching.engine import match_all
from domain.matching.index import Index
from domain.matching.values import Answer, Payment
from domain.money import Money, convert
from domain.ports import BookReader
from domain.record import Record
from domain.services import cover, legal
from domain.services.credit_file import ExpiryRow, expiring
from domain.services.matching import policy_of
from domain.services.plans import PlanOn, plans_on
from domain.services.promises import promises_on
from domain.worklist.task import Weights

V = TypeVar("V")

#: So many of the largest amounts are looked at: more are not booked in a day.
MOST: Final = 60


@dataclass(slots=True, kw_only=True)
class Today:
    """A day of the book; what several sources ask for is read once."""

    reader: BookReader
    day: date
    weights: Weights
    _kept: dict[str, Any] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The book's currency."""
        return self._once("home", self.reader.base_currency)

    def base(self, minor: int, currency: str) -> int | None:
        """Return an amount in the book's currency at the last rate; None without one."""
        if currency == self.home:
            return minor
        rate = self._rates().get(currency)
        return None if rate is None else convert(Money(minor, currency), rate, self.home).minor

    def _rates(self) -> dict[str, Decimal]:
        def read() -> dict[str, Decimal]:
            known = sorted(self.reader.rates(), key=lambda one: one.quoted_on)
            return {one.currency: one.rate for one in known if one.quoted_on <= self.day}

        return self._once("rates", read)

    def _once(self, name: str, read: Callable[[], V]) -> V:
        """Return what is read, which is read for the first who asks."""
        if name not in self._kept:
            self._kept[name] = read()
        found: V = self._kept[name]
        return found

    def promises(self) -> list[PromiseStanding]:
        """Return how the promises made so far stand."""
        return self._once("promises", lambda: promises_on(self.reader, self.day))

    def plans(self) -> list[PlanOn]:
        """Return how the instalment plans stand."""
        return self._once("plans", lambda: plans_on(self.reader, self.day))

    def talks(self) -> dict[int, Record[Talk]]:
        """Return the last talk with each customer."""

        def read() -> dict[int, Record[Talk]]:
            talks = self.reader.records(Talk, up_to=self.day)
            talks = sorted(talks, key=lambda one: (one.dated_on, one.id))
            return {one.customer_id or 0: one for one in talks}

        return self._once("talks", read)

    def limits(self) -> Mapping[int, LimitOnDay]:
        """Return the limit of each customer."""
        return self._once("limits", lambda: self.reader.limits_in_force(self.day))

    def insured(self) -> list[InsuredDebt]:
        """Return the insured debts with their days, the nearest first."""
        return self._once("insured", lambda: cover.deadlines(self.reader, self.day))

    def securities(self) -> list[Record[Security]]:
        """Return the securities of the credit files."""
        return self._once("securities", lambda: self.reader.records(Security, up_to=self.day))

    def overdue_customers(self) -> list[CustomerRow]:
        """Return the customers with something overdue."""

        def read() -> list[CustomerRow]:
            where = ListFilter(as_of=self.day, state="overdue")
            ids = self.reader.customers.ids(where, Order("overdue", descending=True))
            rows = self.customers(set(ids))
            return [rows[key] for key in ids if key in rows]

        return self._once("overdue", read)

    def answers(self) -> dict[int, tuple[Payment, Answer | None]]:
        """Return the largest amounts still to be allocated, with what is proposed for each."""

        def read() -> dict[int, tuple[Payment, Answer | None]]:
            payments = sorted(self.reader.payments(self.day), key=lambda one: -one.minor)[:MOST]
            found = {}
            if payments:
                index = Index(self.reader.known(policy_of(self.reader)))
                found = {one.payment_id: one for one in match_all(index, payments)}
            return {one.id: (one, found.get(one.id)) for one in payments}

        return self._once("answers", read)

    def pending(self) -> dict[tuple[int, str], int]:
        """Return money that came and waits for a customer's invoices, by customer and currency."""
        sums: dict[tuple[int, str], int] = {}
        for payment, answer in self.answers().values():
            if answer is not None and answer.best is not None:
                key = (answer.best.customer_id, payment.currency)
                sums[key] = sums.get(key, 0) + payment.minor
        return sums

    def limited(self) -> list[Limited]:
        """Return what is open with its last safe days, the nearest first."""
        return self._once("limited", lambda: legal.limited(self.reader, self.day))

    def expiring(self) -> list[ExpiryRow]:
        """Return what of the credit files runs out, the nearest first."""
        return self._once("expiring", lambda: expiring(self.reader, self.day, self.customers))

    def customers(self, ids: set[int]) -> dict[int, CustomerRow]:
        """Return customers by id."""
        known = self._once("customers", dict[int, CustomerRow])
        missing = sorted(ids - known.keys())
        if missing:
            known.update(self.reader.customers.rows(missing, ListFilter(as_of=self.day)))
        return {key: known[key] for key in ids if key in known}
