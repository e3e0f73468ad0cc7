"""The Bills screen: strip, register or calendar, the form for receiving, the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.bill import Bill, EventKind, standing
from domain.changes import Changes
from domain.listing import BillRow
from ui.acts import Act
from ui.bills import acts, words
from ui.bills.inspector import BillInspector, BillPage
from ui.bills.listing import BillList
from ui.bills.strip import Strip, read_strip
from ui.common import CommonButtons
from ui.context import AppContext
from ui.lists.pane import ListPane
from ui.lists.screen import ListScreen
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.shell.ask import confirm
from ui.widgets.basic import column, line, row
from ui.widgets.button import Button
from ui.widgets.head import ScreenHead

if TYPE_CHECKING:
    from ui.bills.act_form import ActForm
    from ui.bills.banks import BanksForm
    from ui.bills.calendar import CalendarPane
    from ui.bills.discount import DiscountPane
    from ui.bills.form import BillForm
    from ui.bills.settle import SettlePane

#: Name of an act → words, key, icon.
_ACTS: Final = {
    "undo": (QT_TRANSLATE_NOOP("Bills", "Undo"), "U", "undo-2"),
    "calendar": (QT_TRANSLATE_NOOP("Bills", "Calendar"), "K", "calendar-days"),
    "reckon": (QT_TRANSLATE_NOOP("Bills", "Discount calculator"), "T", "landmark"),
    "banks": (QT_TRANSLATE_NOOP("Bills", "Safe banks…"), "N", "list-checks"),
}
#: Events whose undoing books documents back.
MOVED_DOCUMENTS: Final = (EventKind.RECEIVED, EventKind.REFUSED, EventKind.RECOVERED)
#: Events that are recorded of several bills at once.
_TOGETHER: Final = (
    *(EventKind.PRESENTED, EventKind.ENDORSED, EventKind.DISCOUNTED, EventKind.PLEDGED),
    *(EventKind.RELEASED, EventKind.PAID, EventKind.RETURNED),
)


class BillsScreen(ListScreen):
    """Register and calendar in one place; forms beside them."""

    key = "bills"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.on_event: dict[EventKind, Act] = {}
        self._act: dict[str, Act] = {}
        self._make_acts()
        self._common = CommonButtons(self)
        flat = [Button.of(self._act[name]) for name in ("calendar", "reckon")]
        self.head = ScreenHead("bills", [*flat, *self._common.buttons])
        self.strip = Strip()
        self.list = BillList(ctx)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.side = QStackedWidget()
        self.details = BillInspector(ctx, self.on_event, self._act["undo"])
        self.side.addWidget(self.details)
        self._calendar: CalendarPane | None = None
        self._form: BillForm | None = None
        self._settle: SettlePane | None = None
        self._act_form: ActForm | None = None
        self._discount: DiscountPane | None = None
        self._banks: BanksForm | None = None
        self._receiving: QWidget | None = None
        self.setLayout(column(self.head, self.strip, line(), self.stack))
        self.setFocusProxy(self.list.list.view)
        self._wire()
        self._enable(None)

    def _make_acts(self) -> None:
        for kind, (said, key, icon) in words.ACTS.items():
            run = lambda kind=kind: self.begin(kind)  # noqa: E731 (one act for each event)
            act = Act(self, f"bills.{kind}", ("Bills", said), run, key=key, icon=icon)
            self.on_event[kind] = act
            self.acts.append(act)
        runs = {
            "undo": self.undo_event,
            "calendar": self.toggle_calendar,
            "reckon": self.reckon,
            "banks": self.edit_banks,
        }
        for name, (said, key, icon) in _ACTS.items():
            act = Act(self, f"bills.{name}", ("Bills", said), runs[name], key=key, icon=icon)
            self._act[name] = act
            self.acts.append(act)

    def _wire(self) -> None:
        self.list.list.current_moved.connect(self._follow)
        self.list.list.view.selection_moved.connect(lambda: self._enable(self.details.page))
        self.list.list.chosen.connect(self._choose)
        self.details.shown.connect(self._enable)
        self.details.asked.connect(self._show_bill)
        self.details.closed.connect(lambda: self.ctx.command.emit("view.panel"))
        self.strip.chosen.connect(self._show_tile)

    # parts that are built when they are first needed

    def _side_form(self, form: Any) -> Any:
        form.retranslate()
        form.closed.connect(self._show_details)
        form.submitted.connect(self._show_details)
        self.side.addWidget(form)
        return form

    @property
    def act_form(self) -> ActForm:
        """The form for an event."""
        if self._act_form is None:
            from ui.bills.act_form import ActForm

            self._act_form = self._side_form(ActForm(self.ctx))
            self._act_form.split.connect(self._show_bill)
        return self._act_form

    @property
    def discount(self) -> DiscountPane:
        """The discount calculator."""
        if self._discount is None:
            from ui.bills.discount import DiscountPane

            self._discount = self._side_form(DiscountPane(self.ctx))
        return self._discount

    @property
    def banks(self) -> BanksForm:
        """The list of safe banks."""
        if self._banks is None:
            from ui.bills.banks import BanksForm

            self._banks = self._side_form(BanksForm(self.ctx))
        return self._banks

    @property
    def calendar(self) -> CalendarPane:
        """The maturity calendar."""
        if self._calendar is None:
            from ui.bills.calendar import CalendarPane

            self._calendar = CalendarPane(self.ctx)
            self._calendar.retranslate()
            self._calendar.moved.connect(self._follow)
            self._calendar.closed.connect(self.toggle_calendar)
            self.stack.addWidget(self._calendar)
        return self._calendar

    @property
    def form(self) -> BillForm:
        """The form for receiving, with what the bill settles beside it."""
        if self._form is None:
            from ui.bills.form import BillForm
            from ui.bills.settle import SettlePane

            self._form, self._settle = BillForm(self.ctx), SettlePane(self.ctx)
            self._form.typed.connect(self._settle.show_typed)
            self._form.silent.connect(self._settle.show_nothing)
            self._form.entered.connect(self._receive)
            self._form.closed.connect(self.close_form)
            self._receiving = QWidget()
            parts = row(self._form, line(vertical=True), self._settle, gap=0)
            parts.setStretch(2, 1)
            self._receiving.setLayout(parts)
            self._form.retranslate()
            self._settle.retranslate()
            self.stack.addWidget(self._receiving)
        return self._form

    @property
    def settle(self) -> SettlePane:
        """What the bill being received settles."""
        if self._settle is None:
            _ = self.form
        settle = self._settle
        if settle is None:
            raise RuntimeError
        return settle

    # places

    def _is_receiving(self) -> bool:
        return self._receiving is not None and self.stack.currentWidget() is self._receiving

    def _in_calendar(self) -> bool:
        return self._calendar is not None and self.stack.currentWidget() is self._calendar

    def inspector(self) -> QWidget | None:
        """Return the pane at the right; while a bill is received there is none."""
        return None if self._is_receiving() else self.side

    def open_record(self, record: str) -> None:
        """Show a bill, whether the filter has it or not."""
        if record.isdigit():
            self.close_form()
            self._show_bill(int(record))
            self.ctx.command.emit("view.panel.open")

    def open_list(self, query: dict[str, str]) -> None:
        """Show the register, filtered as the address asks."""
        if self._in_calendar():
            self.toggle_calendar()
        self.list.show_query(query)
        if "new" in query:
            self.new_record()

    def escape(self) -> bool:
        """Close a form, leave the calendar."""
        if self._is_receiving():
            self.close_form()
            return True
        if self.side.currentWidget() is not self.details:
            self._show_details()
            return True
        if self._in_calendar():
            self.toggle_calendar()
            return True
        return False

    def _follow(self, key: int | None) -> None:
        # Read although the pane may be folded away: the acts are on what it holds.
        self.details.show_bill(key)

    def _choose(self, key: int) -> None:
        self.ctx.command.emit("view.panel.open")
        self.details.show_bill(key)

    def _show_bill(self, bill_id: int) -> None:
        self.details.show_bill(bill_id)
        self.side.setCurrentWidget(self.details)
        # What was ticked before is not meant by what is done to this one.
        self.list.list.view.clearSelection()
        self.list.list.view.select_id(bill_id)

    def _show_tile(self, name: str) -> None:
        if self._in_calendar():
            self.toggle_calendar()
        self.close_form()
        self.list.show_state(name)
        self.setFocus()

    def _show_details(self) -> None:
        self.side.setCurrentWidget(self.details)
        self.ctx.command.emit("view.panel.show")
        self._enable(self.details.page)
        self.setFocus()

    def _show_side(self, form: QWidget) -> None:
        self.side.setCurrentWidget(form)
        self._enable(self.details.page)
        self.ctx.command.emit("view.panel.open")

    def toggle_calendar(self) -> None:
        """Show the maturity calendar, or the register again."""
        if self._in_calendar():
            self.stack.setCurrentWidget(self.list)
            self.setFocusProxy(self.list.list.view)
            self._follow(self.list.list.view.current_id())
        else:
            self.close_form()
            self.stack.setCurrentWidget(self.calendar)
            self.setFocusProxy(self.calendar.grid)
            self.calendar.read()
        self._enable(self.details.page)
        self.setFocus()

    # acts

    def _rows(self) -> list[BillRow]:
        """Return the bills acted on: those ticked, else the one shown."""
        page = self.details.page
        if not self._in_calendar() and self.list.list.view.selected_count() > 1:
            ids = self.list.list.view.selected_ids()
            found = [self.list.list.model.cached(key) for key in ids]
            return found if all(one is not None for one in found) else []
        return [] if page is None or not self.details.is_here() else [page.row]

    def begin(self, kind: EventKind) -> None:
        """Open the form for an event of the bills acted on."""
        rows = self._rows()
        if not rows:
            return
        if kind is EventKind.DISCOUNTED:
            self._show_side(self.discount)
            self.discount.start(rows)
        else:
            self._show_side(self.act_form)
            self.act_form.start(kind, rows)

    def reckon(self) -> None:
        """Open the calculator, for any amount."""
        self.close_form()
        self._show_side(self.discount)
        self.discount.start([])

    def edit_banks(self) -> None:
        """Open the list of safe banks."""
        self.close_form()
        self._show_side(self.banks)
        self.banks.start()

    def undo_event(self) -> None:
        """Take back the last event of the bill shown."""
        page = self.details.page
        last = standing(page.events)[-1:] if page is not None else []
        if page is None or not last or not self.details.is_here():
            return
        splits = last[0].kind is EventKind.RECEIVED and page.row.split_of_id is not None
        if last[0].kind in MOVED_DOCUMENTS and not splits:
            title = translate("Bills", "Take back “{event}”?")
            text = translate(
                "Bills",
                "It was booked, and is booked back: the receipt is voided, or the invoices are "
                "settled again, as of today. Nothing is deleted.",
            )
            said = title.format(event=words.event(last[0].kind))
            if not confirm(self, said, text, translate("Bills", "Take it back"), danger=True):
                return
        acts.undo(self.ctx, [page.row.id], self)

    def new_record(self) -> None:
        """Show the form for a bill received."""
        page = self.details.page
        form = self.form
        if self._receiving is not None:
            self.stack.setCurrentWidget(self._receiving)
        self.setFocusProxy(form.number)
        self._enable(page)
        self.ctx.command.emit("view.panel.show")
        form.start(None if page is None or form.has_draft() else page.row.customer_id)

    def close_form(self) -> None:
        """Back to the register; what was typed stays in the form."""
        if self._is_receiving():
            self.stack.setCurrentWidget(self.list)
            self.setFocusProxy(self.list.list.view)
            self.ctx.command.emit("view.panel.show")
            self._enable(self.details.page)
            self.setFocus()

    def _receive(self, bill: Bill, on: Any, how: str, receipt_id: int | None) -> None:
        form = self.form

        def done(result: Any) -> None:
            form.clear()
            self.close_form()
            self._show_bill(result.value)

        asked = acts.Asked(ctx=self.ctx, asker=self, done=done, failed=form.refused)
        acts.receive(asked, bill, on, self.settle.uses(), how=how, receipt_id=receipt_id)

    def _enable(self, page: BillPage | None) -> None:
        """Offer what may happen next; nothing while a form is open."""
        rows = self._rows()
        open_ = not self._is_receiving() and self.side.currentWidget() is self.details
        next_ = set(page.next) if page is not None else set()
        if len(rows) > 1:
            states = {one.state for one in rows}
            next_ = next_ & set(_TOGETHER) if len(states) == 1 else set()
        for kind, act in self.on_event.items():
            act.setEnabled(open_ and bool(rows) and kind in next_)
        now = page is not None and not page.later
        self._act["undo"].setEnabled(open_ and len(rows) == 1 and now)

    # common acts

    def has_draft(self) -> bool:
        """Whether the form holds something typed."""
        return self._form is not None and self._form.has_draft()

    def listed(self) -> ListPane:
        """Return the list."""
        return self.list.list

    def focus_filter(self) -> None:
        """Go to the filter field."""
        if self._in_calendar():
            self.toggle_calendar()
        self.close_form()
        super().focus_filter()

    def copy(self) -> None:
        """Copy the selection, or the calendar."""
        if self._in_calendar():
            self.calendar.grid.copy()
        else:
            super().copy()

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Bills",
            "<p>Acceptance bills that customers paid with. A bill that is received settles its "
            "invoices by a receipt; from then on the bill is what is held, and each step is "
            "recorded here: endorsed, discounted, pledged, presented, paid.</p>"
            "<p>A bill is presented within ten days after maturity. When payment is refused, its "
            "invoices are open again with the due dates and ages they had; tell the party before "
            "us within three days, and claim recourse within six months (three, where the bill "
            "had been passed on).</p>"
            "<p>Bills passed on and not matured stay in the customer's exposure, but for those of "
            "the safe banks (N). U takes back the last step; nothing is deleted.</p>",
        )

    # words and state

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._common.retranslate()
        self.head.set_words(translate("Bills", "Bills"), translate("Bills", "acceptance bills"))
        self.list.retranslate()
        self.strip.retranslate()
        self.details.retranslate()
        parts = (self._calendar, self._form, self._settle, self._act_form, self._discount)
        for part in (*parts, self._banks):
            if part is not None:
                part.retranslate()

    def refresh(self, changes: Changes) -> None:
        """Read the register, the strip, the calendar and the bill shown again."""
        if not (changes.bills or changes.documents or changes.customers or changes.settings):
            return
        self.list.refresh()
        self._read_strip()
        self.details.reload()
        if self._calendar is not None:
            self._calendar.read()
        if self._form is not None and changes.documents:
            self._form.reload()

    def _read_strip(self) -> None:
        as_of = self.ctx.as_of
        self.ctx.query(lambda reader: read_strip(reader, as_of), self.strip.show_sums, asker=self)

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return self.list.list.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back, then read."""
        self.list.restore(state)
        self._read_strip()
