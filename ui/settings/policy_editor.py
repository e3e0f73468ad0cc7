"""The form of a policy's draft: a section at a time, made from the shapes of its parameters."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QWidget,
)

from domain.errors import BadPolicy
from domain.policies.catalogue import SECTIONS
from domain.policies.shape import (
    Block,
    Cell,
    Line,
    blocks,
    differences,
    sections,
    spelled_out,
    value_at,
    with_line,
    with_value,
    without_line,
)
from domain.policy import CreditPolicy
from ui import policy_typed
from ui import policy_words as words
from ui.context import AppContext
from ui.marks import translate
from ui.policy_typed import NotUnderstood
from ui.widgets.basic import column, label, line, pane, row, set_tone
from ui.widgets.button import Button

_NAME: Final = "settings.policy"
#: Kinds that are typed; others are chosen.
_TYPED: Final = (int, Decimal, str)
_FIELD: Final = 110
_LONG: Final = 320
_NARROW: Final = 72
_CHOICE: Final = 116
#: A table of more columns than this is turned (its lines become columns) where that helps.
_WIDE: Final = 6


class PolicyEditor(QWidget):
    """Sections at the left, the parameters of the chosen one at the right.

    Signals:
        changed: a parameter was typed.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self._ctx = ctx
        self.policy = CreditPolicy()
        self._base, self._currency = CreditPolicy(), "CNY"
        #: Cells that hold what is no value, by their way.
        self._unclear: set[tuple[Any, ...]] = set()
        self._cells: dict[tuple[Any, ...], QWidget] = {}
        self._names: list[str] = []
        self.list = QListWidget()
        self.list.setObjectName(f"{_NAME}.parts")
        self.list.setProperty("role", "sections")
        self.list.setFixedWidth(172)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = row(self.list, line(vertical=True), self._area, gap=8)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.list.currentRowChanged.connect(lambda _place: self._show())

    # what is edited

    def edit(self, policy: CreditPolicy, base: CreditPolicy, currency: str) -> None:
        """Show a policy to be typed over; ``base`` is what it is compared with."""
        self.policy, self._base, self._currency = spelled_out(policy), base, currency
        self._unclear.clear()
        known = sections(policy)
        self._names = [name for name in SECTIONS if name in known]
        self._names += [name for name in known if name not in SECTIONS]
        place = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for name in self._names:
            item = QListWidgetItem(words.section(name, self._ctx.language))
            item.setSizeHint(QSize(0, 30))
            self.list.addItem(item)
        self.list.setCurrentRow(min(place, len(self._names) - 1))
        self.list.blockSignals(False)
        self._show()

    @property
    def section(self) -> str:
        """The section shown."""
        return self._names[max(0, self.list.currentRow())]

    @property
    def is_clear(self) -> bool:
        """Whether everything typed is a value."""
        return not self._unclear

    def show_fault(self, error: BadPolicy) -> None:
        """Go to the section and the parameter that an error names."""
        wanted = str(error.facts.get("section", ""))
        if wanted in self._names:
            self.list.setCurrentRow(self._names.index(wanted))
        field, key = str(error.facts.get("field", "")), str(error.facts.get("row", ""))
        for block in blocks(self.policy, self.section):
            for one in block.lines:
                for cell in one.cells:
                    named = field in (cell.entry, cell.entry.rpartition(".")[2])
                    if named and key.lower() in ("", one.key):
                        self._cells[cell.path].setFocus(Qt.FocusReason.OtherFocusReason)
                        return

    def _mark(self) -> None:
        """Mark the sections that differ from the version the draft was begun from."""
        changed = {one.section for one in differences(self._base, self.policy)}
        for place, name in enumerate(self._names):
            item = self.list.item(place)
            told = words.section(name, self._ctx.language)
            item.setText(f"{told} •" if name in changed else told)

    # the form

    def _show(self) -> None:
        if not self._names:
            return
        self._unclear = {path for path in self._unclear if path[0] != self.section}
        self._cells = {}
        parts: list[Any] = []
        for block in blocks(self.policy, self.section):
            if block.entry:
                parts.append(label("heading", words.entry(block.entry, self._ctx.language)))
            parts.append(pane(row(self._grid(block), None)))
            if block.grows:
                parts.append(self._buttons(block))
        self._area.setWidget(pane(column(*parts, None, margins=(4, 0, 12, 8), gap=8)))
        self._mark()

    def _grid(self, block: Block) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        language = self._ctx.language
        wide = len(block.columns) > _WIDE
        turned = wide and len(block.lines) < len(block.columns)
        for place, name in enumerate(block.columns, start=1):
            at = (place, 0) if turned else (0, place)
            grid.addWidget(label("label", words.header(name, language)), *at)
        for number, one in enumerate(block.lines, start=1):
            at = (0, number) if turned else (number, 0)
            grid.addWidget(label("label", words.line(block, one.key, language)), *at)
            for place, cell in enumerate(one.cells, start=1):
                at = (place, number) if turned else (number, place)
                made = self._editor(block, one, cell, narrow=wide)
                unit = label("small", "" if block.columns else self._behind(cell))
                grid.addWidget(made if block.columns else pane(row(made, unit, None, gap=8)), *at)
        return grid

    def _behind(self, cell: Cell) -> str:
        unit = words.unit_of(cell)
        return words.after(unit, self._ctx.language) or (
            self._currency if unit in ("money", "units") else ""
        )

    def _editor(self, block: Block, one: Line, cell: Cell, *, narrow: bool) -> QWidget:
        language = self._ctx.language
        made: QWidget
        if cell.shape.kind is bool:
            made = self._tick(cell)
        elif cell.shape.kind in _TYPED or cell.shape.many:
            made = self._text(cell, narrow=narrow)
        else:
            made = self._choice(cell)
            made.setMaximumWidth(_CHOICE if narrow else _LONG)
        made.setObjectName(".".join([_NAME, *map(str, cell.path)]))
        told = [words.line(block, one.key, language)]
        told += [words.header(cell.entry, language)] if block.columns else []
        made.setAccessibleName(" ".join(told))
        self._cells[cell.path] = made
        return made

    def _tick(self, cell: Cell) -> QCheckBox:
        made = QCheckBox()
        made.setChecked(bool(cell.value))
        made.toggled.connect(partial(self._set, cell))
        return made

    def _choice(self, cell: Cell) -> QComboBox:
        made = QComboBox()
        if cell.shape.optional:
            made.addItem("", None)
        for member in cell.shape.kind:
            made.addItem(words.code(str(member.value), self._ctx.language), member)
        made.setCurrentIndex(max(0, made.findData(cell.value)))
        made.activated.connect(lambda _place: self._set(cell, made.currentData()))
        return made

    def _text(self, cell: Cell, *, narrow: bool) -> QLineEdit:
        made = QLineEdit(policy_typed.shown(cell, self._ctx.language, self._currency))
        listed = cell.shape.many or cell.shape.kind is str
        made.setFixedWidth(_NARROW if narrow else (_LONG if listed else _FIELD))
        if not listed:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.textEdited.connect(partial(self._typed, cell, made))
        return made

    def _typed(self, cell: Cell, made: QLineEdit, text: str) -> None:
        try:
            value = policy_typed.typed(cell, text, self._ctx.language, self._currency)
        except NotUnderstood:
            self._unclear.add(cell.path)
            set_tone(made, "red")
            self.changed.emit()
            return
        self._unclear.discard(cell.path)
        set_tone(made, "")
        # A list that is not there and one that is empty are typed alike.
        if value != () or value_at(self.policy, cell.path):
            self._set(cell, value)

    def _set(self, cell: Cell, value: Any) -> None:
        self.policy = with_value(self.policy, cell.path, value)
        self._mark()
        self.changed.emit()

    def _buttons(self, block: Block) -> QWidget:
        name = f"{_NAME}.{'.'.join(map(str, block.path))}"
        more = Button(name=f"{name}.add", kind="flat", icon="plus")
        more.set_words(translate("Policy", "Add a line"))
        last = len(block.lines) - 1
        more.clicked.connect(lambda: self._lines(with_line, block, last))
        less = Button(name=f"{name}.remove", kind="flat", icon="circle-minus")
        less.set_words(translate("Policy", "Remove the last"))
        less.setEnabled(last > 0)
        less.clicked.connect(lambda: self._lines(without_line, block, last))
        return pane(row(more, less, None, gap=8), height=32)

    def _lines(self, change: Callable[..., CreditPolicy], block: Block, at: int) -> None:
        self.policy = change(self.policy, block.path, at)
        self._show()
        self.changed.emit()
