"""The register of statements and what came back: agreed, differs, silent."""

from __future__ import annotations

from typing import Final

from domain.changes import Changes
from domain.listing import Order
from domain.services.statements import statement_standings
from domain.statement_reply import ReplyState, StatementStanding
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext
from ui.lists.columns import Column
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.form_tab import FormTab
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.statements.reply_words import STATES, state_word
from ui.statements.slip_form import SlipForm
from ui.widgets.basic import line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.paint import ChipText

_C: Final = "Replies"


def _chip(one: StatementStanding) -> list[ChipText]:
    chips = [ChipText(state_word(one.state), STATES[one.state][1])]
    if one.open_differences:
        said = translate("Replies", "%n open", None, one.open_differences)
        chips.append(ChipText(said, "outline"))
    return chips


def _name(one: StatementStanding, language: str) -> str:
    sent = one.sent
    return fmt.name(sent.customer_name, sent.customer_name_en, language)


def columns() -> list[Column]:
    """Return the columns of the register."""
    return [
        Column(
            key="number",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Statement")),
            get=lambda one: one.sent.number,
            kind="code",
            order="number",
            width=150,
            fixed=True,
        ),
        Column(
            key="customer",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Customer")),
            get=lambda one: one.sent.customer_name,
            say=_name,
            order="customer",
            stretch=True,
            width=160,
            fixed=True,
        ),
        Column(
            key="to_on",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Up to")),
            get=lambda one: one.sent.to_on,
            kind="date",
            order="to_on",
            descending=True,
            width=92,
        ),
        Column(
            key="closing",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Closing")),
            get=lambda one: one.sent.closing,
            kind="money",
            currency=lambda one: one.sent.currency,
            order="closing",
            descending=True,
            width=110,
            bold=True,
        ),
        Column(
            key="currency",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Currency")),
            get=lambda one: one.sent.currency,
            width=52,
            ink="text-2",
            secondary=True,
        ),
        *_answered(),
    ]


def _answered() -> list[Column]:
    return [
        Column(
            key="reply_by",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Reply by")),
            get=lambda one: one.sent.reply_by,
            kind="date",
            order="reply_by",
            width=92,
            tone=lambda one: "amber" if one.asks else "",
        ),
        Column(
            key="came",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Came")),
            get=lambda one: None if one.reply is None else one.reply.dated_on,
            kind="date",
            width=92,
            secondary=True,
        ),
        Column(
            key="gap",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Difference")),
            get=lambda one: one.open_gap,
            kind="money",
            currency=lambda one: one.sent.currency,
            dash=True,
            width=96,
        ),
        Column(
            key="state",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "State")),
            get=_chip,
            kind="chips",
            width=130,
        ),
    ]


class RepliesTab(FormTab):
    """Statements sent, by what came back; the form records a slip."""

    form: SlipForm

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(
            ctx,
            "statements.replies",
            columns(),
            lambda one: one.sent.paper_id,
            Order("to_on", descending=True),
        )
        self._all: list[StatementStanding] = []
        self.answer_act = Act(
            self,
            "statements.answer",
            (_C, QT_TRANSLATE_NOOP("Replies", "Record a reply…")),
            self.answer,
            key="Ctrl+R",
            icon="badge-check",
        )
        self.acts.append(self.answer_act)
        self.pills = Choice("pill", name="statements.replies.state")
        self.footer = Figures()
        self._build()
        self._wire()

    def _build(self) -> None:
        bar = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        answer = Button.of(self.answer_act, kind="small")
        foot = pane(row(self.footer, None, answer, margins=(16, 0, 16, 0)), role="head", height=32)
        self.beside(SlipForm(self.ctx), bar, line(), self.stack, line(), foot)

    def _wire(self) -> None:
        self.pills.chosen.connect(lambda _state: self._show())
        self.view.chosen.connect(lambda _key: self.answer())
        self.view.current_moved.connect(lambda _key: self._enable())

    # showing

    def refresh(self, changes: Changes) -> None:
        """Read the register again."""
        day = self.ctx.as_of
        self.ctx.query(lambda reader: statement_standings(reader, day), self._take, asker=self)

    def _take(self, found: list[StatementStanding]) -> None:
        self._all = found
        counts = {state: sum(one.state == state for one in found) for state in STATES}
        options = [Option("all", translate("Replies", "All"), len(found))]
        options += [Option(key, state_word(key), counts[key]) for key in STATES if counts[key]]
        self.pills.set_options(options)
        if self.pills.value() not in {one.value for one in options}:
            self.pills.set_value("all")
        self._show()

    def shown(self) -> list[StatementStanding]:
        """Return the statements that the filter leaves."""
        state = self.pills.value() or "all"
        return [one for one in self._all if state in ("all", one.state)]

    def _show(self) -> None:
        rows = self.shown()
        self.model.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        silent = [one for one in rows if one.state is ReplyState.SILENT]
        sums: dict[str, int] = {}
        for one in silent:
            sums[one.sent.currency] = sums.get(one.sent.currency, 0) + one.sent.closing
        self.footer.show_figures(
            [
                Figure(translate("Replies", "Statements"), fmt.count(len(rows))),
                Figure(translate("Replies", "Silent"), fmt.count(len(silent))),
                Figure(translate("Replies", "Closing of these"), sums_text(sums)),
            ]
        )
        self._enable()

    def _enable(self) -> None:
        self.answer_act.setEnabled(self.current() is not None)

    # acts

    def answer(self) -> None:
        """Show the form of the slip."""
        found = self.current()
        if found is not None:
            self.form.show()
            self.form.start(found.sent)

    # words

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Replies", "No statements here"),
            translate(
                "Replies",
                "Statements issued stand here until they are agreed or their differences are "
                "settled. Silence is no agreement: ask again.",
            ),
        )

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Replies",
            "<p>What customers answered. Enter or Ctrl+R records a slip: agreed (with who signed; "
            "it counts for the limitation period), or what differs, line by line. Differences "
            "stay on their list until each is settled.</p>",
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.view.setAccessibleName(translate("Replies", "Statements and their replies"))
        self.view.widths.reset()
        self.pills.setAccessibleName(translate("Replies", "State"))
        self.empty.retranslate()
        self.form.retranslate()
        self._take(self._all)
