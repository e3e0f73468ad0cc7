"""One editor for each shape of field: shows a value, reads it back, says what is unclear."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from domain.fields import FieldSpec, Shape, pick
from ui import labels, parse
from ui.marks import translate
from ui.theme import fonts
from ui.widgets.fields import AmountEdit, DateEdit, needed, unclear_amount, unclear_date

_LONG_HEIGHT = 74


class Editor(QObject):
    """Base of the editors.

    Signals:
        typed: something was typed or chosen.
    """

    typed = Signal()

    def __init__(self, spec: FieldSpec, widget: QWidget) -> None:
        super().__init__(widget)
        self.spec, self.widget = spec, widget

    def show_value(self, value: Any) -> None:
        """Show a value as the record has it."""

    def value(self) -> Any:
        """Return what is typed, as the record will have it."""

    def is_unclear(self) -> bool:
        """Whether something is typed that cannot be read."""
        return False

    def error(self) -> str:
        """Return what is to be corrected, "" for nothing."""
        value = self.value()
        if self.is_unclear():
            return self.unclear()
        if self.spec.needed and value in (None, ""):
            return needed()
        return self._bounds(value) if isinstance(value, int | Decimal) else ""

    def unclear(self) -> str:
        """Return the line under what cannot be read."""
        return ""

    def _bounds(self, value: int | Decimal) -> str:
        least, most = self.spec.least, self.spec.most
        if least is not None and value < least:
            return translate("Records", "At least {number}").format(number=least)
        if most is not None and value > most:
            return translate("Records", "At most {number}").format(number=most)
        return ""

    def retranslate(self, language: str) -> None:
        """Set every text in a language."""


class TextEditor(Editor):
    """A line of text."""

    def __init__(self, spec: FieldSpec, name: str) -> None:
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        super().__init__(spec, self.edit)
        self.edit.textChanged.connect(lambda _text: self.typed.emit())

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self.edit.setText(str(value or ""))

    def value(self) -> Any:
        """Return the text."""
        return self.edit.text().strip()


class LongEditor(Editor):
    """Several lines of text; Tab leaves."""

    def __init__(self, spec: FieldSpec, name: str) -> None:
        self.edit = QPlainTextEdit()
        self.edit.setObjectName(name)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(_LONG_HEIGHT)
        super().__init__(spec, self.edit)
        self.edit.textChanged.connect(self.typed)

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self.edit.setPlainText(str(value or ""))

    def value(self) -> Any:
        """Return the text."""
        return self.edit.toPlainText().strip()


class AmountEditor(Editor):
    """An amount of the book's currency or of the currency of another field."""

    def __init__(self, spec: FieldSpec, name: str) -> None:
        self.edit = AmountEdit(name=name)
        super().__init__(spec, self.edit)
        self.edit.textChanged.connect(lambda _text: self.typed.emit())

    def show_value(self, value: Any) -> None:
        """Show minor units."""
        self.edit.set_minor(value)

    def value(self) -> Any:
        """Return minor units."""
        return self.edit.minor()

    def is_unclear(self) -> bool:
        """Whether it is no amount of the currency."""
        return self.edit.is_unclear()

    def unclear(self) -> str:
        """Return the line under it."""
        return unclear_amount()

    def _bounds(self, value: int | Decimal) -> str:
        wrong = self.spec.least is not None and value < self.spec.least
        return translate("Records", "Not below zero") if wrong else ""


class DateEditor(Editor):
    """A date."""

    def __init__(self, spec: FieldSpec, name: str, near: date) -> None:
        self.edit = DateEdit(None, near, name=name)
        super().__init__(spec, self.edit)
        self.edit.textChanged.connect(lambda _text: self.typed.emit())

    def show_value(self, value: Any) -> None:
        """Show a date."""
        self.edit.set_day(value)

    def value(self) -> Any:
        """Return the date."""
        return self.edit.day()

    def is_unclear(self) -> bool:
        """Whether it is no date."""
        return self.edit.is_unclear()

    def unclear(self) -> str:
        """Return the line under it."""
        return unclear_date()


