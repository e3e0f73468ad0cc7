"""The form that says how one invoice is chased: as its customer, by a procedure, or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtWidgets import QComboBox, QLineEdit

from domain.changes import OperationResult
from domain.dunning_records import BLOCK_REASONS, DunningBlock
from domain.listing import ItemRow
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services import dunning_acts
from domain.services.dunning import choices, procedures
from ui import format as fmt
from ui.collections.words import held_reason
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import label
from ui.widgets.fields import DateEdit, Field, unclear_date
from ui.widgets.form import FormFrame

_N: Final = "invoices.chase"
_AS_CUSTOMER: Final = ""
_NOT: Final = "\x00not"


class _Now(NamedTuple):
    codes: tuple[str, ...]
    own: str
    block: Record[DunningBlock] | None


class ChaseForm(FormFrame):
    """What is chosen counts from the window's date until it is changed here again."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, _N)
        self._item: ItemRow | None = None
        self._now = _Now((), "", None)
        self.how, self.why = _combo("how"), _combo("why")
        self.note = QLineEdit()
        self.note.setObjectName(f"{_N}.note")
        self.until = DateEdit(None, ctx.today, name=f"{_N}.until")
        self.state = label("small", name=f"{_N}.state", wrap=True)
        self.lay_out(
            {
                "state": Field(self.state, lambda: translate("Invoices", "So far"), above=True),
                "how": Field(self.how, lambda: translate("Invoices", "This invoice"), above=True),
                "why": Field(self.why, lambda: translate("Invoices", "Reason"), above=True),
                "until": Field(self.until, lambda: translate("Invoices", "Until"), above=True),
                "note": Field(self.note, lambda: translate("Invoices", "Note"), above=True),
            }
        )
        self.how.currentIndexChanged.connect(lambda _at: self._show_fields())

    def start(self, item: ItemRow) -> None:
        """Show how an item is chased now."""
        day = self.ctx.as_of
        self._item = item
        self.title.setText(translate("Invoices", "Chasing: {number}").format(number=item.label))
        self.errors_shown({})
        self.note.clear()
        self.until.set_day(None)
        self.ctx.query(lambda reader: _now(reader, item, day), self._show, asker=self)
        self.how.setFocus()

    def _show(self, now: _Now) -> None:
        self._now = now
        self._words()
        self.how.setCurrentIndex(max(0, self.how.findData(now.own)))
        if now.block is not None:
            self.how.setCurrentIndex(self.how.findData(_NOT))
            self.why.setCurrentIndex(max(0, self.why.findData(now.block.value.reason)))
            self.until.set_day(now.block.ends_on)
            self.note.setText(now.block.value.note)
        self._show_fields()

    def _show_fields(self) -> None:
        held = self.how.currentData() == _NOT
        for name in ("why", "until", "note"):
            self.fields[name].setVisible(held)

    def submit(self) -> None:
        """Keep what was chosen."""
        item, how = self._item, self.how.currentData()
        unclear = how == _NOT and self.until.is_unclear()
        if self.errors_shown({"until": unclear_date()} if unclear else {}) or item is None:
            return
        block = None
        if how == _NOT:
            block = DunningBlock(reason=self.why.currentData(), note=self.note.text().strip())
        procedure = _AS_CUSTOMER if how == _NOT else how
        until = self.until.day() if how == _NOT else None
        day = self.ctx.as_of

        def keep(uow: UnitOfWork) -> OperationResult[int]:
            return dunning_acts.chase_item(
                uow, item.customer_id, item.id, day, procedure=procedure, block=block, until=until
            )

        said = translate("Invoices", "{number} is not chased for now")
        if block is None:
            said = translate("Invoices", "How {number} is chased was set")
        self.ctx.act(
            keep,
            asker=self,
            notice=said.format(number=item.label),
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    # words

    def _words(self) -> None:
        options = [
            (_AS_CUSTOMER, translate("Invoices", "Chased as its customer")),
            (_NOT, translate("Invoices", "Not to be chased")),
            *(
                (code, translate("Invoices", "By procedure {name}").format(name=code))
                for code in self._now.codes
            ),
        ]
        _fill(self.how, options)
        _fill(self.why, [(code, held_reason(code)) for code in BLOCK_REASONS])
        self.state.setText(self._told())

    def _told(self) -> str:
        block = self._now.block
        if block is None:
            own = self._now.own
            if own:
                return translate("Invoices", "By procedure {name}").format(name=own)
            return translate("Invoices", "Chased as its customer")
        told = [translate("Invoices", "Not to be chased"), held_reason(block.value.reason)]
        if block.ends_on is not None:
            until = translate("Invoices", "until {date}")
            told.append(until.format(date=fmt.day(block.ends_on, self.ctx.language)))
        return " · ".join(told)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Invoices", "Keep"))
        self._words()


def _now(reader: BookReader, item: ItemRow, day: date) -> _Now:
    return _Now(
        tuple(procedures(reader)),
        choices(reader, day).by_item.get(item.id, _AS_CUSTOMER),
        dunning_acts.item_block(reader, item.customer_id, item.id, day),
    )


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(f"{_N}.{name}")
    return made


def _fill(combo: QComboBox, options: Iterable[tuple[str, str]]) -> None:
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for value, words in options:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
    combo.blockSignals(False)
