"""What the credit check says: the verdict, three figures, and every reason in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from domain.credit.check import CheckResult, Level
from ui import credit_words
from ui import format as fmt
from ui.marks import translate
from ui.widgets.basic import Chips, column, label, row
from ui.widgets.facts import Number
from ui.widgets.paint import ChipText

#: Width of the chips before reasons, so that their words begin in one line.
_CHIP: Final = 56
#: Level → tone of its chip.
TONES: Final = {Level.PASSES: "green", Level.WARN: "amber", Level.BLOCK: "red"}


def level_chip(level: Level) -> ChipText:
    """Return a level as a chip."""
    words = {
        Level.PASSES: translate("CreditCheck", "Pass"),
        Level.WARN: translate("CreditCheck", "Warn"),
        Level.BLOCK: translate("CreditCheck", "Block"),
    }
    return ChipText(words[level], TONES[level])


def reason_lines(result: CheckResult, language: str) -> QWidget:
    """Return the reasons under each other, each with its level."""
    lines = []
    for level, words in credit_words.reasons(result, language):
        chip = Chips([level_chip(level)])
        chip.setFixedWidth(_CHIP)
        lines.append(row(chip, label("", words, wrap=True), gap=8))
    if not lines:
        lines.append(row(label("label", translate("CreditCheck", "Nothing speaks against it."))))
    for one in lines:
        one.setStretch(one.count() - 1, 1)
    made = QWidget()
    made.setLayout(column(*lines, None, gap=6))
    return made


class VerdictView(QWidget):
    """Headline, figures and reasons; ``wide``: the figures stand at the right of the others."""

    def __init__(self, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self._result: CheckResult | None = None
        self.head = label("subhead", name=f"{name}.verdict")
        self._mark = Chips()
        self.figures = {key: Number(f"{name}.{key}") for key in ("exposure", "after", "limit")}
        self._reasons: QWidget = QWidget()
        self._place = column()
        figures = row(*self.figures.values(), *([] if wide else [None]), gap=0)
        told = column(row(self._mark, self.head, None, gap=8), 8, self._place)
        if wide:
            told.addStretch(1)
            beside = column(figures, None)
            whole = row(told, beside, gap=16)
            whole.setStretch(0, 1)
            self.setLayout(whole)
            return
        told.insertLayout(1, figures)
        self.setLayout(told)

    def show_result(self, result: CheckResult | None, language: str) -> None:
        """Show another result, None for nothing."""
        self._result = result
        old = self._place.takeAt(0)
        before = None if old is None else old.widget()
        if before is not None:
            before.deleteLater()
        self.setVisible(result is not None)
        if result is None:
            return
        self.head.setText(credit_words.verdict(result.verdict, language))
        self._mark.set_chips([level_chip(result.verdict)])
        self._show_figures(result)
        self._place.addWidget(reason_lines(result, language))

    def _show_figures(self, result: CheckResult) -> None:
        asked = result.asked
        money = fmt.money(asked.exposure, asked.currency)
        self.figures["exposure"].show_figure(translate("CreditCheck", "Exposure"), money)
        after = fmt.money(result.after, asked.currency)
        tone = {Level.BLOCK: "red", Level.WARN: "amber"}.get(result.verdict, "text")
        self.figures["after"].show_figure(translate("CreditCheck", "With this sale"), after, tone)
        self.figures["after"].setVisible(asked.amount != 0)
        limit = translate("CreditCheck", "none set")
        if asked.unlimited:
            limit = translate("CreditCheck", "no limit")
        elif asked.limit is not None:
            limit = fmt.money(asked.limit, asked.currency)
        words = translate("CreditCheck", "Limit ({currency})").format(currency=asked.currency)
        self.figures["limit"].show_figure(words, limit)

    def text(self) -> str:
        """Return all that is said, for a screen reader and for tests."""
        lines = self._reasons_text()
        return "\n".join([self.head.text(), *lines]) if self._result is not None else ""

    def _reasons_text(self) -> list[str]:
        item = self._place.itemAt(0)
        holder = None if item is None else item.widget()
        return (
            [] if holder is None else [one.text() for one in holder.findChildren(type(self.head))]
        )
