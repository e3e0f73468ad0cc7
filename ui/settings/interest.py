"""How late-payment interest is computed: the book's way, and what differs for a customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QSizePolicy

from domain.errors import QingzhangError
from domain.interest_modes import MODES, Count, Takes, mode_from
from domain.ports import BookReader
from domain.services.interest import (
    CustomerTerms,
    customer_terms,
    keep_customer_terms,
    keep_policy,
)
from ui import format as fmt
from ui import interest_words, labels
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, line_edit, pane, row
from ui.widgets.choice import Choice, Option
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import DateEdit, Field, unclear_date
from ui.widgets.text_table import TextTable

_LABELS: Final = 152
_FORM: Final = 600
_TABLE: Final = 860
_BUYERS: Final = {
    "": QT_TRANSLATE_NOOP("Settings", "Not known"),
    "public": QT_TRANSLATE_NOOP("Settings", "Public body"),
    "large": QT_TRANSLATE_NOOP("Settings", "Large enterprise"),
    "small": QT_TRANSLATE_NOOP("Settings", "Small or medium enterprise"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is set: the book's choices, and customers' by code, name and terms."""

    policy: Mapping[str, Any]
    customers: tuple[tuple[str, str, CustomerTerms], ...]


class InterestSection(Section):
    """Without a customer the book's way is set, with one what is known of that customer."""

    key = "interest"
    wide = True

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._kept = _Kept(policy={}, customers=())
        self.customer = CustomerEdit(ctx, name="settings.interest.customer")
        self.mode = _combo("settings.interest.mode")
        self.behind = line_edit("settings.interest.behind")
        self.year = Choice("segment", name="settings.interest.year")
        self.count = Choice("segment", name="settings.interest.count")
        self.buyer = _combo("settings.interest.buyer")
        self.bankrupt = DateEdit(None, ctx.today, name="settings.interest.bankrupt")
        self.table = TextTable("settings.interest.list")
        self._head = label("heading")
        words = {
            "customer": (self.customer, QT_TRANSLATE_NOOP("Settings", "For customer")),
            "mode": (self.mode, QT_TRANSLATE_NOOP("Settings", "Computed by")),
            "behind": (self.behind, QT_TRANSLATE_NOOP("Settings", "Multiplier or rate")),
            "year": (self.year, QT_TRANSLATE_NOOP("Settings", "Days of a year")),
            "count": (self.count, QT_TRANSLATE_NOOP("Settings", "Days counted")),
            "buyer": (self.buyer, QT_TRANSLATE_NOOP("Settings", "Kind of buyer")),
            "bankrupt": (
                self.bankrupt,
                QT_TRANSLATE_NOOP("Settings", "Bankruptcy accepted"),
            ),
        }
        self.fields = {
            name: Field(
                editor,
                partial(translate, "Settings", source),
                label_width=_LABELS,
                hint=self._hints().get(name),
            )
            for name, (editor, source) in words.items()
        }
        self._build()
        self._wire()

    def _hints(self) -> dict[str, Any]:
        return {
            "customer": lambda: translate("Settings", "Empty: the whole book"),
            "behind": lambda: translate(
                "Settings", "Such as 1.5; a rate with its unit: 0.05%/day, 1%/month, 12%/year"
            ),
            "bankrupt": lambda: translate("Settings", "Interest stops on that day"),
        }

    def _build(self) -> None:
        self.table.setMaximumWidth(_TABLE)
        form = pane(column(*self.fields.values(), self.problem, gap=8))
        form.setFixedWidth(_FORM)
        form.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        save = pane(row(_LABELS, self.save, None, gap=0), height=32)
        layout = column(form, save, pane(row(self._head, None), height=36), self.table, gap=8)
        layout.setStretchFactor(self.table, 1)
        layout.addStretch(0)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.customer.picked.connect(lambda _customer: self.load())
        self.mode.activated.connect(lambda _place: self._mode_chosen())
        self.buyer.activated.connect(lambda _place: self.touch())
        self.bankrupt.changed.connect(lambda _day: self.touch())
        self.year.chosen.connect(lambda _year: self.touch())
        self.count.chosen.connect(lambda _count: self.touch())
        self.watch([self.behind])

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Interest")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "How interest on late payment is computed; confirm the law")

    # the book

    def load(self) -> None:
        """Show what the book has."""
        customer_id = self.customer.customer_id

        def read(reader: BookReader) -> tuple[_Kept, CustomerTerms | None]:
            terms = None if customer_id is None else customer_terms(reader, customer_id)
            return _kept(reader), terms

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: tuple[_Kept, CustomerTerms | None]) -> None:
        self._kept, terms = found
        policy = self._kept.policy
        self._show_mode(str(policy.get("mode", "")) if terms is None else terms.mode)
        self.year.set_value(str(policy.get("year", 365)))
        self.count.set_value(str(policy.get("count", Count.TAIL)))
        known = terms or CustomerTerms()
        self.buyer.setCurrentIndex(max(0, self.buyer.findData(known.buyer)))
        self.bankrupt.set_day(known.bankrupt_on)
        for name in ("year", "count"):
            self.fields[name].setVisible(terms is None)
        for name in ("buyer", "bankrupt"):
            self.fields[name].setVisible(terms is not None)
        self._show_list()
        self.dirty = False

    def _show_mode(self, text: str) -> None:
        code, _mark, behind = text.partition(":")
        self.mode.setCurrentIndex(max(0, self.mode.findData(code)))
        self.behind.setText(behind)
        self._show_behind()

    def _mode_chosen(self) -> None:
        code = str(self.mode.currentData())
        self.behind.setText(mode_from(code).text.partition(":")[2] if _has_own(code) else "")
        self._show_behind()
        self.touch()

    def _show_behind(self) -> None:
        code = self.mode.currentData()
        takes = bool(code) and MODES[code].takes is not Takes.NOTHING
        self.fields["behind"].setVisible(takes)

    def _show_list(self) -> None:
        headers = [
            translate("Settings", "Customer"),
            translate("Settings", "Computed by"),
            translate("Settings", "Kind of buyer"),
            translate("Settings", "Bankruptcy accepted"),
        ]
        rows = [
            (
                f"{code}  {name}",
                terms.mode or "—",
                _buyer(terms.buyer),
                fmt.day(terms.bankrupt_on, self.ctx.language),
            )
            for code, name, terms in self._kept.customers
        ]
        self.table.show_texts(headers, rows)
        self.table.setVisible(bool(rows))
        self._head.setVisible(bool(rows))

    # keeping

    def _mode_text(self) -> str:
        code, behind = str(self.mode.currentData() or ""), self.behind.text().strip()
        return f"{code}:{behind}" if code and behind and _takes(code) else code

    def submit(self) -> None:
        """Keep what is typed."""
        customer_id = self.customer.resolve()
        typed = self.customer.text().strip()
        unknown = translate("Settings", "Choose a customer from the list")
        errors = {
            "customer": unknown if typed and customer_id is None else "",
            "behind": self._wrong_mode(),
            "bankrupt": unclear_date() if self.bankrupt.is_unclear() else "",
        }
        if self.errors_shown(errors):
            return
        if customer_id is None:
            year, count = int(self.year.value() or 365), Count(self.count.value() or Count.TAIL)
            self._book(keep_policy, self._mode_text(), year, count)
            return
        terms = CustomerTerms(
            mode=self._mode_text(),
            buyer=str(self.buyer.currentData()),
            bankrupt_on=self.bankrupt.day(),
        )
        self._book(keep_customer_terms, customer_id, terms)

    def _wrong_mode(self) -> str:
        text = self._mode_text()
        try:
            if text:
                mode_from(text)
        except QingzhangError as error:
            return labels.error_text(error, self.ctx.language)
        return ""

    def _book(self, service: Any, *args: Any) -> None:
        def done(_result: object) -> None:
            self.dirty = False
            self.problem.hide()
            self.load()

        self.ctx.act(
            service,
            *args,
            asker=self,
            notice=translate("Settings", "Saved"),
            done=done,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        language = self.ctx.language
        modes = {code: interest_words.mode(code, language) for code in MODES}
        _fill(self.mode, {"": translate("Settings", "As proposed for each customer"), **modes})
        buyers = {code: translate("Settings", source) for code, source in _BUYERS.items()}
        _fill(self.buyer, buyers)
        self.year.set_options([Option("365", "365"), Option("360", "360")])
        self.count.set_options(
            [
                Option("tail", translate("Settings", "From the day after due")),
                Option("both", translate("Settings", "The due day too")),
            ]
        )
        self._head.setText(translate("Settings", "Set for customers"))
        self.table.setAccessibleName(translate("Settings", "Set for customers"))


def _kept(reader: BookReader) -> _Kept:
    ids = [int(key) for key in reader.setting("interest_customers") or {}]
    customers = [(reader.customer(one), customer_terms(reader, one)) for one in ids]
    rows = sorted((known.code, known.name, terms) for known, terms in customers)
    return _Kept(policy=reader.setting("interest") or {}, customers=tuple(rows))


def _buyer(code: str) -> str:
    source = _BUYERS[code]
    return translate("Settings", source)


def _takes(code: str) -> bool:
    return MODES[code].takes is not Takes.NOTHING


def _has_own(code: str) -> bool:
    """Whether a mode brings a multiplier or points of its own."""
    return bool(code) and MODES[code].takes in (Takes.MULTIPLIER, Takes.POINTS)


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    return box


def _fill(box: QComboBox, options: Mapping[str, str]) -> None:
    """Offer options anew, keeping the one that was chosen."""
    kept = box.currentData()
    box.clear()
    for code, words in options.items():
        box.addItem(words, code)
    box.setCurrentIndex(max(0, box.findData(kept)))
