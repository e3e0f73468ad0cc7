"""What a person does with the money shown: accept, split, mark, take back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from domain.ports import BookReader
from domain.services.bank import Booking
from ui.context import AppContext
from ui.lists.footer import sums_text
from ui.marks import translate
from ui.receipts import acts
from ui.receipts.data import Case
from ui.receipts.draft import Draft
from ui.receipts.listing import InflowListPane
from ui.receipts.panel import AllocationPanel
from ui.receipts.today import sums_of
from ui.widgets.customer_edit import CustomerEdit


class Moves(QObject):
    """Acts on the case in the panel, and on the rows selected in the list.

    Signals:
        going: what is shown will leave the list; the next one is wanted.
        named: who paid, or who else, was said: the case is to be read again.
    """

    going = Signal()
    named = Signal()

    def __init__(
        self, ctx: AppContext, panel: AllocationPanel, listing: InflowListPane, asker: QObject
    ) -> None:
        super().__init__(asker)
        self.ctx, self.panel, self.list, self._asker = ctx, panel, listing, asker
        #: Who a person says has paid, and who else, by inflow.
        self.payers: dict[int, int] = {}
        self.added: dict[int, list[int]] = {}
        self._customer = CustomerEdit(ctx, name="receipts.ask.customer")
        self._customer.setMinimumWidth(220)
        self._customer.hide()
        self._customer.returnPressed.connect(panel.ask.answer)

    # accepting

    def can_accept(self) -> bool:
        """Whether Enter has something to book."""
        draft, case = self.panel.draft, self.panel.case
        if draft is None or case is None or case.voided or not draft.source.available:
            return False
        if draft.source.key is not None and not draft.source.customer_id:
            return False
        if case.inflow is not None and case.inflow.state in ("other", "void"):
            return False
        if self.panel.hold and self.panel.can_hold():
            return True
        return any(line.used for line in draft.lines())

    def accept(self) -> None:
        """Book what is shown."""
        draft, case = self.panel.draft, self.panel.case
        if draft is None or case is None or not self.can_accept():
            return
        if case.inflow is None:
            acts.allocate(self.ctx, draft.source, draft.uses(), self._asker, _nothing)
            return
        booking = self.booking(case, draft)
        if booking.hold or case.source.item_id is None or _is_used_up(draft):
            self.going.emit()

        def done(_result: object) -> None:
            self.payers.pop(booking.key, None)
            self.added.pop(booking.key, None)

        acts.book(self.ctx, booking, case.inflow, self._asker, done)

    def booking(self, case: Case, draft: Draft) -> Booking:
        """Return how what is shown is booked; a person's word on a bank line teaches."""
        proposal = self.panel.proposal()
        as_proposed = proposal is not None and not draft.touched()
        return Booking(
            key=draft.source.key or 0,
            customer_id=draft.source.customer_id,
            parts=draft.parts(),
            hold=self.panel.hold and not _is_used_up(draft),
            teach=case.source.item_id is None,
            rule=proposal.rule.value if proposal is not None and as_proposed else "manual",
        )

    # who paid

    def name_customer(self) -> None:
        """Ask which customer paid."""
        case = self.panel.case
        if case is None or case.source.key is None or not self.panel.can_name():
            return
        key = case.source.key

        def named(customer_id: int) -> None:
            self.payers[key] = customer_id
            self.added.pop(key, None)

        words = translate("Receipts", "Which customer paid this?")
        self._ask_customer(words, translate("Receipts", "Take this one"), named)

    def split(self) -> None:
        """Ask for another customer whose documents the same money pays."""
        case, draft = self.panel.case, self.panel.draft
        if case is None or draft is None or case.source.key is None or not self.can_split():
            return
        key, main = case.source.key, draft.source.customer_id

        def named(customer_id: int) -> None:
            mine = self.added.setdefault(key, [])
            if customer_id != main and customer_id not in mine:
                mine.append(customer_id)

        words = translate("Receipts", "Part of it is for another customer:")
        self._ask_customer(words, translate("Receipts", "Add its documents"), named)

    def can_split(self) -> bool:
        """Whether the money can be for several customers: only a bank line can."""
        draft = self.panel.draft
        return self.panel.can_name() and draft is not None and bool(draft.source.customer_id)

    def _ask_customer(self, words: str, do: str, named: Callable[[int], None]) -> None:
        self._customer.set_customer(None)
        self._customer.setAccessibleName(words)
        self._customer.setPlaceholderText(translate("Receipts", "Code or name"))

        def run() -> bool:
            found = self._customer.resolve()
            if found is None:
                return False
            named(found)
            self.named.emit()
            return True

        self.panel.question(words, do, run, editor=self._customer)

    # marks

    def _keys(self) -> list[int]:
        """Return the inflows selected in the list, else the one shown."""
        picked = self.list.list.view.selected_ids()
        case = self.panel.case
        shown = None if case is None else case.source.key
        if shown is None:
            return []
        return picked if shown in picked else [shown]

    def _state(self) -> str:
        case = self.panel.case
        return "" if case is None or case.inflow is None else case.inflow.state

    def can_mark_other(self) -> bool:
        """Whether what is shown is a bank line that could be non-trade, or is so marked."""
        return any(key > 0 for key in self._keys()) and self._state() in ("todo", "check", "other")

    def mark_other(self) -> None:
        """Mark as non-trade, or take the mark off."""
        keys = [key for key in self._keys() if key > 0]
        if not keys or not self.can_mark_other():
            return
        what = "open" if self._state() == "other" else "other"
        self.going.emit()
        acts.mark(self.ctx, keys, what, "", self._asker)

    def can_check(self) -> bool:
        """Whether what is shown can be put aside to be looked into."""
        return bool(self._keys()) and self._state() in ("todo", "check")

    def mark_check(self) -> None:
        """Put aside with a note, or take the mark off."""
        keys = self._keys()
        if not self.can_check():
            return
        if self._state() == "check":
            acts.mark(self.ctx, keys, "open", "", self._asker)
            return

        def run() -> bool:
            acts.mark(self.ctx, keys, "check", self.panel.ask.field.text().strip(), self._asker)
            return True

        words = translate("Receipts", "To be checked:")
        note = translate("Receipts", "What is to be found out")
        self.panel.question(words, translate("Receipts", "Put aside"), run, field=note)

    def hold(self) -> None:
        """Keep what is left as an advance, or leave it to be matched."""
        if self._state() == "held" and not self.panel.hold:
            acts.mark(self.ctx, self._keys(), "open", "", self._asker)
        else:
            self.panel.toggle_hold()

    def can_hold(self) -> bool:
        """Whether something could be kept as an advance."""
        return self._state() == "held" or self.panel.can_hold()

    # discount and rest

    def close_rest(self) -> None:
        """Take discount, write-off or charge of a line, or write off what was paid too much."""
        draft = self.panel.draft
        if draft is None or self.panel.close_rest():
            return
        if draft.source.item_id is not None and self._is_small(draft):
            acts.write_off_rest(self.ctx, draft.source, self._asker)

    def can_close(self) -> bool:
        """Whether something is offered besides money."""
        draft = self.panel.draft
        if draft is None:
            return False
        lines = draft.lines() if self.panel.can_allocate() else []
        offered = any(one.closed or one.offer or one.spare or one.kept for one in lines)
        return offered or (draft.source.item_id is not None and self._is_small(draft))

    def _is_small(self, draft: Draft) -> bool:
        return 0 < draft.source.available <= draft.limits.difference

    # taking back

    def can_undo(self) -> bool:
        """Whether something shown, or booked today, can be taken back."""
        return self._can_unbook() or bool(self.panel.live()) or self._last() is not None

    def _can_unbook(self) -> bool:
        case = self.panel.case
        if case is None or case.inflow is None or case.voided or case.source.item_id is None:
            return False
        return case.inflow.line_id is not None or bool(self.panel.live())

    def _last(self) -> int | None:
        return self.list.today.booked.operation_id

    def undo(self) -> None:
        """Say what will be taken back; a second U (or Enter) does it."""
        case, panel = self.panel.case, self.panel
        if panel.ask.purpose == "undo" and not panel.ask.isHidden():
            panel.ask.answer()
            return
        picked = panel.picked_allocation()
        if picked is not None:
            self.undo_allocation(picked)
        elif case is not None and case.inflow is not None and self._can_unbook():
            self._unbook(case)
        elif panel.live():
            self.undo_allocation(panel.live()[0])
        else:
            self.undo_last()

    def _ask_undo(self, words: str, run: Callable[[], Any]) -> None:
        def answer() -> bool:
            run()
            return True

        self.panel.question(words, translate("Receipts", "Undo"), answer, purpose="undo")

    def undo_allocation(self, row: Any) -> None:
        """Ask to undo one allocation."""
        case = self.panel.case
        base = "CNY" if case is None else case.base
        self._ask_undo(
            acts.undo_allocation_words(row, base),
            lambda: acts.undo_allocation(self.ctx, row, self._asker),
        )

    def _unbook(self, case: Case) -> None:
        inflow = case.inflow
        if inflow is None:
            return
        words = acts.undo_words(inflow, self.panel.live(), case.base)
        self._ask_undo(words, lambda: acts.unbook(self.ctx, inflow, self._asker, _nothing))

    def undo_last(self) -> None:
        """Ask to take back the newest act of today."""
        booked, operation = self.list.today.booked, self._last()
        if operation is None:
            return
        sums = sums_text(sums_of([row for row in booked.rows if row.key in booked.newest]))
        count = len(booked.newest)
        said = translate(
            "Receipts", "Takes back what was booked last: %n line(s), {sum}", None, count
        )
        self._ask_undo(
            said.format(sum=sums), lambda: acts.undo_batch(self.ctx, operation, self._asker)
        )

    # the row as the bank sent it

    def show_raw(self) -> None:
        """Show the original row, or put it away."""
        case, head = self.panel.case, self.panel.head
        if not head.raw.isHidden():
            head.show_raw(None)
            return
        line_id = self.line_id()
        if line_id is None or case is None:
            return
        key = case.source.key

        def read(reader: BookReader) -> str:
            return reader.line_raw(line_id)

        def here(text: str) -> None:
            shown = self.panel.case
            if shown is not None and shown.source.key == key:
                head.show_raw(text)

        self.ctx.query(read, here, asker=self)

    def line_id(self) -> int | None:
        """Return the bank line behind what is shown."""
        case = self.panel.case
        return None if case is None or case.inflow is None else case.inflow.line_id


def _nothing(_result: object) -> None:
    """Nothing more to do when it is booked: the refresh shows it."""


def _is_used_up(draft: Draft) -> bool:
    return draft.allocated() == draft.source.available
