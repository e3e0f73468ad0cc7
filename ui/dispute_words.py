"""Words of disputes: kinds, outcomes, states. Plain, for the window and for papers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.disputes import KIND_WORDS, OUTCOME_WORDS, DisputeKind, DisputeState, Outcome
from domain.fields import pick
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

#: State → word, tone of its chip; in the order of the register.
STATES: Final[Mapping[str, tuple[str, str]]] = {
    DisputeState.LATE: (QT_TRANSLATE_NOOP("Dispute", "Late"), "red"),
    DisputeState.OPEN: (QT_TRANSLATE_NOOP("Dispute", "Open"), "amber"),
    DisputeState.TO_CREDIT: (QT_TRANSLATE_NOOP("Dispute", "Credit note due"), "accent"),
    DisputeState.SETTLED: (QT_TRANSLATE_NOOP("Dispute", "Settled"), "neutral"),
}


def kind_word(kind: str, language: str) -> str:
    """Return what is contested."""
    return pick(KIND_WORDS[DisputeKind(kind)], language)


def outcome_word(outcome: str, language: str) -> str:
    """Return how a dispute was settled, "" while it is not."""
    return pick(OUTCOME_WORDS[Outcome(outcome)], language) if outcome else ""


def state_word(state: str) -> str:
    """Return how a dispute stands."""
    source, _tone = STATES[state]
    return translate("Dispute", source)


def state_chip(state: str) -> ChipText:
    """Return how a dispute stands, as a chip."""
    return ChipText(state_word(state), STATES[state][1])
