"""What readers of plain text share: characters, lines, days and figures.

Decisions:

* The bytes decide about the encoding, not what the file says of itself; nothing fits:
  the encoding told, else Windows-1252, with a note. Formats of Western banks are
  UTF-8, Windows-1252 or the code page of DOS: two letters never become one there.
* Bytes of no encoding and control characters become U+FFFD, one for one, so that
  places stay where they are: a name with such a mark is seen, a figure is refused.
* Two digits of a year from 80 on are of the last century.
* A figure keeps the decimals written, up to four; fifteen digits before them are the
  most that is read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from domain.errors import FileUnreadable
from domain.reading.amounts import Style, detect_amount_style, read_amount
from domain.reading.result import Problem, Reading, Rejection
from storage.bank import found
from storage.files import reasons
from storage.files.decoding import decode

MAX_BYTES: Final = 64 << 20
MAX_LINES: Final = 600_000
#: No figure is longer; what is, would cost time to refuse.
MAX_FIGURE: Final = 64

_NOTHING: Final = b" \t\r\n\0\x1a\xef\xbb\xbf\xfe\xff"
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_WESTERN: Final = "cp1252"
#: What headers say without meaning it.
_USUAL: Final = frozenset({"ascii", "utf-8", "utf-16", "cp1252"})
_DOS: Final = "cp850"
_SIGNS: Final = frozenset("€£°´·«»–’")
_SAME: Final = {"iso8859-1": "cp1252", "utf-8-sig": "utf-8", "gbk": "gb18030"}
_CENTURY: Final = 80
_WHOLE: Final = 15
_PLACES: Final = 4
_SHORT: Final = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,2})?", re.ASCII).fullmatch
_SHOWN: Final = 80

_new = tuple.__new__  # half the time of the class, which matters for each line


class Plain(NamedTuple):
    """The text of a file, the encoding it was in, and what was noticed about it."""

    text: str
    encoding: str
    notes: tuple[Problem, ...] = ()


def read_plain(content: bytes, path: str, told: str = "") -> Plain:
    """Return the text of a file; ``told`` is the encoding that it names.

    A rarer encoding than those of :data:`_USUAL` is believed where the bytes fit.

    Raises:
        FileUnreadable: too large, or empty.
    """
    _check(content, path)
    if told and told not in _USUAL:
        with suppress(UnicodeDecodeError):
            return _plain(content.decode(told), told, None)
    try:
        text, used, damaged = decode(content, path)
    except FileUnreadable:
        text, used, damaged = decode(content, path, told or _WESTERN)
        damaged = damaged or not told
    differs = told and not content.isascii() and _SAME.get(used, used) != _SAME.get(told, told)
    return _plain(text, used, told if damaged or differs else None)


def read_western(content: bytes, path: str) -> Plain:
    """Return the text of a file with fixed places.

    Raises:
        FileUnreadable: too large, or empty.
    """
    _check(content, path)
    try:
        return _plain(content.decode("utf-8-sig"), "utf-8", None)
    except UnicodeDecodeError:
        high = bytes(set(content) - set(range(128)))
        is_dos = not _are_letters(high, _WESTERN) and _are_letters(high, _DOS)
        text, used, damaged = decode(content, path, _DOS if is_dos else _WESTERN)
        return _plain(text, used, "" if damaged else None)


def _check(content: bytes, path: str) -> None:
    if len(content) > MAX_BYTES:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=MAX_BYTES)
    if not content.strip(_NOTHING):
        raise FileUnreadable(path=path, reason=reasons.EMPTY)


def _plain(text: str, used: str, told: str | None) -> Plain:
    """Return the text without the end mark of old systems, with a note of what was told."""
    text = _FORBIDDEN.sub("\ufffd", text.rstrip("\x1a\0"))
    notes = () if told is None else (Problem(found.ENCODING, {"told": told, "used": used}),)
    return Plain(text, used, notes)


def _are_letters(high: bytes, encoding: str) -> bool:
    text = high.decode(encoding, "replace")
    return all(char.isalpha() or char in _SIGNS for char in text)


def read_head(head: bytes) -> str:
    """Return the text of a file's beginning, to recognise the file by."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(name, "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def lines_of(text: str, path: str, width: int = 0) -> list[str]:
    """Return the lines of a text, of ``width`` places each where it has no line ends.

    Raises:
        FileUnreadable: more lines than are read at once.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=MAX_LINES)
    if width and "\n" not in text.strip() and len(text) > width:
        return [text[start : start + width] for start in range(0, len(text), width)]
    return text.split("\n")


def words(text: str) -> str:
    """Return text in one line with single spaces."""
    return " ".join(text.split())


def read_day(digits: str, order: Literal["ymd", "dmy"]) -> date | None:
    """Return the day of six digits, None when there is no such day."""
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
        return None
    first, month, last = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    year, day = (first, last) if order == "ymd" else (last, first)
    try:
        return date(full_year(year), month, day)
    except ValueError:
        return None


def full_year(year: int) -> int:
    """Return the year that two digits mean."""
    return year + (1900 if year >= _CENTURY else 2000)


def minor_figure(digits: str, places: int) -> Decimal | None:
    """Return the figure of unsigned digits with implied decimals, None for anything else."""
    if not (digits.isascii() and digits.isdigit()):
        return None
    value = Decimal(int(digits)).scaleb(-places)
    return value if value.adjusted() < _WHOLE else None


def figure_style(texts: Iterable[str]) -> Style | None:
    """Return which sign a file writes before decimals, None when it does not show."""
    return detect_amount_style(text for text in texts if len(text) <= MAX_FIGURE)


def written_figure(text: str, style: Style | None) -> Reading[Decimal]:
    """Read a figure with its point or comma; ``style`` is what the file writes there."""
    if style != "comma" and _SHORT(text):
        return _new(Reading, (Decimal(text), None, None))
    if len(text) > MAX_FIGURE:
        return Reading(None, Problem(found.BAD_AMOUNT, {"found": text[:_SHOWN]}))
    value, problem, _ = read_amount(text, decimals=_PLACES, style=style)
    if value is None:
        return Reading(None, problem)
    exact = Decimal(value).scaleb(-_PLACES).normalize()
    exponent = int(exact.as_tuple().exponent)
    return Reading(exact.quantize(Decimal("0.01")) if exponent > -2 else exact)


def rejected(row: int, code: str, column: str = "", value: str = "") -> Rejection:
    """Return the refusal of an entry, with the beginning of what stood there."""
    shown = value.strip()[:_SHOWN]
    facts = {} if code in {found.NO_DATE, found.CUT} else {"found": shown}
    return Rejection(row=row, code=code, column=column, value=shown, facts=facts)


def refused(row: int, problem: Problem, column: str, value: str) -> Rejection:
    """Return the refusal of an entry for a cell of it that cannot be read."""
    shown = value.strip()[:_SHOWN]
    return Rejection(row=row, code=problem.code, column=column, value=shown, facts=problem.facts)


def control(what: str, told: object, counted: object) -> Problem:
    """Return the note that a total of the file differs from its lines."""
    return Problem(found.CONTROL, {"what": what, "told": str(told), "found": str(counted)})
