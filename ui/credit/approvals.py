"""The tab of approvals: applications on their way, and the word of each level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from domain.changes import Changes, OperationResult
from domain.credit.approval import Decision, Standing, State, median_days
from domain.policy import policy_on
from domain.ports import BookReader
from domain.services import approvals
from domain.services.approvals import Word
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext
from ui.credit.application import ApplicationPane
from ui.credit.grid_tab import GridTab
from ui.grids.model import Rules
from ui.limit_words import state_chips
from ui.lists.columns import Column
from ui.lists.footer import Figure
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column
from ui.widgets.choice import Option

_SIDE: Final = 460


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """An application as the inbox shows it."""

    standing: Standing
    customer_id: int
    name: str
    name_en: str
    waited: int
    overdue: bool

    @property
    def currency(self) -> str:
        """Currency of its amount."""
        return self.standing.application.value.currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """All applications, newest first, and how long decisions took."""

    rows: tuple[InboxRow, ...]
    median: tuple[date, str] | None


def read_inbox(reader: BookReader, day: date) -> Inbox:
    """Return the applications made up to a day."""
    policy = policy_on(reader, day).approvals
    found = [
        one for one in approvals.standings_of(reader) if one.application.value.applied_on <= day
    ]
    rows = [_row(reader, one, day, overdue=one.overdue_on(day, policy)) for one in reversed(found)]
    medians = median_days(found)
    last = None
    if medians:
        month, days = list(medians.items())[-1]
        last = (month, f"{float(days):g}")
    return Inbox(rows=tuple(rows), median=last)


def _row(reader: BookReader, found: Standing, day: date, *, overdue: bool) -> InboxRow:
    customer_id = found.application.customer_id or 0
    customer = reader.customer(customer_id)
    until = found.decided_on or day
    return InboxRow(
        standing=found,
        customer_id=customer_id,
        name=customer.name,
        name_en=customer.name_en,
        waited=(until - found.application.value.applied_on).days,
        overdue=overdue,
    )


def waiting(reader: BookReader, _ctx: AppContext) -> int:
    """Return how many applications are not decided."""
    return sum(one.open for one in approvals.standings_of(reader))


class ApprovalsTab(GridTab):
    """Inbox at the left, the application with its decision at the right."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "credit.approvals", _columns(), Rules(name=lambda one: one.name))
        self.inbox: Inbox | None = None
        self.pane = ApplicationPane(ctx)
        self._make_acts()
        self._build()
        self.grid.current_moved.connect(self._follow)
        ctx.user_changed.connect(self._enable)

    def _make_acts(self) -> None:
        words = {
            Decision.APPROVE: (QT_TRANSLATE_NOOP("Limits", "Approve"), "Ctrl+Return", "check"),
            Decision.RETURN: (QT_TRANSLATE_NOOP("Limits", "Return"), "Ctrl+Backspace", "undo-2"),
            Decision.REJECT: (QT_TRANSLATE_NOOP("Limits", "Reject"), "Ctrl+Shift+X", "ban"),
        }
        self.decisions = {
            what: Act(
                self,
                f"credit.approvals.{what}",
                ("Limits", said),
                partial(self.decide, what),
                key=key,
                icon=icon,
            )
            for what, (said, key, icon) in words.items()
        }
        self.form_act = Act(
            self,
            "credit.approvals.form",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Approval form")),
            self.issue_form,
            key="Ctrl+Shift+P",
            icon="printer",
        )
        self.withdraw_act = Act(
            self,
            "credit.approvals.withdraw",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Take the application back")),
            self.withdraw,
            icon="trash-2",
        )
        self.acts = [*self.decisions.values(), self.form_act, self.withdraw_act]
        self.pane.show_acts(self.decisions, self.form_act)

    def _build(self) -> None:
        left = QWidget()
        left.setLayout(self.framed())
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([762, _SIDE])
        self.setLayout(column(self.split))

    # showing

    def open(self, query: dict[str, str]) -> None:
        """Show one application: ``number=CA-2026-0001``."""
        if "number" in query and self.inbox is not None:
            number = query["number"]
            if not self.grid.select_where(lambda one: _number(one) == number):
                self.states.set_value("all")
                self._show()
                self.grid.select_where(lambda one: _number(one) == number)

    def refresh(self, changes: Changes) -> None:
        """Read the inbox again."""
        day = self.ctx.as_of
        self.ctx.query(lambda reader: read_inbox(reader, day), self._take, asker=self)

    def _take(self, inbox: Inbox) -> None:
        self.inbox = inbox
        self._show()

    def _show(self) -> None:
        inbox = self.inbox
        if inbox is None:
            return
        current = self.grid.current_row()
        rows = [one for one in inbox.rows if self._wanted(one)]
        self.model.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        number = current.standing.application.value.number if current is not None else ""
        if not self.grid.select_where(lambda one: _number(one) == number):
            self.grid.select_first()
        self._follow(self.grid.current_row())
        opened = [one for one in inbox.rows if one.standing.open]
        self.states.set_counts({"open": len(opened), "all": len(inbox.rows)})
        self._show_figures(opened)

    def _wanted(self, one: InboxRow) -> bool:
        return self.states.value() == "all" or one.standing.open

    def _show_figures(self, opened: Sequence[InboxRow]) -> None:
        late = sum(one.overdue for one in opened)
        figures = [
            Figure(translate("Limits", "Open"), fmt.count(len(opened))),
            Figure(translate("Limits", "Overdue"), fmt.count(late), tone="red" if late else "text"),
        ]
        if self.inbox is not None and self.inbox.median is not None:
            month, days = self.inbox.median
            said = translate("Limits", "Median days to decide, {month}")
            figures.append(Figure(said.format(month=month.strftime("%Y-%m")), days))
        self.figures.show_figures(figures)

    def _follow(self, one: InboxRow | None) -> None:
        self.pane.show_standing(None if one is None else one.standing, one)
        self._enable()

    def _enable(self) -> None:
        one = self.grid.current_row()
        waits = one is not None and one.standing.state is State.WAITING
        for act in self.decisions.values():
            act.setEnabled(waits)
        self.form_act.setEnabled(one is not None)
        self.withdraw_act.setEnabled(one is not None and one.standing.open)

    # acts

    def decide(self, what: Decision) -> None:
        """Keep the word of whoever is at the desk for the level that is waited for."""
        one = self.grid.current_row()
        if one is None or not self.pane.ready():
            return
        minor = self.pane.minor() if what is Decision.APPROVE else None
        word = Word(who=self.ctx.user, decision=what, comment=self.pane.said(), minor=minor)

        def told(result: OperationResult[State]) -> str:
            if result.value is State.APPROVED:
                return translate("Limits", "Approved; the limit is in force")
            if result.value is State.WAITING:
                return translate("Limits", "Approved; the next level decides")
            if result.value is State.RETURNED:
                return translate("Limits", "Returned to the applicant")
            return translate("Limits", "Rejected")

        self.ctx.act(
            approvals.decide,
            one.standing.application.id,
            word,
            self.ctx.today,
            asker=self,
            notice=told,
            failed=self.pane.refused,
        )

    def issue_form(self) -> None:
        """Number, keep and show the approval form as the application stands."""
        one = self.grid.current_row()
        if one is not None:
            self.pane.issue(one.standing)

    def withdraw(self) -> None:
        """Take the application back."""
        one = self.grid.current_row()
        if one is not None and one.standing.open:
            self.ctx.act(
                approvals.withdraw,
                one.standing.application.id,
                self.ctx.today,
                asker=self,
                notice=translate("Limits", "Application taken back"),
            )

    # words

    def has_draft(self) -> bool:
        """Whether an opinion is typed and not kept."""
        return bool(self.pane.said())

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {"split": self.split.sizes()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        sizes = state.get("split", [])
        if len(sizes) == 2 and all(sizes):
            self.split.setSizes(sizes)

    def about(self) -> str:
        """Say what stands here."""
        return translate("Limits", "no credit before the last level has approved")

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Limits",
            "<p>Applications for credit, the newest first. Each goes through its levels: "
            "registry, accounts, reputation; the amount says how many. A new customer always "
            "needs all three, and until then it has no credit and pays before delivery.</p>"
            "<p>Ctrl+Enter approves for whoever is at the desk (right end of the status bar), "
            "for the whole amount or less. Whoever applied does not decide, and nobody decides "
            "two levels. Returned applications go back to the customer's page.</p>",
        )

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Limits", "Nothing to approve"),
            translate(
                "Limits",
                "Apply for a limit on a customer's page, tab Limits. Applications wait here for "
                "their levels.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.states.set_options(
            [
                Option("open", translate("Limits", "Open")),
                Option("all", translate("Limits", "All")),
            ]
        )
        self.grid.setAccessibleName(translate("Limits", "Applications"))
        self.grid.retranslate()
        self.pane.retranslate()
        self.empty.retranslate()
        self._show()


