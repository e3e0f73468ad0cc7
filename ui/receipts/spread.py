"""Allocating everything, oldest first: exactly what will be booked, before it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import format as fmt
from ui.context import AppContext
from ui.grids.model import GridModel, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts.data import Planned, plan_batch
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState


def _columns() -> list[Column]:
    return [
        Column(
            key="customer",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Customer")),
            get=lambda one: one.customer,
            stretch=True,
            width=120,
        ),
        Column(
            key="receipt",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Receipt")),
            get=lambda one: one.receipt,
            kind="code",
            width=112,
        ),
        Column(
            key="document",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Document")),
            get=lambda one: one.document,
            kind="code",
            width=112,
        ),
        Column(
            key="due_on",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Due")),
            get=lambda one: one.due_on,
            kind="date",
            width=88,
            secondary=True,
        ),
        Column(
            key="allocated_on",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Dated")),
            get=lambda one: one.allocated_on,
            kind="date",
            width=88,
            secondary=True,
        ),
        Column(
            key="minor",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "To be paid")),
            get=lambda one: one.minor,
            kind="money",
            width=96,
            bold=True,
        ),
        Column(
            key="left",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Remaining")),
            get=lambda one: one.left,
            kind="money",
            width=88,
            dash=True,
        ),
    ]


class SpreadPreview(QWidget):
    """The allocations that the batch would book.

    Signals:
        accepted: they are to be booked.
        closed: leave it at that.
    """

    accepted = Signal()
    closed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.rows: list[Planned] = []
        self._title = label("subhead", name="receipts.spread.title")
        self._about = label("small", wrap=True)
        self.model = GridModel(_columns(), lambda: ctx.language, Rules())
        self.grid = GridView(self.model, lambda: ctx.language, name="receipts.spread.grid")
        self.footer = Figures()
        self.do = Button(name="receipts.spread.accept", kind="primary", icon="check")
        self.do.set_key("Ctrl+Enter")
        self.leave = Button(name="receipts.spread.close", key="Esc")
        self._none = EmptyState("receipts.spread.empty")
        self._none.set_up(
            lambda: (
                translate("Receipts", "Nothing can be allocated"),
                translate("Receipts", "No customer has both unallocated money and open documents."),
            )
        )
        self._build()
        self.do.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.closed)
        self.setFocusProxy(self.grid)

    def _build(self) -> None:
        head = pane(column(self._title, self._about, margins=(16, 12, 16, 10), gap=4))
        foot = pane(row(self.footer, margins=(16, 0, 16, 0)), role="head", height=32)
        acts = pane(row(self.do, self.leave, None, margins=(16, 0, 16, 0)), height=44)
        self._stack = QStackedWidget()
        self._stack.addWidget(WholeRows(self.grid))
        self._stack.addWidget(self._none)
        self.setLayout(column(head, line(), self._stack, line(), foot, line(), acts))

    def read(self) -> None:
        """Work out in the background what would be booked."""
        self.do.setEnabled(False)
        self.ctx.query(plan_batch, self._show, asker=self)

    def _show(self, rows: list[Planned]) -> None:
        self.rows = rows
        self.model.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.do.setEnabled(bool(rows))
        sums: dict[str, int] = {}
        for one in rows:
            sums[one.currency] = sums.get(one.currency, 0) + one.minor
        receipts = fmt.count(len({one.receipt for one in rows}))
        documents = fmt.count(len({one.document for one in rows}))
        self.footer.show_figures(
            [
                Figure(translate("Receipts", "Receipts used"), receipts),
                Figure(translate("Receipts", "Documents paid"), documents),
                Figure(translate("Receipts", "Allocating"), sums_text(sums)),
            ]
        )
        said = translate("Receipts", "Book %n allocation(s)", None, len(rows))
        self.do.set_words(said)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(translate("Receipts", "Allocate everything, oldest first"))
        self._about.setText(
            translate(
                "Receipts",
                "Each receipt pays its customer's documents in the order of their due dates, "
                "dated from the day both exist. This is exactly what will be booked.",
            )
        )
        self.leave.set_words(translate("Receipts", "Back"))
        self.grid.setAccessibleName(translate("Receipts", "What will be booked"))
        self._none.retranslate()
        self.grid.retranslate()
        self._show(self.rows)
