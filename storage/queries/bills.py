"""The bill register as of a date: list, sums by state, what matures, recourse exposure.

A bill's state on a date is that of its last event up to then that stands: not taken back
by then. Bills are few against documents, so every question reads them all.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Engine, select, text

from domain.bill import (
    LEADS_TO,
    PRESENT_DAYS,
    SAFE_BANKS,
    SAFE_BANKS_SETTING,
    Bill,
    BillEvent,
    BillState,
    EventKind,
    present_by,
)
from domain.bill_number import normal
from domain.errors import NotFound
from domain.listing import BillRisk, BillRow, BillSum, ListFilter, Order, Totals
from storage.tables import setting
from storage.unit_bills import load_bill, load_events

#: Bill ``b`` with the event ``e`` that gives its state on :as_of; none before it is received.
_FROM: Final = """
  FROM bill b
  JOIN bill_event e ON e.id = (
       SELECT MAX(x.id) FROM bill_event x
        WHERE x.bill_id = b.id AND x.happened_on <= :as_of AND x.kind <> 'undone'
          AND NOT EXISTS (SELECT 1 FROM bill_event u
                           WHERE u.reverses_id = x.id AND u.happened_on <= :as_of))
  JOIN customer c ON c.id = b.customer_id
  LEFT JOIN document d ON d.id = b.receipt_id"""
#: Received when its receipt was; without one, when it (or a part of it) came into the book.
_RECEIVED: Final = """COALESCE(d.issued_on, (SELECT MIN(r.happened_on) FROM bill_event r
                                WHERE r.bill_id = b.id AND r.kind = 'received'))"""
_ORDERS: Final = {
    "due_on": "b.due_on",
    "number": "b.number || b.part",
    "customer": "c.sort_key",
    "acceptor": "b.acceptor",
    "amount": "b.amount_minor",
    "issued_on": "b.issued_on",
    "received_on": _RECEIVED,
    "state": "e.kind",
    "since": "e.happened_on",
    "id": "b.id",
}
_WORDS: Final = ("b.number", "b.acceptor", "b.drawer", "b.note", "e.party", "c.name", "c.code")


def _kinds(*states: BillState) -> str:
    """Return a condition: the last event leads to one of these states."""
    kinds = ", ".join(f"'{kind.value}'" for kind, state in LEADS_TO.items() if state in states)
    return f"e.kind IN ({kinds})"


_IN_HAND: Final = _kinds(BillState.IN_HAND)
_PASSED_ON: Final = _kinds(BillState.ENDORSED, BillState.DISCOUNTED)
#: States of the list that are several of a bill.
_TOGETHER: Final = {
    "passed_on": _PASSED_ON,
    "unpaid": _kinds(BillState.DISHONOURED, BillState.RECOURSE),
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question's condition, its values, and what of a bill is exposed."""

    where: str
    exposed: str
    values: dict[str, Any]


