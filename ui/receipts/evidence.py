"""What in the words of a payment speaks for which document, with numbers to find it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.matching.values import Evidence, Proof, Proposal

#: Reasons that stand in the grid beside their document.
_OF_DOCUMENTS = frozenset(
    {
        Evidence.NUMBER,
        Evidence.ORDER,
        Evidence.CONTRACT,
        Evidence.STATEMENT,
        Evidence.TOTAL,
        Evidence.DISCOUNT,
        Evidence.FEE,
        Evidence.DIFFERENCE,
    }
)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the text; ``mark`` 1, 2, 3 … of its document, 0 where it is of none.

    ``against``: what stands there speaks against the proposal.
    """

    start: int
    end: int
    mark: int = 0
    against: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """What speaks for a document: its mark (0: nothing stands in the text), the words."""

    mark: int
    words: tuple[str, ...] = ()
    kinds: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Places in the text from left to right, and hints by document (item)."""

    spans: tuple[Span, ...] = ()
    hints: dict[int, Hint] = field(default_factory=dict)


def findings(proposal: Proposal | None, text: str) -> Findings:
    """Return what a proposal found in a text; documents are numbered as they stand in it.

    A place that two documents share belongs to the first; one inside another is left out.
    """
    if proposal is None:
        return Findings()
    placed = sorted(
        (proof for proof in proposal.proofs if _is_in(proof, text)),
        key=lambda proof: (proof.start, -proof.end),
    )
    marks: dict[int, int] = {}
    for proof in placed:
        if proof.item_id is not None:
            marks.setdefault(proof.item_id, len(marks) + 1)
    return Findings(_spans(placed, marks), _hints(proposal.proofs, marks, text))


def _is_in(proof: Proof, text: str) -> bool:
    return 0 <= proof.start < proof.end <= len(text)


def _spans(placed: Sequence[Proof], marks: dict[int, int]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for proof in placed:
        if spans and proof.start < spans[-1].end:
            continue
        mark = 0 if proof.item_id is None else marks[proof.item_id]
        against = proof.kind is Evidence.CONFLICT
        spans.append(Span(proof.start, proof.end, mark, against))
    return tuple(spans)


def _hints(proofs: Sequence[Proof], marks: dict[int, int], text: str) -> dict[int, Hint]:
    hints: dict[int, Hint] = {}
    for proof in proofs:
        if proof.item_id is None or proof.kind not in _OF_DOCUMENTS:
            continue
        before = hints.get(proof.item_id, Hint(marks.get(proof.item_id, 0)))
        words, kinds = before.words, before.kinds
        if _is_in(proof, text):
            words = (*words, text[proof.start : proof.end])
        elif proof.kind not in kinds:
            kinds = (*kinds, proof.kind)
        hints[proof.item_id] = Hint(before.mark, tuple(dict.fromkeys(words)), kinds)
    return hints
