"""Embedding glyphs: one composite PDF font per face, holding what a file uses.

reportlab cuts a TrueType face into several 8-bit fonts for every document, and
that costs most of a letter's time; its way back to text also fails beyond the
basic plane. Here a face becomes one Type 0 font with two-byte codes. Its first
glyphs (:class:`Stock`: the fixed wording of a kind of paper) are prepared and
compressed once per process; a document adds the characters of its own. The
codes, and so the bytes, depend on the document alone and never on what was
printed before.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Final

from reportlab.pdfbase import pdfdoc

from reports.fonts import Face, check_sum, padded, seen

#: Symbolic (4) and serif (2), as in the font descriptor of a CID font.
_FLAGS: Final = 6
#: What the checksum of a whole TrueType file has to come to.
_MAGIC_SUM: Final = 0xB1B0AFBA
_CMAP_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class Absent(KeyError):
    """The face of a run lacks a character; the other face has to draw it."""


@cache
def utf16(character: str) -> str:
    """Return a character as the hexadecimal UTF-16 that ToUnicode maps need (with surrogates)."""
    return character.encode("utf-16-be").hex().upper()


class Outlines:
    """A run of glyphs ready to join others: raw bytes, deflated bytes and metrics."""

    def __init__(self, face: Face, characters: Sequence[str], level: int) -> None:
        glyphs = [0 if not c else face.glyphs[ord(c)] for c in characters]
        pieces = [face.outline(glyph) for glyph in glyphs]
        self.raw = b"".join(pieces)
        self.lengths = [len(piece) for piece in pieces]
        self.metrics = [
            part for glyph in glyphs for part in (face.advances[glyph], face.bearings[glyph])
        ]
        self.sum = check_sum(self.raw)
        self.to_unicode = [f"<{utf16(c)}>" if c else "<0000>" for c in characters]
        press = zlib.compressobj(level, zlib.DEFLATED, -15)
        # A sync flush ends on a byte border, so that pieces can simply be joined.
        self.deflated = press.compress(self.raw) + press.flush(zlib.Z_SYNC_FLUSH)


class Stock:
    """Prepared characters that begin every subset of one face for one kind of paper."""

    def __init__(self, face: Face, characters: Iterable[str] = ()) -> None:
        drawn = (seen(c) for c in characters)
        known = sorted({c for c in drawn if c and ord(c) in face.glyphs})
        self.characters = ["", *known]
        self.outlines = Outlines(face, self.characters, 9)
        self.codes = {c: f"{code:04X}" for code, c in enumerate(self.characters) if c}


class Subset(dict[str, str]):
    """The characters one document uses of one face: character to four hex digits."""

    def __init__(self, face: Face, stock: Stock) -> None:
        super().__init__(stock.codes)
        self.face = face
        self._stock = stock
        self._added: list[str] = []
        self.used = False

    def __missing__(self, character: str) -> str:
        drawn = seen(character)
        if not drawn or drawn != character:
            code = self[drawn] if drawn else ""
        elif ord(character) not in self.face.glyphs:
            raise Absent(character)
        else:
            self._added.append(character)
            code = f"{len(self._stock.characters) + len(self._added) - 1:04X}"
        self[character] = code
        return code

    def register(self, document: Any) -> Any:
        """Add the Type 0 font of what was used, with its parts, and return a reference to it."""
        added = Outlines(self.face, self._added, 6)
        parts = (self._stock.outlines, added)
        name = f"{self._tag(parts)}+{self.face.name}"
        deflated, length = _program(self.face, parts)
        program = add(document, stream(deflated, f"/Length1 {length}"))
        to_unicode = add(document, stream(zlib.compress(_cmap(parts).encode("ascii"), 6)))
        descriptor = add(document, _descriptor(self.face, name, program))
        descendant = add(document, _descendant(name, descriptor, _widths(parts)))
        font = (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant}] /ToUnicode {to_unicode} >>"
        )
        return document.Reference(Written(font.encode("ascii")))

    def _tag(self, parts: Sequence[Outlines]) -> str:
        """Return six letters that name this subset, the same for the same characters."""
        text = "".join(code for part in parts for code in part.to_unicode)
        digest = hashlib.sha256(text.encode("ascii")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


class Written(pdfdoc.PDFObject):
    """A PDF object written out already; reportlab numbers it and puts it into the file."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: Any) -> bytes:
        """Return the object's bytes."""
        return self._content


def add(document: Any, content: bytes) -> str:
    """Add a written object to a document and return its reference, as 7 0 R."""
    reference: bytes = document.Reference(Written(content)).format(document)
    return reference.decode("ascii")


