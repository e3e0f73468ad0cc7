"""What an import of bank files did: per file and account, whether it adds up and follows on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.errors import DomainError
from domain.importing import AccountTold
from domain.listing import StatementRow
from domain.money import from_decimal
from ui import format as fmt
from ui import import_words
from ui.context import AppContext
from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts.taking import Taken, counts_of, differs
from ui.receipts.words import tail
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.paint import ChipText
from ui.widgets.text_table import TextTable

#: Notes of readers of banks' files; those on rows around a table say nothing of the money.
_NOTED: Final = "bank."


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One account of one file as a row; ``problem`` stands in the place of its figures.

    ``off``: by how much opening and lines miss the closing balance. ``differs``: a figure
    that the file gives of its lines is another than theirs.
    """

    place: int
    account: str = ""
    currency: str = "CNY"
    first_on: date | None = None
    last_on: date | None = None
    opening: int | None = None
    credits: int | None = None
    debits: int | None = None
    closing: int | None = None
    off: int | None = None
    continues: bool | None = None
    differs: bool = False
    problem: str = ""


def told_of(place: int, one: AccountTold, rows: Sequence[StatementRow]) -> Told:
    """Return what a file says of an account, with the book's own view of its continuity."""
    same = [
        row
        for row in rows
        if row.account == one.account and (row.to_on, row.lines) == (one.last_on, one.lines)
    ]
    mine = same or [row for row in rows if row.account == one.account]
    off = None
    if one.adds_up is not None and one.opening is not None and one.closing is not None:
        off = _minor(one.opening + one.credits - one.debits - one.closing, one.currency)
    return Told(
        place=place,
        account=one.account,
        currency=one.currency,
        first_on=one.first_on,
        last_on=one.last_on,
        opening=_minor(one.opening, one.currency),
        credits=_minor(one.credits, one.currency),
        debits=_minor(one.debits, one.currency),
        closing=_minor(one.closing, one.currency),
        off=off,
        continues=max(mine, key=lambda row: row.id).continues if mine else None,
        differs=differs(one),
    )


def _minor(amount: Decimal | None, currency: str) -> int | None:
    """Return a figure of a file in minor units, None where it has more decimals than that."""
    try:
        return None if amount is None else from_decimal(amount, currency).minor
    except DomainError:
        return None


def sum_chip(off: int | None, currency: str) -> ChipText:
    """Return whether opening and lines come to the closing balance, and by how much not."""
    if off is None:
        return ChipText(translate("Receipts", "no balances"), "neutral")
    if not off:
        return ChipText(translate("Receipts", "adds up"), "green")
    said = translate("Receipts", "off by {amount}")
    return ChipText(said.format(amount=fmt.money(off, currency)), "red")


def continues_chip(continues: bool | None) -> ChipText | None:
    """Return whether a statement opens with what the one before closed with."""
    if continues is None:
        return None
    if continues:
        return ChipText(translate("Receipts", "follows on"), "green")
    return ChipText(translate("Receipts", "gap before it"), "amber")


def period_words(first: date | None, last: date | None, language: str) -> str:
    """Return the days a statement covers."""
    if first is None or last is None:
        return fmt.DASH
    if first == last:
        return fmt.day(first, language)
    if first.year != last.year:
        return f"{fmt.day(first, language)} – {fmt.day(last, language)}"
    if language == "zh":
        return f"{fmt.day(first, language)} – {fmt.short_day(last, language)}"
    return f"{fmt.short_day(first, language)} – {fmt.day(last, language)}"


def _chips(one: Told) -> list[ChipText]:
    chips = [sum_chip(one.off, one.currency)]
    if one.differs and not one.off:
        chips = [ChipText(translate("Receipts", "figures differ"), "red")]
    follows = continues_chip(one.continues)
    return chips if follows is None else [*chips, follows]


def _columns() -> list[Column]:
    return [
        Column(
            key="account",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Account")),
            get=lambda one: tail(one.account),
            kind="code",
            width=80,
        ),
        Column(
            key="period",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Period")),
            get=lambda one: one.last_on,
            say=lambda one, language: period_words(one.first_on, one.last_on, language),
            width=128,
            stretch=True,
        ),
        _money("opening", QT_TRANSLATE_NOOP("Receipts", "Opening")),
        _money("credits", QT_TRANSLATE_NOOP("Receipts", "In")),
        _money("debits", QT_TRANSLATE_NOOP("Receipts", "Out")),
        _money("closing", QT_TRANSLATE_NOOP("Receipts", "Closing")),
        Column(
            key="checks",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Check")),
            get=_chips,
            kind="chips",
            width=184,
        ),
    ]


def _money(key: str, words: str) -> Column:
    return Column(
        key=key,
        title=("Receipts", words),
        get=lambda one: getattr(one, key),
        kind="money",
        width=84,
    )


