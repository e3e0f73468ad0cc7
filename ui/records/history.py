"""What the history says of a described record: its fields as its form calls them."""

from __future__ import annotations

from typing import Any, Final

from domain.collecting.forms import PROMISE, TALK
from domain.cover.forms import POLICY
from domain.credit.file.forms import FORMS
from domain.fields import FieldSpec, Pair, RecordForm, Shape, written
from domain.statement_forms import TERMS
from domain.values import loads
from domain.warning.forms import FIRM_FORMS, TRAITS

#: Descriptions of all kinds that the history words; a part of the desk adds its own.
DESCRIBED: Final[tuple[RecordForm[Any], ...]] = (
    *FORMS,
    *(TALK, PROMISE, TERMS),
    *(POLICY, TRAITS, *FIRM_FORMS),
)
#: A field that changed: its label, what it was and what it is, each in both languages.
Told = tuple[Pair, Pair, Pair]
_NOTHING: Final[Pair] = ("", "")


def described(operation: str) -> RecordForm[Any] | None:
    """Return the description of the record that an operation ("contract.keep") is about."""
    kind = operation.partition(".")[0]
    return next((one for one in DESCRIBED if kind == one.kind.KIND), None)


def told(form: RecordForm[Any], before: str | None, after: str | None, base: str) -> list[Told]:
    """Return the fields of a record that became something else, in the form's order."""
    was, is_ = _value(form, before), _value(form, after)
    found = []
    for spec in form.fields:
        old, new = _pair(spec, was, base), _pair(spec, is_, base)
        if old != new:
            found.append((spec.words, old, new))
    return found


def _value(form: RecordForm[Any], text: str | None) -> Any:
    """Return the value that a history row keeps, None for none or for what it cannot read."""
    try:
        return loads(form.kind, text) if text else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _pair(spec: FieldSpec, value: Any, base: str) -> Pair:
    held = None if value is None else getattr(value, spec.key)
    if spec.shape is Shape.YES_NO and not held:
        return _NOTHING
    currency = (getattr(value, spec.currency) if value and spec.currency else "") or base
    return written(spec, held, "zh", currency), written(spec, held, "en", currency)
