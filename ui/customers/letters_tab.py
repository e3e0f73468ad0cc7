"""Issue a letter to a customer: choose it, fill in its facts, look at the page, number it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QScrollArea

from domain.changes import OperationResult
from domain.customer import Customer
from domain.errors import QingzhangError
from domain.letters.catalogue import BOTH, CATALOGUE, letter_of
from domain.letters.example import example
from domain.letters.tables import typed_table
from domain.letters.wording import text_in_force
from domain.letters.writing import listed
from domain.listing import ItemRow
from domain.money import Money
from domain.papers import LetterPaper
from domain.ports import BookReader
from domain.services import letters, papers
from domain.services.letter_facts import LetterFactsKnown, known_facts
from domain.services.papers import Issued
from ui import format as fmt
from ui import labels
from ui import letter_words as words
from ui.acts import Act
from ui.context import AppContext, Notice
from ui.customers.letter_fields import FactFields
from ui.customers.tabs import CustomerTab
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.preview.pane import PagePreview
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option

_LEFT: Final = 400
#: Where the act that issues a letter and knows its facts is done, by the letter's origin.
_LEADS: Final = {
    "limit": "customer/{customer}/limits",
    "hold": "customer/{customer}/exposure",
    "dispute": "collections?tab=disputes",
    "assignment": "credit?tab=cover&part=assignments",
    "confirmation": "credit?tab=cover&part=exposure",
    "guarantee": "credit?tab=cover&part=guarantees",
    "insurance": "credit?tab=cover&part=deadlines",
}
#: Those a person issues first, of these those of both languages; then those of an act. What
#: a run or a booking sends goes out with it.
_OFFERED: Final = tuple(
    sorted(
        (one for one in CATALOGUE if not one.origin or one.origin in _LEADS),
        key=lambda one: (bool(one.origin), one.languages != BOTH),
    )
)
_SPOKEN: Final = (Option("zh", "中文"), Option("en", "English"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    customer_id: int
    customer: Customer
    language: str
    items: list[ItemRow]
    base: str


class LettersTab(CustomerTab):
    """The form at the left, the page at the right."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._found: _Found | None = None
        self._source: tuple[str, int] | None = None
        self._facts: LetterFactsKnown | None = None
        self.issue_act = Act(
            self,
            "customer.letters.issue",
            ("Customer", QT_TRANSLATE_NOOP("Customer", "Issue and number")),
            self.issue,
            key="Ctrl+Return",
            icon="stamp",
        )
        self.acts.append(self.issue_act)
        self.letter = QComboBox()
        self.letter.setObjectName("customer.letters.letter")
        self.letter.setMaxVisibleItems(len(_OFFERED))
        self.language = Choice("segment", name="customer.letters.language")
        self.language.set_options(_SPOKEN)
        self.facts = FactFields(ctx)
        self.items = QListWidget()
        self.items.setObjectName("customer.letters.items")
        self._items_label = label("label")
        self._sum = label("small", name="customer.letters.sum")
        self.problem = label("error", name="customer.letters.error", wrap=True)
        self.wording = Button(name="customer.letters.wording", kind="flat")
        self._lead_words = label("small", wrap=True)
        self.lead = Button(name="customer.letters.lead", kind="primary")
        self.preview = PagePreview(ctx, "customer.letters.preview")
        self._delay = QTimer(self, singleShot=True, interval=400)
        self._delay.timeout.connect(self._draw)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.items.setFixedHeight(136)
        self._listed = pane(
            column(row(self._items_label, None, self._sum), self.items, gap=4), role="pane"
        )
        inside = pane(column(self._listed, self.facts, None, margins=(0, 0, 12, 0), gap=10))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self._leads = pane(column(self._lead_words, row(self.lead, None), None, gap=10))
        self._issue = Button.of(self.issue_act, kind="primary")
        foot = row(self._issue, None, self.wording)
        form = column(
            *(self.letter, row(self.language, None), self._area, self._leads, self.problem, foot),
            margins=(16, 12, 12, 12),
            gap=10,
        )
        left = pane(form)
        left.setFixedWidth(_LEFT)
        self.setLayout(row(left, line(vertical=True), self.preview, gap=0))
        self.setFocusProxy(self.letter)

    def _wire(self) -> None:
        self.letter.activated.connect(lambda _place: self.choose(str(self.letter.currentData())))
        self.language.chosen.connect(lambda _code: self._chosen())
        self.facts.typed.connect(self._touch)
        self.items.itemChanged.connect(lambda _item: self._touch())
        self.lead.clicked.connect(self._follow)
        self.wording.clicked.connect(lambda: self.ctx.navigate("settings?section=wording"))

    # what is shown

    def show_customer(self, customer_id: int) -> None:
        """Read the customer and its open items."""
        self.customer_id = customer_id
        on = self.ctx.as_of

        def read(reader: BookReader) -> _Found:
            customer = reader.customer(customer_id)
            return _Found(
                customer_id=customer_id,
                customer=customer,
                language=papers.paper_language(reader, customer),
                items=reader.open_items(on, customer_id=customer_id),
                base=reader.base_currency(),
            )

        self.ctx.query(read, self._show, asker=self)

    def open_part(self, part: str) -> None:
        """Write a letter about something: "dispute_reply:5", "repayment_agreement:12"."""
        letter, _, key = part.partition(":")
        wanted, day, customer_id = (letter, int(key)), self.ctx.as_of, self.customer_id
        self._source = wanted

        def read(reader: BookReader) -> LetterFactsKnown:
            spoken = papers.paper_language(reader, reader.customer(customer_id or 0))
            return known_facts(reader, *wanted, day, spoken)

        def here(facts: LetterFactsKnown) -> None:
            if self._source == wanted and facts.customer_id == self.customer_id:
                self._facts = facts
                self.facts.forget()
                self.items.clear()
                self.choose(letter)

        self.ctx.query(read, here, asker=self)

    def _about(self) -> LetterFactsKnown | None:
        """Return the facts of what the letter is about, None for any other letter."""
        mine = self._source is not None and self._source[0] == self._key()
        return self._facts if mine else None

    def _show(self, found: _Found) -> None:
        if found.customer_id != self.customer_id:
            return
        fresh = self._found is None or self._found.customer_id != found.customer_id
        self._found = found
        if fresh:
            if self._facts is not None and self._facts.customer_id != found.customer_id:
                self._source = self._facts = None
            self.facts.forget()
            self.choose(self._key())
        else:
            self._show_items()
            self._draw()

    def choose(self, key: str) -> None:
        """Show the form of a letter."""
        self.letter.setCurrentIndex(max(0, self.letter.findData(key)))
        known = letter_of(self._key()).languages
        self.language.setEnabled(len(known) > 1)
        wanted = self._found.language if self._found else "zh"
        self.language.set_value(wanted if wanted in known else known[0])
        self._chosen()

    def _key(self) -> str:
        return str(self.letter.currentData() or _OFFERED[0].key)

    def _currency(self) -> str:
        about = self._about()
        if about is not None:
            return about.currency
        rows = self._chosen_items()
        return rows[0].currency if rows else (self._found.base if self._found else "CNY")

    def _chosen(self) -> None:
        led = self._led()
        for part in (self._area, self._issue):
            part.setVisible(not led)
        self._leads.setVisible(led)
        self.issue_act.setEnabled(not led)
        if self._found is None:
            return
        if led:
            self._show_example()
            return
        self._show_items()
        self.facts.show_letter(letter_of(self._key()), self._currency(), self._known())
        self._draw()

    def _led(self) -> bool:
        """Whether the letter is an act's that did not hand its facts over."""
        return bool(letter_of(self._key()).origin) and self._about() is None

    def _show_example(self) -> None:
        """Show what the letter looks like: its facts are known to its act alone."""
        self._say("")
        key, language = self._key(), self.language.value() or "zh"
        make = partial(_example, self.ctx, key, language)
        self.preview.show_made(make, translate("Customer", "Drawing the letter…"))

    def _follow(self) -> None:
        """Go to where the letter shown is issued."""
        address = _LEADS[letter_of(self._key()).origin]
        self.ctx.navigate(address.format(customer=self.customer_id))

    def _known(self) -> dict[str, Any]:
        """Return what the book knows of the facts."""
        found = self._found
        if found is None:
            return {}
        contracts = dict.fromkeys(row.contract_number for row in found.items if row.contract_number)
        about = self._about()
        return {
            "contract": "、".join(contracts) if len(contracts) == 1 else "",
            "owed_to_us": sum(row.open for row in found.items if row.currency == found.base),
            **(_typed(about) if about is not None else {}),
        }

    def _show_items(self) -> None:
        self._listed.setVisible(letter_of(self._key()).items)
        about = self._about()
        listed_ = about.items if about is not None else ()
        rows = list(listed_) or (self._found.items if self._found else [])
        kept = {row.id for row in self._chosen_items()} if self.items.count() else None
        currency = self._first_currency(rows)
        self.items.blockSignals(True)
        self.items.clear()
        for one in rows:
            due = one.due_on.isoformat() if one.due_on else ""
            said = f"{one.label} · {due} · {one.currency} {fmt.money(listed(one), one.currency)}"
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, one)
            late = (one.days_overdue or 0) > 0 and one.currency == currency
            on = one.id in kept if kept is not None else late or bool(listed_)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.items.addItem(item)
        self.items.blockSignals(False)
        self._show_sum()

    def _first_currency(self, rows: list[ItemRow]) -> str:
        late = [row for row in rows if (row.days_overdue or 0) > 0]
        return (late or rows)[0].currency if rows else ""

    def _chosen_items(self) -> list[ItemRow]:
        found = (self.items.item(place) for place in range(self.items.count()))
        return [
            one.data(Qt.ItemDataRole.UserRole)
            for one in found
            if one is not None and one.checkState() == Qt.CheckState.Checked
        ]

    def _show_sum(self) -> None:
        rows = self._chosen_items()
        currencies = {row.currency for row in rows}
        if len(currencies) == 1:
            currency = currencies.pop()
            total = fmt.money(sum(listed(row) for row in rows), currency)
            self._sum.setText(f"{len(rows)} · {currency} {total}")
        else:
            self._sum.setText(str(len(rows)) if rows else "")

    def _touch(self) -> None:
        self._show_sum()
        self._delay.start()

    # the letter

    def _asked(self) -> dict[str, Any] | None:
        """Return what the letter is made of; None when something typed cannot be used."""
        values = self.facts.values()
        rows = self._chosen_items()
        if values is None or self.customer_id is None:
            return None
        if len({row.currency for row in rows}) > 1:
            self._say(translate("Customer", "A letter lists items of one currency"))
            return None
        letter, language = letter_of(self._key()), self.language.value() or "zh"
        typed = self.facts.tables()
        tables = {name: typed_table(name, text, language) for name, text in typed.items()}
        return {
            "values": values,
            "items": rows if letter.items else (),
            "tables": {name: table for name, table in tables.items() if table is not None},
            "language": language,
            "currency": "" if letter.items else self._currency(),
        }

    def _draw(self) -> None:
        if self._led():
            self._show_example()
            return
        self._say("")
        asked = self._asked()
        if asked is None or self.customer_id is None:
            return
        make = partial(_page, self.ctx, self._key(), self.customer_id, self.ctx.today, asked)
        self.preview.show_made(make, translate("Customer", "Drawing the letter…"))

    def _say(self, words_: str) -> None:
        self.problem.setText(words_)
        self.problem.setVisible(bool(words_))

    def issue(self) -> None:
        """Number the letter, freeze it and show it in the register."""
        asked = None if self._led() else self._asked()
        if asked is None or self.customer_id is None or self.facts.show_missing():
            return
        key, customer_id = self._key(), self.customer_id
        today = self.ctx.today

        def made(value: LetterPaper) -> None:
            self.ctx.act(
                letters.issue_letter,
                value,
                customer_id,
                self.ctx.papers.render,
                asker=self,
                notice=_told,
                done=self._issued,
                failed=self._refused,
            )

        self.ctx.query(
            lambda reader: letters.draft(reader, key, customer_id, dated_on=today, **asked),
            made,
            asker=self,
            failed=self._refused,
        )

    def _issued(self, result: OperationResult[Issued]) -> None:
        self._source = self._facts = None
        self.facts.forget()
        self.ctx.navigate(f"paper/{result.value.id}")

    def _refused(self, error: QingzhangError) -> bool:
        self._say(labels.error_text(error, self.ctx.language))
        return True

    def has_draft(self) -> bool:
        """Whether facts were typed that are not issued."""
        return self.facts.dirty

    def retranslate(self) -> None:
        """Set every text in the current language."""
        kept, spoken = self.letter.currentData(), self.ctx.language
        self.letter.clear()
        for one in _OFFERED:
            self.letter.addItem(words.letter(one.key, spoken), one.key)
        self.letter.setCurrentIndex(max(0, self.letter.findData(kept)))
        self.letter.setAccessibleName(translate("Customer", "Letter"))
        self.language.setAccessibleName(translate("Customer", "Language of the letter"))
        self.items.setAccessibleName(translate("Customer", "Items listed"))
        self._items_label.setText(translate("Customer", "Items listed"))
        self.wording.set_words(translate("Customer", "Change the wording…"))
        self._lead_words.setText(
            translate(
                "Customer",
                "This letter goes out with what it tells: its facts are filled in there, and the "
                "page beside is an example.",
            )
        )
        self.lead.set_words(translate("Customer", "Go to where it is issued"))
        self.issue_act.retranslate()
        self.facts.retranslate()
        self.preview.retranslate()


