"""The form of a record of any kind, made from its description."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal

from domain.changes import OperationResult
from domain.fields import NOTHING, FieldSpec, RecordForm, Said, Shape, pick
from domain.record import Attachment, Record
from domain.services.records import keep_described
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.records.editors import AmountEditor, Editor, editor_of
from ui.records.files import FilePick
from ui.widgets.basic import column, label, pane, set_tone
from ui.widgets.fields import DateEdit, Field, needed, unclear_date
from ui.widgets.form import FormFrame

#: Keeps a record: ``(uow, value, form=, customer_id=, dated_on=, ends_on=, replaces_id=, files=)``.
Keep = Callable[..., OperationResult[int]]
DATED: Final = "dated_on"
ENDS: Final = "ends_on"


class RecordFormPane(FormFrame):
    """Adds a record or corrects one; a corrected one replaces what was wrong.

    Signals:
        kept: a record was kept (its id).
    """

    kept = Signal(int)

    def __init__(
        self,
        ctx: AppContext,
        form: RecordForm[Any],
        *,
        name: str,
        keep: Keep = keep_described,
    ) -> None:
        super().__init__(ctx, name)
        self.form, self._keep = form, keep
        self._customer_id: int | None = None
        self._record: Record[Any] | None = None
        self._base = "CNY"
        self._shown: tuple[Any, ...] = ()
        self.about = label("small", name=f"{name}.about", wrap=True)
        self.remarks = label("small", name=f"{name}.remarks", wrap=True)
        self.dated = DateEdit(ctx.today, ctx.today, name=f"{name}.{DATED}")
        self.ends = DateEdit(None, ctx.today, name=f"{name}.{ENDS}")
        self.editors = {
            spec.key: editor_of(spec, f"{name}.{spec.key}", ctx.today) for spec in form.fields
        }
        self.files = FilePick(ctx, name=f"{name}.files")
        self._build()

    def _build(self) -> None:
        self.body.addWidget(pane(column(self.about, margins=(16, 12, 16, 0)), role="raised"))
        made = {DATED: self._field(self.form.dated, self.dated)}
        made |= {key: self._spec_field(editor) for key, editor in self.editors.items()}
        if self.form.ends is not None:
            made[ENDS] = self._field(self.form.ends, self.ends)
        made["files"] = Field(self.files, lambda: translate("Records", "Files"), above=True)
        self.lay_out(made)
        self.body.addWidget(pane(column(self.remarks, margins=(16, 0, 16, 12)), role="raised"))
        made["files"].setVisible(self.form.files)
        self.dated.changed.connect(self._dated)
        for editor in self.editors.values():
            editor.typed.connect(self._typed)

    def _field(self, words: tuple[str, str], editor: DateEdit) -> Field:
        return Field(editor, lambda: pick(words, self.ctx.language), above=True)

    def _spec_field(self, editor: Editor) -> Field:
        spec = editor.spec
        hint = None if spec.hint == NOTHING else partial(self._words, spec.hint)
        return Field(editor.widget, partial(self._label, spec), above=True, hint=hint)

    def _words(self, pair: tuple[str, str]) -> str:
        return pick(pair, self.ctx.language)

    def _label(self, spec: FieldSpec) -> str:
        unit = self._words(spec.unit)
        said = f"{self._words(spec.words)} ({unit})" if unit else self._words(spec.words)
        return f"{said} *" if spec.needed and spec.shape is not Shape.CHOICE else said

    # showing

    def start(
        self, customer_id: int | None, record: Record[Any] | None = None, *, base: str = "CNY"
    ) -> None:
        """Show the form for a new record, or for one to be corrected.

        What was typed before for the same customer and record stays.
        """
        same = customer_id == self._customer_id and record == self._record
        self._customer_id, self._record, self._base = customer_id, record, base
        if not (same and self.has_draft()):
            self._fill()
        self.retranslate()
        self.errors_shown({})
        first = next(iter(self.editors.values()), None)
        (first.widget if first else self.dated).setFocus()

    def propose(self, **values: Any) -> None:
        """Show values for a new record that follow from something else; they can be changed."""
        for key, value in values.items():
            self.editors[key].show_value(value)
        self._typed()
        self._shown = self._state()

    def _fill(self) -> None:
        record, form = self._record, self.form
        today = self.ctx.today
        self.dated.set_day(record.dated_on if record else today)
        usual = form.usual_end(today) if form.usual_end and record is None else None
        self.ends.set_day(record.ends_on if record else usual)
        for key, editor in self.editors.items():
            editor.retranslate(self.ctx.language)
            editor.show_value(getattr(record.value, key) if record else form.usual(key))
        self.files.clear()
        self._typed()
        self._shown = self._state()

    def has_draft(self) -> bool:
        """Whether something typed is not kept yet."""
        return bool(self._shown) and self._state() != self._shown

    def clear(self) -> None:
        """Forget what is typed."""
        self._record, self._shown = None, ()

    def _state(self) -> tuple[Any, ...]:
        typed = tuple(self._raw(editor) for editor in self.editors.values())
        return (self.dated.text(), self.ends.text(), *typed, tuple(self.files.paths))

    def _raw(self, editor: Editor) -> Any:
        return "?" if editor.is_unclear() else editor.value()

    def value(self) -> Any:
        """Return the value as typed."""
        typed = {key: editor.value() for key, editor in self.editors.items()}
        return self.form.kind(**typed)

    def _dated(self, on: object) -> None:
        usual = self.form.usual_end
        if usual is not None and isinstance(on, date) and self._record is None:
            self.ends.set_day(usual(on))

    def _typed(self) -> None:
        for editor in self.editors.values():
            if isinstance(editor, AmountEditor):
                named = self.editors.get(editor.spec.currency)
                editor.edit.currency = (named.value() if named else "") or self._base
        found: list[Said] = [] if self._errors() else self.form.remarks(self.value())
        self.remarks.setText("\n".join(pick(one.words, self.ctx.language) for one in found))
        self.remarks.setVisible(bool(found))
        set_tone(self.remarks, "amber")

    # keeping

    def _errors(self) -> dict[str, str]:
        found = {DATED: self._day_error(self.dated, required=True)}
        found |= {key: editor.error() for key, editor in self.editors.items()}
        dated, ends = self.dated.day(), self.ends.day()
        found[ENDS] = self._day_error(self.ends, required=False)
        if dated is not None and ends is not None and ends < dated:
            found[ENDS] = translate("Records", "Not before the first day")
        return {key: text for key, text in found.items() if text}

    def _day_error(self, edit: DateEdit, *, required: bool) -> str:
        if edit.is_unclear():
            return unclear_date()
        return needed() if required and edit.day() is None else ""

    def submit(self) -> None:
        """Check what is typed and keep it."""
        if self.errors_shown(self._errors()):
            return
        paths = list(self.files.paths)
        if not paths:
            self._keep_now([])
            return
        read = self.ctx.files.read_bytes
        self.ctx.work(
            lambda _report: [(path.name, read(path)) for path in paths],
            self._keep_now,
            asker=self,
            title=translate("Records", "Reading the files"),
            failed=self.refused,
        )

    def _keep_now(self, contents: list[tuple[str, bytes]]) -> None:
        dated = self.dated.day() or self.ctx.today
        entries = [
            (Attachment(name=name, customer_id=self._customer_id, dated_on=dated), content)
            for name, content in contents
        ]
        self.ctx.act(
            self._keep,
            self.value(),
            form=self.form,
            customer_id=self._customer_id,
            dated_on=dated,
            ends_on=self.ends.day() if self.form.ends is not None else None,
            replaces_id=self._record.id if self._record else None,
            files=entries,
            asker=self,
            notice=lambda _result: Notice(self._told()),
            done=self._done,
            failed=self.refused,
        )

    def _told(self) -> str:
        said = translate("Records", "{record} kept")
        return said.format(record=pick(self.form.words, self.ctx.language))

    def _done(self, result: OperationResult[int]) -> None:
        self.clear()
        self.kept.emit(result.value)
        self.submitted.emit()

    # words

    def retranslate(self) -> None:
        """Set every text in the current language."""
        language = self.ctx.language
        for editor in self.editors.values():
            editor.retranslate(language)
        named = pick(self.form.words, language)
        self.title.setText(
            translate("Records", "Correct: {record}").format(record=named)
            if self._record
            else translate("Records", "New: {record}").format(record=named)
        )
        self.do.set_words(translate("Records", "Keep"))
        about = pick(self.form.about, language)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.files.retranslate()
        super().retranslate()
