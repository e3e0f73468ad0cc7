"""The grade of a customer: the assessment in force explained, and those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.credit.assessment import Assessment
from domain.credit.grades import GradePolicy
from domain.credit.scoring import Point
from domain.record import Record
from ui import assessment_words as words
from ui import format as fmt
from ui.assessment.marks import grade_chip
from ui.assessment.wizard import part_chips
from ui.context import AppContext
from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column
from ui.lists.short import short_list
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """A point of a score card with the name of its indicator."""

    name: str
    point: Point


def point_columns() -> list[Column]:
    """Return the columns of a score card that was filled in."""

    def number(key: str, title: str, width: int, **more: Any) -> Column:
        return Column(key=key, title=("Assessment", title), kind="number", width=width, **more)

    return [
        Column(
            key="name",
            title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Indicator")),
            get=lambda one: one.name,
            width=220,
        ),
        number(
            "weight",
            QT_TRANSLATE_NOOP("Assessment", "Weight"),
            60,
            get=lambda one: one.point.weight,
            say=lambda one, _language: f"{one.point.weight.normalize():f}",
            ink="text-2",
        ),
        number(
            "points",
            QT_TRANSLATE_NOOP("Assessment", "Points"),
            60,
            get=lambda one: one.point.points,
            say=lambda one, _l: "—" if one.point.points is None else str(one.point.points),
        ),
        number(
            "contribution",
            QT_TRANSLATE_NOOP("Assessment", "Gives"),
            66,
            get=lambda one: one.point.contribution,
            say=lambda one, _l: str(one.point.contribution) if one.point.points else "",
            bold=True,
        ),
        Column(
            key="evidence",
            title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Evidence")),
            get=lambda one: one.point.evidence,
            stretch=True,
            width=160,
            ink="text-2",
        ),
    ]


def history_columns() -> list[Column]:
    """Return the columns of the assessments so far."""
    return [
        Column(
            key="on",
            title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Made on")),
            get=lambda one: one.dated_on,
            kind="date",
            width=88,
        ),
        Column(
            key="grade",
            title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Grade")),
            get=lambda one: [grade_chip(one.value.grade)],
            kind="chips",
            width=60,
        ),
        Column(
            key="score",
            title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Score")),
            get=lambda one: one.value.score,
            say=lambda one, _language: words.score(one.value),
            kind="number",
            width=56,
        ),
        Column(
            key="user",
            title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "By")),
            get=lambda one: one.user,
            width=64,
            ink="text-2",
        ),
    ]


class GradeView(QWidget):
    """The assessment chosen (first the one in force) with its points; history at the right."""

    def __init__(self, ctx: AppContext, assess: Button) -> None:
        super().__init__()
        self.ctx = ctx
        self._grades = GradePolicy()
        self._chips, self._parts = Chips(), Chips()
        self._result, self._held = (
            label("strong", name="assessment.result"),
            label("small", wrap=True),
        )
        self._comment = label("label", wrap=True)
        self.model = GridModel(point_columns(), lambda: ctx.language, Rules())
        self.grid = GridView(self.model, lambda: ctx.language, name="assessment.points")
        self.history, self.view = short_list(
            ctx, history_columns(), lambda one: one.id, name="assessment.history"
        )
        self._past = label("heading")
        self._entails = Facts()
        self._entails_title = label("heading")
        self.empty = EmptyState("assessment.empty")
        self.empty.set_up(
            lambda: (
                translate("Assessment", "Not assessed yet"),
                translate(
                    "Assessment",
                    "Look at registry, three years of accounts, credit record and the site, "
                    "score what you know, and the customer gets its grade.",
                ),
            ),
            [assess],
        )
        self._stack = QStackedWidget()
        self._build()
        self.view.selection_moved.connect(self._chosen)

    def _build(self) -> None:
        top = column(
            row(self._chips, self._result, None, gap=10),
            self._held,
            self._parts,
            self._comment,
            margins=(16, 10, 16, 10),
            gap=6,
        )
        left = column(pane(top), line(), self.grid)
        left.setStretch(2, 1)
        side = column(
            pane(row(self._past, None, margins=(16, 0, 16, 0)), height=32),
            self.view,
            line(),
            pane(
                column(self._entails_title, self._entails, margins=(16, 10, 16, 12)),
                role="raised",
            ),
        )
        side.setStretch(1, 1)
        right = pane(side, role="raised")
        right.setFixedWidth(320)
        both = row(pane(left), line(vertical=True), right, gap=0)
        both.setStretch(0, 1)
        self._stack.addWidget(pane(both))
        self._stack.addWidget(self.empty)
        self.setLayout(column(self._stack))
        self.setFocusProxy(self.grid)

    def show_history(self, found: Sequence[Record[Assessment]], grades: GradePolicy) -> None:
        """Show the assessments so far, the latest one explained."""
        self._grades = grades
        self._stack.setCurrentIndex(0 if found else 1)
        self.history.show_rows(list(reversed(found)))
        if found:
            self._show(found[-1])

    def _chosen(self, *_args: object) -> None:
        picked = self.view.selected_ids()
        one = self.history.cached(picked[0]) if len(picked) == 1 else None
        if one is not None:
            self._show(one)

    def _show(self, record: Record[Assessment]) -> None:
        made, language = record.value, self.ctx.language
        self._chips.set_chips([grade_chip(made.grade)])
        said = translate(
            "Assessment", "score {score} · {coverage}% answered · {model} · to {until}"
        )
        self._result.setText(
            said.format(
                score=words.score(made),
                coverage=made.coverage,
                model=words.model(made.model, language),
                until=fmt.day(record.ends_on, language) if record.ends_on else "—",
            )
        )
        self._held.setText(held_words(made, language))
        self._held.setVisible(bool(self._held.text()))
        self._parts.set_chips(part_chips(made, language))
        self._comment.setText(made.comment)
        self._comment.setVisible(bool(made.comment))
        self.model.show_rows(point_rows(made, language))
        self._show_entails(made, record.ends_on)

    def _show_entails(self, made: Assessment, until: date | None) -> None:
        rule = self._grades.rule(made.grade)
        days = translate("Assessment", "%n day(s)", None, rule.max_term_days)
        if rule.max_term_days == 0:
            days = translate("Assessment", "payment before delivery")
        overdue = until is not None and self.ctx.as_of > until
        review = fmt.day(until, self.ctx.language) if until is not None else "—"
        facts = [
            (translate("Assessment", "Longest term"), days),
            (translate("Assessment", "Deposit"), _percent(rule.deposit)),
            (translate("Assessment", "Limit times"), f"{rule.multiplier:f}"),
            (translate("Assessment", "Default in a year"), _percent(rule.pd)),
            (translate("Assessment", "Review by"), review),
        ]
        self._entails_title.setText(translate("Assessment", "What the grade entails"))
        self._entails.show_facts(facts, {facts[-1][0]: "red"} if overdue else {})

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._past.setText(translate("Assessment", "Assessments so far"))
        self.grid.setAccessibleName(translate("Assessment", "Score card"))
        self.view.setAccessibleName(translate("Assessment", "Assessments so far"))
        self.view.widths.reset()
        self.grid.retranslate()
        self.empty.retranslate()


def point_rows(made: Assessment, language: str) -> list[Any]:
    """Return the points of an assessment under the headings of their groups."""
    points = {one.indicator: one for one in made.points}
    rows: list[Any] = []
    for group in made.model.groups:
        mine = [points[one.code] for one in group.indicators]
        given = sum((one.contribution for one in mine), Decimal(0))
        detail = f"{given} / {group.weight.normalize():f}"
        rows.append(Group(group.code, words.group(group, language), detail))
        for one in group.indicators:
            name = words.indicator(one, language)
            rows.append(PointRow(name=name, point=points[one.code]))
    return rows


def held_words(made: Assessment, language: str) -> str:
    """Return what holds the grade, and who set it and why."""
    parts = []
    if made.override is not None:
        said = translate("Assessment", "Set to {grade} by hand: {reason}.")
        parts.append(said.format(grade=made.override.grade.value, reason=made.override.reason))
    if made.caps:
        said = translate("Assessment", "Not above B: {reason}.")
        parts.append(said.format(reason=words.caps(made.caps, language)))
    if made.computed is not None and made.computed != made.grade:
        said = translate("Assessment", "The score alone gives {grade}.")
        parts.append(said.format(grade=made.computed.value))
    return " ".join(parts)


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"
