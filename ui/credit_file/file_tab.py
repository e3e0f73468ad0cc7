"""The tab of a customer's credit file: how complete it is, its kinds, the records of one."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget

from domain.changes import Changes
from domain.credit.file import registry
from domain.credit.file.contacts import CONTACT
from domain.credit.file.forms import FORMS
from domain.credit.file.size_class import SIZE, proposed
from domain.customer import Customer
from domain.fields import RecordForm, pick
from domain.ports import BookReader
from domain.services.credit_file import CustomerFile, read_file
from domain.tax_id import is_valid_uscc
from domain.warning.forms import TRAITS
from ui.context import AppContext
from ui.credit_file.bar import CompletenessBar
from ui.credit_file.output import FileOutput
from ui.customers.tabs import CustomerTab
from ui.marks import translate
from ui.records.panel import RecordPanel
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button

#: Kinds at the left; contacts have a tab of their own.
SHOWN: Final[tuple[RecordForm[Any], ...]] = (
    *(one for one in FORMS if one is not CONTACT),
    TRAITS,
)


class CreditFileTab(CustomerTab):
    """Kinds at the left with their counts, the records of the chosen one beside them."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.setObjectName("customer.file")
        self._file: CustomerFile | None = None
        self._tax_id = self._code = ""
        self._output = FileOutput(ctx, self)
        self.pdf = Button(name="customer.file.pdf", icon="file-text")
        self.folder = Button(name="customer.file.folder", icon="folder-open")
        self.visit = Button(name="customer.file.visit_form", icon="printer")
        self.bar = CompletenessBar(
            "customer.file.completeness", (self.visit, self.pdf, self.folder)
        )
        self.list = QListWidget()
        self.list.setObjectName("customer.file.kinds")
        self.list.setProperty("role", "sections")
        self.list.setFixedWidth(176)
        self._panels: dict[str, RecordPanel] = {}
        self.stack = QStackedWidget()
        for _form in SHOWN:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, 34))
            self.list.addItem(item)
        beside = row(self.list, line(vertical=True), self.stack, gap=0)
        beside.setStretch(2, 1)
        self.setLayout(column(pane(column(self.bar)), line(), beside))
        self.setFocusProxy(self.list)
        self._wire()

    def _wire(self) -> None:
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(lambda _place: self._show_kind())
        self.pdf.clicked.connect(lambda: self._with_customer(self._save_pdf))
        self.folder.clicked.connect(lambda: self._with_customer(self._output.save_folder))
        self.visit.clicked.connect(lambda: self._with_customer(self._output.print_visit_form))

    def _with_customer(self, run: Any) -> None:
        if self.customer_id is not None:
            run(self.customer_id)

    def _save_pdf(self, customer_id: int) -> None:
        self._output.save_pdf(customer_id, self._code)

    # showing

    def panel(self, kind: str) -> RecordPanel:
        """Return the records of a kind, building them on their first showing."""
        if kind not in self._panels:
            form = next(one for one in SHOWN if kind == one.kind.KIND)
            made = RecordPanel(self.ctx, form, name=f"customer.file.{kind}")
            made.retranslate()
            made.asked_to_add.connect(self._propose)
            self._panels[kind] = made
            self.stack.addWidget(made)
        return self._panels[kind]

    def current(self) -> RecordPanel:
        """Return the panel of the kind chosen."""
        return self.panel(SHOWN[max(0, self.list.currentRow())].kind.KIND)

    def show_kind(self, kind: str) -> None:
        """Choose a kind."""
        self.list.setCurrentRow([one.kind.KIND for one in SHOWN].index(kind))
        self._show_kind()

    def open_part(self, part: str) -> None:
        """Choose the kind that the address names."""
        if part in [one.kind.KIND for one in SHOWN]:
            self.show_kind(part)

    def _show_kind(self) -> None:
        shown = self.current()
        self.stack.setCurrentWidget(shown)
        if self.customer_id is not None:
            shown.show_customer(self.customer_id)

    def show_customer(self, customer_id: int) -> None:
        """Show a customer's file as of the window's date."""
        super().show_customer(customer_id)
        self._show_kind()
        self._read()

    def refresh(self, changes: Changes) -> None:
        """Read again when records changed."""
        if changes.records:
            super().refresh(changes)

    def _read(self) -> None:
        wanted, day = self.customer_id, self.ctx.as_of
        if wanted is None:
            return

        def read(reader: BookReader) -> tuple[CustomerFile, Customer]:
            return read_file(reader, wanted, day), reader.customer(wanted)

        def here(found: tuple[CustomerFile, Customer]) -> None:
            if self.customer_id == wanted:
                self._file = found[0]
                self._tax_id, self._code = found[1].tax_id, found[1].code
                self._show_words()

        self.ctx.query(read, here, asker=self)

    def _propose(self, kind: str) -> None:
        """Fill in a new record what is known: the credit code, and the type it proves."""
        known = registry.latest(self._file.found.registry, self.ctx.as_of) if self._file else None
        code = (known.value.uscc if known else "") or self._tax_id
        if kind == registry.REGISTRY.kind.KIND and is_valid_uscc(code):
            self.panel(kind).edit.propose(uscc=code)
        type_ = proposed(code) if is_valid_uscc(code) else None
        if kind == SIZE.kind.KIND and type_ is not None:
            said = translate("CreditFile", "Credit code {start}…").format(start=code[:2])
            self.panel(kind).edit.propose(type=type_, source=said)

    def _show_words(self) -> None:
        found, language = self._file, self.ctx.language
        if found is not None:
            self.bar.show_completeness(found.completeness, language)
        counts = _counts(found)
        for place, form in enumerate(SHOWN):
            words, count = pick(form.words, language), counts.get(form.kind.KIND, 0)
            item = self.list.item(place)
            item.setText(f"{words}　{count}" if count else words)

    def escape(self) -> bool:
        """Close the form that is open."""
        return self.current().escape()

    def has_draft(self) -> bool:
        """Whether something typed would be lost."""
        return any(one.has_draft() for one in self._panels.values())

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.pdf.set_words(translate("CreditFile", "File as PDF…"))
        self.folder.set_words(
            translate("CreditFile", "Export…"),
            translate("CreditFile", "The file as PDF, all attachments and a list with SHA-256"),
        )
        self.visit.set_words(translate("CreditFile", "Visit form…"))
        self.list.setAccessibleName(translate("CreditFile", "Parts of the file"))
        for one in self._panels.values():
            one.retranslate()
        self._show_words()


def _counts(found: CustomerFile | None) -> dict[str, int]:
    """Return how many records of each kind a file holds."""
    if found is None:
        return {}
    held = found.found
    every = (
        *(held.registry, held.sizes, held.reports, held.visits, held.contracts),
        *(held.securities, held.events, held.accounts),
    )
    return {records[0].value.KIND: len(records) for records in every if records}
