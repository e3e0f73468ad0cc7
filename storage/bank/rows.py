"""Rows of a bank's table to movements of the accounts they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from domain.bank import BankLine
from domain.reading.bank import BankMapping, Way, place_key, read_way
from domain.reading.bank_balances import pieces
from domain.reading.bank_cells import read_time, split_party
from domain.reading.bank_signs import Fault, Signed, own_account, signed_amounts
from domain.reading.bank_told import Told, balance_label
from domain.reading.bank_wallets import fee_in, find_wallet, is_pending, is_unmoved
from domain.reading.cells import Cell, cell_text, plain
from domain.reading.result import Problem, Rejection, refuse
from storage.bank import found
from storage.bank.columns import Columns, Table

_NONE: Final = Decimal(0)
_ROWS_NAMED: Final = 20
_FAULTS: Final = {Fault.BOTH_SIDES: found.BOTH_SIDES, Fault.WAY_UNKNOWN: found.WAY_UNKNOWN}
_WORDS: Final = ("direction", "code")
_PARTIES: Final = ("payer_account", "payee_account", "own_account")
_FOLDED: Final = re.compile(r"([^\d()（）][^()（）]*)[(（]([\w*@.+-]+)[)）]").fullmatch
#: A serial number of zeros alone numbers nothing.
_NO_NUMBER: Final = frozenset("0-/ ")


class Entry(NamedTuple):
    """A movement with the account and holder that its row names."""

    account: str
    owner: str
    line: BankLine


class Rows(NamedTuple):
    """The movements of a table, the rows refused, and what was noticed."""

    entries: list[Entry]
    rejected: list[Rejection]
    notes: list[Problem]


class _Other(NamedTuple):
    """The other side of each row."""

    names: Sequence[str]
    accounts: Sequence[str]
    banks: Sequence[str]


class _Numbers(NamedTuple):
    """What numbers each row."""

    serials: Sequence[str]
    references: Sequence[str]


def read_rows(table: Table, mapping: BankMapping, told: Told, currency: str) -> Rows:
    """Return the movements of a table; balances in rows without one go to ``told``.

    ``currency`` is that of rows which name none.
    """
    reader = _RowReader(table, mapping, told)
    entries = reader.read(currency)
    rejected = [one for _, one in sorted(reader.columns.rejected.items())]
    return Rows(entries, rejected, reader.columns.notes)


class _RowReader:
    def __init__(self, table: Table, mapping: BankMapping, told: Told) -> None:
        self.table = table
        self.mapping = mapping
        self.told = told
        self.columns = Columns(table, mapping)
        self.texts = self.columns.joined("text")
        self.balances, bad = self.columns.quiet_figures("balance")
        if bad:
            self.columns.notes.append(refuse(found.BAD_BALANCE, count=bad))

    def read(self, currency: str) -> list[Entry]:
        """Return the movements, and leave the refusals in the columns."""
        columns = self.columns
        currencies = columns.currencies(currency)
        days = columns.dates("date")
        fees, amounts = self._net(self._amounts(currencies))
        left_out = self._skipped()
        self._set_apart(amounts, left_out)
        self._set_unmoved(left_out)
        for place in left_out:
            columns.rejected.pop(place, None)
        for place, (day, amount) in enumerate(zip(days, amounts, strict=True)):
            if place not in left_out:
                self._check(place, day, amount)
        kept = [
            place
            for place in range(len(self.table.rows))
            if place not in left_out and place not in columns.rejected
        ]
        lines = self._lines(kept, days, amounts, currencies, fees)
        owners, accounts = columns.texts("owner"), columns.numbers("own_account")
        self._note_pending(kept)
        return [
            Entry(accounts[place], owners[place], line)
            for place, line in zip(kept, lines, strict=True)
        ]

    def _amounts(self, currencies: list[str]) -> list[Signed | None]:
        """Return the signed amounts; a row that shows no way is refused."""
        columns = self.columns
        figures = {
            name: columns.figures(name, currencies)
            for name in ("amount", "credit", "debit")
            if columns.has(name)
        }
        words = {name: self._said(name) for name in _WORDS if columns.has(name)}
        if "direction" in words:
            words["direction"] = self._ways(words["direction"])
        if self.mapping.sign == "parties":
            words |= {name: columns.numbers(name) for name in _PARTIES if columns.has(name)}
            payers, payees = words["payer_account"], words["payee_account"]
            self.told.account = self.told.account or own_account(payers, payees)
        signed = signed_amounts(self.mapping, figures, words, self.balances, self.told.account)
        for place, amount in enumerate(signed):
            if isinstance(amount, Fault):
                said = {name: texts[place] for name, texts in words.items()}
                problem = refuse(_FAULTS[amount], found=said.get("direction", ""))
                columns.refuse(place, "direction", problem)
        return [None if isinstance(amount, Fault) else amount for amount in signed]

    def _said(self, name: str) -> list[str]:
        """Return the words of a column as they are: a stroke says neither in nor out."""
        return [plain(cell_text(cell)) for cell in self.columns.cells(name)]

    def _ways(self, texts: Sequence[str]) -> list[str]:
        """Return the directions; one left empty is said by what became of the money."""
        moved = self.columns.each("moved")
        return [
            text or next((column[n] for column in moved if read_way(column[n], {})), "")
            for n, text in enumerate(texts)
        ]

    # -- rows that are no movements

    def _skipped(self) -> set[int]:
        """Return the rows that the mapping does not want."""
        unwanted: set[int] = set()
        for header, values in self.mapping.skip.items():
            column = self.columns.place(header)
            wanted = {plain(value).casefold() for value in values}
            for place, row in enumerate(self.table.rows if column is not None else ()):
                if column is not None and plain(cell_text(row[column])).casefold() in wanted:
                    unwanted.add(place)
        return unwanted

    def _set_apart(self, amounts: Sequence[Signed | None], left_out: set[int]) -> None:
        """Take rows that name a balance and no movement out of the lines: 期初余额."""
        for place, amount in enumerate(amounts):
            if (amount and amount.amount) or self.balances[place] is None or place in left_out:
                continue
            labels = (balance_label(cell_text(cell)) for cell in self.table.rows[place])
            name = next(filter(None, labels), "")
            if name and getattr(self.told, name) is None:
                setattr(self.told, name, self.balances[place])
            if name:
                left_out.add(place)

    def _set_unmoved(self, left_out: set[int]) -> None:
        """Leave out trades that were closed or failed before money moved."""
        if not self.columns.has("status"):
            return
        states, ways = self.columns.texts("status"), self._said("direction")
        if not self.columns.has("direction"):
            ways = ["-"] * len(states)
        moved = self.columns.each("moved")
        rows = []
        for place, state in enumerate(states):
            cells = [column[place] for column in moved] if moved else None
            if place not in left_out and is_unmoved(state, ways[place], cells):
                rows.append(place)
        if rows:
            left_out.update(rows)
            numbers = tuple(self.table.numbers[place] for place in rows[:_ROWS_NAMED])
            self.columns.notes.append(refuse(found.UNMOVED, count=len(rows), rows=numbers))

    def _check(self, place: int, day: date | None, amount: Signed | None) -> None:
        """Refuse a row that lacks its date or figure."""
        if day is None:
            self.columns.refuse(place, "date", refuse(found.NO_DATE))
        elif amount is None:
            self.columns.refuse(place, "amount", refuse(found.NO_AMOUNT))

    def _note_pending(self, kept: Sequence[int]) -> None:
        if self.columns.has("status"):
            states = self.columns.texts("status")
            count = sum(is_pending(states[place]) for place in kept)
            if count:
                self.columns.notes.append(refuse(found.PENDING, count=count))

    # -- movements

    def _lines(
        self,
        kept: Sequence[int],
        days: Sequence[date | None],
        amounts: Sequence[Signed | None],
        currencies: Sequence[str],
        charges: Sequence[Decimal],
    ) -> list[BankLine]:
        columns = self.columns
        other, numbers = self._other([amount.way if amount else None for amount in amounts])
        times, values = self._times(), columns.quiet_dates("value_date")
        texts, kinds = self.texts, columns.texts("code")
        lines = []
        for place in kept:
            day, amount = days[place], amounts[place]
            if day is None or amount is None:
                continue
            lines.append(
                BankLine(
                    row=self.table.numbers[place],
                    booked_on=day,
                    amount=amount.amount,
                    currency=currencies[place],
                    value_on=values[place],
                    at=times[place],
                    name=other.names[place],
                    account=other.accounts[place],
                    bank=other.banks[place],
                    text=texts[place],
                    reference=numbers.references[place],
                    serial=numbers.serials[place],
                    code=kinds[place],
                    balance=self.balances[place],
                    charges=charges[place],
                    is_reversal=amount.is_reversal,
                    is_neutral=amount.way == "neutral",
                    raw=columns.raw(place),
                )
            )
        return lines

    def _times(self) -> list[str]:
        """Return the times of day, from their own column or behind the dates."""
        known: dict[Cell, str] = {}
        name = "time" if self.columns.has("time") else "date"
        times = []
        for cell in self.columns.cells(name):
            if cell not in known:
                known[cell] = read_time(cell)
            times.append(known[cell])
        return times

    def _other(self, ways: Sequence[Way | None]) -> tuple[_Other, _Numbers]:
        """Return the other side of each row, and the numbers of the row."""
        columns = self.columns
        other = _Other(*(self._party(part, ways) for part in ("name", "account", "bank")))
        if columns.has("party"):
            pairs = [split_party(text) for text in columns.texts("party")]
            names = [name or own for name, (own, _) in zip(other.names, pairs, strict=True)]
            accounts = [one or own for one, (_, own) in zip(other.accounts, pairs, strict=True)]
            other = _Other(names, accounts, other.banks)
        return _unfolded(other), self._row_numbers()

    def _party(self, part: str, ways: Sequence[Way | None]) -> list[str]:
        """Return the other side's part: the payer's of money in, the payee's of money out."""
        read = self.columns.numbers if part == "account" else self.columns.texts
        if not (self.columns.has(f"payer_{part}") and self.columns.has(f"payee_{part}")):
            return read(part)
        payers, payees = read(f"payer_{part}"), read(f"payee_{part}")
        return [payees[n] if way == "out" else payers[n] for n, way in enumerate(ways)]

    def _row_numbers(self) -> _Numbers:
        """Return serial numbers and references; a voucher's number is no serial number.

        凭证号 counts as one only where it is different in every row that has it.
        """
        serials, references = self.columns.texts("serial"), self.columns.joined("reference")
        headers = self.mapping.columns.get("serial", ())
        if headers and place_key(headers[0]) == "凭证号":
            filled = [serial for serial in serials if set(serial) - _NO_NUMBER]
            if len(set(filled)) < len(filled):
                joined = zip(serials, references, strict=True)
                references = [" ".join(filter(None, pair)) for pair in joined]
                serials = [""] * len(serials)
        serials = [serial if set(serial) - _NO_NUMBER else "" for serial in serials]
        return _Numbers(serials, references)

    def _net(self, amounts: list[Signed | None]) -> tuple[list[Decimal], list[Signed | None]]:
        """Return fees and amounts; fees go off the amounts where only so balances follow."""
        fees = self._fees(amounts)
        if not any(fees):
            return fees, amounts
        gross = [one.amount if one else None for one in amounts]
        net = [one.amount - fee if one else None for one, fee in zip(amounts, fees, strict=True)]
        if pieces(net, self.balances) >= pieces(gross, self.balances):
            return fees, amounts
        return fees, [
            one._replace(amount=one.amount - fee) if one else None
            for one, fee in zip(amounts, fees, strict=True)
        ]

    def _fees(self, amounts: Sequence[Signed | None]) -> list[Decimal]:
        """Return the fee of each row, of wallets also the one that a remark names.

        A fee that a refund gives back has the other sign than those taken: it is none.
        """
        if not self.columns.has("charges"):
            is_wallet = find_wallet(self.table.headers) is not None
            return [fee_in(text) if is_wallet and "费" in text else _NONE for text in self.texts]
        fees, _ = self.columns.quiet_figures("charges")
        pairs = [(fee or _NONE, one) for fee, one in zip(fees, amounts, strict=True)]
        taken = next((fee > 0 for fee, one in pairs if fee and one and one.way == "in"), None)
        return [
            _NONE if taken not in (None, fee > 0) and one and one.way == "out" else abs(fee)
            for fee, one in pairs
        ]


def _unfolded(other: _Other) -> _Other:
    """Take the name out of accounts that wallets write as 张三(138****0000)."""
    if any(other.names):
        return other
    folded = [_FOLDED(account) for account in other.accounts]
    names = [one[1] if one else "" for one in folded]
    pairs = zip(folded, other.accounts, strict=True)
    return _Other(names, [one[2] if one else account for one, account in pairs], other.banks)
