"""Words and columns of instalment plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from domain.collecting.plan import PenaltyTerms, PlanMethod, PlanState
from domain.services.plans import PlanOn
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

_C: Final = "Plans"
STATES: Final[Mapping[str, tuple[str, str]]] = {
    PlanState.DEFAULT: (QT_TRANSLATE_NOOP("Plans", "In default"), "red"),
    PlanState.GRACE: (QT_TRANSLATE_NOOP("Plans", "Late, in grace"), "amber"),
    PlanState.PERFORMING: (QT_TRANSLATE_NOOP("Plans", "Kept"), "accent"),
    PlanState.COMPLETED: (QT_TRANSLATE_NOOP("Plans", "Paid off"), "green"),
}
METHODS: Final[Mapping[str, str]] = {
    PlanMethod.EQUAL_PRINCIPAL: QT_TRANSLATE_NOOP("Plans", "Equal principal"),
    PlanMethod.EQUAL_PAYMENT: QT_TRANSLATE_NOOP("Plans", "Equal payments"),
}
PENALTIES: Final[Mapping[str, str]] = {
    PenaltyTerms.RESERVED: QT_TRANSLATE_NOOP("Plans", "Reserved"),
    PenaltyTerms.WAIVED_IF_KEPT: QT_TRANSLATE_NOOP("Plans", "Waived if the plan is kept"),
    PenaltyTerms.INCLUDED: QT_TRANSLATE_NOOP("Plans", "Included"),
}


def state_word(state: str) -> str:
    """Return the word of a state."""
    source, _tone = STATES[state]
    return translate("Plans", source)


def method_word(method: str) -> str:
    """Return the word of a method."""
    source = METHODS[method]
    return translate("Plans", source)


def penalty_word(terms: str) -> str:
    """Return the word of what becomes of the penalty."""
    source = PENALTIES[terms]
    return translate("Plans", source)


def _chips(one: PlanOn) -> list[ChipText]:
    state = one.standing.state
    found = [ChipText(state_word(state), STATES[state][1])]
    if one.standing.a_fifth and state is not PlanState.COMPLETED:
        found.append(ChipText(translate("Plans", "a fifth overdue"), "amber"))
    return found


def columns() -> list[Column]:
    """Return the columns of a list of plans."""
    return [
        Column(
            key="agreed",
            title=(_C, QT_TRANSLATE_NOOP("Plans", "Agreed on")),
            get=lambda one: one.record.dated_on,
            kind="date",
            order="agreed",
            width=92,
        ),
        _money("total", QT_TRANSLATE_NOOP("Plans", "Total"), lambda one: one.record.value.total),
        _money("paid", QT_TRANSLATE_NOOP("Plans", "Paid"), lambda one: one.standing.paid),
        _money("left", QT_TRANSLATE_NOOP("Plans", "Left"), lambda one: one.standing.left),
        _money("due", QT_TRANSLATE_NOOP("Plans", "Due now"), lambda one: one.standing.due_now),
        Column(
            key="next",
            title=(_C, QT_TRANSLATE_NOOP("Plans", "Next on")),
            get=lambda one: one.standing.next_line and one.standing.next_line.line.due_on,
            kind="date",
            width=92,
        ),
        Column(
            key="state",
            title=(_C, QT_TRANSLATE_NOOP("Plans", "State")),
            get=_chips,
            kind="chips",
            width=150,
            stretch=True,
        ),
    ]


def _money(key: str, title: str, get: Callable[[PlanOn], int]) -> Column:
    return Column(
        key=key,
        title=(_C, title),
        get=get,
        kind="money",
        currency=lambda one: one.record.value.currency,
        dash=True,
        width=100,
        bold=key == "left",
    )
