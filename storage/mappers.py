"""Rows of the book to domain values and back, one pair of functions per type."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from domain.allocation import Allocation
from domain.customer import Customer
from domain.document import ClaimKind, Document, Item, Kind
from domain.errors import NotFound
from domain.money import Money, apportion
from domain.values import dumps
from storage.tables import customer, customer_alias, document, item, setting

_CUSTOMER_TEXTS = [
    "code",
    "name",
    "name_en",
    "tax_id",
    "country",
    "language",
    "currency",
    "terms",
    "email",
    "phone",
    "address",
    "postcode",
    "contact",
    "bank_account",
    "owner",
]


def to_json(value: Any) -> str:
    """Return JSON of a plain or dataclass value."""
    return dumps(value)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes as hex."""
    return hashlib.sha256(data).hexdigest()


def sort_key(name: str) -> bytes:
    """Return bytes that sort Chinese names in (nearly) pinyin order: their GB18030 code."""
    return name.encode("gb18030", "replace")


def customer_row(value: Customer) -> dict[str, Any]:
    """Return a customer as a row (without its aliases)."""
    row: dict[str, Any] = {name: getattr(value, name) for name in _CUSTOMER_TEXTS}
    row["group_name"] = value.group
    row["credit_limit_minor"] = value.credit_limit_minor
    row["sort_key"] = sort_key(value.name)
    row["extra"] = json.dumps(value.extra, ensure_ascii=False)
    return row


def load_customer(connection: Connection, customer_id: int) -> Customer:
    """Return a customer.

    Raises:
        NotFound: there is none of this id.
    """
    row = (
        connection.execute(select(customer).where(customer.c.id == customer_id)).mappings().first()
    )
    if row is None:
        raise NotFound(record=f"customer/{customer_id}")
    aliases = connection.scalars(
        select(customer_alias.c.alias)
        .where(customer_alias.c.customer_id == customer_id)
        .order_by(customer_alias.c.id)
    )
    texts = {name: row[name] for name in _CUSTOMER_TEXTS}
    return Customer(
        **texts,
        group=row["group_name"],
        credit_limit_minor=row["credit_limit_minor"],
        aliases=tuple(aliases),
        extra=json.loads(row["extra"]),
    )


def find_customer(connection: Connection, code_or_name: str) -> int | None:
    """Return a customer by code, else by name or alias where just one has it."""
    found = connection.scalar(select(customer.c.id).where(customer.c.code == code_or_name))
    if found is not None:
        return int(found)
    by_name = select(customer.c.id).where(customer.c.name == code_or_name)
    by_alias = select(customer_alias.c.customer_id).where(customer_alias.c.alias == code_or_name)
    ids = set(connection.scalars(by_name.union(by_alias)))
    return int(ids.pop()) if len(ids) == 1 else None


def document_row(value: Document) -> dict[str, Any]:
    """Return a document as a row."""
    return {
        "kind": value.kind.value,
        "number": value.number,
        "customer_id": value.customer_id,
        "currency": value.currency,
        "issued_on": value.issued_on.isoformat(),
        "amount_minor": value.amount.minor,
        "base_minor": _minor(value.base),
        "net_minor": _minor(value.net),
        "tax_minor": _minor(value.tax),
        "terms": value.terms,
        "order_number": value.order_number,
        "contract_number": value.contract_number,
        "delivered_on": _iso(value.delivered_on),
        "description": value.description,
        "method": value.method,
        "reference": value.reference,
        "payer": value.payer,
        "payer_account": value.payer_account,
        "reverses_id": value.reverses_id,
        "import_key": value.import_key,
        "claim": value.claim.value if value.claim else None,
        "bank_line_id": value.bank_line_id,
        "extra": json.dumps(value.extra, ensure_ascii=False) if value.extra else None,
    }


