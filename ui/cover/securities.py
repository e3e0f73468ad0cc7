"""Guarantees and letters of credit with their days; demands and what was done start here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from domain.changes import OperationResult
from domain.cover.credit_letter import CreditStep
from domain.cover.forms import CREDIT_ACT, GUARANTEE_ACT
from domain.cover.guarantee import PeriodState, SecurityAct
from domain.ports import UnitOfWork
from domain.services import guarantees
from domain.services.guarantees import CreditLetterRow, GuaranteeRow
from ui import cover_words as words
from ui.context import AppContext
from ui.cover.parts import (
    alert_chip,
    amount,
    day,
    day_column,
    left_column,
    money_column,
    name_column,
    named,
    text_column,
)
from ui.cover.register import RegisterPane, RegisterSpec
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.records.form import RecordFormPane
from ui.widgets.paint import ChipText

_STATES: Final = {
    PeriodState.NOT_YET: "neutral",
    PeriodState.RUNNING: "accent",
    PeriodState.KEPT: "green",
    PeriodState.LOST: "red",
}
_STEPS: Final = {
    CreditStep.SHIP: "accent",
    CreditStep.PRESENT: "accent",
    CreditStep.PRESENTED: "green",
    CreditStep.LAPSED: "red",
}


def _giver() -> Column:
    return text_column(
        "giver",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Given by")),
        lambda row: row.record.value.giver,
        width=130,
    )


def _sum() -> Column:
    return money_column(
        "amount",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Amount")),
        lambda row: row.record.value.amount or 0,
        lambda row: row.currency,
        bold=True,
    )


_GUARANTEES: Final = (
    name_column(lambda row: row),
    _giver(),
    _sum(),
    text_column(
        "liability",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Kind")),
        lambda row: row.position and row.position.liability.value,
        say=lambda row, language: (
            words.word(row.position.liability, language) if row.position else ""
        ),
        width=104,
    ),
    day_column(
        "last_on",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Period ends")),
        lambda row: row.position and row.position.period.last_on,
    ),
    left_column(
        lambda row: row.position and row.position.days_left,
        lambda row: row.position and row.position.alert,
    ),
)


def _guarantee_facts(row: GuaranteeRow, language: str) -> Sequence[tuple[str, str]]:
    value, place = row.record.value, row.position
    told = [
        (translate("Cover", "Given by"), value.giver),
        (translate("Cover", "Number"), value.number),
        (translate("Cover", "Given on"), day(row.record.dated_on, language)),
        (translate("Cover", "Amount"), amount(value.amount, row.currency)),
        (translate("Cover", "Debts secured"), value.debts),
    ]
    if place is None:
        said = translate("Cover", "Enter the maturity of the debt in the credit file.")
        return [*told, (translate("Cover", "Period"), said)]
    kind = words.word(place.liability, language)
    assumed = translate("Cover", "not stated, so ordinary (Civil Code 686)")
    statute = translate("Cover", "six months by statute (Civil Code 692)")
    return [
        *told,
        (translate("Cover", "Kind"), f"{kind} · {assumed}" if place.assumed else kind),
        (translate("Cover", "Matures"), day(place.period.from_on, language)),
        (translate("Cover", "Period ends"), day(place.period.last_on, language)),
        (translate("Cover", "Period"), statute if place.period.by_statute else ""),
        (translate("Cover", "To be done within it"), words.word(place.demand, language)),
    ]


def _guarantee_chips(row: GuaranteeRow, language: str) -> Sequence[ChipText]:
    place = row.position
    if place is None:
        return [ChipText(translate("Cover", "Period unknown"), "amber")]
    state = ChipText(words.word(place.state, language), _STATES[place.state])
    return [state, *alert_chip(place.alert or None, language)]


GUARANTEES: Final = RegisterSpec(
    name="cover.guarantees",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Guarantees and their periods")),
    columns=_GUARANTEES,
    read=guarantees.guarantees,
    key=lambda row: row.record.id,
    heading=named,
    facts=_guarantee_facts,
    chips=_guarantee_chips,
    customer=lambda row: row.customer_id,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "No guarantees")),
        (
            "Cover",
            QT_TRANSLATE_NOOP(
                "Cover", "Guarantees are entered in the customer's credit file, as securities."
            ),
        ),
    ),
)

_LETTERS: Final = (
    name_column(lambda row: row),
    _giver(),
    _sum(),
    text_column(
        "step",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Next step")),
        lambda row: row.chain and row.chain.step.value,
        say=lambda row, language: words.word(row.chain.step, language) if row.chain else "",
        width=90,
    ),
    day_column(
        "next_on",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "By")),
        lambda row: row.chain and row.chain.next_on,
    ),
    left_column(
        lambda row: row.chain and row.chain.days_left, lambda row: row.chain and row.chain.alert
    ),
)


def _letter_facts(row: CreditLetterRow, language: str) -> Sequence[tuple[str, str]]:
    value, days = row.record.value, row.chain
    told = [
        (translate("Cover", "Given by"), value.giver),
        (translate("Cover", "Number"), value.number),
        (translate("Cover", "Amount"), amount(value.amount, row.currency)),
        (translate("Cover", "Expires"), day(row.record.ends_on, language)),
    ]
    if days is None:
        return told
    late = translate("Cover", "shipped after the latest day")
    return [
        *told,
        (translate("Cover", "Ship by"), day(days.ship_by, language)),
        (translate("Cover", "Present by"), day(days.present_by, language)),
        (translate("Cover", "Discrepancy"), late if days.shipped_late else ""),
        (translate("Cover", "Signs of fraud"), translate("Cover", _FRAUD)),
    ]


_FRAUD: Final = QT_TRANSLATE_NOOP(
    "Cover",
    "Ask the advising bank to confirm it; beware of clauses that need the buyer's signature or "
    "inspection, of unknown banks, of haste and of amounts far above the order.",
)


def _letter_chips(row: CreditLetterRow, language: str) -> Sequence[ChipText]:
    days = row.chain
    if days is None:
        return [ChipText(translate("Cover", "No last day"), "amber")]
    step = ChipText(words.word(days.step, language), _STEPS[days.step])
    return [step, *alert_chip(days.alert or None, language)]


LETTERS: Final = RegisterSpec(
    name="cover.letters",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Letters of credit")),
    columns=_LETTERS,
    read=guarantees.credit_letters,
    key=lambda row: row.record.id,
    heading=named,
    facts=_letter_facts,
    chips=_letter_chips,
    customer=lambda row: row.customer_id,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "No letters of credit")),
        (
            "Cover",
            QT_TRANSLATE_NOOP(
                "Cover", "Letters of credit are entered in the customer's credit file."
            ),
        ),
    ),
)


class SecurityPane(RegisterPane):
    """A register of securities with what was done about each."""

    def __init__(self, ctx: AppContext, spec: RegisterSpec, form: Any) -> None:
        super().__init__(ctx, spec)
        self._security = 0
        self.deed = self.add_form(
            RecordFormPane(ctx, form, name=f"{spec.name}.deed", keep=self._keep)
        )
        self.add_act(
            "deed",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Record what was done…")),
            self._start,
            icon="check",
            key="Alt+1",
            needs=lambda _row: True,
        )

    def _start(self) -> None:
        found = self.current()
        if found is not None:
            self._security = found.record.id
            self.deed.start(found.customer_id)
            self.show_form(self.deed)

    def _keep(
        self, uow: UnitOfWork, value: SecurityAct, *, dated_on: date, **_more: object
    ) -> OperationResult[int]:
        return guarantees.record_act(uow, self._security, value.deed, dated_on, value.note)


class GuaranteesPane(SecurityPane):
    """Guarantees: their periods, and the demand to the guarantor."""

    def __init__(self, ctx: AppContext, issued: Callable[[int], None]) -> None:
        super().__init__(ctx, GUARANTEES, GUARANTEE_ACT)
        self._issued = issued
        self.add_act(
            "demand",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Demand from the guarantor")),
            self.demand,
            icon="stamp",
            key="Alt+2",
            kind="primary",
            needs=lambda row: row.position is not None,
        )

    def demand(self) -> None:
        """Number and keep the 《要求承担保证责任通知书》."""
        found, ctx = self.current(), self.ctx
        if found is None:
            return
        security_id, today = found.record.id, ctx.today

        def service(uow: UnitOfWork) -> OperationResult[int]:
            done = guarantees.demand(uow, ctx.reader, security_id, today, ctx.papers.render)
            return replace(done, value=done.value.id)  # type: ignore[arg-type,return-value]

        ctx.act(
            service,
            asker=self,
            done=lambda result: self._issued(result.value),
            notice=translate("Cover", "Demand kept; record the day it arrives"),
        )


class LettersPane(SecurityPane):
    """Letters of credit: ship, present, expire."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, LETTERS, CREDIT_ACT)
