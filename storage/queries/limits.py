"""What limits, stages and reviews need of the whole book: each set read once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import Connection, text

from domain.credit.approval import ApprovalStep, CreditApplication
from domain.credit.carried import Carried
from domain.credit.in_force import limits_by_customer
from domain.credit.limits import CreditLimit, Given, LimitOnDay
from domain.document import Kind
from domain.ports_limits import Late, Relation
from storage.queries.as_of import open_rows
from storage.unit_records import RecordReader

_BILLED: Final = ", ".join(f"'{kind}'" for kind in (Kind.INVOICE, Kind.DEBIT_NOTE, Kind.OPENING))
_GIVEN: Final = """
SELECT c.id, CASE WHEN c.currency = '' THEN :base ELSE c.currency END, c.group_name,
       c.credit_limit_minor FROM customer c"""
#: Of years of limits those that can matter on a day: the newest lasting one of each owner
#: and currency, and the top-ups that run. The rule itself is the domain's.
_TELLING: Final = """
SELECT id FROM (
    SELECT r.id, r.ends_on, json_extract(r.value, '$.top_up') AS top_up,
           ROW_NUMBER() OVER (
               PARTITION BY r.customer_id, json_extract(r.value, '$.group'),
                            json_extract(r.value, '$.currency'), json_extract(r.value, '$.top_up')
               ORDER BY r.dated_on DESC, r.id DESC) AS place
      FROM record r
     WHERE r.kind = 'credit_limit' AND r.value IS NOT NULL AND r.dated_on <= :day
       AND NOT EXISTS (SELECT 1 FROM record later WHERE later.replaces_id = r.id){some})
 WHERE (top_up = 1 AND ends_on >= :day) OR (top_up = 0 AND place = 1)"""
_RELATIONS: Final = f"""
SELECT c.id, c.code, MIN(i.issued_on),
       COUNT(DISTINCT CASE WHEN i.open_minor = 0 AND i.changed_on <= :as_of
                           THEN i.document_id END)
  FROM customer c LEFT JOIN item i ON i.customer_id = c.id AND i.kind IN ({_BILLED})
       AND i.issued_on <= :as_of AND i.amount_minor > 0
       AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = i.document_id)
{{one}}
 GROUP BY c.id ORDER BY c.code"""
#: What was before the period counts on its first day.
_PEAKS: Final = """
SELECT customer_id, currency, MAX(balance) FROM (
    SELECT customer_id, currency, SUM(minor) OVER (
               PARTITION BY customer_id, currency ORDER BY day) AS balance
      FROM (SELECT i.customer_id, i.currency, MAX(i.issued_on, :first) AS day,
                   SUM(i.amount_minor) AS minor
              FROM item i WHERE i.issued_on <= :last{one}
             GROUP BY i.customer_id, i.currency, MAX(i.issued_on, :first)) AS days) AS run
 GROUP BY customer_id, currency"""
_CARRIED: Final = """
SELECT i.issued_on, i.due_on, i.amount_minor,
       CASE WHEN i.open_minor = 0 THEN (
           SELECT MAX(MAX(c.issued_on), i.issued_on) FROM allocation a
             CROSS JOIN item c ON c.id = a.credit_item_id
            WHERE a.debit_item_id = i.id AND a.debit_minor > 0 AND NOT EXISTS (
                SELECT 1 FROM allocation r WHERE r.reverses_id = a.id)) END
  FROM item i INDEXED BY ix_item_customer
 WHERE i.customer_id = :customer AND i.currency = :currency AND i.issued_on <= :last
 ORDER BY i.issued_on, i.id"""


def given_limits(
    connection: Connection, base: str, customer_ids: Sequence[int] | None = None
) -> list[Given]:
    """Return what the master data of customers say of limits, of all or of some."""
    sql = _GIVEN
    if customer_ids is not None:
        sql += f" WHERE c.id IN ({','.join(str(int(one)) for one in customer_ids)})"
    return [Given(*row) for row in connection.execute(text(sql), {"base": base})]


def limits_in_force(
    connection: Connection, base: str, day: date, customer_ids: Sequence[int] | None = None
) -> dict[int, LimitOnDay]:
    """Return the limit of each customer on a day, of all or of some."""
    records, ids = RecordReader(connection), customer_ids
    return limits_by_customer(
        given_limits(connection, base, ids),
        records.records(CreditLimit, ids=_telling(connection, day, ids)),
        records.records(CreditApplication, customer_ids=ids, up_to=day),
        records.records(ApprovalStep, customer_ids=ids, up_to=day),
        day,
    )


def _telling(connection: Connection, day: date, ids: Sequence[int] | None) -> list[int]:
    """Return the limits that can matter on a day, those of groups included."""
    listed = "" if ids is None else ",".join(str(int(one)) for one in ids)
    some = "" if ids is None else f" AND (r.customer_id IS NULL OR r.customer_id IN ({listed}))"
    found = connection.scalars(text(_TELLING.format(some=some)), {"day": day.isoformat()})
    return list(found)


def relations(
    connection: Connection, as_of: date, customer_id: int | None = None
) -> list[Relation]:
    """Return since when each customer, or one, buys and how many documents it has paid."""
    one = "" if customer_id is None else " WHERE c.id = :customer"
    wanted = {"as_of": as_of.isoformat(), "customer": customer_id}
    return [
        Relation(owner, code, date.fromisoformat(first) if first else None, paid)
        for owner, code, first, paid in connection.execute(text(_RELATIONS.format(one=one)), wanted)
    ]


def late_items(connection: Connection, as_of: date) -> list[Late]:
    """Return what is overdue on a day, by customer and currency, summed by due day."""
    columns = "i.customer_id, i.currency, i.due_on"
    inner = open_rows(connection, columns, as_of.isoformat())
    sql = f"""SELECT customer_id, currency, due_on, SUM(open) FROM ({inner}) AS opened
               WHERE open > 0 AND due_on < :as_of GROUP BY customer_id, currency, due_on"""
    return [
        Late(customer_id, currency, minor, (as_of - date.fromisoformat(due_on)).days)
        for customer_id, currency, due_on, minor in connection.execute(
            text(sql), {"as_of": as_of.isoformat()}
        )
    ]


def peaks(
    connection: Connection, from_on: date, to_on: date, customer_id: int | None = None
) -> dict[tuple[int, str], int]:
    """Return the highest balance at the end of a day, by customer and currency."""
    one = "" if customer_id is None else " AND i.customer_id = :customer"
    days = {"first": from_on.isoformat(), "last": to_on.isoformat(), "customer": customer_id}
    rows = connection.execute(text(_PEAKS.format(one=one)), days)
    return {(owner, currency): max(peak, 0) for owner, currency, peak in rows}


def carried(connection: Connection, customer_id: int, currency: str, to_on: date) -> list[Carried]:
    """Return what moved a customer's balance up to a day, and until when it was open."""
    wanted = {"customer": customer_id, "currency": currency, "last": to_on.isoformat()}
    return [
        Carried(
            date.fromisoformat(issued_on),
            date.fromisoformat(due_on) if due_on else None,
            minor,
            date.fromisoformat(settled_on) if settled_on else None,
        )
        for issued_on, due_on, minor, settled_on in connection.execute(text(_CARRIED), wanted)
    ]
