"""Grades, score cards, yardsticks and the working-asset table: the policy of assessments.

Each table is put in force by itself, from today; what was assessed before keeps its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from domain.credit.figure import Unit
from domain.credit.grades import Grade, GradePolicy, GradeRule
from domain.credit.ratios import RATIO_CODES, Bound, unit_of
from domain.credit.score_model import SHIPPED, ScoreModel, models_on
from domain.credit.working_assets import ShareStep
from domain.policy import CreditPolicy, policy_on
from domain.ports import BookReader
from domain.services import assessments
from ui import assessment_words as words
from ui import parse
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, line_edit, pane, row
from ui.widgets.choice import Choice, Option
from ui.widgets.fields import Field

_HUNDRED: Final = Decimal(100)
#: Columns of the table of grades: field, words, whether it is shown in percent.
_RULES: Final = (
    ("from_score", QT_TRANSLATE_NOOP("Grading", "From score"), False),
    ("max_term_days", QT_TRANSLATE_NOOP("Grading", "Longest term, days"), False),
    ("deposit", QT_TRANSLATE_NOOP("Grading", "Deposit %"), True),
    ("review_months", QT_TRANSLATE_NOOP("Grading", "Review, months"), False),
    ("multiplier", QT_TRANSLATE_NOOP("Grading", "Limit times"), False),
    ("pd", QT_TRANSLATE_NOOP("Grading", "Default %"), True),
    ("lgd", QT_TRANSLATE_NOOP("Grading", "Loss %"), True),
)
_WHOLE: Final = frozenset({"max_term_days", "review_months"})
_MODELS: Final = tuple(model.code for model in SHIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is in force."""

    policy: CreditPolicy
    models: dict[str, ScoreModel]


