"""The register of issued papers: what was sent, shown beside it, printed again as a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QSplitter, QStackedWidget, QWidget

from domain.legal_event import NOTICES, LegalEvent
from domain.letters.catalogue import BY_KEY
from domain.letters.voiding import voided
from domain.listing import Order, PaperRow
from domain.ports import BookReader, Progress
from ui import labels
from ui.acts import Act
from ui.context import AppContext
from ui.lists.footer import Footer
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.papers.columns import columns
from ui.papers.output import PaperOutput, Sheaf, issued_copy, paper_name
from ui.papers.sending import SendingMenu
from ui.preview.pane import PagePreview
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.empty import EmptyState
from ui.widgets.paint import ChipText
from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from ui.papers.delivery import DeliveryForm

#: Papers, what was recorded of each, and which are void.
Found = tuple[list[PaperRow], dict[int, list[LegalEvent]], set[int]]
#: As many as a year of letters to every customer; older ones are found by filter.
LIMIT: Final = 20_000
PREVIEW: Final = 440
_SELECT: Final = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class PaperRegister(QWidget):
    """Papers of some kinds, newest first, with the page of the current one."""

    def __init__(self, ctx: AppContext, name: str, kinds: Sequence[str]) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName(name)
        self._kinds = list(kinds)
        self._rows: list[PaperRow] = []
        #: Issued in this run of the program and not printed or saved yet: no copies.
        self._fresh: set[int] = set()
        self._wanted: int | None = None
        self._name = name
        #: What was recorded of each paper: its sendings and replies.
        self._events: dict[int, list[LegalEvent]] = {}
        self._void: set[int] = set()
        self._form: DeliveryForm | None = None
        self.deliver_act = Act(
            self,
            f"{name}.deliver",
            ("Papers", QT_TRANSLATE_NOOP("Papers", "Record the sending…")),
            lambda: self.open_form("send"),
            key="Ctrl+L",
            icon="truck",
        )
        self.reply_act = Act(
            self,
            f"{name}.reply",
            ("Papers", QT_TRANSLATE_NOOP("Papers", "Record the signed reply…")),
            lambda: self.open_form("reply"),
            key="Ctrl+Shift+L",
            icon="badge-check",
        )
        self.pills = Choice("pill", name=f"{name}.kind")
        self.search = SearchEdit(name=f"{name}.filter", key="Ctrl+F")
        self.as_copy = QCheckBox()
        self.as_copy.setObjectName(f"{name}.copy")
        self.as_copy.setChecked(True)
        self.model, self.view = short_list(
            ctx,
            columns(kinds=len(kinds) > 1, levels="dunning_letter" in kinds, sent=self._sent_chips),
            lambda one: one.id,
            name=f"{name}.list",
            order=Order("", True),
        )
        self.print = Button(name=f"{name}.print", kind="small", icon="printer")
        self.save_one = Button(name=f"{name}.save_one", kind="small", icon="file-down")
        self.save_each = Button(name=f"{name}.save_each", kind="small", icon="folder-open")
        self.send = Button(name=f"{name}.send", kind="small", icon="mail")
        deliver = Button.of(self.deliver_act, kind="small")
        reply = [Button.of(self.reply_act, kind="small", icon=False)]
        replies = reply if "statement" in kinds else []
        self.footer = Footer(
            [deliver, *replies, self.send, self.print, self.save_one, self.save_each]
        )
        self.preview = PagePreview(ctx, f"{name}.preview")
        self.empty = EmptyState(f"{name}.empty")
        self.output = PaperOutput(ctx, self)
        self.sending = SendingMenu(ctx, self, name, letters="letters" in self._groups())
        self.send.setMenu(self.sending.menu)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.search.setFixedWidth(216)
        self.pills.setVisible(len(self._groups()) > 1)
        bar = row(self.search, self.pills, None, self.as_copy, margins=(16, 0, 16, 0))
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.view))
        self.stack.addWidget(self.empty)
        left = QWidget()
        left.setLayout(column(pane(bar, height=39), line(), self.stack, self.footer))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.right = QStackedWidget()
        self.right.addWidget(self.preview)
        self.split.addWidget(left)
        self.split.addWidget(self.right)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([780, PREVIEW])
        self.setLayout(column(self.split))
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.view.current_moved.connect(self._follow)
        self.view.selection_moved.connect(self._show_foot)
        self.view.typed.connect(self._type)
        self.search.textChanged.connect(lambda _text: self._apply())
        self.search.escaped.connect(self.view.setFocus)
        self.search.down.connect(self.view.setFocus)
        self.pills.chosen.connect(lambda _kind: self.read())
        self.empty.cleared.connect(self._show_all)
        self.as_copy.toggled.connect(lambda _on: self._follow(self.view.current_id()))
        self.print.clicked.connect(self.print_selected)
        self.save_one.clicked.connect(self.save_selected)
        self.save_each.clicked.connect(self.save_selected_each)

    def set_empty(self, words: Callable[[], tuple[str, str]]) -> None:
        """Say what belongs here."""
        self.empty.set_up(words)

    # reading

    def _groups(self) -> dict[str, list[str]]:
        """Return what can be chosen: each kind, and the letters of the catalogue together."""
        others = [kind for kind in self._kinds if kind in BY_KEY]
        groups = {kind: [kind] for kind in self._kinds if kind not in others}
        return {**groups, "letters": others} if others else groups

    def read(self) -> None:
        """Read the register again."""
        chosen = self.pills.value()
        kinds = self._groups().get(chosen, self._kinds)

        self.ctx.query(_reading(kinds), self._take, asker=self)

    def _take(self, found: Found) -> None:
        self._rows, self._events, self._void = found
        self._apply()
        if self._form is not None:
            self._form.read()

    def _apply(self) -> None:
        typed = self.search.text().strip().casefold()
        shown = [
            one
            for one in self._rows
            if not typed or typed in one.number.casefold() or typed in one.customer_name.casefold()
        ]
        self.view.remember_selection()
        if self._wanted is not None:
            self.view.select_id(self._wanted)
        self.model.show_rows(shown)
        self.empty.show_filtered(bool(typed) and bool(self._rows))
        self.stack.setCurrentIndex(0 if shown else 1)
        if not shown:
            self.preview.say("")
        elif self.view.current_id() is None and self._wanted is None:
            self.view.selectRow(0)
        self._wanted = None
        self._show_foot()

    def _show_all(self) -> None:
        self.search.clear()

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def show_paper(self, paper_id: int) -> None:
        """Make a paper the current one, whatever the filter."""
        self.pills.set_value("all")
        self.search.clear()
        self._wanted = paper_id
        self._show_page(paper_id)
        self.read()

    def show_issued(self, fresh: Iterable[int], ids: Sequence[int]) -> None:
        """Show papers, selected; the first print of the ``fresh`` ones is no copy."""
        self._fresh.update(fresh)
        self.pills.set_value("all")
        self.search.clear()
        self.read_then_select(ids)

    def read_then_select(self, ids: Sequence[int]) -> None:
        """Read the register and select these papers."""

        def here(found: Found) -> None:
            self._take(found)
            wanted = set(ids)
            self.view.clearSelection()
            for place in range(self.model.rowCount()):
                if self.model.id_at(place) in wanted:
                    self.view.selectionModel().select(self.model.index(place, 0), _SELECT)
            self._show_first(wanted)
            self._show_foot()

        self.ctx.query(_reading(self._kinds), here, asker=self)

    def _show_first(self, wanted: set[int]) -> None:
        """Make the first of these papers the current one without touching the selection."""
        for place in range(self.model.rowCount()):
            key = self.model.id_at(place)
            if key in wanted and key is not None:
                quiet = QItemSelectionModel.SelectionFlag.NoUpdate
                self.view.selectionModel().setCurrentIndex(self.model.index(place, 0), quiet)
                self._show_page(key)
                return

    # page

    def _row(self, paper_id: int) -> PaperRow | None:
        return next((one for one in self._rows if one.id == paper_id), None)

    def _follow(self, paper_id: int | None) -> None:
        if paper_id is not None and self._wanted is None:
            self._show_page(paper_id)

    def _show_page(self, paper_id: int) -> None:
        one = self._row(paper_id)
        kind = "" if one is None else one.kind
        make = partial(self._pdf, paper_id, kind, copy=self._is_copy(paper_id))
        self.preview.show_made(make, translate("Papers", "Fetching the page…"))

    def _is_copy(self, paper_id: int) -> bool:
        return self.as_copy.isChecked() and paper_id not in self._fresh

    def _pdf(self, paper_id: int, kind: str, *, copy: bool) -> bytes:
        """Return the paper as issued, or its copy; called in the background."""
        if not kind or not copy:
            return self.ctx.reader.paper_pdf(paper_id)
        return issued_copy(self.ctx, paper_id, kind)

    # acts

    def selected(self) -> list[PaperRow]:
        """Return the selected papers, the current one where none is."""
        ids = self.view.selected_ids()
        current = self.view.current_id()
        if not ids and current is not None:
            ids = [current]
        rows = (self._row(key) for key in ids)
        return [one for one in rows if one is not None]

    def _load(self, rows: Sequence[PaperRow]) -> Callable[[Progress], list[Sheaf]]:
        copies = {one.id for one in rows if self._is_copy(one.id)}

        return lambda progress: self._sheaves(rows, copies, progress)

    def _sheaves(
        self, rows: Sequence[PaperRow], copies: set[int], progress: Progress
    ) -> list[Sheaf]:
        """Return the pages of papers, copies where they were out before."""
        made = []
        for done, one in enumerate(rows):
            progress(done, len(rows))
            name = paper_name(one.customer_name, one.number)
            made.append(Sheaf(name=name, pdf=self._pdf(one.id, one.kind, copy=one.id in copies)))
        return made

    def _used(self, rows: Sequence[PaperRow]) -> None:
        """From now on these are copies."""
        self._fresh.difference_update(one.id for one in rows)
        self._follow(self.view.current_id())

    def print_selected(self) -> None:
        """Print the selected papers with one printer dialog."""
        rows = self.selected()
        if rows:
            self.output.print_all(self._load(rows), partial(self._used, rows))

    def print_rows(
        self, rows: Sequence[PaperRow], ordered: Callable[[Progress], Sequence[PaperRow]]
    ) -> None:
        """Print papers in an order that is found in the background."""
        copies = {one.id for one in rows if self._is_copy(one.id)}

        def load(progress: Progress) -> list[Sheaf]:
            return self._sheaves(ordered(progress), copies, progress)

        self.output.print_all(load, partial(self._used, rows))

    def save_selected(self) -> None:
        """Save the selected papers as one file."""
        rows = self.selected()
        if rows:
            name = paper_name(rows[0].customer_name, rows[0].number)
            title = translate("Papers", "{kind} {date}")
            day = rows[0].dated_on.isoformat()
            many = title.format(kind=labels.paper(rows[0].kind), date=day)
            wanted = many if len(rows) > 1 else name
            self.output.save_one(wanted, self._load(rows), partial(self._used, rows))

    def save_selected_each(self) -> None:
        """Save each selected paper as a file of its own."""
        rows = self.selected()
        if rows:
            self.output.save_each(self._load(rows), partial(self._used, rows))

    # sending

    def _sent_chips(self, one: PaperRow) -> list[ChipText]:
        """Return what is known of a paper's way: sent, arrived, returned, signed."""
        if one.id in self._void:
            return [ChipText(translate("Papers", "Void"), "red")]
        found = self._events.get(one.id, [])
        if any(event.kind not in NOTICES for event in found):
            return [ChipText(translate("Papers", "Signed"), "green")]
        if any(event.arrived_on for event in found):
            return [ChipText(translate("Papers", "Arrived"), "green")]
        if any(event.returned_on for event in found):
            return [ChipText(translate("Papers", "Came back"), "amber")]
        return [ChipText(translate("Papers", "Sent"), "neutral")] if found else []

    @property
    def form(self) -> DeliveryForm:
        """The form for a sending or a reply."""
        if self._form is None:
            from ui.papers.delivery import DeliveryForm

            self._form = DeliveryForm(self.ctx, f"{self._name}.delivery")
            self._form.closed.connect(self.escape)
            self._form.submitted.connect(self.escape)
            self.right.addWidget(self._form)
        return self._form

    def open_form(self, act: str) -> None:
        """Open the form for the current paper."""
        current = self.view.current_id()
        one = None if current is None else self._row(current)
        if one is None:
            return
        if act == "reply" and one.kind != "statement":
            self.ctx.notify(translate("Papers", "Only a statement comes back signed"))
            return
        self.right.setCurrentWidget(self.form)
        self.form.start(act, one)

    def _show_acts(self) -> None:
        here = self.isVisible() and self.model.rowCount() > 0
        self.deliver_act.setEnabled(here)
        self.reply_act.setEnabled(here)

    def showEvent(self, event: QShowEvent) -> None:
        """Its acts are there while it is seen."""
        super().showEvent(event)
        self._show_acts()

    def hideEvent(self, event: QHideEvent) -> None:
        """Without it they are not."""
        super().hideEvent(event)
        self._show_acts()

    def escape(self) -> bool:
        """Leave the form for the page again; False when no form is open."""
        if self.right.currentWidget() is self.preview:
            return False
        self.right.setCurrentWidget(self.preview)
        self.view.setFocus()
        return True

    # foot and words

    def _show_foot(self) -> None:
        self.view.show_check_state()
        rows = [one for one in map(self._row, self.view.selected_ids()) if one is not None]
        noun = translate("Papers", "papers")
        self.footer.show_sums(self.model.rowCount(), noun, {}, len(rows), _sums(rows))
        for button in (self.send, self.print, self.save_one, self.save_each):
            button.setEnabled(self.model.rowCount() > 0)
        self._show_acts()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        every = Option("all", translate("Papers", "All"))
        said = {"letters": translate("Papers", "Other letters")}
        shown = (Option(key, said.get(key) or labels.paper(key)) for key in self._groups())
        self.pills.set_options([every, *shown])
        self.pills.setAccessibleName(translate("Papers", "Kinds of papers"))
        self.search.setPlaceholderText(translate("Papers", "Filter by customer or number"))
        self.search.setAccessibleName(translate("Papers", "Filter by customer or number"))
        self.as_copy.setText(translate("Papers", "Mark as a copy"))
        self.print.set_words(translate("Papers", "Print"))
        self.send.set_words(translate("Papers", "Send"))
        self.sending.retranslate()
        self.save_one.set_words(translate("Papers", "One PDF"))
        self.save_each.set_words(translate("Papers", "A PDF each"))
        self.view.setAccessibleName(translate("Papers", "Issued papers"))
        self.view.widths.reset()
        self.view.viewport().update()
        self.empty.retranslate()
        self.preview.retranslate()
        self.deliver_act.retranslate()
        self.reply_act.retranslate()
        if self._form is not None:
            self._form.retranslate()
        self._show_foot()


def _reading(kinds: Sequence[str]) -> Callable[[BookReader], Found]:
    """Return how papers of some kinds are read, with what was recorded of their way."""

    def read(reader: BookReader) -> Found:
        rows = [one for kind in kinds for one in reader.papers(kind=kind, limit=LIMIT)]
        events: dict[int, list[LegalEvent]] = {}
        for known in reader.legal_events():
            if known.event.paper_id is not None:
                events.setdefault(known.event.paper_id, []).append(known.event)
        rows.sort(key=lambda one: (one.dated_on, one.id), reverse=True)
        return rows, events, set(voided(reader))

    return read


def _sums(rows: Sequence[PaperRow]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for one in rows:
        sums[one.currency] = sums.get(one.currency, 0) + one.total
    return sums
