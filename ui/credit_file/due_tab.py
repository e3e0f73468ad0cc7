"""The Credit tab of documents and accounts: what runs out, and which files have gaps."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from domain.changes import Changes
from domain.listing import Order
from domain.ports import BookReader, Progress
from domain.services.credit_file import expiring, incomplete
from domain.services.tasks_file import address
from domain.sheets import Sheet
from ui.context import AppContext
from ui.credit_file.due_columns import (
    PILLS,
    DueLine,
    GapLine,
    due_columns,
    due_lines,
    gap_columns,
)
from ui.lists import sheets
from ui.lists.columns import shown
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.printing import print_pdf
from ui.tabbed import Tab
from ui.widgets.basic import column, line, pane, row
from ui.widgets.choice import Choice, Option
from ui.widgets.empty import EmptyState

GAPS: Final = "gaps"


class _Found(NamedTuple):
    due: list[DueLine]
    gaps: list[GapLine]


class DueTab(Tab):
    """Pills choose what is listed; Enter opens the customer's file."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.setObjectName("credit.due")
        self._due: list[DueLine] = []
        self.pills = Choice("pill", name="credit.due.pills")
        self.due, self.due_view = short_list(
            ctx, due_columns(), lambda one: one.id, name="credit.due.list", order=Order("on")
        )
        self.gaps, self.gap_view = short_list(
            ctx,
            gap_columns(),
            lambda one: one.id,
            name="credit.due.gaps",
            order=Order("percent"),
        )
        self.empty = EmptyState("credit.due.empty")
        self.stack = QStackedWidget()
        self.stack.setProperty("role", "pane")
        for one in (WholeRows(self.due_view), WholeRows(self.gap_view), self.empty):
            self.stack.addWidget(one)
        bar = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=40)
        self.setLayout(column(bar, line(), self.stack))
        self.setFocusProxy(self.due_view)
        self.pills.chosen.connect(lambda _key: self._show_pill())
        self.due_view.chosen.connect(lambda key: self._open(self.due.cached(key)))
        self.gap_view.chosen.connect(lambda key: self._open(self.gaps.cached(key)))

    # showing

    def refresh(self, changes: Changes) -> None:
        """Read again when records or customers changed."""
        if not (changes.records or changes.customers or changes.settings):
            return
        day = self.ctx.as_of

        def read(reader: BookReader) -> _Found:
            gaps = [GapLine(one) for one in incomplete(reader, day)]
            return _Found(due_lines(expiring(reader, day)), gaps)

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: _Found) -> None:
        self._due = found.due
        self.gaps.show_rows(found.gaps)
        counts = {key: sum(map(fits, found.due)) for key, fits in PILLS.items()}
        self.pills.set_counts({**counts, GAPS: len(found.gaps)})
        self._show_pill()

    def _show_pill(self) -> None:
        key = self.pills.value() or "all"
        if key == GAPS:
            self.stack.setCurrentIndex(1 if self.gaps.rowCount() else 2)
        else:
            rows = [one for one in self._due if PILLS[key](one)]
            self.due.show_rows(rows)
            self.stack.setCurrentIndex(0 if rows else 2)
        self.setFocusProxy(self._view())
        self.empty.retranslate()

    def _view(self) -> Any:
        return self.gap_view if self.pills.value() == GAPS else self.due_view

    def _open(self, one: Any) -> None:
        if one is None:
            return
        place = f"customer/{one.customer.id}/file"
        self.ctx.navigate(address(one.row) if isinstance(one, DueLine) else place)

    # common acts

    def offers(self) -> set[str]:
        """Return the common acts."""
        return {"export", "print", "copy"}

    def _sheet(self, reader: BookReader) -> Sheet:
        from ui.gallery_file import BUILDS

        name = "file-gaps" if self.pills.value() == GAPS else "file-expiry"
        made = BUILDS[name](reader, (None, self.ctx.as_of, self.ctx.user), self.ctx.language)
        assert isinstance(made, Sheet)  # noqa: S101 (tells the type checker)
        return made

    def print_list(self) -> None:
        """Ctrl+P."""
        ctx = self.ctx
        ctx.work(
            lambda _report: ctx.papers.sheet_pdf(self._sheet(ctx.reader)),
            lambda pdf: print_pdf(ctx, pdf, self),
            asker=self,
            title=translate("Lists", "Laying out pages"),
        )

    def export_list(self) -> None:
        """Ctrl+E."""
        title = translate("Lists", "Export the list")
        kinds = translate("Lists", "Excel workbook (*.xlsx);;CSV text (*.csv)")
        what = translate("Expiry", "Documents and accounts")
        name = f"{what} {self.ctx.as_of.isoformat()}.xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the list as Excel or CSV."""
        ctx = self.ctx

        def job(_progress: Progress) -> None:
            ctx.files.write_sheet(self._sheet(ctx.reader), path)

        said = translate("Expiry", "Saved as {name}").format(name=path.name)
        title = translate("Lists", "Exporting the list")
        ctx.work(job, lambda _none: ctx.notify(said), asker=self, title=title)

    def copy(self) -> None:
        """Ctrl+C: the selected lines."""
        view = self._view()
        rows = [view.rows.cached(key) for key in view.selected_ids()]
        text = sheets.clip_text(shown(view.rows.columns), rows, self.ctx.language)
        QGuiApplication.clipboard().setText(text)

    # words

    def about(self) -> str:
        """Return the line beside the title."""
        return translate("Expiry", "What of the credit files runs out or lacks")

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Expiry",
            "<p>Securities, reports and contracts are listed 60, 30 and 7 days before their last "
            "day; registry checks, visits and accounts once they are too old. Enter opens the "
            "customer's file. The gaps are those of customers with a credit limit.</p>",
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.pills.set_options(
            [
                Option("all", translate("Expiry", "All")),
                Option("past", translate("Expiry", "Past")),
                Option("week", translate("Expiry", "7 days")),
                Option("month", translate("Expiry", "30 days")),
                Option(GAPS, translate("Expiry", "Gaps in files")),
            ]
        )
        self.pills.setAccessibleName(translate("Expiry", "Documents and accounts"))
        self.due_view.setAccessibleName(translate("Expiry", "Documents and accounts"))
        self.gap_view.setAccessibleName(translate("Expiry", "Gaps in files"))
        for view in (self.due_view, self.gap_view):
            view.widths.reset()
        self.empty.set_up(self._empty_words)
        if self._due or self.gaps.rowCount():
            self.refresh(Changes(records=True))

    def _empty_words(self) -> tuple[str, str]:
        if self.pills.value() == GAPS:
            return (
                translate("Expiry", "No gaps"),
                translate("Expiry", "Every customer with a credit limit has a complete file."),
            )
        return (
            translate("Expiry", "Nothing runs out"),
            translate(
                "Expiry",
                "Keep registry checks, reports and securities in the files of "
                "customers; what runs out is listed here in time.",
            ),
        )


def waiting(reader: BookReader, ctx: AppContext) -> int:
    """Return how many things are past their day or within a week of it."""
    return sum(one.expiry.days_left <= 7 for one in expiring(reader, ctx.as_of))
