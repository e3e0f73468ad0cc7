"""A customer's limits: what holds, the methods side by side, the history, and applying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QScrollArea, QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.credit.approval import Standing
from domain.credit.limit_papers import NOTICE
from domain.credit.limits import CreditLimit, LimitOnDay
from domain.credit.methods import Proposal
from domain.credit.stages import RelationshipStage, stage_on
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services import approvals, limits, papers
from domain.services.limit_review import limit_letter
from domain.services.papers import Issued
from domain.services.records import take_back_record
from ui import format as fmt
from ui import limit_words as words
from ui.acts import Act
from ui.context import AppContext
from ui.customers.limit_form import ApplyForm, StageForm
from ui.customers.limit_set_form import SetForm
from ui.customers.tabs import CustomerTab
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.ask import confirm
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.facts import Facts
from ui.widgets.text_table import TextTable


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitFacts:
    """All that the tab shows of a customer."""

    currency: str
    terms: str
    limit: LimitOnDay
    proposal: Proposal
    history: tuple[Record[CreditLimit], ...]
    standing: Standing | None
    stage: Record[RelationshipStage] | None
    group: str


def read_limits(reader: BookReader, customer_id: int, day: date) -> LimitFacts:
    """Return a customer's limits on a day in its own currency."""
    customer = reader.customer(customer_id)
    currency = limits.main_currency(reader, customer)
    found = [
        one
        for one in approvals.standings_of(reader, customer_id)
        if one.application.value.applied_on <= day
    ]
    stages = reader.records(RelationshipStage, customer_id=customer_id)
    return LimitFacts(
        currency=currency,
        terms=customer.terms,
        limit=limits.limit_on(reader, customer_id, currency, day),
        proposal=limits.propose_limit(reader, customer_id, currency, day),
        history=tuple(limits.limit_history(reader, customer_id)),
        standing=found[-1] if found else None,
        stage=stage_on(stages, day),
        group=customer.group,
    )


