"""A form in the place of the inspector: fields, one primary button, errors beside fields."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from domain.errors import QingzhangError
from ui import labels
from ui.context import AppContext
from ui.widgets.basic import column, label, pane
from ui.widgets.button import Button
from ui.widgets.fields import Field
from ui.widgets.inspector import InspectorFrame


class FormFrame(InspectorFrame):
    """Base of forms at the right. Ctrl+Enter submits, Esc closes and keeps what was typed.

    Subclasses set :attr:`fields` and answer :meth:`submit`; ``places`` maps fields
    named by errors of the domain to fields of the form.
    """

    submitted = Signal()

    def __init__(self, ctx: AppContext, name: str) -> None:
        super().__init__(name, can_open=False)
        self.ctx = ctx
        self.fields: dict[str, Field] = {}
        self.places: Mapping[str, str] = {}
        self.problem = label("error", name=f"{name}.error", wrap=True)
        self.problem.hide()
        self.do = Button(name=f"{name}.submit", kind="primary", key="Ctrl+Enter")
        self.do.clicked.connect(self.submit)
        self.foot_row.addWidget(self.do)
        self.foot_row.addStretch(1)
        self.foot.show()

    def lay_out(self, fields: dict[str, Field]) -> None:
        """Put the fields under each other."""
        self.fields = fields
        inside = column(*fields.values(), self.problem, None, margins=(16, 14, 16, 14), gap=10)
        self.body.addWidget(pane(inside, role="raised"))

    def submit(self) -> None:
        """Check what is typed and book it."""

    def errors_shown(self, errors: Mapping[str, str]) -> bool:
        """Show errors beside their fields and go to the first; True when there are any."""
        self.problem.hide()
        for key, field in self.fields.items():
            field.set_error(errors.get(key, ""))
        first = next((key for key in self.fields if key in errors), None)
        if first is not None:
            self.fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def refused(self, error: QingzhangError) -> bool:
        """Show an error of the domain beside its field, else under the form."""
        text = labels.error_text(error, self.ctx.language)
        place = self.places.get(error.code, "")
        named = str(error.facts.get("field", ""))
        place = place or (named if named in self.fields else "")
        if place:
            return self.errors_shown({place: text})
        self.problem.setText(text)
        self.problem.show()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        for field in self.fields.values():
            field.retranslate()
