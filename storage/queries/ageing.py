"""Ageing, balances and months: sets of items summed in SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.ageing import Buckets
from domain.document import SALES_KINDS, Kind
from domain.listing import ItemRow, MonthRow
from domain.papers import AgeingRow
from storage.queries.as_of import open_rows

#: Kinds that months count; written out, the index of kinds and dates is used.
_RECEIVED: Final = (Kind.RECEIPT, Kind.REFUND)
_COUNTED: Final = ", ".join(f"'{kind.value}'" for kind in (*SALES_KINDS, *_RECEIVED, Kind.VOID))


def by_customer(
    connection: Connection, as_of: date, buckets: Buckets, basis: str, customer_id: int | None
) -> list[AgeingRow]:
    """Return one row per customer and currency with something open, by code."""
    day = as_of.isoformat()
    values: dict[str, Any] = {"as_of": day}
    where = ""
    if customer_id is not None:
        where, values["customer"] = "i.customer_id = :customer", customer_id
    aged_on = "i.due_on" if basis == "due" else "COALESCE(i.aged_from, i.issued_on)"
    columns = f"i.customer_id, i.currency, i.amount_minor, {aged_on} AS aged_on"
    for n, oldest in enumerate([as_of, *buckets.oldest_dates(as_of)]):
        values[f"day{n}"] = oldest.isoformat()
    sql = f"""
        SELECT c.code, c.name, c.name_en, s.* FROM (
            SELECT customer_id, currency, {", ".join(_pivot(len(buckets.limits)))}
              FROM ({open_rows(connection, columns, day, where)}) AS opened
             GROUP BY customer_id, currency) AS s
          JOIN customer c ON c.id = s.customer_id ORDER BY c.code, s.currency"""
    return [_row(row, as_of) for row in connection.execute(text(sql), values)]


def _pivot(limits: int) -> Iterator[str]:
    """Return a sum for unapplied money and for each bucket, the debits' count and oldest day.

    One row per customer, in the order of the index, spares sorting all open items.
    """
    conditions = ["aged_on >= :day0"]
    conditions += [f"aged_on < :day{n} AND aged_on >= :day{n + 1}" for n in range(limits)]
    conditions += [f"aged_on < :day{limits}", "aged_on IS NULL"]
    yield "-SUM(CASE WHEN amount_minor < 0 THEN open ELSE 0 END)"
    for condition in conditions:
        yield f"SUM(CASE WHEN amount_minor > 0 AND {condition} THEN open ELSE 0 END)"
    yield "SUM(CASE WHEN amount_minor > 0 THEN 1 ELSE 0 END)"
    yield "MIN(CASE WHEN amount_minor > 0 THEN aged_on END)"


def _row(row: Sequence[Any], as_of: date) -> AgeingRow:
    code, name, name_en, _, currency, unapplied, *sums, items, oldest = row
    age = (as_of - date.fromisoformat(oldest)).days if oldest else 0
    return AgeingRow(
        code=code,
        name=name,
        name_en=name_en,
        currency=currency,
        balance=sum(sums) - unapplied,
        unapplied=unapplied,
        buckets=tuple(sums),
        items=items,
        oldest_days=max(age, 0),
    )


def by_item(rows: Sequence[ItemRow], buckets: Buckets, basis: str, as_of: date) -> list[AgeingRow]:
    """Return one row per open item, by customer code and due date."""
    aged = [_item_row(row, buckets, basis, as_of) for row in rows]
    return sorted(
        aged, key=lambda row: (row.code, row.currency, row.due_on or date.max, row.number)
    )


def _item_row(row: ItemRow, buckets: Buckets, basis: str, as_of: date) -> AgeingRow:
    age = row.days_overdue if basis == "due" else (as_of - (row.aged_from or row.issued_on)).days
    sums = [0] * len(buckets.keys)
    if row.open > 0:
        sums[buckets.index(age)] = row.open
    return AgeingRow(
        code=row.customer_code,
        name=row.customer_name,
        name_en=row.customer_name_en,
        currency=row.currency,
        balance=row.open,
        unapplied=-min(row.open, 0),
        buckets=tuple(sums),
        items=1 if row.open > 0 else 0,
        oldest_days=max(age or 0, 0) if row.open > 0 else 0,
        number=row.label,
        issued_on=row.issued_on,
        due_on=row.due_on,
    )


def currencies(connection: Connection, customer_id: int | None) -> list[str]:
    """Return the currencies documents have, in alphabetical order."""
    where = "" if customer_id is None else " WHERE customer_id = :customer"
    sql = f"SELECT DISTINCT currency FROM item{where} ORDER BY currency"
    values = {} if customer_id is None else {"customer": customer_id}
    return [str(row[0]) for row in connection.execute(text(sql), values)]


def balance_before(connection: Connection, customer_id: int, currency: str, on: date) -> int:
    """Return the sum of a customer's documents issued before a day."""
    sql = """SELECT COALESCE(SUM(amount_minor), 0) FROM item
              WHERE customer_id = :customer AND currency = :currency AND issued_on < :day"""
    values = {"customer": customer_id, "currency": currency, "day": on.isoformat()}
    return int(connection.scalar(text(sql), values))


def months(
    connection: Connection, customer_id: int | None, currency: str, as_of: date, count: int
) -> list[MonthRow]:
    """Return billed (invoices less credit notes) and received by month, voided ones taken back.

    A refund takes back what was received. Discounts, write-offs, set-offs and transfers
    are neither.
    """
    wanted = _last_months(as_of, count)
    where = "" if customer_id is None else "customer_id = :customer AND "
    sql = f"""
        SELECT substr(issued_on, 1, 7) AS month,
               CASE kind WHEN 'void' THEN
                    (SELECT o.kind FROM document v JOIN document o ON o.id = v.reverses_id
                      WHERE v.id = item.document_id)
               ELSE kind END AS counted, SUM(amount_minor) FROM item
         WHERE {where}currency = :currency AND issued_on BETWEEN :first AND :as_of
           AND kind IN ({_COUNTED})
         GROUP BY month, counted"""
    values: dict[str, Any] = {
        "currency": currency,
        "first": wanted[0].isoformat(),
        "as_of": as_of.isoformat(),
    }
    if customer_id is not None:
        values["customer"] = customer_id
    billed: dict[str, int] = {}
    received: dict[str, int] = {}
    for month, kind, minor in connection.execute(text(sql), values):
        if kind not in (*SALES_KINDS, *_RECEIVED):  # the voiding of something else
            continue
        target, sign = (received, -1) if kind in _RECEIVED else (billed, 1)
        target[month] = target.get(month, 0) + sign * minor
    return [
        MonthRow(
            month=month,
            billed=billed.get(month.isoformat()[:7], 0),
            received=received.get(month.isoformat()[:7], 0),
        )
        for month in wanted
    ]


def _last_months(as_of: date, count: int) -> list[date]:
    last = as_of.year * 12 + as_of.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(last - count + 1, last + 1)]
