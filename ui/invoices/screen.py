"""The Invoices screen: list with inspector, page, forms at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.changes import Changes
from domain.listing import ItemRow
from domain.services import posting
from ui.acts import Act
from ui.common import CommonButtons
from ui.context import AppContext
from ui.invoices.inspector import InvoiceInspector
from ui.invoices.listing import InvoiceList
from ui.lists.pane import ListPane
from ui.lists.screen import ListScreen
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.ask import ask_reason
from ui.widgets.basic import column
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.invoices.attach import AttachForm
    from ui.invoices.chase import ChaseForm
    from ui.invoices.dispute_desk import DisputeDesk
    from ui.invoices.form import InvoiceForm
    from ui.invoices.legal import LegalForm
    from ui.invoices.page import InvoicePage
    from ui.invoices.settle import SettleForm


class InvoicesScreen(ListScreen):
    """List and page in one place; the address says which."""

    key = "invoices"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._make_acts()
        self._make_chase_act()
        self._buttons = CommonButtons(self)
        self.list = InvoiceList(ctx, self._buttons.buttons)
        self._page: InvoicePage | None = None
        self._form: InvoiceForm | None = None
        self._desk: DisputeDesk | None = None
        self._settle_form: SettleForm | None = None
        self._legal_form: LegalForm | None = None
        self._attach_form: AttachForm | None = None
        self._chase_form: ChaseForm | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.setLayout(column(self.stack))
        self._build_side()
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.list.list.view)
        self._enable(None)

    def _make_acts(self) -> None:
        self._dispute = self._act(
            "dispute",
            QT_TRANSLATE_NOOP("Invoices", "Dispute…"),
            self.open_dispute,
            key="Ctrl+D",
            icon="triangle-alert",
        )
        self._void = self._act(
            "void",
            QT_TRANSLATE_NOOP("Invoices", "Void…"),
            self.ask_void,
            key="Ctrl+Del",
            icon="ban",
        )
        self._set_off = self._act(
            "set_off",
            QT_TRANSLATE_NOOP("Invoices", "Set off…"),
            lambda: self.open_settle("set_off"),
            key="Ctrl+Shift+O",
            icon="scale",
        )
        self._transfer = self._act(
            "transfer",
            QT_TRANSLATE_NOOP("Invoices", "Transfer to another customer…"),
            lambda: self.open_settle("transfer"),
            key="Ctrl+Shift+T",
            icon="arrow-left-right",
        )
        self._refund = self._act(
            "refund",
            QT_TRANSLATE_NOOP("Invoices", "Refund the credit…"),
            lambda: self.open_settle("refund"),
            key="Ctrl+Shift+R",
            icon="undo-2",
        )
        self._legal = self._act(
            "legal",
            QT_TRANSLATE_NOOP("Invoices", "Limitation event…"),
            self.open_legal,
            key="Ctrl+L",
            icon="gavel",
        )
        self._attach = self._act(
            "attach",
            QT_TRANSLATE_NOOP("Invoices", "Attachments…"),
            self.open_attach,
            key="Ctrl+Shift+A",
            icon="file-up",
        )
        self._open = self._act(
            "open",
            QT_TRANSLATE_NOOP("Invoices", "Open as a page"),
            self.open_current,
            key="Ctrl+Return",
            icon="external-link",
        )

    def _make_chase_act(self) -> None:
        self._chase = self._act(
            "chase",
            QT_TRANSLATE_NOOP("Invoices", "How it is chased…"),
            self.open_chase,
            key="Ctrl+Shift+M",
            icon="megaphone",
        )

    def _act(self, name: str, words: str, run: Any, *, key: str, icon: str) -> Act:
        act = Act(self, f"invoices.{name}", ("Invoices", words), run, key=key, icon=icon)
        self.acts.append(act)
        return act

    def _build_side(self) -> None:
        foot = [Button.of(self._dispute), Button.of(self._void, icon=False)]
        self.side = QStackedWidget()
        self.details = InvoiceInspector(self.ctx, foot)
        self.side.addWidget(self.details)
        self.details.closed.connect(lambda: self.ctx.command.emit("view.panel"))
        self.details.dispute_act.connect(self._run_dispute)
        self.list.list.current_moved.connect(self._follow)
        self.list.list.chosen.connect(lambda key: self.ctx.navigate(f"invoice/{key}"))

    # parts that are built when they are first needed

    @property
    def page(self) -> InvoicePage:
        """The page of a document."""
        if self._page is None:
            from ui.invoices.page import InvoicePage

            acts = (self._attach, self._dispute, self._chase, self._legal, self._void)
            buttons = [Button.of(act) for act in acts]
            self._page = InvoicePage(self.ctx, buttons)
            self._page.retranslate()
            self.stack.addWidget(self._page)
        return self._page

    @property
    def form(self) -> InvoiceForm:
        """The form for a new document."""
        if self._form is None:
            from ui.invoices.form import InvoiceForm

            self._form = InvoiceForm(self.ctx)
            self._form.retranslate()
            self._form.closed.connect(self._show_details)
            self.side.addWidget(self._form)
        return self._form

    @property
    def disputes(self) -> DisputeDesk:
        """What can be done with disputes."""
        if self._desk is None:
            from ui.invoices.dispute_desk import DisputeDesk

            self._desk = DisputeDesk(
                self.ctx, self._show_form, self._show_details, lambda: self.form
            )
        return self._desk

    def _run_dispute(self, act: str, dispute_id: int) -> None:
        self.disputes.run(act, dispute_id)

    def _show_form(self, form: QWidget) -> None:
        self.side.addWidget(form)
        self.side.setCurrentWidget(form)
        self.ctx.command.emit("view.panel.open")

    @property
    def settle_form(self) -> SettleForm:
        """The form for set-off, transfer and refund."""
        if self._settle_form is None:
            from ui.invoices.settle import SettleForm

            self._settle_form = SettleForm(self.ctx)
            self._settle_form.retranslate()
            self._settle_form.closed.connect(self._show_details)
            self._settle_form.submitted.connect(self._show_details)
            self.side.addWidget(self._settle_form)
        return self._settle_form

    @property
    def legal_form(self) -> LegalForm:
        """The form for what starts the limitation anew."""
        if self._legal_form is None:
            from ui.invoices.legal import LegalForm

            self._legal_form = LegalForm(self.ctx)
            self._legal_form.retranslate()
            self._legal_form.closed.connect(self._show_details)
            self._legal_form.submitted.connect(self._show_details)
            self.side.addWidget(self._legal_form)
        return self._legal_form

    @property
    def chase_form(self) -> ChaseForm:
        """The form that says how one invoice is chased."""
        if self._chase_form is None:
            from ui.invoices.chase import ChaseForm

            self._chase_form = ChaseForm(self.ctx)
            self._chase_form.retranslate()
            self._chase_form.closed.connect(self._show_details)
            self._chase_form.submitted.connect(self._show_details)
            self.side.addWidget(self._chase_form)
        return self._chase_form

    @property
    def attach_form(self) -> AttachForm:
        """The form for the signed papers of an invoice."""
        if self._attach_form is None:
            from ui.invoices.attach import AttachForm

            self._attach_form = AttachForm(self.ctx)
            self._attach_form.retranslate()
            self._attach_form.closed.connect(self._show_details)
            self.side.addWidget(self._attach_form)
        return self._attach_form

    def _on_page(self) -> bool:
        return self._page is not None and self.stack.currentWidget() is self._page

    # places

    def inspector(self) -> QWidget | None:
        """Return the pane at the right; a page shows its facts itself."""
        return None if self._on_page() and self.side.currentWidget() is self.details else self.side

    def address(self) -> str:
        """Return the page's or the list's address."""
        if self._on_page() and self.page.item_id is not None:
            return f"invoice/{self.page.item_id}"
        return self.key

    def open_record(self, record: str) -> None:
        """Show the page of an item: "12", "12/dispute", or "12/settle/5" for its dispute 5."""
        key, _, place = record.partition("/")
        if not key.isdigit():
            return
        self.stack.setCurrentWidget(self.page)
        self.stack.setFocusProxy(self.page)
        self.page.show_item(int(key))
        self.details.show_item(int(key))
        self._enable(int(key))
        act, _, dispute = place.partition("/")
        if dispute.isdigit():
            self.disputes.run(act, int(dispute))
        elif act == "dispute":
            self._dispute_item(int(key))

    def _dispute_item(self, key: int) -> None:
        as_of = self.ctx.as_of
        self.ctx.query(lambda reader: reader.item(key, as_of), self._open_dispute, asker=self)

    def open_list(self, query: dict[str, str]) -> None:
        """Show the list, filtered as the address asks."""
        self.stack.setCurrentWidget(self.list)
        self.stack.setFocusProxy(self.list.list.view)
        self.list.show_query(query)
        key = self.list.list.view.current_id()
        self._enable(key)
        # Also while it is folded away: it may still hold the page's document.
        self.details.show_item(key)

    def open_current(self) -> None:
        """Open the current row as a page."""
        key = self.list.list.view.current_id()
        if key is not None:
            self.ctx.navigate(f"invoice/{key}")

    def escape(self) -> bool:
        """Close a form, then leave the page."""
        if self.side.currentWidget() is not self.details:
            self._show_details()
            return True
        if self._on_page():
            self.ctx.navigate(self.key)
            return True
        return False

    def _follow(self, key: int | None) -> None:
        self._enable(key)
        if self.side.isVisible() or self.details.item is None:
            self.details.show_item(key)

    def _enable(self, key: int | None) -> None:
        acts = (self._dispute, self._void, self._open, self._attach)
        for act in (*acts, self._chase, self._set_off, self._transfer, self._refund, self._legal):
            act.setEnabled(key is not None)

    def _show_details(self) -> None:
        self.side.setCurrentWidget(self.details)
        self.ctx.command.emit("view.panel.show")
        self.setFocus()

    # acts

    def _item(self) -> ItemRow | None:
        if self._on_page():
            return self.page.item
        key = self.list.list.view.current_id()
        return None if key is None else self.list.list.model.cached(key)

    def new_record(self) -> None:
        """Open the form for a new document."""
        self.side.setCurrentWidget(self.form)
        self.ctx.command.emit("view.panel.open")
        item = self._item()
        self.form.start(None if item is None else item.customer_id)

    def open_dispute(self) -> None:
        """Open the dispute form for the current item."""
        item = self._item()
        if item is not None:
            self._open_dispute(item)

    def _open_dispute(self, item: ItemRow) -> None:
        if item.open <= item.disputed:
            self.ctx.notify(translate("Invoices", "Nothing of it is open and undisputed"))
            return
        self.disputes.open(item)

    def open_legal(self) -> None:
        """Open the form for what starts the limitation of the current debt anew."""
        item = self._item()
        if item is None:
            return
        if item.amount <= 0:
            self.ctx.notify(translate("Invoices", "Only a debt has a limitation"))
            return
        self.side.setCurrentWidget(self.legal_form)
        self.ctx.command.emit("view.panel.open")
        self.legal_form.start(item)

    def open_chase(self) -> None:
        """Open the form that says how the current debt is chased."""
        item = self._item()
        if item is None:
            return
        if item.amount <= 0:
            self.ctx.notify(translate("Invoices", "Only a debt is chased"))
            return
        self._show_form(self.chase_form)
        self.chase_form.start(item)

    def open_attach(self) -> None:
        """Open the form for the signed papers of the current document."""
        item = self._item()
        if item is None:
            return
        self.side.setCurrentWidget(self.attach_form)
        self.ctx.command.emit("view.panel.open")
        self.attach_form.start(item)

    def open_settle(self, act: str) -> None:
        """Open the form of an act for the selected documents of one customer."""
        items = self._settled_together(refund=act == "refund")
        if not items:
            return
        self.side.setCurrentWidget(self.settle_form)
        self.ctx.command.emit("view.panel.open")
        self.settle_form.start(act, items)

    def _settled_together(self, *, refund: bool) -> list[ItemRow]:
        """Return the open documents of the right side that one act can settle, told if none."""
        item = self._item()
        if item is None:
            return []
        chosen = [item] if self._on_page() or refund else self._selected(item)
        if refund and item.open >= 0:
            self.ctx.notify(translate("Invoices", "Only a credit that is open can be refunded"))
            return []
        if not refund and any(one.open <= 0 for one in chosen):
            self.ctx.notify(translate("Invoices", "Nothing of it is open to be settled"))
            return []
        if len({(one.customer_id, one.currency) for one in chosen}) > 1:
            self.ctx.notify(
                translate("Invoices", "Choose documents of one customer and one currency")
            )
            return []
        return chosen

    def _selected(self, current: ItemRow) -> list[ItemRow]:
        view, model = self.list.list.view, self.list.list.model
        rows = [model.cached(key) for key in view.selected_ids()]
        return [row for row in rows if row is not None] or [current]

    def ask_void(self) -> None:
        """Void the current document after asking for a reason."""
        item = self._item()
        if item is None:
            return
        title = translate("Invoices", "Void {number}?").format(number=item.number)
        text = translate(
            "Invoices",
            "A reversing document is posted; the number stays used and both remain in the "
            "history. This cannot be undone.",
        )
        reason = ask_reason(self, title, text, translate("Invoices", "Void"))
        if reason:
            said = translate("Invoices", "{number} was voided").format(number=item.number)
            on = self.ctx.today
            self.ctx.act(posting.void, item.document_id, on, reason, asker=self, notice=said)

    # common

    def has_draft(self) -> bool:
        """Whether the form holds something typed."""
        return self._form is not None and self._form.has_draft()

    def listed(self) -> ListPane:
        """Return the list."""
        return self.list.list

    def focus_filter(self) -> None:
        """Go to the filter field."""
        if self.stack.currentWidget() is not self.list:
            self.ctx.navigate(self.key)
        super().focus_filter()

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Invoices",
            "<p>Every invoice, credit and debit note, one row per instalment, as it stood on the "
            "date at the top. <b>Open</b> is what is still to be paid of it.</p>"
            "<p>Type to filter. Space selects rows; the foot adds them up. Enter opens the page "
            "with allocations and papers.</p>"
            "<p>A posted document is never edited: a wrong one is voided by a reversing "
            "document.</p>",
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._buttons.retranslate()
        self.list.retranslate()
        self.details.retranslate()
        forms = (
            *(self._form, self._settle_form, self._legal_form),
            *(self._attach_form, self._chase_form),
        )
        for part in (self._page, self._desk, *forms):
            if part is not None:
                part.retranslate()

    def refresh(self, changes: Changes) -> None:
        """Read the list, the page and the inspector again."""
        if self._concerned(changes):
            self.list.list.refresh()
            self.list.count()
            if self._page is not None:
                self._page.reload()
            self.details.retranslate()
            if self._legal_form is not None:
                self._legal_form.read()
            if self._attach_form is not None:
                self._attach_form.read()

    @staticmethod
    def _concerned(changes: Changes) -> bool:
        money = changes.documents or changes.allocations or changes.disputes
        return money or changes.customers or changes.records

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return self.list.list.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        self.list.restore(state)
