"""Dunning procedures: levels with days and charges, limits, and who follows which."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtWidgets import QComboBox

from domain.dunning_procedure import DEFAULT_PROCEDURE, DunningChoice, Procedure
from domain.ports import BookReader
from domain.services.dunning import procedures
from domain.services.dunning_acts import choose_procedure, keep_procedures
from ui import parse
from ui.context import AppContext
from ui.marks import translate
from ui.settings.dunning_levels import LevelsEdit
from ui.settings.section import Section
from ui.widgets.basic import column, label, line_edit, row
from ui.widgets.button import Button
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import AmountEdit, Field, needed, unclear_amount
from ui.widgets.text_table import TextTable

_WIDTH: Final = 152


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the book has."""

    known: dict[str, Procedure]
    currency: str
    followers: tuple[tuple[str, str], ...]


class DunningSection(Section):
    """One procedure at a time; all of them are kept together, the first is the default."""

    key = "dunning"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._kept: dict[str, Procedure] = {}
        self._currency = "CNY"
        self._shown = ""
        self._followers: tuple[tuple[str, str], ...] = ()
        self.which = QComboBox()
        self.which.setObjectName("settings.dunning.which")
        self.add = Button(name="settings.dunning.add", icon="plus")
        self.first = Button(name="settings.dunning.default", kind="link")
        self.code = line_edit("settings.dunning.code")
        self.minimum = AmountEdit(name="settings.dunning.minimum")
        self.interval = line_edit("settings.dunning.interval")
        self.levels = LevelsEdit(ctx)
        self.more = Button(name="settings.dunning.more", kind="small", icon="plus")
        self.less = Button(name="settings.dunning.less", kind="small", icon="trash-2")
        self._levels_error = label("error", name="settings.dunning.levels_error", wrap=True)
        self._levels_error.hide()
        self.customer = CustomerEdit(ctx, name="settings.dunning.customer")
        self.grade = line_edit("settings.dunning.grade")
        self.follow = Button(name="settings.dunning.follow", kind="small")
        self.unfollow = Button(name="settings.dunning.unfollow", kind="small")
        self.table = TextTable("settings.dunning.followers")
        self._about_followers = label("heading")
        self.fields = {
            "which": self._field(self.which, lambda: translate("Settings", "Procedure")),
            "code": self._field(self.code, lambda: translate("Settings", "Name")),
            "minimum": self._field(self.minimum, lambda: translate("Settings", "Not below")),
            "interval": self._field(
                self.interval, lambda: translate("Settings", "Days between letters")
            ),
            "customer": self._field(self.customer, lambda: translate("Settings", "Customer")),
            "grade": self._field(self.grade, lambda: translate("Settings", "or grade")),
        }
        self._build()
        self._wire()

    @staticmethod
    def _field(editor: Any, words: Any) -> Field:
        return Field(editor, words, label_width=_WIDTH)

    def _build(self) -> None:
        self.table.setMaximumHeight(132)
        first = row(self.fields["which"], self.add, self.first)
        rest = [self.fields[name] for name in ("code", "minimum", "interval")]
        follow = row(_WIDTH, self.follow, self.unfollow, None, gap=4)
        self.setLayout(
            column(
                *(first, *rest, 8, self.levels, row(self.more, self.less, None, gap=4)),
                *(self._levels_error, self.problem, row(_WIDTH, self.save, None, gap=0), 12),
                *(self._about_followers, self.fields["customer"], self.fields["grade"], follow),
                *(self.table, None),
                gap=8,
            )
        )

    def _wire(self) -> None:
        self.which.activated.connect(lambda _place: self._choose(self.which.currentData()))
        self.add.clicked.connect(self._new)
        self.first.clicked.connect(self._make_default)
        self.more.clicked.connect(self.levels.add)
        self.less.clicked.connect(self.levels.drop)
        self.levels.touched.connect(self.touch)
        self.follow.clicked.connect(lambda: self._follow(self._shown))
        self.unfollow.clicked.connect(lambda: self._follow(""))
        self.watch([self.code, self.minimum, self.interval])

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Dunning")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "When an overdue item rises to the next level")

    # showing

    def load(self) -> None:
        """Show the book's procedures."""
        self.ctx.query(_read, self._show, asker=self)

    def _show(self, found: _Kept) -> None:
        self._kept, self._currency, self._followers = found.known, found.currency, found.followers
        self._choose(self._shown if self._shown in self._kept else next(iter(self._kept)))
        self._show_followers()

    def _choose(self, code: str) -> None:
        self._shown = code
        self._list()
        kept = self._kept[code]
        currency = kept.currency or self._currency
        self.code.setText(code)
        self.minimum.currency = currency
        self.minimum.set_minor(kept.minimum_minor)
        self.interval.setText(str(kept.interval_days))
        self.levels.show_levels(kept.levels)
        self.levels.set_currency(currency)
        self.first.setVisible(code != next(iter(self._kept)))
        self.errors_shown({})
        self._levels_error.hide()
        self.dirty = False

    def _list(self) -> None:
        self.which.clear()
        for code in self._kept:
            self.which.addItem(_name(code), code)
        self.which.setCurrentIndex(self.which.findData(self._shown))

    def _new(self) -> None:
        code = next(f"P{n}" for n in range(2, 100) if f"P{n}" not in self._kept)
        self._kept[code] = replace(DEFAULT_PROCEDURE, code=code, currency=self._currency)
        self._choose(code)
        self.touch()
        self.code.setFocus()
        self.code.selectAll()

    def _show_followers(self) -> None:
        headers = [translate("Settings", "Customer or grade"), translate("Settings", "Procedure")]
        rows = [(who, _name(code)) for who, code in self._followers]
        self.table.show_texts(headers, rows)
        self.table.setVisible(bool(rows))

    # keeping

    def submit(self) -> None:
        """Check and keep the procedure shown, beside the others."""
        code = self.code.text().strip()
        minimum, interval = self.minimum.minor(), _whole(self.interval.text())
        taken = code != self._shown and code in self._kept
        used = translate("Settings", "There is a procedure of this name")
        days = translate("Settings", "Type a number of days")
        errors = {
            "code": needed() if not code else (used if taken else ""),
            "minimum": unclear_amount() if minimum is None or minimum < 0 else "",
            "interval": days if interval is None else "",
        }
        levels = self._checked_levels()
        if self.errors_shown(errors) or levels is None or minimum is None or interval is None:
            return
        value = Procedure(
            code=code,
            levels=tuple(levels),
            minimum_minor=minimum,
            interval_days=interval,
            currency=self.minimum.currency,
        )
        kept = [value if c == self._shown else one for c, one in self._kept.items()]
        self._shown = code
        self._keep(kept)

    def _checked_levels(self) -> list[Any] | None:
        levels = self.levels.levels()
        rising = levels is not None and all(
            after.after != "due" or before.after != "due" or before.days < after.days
            for before, after in itertools.pairwise(levels)
        )
        self._levels_error.setVisible(not (levels and rising))
        self._levels_error.setText(
            translate(
                "Settings",
                "Each level needs whole days, more than the level before, and days to pay.",
            )
        )
        return levels if levels and rising else None

    def _make_default(self) -> None:
        mine = self._kept[self._shown]
        self._keep([mine, *(one for code, one in self._kept.items() if code != self._shown)])

    def _keep(self, wanted: list[Procedure]) -> None:
        def done(_result: object) -> None:
            self.dirty = False
            self.load()

        self.ctx.act(
            lambda uow: keep_procedures(uow, wanted),
            asker=self,
            notice=translate("Settings", "Saved"),
            done=done,
            failed=self.refused,
        )

    def _follow(self, code: str) -> None:
        """Let a customer or a grade follow the procedure shown, or the default again."""
        customer_id, grade = self.customer.resolve(), self.grade.text().strip()
        if customer_id is None and not grade:
            self.errors_shown({"customer": needed()})
            return
        choice = DunningChoice(procedure=code, grade="" if customer_id else grade)

        def done(_result: object) -> None:
            self.customer.set_customer(None)
            self.grade.clear()
            self.load()

        self.ctx.act(
            lambda uow: choose_procedure(uow, choice, self.ctx.as_of, customer_id=customer_id),
            asker=self,
            notice=translate("Settings", "Saved"),
            done=done,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.levels.retranslate()
        self.add.set_words(translate("Settings", "New procedure"))
        self.first.set_words(translate("Settings", "Make it the default"))
        self.more.set_words(translate("Settings", "Add a level"))
        self.less.set_words(translate("Settings", "Remove the last"))
        self.follow.set_words(translate("Settings", "Follows this procedure"))
        self.unfollow.set_words(translate("Settings", "Follows the default again"))
        self._about_followers.setText(
            translate("Settings", "Customers and grades with a procedure of their own")
        )
        self.table.setAccessibleName(self._about_followers.text())
        if self._kept:
            self._list()
            self._show_followers()


def _read(reader: BookReader) -> _Kept:
    latest: dict[str, str] = {}
    records = sorted(reader.records(DunningChoice), key=lambda one: (one.dated_on, one.id))
    for one in records:
        if one.item_ids:
            continue
        if one.customer_id is None:
            latest[one.value.grade] = one.value.procedure
        else:
            customer = reader.customer(one.customer_id)
            latest[f"{customer.code}  {customer.name}"] = one.value.procedure
    followers = tuple(sorted((who, code) for who, code in latest.items() if code))
    return _Kept(procedures(reader), reader.base_currency(), followers)


def _name(code: str) -> str:
    return translate("Settings", "Standard") if code == DEFAULT_PROCEDURE.code else code


def _whole(text: str) -> int | None:
    plain = parse.clean(text)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 5 else None
