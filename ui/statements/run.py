"""The statement run: parameters, the accounts, the page of the current one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QWidget

from domain.listing import AccountRow
from domain.ports import BookReader
from domain.services.statements import Due, statements_due
from domain.statement_cycle import StatementTerms
from ui import format as fmt
from ui.context import AppContext
from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.preview.pane import PagePreview
from ui.statements.rows import (
    LANGUAGES,
    PERIODS,
    STYLES,
    WHICH,
    Terms,
    columns,
    left_out_words,
    period,
    statement_of,
    sums,
)
from ui.widgets.basic import column, line, pane, row
from ui.widgets.empty import EmptyState
from ui.widgets.fields import DateEdit, Field, needed
from ui.widgets.search_edit import SearchEdit

PARAMETERS: Final = 224
PREVIEW: Final = 440
#: Stands for terms where the run's own parameters decide.
USUAL: Final = StatementTerms()


class StatementRun(QWidget):
    """Chooses accounts and shows the statements they would get.

    Signals:
        changed: other accounts are chosen.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.rows: list[AccountRow] = []
        self._drawn_for: tuple[AccountRow, Terms] | None = None
        self.left_out: set[tuple[int, str]] = set()
        self._asked = 0
        self.preset = _combo("statements.period", PERIODS)
        self.from_on = DateEdit(ctx.as_of, ctx.as_of, name="statements.from")
        self.to_on = DateEdit(ctx.as_of, ctx.as_of, name="statements.to")
        self.style_box = _combo("statements.style", STYLES)
        self.which = _combo("statements.which", WHICH)
        self.language = _combo("statements.language", LANGUAGES)
        self.search = SearchEdit(name="statements.filter", key="Ctrl+F")
        self._due: dict[tuple[int, str], Due] = {}
        rules = Rules(
            checked=self._state,
            note=self._note,
            note_from="opening",
            quiet=lambda one: bool(self._note(one)),
            name=lambda one: one.name,
        )
        self.model = GridModel(columns(), lambda: ctx.language, rules)
        self.grid = GridView(self.model, lambda: ctx.language, name="statements.grid")
        self.preview = PagePreview(ctx, "statements.preview")
        self.footer = Figures()
        self.empty = EmptyState("statements.empty")
        self._delay = QTimer(self, singleShot=True, interval=150)
        self._fields = self._make_fields()
        self._build()
        self._wire()
        self._apply_preset()

    def _make_fields(self) -> dict[str, Field]:
        words: dict[str, tuple[QWidget, Callable[[], str]]] = {
            "period": (self.preset, lambda: translate("Statements", "Period")),
            "from": (self.from_on, lambda: translate("Statements", "From")),
            "to": (self.to_on, lambda: translate("Statements", "To")),
            "style": (self.style_box, lambda: translate("Statements", "Style")),
            "which": (self.which, lambda: translate("Statements", "Customers")),
            "language": (self.language, lambda: translate("Statements", "Language")),
        }
        return {key: Field(editor, said, above=True) for key, (editor, said) in words.items()}

    def _build(self) -> None:
        inside = column(*self._fields.values(), None, margins=(16, 12, 16, 12), gap=10)
        panel = pane(inside, role="raised")
        panel.setFixedWidth(PARAMETERS)
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.grid))
        self.stack.addWidget(self.empty)
        self.search.setMaximumWidth(216)
        bar = pane(row(self.search, None, margins=(16, 0, 16, 0)), height=39)
        foot = pane(row(self.footer, margins=(16, 0, 16, 0)), role="head", height=32)
        left = QWidget()
        left.setLayout(column(bar, line(), self.stack, line(), foot))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([558, PREVIEW])
        layout = row(panel, line(vertical=True), self.split, gap=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.grid)
        self.empty.set_up(self._empty_words)

    def _wire(self) -> None:
        self._delay.timeout.connect(self._show)
        self.preset.activated.connect(lambda _at: self._preset_chosen())
        self.from_on.changed.connect(lambda _on: self._own_dates())
        self.to_on.changed.connect(lambda _on: self._own_dates())
        self.style_box.activated.connect(lambda _at: self._follow(self.grid.current_row()))
        self.language.activated.connect(lambda _at: self._follow(self.grid.current_row()))
        self.which.activated.connect(lambda _at: self._show())
        self.search.textChanged.connect(lambda _text: self._delay.start())
        self.search.escaped.connect(self.grid.setFocus)
        self.search.down.connect(self.grid.setFocus)
        self.empty.cleared.connect(self._show_all)
        self.model.toggled.connect(self._toggle)
        self.grid.all_toggled.connect(self._toggle_all)
        self.grid.current_moved.connect(self._follow)
        self.grid.chosen.connect(lambda one: self.ctx.navigate(f"customer/{one.customer_id}"))

    # parameters

    def _apply_preset(self) -> None:
        for editor in (self.from_on, self.to_on, self.style_box, self.which):
            editor.setEnabled(not self.by_terms())
        days = period(str(self.preset.currentData()), self.ctx.as_of)
        if days is not None:
            self.from_on.set_day(days[0])
            self.to_on.set_day(days[1])

    def _preset_chosen(self) -> None:
        self._apply_preset()
        self.read()

    def by_terms(self) -> bool:
        """Whether each customer's own terms decide on period and style."""
        return self.preset.currentData() == "terms"

    def _own_dates(self) -> None:
        self.preset.setCurrentIndex(self.preset.findData("own"))
        self.read()

    def follow_date(self) -> None:
        """Move a preset period along with the date shown."""
        self._apply_preset()

    def terms(self) -> Terms | None:
        """Return what is asked for; None, with the error beside its field, when unclear."""
        from_on, to_on = self.from_on.day(), self.to_on.day()
        errors = {"from": "" if from_on else needed(), "to": "" if to_on else needed()}
        if from_on is not None and to_on is not None and from_on > to_on:
            errors["to"] = translate("Statements", "The end is before the beginning")
        for key, said in errors.items():
            self._fields[key].set_error(said)
        if from_on is None or to_on is None or from_on > to_on:
            return None
        return Terms(
            from_on=from_on,
            to_on=to_on,
            style=str(self.style_box.currentData()),
            language=str(self.language.currentData() or ""),
            issued_on=max(self.ctx.today, to_on),
        )

    def terms_of(self, one: AccountRow) -> Terms | None:
        """Return what an account's statement is: by its terms, or as asked for."""
        due = self._due.get(self._key(one))
        if due is None:
            return self.terms()
        if due.period is None:
            return None
        return Terms(
            from_on=due.period.from_on,
            to_on=due.period.to_on,
            style=due.terms.style.value,
            language=str(self.language.currentData() or ""),
            issued_on=max(self.ctx.today, due.period.to_on),
        )

    def plan(self) -> list[tuple[AccountRow, Terms]]:
        """Return the accounts chosen, each with its terms."""
        found = [(one, self.terms_of(one)) for one in self.chosen()]
        return [(one, terms) for one, terms in found if terms is not None]

    # accounts

    def read(self) -> None:
        """Read the accounts of the period, or those due by their terms."""
        terms, day, by_terms = self.terms(), self.ctx.as_of, self.by_terms()
        if terms is None and not by_terms:
            return
        self._asked += 1
        mark = self._asked

        def read(reader: BookReader) -> list[Due]:
            if by_terms or terms is None:
                return statements_due(reader, day)
            rows = reader.accounts(terms.from_on, terms.to_on)
            return [Due(account=one, period=None, terms=USUAL, left_out=None) for one in rows]

        def here(found: list[Due]) -> None:
            if mark == self._asked:
                self.rows = [one.account for one in found]
                self._due = {self._key(one.account): one for one in found} if by_terms else {}
                self._drawn_for = None
                self._show()
                self._follow(self.grid.current_row())

        self.ctx.query(read, here, asker=self)

    def _note(self, one: AccountRow) -> str:
        due = self._due.get(self._key(one))
        return "" if due is None else left_out_words(due.left_out)

    def shown(self) -> list[AccountRow]:
        """Return the accounts that the filter leaves."""
        typed = self.search.text().strip().casefold()
        which = "all" if self.by_terms() else str(self.which.currentData())
        return [one for one in self.rows if _fits(one, which, typed)]

    def chosen(self) -> list[AccountRow]:
        """Return the accounts that get a statement."""
        return [
            one
            for one in self.shown()
            if self._key(one) not in self.left_out and not self._note(one)
        ]

    def _key(self, one: AccountRow) -> tuple[int, str]:
        return one.customer_id, one.currency

    def _state(self, one: AccountRow) -> Qt.CheckState | None:
        if self._note(one):
            return None
        out = self._key(one) in self.left_out
        return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked

    def _show(self) -> None:
        shown, chosen = self.shown(), self.chosen()
        current = self.grid.current_row()
        self.model.show_rows(self._grouped(shown))
        self.stack.setCurrentIndex(0 if shown else 1)
        self.empty.show_filtered(bool(self.rows) and not shown)
        state = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        whole = chosen and len(chosen) == len(shown)
        self.grid.show_check(Qt.CheckState.Checked if whole else state)
        key = None if current is None else self._key(current)
        if not self.grid.select_where(lambda one: self._key(one) == key):
            self.grid.select_first()
        if not shown:
            self.preview.say("")
        self._show_figures(shown, chosen)
        self.changed.emit()

    def _grouped(self, shown: list[AccountRow]) -> list[AccountRow | Group]:
        """Return those that get none under a heading of their own."""
        out = [one for one in shown if self._note(one)]
        if not out:
            return list(shown)
        said = translate("Statements", "Left out: %n account(s)", None, len(out))
        return [*(one for one in shown if not self._note(one)), Group("left_out", said), *out]

    def _show_figures(self, shown: list[AccountRow], chosen: list[AccountRow]) -> None:
        self.footer.show_figures(
            [
                Figure(translate("Statements", "Accounts"), fmt.count(len(shown))),
                Figure(translate("Statements", "Chosen"), fmt.count(len(chosen))),
                Figure(translate("Statements", "Closing"), sums_text(sums(chosen))),
            ]
        )

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Statements", "Nothing in this period"),
            translate(
                "Statements",
                "Customers with a balance or movement in the period stand here, each with the "
                "statement it would get.",
            ),
        )

    def _show_all(self) -> None:
        self.search.clear()
        self.which.setCurrentIndex(0)
        self._show()

    # choices

    def _toggle(self, one: AccountRow) -> None:
        self.left_out ^= {self._key(one)}
        self._show()

    def _toggle_all(self) -> None:
        every = {self._key(one) for one in self.shown()}
        if self.left_out & every:
            self.left_out -= every
        else:
            self.left_out |= every
        self._show()

    # page

    def _follow(self, one: AccountRow | None) -> None:
        terms = None if one is None else self.terms_of(one)
        if one is None or terms is None:
            return
        asked = (one, terms)
        if asked == self._drawn_for and self.preview.pdf:
            return
        self._drawn_for = asked
        make = partial(self._page, one, terms)
        self.preview.show_made(make, translate("Statements", "Drawing the statement…"))

    def _page(self, one: AccountRow, terms: Terms) -> bytes:
        """Draw a draft statement; called in the background."""
        value = statement_of(self.ctx.reader, one, terms)
        return b"" if value is None else self.ctx.papers.render(value)

    # state and words

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        boxes = {
            "period": self.preset,
            "style": self.style_box,
            "which": self.which,
            "language": self.language,
        }
        kept: dict[str, Any] = {key: box.currentData() for key, box in boxes.items()}
        return {**kept, "split": self.split.sizes(), "zoom": self.preview.zoom}

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what :meth:`state` gave, and read."""
        boxes = {
            "period": self.preset,
            "style": self.style_box,
            "which": self.which,
            "language": self.language,
        }
        for key, box in boxes.items():
            at = box.findData(state.get(key)) if key in state else -1
            if at >= 0 and state[key] != "own":
                box.setCurrentIndex(at)
        sizes = state.get("split", [])
        if len(sizes) == 2 and all(sizes):
            self.split.setSizes(sizes)
        if "zoom" in state:
            self.preview.set_zoom(state["zoom"])
        self._apply_preset()
        self.read()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for box, words in (
            (self.preset, PERIODS),
            (self.style_box, STYLES),
            (self.which, WHICH),
            (self.language, LANGUAGES),
        ):
            for at in range(box.count()):
                source = words[str(box.itemData(at))]
                box.setItemText(at, translate("Statements", source))
        for field in self._fields.values():
            field.retranslate()
        said = translate("Statements", "Filter by customer")
        self.search.setPlaceholderText(said)
        self.search.setAccessibleName(said)
        self.grid.setAccessibleName(translate("Statements", "Accounts of the period"))
        self.preview.retranslate()
        self.empty.retranslate()
        self.grid.retranslate()
        self._show()


def _combo(name: str, values: dict[str, str]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    for value, words in values.items():
        made.addItem(words, value)
    return made


def _fits(one: AccountRow, which: str, typed: str) -> bool:
    if which == "balance" and not one.closing:
        return False
    if which == "moved" and not one.movements:
        return False
    words = f"{one.code} {one.name} {one.name_en}".casefold()
    return not typed or typed in words