def _number(one: InboxRow) -> str:
    return one.standing.application.value.number


def _value(name: str) -> Any:
    return lambda one: getattr(one.standing.application.value, name)


def _asked(one: InboxRow) -> int | None:
    value = one.standing.application.value
    return None if value.unlimited else value.minor


def _columns() -> list[Column]:
    return [
        Column(
            key="customer",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Customer")),
            get=lambda one: one.name,
            say=lambda one, language: fmt.name(one.name, one.name_en, language),
            stretch=True,
            width=160,
            fixed=True,
        ),
        Column(
            key="asked",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Asked for")),
            get=_asked,
            kind="money",
            width=104,
            bold=True,
        ),
        Column(
            key="kind",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Kind")),
            get=lambda one: _kind(one.standing),
            width=72,
            ink="text-2",
        ),
        Column(
            key="state",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "State")),
            get=lambda one: state_chips(one.standing),
            kind="chips",
            width=116,
        ),
        Column(
            key="applicant",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Applicant")),
            get=_value("applicant"),
            width=72,
            secondary=True,
        ),
        Column(
            key="applied",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Applied on")),
            get=_value("applied_on"),
            kind="date",
        ),
        Column(
            key="waited",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Days")),
            get=lambda one: one.waited,
            kind="days",
            width=48,
            tone=lambda one: "red" if one.overdue else "",
        ),
    ]


def _kind(found: Standing) -> str:
    value = found.application.value
    if value.top_up:
        return translate("Limits", "Top-up")
    return translate("Limits", "New") if value.new_customer else translate("Limits", "Limit")