class NumberEditor(Editor):
    """A whole number, or one with decimals; the unit may be typed with it."""

    def __init__(self, spec: FieldSpec, name: str) -> None:
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setFont(fonts.number_font())
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        super().__init__(spec, self.edit)
        self.edit.textChanged.connect(lambda _text: self.typed.emit())

    def show_value(self, value: Any) -> None:
        """Show a number."""
        self.edit.setText("" if value is None else str(value))

    def value(self) -> Any:
        """Return the number."""
        plain = self._plain()
        try:
            number = Decimal(plain)
        except InvalidOperation:
            return None
        if not number.is_finite():
            return None
        if self.spec.shape is Shape.DECIMAL:
            return number
        return int(number) if number == number.to_integral_value() else None

    def _plain(self) -> str:
        plain = parse.clean(self.edit.text()).replace(",", "").replace(" ", "")
        for unit in self.spec.unit:
            plain = plain.removesuffix(unit) if unit else plain
        return plain

    def is_unclear(self) -> bool:
        """Whether it is no such number."""
        return bool(self._plain()) and self.value() is None

    def unclear(self) -> str:
        """Return the line under it."""
        if self.spec.shape is Shape.WHOLE:
            return translate("Records", "Type a whole number")
        return translate("Records", "Type a number such as 12.5")


class ChoiceEditor(Editor):
    """One of few; an empty line where nothing need be chosen."""

    def __init__(self, spec: FieldSpec, name: str) -> None:
        self.edit = QComboBox()
        self.edit.setObjectName(name)
        super().__init__(spec, self.edit)
        self.edit.currentIndexChanged.connect(lambda _at: self.typed.emit())
        self.retranslate("en")

    def show_value(self, value: Any) -> None:
        """Choose a member; the first where there must be one."""
        self.edit.setCurrentIndex(max(0, self.edit.findData("" if value is None else value.value)))

    def value(self) -> Any:
        """Return the member chosen."""
        for member in self.spec.choices or {}:
            if member.value == self.edit.currentData():
                return member
        return None

    def retranslate(self, language: str) -> None:
        """Word the choices."""
        kept = self.edit.currentData()
        self.edit.blockSignals(True)
        self.edit.clear()
        if not self.spec.needed:
            self.edit.addItem("", "")
        for member, words in (self.spec.choices or {}).items():
            self.edit.addItem(pick(words, language), member.value)
        self.edit.setCurrentIndex(max(0, self.edit.findData(kept)))
        self.edit.blockSignals(False)


class CurrencyEditor(Editor):
    """A currency, empty for the book's."""

    def __init__(self, spec: FieldSpec, name: str) -> None:
        self.edit = QComboBox()
        self.edit.setObjectName(name)
        super().__init__(spec, self.edit)
        self.edit.currentIndexChanged.connect(lambda _at: self.typed.emit())
        self.retranslate("en")

    def show_value(self, value: Any) -> None:
        """Choose a code."""
        self.edit.setCurrentIndex(max(0, self.edit.findData(value or "")))

    def value(self) -> Any:
        """Return the code chosen."""
        return str(self.edit.currentData() or "")

    def retranslate(self, language: str) -> None:
        """Word the currencies."""
        kept = self.edit.currentData()
        self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.addItem(translate("Records", "Book currency"), "")
        for code in labels.currencies():
            self.edit.addItem(labels.currency(code), code)
        self.edit.setCurrentIndex(max(0, self.edit.findData(kept or "")))
        self.edit.blockSignals(False)


class YesNoEditor(Editor):
    """A box to tick."""

    def __init__(self, spec: FieldSpec, name: str) -> None:
        self.edit = QCheckBox()
        self.edit.setObjectName(name)
        super().__init__(spec, self.edit)
        self.edit.toggled.connect(lambda _on: self.typed.emit())

    def show_value(self, value: Any) -> None:
        """Tick or not."""
        self.edit.setChecked(bool(value))

    def value(self) -> Any:
        """Return whether it is ticked."""
        return self.edit.isChecked()

    def retranslate(self, language: str) -> None:
        """The label says what it is; the box says yes."""
        self.edit.setText(translate("Records", "Yes"))


def editor_of(spec: FieldSpec, name: str, near: date) -> Editor:
    """Return the editor of a field; ``near`` fills in the year of a date."""
    if spec.shape is Shape.DATE:
        return DateEditor(spec, name, near)
    kinds: dict[Shape, type[Any]] = {
        Shape.TEXT: TextEditor,
        Shape.LONG: LongEditor,
        Shape.AMOUNT: AmountEditor,
        Shape.WHOLE: NumberEditor,
        Shape.DECIMAL: NumberEditor,
        Shape.CHOICE: ChoiceEditor,
        Shape.CURRENCY: CurrencyEditor,
        Shape.YES_NO: YesNoEditor,
    }
    made: Editor = kinds[spec.shape](spec, name)
    return made