class LimitsTab(CustomerTab):
    """Facts, methods and history under each other; a form at the right when asked for."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.shown: LimitFacts | None = None
        self.facts = Facts(label_width=110)
        self.application = Facts(label_width=110)
        self.legs = TextTable("customer.limits.legs")
        self.legs.setFixedHeight(28 * 8 + 4)
        self.history = TextTable("customer.limits.history")
        self.history.setMinimumHeight(28 * 6)
        self._heads = [label("heading") for _place in range(3)]
        self.form = ApplyForm(ctx)
        self.stage_form = StageForm(ctx)
        self.set_form = SetForm(ctx)
        self._make_acts()
        self._build()
        self._wire()

    def _make_acts(self) -> None:
        self.apply_act = Act(
            self,
            "customer.limits.apply",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Apply for a limit…")),
            self.apply,
            key="Ctrl+Shift+L",
            icon="hand-coins",
        )
        self.stage_act = Act(
            self,
            "customer.limits.stage",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Set the stage…")),
            self.set_stage,
            icon="handshake",
        )
        self.lower_act = Act(
            self,
            "customer.limits.lower",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Lower the limit…")),
            self.lower,
            key="Ctrl+Shift+D",
            icon="arrow-down",
        )
        self.letter_act = Act(
            self,
            "customer.limits.letter",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Letter about the limit")),
            self.write_letter,
            icon="mail",
        )
        self.back_act = Act(
            self,
            "customer.limits.take_back",
            ("Limits", QT_TRANSLATE_NOOP("Limits", "Take the limit back…")),
            self.take_back,
            icon="trash-2",
        )
        self.acts = [
            *(self.apply_act, self.lower_act, self.stage_act),
            *(self.letter_act, self.back_act),
        ]

    def _build(self) -> None:
        more = [Button.of(act) for act in (self.lower_act, self.stage_act)]
        buttons = row(Button.of(self.apply_act, kind="primary"), *more, None, gap=8)
        history = row(
            self._heads[1],
            None,
            *(Button.of(act, kind="small") for act in (self.letter_act, self.back_act)),
        )
        top = row(self.facts, 24, self.application, gap=0)
        top.setStretch(0, 1)
        top.setStretch(2, 1)
        for facts in (self.facts, self.application):
            top.setAlignment(facts, Qt.AlignmentFlag.AlignTop)
        self.legs.horizontalHeader().setStretchLastSection(False)
        inside = column(
            *(buttons, 4, top, 6, self._heads[0], self.legs, 6, history, self.history),
            margins=(16, 12, 16, 12),
            gap=8,
        )
        inside.setStretch(8, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(pane(inside))
        self.side = QStackedWidget()
        for form in (self.form, self.stage_form, self.set_form):
            self.side.addWidget(form)
        self.side.setFixedWidth(self.form.width())
        self._edge = line(vertical=True)
        self.setLayout(row(area, self._edge, self.side, gap=0))
        self._fold()
        self.setFocusProxy(self.legs)

    def _wire(self) -> None:
        self.history.moved.connect(lambda _place: self._enable())
        for form in (self.form, self.stage_form, self.set_form):
            form.closed.connect(self._fold)
            form.submitted.connect(self._fold)

    # showing

    def show_customer(self, customer_id: int) -> None:
        """Show a customer's limits as of the window's date."""
        if customer_id != self.customer_id:
            self._fold()
        self.customer_id = customer_id
        day = self.ctx.as_of

        def here(found: LimitFacts) -> None:
            if self.customer_id == customer_id:
                self.shown = found
                self._show()

        self.ctx.query(lambda reader: read_limits(reader, customer_id, day), here, asker=self)

    def _show(self) -> None:
        found = self.shown
        if found is None:
            return
        language, currency = self.ctx.language, found.currency
        self.facts.show_facts(words.limit_facts(found.limit, language))
        self.application.show_facts(self._told(found))
        self.legs.show_texts(
            words.leg_headers(),
            words.leg_rows(found.proposal.legs, found.proposal.minor, currency),
            right=(2,),
        )
        self.legs.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.history.show_texts(*_history(found.history, self.ctx.as_of, language), right=(2,))
        waits = found.standing is not None and found.standing.level > 0
        self.apply_act.setEnabled(not waits)
        if found.history:
            self.history.selectRow(0)
        self._enable()

    def chosen(self) -> Record[CreditLimit] | None:
        """Return the record selected in the history."""
        place = self.history.currentIndex().row()
        records = self.shown.history if self.shown is not None else ()
        return records[place] if 0 <= place < len(records) else None

    def _enable(self) -> None:
        for act in (self.letter_act, self.back_act):
            act.setEnabled(self.chosen() is not None)

    def _told(self, found: LimitFacts) -> list[tuple[str, str]]:
        facts = [(translate("Limits", "Payment terms"), found.terms)]
        if found.stage is not None:
            since = fmt.day(found.stage.dated_on, self.ctx.language)
            stage = words.stage(found.stage.value.stage)
            said = translate("Limits", "{stage} since {date}").format(stage=stage, date=since)
            facts.append((translate("Limits", "Stage"), said))
        one = found.standing
        if one is not None:
            value = one.application.value
            state = words.state_chips(one)[0].text
            facts += [
                (translate("Limits", "Application"), f"{value.number} · {state}"),
                (
                    translate("Limits", "Asked for"),
                    words.amount(None if value.unlimited else value.minor, value.currency),
                ),
                (translate("Limits", "Reason"), value.reason),
            ]
            facts += [
                (
                    f"{step.value.level} {words.level(step.value.level)}",
                    " · ".join(
                        part
                        for part in (
                            step.value.who,
                            words.decision(step.value.decision),
                            step.value.comment,
                        )
                        if part
                    ),
                )
                for step in one.steps
            ]
        return facts

    # acts

    def apply(self) -> None:
        """Open the form; a draft or a returned application is gone on with."""
        if self.shown is None or self.customer_id is None:
            return
        if self.apply_act.isEnabled():
            self.form.start(self.customer_id, self.shown.currency, self.shown.standing)
            self._unfold(self.form)

    def set_stage(self) -> None:
        """Open the form of the stage."""
        if self.shown is not None and self.customer_id is not None:
            now = None if self.shown.stage is None else self.shown.stage.value
            self.stage_form.start(self.customer_id, now)
            self._unfold(self.stage_form)

    def lower(self) -> None:
        """Open the form that lowers the limit at once."""
        found = self.shown
        if found is not None and self.customer_id is not None:
            self.set_form.start(self.customer_id, found.currency, found.group)
            self._unfold(self.set_form)

    def write_letter(self) -> None:
        """Number, keep and show the letter that tells the customer the limit selected."""
        record, customer_id = self.chosen(), self.customer_id
        if record is None or customer_id is None:
            return
        ctx = self.ctx

        def service(uow: UnitOfWork) -> OperationResult[list[Issued]]:
            letter = limit_letter(ctx.reader, customer_id, record, ctx.today)
            return papers.issue(uow, NOTICE, [letter], [customer_id], ctx.papers.render)

        ctx.act(
            service,
            asker=self,
            notice=translate("Limits", "Letter kept"),
            done=lambda result: ctx.navigate(f"paper/{result.value[0].id}"),
        )

    def take_back(self) -> None:
        """Take the record selected back: it should not be there."""
        record = self.chosen()
        if record is None:
            return
        title = translate("Limits", "Take this limit back?")
        said = translate(
            "Limits",
            "It holds no longer; what stood before it holds again. It stays in the history.",
        )
        if confirm(self, title, said, translate("Limits", "Take back")):
            self.ctx.act(
                take_back_record,
                CreditLimit,
                record.id,
                self.ctx.today,
                asker=self,
                notice=translate("Limits", "Limit taken back"),
            )

    def _unfold(self, form: QWidget) -> None:
        self.side.setCurrentWidget(form)
        self.side.show()
        self._edge.show()
        form.setFocus()

    def _fold(self) -> None:
        self.side.hide()
        self._edge.hide()

    def escape(self) -> bool:
        """Close the form."""
        if self.side.isHidden():
            return False
        self._fold()
        return True

    def has_draft(self) -> bool:
        """Whether a form holds what was not sent."""
        return not self.side.isHidden() and self.form.has_draft()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._heads[0].setText(translate("Limits", "Methods side by side"))
        self._heads[1].setText(translate("Limits", "History of the limit"))
        self.legs.setAccessibleName(translate("Limits", "Methods side by side"))
        self.history.setAccessibleName(translate("Limits", "History of the limit"))
        self.form.retranslate()
        self.stage_form.retranslate()
        self.set_form.retranslate()
        self._show()


def _history(
    records: Sequence[Record[CreditLimit]], day: date, language: str
) -> tuple[list[str], list[list[str]]]:
    headers = [
        translate("Limits", "Since"),
        translate("Limits", "Until"),
        translate("Limits", "Limit"),
        translate("Limits", "Kind"),
        translate("Limits", "Granted by"),
        translate("Limits", "Reason"),
    ]
    return headers, [_history_row(record, day, language) for record in records]


def _history_row(record: Record[CreditLimit], day: date, language: str) -> list[str]:
    value = record.value
    kind = translate("Limits", "Top-up") if value.top_up else translate("Limits", "Limit")
    if value.review_id is not None:
        kind = translate("Limits", "Review")
    if not record.holds_on(day) and record.dated_on <= day:
        kind += " · " + translate("Limits", "ended")
    because = "; ".join(part for part in (words.reasons(value.reasons), value.reason) if part)
    return [
        fmt.day(record.dated_on, language),
        fmt.day(record.ends_on, language),
        words.amount(value.amount, value.currency),
        kind,
        value.approver or record.user,
        because,
    ]
