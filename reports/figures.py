"""Shifting the outline of a simple TrueType glyph sideways.

Noto Serif SC has proportional figures only (1 is narrower than 0); columns of
amounts need equal ones. A figure is centred in the common width by moving its
outline, which every reader draws alike, unlike a changed side bearing.
"""

from __future__ import annotations

import struct
from typing import Final

_X_SHORT: Final = 0x02
_REPEAT: Final = 0x08
_X_SAME: Final = 0x10
_Y_SHORT: Final = 0x04
_Y_SAME: Final = 0x20
_HEADER: Final = struct.Struct(">hhhhh")


def moved(outline: bytes, shift: int) -> bytes:
    """Return a simple glyph moved by ``shift`` units; x deltas are written as words."""
    contours, left, bottom, right, top = _HEADER.unpack_from(outline)
    points_at = _HEADER.size + 2 * contours
    count = struct.unpack_from(">H", outline, points_at - 2)[0] + 1
    hinting = struct.unpack_from(">H", outline, points_at)[0]
    flags_at = points_at + 2 + hinting
    flags, xs_at = _flags(outline, flags_at, count)
    xs, ys_at = _deltas(outline, xs_at, flags)
    xs[0] += shift
    wide = bytes(flag & ~(_X_SHORT | _X_SAME) for flag in flags)
    header = _HEADER.pack(contours, left + shift, bottom, right + shift, top)
    ys = outline[ys_at : ys_at + sum(map(_y_length, flags))]
    return header + outline[_HEADER.size : flags_at] + wide + _words(xs) + ys


def _y_length(flag: int) -> int:
    """Return how many bytes the y delta of a point takes."""
    if flag & _Y_SHORT:
        return 1
    return 0 if flag & _Y_SAME else 2


def _words(values: list[int]) -> bytes:
    return struct.pack(f">{len(values)}h", *values)


def _flags(outline: bytes, at: int, count: int) -> tuple[list[int], int]:
    """Return one flag per point, repeats written out, and where the x deltas begin."""
    flags: list[int] = []
    while len(flags) < count:
        flag = outline[at]
        at += 1
        repeats = 0
        if flag & _REPEAT:
            repeats = outline[at]
            at += 1
        flags += [flag & ~_REPEAT] * (repeats + 1)
    return flags, at


def _deltas(outline: bytes, at: int, flags: list[int]) -> tuple[list[int], int]:
    """Return the x deltas and where the y deltas begin."""
    values: list[int] = []
    for flag in flags:
        if flag & _X_SHORT:
            values.append(outline[at] if flag & _X_SAME else -outline[at])
            at += 1
        elif flag & _X_SAME:
            values.append(0)
        else:
            values.append(struct.unpack_from(">h", outline, at)[0])
            at += 2
    return values, at
