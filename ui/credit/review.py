"""The tab of the limit review: what the rule proposes, what a person makes of it, booked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from domain.changes import Changes, OperationResult
from domain.credit.review import LimitReview, ReviewLine, totals
from domain.ports import BookReader, Progress, UnitOfWork
from domain.services import limit_review
from domain.services.limit_review import ReviewRow
from domain.services.papers import Issued
from ui import format as fmt
from ui import limit_words as words
from ui.acts import Act
from ui.context import AppContext, Notice
from ui.credit.grid_tab import GridTab
from ui.grids.model import Rules
from ui.lists.columns import Column
from ui.lists.footer import Figure
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.ask import confirm
from ui.widgets.basic import label
from ui.widgets.button import Button
from ui.widgets.choice import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A customer of the draft, its names, its review date, and the amount a person set."""

    row: ReviewRow
    name: str
    name_en: str
    due_on: date | None
    after: int

    @property
    def customer_id(self) -> int:
        """Whose limit it is."""
        return self.row.customer_id

    @property
    def currency(self) -> str:
        """Currency of its limit."""
        return self.row.limit.currency

    @property
    def line(self) -> ReviewLine:
        """The line to be booked."""
        return self.row.line(self.after)

    @property
    def changes(self) -> bool:
        """Whether its limit will be another."""
        return self.after != self.row.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The draft of a review with what the screen shows of it."""

    rows: tuple[GridRow, ...]
    since: date
    last_on: date | None
    overdue: int


def read_draft(reader: BookReader, day: date) -> Draft:
    """Draft a review as of a day."""
    dates = {one.customer_id: one for one in limit_review.review_dates(reader, day)}
    rows = []
    for found in limit_review.draft_review(reader, day):
        customer = reader.customer(found.customer_id)
        rows.append(
            GridRow(
                row=found,
                name=customer.name,
                name_en=customer.name_en,
                due_on=dates[found.customer_id].due_on,
                after=found.outcome.minor,
            )
        )
    reviews = reader.records(LimitReview, firm=True, up_to=day)
    return Draft(
        rows=tuple(rows),
        since=limit_review.quarter_before(day),
        last_on=reviews[-1].dated_on if reviews else None,
        overdue=sum(one.overdue_on(day) for one in dates.values()),
    )


def overdue(reader: BookReader, ctx: AppContext) -> int:
    """Return how many reviews should have been before the window's day."""
    return sum(one.overdue_on(ctx.as_of) for one in limit_review.review_dates(reader, ctx.as_of))


