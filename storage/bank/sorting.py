"""Movements of a table to statements: one for each account and currency in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from domain.bank import BankStatement
from domain.reading.bank import BankMapping
from domain.reading.bank_balances import Chain, follow
from domain.reading.bank_told import Told
from domain.reading.result import Problem, refuse
from storage.bank import found
from storage.bank.rows import Entry

_BALANCES: Final = ("opening", "closing")


class _Key(NamedTuple):
    account: str
    currency: str


class Sorter:
    """Makes the statements of one table."""

    def __init__(self, told: Told, mapping: BankMapping, currency: str, fmt: str) -> None:
        self.told = told
        self.mapping = mapping
        self.currency = currency
        self.format = fmt

    def statements(
        self, entries: Sequence[Entry], notes: Sequence[Problem]
    ) -> tuple[BankStatement, ...]:
        """Return the statements in the order in which the file names them.

        What was noticed of the file as a whole stands with the first. A table without
        movements is a statement without lines. Balances and totals that stand around
        the table are those of its only statement; several have none of them.
        """
        account = self._account(entries)
        groups: dict[_Key, list[Entry]] = {}
        for entry in entries:
            key = _Key(entry.account or account, entry.line.currency)
            groups.setdefault(key, []).append(entry)
        if not groups:
            groups[_Key(account, self.mapping.constants.get("currency") or self.currency)] = []
        found_ = [
            self._statement(key, group, alone=len(groups) == 1) for key, group in groups.items()
        ]
        first = self._with_notes(found_[0], notes)
        return (first, *found_[1:])

    def _account(self, entries: Sequence[Entry]) -> str:
        """Return the account of rows that name none: the only one the others name, if any."""
        named = {entry.account for entry in entries if entry.account}
        return named.pop() if len(named) == 1 else self.told.account

    def _statement(self, key: _Key, group: Sequence[Entry], *, alone: bool) -> BankStatement:
        told = self.told if alone else Told()
        lines = tuple(entry.line for entry in group)
        chain = follow(lines)
        owners = [entry.owner for entry in group if entry.owner]
        statement = BankStatement(
            format=self.format,
            account=key.account,
            currency=key.currency,
            lines=lines,
            opening=chain.opening if told.opening is None else told.opening,
            closing=chain.closing if told.closing is None else told.closing,
            from_on=told.from_on,
            to_on=told.to_on,
            owner=owners[0] if owners else self.told.owner,
        )
        return self._with_notes(statement, _noted(statement, chain, told))

    def _with_notes(self, statement: BankStatement, notes: Sequence[Problem]) -> BankStatement:
        return replace(statement, notes=(*statement.notes, *notes))


def _noted(statement: BankStatement, chain: Chain, told: Told) -> list[Problem]:
    """Return what of the file's own balances and totals does not fit its lines."""
    notes = [
        _control("balance", one.told, one.found, row=one.row, count=chain.count)
        for one in chain.breaks
    ]
    if chain.is_out_of_order:
        notes.append(refuse(found.ORDER))
    for name in _BALANCES:
        said, derived = getattr(told, name), getattr(chain, name)
        if said is not None and derived is not None and said != derived:
            notes.append(_control(name, said, derived))
    if (
        statement.adds_up is False
        and statement.opening is not None
        and statement.closing is not None
    ):
        reached = statement.opening + statement.credits - statement.debits
        notes.append(_control("closing", statement.closing, reached))
    for name, total in told.totals.items():
        own = getattr(statement, name)
        if own != total:
            notes.append(_control(name, total, own))
    return notes


def _control(what: str, told: Decimal, found_: Decimal, **facts: object) -> Problem:
    return refuse(found.CONTROL, what=what, told=f"{told:f}", found=f"{found_:f}", **facts)
