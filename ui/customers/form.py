"""Master data of a customer: shown, edited, and added for a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget

from domain.changes import OperationResult
from domain.customer import Customer
from domain.errors import BadTerms, QingzhangError
from domain.services import customers
from domain.terms import parse_terms
from ui import labels
from ui.context import AppContext, Notice
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import AmountEdit, Field, needed, unclear_amount

#: Attribute → words; two columns in this order.
LEFT: Final = {
    "code": QT_TRANSLATE_NOOP("Customer", "Code"),
    "name": QT_TRANSLATE_NOOP("Customer", "Name"),
    "name_en": QT_TRANSLATE_NOOP("Customer", "English name"),
    "tax_id": QT_TRANSLATE_NOOP("Customer", "Tax number"),
    "country": QT_TRANSLATE_NOOP("Customer", "Country"),
    "group": QT_TRANSLATE_NOOP("Customer", "Group"),
    "aliases": QT_TRANSLATE_NOOP("Customer", "Other names"),
    "bank_account": QT_TRANSLATE_NOOP("Customer", "Bank account"),
}
RIGHT: Final = {
    "terms": QT_TRANSLATE_NOOP("Customer", "Payment terms"),
    "credit_limit_minor": QT_TRANSLATE_NOOP("Customer", "Credit limit"),
    "currency": QT_TRANSLATE_NOOP("Customer", "Currency"),
    "language": QT_TRANSLATE_NOOP("Customer", "Language of papers"),
    "contact": QT_TRANSLATE_NOOP("Customer", "Contact"),
    "phone": QT_TRANSLATE_NOOP("Customer", "Phone"),
    "email": QT_TRANSLATE_NOOP("Customer", "E-mail"),
    "address": QT_TRANSLATE_NOOP("Customer", "Address"),
    "postcode": QT_TRANSLATE_NOOP("Customer", "Postcode"),
    "owner": QT_TRANSLATE_NOOP("Customer", "Owner"),
}
_SPECIAL: Final = frozenset({"credit_limit_minor", "currency", "language", "aliases"})
_PLACES: Final = {"customer.duplicate_code": "code", "terms.unreadable": "terms"}


def field_words(key: str) -> str:
    """Return an attribute as the form calls it."""
    text = LEFT.get(key) or RIGHT.get(key) or key
    return translate("Customer", text)


class CustomerForm(QWidget):
    """A form over one customer; saves the whole record.

    Signals:
        saved: the customer was kept (its id).
    """

    saved = Signal(int)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._id: int | None = None
        self._shown = Customer(code="", name="")
        self._edits: dict[str, QLineEdit] = {}
        self.limit = AmountEdit(name="customer.form.credit_limit_minor")
        self.currency = _combo("currency")
        self.language = _combo("language")
        self.fields = {key: self._field(key) for key in (*LEFT, *RIGHT)}
        self._problem = label("error", wrap=True)
        self._hint = label("hint")
        self.do = Button(name="customer.form.save", kind="primary", key="Ctrl+S", icon="save")
        self.drop = Button(name="customer.form.drop", key="")
        self.do.clicked.connect(self.save)
        self.drop.clicked.connect(lambda: self.show_customer(self._id, self._shown))
        self._build()

    def _build(self) -> None:
        left = column(*(self.fields[key] for key in LEFT), None, gap=10)
        right = column(*(self.fields[key] for key in RIGHT), None, gap=10)
        both = row(left, right, gap=32)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        inside = pane(column(both, 4, self._problem, None, margins=(16, 16, 16, 16), gap=8))
        inside.setMaximumWidth(960)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside = row(inside, None, gap=0)
        beside.setStretch(0, 100)
        area.setWidget(pane(beside))
        foot = row(self.do, self.drop, self._hint, None, margins=(16, 0, 16, 0))
        self.setLayout(column(area, line(), pane(foot, height=44, role="head")))
        self.setFocusProxy(self._edits["name"])

    def _field(self, key: str) -> Field:
        words: Callable[[], str] = lambda: field_words(key)  # noqa: E731 (bound to this key)
        hint: Callable[[], str] | None = None
        editor: QWidget
        if key == "credit_limit_minor":
            editor = self.limit
            hint = _limit_hint
        elif key == "currency":
            editor = self.currency
        elif key == "language":
            editor = self.language
        else:
            edit = QLineEdit()
            edit.setObjectName(f"customer.form.{key}")
            self._edits[key] = edit
            editor = edit
            hint = {"aliases": _alias_hint, "terms": _terms_hint}.get(key)
        return Field(editor, words, label_width=150, hint=hint)

    # showing

    def show_customer(self, customer_id: int | None, customer: Customer) -> None:
        """Show a customer; None as id for a new one."""
        self._id, self._shown = customer_id, customer
        for key, edit in self._edits.items():
            value = getattr(customer, key)
            edit.setText("; ".join(value) if key == "aliases" else value)
        self._choose(self.currency, customer.currency)
        self._choose(self.language, customer.language)
        self.limit.currency = customer.currency or "CNY"
        self.limit.set_minor(customer.credit_limit_minor)
        self._show_errors({})

    def _choose(self, combo: QComboBox, code: str) -> None:
        if combo.findData(code) < 0:
            combo.addItem(code, code)
        combo.setCurrentIndex(combo.findData(code))

    def value(self) -> Customer:
        """Return the customer as typed."""
        plain: dict[str, Any] = {
            key: edit.text().strip() for key, edit in self._edits.items() if key not in _SPECIAL
        }
        names = self._edits["aliases"].text().replace("；", ";").split(";")
        return replace(
            self._shown,
            **plain,
            aliases=tuple(name.strip() for name in names if name.strip()),
            currency=str(self.currency.currentData() or ""),
            language=str(self.language.currentData() or ""),
            credit_limit_minor=self.limit.minor(),
        )

    def has_draft(self) -> bool:
        """Whether something typed is not kept yet."""
        return self.value() != self._shown or self.limit.is_unclear()

    # saving

    def _errors(self) -> dict[str, str]:
        found = {}
        for key in ("code", "name"):
            if not self._edits[key].text().strip():
                found[key] = needed()
        if self.limit.is_unclear():
            found["credit_limit_minor"] = unclear_amount()
        terms = self._edits["terms"].text().strip()
        if terms:
            try:
                parse_terms(terms)
            except BadTerms as error:
                found["terms"] = labels.error_text(error, self.ctx.language)
        return found

    def _show_errors(self, errors: Mapping[str, str]) -> bool:
        self._problem.setText("")
        for key, field in self.fields.items():
            field.set_error(errors.get(key, ""))
        first = next((key for key in self.fields if key in errors), None)
        if first is not None:
            self.fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def save(self) -> None:
        """Keep what is typed; the history keeps what it was."""
        if self._show_errors(self._errors()):
            return
        customer, before = self.value(), self._shown
        if self._id is None:
            self.ctx.act(
                customers.add_customer,
                customer,
                asker=self,
                notice=translate("Customer", "Customer added"),
                done=lambda result: self._kept(result, customer),
                failed=self._refused,
            )
            return
        self.ctx.act(
            customers.edit_customer,
            self._id,
            customer,
            asker=self,
            notice=lambda result: self._told(result, before),
            done=lambda result: self._kept(result, customer),
            failed=self._refused,
        )

    def _kept(self, result: OperationResult[int], customer: Customer) -> None:
        self.show_customer(result.value, customer)
        self.saved.emit(result.value)

    def _told(self, result: OperationResult[int], before: Customer) -> Notice:
        ctx, customer_id = self.ctx, result.value

        def back() -> None:
            done = translate("Customer", "The former data are back")
            ctx.act(customers.edit_customer, customer_id, before, asker=ctx, notice=done)

        said = translate("Customer", "Customer data kept")
        return Notice(said, translate("Customer", "Undo"), back)

    def _refused(self, error: QingzhangError) -> bool:
        text = labels.error_text(error, self.ctx.language)
        place = _PLACES.get(error.code) or str(error.facts.get("field", ""))
        if place in self.fields:
            return self._show_errors({place: text})
        self._problem.setText(text)
        return True

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.do.set_words(translate("Customer", "Save"))
        self.drop.set_words(translate("Customer", "Take back what was typed"))
        self._hint.setText(translate("Customer", "Changes do not touch documents already posted."))
        own = translate("Customer", "Book currency")
        _fill(self.currency, [("", own), *((c, labels.currency(c)) for c in labels.currencies())])
        as_book = translate("Customer", "As the book")
        _fill(self.language, [("", as_book), ("zh", "中文"), ("en", "English")])
        for field in self.fields.values():
            field.retranslate()


def _combo(key: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(f"customer.form.{key}")
    return combo


def _fill(combo: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    kept = combo.currentData()
    combo.clear()
    for code, words in entries:
        combo.addItem(words, code)
    combo.setCurrentIndex(max(0, combo.findData(kept)))


def _limit_hint() -> str:
    return translate(
        "Customer", "Empty: no limit set. 0: no credit. What tab Limits grants goes before it."
    )


def _alias_hint() -> str:
    return translate("Customer", "Separated by ; used to recognise bank lines")


def _terms_hint() -> str:
    return translate("Customer", "For example NET30, EOM30, 30%@0+70%@60, 2/10 NET30")
