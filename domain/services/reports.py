"""Reports as values: computed here, drawn by ``reports``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.ageing import DEFAULT_LIMITS, Buckets
from domain.papers import AgeingReport, AgeingRow
from domain.ports import BookReader


def ageing_report(
    reader: BookReader,
    as_of: date,
    *,
    limits: Sequence[int] = DEFAULT_LIMITS,
    basis: str = "due",
    by: str = "customer",
    language: str = "zh",
    customer_id: int | None = None,
    currency: str | None = None,
    printed_at: str = "",
    maker: str = "",
) -> AgeingReport:
    """Return ageing as it stood on a day, with one total per currency.

    For each row and total: Σ buckets − unapplied = balance. An English report names
    customers in English where the book has such a name.
    """
    rows = reader.ageing(as_of, limits=limits, basis=basis, by=by, customer_id=customer_id)
    if currency is not None:
        rows = [row for row in rows if row.currency == currency]
    if language == "en":
        rows = [replace(row, name=row.name_en or row.name) for row in rows]
    return AgeingReport(
        company=reader.company(),
        language=language,
        as_of=as_of,
        basis=basis,
        by=by,
        keys=Buckets(tuple(limits)).keys,
        rows=tuple(rows),
        totals=tuple(_total(rows, code) for code in sorted({row.currency for row in rows})),
        printed_at=printed_at,
        maker=maker,
    )


def _total(rows: Sequence[AgeingRow], currency: str) -> AgeingRow:
    mine = [row for row in rows if row.currency == currency]
    return AgeingRow(
        code="",
        name="",
        currency=currency,
        balance=sum(row.balance for row in mine),
        unapplied=sum(row.unapplied for row in mine),
        buckets=tuple(sum(column) for column in zip(*(row.buckets for row in mine), strict=True)),
        items=sum(row.items for row in mine),
        oldest_days=max(row.oldest_days for row in mine),
    )
