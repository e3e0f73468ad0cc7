"""One dispute as the inspector tells it, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from domain.disputes import DisputeOn, DisputeState
from ui import format as fmt
from ui.dispute_words import kind_word, outcome_word, state_chip
from ui.marks import translate
from ui.widgets.basic import Chips, column, label, row
from ui.widgets.button import Button


class DisputeBox(QWidget):
    """What is contested, who looks into it, how it was decided; ``do(act, id)`` runs an act."""

    def __init__(self, found: DisputeOn, language: str, do: Callable[[str, int], object]) -> None:
        super().__init__()
        one = found.row
        amount = fmt.money(one.amount, one.currency)
        head = label("subhead", f"{kind_word(one.kind, language)} {amount}")
        lines = [
            row(head, None, Chips([state_chip(found.state)])),
            label("label", one.reason, wrap=True),
            label("small", handled(found, language), wrap=True),
        ]
        if one.note:
            lines.append(label("small", one.note, wrap=True))
        if one.outcome:
            lines.append(label("label", decided(found, language), wrap=True))
        self.setLayout(column(*lines, self._acts(found, do), gap=2))

    def _acts(self, found: DisputeOn, do: Callable[[str, int], object]) -> object:
        words = {
            "settle": translate("Dispute", "Settle"),
            "hand_on": translate("Dispute", "Hand on"),
            "credit": translate("Dispute", "Credit note"),
            "letter": translate("Dispute", "Letter"),
        }
        buttons = []
        for act in acts_of(found):
            made = Button(name=f"invoices.dispute.{act}.{found.row.id}", kind="link")
            made.set_words(words[act])
            made.clicked.connect(partial(_run, do, act, found.row.id))
            buttons.append(made)
        return row(*buttons, None, gap=10)


def _run(do: Callable[[str, int], object], act: str, key: int, _on: bool = False) -> None:
    do(act, key)


def acts_of(found: DisputeOn) -> list[str]:
    """Return what can be done with a dispute, the next step first."""
    acts = ["settle", "hand_on"] if found.open else []
    if found.state is DisputeState.TO_CREDIT:
        acts.insert(0, "credit")
    return [*acts, "letter"]


def handled(found: DisputeOn, language: str) -> str:
    """Return since when, by whom and until when: "21 Oct · He · by 10 Nov 2026"."""
    since = fmt.short_day(found.row.opened_on, language)
    by = translate("Dispute", "by {date}").format(date=fmt.day(found.due_on, language))
    return " · ".join(part for part in (since, found.owner, by) if part)


def decided(found: DisputeOn, language: str) -> str:
    """Return the decision, what was conceded and the credit notes posted for it."""
    one = found.row
    parts = [outcome_word(one.outcome, language)]
    if one.conceded:
        parts.append(fmt.money(one.conceded, one.currency))
    parts += [fmt.day(one.decided_on, language), *one.credits, one.resolution]
    return " · ".join(part for part in parts if part)
