"""Which way the money of each row went: money in is positive, for the account holder.

借方 is money out and 贷方 money in: banks write statements for their customers. A figure
on the wrong side of zero is a reversal (冲正): -15.00 under 借方 is money back. Only where
all figures of money out are negative is that how the file writes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AbcMapping
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

from domain.reading.bank import BankMapping, Way, read_way
from domain.reading.bank_balances import pieces

Figures: TypeAlias = Sequence[Decimal | None]

_NONE: Final = Decimal(0)
#: Accounts are one where one is the end of the other, from this many digits on.
_TAIL: Final = 8


class Fault(Enum):
    """Why a row has no signed amount."""

    BOTH_SIDES = "both_sides"
    WAY_UNKNOWN = "way_unknown"


class Signed(NamedTuple):
    """An amount with its sign, and which way it went before a reversal turned it."""

    amount: Decimal
    way: Way
    is_reversal: bool = False


Found: TypeAlias = "Signed | Fault | None"


def signed_amounts(
    mapping: BankMapping,
    figures: AbcMapping[str, Figures],
    words: AbcMapping[str, Sequence[str]],
    balances: Figures,
    own: str,
) -> list[Found]:
    """Return the signed amount of each row, None where it has no figure.

    Args:
        mapping: says how the table counts.
        figures: the columns ``amount``, ``credit`` and ``debit``, where there are.
        words: the texts of ``direction``, ``code`` and of the accounts of both parties.
        balances: beside the rows, to settle what is open.
        own: our account, for tables of payers and payees.
    """
    if mapping.sign == "sides":
        empty: Figures = [None] * len(balances)
        return _sides(figures.get("credit", empty), figures.get("debit", empty), balances)
    amounts = figures.get("amount", ())
    if mapping.sign == "direction":
        ways = _read_ways(words["direction"], mapping.words)
        return _directed(amounts, ways)
    if mapping.sign == "parties":
        return _directed(amounts, _ways_of_parties(words, mapping, amounts, own))
    turned = -1 if mapping.sign == "inverse" else 1
    return [None if one is None else _plain(turned * one) for one in amounts]


def own_account(payers: Sequence[str], payees: Sequence[str]) -> str:
    """Return the account that is payer or payee of every row, "" where not just one is."""
    pairs = [{payer, payee} - {""} for payer, payee in zip(payers, payees, strict=True)]
    common = set.intersection(*pairs) if len(pairs) > 1 else set()
    return common.pop() if len(common) == 1 else ""


def same_account(one: str, other: str) -> bool:
    """Return whether two numbers are one account, spaces and leading parts aside."""
    a, b = (re.sub(r"[\s'-]", "", number) for number in (one, other))
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) >= _TAIL and (a.endswith(b) or b.endswith(a)))


def _plain(amount: Decimal) -> Signed:
    return Signed(amount, "out" if amount < 0 else "in")


def _sides(credits: Figures, debits: Figures, balances: Figures) -> list[Found]:
    if _are_outs_negative(credits, debits, balances):
        debits = [None if debit is None else -debit for debit in debits]
    return [_side(credit, debit) for credit, debit in zip(credits, debits, strict=True)]


def _are_outs_negative(credits: Figures, debits: Figures, balances: Figures) -> bool:
    """Return whether the file writes money out with a minus.

    It does when all of it is negative, unless the balances follow each other only
    when it is taken for reversals.
    """
    moved = [debit for debit in debits if debit]
    if not moved or any(debit > 0 for debit in moved):
        return False
    pairs = list(zip(credits, debits, strict=True))
    written = [(credit or _NONE) + (debit or _NONE) for credit, debit in pairs]
    reversed_ = [(credit or _NONE) - (debit or _NONE) for credit, debit in pairs]
    return pieces(written, balances) <= pieces(reversed_, balances)


def _side(credit: Decimal | None, debit: Decimal | None) -> Found:
    if credit is None and debit is None:
        return None
    if credit and debit:
        return Fault.BOTH_SIDES
    if debit:
        return Signed(-debit, "out", is_reversal=debit < 0)
    credit = credit or _NONE
    return Signed(credit, "in", is_reversal=credit < 0)


def _read_ways(texts: Sequence[str], words: AbcMapping[str, tuple[str, ...]]) -> list[Way | None]:
    known = {text: read_way(text, words) for text in set(texts)}
    return [known[text] for text in texts]


def _directed(amounts: Figures, ways: Sequence[Way | None]) -> list[Found]:
    """Return amounts turned by their directions, unless they bear the signs already."""
    pairs = [(amount, way) for amount, way in zip(amounts, ways, strict=True) if amount]
    outs = [amount for amount, way in pairs if way == "out"]
    ins = [amount for amount, way in pairs if way == "in"]
    bears_signs = bool(outs) and max(outs) < 0 and min(ins, default=Decimal(1)) > 0
    return [
        _turned(amount, way, bears_signs=bears_signs)
        for amount, way in zip(amounts, ways, strict=True)
    ]


def _turned(amount: Decimal | None, way: Way | None, *, bears_signs: bool) -> Found:
    if amount is None:
        return None
    if way is None:
        return Fault.WAY_UNKNOWN if amount else Signed(amount, "in")
    if way == "neutral" or bears_signs:
        return Signed(amount, way)
    return Signed(-amount if way == "out" else amount, way, is_reversal=amount < 0)


def _ways_of_parties(
    words: AbcMapping[str, Sequence[str]], mapping: BankMapping, amounts: Figures, own: str
) -> list[Way | None]:
    """Return the ways by which party we are, else by the kind, else by the amount's sign."""
    payers, payees = words["payer_account"], words["payee_account"]
    mine = words.get("own_account") or [own or own_account(payers, payees)] * len(payers)
    kinds = _read_ways(words.get("code", [""] * len(payers)), mapping.words)
    has_signs = any(amount < 0 for amount in amounts if amount)
    ways: list[Way | None] = []
    for place, account in enumerate(mine):
        paid = same_account(payers[place], account)
        got = same_account(payees[place], account)
        amount = amounts[place]
        if paid != got:
            ways.append("out" if paid else "in")
        elif kinds[place] or not (has_signs and amount):
            ways.append(kinds[place])
        else:
            ways.append("out" if amount < 0 else "in")
    return ways
