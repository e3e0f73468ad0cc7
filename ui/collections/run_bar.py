"""The bar under the draft grid: what a person says of the letter that is selected.

Of a letter to be sent: why is not paid, or that the customer is not to be chased. Of one
taken out: why. Of a customer blocked: that the block is lifted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.dunning_holds import BLOCKED
from domain.dunning_records import (
    BLOCK_REASONS,
    LEFT_OUT_REASONS,
    OVERDUE_REASONS,
    DunningBlock,
    LeftOut,
    OverdueReason,
)
from domain.ports import UnitOfWork
from domain.services import dunning_acts
from ui.collections.rows import RunRow
from ui.collections.words import held_reason, overdue_reason
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import DateEdit

_ASK, _OUT, _BLOCK, _LIFT = range(4)


class RunBar(QWidget):
    """One line of fields that follows the current row.

    Signals:
        left_out: other words were given for what was taken out (a ``LeftOut``).
    """

    left_out = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._row: RunRow | None = None
        self._filling = False
        self.why, self.why_note = _pair("collections.why")
        self.note_it = Button(name="collections.why.keep", kind="small")
        self.block = Button(name="collections.block", kind="link")
        self.out, self.out_note = _pair("collections.left_out")
        self.held, self.held_note = _pair("collections.block.reason")
        self.until = DateEdit(None, ctx.as_of, name="collections.block.until")
        self.until.setFixedWidth(116)
        self.do_block = Button(name="collections.block.keep", kind="small")
        self.no_block = Button(name="collections.block.cancel", kind="link")
        self.lift = Button(name="collections.block.lift", kind="small")
        self._labels = {name: label("label") for name in ("why", "out", "held", "until", "lift")}
        self.stack = QStackedWidget()
        for parts in self._pages():
            page = QWidget()
            page.setLayout(row(*parts, margins=(16, 0, 16, 0)))
            self.stack.addWidget(page)
        self.setLayout(column(line(), pane(column(self.stack), height=40)))
        self._wire()
        self.follow(None, None)

    def _pages(self) -> Sequence[Sequence[object]]:
        say = self._labels
        return (
            (say["why"], self.why, self.why_note, self.note_it, 16, self.block),
            (say["out"], self.out, self.out_note),
            (
                *(say["held"], self.held, self.held_note, say["until"], self.until),
                *(self.do_block, self.no_block),
            ),
            (say["lift"], None, self.lift),
        )

    def _wire(self) -> None:
        self.note_it.clicked.connect(self._keep_reason)
        self.why_note.returnPressed.connect(self._keep_reason)
        self.why.currentIndexChanged.connect(lambda _at: self._enable())
        self.block.clicked.connect(self._ask_block)
        self.do_block.clicked.connect(self._keep_block)
        self.held_note.returnPressed.connect(self._keep_block)
        self.no_block.clicked.connect(lambda: self.follow(self._row, None))
        self.lift.clicked.connect(self._lift)
        self.out.activated.connect(lambda _at: self._tell_out())
        self.out_note.editingFinished.connect(self._tell_out)

    # following the grid

    def follow(self, one: RunRow | None, out: LeftOut | None) -> None:
        """Show the fields of a row; ``out`` is what was said of one taken out."""
        self._row = one
        if one is None or (one.letter is None and one.reason != BLOCKED):
            self.hide()
            return
        self._filling = True
        if out is not None:
            self.out.setCurrentIndex(max(0, self.out.findData(out.reason)))
            self.out_note.setText(out.note)
        self.why.setCurrentIndex(0)
        self.why_note.clear()
        self._filling = False
        page = _LIFT if one.letter is None else _ASK if out is None else _OUT
        self.stack.setCurrentIndex(page)
        self._enable()
        self.show()

    def _enable(self) -> None:
        self.note_it.setEnabled(bool(self.why.currentData()))

    def _tell_out(self) -> None:
        one = self._row
        if one is None or self._filling or self.stack.currentIndex() != _OUT:
            return
        self.left_out.emit(
            LeftOut(
                customer_id=one.customer_id,
                currency=one.currency,
                reason=self.out.currentData(),
                note=self.out_note.text().strip(),
            )
        )

    # acts

    def _keep_reason(self) -> None:
        one, code = self._row, self.why.currentData()
        if one is None or not code:
            return
        value = OverdueReason(code=code, note=self.why_note.text().strip())
        self._act(
            lambda uow: dunning_acts.tell_reason(
                uow, value, self.ctx.as_of, customer_id=one.customer_id
            ),
            translate("Collections", "Reason noted"),
        )

    def _ask_block(self) -> None:
        self.held_note.clear()
        self.until.set_day(None)
        self.stack.setCurrentIndex(_BLOCK)
        self.held.setFocus()

    def _keep_block(self) -> None:
        one = self._row
        if one is None or self.until.is_unclear():
            self.until.setFocus()
            return
        value = DunningBlock(reason=self.held.currentData(), note=self.held_note.text().strip())
        until = self.until.day()
        self._act(
            lambda uow: dunning_acts.block(
                uow, value, self.ctx.as_of, customer_id=one.customer_id, until=until
            ),
            translate("Collections", "{name} is not chased for now").format(name=one.name),
        )

    def _lift(self) -> None:
        one = self._row
        if one is None:
            return
        self._act(
            lambda uow: dunning_acts.lift_blocks(uow, one.customer_id, self.ctx.as_of),
            translate("Collections", "{name} is chased again").format(name=one.name),
        )

    def _act(self, service: Callable[[UnitOfWork], OperationResult[int]], notice: str) -> None:
        self.ctx.act(service, asker=self, notice=notice)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        words = {
            "why": translate("Collections", "Not paid because"),
            "out": translate("Collections", "Left out because"),
            "held": translate("Collections", "Not to be chased because"),
            "until": translate("Collections", "until"),
            "lift": translate("Collections", "A block keeps this customer from being chased"),
        }
        for name, text in words.items():
            self._labels[name].setText(text)
        self._filling = True
        nothing = ("", translate("Collections", "not asked yet"))
        _fill(self.why, [nothing, *((code, overdue_reason(code)) for code in OVERDUE_REASONS)])
        _fill(self.out, [(code, held_reason(code)) for code in LEFT_OUT_REASONS])
        _fill(self.held, [(code, held_reason(code)) for code in BLOCK_REASONS])
        self._filling = False
        self.why.setAccessibleName(words["why"])
        self.out.setAccessibleName(words["out"])
        self.held.setAccessibleName(words["held"])
        self.until.setAccessibleName(words["until"])
        for note in (self.why_note, self.out_note, self.held_note):
            note.setPlaceholderText(translate("Collections", "Note"))
            note.setAccessibleName(translate("Collections", "Note"))
        self.note_it.set_words(translate("Collections", "Note it"))
        self.block.set_words(translate("Collections", "Do not chase…"))
        self.do_block.set_words(translate("Collections", "Do not chase"))
        self.no_block.set_words(translate("Collections", "Cancel"))
        self.lift.set_words(translate("Collections", "Chase again"))


def _pair(name: str) -> tuple[QComboBox, QLineEdit]:
    """Return a list to choose from and a note beside it."""
    box, note = QComboBox(), QLineEdit()
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    note.setObjectName(f"{name}.note")
    return box, note


def _fill(box: QComboBox, options: Sequence[tuple[str, str]]) -> None:
    kept = box.currentData()
    box.clear()
    for code, text in options:
        box.addItem(text, code)
    box.setCurrentIndex(max(0, box.findData(kept)))
