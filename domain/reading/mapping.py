"""A mapping: which columns of a file are which fields, and what else to do with them.

Saved as JSON, so that the same foreign file can be read every month:

    {"kind": "invoices",
     "columns": {"number": "orderNumber",                  one column
                 "reference": ["customerNumber", "checkNumber"],   joined with "-"
                 "order": {"join": ["a", "b"], "with": ""},        joined with nothing
                 "due_date": {"first": ["due", "payBy"]}},         first that is filled;
                                                  parts may be joins themselves
     "constants": {"currency": "CNY", "terms": "NET30"},   for every row
     "defaults": {"type": "invoice"},                      where the cell is empty
     "skip": {"status": ["Cancelled"]},                    rows not wanted, by column
     "scale": {"amount": 10000},                           the column counts in 万元
     "date_order": "mdy", "amount_style": "comma",
     "encoding": "gb18030", "sheet": "Sheet1"}

Columns are named as in the file; case, spaces and full width do not matter. A
``skip`` value that is a number equals the cell by value ("0" skips "0.00").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as AbcMapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, Literal, TypeAlias, cast

from domain.reading import codes
from domain.reading.amounts import Style, read_amount
from domain.reading.cells import Cell, cell_text, plain
from domain.reading.dates import DayOrder
from domain.reading.headers import KINDS, fields, is_reason, key
from domain.reading.result import Problem, refuse

Row: TypeAlias = Sequence[Cell]
Getter: TypeAlias = Callable[[Row], Cell]

_SEPARATOR: Final = "-"
_KEYS: Final = frozenset(
    {"kind", "columns", "constants", "defaults", "skip", "scale", "date_order", "amount_style"}
    | {"encoding", "sheet"}
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field comes from: one column, several joined, or the first one filled."""

    columns: tuple[str | Source, ...]
    how: Literal["join", "first"] = "join"
    separator: str = _SEPARATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How the columns of a file become fields of one of the four tables."""

    kind: str
    columns: AbcMapping[str, Source] = field(default_factory=dict)
    constants: AbcMapping[str, str] = field(default_factory=dict)
    defaults: AbcMapping[str, str] = field(default_factory=dict)
    skip: AbcMapping[str, tuple[str, ...]] = field(default_factory=dict)
    scale: AbcMapping[str, int] = field(default_factory=dict)
    date_order: DayOrder | None = None
    amount_style: Style | None = None
    encoding: str | None = None
    sheet: str | None = None

    def bind(self, headers: Sequence[str]) -> Binding:
        """Return the getters for rows under these headers; what is missing is a problem."""
        places = _places(headers)
        binder = _Binder(places)
        getters = {name: binder.getter(name, source) for name, source in self.columns.items()}
        for name, value in self.defaults.items():
            getters[name] = _filled(getters.get(name), value)
        for name, value in self.constants.items():
            getters[name] = _constant(value)
        skips = [
            (place, frozenset(map(_comparable, values)))
            for column, values in self.skip.items()
            if (place := binder.place("skip", column)) is not None
        ]
        extra = tuple(
            (header, place)
            for place, header in enumerate(headers)
            if header and place not in binder.used and not is_reason(header)
        )
        return Binding(getters, tuple(skips), extra, tuple(binder.problems))

    def to_json(self) -> dict[str, object]:
        """Return the mapping as it is saved, without what is empty."""
        saved: dict[str, object] = {
            "kind": self.kind,
            "columns": {name: _source_to_json(source) for name, source in self.columns.items()},
            "constants": dict(self.constants),
            "defaults": dict(self.defaults),
            "skip": {column: list(values) for column, values in self.skip.items()},
            "scale": dict(self.scale),
            "date_order": self.date_order,
            "amount_style": self.amount_style,
            "encoding": self.encoding,
            "sheet": self.sheet,
        }
        return {name: value for name, value in saved.items() if value}


@dataclass(frozen=True, slots=True)
class Binding:
    """A mapping tied to the columns of one file.

    ``extra`` are the columns that no field uses, kept with the record.
    """

    getters: AbcMapping[str, Getter]
    skips: tuple[tuple[int, frozenset[str]], ...]
    extra: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]

    def skipped(self, row: Row) -> bool:
        """Return whether the mapping leaves this row out."""
        return any(_comparable(row[place]) in values for place, values in self.skips)

    def column(self, name: str, rows: Iterable[Row]) -> list[Cell]:
        """Return one field of all rows, empty cells when the file does not have it."""
        getter = self.getters.get(name)
        return [None for _ in rows] if getter is None else [getter(row) for row in rows]

    def extras(self, row: Row) -> dict[str, str]:
        """Return the cells of columns that no field uses, by header, without empty ones."""
        found = ((header, cell_text(row[place]).strip()) for header, place in self.extra)
        return {header: text for header, text in found if text}


def from_json(saved: object) -> Mapping | Problem:
    """Read a saved mapping; a problem names the key that is not understood."""
    if not isinstance(saved, dict) or saved.get("kind") not in KINDS:
        return refuse(codes.MAPPING_UNREADABLE, key="kind")
    kind = cast("str", saved["kind"])
    unknown = sorted(str(name) for name in saved if name not in _KEYS)
    if unknown:
        return refuse(codes.MAPPING_UNREADABLE, key=unknown[0])
    try:
        return Mapping(
            kind=kind,
            columns=_sources(kind, saved.get("columns", {})),
            constants=_texts("constants", kind, saved.get("constants", {})),
            defaults=_texts("defaults", kind, saved.get("defaults", {})),
            skip=_skips(saved.get("skip", {})),
            scale=_scales(saved.get("scale", {})),
            date_order=cast("DayOrder | None", _choice(saved, "date_order", ("dmy", "mdy"))),
            amount_style=cast("Style | None", _choice(saved, "amount_style", ("point", "comma"))),
            encoding=_text_or_none(saved, "encoding"),
            sheet=_text_or_none(saved, "sheet"),
        )
    except _BadKey as bad:
        return refuse(codes.MAPPING_UNREADABLE, key=str(bad))


class _BadKey(Exception):
    """A key of the saved mapping is not understood; never leaves this module."""


class _Binder:
    """Finds columns by header and remembers which are used and which are missing."""

    def __init__(self, places: AbcMapping[str, int]) -> None:
        self._places = places
        self.used: set[int] = set()
        self.problems: list[Problem] = []

    def place(self, name: str, column: str) -> int | None:
        """Return the place of a column, noting a problem when the file does not have it."""
        place = self._places.get(column, self._places.get(key(column)))
        if place is None:
            self.problems.append(refuse(codes.MAPPING_COLUMN_MISSING, column=column, field=name))
        return place

    def getter(self, name: str, source: Source) -> Getter:
        """Return what takes a field out of a row."""
        parts = [self._part(name, column) for column in source.columns]
        found = [part for part in parts if part is not None]
        if len(found) == 1:
            return found[0]
        return _first(found) if source.how == "first" else _joined(found, source.separator)

    def _part(self, name: str, column: str | Source) -> Getter | None:
        if isinstance(column, Source):
            return self.getter(name, column)
        place = self.place(name, column)
        if place is None:
            return None
        self.used.add(place)
        return itemgetter(place)


def _places(headers: Sequence[str]) -> dict[str, int]:
    """Index headers by spelling and by key, the first of equals winning."""
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        places.setdefault(key(header) or header, place)
    exact = {header: place for place, header in reversed(list(enumerate(headers)))}
    return places | exact


def _constant(value: str) -> Getter:
    return lambda _row: value


def _first(getters: list[Getter]) -> Getter:
    def get(row: Row) -> Cell:
        cells = (getter(row) for getter in getters)
        return next((cell for cell in cells if cell_text(cell).strip()), None)

    return get


def _joined(getters: list[Getter], separator: str) -> Getter:
    def get(row: Row) -> Cell:
        parts = (plain(cell_text(getter(row))) for getter in getters)
        return separator.join(part for part in parts if part)

    return get


def _filled(getter: Getter | None, value: str) -> Getter:
    if getter is None:
        return _constant(value)

    def get(row: Row) -> Cell:
        cell = getter(row)
        return cell if cell_text(cell).strip() else value

    return get


def _comparable(cell: Cell) -> str:
    """Return what ``skip`` compares: a number by value, text without case."""
    text = plain(cell_text(cell))
    minor = read_amount(text, decimals=2).value if text else None
    return text.casefold() if minor is None else str(minor)


def _source_to_json(source: Source | str) -> object:
    if isinstance(source, str):
        return source
    parts = [_source_to_json(column) for column in source.columns]
    if source.how == "first":
        return {"first": parts}
    if len(parts) == 1:
        return parts[0]
    return parts if source.separator == _SEPARATOR else {"join": parts, "with": source.separator}


def _source(name: str, saved: object, depth: int = 0) -> Source:
    if isinstance(saved, str) and saved:
        return Source((saved,))
    if isinstance(saved, list):
        return Source(_parts(name, saved, depth))
    if isinstance(saved, dict) and set(saved) == {"first"}:
        return Source(_parts(name, saved["first"], depth), "first")
    if isinstance(saved, dict) and "join" in saved and set(saved) <= {"join", "with"}:
        separator = saved.get("with", _SEPARATOR)
        if isinstance(separator, str):
            return Source(_parts(name, saved["join"], depth), "join", separator)
    raise _BadKey(name)


def _parts(name: str, saved: object, depth: int) -> tuple[str | Source, ...]:
    if not isinstance(saved, list) or not saved or depth > 1:
        raise _BadKey(name)
    return tuple(
        part if isinstance(part, str) and part else _source(name, part, depth + 1) for part in saved
    )


def _strings(name: str, saved: object) -> tuple[str, ...]:
    if not isinstance(saved, list) or not saved or not all(isinstance(x, str) for x in saved):
        raise _BadKey(name)
    return tuple(saved)


def _named(name: str, saved: object) -> dict[str, object]:
    if not isinstance(saved, dict) or not all(isinstance(inner, str) for inner in saved):
        raise _BadKey(name)
    return saved


def _sources(kind: str, saved: object) -> dict[str, Source]:
    known = fields(kind)
    found = _named("columns", saved)
    for name in found:
        if name not in known:
            raise _BadKey(f"columns.{name}")
    return {name: _source(f"columns.{name}", value) for name, value in found.items()}


def _texts(part: str, kind: str, saved: object) -> dict[str, str]:
    known = fields(kind)
    found = _named(part, saved)
    for name, value in found.items():
        if name not in known or not (isinstance(value, str) or type(value) is int):
            raise _BadKey(f"{part}.{name}")
    return {name: str(value) for name, value in found.items()}


def _skips(saved: object) -> dict[str, tuple[str, ...]]:
    found = _named("skip", saved)
    return {column: _strings(f"skip.{column}", values) for column, values in found.items()}


def _scales(saved: object) -> dict[str, int]:
    scales = {}
    for name, value in _named("scale", saved).items():
        if type(value) is not int or not 1 <= value <= 10**9:
            raise _BadKey(f"scale.{name}")
        scales[name] = value
    return scales


def _choice(saved: AbcMapping[str, object], name: str, choices: tuple[str, ...]) -> str | None:
    value = _text_or_none(saved, name)
    if value is not None and value not in choices:
        raise _BadKey(name)
    return value


def _text_or_none(saved: AbcMapping[str, object], name: str) -> str | None:
    value = saved.get(name)
    if value is not None and not isinstance(value, str):
        raise _BadKey(name)
    return value
