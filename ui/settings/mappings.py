"""Saved mappings of the importer: look, write to a file, remove."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QSizePolicy

from domain.ports import BookReader
from domain.reading.headers import KINDS
from domain.services.settings import drop_mapping
from ui import import_fields
from ui.context import AppContext
from ui.marks import translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, row
from ui.widgets.button import Button
from ui.widgets.text_table import TextTable


class MappingsSection(Section):
    """The list; the wizard makes them."""

    key = "mappings"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._rows: list[tuple[str, str, str]] = []
        self.table = TextTable("settings.mappings.list")
        self._empty = label("label", wrap=True)
        self.write = Button(name="settings.mappings.write", icon="file-down")
        self.drop = Button(name="settings.mappings.drop", icon="trash-2")
        self.start = Button(name="settings.mappings.import", icon="file-up", key="Ctrl+I")
        self.save.hide()
        self.write.clicked.connect(self.ask)
        self.drop.clicked.connect(self._drop)
        self.start.clicked.connect(lambda: self.ctx.command.emit("book.import"))
        self.table.moved.connect(lambda _row: self._enable())
        buttons = row(self.write, self.drop, self.start, None)
        layout = column(self._empty, self.table, buttons, self.problem, gap=8)
        layout.setStretchFactor(self.table, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Import mappings")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "How columns of foreign files become fields")

    def load(self) -> None:
        """Show the mappings of the book."""

        def read(reader: BookReader) -> list[tuple[str, str, str]]:
            return [
                (kind, name, value)
                for kind in (*KINDS, "bank")
                for name, value in sorted(reader.saved_mappings(kind).items())
            ]

        self.ctx.query(read, self._show, asker=self)

    def _show(self, rows: list[tuple[str, str, str]]) -> None:
        self._rows = rows
        language = self.ctx.language
        headers = [
            translate("Settings", "Table"),
            translate("Settings", "Name"),
            translate("Settings", "Columns"),
        ]
        shown = [
            (import_fields.kind_name(kind, language), name, _columns(value, kind, language))
            for kind, name, value in rows
        ]
        self.table.show_texts(headers, shown)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows:
            self.table.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        chosen = self._chosen() is not None
        self.write.setEnabled(chosen)
        self.drop.setEnabled(chosen)

    def _chosen(self) -> tuple[str, str, str] | None:
        place = self.table.currentIndex().row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def ask(self) -> None:
        """Ask for a file and write the mapping chosen."""
        chosen = self._chosen()
        if chosen is None:
            return
        title = translate("Settings", "Write the mapping to a file")
        kinds = translate("Import", "Mappings (*.json)")
        name, _kind = QFileDialog.getSaveFileName(self, title, f"{chosen[1]}.json", kinds)
        if name:
            self.write_to(Path(name))

    def write_to(self, path: Path) -> None:
        """Write the mapping chosen as JSON."""
        chosen = self._chosen()
        if chosen is None:
            return
        text = json.dumps(json.loads(chosen[2]), ensure_ascii=False, indent=1)
        said = translate("Settings", "Written to {file}").format(file=path.name)
        self.ctx.work(
            lambda _report: self.ctx.files.write_bytes(path, text.encode()),
            lambda _none: self.ctx.notify(said),
            asker=self,
            title=translate("Settings", "Writing the mapping"),
        )

    def _drop(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.ctx.act(
                drop_mapping,
                chosen[0],
                chosen[1],
                asker=self,
                notice=translate("Settings", "Mapping removed"),
                done=lambda _result: self.load(),
                failed=self.refused,
            )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.write.set_words(translate("Settings", "Write to a file…"))
        self.drop.set_words(translate("Settings", "Remove"))
        self.start.set_words(translate("Settings", "Import a file…"))
        self._empty.setText(
            translate("Settings", "None yet. Keep one in the second step of an import.")
        )
        self.table.setAccessibleName(self.title())


def _columns(value: str, kind: str, language: str) -> str:
    """Return which field is taken from which column, in one line."""
    columns = json.loads(value).get("columns", {})
    told = []
    for field, source in columns.items():
        words = source if isinstance(source, str) else json.dumps(source, ensure_ascii=False)
        told.append(f"{import_fields.field_name(field, language, kind)} ← {words}")
    return ", ".join(told)
