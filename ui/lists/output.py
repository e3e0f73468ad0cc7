"""Export and print of what a list shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from domain.ports import Progress
from ui import format as fmt
from ui.lists import sheets
from ui.marks import translate
from ui.printing import print_pdf

if TYPE_CHECKING:
    from ui.lists.pane import ListPane


class Output(QObject):
    """Turns a list into a file or pages: the selection when several rows are selected."""

    def __init__(self, owner: ListPane) -> None:
        super().__init__(owner)
        self._list = owner

    def export(self) -> None:
        """Ask for a file and write the list as Excel or CSV."""
        title = self._list.spec.title()
        name = f"{title} {self._list.ctx.as_of.isoformat()}.xlsx"
        kinds = translate("Lists", "Excel workbook (*.xlsx);;CSV text (*.csv)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._list, translate("Lists", "Export the list"), name, kinds
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the list to a file in the background."""
        ctx, make = self._list.ctx, self._maker()

        def job(progress: Progress) -> int:
            sheet = make(progress)
            ctx.files.write_sheet(sheet, path)
            return len(sheet.rows)

        said = translate("Lists", "{count} rows written to {file}")
        ctx.work(
            job,
            lambda count: ctx.notify(said.format(count=fmt.count(count), file=path.name)),
            asker=self._list,
            title=translate("Lists", "Exporting the list"),
        )

    def print_pages(self) -> None:
        """Lay the list out on pages in the background, then ask for a printer."""
        ctx, make = self._list.ctx, self._maker()
        ctx.work(
            lambda progress: ctx.papers.sheet_pdf(make(progress)),
            lambda pdf: print_pdf(ctx, pdf, self._list),
            asker=self._list,
            title=translate("Lists", "Laying out pages"),
        )

    def _maker(self) -> sheets.SheetMaker:
        """Return a function that reads the sheet; everything of the window is taken now."""
        shown, view = self._list, self._list.view
        picked = view.selected_ids() if 1 < view.selected_count() < view.rows.rowCount() else None
        note = translate("Lists", "As of {date}")
        language, where = shown.ctx.language, shown.model.where
        wanted = sheets.Wanted(
            query=shown.spec.query,
            where=where,
            order=shown.model.order,
            columns=shown.visible_columns(),
            title=shown.spec.title(),
            note=note.format(date=fmt.day(where.as_of, language)),
            language=language,
            ids=picked,
        )
        reader = shown.ctx.reader
        return lambda progress: sheets.make_sheet(reader, wanted, progress)
