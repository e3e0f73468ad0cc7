"""The Statements screen: the run, and the register of everything issued."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QApplication, QStackedWidget

from domain.changes import Changes, OperationResult
from domain.ports import Progress, UnitOfWork
from domain.services.papers import Issued
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext, Notice
from ui.lists.footer import sums_text
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.papers.register import PaperRegister
from ui.screen import Screen
from ui.shell.ask import confirm
from ui.statements.rows import Terms, issue, sums
from ui.statements.run import StatementRun
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.head import ScreenHead

#: The register shows every kind of paper: it is where an address ``paper/…`` leads.
_KINDS: Final = ("statement", "dunning_letter", "receipt_note")


class StatementsScreen(Screen):
    """Two tabs: the run and the register."""

    key = "statements"

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
        self.head = ScreenHead("statements", [Button.of(self.issue_act, kind="primary")])
        self.tabs = Choice("pill", name="statements.tab")
        self.run = StatementRun(ctx)
        self.register = PaperRegister(ctx, "statements.register", _KINDS)
        self.acts += [self.register.deliver_act, self.register.reply_act]
        self.stack = QStackedWidget()
        self.stack.addWidget(self.run)
        self.stack.addWidget(self.register)
        tabs = pane(row(self.tabs, None, margins=(12, 0, 16, 0)), height=39)
        self.setLayout(column(self.head, tabs, line(), self.stack))
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.run)
        self.tabs.chosen.connect(self.show_tab)
        self.run.changed.connect(self._enable)
        self.register.set_empty(self._empty_words)
        self._own_date = ctx.as_of

    # places

    def show_tab(self, tab: str) -> None:
        """Show "run" or "issued"."""
        self.tabs.set_value(tab)
        part = self.register if tab == "issued" else self.run
        self.stack.setCurrentWidget(part)
        self.stack.setFocusProxy(part)
        if tab == "issued":
            self.register.read()
        self._enable()
        part.setFocus()

    def open_record(self, record: str) -> None:
        """Show an issued paper: "12" for ``paper/12``."""
        if record.isdigit():
            self.show_tab("issued")
            self.register.show_paper(int(record))

    def open_list(self, query: dict[str, str]) -> None:
        """Show the tab that the address asks for."""
        self.show_tab("issued" if query.get("tab") == "issued" else "run")

    def escape(self) -> bool:
        """Esc leaves the register's form, then the register."""
        if self.stack.currentWidget() is self.register:
            if self.register.escape():
                return True
            self.show_tab("run")
            return True
        return False

    # acts

    def issue(self) -> None:
        """Ask, then number, draw and keep the statements chosen."""
        terms, chosen = self.run.terms(), self.run.chosen()
        if terms is None or not chosen:
            return
        title = translate("Statements", "Issue %n statement(s)?", None, len(chosen))
        text = translate(
            "Statements",
            "{from_on} to {to_on}, closing balances {total}. Each gets its number and is kept; "
            "one that was issued before with the same content keeps its number.",
        )
        language = self.ctx.language
        said = text.format(
            from_on=fmt.day(terms.from_on, language),
            to_on=fmt.day(terms.to_on, language),
            total=sums_text(sums(chosen)),
        )
        if confirm(self, title, said, translate("Statements", "Issue")):
            self._issue(terms)

    def _issue(self, terms: Terms) -> None:
        ctx, chosen = self.ctx, self.run.chosen()

        def service(uow: UnitOfWork, progress: Progress) -> OperationResult[list[Issued]]:
            return issue(uow, ctx.reader, chosen, terms, ctx.papers.render, progress)

        def done(result: OperationResult[list[Issued]]) -> None:
            fresh = [one.id for one in result.value if one.is_new]
            self.show_tab("issued")
            self.register.show_issued(fresh, [one.id for one in result.value])

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
        return Notice(said, translate("Statements", "Print all"), self.register.print_selected)

    def _enable(self) -> None:
        on_run = self.stack.currentWidget() is self.run
        self.issue_act.setEnabled(on_run and bool(self.run.chosen()))

    # common acts

    def offers(self) -> set[str]:
        """Return the common acts: filter, print what is shown, copy."""
        return {"filter", "print", "copy"}

    def focus_filter(self) -> None:
        """Ctrl+F."""
        on_run = self.stack.currentWidget() is self.run
        (self.run.search if on_run else self.register.search).setFocus()

    def print_list(self) -> None:
        """Ctrl+P: the statement shown, or the selected papers."""
        if self.stack.currentWidget() is self.register:
            self.register.print_selected()
        else:
            self.run.preview.print_now()

    def copy(self) -> None:
        """Ctrl+C: the accounts as a table."""
        if QApplication.focusWidget() is self.run.grid:
            count = self.run.grid.copy()
            self.ctx.notify(translate("Statements", "%n row(s) copied", None, count))

    # words and state

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Statements", "Nothing issued yet"),
            translate(
                "Statements",
                "Statements, letters and receipt notes stand here once they are issued, "
                "to be shown and printed again.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.set_words(
            translate("Statements", "Statements"),
            translate("Statements", "what customers are asked to confirm"),
        )
        self.tabs.set_options(
            [
                Option("run", translate("Statements", "Statement run")),
                Option("issued", translate("Statements", "Issued papers")),
            ]
        )
        self.tabs.setAccessibleName(translate("Statements", "Run or register"))
        self.run.retranslate()
        self.register.retranslate()

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Statements",
            "<p>Choose the period and style; every customer with a balance or movement gets a "
            "statement in each currency, in its own language. Untick whom to leave out. The page "
            "beside the list is the real one.</p><p>Ctrl+Enter issues: each statement gets its "
            "number and is kept as it is. Then print all, or save them in one file or one each. A "
            "statement printed again is marked as a copy.</p>",
        )

    def refresh(self, changes: Changes) -> None:
        """Read the accounts again, and the register."""
        if self.ctx.as_of != self._own_date:
            self._own_date = self.ctx.as_of
            self.run.follow_date()
        self.run.read()
        if changes.papers and self.stack.currentWidget() is self.register:
            self.register.read()

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return self.run.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back and read."""
        self.run.restore(state)
