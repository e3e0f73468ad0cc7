"""Naming the columns of a bank's table that nobody has seen before; it is known from then on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from domain.reading.bank import BankMapping, from_json
from ui import import_fields
from ui.context import AppContext
from ui.marks import translate
from ui.receipts.taking import Unnamed
from ui.widgets.basic import column, label, line, line_edit, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.fields import Field
from ui.widgets.text_table import TextTable

#: How money stands in a table → the columns that tell it.
_SIGNS: Final = {
    "sides": ("credit", "debit"),
    "signed": ("amount",),
    "direction": ("amount", "direction"),
}
_LABELS: Final = 152
_MONEY: Final = frozenset(one for fields in _SIGNS.values() for one in fields)
_FIELDS: Final = (
    *("date", "credit", "debit", "amount", "direction", "name", "account", "bank"),
    *("text", "serial", "balance"),
)


class NamingPane(QWidget):
    """Fields with the column each is taken from, over the first rows of the table.

    Signals:
        named: the columns are named: the table (``Unnamed``), the mapping, the name to keep it by.
        closed: leave it at that.
    """

    named = Signal(object, object, str)
    closed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.table: Unnamed | None = None
        self._boxes: dict[str, QComboBox] = {}
        self._labels: dict[str, QWidget] = {}
        self._title = label("subhead", name="receipts.naming.title")
        self._about = label("small", wrap=True)
        self.sign = Choice("segment", name="receipts.naming.sign")
        self.order = QComboBox()
        self.order.setObjectName("receipts.naming.date_order")
        self.own = line_edit("receipts.naming.own_account")
        self.name = line_edit("receipts.naming.name")
        self.problem = label("error", name="receipts.naming.problem", wrap=True)
        self.samples = TextTable("receipts.naming.samples")
        self.do = Button(name="receipts.naming.do", kind="primary", icon="check")
        self.do.set_key("Ctrl+Enter")
        self.leave = Button(name="receipts.naming.close", key="Esc")
        self._grid = QGridLayout()
        self._fields = {
            "order": Field(
                self.order,
                lambda: translate("Import", "Order of day and month"),
                label_width=_LABELS,
            ),
            "own": Field(self.own, self._own_words, label_width=_LABELS),
            "name": Field(
                self.name, lambda: translate("Import", "Keep this one as"), label_width=_LABELS
            ),
        }
        self._build()
        self._wire()

    def _own_words(self) -> str:
        return import_fields.field_name("own_account", self.ctx.language, "bank")

    def _build(self) -> None:
        self._grid.setContentsMargins(16, 4, 16, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        for at in (1, 3):
            self._grid.setColumnStretch(at, 1)
        self._grid.setColumnMinimumWidth(0, _LABELS - 12)
        head = pane(column(self._title, self._about, margins=(16, 12, 16, 10), gap=4))
        choose = row(self.sign, None, margins=(16, 10, 16, 6))
        more = column(*self._fields.values(), margins=(16, 6, 16, 8), gap=6)
        inside = pane(column(choose, self._grid, more, None))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        told = pane(row(self.problem, margins=(16, 4, 16, 4)))
        acts = pane(row(self.do, self.leave, None, margins=(16, 0, 16, 0)), height=44)
        self.samples.setFixedHeight(28 * 4)
        layout = column(head, line(), area, told, line(), self.samples, line(), acts)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.sign.chosen.connect(self._sign_chosen)
        self.order.activated.connect(lambda _at: self._edited())
        self.own.textEdited.connect(lambda _text: self._edited())
        self.do.clicked.connect(self.submit)
        self.leave.clicked.connect(self.closed)

    # filling

    def show_table(self, table: Unnamed) -> None:
        """Show a table with what was recognised of it."""
        self.table = table
        self.name.setText(table.file.stem)
        sign = table.mapping.get("sign")
        self.sign.set_value(sign if sign in _SIGNS else "sides")
        constants = table.mapping.get("constants", {})
        self.own.setText(str(constants.get("own_account", "")))
        self._fill_boxes(table)
        self.retranslate()
        self._place()
        self._edited()

    def _fill_boxes(self, table: Unnamed) -> None:
        for old in (*self._boxes.values(), *self._labels.values()):
            self._grid.removeWidget(old)
            old.deleteLater()
        self._boxes.clear()
        self._labels.clear()
        for field in _FIELDS:
            words = import_fields.field_name(field, self.ctx.language, "bank")
            told = label("label", f"{words} *" if field == "date" else words)
            box = self._box(field, table)
            box.setAccessibleName(words)
            told.setBuddy(box)
            self._boxes[field], self._labels[field] = box, told

    def _place(self) -> None:
        """Put the fields that the way of telling in from out needs into two columns."""
        used = _SIGNS[self.sign.value()]
        wanted = [name for name in _FIELDS if name in used or name not in _MONEY]
        for name in _FIELDS:
            for part in (self._labels[name], self._boxes[name]):
                self._grid.removeWidget(part)
                part.setVisible(name in wanted)
        for place, name in enumerate(wanted):
            at, side = place // 2, 2 * (place % 2)
            self._grid.addWidget(self._labels[name], at, side)
            self._grid.addWidget(self._boxes[name], at, side + 1)

    def _box(self, field: str, table: Unnamed) -> QComboBox:
        """Return the columns to choose from, each with its first value."""
        box = QComboBox()
        box.setObjectName(f"receipts.naming.{field}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(14)
        box.addItem("—", "")
        source = table.mapping.get("columns", {}).get(field, "")
        first = table.samples[0] if table.samples else ()
        for at, head in enumerate(table.headers):
            cell = first[at] if at < len(first) else ""
            if head:
                box.addItem(f"{head}   ·   {cell}" if cell else head, head)
        if isinstance(source, list):
            box.addItem(" + ".join(map(str, source)), json.dumps(source, ensure_ascii=False))
            source = json.dumps(source, ensure_ascii=False)
        box.setCurrentIndex(max(0, box.findData(source)))
        box.activated.connect(lambda _at: self._edited())
        return box

    # reading back

    def mapping(self) -> dict[str, Any]:
        """Return the mapping as it is saved."""
        table = self.table
        if table is None:
            return {}
        sign = self.sign.value()
        others = _MONEY - set(_SIGNS[sign])
        chosen = {name: str(box.currentData() or "") for name, box in self._boxes.items()}
        columns = {
            name: head if head in table.headers else json.loads(head)
            for name, head in chosen.items()
            if head and name not in others
        }
        constants = dict(table.mapping.get("constants", {}))
        constants.pop("own_account", None)
        if self.own.text().strip():
            constants["own_account"] = self.own.text().strip()
        made: dict[str, Any] = {
            **{key: table.mapping[key] for key in _KEPT if key in table.mapping},
            "columns": columns,
            "constants": constants,
            "sign": sign,
            "date_order": self.order.currentData() or None,
            "sheet": table.sheet,
            "headers": [head for head in table.headers if head],
        }
        return {"kind": "bank", **{key: value for key, value in made.items() if value}}

    def missing(self) -> tuple[str, ...]:
        """Return the fields without which no row can be read."""
        found = from_json(self.mapping())
        return found.missing() if isinstance(found, BankMapping) else ("date",)

    def _sign_chosen(self, _sign: str) -> None:
        self._place()
        self._edited()

    def _edited(self) -> None:
        missing = self.missing()
        self.do.setEnabled(not missing)
        names = (import_fields.field_name(one, self.ctx.language, "bank") for one in missing)
        said = translate("Receipts", "Still to be named: {fields}")
        told = said.format(fields=translate("Receipts", ", ").join(names))
        self.problem.setText(told if missing else "")

    def submit(self) -> None:
        """Read the table as named, and keep the mapping."""
        if self.table is not None and not self.missing():
            name = self.name.text().strip() or self.table.file.stem
            self.named.emit(self.table, self.mapping(), name)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.do.set_words(translate("Receipts", "Read it and remember"))
        self.leave.set_words(translate("Receipts", "Back"))
        self.sign.set_options(
            [
                Option("sides", translate("Receipts", "In and out in two columns")),
                Option("signed", translate("Receipts", "One column, out with a minus")),
                Option("direction", translate("Receipts", "One column and a word for in or out")),
            ]
        )
        self.sign.setAccessibleName(translate("Receipts", "How in and out are told apart"))
        kept = self.order.currentData()
        self.order.clear()
        for value, words in _orders().items():
            self.order.addItem(words, value)
        told = None if self.table is None else self.table.mapping.get("date_order")
        self.order.setCurrentIndex(max(0, self.order.findData(kept or told or "")))
        for field in self._fields.values():
            field.retranslate()
        self.samples.setAccessibleName(translate("Receipts", "First rows of the table"))
        if self.table is not None:
            name = self.table.file.name
            said = translate("Receipts", "Name the columns of {file}").format(file=name)
            self._title.setText(said)
            self._about.setText(self.table.problem)
            self.samples.show_texts(self.table.headers, _even(self.table))


#: What is kept of a mapping that was recognised, besides what can be changed here.
_KEPT: Final = ("words", "skip", "amount_style", "no_header", "encoding")


def _orders() -> Mapping[str, str]:
    return {
        "": translate("Import", "Recognised from the dates"),
        "dmy": translate("Import", "Day first: 31/12/2026"),
        "mdy": translate("Import", "Month first: 12/31/2026"),
    }


def _even(table: Unnamed) -> list[tuple[str, ...]]:
    """Return the sample rows, each with a cell per header."""
    width = len(table.headers)
    return [(*cells[:width], *("",) * (width - len(cells))) for cells in table.samples]
