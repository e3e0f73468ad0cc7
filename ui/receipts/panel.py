"""The pane at the right: who paid, the proposals, what is allocated, what was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.allocation import OpenItem
from domain.listing import AllocationRow
from domain.matching.payments import written
from domain.matching.values import Proposal, Rule
from ui import format as fmt
from ui import match_words
from ui.context import AppContext
from ui.grids.model import GridModel, Rules
from ui.grids.view import GridView
from ui.lists.footer import Figure, Figures
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.receipts.ask_bar import AskBar
from ui.receipts.bar import FittingRow
from ui.receipts.columns import allocation_columns
from ui.receipts.data import Case, Party
from ui.receipts.draft import Draft, Limits, Line, Source
from ui.receipts.evidence import Findings, findings
from ui.receipts.grid import AllocationGrid
from ui.receipts.head import PayerHead
from ui.receipts.proposals import Offer, ProposalList
from ui.receipts.target_bar import TargetBar
from ui.receipts.words import (
    closed_words,
    evidence_chips,
    nothing_words,
    reason_words,
    rule_words,
)
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button

_ALLOCATIONS_SHOWN = 4
_ALLOCATIONS_MOST = 12


class AllocationPanel(QWidget):
    """Shows one :class:`Case` and keeps the draft of what it pays.

    Signals:
        changed: the draft says something else.
        undo_asked: an allocation is to be undone (its row).
        other_asked: another open credit of the customer is to be shown (its document).
        customer_asked: another customer is to be named.
        left: a question was answered or put away; the focus is free.
    """

    changed = Signal()
    undo_asked = Signal(object)
    other_asked = Signal(int)
    customer_asked = Signal()
    left = Signal()

    def __init__(self, ctx: AppContext, deeds: FittingRow) -> None:
        super().__init__()
        self.ctx = ctx
        self.case: Case | None = None
        self.draft: Draft | None = None
        self.chosen: int | None = None
        self.added: tuple[int, ...] = ()
        self.hold = False
        self.searching = False
        self._found = Findings()
        self.head = PayerHead()
        self.proposals = ProposalList("receipts.proposal")
        self._proposals_heading = label("heading")
        self._proposals_keys = label("hint")
        self._bar = TargetBar()
        self._earlier_heading = label("heading")
        self.footer = Figures()
        self._hold = Button(name="receipts.hold_rest", kind="small", key="H")
        self.ask = AskBar("receipts.ask")
        self.grid = AllocationGrid(self._language)
        self.earlier_model = GridModel(allocation_columns("CNY"), self._language, Rules())
        self.earlier = GridView(self.earlier_model, self._language, name="receipts.allocations")
        self._acts = deeds
        self._build()
        self._wire()

    def _language(self) -> str:
        return self.ctx.language

    def _build(self) -> None:
        asked = row(self._proposals_heading, None, self._proposals_keys, margins=(16, 0, 16, 0))
        self._offers = pane(column(pane(asked, height=32), line(), self.proposals))
        self._empty = label("label", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name_it = Button(name="receipts.name_customer", icon="users", key="C")
        naming = row(None, self._name_it, None)
        nothing = column(None, self._empty, 12, naming, None, None, margins=(48, 8, 48, 8))
        self._stack = QStackedWidget()
        self._stack.addWidget(WholeRows(self.grid))
        self._stack.addWidget(pane(nothing))
        earlier_bar = pane(row(self._earlier_heading, None, margins=(16, 0, 16, 0)), height=32)
        self._earlier_box = pane(column(line(), earlier_bar, line(), self.earlier))
        figures = row(self.footer, self._hold, margins=(16, 0, 16, 0))
        foot = pane(figures, role="head", height=32)
        parts = (self.head, line(), self._offers, self._bar, self._stack, self._earlier_box)
        self._spare = pane(column())
        layout = column(*parts, self._spare, line(), foot, line(), self._acts, self.ask)
        layout.setStretch(parts.index(self._stack), 1)
        layout.setStretch(len(parts), 1)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.grid.rows.toggled.connect(lambda one: self._change_draft("toggle", one.id))
        self.grid.rows.typed.connect(lambda one, minor: self._change_draft("type", one.id, minor))
        self.grid.all_toggled.connect(lambda: self._change_draft("toggle_all"))
        self.grid.clicked.connect(self._clicked)
        self.earlier.clicked.connect(self._earlier_clicked)
        self.proposals.chosen.connect(self.choose)
        self._bar.opened.connect(self._go_customer)
        self._bar.changed.connect(self.customer_asked)
        self._bar.other_asked.connect(self._go_other)
        self._name_it.clicked.connect(self.customer_asked)
        self._hold.clicked.connect(self.toggle_hold)
        self.ask.closed.connect(self._ask_closed)

    # what is shown

    def show_case(
        self,
        case: Case | None,
        *,
        added: Sequence[int] = (),
        by_hand: bool = False,
        searching: bool = False,
    ) -> None:
        """Show money; the draft begins with the best proposal, else with the oldest due.

        ``added``: further customers of a split. ``by_hand``: a person named the customer.
        ``searching``: proposals are still being worked out.
        """
        before, draft, chosen = self.case, self.draft, self.chosen
        widened = tuple(added) != self.added
        self.case, self.added, self.searching = case, tuple(added), searching
        self.setEnabled(case is not None)
        if case is None:
            self.draft = None
            return
        same = before is not None and before.source.key == case.source.key
        same = same and before is not None and before.source.document_id == case.source.document_id
        if not same:
            self.ask.close_question()
            self.head.show_raw(None)
        self.earlier_model.columns[:] = allocation_columns(case.base)
        self._show_earlier(case.allocations)
        first = 0 if case.proposals and not by_hand else None
        if same and widened and draft is not None:
            self._begin(chosen)
            self._carry_over(draft)
        else:
            self._begin(first)
        if not same:
            self.grid.select_first()

    def _carry_over(self, draft: Draft) -> None:
        """Keep what is paid already when documents of another customer are added."""
        if self.draft is not None:
            self.draft.go_on_from(draft)
            self._show_draft()

    def show_typed(
        self, source: Source, name: str, debits: Sequence[OpenItem], limits: Limits
    ) -> None:
        """Show a receipt that is still being typed; choices made by hand stay."""
        before = self.draft
        party = Party(id=source.customer_id, name=name)
        known = {party.id: party} if party.id else {}
        self.case = Case(source=source, kind="receipt", parties=known, limits=limits)
        self.chosen, self.added, self.hold, self.searching = None, (), False, False
        self.draft = Draft(source, debits, limits, as_of=self.ctx.as_of)
        if before is not None and before.source.customer_id == source.customer_id:
            self.draft.take_over(before)
        self.setEnabled(True)
        self._show_earlier(())
        self._show_all()

    def proposal(self) -> Proposal | None:
        """Return the proposal chosen, None where a person decides alone."""
        offers = self.offers()
        if self.chosen is None or self.chosen >= len(offers):
            return None
        return offers[self.chosen]

    def offers(self) -> list[Proposal]:
        """Return the proposals shown: those found, and to keep all of it as an advance."""
        case = self.case
        if case is None or case.source.key is None or not case.source.available:
            return []
        found = list(case.proposals)
        customer_id = case.source.customer_id
        if found and not any(one.rule is Rule.ADVANCE for one in found) and customer_id:
            rest = case.source.available
            found.append(
                Proposal(rule=Rule.ADVANCE, customer_id=customer_id, confidence=0, rest=rest)
            )
        return found

    def choose(self, place: int) -> None:
        """Begin anew with a proposal."""
        if place < len(self.offers()):
            self._begin(place)

    def _begin(self, place: int | None) -> None:
        """Make a draft: from a proposal, or for a person to fill."""
        case = self.case
        if case is None:
            return
        self.chosen = place
        chosen = self.proposal()
        customer_id = case.source.customer_id
        if chosen is not None and case.source.item_id is None:
            customer_id = chosen.customer_id
        source = replace(case.source, customer_id=customer_id)
        parts = {} if chosen is None else {part.item_id: part for part in chosen.parts}
        shown = self._shown_customers(customer_id, parts.keys())
        self.draft = Draft(
            source,
            [one for one in case.debits if one.customer_id in shown],
            case.limits,
            as_of=self.ctx.as_of,
            credits=[one for one in case.credits if one.customer_id in shown],
            seed=parts,
            follow=chosen is None,
        )
        # Where there is nothing to pay, the money of a known customer can only be an advance.
        nothing = case.source.item_id is None and bool(customer_id) and not self.draft.debits
        self.hold = bool(chosen.rest) if chosen is not None else nothing
        self._show_all()

    def _shown_customers(self, first: int, items: Any) -> list[int]:
        case = self.case
        if case is None:
            return []
        every = (*case.debits, *case.credits)
        owners = [one.customer_id for one in every if one.id in items]
        return [one for one in dict.fromkeys((first, *self.added, *owners)) if one]

    def customers(self) -> list[Party]:
        """Return the customers whose documents stand in the grid."""
        if self.case is None or self.draft is None:
            return []
        mine = {one.customer_id for one in (*self.draft.debits, *self.draft.credits)}
        order = dict.fromkeys((self.draft.source.customer_id, *self.added, *sorted(mine)))
        return [self.case.parties[one] for one in order if one in self.case.parties]

    def _show_all(self) -> None:
        case, draft = self.case, self.draft
        if case is None or draft is None:
            return
        said = written(case.inflow) if case.inflow is not None else ""
        self._found = findings(self.proposal(), said)
        self.head.show_case(case, self.proposal(), self.ctx.language)
        self._show_offers()
        self._show_bar()
        self._show_draft()

    def _show_offers(self) -> None:
        case, offers = self.case, self.offers()
        self._offers.setVisible(bool(offers))
        if case is None or not offers:
            self.proposals.show_offers([], None)
            return
        opens = {one.id: abs(one.open) for one in (*case.debits, *case.credits)}
        several = len({one.customer_id for one in offers}) > 1
        shown = [self._offer(one, opens, several=several) for one in offers]
        self.proposals.show_offers(shown, self.chosen)
        count = len(case.proposals)
        self._proposals_heading.setText(translate("Receipts", "%n proposal(s)", None, count))
        keys = " ".join(str(place) for place in range(1, len(offers) + 1))
        said = translate("Receipts", "{keys} to choose").format(keys=keys)
        self._proposals_keys.setText(said)

    def _offer(self, one: Proposal, opens: dict[int, int], *, several: bool) -> Offer:
        case = self.case
        reason = reason_words(one, opens, case.source.currency) if case else ""
        party = None if case is None else case.parties.get(one.customer_id)
        if several and party is not None:
            reason = f"{party.named(self.ctx.language)} · {reason}"
        return Offer(
            confidence=one.confidence or None,
            rule=rule_words(one, self.ctx.language),
            reason=reason,
            tip="" if case is None else _tip(case, one, self.ctx.language),
            chips=tuple(evidence_chips(one)),
        )

    def _show_bar(self) -> None:
        case, draft = self.case, self.draft
        if case is None or draft is None:
            return
        party = case.parties.get(draft.source.customer_id)
        name = "" if party is None else party.named(self.ctx.language)
        items = [*draft.debits, *draft.credits]
        currency = draft.source.currency
        self._bar.show_target(name, items, currency, can_change=self.can_name())
        self._bar.show_other(case.others)

    def _show_earlier(self, rows: Sequence[AllocationRow]) -> None:
        self.earlier_model.show_rows(rows)
        self._earlier_box.setVisible(bool(rows))
        live = [one for one in rows if one.reversed_on is None]
        said = translate("Receipts", "Allocated before: %n", None, len(live))
        none = translate("Receipts", "Undone allocations")
        self._earlier_heading.setText(said if live else none)

    def _show_draft(self) -> None:
        draft = self.draft
        if draft is None:
            return
        lines = draft.lines()
        self.grid.show_lines(lines, self._found.hints, self.customers(), self.ctx.language)
        self._divide()
        self._show_figures(draft, lines)
        self._hold.setVisible(self.can_hold())
        self._hold.set_words(
            translate("Receipts", "Leave the rest to match")
            if self.hold
            else translate("Receipts", "Rest as advance")
        )
        self.changed.emit()

    def _divide(self) -> None:
        """Give the room to the grid, or to what was allocated where nothing is left."""
        can, rows = self.can_allocate(), self.earlier_model.rowCount()
        self._stack.setCurrentIndex(0 if can else 1)
        self._stack.setVisible(can or not rows)
        self._spare.setVisible(not can and bool(rows))
        self._empty.setText(nothing_words(self.case, searching=self.searching))
        self._name_it.setVisible(self.can_name() and not can and not self.searching)
        self._bar.setVisible(can)
        shown = rows if not can else min(rows, _ALLOCATIONS_SHOWN)
        self.earlier.setMaximumHeight(28 + 28 * min(max(shown, 1), _ALLOCATIONS_MOST))
        self.earlier.setMinimumHeight(28 + 28 * min(max(shown, 1), _ALLOCATIONS_SHOWN))

    def _show_figures(self, draft: Draft, lines: Sequence[Line]) -> None:
        currency = draft.source.currency
        allocated = sum(one.paid for one in lines)
        free = draft.source.available - allocated
        held = self.hold and bool(free)
        words = (
            translate("Receipts", "Kept as advance")
            if held
            else translate("Receipts", "Unallocated")
        )
        whole = draft.source.available == draft.source.amount
        money = translate("Receipts", "Received") if whole else translate("Receipts", "To allocate")
        figures = [
            Figure(money, fmt.money(draft.source.available, currency)),
            Figure(translate("Receipts", "Allocating"), fmt.money(allocated, currency)),
            Figure(words, fmt.money(free, currency), tone=_tone(free, held=held)),
        ]
        after = sum(one.left for one in lines)
        figures.append(Figure(translate("Receipts", "Open afterwards"), fmt.money(after, currency)))
        self.footer.show_figures(figures)
        self._bar.closed.setText(closed_words(lines, currency))

    # choices

    def can_allocate(self) -> bool:
        """Whether there is money and something to pay with it."""
        draft, case = self.draft, self.case
        if draft is None or case is None or draft.source.available <= 0:
            return False
        if case.inflow is not None and case.inflow.state in ("other", "void"):
            return False
        return bool(draft.debits)

    def can_name(self) -> bool:
        """Whether a person can say which customer paid: only a bank line does not know."""
        case = self.case
        if case is None or case.inflow is None or case.source.item_id is not None:
            return False
        return case.source.available > 0 and case.inflow.state in ("todo", "check")

    def can_hold(self) -> bool:
        """Whether what is left could be kept as an advance."""
        case, draft = self.case, self.draft
        if case is None or draft is None or case.source.key is None or case.voided:
            return False
        if not draft.source.customer_id or case.inflow is None or case.inflow.state == "other":
            return False
        return draft.source.available > draft.allocated()

    def toggle_hold(self) -> None:
        """Keep what is left as an advance, or leave it to be matched."""
        if self.can_hold():
            self.hold = not self.hold
            self._show_draft()

    def _change_draft(self, what: str, *args: Any) -> None:
        if self.draft is not None:
            getattr(self.draft, what)(*args)
            self._show_draft()

    def _clicked(self, index: Any) -> None:
        one = self.grid.rows.row_at(index.row())
        if isinstance(one, Line) and self.grid.rows.columns[index.column()].key == "closing":
            self.close_rest(one)

    def close_rest(self, one: Line | None = None) -> bool:
        """Take the discount, write-off or charge of a line, or the next; False for none."""
        chosen = one or self.grid.current_line()
        if chosen is None or self.draft is None or not self.draft.close(chosen.id):
            return False
        self._show_draft()
        return True

    def _earlier_clicked(self, index: Any) -> None:
        one = self.earlier_model.row_at(index.row())
        if self.earlier_model.columns[index.column()].key == "undo" and one.reversed_on is None:
            self.undo_asked.emit(one)

    def live(self) -> list[AllocationRow]:
        """Return the allocations that stand."""
        if self.case is None or self.case.voided:
            return []
        return [one for one in self.case.allocations if one.reversed_on is None]

    def picked_allocation(self) -> AllocationRow | None:
        """Return the live allocation that the arrows stand on."""
        chosen = self.earlier.current_row() if self.earlier.hasFocus() else None
        live = isinstance(chosen, AllocationRow) and chosen.reversed_on is None
        return chosen if live else None

    def _go_customer(self) -> None:
        if self.draft is not None and self.draft.source.customer_id:
            self.ctx.navigate(f"customer/{self.draft.source.customer_id}")

    def _go_other(self) -> None:
        if self.case is not None and self.case.others:
            self.other_asked.emit(self.case.others[0].document_id)

    # questions

    def question(self, words: str, do: str, run: Any, **more: Any) -> None:
        """Ask in the place of the acts."""
        self._acts.hide()
        self.ask.ask(words, do, run, **more)

    def _ask_closed(self) -> None:
        self._acts.show()
        if self.isVisible():
            self.left.emit()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.grid.setAccessibleName(translate("Receipts", "Open documents"))
        self.earlier.setAccessibleName(translate("Receipts", "Allocations of this receipt"))
        self._name_it.set_words(translate("Receipts", "Name the customer"))
        self.head.retranslate()
        self.grid.retranslate()
        self.earlier.retranslate()
        self._acts.fit()
        if self.case is not None:
            self._show_earlier(self.case.allocations)
            self._show_all()


def _tip(case: Case, proposal: Proposal, language: str) -> str:
    """Return every reason of a proposal with the words it found."""
    said = written(case.inflow) if case.inflow is not None else ""
    return match_words.reason(proposal, said, language)


def _tone(free: int, *, held: bool) -> str:
    if held:
        return "accent"
    return "amber" if free else "green"