class ReviewTab(GridTab):
    """The grid of a draft; amounts typed by hand stay until the review is booked."""

    def __init__(self, ctx: AppContext) -> None:
        rules = Rules(
            editable=lambda _one: True,
            edits="after",
            quiet=lambda one: not one.changes,
            name=lambda one: one.name,
        )
        super().__init__(ctx, "credit.review", _columns(), rules)
        self.draft: Draft | None = None
        self.typed: dict[int, int] = {}
        self.book_act = Act(
            self,
            "credit.review.book",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Book the review…")),
            self.book,
            key="Ctrl+Return",
            icon="stamp",
        )
        self.hold_act = Act(
            self,
            "credit.review.hold",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Keep this limit")),
            self.hold,
            key="Ctrl+H",
            icon="circle-minus",
        )
        self.reset_act = Act(
            self,
            "credit.review.reset",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "As the rule says")),
            self.reset,
            key="Ctrl+R",
            icon="undo-2",
        )
        self.acts = [self.book_act, self.hold_act, self.reset_act]
        self._book_button = Button.of(self.book_act, kind="primary")
        self.letters = QCheckBox()
        self.letters.setObjectName("credit.review.letters")
        self.letters.setChecked(True)
        self._period = label("small", name="credit.review.period")
        self._build()
        self.model.typed.connect(self._type)

    def _build(self) -> None:
        hold, reset = (
            Button.of(act, kind="small", icon=False) for act in (self.hold_act, self.reset_act)
        )
        self.setLayout(self.framed(12, self._period, None, self.letters, 8, hold, reset))

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head."""
        return [self._book_button]

    # showing

    def refresh(self, changes: Changes) -> None:
        """Draft again; what was typed stays."""
        day = self.ctx.as_of
        self.ctx.query(lambda reader: read_draft(reader, day), self._take, asker=self)

    def _take(self, draft: Draft) -> None:
        self.draft = draft
        self._show()

    def rows(self) -> list[GridRow]:
        """Return the whole draft with what was typed."""
        if self.draft is None:
            return []
        return [
            GridRow(
                row=one.row,
                name=one.name,
                name_en=one.name_en,
                due_on=one.due_on,
                after=self.typed.get(one.customer_id, one.row.outcome.minor),
            )
            for one in self.draft.rows
        ]

    def _show(self) -> None:
        draft = self.draft
        if draft is None:
            return
        current = self.grid.current_row()
        rows = self.rows()
        state = self.states.value()
        shown = [one for one in rows if state == "all" or _moves(one) == state]
        self.model.show_rows(shown)
        self.stack.setCurrentIndex(0 if rows else 1)
        kept = None if current is None else current.customer_id
        if not self.grid.select_where(lambda one: one.customer_id == kept):
            self.grid.select_first()
        counts = {key: sum(_moves(one) == key for one in rows) for key in ("up", "down", "same")}
        self.states.set_counts({**counts, "all": len(rows)})
        self._say(draft, rows)
        for act in self.acts:
            act.setEnabled(bool(rows))
        # What is booked holds from today: a draft of another day is to look at.
        self.book_act.setEnabled(bool(rows) and self.ctx.as_of == self.ctx.today)

    def _say(self, draft: Draft, rows: Iterable[GridRow]) -> None:
        language = self.ctx.language
        said = translate("Limits", "{start} to {end}").format(
            start=fmt.day(draft.since, language), end=fmt.day(self.ctx.as_of, language)
        )
        if draft.last_on is not None:
            last = translate("Limits", "last review {date}")
            said += " · " + last.format(date=fmt.day(draft.last_on, language))
        if draft.overdue:
            said += " · " + translate("Limits", "%n overdue", None, draft.overdue)
        self._period.setText(said)
        figures = []
        for currency, (before, _proposed, after) in totals([one.line for one in rows]).items():
            change = fmt.money(after - before, currency)
            figures.append(Figure(f"{currency}", fmt.money(before, currency)))
            figures.append(
                Figure("→", fmt.money(after, currency), after=f"({_plus(after - before)}{change})")
            )
        self.figures.show_figures(figures)

    # changing

    def _type(self, one: GridRow, minor: int | None) -> None:
        if minor is not None and minor >= 0:
            self.typed[one.customer_id] = minor
            self._show()

    def hold(self) -> None:
        """Leave the current limit as it is."""
        one = self.grid.current_row()
        if one is not None:
            self.typed[one.customer_id] = one.row.before
            self._show()

    def reset(self) -> None:
        """Take the rule's amount again."""
        one = self.grid.current_row()
        if one is not None:
            self.typed.pop(one.customer_id, None)
            self._show()

    # booking

    def book(self) -> None:
        """Ask, then change the limits, write the letters and keep the review."""
        rows = self.rows()
        if not rows or self.draft is None:
            return
        changed = sum(one.changes for one in rows)
        title = translate("Limits", "Change %n limit(s)?", None, changed)
        text = translate(
            "Limits",
            "{name} books the review. The new limits hold from {date}; each changed customer "
            "gets a numbered letter where that is ticked. All or nothing.",
        ).format(name=self.ctx.user, date=fmt.day(self.ctx.as_of, self.ctx.language))
        if confirm(self, title, text, translate("Limits", "Book")):
            self._book(tuple(one.line for one in rows), self.draft.since)

    def _book(self, lines: tuple[ReviewLine, ...], since: date) -> None:
        ctx, day, with_letters = self.ctx, self.ctx.as_of, self.letters.isChecked()
        review = LimitReview(who=ctx.user, from_on=since, lines=lines)

        def service(uow: UnitOfWork, progress: Progress) -> OperationResult[list[Issued]]:
            letters = limit_review.notices_of(ctx.reader, lines, day) if with_letters else []
            return limit_review.book_review(uow, review, day, letters, ctx.papers.render, progress)

        def done(_result: object) -> None:
            self.typed.clear()

        def told(result: OperationResult[list[Issued]]) -> Notice | str:
            count = len(result.value)
            if not count:
                return translate("Limits", "Review booked")
            said = translate("Limits", "Review booked, %n letter(s) written", None, count)
            first = result.value[0].id
            show = translate("Limits", "Show letters")
            return Notice(said, show, lambda: ctx.navigate(f"paper/{first}"))

        ctx.act(
            service,
            asker=self,
            notice=told,
            done=done,
            title=translate("Limits", "Writing letters"),
            progress=True,
        )

    # words

    def has_draft(self) -> bool:
        """Whether amounts were typed that are not booked."""
        return bool(self.typed)

    def about(self) -> str:
        """Say what a draft is."""
        return translate("Limits", "nothing changes before the review is booked")

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Limits",
            "<p>Every customer with a limit, with its quarter: how much was paid on time, days "
            "late on average by amount (what is still overdue counts too), the highest use of "
            "the limit, disputes. The rule proposes: prompt payers who use their limit get 10 "
            "to 25 % more, up to 15 days late it stays, up to 30 it loses 20 %, beyond or with "
            "a broken promise half.</p><p>Type another amount in the last column, Ctrl+H keeps "
            "the limit, Ctrl+R takes the rule's. Ctrl+Enter books all in one go.</p>",
        )

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Limits", "No limits to review"),
            translate("Limits", "Customers with a limit above 0 stand here every quarter."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.states.set_options(
            [
                Option("all", translate("Limits", "All")),
                Option("up", translate("Limits", "Up")),
                Option("down", translate("Limits", "Down")),
                Option("same", translate("Limits", "Unchanged")),
            ]
        )
        self.letters.setText(translate("Limits", "Write letters"))
        self.grid.setAccessibleName(translate("Limits", "Limit review"))
        self.grid.retranslate()
        self.empty.retranslate()
        self._show()


def _moves(one: GridRow) -> str:
    if not one.changes:
        return "same"
    return "up" if one.after > one.row.before else "down"


def _plus(minor: int) -> str:
    return "+" if minor > 0 else ""


def _tone(one: GridRow) -> str:
    return {"up": "green", "down": "red", "same": ""}[_moves(one)]


def _reasons(one: GridRow, _language: str) -> str:
    return words.reasons(one.line.reasons)


def _figure(name: str) -> Any:
    return lambda one: getattr(one.line, name)


def _shown(name: str, unit: str = "") -> Any:
    def say(one: GridRow, _language: str) -> str:
        value = getattr(one.line, name)
        return fmt.DASH if value is None else f"{value}{unit}"

    return say


def _columns() -> list[Column]:
    return [
        Column(
            key="customer",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Customer")),
            get=lambda one: one.name,
            say=lambda one, language: fmt.name(one.name, one.name_en, language),
            stretch=True,
            width=170,
            fixed=True,
        ),
        _number("on_time", QT_TRANSLATE_NOOP("Limits", "On time"), " %"),
        _number("days_late", QT_TRANSLATE_NOOP("Limits", "Days late")),
        _number("use", QT_TRANSLATE_NOOP("Limits", "Peak use"), " %"),
        Column(
            key="disputes",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Disputes")),
            get=lambda one: one.line.disputes,
            kind="number",
            dash=True,
            width=60,
            secondary=True,
        ),
        Column(
            key="due",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Review due")),
            get=lambda one: one.due_on,
            kind="date",
            secondary=True,
        ),
        Column(
            key="reasons",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Reasons")),
            get=lambda one: one.line.reasons,
            say=_reasons,
            width=150,
            ink="text-2",
        ),
        *_amounts(),
    ]


def _number(key: str, title: str, unit: str = "") -> Column:
    return Column(
        key=key,
        title=("Limits", title),
        get=_figure(key),
        say=_shown(key, unit),
        kind="number",
        width=72,
    )


def _amounts() -> list[Column]:
    return [
        Column(
            key="currency",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "CCY")),
            get=lambda one: one.currency,
            kind="code",
            width=44,
            ink="text-2",
        ),
        Column(
            key="before",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Limit")),
            get=lambda one: one.row.before,
            kind="money",
            width=104,
        ),
        Column(
            key="percent",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Rule")),
            get=lambda one: one.row.outcome.percent,
            say=_percent,
            kind="number",
            width=60,
        ),
        Column(
            key="after",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "New limit")),
            get=lambda one: one.after,
            kind="money",
            width=110,
            bold=True,
            tone=_tone,
        ),
    ]


def _percent(one: GridRow, _language: str) -> str:
    percent = one.row.outcome.percent
    return f"{_plus(percent)}{percent} %".replace("-", fmt.MINUS) if percent else "0 %"