def _typed(facts: LetterFactsKnown) -> dict[str, Any]:
    """Return facts as the fields hold them: money in minor units, tables by their fields."""
    values = {
        name: value.minor if isinstance(value, Money) else value
        for name, value in facts.values.items()
    }
    return {**values, **{f"{name}_rows": text for name, text in facts.rows.items()}}


def _page(ctx: AppContext, key: str, customer_id: int, on: date, asked: dict[str, Any]) -> bytes:
    """Draw the letter; called in the background. What is still missing shows as dots."""
    letter = letter_of(key)
    values = dict(asked["values"])
    gap = "……"
    for field in letter.fields:
        if field.required and values.get(field.name) in (None, ""):
            values[field.name] = gap
    shown = {**asked, "values": values}
    return ctx.papers.render(letters.draft(ctx.reader, key, customer_id, dated_on=on, **shown))


def _example(ctx: AppContext, key: str, language: str) -> bytes:
    """Draw a letter with made-up facts in the words in force; called in the background."""
    reader = ctx.reader
    text = text_in_force(reader, key, language)
    made = example(reader.templates, key, language, text, reader.company(), ctx.today)
    return ctx.papers.render(made)


def _told(result: OperationResult[Issued]) -> Notice:
    said = translate("Customer", "Issued as {number}")
    return Notice(said.format(number=result.value.value.number))
