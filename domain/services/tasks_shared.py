"""What the sources of the worklist share: the day, the book, and money in one currency."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from domain.limitation import Limited
from domain.listing import CustomerRow, ListFilter, Order
from domain.matching.engine import match_all
from domain.matching.index import Index
from domain.matching.values import Answer, Payment
from domain.money import Money, convert
from domain.ports import BookReader
from domain.services import legal
from domain.services.credit_file import ExpiryRow, expiring
from domain.services.matching import policy_of
from domain.worklist.task import Weights

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
        if "home" not in self._kept:
            self._kept["home"] = self.reader.base_currency()
        return str(self._kept["home"])

    def base(self, minor: int, currency: str) -> int | None:
        """Return an amount in the book's currency at the last rate; None without one."""
        if currency == self.home:
            return minor
        rate = self._rates().get(currency)
        return None if rate is None else convert(Money(minor, currency), rate, self.home).minor

    def _rates(self) -> dict[str, Decimal]:
        if "rates" not in self._kept:
            known = sorted(self.reader.rates(), key=lambda one: one.quoted_on)
            self._kept["rates"] = {
                one.currency: one.rate for one in known if one.quoted_on <= self.day
            }
        found: dict[str, Decimal] = self._kept["rates"]
        return found

    def overdue_customers(self) -> list[CustomerRow]:
        """Return the customers with something overdue."""
        if "overdue" not in self._kept:
            where = ListFilter(as_of=self.day, state="overdue")
            ids = self.reader.customers.ids(where, Order("overdue", descending=True))
            rows = self.reader.customers.rows(ids, where)
            self._kept["overdue"] = [rows[key] for key in ids if key in rows]
        found: list[CustomerRow] = self._kept["overdue"]
        return found

    def answers(self) -> dict[int, tuple[Payment, Answer | None]]:
        """Return the largest amounts still to be allocated, with what is proposed for each."""
        if "answers" not in self._kept:
            payments = sorted(self.reader.payments(self.day), key=lambda one: -one.minor)[:MOST]
            found = {}
            if payments:
                index = Index(self.reader.known(policy_of(self.reader)))
                found = {one.payment_id: one for one in match_all(index, payments)}
            self._kept["answers"] = {one.id: (one, found.get(one.id)) for one in payments}
        kept: dict[int, tuple[Payment, Answer | None]] = self._kept["answers"]
        return kept

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
        if "limited" not in self._kept:
            self._kept["limited"] = legal.limited(self.reader, self.day)
        found: list[Limited] = self._kept["limited"]
        return found

    def expiring(self) -> list[ExpiryRow]:
        """Return what of the credit files runs out, the nearest first."""
        if "expiring" not in self._kept:
            self._kept["expiring"] = expiring(self.reader, self.day)
        found: list[ExpiryRow] = self._kept["expiring"]
        return found

    def customers(self, ids: set[int]) -> dict[int, CustomerRow]:
        """Return customers by id."""
        return dict(self.reader.customers.rows(sorted(ids), ListFilter(as_of=self.day)))