class BillList:
    """Implements :class:`domain.ports.BillQuery`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ids(
        self, where: ListFilter, order: Order, *, limit: int | None = None, from_end: bool = False
    ) -> array[int]:
        """Return bill ids in order; the first ``limit``, or the last with ``from_end``."""
        direction = "DESC" if order.descending != from_end else "ASC"
        cut = "" if limit is None else f" LIMIT {int(limit)}"
        with self._engine.connect() as connection:
            asked = _asked(connection, where)
            sql = f"""SELECT b.id {_FROM} WHERE {asked.where}
                       ORDER BY {_ORDERS[order.key]} {direction}, b.id {direction}{cut}"""
            found = array("q", connection.scalars(text(sql), asked.values))
        return found[::-1] if from_end else found

    def count(self, where: ListFilter) -> int:
        """Return how many bills the filter has."""
        with self._engine.connect() as connection:
            asked = _asked(connection, where)
            sql = f"SELECT COUNT(*) {_FROM} WHERE {asked.where}"
            return int(connection.scalar(text(sql), asked.values) or 0)

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, BillRow]:
        """Return bills by id as of the filter's date."""
        listed = ",".join(str(int(key)) for key in ids)
        return {row.id: row for row in self._read(where.as_of, f"b.id IN ({listed})")}

    def totals(self, where: ListFilter) -> list[Totals]:
        """Return count, amount and exposure (``open``) of the filter by currency."""
        with self._engine.connect() as connection:
            asked = _asked(connection, where)
            sql = f"""SELECT b.currency, COUNT(*), SUM(b.amount_minor), SUM({asked.exposed})
                        {_FROM} WHERE {asked.where} GROUP BY b.currency ORDER BY b.currency"""
            rows = connection.execute(text(sql), asked.values).all()
        return [Totals(currency=r[0], count=r[1], amount=r[2], open=r[3]) for r in rows]

    # one bill

    def one(self, bill_id: int, as_of: date) -> BillRow:
        """Return a bill as of a date.

        Raises:
            NotFound: there is none, or it was not received by then.
        """
        rows = self._read(as_of, "b.id = :id", id=bill_id)
        if not rows:
            raise NotFound(record=f"bill/{bill_id}")
        return rows[0]

    def bill(self, bill_id: int) -> Bill:
        """Return a bill as it was registered.

        Raises:
            NotFound: there is none.
        """
        with self._engine.connect() as connection:
            found = load_bill(connection, bill_id)
        if found is None:
            raise NotFound(record=f"bill/{bill_id}")
        return found

    def events(self, bill_id: int) -> list[BillEvent]:
        """Return all that happened to a bill, taken back or not, in order."""
        with self._engine.connect() as connection:
            return load_events(connection, bill_id)

    def parts(self, bill_id: int, as_of: date) -> list[BillRow]:
        """Return what a bill was split into."""
        return self._read(as_of, "b.split_of_id = :id", id=bill_id)

    # all bills

    def maturing(self, as_of: date) -> list[BillRow]:
        """Return the bills whose money is still to come to us, by due date."""
        ours = _kinds(BillState.IN_HAND, BillState.PLEDGED, BillState.PRESENTED)
        return self._read(as_of, ours)

    def sums(self, as_of: date) -> list[BillSum]:
        """Return count, amount and exposure by state and currency; split bills by their parts."""
        found: dict[tuple[str, str], list[int]] = {}
        with self._engine.connect() as connection:
            asked = _asked(connection, ListFilter(as_of=as_of))
            sql = f"""SELECT e.kind, b.currency, COUNT(*), SUM(b.amount_minor),
                             SUM({asked.exposed}) {_FROM} WHERE {asked.where}
                       GROUP BY e.kind, b.currency"""
            for kind, currency, *figures in connection.execute(text(sql), asked.values):
                sums = found.setdefault((LEADS_TO[EventKind(kind)].value, currency), [0, 0, 0])
                sums[:] = [sums[at] + figures[at] for at in range(3)]
        return [
            BillSum(state=state, currency=currency, count=n, amount=amount, exposed=exposed)
            for (state, currency), (n, amount, exposed) in sorted(found.items())
        ]

    def exposure(self, as_of: date) -> list[BillRisk]:
        """Return what bills passed on keep in each customer's exposure."""
        with self._engine.connect() as connection:
            return risks(connection, as_of)

    def _read(self, as_of: date, where: str, **values: Any) -> list[BillRow]:
        with self._engine.connect() as connection:
            asked = _asked(connection, ListFilter(as_of=as_of))
            sql = f"""
                SELECT b.*, e.kind AS event, e.happened_on AS since, e.party,
                       c.code, c.name, c.name_en, d.number AS receipt_number,
                       {_RECEIVED} AS received_on, {asked.exposed} AS exposed
                  {_FROM} WHERE {where} ORDER BY b.due_on, b.id"""
            rows = connection.execute(text(sql), {**asked.values, **values}).mappings()
            return [_row(row) for row in rows]


