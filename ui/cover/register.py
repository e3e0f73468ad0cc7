"""A register of cover: a list, what its current row holds, the forms of its acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from domain.listing import Order
from domain.ports import BookReader
from domain.sheets import Sheet
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext
from ui.lists.columns import Column, shown
from ui.lists.sheets import clip_text, sheet_cells
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.records.form import RecordFormPane
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.inspector import InspectorFrame
from ui.widgets.paint import ChipText

#: (context, text), marked for translation.
Words = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSpec:
    """What a register is.

    Attributes:
        name: stable name: "cover.deadlines".
        read: the rows of a day; called in the reading thread.
        key: a row's stable number.
        heading, chips, facts: what the pane at the right says of a row.
        customer: whose row it is, opened by Enter.
        empty: title and text where there is nothing.
    """

    name: str
    title: Words
    columns: Sequence[Column]
    read: Callable[[BookReader, date], Sequence[Any]]
    key: Callable[[Any], int]
    heading: Callable[[Any, str], str]
    facts: Callable[[Any, str], Sequence[tuple[str, str]]]
    chips: Callable[[Any, str], Sequence[ChipText]]
    customer: Callable[[Any], int | None]
    empty: tuple[Words, Words]


class RegisterPane(QWidget):
    """The list at the left, the current row or a form at the right."""

    def __init__(self, ctx: AppContext, spec: RegisterSpec) -> None:
        super().__init__()
        self.setObjectName(spec.name)
        self.ctx, self.spec = ctx, spec
        self.acts: list[Act] = []
        #: Acts that need a current row for which this holds.
        self._needs: dict[Act, Callable[[Any], bool]] = {}
        self.model, self.view = short_list(
            ctx, spec.columns, spec.key, name=f"{spec.name}.list", order=Order("")
        )
        self.title = label("heading")
        self.empty = EmptyState(f"{spec.name}.empty")
        self.inspector = _RowPane(spec)
        self._buttons = row(gap=8)
        self._middle, self._side = QStackedWidget(), QStackedWidget()
        self._middle.addWidget(WholeRows(self.view))
        self._middle.addWidget(self.empty)
        self._side.addWidget(self.inspector)
        self._side.setFixedWidth(self.inspector.width())
        bar = pane(row(self.title, None, self._buttons, margins=(16, 0, 16, 0)), height=43)
        left = QWidget()
        left.setLayout(column(bar, line(), self._middle))
        whole = row(left, line(vertical=True), self._side, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)
        self.view.current_moved.connect(lambda _key: self._moved())
        self.view.chosen.connect(lambda _key: self.open_customer())

    # building

    def add_act(
        self,
        name: str,
        words: Words,
        run: Callable[[], object],
        *,
        icon: str = "",
        key: str = "",
        kind: str = "outline",
        needs: Callable[[Any], bool] | None = None,
    ) -> Act:
        """Add an act with its button; with ``needs`` only for a current row it holds for."""
        act = Act(self, f"{self.spec.name}.{name}", words, run, icon=icon, key=key)
        self.acts.append(act)
        if needs is not None:
            self._needs[act] = needs
        self._buttons.addWidget(Button.of(act, kind=kind))
        return act

    def add_form(self, form: RecordFormPane) -> RecordFormPane:
        """Add a form; it shows in the place of the row and leaves when done."""
        self._side.addWidget(form)
        form.closed.connect(self.close_form)
        form.submitted.connect(self.close_form)
        return form

    def show_form(self, form: RecordFormPane) -> None:
        """Show a form that was started."""
        self._side.setCurrentWidget(form)
        form.retranslate()

    def close_form(self) -> None:
        """Show the current row again; what is typed stays."""
        self._side.setCurrentWidget(self.inspector)
        self.view.setFocus()

    def forms(self) -> list[RecordFormPane]:
        """Return its forms."""
        parts = [self._side.widget(at) for at in range(1, self._side.count())]
        return [part for part in parts if isinstance(part, RecordFormPane)]

    # showing

    def reload(self) -> None:
        """Read again for the date shown."""
        read, day = self.spec.read, self.ctx.as_of
        self.ctx.query(lambda reader: list(read(reader, day)), self._take, asker=self)

    def _take(self, rows: Sequence[Any]) -> None:
        self.view.remember_selection()
        self.model.show_rows(rows)
        self._middle.setCurrentIndex(0 if rows else 1)
        if rows and self.view.current_id() is None:
            self.view.select_id(self.model.id_at(0) or 0)
        self._moved()

    def current(self) -> Any:
        """Return the current row, None where there is none."""
        key = self.view.current_id()
        return None if key is None else self.model.cached(key)

    def selected(self) -> list[Any]:
        """Return the selected rows, or the current one."""
        found = [self.model.cached(key) for key in self.view.selected_ids()]
        rows = [one for one in found if one is not None]
        return rows or [one for one in [self.current()] if one is not None]

    def _moved(self) -> None:
        found = self.current()
        self.inspector.show_row(found, self.ctx.language)
        self.enable()

    def enable(self, *, shown: bool = True) -> None:
        """Let acts answer that can be done; none while another register is shown."""
        found = self.current()
        for act in self.acts:
            needs = self._needs.get(act)
            able = needs is None or (found is not None and needs(found))
            act.setEnabled(shown and able)

    def open_customer(self) -> None:
        """Open the page of the current row's customer."""
        found = self.current()
        customer_id = None if found is None else self.spec.customer(found)
        if customer_id is not None:
            self.ctx.navigate(f"customer/{customer_id}")

    # common acts

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        rows = self.selected()
        if rows:
            text = clip_text(shown(self.spec.columns), rows, self.ctx.language)
            QGuiApplication.clipboard().setText(text)
            said = translate("Lists", "{count} rows copied")
            self.ctx.notify(said.format(count=fmt.count(len(rows))))

    def sheet(self, company: str) -> Sheet:
        """Return the list as shown."""
        language = self.ctx.language
        columns = shown(self.spec.columns)
        rows = [self.model.row_at(at) for at in range(self.model.rowCount())]
        note = translate("Lists", "As of {date}")
        return Sheet(
            title=translate(*self.spec.title),
            company=company,
            note=note.format(date=fmt.day(self.ctx.as_of, language)),
            language=language,
            columns=tuple(one.sheet_column() for one in columns),
            rows=sheet_cells(columns, rows, language),
        )

    def export(self) -> None:
        """Ask for a file and write the list as Excel or CSV."""
        name = f"{translate(*self.spec.title)} {self.ctx.as_of.isoformat()}.xlsx"
        kinds = translate("Lists", "Excel workbook (*.xlsx);;CSV text (*.csv)")
        title = translate("Lists", "Export the list")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the list to a file in the background."""
        self.write_sheet(self.sheet(self.ctx.reader.company().name), path)

    def write_sheet(self, sheet: Sheet, path: Path) -> None:
        """Write a sheet to a file in the background."""
        said = translate("Lists", "{count} rows written to {file}")
        count = fmt.count(len(sheet.rows))
        self.ctx.work(
            lambda _report: self.ctx.files.write_sheet(sheet, path),
            lambda _done: self.ctx.notify(said.format(count=count, file=path.name)),
            asker=self,
            title=translate("Lists", "Exporting the list"),
        )

    def print_pages(self) -> None:
        """Lay the list out on pages, then ask for a printer."""
        from ui.printing import print_pdf

        ctx, sheet = self.ctx, self.sheet(self.ctx.reader.company().name)
        ctx.work(
            lambda _report: ctx.papers.sheet_pdf(sheet),
            lambda pdf: print_pdf(ctx, pdf, self),
            asker=self,
            title=translate("Lists", "Laying out pages"),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.title.setText(translate(*self.spec.title))
        self.view.setAccessibleName(translate(*self.spec.title))
        self.view.widths.reset()
        first, second = self.spec.empty
        self.empty.set_up(lambda: (translate(*first), translate(*second)))
        for act in self.acts:
            act.retranslate()
        for form in self.forms():
            form.retranslate()
        self.inspector.retranslate()
        self._moved()


class _RowPane(InspectorFrame):
    """What the current row holds."""

    def __init__(self, spec: RegisterSpec) -> None:
        super().__init__(f"{spec.name}.inspector", can_open=False)
        self._spec = spec
        self._chips = Chips()
        self._facts = Facts()
        self._nothing = label("label", wrap=True)
        inside = column(
            self._chips, self._facts, self._nothing, None, margins=(16, 14, 16, 14), gap=10
        )
        self.body.addWidget(pane(inside, role="raised"))
        self._close.hide()

    def show_row(self, found: Any, language: str) -> None:
        """Show a row, None for none."""
        there = found is not None
        self._nothing.setVisible(not there)
        self._facts.setVisible(there)
        self._chips.setVisible(there)
        self.title.setText(self._spec.heading(found, language) if there else "")
        if there:
            self._chips.set_chips(self._spec.chips(found, language))
            self._facts.show_facts(self._spec.facts(found, language))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._nothing.setText(translate("Cover", "Choose a line to see all of it."))