class TakenPane(QWidget):
    """Shows the files just taken in, with the rows that were refused.

    Signals:
        closed: back to the receipts.
        naming_asked: the columns of a table are to be named (``Unnamed``).
    """

    closed = Signal()
    naming_asked = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.taken: list[Taken] = []
        self._title = label("subhead", name="receipts.taken.title")
        self._counts = Chips()
        self._about = label("small", name="receipts.taken.about", wrap=True)
        rules = Rules(
            note=lambda one: one.problem,
            note_from="period",
            name=lambda one: one.account,
        )
        self.model = GridModel(_columns(), lambda: ctx.language, rules)
        self.grid = GridView(self.model, lambda: ctx.language, name="receipts.taken.grid")
        self._refused_heading = label("heading")
        self.refused = TextTable("receipts.taken.refused")
        self.leave = Button(name="receipts.taken.close", kind="primary", key="Esc")
        self.naming = Button(name="receipts.taken.name_columns", icon="columns-3")
        self._build()
        self.leave.clicked.connect(self.closed)
        self.naming.clicked.connect(self._ask_naming)
        self.setFocusProxy(self.grid)

    def _build(self) -> None:
        title = row(self._title, self._counts, None, gap=12)
        head = pane(column(title, self._about, margins=(16, 12, 16, 10), gap=4))
        heading = pane(row(self._refused_heading, None, margins=(16, 0, 16, 0)), height=32)
        self._refused_box = pane(column(line(), heading, line(), self.refused))
        self.refused.setMinimumHeight(112)
        acts = pane(row(self.leave, self.naming, None, margins=(16, 0, 16, 0)), height=44)
        layout = column(head, line(), WholeRows(self.grid), self._refused_box, line(), acts)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_taken(self, taken: Sequence[Taken]) -> None:
        """Show what became of files."""
        self.taken = list(taken)
        self._show()
        self.grid.select_first()

    def _show(self) -> None:
        rows: list[Any] = []
        for place, one in enumerate(self.taken):
            rows += [_heading(place, one), *_rows(place, one, self.ctx.language)]
        self.model.show_rows(rows)
        self._show_words()
        self._show_refused()
        self.naming.setVisible(any(one.unnamed for one in self.taken))

    def _show_words(self) -> None:
        read = [one for one in self.taken if one.report is not None]
        added, known, refused = counts_of(self.taken)
        self._title.setText(translate("Receipts", "%n file(s) taken in", None, len(read)))
        kinds = (
            (translate("Receipts", "New"), added, "green"),
            (translate("Receipts", "Known already"), known, "neutral"),
            (translate("Receipts", "Refused"), refused, "red"),
            (translate("Receipts", "Not read"), len(self.taken) - len(read), "red"),
        )
        chips = [ChipText(f"{word} {fmt.count(number)}", tone) for word, number, tone in kinds]
        self._counts.set_chips([one for one, kind in zip(chips, kinds, strict=True) if kind[1]])
        accounts = [one for taken in read if taken.report for one in taken.report.accounts]
        wrong = any(one.adds_up is False or differs(one) for one in accounts)
        self._about.setText(_about_words(wrong=wrong))

    def _show_refused(self) -> None:
        language, rows = self.ctx.language, []
        for one in self.taken:
            for refused in one.report.rejected if one.report is not None else ():
                reason = import_words.text(refused.code, refused.facts, language)
                cell = (one.file.name, str(refused.row), refused.column, refused.value, reason)
                rows.append(cell)
        headers = [
            translate("Receipts", "File"),
            translate("Receipts", "Row"),
            translate("Receipts", "Column"),
            translate("Receipts", "Value"),
            translate("Receipts", "Reason"),
        ]
        self._refused_heading.setText(translate("Receipts", "Rows refused: %n", None, len(rows)))
        self.refused.show_texts(headers, rows, right=[1])
        self._refused_box.setVisible(bool(rows))

    def _ask_naming(self) -> None:
        unnamed = [one.unnamed for one in self.taken if one.unnamed is not None]
        current = self.grid.current_row()
        here = self.taken[current.place].unnamed if isinstance(current, Told) else None
        if here is not None or unnamed:
            self.naming_asked.emit(here or unnamed[0])

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.leave.set_words(translate("Receipts", "Back"))
        self.naming.set_words(translate("Receipts", "Name the columns…"))
        self.grid.setAccessibleName(translate("Receipts", "Files taken in"))
        self.refused.setAccessibleName(translate("Receipts", "Rows refused"))
        self.grid.retranslate()
        self._show()


def _about_words(*, wrong: bool) -> str:
    if wrong:
        return translate(
            "Receipts",
            "A statement does not add up: its lines do not come to the balances and totals that it "
            "names. It was taken in all the same; look for lines that are missing or altered.",
        )
    return translate(
        "Receipts", "Lines known already were left as they are. Nothing is booked to customers yet."
    )


def _heading(place: int, taken: Taken) -> Group:
    report = taken.report
    if report is None:
        return Group(str(place), Path(taken.file).name, translate("Receipts", "not taken in"))
    told = [
        translate("Receipts", "%n new", None, report.added),
        translate("Receipts", "%n known already", None, report.unchanged),
    ]
    if report.rejected:
        told.append(translate("Receipts", "%n refused", None, len(report.rejected)))
    return Group(str(place), Path(taken.file).name, " · ".join(told))


def _rows(place: int, taken: Taken, language: str) -> list[Told]:
    """Return a row per account, under it what its reader noticed."""
    if taken.report is None:
        return [Told(place=place, problem=taken.problem)]
    rows = []
    for one in taken.report.accounts:
        rows.append(told_of(place, one, taken.statements))
        for code, facts in one.notes:
            if code.startswith(_NOTED):
                said = import_words.text(code, facts, language)
                rows.append(Told(place=place, problem=said))
    return rows
