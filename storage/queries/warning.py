"""The debts of a whole book as they were known on a day, for early warning.

One walk through the items in the order they are kept: of a million documents, two thirds
are wanted, and any index would jump about in the file for each of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import Any, Final, TypeVar

from sqlalchemy import Connection

from domain.document import Kind
from domain.ports_warning import Person
from domain.warning.debts import (
    LOOK_BACK,
    Account,
    AccountHistory,
    Debt,
    DebtHistory,
    Move,
)

D = TypeVar("D", Debt, DebtHistory)

#: Kinds that close a debt without its being paid.
_UNPAID: Final = ", ".join(
    f"'{kind.value}'"
    for kind in (Kind.CREDIT_NOTE, Kind.DISCOUNT, Kind.WRITE_OFF, Kind.TRANSFER, Kind.VOID)
)
_DEBT: Final = """i.kind IN ('invoice', 'debit_note', 'opening')
   AND i.amount_minor > 0 AND i.due_on IS NOT NULL AND i.issued_on <= :as_of"""
#: With each allocation of an item in a row of its own, those of one item together; where
#: it is money that counts on the day, with the day that came. Grouping here takes twice as long.
_ACCOUNTS: Final = f"""
SELECT i.id, i.customer_id, i.currency, i.issued_on, i.due_on, i.amount_minor,
       a.debit_minor, c.issued_on
  FROM item i NOT INDEXED
  LEFT JOIN allocation a INDEXED BY ix_allocation_debit
    ON a.debit_item_id = i.id AND a.allocated_on <= :as_of
  LEFT JOIN item c
    ON c.id = a.credit_item_id AND c.kind NOT IN ({_UNPAID}) AND a.debit_minor > 0
   AND a.id NOT IN (SELECT r.reverses_id FROM allocation r
                     WHERE r.reverses_id IS NOT NULL AND r.allocated_on <= :as_of)
 WHERE {_DEBT} AND (i.due_on > :since OR i.open_minor <> 0 OR i.changed_on > :as_of)"""
_COUNT: Final = "SELECT MAX(id) FROM item"
#: How many rows are read at once, with a word of progress.
_STEP: Final = 20_000


def debt_accounts(
    connection: Connection, as_of: date, progress: Callable[[int, int], None] | None
) -> list[Account]:
    """Return the debts of each customer and currency as they were known on a day."""
    since = date.fromordinal(max(as_of.toordinal() - LOOK_BACK, 1))
    total = next(_rows(connection, _COUNT))[0] or 0
    rows = _rows(connection, _ACCOUNTS, as_of=as_of.isoformat(), since=since.isoformat())
    gathered = _Debts(since.toordinal())
    while some := list(islice(rows, _STEP)):
        gathered.take(some)
        if progress is not None:
            progress(min(some[-1][0], total), total)
    return [
        Account(customer_id, currency, _by_due(debts))
        for (customer_id, currency), debts in sorted(gathered.end().items())
    ]


#: A debt without the call of a function between, since half a million are made.
_new: Final = partial(tuple.__new__, Debt)


class _Debts:
    """Puts the rows of each item together: what is open of it, and when the last money came.

    A row tells an item, with one of its allocations. Kept are debts due later than a day and
    those with something open.
    """

    def __init__(self, oldest: int) -> None:
        self._oldest = oldest
        self._days = _Ordinals()
        self._found = defaultdict[tuple[int, str], list[Debt]](list)
        #: The item whose rows came last: its account, days, amount, what is left and was paid.
        self._last: tuple[Any, ...] = (None, "", 0, 0, 0, 0, 0, 0)
        self._key: int | None = None

    def take(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Take rows of items in turn; those of the last item may go on with the next call."""
        days, found, oldest, key = self._days, self._found, self._oldest, self._key
        customer_id, currency, issued, due, minor, left, paid, parts = self._last
        for item_id, customer, code, issued_on, due_on, amount, taken, paid_on in rows:
            if item_id != key:
                if key is not None and (left or due > oldest):
                    debt = _new((issued, due, minor, left, 0 if left else paid, parts))
                    found[customer_id, currency].append(debt)
                key, customer_id, currency, minor, left = item_id, customer, code, amount, amount
                issued, due, paid, parts = days[issued_on], days[due_on], 0, 0
            if taken is not None:
                left -= taken
                if paid_on is not None:
                    parts += 1
                    on = days[paid_on]
                    if on > paid:
                        paid = max(issued, on)
        self._key, self._last = key, (customer_id, currency, issued, due, minor, left, paid, parts)

    def end(self) -> dict[tuple[int, str], list[Debt]]:
        """Return the debts by customer and currency."""
        customer_id, currency, issued, due, minor, left, paid, parts = self._last
        if self._key is not None and (left or due > self._oldest):
            debt = Debt(issued, due, minor, left, 0 if left else paid, parts)
            self._found[customer_id, currency].append(debt)
        return self._found


