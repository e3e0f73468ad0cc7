"""A tab that is a short list with a form beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from domain.listing import Order
from ui.context import AppContext
from ui.lists.columns import Column
from ui.lists.sheets import clip_text
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.tabbed import Tab
from ui.widgets.basic import column, line, row
from ui.widgets.empty import EmptyState
from ui.widgets.form import FormFrame


class ListTab(Tab):
    """A list, words where it is empty, and copying what is selected or shown."""

    def __init__(
        self,
        ctx: AppContext,
        name: str,
        columns: Sequence[Column],
        key: Callable[[Any], int],
        order: Order | None = None,
    ) -> None:
        super().__init__(ctx)
        self.model, self.view = short_list(ctx, columns, key, name=name, order=order)
        self.empty = EmptyState(f"{name}.empty")
        self.empty.set_up(self._empty_words)
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.view))
        self.stack.addWidget(self.empty)
        self.setFocusProxy(self.view)

    def _empty_words(self) -> tuple[str, str]:
        """Return title and words where there is nothing."""
        raise NotImplementedError

    def current(self) -> Any:
        """Return the row the cursor is on, None where there is none."""
        key = self.view.current_id()
        return None if key is None else self.model.cached(key)

    def shown(self) -> list[Any]:
        """Return the rows shown."""
        return [self.model.row_at(at) for at in range(self.model.rowCount())]

    def offers(self) -> set[str]:
        """Return the common acts: copy."""
        return {"copy"}

    def copy(self) -> None:
        """Copy the selection, or all that is shown, as text."""
        rows = [one for key in self.view.selected_ids() if (one := self.model.cached(key))]
        text = clip_text(self.model.columns, rows or self.shown(), self.ctx.language)
        QApplication.clipboard().setText(text)


class FormTab(ListTab):
    """A list with a form that folds out at its right and keeps what is typed."""

    form: FormFrame

    def beside(self, form: FormFrame, *parts: QWidget) -> None:
        """Lay the parts of the list out with the form at their right, folded away."""
        self.form = form
        form.hide()
        left = QWidget()
        left.setLayout(column(*parts))
        whole = row(left, line(vertical=True), form, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        form.closed.connect(self.escape)
        form.submitted.connect(self.escape)

    def escape(self) -> bool:
        """Close the form; what is typed stays."""
        if self.form.isHidden():
            return False
        self.form.hide()
        self.view.setFocus()
        return True
