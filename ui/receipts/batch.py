"""Accepting many lines at once: the bar that says how much, the preview of what exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QStackedWidget, QWidget

from domain.services.bank import Booking
from ui import format as fmt
from ui.context import AppContext
from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column, check_column
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts.columns import day_words
from ui.receipts.plan import PlannedLine, PlannedPart, Size, read_plan
from ui.receipts.words import payer_of
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState

#: Room that the figures should have.
_FIGURES: Final = 160


class BatchBar(QWidget):
    """The foot of the screen: from which confidence on, how many, how much.

    Signals:
        moved: another confidence is asked for.
    """

    moved = Signal(int)

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._title = label("strong")
        self._from = label("label")
        self.confidence = QSpinBox()
        self.confidence.setObjectName("receipts.batch.confidence")
        self.confidence.setRange(50, 100)
        self.confidence.setSuffix(" %")
        self.confidence.setFixedWidth(76)
        self.confidence.lineEdit().setTextMargins(8, 0, 0, 0)
        self._figures = Figures(gap=8)
        self._size: Size | None = None
        self._begun = False
        parts = (self._title, self._from, self.confidence, self._figures, *buttons)
        self._row = row(*parts, margins=(16, 0, 16, 0))
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        top = line()
        top.setParent(self)
        self._line = top
        self.confidence.valueChanged.connect(self.moved)

    def start_from(self, confidence: int) -> None:
        """Begin with the confidence of the matching rules, until another is asked for."""
        if not self._begun:
            self._begun = True
            self.confidence.blockSignals(True)
            self.confidence.setValue(confidence)
            self.confidence.blockSignals(False)

    def show_size(self, size: Size | None) -> None:
        """Show how much would be booked, None while it is being worked out."""
        self._size = size
        if size is None:
            self._figures.show_figures([Figure(translate("Receipts", "looking…"), "")])
            return
        if not size.lines:
            said = translate("Receipts", "nothing to accept without looking at it")
            self._figures.show_figures([Figure(said, "")])
            return
        lines = translate("Receipts", "%n line(s)", None, size.lines)
        documents = translate("Receipts", "pay %n document(s),", None, size.documents)
        left = size.rests or dict.fromkeys(list(size.sums)[:1], 0)
        self._figures.show_figures(
            [
                Figure("", lines),
                Figure("", sums_text(size.sums), after=documents),
                Figure(translate("Receipts", "left over"), sums_text(left)),
            ]
        )

    def resizeEvent(self, _event: object) -> None:
        """Keep the line along the top edge, and let words go where it is narrow."""
        self._line.setGeometry(0, 0, self.width(), 1)
        for part in (self._from, self._title):
            part.show()
        for part in (self._from, self._title):
            if self._row.minimumSize().width() + _FIGURES > self.width():
                part.hide()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(translate("Receipts", "Accept many"))
        self._from.setText(translate("Receipts", "confidence at least"))
        self.confidence.setAccessibleName(translate("Receipts", "Lowest confidence"))
        self.confidence.setToolTip(
            translate("Receipts", "For this time; the matching rules keep what it begins with")
        )
        self.show_size(self._size)


def _columns() -> list[Column]:
    return [
        check_column(),
        Column(
            key="number",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Document")),
            get=lambda one: one.number,
            kind="code",
            width=128,
            stretch=True,
        ),
        _money("minor", QT_TRANSLATE_NOOP("Receipts", "To be paid"), bold=True),
        _money("discount", QT_TRANSLATE_NOOP("Receipts", "Early discount")),
        _money("fee", QT_TRANSLATE_NOOP("Receipts", "Bank charges")),
        _money("difference", QT_TRANSLATE_NOOP("Receipts", "Small differences")),
        _money("left", QT_TRANSLATE_NOOP("Receipts", "Remaining")),
    ]


def _money(key: str, words: str, *, bold: bool = False) -> Column:
    return Column(
        key=key,
        title=("Receipts", words),
        get=lambda one: getattr(one, key),
        kind="money",
        width=84,
        dash=True,
        bold=bold,
    )


class BatchPreview(QWidget):
    """Exactly what the batch would book; a line can be left out.

    Signals:
        accepted: what is ticked is to be booked.
        closed: leave it at that.
        changed: other lines are ticked, or other lines are shown.
    """

    accepted = Signal()
    closed = Signal()
    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.lines: list[PlannedLine] = []
        self.left_out: set[int] = set()
        self._asked = 0
        self._title = label("subhead", name="receipts.batch.title")
        self._about = label("small", wrap=True)
        rules = Rules(checked=self._state, name=lambda one: one.number)
        self.model = GridModel(_columns(), lambda: ctx.language, rules)
        self.grid = GridView(self.model, lambda: ctx.language, name="receipts.batch.grid")
        self.footer = Figures()
        self.leave = Button(name="receipts.batch.close", key="Esc")
        self.do = Button(name="receipts.batch.accept", kind="primary", icon="check")
        self.do.set_key("Ctrl+Enter")
        self._none = EmptyState("receipts.batch.empty")
        self._none.set_up(
            lambda: (
                translate("Receipts", "Nothing to accept without looking at it"),
                translate(
                    "Receipts",
                    "No line has evidence enough for this confidence. Go through them one by one.",
                ),
            )
        )
        self._build()
        self.model.toggled.connect(self._toggle)
        self.grid.all_toggled.connect(self._toggle_all)
        self.do.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.closed)
        self.setFocusProxy(self.grid)

    def _build(self) -> None:
        head = pane(column(self._title, self._about, margins=(16, 12, 16, 10), gap=4))
        foot = pane(row(self.footer, margins=(16, 0, 16, 0)), role="head", height=32)
        acts = pane(row(self.do, self.leave, None, margins=(16, 0, 16, 0)), height=44)
        self._stack = QStackedWidget()
        self._stack.addWidget(WholeRows(self.grid))
        self._stack.addWidget(self._none)
        self.setLayout(column(head, line(), self._stack, line(), foot, line(), acts))

    def read(self, bookings: Sequence[Booking]) -> None:
        """Read in the background what bookings do."""
        self._asked += 1
        mark, wanted = self._asked, list(bookings)
        self.left_out &= {one.key for one in wanted}

        def here(lines: list[PlannedLine]) -> None:
            if mark == self._asked:
                self.lines = lines
                self._show()

        self.ctx.query(lambda reader: read_plan(reader, wanted), here, asker=self)

    def bookings(self) -> list[Booking]:
        """Return what would be booked: what is shown and ticked."""
        return [one.booking for one in self._ticked()]

    def _ticked(self) -> list[PlannedLine]:
        return [one for one in self.lines if one.booking.key not in self.left_out]

    def _show(self) -> None:
        rows: list[Group | PlannedPart] = []
        for one in self.lines:
            rows += [self._heading(one), *one.parts]
        self.model.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        ticked = self._ticked()
        some = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        every = bool(ticked) and len(ticked) == len(self.lines)
        self.grid.show_check(Qt.CheckState.Checked if every else some)
        parts = [part for one in ticked for part in one.parts]
        self._show_needed(parts)
        self._show_figures(ticked, parts)
        self.do.setEnabled(bool(ticked))
        self.do.set_words(translate("Receipts", "Accept %n line(s)", None, len(ticked)))
        self.changed.emit()

    def _show_needed(self, parts: Sequence[PlannedPart]) -> None:
        for key in ("discount", "fee", "difference"):
            used = any(getattr(one, key) for one in parts)
            self.grid.widths.set_needless(key, needless=not used)

    def _heading(self, one: PlannedLine) -> Group:
        inflow, language = one.inflow, self.ctx.language
        out = one.booking.key in self.left_out
        state = Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        who, payer = one.party.named(language), payer_of(inflow, language)
        day = day_words(inflow.booked_on, self.ctx.as_of, language)
        name = who if payer in (who, one.party.name) else f"{payer} → {who}"
        told = [fmt.money(inflow.open, inflow.currency)]
        if one.rest:
            said = translate("Receipts", "{amount} left over")
            told.append(said.format(amount=fmt.money(one.rest, inflow.currency)))
        return Group(str(one.booking.key), f"{day}  {name}", " · ".join(told), state)

    def _show_figures(self, ticked: Sequence[PlannedLine], parts: Sequence[PlannedPart]) -> None:
        sums = _summed((one.inflow.currency, one.inflow.open) for one in ticked)
        figures = [
            Figure(translate("Receipts", "Lines"), fmt.count(len(ticked))),
            Figure(translate("Receipts", "Received"), sums_text(sums)),
            Figure(translate("Receipts", "Documents paid"), fmt.count(len(parts))),
        ]
        for words, key in (
            (translate("Receipts", "Early discount"), "discount"),
            (translate("Receipts", "Bank charges"), "fee"),
            (translate("Receipts", "Small differences"), "difference"),
        ):
            total = _summed((one.currency, getattr(one, key)) for one in parts)
            if total:
                figures.append(Figure(words, sums_text(total)))
        rest = _summed((one.inflow.currency, one.rest) for one in ticked)
        figures.append(Figure(translate("Receipts", "Left over"), sums_text(rest)))
        self.footer.show_figures(figures)

    def _state(self, part: PlannedPart) -> Qt.CheckState:
        out = part.booking in self.left_out
        return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked

    def _toggle(self, one: Group | PlannedPart) -> None:
        self.left_out ^= {int(one.key) if isinstance(one, Group) else one.booking}
        self._show()

    def _toggle_all(self) -> None:
        every = {one.booking.key for one in self.lines}
        self.left_out = set() if self.left_out & every else every
        self._show()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(translate("Receipts", "What will be booked"))
        self._about.setText(
            translate(
                "Receipts",
                "Each line with the documents it pays, dated by its own day. Exactly this is "
                "booked, in one act that can be undone as a whole or line by line.",
            )
        )
        self.leave.set_words(translate("Receipts", "Back"))
        self.grid.setAccessibleName(translate("Receipts", "What will be booked"))
        self._none.retranslate()
        self.grid.retranslate()
        self._show()


def _summed(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Return sums by currency, leaving out what is nothing."""
    sums: dict[str, int] = {}
    for currency, minor in pairs:
        if minor:
            sums[currency] = sums.get(currency, 0) + minor
    return sums
