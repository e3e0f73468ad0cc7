"""Columns of the invoices of a claim, with how well each is proved."""

from __future__ import annotations

from dataclasses import dataclass

from domain.evidence import words
from domain.evidence.proof import EvidenceWeights, InvoiceProof, Standing, score
from ui.invoices.columns import no_proof
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ProofRow:
    """An invoice with its score."""

    proof: InvoiceProof
    score: int


def rows_of(proofs: list[InvoiceProof], weights: EvidenceWeights) -> list[ProofRow]:
    """Return invoices with their scores."""
    return [ProofRow(one, score(one.checks, weights)) for one in proofs]


def tone(reached: int) -> str:
    """Return the tone of a score: 80 and more is good, under 50 is not."""
    return "green" if reached >= 80 else "amber" if reached >= 50 else "red"


def gap_words(row: ProofRow, language: str) -> str:
    """Return what is missing, in a few words."""
    gap = "、" if language == "zh" else ", "
    return gap.join(words.short(one, language) for one in row.proof.missing)


def columns() -> list[Column]:
    """Return the columns in their first order."""
    return [
        check_column(),
        Column(
            key="number",
            title=("Evidence", QT_TRANSLATE_NOOP("Evidence", "Invoice")),
            get=lambda row: row.proof.number,
            kind="code",
            order="number",
            width=140,
            fixed=True,
        ),
        Column(
            key="due_on",
            title=("Evidence", QT_TRANSLATE_NOOP("Evidence", "Due")),
            get=lambda row: row.proof.due_on,
            kind="date",
            order="due_on",
            width=92,
        ),
        Column(
            key="open",
            title=("Evidence", QT_TRANSLATE_NOOP("Evidence", "Open")),
            get=lambda row: row.proof.open,
            kind="money",
            currency=lambda row: row.proof.currency,
            order="open",
            descending=True,
            width=100,
            bold=True,
        ),
        Column(
            key="score",
            title=("Evidence", QT_TRANSLATE_NOOP("Evidence", "Proved %")),
            get=lambda row: row.score,
            kind="number",
            order="score",
            width=72,
            tone=lambda row: tone(row.score),
        ),
        Column(
            key="missing",
            title=("Evidence", QT_TRANSLATE_NOOP("Evidence", "Missing")),
            get=lambda row: gap_words(row, "zh"),
            say=gap_words,
            stretch=True,
            width=180,
            ink="text-2",
        ),
        Column(
            key="state",
            title=("Evidence", QT_TRANSLATE_NOOP("Evidence", "Delivery")),
            get=lambda row: [no_proof()] if row.proof.unproved else [],
            kind="chips",
            width=90,
        ),
    ]


def standing_words(standing: Standing, language: str) -> str:
    """Return whether a paper is there."""
    zh, en = words.STANDINGS[standing]
    return zh if language == "zh" else en
