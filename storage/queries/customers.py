"""The customer list: balances as of a date, ids first."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, text

from domain.listing import CustomerRow, ListFilter, Order, Totals
from domain.money import round_half_up
from storage.mappers import base_currency
from storage.queries.as_of import open_rows
from storage.queries.limits import limits_in_force
from storage.search import like

if TYPE_CHECKING:
    from domain.credit.exposure import Exposure

_PLAIN: Final = {"code": "c.code", "name": "c.sort_key", "id": "c.id", "owner": "c.owner"}
_SUMMED: Final = {
    "balance": "balance",
    "overdue": "overdue",
    "unapplied": "unapplied",
    "oldest_days": "oldest",
    "open_items": "items",
    "limit": "l.value",
}
#: The LIMIT keeps it a table of its own, which is looked up by an index.
_LIMITS: Final = "SELECT CAST(key AS INTEGER) AS id, value FROM json_each(:limits) LIMIT -1"
_SUMS: Final = """
    SELECT customer_id, currency, SUM(open) AS balance,
           SUM(CASE WHEN open > 0 AND due_on < :as_of THEN open ELSE 0 END) AS overdue,
           -SUM(CASE WHEN open < 0 THEN open ELSE 0 END) AS unapplied,
           MIN(CASE WHEN open > 0 THEN due_on END) AS oldest, COUNT(*) AS items
      FROM ({inner}) AS opened GROUP BY customer_id, currency"""


class CustomerList:
    """Implements :class:`domain.ports.ListQuery` for customers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ids(
        self, where: ListFilter, order: Order, *, limit: int | None = None, from_end: bool = False
    ) -> array[int]:
        """Return customer ids in order; the first ``limit``, or the last with ``from_end``."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where, order)
            backwards = (order.descending != (order.key == "oldest_days")) != from_end
            direction = "DESC" if backwards else "ASC"
            column = _PLAIN.get(order.key) or _SUMMED[order.key]
            if order.key in _SUMMED:
                column = f"COALESCE({column}, {_nothing(order.key)})"
            sql = f"SELECT c.id {source} ORDER BY {column} {direction}, c.id {direction}"
            if limit is not None:
                sql, values = f"{sql} LIMIT :limit", {**values, "limit": limit}
            found = array("q", (row[0] for row in connection.execute(text(sql), values)))
        return found[::-1] if from_end else found

    def count(self, where: ListFilter) -> int:
        """Return how many customers the filter has."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where, Order("code"))
            return int(connection.scalar(text(f"SELECT COUNT(*) {source}"), values))

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, CustomerRow]:
        """Return customers by id with their balances on the filter's date."""
        with self._engine.connect() as connection:
            return load_rows(connection, ids, where.as_of)

    def totals(self, where: ListFilter) -> list[Totals]:
        """Return balances and overdue sums of the filter by currency."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where, Order("code"))
            inner = _open(connection, where.as_of, f"i.customer_id IN (SELECT c.id {source})")
            sql = f"""SELECT currency, COUNT(*), SUM(balance), SUM(overdue)
                        FROM ({_SUMS.format(inner=inner)}) AS s GROUP BY currency
                       ORDER BY currency"""
            values["as_of"] = where.as_of.isoformat()
            rows = connection.execute(text(sql), values).all()
        return [Totals(currency=r[0], count=r[1], open=r[2], overdue=r[3]) for r in rows]


def _nothing(key: str) -> str:
    """Return what a customer without open items sorts as."""
    return "'9999'" if key == "oldest_days" else "0"


def _open(connection: Connection, as_of: date, where: str) -> str:
    columns = "i.customer_id, i.currency, i.due_on"
    return open_rows(connection, columns, as_of.isoformat(), where)


def _source(connection: Connection, where: ListFilter, order: Order) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {}
    conditions = ["1 = 1"]
    if where.text:
        values["like"] = like(where.text)
        conditions.append(
            "(c.code LIKE :like ESCAPE '\\' OR c.name LIKE :like ESCAPE '\\'"
            " OR c.name_en LIKE :like ESCAPE '\\' OR c.tax_id LIKE :like ESCAPE '\\')"
        )
    source = "FROM customer c"
    if order.key in _SUMMED or where.state != "all":
        values["as_of"] = where.as_of.isoformat()
        # A customer's own currency decides its place; others show in their own column.
        sums = _SUMS.format(inner=_open(connection, where.as_of, ""))
        source += (
            f" LEFT JOIN ({sums}) AS s ON s.customer_id = c.id"
            " AND s.currency = CASE WHEN c.currency = '' THEN :base ELSE c.currency END"
        )
        values["base"] = base_currency(connection)
    if order.key == "limit":
        found = limits_in_force(connection, base_currency(connection), where.as_of)
        values["limits"] = json.dumps({str(one): limit.minor for one, limit in found.items()})
        source += f" LEFT JOIN ({_LIMITS}) AS l ON l.id = c.id"
    if where.state == "open":
        conditions.append("COALESCE(s.items, 0) > 0")
    elif where.state == "overdue":
        conditions.append("COALESCE(s.overdue, 0) > 0")
    return f"{source} WHERE {' AND '.join(conditions)}", values


def load_rows(connection: Connection, ids: Sequence[int], as_of: date) -> dict[int, CustomerRow]:
    """Return customers by id with their balances on a date."""
    if not len(ids):
        return {}
    listed = ",".join(str(int(i)) for i in ids)
    base, day = base_currency(connection), {"as_of": as_of.isoformat()}
    sums = _SUMS.format(inner=_open(connection, as_of, f"i.customer_id IN ({listed})"))
    balances: dict[int, dict[str, Mapping[str, Any]]] = {}
    for row in connection.execute(text(sums), day).mappings():
        balances.setdefault(row["customer_id"], {})[row["currency"]] = dict(row)
    more = _more(connection, listed, day)
    people = connection.execute(text(f"SELECT * FROM customer WHERE id IN ({listed})")).mappings()
    limits = limits_in_force(connection, base, as_of, ids)
    rows = {
        row["id"]: replace(
            _row(row, balances.get(row["id"], {}), more, base, as_of),
            limit_minor=limits[row["id"]].minor,
        )
        for row in people
    }
    return _with_exposure(connection, rows, base, as_of)


def _with_exposure(
    connection: Connection, rows: dict[int, CustomerRow], base: str, as_of: date
) -> dict[int, CustomerRow]:
    """Return rows with exposure, in each customer's currency, and whether they are on hold."""
    from domain.credit.exposure import together
    from storage.queries.exposure import exposures, held, rates

    found: dict[int, list[Exposure]] = {}
    for one in exposures(connection, as_of, list(rows)):
        found.setdefault(one.customer_id, []).append(one)
    known, stopped = rates(connection, as_of), held(connection, as_of, list(rows))
    return {
        key: replace(
            row,
            exposure=together(
                found.get(key, ()), base, row.currency, known.get(row.currency)
            ).total,
            on_hold=key in stopped,
        )
        for key, row in rows.items()
    }


