"""The form that records how a paper was sent, what came of it, and what came back signed."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from domain.changes import OperationResult
from domain.legal_event import NOTICES, Channel, LegalEvent, LegalEventRow
from domain.listing import PaperRow
from domain.ports import BookReader
from domain.services import legal
from domain.services.legal import Delivery, Reply
from ui import legal_words as words
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.widgets.basic import column, label, pane
from ui.widgets.event_list import EventList, undoable
from ui.widgets.fields import DateEdit, Field, needed, unclear_date
from ui.widgets.form import FormFrame
from ui.widgets.scan_edit import ScanEdit

SEND: Final = "send"
REPLY: Final = "reply"
#: Fields of each act beside scan and note.
_SHOWN: Final = {
    SEND: ("channel", "number", "sent", "arrived", "returned", "signed_by"),
    REPLY: ("signed_on", "signed_by", "promises"),
}


class DeliveryForm(FormFrame):
    """One form for both acts; it shows the fields that the act needs."""

    def __init__(self, ctx: AppContext, name: str) -> None:
        super().__init__(ctx, name)
        self.setMaximumWidth(16_777_215)
        self.places = {"legal.bad_dates": "sent"}
        self.act = SEND
        self._paper: PaperRow | None = None
        self.about = label("small", name=f"{name}.about", wrap=True)
        self.channel = QComboBox()
        self.channel.setObjectName(f"{name}.channel")
        self.number = _edit(f"{name}.number")
        self.sent = DateEdit(ctx.today, ctx.today, name=f"{name}.sent")
        self.arrived = DateEdit(None, ctx.today, name=f"{name}.arrived")
        self.returned = DateEdit(None, ctx.today, name=f"{name}.returned")
        self.signed_on = DateEdit(ctx.today, ctx.today, name=f"{name}.signed_on")
        self.signed = _edit(f"{name}.signed")
        self.promises = QCheckBox()
        self.promises.setObjectName(f"{name}.promises")
        self.scan = ScanEdit(ctx, name=f"{name}.scan")
        self.note = _edit(f"{name}.note")
        self.events = EventList(ctx, f"{name}.events")
        self.body.addWidget(pane(column(self.about, margins=(16, 14, 16, 0)), role="raised"))
        self.lay_out(self._made_fields())
        self.body.addWidget(pane(column(self.events, margins=(16, 0, 16, 14)), role="raised"))

    def _made_fields(self) -> dict[str, Field]:
        return {
            "channel": Field(self.channel, lambda: translate("Legal", "Sent by"), above=True),
            "number": Field(
                self.number, lambda: translate("Legal", "Number of the mail"), above=True
            ),
            "sent": Field(self.sent, lambda: translate("Legal", "Sent on"), above=True),
            "arrived": Field(self.arrived, lambda: translate("Legal", "Arrived on"), above=True),
            "returned": Field(
                self.returned, lambda: translate("Legal", "Came back on"), above=True
            ),
            "signed_on": Field(self.signed_on, lambda: translate("Legal", "Signed on"), above=True),
            "signed_by": Field(self.signed, lambda: translate("Legal", "Signed by"), above=True),
            "promises": Field(
                self.promises, lambda: translate("Legal", "The reply slip"), above=True
            ),
            "scan": Field(self.scan, lambda: translate("Legal", "Scan"), above=True),
            "note": Field(self.note, lambda: translate("Legal", "Note"), above=True),
        }

    # what is shown

    def start(self, act: str, paper: PaperRow) -> None:
        """Show the form of an act for a paper, with what was recorded before."""
        fresh = self._paper is None or (self._paper.id, self.act) != (paper.id, act)
        self.act, self._paper = act, paper
        if fresh:
            self._clear()
        self.title.setText(paper.number)
        for name, field in self.fields.items():
            field.setVisible(name in (*_SHOWN[act], "scan", "note"))
        self.places = {"legal.bad_dates": "sent" if act == SEND else "signed_on"}
        self.retranslate()
        self.errors_shown({})
        self.read(fill=fresh)
        (self.channel if act == SEND else self.signed_on).setFocus()

    def _clear(self) -> None:
        for edit in (self.number, self.signed, self.note):
            edit.clear()
        for day in (self.arrived, self.returned):
            day.set_day(None)
        self.sent.set_day(self.ctx.today)
        self.signed_on.set_day(self.ctx.today)
        self.promises.setChecked(False)
        self.scan.clear()

    def read(self, *, fill: bool = False) -> None:
        """Read what was recorded of the paper; ``fill`` goes on from its last sending."""
        paper = self._paper
        if paper is None:
            return
        paper_id = paper.id

        def read(reader: BookReader) -> list[LegalEventRow]:
            return reader.legal_events(paper_id=paper_id)

        def here(rows: list[LegalEventRow]) -> None:
            if self._paper is None or self._paper.id != paper_id:
                return
            self.events.show_rows(rows)
            sendings = [row.event for row in rows if row.event.kind in NOTICES]
            if fill and sendings and self.act == SEND:
                self._fill(sendings[-1])

        self.ctx.query(read, here, asker=self)

    def _fill(self, told: LegalEvent) -> None:
        place = self.channel.findData(told.channel.value if told.channel else "")
        self.channel.setCurrentIndex(max(0, place))
        self.number.setText(told.number)
        self.sent.set_day(told.happened_on)
        self.arrived.set_day(told.arrived_on)
        self.returned.set_day(told.returned_on)
        self.signed.setText(told.signed_by)
        self.note.setText(told.note)
        self.scan.show_scan(told.file, told.sha256)

    # recording

    def submit(self) -> None:
        """Record the sending or the reply."""
        if self._paper is None or self.errors_shown(self._errors()):
            return
        sending = self.act == SEND
        self.ctx.act(
            legal.record_delivery if sending else legal.record_reply,
            self._paper.id,
            self._delivery() if sending else self._reply(),
            self.ctx.today,
            asker=self,
            notice=self._told,
            done=self._recorded,
            failed=self.refused,
        )

    def _errors(self) -> dict[str, str]:
        """Return what cannot be used, by field."""
        shown = _SHOWN[self.act]
        days = {"sent": self.sent, "arrived": self.arrived, "returned": self.returned}
        days["signed_on"] = self.signed_on
        must = ("sent", "signed_on")
        errors = {
            name: unclear_date()
            for name, edit in days.items()
            if name in shown and (edit.is_unclear() or (name in must and edit.day() is None))
        }
        if self.act == REPLY and not self.signed.text().strip():
            errors["signed_by"] = needed()
        return errors

    def _delivery(self) -> Delivery:
        return Delivery(
            channel=Channel(self.channel.currentData()),
            sent_on=self.sent.day() or self.ctx.today,
            number=self.number.text().strip(),
            arrived_on=self.arrived.day(),
            returned_on=self.returned.day(),
            signed_by=self.signed.text().strip(),
            note=self.note.text().strip(),
            file=self.scan.file,
            sha256=self.scan.sha256,
            content=self.scan.content,
        )

    def _reply(self) -> Reply:
        return Reply(
            signed_on=self.signed_on.day() or self.ctx.today,
            signed_by=self.signed.text().strip(),
            promises=self.promises.isChecked(),
            note=self.note.text().strip(),
            file=self.scan.file,
            sha256=self.scan.sha256,
            content=self.scan.content,
        )

    def _told(self, result: OperationResult[int]) -> Notice:
        said = translate("Legal", "The sending is recorded")
        if self.act == REPLY:
            said = translate("Legal", "The signed reply is recorded")
        return undoable(self.ctx, said, result)

    def _recorded(self, _result: OperationResult[int]) -> None:
        self._paper = None
        self.submitted.emit()

    # words

    def retranslate(self) -> None:
        """Set every text in the current language."""
        language, kept = self.ctx.language, self.channel.currentData()
        self.channel.clear()
        for way in Channel:
            self.channel.addItem(words.channel(way.value, language), way.value)
        self.channel.setCurrentIndex(max(0, self.channel.findData(kept)))
        self.promises.setText(translate("Legal", "It agrees to pay by a day"))
        self.do.set_words(translate("Legal", "Record"))
        self.about.setText(self._about_words())
        self.scan.retranslate()
        self.events.retranslate()
        super().retranslate()

    def _about_words(self) -> str:
        """Return what the act means for the limitation."""
        if self.act == REPLY:
            said = translate(
                "Legal",
                "A statement signed alone is weak proof; one that agrees to pay starts the "
                "limitation anew.",
            )
        elif self._paper is not None and self._paper.kind == "statement":
            said = translate(
                "Legal", "A statement that arrives does not demand payment; signed, it may count."
            )
        else:
            said = translate(
                "Legal", "A letter starts the limitation anew on the day it provably arrives."
            )
        space = "" if self.ctx.language == "zh" else " "
        return f"{said}{space}{words.no_advice(self.ctx.language)}"


def _edit(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made
