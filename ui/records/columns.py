"""Columns of a list of records, made from the description of their kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.fields import FieldSpec, Pair, RecordForm, Shape, pick, written
from domain.record import AttachmentRow, Record
from ui import format as fmt
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP
from ui.widgets.paint import ChipText

_KINDS: Final = {
    Shape.AMOUNT: "money",
    Shape.DATE: "date",
    Shape.WHOLE: "number",
    Shape.DECIMAL: "number",
}
Language = Callable[[], str]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as a list shows it, on a day, with its files."""

    record: Record[Any]
    on: date
    base: str
    files: tuple[AttachmentRow, ...] = ()

    def currency(self, spec: FieldSpec) -> str:
        """Return the currency of an amount."""
        named = getattr(self.record.value, spec.currency) if spec.currency else ""
        return str(named or self.base)


def columns_of(form: RecordForm[Any], language: Language) -> list[Column]:
    """Return the columns of a kind: its day, the fields with a width, files and states."""
    shown = [spec for spec in form.fields if spec.width]
    last = next((spec.key for spec in reversed(shown) if spec.shape is Shape.TEXT), "")
    made = [_day_column("dated_on", form.dated, language)]
    made += [_column(spec, language, stretch=spec.key == last) for spec in shown]
    if form.ends is not None:
        made.append(_day_column("ends_on", form.ends, language))
    if form.files:
        made.append(_files_column())
    return [*made, _states_column(form, language, stretch=not last)]


def _day_column(key: str, words: Pair, language: Language) -> Column:
    return Column(
        key=key,
        title=("", ""),
        worded=lambda: pick(words, language()),
        get=lambda row: getattr(row.record, key),
        kind="date",
        order=key,
        descending=True,
    )


def _column(spec: FieldSpec, language: Language, *, stretch: bool) -> Column:
    def value(row: RecordRow) -> Any:
        found = getattr(row.record.value, spec.key)
        return found if found != "" else None

    def say(row: RecordRow, told: str) -> str:
        return written(spec, value(row), told) or fmt.DASH

    kind = _KINDS.get(spec.shape, "text")
    return Column(
        key=spec.key,
        title=("", ""),
        worded=lambda: pick(spec.words, language()),
        get=value,
        kind=kind,
        say=None if kind in ("money", "date") else say,
        order=spec.key,
        width=spec.width,
        stretch=stretch,
        currency=lambda row: row.currency(spec),
    )


def _files_column() -> Column:
    return Column(
        key="files",
        title=("Records", QT_TRANSLATE_NOOP("Records", "Files")),
        get=lambda row: len(row.files),
        kind="number",
        dash=True,
        width=56,
    )


def _states_column(form: RecordForm[Any], language: Language, *, stretch: bool) -> Column:
    return Column(
        key="states",
        title=("Records", QT_TRANSLATE_NOOP("Records", "Status")),
        get=lambda row: state_chips(form, row, language()),
        kind="chips",
        width=110,
        stretch=stretch,
    )


def state_chips(form: RecordForm[Any], row: RecordRow, language: str) -> list[ChipText]:
    """Return how a record stands on the row's day, as chips."""
    found = form.states(row.record, row.on)
    return [ChipText(pick(one.words, language), one.state.value) for one in found]
