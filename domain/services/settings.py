"""Company, policy and other settings kept in the book, with their history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.changes import Changes, OperationResult
from domain.errors import RateMissing
from domain.ports import UnitOfWork


def change_settings(uow: UnitOfWork, values: Mapping[str, Any]) -> OperationResult[int]:
    """Store settings (JSON-ready values) and return how many changed."""
    with uow:
        before = {key: uow.setting(key) for key in values}
        changed = {key: value for key, value in values.items() if before[key] != value}
        operation = uow.begin("settings.change", {"keys": sorted(changed)})
        for key, value in changed.items():
            uow.put_setting(key, value)
        uow.changed("setting", 0, {key: before[key] for key in changed}, changed)
        uow.commit()
    return OperationResult(
        value=len(changed), operation_id=operation, changes=Changes(settings=True)
    )


def add_rate(uow: UnitOfWork, currency: str, on: date, rate: Decimal) -> OperationResult[Decimal]:
    """Keep an exchange rate: base units per one unit. Documents already posted keep theirs."""
    if rate <= 0:
        raise RateMissing(currency=currency, on=on)
    with uow:
        told = {"currency": currency, "on": on.isoformat(), "rate": str(rate)}
        operation = uow.begin("rate.add", told)
        uow.add_rate(currency, on, rate)
        uow.commit()
    return OperationResult(value=rate, operation_id=operation, changes=Changes(settings=True))


def save_mapping(uow: UnitOfWork, kind: str, name: str, value: str) -> OperationResult[str]:
    """Keep a column mapping of the importer under a name."""
    with uow:
        operation = uow.begin("mapping.save", {"kind": kind, "name": name})
        uow.save_mapping(kind, name, value)
        uow.commit()
    return OperationResult(value=name, operation_id=operation, changes=Changes(settings=True))


def drop_mapping(uow: UnitOfWork, kind: str, name: str) -> OperationResult[str]:
    """Forget a column mapping; what was imported with it stays."""
    with uow:
        operation = uow.begin("mapping.drop", {"kind": kind, "name": name})
        uow.drop_mapping(kind, name)
        uow.commit()
    return OperationResult(value=name, operation_id=operation, changes=Changes(settings=True))
