"""Finding for the global search: customers, documents, amounts. Runs off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import Any

from domain.listing import CustomerRow, ItemRow, ListFilter, Order, ReceiptRow
from domain.ports import BookReader, ListQuery
from ui import format as fmt
from ui import parse
from ui.shell.hits import FEW, Hit


def find(reader: BookReader, text: str, as_of: date, language: str) -> list[Hit]:
    """Return customers, documents and amounts that fit what was typed."""
    where = ListFilter(as_of=as_of, text=text)
    hits = [_customer_hit(row, language) for row in _first(reader.customers, where, "code")]
    hits += [_item_hit(row, language) for row in _first(reader.items, where, "issued_on", True)]
    hits += [
        _receipt_hit(row, language) for row in _first(reader.receipts, where, "received_on", True)
    ]
    minor = parse.amount(text, reader.base_currency())
    if minor is not None and minor:
        hits += _amounts(reader, minor, as_of, language)
    return hits


def _first(query: ListQuery, where: ListFilter, key: str, descending: bool = False) -> list[Any]:
    ids = query.ids(where, Order(key, descending), limit=FEW)
    rows = query.rows(ids, where)
    return [rows[one] for one in ids if one in rows]


def _amounts(reader: BookReader, minor: int, as_of: date, language: str) -> list[Hit]:
    every = ListFilter(as_of=as_of)
    still_open = ListFilter(as_of=as_of, state="open")
    found = _equal(reader.items, every, "amount", attrgetter("amount"), minor)
    found += _equal(reader.items, still_open, "open", attrgetter("open"), minor)
    unique = {row.id: row for row in found}
    hits = [_item_hit(row, language, group="amounts") for row in list(unique.values())[:FEW]]
    receipts = _equal(reader.receipts, every, "amount", attrgetter("amount"), minor)
    return hits + [_receipt_hit(row, language, group="amounts") for row in receipts]


def _equal(
    query: ListQuery, where: ListFilter, key: str, get: Callable[[Any], int], minor: int
) -> list[Any]:
    """Return the first rows whose amount is ``minor``: halving over ids in amount order."""
    ids = query.ids(where, Order(key))

    def value(place: int) -> int:
        row = query.rows(ids[place : place + 1], where).get(ids[place])
        return 0 if row is None else get(row)

    low, high = 0, len(ids)
    while low < high:
        middle = (low + high) // 2
        if value(middle) < minor:
            low = middle + 1
        else:
            high = middle
    near = ids[low : low + FEW]
    rows = query.rows(near, where)
    return [rows[one] for one in near if one in rows and get(rows[one]) == minor]


def _customer_hit(row: CustomerRow, language: str) -> Hit:
    name = fmt.name(row.name, row.name_en, language)
    money = fmt.money(row.balance, row.currency)
    return Hit("customers", "users", f"{name}  {row.code}", money, f"customer/{row.id}")


def _item_hit(row: ItemRow, language: str, group: str = "documents") -> Hit:
    name = fmt.name(row.customer_name, row.customer_name_en, language)
    money = fmt.money(row.amount, row.currency)
    return Hit(group, "file-text", f"{row.label}  {name}", money, f"invoice/{row.id}")


def _receipt_hit(row: ReceiptRow, language: str, group: str = "documents") -> Hit:
    name = fmt.name(row.customer_name, row.customer_name_en, language)
    money = fmt.money(row.amount, row.currency)
    return Hit(group, "hand-coins", f"{row.number}  {name}", money, f"receipt/{row.id}")