def stream(deflated: bytes, entries: str = "") -> bytes:
    """Return a stream object of bytes that are deflated already."""
    head = f"<< /Filter /FlateDecode /Length {len(deflated)} {entries} >>\nstream\n"
    return head.encode("ascii") + deflated + b"\nendstream"


def _descriptor(face: Face, name: str, program: str) -> bytes:
    box = " ".join(map(str, face.bbox))
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {_FLAGS} /FontBBox [{box}]"
        f" /ItalicAngle 0 /Ascent {face.ascent} /Descent {face.descent}"
        f" /CapHeight {face.cap_height} /StemV {face.stem_v} /FontFile2 {program} >>"
    ).encode("ascii")


def _descendant(name: str, descriptor: str, widths: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {descriptor} /DW 1000 /W {widths} >>"
    ).encode("ascii")


def _cmap(parts: Sequence[Outlines]) -> str:
    """Return the way back from codes to text; a range never crosses a border of 256 codes."""
    values = [code for part in parts for code in part.to_unicode]
    ranges = []
    for start in range(0, len(values), 256):
        block = values[start : start + 256]
        ranges.append(f"<{start:04X}> <{start + len(block) - 1:04X}> [{' '.join(block)}]")
    blocks = [ranges[at : at + 100] for at in range(0, len(ranges), 100)]
    body = "".join(
        f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange\n" for block in blocks
    )
    return _CMAP_HEAD + body + _CMAP_TAIL


def _widths(parts: Sequence[Outlines]) -> str:
    advances = [str(advance) for part in parts for advance in part.metrics[::2]]
    return f"[0 [{' '.join(advances)}]]"


def _small_tables(face: Face, parts: Sequence[Outlines]) -> dict[str, bytes]:
    """Return every table but the outlines."""
    metrics = [value for part in parts for value in part.metrics]
    offsets = [0, *accumulate(length for part in parts for length in part.lengths)]
    head = bytearray(face.tables["head"])
    head[8:12] = bytes(4)
    head[50:52] = b"\0\1"
    hhea = bytearray(face.tables["hhea"])
    hhea[34:36] = struct.pack(">H", len(offsets) - 1)
    maxp = bytearray(face.tables["maxp"])
    maxp[4:6] = struct.pack(">H", len(offsets) - 1)
    return {
        "head": bytes(head),
        "hhea": bytes(hhea),
        "hmtx": struct.pack(f">{len(metrics)}H", *metrics),
        "loca": struct.pack(f">{len(offsets)}L", *offsets),
        "maxp": bytes(maxp),
        "prep": face.tables["prep"],
    }


def _program(face: Face, parts: Sequence[Outlines]) -> tuple[bytes, int]:
    """Return the TrueType program deflated, and its length before.

    The small tables come first, then the outlines as they were prepared.
    """
    front = _front(face, parts)
    press = zlib.compressobj(6, zlib.DEFLATED, -15)
    deflated = [b"\x78\x9c", press.compress(front), press.flush(zlib.Z_SYNC_FLUSH)]
    check = zlib.adler32(front)
    for part in parts:
        deflated.append(part.deflated)
        check = zlib.adler32(part.raw, check)
    length = len(front) + sum(len(part.raw) for part in parts)
    return b"".join((*deflated, b"\x03\x00", struct.pack(">L", check))), length


def _front(face: Face, parts: Sequence[Outlines]) -> bytes:
    """Return directory and small tables, with the checksum of the whole file set in head."""
    tables = _small_tables(face, parts)
    directory, heads_at = _directory(tables, parts)
    body = b"".join(padded(data) for data in tables.values())
    front = bytearray(directory + body)
    total = check_sum(bytes(front)) + sum(part.sum for part in parts)
    front[heads_at + 8 : heads_at + 12] = struct.pack(">L", (_MAGIC_SUM - total) & 0xFFFFFFFF)
    return bytes(front)


def _directory(tables: dict[str, bytes], parts: Sequence[Outlines]) -> tuple[bytes, int]:
    """Return the table directory in the order of tags, and where head begins."""
    count = len(tables) + 1
    offset = start = 12 + 16 * count
    entries = {}
    for tag, data in tables.items():
        entries[tag] = (check_sum(padded(data)), offset, len(data))
        offset += len(padded(data))
    outlines = sum(len(part.raw) for part in parts)
    entries["glyf"] = (sum(part.sum for part in parts) & 0xFFFFFFFF, offset, outlines)
    rows = b"".join(
        tag.encode("ascii") + struct.pack(">LLL", *entry) for tag, entry in sorted(entries.items())
    )
    power = 1 << (count.bit_length() - 1)
    shape = (count, power * 16, power.bit_length() - 1, (count - power) * 16)
    return b"\0\1\0\0" + struct.pack(">HHHH", *shape) + rows, start