class NumberTable(QWidget):
    """Rows of decimal numbers under headings; ``None`` stands for a cell that is not typed."""

    def __init__(self, name: str, touched: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._touched = touched
        self.edits: list[list[QLineEdit | None]] = []
        self.total = label("label", name=f"{name}.total")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(self._area, self.total, gap=6)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_table(
        self,
        headers: Sequence[str],
        rows: Sequence[tuple[str, str, Sequence[Decimal | None]]],
    ) -> None:
        """Show rows of (name of object, words, values)."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        self.edits = []
        for at, header in enumerate(headers):
            grid.addWidget(label("small", header), 0, at)
        for at, (name, told, values) in enumerate(rows, start=1):
            grid.addWidget(label("label", told), at, 0)
            self.edits.append([])
            for place, value in enumerate(values, start=1):
                cell = None if value is None else self._edit(name, place, value)
                self.edits[-1].append(cell)
                if cell is not None:
                    cell.setAccessibleName(f"{told} {headers[place]}")
                    grid.addWidget(cell, at, place)
        self._area.setWidget(pane(column(row(grid, None), None, margins=(0, 0, 12, 0))))

    def _edit(self, name: str, place: int, value: Decimal) -> QLineEdit:
        made = line_edit(f"{self.objectName()}.{name}.{place}")
        made.setText(plain(value))
        made.setFixedWidth(84)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.textEdited.connect(lambda _text: self._touched())
        return made

    def values(self) -> list[list[Decimal | None]] | None:
        """Return the numbers as typed; None when one cannot be read (it gets the focus)."""
        found: list[list[Decimal | None]] = []
        for line in self.edits:
            found.append([])
            for cell in line:
                value = None if cell is None else number(cell.text())
                if cell is not None and value is None:
                    cell.setFocus(Qt.FocusReason.OtherFocusReason)
                    return None
                found[-1].append(value)
        return found


class GradingSection(Section):
    """The tables, one shown at a time; Save puts the one shown in force from today."""

    key = "grading"
    wide = True

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._kept: _Kept | None = None
        self.which = Choice("pill", name="settings.grading.which")
        self.tables = {
            key: NumberTable(f"settings.grading.{key}", self.touch)
            for key in ("grades", *_MODELS, "ratios", "shares")
        }
        self._stack = QStackedWidget()
        for table in self.tables.values():
            self._stack.addWidget(table)
        self._hint = label("hint", wrap=True)
        self.approved = line_edit("settings.grading.approved")
        self.reason = line_edit("settings.grading.reason")
        self.fields = {
            "approved": Field(
                self.approved, lambda: translate("Grading", "Approved by"), above=True
            ),
            "reason": Field(self.reason, lambda: translate("Grading", "Reason"), above=True),
        }
        foot = pane(row(*self.fields.values(), column(22, self.save, None), None, gap=12))
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.reason.setMinimumWidth(280)
        layout = column(
            row(self.which, None),
            self._hint,
            self._stack,
            self.problem,
            foot,
            gap=8,
            margins=(0, 0, 16, 12),
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.which.chosen.connect(self._choose)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Grading", "Grades and score cards")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Grading", "A change holds from today; earlier assessments stay")

    # showing

    def load(self) -> None:
        """Read what is in force."""
        day = self.ctx.today

        def read(reader: BookReader) -> _Kept:
            return _Kept(policy=policy_on(reader, day), models=models_on(reader, day))

        self.ctx.query(read, self._show, asker=self)

    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self.tables[key])
        self.problem.hide()
        self._show_hint()

    def _show(self, kept: _Kept) -> None:
        self._kept = kept
        language = self.ctx.language
        self.tables["grades"].show_table(*_grades_table(kept.policy.grades))
        for code in _MODELS:
            self.tables[code].show_table(*_model_table(kept.models[code], language))
        self.tables["ratios"].show_table(*_ratios_table(kept.policy, language))
        self.tables["shares"].show_table(*_shares_table(kept.policy.assessment.shares))
        self.approved.setText(kept.policy.approved_by)
        self.reason.clear()
        self.dirty = False
        self._show_totals()

    def touch(self) -> None:
        """Something was typed; sums of weights follow."""
        super().touch()
        self._show_totals()

    def _show_totals(self) -> None:
        for code in _MODELS:
            typed = [number(line[0].text()) for line in self.tables[code].edits if line[0]]
            total = sum((value for value in typed if value is not None), Decimal(0))
            said = translate("Grading", "Weights add up to {total} of 100")
            self.tables[code].total.setText(said.format(total=plain(total)))

    def _show_hint(self) -> None:
        hints = {
            "grades": translate(
                "Grading",
                "A grade begins at its score. Better grades have no shorter term, no smaller "
                "multiplier, no higher deposit and no higher risk.",
            ),
            "ratios": translate(
                "Grading", "From the first value on a ratio is green, from the second on red."
            ),
            "shares": translate(
                "Grading", "The share of the working assets up to each rating value, rising."
            ),
        }
        weights = translate("Grading", "Weights add up to 100; 0 leaves an indicator out.")
        self._hint.setText(hints.get(self.which.value(), weights))

    # keeping

    def submit(self) -> None:
        """Put the table shown in force from today."""
        kept, key = self._kept, self.which.value()
        values = self.tables[key].values() if kept is not None else None
        if kept is None or values is None:
            self.problem.setText(translate("Grading", "Type numbers. Nothing was changed."))
            self.problem.show()
            return
        if key in _MODELS:
            model = _model_of(kept.models[key], values, self.reason.text().strip())
            self._run(assessments.keep_model, model)
            return
        policy = replace(
            _policy_of(kept.policy, key, values),
            approved_by=self.approved.text().strip(),
            reason=self.reason.text().strip(),
        )
        self._run(assessments.change_assessment_policy, policy)

    def _run(self, service: Callable[..., Any], value: object) -> None:
        def done(_result: object) -> None:
            self.problem.hide()
            self.load()

        self.ctx.act(
            service,
            value,
            self.ctx.today,
            asker=self,
            notice=translate("Grading", "In force from today"),
            done=done,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        language = self.ctx.language
        self.which.set_options(
            [
                Option("grades", translate("Grading", "Grades")),
                *(Option(one.code, words.model(one, language)) for one in SHIPPED),
                Option("ratios", translate("Grading", "Yardsticks of ratios")),
                Option("shares", translate("Grading", "Working-asset table")),
            ]
        )
        self.which.setAccessibleName(self.title())
        self.save.set_words(translate("Grading", "Put in force"))
        self._show_hint()
        if self._kept is not None and not self.dirty:
            self._show(self._kept)


_Rows = list[tuple[str, str, Sequence[Decimal | None]]]


def _grades_table(policy: GradePolicy) -> tuple[list[str], _Rows]:
    told = [translate("Grading", title) for _key, title, _percent in _RULES]
    headers = [translate("Grading", "Grade"), *told]
    rows: _Rows = []
    for grade in (*Grade, None):
        rule, name = policy.rule(grade), grade.value if grade else "unrated"
        named = grade.value if grade else translate("Grading", "not assessed")
        rows.append((name, named, [_cell(rule, key, percent) for key, _w, percent in _RULES]))
    return headers, [_without_score(one) if one[0] == "unrated" else one for one in rows]


def _without_score(one: tuple[str, str, Sequence[Decimal | None]]) -> Any:
    name, told, values = one
    return name, told, [None, *values[1:]]


def _cell(rule: GradeRule, key: str, percent: bool) -> Decimal:
    value = Decimal(getattr(rule, key))
    return value * _HUNDRED if percent else value


def _model_table(model: ScoreModel, language: str) -> tuple[list[str], _Rows]:
    headers = [translate("Grading", "Indicator"), translate("Grading", "Weight")]
    rows: _Rows = [
        (one.code, words.indicator(one, language), [one.weight]) for one in model.indicators
    ]
    return headers, rows


def _ratios_table(policy: CreditPolicy, language: str) -> tuple[list[str], _Rows]:
    headers = [
        translate("Grading", "Ratio"),
        translate("Grading", "Green from"),
        translate("Grading", "Red from"),
    ]
    bounds = {one.code: one for one in policy.assessment.bounds}
    rows: _Rows = []
    for code in RATIO_CODES:
        if code in bounds:
            times = _times(code)
            told = words.term(code, language) + (" %" if times != 1 else "")
            rows.append((code, told, [bounds[code].green * times, bounds[code].red * times]))
    return headers, rows


def _times(code: str) -> Decimal:
    return _HUNDRED if unit_of(code) == Unit.SHARE else Decimal(1)


def _shares_table(steps: Sequence[ShareStep]) -> tuple[list[str], _Rows]:
    headers = ["", translate("Grading", "Up to rating"), translate("Grading", "Share %")]
    last = translate("Grading", "above")
    rows: _Rows = [
        (str(at), last if one.up_to is None else str(at), [one.up_to, one.share * _HUNDRED])
        for at, one in enumerate(steps, start=1)
    ]
    return headers, rows


def _model_of(
    model: ScoreModel, values: Sequence[Sequence[Decimal | None]], reason: str
) -> ScoreModel:
    weights = {one.code: line[0] for one, line in zip(model.indicators, values, strict=True)}
    groups = tuple(
        replace(
            group,
            indicators=tuple(
                replace(one, weight=weights[one.code] or Decimal(0)) for one in group.indicators
            ),
        )
        for group in model.groups
    )
    return replace(model, groups=groups, reason=reason)


def _policy_of(
    policy: CreditPolicy, key: str, values: Sequence[Sequence[Decimal | None]]
) -> CreditPolicy:
    if key == "grades":
        return replace(policy, grades=_grades_of(policy.grades, values))
    section = policy.assessment
    if key == "shares":
        steps = tuple(
            ShareStep(up_to=line[0], share=(line[1] or Decimal(0)) / _HUNDRED) for line in values
        )
        return replace(policy, assessment=replace(section, shares=steps))
    bounds = tuple(
        Bound(
            code=code,
            green=(line[0] or Decimal(0)) / _times(code),
            red=(line[1] or Decimal(0)) / _times(code),
        )
        for code, line in zip(_bounded(policy), values, strict=True)
    )
    return replace(policy, assessment=replace(section, bounds=bounds))


def _bounded(policy: CreditPolicy) -> list[str]:
    known = {one.code for one in policy.assessment.bounds}
    return [code for code in RATIO_CODES if code in known]


def _grades_of(policy: GradePolicy, values: Sequence[Sequence[Decimal | None]]) -> GradePolicy:
    names = [one.name for one in fields(policy)]
    rules = {
        name: _rule_of(getattr(policy, name), line)
        for name, line in zip(names, values, strict=True)
    }
    return replace(policy, **rules)


def _rule_of(rule: GradeRule, line: Sequence[Decimal | None]) -> GradeRule:
    typed: dict[str, Any] = {}
    for (key, _words, percent), value in zip(_RULES, line, strict=True):
        if value is not None:
            exact = value / _HUNDRED if percent else value
            typed[key] = int(exact) if key in _WHOLE else exact
    return replace(rule, **typed)


def plain(value: Decimal) -> str:
    """Return a number without trailing zeros: 45, 0.3."""
    return f"{value.normalize():f}"


def number(text: str) -> Decimal | None:
    """Return a typed number with at most six decimals, None when unclear."""
    try:
        found = Decimal(parse.clean(text).replace(" ", ""))
    except InvalidOperation:
        return None
    exponent = found.as_tuple().exponent
    exact = found.is_finite() and isinstance(exponent, int) and exponent >= -6
    return found if exact and abs(found) < 10**6 else None