def risks(
    connection: Connection, as_of: date, customer_ids: Sequence[int] | None = None
) -> list[BillRisk]:
    """Return what bills passed on keep in the exposure of all customers, or of some."""
    asked = _asked(connection, ListFilter(as_of=as_of, state="exposed"))
    also = ""
    if customer_ids is not None:
        also = f" AND b.customer_id IN ({','.join(str(int(one)) for one in customer_ids)})"
    sql = f"""SELECT b.customer_id, b.currency, COUNT(*), SUM(b.amount_minor)
                {_FROM} WHERE {asked.where}{also}
               GROUP BY b.customer_id, b.currency ORDER BY c.code, b.currency"""
    rows = connection.execute(text(sql), asked.values).all()
    return [BillRisk(customer_id=r[0], currency=r[1], count=r[2], amount=r[3]) for r in rows]


def _asked(connection: Connection, where: ListFilter) -> _Asked:
    values: dict[str, Any] = {"as_of": where.as_of.isoformat()}
    exposed = _exposed(connection, values)
    conditions = [_state(where, exposed, values)]
    if where.customer_id is not None:
        conditions.append("b.customer_id = :customer")
        values["customer"] = where.customer_id
    if where.currency:
        conditions.append("b.currency = :currency")
        values["currency"] = where.currency
    if where.text:
        likes = " OR ".join(f"{column} LIKE :text ESCAPE '\\'" for column in _WORDS)
        conditions.append(f"({likes} OR instr(b.number, :digits))")
        values |= {"text": f"%{_escaped(where.text)}%", "digits": normal(where.text) or where.text}
    return _Asked(
        " AND ".join(conditions), f"CASE WHEN {exposed} THEN b.amount_minor ELSE 0 END", values
    )


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _exposed(connection: Connection, values: dict[str, Any]) -> str:
    """Return the condition of :func:`domain.bill.exposure` in SQL; a test compares the two."""
    kept = connection.scalar(select(setting.c.value).where(setting.c.key == SAFE_BANKS_SETTING))
    banks = [word for word in (SAFE_BANKS if kept is None else json.loads(kept)) if word]
    values.update({f"bank{at}": word for at, word in enumerate(banks)})
    safe = " OR ".join(f"instr(b.acceptor, :bank{at})" for at in range(len(banks)))
    unsafe = f"NOT (b.kind = 'bank' AND ({safe}))" if safe else "1"
    return f"{_PASSED_ON} AND b.due_on >= :as_of AND {unsafe}"


def _state(where: ListFilter, exposed: str, values: dict[str, Any]) -> str:
    if where.state == "all":
        return f"NOT {_kinds(BillState.SPLIT)}"
    if where.state == "exposed":
        return exposed
    if where.state in _TOGETHER:
        return _TOGETHER[where.state]
    if where.state == "due":
        soon = where.as_of + timedelta(days=PRESENT_DAYS)
        values["soon"] = soon.isoformat()
        return f"{_IN_HAND} AND b.due_on <= :soon"
    return _kinds(BillState(where.state))


def _row(row: Mapping[Any, Any]) -> BillRow:
    due_on = date.fromisoformat(row["due_on"])
    return BillRow(
        id=row["id"],
        kind=row["kind"],
        number=row["number"],
        part=row["part"],
        state=LEADS_TO[EventKind(row["event"])].value,
        currency=row["currency"],
        amount=row["amount_minor"],
        issued_on=date.fromisoformat(row["issued_on"]),
        due_on=due_on,
        present_by=present_by(due_on),
        customer_id=row["customer_id"],
        customer_code=row["code"],
        customer_name=row["name"],
        customer_name_en=row["name_en"],
        received_on=date.fromisoformat(row["received_on"]),
        since=date.fromisoformat(row["since"]),
        acceptor=row["acceptor"],
        acceptor_bank=row["acceptor_bank"],
        drawer=row["drawer"],
        note=row["note"],
        party=row["party"],
        not_transferable=bool(row["not_transferable"]),
        receipt_id=row["receipt_id"],
        receipt_number=row["receipt_number"] or "",
        split_of_id=row["split_of_id"],
        exposed=row["exposed"],
    )
