"""The four faces of the program: coverage, widths and single glyphs.

Paper is set in Noto Serif SC; a character it lacks is taken from Noto Sans SC.
What neither has is found before anything is drawn (:func:`require`), for a
missing glyph would print as a blank. Faces are read when first asked for.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFile

from domain.errors import GlyphMissing
from reports.figures import moved

_FOLDER: Final = Path(__file__).parents[1] / "resources" / "fonts"
#: File name by weight (bold?) in the order of preference.
_FILES: Final = {
    False: ("NotoSerifSC-Regular.ttf", "NotoSansSC-Regular.ttf"),
    True: ("NotoSerifSC-Bold.ttf", "NotoSansSC-Bold.ttf"),
}
#: Line ends, tabs and the no-break space print as a plain space.
_BLANKS: Final = frozenset("\t\n\v\f\r\x85\xa0\u2028\u2029")
_UNSEEN: Final = ("Cc", "Cf")


class Face:
    """One TrueType file. Every glyph is 1000 units to the em.

    Attributes:
        name: PostScript name.
        glyphs: glyph number by character code.
        advances: advance widths by glyph number, figures made equally wide.
        tables: the tables a subset copies unchanged.
    """

    def __init__(self, path: Path) -> None:
        font = TTFontFile(str(path))
        self.name = font.name.decode("ascii")
        self.ascent, self.descent, self.bbox = font.ascent, font.descent, font.bbox
        self.cap_height, self.stem_v = font.capHeight, font.stemV
        self.glyphs: dict[int, int] = font.charToGlyph
        self.advances = [int(advance) for advance, _ in font.hmetrics]
        self.bearings = [int(bearing) for _, bearing in font.hmetrics]
        self.tables = {tag: font.get_table(tag) for tag in ("head", "hhea", "maxp", "prep")}
        self._offsets: list[int] = font.glyphPos
        self._outlines: bytes = font.get_table("glyf")
        self._cut: dict[int, bytes] = {}
        self._level_figures()

    def outline(self, glyph: int) -> bytes:
        """Return the outline of a glyph, padded to four bytes."""
        data = self._cut.get(glyph)
        if data is None:
            data = padded(self._outlines[self._offsets[glyph] : self._offsets[glyph + 1]])
            self._cut[glyph] = data
        return data

    def _level_figures(self) -> None:
        """Give the ten figures one width: amounts stand under each other, sums line up."""
        width = self.advances[self.glyphs[ord("0")]]
        for figure in "123456789":
            glyph = self.glyphs[ord(figure)]
            shift = (width - self.advances[glyph]) // 2
            if self.advances[glyph] == width:
                continue
            self._cut[glyph] = padded(moved(self.outline(glyph), shift))
            self.advances[glyph] = width
            self.bearings[glyph] += shift


@cache
def face(file: str) -> Face:
    """Return a face by file name, read once per process."""
    return Face(_FOLDER / file)


def faces(*, bold: bool) -> tuple[Face, Face]:
    """Return the face of a weight and the one that stands in for what it lacks."""
    first, second = _FILES[bold]
    return face(first), face(second)


def seen(character: str) -> str:
    """Return what is drawn for a character: itself, a space, or nothing for controls."""
    if character in _BLANKS:
        return " "
    return "" if unicodedata.category(character) in _UNSEEN else character


class Widths(dict[str, float]):
    """Advance widths in em by character, of one weight; filled as characters are met."""

    def __init__(self, *, bold: bool) -> None:
        super().__init__()
        self._bold = bold

    def __missing__(self, character: str) -> float:
        drawn = seen(character)
        width = self._measure(ord(drawn)) / 1000 if drawn else 0.0
        self[character] = width
        return width

    def _measure(self, code: int) -> int:
        first, second = _FILES[self._bold]
        for file in (first, second):
            glyph = face(file).glyphs.get(code)
            if glyph is not None:
                return face(file).advances[glyph]
        return 1000


@cache
def widths(*, bold: bool) -> Widths:
    """Return the width table of a weight."""
    return Widths(bold=bold)


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in points."""
    return _ems(text, bold=bold) * size


@lru_cache(maxsize=8192)
def _ems(text: str, *, bold: bool) -> float:
    """Return the width of a text in em; the words of a table are asked for several times."""
    return sum(map(widths(bold=bold).__getitem__, text))


@cache
def _covered(character: str) -> bool:
    """Whether a character can be drawn (in regular weight; bold covers the same)."""
    drawn = seen(character)
    return not drawn or any(ord(drawn) in face(file).glyphs for file in _FILES[False])


def missing_glyphs(text: str) -> str:
    """Return the characters of a text that no font has, each once, in their order."""
    return "".join(c for c in dict.fromkeys(text) if not _covered(c))


def require(texts: Iterable[str]) -> None:
    """Check that all texts can be drawn.

    Raises:
        GlyphMissing: with the facts ``characters`` and ``text``, the first text concerned.
    """
    joined = tuple(texts)
    missing = missing_glyphs("".join(joined))
    if missing:
        where = next(text for text in joined if missing_glyphs(text))
        raise GlyphMissing(characters=missing, text=where)


def padded(data: bytes) -> bytes:
    """Return font data filled up with zeros to a multiple of four bytes."""
    return data + b"\0" * (-len(data) % 4)


def check_sum(data: bytes) -> int:
    """Return the checksum of a font table whose length is a multiple of four."""
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
