"""The tab of the dunning run: draft, choice, release."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

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
from ui.shell.ask import confirm
from ui.tabbed import Tab
from ui.tasks import Task
from ui.widgets.basic import column
from ui.widgets.button import Button


class RunTab(Tab):
    """The draft of a run, and its release."""

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
        self._release_button = Button.of(self.release_act, kind="primary")
        self.run = RunPane(ctx)
        self.setLayout(column(self.run))
        self.setFocusProxy(self.run)
        self.run.changed.connect(self._enable)
        self._own_date = ctx.as_of
        self._releasing = False
        self._task: Task | None = None
        ctx.runner.changed.connect(self._watch)
        self._enable()

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head."""
        return [self.again, self._release_button]

    def about(self) -> str:
        """Say what a draft is."""
        return translate("Collections", "nothing is numbered or kept before the release")

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
            ctx.navigate(_letters(result.value))

        def failed(_error: object) -> bool:
            self._settled()
            return False

        def words(result: OperationResult[list[Issued]]) -> Notice:
            count = len(result.value)
            said = translate("Collections", "%n letter(s) released", None, count)
            act = translate("Collections", "Print all")
            return Notice(said, act, lambda: self._print(result.value))

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

    def _print(self, issued: list[Issued]) -> None:
        self.ctx.navigate(_letters(issued))
        self.ctx.command.emit("screen.print")

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
        self.release_act.setEnabled(not self._releasing and bool(self.run.chosen()))

    # common acts

    def offers(self) -> set[str]:
        """Return the common acts: print the letter shown, copy the draft."""
        return {"print", "copy"}

    def print_list(self) -> None:
        """Ctrl+P: the letter shown."""
        self.run.preview.print_now()

    def copy(self) -> None:
        """Ctrl+C: the draft as a table."""
        if QApplication.focusWidget() is self.run.grid:
            count = self.run.grid.copy()
            self.ctx.notify(translate("Collections", "%n row(s) copied", None, count))

    # words and state

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.again.set_words(translate("Collections", "Recalculate"))
        self.run.retranslate()

    def help_text(self) -> str:
        """Explain the tab."""
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
        """Draft again."""
        if self.ctx.as_of != self._own_date:
            self._own_date = self.ctx.as_of
            self.run.as_of.set_day(self.ctx.as_of)
        self.run.read()

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {"split": self.run.split.sizes(), "zoom": self.run.preview.zoom}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        sizes = state.get("split", [])
        if len(sizes) == 2 and all(sizes):
            self.run.split.setSizes(sizes)
        if "zoom" in state:
            self.run.preview.set_zoom(state["zoom"])


def _letters(issued: list[Issued]) -> str:
    """Return the address that shows these letters, selected."""
    return "collections?tab=sent&new=" + ",".join(str(one.id) for one in issued)
