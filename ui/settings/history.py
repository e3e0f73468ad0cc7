"""The book's history: every operation, and what it changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from domain.listing import HistoryRow
from domain.ports import BookReader
from ui import labels
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.settings.section import Section
from ui.shell.last import local
from ui.widgets.basic import column, label, pane, row
from ui.widgets.text_table import TextTable

#: Operations shown; older ones stay in the book.
SHOWN: Final = 500
_LONGEST: Final = 300
#: Facts of an operation → words.
_SUMMARY: Final = {
    "amount": QT_TRANSLATE_NOOP("Settings", "amount"),
    "as_of": QT_TRANSLATE_NOOP("Settings", "as of"),
    "count": QT_TRANSLATE_NOOP("Settings", "number of"),
    "currency": QT_TRANSLATE_NOOP("Settings", "currency"),
    "customer": QT_TRANSLATE_NOOP("Settings", "customer"),
    "code": QT_TRANSLATE_NOOP("Settings", "code"),
    "file": QT_TRANSLATE_NOOP("Settings", "file"),
    "items": QT_TRANSLATE_NOOP("Settings", "items"),
    "keys": QT_TRANSLATE_NOOP("Settings", "settings"),
    "kind": QT_TRANSLATE_NOOP("Settings", "kind"),
    "letters": QT_TRANSLATE_NOOP("Settings", "letters"),
    "month": QT_TRANSLATE_NOOP("Settings", "month"),
    "name": QT_TRANSLATE_NOOP("Settings", "name"),
    "number": QT_TRANSLATE_NOOP("Settings", "number"),
    "on": QT_TRANSLATE_NOOP("Settings", "on"),
    "rate": QT_TRANSLATE_NOOP("Settings", "rate"),
    "reason": QT_TRANSLATE_NOOP("Settings", "reason"),
}


class HistorySection(Section):
    """Operations newest first; under them, before and after of the one selected."""

    key = "history"
    wide = True

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._rows: list[HistoryRow] = []
        self.operations = TextTable("settings.history.operations")
        self.changes = TextTable("settings.history.changes")
        self._head = label("heading")
        self.save.hide()
        below = pane(column(row(self._head, None, margins=(8, 8, 8, 6)), self.changes))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.operations)
        split.addWidget(below)
        split.setSizes([360, 200])
        self.setLayout(column(split))
        self.operations.moved.connect(self._selected)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "History")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "Who did what, and what it was before; never rewritten")

    def load(self) -> None:
        """Read the newest operations."""

        def read(reader: BookReader) -> list[HistoryRow]:
            return reader.history(limit=SHOWN)

        self.ctx.query(read, self._show, asker=self)

    def _show(self, rows: list[HistoryRow]) -> None:
        self._rows = rows
        headers = [
            translate("Settings", "Time"),
            translate("Settings", "User"),
            translate("Settings", "Operation"),
            translate("Settings", "Details"),
        ]
        shown = [
            (_moment(one.at_utc), one.user, labels.operation(one.kind), _summary(one.summary))
            for one in rows
        ]
        self.operations.show_texts(headers, shown)
        self.operations.setColumnWidth(0, max(150, self.operations.columnWidth(0)))
        if rows:
            self.operations.selectRow(0)

    def _selected(self, place: int) -> None:
        if not 0 <= place < len(self._rows):
            self._show_changes([])
            return
        operation = self._rows[place].operation_id

        def read(reader: BookReader) -> list[HistoryRow]:
            return reader.changes_of(operation)

        self.ctx.query(read, self._show_changes, asker=self)

    def _show_changes(self, found: list[HistoryRow]) -> None:
        headers = [
            translate("Settings", "Record"),
            translate("Settings", "Field"),
            translate("Settings", "Before"),
            translate("Settings", "After"),
        ]
        rows = [line for one in found for line in _differences(one)]
        self.changes.show_texts(headers, rows)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.setText(translate("Settings", "What it changed"))
        self.operations.setAccessibleName(self.title())
        self.changes.setAccessibleName(translate("Settings", "What it changed"))


def _moment(at_utc: str) -> str:
    at = local(at_utc)
    return at_utc if at is None else at.strftime("%Y-%m-%d %H:%M:%S")


def _summary(told: Mapping[str, object]) -> str:
    """Return the facts of an operation in one line."""
    parts = []
    for key, value in told.items():
        shown = ", ".join(map(str, value)) if isinstance(value, list) else value
        source = _SUMMARY.get(key)
        name = key if source is None else translate("Settings", source)
        parts.append(f"{name} {shown}")
    return " · ".join(parts)[:_LONGEST]


def _differences(change: HistoryRow) -> list[tuple[str, str, str, str]]:
    """Return a line per field that an operation changed."""
    record = f"{change.entity}/{change.entity_id}" if change.entity_id else change.entity
    before, after = _fields(change.before), _fields(change.after)
    lines = []
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old != new and (old or new):
            lines.append((record, name, _text(old), _text(new)))
    return lines or [(record, "", _text(change.before), _text(change.after))]


def _fields(text: str | None) -> dict[str, Any]:
    """Return kept JSON as fields; a value within a value is one field."""
    try:
        value = json.loads(text) if text else {}
        if isinstance(value, str):
            value = json.loads(value)
    except ValueError:
        return {"": text}
    return value if isinstance(value, dict) else {"": value}


def _text(value: Any) -> str:
    if value is None or value == "":
        return "—"
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return shown[:_LONGEST]
