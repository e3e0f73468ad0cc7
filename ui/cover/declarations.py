"""Months of a policy to be declared, and declared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog

from domain.changes import OperationResult
from domain.cover.declarations import MonthState, ShipmentDeclaration
from domain.cover.insurance import InsurancePolicy
from domain.errors import NoPolicy
from domain.ports import BookReader, UnitOfWork
from domain.services import cover
from domain.sheets import Sheet
from ui import format as fmt
from ui import gallery_cover
from ui.context import AppContext
from ui.cover.parts import amount, day, day_column, money_column, text_column
from ui.cover.register import RegisterPane, RegisterSpec
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText


def _currency(row: MonthState) -> str:
    return row.currency


_COLUMNS: Final = (
    text_column(
        "month",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Month")),
        lambda row: row.month.isoformat()[:7],
        kind="code",
        width=76,
        fixed=True,
    ),
    text_column(
        "policy",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Policy")),
        lambda row: row.policy,
        stretch=True,
    ),
    Column(
        key="count",
        title=("Cover", QT_TRANSLATE_NOOP("Cover", "To declare, no.")),
        get=lambda row: row.waiting_count,
        kind="number",
        dash=True,
        width=84,
    ),
    money_column(
        "waiting",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "To declare")),
        lambda row: row.waiting,
        _currency,
        bold=True,
    ),
    money_column(
        "declared",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Declared")),
        lambda row: row.declared,
        _currency,
    ),
    day_column(
        "by", ("Cover", QT_TRANSLATE_NOOP("Cover", "Declare by")), lambda row: row.declare_by
    ),
    day_column(
        "on", ("Cover", QT_TRANSLATE_NOOP("Cover", "Declared on")), lambda row: row.declared_on
    ),
)


def _facts(row: MonthState, language: str) -> Sequence[tuple[str, str]]:
    return (
        (translate("Cover", "Policy"), row.policy),
        (translate("Cover", "To declare"), amount(row.waiting, row.currency)),
        (translate("Cover", "To declare, no."), fmt.count(row.waiting_count)),
        (translate("Cover", "Declared"), amount(row.declared, row.currency)),
        (translate("Cover", "Declared, no."), fmt.count(row.declared_count)),
        (translate("Cover", "Declare by"), day(row.declare_by, language)),
        (translate("Cover", "Declared on"), day(row.declared_on, language)),
    )


def _chips(row: MonthState, _language: str) -> Sequence[ChipText]:
    if row.waiting_count:
        return [ChipText(translate("Cover", "To declare"), "amber")]
    return [ChipText(translate("Cover", "Declared"), "green")]


SPEC: Final = RegisterSpec(
    name="cover.declarations",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Declarations of shipments")),
    columns=_COLUMNS,
    read=cover.months,
    key=lambda row: row.month.toordinal() * 100_000 + sum(map(ord, row.policy)) % 100_000,
    heading=lambda row, _language: row.month.isoformat()[:7],
    facts=_facts,
    chips=_chips,
    customer=lambda _row: None,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Nothing to declare")),
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Insured shipments stand here by month.")),
    ),
)


class DeclarationsPane(RegisterPane):
    """Declare a month: the list is written to a file and kept as declared."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, SPEC)
        self.add_act(
            "declare",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Keep as declared")),
            self.declare,
            icon="check",
            key="Alt+1",
            kind="primary",
            needs=lambda row: row.waiting_count > 0,
        )
        self.add_act(
            "file",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "List of the month…")),
            self.save,
            icon="sheet",
            key="Alt+2",
            needs=lambda _row: True,
        )

    def declare(self) -> None:
        """Keep what waits of the current month as declared today."""
        found, ctx = self.current(), self.ctx
        if found is None:
            return
        month, number, today = found.month, found.policy, ctx.today

        def service(uow: UnitOfWork) -> OperationResult[int]:
            draft = cover.draft_declaration(ctx.reader, policy_of(ctx.reader, number), month)
            return cover.declare(uow, draft, today)

        said = translate("Cover", "{month} declared: {amount}")
        told = said.format(
            month=month.isoformat()[:7], amount=amount(found.waiting, found.currency)
        )
        ctx.act(service, asker=self, notice=told)

    def save(self) -> None:
        """Ask for a file and write the month's list, declared and to be declared."""
        found = self.current()
        if found is None:
            return
        name = f"{translate(*SPEC.title)} {found.month.isoformat()[:7]}.xlsx"
        kinds = translate("Lists", "Excel workbook (*.xlsx);;CSV text (*.csv)")
        title = translate("Lists", "Export the list")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            self.write_month(found, Path(chosen))

    def write_month(self, found: MonthState, path: Path) -> None:
        """Write the list of a month to a file."""
        language = self.ctx.language

        def read(reader: BookReader) -> Sheet:
            return gallery_cover.declaration_sheet(reader, month_lines(reader, found), language)

        self.ctx.query(read, lambda sheet: self.write_sheet(sheet, path), asker=self)


def policy_of(reader: BookReader, number: str) -> InsurancePolicy:
    """Return the latest version of a policy.

    Raises:
        NoPolicy: there is none of this number.
    """
    held = [one.value for one in cover.insurance(reader).policies if one.value.number == number]
    if not held:
        raise NoPolicy(number=number, on="")
    return held[-1]


def month_lines(reader: BookReader, found: MonthState) -> ShipmentDeclaration:
    """Return all of a month: what was declared of it, then what is still to be."""
    waiting = cover.draft_declaration(reader, policy_of(reader, found.policy), found.month)
    kept = [
        line
        for one in reader.records(ShipmentDeclaration, firm=True)
        if one.value.policy == found.policy and one.value.month == found.month
        for line in one.value.lines
    ]
    lines = (*kept, *waiting.lines)
    return ShipmentDeclaration(
        policy=found.policy,
        month=found.month,
        currency=found.currency,
        total_minor=sum(line.amount_minor for line in lines),
        declare_by=found.declare_by,
        lines=lines,
    )