def item_rows(document_id: int, value: Document) -> list[dict[str, Any]]:
    """Return a document's items as rows; base amounts are apportioned and add up."""
    minors = [part.amount.minor for part in value.items]
    bases = _bases(value, minors)
    return [
        {
            "document_id": document_id,
            "seq": part.seq,
            "parts": len(value.items),
            "kind": value.kind.value,
            "customer_id": value.customer_id,
            "currency": value.currency,
            "issued_on": value.issued_on.isoformat(),
            "due_on": _iso(part.due_on),
            "aged_from": _iso(part.aged_from),
            "amount_minor": part.amount.minor,
            "base_minor": base,
            "open_minor": part.amount.minor,
            "changed_on": value.issued_on.isoformat(),
        }
        for part, base in zip(value.items, bases, strict=True)
    ]


def _bases(value: Document, minors: list[int]) -> list[int] | list[None]:
    if value.base is None:
        return [None for _ in minors]
    return apportion(value.base.minor, minors) if value.amount.minor else [0 for _ in minors]


def load_document(connection: Connection, document_id: int) -> Document:
    """Return a posted document.

    Raises:
        NotFound: there is none of this id.
    """
    row = (
        connection.execute(select(document).where(document.c.id == document_id)).mappings().first()
    )
    if row is None:
        raise NotFound(record=f"document/{document_id}")
    parts = connection.execute(
        select(item).where(item.c.document_id == document_id).order_by(item.c.seq)
    ).mappings()
    currency = row["currency"]
    return Document(
        kind=Kind(row["kind"]),
        number=row["number"],
        customer_id=row["customer_id"],
        issued_on=date.fromisoformat(row["issued_on"]),
        amount=Money(row["amount_minor"], currency),
        items=tuple(_item(part, currency) for part in parts),
        base=_money(row["base_minor"], base_currency(connection)),
        net=_money(row["net_minor"], currency),
        tax=_money(row["tax_minor"], currency),
        terms=row["terms"],
        order_number=row["order_number"],
        contract_number=row["contract_number"],
        delivered_on=_day(row["delivered_on"]),
        description=row["description"],
        method=row["method"],
        reference=row["reference"],
        payer=row["payer"],
        payer_account=row["payer_account"],
        reverses_id=row["reverses_id"],
        import_key=row["import_key"],
        claim=ClaimKind(row["claim"]) if row["claim"] else None,
        bank_line_id=row["bank_line_id"],
        extra=json.loads(row["extra"]) if row["extra"] else {},
    )


def base_currency(connection: Connection) -> str:
    """Return the book's own currency."""
    found = connection.scalar(select(setting.c.value).where(setting.c.key == "base_currency"))
    return "CNY" if found is None else str(json.loads(found))


def _item(row: Mapping[Any, Any], currency: str) -> Item:
    return Item(
        seq=row["seq"],
        due_on=_day(row["due_on"]),
        amount=Money(row["amount_minor"], currency),
        aged_from=_day(row["aged_from"]),
    )


def allocation_row(value: Allocation) -> dict[str, Any]:
    """Return an allocation as a row."""
    return {
        "debit_item_id": value.debit_item_id,
        "credit_item_id": value.credit_item_id,
        "debit_minor": value.debit_minor,
        "credit_minor": value.credit_minor,
        "debit_base_minor": value.debit_base_minor,
        "credit_base_minor": value.credit_base_minor,
        "allocated_on": value.allocated_on.isoformat(),
        "reverses_id": value.reverses_id,
        "import_key": value.import_key,
    }


def allocation_from(row: Mapping[Any, Any]) -> Allocation:
    """Return an allocation from its row."""
    return Allocation(
        debit_item_id=row["debit_item_id"],
        credit_item_id=row["credit_item_id"],
        debit_minor=row["debit_minor"],
        credit_minor=row["credit_minor"],
        debit_base_minor=row["debit_base_minor"],
        credit_base_minor=row["credit_base_minor"],
        allocated_on=date.fromisoformat(row["allocated_on"]),
        reverses_id=row["reverses_id"],
        import_key=row["import_key"],
    )


def _minor(value: Money | None) -> int | None:
    return None if value is None else value.minor


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
