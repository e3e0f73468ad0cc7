"""The Receipts screen: bank statements in, money matched with what it pays."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget

from domain.changes import Changes
from domain.services.settings import save_mapping
from ui.context import AppContext
from ui.lists.pane import ListPane
from ui.lists.screen import ListScreen
from ui.marks import translate
from ui.receipts import acts
from ui.receipts.act_table import CHOICES, make_acts
from ui.receipts.desk import Desk
from ui.receipts.keys import SingleKeys
from ui.receipts.records import Batch, RecordsPane
from ui.receipts.taking import Taken, Taking, Unnamed, counts_of
from ui.receipts.words import accounts_words
from ui.shell.ask import ask_reason, confirm
from ui.widgets.basic import column
from ui.widgets.button import Button
from ui.widgets.head import ScreenHead


class ReceiptsScreen(SingleKeys, ListScreen):
    """The desk, and over the same place the records of statements and batches."""

    key = "receipts"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._act = make_acts(self, self._run)
        self.acts.extend(self._act.values())
        self._import = Button(name="receipts.import", icon="file-down", key="Ctrl+I")
        self._enter = Button(name="receipts.new", icon="plus", key="Ctrl+N")
        heads = [Button.of(self._act[name]) for name in ("records", "rules")]
        self.head = ScreenHead("receipts", [self._import, self._enter, *heads])
        self.desk = Desk(ctx, self._act, self)
        self.list, self.form, self.panel = self.desk.list, self.desk.form, self.desk.panel
        self.records = RecordsPane(ctx)
        self.taking = Taking(ctx, self)
        self._learning: dict[Path, tuple[str, str]] = {}
        self.pages = QStackedWidget()
        self.pages.addWidget(self.desk)
        self.pages.addWidget(self.records)
        self.setLayout(column(self.head, self.pages))
        self.setFocusProxy(self.desk)
        self.setAcceptDrops(True)
        self._wire()
        self._enable()

    def _wire(self) -> None:
        self.desk.changed.connect(self._enable)
        self.desk.freed.connect(self.setFocus)
        self.list.bring.clicked.connect(self.ask_files)
        self.list.enter.clicked.connect(self.new_record)
        self._import.clicked.connect(self.ask_files)
        self._enter.clicked.connect(self.new_record)
        self.records.closed.connect(self.close_records)
        self.records.undo_asked.connect(self._undo_batch)
        self.taking.finished.connect(self._taken)
        self.desk.naming.named.connect(self._named)

    def _run(self, name: str) -> None:
        """Carry out an act."""
        desk = self.desk
        if name in CHOICES:
            self.panel.choose(CHOICES.index(name))
            return
        runs: dict[str, Callable[[], object]] = {
            "accept": desk.accept,
            "next": desk.next_line,
            "split": desk.moves.split,
            "amount": desk.type_amount,
            "other": desk.moves.mark_other,
            "check": desk.moves.mark_check,
            "hold": desk.moves.hold,
            "close": desk.moves.close_rest,
            "customer": desk.moves.name_customer,
            "undo": self.undo_booking,
            "raw": desk.moves.show_raw,
            "note": desk.show_note,
            "return": desk.back.return_payment,
            "refund": desk.back.refund,
            "void": self.ask_void,
            "preview": desk.show_batch,
            "all": desk.show_spread,
            "book": desk.book,
            "records": self.show_records,
            "rules": self.show_rules,
        }
        runs[name]()

    def _on_desk(self) -> bool:
        return self.pages.currentWidget() is self.desk

    def _enable(self) -> None:
        """Offer only what is possible now."""
        on_desk, offers = self._on_desk(), self.desk.offers()
        for name, possible in self.desk.possible().items():
            self._act[name].setEnabled(on_desk and possible)
        if not on_desk:
            self._act["undo"].setEnabled(True)
        for place, name in enumerate(CHOICES):
            self._act[name].setEnabled(on_desk and place < offers)

    # places

    def address(self) -> str:
        """Return the address of the list; the current line belongs to its state."""
        return self.key

    def record_of(self, key: int) -> str | None:
        """Return a receipt's document; a bank line is none yet."""
        return str(-key) if key < 0 else None

    def open_record(self, record: str) -> None:
        """Show a receipt or credit note, whether the filter has it or not."""
        if record.isdigit():
            self.close_records()
            self.desk.open_document(int(record))

    def open_list(self, query: dict[str, str]) -> None:
        """Show the list, filtered as the address asks."""
        self.close_records()
        self.list.show_query(query)
        if query.get("key", "").lstrip("-").isdigit():
            self.list.list.view.select_id(int(query["key"]))
        if "new" in query:
            self.new_record()
        if "records" in query:
            self.show_records()

    def escape(self) -> bool:
        """Close the records, or what the desk has open."""
        if self._on_desk():
            return self.desk.escape()
        self.close_records()
        return True

    def new_record(self) -> None:
        """Show the form for money received."""
        self.close_records()
        self.desk.new_record()

    def show_rules(self) -> None:
        """Open the settings of matching."""
        self.ctx.navigate("settings?section=matching")

    def show_records(self) -> None:
        """Show statements and batches, or go back."""
        if not self._on_desk():
            self.close_records()
            return
        self.pages.setCurrentWidget(self.records)
        self.records.read()
        self.setFocusProxy(self.records)
        self.records.setFocus()
        self._enable()

    def close_records(self) -> None:
        """Back to the desk."""
        if not self._on_desk():
            self.pages.setCurrentWidget(self.desk)
            self.setFocusProxy(self.desk)
            self._enable()
            self.setFocus()

    # acts

    def undo_booking(self) -> None:
        """Take back what is shown, else what was booked last; of the records, a batch."""
        if self._on_desk():
            self.desk.moves.undo()
            return
        batch = self.records.current_batch()
        if batch is not None and batch.can_undo:
            self._undo_batch(batch)

    def _undo_batch(self, batch: Batch) -> None:
        title = translate("Receipts", "Take back this batch?")
        text = translate(
            "Receipts",
            "Every allocation of it is undone, with discounts, charges, differences and exchange "
            "entries; receipts of bank lines are voided and the lines are to be matched again.",
        )
        if confirm(self, title, text, translate("Receipts", "Take it back"), danger=True):
            acts.undo_batch(self.ctx, batch.operation_id, self)

    def ask_void(self) -> None:
        """Void the receipt after asking for the reason."""
        case = self.panel.case
        if case is None or case.source.document_id is None:
            return
        title = translate("Receipts", "Void {number}?").format(number=case.source.number)
        text = translate(
            "Receipts",
            "A reversing document of the same number is posted; nothing is deleted. "
            "Allocations must be undone first.",
        )
        reason = ask_reason(self, title, text, translate("Receipts", "Void"))
        acts.void(self.ctx, case.source, reason, self)

    # bank statements

    def ask_files(self) -> None:
        """Choose bank files in the system's dialog."""
        kinds = translate("Receipts", "Bank statements")
        every = translate("Receipts", "All files")
        title = translate("Receipts", "Choose bank statements to import")
        offered = f"{kinds} ({_ENDINGS});;{every} (*)"
        chosen, _kind = QFileDialog.getOpenFileNames(self, title, "", offered)
        self.take_files([Path(one) for one in chosen])

    def take_files(self, files: Sequence[Path]) -> None:
        """Take bank files in, in the background."""
        if files:
            self.taking.start(files)

    def _taken(self, taken: list[Taken]) -> None:
        self.close_records()
        self.desk.show_taken(taken)
        added, known, refused = counts_of(taken)
        told = [translate("Receipts", "%n new bank line(s)", None, added)]
        if known:
            told.append(translate("Receipts", "%n known already", None, known))
        if refused:
            told.append(translate("Receipts", "%n refused", None, refused))
        self.ctx.notify(" · ".join(told))
        self._keep_learned(taken)

    def _named(self, table: Unnamed, mapping: dict[str, Any], name: str) -> None:
        """Read a table as its columns were named; what worked is kept for the next one."""
        self._learning = {table.file: (name, json.dumps(mapping, ensure_ascii=False))}
        self.taking.start([table.file], mapping)

    def _keep_learned(self, taken: Sequence[Taken]) -> None:
        learning, self._learning = self._learning, {}
        for one in taken:
            if one.report is not None and one.file in learning:
                name, text = learning[one.file]
                said = translate("Receipts", "Files like {file} are read by themselves from now on")
                words = said.format(file=one.file.name)
                self.ctx.act(save_mapping, "bank", name, text, asker=self, notice=words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files dropped in."""
        self.take_files(_files(event))
        event.acceptProposedAction()

    def is_own_key(self, event: QKeyEvent) -> bool:
        """Ctrl+I means bank statements here, not the import of tables."""
        held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return held and event.key() == Qt.Key.Key_I

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+I imports."""
        if self.is_own_key(event):
            self.ask_files()
        else:
            super().keyPressEvent(event)

    # common acts

    def listed(self) -> ListPane:
        """Return the list."""
        return self.list.list

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.close_records()
        self.desk.close_form()
        super().focus_filter()
        self.list.list.search.selectAll()

    def print_list(self) -> None:
        """Ctrl+P: the note where it is shown, the list otherwise."""
        if self.desk.shows(self.desk.note):
            self.desk.note.print.click()
        else:
            super().print_list()

    def copy(self) -> None:
        """Ctrl+C: the table that has the focus."""
        focused = QApplication.focusWidget()
        if not self._on_desk():
            self.records.copy()
            return
        for grid in self.desk.grids():
            if focused is grid:
                grid.copy()
                return
        super().copy()

    # words and state

    def _show_accounts(self) -> None:
        def here(rows: Any) -> None:
            words = accounts_words(rows, self.ctx.today, self.ctx.language)
            none = translate("Receipts", "money received and what it paid")
            self.head.set_words(translate("Receipts", "Receipts"), words or none)
            self.head.about.setToolTip(words)

        self.ctx.query(lambda reader: reader.bank_accounts(), here, asker=self)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._import.set_words(translate("Receipts", "Import statements"))
        self._enter.set_words(translate("Receipts", "New receipt"))
        self._show_accounts()
        self.desk.retranslate()
        self.records.retranslate()

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Receipts",
            "<p>Import your bank's statements (Ctrl+I); each line that came in gets proposals "
            "with their reasons, and what was found in its text is marked. 1, 2, 3 choose one, "
            "Enter accepts, Space goes on to the next line. Tick or untick a document, or press A "
            "and type an amount: it caps that document, and what is left goes on to the next.</p>"
            "<p>C names the customer where none was found, S adds documents of another one, H "
            "keeps what is left as an advance, D takes a discount, gives up a small rest or books "
            "a bank charge. N marks what is not from a customer, M puts a line aside with a note, "
            "W shows the row as the bank sent it.</p>"
            "<p>P previews what Ctrl+Enter books at once. U says what it takes back, and U again "
            "does it; nothing is ever deleted.</p>",
        )

    def refresh(self, changes: Changes) -> None:
        """Read the list and what is shown again, and look for proposals anew."""
        self.desk.refresh()
        self._show_accounts()
        if not self._on_desk():
            self.records.read()

    def has_draft(self) -> bool:
        """Whether a receipt is being typed."""
        return self.form.has_draft()

    def undo(self) -> bool:
        """Ctrl+Z takes back what was decided but not booked."""
        draft = self.panel.draft
        if draft is None or not draft.touched():
            return False
        self.desk.read()
        return True

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {**self.list.list.state(), "split": self.desk.split.sizes()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back, and look for proposals."""
        sizes = state.get("split", [])
        if len(sizes) == 2 and all(sizes):
            self.desk.sizes = sizes
        self.list.restore(state)
        self._show_accounts()
        self.desk.answers.ask()


#: What banks' files end in.
_ENDINGS = (
    "*.csv *.txt *.tsv *.xls *.xlsx *.ods *.html *.xml *.zip *.sta *.940 *.mt940 *.swi *.ofx *.qfx "
    "*.qif *.bai *.bai2 *.cod *.n43 *.aeb"
)


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
