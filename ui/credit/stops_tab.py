"""Holds and over limit: every customer whose next sale is blocked or minded, with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.changes import Changes
from domain.credit.check import CheckResult, Level, Rule
from domain.credit.exposure import Debtor
from domain.listing import Order
from domain.ports import BookReader
from domain.services.credit_check import standings
from ui import credit_words
from ui import format as fmt
from ui.context import AppContext
from ui.credit.verdict import level_chip, reason_lines
from ui.lists.columns import Column
from ui.lists.footer import Figure, Figures
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.tabbed import Tab
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.empty import EmptyState
from ui.widgets.paint import ChipText

_C = "Exposure"
#: Pills: which customers are listed.
STATES: Final[dict[str, Callable[[CheckResult], bool]]] = {
    "all": lambda one: one.verdict is not Level.PASSES,
    "block": lambda one: one.verdict is Level.BLOCK,
    "hold": lambda one: bool(one.asked.holds),
    "over": lambda one: any(r.rule is Rule.LIMIT and r.case != "near" for r in one.reasons),
    "leave": lambda one: one.override is not None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """A customer with its standing."""

    debtor: Debtor
    result: CheckResult

    @property
    def currency(self) -> str:
        """The limit's currency, as money cells ask for it."""
        return self.result.asked.currency

    @property
    def over(self) -> int:
        """What the exposure is over the limit, 0 within it or without one."""
        limit = self.result.asked.limit
        return 0 if limit is None else max(self.result.asked.exposure - limit, 0)


def _name(row_: StandingRow, language: str) -> str:
    debtor = row_.debtor
    return fmt.name(debtor.name, debtor.name_en, language)


def _why(row_: StandingRow, language: str) -> str:
    return " ".join(words for _level, words in credit_words.reasons(row_.result, language))


def _chips(row_: StandingRow) -> list[ChipText]:
    found = [level_chip(row_.result.verdict)]
    if row_.result.asked.holds:
        found.insert(0, ChipText(translate("Exposure", "On hold"), "red"))
    if row_.result.override is not None:
        found.append(ChipText(translate("Exposure", "Override"), "amber"))
    return found


def _money(key: str, words: str, get: Callable[[StandingRow], int | None], **more: Any) -> Column:
    return Column(
        key=key,
        title=(_C, words),
        get=get,
        kind="money",
        order=key,
        descending=True,
        width=112,
        **more,
    )


COLUMNS: Final = (
    Column(
        key="code",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Code")),
        get=lambda row: row.debtor.code,
        kind="code",
        order="code",
        width=72,
        fixed=True,
    ),
    Column(
        key="name",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Customer")),
        get=lambda row: row.debtor.name,
        say=_name,
        width=190,
        fixed=True,
    ),
    Column(
        key="state",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Standing")),
        get=_chips,
        kind="chips",
        width=150,
    ),
    _money(
        "exposure", QT_TRANSLATE_NOOP("Exposure", "Exposure"), lambda r: r.result.asked.exposure
    ),
    _money("limit", QT_TRANSLATE_NOOP("Exposure", "Limit"), lambda r: r.result.asked.limit),
    _money(
        "over",
        QT_TRANSLATE_NOOP("Exposure", "Over"),
        lambda r: r.over,
        dash=True,
        tone=lambda r: "red" if r.over else "",
    ),
    Column(
        key="currency",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Currency")),
        get=lambda row: row.currency,
        width=52,
        ink="text-2",
        secondary=True,
    ),
    Column(
        key="why",
        title=(_C, QT_TRANSLATE_NOOP("Exposure", "Reasons")),
        get=lambda row: row.result.reasons[0].code if row.result.reasons else "",
        say=_why,
        stretch=True,
        width=240,
    ),
)


def read_standings(reader: BookReader, ctx: AppContext) -> list[StandingRow]:
    """Return every customer that is blocked or minded, the gravest and largest first."""
    found = standings(reader, ctx.as_of)
    debtors = {one.customer_id: one for one in reader.debtors()}
    rows = [
        StandingRow(debtor=debtors[key], result=result)
        for key, result in found.items()
        if result.verdict is not Level.PASSES
    ]
    rows.sort(key=lambda one: (-one.result.verdict.rank, -one.result.asked.exposure))
    return rows


