"""The tab of stages: who has earned the next one, who falls back, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from domain.changes import Changes
from domain.credit.review import tenth
from domain.credit.stages import RelationshipStage, Stage, StageAdvice
from domain.policy import policy_on
from domain.ports import BookReader
from domain.services.stages import set_stage, stage_advice
from ui import format as fmt
from ui import limit_words as words
from ui.acts import Act
from ui.context import AppContext
from ui.credit.grid_tab import GridTab
from ui.grids.model import Rules
from ui.lists.columns import Column
from ui.lists.footer import Figure
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.button import Button
from ui.widgets.choice import Option
from ui.widgets.paint import ChipText


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """A customer in a stage, with what its conduct says."""

    advice: StageAdvice
    name: str
    name_en: str
    deposit: int

    @property
    def customer_id(self) -> int:
        """Whose stage it is."""
        return self.advice.facts.customer_id

    @property
    def moves(self) -> str:
        """Whether it goes up, down or stays."""
        if self.advice.to is None:
            return "stay"
        return "up" if self.advice.promoted else "down"


def eligible(reader: BookReader, ctx: AppContext) -> int:
    """Return how many customers are to change their stage."""
    return sum(one.to is not None for one in stage_advice(reader, ctx.as_of))


class StagesTab(GridTab):
    """Customers in a stage; the one advised is set by one act."""

    def __init__(self, ctx: AppContext) -> None:
        rules = Rules(quiet=lambda one: one.moves == "stay", name=lambda one: one.name)
        super().__init__(ctx, "credit.stages", _columns(), rules)
        self.all: list[StageRow] = []
        self.set_act = Act(
            self,
            "credit.stages.set",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Set the stage advised")),
            self.set_advised,
            key="Ctrl+Return",
            icon="check",
        )
        self.acts = [self.set_act]
        self._button = Button.of(self.set_act, kind="primary")
        self.setLayout(self.framed())
        self.grid.current_moved.connect(lambda _one: self._enable())

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head."""
        return [self._button]

    def refresh(self, changes: Changes) -> None:
        """Read the stages again."""
        day = self.ctx.as_of

        def read(reader: BookReader) -> list[StageRow]:
            deposit = policy_on(reader, day).limits.deposit_percent
            return [_row(reader, one, deposit) for one in stage_advice(reader, day)]

        self.ctx.query(read, self._take, asker=self)

    def _take(self, rows: list[StageRow]) -> None:
        self.all = rows
        self._show()

    def _show(self) -> None:
        state = self.states.value() or "all"
        self.model.show_rows([one for one in self.all if state in ("all", one.moves)])
        self.stack.setCurrentIndex(0 if self.all else 1)
        if self.grid.current_row() is None:
            self.grid.select_first()
        counts = {key: sum(one.moves == key for one in self.all) for key in ("up", "down")}
        self.states.set_counts({**counts, "all": len(self.all)})
        self.figures.show_figures(
            [
                Figure(translate("Limits", "Eligible for the next stage"), str(counts["up"])),
                Figure(translate("Limits", "To fall back"), str(counts["down"])),
            ]
        )
        self._enable()

    def _enable(self) -> None:
        one = self.grid.current_row()
        self.set_act.setEnabled(one is not None and one.advice.to is not None)

    def set_advised(self) -> None:
        """Set the stage that is advised for the current customer."""
        one = self.grid.current_row()
        if one is None or one.advice.to is None:
            return
        value = RelationshipStage(
            stage=one.advice.to,
            deposit_percent=one.deposit if one.advice.to is Stage.DEPOSIT else 0,
            who=self.ctx.user,
            reason=words.advice(one.advice.reasons),
        )
        self.ctx.act(
            set_stage,
            one.customer_id,
            value,
            self.ctx.today,
            asker=self,
            notice=translate("Limits", "Stage set; the payment terms follow"),
        )

    # words

    def about(self) -> str:
        """Say what a stage is."""
        return translate("Limits", "from prepayment to net 60, one step at a time")

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Limits",
            "<p>New customers begin with prepayment or a deposit and get longer terms step by "
            "step. The next stage is earned by enough invoices paid on time in this one, few "
            "days late on average and no open dispute or warning; what is long overdue or a "
            "broken promise leads one stage back. Ctrl+Enter sets what is advised; the payment "
            "terms follow. A first stage is set on the customer's page, tab Limits.</p>",
        )

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Limits", "Nobody is in a stage"),
            translate("Limits", "Set a stage on a new customer's page, tab Limits."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.states.set_options(
            [
                Option("all", translate("Limits", "All")),
                Option("up", translate("Limits", "Eligible")),
                Option("down", translate("Limits", "Fall back")),
            ]
        )
        self.grid.setAccessibleName(translate("Limits", "Stages"))
        self.grid.retranslate()
        self.empty.retranslate()
        self._show()


def _row(reader: BookReader, advice: StageAdvice, deposit: int) -> StageRow:
    customer = reader.customer(advice.facts.customer_id)
    return StageRow(advice=advice, name=customer.name, name_en=customer.name_en, deposit=deposit)


def _to(one: StageRow) -> list[ChipText]:
    if one.advice.to is None:
        return []
    return [ChipText(words.stage(one.advice.to), "green" if one.moves == "up" else "red")]


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
        Column(
            key="stage",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Stage")),
            get=lambda one: words.stage(one.advice.facts.stage),
            width=96,
        ),
        *_conduct(),
        Column(
            key="to",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Advised")),
            get=_to,
            kind="chips",
            width=96,
        ),
        Column(
            key="reasons",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Reasons")),
            get=lambda one: one.advice.reasons,
            say=lambda one, _language: words.advice(one.advice.reasons),
            width=240,
            ink="text-2",
        ),
    ]


def _conduct() -> list[Column]:
    return [
        Column(
            key="since",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Since")),
            get=lambda one: one.advice.facts.since,
            kind="date",
        ),
        Column(
            key="paid",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Paid")),
            get=lambda one: len(one.advice.facts.paid),
            kind="number",
            width=56,
        ),
        Column(
            key="on_time",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "On time")),
            get=lambda one: one.advice.on_time,
            kind="number",
            width=72,
        ),
        Column(
            key="late",
            title=("Limits", QT_TRANSLATE_NOOP("Limits", "Days late")),
            get=lambda one: tenth(one.advice.days_late),
            say=lambda one, _language: str(tenth(one.advice.days_late) or fmt.DASH),
            kind="number",
            width=72,
        ),
    ]
