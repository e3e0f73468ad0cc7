"""The fields of SWIFT messages in a text: which tag, which lines, at which row.

Decisions:

* Between messages anything may stand: blocks of SWIFT, headers of banks and files.
* Fields that begin a message are text where a movement is still being told: banks wrap
  a time of day into ``:20:11``. Unless a whole message begins there.
* A dash ends a message. Before its last balance it is text, unless nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_TAG: Final = re.compile(
    r":(13[CD]|2[01358]|25P|28C|34F|6[0-2]|60[AFM]|62[AFM]|6[45]|86|90[CD]|NS|940|942):(.*)",
    re.DOTALL,
)
_BLOCK: Final = re.compile(r"\{[1-5]:|-\}")
_TAIL: Final = re.compile(r"-\}(?:\{5:.*)?$")
_MARKS: Final = ("-", "{")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]")
_HEADER: Final = frozenset({"20", "21", "23", "25", "25P", "28", "28C"})
_NEXT: Final = (":21:", ":25", ":28", ":NS:", ":60")
_AHEAD: Final = 3


class Field(NamedTuple):
    """One field of a message; without a tag, the end of the message."""

    row: int
    tag: str
    lines: list[str]

    @property
    def text(self) -> str:
        """The first line without spaces around it."""
        return self.lines[0].strip() if self.lines else ""


def clean(text: str) -> str:
    """Return text without control characters, which some files mark messages with."""
    return _CONTROL.sub("", text)


def read_fields(text: str) -> Iterator[Field]:
    """Return the fields of all messages in their order, with an empty one at each end."""
    lines = re.split("\r\n|\r|\n", clean(text))
    last = Field(0, "", [])
    carried, is_open = "", False
    for row, raw in enumerate(lines, start=1):
        line = carried + raw
        # A wrapped tag: its colon ends a line of its own.
        carried = ":" if line.rstrip() == ":" else ""
        if carried:
            continue
        is_end = line[:1] in _MARKS and _ends(line, lines, row, is_open=is_open)
        line = _without_block(line)
        tag = _TAG.fullmatch(line) if line.startswith(":") else None
        if tag and not (is_open and _is_text(tag[1], lines, row)):
            yield last
            last = Field(row, tag[1], [tag[2]])
            is_open = _is_open(tag[1], is_open=is_open)
        elif is_end:
            yield last
            last, is_open = Field(row, "", []), False
        elif last.tag:
            last.lines.append(line)
    yield last


def _following(lines: Sequence[str], row: int) -> list[str]:
    return [one.strip() for one in lines[row : row + _AHEAD] if one.strip()]


def _ends(line: str, lines: Sequence[str], row: int, *, is_open: bool) -> bool:
    if _BLOCK.match(line):
        return True
    if not is_open or line.strip() != "-":
        return not is_open and line.startswith("-")
    upcoming = next(iter(_following(lines, row)), "")
    return not upcoming or upcoming.startswith(("{", ":20:", ":940:", ":25"))


def _is_text(tag: str, lines: Sequence[str], row: int) -> bool:
    if tag == "20":
        return not any(one.startswith(_NEXT) for one in _following(lines, row))
    return tag in _HEADER


def _is_open(tag: str, *, is_open: bool) -> bool:
    """Return whether a movement is being told after this tag."""
    return tag == "61" or (is_open and tag in {"86", "NS"})


def _without_block(line: str) -> str:
    """Return a line without the blocks that SWIFT wraps a message in."""
    if _BLOCK.match(line):
        line = line.rpartition("{4:")[2] if "{4:" in line else ""
    return _TAIL.sub("", line) if "-}" in line else line
