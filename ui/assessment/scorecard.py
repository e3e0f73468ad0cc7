"""The score card to fill in: points from 1 to 10 and the evidence, with what is suggested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from domain.credit.score_model import ScoreModel
from domain.credit.scoring import HIGHEST, LOWEST, Answer
from domain.credit.suggest import Suggestion
from ui import assessment_words as words
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, pane, row
from ui.widgets.button import Button


class ScoreCard(QWidget):
    """One row for each indicator of a model.

    Signals:
        changed: another answer stands here.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._model: ScoreModel | None = None
        self._suggested: Mapping[str, Suggestion] = {}
        self.points: dict[str, QLineEdit] = {}
        self.evidence: dict[str, QLineEdit] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(self._area))

    def show_model(
        self, model: ScoreModel, suggested: Mapping[str, Suggestion], answers: Sequence[Answer]
    ) -> None:
        """Show a model's indicators with what was answered before."""
        self._model, self._suggested = model, suggested
        self.points, self.evidence = {}, {}
        grid = QGridLayout()
        grid.setContentsMargins(16, 6, 16, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(4, 1)
        at = 0
        for group in model.groups:
            named = f"{words.group(group, self.ctx.language)} {group.weight.normalize():f}"
            grid.addWidget(label("heading", named), at, 0, 1, 5)
            for one in group.indicators:
                at += 1
                self._add(grid, at, one.code, words.indicator(one, self.ctx.language), one.weight)
            at += 1
        self._area.setWidget(pane(column(row(grid), None)))
        self._chain()
        for answer in answers:
            if answer.indicator in self.points:
                self.points[answer.indicator].setText(str(answer.points))
                self.evidence[answer.indicator].setText(answer.evidence)
        first = next(iter(self.points.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def _add(self, grid: QGridLayout, at: int, code: str, named: str, weight: Decimal) -> None:
        points, evidence = QLineEdit(), QLineEdit()
        points.setObjectName(f"assess.points.{code}")
        evidence.setObjectName(f"assess.evidence.{code}")
        points.setValidator(QIntValidator(LOWEST, HIGHEST, points))
        points.setFixedWidth(40)
        points.setAlignment(Qt.AlignmentFlag.AlignRight)
        points.setAccessibleName(named)
        evidence.setPlaceholderText(translate("Assessment", "evidence"))
        said = translate("Assessment", "evidence for {indicator}").format(indicator=named)
        evidence.setAccessibleName(said)
        points.textChanged.connect(lambda _text: self.changed.emit())
        evidence.textChanged.connect(lambda _text: self.changed.emit())
        weighs = label("small", f"{weight.normalize():f}")
        grid.addWidget(label("label", named), at, 0)
        grid.addWidget(weighs, at, 1)
        grid.addWidget(points, at, 2)
        if code in self._suggested:
            grid.addWidget(self._suggestion(code), at, 3)
        grid.addWidget(evidence, at, 4)
        self.points[code], self.evidence[code] = points, evidence

    def _suggestion(self, code: str) -> Button:
        found = self._suggested[code]
        button = Button(name=f"assess.suggest.{code}", kind="link")
        said = translate("Assessment", "take {points}").format(points=found.points)
        button.set_words(said, self._rests_on(found))
        button.clicked.connect(partial(self._take, code))
        return button

    def _rests_on(self, found: Suggestion) -> str:
        if found.days_late is not None:
            return translate("Assessment", "paid %n day(s) late on average", None, found.days_late)
        if found.visit is not None:
            said = translate("Assessment", "site visit {score} of 100")
            return said.format(score=found.visit)
        language = self.ctx.language
        return ", ".join(
            f"{words.term(one.code, language)} {words.figure(one, '')}" for one in found.figures
        )

    def _take(self, code: str, _checked: bool = False) -> None:
        found = self._suggested[code]
        self.points[code].setText(str(found.points))
        if not self.evidence[code].text():
            self.evidence[code].setText(self._rests_on(found))

    def take_all(self) -> None:
        """Take every suggestion for what is not answered yet."""
        for code in self._suggested:
            if code in self.points and not self.points[code].text():
                self._take(code)

    def _chain(self) -> None:
        """Enter goes to the next indicator; Tab visits the evidence too."""
        edits = list(self.points.values())
        for edit, following in pairwise(edits):
            edit.returnPressed.connect(partial(self._go, following))

    def _go(self, edit: QLineEdit) -> None:
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        edit.selectAll()
        self._area.ensureWidgetVisible(edit)

    def answers(self) -> tuple[Answer, ...]:
        """Return what is answered; a field that is empty or beyond 1 to 10 is no answer."""
        found = []
        for code, edit in self.points.items():
            if edit.hasAcceptableInput():
                hint = self._suggested.get(code)
                found.append(
                    Answer(
                        indicator=code,
                        points=int(edit.text()),
                        evidence=self.evidence[code].text().strip(),
                        suggested=hint.points if hint is not None else None,
                    )
                )
        return tuple(found)
