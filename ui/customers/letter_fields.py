"""The fields of a letter's facts, built from the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from domain.letters.catalogue import FactField, Letter
from domain.letters.tables import headers
from domain.money import Money
from ui import letter_words as words
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_date

#: Days from today at which a date begins.
_AHEAD: Final = {
    "as_of": 0,
    "cut_off": 0,
    "hold_from": 0,
    "effective_on": 7,
    "pay_by": 30,
    "reply_by": 30,
    "cure_by": 14,
}
#: Tables that are made of facts, not typed.
_MADE: Final = ("balances", "items")


class FactFields(QWidget):
    """Fields under each other; what is typed for one letter is kept for the next."""

    typed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.dirty = False
        self._letter: Letter | None = None
        self._currency = "CNY"
        self._kept: dict[str, Any] = {}
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def forget(self) -> None:
        """Begin anew: another customer, or the letter is issued."""
        self.dirty = False
        self._kept = {}
        self._letter = None

    def show_letter(self, letter: Letter, currency: str, known: Mapping[str, Any]) -> None:
        """Build the fields of a letter; the book's facts stand in where nothing was typed."""
        if self._letter is not None:
            self._remember()
        self._letter, self._currency = letter, currency
        for old in self.fields.values():
            self._column.removeWidget(old)
            old.deleteLater()
        self.fields = {}
        for one in letter.fields:
            editor = self._editor(one, {**known, **self._kept}.get(one.name))
            self._add(one.name, Field(editor, partial(self._words, one), above=True))
        for name in letter.tables:
            if name not in _MADE:
                self._add_table(name, str({**known, **self._kept}.get(f"{name}_rows", "")))

    def _add(self, name: str, field: Field) -> None:
        self.fields[name] = field
        self._column.addWidget(field)

    def _add_table(self, name: str, text: str) -> None:
        editor = _long(f"customer.letters.{name}_rows", text)
        editor.textChanged.connect(self._touch)
        hint = partial(self._columns_of, name)
        self._add(
            f"{name}_rows",
            Field(editor, lambda: words.table(name, self.ctx.language), above=True, hint=hint),
        )

    def _columns_of(self, name: str) -> str:
        said = translate("Customer", "A line to a row: {columns}")
        return said.format(columns=" | ".join(headers(name, self.ctx.language)))

    def _words(self, one: FactField) -> str:
        said = words.fact(one.name, self.ctx.language)
        return (
            said if one.required else translate("Customer", "{field} (optional)").format(field=said)
        )

    # editors

    def _editor(self, one: FactField, value: Any) -> QWidget:
        name = f"customer.letters.{one.name}"
        if one.kind == "money":
            amount = AmountEdit(self._currency, name=name)
            amount.set_minor(value if isinstance(value, int) else None)
            amount.textEdited.connect(self._touch)
            return amount
        if one.kind == "date":
            return self._day(one, name, value)
        if one.kind == "flag":
            box = QCheckBox()
            box.setObjectName(name)
            box.setChecked(bool(value))
            box.toggled.connect(self._touch)
            return box
        if one.kind == "choice":
            return self._choice(one, name, value)
        if one.kind == "long":
            long = _long(name, str(value or ""))
            long.textChanged.connect(self._touch)
            return long
        edit = QLineEdit(str(value or ""))
        edit.setObjectName(name)
        edit.textEdited.connect(self._touch)
        return edit

    def _day(self, one: FactField, name: str, value: Any) -> DateEdit:
        today = self.ctx.today
        ahead = _AHEAD.get(one.name)
        start = today + timedelta(days=ahead) if ahead is not None and one.required else None
        day = DateEdit(value or start, today, name=name)
        day.textChanged.connect(self._touch)
        return day

    def _choice(self, one: FactField, name: str, value: Any) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for choice in one.choices:
            box.addItem(words.choice(choice, self.ctx.language), choice)
        box.setCurrentIndex(max(0, box.findData(value)))
        box.currentIndexChanged.connect(self._touch)
        return box

    def _touch(self, *_told: object) -> None:
        self.dirty = True
        self.typed.emit()

    # values

    def _remember(self) -> None:
        for name, field in self.fields.items():
            value = _raw(field.editor)
            if value not in (None, ""):
                self._kept[name] = value

    def values(self) -> dict[str, object] | None:
        """Return the facts by name; None when something typed cannot be read."""
        made: dict[str, object] = {}
        errors: dict[str, str] = {}
        for one in self._letter.fields if self._letter else ():
            editor = self.fields[one.name].editor
            error = _unclear(one, editor)
            if error:
                errors[one.name] = error
            else:
                made[one.name] = self._value(one, editor)
        for name, field in self.fields.items():
            field.set_error(errors.get(name, ""))
        return None if errors else made

    def _value(self, one: FactField, editor: QWidget) -> object:
        raw = _raw(editor)
        if one.kind == "money":
            return Money(raw, self._currency) if isinstance(raw, int) else ""
        if one.kind == "percent" and raw:
            return Decimal(str(raw).rstrip("% "))
        return "" if raw is None else raw

    def tables(self) -> dict[str, str]:
        """Return what was typed for the tables, by their names."""
        typed = {name: field for name, field in self.fields.items() if name.endswith("_rows")}
        return {name.removesuffix("_rows"): str(_raw(one.editor)) for name, one in typed.items()}

    def show_missing(self) -> bool:
        """Tell beside its field what a required fact still needs; True when there is any."""
        first: QWidget | None = None
        for one in self._letter.fields if self._letter else ():
            field = self.fields[one.name]
            if one.required and _raw(field.editor) in (None, ""):
                field.set_error(needed())
                first = first or field.editor
        if first is not None:
            first.setFocus()
        return first is not None

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for one in self._letter.fields if self._letter else ():
            box = self.fields[one.name].editor
            if isinstance(box, QComboBox):
                for place, choice in enumerate(one.choices):
                    box.setItemText(place, words.choice(choice, self.ctx.language))
        for field in self.fields.values():
            field.retranslate()


def _raw(editor: QWidget) -> Any:
    """Return what an editor holds."""
    if isinstance(editor, AmountEdit):
        return editor.minor()
    if isinstance(editor, DateEdit):
        return editor.day()
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QComboBox):
        return editor.currentData()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText().strip()
    return editor.text().strip() if isinstance(editor, QLineEdit) else None


def _unclear(one: FactField, editor: QWidget) -> str:
    """Return what cannot be read, "" for nothing."""
    if isinstance(editor, DateEdit) and editor.is_unclear():
        return unclear_date()
    if isinstance(editor, AmountEdit) and editor.is_unclear():
        return translate("Customer", "This is not an amount")
    if one.kind == "number" and _raw(editor) and not str(_raw(editor)).isdecimal():
        return translate("Customer", "This is not a whole number")
    if one.kind == "percent" and _raw(editor):
        try:
            Decimal(str(_raw(editor)).rstrip("% "))
        except InvalidOperation:
            return translate("Customer", "This is not a rate in percent")
    return ""


def _long(name: str, text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(72)
    return made
