"""The panel of a report's parameters, at the left of its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget

from domain.ageing import parse_limits
from domain.errors import DomainError
from domain.ports import BookReader
from ui import labels
from ui.context import AppContext
from ui.gallery import Report
from ui.marks import translate
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import DateEdit, Field, unclear_date

WIDTH: Final = 264
_SETS: Final = ("30,60,90", "30,60,90,180")
_OWN: Final = "own"


class ParameterPanel(QWidget):
    """Shows the parameters a report takes and gives their values as text.

    Signals:
        changed: other values stand here, all of them usable.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._ctx = ctx
        self._report: Report | None = None
        self._delay = QTimer(self, singleShot=True, interval=250)
        self._delay.timeout.connect(self._settle)
        self.as_of = DateEdit(ctx.as_of, ctx.as_of, name="reports.as_of")
        self.basis = Choice("segment", name="reports.basis")
        self.buckets = _combo("reports.buckets")
        self.own = QLineEdit()
        self.own.setObjectName("reports.own_buckets")
        self.own.setPlaceholderText("15,30,60")
        self.sort = _combo("reports.sort")
        self.of = _combo("reports.of")
        self.by = _combo("reports.by")
        self.customer = CustomerEdit(ctx, name="reports.customer")
        self.currency = _combo("reports.currency")
        self.reset = Button(name="reports.reset", kind="flat", icon="undo-2")
        self._fields = self._made_fields()
        self._build()
        self._wire()

    def _made_fields(self) -> dict[str, Field]:
        return {
            "as_of": Field(self.as_of, lambda: translate("Reports", "As of"), above=True),
            "basis": Field(self.basis, lambda: translate("Reports", "Age counts from"), above=True),
            "buckets": Field(self.buckets, lambda: translate("Reports", "Days"), above=True),
            "own": Field(self.own, lambda: translate("Reports", "Own limits"), above=True),
            "sort": Field(self.sort, lambda: translate("Reports", "Order"), above=True),
            "of": Field(self.of, lambda: translate("Reports", "Of"), above=True),
            "by": Field(self.by, lambda: translate("Reports", "By"), above=True),
            "customer": Field(self.customer, lambda: translate("Reports", "Customer"), above=True),
            "currency": Field(self.currency, lambda: translate("Reports", "Currency"), above=True),
        }

    def _build(self) -> None:
        inside = pane(
            column(*self._fields.values(), None, margins=(16, 12, 16, 12), gap=10), role="raised"
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        foot = pane(row(self.reset, None, margins=(8, 0, 16, 0)), role="raised", height=48)
        self.setLayout(column(area, line(), foot))

    def _wire(self) -> None:
        self.as_of.changed.connect(lambda _day: self._delay.start())
        self.as_of.textEdited.connect(lambda _text: self._delay.start())
        self.basis.chosen.connect(lambda _value: self._delay.start())
        self.own.textEdited.connect(lambda _text: self._delay.start())
        self.customer.picked.connect(lambda _id: self._delay.start())
        self.buckets.activated.connect(lambda _place: self._show_own())
        for box in self._boxes().values():
            box.activated.connect(lambda _place: self._delay.start())
        self.reset.clicked.connect(self.set_defaults)

    def _boxes(self) -> dict[str, QComboBox]:
        return {"buckets": self.buckets, "currency": self.currency, **self._kept_boxes()}

    def _kept_boxes(self) -> dict[str, QComboBox]:
        """Return the lists whose choice is remembered as it is."""
        return {"sort": self.sort, "of": self.of, "by": self.by}

    # values

    def use(self, report: Report) -> None:
        """Show the parameters of a report."""
        self._report = report
        for name, field in self._fields.items():
            field.setVisible(name in report.params)
        self._show_own()

    def _show_own(self) -> None:
        own = self.buckets.currentData() == _OWN
        takes = self._report is not None and "buckets" in self._report.params
        self._fields["own"].setVisible(own and takes)

    def values(self) -> dict[str, str]:
        """Return the values by name, without those left as they are by default."""
        taken = self._report.params if self._report else ()
        chosen = self.buckets.currentData()
        day = self.as_of.day()
        row_id = self.customer.customer_id
        found = {
            "as_of": (day or self._ctx.as_of).isoformat(),
            "basis": self.basis.value(),
            "buckets": self.own.text().replace(" ", "") if chosen == _OWN else str(chosen or ""),
            **{name: str(box.currentData() or "") for name, box in self._kept_boxes().items()},
            "customer": self.customer.text().split("  ")[0] if row_id is not None else "",
            "currency": str(self.currency.currentData() or ""),
        }
        return {name: value for name, value in found.items() if value and name in taken}

    def _settle(self) -> None:
        if self.check():
            self.changed.emit()

    def check(self) -> bool:
        """Show what cannot be used beside its field; True when all can."""
        errors = {
            "as_of": unclear_date() if self.as_of.day() is None else "",
            "own": self._own_error(),
            "customer": self._customer_error(),
        }
        for name, text in errors.items():
            self._fields[name].set_error(text)
        return not any(errors.values())

    def _own_error(self) -> str:
        if self._fields["own"].isHidden():
            return ""
        try:
            parse_limits(self.own.text())
        except DomainError:
            return translate("Reports", "Type rising days such as 30,60,90")
        return ""

    def _customer_error(self) -> str:
        hidden = self._fields["customer"].isHidden() or not self.customer.text().strip()
        if hidden or self.customer.resolve() is not None:
            return ""
        return translate("Reports", "Pick a customer from the list, or leave it empty")

    def set_defaults(self) -> None:
        """Take everything back to how a report starts."""
        self.as_of.set_day(self._ctx.as_of)
        self.basis.set_value("due")
        for box in self._boxes().values():
            box.setCurrentIndex(0)
        self.own.clear()
        self.customer.set_customer(None)
        self._show_own()
        self._settle()

    def follow_date(self) -> None:
        """Show the date of the window."""
        self.as_of.set_day(self._ctx.as_of)

    def read_currencies(self) -> None:
        """Offer the currencies the book has documents in."""

        def read(reader: BookReader) -> list[str]:
            return reader.currencies()

        self._ctx.query(read, self._show_currencies, asker=self)

    def _show_currencies(self, codes: list[str]) -> None:
        kept = self.currency.currentData()
        self.currency.clear()
        self.currency.addItem(translate("Reports", "All currencies"), "")
        for code in codes:
            self.currency.addItem(labels.currency(code), code)
        self.currency.setCurrentIndex(max(0, self.currency.findData(kept)))

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {
            "basis": self.basis.value(),
            "buckets": self.buckets.currentData(),
            "own": self.own.text(),
            **{name: box.currentData() for name, box in self._kept_boxes().items()},
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take back what :meth:`state` gave."""
        self.basis.set_value(str(state.get("basis", "due")))
        self.own.setText(str(state.get("own", "")))
        for name, box in {"buckets": self.buckets, **self._kept_boxes()}.items():
            box.setCurrentIndex(max(0, box.findData(state.get(name))))
        self._show_own()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.basis.set_options(
            [
                Option("due", translate("Reports", "Due date")),
                Option("document", translate("Reports", "Issue date")),
            ]
        )
        _fill(
            self.buckets,
            {
                **{code: code.replace(",", " / ") for code in _SETS},
                _OWN: translate("Reports", "Own limits…"),
            },
        )
        _fill(
            self.sort,
            {
                "code": translate("Reports", "Customer code"),
                "overdue": translate("Reports", "Overdue, largest first"),
                "balance": translate("Reports", "Balance, largest first"),
                "oldest": translate("Reports", "Oldest first"),
            },
        )
        self._fill_concentration()
        self.customer.setPlaceholderText(translate("Reports", "All customers"))
        self.reset.set_words(translate("Reports", "Back to defaults"))
        for field in self._fields.values():
            field.retranslate()
        self.read_currencies()

    def _fill_concentration(self) -> None:
        _fill(
            self.of,
            {
                "balance": translate("Reports", "Balance"),
                "sales": translate("Reports", "Billed in twelve months"),
            },
        )
        _fill(
            self.by,
            {
                "customer": translate("Reports", "Customer"),
                "group": translate("Reports", "Group"),
                "currency": translate("Reports", "Currency"),
            },
        )


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    return box


def _fill(box: QComboBox, options: Mapping[str, str]) -> None:
    kept = box.currentData()
    box.clear()
    for value, words in options.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(kept)))
