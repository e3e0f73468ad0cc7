"""The call guide at the left, and what comes of the call at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.collecting.call_guide import CallGuide, guide_form
from domain.collecting.forms import CHANNELS, PROMISE, TALK
from domain.collecting.talk import Outcome, Talk
from domain.customer import Company
from domain.fields import pick
from domain.forms import FormPaper
from domain.listing import ItemRow
from domain.ports import BookReader, UnitOfWork
from domain.services.call_guide import call_guide
from domain.services.records import keep_described
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext
from ui.invoices.dispute import DisputeForm
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.preview.pane import PagePreview
from ui.records.form import Keep, RecordFormPane
from ui.widgets.basic import column, line, row
from ui.widgets.button import Button
from ui.widgets.form import FormFrame

#: What a guide is shown with: itself, our firm, the open debits a dispute can be about.
_Found = tuple[CallGuide, Company, list[ItemRow], str]


class GuidePane(QWidget):
    """What to say to one customer; talk, promise and dispute are noted beside it."""

    def __init__(self, ctx: AppContext, *, name: str, keep_promise: Keep) -> None:
        super().__init__()
        self.setObjectName(name)
        self.ctx = ctx
        self.customer_id: int | None = None
        self._found: _Found | None = None
        self._spoken = Talk(channel=next(iter(CHANNELS)), outcome=Outcome.NOTED)
        self.print_button = Button(name=f"{name}.print", kind="small", icon="printer", key="Ctrl+P")
        self.preview = PagePreview(ctx, f"{name}.preview", extra=[self.print_button])
        self.preview.set_zoom("width")
        self.talk = RecordFormPane(ctx, TALK, name=f"{name}.talk", keep=self._keep_talk)
        self.promise = RecordFormPane(ctx, PROMISE, name=f"{name}.promise", keep=keep_promise)
        self.dispute = DisputeForm(ctx)
        self.to_promise = Button(name=f"{name}.to_promise", kind="small")
        self.to_dispute = Button(name=f"{name}.to_dispute", kind="small")
        self.side = QStackedWidget()
        self.acts = [
            Act(
                self,
                f"{name}.print_act",
                ("Log", QT_TRANSLATE_NOOP("Log", "Print the call guide")),
                self.print_guide,
                icon="printer",
            )
        ]
        self._build()
        self._wire()

    def _build(self) -> None:
        for form in (self.talk, self.promise, self.dispute):
            self.side.addWidget(form)
        self.talk.foot_row.addWidget(self.to_promise)
        self.talk.foot_row.addWidget(self.to_dispute)
        self.side.setFixedWidth(self.talk.width())
        whole = row(self.preview, line(vertical=True), self.side, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(column(whole))
        self.setFocusProxy(self.side)

    def _wire(self) -> None:
        self.print_button.clicked.connect(self.print_guide)
        self.to_promise.clicked.connect(lambda: self.go_on(Outcome.PROMISED))
        self.to_dispute.clicked.connect(lambda: self.go_on(Outcome.DISPUTES))
        self.talk.kept.connect(lambda _key: self._talked())
        for form in (self.talk, self.promise, self.dispute):
            form.closed.connect(self.escape)
        self.promise.kept.connect(lambda _key: self._back_to_talk())
        self.dispute.submitted.connect(self._back_to_talk)

    # showing

    def show_customer(self, customer_id: int | None) -> None:
        """Read and draw the guide of a customer as of the window's date."""
        fresh = customer_id != self.customer_id
        self.customer_id = customer_id
        if customer_id is None:
            return
        day = self.ctx.as_of

        def read(reader: BookReader) -> _Found:
            guide = call_guide(reader, customer_id, day)
            items = [one for one in reader.open_items(day, customer_id=customer_id) if one.open > 0]
            return guide, reader.company(), items, reader.base_currency()

        def here(found: _Found) -> None:
            if self.customer_id == customer_id:
                self._show(found, fresh=fresh)

        self.ctx.query(read, here, asker=self)

    def _show(self, found: _Found, *, fresh: bool) -> None:
        self._found = found
        paper = self.paper()
        if paper is not None:
            render = self.ctx.papers.render
            self.preview.show_made(
                partial(render, paper), translate("Log", "Drawing the call guide…")
            )
        if fresh:
            self._back_to_talk()
            guide, _company, _items, base = found
            self.talk.start(self.customer_id, base=base)
            if guide.people:
                self.talk.propose(person=guide.people[0].name)
            self.talk.propose(owner=self.ctx.user)

    def paper(self) -> FormPaper | None:
        """Return the guide as a page in the window's language."""
        if self._found is None:
            return None
        guide, company, _items, _base = self._found
        return guide_form(guide, company, self.ctx.language, self.ctx.user)

    def print_guide(self) -> None:
        """Print the guide."""
        from ui.printing import print_pdf

        if self.preview.pdf:
            print_pdf(self.ctx, self.preview.pdf, self)

    # after the call

    def _keep_talk(self, uow: UnitOfWork, value: Talk, **more: Any) -> OperationResult[int]:
        self._spoken = value
        return keep_described(uow, value, **more)

    def _talked(self) -> None:
        """Go on to what the outcome asks for: a promise, a dispute, or the next talk."""
        if self._spoken.outcome in (Outcome.PROMISED, Outcome.DISPUTES):
            self.go_on(self._spoken.outcome)
        elif self._found is not None:
            self.talk.start(self.customer_id, base=self._found[3])

    def go_on(self, outcome: Outcome) -> None:
        """Show the form of a promise or dispute with what was said so far."""
        said = self.talk.value() if self.talk.has_draft() else self._spoken
        if outcome is Outcome.PROMISED:
            self._show_promise(said)
        else:
            self._choose_item(said)

    def _show_promise(self, said: Talk) -> None:
        if self._found is None:
            return
        guide, _company, _items, base = self._found
        self.side.setCurrentWidget(self.promise)
        self.promise.start(self.customer_id, base=base)
        self.promise.propose(
            currency=guide.currency,
            amount=guide.claimed or None,
            by=said.person,
            channel=pick(CHANNELS[said.channel], self.ctx.language),
            note=said.text,
        )

    def _choose_item(self, said: Talk) -> None:
        """Offer the open invoices: a dispute is about one of them."""
        items = self._found[2] if self._found else []
        free = [one for one in items if one.open > one.disputed]
        if len(free) == 1:
            self._show_dispute(free[0], said.text)
        elif free:
            menu = self.item_menu(free, lambda one: self._show_dispute(one, said.text))
            menu.popup(self.to_dispute.mapToGlobal(QPoint(0, self.to_dispute.height())))
        else:
            self.ctx.notify(translate("Log", "Nothing open and undisputed"))

    def item_menu(self, items: list[ItemRow], choose: Callable[[ItemRow], None]) -> QMenu:
        """Return a menu of invoices with what is open of each."""
        menu = QMenu(self)
        for one in items:
            words = (
                f"{one.label}   {one.currency} {fmt.money(one.open - one.disputed, one.currency)}"
            )
            menu.addAction(words, partial(choose, one))
        return menu

    def _show_dispute(self, item: ItemRow, text: str) -> None:
        self.side.setCurrentWidget(self.dispute)
        self.dispute.start(item, text)

    def _back_to_talk(self) -> None:
        self.side.setCurrentWidget(self.talk)

    def escape(self) -> bool:
        """Leave the form of a promise or dispute; False where none is shown."""
        if self.side.currentWidget() is self.talk:
            return False
        self._back_to_talk()
        return True

    def has_draft(self) -> bool:
        """Whether something typed is not kept."""
        return self.talk.has_draft() or self.promise.has_draft()

    # words

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.print_button.set_words(translate("Log", "Print"))
        self.to_promise.set_words(translate("Log", "Promise"))
        self.to_dispute.set_words(translate("Log", "Dispute"))
        forms: tuple[FormFrame, ...] = (self.talk, self.promise, self.dispute)
        for form in forms:
            form.retranslate()
        self.preview.retranslate()
        for act in self.acts:
            act.retranslate()
        if self._found is not None:
            self._show(self._found, fresh=False)
