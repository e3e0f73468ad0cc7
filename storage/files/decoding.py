"""Bytes to text: which encoding a file of text is in.

Decisions:

* A byte order mark decides. Without one: zero bytes at every other place mean
  UTF-16; then UTF-8 when most lines that need it are valid UTF-8; then GB18030
  (which covers GBK and GB2312) or Big5, by which of them gives common characters;
  then Windows-1252, only for single accented letters among Latin ones.
* Bytes that do not fit stay in the text as lone surrogates, so that only their row
  is rejected and nothing becomes a wrong character unseen. So a line of GBK in a
  file of UTF-8 is rejected, not guessed at.
* Nothing fits: the file is refused, and the user names the encoding.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import Final, NamedTuple

from domain.errors import FileUnreadable
from storage.files import reasons

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: GBK and GB2312 files are read with the superset: nobody tells the three apart.
_WIDER: Final = {"gbk": "gb18030", "gb2312": "gb18030", "hz": "gb18030", "big5": "cp950"}
#: Names that leave it to the byte order mark.
_MARKED: Final = ("utf-16", "utf-32", "utf-8-sig")
_SAMPLE: Final = 1 << 16
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_SINGLE: Final = re.compile(rb"(?<![\x80-\xff])[\xc0-\xff](?![\x80-\xff])")
_DAMAGED: Final = re.compile("[\ud800-\udfff]")
_MOSTLY: Final = 0.6


class Text(NamedTuple):
    """The text of a file and the encoding it was in; ``damaged``: some bytes did not fit."""

    text: str
    encoding: str
    damaged: bool


def decode(data: bytes, path: str, encoding: str | None = None) -> Text:
    """Return the text of a file.

    Raises:
        FileUnreadable: the encoding is unknown, or none fits.
    """
    asked = _named(encoding, path) if encoding else None
    for mark, marked in _MARKS:
        if data.startswith(mark) and asked in {None, marked, *_MARKED}:
            return _lenient(data[len(mark) :], marked)
    name = asked or _detect(data)
    if name is None:
        raise FileUnreadable(path=path, reason=reasons.ENCODING)
    return _lenient(data, name)


def is_damaged(text: str) -> bool:
    """Return whether bytes of this text did not fit the encoding."""
    return bool(_DAMAGED.search(text))


def shown(text: str) -> str:
    r"""Return text with zero bytes and bytes that did not fit written out, as \xff."""
    text = text.replace("\0", "\\x00")
    return _DAMAGED.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", text)


def _lenient(data: bytes, encoding: str) -> Text:
    try:
        return Text(data.decode(encoding), encoding, damaged=False)
    except UnicodeDecodeError:
        pass
    if encoding.startswith(("utf-16", "utf-32")):
        # Their decoders have no place for single bytes: mark what is lost instead.
        text = data.decode(encoding, "replace").replace("\ufffd", "\udcff")
        return Text(text, encoding, damaged=True)
    return Text(data.decode(encoding, "surrogateescape"), encoding, damaged=True)


def _named(encoding: str, path: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        b" ".decode(name, "replace")
    except (LookupError, ValueError):
        raise FileUnreadable(
            path=path, reason=reasons.ENCODING_UNKNOWN, encoding=encoding
        ) from None
    return _WIDER.get(name, name)


def _detect(data: bytes) -> str | None:
    """Return the encoding of data without a byte order mark, None when none fits."""
    wide = _utf16(data[:_SAMPLE])
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        around = _around(data, fault.start)
        return "utf-8" if _mostly_utf8(around) else _eastern_or_western(around)
    return "utf-8"


def _around(data: bytes, place: int) -> bytes:
    """Return the beginning of the data and whole lines around a place, to judge by."""
    if len(data) <= 2 * _SAMPLE:
        return data
    first = data.rfind(b"\n", 0, max(0, place - _SAMPLE // 2)) + 1
    return data[:_SAMPLE] + b"\n" + data[first : place + _SAMPLE // 2]


def _utf16(data: bytes) -> str | None:
    """Return UTF-16 when zeros stand at every other place and the text has ASCII in it."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) * 12 < len(data) // 2 or min(even, odd) * 10 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = data[: len(data) & ~1].decode(name, "replace")
    ascii_share = sum(char < "\x7f" for char in text) / max(1, len(text))
    return name if ascii_share > 0.1 and "\x00" not in text else None


def _mostly_utf8(data: bytes) -> bool:
    """Return whether at least half of the lines with high bytes are valid UTF-8."""
    good = bad = 0
    for line in re.split(rb"[\r\n]+", data):
        if not _HIGH.search(line):
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            bad += 1
        else:
            good += 1
    return good > 0 and good >= bad


def _eastern_or_western(data: bytes) -> str | None:
    """Return the encoding whose common characters the high bytes are, None when unclear."""
    singles, highs = len(_SINGLE.findall(data)), len(_HIGH.findall(data))
    if singles >= _MOSTLY * highs:
        return "cp1252" if _is_latin(data) else None
    gb, big5 = _share(data, "gb18030"), _share(data, "cp950")
    if max(gb, big5) < _MOSTLY:
        return None
    return "gb18030" if gb >= big5 else "cp950"


def _share(data: bytes, encoding: str) -> float:
    """Return how many of the characters are common in files of that encoding.

    Both encodings put their everyday characters first: GB2312 level 1 at B0-D7
    A1-FE, Big5 level 1 at A4-C6. Punctuation and digits of full width count too.
    Four bytes that only GB18030 has are neither common nor foreign.
    """
    text = data.decode(encoding, "replace")
    common = total = 0
    for char, count in Counter(char for char in text if char >= "\x80").items():
        code = char.encode(encoding, "replace")
        if len(code) < 4:
            total += count
            common += count * _is_common(code, encoding)
    return common / total if total else 0.0


def _is_common(code: bytes, encoding: str) -> bool:
    if len(code) != 2:
        return False
    lead, trail = code
    if encoding == "cp950":
        return 0xA1 <= lead <= 0xC6
    return (0xB0 <= lead <= 0xD7 or 0xA1 <= lead <= 0xA3) and trail >= 0xA1


def _is_latin(data: bytes) -> bool:
    """Return whether single high bytes are letters or signs of Western text."""
    text = data.decode("cp1252", "replace")
    return all(char.isalpha() or char in "€£§°«»´·" for char in text if char >= "\x80")
