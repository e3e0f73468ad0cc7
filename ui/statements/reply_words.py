"""Words of replies: states, answers, causes of differences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.statement_reply import Answer, Cause, ReplyState
from ui.marks import QT_TRANSLATE_NOOP, translate

#: State → word, tone of its chip.
STATES: Final[Mapping[str, tuple[str, str]]] = {
    ReplyState.SILENT: (QT_TRANSLATE_NOOP("Replies", "Silent"), "amber"),
    ReplyState.DIFFERS: (QT_TRANSLATE_NOOP("Replies", "Differs"), "red"),
    ReplyState.WAITING: (QT_TRANSLATE_NOOP("Replies", "Waiting"), "neutral"),
    ReplyState.AGREED: (QT_TRANSLATE_NOOP("Replies", "Agreed"), "green"),
    ReplyState.SETTLED: (QT_TRANSLATE_NOOP("Replies", "Settled"), "green"),
    ReplyState.OVERTAKEN: (QT_TRANSLATE_NOOP("Replies", "Overtaken"), "outline"),
}
ANSWERS: Final[Mapping[str, str]] = {
    Answer.AGREED: QT_TRANSLATE_NOOP("Replies", "Agrees with our figures"),
    Answer.DIFFERS: QT_TRANSLATE_NOOP("Replies", "Differs"),
}
CAUSES: Final[Mapping[str, str]] = {
    Cause.IN_TRANSIT: QT_TRANSLATE_NOOP("Replies", "In transit"),
    Cause.NO_INVOICE: QT_TRANSLATE_NOOP("Replies", "Invoice not received"),
    Cause.NOT_BOOKED: QT_TRANSLATE_NOOP("Replies", "Not booked yet"),
    Cause.PRICE: QT_TRANSLATE_NOOP("Replies", "Price"),
    Cause.QUALITY: QT_TRANSLATE_NOOP("Replies", "Quality"),
    Cause.RETURNED: QT_TRANSLATE_NOOP("Replies", "Goods returned"),
    Cause.DUPLICATE: QT_TRANSLATE_NOOP("Replies", "Booked twice"),
    Cause.OTHER: QT_TRANSLATE_NOOP("Replies", "Other"),
}


def state_word(state: str) -> str:
    """Return the word of a state."""
    source, _tone = STATES[state]
    return translate("Replies", source)


def answer_word(answer: str) -> str:
    """Return the word of an answer."""
    source = ANSWERS[answer]
    return translate("Replies", source)


def cause_word(cause: str) -> str:
    """Return the word of a cause."""
    source = CAUSES[cause]
    return translate("Replies", source)
