"""The tab of Credit: what secures the debts besides the debtors, and when it is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QStackedWidget

from domain.changes import Changes, OperationResult
from domain.cover.forms import POLICY
from domain.cover.insurance import InsurancePolicy
from domain.letters.catalogue import CATALOGUE
from domain.ports import BookReader, UnitOfWork
from domain.services import cover, guarantees
from domain.services.records import File
from ui.context import AppContext
from ui.cover.assignments import AssignmentsPane
from ui.cover.claims import ClaimsPane
from ui.cover.deadlines import DeadlinesPane
from ui.cover.declarations import DeclarationsPane
from ui.cover.exposure import ExposurePane, LimitsPane
from ui.cover.register import RegisterPane
from ui.cover.securities import GuaranteesPane, LettersPane
from ui.marks import translate
from ui.papers.register import PaperRegister
from ui.records.panel import RecordPanel
from ui.tabbed import Tab
from ui.widgets.basic import column, line, pane, row
from ui.widgets.choice import Choice, Option

Part = RegisterPane | RecordPanel | PaperRegister
_KEYS: Final = (
    *("deadlines", "exposure", "limits", "policies", "declarations", "claims"),
    *("guarantees", "letters", "assignments", "papers"),
)

#: Letters that the acts of cover issue.
_PAPERS: Final = [
    one.key
    for one in CATALOGUE
    if one.origin in ("insurance", "guarantee", "assignment", "confirmation")
]


def waiting(reader: BookReader, ctx: AppContext) -> int:
    """Return how many deadlines of insurance and guarantees press."""
    day = ctx.as_of
    return len(cover.pressing(reader, day)) + len(guarantees.pressing(reader, day))


class CoverTab(Tab):
    """Registers of cover, each built when it is first shown."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.pills = Choice("pill", name="cover.part")
        self.stack = QStackedWidget()
        self._built: dict[str, Part] = {}
        self._stale: set[str] = set(_KEYS)
        bar = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        self.setLayout(column(bar, line(), self.stack))
        self.setFocusProxy(self.stack)
        self.pills.chosen.connect(self.show_part)
        self._words()

    # parts

    def _make(self, key: str) -> Part:
        ctx, issued = self.ctx, self.show_paper
        made: dict[str, Callable[[], Part]] = {
            "deadlines": lambda: DeadlinesPane(ctx, issued),
            "exposure": lambda: ExposurePane(ctx, issued),
            "limits": lambda: LimitsPane(ctx),
            "policies": lambda: RecordPanel(
                ctx, POLICY, name="cover.policies", keep=self._keep_policy
            ),
            "declarations": lambda: DeclarationsPane(ctx),
            "claims": lambda: ClaimsPane(ctx),
            "guarantees": lambda: GuaranteesPane(ctx, issued),
            "letters": lambda: LettersPane(ctx),
            "assignments": lambda: AssignmentsPane(ctx, issued),
            "papers": lambda: PaperRegister(ctx, "cover.papers", _PAPERS),
        }
        return made[key]()

    def _keep_policy(
        self,
        uow: UnitOfWork,
        value: InsurancePolicy,
        *,
        dated_on: date,
        ends_on: date | None,
        replaces_id: int | None = None,
        files: Sequence[File] = (),
        **_more: object,
    ) -> OperationResult[int]:
        filled = replace(
            value,
            currency=value.currency or self.ctx.reader.base_currency(),
            deductible_minor=value.deductible_minor or 0,
            discretionary_minor=value.discretionary_minor or 0,
        )
        return cover.keep_policy(
            uow, filled, dated_on=dated_on, ends_on=ends_on, replaces_id=replaces_id, files=files
        )

    def part(self, key: str) -> Part:
        """Return a register, building it on its first showing."""
        if key not in self._built:
            made = self._make(key)
            self._built[key] = made
            self.stack.addWidget(made)
            if isinstance(made, RegisterPane):
                for act in made.acts:
                    made.addAction(act)
            if isinstance(made, PaperRegister):
                made.addAction(made.deliver_act)
                made.set_empty(_no_papers)
                # Five long words; the list has a column of kinds.
                made.pills.hide()
            made.retranslate()
        return self._built[key]

    def current_key(self) -> str:
        """Return the name of the register shown."""
        return self.pills.value() or _KEYS[0]

    def current(self) -> Part:
        """Return the register shown."""
        return self.part(self.current_key())

    def show_part(self, key: str) -> None:
        """Show a register, with what changed since."""
        known = key if key in _KEYS else _KEYS[0]
        shown = self.part(known)
        self.pills.set_value(known)
        self.stack.setCurrentWidget(shown)
        self.stack.setFocusProxy(shown)
        for one in self._built.values():
            if isinstance(one, RegisterPane):
                one.enable(shown=one is shown)
        self._read(known)
        shown.setFocus()

    def _read(self, key: str) -> None:
        if key not in self._stale:
            return
        self._stale.discard(key)
        shown = self.part(key)
        if isinstance(shown, RecordPanel):
            shown.show_customer(None)
        elif isinstance(shown, PaperRegister):
            shown.read()
        else:
            shown.reload()

    def show_paper(self, paper_id: int) -> None:
        """Show a paper that was issued just now, ready to be printed and sent."""
        self.show_part("papers")
        register = self.current()
        if isinstance(register, PaperRegister):
            register.show_issued([paper_id], [paper_id])

    # what the screen calls

    def open(self, query: dict[str, str]) -> None:
        """Show the register that the address asks for."""
        self.show_part(query.get("part", self.current_key()))

    def refresh(self, changes: Changes) -> None:
        """Read the register shown; the others when they are shown next."""
        self._stale = set(_KEYS)
        if self.stack.currentWidget() is None:
            self.show_part(self.current_key())
        else:
            self._read(self.current_key())

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {"part": self.current_key()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        self.pills.set_value(state.get("part", _KEYS[0]))

    def offers(self) -> set[str]:
        """Return the common acts of the register shown."""
        shown = self.current()
        if isinstance(shown, RegisterPane):
            new = {"new"} if hasattr(shown, "new") else set()
            return {"export", "print", "copy", *new}
        return {"new"} if isinstance(shown, RecordPanel) else {"filter", "print"}

    def new_record(self) -> None:
        """Ctrl+N: a policy, a limit, an assignment."""
        shown = self.current()
        if isinstance(shown, RecordPanel):
            shown.add_one()
        elif isinstance(shown, LimitsPane | AssignmentsPane):
            shown.start()

    def focus_filter(self) -> None:
        """Ctrl+F looks in the papers."""
        shown = self.current()
        if isinstance(shown, PaperRegister):
            shown.search.setFocus()

    def export_list(self) -> None:
        """Ctrl+E."""
        shown = self.current()
        if isinstance(shown, RegisterPane):
            shown.export()

    def print_list(self) -> None:
        """Ctrl+P: the list, or the selected papers."""
        shown = self.current()
        if isinstance(shown, RegisterPane):
            shown.print_pages()
        elif isinstance(shown, PaperRegister):
            shown.print_selected()

    def copy(self) -> None:
        """Ctrl+C."""
        shown = self.current()
        if isinstance(shown, RegisterPane):
            shown.copy()

    def escape(self) -> bool:
        """Esc leaves a form."""
        shown = self.current()
        if isinstance(shown, PaperRegister):
            return shown.escape()
        if isinstance(shown, RegisterPane) and not shown.inspector.isVisible():
            shown.close_form()
            return True
        return False

    def has_draft(self) -> bool:
        """Whether something typed would be lost."""
        parts = self._built.values()
        forms = [one for part in parts if isinstance(part, RegisterPane) for one in part.forms()]
        panels = [part for part in parts if isinstance(part, RecordPanel)]
        drafts = [one.has_draft() for one in forms] + [one.has_draft() for one in panels]
        return any(drafts)

    # words

    def _words(self) -> None:
        titles = {
            "deadlines": translate("Cover", "Deadlines"),
            "exposure": translate("Cover", "Exposure"),
            "limits": translate("Cover", "Limits"),
            "policies": translate("Cover", "Policies"),
            "declarations": translate("Cover", "Declarations"),
            "claims": translate("Cover", "Claims"),
            "guarantees": translate("Cover", "Guarantees"),
            "letters": translate("Cover", "Letters of credit"),
            "assignments": translate("Cover", "Assignments"),
            "papers": translate("Cover", "Papers"),
        }
        self.pills.set_options([Option(key, titles[key]) for key in _KEYS])
        self.pills.setAccessibleName(translate("Cover", "Insurance and other cover"))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._words()
        for one in self._built.values():
            one.retranslate()

    def about(self) -> str:
        """Return the line beside the screen's title."""
        return translate("Cover", "days follow policy and law; a reminder, no advice")

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Cover",
            "<p>Deadlines list every insured debt with what its policy asks for next: notify the "
            "insurer, wait, claim. Select debts of one buyer and notify or claim for all of them. "
            "Nothing shipped after adverse information, above the limit or in dispute is covered."
            "</p><p>Guarantees show the period in which the guarantor must be held to it; it never "
            "stops or restarts. Assignments bind the debtor from the day their notice arrives: "
            "record the sending under Papers.</p>",
        )


def _no_papers() -> tuple[str, str]:
    return (
        translate("Cover", "No papers yet"),
        translate("Cover", "Notices, claims, demands and requests stand here once made."),
    )
