"""What every section of the settings is: a form that keeps what was typed until it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from domain.errors import QingzhangError
from ui import labels
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import label
from ui.widgets.button import Button
from ui.widgets.fields import Field


class Section(QWidget):
    """A section. Subclasses build themselves, then answer what they have.

    ``dirty`` is set while something typed is not saved; a refresh leaves it alone.
    """

    key: ClassVar[str] = ""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName(f"settings.{self.key}")
        self.dirty = False
        self.fields: dict[str, Field] = {}
        self.save = Button(name=f"settings.{self.key}.save", kind="primary", key="Ctrl+Enter")
        self.save.clicked.connect(self.submit)
        self.problem = label("error", name=f"settings.{self.key}.error", wrap=True)
        self.problem.hide()

    def title(self) -> str:
        """Return the section's name in the list at the left."""
        return ""

    def about(self) -> str:
        """Return one line about it."""
        return ""

    def load(self) -> None:
        """Read what the book has and show it."""

    def submit(self) -> None:
        """Check what is typed and keep it."""

    def open(self, query: dict[str, str]) -> None:
        """Show what the address asks of the section."""

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.save.set_words(translate("Settings", "Save"))
        for field in self.fields.values():
            field.retranslate()

    # helpers

    def watch(self, editors: Sequence[QWidget]) -> None:
        """Notice typing in these editors."""
        for editor in editors:
            if isinstance(editor, QLineEdit):
                editor.textEdited.connect(lambda _text: self.touch())
            elif isinstance(editor, QPlainTextEdit):
                editor.textChanged.connect(self.touch)

    def touch(self) -> None:
        """Something was typed that is not saved."""
        self.dirty = True

    def errors_shown(self, errors: Mapping[str, str]) -> bool:
        """Show errors beside their fields and go to the first; True when there are any."""
        self.problem.hide()
        found = {name: text for name, text in errors.items() if text}
        for name, field in self.fields.items():
            field.set_error(found.get(name, ""))
        first = next((name for name in self.fields if name in found), None)
        if first is not None:
            self.fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def refused(self, error: QingzhangError) -> bool:
        """Show an error of the domain under the form."""
        self.problem.setText(labels.error_text(error, self.ctx.language))
        self.problem.show()
        return True

    def keep(self, values: Mapping[str, Any], then: Callable[[], None] | None = None) -> None:
        """Store settings of the book and say so."""
        from domain.services.settings import change_settings

        def done(_result: object) -> None:
            self.dirty = False
            self.problem.hide()
            if then is not None:
                then()

        self.ctx.act(
            change_settings,
            dict(values),
            asker=self,
            notice=translate("Settings", "Saved"),
            done=done,
            failed=self.refused,
        )
