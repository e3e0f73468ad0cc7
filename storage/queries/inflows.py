"""Inflows: bank lines that are not booked, and receipts, in one list.

A bank line is booked by the receipts that name it and that are not voided; one that
is booked in full is shown as those receipts. What a person made of an inflow is its
latest mark.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Engine, text

from domain.errors import NotFound
from domain.listing import InflowRow, ListFilter, Order, Totals
from domain.matching.payments import payment_of
from domain.matching.values import Payment
from storage.queries.as_of import OPEN

#: A day after all facts.
EVER: Final = date.max
#: Document ``d`` books a bank line: a receipt that stands, or whose money went back later.
BOOKS: Final = (
    "d.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM document v"
    " WHERE v.reverses_id = d.id AND v.method <> 'returned')"
)
#: A document says that bank line ``l``, money out, refunded a customer or took a receipt back.
_TOOK: Final = """EXISTS (SELECT 1 FROM document d WHERE d.bank_line_id = l.id
                  AND d.kind IN ('refund', 'void')
                  AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id))"""
_MARK: Final = """COALESCE((SELECT m.mark FROM inflow_mark m WHERE m."key" = {key}
                    ORDER BY m.id DESC LIMIT 1), 'open')"""
_LINE_MARK: Final = _MARK.format(key="l.id")
_RECEIPT_MARK: Final = _MARK.format(key="-i.document_id")
_BOOKED: Final = (
    f"COALESCE((SELECT -SUM(d.amount_minor) FROM document d WHERE d.bank_line_id = l.id"
    f" AND {BOOKS}), 0)"
)
#: Money out is nothing to book, unless it takes back what came in; what a wallet only moved
#: from pocket to pocket, and notes without an amount, are nothing either.
LINE_STATE: Final = f"""CASE WHEN l.is_neutral = 1 OR l.amount_minor = 0
                                  OR (l.amount_minor < 0 AND l.is_reversal = 0
                                      AND {_LINE_MARK} = 'open') THEN 'other'
                             WHEN {_LINE_MARK} IN ('other', 'check') THEN {_LINE_MARK}
                             ELSE 'todo' END"""
UNBOOKED: Final = (
    f"(l.amount_minor = 0 OR l.amount_minor > 0 AND l.amount_minor > {_BOOKED}"
    f" OR l.amount_minor < 0 AND NOT {_TOOK})"
)
_VOIDED: Final = (
    "EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = i.document_id"
    " AND v.issued_on <= :as_of)"
)
_RECEIPT_STATE: Final = f"""CASE WHEN {_VOIDED} THEN 'void' WHEN {OPEN} = 0 THEN 'done'
                                WHEN {_RECEIPT_MARK} IN ('held', 'check') THEN {_RECEIPT_MARK}
                                ELSE 'todo' END"""
#: Columns that lists sort by, of lines and of receipts.
_ORDERS: Final = {
    "booked_on": ("l.booked_on", "i.issued_on"),
    "name": ("l.name", "COALESCE(NULLIF(p.payer, ''), c.name)"),
    "amount": ("l.amount_minor", "-i.amount_minor"),
    "open": (f"l.amount_minor - {_BOOKED}", f"-({OPEN})"),
    "state": (LINE_STATE, _RECEIPT_STATE),
    "id": ("l.id", "-i.document_id"),
}
#: Inflows read by one statement.
_CHUNK: Final = 5000
#: States that only lines, or only receipts, can be in.
_LINES_ONLY: Final = ("other",)
_RECEIPTS_ONLY: Final = ("held", "done")


class InflowList:
    """Implements :class:`domain.ports.ListQuery` for inflows (ids are keys)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ids(
        self, where: ListFilter, order: Order, *, limit: int | None = None, from_end: bool = False
    ) -> array[int]:
        """Return keys in order; the first ``limit``, or the last with ``from_end``."""
        direction = "DESC" if order.descending != from_end else "ASC"
        cut = "" if limit is None else f" LIMIT {int(limit)}"
        tail = f'ORDER BY sort {direction}, "key" {direction}{cut}'
        halves = [f"SELECT * FROM ({half} {tail})" for half in _halves(where, order.key)]
        sql = f'SELECT "key" FROM ({" UNION ALL ".join(halves)}) {tail}'
        with self._engine.connect() as connection:
            found = array("q", connection.scalars(text(sql), _values(where)))
        return found[::-1] if from_end else found

    def count(self, where: ListFilter) -> int:
        """Return how many inflows the filter has."""
        sql = f"SELECT COUNT(*) FROM ({' UNION ALL '.join(_halves(where, 'id'))})"
        with self._engine.connect() as connection:
            return int(connection.scalar(text(sql), _values(where)) or 0)

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, InflowRow]:
        """Return inflows by key as of the filter's date."""
        with self._engine.connect() as connection:
            return load_rows(connection, ids, where.as_of)

    def totals(self, where: ListFilter) -> list[Totals]:
        """Return count, amount and what is open of the filter by currency."""
        halves = " UNION ALL ".join(_halves(where, "id", "currency, amount, open"))
        sql = f"""SELECT currency, COUNT(*), SUM(amount), SUM(open) FROM ({halves})
                   GROUP BY currency ORDER BY currency"""
        with self._engine.connect() as connection:
            rows = connection.execute(text(sql), _values(where)).all()
        return [Totals(currency=r[0], count=r[1], amount=r[2], open=r[3]) for r in rows]


