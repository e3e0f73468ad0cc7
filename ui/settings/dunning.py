"""Dunning procedures: levels with their days, smallest sum, days between letters."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit

from domain.dunning import DEFAULT_PROCEDURE, Procedure
from domain.ports import BookReader
from domain.services.dunning import procedures
from ui import parse
from ui.context import AppContext
from ui.marks import translate
from ui.settings.section import Section, edit
from ui.widgets.basic import column, label, row
from ui.widgets.button import Button
from ui.widgets.fields import AmountEdit, Field, needed, unclear_amount

#: More levels than anyone writes letters for.
_MOST: Final = 6
_WIDTH: Final = 152


class DunningSection(Section):
    """One procedure at a time; all of them are kept together."""

    key = "dunning"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._kept: dict[str, dict[str, Any]] = {}
        self._shown = ""
        self.which = QComboBox()
        self.which.setObjectName("settings.dunning.which")
        self.add = Button(name="settings.dunning.add", icon="plus")
        self.code = edit("settings.dunning.code")
        self.minimum = AmountEdit(name="settings.dunning.minimum")
        self.interval = edit("settings.dunning.interval")
        self._grid = QGridLayout()
        self._rows: list[tuple[QLineEdit, QLineEdit]] = []
        self._heads = [label("heading") for _ in range(3)]
        self.more = Button(name="settings.dunning.more", kind="small", icon="plus")
        self.less = Button(name="settings.dunning.less", kind="small", icon="trash-2")
        self._levels_error = label("error", name="settings.dunning.levels_error", wrap=True)
        self._levels_error.hide()
        self.fields = {
            "which": self._field(self.which, lambda: translate("Settings", "Procedure")),
            "code": self._field(self.code, lambda: translate("Settings", "Name")),
            "minimum": self._field(self.minimum, lambda: translate("Settings", "Not below")),
            "interval": self._field(
                self.interval, lambda: translate("Settings", "Days between letters")
            ),
        }
        self._build()
        self._wire()

    @staticmethod
    def _field(editor: Any, words: Any) -> Field:
        return Field(editor, words, label_width=_WIDTH)

    def _build(self) -> None:
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        for place, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, place)
        self._grid.setColumnMinimumWidth(0, _WIDTH - 12)
        self._grid.setColumnStretch(3, 1)
        first = row(self.fields["which"], self.add)
        rest = [self.fields[name] for name in ("code", "minimum", "interval")]
        self.setLayout(
            column(
                *(first, *rest, 8, self._grid, row(_WIDTH, self.more, self.less, None, gap=4)),
                *(row(_WIDTH, self._levels_error, gap=0), self.problem),
                *(row(_WIDTH, self.save, None, gap=0), None),
                gap=8,
            )
        )

    def _wire(self) -> None:
        self.which.activated.connect(lambda _place: self._choose(self.which.currentData()))
        self.add.clicked.connect(self._new)
        self.more.clicked.connect(partial(self._add_level, 0, 7))
        self.less.clicked.connect(self._drop_level)
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

        def read(reader: BookReader) -> tuple[dict[str, Procedure], str]:
            return procedures(reader), reader.base_currency()

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: tuple[dict[str, Procedure], str]) -> None:
        known, self.minimum.currency = found
        self._kept = {code: _stored(one) for code, one in known.items()}
        self._choose(self._shown if self._shown in self._kept else next(iter(self._kept)))

    def _choose(self, code: str) -> None:
        self._shown = code
        self._list()
        kept = self._kept[code]
        self.code.setText(code)
        self.minimum.set_minor(kept["minimum_minor"])
        self.interval.setText(str(kept["interval_days"]))
        while self._rows:
            self._drop_level()
        for level in kept["levels"]:
            self._add_level(level["days"], level["pay_days"])
        self.errors_shown({})
        self._levels_error.hide()
        self.dirty = False

    def _list(self) -> None:
        self.which.clear()
        for code in self._kept:
            shown = translate("Settings", "Standard") if code == DEFAULT_PROCEDURE.code else code
            self.which.addItem(shown, code)
        self.which.setCurrentIndex(self.which.findData(self._shown))

    def _new(self) -> None:
        code = next(f"P{n}" for n in range(2, 100) if f"P{n}" not in self._kept)
        self._kept[code] = {**_stored(DEFAULT_PROCEDURE), "code": code}
        self._choose(code)
        self.touch()
        self.code.setFocus()
        self.code.selectAll()

    def _add_level(self, days: int, pay_days: int) -> None:
        place = len(self._rows) + 1
        if place > _MOST:
            return
        pair = (edit(f"settings.dunning.days.{place}"), edit(f"settings.dunning.pay.{place}"))
        for editor, value in zip(pair, (days, pay_days), strict=True):
            editor.setText(str(value) if value else "")
            editor.setFixedWidth(96)
        pair[0].setAccessibleName(f"{self._heads[1].text()} {place}")
        pair[1].setAccessibleName(f"{self._heads[2].text()} {place}")
        self._grid.addWidget(label("", str(place)), place, 0)
        self._grid.addWidget(pair[0], place, 1)
        self._grid.addWidget(pair[1], place, 2)
        self._rows.append(pair)
        self.watch(list(pair))
        self.touch()

    def _drop_level(self) -> None:
        if not self._rows:
            return
        place = len(self._rows)
        for at in range(3):
            item = self._grid.itemAtPosition(place, at)
            widget = None if item is None else item.widget()
            if widget is not None:
                self._grid.removeWidget(widget)
                widget.deleteLater()
        self._rows.pop()
        self.touch()

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
        levels = self._levels()
        if self.errors_shown(errors) or levels is None:
            return
        value = {
            "code": code,
            "levels": levels,
            "minimum_minor": minimum,
            "interval_days": interval,
        }
        kept = {c: v for c, v in self._kept.items() if c != self._shown} | {code: value}
        self._shown = code
        self.keep({"dunning_procedures": list(kept.values())}, self.load)

    def _levels(self) -> list[dict[str, int]] | None:
        levels: list[dict[str, int]] = []
        for place, (days, pay) in enumerate(self._rows, start=1):
            after, within = _whole(days.text()), _whole(pay.text())
            before = levels[-1]["days"] if levels else 0
            if after is None or not within or after <= before:
                self._tell_levels()
                (days if after is None or after <= before else pay).setFocus()
                return None
            levels.append({"level": place, "days": after, "pay_days": within})
        if not levels:
            self._tell_levels()
            return None
        self._levels_error.hide()
        return levels

    def _tell_levels(self) -> None:
        self._levels_error.setText(
            translate(
                "Settings",
                "Each level needs whole days, more than the level before, and days to pay.",
            )
        )
        self._levels_error.show()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        heads = (
            translate("Settings", "Level"),
            translate("Settings", "Days overdue"),
            translate("Settings", "Days to pay"),
        )
        for head, text in zip(self._heads, heads, strict=True):
            head.setText(text)
        self.add.set_words(translate("Settings", "New procedure"))
        self.more.set_words(translate("Settings", "Add a level"))
        self.less.set_words(translate("Settings", "Remove the last"))
        if self._kept:
            self._list()


def _stored(procedure: Procedure) -> dict[str, Any]:
    return {
        "code": procedure.code,
        "levels": [asdict(level) for level in procedure.levels],
        "minimum_minor": procedure.minimum_minor,
        "interval_days": procedure.interval_days,
    }


def _whole(text: str) -> int | None:
    plain = parse.clean(text)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 5 else None
