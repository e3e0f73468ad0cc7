"""The bank statements taken in, and the batches booked from them, each with its way back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.listing import BankAccountRow, HistoryRow, StatementRow
from domain.ports import BookReader
from ui import format as fmt
from ui import labels
from ui.context import AppContext
from ui.grids.model import GridModel, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts.taken_pane import continues_chip, period_words, sum_chip
from ui.receipts.words import account_name
from ui.shell.last import local
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.empty import EmptyState
from ui.widgets.paint import ChipText

#: Operations looked through, and batches shown.
_LOOKED: Final = 1000
_SHOWN: Final = 100
#: Kinds of operations that are batches here; those that can be taken back.
KINDS: Final = ("bank.match", "import.bank", "bank.unbook", "allocation.book")
UNDOABLE: Final = ("bank.match", "allocation.book")


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One act: when, who, what, how many and how much; whether it was taken back."""

    operation_id: int
    at: datetime | None
    user: str
    kind: str
    count: int
    detail: str = ""
    sums: dict[str, int] = field(default_factory=dict)
    undone: bool = False

    @property
    def can_undo(self) -> bool:
        """Whether it can be taken back as a whole."""
        return self.kind in UNDOABLE and not self.undone


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything the pane shows."""

    statements: tuple[StatementRow, ...] = ()
    banks: dict[int, str] = field(default_factory=dict)
    batches: tuple[Batch, ...] = ()


def read_records(reader: BookReader) -> Records:
    """Read statements and batches, newest first."""
    accounts: Sequence[BankAccountRow] = reader.bank_accounts()
    history = reader.history(limit=_LOOKED)
    undone = {_of(one) for one in history if one.kind == "allocation.reverse"}
    mine = [one for one in history if one.kind in KINDS][:_SHOWN]
    return Records(
        statements=tuple(reader.bank_statements()),
        banks={one.id: one.bank for one in accounts},
        batches=tuple(_batch(reader, one, undone) for one in mine),
    )


def _of(operation: HistoryRow) -> int:
    """Return the operation that an undoing took back as a whole, 0 for none."""
    found = operation.summary.get("operation", 0)
    return found if isinstance(found, int) else 0


def _batch(reader: BookReader, one: HistoryRow, undone: set[int]) -> Batch:
    count, sums = one.summary.get("count", 0), {}
    detail = ""
    if one.kind == "bank.match":
        sums = _sums(reader.changes_of(one.operation_id))
    elif one.kind == "import.bank":
        told = _imported(reader.changes_of(one.operation_id))
        count = told.get("added", one.summary.get("added", 0))
        detail = str(told.get("file", "") or one.summary.get("file", ""))
    elif one.kind == "bank.unbook":
        detail = str(one.summary.get("number", ""))
    return Batch(
        operation_id=one.operation_id,
        at=local(one.at_utc),
        user=one.user,
        kind=one.kind,
        count=count if isinstance(count, int) else 0,
        detail=detail,
        sums=sums,
        undone=one.operation_id in undone,
    )


def _sums(changes: Sequence[HistoryRow]) -> dict[str, int]:
    """Return what receipts came to, by currency."""
    sums: dict[str, int] = {}
    for one in changes:
        told = _told(one.after) if one.entity == "document" else {}
        if "currency" in told and isinstance(told.get("amount"), int):
            sums[told["currency"]] = sums.get(told["currency"], 0) + told["amount"]
    return sums


def _imported(changes: Sequence[HistoryRow]) -> dict[str, Any]:
    return next((_told(one.after) for one in changes if one.entity == "import"), {})


def _told(text: str | None) -> dict[str, Any]:
    value = json.loads(text) if text else {}
    value = json.loads(value) if isinstance(value, str) else value
    return value if isinstance(value, dict) else {}


def _statement_columns(bank: Any) -> list[Column]:
    return [
        Column(
            key="account",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Account")),
            get=lambda one: one.account,
            say=lambda one, language: account_name(one.account, bank(one), language),
            kind="code",
            width=104,
        ),
        Column(
            key="period",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Period")),
            get=lambda one: one.to_on,
            say=lambda one, language: period_words(one.from_on, one.to_on, language),
            kind="code",
            width=150,
        ),
        _money("opening", QT_TRANSLATE_NOOP("Receipts", "Opening")),
        _money("credits", QT_TRANSLATE_NOOP("Receipts", "In")),
        _money("debits", QT_TRANSLATE_NOOP("Receipts", "Out")),
        _money("closing", QT_TRANSLATE_NOOP("Receipts", "Closing")),
        Column(
            key="checks",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Check")),
            get=_checks,
            kind="chips",
            width=190,
        ),
        _count("lines", QT_TRANSLATE_NOOP("Receipts", "Lines")),
        _count("added", QT_TRANSLATE_NOOP("Receipts", "New")),
        Column(
            key="file",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "File")),
            get=lambda one: one.file,
            stretch=True,
            width=120,
            ink="text-2",
        ),
        Column(
            key="read_at",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Taken in")),
            get=lambda one: _minute(local(one.read_at)),
            kind="code",
            width=110,
            ink="text-2",
            secondary=True,
        ),
    ]


def _checks(one: StatementRow) -> list[ChipText]:
    off = None
    if one.opening is not None and one.closing is not None:
        off = one.opening + one.credits - one.debits - one.closing
    follows = continues_chip(one.continues)
    chips = [sum_chip(off, one.currency)]
    return chips if follows is None else [*chips, follows]


def _money(key: str, words: str) -> Column:
    return Column(
        key=key,
        title=("Receipts", words),
        get=lambda one: getattr(one, key),
        kind="money",
        width=92,
    )


def _count(key: str, words: str) -> Column:
    return Column(
        key=key,
        title=("Receipts", words),
        get=lambda one: getattr(one, key),
        kind="number",
        width=48,
        dash=True,
    )


def _minute(at: datetime | None) -> str:
    return fmt.DASH if at is None else at.strftime("%Y-%m-%d %H:%M")


def _batch_columns() -> list[Column]:
    return [
        Column(
            key="at",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Time")),
            get=lambda one: _minute(one.at),
            kind="code",
            width=120,
            ink="text-2",
        ),
        Column(
            key="user",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "By")),
            get=lambda one: one.user,
            width=110,
        ),
        Column(
            key="kind",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Act")),
            get=lambda one: labels.operation(one.kind),
            width=160,
        ),
        Column(
            key="detail",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Details")),
            get=lambda one: one.detail,
            stretch=True,
            width=160,
            ink="text-2",
        ),
        _count("count", QT_TRANSLATE_NOOP("Receipts", "Lines")),
        Column(
            key="sums",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Sum")),
            get=lambda one: sums_text(one.sums),
            kind="number",
            say=lambda one, _language: sums_text(one.sums),
            width=110,
            bold=True,
        ),
        Column(
            key="undo",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Undo")),
            get=lambda one: one.undone,
            say=_undo_words,
            width=96,
            tone=lambda one: "accent" if one.can_undo else "text-3",
        ),
    ]


def _undo_words(one: Batch, _language: str) -> str:
    if one.undone:
        return translate("Receipts", "taken back")
    return translate("Receipts", "Undo") if one.can_undo else fmt.DASH


class RecordsPane(QWidget):
    """Two lists over the whole screen: statements and batches.

    Signals:
        closed: back to the receipts.
        undo_asked: a batch is to be taken back (``Batch``).
    """

    closed = Signal()
    undo_asked = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.records = Records()
        self.tabs = Choice("pill", name="receipts.records.tab")
        self.leave = Button(name="receipts.records.close", key="Esc")
        language = self._language
        self.statement_model = GridModel(_statement_columns(self._bank), language, Rules())
        self.statements = GridView(
            self.statement_model, language, name="receipts.records.statements"
        )
        self.batch_model = GridModel(_batch_columns(), language, Rules())
        self.batches = GridView(self.batch_model, language, name="receipts.records.batches")
        self.footer = Figures()
        self.empty = EmptyState("receipts.records.empty")
        self.empty.set_up(self._empty_words)
        self.stack = QStackedWidget()
        for part in (WholeRows(self.statements), WholeRows(self.batches), self.empty):
            self.stack.addWidget(part)
        bar = pane(row(self.tabs, None, self.leave, margins=(8, 0, 16, 0)), height=39)
        foot = pane(row(self.footer, margins=(16, 0, 16, 0)), role="head", height=32)
        self.setLayout(column(bar, line(), self.stack, line(), foot))
        self.tabs.chosen.connect(lambda _tab: self._show())
        self.leave.clicked.connect(self.closed)
        self.batches.clicked.connect(self._clicked)
        self.batches.chosen.connect(self._ask_undo)

    def _language(self) -> str:
        return self.ctx.language

    def _bank(self, one: StatementRow) -> str:
        return self.records.banks.get(one.account_id, "")

    def read(self) -> None:
        """Read both lists."""
        self.ctx.query(read_records, self._take, asker=self)

    def _take(self, records: Records) -> None:
        self.records = records
        self.statement_model.show_rows(records.statements)
        self.batch_model.show_rows(records.batches)
        self._show()

    def _show(self) -> None:
        on_batches = self.tabs.value() == "batches"
        shown: Sequence[object] = self.records.batches if on_batches else self.records.statements
        self.stack.setCurrentIndex(2 if not shown else int(on_batches))
        self.empty.retranslate()
        wrong = sum(1 for one in self.records.statements if one.adds_up is False)
        gaps = sum(1 for one in self.records.statements if one.continues is False)
        figures = [Figure("", fmt.count(len(shown)), after=self._noun(on_batches=on_batches))]
        if not on_batches and wrong:
            words = translate("Receipts", "Do not add up")
            figures.append(Figure(words, fmt.count(wrong), tone="red"))
        if not on_batches and gaps:
            words = translate("Receipts", "Gaps")
            figures.append(Figure(words, fmt.count(gaps), tone="amber"))
        self.footer.show_figures(figures)
        self.setFocusProxy(self.batches if on_batches else self.statements)

    def _noun(self, *, on_batches: bool) -> str:
        if on_batches:
            return translate("Receipts", "batches")
        return translate("Receipts", "statements")

    def current_batch(self) -> Batch | None:
        """Return the batch that the arrows stand on, in the list of batches."""
        if self.tabs.value() != "batches":
            return None
        found = self.batches.current_row()
        return found if isinstance(found, Batch) else None

    def _clicked(self, index: Any) -> None:
        if self.batch_model.columns[index.column()].key == "undo":
            self._ask_undo(self.batch_model.row_at(index.row()))

    def _ask_undo(self, one: Batch) -> None:
        if one.can_undo:
            self.undo_asked.emit(one)

    def copy(self) -> int:
        """Copy the list shown; return how many rows."""
        grid = self.batches if self.tabs.value() == "batches" else self.statements
        return grid.copy()

    def _empty_words(self) -> tuple[str, str]:
        if self.tabs.value() == "batches":
            return (
                translate("Receipts", "Nothing was booked here yet"),
                translate("Receipts", "Each batch stands here with who booked it, and its undo."),
            )
        return (
            translate("Receipts", "No bank statement was taken in yet"),
            translate(
                "Receipts",
                "Each stands here with its balances: whether it adds up, and whether it follows "
                "on the one before.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.tabs.set_options(
            [
                Option("statements", translate("Receipts", "Bank statements")),
                Option("batches", translate("Receipts", "Batches")),
            ]
        )
        self.tabs.setAccessibleName(translate("Receipts", "Statements or batches"))
        self.leave.set_words(translate("Receipts", "Back"))
        self.statements.setAccessibleName(translate("Receipts", "Bank statements"))
        self.batches.setAccessibleName(translate("Receipts", "Batches"))
        self.statements.retranslate()
        self.batches.retranslate()
        self._show()
