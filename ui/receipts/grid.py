"""The grid that allocates: open documents, amounts typed in place, numbered evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from ui import format as fmt
from ui.grids.delegate import GridDelegate
from ui.grids.model import GridModel, Group, Index, Rules
from ui.grids.view import GridView
from ui.lists.model import ROW_ROLE
from ui.marks import translate
from ui.receipts.bank_text import paint_mark
from ui.receipts.columns import grid_columns, has_closing
from ui.receipts.data import Party
from ui.receipts.draft import Line, total_open
from ui.receipts.evidence import Hint
from ui.receipts.words import hint_words
from ui.theme import fonts, theme
from ui.widgets.fields import AmountEdit
from ui.widgets.paint import elided


class _Delegate(GridDelegate):
    """Draws the mark of a document before its evidence; credit notes are typed unsigned."""

    hints: Mapping[int, Hint] = {}

    def _words(
        self, painter: QPainter, rect: QRectF, column: Any, row: Any, selected: bool
    ) -> None:
        hint = self.hints.get(row.id) if column.key == "hint" else None
        if hint is None or not hint.mark:
            super()._words(painter, rect, column, row, selected)
            return
        paint_mark(painter, rect.left(), rect.center().y(), hint.mark)
        inner = rect.adjusted(19, 0, 0, 0)
        painter.setFont(fonts.font())
        painter.setPen(theme().colour("text-2"))
        text = elided(QFontMetricsF(painter.font()), hint_words(hint), inner.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(flags), text)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the amount without its sign: of a credit note, what of it is used."""
        line = index.data(ROW_ROLE)
        if isinstance(editor, AmountEdit):
            editor.set_minor(line.minor or None)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take a credit note's amount with or without its minus."""
        line = index.data(ROW_ROLE)
        if isinstance(editor, AmountEdit) and line.is_credit and editor.minor() is not None:
            minor = abs(editor.minor() or 0)
            model.setData(index, minor, int(Qt.ItemDataRole.EditRole))
        else:
            super().setModelData(editor, model, index)


class AllocationGrid(GridView):
    """Shows the lines of a draft, under a heading for each customer where there are several."""

    def __init__(self, language: Callable[[], str]) -> None:
        self._hints: Mapping[int, Hint] = {}
        rules = Rules(
            checked=lambda one: Qt.CheckState.Checked if one.used else Qt.CheckState.Unchecked,
            editable=lambda _one: True,
            edits="minor",
            name=lambda one: one.label,
        )
        model = GridModel(grid_columns(self._hint), language, rules)
        super().__init__(model, language, name="receipts.grid")
        self._marking = _Delegate(model, language, self)
        self.delegate = self._marking
        self.setItemDelegate(self._marking)

    def _hint(self, item_id: int) -> str:
        """Return the evidence of a document as text, for copying and screen readers."""
        hint = self._hints.get(item_id)
        if hint is None:
            return ""
        mark = f"{hint.mark} " if hint.mark else ""
        return mark + hint_words(hint)

    def show_lines(
        self,
        lines: Sequence[Line],
        hints: Mapping[int, Hint],
        customers: Sequence[Party],
        language: str,
    ) -> None:
        """Show the lines of a draft; columns that would be empty give their room away."""
        self._hints = self._marking.hints = hints
        self.widths.set_needless("closing", needless=not any(map(has_closing, lines)))
        self.rows.show_rows(_grouped(lines, customers, language))
        used = sum(one.used for one in lines)
        state = Qt.CheckState.PartiallyChecked if used else Qt.CheckState.Unchecked
        self.show_check(Qt.CheckState.Checked if used == len(lines) and lines else state)

    def current_line(self) -> Line | None:
        """Return the current line, None for none or a heading."""
        found = self.current_row()
        return found if isinstance(found, Line) else None


def _grouped(lines: Sequence[Line], customers: Sequence[Party], language: str) -> list[Any]:
    """Return the lines under a heading per customer; one customer needs none."""
    if len(customers) < 2:
        return list(lines)
    rows: list[Any] = []
    for party in customers:
        mine = [one for one in lines if one.item.customer_id == party.id]
        rows.append(Group(f"customer.{party.id}", party.named(language), _open_words(mine)))
        rows += mine
    return rows


def _open_words(lines: Sequence[Line]) -> str:
    if not lines:
        return translate("Receipts", "owes nothing in this currency")
    said = translate("Receipts", "%n open document(s)", None, len(lines))
    return f"{said} · {fmt.money(total_open(one.item for one in lines), lines[0].currency)}"