def _more(connection: Connection, listed: str, day: dict[str, str]) -> dict[str, dict[int, int]]:
    """Return disputed sums, dunning level, days late and days since a return by customer."""
    disputed = f"""
        SELECT i.customer_id, SUM(p.amount_minor) FROM item i INDEXED BY ix_item_open
          CROSS JOIN dispute p ON p.item_id = i.id
         WHERE i.customer_id IN ({listed}) AND i.open_minor <> 0 AND i.open_minor > 0
           AND p.opened_on <= :as_of
           AND (p.closed_on IS NULL OR p.closed_on > :as_of) GROUP BY i.customer_id"""
    level = f"""
        SELECT i.customer_id, MAX(n.level) FROM item i INDEXED BY ix_item_open
          CROSS JOIN dunned_item n ON n.item_id = i.id
         WHERE i.customer_id IN ({listed}) AND i.open_minor <> 0 AND i.open_minor > 0
           AND n.sent_on <= :as_of AND n.level > 0
         GROUP BY i.customer_id"""
    returned = f"""
        SELECT v.customer_id, julianday(:as_of) - julianday(MAX(v.issued_on))
          FROM document v INDEXED BY ix_document_returned
         WHERE v.kind = 'void' AND v.method = 'returned' AND v.customer_id IN ({listed})
           AND v.issued_on <= :as_of AND julianday(:as_of) - julianday(v.issued_on) <= 365
         GROUP BY v.customer_id"""
    return {
        "disputed": {row[0]: row[1] for row in connection.execute(text(disputed), day)},
        "level": {row[0]: row[1] for row in connection.execute(text(level), day)},
        "late": _days_late(connection, listed, day),
        "returned": {row[0]: row[1] for row in connection.execute(text(returned), day)},
    }


def _days_late(connection: Connection, listed: str, day: dict[str, str]) -> dict[int, int]:
    """Return the average days late, weighted by amount, of what the last year billed and got."""
    sql = f"""
        SELECT i.customer_id, SUM((i.amount_minor / 100 + 1) *
                 CAST(julianday(i.changed_on) - julianday(i.due_on) AS INTEGER)),
               SUM(i.amount_minor / 100 + 1)
          FROM item i INDEXED BY ix_item_customer
         WHERE i.customer_id IN ({listed}) AND i.issued_on BETWEEN :since AND :as_of
           AND i.amount_minor > 0 AND i.open_minor = 0
           AND i.due_on IS NOT NULL AND i.changed_on <= :as_of
           AND i.kind IN ('invoice','debit_note','opening')
           AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = i.document_id)
         GROUP BY i.customer_id"""
    since = date.fromisoformat(day["as_of"]) - timedelta(days=365)
    values = {**day, "since": since.isoformat()}
    rows = connection.execute(text(sql), values)
    return {row[0]: round_half_up(row[1], row[2]) for row in rows}


def _row(
    row: Mapping[Any, Any],
    balances: Mapping[str, Mapping[str, Any]],
    more: Mapping[str, Mapping[int, int]],
    base: str,
    as_of: date,
) -> CustomerRow:
    currency = row["currency"] or base
    own = balances.get(currency, {})
    oldest = own.get("oldest")
    late = (as_of - date.fromisoformat(oldest)).days if oldest else 0
    returned = more["returned"].get(row["id"])
    return CustomerRow(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        name_en=row["name_en"],
        currency=currency,
        balance=own.get("balance", 0),
        overdue=own.get("overdue", 0),
        unapplied=own.get("unapplied", 0),
        disputed=more["disputed"].get(row["id"], 0),
        oldest_days=max(late, 0),
        open_items=own.get("items", 0),
        avg_days_late=more["late"].get(row["id"]),
        last_level=more["level"].get(row["id"], 0),
        owner=row["owner"],
        returned_on=as_of - timedelta(days=int(returned)) if returned is not None else None,
        others=tuple(
            (code, sums["balance"]) for code, sums in sorted(balances.items()) if code != currency
        ),
    )
