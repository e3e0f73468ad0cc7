"""How a kind of record is asked for and shown: its fields in order, in both languages.

One description serves the form, the list, the printed page and the check of what is
missing, so a new kind of record is a dataclass and a :class:`RecordForm`:

    VISIT = RecordForm(
        kind=SiteVisit,
        words=("实地考察", "Site visit"),
        dated=("考察日期", "Visited on"),
        fields=(
            FieldSpec(key="visitor", words=("考察人", "Visitor"), needed=True, width=90),
            FieldSpec(key="staff", words=("员工人数", "Staff"), shape=Shape.WHOLE),
        ),
    )
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from domain.errors import MissingField, OutOfRange
from domain.money import grouped
from domain.record import Kept, Record

V = TypeVar("V", bound=Kept)

#: Chinese and English.
Pair = tuple[str, str]
NOTHING: Final[Pair] = ("", "")


class Shape(StrEnum):
    """What a field holds, and so how it is typed and written.

    TEXT and LONG are text ("" for nothing), AMOUNT minor units of a currency, DATE a
    date, CHOICE a member of an enumeration, WHOLE an int, DECIMAL a Decimal, YES_NO a
    bool, CURRENCY a code ("" for the book's). Nothing is None where no type is named.
    """

    TEXT = "text"
    LONG = "long"
    AMOUNT = "amount"
    DATE = "date"
    CHOICE = "choice"
    WHOLE = "whole"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    CURRENCY = "currency"


class State(StrEnum):
    """How a record stands on a day: its tone where it is shown."""

    GOOD = "green"
    NEAR = "amber"
    BAD = "red"
    PLAIN = "outline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A state in words, or a remark on what is typed."""

    state: State
    words: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field.

    Attributes:
        key: the attribute of the value it stands for.
        needed: it cannot be left empty.
        hint: a line under it.
        choices: member of an enumeration → words, for CHOICE.
        unit: written after the value ("%", "人").
        least, most: bounds of a number or amount, both allowed.
        width: width of its column in the list; 0: not in the list.
        currency: the field that holds the currency of an AMOUNT; "" for the book's.
    """

    key: str
    words: Pair
    shape: Shape = Shape.TEXT
    needed: bool = False
    hint: Pair = NOTHING
    choices: Mapping[Any, Pair] | None = None
    unit: Pair = NOTHING
    least: Decimal | int | None = None
    most: Decimal | int | None = None
    width: int = 0
    currency: str = ""


def _nothing_said(_record: Any, _day: date) -> list[Said]:
    return []


def _no_remarks(_value: Any) -> list[Said]:
    return []


def _nothing_derived(_record: Any) -> list[tuple[Pair, Pair]]:
    return []


def _no_rule(_value: Any) -> None:
    """Allow everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordForm(Generic[V]):
    """A kind of record as it is asked for and shown.

    Attributes:
        words: what one of it is called.
        dated: what its day is called; ``ends`` its last day, None where it has none.
        files: whether files are kept with it.
        states: how a record stands on a day (expired, expiring), shown as chips.
        remarks: what is odd about a value that is allowed all the same.
        rule: raises a ``DomainError`` for a value that is not allowed.
        derived: what follows from a record without being typed, as label and words.
        headline: the key of the field that names one of it; "" for its day alone.
        usual_end: the last day proposed for a first one; None for none.
    """

    kind: type[V]
    words: Pair
    dated: Pair
    fields: tuple[FieldSpec, ...]
    ends: Pair | None = None
    files: bool = True
    about: Pair = NOTHING
    states: Callable[[Record[V], date], list[Said]] = _nothing_said
    remarks: Callable[[V], list[Said]] = _no_remarks
    rule: Callable[[V], None] = _no_rule
    derived: Callable[[Record[V]], list[tuple[Pair, Pair]]] = _nothing_derived
    headline: str = ""
    usual_end: Callable[[date], date | None] | None = None

    def field(self, key: str) -> FieldSpec:
        """Return a field by its key."""
        return next(one for one in self.fields if one.key == key)

    def usual(self, key: str) -> Any:
        """Return what a field holds before anything is typed: the default of the value."""
        part = next(one for one in fields(self.kind) if one.name == key)  # type: ignore[arg-type]
        if part.default is not MISSING:
            return part.default
        return "" if self.field(key).shape in (Shape.TEXT, Shape.LONG) else None


def check(form: RecordForm[V], value: V) -> None:
    """Refuse a value that its description does not allow.

    Raises:
        MissingField: a field that is needed is empty.
        OutOfRange: a number or amount is below its least or above its most.
        DomainError: what the form's own rule raises.
    """
    for spec in form.fields:
        held = getattr(value, spec.key)
        if spec.needed and held in (None, ""):
            raise MissingField(field=spec.key)
        low = spec.least is not None and held is not None and held < spec.least
        high = spec.most is not None and held is not None and held > spec.most
        if low or high:
            most = "…" if spec.most is None else spec.most
            least = "…" if spec.least is None else spec.least
            raise OutOfRange(field=spec.key, least=least, most=most)
    form.rule(value)


def pick(pair: Pair, language: str) -> str:
    """Return the words of a language."""
    return pair[0] if language == "zh" else pair[1]


def written(spec: FieldSpec, value: Any, language: str, currency: str = "") -> str:
    """Return what a field holds, in words: "" for nothing.

    Amounts carry their currency where one is given: "1,234.50 CNY"; numbers their unit:
    "62.5 %"; dates are ISO in Chinese and "20 Nov 2026" in English.
    """
    if value is None or value == "":
        return ""
    if spec.shape is Shape.AMOUNT:
        code = currency or "CNY"
        return f"{grouped(value, code)} {currency}".strip()
    if spec.shape is Shape.DATE:
        return day(value, language)
    if spec.shape is Shape.YES_NO:
        return pick(_YES if value else _NO, language)
    if spec.shape is Shape.CHOICE and spec.choices is not None:
        return pick(spec.choices.get(value, NOTHING), language)
    unit = pick(spec.unit, language)
    return f"{value} {unit}".strip() if unit else str(value)


def both(on: date) -> Pair:
    """Return a date in both languages."""
    return day(on, "zh"), day(on, "en")


def day(on: date, language: str) -> str:
    """Return a date: 2026-11-20 in Chinese, 20 Nov 2026 in English."""
    if language == "zh":
        return on.isoformat()
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


_YES: Final[Pair] = ("是", "yes")
_NO: Final[Pair] = ("否", "no")
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905


def facts(
    form: RecordForm[V], record: Record[V], language: str, base: str
) -> list[tuple[str, str]]:
    """Return a record as label and text, by the form's order; empty fields are left out."""
    told = [(pick(form.dated, language), day(record.dated_on, language))]
    if form.ends is not None and record.ends_on is not None:
        told.append((pick(form.ends, language), day(record.ends_on, language)))
    for spec in form.fields:
        value = getattr(record.value, spec.key)
        if spec.shape is Shape.CURRENCY:
            continue
        currency = (getattr(record.value, spec.currency) if spec.currency else "") or base
        text = written(spec, value, language, currency)
        if text and not (spec.shape is Shape.YES_NO and not value):
            told.append((pick(spec.words, language), text))
    derived = [
        (pick(name, language), pick(words, language)) for name, words in form.derived(record)
    ]
    return [*told, *derived]
