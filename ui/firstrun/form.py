"""The form for a new book."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from domain.customer import Company
from domain.errors import QingzhangError
from ui import labels, parse
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.ports import NewBook, Ports
from ui.shell.books import Books
from ui.theme import theme
from ui.widgets.basic import column, label, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.fields import Field, needed

_STANDARDS: Final = {
    "small-cas": QT_TRANSLATE_NOOP("Welcome", "Small business CAS"),
    "cas": QT_TRANSLATE_NOOP("Welcome", "CAS"),
    "ifrs": QT_TRANSLATE_NOOP("Welcome", "IFRS"),
    "other": QT_TRANSLATE_NOOP("Welcome", "Other"),
}
_STANDARD_HINTS: Final = {
    "small-cas": QT_TRANSLATE_NOOP(
        "Welcome", "No bad-debt provision; losses are written off when they happen."
    ),
    "cas": QT_TRANSLATE_NOOP("Welcome", "Expected credit losses are provided for."),
    "ifrs": QT_TRANSLATE_NOOP("Welcome", "Expected credit losses are provided for (IFRS 9)."),
    "other": QT_TRANSLATE_NOOP("Welcome", "Nothing is assumed about provisions."),
}
_SIZES: Final = {
    "micro": QT_TRANSLATE_NOOP("Welcome", "Micro"),
    "small": QT_TRANSLATE_NOOP("Welcome", "Small"),
    "medium": QT_TRANSLATE_NOOP("Welcome", "Medium"),
    "large": QT_TRANSLATE_NOOP("Welcome", "Large"),
}


class NewBookForm(QWidget):
    """Company, currency, standard, size, first month and file of a new book."""

    def __init__(self, ports: Ports, books: Books) -> None:
        super().__init__()
        self._ports, self._books = ports, books
        self._language = "zh"
        self._path_typed = False
        self._title = label("subhead")
        self._hint = label("small")
        self._company = _tall(QLineEdit(), "welcome.company")
        self._tax_id = _tall(QLineEdit(), "welcome.tax_id")
        self._currency = QComboBox()
        self._currency.setObjectName("welcome.currency")
        self._currency.setProperty("tall", "true")
        self._standard = Choice("box", name="welcome.standard")
        self._size = Choice("box", name="welcome.size")
        self._month = _tall(QLineEdit(), "welcome.month")
        self._path = _tall(QLineEdit(), "welcome.path")
        self._fields = {
            "company": Field(self._company, lambda: translate("Welcome", "Company name")),
            "tax_id": Field(self._tax_id, lambda: translate("Welcome", "Credit code")),
            "currency": Field(self._currency, lambda: translate("Welcome", "Currency")),
            "standard": Field(
                self._standard, lambda: translate("Welcome", "Standard"), hint=self._standard_hint
            ),
            "size": Field(
                self._size,
                lambda: translate("Welcome", "Company size"),
                hint=lambda: translate(
                    "Welcome",
                    "Decides whether statutory interest can be claimed from large companies.",
                ),
            ),
            "month": Field(self._month, lambda: translate("Welcome", "First month")),
            "path": Field(self._path, lambda: translate("Welcome", "Save as")),
        }
        self._create = Button(name="welcome.create", kind="primary", key="Enter")
        self._build()
        self._wire()

    def _build(self) -> None:
        self._month.setText(self._ports.today().strftime("%Y-%m"))
        self._size.set_options([Option(code, code) for code in _SIZES])
        self._standard.set_options([Option(code, code) for code in _STANDARDS])
        self._size.set_value("small")
        head = row(self._title, None, self._hint)
        foot = row(96, self._create, None, gap=0)
        self.setLayout(column(head, 6, *self._fields.values(), 4, foot, None, gap=8))
        self._pick = QAction(self)
        self._pick.triggered.connect(self._ask_path)
        self._path.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self._tint()

    def _wire(self) -> None:
        theme().changed.connect(self._tint)
        self._company.textChanged.connect(lambda _text: self._suggest_path())
        self._path.textEdited.connect(lambda _text: setattr(self, "_path_typed", True))
        self._standard.chosen.connect(lambda _code: self._fields["standard"].retranslate())
        self._create.clicked.connect(self._submit)
        for editor in (self._company, self._tax_id, self._month, self._path):
            editor.returnPressed.connect(self._submit)
        self.setFocusProxy(self._company)

    def _tint(self) -> None:
        self._pick.setIcon(theme().icon("folder-open", "text-2"))

    def _standard_hint(self) -> str:
        text = _STANDARD_HINTS[self._standard.value() or "small-cas"]
        return translate("Welcome", text)

    def _suggest_path(self) -> None:
        if not self._path_typed:
            name = "".join(c for c in self._company.text().strip() if c not in '\\/:*?"<>|')
            self._path.setText(str(self._ports.data_dir / f"{name or 'book'}.qz"))

    def _ask_path(self) -> None:
        kinds = translate("Books", "Qingzhang books (*.qz);;All files (*)")
        title = translate("Welcome", "Save the book as")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, self._path.text(), kinds)
        if chosen:
            self._path_typed = True
            self._path.setText(chosen)

    # making the book

    def _month_value(self) -> date | None:
        return parse.day(f"{parse.clean(self._month.text())}-01", self._ports.today())

    def _errors(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if not self._company.text().strip():
            found["company"] = needed()
        code = parse.clean(self._tax_id.text())
        if code and len(code) != 18:
            found["tax_id"] = translate("Welcome", "The code has 18 characters, or leave it empty")
        if self._month_value() is None:
            found["month"] = translate("Welcome", "Type a month such as 2026-11")
        if not self._path.text().strip():
            found["path"] = needed()
        return found

    def _submit(self) -> None:
        errors = self._errors()
        for key, field in self._fields.items():
            field.set_error(errors.get(key, ""))
        month = self._month_value()
        if errors or month is None:
            first = next(key for key in self._fields if key in errors)
            self._fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        path = Path(self._path.text().strip())
        new = NewBook(
            path=path if path.suffix else path.with_suffix(".qz"),
            company=Company(
                name=self._company.text().strip(), tax_id=parse.clean(self._tax_id.text()).upper()
            ),
            currency=str(self._currency.currentData()),
            standard=self._standard.value(),
            seller_size=self._size.value(),
            language=self._language,
            starts_on=month,
        )
        self._books.create(new, self._refused)

    def _refused(self, error: QingzhangError) -> bool:
        if error.code in {"book.exists", "book.read_only", "disk.fault"}:
            self._fields["path"].set_error(labels.error_text(error, self._language))
            self._path.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def retranslate(self, language: str) -> None:
        """Set every text in the current language."""
        self._language = language
        self._title.setText(translate("Welcome", "New book"))
        self._hint.setText(translate("Welcome", "Everything can be changed later in the settings"))
        self._tax_id.setPlaceholderText(translate("Welcome", "18 characters, may stay empty"))
        self._create.set_words(translate("Welcome", "Create the book"))
        self._standard.set_options(
            [Option(c, translate("Welcome", t)) for c, t in _STANDARDS.items()]
        )
        self._size.set_options([Option(c, translate("Welcome", t)) for c, t in _SIZES.items()])
        kept = self._currency.currentData() or "CNY"
        self._currency.clear()
        for code in labels.currencies():
            self._currency.addItem(labels.currency(code), code)
        self._currency.setCurrentIndex(max(0, self._currency.findData(kept)))
        for field in self._fields.values():
            field.retranslate()
        self._pick.setText(translate("Welcome", "Choose a folder"))
        self._suggest_path()


def _tall(editor: QLineEdit, name: str) -> QLineEdit:
    editor.setObjectName(name)
    editor.setProperty("tall", "true")
    return editor
