"""Second step: which column of the file is which field, and how it is to be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLineEdit, QScrollArea, QWidget

from domain.reading.headers import fields
from ui import import_fields, import_words
from ui.context import AppContext
from ui.importing.draft import Draft, is_needed
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import Field

#: Fields that may have one value for the whole file.
_FIXED: Final = ("currency", "terms", "type")


class MappingPage(QWidget):
    """Fields at the left with the column each is taken from; the file's habits at the right.

    Signals:
        changed: the mapping is another.
        load_asked, save_asked: a saved mapping is wanted, or this one kept (its name).
    """

    changed = Signal()
    load_asked = Signal(str)
    save_asked = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._draft = Draft()
        self._boxes: dict[str, QComboBox] = {}
        self._fixed: dict[str, QLineEdit] = {}
        self.saved = _box("import.saved")
        self.name = QLineEdit()
        self.name.setObjectName("import.mapping_name")
        self.keep = Button(name="import.mapping_save", icon="save")
        self.read_file = Button(name="import.mapping_open", icon="folder-open")
        self.write_file = Button(name="import.mapping_write", icon="file-down")
        self.order = _box("import.date_order")
        self.style_ = _box("import.amount_style")
        self.problem = label("error", name="import.mapping_problem", wrap=True)
        self._columns_head = label("heading")
        self._habits_head = label("heading")
        self._kept_head = label("heading")
        self._grid = QGridLayout()
        self._build()
        self._wire()

    def _build(self) -> None:
        self._grid.setContentsMargins(16, 4, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(pane(column(self._grid, None)))
        head = row(self._columns_head, None, margins=(16, 10, 16, 6))
        left = pane(column(head, area, row(self.problem, margins=(16, 6, 16, 8))))
        habits = self._habits()
        habits.setFixedWidth(304)
        self.setLayout(row(left, line(vertical=True), habits, gap=0))

    def _habits(self) -> QWidget:
        self._more = [
            Field(self.order, lambda: translate("Import", "Order of day and month"), above=True),
            Field(self.style_, lambda: translate("Import", "Decimal mark"), above=True),
        ]
        for name in _FIXED:
            edit = QLineEdit()
            edit.setObjectName(f"import.fixed.{name}")
            edit.textEdited.connect(lambda _text: self._edited())
            self._fixed[name] = edit
            self._more.append(Field(edit, partial(self._fixed_words, name), above=True))
        self._saved_field = Field(
            self.saved, lambda: translate("Import", "Use a saved mapping"), above=True
        )
        self._name_field = Field(
            self.name, lambda: translate("Import", "Keep this one as"), above=True
        )
        inside = column(
            *(self._kept_head, self._saved_field, self._name_field),
            row(self.keep, self.read_file, self.write_file, None, gap=4),
            *(8, line(role="hairline"), 4, self._habits_head, *self._more, None),
            margins=(16, 10, 16, 12),
            gap=8,
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(pane(inside, role="raised"))
        return area

    def _wire(self) -> None:
        self.order.activated.connect(lambda _place: self._edited())
        self.style_.activated.connect(lambda _place: self._edited())
        self.saved.activated.connect(self._load)
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.read_file.clicked.connect(self.ask_file)
        self.write_file.clicked.connect(self.ask_target)

    def _fixed_words(self, name: str) -> str:
        said = translate("Import", "{field} of every row")
        return said.format(field=import_fields.field_name(name, self._ctx.language))

    # filling

    def show_draft(self, draft: Draft, saved: Mapping[str, str], language: str) -> None:
        """Show a mapping over the columns of its file."""
        self._draft = draft
        self._fill_saved(saved)
        self._fill_grid(language)
        self._fill_habits()
        self._tell()

    def _fill_saved(self, saved: Mapping[str, str]) -> None:
        kept = self.saved.currentData()
        self.saved.clear()
        self.saved.addItem(translate("Import", "Recognised from the headers"), "")
        for name in sorted(saved):
            self.saved.addItem(name, name)
        self.saved.setCurrentIndex(max(0, self.saved.findData(kept)))

    def _fill_grid(self, language: str) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            old = None if item is None else item.widget()
            if old is not None:
                old.deleteLater()
        self._boxes.clear()
        kind = self._draft.kind
        for place, name in enumerate(fields(kind)):
            words = import_fields.field_name(name, language, kind)
            needed = is_needed(kind, name)
            told = label("strong" if needed else "label", f"{words} *" if needed else words)
            box = self._column_box(name)
            box.setAccessibleName(words)
            told.setBuddy(box)
            self._grid.addWidget(told, place, 0)
            self._grid.addWidget(box, place, 1)
            self._boxes[name] = box

    def _column_box(self, name: str) -> QComboBox:
        box = _box(f"import.column.{name}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        box.addItem("—", "")
        survey = self._draft.survey
        source = self._draft.mapping.get("columns", {}).get(name, "")
        found = 0
        for head, cell in zip(survey.headers, survey.samples, strict=True) if survey else ():
            if head:
                box.addItem(f"{head}   ·   {cell}" if cell else head, head)
                found = box.count() - 1 if head == source and not found else found
        if source and not found:
            box.addItem(_described(source), json.dumps(source, ensure_ascii=False))
            found = box.count() - 1
        box.setCurrentIndex(found)
        box.activated.connect(lambda _place: self._edited())
        return box

    def _fill_habits(self) -> None:
        mapping = self._draft.mapping
        constants = mapping.get("constants", {})
        for name, edit in self._fixed.items():
            edit.setText(str(constants.get(name, "")))
            edit.setVisible(name in fields(self._draft.kind))
        for field in self._more[2:]:
            field.setVisible(
                field.editor.objectName().rpartition(".")[2] in fields(self._draft.kind)
            )
        _choose(self.order, mapping.get("date_order") or "")
        _choose(self.style_, mapping.get("amount_style") or "")

    # reading back

    def _edited(self) -> None:
        mapping = {key: value for key, value in self._draft.mapping.items() if value}
        mapping["columns"] = self._columns()
        constants = dict(mapping.get("constants", {}))
        for name, edit in self._fixed.items():
            constants.pop(name, None)
            if edit.text().strip() and name in fields(self._draft.kind):
                constants[name] = edit.text().strip()
        mapping["constants"] = constants
        mapping["date_order"] = self.order.currentData() or None
        mapping["amount_style"] = self.style_.currentData() or None
        self._draft.mapping = {key: value for key, value in mapping.items() if value}
        self._tell()
        self.changed.emit()

    def _columns(self) -> dict[str, Any]:
        headers = set(self._draft.survey.headers) if self._draft.survey else set()
        chosen = {name: str(box.currentData() or "") for name, box in self._boxes.items()}
        return {
            name: source if source in headers else json.loads(source)
            for name, source in chosen.items()
            if source
        }

    def _tell(self) -> None:
        """Say what is still missing."""
        told = [
            import_words.text(code, facts, self._ctx.language)
            for code, facts in self._draft.problems()
        ]
        self.problem.setText("\n".join(told[:3]))
        self.problem.setVisible(bool(told))

    # saved mappings and files

    def _load(self) -> None:
        self.load_asked.emit(str(self.saved.currentData() or ""))

    def _keep(self) -> None:
        name = self.name.text().strip()
        self._name_field.set_error("" if name else translate("Import", "Type a name for it"))
        if name:
            self.save_asked.emit(name)

    def ask_file(self) -> None:
        """Choose a mapping kept as a file."""
        title = translate("Import", "Open a mapping")
        kinds = translate("Import", "Mappings (*.json)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.load_asked.emit(f"file:{chosen}")

    def ask_target(self) -> None:
        """Write the mapping to a file."""
        title = translate("Import", "Write the mapping to a file")
        kinds = translate("Import", "Mappings (*.json)")
        name = f"{self.name.text().strip() or self._draft.kind}.json"
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Write the mapping as JSON."""
        text = json.dumps(self._draft.full_mapping(), ensure_ascii=False, indent=1)
        said = translate("Import", "Mapping written to {file}").format(file=path.name)
        self._ctx.work(
            lambda _report: self._ctx.files.write_bytes(path, text.encode()),
            lambda _none: self._ctx.notify(said),
            asker=self,
            title=translate("Import", "Writing the mapping"),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._columns_head.setText(translate("Import", "Field and the column it is taken from"))
        self._habits_head.setText(translate("Import", "How the file writes"))
        self._kept_head.setText(translate("Import", "Saved mappings"))
        self.keep.set_words(translate("Import", "Keep"))
        self.read_file.set_words(translate("Import", "Open…"))
        self.write_file.set_words(translate("Import", "Write…"))
        _fill(
            self.order,
            {
                "": translate("Import", "Recognised from the dates"),
                "dmy": translate("Import", "Day first: 31/12/2026"),
                "mdy": translate("Import", "Month first: 12/31/2026"),
            },
        )
        _fill(
            self.style_,
            {
                "": translate("Import", "Recognised from the amounts"),
                "point": translate("Import", "Point: 1,234.56"),
                "comma": translate("Import", "Comma: 1.234,56"),
            },
        )
        for field in (*self._more, self._saved_field, self._name_field):
            field.retranslate()


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    return box


def _fill(box: QComboBox, options: Mapping[str, str]) -> None:
    kept = box.currentData()
    box.clear()
    for value, words in options.items():
        box.addItem(words, value)
    _choose(box, kept or "")


def _choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))


def _described(source: Any) -> str:
    """Return a source of several columns in words: a + b, or a / b (the first filled)."""
    if isinstance(source, str):
        return source
    if isinstance(source, list):
        return " + ".join(map(_described, source))
    if "first" in source:
        return " / ".join(map(_described, source["first"]))
    return " + ".join(map(_described, source.get("join", [])))
