"""Reading pages back: their text by three readers, and where every glyph stands."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass

import pdfplumber
import pypdf
import pypdfium2

MM = 72 / 25.4


@dataclass(frozen=True)
class Glyph:
    """A drawn character: its page, and its box in points from the upper left corner."""

    page: int
    character: str
    left: float
    top: float
    right: float
    bottom: float


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    """Return the text of all pages."""
    return "\n".join(texts(pdf))


def squeezed(words: str) -> str:
    """Return a text without white space: letter-spaced titles read as their words."""
    return re.sub(r"\s+", "", words)


def by_pdfplumber(pdf: bytes) -> str:
    """Return the text as pdfplumber reads it."""
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        return "\n".join(page.extract_text() for page in file.pages)


def by_poppler(pdf: bytes) -> str | None:
    """Return the text as pdftotext reads it, None where it is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    run = subprocess.run([program, "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def glyphs(pdf: bytes) -> list[Glyph]:
    """Return every visible glyph with its tight box."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        height, reader = page.get_height(), page.get_textpage()
        for at in range(reader.count_chars()):
            character = reader.get_text_range(at, 1)
            left, bottom, right, top = reader.get_charbox(at)
            if character.strip() and right > left:
                found.append(Glyph(number, character, left, height - top, right, height - bottom))
    document.close()
    return found


def overlaps(found: list[Glyph]) -> list[tuple[Glyph, Glyph]]:
    """Return pairs of glyphs drawn upon each other by more than a quarter of the smaller one."""
    cells = defaultdict(list)
    for glyph in found:
        for column in range(int(glyph.left // 20), int(glyph.right // 20) + 1):
            for row in range(int(glyph.top // 20), int(glyph.bottom // 20) + 1):
                cells[glyph.page, column, row].append(glyph)
    return [
        (one, other)
        for cell in cells.values()
        for at, one in enumerate(cell)
        for other in cell[at + 1 :]
        if _covered(one, other) > 0.25
    ]


def _covered(one: Glyph, other: Glyph) -> float:
    """Return which part of the smaller glyph the other one covers."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    if width <= 0 or height <= 0:
        return 0.0
    areas = [(g.right - g.left) * max(g.bottom - g.top, 0.1) for g in (one, other)]
    return width * height / max(min(areas), 0.1)


def strayed(
    found: list[Glyph], left: float, top: float, right: float, bottom: float
) -> list[Glyph]:
    """Return glyphs outside a frame given in mm from the upper left corner."""
    return [
        glyph
        for glyph in found
        if glyph.left < left * MM - 0.5
        or glyph.top < top * MM - 0.5
        or glyph.right > right * MM + 0.5
        or glyph.bottom > bottom * MM + 0.5
    ]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Return the base font names of a file and whether each is embedded."""
    found = {}
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for at in range(1, len(reader.xref[0]) + 1):
        thing = reader.get_object(at)
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            name = str(thing["/BaseFont"])
            inner = (
                thing["/DescendantFonts"][0].get_object() if "/DescendantFonts" in thing else thing
            )
            found[name] = "/FontFile2" in inner.get("/FontDescriptor", {})
    return found
