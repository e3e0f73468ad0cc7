"""The pane beside the register: a bill's facts, deadlines, what happened, what may come next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from domain.bill import (
    PRESENT_DAYS,
    Bill,
    BillEvent,
    BillState,
    Deadlines,
    EventKind,
    allowed,
    deadlines,
    until,
)
from domain.errors import NotFound
from domain.listing import BillRow
from domain.ports import BookReader
from ui import format as fmt
from ui.acts import Act
from ui.bills import words
from ui.bills.columns import money
from ui.bills.timeline import Timeline
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.facts import Facts
from ui.widgets.inspector import InspectorFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPage:
    """A bill with everything its pane shows, as of a date."""

    row: BillRow
    as_of: date
    bill: Bill
    events: tuple[BillEvent, ...]
    parts: tuple[BillRow, ...] = ()
    whole: BillRow | None = None
    later: bool = False

    @property
    def next(self) -> tuple[EventKind, ...]:
        """What may happen to it next; nothing where more has happened since the day shown."""
        if self.later:
            return ()
        return allowed(self.bill, BillState(self.row.state), self.as_of)

    @property
    def obvious(self) -> EventKind | None:
        """The step that is due now, None where nothing presses."""
        near = (self.row.due_on - self.as_of).days <= PRESENT_DAYS
        return {
            BillState.IN_HAND: EventKind.PRESENTED if near else None,
            BillState.PRESENTED: EventKind.PAID,
            BillState.DISHONOURED: EventKind.RECOURSE,
            BillState.RECOURSE: EventKind.RECOVERED,
        }.get(BillState(self.row.state))

    def deadlines(self) -> Deadlines | None:
        """Return its deadlines after a refusal, None without one."""
        return deadlines(self.bill, self.events)


def read_page(reader: BookReader, bill_id: int, as_of: date) -> BillPage:
    """Read a bill as of a date.

    Raises:
        NotFound: there is none, or not yet.
    """
    bills = reader.bills
    row = bills.one(bill_id, as_of)
    whole = None if row.split_of_id is None else bills.one(row.split_of_id, as_of)
    every = bills.events(bill_id)
    return BillPage(
        row=row,
        as_of=as_of,
        bill=bills.bill(bill_id),
        events=tuple(until(every, as_of)),
        later=until(every, as_of) != every,
        parts=tuple(bills.parts(bill_id, as_of)),
        whole=whole,
    )


class BillInspector(InspectorFrame):
    """Follows the current row.

    Signals:
        shown: another bill is shown, or other facts of it (``BillPage`` or None).
        asked: another bill is to be shown (its id).
    """

    shown = Signal(object)
    asked = Signal(int)

    def __init__(self, ctx: AppContext, acts: Mapping[EventKind, Act], undo: Act) -> None:
        super().__init__("bills.inspector", can_open=False)
        self.ctx = ctx
        self.page: BillPage | None = None
        self._wanted: int | None = None
        self._amount = label("number", name="bills.inspector.amount")
        self._chips = Chips()
        self._number = label("small", name="bills.inspector.number")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._customer = Button(name="bills.inspector.customer", kind="link")
        self._facts, self._dates = Facts(), Facts()
        self._dates_title, self._next_title = label("heading"), label("heading")
        self._events_title, self._parts_title = label("heading"), label("heading")
        self._links = column(gap=2)
        self._timeline = Timeline("bills.events")
        self._nothing = label("label", wrap=True)
        self._grid = QGridLayout()
        self._buttons = {kind: Button.of(act) for kind, act in acts.items()}
        self._fill()
        self.foot_row.addWidget(Button.of(undo, kind="flat"))
        self.foot_row.addStretch(1)
        self._customer.clicked.connect(self._go_customer)
        self._show(None)

    def _fill(self) -> None:
        head = row(self._amount, None, self._chips)
        number = row(self._number, None)
        top = column(head, row(self._customer, None), number, margins=(16, 14, 16, 12), gap=4)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // 2, place % 2)
        self._next_box = self._section(self._next_title, self._grid)
        self._dates_box = self._section(self._dates_title, self._dates)
        self._parts_box = self._section(self._parts_title, self._links)
        facts = column(self._facts, margins=(16, 12, 16, 12))
        events = column(self._events_title, 6, self._timeline, margins=(16, 10, 16, 12))
        self._content = pane(
            column(
                top, self._next_box, self._dates_box, line(), facts, self._parts_box, line(),
                events, None,
            ),
            role="raised",
        )  # fmt: skip
        self._blank = pane(column(self._nothing, None, margins=(16, 16, 16, 16)), role="raised")
        self.body.addWidget(self._content)
        self.body.addWidget(self._blank)

    def _section(self, title: QWidget, inside: object) -> QWidget:
        return pane(
            column(line(), column(title, 6, inside, margins=(16, 10, 16, 12))), role="raised"
        )

    # what is shown

    def show_bill(self, bill_id: int | None) -> None:
        """Read and show a bill; nothing where none is current."""
        self._wanted = bill_id
        if bill_id is None:
            self._show(None)
            return
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> BillPage | None:
            try:
                return read_page(reader, bill_id, as_of)
            except NotFound:
                return None

        def here(found: BillPage | None) -> None:
            if self._wanted == bill_id:
                self._show(found)

        self.ctx.query(read, here, asker=self)

    def is_here(self) -> bool:
        """Whether the bill asked for is the one shown: it may still be on its way."""
        return self.page is not None and self.page.row.id == self._wanted

    def reload(self) -> None:
        """Read the bill shown again."""
        self.show_bill(self._wanted)

    def _show(self, page: BillPage | None) -> None:
        self.page = page
        self._content.setVisible(page is not None)
        self._blank.setVisible(page is None)
        self.foot.setVisible(page is not None)
        self.shown.emit(page)
        if page is None:
            self.title.setText(translate("Bills", "Nothing chosen"))
            return
        one = page.row
        self.title.setText(words.short(one.number))
        self._number.setText(words.grouped(one.number))
        self._amount.setText(money(one.amount, one.currency))
        self._chips.set_chips(words.chips(one, self.ctx.as_of)[:2])
        self._customer.set_words(words.customer(one, self.ctx.language))
        self._facts.show_facts(fact_lines(page, self.ctx.as_of, self.ctx.language))
        self._show_dates(page)
        self._show_links(page)
        self._show_next(page)
        part = one.split_of_id is not None
        self._timeline.show_events(page.events, one.currency, self.ctx.language, part=part)

    def _show_dates(self, page: BillPage) -> None:
        found = page.deadlines()
        open_ = page.row.state in (BillState.DISHONOURED, BillState.RECOURSE)
        self._dates_box.setVisible(found is not None and open_)
        if found is not None:
            lines = deadline_lines(found, self.ctx.as_of, self.ctx.language)
            tones = _late(found, lines, self.ctx.as_of)
            # Whoever claims recourse has told the party before.
            told = page.row.state != BillState.DISHONOURED
            self._dates.show_facts(lines[1:] if told else lines, tones)

    def _show_links(self, page: BillPage) -> None:
        while (item := self._links.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        related = [*page.parts, *([page.whole] if page.whole is not None else [])]
        self._parts_box.setVisible(bool(related))
        for one in related:
            button = Button(name=f"bills.inspector.part.{one.id}", kind="link")
            button.set_words(f"{one.part} · {money(one.amount, one.currency)}")
            button.clicked.connect(lambda _on=False, key=one.id: self.asked.emit(key))
            holder = QWidget()
            state = label("small", words.state(one.state))
            holder.setLayout(row(button, None, state))
            self._links.addWidget(holder)

    def _show_next(self, page: BillPage) -> None:
        kinds = [kind for kind in page.next if kind in self._buttons]
        for kind, button in self._buttons.items():
            self._grid.removeWidget(button)
            button.setVisible(kind in kinds)
        for place, kind in enumerate(kinds):
            button = self._buttons[kind]
            button.set_kind("primary" if kind is page.obvious else "outline")
            self._grid.addWidget(button, place // 2, place % 2)
        self._next_box.setVisible(bool(kinds))

    def _go_customer(self) -> None:
        if self.page is not None:
            self.ctx.navigate(f"customer/{self.page.row.customer_id}")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._next_title.setText(translate("Bills", "Next"))
        self._dates_title.setText(translate("Bills", "Deadlines"))
        self._events_title.setText(translate("Bills", "What happened"))
        self._parts_title.setText(translate("Bills", "Parts and whole"))
        self._nothing.setText(
            translate("Bills", "Choose a bill to see where it is and what may come next.")
        )
        self._show(self.page)


def fact_lines(page: BillPage, as_of: date, language: str) -> list[tuple[str, str]]:
    """Return label and value of what matters about a bill."""
    one = page.row
    days = (one.due_on - as_of).days
    left = translate("Bills", "%n day(s) left", None, days) if days > 0 else ""
    due = fmt.day(one.due_on, language)
    return [
        (translate("Bills", "Sub-range"), one.part),
        (translate("Bills", "Kind"), words.kind(one.kind, long=True)),
        (translate("Bills", "Acceptor"), one.acceptor),
        (translate("Bills", "Acceptor's bank"), one.acceptor_bank),
        (translate("Bills", "Drawer"), one.drawer),
        (translate("Bills", "Issued"), fmt.day(one.issued_on, language)),
        (translate("Bills", "Due"), f"{due} · {left}" if left else due),
        (translate("Bills", "Present by"), fmt.day(one.present_by, language)),
        (translate("Bills", "Received"), fmt.day(one.received_on, language)),
        (translate("Bills", "Receipt"), one.receipt_number or translate("Bills", "none: opening")),
        (
            translate("Bills", "Recourse exposure"),
            money(one.exposed, one.currency) if one.exposed else "",
        ),
        (translate("Bills", "Note"), one.note),
    ]


def deadline_lines(found: Deadlines, as_of: date, language: str) -> list[tuple[str, str]]:
    """Return the last days after a refusal, with the days left."""

    def said(on: date | None) -> str:
        if on is None:
            return translate("Bills", "lost: presented too late")
        days = (on - as_of).days
        if days < 0:
            return translate("Bills", "{date}, passed").format(date=fmt.day(on, language))
        left = translate("Bills", "%n day(s)", None, days)
        return f"{fmt.day(on, language)} · {left}"

    return [
        (translate("Bills", "Notify by"), said(found.notify_by)),
        (translate("Bills", "Recourse by"), said(found.recourse_by)),
        (translate("Bills", "Acceptor until"), said(found.acceptor_by)),
    ]


def _late(found: Deadlines, lines: Sequence[tuple[str, str]], as_of: date) -> dict[str, str]:
    """Return the tones of deadlines: passed or lost red, within ten days amber."""
    tones = {}
    days = (found.notify_by, found.recourse_by, found.acceptor_by)
    for (name, _value), on in zip(lines, days, strict=True):
        left = -1 if on is None else (on - as_of).days
        tones[name] = "red" if left < 0 else ("amber" if left <= 10 else "")
    return tones
