"""Printable values to JSON and back, so that an issued paper is kept as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(value: Any) -> str:
    """Return a dataclass value as JSON with a stable key order."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """Return the dataclass ``kind`` from its JSON; fields added since keep their default."""
    built: T = _build(kind, json.loads(text))
    return built


def content_key(value: Any, *, without: tuple[str, ...] = (), after: str = "") -> str:
    """Return a SHA-256 over a value, leaving out fields that do not make it another paper.

    ``after``: the key of a paper of this content that does not count any more.
    """
    plain = _plain(value)
    kept = {key: part for key, part in plain.items() if key not in without}
    text = after + json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value.value if isinstance(value, Enum) else value


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    """Return the types of a dataclass's fields; finding them takes longer than all the rest."""
    return get_type_hints(kind)


def _build(kind: Any, plain: Any) -> Any:
    """Return what a JSON value stands for. Looked at once for each type, not for each value."""
    make = _maker(kind)
    return plain if make is None else make(plain)


@cache
def _maker(kind: Hashable) -> Callable[[Any], Any] | None:
    """Return what makes a type's values of JSON; None: JSON has them as they are."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _or_none(_maker(next(arg for arg in inner if arg is not type(None))))
    if origin is tuple:
        return _of_tuple(inner)
    if origin is dict:
        return _of_dict(_maker(inner[1]))
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_dataclass(kind)
    return date.fromisoformat if kind is date else _of_single(kind)


def _of_single(kind: Any) -> Callable[[Any], Any] | None:
    return kind if isinstance(kind, type) and issubclass(kind, Decimal | Enum) else None


def _of_dict(make: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if make is None:
        return dict
    return lambda plain: {key: make(part) for key, part in plain.items()}


def _of_dataclass(kind: Any) -> Callable[[Any], Any]:
    makers: dict[str, Callable[[Any], Any] | None] | None = None

    def make(plain: Any) -> Any:
        nonlocal makers
        known = makers
        if known is None:
            # Not before the first value: a dataclass may have fields of its own kind. Set when
            # it is whole: another thread may be building one, too.
            known = makers = {name: _maker(hint) for name, hint in _hints(kind).items()}
        values = {}
        for name, part in plain.items():
            if name in known:
                field = known[name]
                values[name] = part if field is None else field(part)
        return kind(**values)

    return make


def _or_none(make: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    if make is None:
        return None
    return lambda plain: None if plain is None else make(plain)


def _of_tuple(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        make = _maker(kinds[0])
        return tuple if make is None else lambda plain: tuple(make(part) for part in plain)
    return lambda plain: tuple(_build(kind, part) for kind, part in zip(kinds, plain, strict=True))
