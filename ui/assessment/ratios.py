"""The ratios of up to three years with their lights, trend and what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from PySide6.QtWidgets import QBoxLayout, QWidget

from domain.credit.altman import Z_CODES, components, z_scores
from domain.credit.assessment import AssessmentPolicy
from domain.credit.figure import Figure
from domain.credit.ratios import ratio_sheet
from domain.credit.statements import FinancialStatement, latest_years
from domain.credit.working_assets import working_assets
from ui import assessment_words as words
from ui.assessment.marks import light_chip
from ui.context import AppContext
from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.facts import Facts

_YEARS: Final = 3
#: Headings and the figures under them.
_GROUPS: Final = (
    (
        QT_TRANSLATE_NOOP("Assessment", "Solvency"),
        (
            "current_ratio",
            "quick_ratio",
            "cash_ratio",
            "debt_ratio",
            "gearing",
            "interest_cover",
            "cash_flow_cover",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Assessment", "Profitability"),
        ("gross_margin", "operating_margin", "net_margin", "roa", "roe"),
    ),
    (
        QT_TRANSLATE_NOOP("Assessment", "Turnover"),
        ("receivable_days", "inventory_days"),
    ),
    (QT_TRANSLATE_NOOP("Assessment", "Failure models"), Z_CODES),
    (
        QT_TRANSLATE_NOOP("Assessment", "Working-asset model"),
        ("working_assets", "working_rating", "working_limit"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure over the years; ``figures`` oldest first, None where a year is missing."""

    code: str
    figures: tuple[Figure | None, ...]
    currency: str

    @property
    def last(self) -> Figure:
        """The figure of the latest year."""
        found = self.figures[-1]
        assert found is not None  # noqa: S101 (the latest year is always there)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class YearColumn(Column):
    """A column whose title is a fiscal year."""

    year: Callable[[], str]

    def words(self) -> str:
        """Return the year shown."""
        return self.year()


def figure_rows(
    statements: Sequence[FinancialStatement], policy: AssessmentPolicy
) -> dict[str, FigureRow]:
    """Return every figure of the last three years by its code."""
    years = latest_years(statements)
    by_year = []
    for statement, figures in zip(years, ratio_sheet(years, policy.bounds), strict=True):
        model = working_assets(statement, policy.shares)
        made = [*figures, *z_scores(statement), *components(statement)]
        made += [model.assets, model.rating, model.limit]
        by_year.append({one.code: one for one in made})
    absent = (None,) * (_YEARS - len(years))
    return {
        code: FigureRow(
            code=code,
            figures=(*absent, *(year[code] for year in by_year)),
            currency=years[-1].currency,
        )
        for code in (by_year[-1] if by_year else ())
    }


class RatiosView(QWidget):
    """The grid of figures, and beside it what the current one is made of."""

    def __init__(self, ctx: AppContext, name: str, *, narrow: bool = False) -> None:
        super().__init__()
        self.ctx = ctx
        self._narrow = narrow
        self._rows: dict[str, FigureRow] = {}
        self._years: tuple[str, ...] = ("",) * _YEARS
        self.model = GridModel(self._columns(), lambda: ctx.language, Rules())
        self.grid = GridView(self.model, lambda: ctx.language, name=name)
        self._title, self._formula = label("subhead"), label("small", wrap=True)
        self._note = label("label", wrap=True)
        self._facts = Facts()
        side = column(
            self._title, self._formula, self._facts, self._note, None, margins=(16, 12, 16, 12)
        )
        self._side = pane(side, role="raised")
        both: QBoxLayout
        if narrow:
            self._side.setFixedHeight(150)
            both = column(self.grid, line(), self._side)
        else:
            self._side.setFixedWidth(300)
            both = row(self.grid, line(vertical=True), self._side, gap=0)
        both.setStretch(0, 1)
        self.setLayout(both)
        self.setFocusProxy(self.grid)
        self.grid.current_moved.connect(self._explain)

    def _columns(self) -> list[Column]:
        return [
            Column(
                key="name",
                title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Figure")),
                get=lambda one: one.code,
                say=lambda one, language: words.term(one.code, language),
                width=170,
                stretch=True,
            ),
            *(self._year(place) for place in range(_YEARS - 1 if self._narrow else 0, _YEARS)),
            Column(
                key="change",
                title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Change")),
                get=lambda one: _plain(one.last.change),
                say=lambda one, _language: _arrow(one),
                kind="number",
                width=88,
                tone=_change_tone,
            ),
            Column(
                key="light",
                title=("Assessment", QT_TRANSLATE_NOOP("Assessment", "Light")),
                get=lambda one: light_chip(one.last, self.ctx.language),
                kind="chips",
                width=92,
            ),
        ]

    def _year(self, place: int) -> YearColumn:
        def shown(one: FigureRow, _language: str) -> str:
            found = one.figures[place]
            return "" if found is None else words.figure(found, one.currency)

        def value(one: FigureRow) -> Decimal | None:
            found = one.figures[place]
            return None if found is None else _plain(found.value)

        return YearColumn(
            key=f"year{place}",
            title=("", ""),
            year=lambda: self._years[place],
            get=value,
            say=shown,
            kind="number",
            width=104,
            bold=place == _YEARS - 1,
        )

    def show_statements(
        self, statements: Sequence[FinancialStatement], policy: AssessmentPolicy
    ) -> None:
        """Show the figures of some accounts."""
        years = [str(one.year) for one in latest_years(statements)]
        self._years = (*("",) * (_YEARS - len(years)), *years)
        self._rows = figure_rows(statements, policy)
        shown: list[Any] = []
        for heading, codes in _GROUPS:
            found = [self._rows[code] for code in codes if code in self._rows]
            shown += [Group(heading, translate("Assessment", heading)), *found] if found else []
        self.model.show_rows(shown)
        self.grid.retranslate()
        self._explain(self.grid.current_row() if self.grid.select_first() else None)

    def _explain(self, one: FigureRow | None) -> None:
        self._side.setVisible(bool(self._rows))
        if one is None:
            for told in (self._title, self._formula, self._note):
                told.setText("")
            self._facts.show_facts([])
            return
        language, last = self.ctx.language, one.last
        self._title.setText(f"{words.term(one.code, language)} {words.figure(last, one.currency)}")
        self._formula.setText(f"= {words.formula(last, language)}")
        self._facts.show_facts(words.inputs(last, language, one.currency))
        self._note.setText(words.reason(last, language))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.grid.setAccessibleName(translate("Assessment", "Ratios"))
        self.grid.retranslate()


def _plain(value: Decimal | None) -> Decimal | None:
    return None if value is None else words.rounded(value, 4)


def _arrow(one: FigureRow) -> str:
    if one.last.change is None:
        return ""
    mark = {True: "▲ ", False: "▼ ", None: ""}[one.last.better]
    return mark + words.change(one.last, one.currency)


def _change_tone(one: FigureRow) -> str:
    return {True: "green", False: "red", None: "text-2"}[one.last.better]