def _values(where: ListFilter) -> dict[str, Any]:
    values: dict[str, Any] = {"as_of": where.as_of.isoformat()}
    if where.customer_id is not None:
        values["customer"] = where.customer_id
    if where.currency:
        values["currency"] = where.currency
    if where.text:
        values["text"] = f"%{_escaped(where.text)}%"
        values["plain"] = where.text
    return values


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _halves(where: ListFilter, key: str, more: str = "") -> list[str]:
    """Return the select of lines and the one of receipts that a filter needs."""
    halves = []
    if where.state not in _RECEIPTS_ONLY and where.customer_id is None:
        halves.append(_lines(where, _ORDERS[key][0], more=bool(more)))
    if where.state not in _LINES_ONLY:
        halves.append(_receipts(where, _ORDERS[key][1], more=bool(more)))
    return halves or ['SELECT 0 AS "key", 0 AS sort WHERE 1 = 0']


def _lines(where: ListFilter, sort: str, *, more: bool) -> str:
    columns = f'l.id AS "key", {sort} AS sort'
    if more:
        columns += f", l.currency, l.amount_minor AS amount, l.amount_minor - {_BOOKED} AS open"
    conditions = ["l.booked_on <= :as_of", UNBOOKED]
    if where.state == "todo":
        conditions.append(f"{LINE_STATE} IN ('todo', 'check')")
    elif where.state != "all":
        conditions.append(f"{LINE_STATE} = '{where.state}'")
    if where.currency:
        conditions.append("l.currency = :currency")
    if where.text:
        conditions.append(_like("l.name", "l.text", "l.account", "l.serial", "l.reference"))
    return f"SELECT {columns} FROM bank_line l WHERE {' AND '.join(conditions)}"


def _receipts(where: ListFilter, sort: str, *, more: bool) -> str:
    columns = f'-i.document_id AS "key", {sort} AS sort'
    if more:
        columns += f", i.currency, -i.amount_minor AS amount, -({OPEN}) AS open"
    conditions = ["i.kind = 'receipt'", "i.issued_on <= :as_of", *_receipt_state(where.state)]
    if where.customer_id is not None:
        conditions.append("i.customer_id = :customer")
    if where.currency:
        conditions.append("i.currency = :currency")
    if where.text:
        like = _like("p.number", "p.payer", "p.reference", "p.description", "c.name", "c.code")
        conditions.append(like)
    return (
        f"SELECT {columns} FROM item i {_source(where)}"
        " CROSS JOIN document p ON p.id = i.document_id"
        f" CROSS JOIN customer c ON c.id = i.customer_id WHERE {' AND '.join(conditions)}"
    )


def _source(where: ListFilter) -> str:
    """Return which index gives the receipts: of open items, of a customer, or of dates."""
    if where.customer_id is not None:
        return "INDEXED BY ix_item_customer"
    if where.state in ("todo", "held", "check"):
        return "NOT INDEXED" if where.as_of != EVER else "INDEXED BY ix_item_open"
    return "INDEXED BY ix_item_issued"


def _receipt_state(state: str) -> list[str]:
    if state == "all":
        return []
    if state == "done":
        return [f"{OPEN} = 0", f"NOT {_VOIDED}"]
    wanted = "('todo', 'check')" if state == "todo" else f"('{state}')"
    return [f"{OPEN} <> 0", f"{_RECEIPT_STATE} IN {wanted}"]


def _like(*columns: str) -> str:
    return "(" + " OR ".join(f"{column} LIKE :text ESCAPE '\\'" for column in columns) + ")"


def one(connection: Connection, key: int, as_of: date) -> InflowRow:
    """Return one inflow as of a date.

    Raises:
        NotFound: there is none of this key.
    """
    rows = load_rows(connection, [key], as_of)
    if key not in rows:
        raise NotFound(record=f"inflow/{key}")
    return rows[key]


