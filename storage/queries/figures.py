"""Sets that figures are told from: sums by day, by account, by term, and what was paid.

Each reads the book once; the rules over the sets stand in :mod:`domain.figures`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection

from domain.document import SALES_KINDS, Kind
from domain.figures.accounts import AccountSum
from domain.figures.month_ends import DaySums, ItemSum, SettledSum
from domain.figures.payment_pattern import Paid, PaidAccount
from storage.queries.as_of import OPEN, is_latest, open_rows
from storage.queries.revaluations import foreign_items

#: The kind of an item; of a voiding that of what it voids.
_COUNTED: Final = """CASE i.kind WHEN 'void' THEN
     (SELECT o.kind FROM document v JOIN document o ON o.id = v.reverses_id
       WHERE v.id = i.document_id) ELSE i.kind END"""
_SALES: Final = ", ".join(f"'{kind.value}'" for kind in SALES_KINDS)
#: Kinds that close a debt without its being paid.
_UNPAID: Final = ", ".join(
    f"'{kind.value}'"
    for kind in (Kind.CREDIT_NOTE, Kind.DISCOUNT, Kind.WRITE_OFF, Kind.TRANSFER, Kind.VOID)
)

_ITEMS: Final = f"""
SELECT i.currency, {_COUNTED} AS counted, i.issued_on, i.due_on, SUM(i.amount_minor)
  FROM item i NOT INDEXED WHERE i.issued_on <= :as_of
 GROUP BY i.currency, counted, i.issued_on, i.due_on, i.amount_minor > 0"""
#: Through the index of debits, so that the items come in their order.
_SETTLED: Final = """
SELECT i.currency, a.allocated_on, i.due_on, SUM(a.debit_minor)
  FROM allocation a INDEXED BY ix_allocation_debit CROSS JOIN item i ON i.id = a.debit_item_id
 WHERE a.allocated_on <= :as_of GROUP BY i.currency, a.allocated_on, i.due_on"""


def day_sums(connection: Connection, as_of: date) -> DaySums:
    """Return items and allocations up to a day, summed by currency, day and due day.

    Items apart by kind, debits and credits; of allocations what they took of debits.
    """
    day = _Days()
    items = [
        ItemSum(currency, kind, day[issued_on], day[due_on] if due_on else None, minor)
        for currency, kind, issued_on, due_on, minor in _rows(connection, _ITEMS, as_of=as_of)
    ]
    settled = [
        SettledSum(currency, day[on], day[due_on] if due_on else None, minor)
        for currency, on, due_on, minor in _rows(connection, _SETTLED, as_of=as_of)
    ]
    return DaySums(items, settled)


_ACCOUNT: Final = """
SELECT c.id, c.code, c.name, c.name_en, c.group_name, c.country, s.*
  FROM ({sums}) AS s JOIN customer c ON c.id = s.customer_id ORDER BY c.code, s.currency"""
_SOLD: Final = f"""
SELECT i.customer_id, i.currency, SUM(i.amount_minor),
       COALESCE(SUM(i.base_minor), 0), SUM(i.base_minor IS NULL)
  FROM item i INDEXED BY {{index}}
 WHERE i.kind IN ({_SALES}, 'void') {{only}} AND i.issued_on BETWEEN :first AND :last
   AND (i.kind <> 'void' OR {_COUNTED} IN ({_SALES}))
 GROUP BY i.customer_id, i.currency"""


def balances(connection: Connection, as_of: date, base: str) -> list[AccountSum]:
    """Return the balance of each customer and currency that has something open on a day."""
    inner = open_rows(connection, "i.customer_id, i.currency", as_of.isoformat())
    sums = f"""SELECT customer_id, currency, SUM(open)
                 FROM ({inner}) AS opened GROUP BY customer_id, currency"""
    booked: dict[tuple[int, str], list[int | None]] = defaultdict(list)
    for item in foreign_items(connection, as_of, base):
        booked[item.customer_id, item.currency].append(item.booked)
    found = []
    for row in _rows(connection, _ACCOUNT.format(sums=sums), as_of=as_of):
        customer_id, currency, minor = row[-3:]
        values = [minor] if currency == base else booked[customer_id, currency]
        known = [value for value in values if value is not None]
        found.append(_account(*row, sum(known), len(values) - len(known)))
    return found


def sales(
    connection: Connection, first: date, last: date, customer_id: int | None = None
) -> list[AccountSum]:
    """Return what each customer was billed in a period: invoices less credit notes and voids."""
    sums = _SOLD.format(index="ix_item_issued", only="")
    if customer_id is not None:
        sums = _SOLD.format(index="ix_item_customer", only=f"AND i.customer_id = {customer_id:d}")
    rows = _rows(connection, _ACCOUNT.format(sums=sums), first=first, last=last)
    return [_account(*row) for row in rows]


def _account(*row: Any) -> AccountSum:
    customer_id, code, name, name_en, group, country, _, currency, minor, base, unvalued = row
    return AccountSum(
        customer_id=customer_id,
        code=code,
        name=name,
        name_en=name_en,
        group=group,
        country=country,
        currency=currency,
        minor=minor,
        base=base,
        unvalued=unvalued,
    )


_TERMS: Final = """
SELECT i.issued_on, i.due_on, SUM(COALESCE(i.base_minor, 0))
  FROM item i INDEXED BY ix_item_issued
 WHERE i.kind IN ('invoice', 'debit_note') AND i.issued_on BETWEEN :first AND :last
   AND i.due_on IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = i.document_id)
 GROUP BY i.issued_on, i.due_on"""


def terms_given(connection: Connection, first: date, last: date) -> list[tuple[int, int]]:
    """Return (amount in the book's currency, days until due) of what a period billed.

    What was voided gave no term; without a rate the amount is 0.
    """
    day = _Days()
    return [
        (base, (day[due_on] - day[issued_on]).days)
        for issued_on, due_on, base in _rows(connection, _TERMS, first=first, last=last)
    ]


_DEBT: Final = """i.amount_minor > 0 AND i.due_on IS NOT NULL
   AND (i.kind = 'invoice' OR i.kind = 'debit_note' OR i.kind = 'opening')"""
#: Debts with nothing open on :as_of; of those touched since, as it was then.
_SETTLED_DEBTS: Final = f"""
SELECT i.id, i.customer_id, i.currency, i.issued_on, i.due_on, i.amount_minor
  FROM item i INDEXED BY ix_item_changed
 WHERE i.changed_on > :since AND i.changed_on <= :as_of AND i.open_minor = 0 AND {_DEBT}"""
_SETTLED_THEN: Final = f"""
SELECT i.id, i.customer_id, i.currency, i.issued_on, i.due_on, i.amount_minor
  FROM item i INDEXED BY ix_item_changed
 WHERE i.changed_on > :as_of AND i.issued_on <= :as_of AND {_DEBT} AND {OPEN} = 0"""
#: With the documents that closed them, allocations undone since left out.
_PAID: Final = f"""
SELECT s.id, s.customer_id, s.currency, s.issued_on, s.due_on, s.amount_minor,
       MAX(MAX(c.issued_on), s.issued_on) AS paid_on
  FROM ({{settled}}) AS s
  CROSS JOIN allocation a INDEXED BY ix_allocation_debit ON a.debit_item_id = s.id
  CROSS JOIN item c ON c.id = a.credit_item_id
 WHERE a.allocated_on <= :as_of AND a.debit_minor > 0
   AND NOT EXISTS (SELECT 1 FROM allocation r
                    WHERE r.reverses_id = a.id AND r.allocated_on <= :as_of)
 GROUP BY s.id HAVING paid_on > :since AND MAX(c.kind NOT IN ({_UNPAID})) = 1
 ORDER BY paid_on, s.id"""
_PEOPLE: Final = "SELECT id, code, name, name_en FROM customer ORDER BY code"
_FIRST_LETTER: Final = (
    "SELECT item_id, MIN(sent_on) FROM dunned_item WHERE level >= 1 GROUP BY item_id"
)
_FIRST_DISPUTE: Final = "SELECT item_id, MIN(opened_on) FROM dispute GROUP BY item_id"


def paid_accounts(connection: Connection, since: date, as_of: date) -> list[PaidAccount]:
    """Return what each customer paid after ``since`` up to ``as_of``, by code and currency.

    A debt is paid when nothing of it is open and some of it was paid: on the day of the
    last document that closed it, whenever we allocated that, not before its own day.
    """
    accounts: dict[int, dict[str, list[Paid]]] = defaultdict(dict)
    letters = dict(_rows(connection, _FIRST_LETTER))
    disputes = dict(_rows(connection, _FIRST_DISPUTE))
    day, never = _Days(), "9999"
    for key, customer_id, currency, issued_on, due_on, minor, paid_on in _paid(
        connection, since, as_of
    ):
        chased = letters.get(key, never) <= paid_on
        disputed = disputes.get(key, never) <= paid_on
        paid = Paid(day[issued_on], day[due_on], day[paid_on], minor, chased, disputed)
        accounts[customer_id].setdefault(currency, []).append(paid)
    return [
        PaidAccount(code=code, name=name, name_en=name_en, currency=currency, paid=tuple(paid))
        for customer_id, code, name, name_en in _rows(connection, _PEOPLE)
        for currency, paid in sorted(accounts.get(customer_id, {}).items())
    ]


def _paid(connection: Connection, since: date, as_of: date) -> Iterator[tuple[Any, ...]]:
    """Return what was paid in a period, in order of payment."""
    settled = _SETTLED_DEBTS
    if not is_latest(connection, as_of.isoformat()):
        settled = f"{settled} UNION ALL {_SETTLED_THEN}"
    return _rows(connection, _PAID.format(settled=settled), since=since, as_of=as_of)


class _Days(dict[str, date]):
    """Days by their text: a book has few of them, and each is read once."""

    def __missing__(self, written: str) -> date:
        day = self[written] = date.fromisoformat(written)
        return day


def _rows(connection: Connection, sql: str, **days: date) -> Iterator[tuple[Any, ...]]:
    """Return a query's rows as SQLite's own tuples: there may be hundreds of thousands.

    All that one connection reads is of one moment.
    """
    if not connection.in_transaction():
        connection.begin()
    driver: Any = connection.connection.driver_connection
    values = {name: day.isoformat() for name, day in days.items()}
    found: Iterator[tuple[Any, ...]] = driver.execute(sql, values)
    return found
