"""Pages: drawing operations by hand, assembled into a file by reportlab.

Lengths are points; y runs down from the upper edge, as a typist measures. A
``File`` owns the font subsets of one document and nothing outlives it but the
prepared stock of glyphs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from reportlab.pdfbase import pdfdoc

from reports.embed import Absent, Stock, Subset, Written, stream
from reports.fonts import faces, measure

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
A4_LANDSCAPE: Final = (A4[1], A4[0])
#: Wider gaps than this part of an em would be read back as spaces; such lines stay ragged.
_MOST_STRETCH: Final = 0.095
#: Resource names of the faces: serif, its stand-in, and both in bold.
_NAMES: Final = {False: ("R", "S"), True: ("B", "C")}


#: A run of Latin letters, figures and spaces, or one other character.
_STRETCHABLE: Final = re.compile(r"[\x20-\u024f]+|.", re.DOTALL)


@cache
def stock(*, bold: bool, second: bool, characters: str) -> Stock:
    """Return prepared glyphs of one face, made once per process and set of characters."""
    return Stock(faces(bold=bold)[second], characters)


class File:
    """A document in the making: its pages and the characters they use.

    Args:
        prepared: characters the kind of paper always uses, regular and bold.
    """

    def __init__(self, prepared: tuple[str, str] = ("", "")) -> None:
        self.pages: list[Page] = []
        self._prepared = prepared
        self._subsets: dict[str, Subset] = {}

    def page(self, size: tuple[float, float] = A4) -> Page:
        """Begin a page."""
        page = Page(self, size)
        self.pages.append(page)
        return page

    def encoded(self, text: str, *, bold: bool) -> list[tuple[str, str, str]]:
        """Return a text as runs of (font resource, hex codes, text) in one face each."""
        first, _ = _NAMES[bold]
        subset = self._subset(bold=bold, second=False)
        try:
            return [(first, "".join(map(subset.__getitem__, text)), text)]
        except Absent:
            return self._mixed(text, bold=bold)

    def _mixed(self, text: str, *, bold: bool) -> list[tuple[str, str, str]]:
        """Encode character by character, joining neighbours of the same face."""
        runs: list[tuple[str, str, str]] = []
        for character in text:
            name, code = self._single(character, bold=bold)
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + code, runs[-1][2] + character)
            else:
                runs.append((name, code, character))
        return runs

    def _single(self, character: str, *, bold: bool) -> tuple[str, str]:
        for second, name in enumerate(_NAMES[bold]):
            try:
                return name, self._subset(bold=bold, second=bool(second))[character]
            except Absent:
                continue
        raise Absent(character)

    def _subset(self, *, bold: bool, second: bool) -> Subset:
        name = _NAMES[bold][second]
        if name not in self._subsets:
            prepared = "" if second else self._prepared[bold]
            self._subsets[name] = Subset(
                faces(bold=bold)[second], stock(bold=bold, second=second, characters=prepared)
            )
        return self._subsets[name]

    def pdf(self, *, title: str, author: str, language: str) -> bytes:
        """Return the file; the same pages give the same bytes."""
        document = pdfdoc.PDFDocument(compression=1, invariant=1, lang=_TAGS[language])
        document.setTitle(title)
        document.setAuthor(author)
        document.setSubject(title)
        document.setCreator("Qingzhang")
        fonts: Any = document.idToObject["BasicFonts"]
        for name, subset in sorted(self._subsets.items()):
            fonts[name] = subset.register(document)
        for page in self.pages:
            document.addPage(page.pdf_page(document))
        data: bytes = document.GetPDFData(None)
        return data


_TAGS: Final = {"zh": "zh-CN", "en": "en-GB"}


class Page:
    """One page; text is black, lines may be grey."""

    def __init__(self, file: File, size: tuple[float, float]) -> None:
        self.width, self.height = size
        self._file = file
        self._ops: list[str] = []
        self._font = ""

    def text(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, gap: float = 0.0
    ) -> None:
        """Draw a text with its base line at y; ``gap`` points are added after each character."""
        if not text:
            return
        y = self.height - y
        if gap:
            self._ops.append(f"{gap:.2f} Tc")
        for name, codes, run in self._file.encoded(text, bold=bold):
            self._ops.append(f"BT {self._choose(name, size)}{x:.2f} {y:.2f} Td <{codes}> Tj ET")
            x += measure(run, size, bold=bold) + gap * len(run)
        if gap:
            self._ops.append("0 Tc")

    def right(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        """Draw a text that ends at x."""
        self.text(x - measure(text, size, bold=bold), y, text, size, bold=bold)

    def centre(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, gap: float = 0.0
    ) -> None:
        """Draw a text around x; the gap after its last character does not count."""
        width = measure(text, size, bold=bold) + gap * (len(text) - 1)
        self.text(x - width / 2, y, text, size, bold=bold, gap=gap)

    def spoken(self, text: str) -> None:
        """Say what the next text means to a reader program, or (empty) that it ended."""
        if text:
            self._ops.append(f"/Span << /ActualText <FEFF{text.encode('utf-16-be').hex()}> >> BDC")
        else:
            self._ops.append("EMC")

    def justified(self, x: float, y: float, text: str, size: float, width: float) -> None:
        """Draw a line stretched to a width between its ideographs, as far as that looks well."""
        tokens = _tokens(text)
        gaps = len(tokens) - 1
        stretch = (width - measure(text, size)) / size / gaps if gaps else 1.0
        runs = self._file.encoded(text, bold=False)
        even = len(runs) == 1 and len(runs[0][1]) == 4 * len(text)
        if not (even and 0.0005 < stretch < _MOST_STRETCH):
            self.text(x, y, text, size)
            return
        codes, at = [], 0
        for token in tokens:
            codes.append(runs[0][1][at : at + 4 * len(token)])
            at += 4 * len(token)
        body = f">{-stretch * 1000:.0f}<".join(codes)
        where = f"{x:.2f} {self.height - y:.2f} Td"
        self._ops.append(f"BT {self._choose(runs[0][0], size)}{where} [<{body}>] TJ ET")

    def _choose(self, name: str, size: float) -> str:
        """Return the operator for another font, or nothing while it stays."""
        font = f"/{name} {size:g} Tf "
        if font == self._font:
            return ""
        self._font = font
        return font

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, *, grey: float = 0.0
    ) -> None:
        """Draw a line; widths in points."""
        h = self.height
        self._ops.append(
            f"{grey:g} G {width:.2f} w {x1:.2f} {h - y1:.2f} m {x2:.2f} {h - y2:.2f} l S"
        )

    def rule(self, x1: float, x2: float, y: float, width: float, *, grey: float = 0.0) -> None:
        """Draw a horizontal line."""
        self.line(x1, y, x2, y, width, grey=grey)

    def dashed(self, x1: float, x2: float, y: float) -> None:
        """Draw a thin dashed horizontal line."""
        self._ops.append("[2 1.6] 0 d")
        self.line(x1, y, x2, y, 0.4)
        self._ops.append("[] 0 d")

    def box(self, x: float, y: float, width: float, height: float, line: float) -> None:
        """Draw the outline of a box whose upper left corner is x, y."""
        bottom = self.height - y - height
        self._ops.append(f"0 G {line:.2f} w {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S")

    def blank(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a box with white."""
        bottom = self.height - y - height
        self._ops.append(f"1 g {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f 0 g")

    def hatch(self, x: float, y: float, width: float, height: float, step: float) -> None:
        """Fill a box with falling lines, ``step`` points apart."""
        bottom = self.height - y - height
        self._ops.append(f"q {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re W n 0 G 0.35 w")
        top, at = bottom + height, x - height
        while at < x + width:
            self._ops.append(f"{at:.2f} {top:.2f} m {at + height:.2f} {bottom:.2f} l")
            at += step
        self._ops.append("S Q")

    def curves(self, x: float, y: float, scale: float, path: Iterable[str]) -> None:
        """Stroke path operators given in a unit grid with y upwards."""
        self._ops.append(f"q {scale:.3f} 0 0 {scale:.3f} {x:.2f} {self.height - y:.2f} cm 0 G")
        self._ops.extend(path)
        self._ops.append("S Q")

    def pdf_page(self, document: Any) -> Any:
        """Return the reportlab page with its deflated stream."""
        page = pdfdoc.PDFPage()
        page.Override_default_compilation = 1
        page.MediaBox = f"[0 0 {self.width:.2f} {self.height:.2f}]"
        page.Resources = pdfdoc.PDFResourceDictionary()
        page.Resources.basicFonts()
        operations = "\n".join(self._ops).encode("ascii")
        page.Contents = document.Reference(Written(stream(zlib.compress(operations, 6))))
        return page


def _tokens(text: str) -> list[str]:
    """Cut a line where it may be stretched: beside ideographs, not inside numbers and words."""
    return _STRETCHABLE.findall(text)