class StopsTab(Tab):
    """The list, and under it the reasons of the current customer."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._rows: list[StandingRow] = []
        self.pills = Choice("pill", name="credit.stops.state")
        self.model, self.view = short_list(
            ctx, COLUMNS, lambda one: one.debtor.customer_id, name="credit.stops", order=Order("")
        )
        self.ask = Button(name="credit.stops.ask", icon="badge-check", key="Ctrl+Shift+K")
        self.ask.clicked.connect(lambda: ctx.command.emit("credit.check"))
        self._title = label("heading")
        self._reasons = column()
        self.foot = Figures()
        below = pane(column(self._title, 6, self._reasons, None, margins=(16, 10, 16, 10)))
        below.setFixedHeight(150)
        foot = pane(row(self.foot, margins=(16, 0, 16, 0)), role="head", height=31)
        pills = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        self.empty = EmptyState("credit.stops.empty")
        self.empty.set_up(self._empty_words)
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.view))
        self.stack.addWidget(self.empty)
        self._below = QWidget()
        self._below.setLayout(column(line(), below))
        whole = column(pills, line(), self.stack, self._below, line(), foot)
        whole.setStretchFactor(self.stack, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)
        self.pills.chosen.connect(lambda _key: self._narrow())
        self.view.current_moved.connect(self._show_reasons)
        self.view.chosen.connect(lambda key: ctx.navigate(f"customer/{key}/exposure"))

    def buttons(self) -> list[QWidget]:
        """Return the button that asks the check."""
        return [self.ask]

    def about(self) -> str:
        """Return the line beside the screen's title."""
        return translate("Exposure", "whose next sale is blocked, and why")

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Exposure",
            "<p>Every customer that the credit check would block or warn of if it bought today: "
            "limit, overdue, returned payments, holds, disputes. Nothing here is kept; it is "
            "worked out anew after every change.</p>"
            "<p>Enter opens the customer's exposure, where it is put on hold, released or "
            "overridden. Ctrl+Shift+K asks for a certain amount.</p>",
        )

    def refresh(self, changes: Changes) -> None:
        """Read the standings again."""
        del changes
        ctx = self.ctx
        ctx.query(lambda reader: read_standings(reader, ctx), self._show, asker=self)

    def open(self, query: dict[str, str]) -> None:
        """Show the pill that the address asks for."""
        if query.get("state") in STATES:
            self.pills.set_value(query["state"])
            self._narrow()

    def state(self) -> dict[str, Any]:
        """Return the pill shown."""
        return {"state": self.pills.value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        if state.get("state") in STATES:
            self.pills.set_value(state["state"])

    def _show(self, rows: list[StandingRow]) -> None:
        self._rows = rows
        counts = {key: sum(test(one.result) for one in rows) for key, test in STATES.items()}
        self.pills.set_counts(counts)
        self._narrow()

    def _narrow(self) -> None:
        test = STATES[self.pills.value() or "all"]
        shown = [one for one in self._rows if test(one.result)]
        self.model.show_rows(shown)
        self.stack.setCurrentIndex(0 if shown else 1)
        self._below.setVisible(bool(shown))
        if shown and self.view.current_id() is None:
            self.view.selectRow(0)
        self._show_reasons(self.view.current_id())
        over = sum(1 for one in shown if one.over)
        self.foot.show_figures(
            [
                Figure(translate("Exposure", "Customers"), fmt.count(len(shown))),
                Figure(translate("Exposure", "Over limit"), fmt.count(over)),
            ]
        )

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Exposure", "Nobody stands here"),
            translate(
                "Exposure",
                "Customers whose next sale would be blocked or warned of stand here, with the "
                "reasons.",
            ),
        )

    def _show_reasons(self, key: int | None) -> None:
        while (item := self._reasons.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.deleteLater()
        found = None if key is None else self.model.cached(key)
        title = "" if found is None else f"{found.debtor.code}  {_name(found, self.ctx.language)}"
        self._title.setText(title)
        if found is not None:
            self._reasons.addWidget(reason_lines(found.result, self.ctx.language))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.ask.set_words(translate("Exposure", "May I sell?"))
        self.pills.set_options(
            [
                Option("all", translate("Exposure", "All")),
                Option("block", translate("Exposure", "Blocked")),
                Option("hold", translate("Exposure", "On hold")),
                Option("over", translate("Exposure", "Over limit")),
                Option("leave", translate("Exposure", "Overridden")),
            ]
        )
        self.pills.setAccessibleName(translate("Exposure", "Which customers"))
        self.view.setAccessibleName(translate("Exposure", "Holds and over limit"))
        self.view.widths.reset()
        self.empty.retranslate()
        self._show(self._rows)
