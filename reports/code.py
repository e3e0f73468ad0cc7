"""The check code of a paper: eight hexadecimal digits of what it says.

A reprint has the code of the original, and so has a paper whose value gained a
field that did not exist when it was issued: only fields that differ from their
default count, and the marks of a reprint never do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Final

#: What marks a reprint and changes nothing of what the paper says.
_MARKS: Final = ("copy", "void")


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return names and defaults of a dataclass, without the marks of a reprint."""
    return tuple(
        (field.name, None if field.default is MISSING else field.default)
        for field in fields(kind)
        if field.name not in _MARKS
    )


def strings(value: Any) -> Iterator[str]:
    """Walk a finished value and yield everything in it as text, with the names of fields."""
    if isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        kind: Any = type(value)
        for name, default in _fields(kind):
            part = getattr(value, name)
            if part != default:
                yield name
                yield from strings(part)
    else:
        yield value if isinstance(value, str) else str(value)


def check_code(texts: list[str]) -> str:
    """Return the code of a value's texts, as 7F3A-91C2."""
    digest = hashlib.sha256("\x1f".join(texts).encode("utf-8")).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"
