"""What early warning reads of a whole book at once, as protocols; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from domain.warning.debts import Account, AccountHistory


class Person(NamedTuple):
    """A customer as lists of warnings and risk views name it; ``limit`` in its currency."""

    customer_id: int
    code: str
    name: str
    name_en: str
    group: str
    country: str
    address: str
    currency: str
    limit: int | None
    owner: str
    extra: dict[str, str]


class WarningReads(Protocol):
    """Reading for warnings: debts of everyone as known on a day, and their whole history."""

    def debt_accounts(
        self, as_of: date, progress: Callable[[int, int], None] | None = None
    ) -> list[Account]:
        """Return the debts of each customer and currency as they were known on a day.

        Those due in the last two years, and older ones still open then; by due day.
        ``progress`` is told how many were read, and may raise to stop.
        """
        ...

    def debt_histories(self, as_of: date, customer_ids: Sequence[int]) -> list[AccountHistory]:
        """Return all debts of some customers with what was allocated to them up to a day."""
        ...

    def people(self) -> list[Person]:
        """Return every customer, by code."""
        ...
