"""The line over the grid: whose documents stand in it, what closes them besides money."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.allocation import OpenItem
from ui import format as fmt
from ui.marks import translate
from ui.receipts.draft import total_open
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button


class TargetBar(QWidget):
    """Customer (a link), open documents and their sum, other money of the customer.

    Signals:
        opened: the customer's page is wanted.
        changed: another customer is to be named.
        other_asked: the other money is to be shown.
    """

    opened = Signal()
    changed = Signal()
    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("heading")
        self._customer = Button(name="receipts.open_customer", kind="link")
        self._change = Button(name="receipts.change_customer", kind="link")
        self._open = label("small")
        self.closed = label("small", name="receipts.closed")
        self._other = Button(name="receipts.other_money", kind="link")
        self._has_other = False
        self._line = row(
            *(self._heading, self._customer, self._open, self._change, None),
            *(self.closed, self._other),
            margins=(16, 0, 16, 0),
            gap=8,
        )
        self.setLayout(column(pane(self._line, height=32), line()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._customer.clicked.connect(self.opened)
        self._change.clicked.connect(self.changed)
        self._other.clicked.connect(self.other_asked)

    def show_target(
        self, customer: str, items: Sequence[OpenItem], currency: str, *, can_change: bool
    ) -> None:
        """Show a customer ("" for none) with its open documents."""
        self._heading.setText(translate("Receipts", "Allocate to"))
        self._customer.set_words(customer)
        self._customer.setVisible(bool(customer))
        self._change.set_words(translate("Receipts", "Another customer"))
        self._change.setVisible(can_change and bool(customer))
        said = translate("Receipts", "%n open document(s)", None, len(items))
        self._open.setText(f"{said} · {fmt.money(total_open(items), currency)}")
        self._fit()

    def show_other(self, others: Sequence[OpenItem]) -> None:
        """Offer the first of what else the customer has paid and not allocated."""
        self._has_other = bool(others)
        if others:
            one = others[0]
            words = translate("Receipts", "Also unallocated: {number} {amount}")
            amount = fmt.money(-one.open, one.currency)
            self._other.set_words(words.format(number=one.number, amount=amount))
        self._fit()

    def _fit(self) -> None:
        """Let secondary words go where it is narrow: first other money, then what is open."""
        self._other.setVisible(self._has_other)
        self._open.show()
        for part in (self._other, self._open):
            if self._line.minimumSize().width() > self.width():
                part.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the words again."""
        super().resizeEvent(event)
        self._fit()
