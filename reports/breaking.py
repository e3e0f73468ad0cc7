"""Breaking mixed Chinese and Latin text into lines.

No line begins with closing punctuation or ends with opening punctuation; a
number or Latin word is broken only when it is longer than a line; no line is
wider than asked. (reportlab's own breaking misses the full-width marks.)
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from reports.fonts import Widths, seen, widths

#: May not begin a line.
CLOSING: Final = frozenset("，。；：！？、）》〉」』】〕〗｝］’”…—·～％‰℃,.;:!?)]}%々ー．")
#: May not end a line.
OPENING: Final = frozenset("（《〈「『【〔〖｛［‘“([{¥￥$€£#§")
_SPACES: Final = frozenset(" \u3000")


#: Where lines may be broken, in terms of the classes of :class:`_Classes`: after spaces;
#: beside wide characters, but not before closing and not after opening marks.
_BREAK: Final = re.compile(r"(?<=S)(?=[^S])|(?<=[wC])(?=[wOno])|(?<=[nc])(?=[wO])")
_CONTROL: Final = re.compile(r"[\x00-\x1f]")
_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z0-9])[‘’](?=[A-Za-z0-9])")


@cache
def is_wide(character: str) -> bool:
    """Whether lines may be broken before and after a character: ideographs and full-width marks."""
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—"


class _Classes(dict[int, str]):
    """Class of a character code: S space, w wide, n narrow, O and o opening, C and c closing."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        wide = is_wide(character)
        if character in _SPACES:
            kind = "S"
        elif character in OPENING:
            kind = "O" if wide else "o"
        elif character in CLOSING:
            kind = "C" if wide else "c"
        else:
            kind = "w" if wide else "n"
        self[code] = kind
        return kind


_CLASSES: Final = _Classes()


def pieces(text: str) -> list[str]:
    """Cut a text into the parts that are not broken; spaces stay at the end of a part."""
    plain = _APOSTROPHE.sub("x", text) if "’" in text or "‘" in text else text
    borders = [found.start() for found in _BREAK.finditer(plain.translate(_CLASSES))]
    return [
        text[start:end] for start, end in zip([0, *borders], [*borders, len(text)], strict=True)
    ]


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
    return list(_broken(text, width, size, bold=bold, first=first))


@lru_cache(maxsize=2048)
def _broken(text: str, width: float, size: float, *, bold: bool, first: float) -> tuple[str, ...]:
    """Break a text; letters of a run say much the same, so what was broken is kept a while."""
    if _CONTROL.search(text):
        text = "".join(map(seen, text))
    table = widths(bold=bold)
    room = (width - first) / size + 1e-6
    full = width / size + 1e-6
    if sum(map(table.__getitem__, text)) <= room:
        return (text.rstrip(" \u3000"),)
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces(text):
        stripped = piece.rstrip(" \u3000")
        bare = sum(map(table.__getitem__, stripped))
        if line and used + bare > room:
            lines.append(line.rstrip(" \u3000"))
            line, used, room = "", 0.0, full
        if bare > room:
            *whole, line = _chopped(piece, room, full, table)
            lines += whole
            room = full if whole else room
            used = sum(map(table.__getitem__, line))
        else:
            line += piece
            used += bare + sum(map(table.__getitem__, piece[len(stripped) :]))
    if line.rstrip(" \u3000") or not lines:
        lines.append(line.rstrip(" \u3000"))
    return tuple(lines)


def _chopped(piece: str, first: float, width: float, table: Widths) -> list[str]:
    """Break a piece longer than a line where it has to be; one character fits at least."""
    parts: list[str] = []
    part, used, room = "", 0.0, first
    for character in piece:
        advance = table[character]
        if part and used + advance > room:
            held = _held_back(part, character)
            parts.append(part[: len(part) - held])
            part, room = part[len(part) - held :], width
            used = sum(map(table.__getitem__, part))
        part += character
        used += advance
    parts.append(part)
    return parts


def _held_back(part: str, following: str) -> int:
    """Return how many characters of a full part go to the next line with the following one.

    So that no line begins with a closing or ends with an opening mark; none
    when that would leave nothing on the line.
    """
    cut, text = len(part), part + following
    while cut > 0 and (text[cut] in CLOSING or text[cut - 1] in OPENING):
        cut -= 1
    return len(part) - cut if cut else 0
