"""The evidence of a customer: its open invoices and what proves them; bundle, hand-over, case."""

from __future__ import annotations

from functools import partial
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.errors import NothingToDo
from domain.evidence import words
from domain.evidence.proof import overall
from domain.fields import RecordForm
from domain.listing import Order
from domain.policy import policy_on
from domain.ports import BookReader, UnitOfWork
from domain.recovery.forms import COURT_CASE, HAND_OVER
from domain.services import evidence
from domain.services.evidence import Gathered
from domain.services.recovery import keep_case, keep_hand_over
from ui.context import AppContext
from ui.evidence.columns import ProofRow, columns, rows_of, tone
from ui.evidence.output import EvidenceOutput
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.records.form import RecordFormPane
from ui.widgets.basic import column, label, line, pane, row, set_tone
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.inspector import InspectorFrame
from ui.widgets.text_table import TextTable

_N: Final = "evidence"


class _Found(NamedTuple):
    rows: list[ProofRow]
    gathered: Gathered | None
    score: int


class Preview(InspectorFrame):
    """What goes into the bundle of the ticked invoices, and what is missing."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(f"{_N}.preview", can_open=False)
        self.ctx = ctx
        self.setFixedWidth(388)
        self._score = label("number", name=f"{_N}.score")
        self._about = label("small", wrap=True)
        self._pieces_title = label("heading")
        self.pieces = TextTable(name=f"{_N}.pieces")
        self.pieces.setMinimumHeight(28 * 7)
        self._missing_title = label("heading")
        self._missing = Facts(label_width=68)
        inside = column(
            self._score,
            self._about,
            self._pieces_title,
            self.pieces,
            self._missing_title,
            self._missing,
            None,
            margins=(16, 14, 16, 14),
            gap=8,
        )
        self.body.addWidget(pane(inside, role="raised"))
        self._close.hide()
        self._found: Gathered | None = None
        self._reached = 0

    def show_found(self, found: Gathered | None, reached: int) -> None:
        """Show another claim."""
        self._found, self._reached = found, reached
        language = self.ctx.language
        there = found is not None
        for part in (self._pieces_title, self.pieces, self._missing_title, self._missing):
            part.setVisible(there)
        self._score.setText(f"{reached} %" if there else "")
        set_tone(self._score, tone(reached) if there else "")
        self._about.setText(self._about_words())
        if found is None:
            return
        headers = (translate("Evidence", "No."), translate("Evidence", "Paper"))
        rows = [(str(number), one.label) for number, one in enumerate(found.pieces, start=1)]
        self.pieces.show_texts(headers, rows, right=(0,))
        missing = dict.fromkeys(proof for one in found.invoices for proof in one.missing)
        facts = [(words.short(one, language), words.get(one, language)) for one in missing]
        self._missing.show_facts(facts)
        self._missing_title.setVisible(bool(facts))

    def _about_words(self) -> str:
        if self._found is None:
            return translate("Evidence", "Tick the invoices of a claim to see what proves it.")
        return translate(
            "Evidence",
            "%n invoice(s): contract, order, delivery, acceptance, invoice, reply, demand and "
            "payment, each by its weight in the policy.",
            None,
            len(self._found.invoices),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Evidence", "What is in the bundle"))
        self._pieces_title.setText(translate("Evidence", "Exhibits"))
        self._missing_title.setText(translate("Evidence", "Missing, and how to get it"))
        self.pieces.setAccessibleName(translate("Evidence", "Exhibits"))
        self.show_found(self._found, self._reached)


class EvidencePane(QWidget):
    """Open invoices left, preview or form right; Ctrl+Shift+B bundles what is ticked."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.setObjectName(_N)
        self.ctx = ctx
        self.customer_id: int | None = None
        self._fresh = True
        self.output = EvidenceOutput(ctx, self)
        self.title = label("heading")
        self.model, self.view = short_list(
            ctx,
            columns(),
            lambda one: one.proof.document_id,
            name=f"{_N}.list",
            order=Order("due_on"),
        )
        self.bundle = Button(
            name=f"{_N}.bundle", kind="primary", icon="folder-open", key="Ctrl+Shift+B"
        )
        self.hand_over = Button(name=f"{_N}.hand_over", kind="small", icon="handshake")
        self.case = Button(name=f"{_N}.case", kind="small", icon="gavel")
        self.zipped = QCheckBox()
        self.zipped.setObjectName(f"{_N}.zip")
        self.preview = Preview(ctx)
        self.forms = {
            "hand_over": self._form(HAND_OVER, keep_hand_over, f"{_N}.hand_over_form"),
            "case": self._form(COURT_CASE, keep_case, f"{_N}.case_form"),
        }
        self.empty = EmptyState(f"{_N}.empty")
        self.empty.set_up(self._empty_words)
        self._middle, self._side = QStackedWidget(), QStackedWidget()
        self._build()
        self._wire()

    def _form(self, form: RecordForm[Any], keep: Any, name: str) -> RecordFormPane:
        def kept(uow: UnitOfWork, value: Any, **more: Any) -> OperationResult[int]:
            return keep(uow, value, item_ids=self._items(), **more)

        return RecordFormPane(self.ctx, form, name=name, keep=kept)

    def _build(self) -> None:
        self._middle.addWidget(WholeRows(self.view))
        self._middle.addWidget(self.empty)
        self._side.addWidget(self.preview)
        for form in self.forms.values():
            form.setFixedWidth(self.preview.width())
            self._side.addWidget(form)
        self._side.setFixedWidth(self.preview.width())
        bar = pane(row(self.title, None, self.bundle, margins=(16, 0, 16, 0), gap=8), height=43)
        foot = row(self.zipped, None, self.hand_over, self.case, margins=(16, 0, 16, 0), gap=8)
        left = QWidget()
        left.setLayout(
            column(bar, line(), self._middle, line(), pane(foot, role="head", height=40))
        )
        whole = row(left, line(vertical=True), self._side, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.view.selection_moved.connect(self._gather)
        self.view.chosen.connect(self._open)
        self.bundle.clicked.connect(self.make)
        self.hand_over.clicked.connect(partial(self.open_form, "hand_over"))
        self.case.clicked.connect(partial(self.open_form, "case"))
        short = QShortcut(QKeySequence("Ctrl+Shift+B"), self)
        short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        short.activated.connect(self.make)
        for form in self.forms.values():
            form.closed.connect(self.escape)
            form.kept.connect(lambda _id: self._show_legal())

    # showing

    def show_customer(self, customer_id: int | None) -> None:
        """Show a customer's open invoices with what proves them."""
        if customer_id != self.customer_id:
            self.escape()
            self._fresh = True
        self.customer_id = customer_id
        if customer_id is None:
            return
        day = self.ctx.as_of

        def read(reader: BookReader) -> list[ProofRow]:
            items = evidence.open_invoices(reader, customer_id, day)
            documents = list(dict.fromkeys(one.document_id for one in items))
            proofs = evidence.proofs(reader, customer_id, documents, day)
            return rows_of(proofs, policy_on(reader, day).evidence)

        self.ctx.query(read, partial(self._show, customer_id), asker=self)

    def _show(self, customer_id: int, rows: list[ProofRow]) -> None:
        if customer_id != self.customer_id:
            return
        self.model.show_rows(rows)
        self._middle.setCurrentIndex(0 if rows else 1)
        if self._fresh and rows:
            self._fresh = False
            self._tick_overdue(rows)
        self._gather()

    def _tick_overdue(self, rows: list[ProofRow]) -> None:
        """Tick what is overdue: that is what a claim is made of; all where nothing is."""
        day, model = self.ctx.as_of, self.model
        late = {
            one.proof.document_id
            for one in rows
            if one.proof.due_on is not None and one.proof.due_on < day
        }
        if not late:
            self.view.selectAll()
            return
        flags = QItemSelectionModel.SelectionFlag
        for at in range(model.rowCount()):
            if model.id_at(at) in late:
                self.view.selectionModel().select(model.index(at, 0), flags.Select | flags.Rows)

    def chosen(self) -> list[int]:
        """Return the documents ticked."""
        return list(self.view.selected_ids())

    def _gather(self, *_moved: object) -> None:
        customer_id, day, documents = self.customer_id, self.ctx.as_of, self.chosen()
        for button in (self.bundle, self.hand_over, self.case):
            button.setEnabled(bool(documents))
        if customer_id is None or not documents:
            self.preview.show_found(None, 0)
            return
        language = self.ctx.language

        def read(reader: BookReader) -> _Found:
            weights = policy_on(reader, day).evidence
            try:
                found = evidence.gather(reader, customer_id, documents, day, language=language)
            except NothingToDo:
                return _Found([], None, 0)
            return _Found([], found, overall(found.invoices, weights))

        def here(found: _Found) -> None:
            if documents == self.chosen():
                self.preview.show_found(found.gathered, found.score)

        self.ctx.query(read, here, asker=self)

    def _open(self, key: int) -> None:
        found = self.model.cached(key)
        if found is not None:
            self.ctx.navigate(f"invoice/{found.proof.item_id}")

    # acts

    def make(self) -> None:
        """Make the bundle of the ticked invoices."""
        documents = self.chosen()
        if self.customer_id is not None and documents:
            self.output.save(self.customer_id, documents, zipped=self.zipped.isChecked())

    def _rows(self) -> list[ProofRow]:
        found = (self.model.cached(key) for key in self.chosen())
        return [one for one in found if one is not None]

    def _items(self) -> tuple[int, ...]:
        return tuple(item_id for one in self._rows() for item_id in one.proof.item_ids)

    def open_form(self, key: str, *_clicked: object) -> None:
        """Show the form of a hand-over or a case over the ticked invoices."""
        rows = self._rows()
        if self.customer_id is None or not rows:
            return
        currencies = {one.proof.currency for one in rows}
        if len(currencies) > 1:
            self.ctx.notify(translate("Evidence", "Choose invoices of one currency"))
            return
        form = self.forms[key]
        self._side.setCurrentWidget(form)
        form.start(self.customer_id, base=next(iter(currencies)))
        owed = sum(one.proof.open for one in rows)
        told = {"amount": owed} if key == "hand_over" else {"claim": owed}
        form.propose(currency=next(iter(currencies)), **told)

    def _show_legal(self) -> None:
        self.escape()
        self.ctx.navigate("collections?tab=legal")

    def escape(self) -> bool:
        """Show the preview again; what is typed stays. False where it was shown."""
        if self._side.currentWidget() is self.preview:
            return False
        self._side.setCurrentWidget(self.preview)
        self.view.setFocus()
        return True

    def has_draft(self) -> bool:
        """Whether something typed is not kept."""
        return any(form.has_draft() for form in self.forms.values())

    # words

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Evidence", "Nothing is owed"),
            translate("Evidence", "Open invoices stand here with the papers that prove them."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.title.setText(translate("Evidence", "Evidence"))
        self.bundle.set_words(translate("Evidence", "Evidence bundle…"))
        self.hand_over.set_words(translate("Evidence", "Hand over…"))
        self.case.set_words(translate("Evidence", "New case…"))
        self.zipped.setText(translate("Evidence", "As one zip file"))
        self.view.setAccessibleName(translate("Evidence", "Invoices of the claim"))
        self.view.widths.reset()
        self.empty.retranslate()
        self.preview.retranslate()
        for form in self.forms.values():
            form.retranslate()