def _by_due(debts: list[D]) -> list[D]:
    """Return debts sorted by due day, then day of issue: twice, for a pair is slow to compare."""
    debts.sort(key=itemgetter(0))
    debts.sort(key=itemgetter(1))
    return debts


_HISTORIES: Final = f"""
SELECT i.id, i.customer_id, i.currency, i.issued_on, i.due_on, i.amount_minor,
       a.allocated_on, a.debit_minor, MAX(c.issued_on, i.issued_on), c.kind NOT IN ({_UNPAID}),
       r.allocated_on
  FROM item i INDEXED BY ix_item_customer
  LEFT JOIN allocation a INDEXED BY ix_allocation_debit
    ON a.debit_item_id = i.id AND a.allocated_on <= :as_of AND a.reverses_id IS NULL
  LEFT JOIN item c ON c.id = a.credit_item_id
  LEFT JOIN allocation r ON r.reverses_id = a.id AND r.allocated_on <= :as_of
 WHERE i.customer_id BETWEEN :first AND :last AND {_DEBT}
 ORDER BY i.customer_id, i.issued_on, i.id, a.allocated_on, a.id"""


def debt_histories(
    connection: Connection, as_of: date, customer_ids: Sequence[int]
) -> list[AccountHistory]:
    """Return all debts of customers with what was allocated to them up to a day.

    ``customer_ids`` are neighbours, in rising order: they are read as a range.
    """
    if not customer_ids:
        return []
    wanted, days = set(customer_ids), _Ordinals()
    heads: dict[int, tuple[int, str, int, int, int]] = {}
    moves = defaultdict[int, list[Move]](list)
    span = {"first": customer_ids[0], "last": customer_ids[-1]}
    for row in _rows(connection, _HISTORIES, as_of=as_of.isoformat(), **span):
        key, customer_id, currency, issued_on, due_on, minor, *allocated = row
        if customer_id not in wanted:
            continue
        heads[key] = (customer_id, currency, days[issued_on], days[due_on], minor)
        known, taken, paid_on, pays, undone = allocated
        if known is not None:
            undone_on = days[undone] if undone else 0
            moves[key].append(Move(days[known], taken, days[paid_on], bool(pays), undone_on))
    return _histories(heads, moves)


def _histories(
    heads: dict[int, tuple[int, str, int, int, int]], moves: dict[int, list[Move]]
) -> list[AccountHistory]:
    found = defaultdict[tuple[int, str], list[DebtHistory]](list)
    for key, (customer_id, currency, issued, due, minor) in heads.items():
        history = DebtHistory(issued, due, minor, tuple(moves.get(key, ())))
        found[customer_id, currency].append(history)
    return [
        AccountHistory(customer_id, currency, _by_due(debts))
        for (customer_id, currency), debts in sorted(found.items())
    ]


_PEOPLE: Final = """
SELECT id, code, name, name_en, group_name, country, address, currency, credit_limit_minor,
       owner, extra FROM customer ORDER BY code"""


def people(connection: Connection) -> list[Person]:
    """Return every customer, by code."""
    rows = _rows(connection, _PEOPLE)
    return [Person._make((*row[:-1], json.loads(row[-1] or "{}"))) for row in rows]


class _Ordinals(dict[str, int]):
    """Days by their text as ordinals: a book has few of them, and each is read once."""

    def __missing__(self, written: str) -> int:
        day = self[written] = date.fromisoformat(written).toordinal()
        return day


def _rows(connection: Connection, sql: str, **values: Any) -> Iterator[tuple[Any, ...]]:
    """Return a query's rows as SQLite's own tuples: there may be hundreds of thousands."""
    if not connection.in_transaction():
        connection.begin()
    driver: Any = connection.connection.driver_connection
    found: Iterator[tuple[Any, ...]] = driver.execute(sql, values)
    return found
