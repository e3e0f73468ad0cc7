"""A field that finds a customer by code or name while typing."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from domain.listing import CustomerRow, ListFilter, Order
from domain.ports import BookReader
from ui import format as fmt
from ui.context import AppContext

_FEW = 8


class CustomerEdit(QLineEdit):
    """Holds a customer id once one is picked, or when the text fits exactly one.

    Signals:
        picked: another customer stands here (its id, or None).
    """

    picked = Signal(object)

    def __init__(self, ctx: AppContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.ctx = ctx
        self.customer_id: int | None = None
        self._rows: list[CustomerRow] = []
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._delay = QTimer(self, singleShot=True, interval=120)
        self._delay.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self._completer.activated.connect(self._choose)
        self.setCompleter(self._completer)

    def set_customer(self, customer_id: int | None) -> None:
        """Show a customer by id."""
        self.customer_id = customer_id
        if customer_id is None:
            self.clear()
            return
        as_of = self.ctx.as_of
        self.ctx.query(
            lambda reader: reader.customer_row(customer_id, as_of), self._take, asker=self
        )

    def resolve(self) -> int | None:
        """Return the customer, taking text that fits exactly one found row."""
        if self.customer_id is None and len(self._rows) == 1 and self.text().strip():
            self._take(self._rows[0])
        return self.customer_id

    def _words(self, row: CustomerRow) -> str:
        name = fmt.name(row.name, row.name_en, self.ctx.language)
        return f"{row.code}  {name}"

    def _take(self, row: CustomerRow) -> None:
        self.customer_id = row.id
        self.setText(self._words(row))
        self.setCursorPosition(0)
        self.picked.emit(row.id)

    def _typed(self, _text: str) -> None:
        if self.customer_id is not None:
            self.customer_id = None
            self.picked.emit(None)
        self._delay.start()

    def _ask(self) -> None:
        text = self.text().strip()
        if not text:
            return
        where = ListFilter(as_of=self.ctx.as_of, text=text)

        def read(reader: BookReader) -> list[CustomerRow]:
            ids = reader.customers.ids(where, Order("code"), limit=_FEW)
            rows = reader.customers.rows(ids, where)
            return [rows[key] for key in ids if key in rows]

        self.ctx.query(read, lambda rows: self._show(text, rows), asker=self)

    def _show(self, text: str, rows: list[CustomerRow]) -> None:
        if text != self.text().strip() or self.customer_id is not None:
            return
        self._rows = rows
        self._model.setStringList([self._words(one) for one in rows])
        if rows and self.hasFocus():
            self._completer.complete()

    def _choose(self, words: str) -> None:
        for chosen in self._rows:
            if self._words(chosen) == words:
                # The completer writes its own text after this signal.
                QTimer.singleShot(0, self, lambda chosen=chosen: self._take(chosen))
                return
