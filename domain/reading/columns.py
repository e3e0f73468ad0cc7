"""Which table a file holds, and which of its columns are which fields.

Nothing is guessed from contents: only headers decide, and a field whose column is
not recognised is missing, for the user to map.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.reading import codes
from domain.reading.headers import KINDS, NEEDED, fields, is_bank, key, ranks, unit
from domain.reading.mapping import Mapping, Source
from domain.reading.result import Problem, refuse

_BANK_COLUMNS: Final = 3
_AMOUNTS: Final = ("amount", "net", "tax", "credit_limit", "delivered")
#: The pair that numbers a paper VAT invoice: the number alone is used again by other codes.
_INVOICE_CODE: Final = "发票代码"
_INVOICE_NUMBER: Final = "发票号码"


def guess_mapping(headers: Sequence[str], kind: str) -> Mapping:
    """Return the mapping that the headers suggest for a table.

    金额 beside 价税合计 is the net amount, as the tax platform exports it. Where a
    customer's code and name both stand in the file, ``customer`` is the code and
    ``customer_name`` the name. Amounts under (万元) get their scale, and a currency
    in brackets is the constant currency where no column names one.
    """
    chosen = _choose(headers, kind)
    if kind == "invoices":
        _settle_invoices(headers, chosen)
    if "customer" in fields(kind) and "customer" not in chosen and "customer_name" in chosen:
        chosen["customer"] = chosen.pop("customer_name")
    columns = {name: Source((headers[place],)) for name, place in sorted(chosen.items())}
    if kind == "invoices":
        columns.update(_official_number(headers))
    scale, currency = _units({name: headers[chosen[name]] for name in _AMOUNTS if name in chosen})
    constants = {"currency": currency} if currency and "currency" not in chosen else {}
    return Mapping(kind=kind, columns=columns, constants=constants, scale=scale)


def missing_fields(mapping: Mapping) -> tuple[Problem, ...]:
    """Return a problem for every field that the table cannot do without and nothing fills."""
    filled = {*mapping.columns, *mapping.constants, *mapping.defaults}
    return tuple(
        refuse(codes.MAPPING_FIELD_MISSING, field=choices[0], kind=mapping.kind)
        for choices in NEEDED[mapping.kind]
        if not filled.intersection(choices)
    )


def detect_kind(headers: Sequence[str]) -> str | None:
    """Return the table that headers describe, "bank" for a statement, None when unclear.

    A table may lack one field it cannot do without; its rows are refused then, with
    the reason. A file with amounts is never taken for one of customers.
    """
    if sum(map(is_bank, headers)) >= _BANK_COLUMNS:
        return "bank"
    if _has_own(headers, ("receipt", "credit_note")):
        return "allocations"
    if _is_orders(headers):
        return "orders"
    guesses = {kind: guess_mapping(headers, kind) for kind in ("invoices", "receipts")}
    with_amount = {kind: guess for kind, guess in guesses.items() if "amount" in guess.columns}
    if not with_amount:
        customers = guess_mapping(headers, "customers")
        fits = len(customers.columns) > 1 and not missing_fields(customers)
        return "customers" if fits and not _is_dated(guesses) else None
    lacks = {kind: len(missing_fields(guess)) for kind, guess in with_amount.items()}
    fewest = min(lacks.values())
    if fewest > 1:
        return None
    own = {kind: _own_headers(headers, kind) for kind in lacks if lacks[kind] == fewest}
    winners = [kind for kind, count in own.items() if count and count == max(own.values())]
    return winners[0] if len(winners) == 1 else None


def _is_dated(guesses: dict[str, Mapping]) -> bool:
    """Return whether rows carry dates, as documents do and customers do not."""
    dates = ("issue_date", "due_date", "date")
    return any(name in guess.columns for guess in guesses.values() for name in dates)


def known_headers(cells: Sequence[str]) -> int:
    """Return how many cells of a row are headers of any table, for finding the header row."""
    return max(len({name for name, _ in _known(cells, kind)}) for kind in KINDS)


def _known(cells: Sequence[str], kind: str) -> list[tuple[str, int]]:
    return [found for cell in cells for found in ranks(cell, kind)[:1]]


def _choose(headers: Sequence[str], kind: str) -> dict[str, int]:
    """Give each field its best column and each column one field, best names first."""
    fits = sorted(
        (rank, place, name)
        for place, header in enumerate(headers)
        for name, rank in ranks(header, kind)
    )
    chosen: dict[str, int] = {}
    taken: set[int] = set()
    for _, place, name in fits:
        if name not in chosen and place not in taken:
            chosen[name] = place
            taken.add(place)
    return chosen


def _settle_invoices(headers: Sequence[str], chosen: dict[str, int]) -> None:
    """Take 金额 beside a gross amount as net, and an order number for a missing number."""
    plain_amounts = [place for place, header in enumerate(headers) if key(header) == "金额"]
    gross = chosen.get("amount")
    if plain_amounts and gross not in (None, *plain_amounts) and "tax" in chosen:
        chosen.setdefault("net", plain_amounts[0])
    if "number" not in chosen and "order" in chosen:
        chosen["number"] = chosen.pop("order")


def _official_number(headers: Sequence[str]) -> dict[str, Source]:
    """Return the number of VAT invoices: the 20-digit one, else code and number together."""
    found = {key(header): header for header in reversed(headers)}
    digital = found.get(key("数电发票号码")) or found.get(key("数电票号码"))
    code, number = found.get(key(_INVOICE_CODE)), found.get(key(_INVOICE_NUMBER))
    pair = Source((code, number), "join", "") if code and number else number
    if digital and pair:
        return {"number": Source((digital, pair), "first")}
    return {"number": pair} if isinstance(pair, Source) else {}


def _units(amounts: dict[str, str]) -> tuple[dict[str, int], str]:
    units = {name: unit(header) for name, header in amounts.items()}
    scale = {name: found.scale for name, found in units.items() if found.scale != 1}
    named = {found.currency for found in units.values() if found.currency}
    return scale, named.pop() if len(named) == 1 else ""


def _has_own(headers: Sequence[str], names: tuple[str, ...]) -> bool:
    """Return whether a column names a receipt or credit note, and another the invoice."""
    chosen = _choose(headers, "allocations")
    return "invoice" in chosen and any(name in chosen for name in names)


def _is_orders(headers: Sequence[str]) -> bool:
    """Return whether rows are orders: only those say what was delivered of an amount."""
    chosen = _choose(headers, "orders")
    return all(name in chosen for name in ("number", "amount", "delivered"))


def _own_headers(headers: Sequence[str], kind: str) -> int:
    """Return how many headers only this one of invoices and receipts knows."""
    other = "receipts" if kind == "invoices" else "invoices"
    return sum(bool(ranks(header, kind)) and not ranks(header, other) for header in headers)
