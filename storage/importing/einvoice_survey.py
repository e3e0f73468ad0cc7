"""What electronic invoices of a file are, before anything is booked."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Final

from domain.einvoice import EInvoice
from domain.importing import ImportPreview, Survey
from storage.einvoice.cn_table import is_export
from storage.einvoice.recognise import holds_einvoice, read_einvoices
from storage.files.reader import RawTable

KIND: Final = "einvoice"
_SHOWN: Final = 200
#: Field of the table of invoices → what an electronic invoice says of it.
_FIELDS: Final[dict[str, Callable[[EInvoice], str]]] = {
    "number": lambda one: one.number,
    "customer": lambda one: one.buyer.name,
    "tax_id": lambda one: one.buyer.tax_id,
    "issue_date": lambda one: one.issued_on.isoformat() if one.issued_on else "",
    "due_date": lambda one: one.due_on.isoformat() if one.due_on else "",
    "currency": lambda one: one.currency,
    "net": lambda one: _figure(one.net),
    "tax": lambda one: _figure(one.tax),
    "amount": lambda one: _figure(one.gross),
    "order": lambda one: one.order,
}


def _figure(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:,}"


def is_held(file: Path, table: RawTable | None = None) -> bool:
    """Return whether a file is, packs or lists electronic invoices."""
    return is_export(table.headers) if table else holds_einvoice(file)


def survey_einvoices(file: Path, encoding: str | None) -> Survey:
    """Say what electronic invoices a file holds.

    Raises:
        FileUnreadable: there is none.
    """
    found = read_einvoices(file, encoding=encoding)
    first = found.invoices[0] if found.invoices else None
    return Survey(
        file=str(file),
        kind=KIND,
        recognised=KIND,
        encoding="",
        delimiter="",
        sheet="",
        sheets=(),
        headers=tuple(_FIELDS),
        samples=tuple(read(first) if first else "" for read in _FIELDS.values()),
        rows=len(found.invoices) + len(found.rejected),
        mapping={"kind": KIND},
        notes=(),
        problems=(),
    )


def preview_einvoices(file: Path, encoding: str | None) -> ImportPreview:
    """Return the first electronic invoices of a file as they will be read."""
    shown = read_einvoices(file, encoding=encoding).invoices[:_SHOWN]
    return ImportPreview(
        fields=tuple(_FIELDS),
        rows=tuple(tuple(read(one) for read in _FIELDS.values()) for one in shown),
        numbers=tuple(range(1, len(shown) + 1)),
        refused=frozenset(),
    )
