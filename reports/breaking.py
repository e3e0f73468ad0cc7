"""Breaking mixed Chinese and Latin text into lines.

No line begins with closing punctuation or ends with opening punctuation; a
number or Latin word is broken only when it is longer than a line; no line is
wider than asked. (reportlab's own breaking misses the full-width marks.)
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from reports.fonts import seen, widths

#: May not begin a line.
CLOSING: Final = frozenset("，。；：！？、）》〉」』】〕〗｝］’”…—·～％‰℃,.;:!?)]}%々ー．")
#: May not end a line.
OPENING: Final = frozenset("（《〈「『【〔〖｛［‘“([{¥￥$€£#§")
_SPACES: Final = frozenset(" \u3000")


@cache
def is_wide(character: str) -> bool:
    """Whether lines may be broken before and after a character: ideographs and full-width marks."""
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—"


@cache
def _joined(before: str, after: str) -> bool:
    """Whether the border between two characters may not become the end of a line."""
    if before in _SPACES:
        return after in _SPACES
    if after in _SPACES:
        return True
    if before in OPENING or after in CLOSING:
        return True
    return not is_wide(before) and not is_wide(after)


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark before ``at`` is an apostrophe inside a Latin word."""
    return text[at - 1] in "‘’" and text[at].isascii() and at > 1 and text[at - 2].isascii()


def pieces(text: str) -> list[str]:
    """Cut a text into the parts that are not broken; spaces stay at the end of a part."""
    found: list[str] = []
    start = 0
    for at in range(1, len(text)):
        if not _joined(text[at - 1], text[at]) and not _is_apostrophe(text, at):
            found.append(text[start:at])
            start = at
    if start < len(text):
        found.append(text[start:])
    return found


def break_lines(
    text: str, width: float, size: float, *, bold: bool = False, first: float = 0.0
) -> list[str]:
    """Break a text into lines of at most ``width`` points.

    Args:
        text: one paragraph; line ends inside it count as spaces.
        width: of the lines, in points.
        size: of the type, in points.
        bold: measured in the bold face.
        first: indent of the first line in points.
    """
    text = "".join(seen(c) for c in text) if any(c < " " for c in text) else text
    table = widths(bold)
    room = (width - first) / size + 1e-6
    full = width / size + 1e-6
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces(text):
        bare = sum(map(table.__getitem__, piece.rstrip(" \u3000")))
        if line and used + bare > room:
            lines.append(line.rstrip(" \u3000"))
            line, used, room = "", 0.0, full
        if bare > room:
            *whole, piece = _chopped(piece, room, full, bold)
            lines += whole
            room = full if whole else room
        line += piece
        used += sum(map(table.__getitem__, piece))
    if line.rstrip(" \u3000") or not lines:
        lines.append(line.rstrip(" \u3000"))
    return lines


def _chopped(piece: str, first: float, width: float, bold: bool) -> list[str]:
    """Break a piece longer than a line where it has to be; one character fits at least."""
    table = widths(bold)
    parts: list[str] = []
    part, used, room = "", 0.0, first
    for character in piece:
        advance = table[character]
        if part and used + advance > room:
            held = _held_back(part)
            parts.append(part[: len(part) - held])
            part, room = part[len(part) - held :], width
            used = sum(map(table.__getitem__, part))
        part += character
        used += advance
    parts.append(part)
    return parts


def _held_back(part: str) -> int:
    """Return how many opening marks at the end of a full part go to the next line."""
    held = len(part) - len(part.rstrip("".join(OPENING)))
    return held if held < len(part) else 0
