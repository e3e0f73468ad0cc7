"""The Collections screen: the draft of a dunning run, and the letters sent."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QStackedWidget

from domain.changes import Changes, OperationResult
from domain.dunning import Proposal
from domain.ports import Progress, UnitOfWork
from domain.services import dunning
from domain.services.papers import Issued
from ui.acts import Act
from ui.collections.rows import RunRow, principals, sums
from ui.collections.run import RunPane
from ui.context import AppContext, Notice
from ui.lists.footer import sums_text
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.papers.register import PaperRegister
from ui.screen import Screen
from ui.shell.ask import confirm
from ui.tasks import Task
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.head import ScreenHead


class CollectionsScreen(Screen):
    """Two tabs: the run and the register."""

    key = "collections"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.release_act = Act(
            self,
            "collections.release",
            ("Collections", QT_TRANSLATE_NOOP("Collections", "Release and number…")),
            self.release,
            key="Ctrl+Return",
            icon="stamp",
        )
        self.acts.append(self.release_act)
        # The key is the window's own: it refreshes the screen, which drafts again.
        self.again = Button(name="collections.recalculate", icon="refresh-cw", key="F5")
        self.again.clicked.connect(self.recalculate)
        release = Button.of(self.release_act, kind="primary")
        self.head = ScreenHead("collections", [self.again, release])
        self.tabs = Choice("pill", name="collections.tab")
        self.run = RunPane(ctx)
        self.register = PaperRegister(ctx, "collections.register", ["dunning_letter"])
        self.acts.append(self.register.deliver_act)
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
        self._releasing = False
        self._task: Task | None = None
        ctx.runner.changed.connect(self._watch)
        self._enable()

    # places

    def show_tab(self, tab: str) -> None:
        """Show "run" or "sent"."""
        self.tabs.set_value(tab)
        part = self.register if tab == "sent" else self.run
        self.stack.setCurrentWidget(part)
        self.stack.setFocusProxy(part)
        if tab == "sent":
            self.register.read()
        self._enable()
        part.setFocus()

    def open_list(self, query: dict[str, str]) -> None:
        """Show the tab that the address asks for."""
        self.show_tab("sent" if query.get("tab") == "sent" else "run")

    def escape(self) -> bool:
        """Esc leaves the register's form, then the register."""
        if self.stack.currentWidget() is self.register:
            if self.register.escape():
                return True
            self.show_tab("run")
            return True
        return False

    # acts

    def recalculate(self) -> None:
        """Draft the run again."""
        self.run.read()

    def release(self) -> None:
        """Ask, then number, print into the book and raise the levels."""
        run, chosen = self.run.run, self.run.chosen()
        if run is None or not chosen or self._releasing:
            return
        title = translate("Collections", "Release %n letter(s)?", None, len(chosen))
        text = translate(
            "Collections",
            "Principal {principal}, asked for {total}. Each letter gets its number and is kept, "
            "and its invoices rise to their level. Released letters cannot be taken back.",
        )
        said = text.format(principal=sums_text(principals(chosen)), total=sums_text(sums(chosen)))
        act = translate("Collections", "Release")
        if confirm(self, title, said, act):
            self._release(run.proposal, chosen)

    def _release(self, proposal: Proposal, chosen: list[RunRow]) -> None:
        ctx = self.ctx
        letters = [one.letter for one in chosen if one.letter is not None]

        def service(uow: UnitOfWork, progress: Progress) -> OperationResult[list[Issued]]:
            drafts = dunning.draft_letters(ctx.reader, proposal, letters)
            return dunning.release_run(uow, proposal, drafts, ctx.papers.render, progress)

        def done(result: OperationResult[list[Issued]]) -> None:
            self._settled()
            self.run.left_out.clear()
            self.show_tab("sent")
            ids = [one.id for one in result.value]
            self.register.show_issued(ids, ids)

        def failed(_error: object) -> bool:
            self._settled()
            return False

        def words(result: OperationResult[list[Issued]]) -> Notice:
            count = len(result.value)
            said = translate("Collections", "%n letter(s) released", None, count)
            act = translate("Collections", "Print all")
            return Notice(said, act, self.register.print_selected)

        self._releasing = True
        self._enable()
        self._task = ctx.act(
            service,
            asker=self,
            done=done,
            failed=failed,
            notice=words,
            title=translate("Collections", "Drawing letters"),
            progress=True,
        )

    def _watch(self) -> None:
        """Notice a run that was cancelled: no one is told of that."""
        task = self._task
        if task is None or not self._releasing or task in self.ctx.runner.shown():
            return
        if task.cancel_asked.is_set():
            self._settled()

    def _settled(self) -> None:
        self._releasing = False
        self._task = None
        self._enable()

    def _enable(self) -> None:
        on_run = self.stack.currentWidget() is self.run
        self.release_act.setEnabled(on_run and not self._releasing and bool(self.run.chosen()))
        self.again.setEnabled(on_run)

    # common acts

    def offers(self) -> set[str]:
        """Return the common acts: filter and print the register, copy either."""
        return {"filter", "print", "copy"}

    def focus_filter(self) -> None:
        """Ctrl+F looks in the register."""
        self.show_tab("sent")
        self.register.search.setFocus()

    def print_list(self) -> None:
        """Ctrl+P: the letter shown, or the selected letters."""
        if self.stack.currentWidget() is self.register:
            self.register.print_selected()
        else:
            self.run.preview.print_now()

    def copy(self) -> None:
        """Ctrl+C: the draft as a table."""
        if self.stack.currentWidget() is self.run and QApplication.focusWidget() is self.run.grid:
            count = self.run.grid.copy()
            self.ctx.notify(translate("Collections", "%n row(s) copied", None, count))

    # words and state

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Collections", "No letters sent yet"),
            translate("Collections", "Released letters stand here, to be shown and printed again."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.set_words(
            translate("Collections", "Collections"),
            translate("Collections", "nothing is numbered or kept before the release"),
        )
        self.again.set_words(translate("Collections", "Recalculate"))
        self.tabs.set_options(
            [
                Option("run", translate("Collections", "Draft run")),
                Option("sent", translate("Collections", "Letters sent")),
            ]
        )
        self.tabs.setAccessibleName(translate("Collections", "Run or register"))
        self.run.retranslate()
        self.register.retranslate()

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Collections",
            "<p>The draft lists every customer with overdue invoices: above those who get a "
            "letter, with the level from which and to which it rises; below those passed over, "
            "with the reason. Untick a letter to leave it out. Disputed parts are not claimed, and "
            "money not yet allocated is set off.</p><p>F5 drafts again, Ctrl+Enter releases: each "
            "letter gets its number and is kept as it is. A letter printed again is marked as a "
            "copy.</p>",
        )

    def refresh(self, changes: Changes) -> None:
        """Draft again, and read the register."""
        if self.ctx.as_of != self._own_date:
            self._own_date = self.ctx.as_of
            self.run.as_of.set_day(self.ctx.as_of)
        self.run.read()
        if changes.papers and self.stack.currentWidget() is self.register:
            self.register.read()

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {"split": self.run.split.sizes(), "zoom": self.run.preview.zoom}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back and draft the first run."""
        sizes = state.get("split", [])
        if len(sizes) == 2 and all(sizes):
            self.run.split.setSizes(sizes)
        if "zoom" in state:
            self.run.preview.set_zoom(state["zoom"])
        self.run.read()
