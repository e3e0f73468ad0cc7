"""Assignments: entered with the debts ticked, notified, arrived, ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from domain.changes import OperationResult
from domain.cover.assignment import Assignment, AssignmentEnd
from domain.cover.forms import ASSIGN, END, AssignmentTyped
from domain.ports import UnitOfWork
from domain.services import assignment
from domain.services.assignment import AssignmentRow
from ui.context import AppContext
from ui.cover.forms import AssignForm
from ui.cover.parts import amount, day, day_column, money_column, name_column, named, text_column
from ui.cover.register import RegisterPane, RegisterSpec
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.records.form import RecordFormPane
from ui.widgets.paint import ChipText


def _currency(row: AssignmentRow) -> str:
    return row.record.value.currency


_COLUMNS: Final = (
    name_column(lambda row: row),
    text_column(
        "assignee",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Assignee")),
        lambda row: row.record.value.assignee,
        width=150,
    ),
    day_column(
        "on", ("Cover", QT_TRANSLATE_NOOP("Cover", "Assigned on")), lambda row: row.record.dated_on
    ),
    money_column(
        "total",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Assigned")),
        lambda row: row.record.value.total_minor,
        _currency,
        bold=True,
    ),
    money_column(
        "received",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Received")),
        lambda row: row.received,
        _currency,
    ),
    day_column(
        "arrived",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Notice arrived")),
        lambda row: row.arrived_on,
    ),
)


def _facts(row: AssignmentRow, language: str) -> Sequence[tuple[str, str]]:
    deal, code = row.record.value, row.record.value.currency
    with_recourse = translate("Cover", "with recourse")
    without = translate("Cover", "without recourse")
    stays, leaves = translate("Cover", "stays on our books"), translate("Cover", "derecognised")
    return (
        (translate("Cover", "Customer"), named(row, language)),
        (translate("Cover", "Contract number"), deal.contract_number),
        (translate("Cover", "Recourse"), with_recourse if deal.recourse else without),
        (translate("Cover", "Receivable"), leaves if deal.leaves_books else stays),
        (translate("Cover", "Documents"), ", ".join(item.number for item in deal.items)),
        (translate("Cover", "Assigned"), amount(deal.total_minor, code)),
        (translate("Cover", "Advance"), amount(row.advance, code)),
        (translate("Cover", "Fee"), amount(deal.fee_minor, code)),
        (translate("Cover", "Received"), amount(row.received, code)),
        (translate("Cover", "Assignee's account"), deal.account),
        (translate("Cover", "Notice"), row.notice),
        (translate("Cover", "Notice arrived"), day(row.arrived_on, language)),
        (translate("Cover", "Ended on"), day(row.ended_on, language)),
    )


def _chips(row: AssignmentRow, _language: str) -> Sequence[ChipText]:
    if row.ended_on is not None:
        if row.paid:
            return [ChipText(translate("Cover", "Paid"), "green")]
        return [ChipText(translate("Cover", "Bought back"), "red")]
    if row.arrived_on is not None:
        return [ChipText(translate("Cover", "Debtor notified"), "green")]
    if row.notice:
        return [ChipText(translate("Cover", "Notice sent"), "accent")]
    return [ChipText(translate("Cover", "Debtor not notified"), "amber")]


SPEC: Final = RegisterSpec(
    name="cover.assignments",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Factoring and assignments")),
    columns=_COLUMNS,
    read=assignment.assignments,
    key=lambda row: row.record.id,
    heading=lambda row, _language: row.record.value.contract_number,
    facts=_facts,
    chips=_chips,
    customer=lambda row: row.record.customer_id,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Nothing assigned")),
        (
            "Cover",
            QT_TRANSLATE_NOOP("Cover", "Receivables sold to a factor or assigned stand here."),
        ),
    ),
)


class AssignmentsPane(RegisterPane):
    """New assignments, their notices and ends."""

    def __init__(self, ctx: AppContext, issued: Callable[[int], None]) -> None:
        super().__init__(ctx, SPEC)
        self._issued, self._ended = issued, 0
        self.assign = AssignForm(ctx, ASSIGN, name="cover.assign", keep=self._keep)
        self.add_form(self.assign)
        self.end = self.add_form(RecordFormPane(ctx, END, name="cover.end", keep=self._keep_end))
        self.new = self.add_act(
            "new",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Assign…")),
            self.start,
            icon="plus",
            key="Alt+1",
            kind="primary",
        )
        self.add_act(
            "notice",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Notify the debtor")),
            self.notify,
            icon="stamp",
            key="Alt+2",
            needs=lambda row: not row.notice and row.ended_on is None,
        )
        self.add_act(
            "end",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Ended…")),
            self._start_end,
            icon="check",
            key="Alt+3",
            needs=lambda row: row.ended_on is None,
        )

    def start(self) -> None:
        """Show the form of a new assignment."""
        self.assign.start_for(None, base="CNY")
        self.show_form(self.assign)

    def _keep(
        self,
        uow: UnitOfWork,
        typed: AssignmentTyped,
        *,
        customer_id: int,
        dated_on: date,
        **_more: object,
    ) -> OperationResult[int]:
        debts = [one.debt for one in self.assign.ticked()]
        deal = Assignment(
            assignee=typed.assignee,
            is_factor=typed.is_factor,
            recourse=typed.recourse,
            contract_number=typed.contract_number,
            contract_on=dated_on,
            currency=typed.currency or (debts[0].currency if debts else ""),
            advance_percent=Decimal(100)
            if typed.advance_percent is None
            else typed.advance_percent,
            fee_minor=typed.fee_minor or 0,
            items=(),
            account=typed.account,
            note=typed.note,
        )
        return assignment.assign(uow, deal, customer_id, debts, dated_on)

    def notify(self) -> None:
        """Number and keep the notice of the current assignment."""
        found, ctx = self.current(), self.ctx
        if found is None:
            return
        record_id, today = found.record.id, ctx.today

        def service(uow: UnitOfWork) -> OperationResult[int]:
            done = assignment.notify(uow, ctx.reader, record_id, today, ctx.papers.render)
            return replace(done, value=done.value.id)  # type: ignore[arg-type,return-value]

        ctx.act(
            service,
            asker=self,
            done=lambda result: self._issued(result.value),
            notice=translate("Cover", "Notice kept; record the day it arrives"),
        )

    def _start_end(self) -> None:
        found = self.current()
        if found is not None:
            self._ended = found.record.id
            self.end.start(found.record.customer_id)
            self.show_form(self.end)

    def _keep_end(
        self, uow: UnitOfWork, value: AssignmentEnd, *, dated_on: date, **_more: object
    ) -> OperationResult[int]:
        return assignment.end(uow, self._ended, paid=value.paid, on=dated_on, note=value.note)
