"""The tab of the dunning run: draft, choice, release."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QApplication, QWidget

from domain.changes import Changes, OperationResult
from domain.dunning import Proposal
from domain.ports import Progress, UnitOfWork
from domain.services import dunning, dunning_acts
from domain.services.papers import Issued
from ui.acts import Act
from ui.collections.rows import RunRow, principals, sums
from ui.collections.run import RunPane
from ui.context import AppContext, Notice
from ui.lists.footer import sums_text
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.ask import ask_reason, confirm
from ui.tabbed import Tab
from ui.tasks import Task
from ui.widgets.basic import column
from ui.widgets.button import Button

#: Customers named in a question.
_NAMED: Final = 4


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
        self.save_act = Act(
            self,
            "collections.save_draft",
            ("Collections", QT_TRANSLATE_NOOP("Collections", "Save draft")),
            self.save_draft,
            key="Ctrl+S",
            icon="save",
        )
        self.acts += [self.release_act, self.save_act]
        # The key is the window's own: it refreshes the screen, which drafts again.
        self.again = Button(name="collections.recalculate", icon="refresh-cw", key="F5")
        self.again.clicked.connect(self.recalculate)
        self._save_button = Button.of(self.save_act)
        self.limits = Button(name="collections.parameters", icon="settings")
        self.limits.clicked.connect(lambda: ctx.navigate("settings?section=dunning"))
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
        return [self.again, self._save_button, self.limits, self._release_button]

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
        unreasoned = self._unreasoned(chosen)
        if unreasoned is not None and confirm(self, title, said, act):
            self._release(run.proposal, chosen, unreasoned)

    def _unreasoned(self, chosen: list[RunRow]) -> str | None:
        """Ask why letters go out though nobody asked why is not paid; None stops the release."""
        asking = [one for one in chosen if one.letter is not None and one.letter.asks_reason]
        if not asking:
            return ""
        title = translate(
            "Collections", "%n letter(s) ask first why is not paid", None, len(asking)
        )
        text = translate(
            "Collections",
            "From level 2 on the reason is asked: select the letter and note it. Or say why "
            "the letters go out without it: {names}.",
        )
        gap = ", " if self.ctx.language == "en" else "、"
        names = gap.join(one.name for one in asking[:_NAMED])
        act = translate("Collections", "Go on without it")
        return ask_reason(self, title, text.format(names=names), act) or None

    def save_draft(self) -> None:
        """Keep the draft, to be gone on with another day."""
        run = self.run.run
        if run is None:
            return
        code, left_out = run.proposal.procedure.code, self.run.letters_left_out()
        as_of, kept = run.proposal.as_of, self.run.draft_id

        def done(result: OperationResult[int]) -> None:
            self.run.draft_id = result.value

        self.ctx.act(
            lambda uow: dunning_acts.save_draft(uow, as_of, code, left_out, replaces_id=kept),
            asker=self,
            done=done,
            notice=translate("Collections", "Draft saved"),
        )

    def _release(self, proposal: Proposal, chosen: list[RunRow], unreasoned: str) -> None:
        ctx = self.ctx
        letters = [one.letter for one in chosen if one.letter is not None]
        said = dunning.Release(
            unreasoned=unreasoned,
            left_out=tuple(self.run.letters_left_out()),
            draft_id=self.run.draft_id,
        )

        def service(uow: UnitOfWork, progress: Progress) -> OperationResult[list[Issued]]:
            drafts = dunning.draft_letters(ctx.reader, proposal, letters)
            return dunning.release_run(
                uow, proposal, drafts, ctx.papers.render, progress, said=said
            )

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
        self.save_act.setEnabled(not self._releasing and self.run.run is not None)

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
        self.limits.set_words(translate("Collections", "Procedures"))
        self.run.retranslate()

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Collections",
            "<p>The draft lists every customer with overdue invoices: above those who get a "
            "letter, with the level from which and to which it rises; below those passed over, "
            "with the reason. Untick a letter to leave it out and say why. Disputed parts are not "
            "claimed, and money not yet allocated or booked is set off. Interest and fees are "
            "claims of their own: paying the principal does not end them.</p><p>From level 2 on "
            "the reason for late payment is asked under the list.</p><p>F5 drafts again, Ctrl+S "
            "saves the draft, Ctrl+Enter releases: each letter gets its number and is kept as it "
            "is. A letter printed again is marked as a copy.</p>",
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
