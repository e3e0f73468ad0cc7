"""Insured debts with the days of their policy; notices of loss and claims start here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from domain.changes import OperationResult
from domain.cover.claims import ClaimState
from domain.cover.deadlines import InsuredDebt, Step
from domain.cover.forms import CLAIM, NOTICE, ClaimTyped, NoticeTyped
from domain.cover.insurance import Cause
from domain.ports import UnitOfWork
from domain.services import cover, cover_claims
from domain.services.cover_claims import Loss
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
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.records.form import RecordFormPane
from ui.widgets.paint import ChipText

_TONES: Final = {Step.NOTIFY: "amber", Step.CLAIM: "amber", Step.CLAIMED: "green"}


def _currency(row: InsuredDebt) -> str:
    return row.cover.debt.currency


_COLUMNS: Final = (
    name_column(lambda row: row.cover.debt),
    text_column(
        "number",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Document")),
        lambda row: row.cover.debt.number,
        kind="code",
        width=120,
    ),
    day_column(
        "due_on", ("Cover", QT_TRANSLATE_NOOP("Cover", "Due")), lambda r: r.cover.debt.due_on
    ),
    money_column(
        "open",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Open")),
        lambda row: row.cover.debt.open,
        _currency,
        bold=True,
    ),
    money_column(
        "insured",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Insured")),
        lambda row: row.cover.insured,
        _currency,
    ),
    text_column(
        "step",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Next step")),
        lambda row: row.days.step.value,
        say=lambda row, language: words.word(row.days.step, language),
        width=80,
    ),
    day_column(
        "next_on", ("Cover", QT_TRANSLATE_NOOP("Cover", "By")), lambda row: row.days.next_on
    ),
    left_column(lambda row: row.days_left, lambda row: row.alert),
)


def _facts(row: InsuredDebt, language: str) -> Sequence[tuple[str, str]]:
    debt, days = row.cover.debt, row.days
    return (
        (translate("Cover", "Customer"), named(debt, language)),
        (translate("Cover", "Policy"), row.cover.policy.number if row.cover.policy else ""),
        (translate("Cover", "Limit"), amount(row.cover.limit, debt.currency)),
        (translate("Cover", "Within the limit"), amount(row.cover.covered, debt.currency)),
        (translate("Cover", "Insured"), amount(row.cover.insured, debt.currency)),
        (translate("Cover", "Own risk"), amount(row.cover.own, debt.currency)),
        (translate("Cover", "Not covered"), words.joined(row.cover.exclusions, language)),
        (translate("Cover", "Extension ends"), day(days.mep_ends_on, language)),
        (translate("Cover", "Notify by"), day(days.notify_by, language)),
        (translate("Cover", "Notified on"), day(days.notified_on, language)),
        (translate("Cover", "Claim from"), day(days.claimable_from, language)),
        (translate("Cover", "Claim by"), day(days.claim_by, language)),
        (translate("Cover", "Claimed on"), day(days.claimed_on, language)),
        (translate("Cover", "Stop shipping from"), day(days.stop_ship_from, language)),
    )


def _chips(row: InsuredDebt, language: str) -> Sequence[ChipText]:
    step = ChipText(words.word(row.days.step, language), _TONES.get(row.days.step, "neutral"))
    return [step, *alert_chip(row.alert, language)]


SPEC: Final = RegisterSpec(
    name="cover.deadlines",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Deadlines of insured debts")),
    columns=_COLUMNS,
    read=cover.deadlines,
    key=lambda row: row.item_id,
    heading=lambda row, _language: row.cover.debt.number,
    facts=_facts,
    chips=_chips,
    customer=lambda row: row.cover.debt.customer_id,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "No insured debts")),
        (
            "Cover",
            QT_TRANSLATE_NOOP(
                "Cover", "Enter the policy and the limits of its buyers; their debts stand here."
            ),
        ),
    ),
)


class DeadlinesPane(RegisterPane):
    """Notices of possible loss and claims, for the selected debts of one buyer.

    ``issued`` is told of each paper that was made.
    """

    def __init__(self, ctx: AppContext, issued: Callable[[int], None]) -> None:
        super().__init__(ctx, SPEC)
        self._issued = issued
        self._items: tuple[int, ...] = ()
        self.notice = self.add_form(
            RecordFormPane(ctx, NOTICE, name="cover.notice", keep=self._give_notice)
        )
        self.claim = self.add_form(
            RecordFormPane(ctx, CLAIM, name="cover.claim", keep=self._file_claim)
        )
        for form in (self.notice, self.claim):
            form.kept.connect(self._issued)
        self.add_act(
            "notify",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Notify the insurer…")),
            lambda: self._start(self.notice),
            icon="megaphone",
            key="Alt+1",
            kind="primary",
            needs=lambda row: row.days.step is Step.NOTIFY,
        )
        self.add_act(
            "claim",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Claim…")),
            lambda: self._start(self.claim),
            icon="hand-coins",
            key="Alt+2",
            needs=lambda row: row.days.step in (Step.WAIT, Step.CLAIM),
        )

    def _start(self, form: RecordFormPane) -> None:
        current = self.current()
        if current is None:
            return
        debt = current.cover.debt
        chosen = [one for one in self.selected() if one.cover.debt.customer_id == debt.customer_id]
        self._items = tuple(one.item_id for one in chosen)
        form.start(debt.customer_id, base=debt.currency)
        form.propose(
            cause=Cause.PROTRACTED_DEFAULT, known_on=min(one.cover.debt.due_on for one in chosen)
        )
        self.show_form(form)
        total = amount(sum(one.cover.debt.open for one in chosen), debt.currency)
        form.title.setText(f"{debt.code} · {len(chosen)} · {total}")

    def _loss(self, typed: Any, customer_id: int, **more: str) -> Loss:
        return Loss(
            customer_id=customer_id,
            item_ids=self._items,
            cause=typed.cause,
            known_on=typed.known_on,
            measures=typed.measures,
            **more,
        )

    def _give_notice(
        self, uow: UnitOfWork, typed: NoticeTyped, *, customer_id: int, dated_on: date, **_: object
    ) -> OperationResult[int]:
        ctx = self.ctx
        loss = self._loss(typed, customer_id, in_transit=typed.in_transit, security=typed.security)
        draft = cover_claims.draft_notice(ctx.reader, loss, dated_on)
        done = cover_claims.give_notice(uow, draft, ctx.papers.render)
        return _by_id(done, done.value.id)

    def _file_claim(
        self, uow: UnitOfWork, typed: ClaimTyped, *, customer_id: int, dated_on: date, **_: object
    ) -> OperationResult[int]:
        ctx = self.ctx
        draft = cover_claims.draft_claim(
            ctx.reader,
            self._loss(typed, customer_id),
            dated_on,
            deductions=typed.deductions_minor or 0,
        )
        done = cover_claims.file_claim(uow, draft, ctx.papers.render)
        return _by_id(done, done.value.id)


def _by_id(done: OperationResult[Any], paper_id: int) -> OperationResult[int]:
    return replace(done, value=paper_id)


#: Chip tones of the states of a claim.
CLAIM_TONES: Final = {
    ClaimState.FILED: "accent",
    ClaimState.DOCUMENTS_ASKED: "amber",
    ClaimState.ACCEPTED: "accent",
    ClaimState.REFUSED: "red",
    ClaimState.PAID: "green",
    ClaimState.CLOSED: "neutral",
}