def load_rows(connection: Connection, keys: Sequence[int], as_of: date) -> dict[int, InflowRow]:
    """Return inflows by key as of a date."""
    lines = ",".join(str(int(key)) for key in keys if key > 0)
    documents = ",".join(str(-int(key)) for key in keys if key < 0)
    values = {"as_of": as_of.isoformat()}
    rows: dict[int, InflowRow] = {}
    if lines:
        for row in connection.execute(text(_LINE_ROWS.format(listed=lines)), values).mappings():
            rows[row["key"]] = _line(row)
    if documents:
        sql = text(_RECEIPT_ROWS.format(listed=documents))
        for row in connection.execute(sql, values).mappings():
            rows[row["key"]] = _receipt(row)
    return rows


_LINE_ROWS: Final = (
    f"""SELECT l.*, l.id AS "key", {LINE_STATE} AS state, {_BOOKED} AS booked,
              b.number AS own_account, b.name AS own_name, b.bank AS own_bank,
              (SELECT m.note FROM inflow_mark m WHERE m."key" = l.id
                ORDER BY m.id DESC LIMIT 1) AS note
         FROM bank_line l JOIN bank_account b ON b.id = l.account_id """
    "WHERE l.id IN ({listed})"
)
_RECEIPT_ROWS: Final = (
    f"""SELECT -i.document_id AS "key", {_RECEIPT_STATE} AS state, i.id AS item_id, i.issued_on,
              i.currency, -i.amount_minor AS amount, -({OPEN}) AS open, d.number, d.method,
              d.payer, d.payer_account, d.reference, d.description, d.bank_line_id,
              i.customer_id, c.name AS customer_name, c.name_en AS customer_name_en,
              l.at, l.bank, l.text, l.reference AS line_reference, l.serial, l.charges_minor,
              b.number AS own_account, b.bank AS own_bank,
              (SELECT m.note FROM inflow_mark m WHERE m."key" = -i.document_id
                ORDER BY m.id DESC LIMIT 1) AS note
         FROM item i JOIN document d ON d.id = i.document_id
         JOIN customer c ON c.id = i.customer_id
         LEFT JOIN bank_line l ON l.id = d.bank_line_id
         LEFT JOIN bank_account b ON b.id = l.account_id """
    "WHERE i.document_id IN ({listed}) AND i.kind = 'receipt'"
)


def _line(row: Mapping[Any, Any]) -> InflowRow:
    amount = row["amount_minor"]
    open_minor = amount - row["booked"] if amount > 0 else amount
    return InflowRow(
        key=row["key"],
        state="done" if amount and not open_minor else row["state"],
        booked_on=date.fromisoformat(row["booked_on"]),
        currency=row["currency"],
        amount=amount,
        open=open_minor,
        at=row["at"],
        name=row["name"],
        account=row["account"],
        bank=row["bank"],
        text=row["text"],
        reference=row["reference"],
        serial=row["serial"],
        own_account=row["own_account"],
        own_bank=row["own_bank"],
        note=row["note"] or "",
        line_id=row["key"],
        charges=row["charges_minor"],
        is_reversal=bool(row["is_reversal"]),
    )


def _receipt(row: Mapping[Any, Any]) -> InflowRow:
    from_bank = row["bank_line_id"] is not None
    return InflowRow(
        key=row["key"],
        state=row["state"],
        booked_on=date.fromisoformat(row["issued_on"]),
        currency=row["currency"],
        amount=row["amount"],
        open=row["open"],
        at=row["at"] or "",
        name=row["payer"],
        account=row["payer_account"],
        bank=row["bank"] or "",
        text=row["text"] if from_bank else row["description"],
        reference=row["line_reference"] if from_bank else row["reference"],
        serial=row["serial"] or "",
        own_account=row["own_account"] or "",
        own_bank=row["own_bank"] or "",
        number=row["number"],
        method=row["method"],
        note=row["note"] or "",
        customer_id=row["customer_id"],
        customer_name=row["customer_name"],
        customer_name_en=row["customer_name_en"],
        item_id=row["item_id"],
        line_id=row["bank_line_id"],
        charges=row["charges_minor"] or 0,
    )


def payments(connection: Connection, as_of: date) -> list[Payment]:
    """Return the money still to be matched, by date: bank lines and unapplied receipts."""
    where = ListFilter(as_of=as_of, state="todo")
    sql = " UNION ALL ".join(_halves(where, "id"))
    keys = [row[0] for row in connection.execute(text(sql), _values(where))]
    chunks = (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
    rows = [row for chunk in chunks for row in load_rows(connection, chunk, as_of).values()]
    wanted = [row for row in rows if row.open > 0]
    return [payment_of(row) for row in sorted(wanted, key=lambda row: (row.booked_on, row.key))]
