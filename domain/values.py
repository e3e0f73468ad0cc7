"""Printable values to JSON and back, so that an issued paper is kept as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
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
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        known = {name: _build(hints[name], part) for name, part in plain.items() if name in hints}
        return kind(**known)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        kinds = [arg for arg in inner if arg is not type(None)]
        return None if plain is None else _build(kinds[0], plain)
    if origin is tuple:
        return _tuple(inner, plain)
    if origin is dict:
        return {key: _build(inner[1], part) for key, part in plain.items()}
    return _build_single(kind, plain)


def _build_single(kind: Any, plain: Any) -> Any:
    if kind is date:
        return date.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Decimal | Enum):
        return kind(plain)
    return plain


def _tuple(kinds: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_build(kinds[0], part) for part in plain)
    return tuple(_build(kind, part) for kind, part in zip(kinds, plain, strict=True))
