"""Running and reversing the month-end revaluation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.changes import Changes, OperationResult
from domain.errors import AlreadyReversed, NothingToDo, RunBackwards
from domain.ports import BookReader, UnitOfWork
from domain.revaluation import ForeignItem, Posting, Valuation, postings, value_items

REVALUED = Changes(settings=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A revaluation ready to be booked, as a screen shows it."""

    on: date
    base: str
    rates: dict[str, Decimal]
    items: tuple[ForeignItem, ...]
    values: tuple[Valuation, ...]
    postings: tuple[Posting, ...]

    @property
    def without_rate(self) -> tuple[ForeignItem, ...]:
        """Items whose booked rate is not known; they are not valued."""
        return tuple(item for item in self.items if item.booked is None)


def draft(reader: BookReader, on: date) -> Draft:
    """Return what a revaluation on a day would post.

    Raises:
        RateMissing: a currency with open items has no rate on or before the day.
    """
    items = tuple(reader.foreign_items(on))
    base = reader.base_currency()
    rates = _closing_rates(reader, {item.currency for item in items}, on)
    values = tuple(value_items(items, rates, base, on))
    last = reader.last_revaluation()
    before = reader.valuations(last) if last else []
    return Draft(
        on=on,
        base=base,
        rates=rates,
        items=items,
        values=values,
        postings=tuple(postings(values, before, rates)),
    )


def _closing_rates(reader: BookReader, currencies: set[str], on: date) -> dict[str, Decimal]:
    rates: dict[str, Decimal] = {}
    for row in reader.rates():  # the newest of a currency first
        if row.currency in currencies and row.quoted_on <= on:
            rates.setdefault(row.currency, row.rate)
    return rates


def run(uow: UnitOfWork, wanted: Draft) -> OperationResult[int]:
    """Keep a revaluation and return its id.

    Raises:
        NothingToDo: nothing is open in a foreign currency, and nothing to release.
        RunBackwards: a later run stands; reverse it first.
    """
    if not wanted.postings:
        raise NothingToDo
    with uow:
        last = uow.last_revaluation_on()
        if last is not None and wanted.on < last:
            raise RunBackwards(as_of=wanted.on, last=last)
        told = {one.currency: one.change for one in wanted.postings}
        operation = uow.begin("revaluation.run", {"on": wanted.on.isoformat(), "change": told})
        run_id = uow.add_revaluation(wanted.on, wanted.base, wanted.rates, wanted.values)
        uow.commit()
    return OperationResult(value=run_id, operation_id=operation, changes=REVALUED)


def reverse(uow: UnitOfWork, run_id: int, on: date) -> OperationResult[int]:
    """Take a revaluation back (by the first day of the next month, or because of a wrong rate).

    Raises:
        AlreadyReversed: it was reversed before, or is itself a reversal.
        RunBackwards: a later run builds on it; reverse that one first.
    """
    with uow:
        run_on = uow.revaluation_on(run_id)
        if run_on is None:
            raise AlreadyReversed(run=run_id)
        last = uow.last_revaluation_on()
        if last is not None and run_on < last:
            raise RunBackwards(as_of=run_on, last=last)
        operation = uow.begin("revaluation.reverse", {"run": run_id, "on": on.isoformat()})
        made = uow.add_revaluation(on, "", {}, (), reverses_id=run_id)
        uow.commit()
    return OperationResult(value=made, operation_id=operation, changes=REVALUED)
