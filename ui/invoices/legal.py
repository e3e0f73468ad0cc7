"""The form that records what starts a debt's limitation anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox

from domain.changes import OperationResult
from domain.legal_event import (
    FILINGS,
    NOTICES,
    RECORDED,
    Channel,
    EventKind,
    LegalEvent,
    Strength,
    proof,
)
from domain.listing import ItemRow
from domain.ports import BookReader
from domain.services import legal
from domain.services.legal import ItemClock
from ui import legal_words as words
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.widgets.basic import column, line_edit, pane
from ui.widgets.event_list import EventList, undoable
from ui.widgets.fields import DateEdit, Field, needed, unclear_date
from ui.widgets.form import FormFrame
from ui.widgets.scan_edit import ScanEdit

_N: Final = "invoices.legal"


class LegalForm(FormFrame):
    """One form for all kinds of events; it shows the fields that the kind has."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, _N)
        self.places = {"legal.bad_dates": "on"}
        self._item: ItemRow | None = None
        self.kind = _combo("kind")
        self.on = DateEdit(ctx.today, ctx.today, name=f"{_N}.date")
        self.channel = _combo("channel")
        self.arrived = DateEdit(None, ctx.today, name=f"{_N}.arrived")
        self.number = line_edit(f"{_N}.number")
        self.signed = line_edit(f"{_N}.signed")
        self.scan = ScanEdit(ctx, name=f"{_N}.scan")
        self.strength = _combo("strength")
        self.whole = QCheckBox()
        self.whole.setObjectName(f"{_N}.whole")
        self.note = line_edit(f"{_N}.note")
        self.events = EventList(ctx, f"{_N}.events")
        self.lay_out(self._made_fields())
        self.body.addWidget(pane(column(self.events, margins=(16, 0, 16, 14)), role="raised"))
        self._wire()

    def _made_fields(self) -> dict[str, Field]:
        return {
            "kind": Field(self.kind, lambda: translate("Legal", "What happened"), above=True),
            "on": Field(self.on, self._day_words, above=True),
            "channel": Field(self.channel, lambda: translate("Legal", "Sent by"), above=True),
            "arrived": Field(self.arrived, lambda: translate("Legal", "Arrived on"), above=True),
            "number": Field(self.number, self._number_words, above=True),
            "signed_by": Field(self.signed, lambda: translate("Legal", "Signed by"), above=True),
            "scan": Field(self.scan, lambda: translate("Legal", "Scan"), above=True),
            "strength": Field(
                self.strength,
                lambda: translate("Legal", "Proof"),
                above=True,
                hint=self._advice,
            ),
            "whole": Field(self.whole, lambda: translate("Legal", "Concerns"), above=True),
            "note": Field(self.note, lambda: translate("Legal", "Note"), above=True),
        }

    def _wire(self) -> None:
        self.kind.activated.connect(lambda _place: self._show_kind())
        self.channel.activated.connect(lambda _place: self._propose())
        for edit in (self.number, self.signed):
            edit.textChanged.connect(lambda _text: self._propose())
        self.arrived.textChanged.connect(lambda _text: self._propose())
        self.scan.changed.connect(self._propose)

    # words

    def _advice(self) -> str:
        only = translate("Legal", "Only strong proof moves the last safe day.")
        space = "" if self.ctx.language == "zh" else " "
        return f"{only}{space}{words.no_advice(self.ctx.language)}"

    def _day_words(self) -> str:
        kind = self.chosen()
        if kind in NOTICES:
            return translate("Legal", "Sent on")
        if kind in FILINGS:
            return translate("Legal", "Filed on")
        return translate("Legal", "Happened on")

    def _number_words(self) -> str:
        if self.chosen() in FILINGS:
            return translate("Legal", "Case number")
        return translate("Legal", "Number of the mail")

    # what is chosen

    def chosen(self) -> EventKind:
        """Return the kind of event chosen."""
        found = self.kind.currentData()
        return EventKind(found) if found else EventKind.PROMISE_WRITTEN

    def start(self, item: ItemRow) -> None:
        """Show the form for an item, with what was recorded of it."""
        fresh = self._item is None or self._item.id != item.id
        self._item = item
        if fresh:
            self.on.set_day(self.ctx.today)
            self.arrived.set_day(None)
            for edit in (self.number, self.signed, self.note):
                edit.clear()
            self.scan.clear()
            self.whole.setChecked(False)
        self.title.setText(translate("Legal", "Limitation of {number}").format(number=item.label))
        self.errors_shown({})
        self._show_kind()
        self.read()
        self.kind.setFocus()

    def read(self) -> None:
        """Read what was recorded of the item."""
        item, as_of = self._item, self.ctx.as_of
        if item is None:
            return

        def read(reader: BookReader) -> ItemClock | None:
            return legal.item_clock(reader, item, as_of)

        def here(found: ItemClock | None) -> None:
            if self._item is item:
                self.events.show_rows(found.events if found else ())

        self.ctx.query(read, here, asker=self)

    def _show_kind(self) -> None:
        kind = self.chosen()
        notice, filing = kind in NOTICES, kind in FILINGS
        for name in ("channel", "arrived"):
            self.fields[name].setVisible(notice)
        self.fields["number"].setVisible(notice or filing)
        self.fields["signed_by"].setVisible(not filing)
        for field in self.fields.values():
            field.retranslate()
        self._propose()

    def _event(self) -> LegalEvent | None:
        """Return what is typed as an event, None while the day or item is missing."""
        item, on, kind = self._item, self.on.day(), self.chosen()
        if item is None or on is None:
            return None
        notice, filing = kind in NOTICES, kind in FILINGS
        return LegalEvent(
            kind=kind,
            customer_id=item.customer_id,
            happened_on=on,
            arrived_on=self.arrived.day() if notice else None,
            channel=Channel(self.channel.currentData()) if notice else None,
            number=self.number.text().strip() if notice or filing else "",
            signed_by="" if filing else self.signed.text().strip(),
            note=self.note.text().strip(),
            file=self.scan.file,
            sha256=self.scan.sha256,
            item_ids=() if self.whole.isChecked() else (item.id,),
        )

    def _propose(self) -> None:
        """Say how well what is typed is proved, where nothing else was chosen."""
        event, language = self._event(), self.ctx.language
        proposed = Strength.NONE if event is None else proof(event)
        said = translate("Legal", "As recorded: {strength}")
        told = said.format(strength=words.strength(proposed, language).lower())
        if self.strength.count():
            self.strength.setItemText(0, told)

    def submit(self) -> None:
        """Record the event."""
        event = self._event()
        errors = {}
        if event is None:
            errors["on"] = unclear_date()
        elif event.kind in NOTICES and event.arrived_on is None:
            unclear = self.arrived.is_unclear()
            errors["arrived"] = unclear_date() if unclear else needed()
        if self.errors_shown(errors) or event is None:
            return
        chosen = self.strength.currentData()
        self.ctx.act(
            legal.record_event,
            event,
            self.ctx.today,
            strength=Strength(chosen) if chosen else None,
            content=self.scan.content,
            asker=self,
            notice=self._told,
            done=self._recorded,
            failed=self.refused,
        )

    def _told(self, result: OperationResult[int]) -> Notice:
        said = translate("Legal", "Recorded; the last safe day follows from it")
        return undoable(self.ctx, said, result)

    def _recorded(self, _result: OperationResult[int]) -> None:
        self._item = None
        self.submitted.emit()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        language = self.ctx.language
        kinds = {kind.value: words.kind(kind, language) for kind in RECORDED}
        # Payments come in by themselves; what is typed is mostly what the debtor wrote.
        _offer(self.kind, kinds, EventKind.PROMISE_WRITTEN.value)
        _offer(self.channel, {way.value: words.channel(way, language) for way in Channel})
        proofs = {one.value: words.strength(one, language) for one in Strength}
        _offer(self.strength, {"": "", **proofs})
        self.whole.setText(translate("Legal", "All that the customer owed by then"))
        self.do.set_words(translate("Legal", "Record"))
        self.scan.retranslate()
        self.events.retranslate()
        super().retranslate()
        self._show_kind()


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(f"{_N}.{name}")
    return box


def _offer(box: QComboBox, options: Mapping[str, str], first: str = "") -> None:
    """Fill a box with values and words, keeping what is chosen."""
    kept = box.currentData()
    box.clear()
    for value, said in options.items():
        box.addItem(said, value)
    box.setCurrentIndex(max(0, box.findData(first if kept is None else kept)))
