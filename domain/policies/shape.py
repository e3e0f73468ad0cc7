"""The policy as tables of cells, read off the shapes of its sections.

A section is a frozen dataclass; whatever it is made of becomes blocks of lines and cells:

* its plain fields: one block, a line for each;
* fields that are rules of the same kind (a grade each): a table, a line for each;
* tuples of rows, tuples of tuples, dictionaries: a table each.

The form that edits a policy, the printed annex and the list of differences are all made from
these blocks, so that a section added to :class:`domain.policy.CreditPolicy` appears in all
of them by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Final, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from domain.policies.catalogue import ENTRIES
from domain.policy import CreditPolicy

V = TypeVar("V")
#: The way to a value: names of fields, places in tuples, keys of dictionaries.
Path = tuple[str | int, ...]
_SCALARS: Final = (bool, int, Decimal, str, Enum)


class Shape(NamedTuple):
    """What a cell holds: a type, whether it may be nothing, whether it is several of them."""

    kind: type[Any]
    optional: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One parameter.

    ``entry`` names its words ("GradeRule.from_score"), ``line`` is the key of its line.
    """

    path: Path
    entry: str
    line: str
    shape: Shape
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a block; ``key`` tells it from the others, from version to version."""

    path: Path
    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A table of a section.

    Attributes:
        entry: names its words; "" for the plain fields of the section.
        columns: the entries of its columns; none for plain fields.
        grows: whether lines can be added and taken out.
    """

    section: str
    path: Path
    entry: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    grows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A parameter that differs between two versions; None: the line is not in that one."""

    section: str
    block: str
    line: str
    entry: str
    before: Cell | None
    after: Cell | None


def sections(policy: CreditPolicy) -> tuple[str, ...]:
    """Return the names of the sections, in order."""
    return tuple(part.name for part in fields(policy) if is_dataclass(getattr(policy, part.name)))


def spelled_out(policy: CreditPolicy) -> CreditPolicy:
    """Return a policy in which sections that keep only what differs name all they hold."""
    found = {}
    for name in sections(policy):
        spell = getattr(getattr(policy, name), "spelled_out", None)
        if spell is not None:
            found[name] = spell()
    return replace(policy, **found) if found else policy


def blocks(policy: CreditPolicy, section: str) -> tuple[Block, ...]:
    """Return the tables of a section."""
    value = getattr(policy, section)
    return tuple(_blocks(section, value))


def differences(before: CreditPolicy, after: CreditPolicy) -> tuple[Difference, ...]:
    """Return every parameter that differs, by section; rows are compared by their key."""
    old, new = _cells(spelled_out(before)), _cells(spelled_out(after))
    return tuple(
        Difference(
            section=key[0],
            block=key[1],
            line=key[2],
            entry=key[3],
            before=old.get(key),
            after=new.get(key),
        )
        for key in dict.fromkeys([*new, *old])
        if key not in old or key not in new or old[key].value != new[key].value
    )


def _cells(policy: CreditPolicy) -> dict[tuple[str, str, str, str], Cell]:
    return {
        (section, block.entry, line.key, cell.entry): cell
        for section in sections(policy)
        for block in blocks(policy, section)
        for line in block.lines
        for cell in line.cells
    }


# changing


def value_at(value: Any, path: Path) -> Any:
    """Return what stands at a path; None where a dictionary has no such key."""
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(step, int):
            value = value[step]
        else:
            value = getattr(value, step)
    return value


def with_value(value: V, path: Path, new: Any) -> V:
    """Return a value with another one at a path; None takes a key out of a dictionary."""
    if not path:
        made: V = new
        return made
    step, rest = path[0], path[1:]
    inner = with_value(value_at(value, (step,)), rest, new)
    changed: Any
    if isinstance(value, dict):
        changed = {key: part for key, part in value.items() if key != step}
        if inner is not None:
            changed = {key: inner if key == step else value[key] for key in {**value, step: inner}}
    elif isinstance(value, tuple) and isinstance(step, int):
        changed = (*value[:step], inner, *value[step + 1 :])
    else:
        changed = replace(value, **{str(step): inner})  # type: ignore[type-var]
    result: V = changed
    return result


def with_line(policy: CreditPolicy, path: Path, at: int) -> CreditPolicy:
    """Return a policy with the line ``at`` of a table doubled below it."""
    rows = value_at(policy, path)
    return with_value(policy, path, (*rows[: at + 1], rows[at], *rows[at + 1 :]))


def without_line(policy: CreditPolicy, path: Path, at: int) -> CreditPolicy:
    """Return a policy without a line of a table."""
    rows = value_at(policy, path)
    return with_value(policy, path, (*rows[:at], *rows[at + 1 :]))


# reading shapes


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _blocks(section: str, value: Any) -> Iterator[Block]:
    plain: list[Line] = []
    tables: list[Block] = []
    rules: dict[type[Any], list[str]] = {}
    kind: Any = type(value)
    for part in fields(value):
        held, hint = getattr(value, part.name), _hints(kind)[part.name]
        path, entry = (section, part.name), f"{kind.__name__}.{part.name}"
        shape = _shape(hint)
        if is_dataclass(held) and not isinstance(held, type):
            rules.setdefault(type(held), []).append(part.name)
        elif shape is not None:
            cell = Cell(path=path, entry=entry, line=part.name, shape=shape, value=held)
            plain.append(Line(path=path, key=part.name, cells=(cell,)))
        else:
            tables.append(_table(section, path, entry, held, hint))
    if plain:
        yield Block(section=section, path=(section,), entry="", columns=(), lines=tuple(plain))
    for rule, names in rules.items():
        yield _rules(section, value, rule, names)
    yield from tables


def _rules(section: str, value: Any, rule: type[Any], names: list[str]) -> Block:
    lines = [_row((section, name), (name, False), getattr(value, name)) for name in names]
    columns = tuple(f"{rule.__name__}.{part.name}" for part in fields(rule))
    entry = f"{type(value).__name__}.{rule.__name__}"
    return Block(section=section, path=(section,), entry=entry, columns=columns, lines=tuple(lines))


def _table(section: str, path: Path, entry: str, held: Any, hint: Any) -> Block:
    if get_origin(hint) is dict:
        return _keyed(section, path, entry, held, hint)
    inner = get_args(hint)[0]
    if is_dataclass(inner):
        names = _names(held)
        lines = [_row((*path, at), names[at], row) for at, row in enumerate(held)]
        named = bool(names and names[0][1])
        columns = [f"{inner.__name__}.{part.name}" for part in fields(inner)][named:]  # type: ignore[union-attr]
    else:
        kinds, named = get_args(inner), False
        columns = [f"{entry}.{place}" for place in range(len(kinds))]
        lines = [_steps((*path, at), columns, kinds, row) for at, row in enumerate(held)]
    return Block(
        section=section,
        path=path,
        entry=entry,
        columns=tuple(columns),
        lines=tuple(lines),
        grows=not named,
    )


def _steps(path: Path, columns: list[str], kinds: tuple[Any, ...], row: tuple[Any, ...]) -> Line:
    key = str(int(path[-1]) + 1)
    cells = tuple(
        Cell(
            path=(*path, place),
            entry=columns[place],
            line=key,
            shape=_shape(kinds[place]) or Shape(object),
            value=part,
        )
        for place, part in enumerate(row)
    )
    return Line(path=path, key=key, cells=cells)


def _keyed(section: str, path: Path, entry: str, held: dict[str, Any], hint: Any) -> Block:
    shape = _shape(get_args(hint)[1]) or Shape(object)
    known = ENTRIES[entry].keys if entry in ENTRIES else ()
    column = f"{entry}.0"
    optional = shape._replace(optional=not shape.many)
    lines = []
    nothing = () if shape.many else None
    for key in dict.fromkeys([*known, *held]):
        way, told = (*path, key), held.get(key, nothing)
        cell = Cell(path=way, entry=column, line=key, shape=optional, value=told)
        lines.append(Line(path=way, key=key, cells=(cell,)))
    return Block(section=section, path=path, entry=entry, columns=(column,), lines=tuple(lines))


def _row(path: Path, name: tuple[str, bool], row: Any) -> Line:
    """Return a rule as a line; where it is named, its first field is the key and no cell."""
    key, named = name
    kind: Any = type(row)
    hints, owner = _hints(kind), kind.__name__
    cells = tuple(
        Cell(
            path=(*path, part.name),
            entry=f"{owner}.{part.name}",
            line=key,
            shape=_shape(hints[part.name]) or Shape(object),
            value=getattr(row, part.name),
        )
        for part in fields(row)[named:]
    )
    return Line(path=path, key=key, cells=cells)


def _names(rows: tuple[Any, ...]) -> list[tuple[str, bool]]:
    """Return what tells rows apart: a first field that is a name of its own, else their number."""
    if rows:
        first = fields(rows[0])[0].name
        named = [getattr(row, first) for row in rows]
        if all(isinstance(one, str) for one in named) and len({*named}) == len(named):
            return [(one.value if isinstance(one, Enum) else str(one), True) for one in named]
    return [(str(at), False) for at in range(1, len(rows) + 1)]


@cache
def _shape(hint: Any) -> Shape | None:
    """Return the shape of a type that fits in a cell, else None."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        kinds = [one for one in inner if one is not type(None)]
        found = _shape(kinds[0]) if len(kinds) == 1 else None
        return None if found is None else found._replace(optional=True)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        single = _shape(inner[0])
        return None if single is None or single.many else single._replace(many=True)
    if isinstance(hint, type) and issubclass(hint, _SCALARS):
        return Shape(hint)
    return None
