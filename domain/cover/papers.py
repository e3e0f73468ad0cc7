"""The tables of the letters to an insurer: what is told of a loss, its debts, its computation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from domain.cover.claims import Evidence, InsuranceClaim
from domain.cover.insurance import Cause, CoverDebt, InsurancePolicy, percent_of
from domain.cover.wording import cause, evidence, word
from domain.letters.words import cell, long_date, named, sentence, short_date
from domain.money import Money
from domain.papers import Addressee, LetterColumn, LetterTable


@dataclass(frozen=True, slots=True, kw_only=True)
class LossFacts:
    """What an insurer is told beside debts: sums in the policy's currency; texts may be empty."""

    policy: InsurancePolicy
    buyer: Addressee
    cause: Cause
    known_on: date
    limit: int
    limit_number: str = ""
    last_payment: str = ""
    disputed: int = 0
    security: str = ""
    in_transit: str = ""
    letters: str = ""
    measures: str = ""


def loss_table(told: LossFacts, language: str) -> LetterTable:
    """Return what is told of a loss, a fact in a row; what is known to be none says so."""
    currency = told.policy.currency
    none = word("none", language)
    disputed = Money(told.disputed, currency)
    rows = (
        ("policy", told.policy.number),
        ("buyer", named(told.buyer, language)),
        ("country", told.buyer.country),
        ("limit", _limit(told, language)),
        ("cause", cause(told.cause, language)),
        ("known_on", long_date(told.known_on, language)),
        ("last_payment", told.last_payment or none),
        ("disputed", sentence(disputed, language) if told.disputed else none),
        ("security", told.security or none),
        ("in_transit", told.in_transit or none),
        ("letters", told.letters or none),
        ("measures", told.measures),
    )
    return LetterTable(
        columns=_columns(("fact", "told"), 2, language),
        rows=tuple((word(key, language), value) for key, value in rows if value),
    )


def debts_table(debts: Sequence[CoverDebt], on: date, language: str, currency: str) -> LetterTable:
    """Return the debts of a loss with the days their goods left: amount − paid = unpaid."""
    names = ("row", "number", "issued_on", "shipped_on", "due_on")
    sums = tuple(map(sum, zip(*(_parts(one) for one in debts), strict=True)))
    return LetterTable(
        columns=_columns((*names, "amount", "paid", "open", "days"), len(names), language),
        rows=tuple(_row(place, one, on, language) for place, one in enumerate(debts, start=1)),
        sums=("", word("total", language), "", "", "", *(cell(one, currency) for one in sums), ""),
        caption=word("debts", language),
        note=word("currency", language).format(currency=currency),
    )


def _parts(debt: CoverDebt) -> tuple[int, int, int]:
    return debt.amount, debt.amount - debt.open, debt.open


def _row(place: int, debt: CoverDebt, on: date, language: str) -> tuple[str, ...]:
    late = 0 if debt.due_on is None else max((on - debt.due_on).days, 0)
    days = (debt.issued_on, debt.shipped_on, debt.due_on)
    return (
        str(place),
        debt.number,
        *(short_date(one, language) for one in days),
        *(cell(minor, debt.currency) for minor in _parts(debt)),
        str(late) if late else "—",
    )


def computation_table(claim: InsuranceClaim, language: str) -> LetterTable:
    """Return the steps from what is unpaid to the indemnity; a step of nothing is left out."""
    inside = min(claim.loss_minor, claim.limit_minor)
    insured = percent_of(inside, claim.insured_percent)
    steps = (
        ("deductions", -claim.deductions_minor),
        ("loss", claim.loss_minor),
        ("in_limit", inside),
        ("share", insured),
        ("deductible", -claim.deductible_minor),
        ("cut", claim.indemnity_minor - (insured - claim.deductible_minor)),
    )
    shown = [("gross", claim.gross_minor)]
    shown += [(key, minor) for key, minor in steps if minor or key == "loss"]
    percent = f"{claim.insured_percent.normalize():f}"

    def worded(key: str, minor: int) -> tuple[str, str]:
        return word(key, language).format(percent=percent), cell(minor, claim.currency)

    return LetterTable(
        columns=_columns(("step", "amount"), 1, language),
        rows=tuple(worded(key, minor) for key, minor in shown),
        sums=worded("indemnity", claim.indemnity_minor),
        caption=word("computation", language),
        note=word("currency", language).format(currency=claim.currency),
    )


def enclosed_table(present: Collection[Evidence], language: str) -> LetterTable:
    """Return the list of a claim pack, with what of it is enclosed."""
    rows = (
        (
            str(place),
            evidence(one, language),
            word("enclosed" if one in present else "later", language),
        )
        for place, one in enumerate(Evidence, start=1)
    )
    names = ("row", "document", "state")
    return LetterTable(
        columns=_columns(names, len(names), language),
        rows=tuple(rows),
        caption=word("pack", language),
    )


def _columns(names: Sequence[str], words: int, language: str) -> tuple[LetterColumn, ...]:
    """Return columns by the names of their labels; those after the first ``words`` are figures."""
    return tuple(
        LetterColumn(title=word(name, language), figures=place >= words)
        for place, name in enumerate(names)
    )


def _limit(told: LossFacts, language: str) -> str:
    said = sentence(Money(told.limit, told.policy.currency), language)
    if not told.limit_number:
        return said
    return f"{said}（{told.limit_number}）" if language == "zh" else f"{said} ({told.limit_number})"
