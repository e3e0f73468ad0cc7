"""The tab of the statement run: choice, preview, issue."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from domain.changes import Changes, OperationResult
from domain.listing import AccountRow
from domain.ports import Progress, UnitOfWork
from domain.services.papers import Issued
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext, Notice
from ui.lists.footer import sums_text
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.ask import confirm
from ui.statements.rows import Terms, issue, sums
from ui.statements.run import StatementRun
from ui.tabbed import Tab
from ui.widgets.basic import column
from ui.widgets.button import Button


class StatementRunTab(Tab):
    """Whom, what period, and the issue."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.issue_act = Act(
            self,
            "statements.issue",
            ("Statements", QT_TRANSLATE_NOOP("Statements", "Issue and number…")),
            self.issue,
            key="Ctrl+Return",
            icon="stamp",
        )
        self.acts.append(self.issue_act)
        self._issue_button = Button.of(self.issue_act, kind="primary")
        self.run = StatementRun(ctx)
        self.setLayout(column(self.run))
        self.setFocusProxy(self.run)
        self.run.changed.connect(self._enable)
        self._own_date = ctx.as_of
        self._enable()

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head."""
        return [self._issue_button]

    def about(self) -> str:
        """Say what statements are for."""
        return translate("Statements", "what customers are asked to confirm")

    # acts

    def issue(self) -> None:
        """Ask, then number, draw and keep the statements chosen."""
        plan = self.run.plan()
        if not plan:
            return
        chosen = [one for one, _terms in plan]
        title = translate("Statements", "Issue %n statement(s)?", None, len(chosen))
        text = translate(
            "Statements",
            "{from_on} to {to_on}, closing balances {total}. Each gets its number and is kept; "
            "one that was issued before with the same content keeps its number.",
        )
        language = self.ctx.language
        said = text.format(
            from_on=fmt.day(min(terms.from_on for _one, terms in plan), language),
            to_on=fmt.day(max(terms.to_on for _one, terms in plan), language),
            total=sums_text(sums(chosen)),
        )
        if confirm(self, title, said, translate("Statements", "Issue")):
            self._issue(plan)

    def _issue(self, plan: list[tuple[AccountRow, Terms]]) -> None:
        ctx = self.ctx

        def service(uow: UnitOfWork, progress: Progress) -> OperationResult[list[Issued]]:
            return issue(uow, ctx.reader, plan, ctx.papers.render, progress)

        def done(result: OperationResult[list[Issued]]) -> None:
            ctx.navigate(_issued(result.value))

        ctx.act(
            service,
            asker=self,
            done=done,
            notice=self._issued_words,
            title=translate("Statements", "Drawing statements"),
            progress=True,
        )

    def _issued_words(self, result: OperationResult[list[Issued]]) -> Notice:
        fresh = sum(one.is_new for one in result.value)
        said = translate("Statements", "%n statement(s) issued", None, fresh)
        known = len(result.value) - fresh
        if known:
            words = translate("Statements", "%n had been issued before", None, known)
            said = f"{said} · {words}"
        return Notice(said, translate("Statements", "Print all"), lambda: self._print(result.value))

    def _print(self, issued: list[Issued]) -> None:
        self.ctx.navigate(_issued(issued))
        self.ctx.command.emit("screen.print")

    def _enable(self) -> None:
        self.issue_act.setEnabled(bool(self.run.chosen()))

    # common acts

    def offers(self) -> set[str]:
        """Return the common acts: filter, print what is shown, copy."""
        return {"filter", "print", "copy"}

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.run.search.setFocus()

    def print_list(self) -> None:
        """Ctrl+P: the statement shown."""
        self.run.preview.print_now()

    def copy(self) -> None:
        """Ctrl+C: the accounts as a table."""
        if QApplication.focusWidget() is self.run.grid:
            count = self.run.grid.copy()
            self.ctx.notify(translate("Statements", "%n row(s) copied", None, count))

    # words and state

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.run.retranslate()

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Statements",
            "<p>Choose the period and style; every customer with a balance or movement gets a "
            "statement in each currency, in its own language. Untick whom to leave out. The page "
            "beside the list is the real one.</p><p>Ctrl+Enter issues: each statement gets its "
            "number and is kept as it is. Then print all, or save them in one file or one each. A "
            "statement printed again is marked as a copy.</p>",
        )

    def refresh(self, changes: Changes) -> None:
        """Read the accounts again."""
        if self.ctx.as_of != self._own_date:
            self._own_date = self.ctx.as_of
            self.run.follow_date()
        self.run.read()

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return self.run.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back and read."""
        self.run.restore(state)


def _issued(issued: list[Issued]) -> str:
    """Return the address that shows papers, selected; new ones print without a mark as copy."""
    every = ",".join(str(one.id) for one in issued)
    fresh = ",".join(str(one.id) for one in issued if one.is_new)
    return f"statements?tab=issued&ids={every}&new={fresh}"
