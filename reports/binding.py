"""Binding an evidence bundle: exhibits one after the other, each page stamped with its number.

PDFs are taken over page for page, pictures are laid on a page each. What cannot be read is
named and left to be handed over beside the bundle; it never keeps the rest from being bound.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from domain.evidence.bundle import EvidenceFront, Exhibit, Problem
from domain.ports import Progress
from reports import evidence
from reports.code import check_code, strings
from reports.fonts import measure
from reports.page import File, Page
from reports.picture_pages import NotPicture, laid_out
from reports.preview import LOCK
from reports.texts import text

#: What PDFium says of a file that only opens with a password.
_PASSWORD: Final = 4
_STAMP_SIZE: Final = 9.0
_NUMBER_SIZE: Final = 8.0
_EDGE: Final = 14.0


def bind(
    front: EvidenceFront, contents: Iterable[bytes], progress: Progress
) -> tuple[EvidenceFront, bytes]:
    """Return cover and contents as they were printed, and the bundle as one PDF.

    Args:
        front: with an exhibit for each of the contents, in their order; pages are counted here.
        contents: of the exhibits; read one after the other.
        progress: told after each; raises ``Cancelled`` to stop.
    """
    import pypdfium2

    with LOCK:
        whole = pypdfium2.PdfDocument.new()
        try:
            return _bound(whole, front, contents, progress)
        finally:
            whole.close()


def _bound(
    whole: Any, front: EvidenceFront, contents: Iterable[bytes], progress: Progress
) -> tuple[EvidenceFront, bytes]:
    placed: list[Exhibit] = []
    for done, (exhibit, content) in enumerate(zip(front.exhibits, contents, strict=True)):
        progress(done, len(front.exhibits) + 1)
        placed.append(_placed(whole, exhibit, content, front.language))
    told = replace(front, exhibits=tuple(placed))
    _insert(whole, _front_pdf(told))
    out = io.BytesIO()
    whole.save(out)
    return told, out.getvalue()


def _front_pdf(front: EvidenceFront) -> bytes:
    file = File()
    evidence.draw(file, front, check_code(list(strings(front))))
    title = text(front.language, "evidence_title")
    return file.pdf(title=title, author=front.company.name, language=front.language)


def _insert(whole: Any, pdf: bytes) -> None:
    """Put pages before all others."""
    import pypdfium2

    part = pypdfium2.PdfDocument(pdf)
    try:
        whole.import_pages(part, index=0)
    finally:
        part.close()


def _placed(whole: Any, exhibit: Exhibit, content: bytes, language: str) -> Exhibit:
    """Add an exhibit's pages, stamped; on any fault none of them, and say which."""
    before = len(whole)
    problem = _added(whole, content)
    if problem is None:
        problem = _stamped(whole, before, exhibit.number, language)
    if problem is not None:
        for place in reversed(range(before, len(whole))):
            whole.del_page(place)
        return replace(exhibit, problem=problem)
    return replace(exhibit, pages=len(whole) - before, first_page=before + 1)


def _added(whole: Any, content: bytes) -> Problem | None:
    import pypdfium2

    if not content:
        return Problem.DAMAGED
    if b"%PDF-" not in content[:1024]:
        try:
            content = laid_out(content)
        except NotPicture as error:
            return Problem.DAMAGED if error.damaged else Problem.NO_PAGES
    try:
        part = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return Problem.LOCKED if error.err_code == _PASSWORD else Problem.DAMAGED
    try:
        if not len(part):
            return Problem.DAMAGED
        whole.import_pages(part)
    except pypdfium2.PdfiumError:
        return Problem.DAMAGED
    finally:
        part.close()
    return None


# stamps


def _stamped(whole: Any, first: int, number: int, language: str) -> Problem | None:
    """Stamp the pages from one on: exhibit and its page above, the bundle's page below."""
    import pypdfium2

    try:
        sizes = [whole.get_page_size(place) for place in range(first, len(whole))]
        stamps = pypdfium2.PdfDocument(_rewritten(_stamps(sizes, first, number, language)))
        try:
            for place in range(len(sizes)):
                _lay(whole, stamps, place, first + place)
        finally:
            stamps.close()
    except pypdfium2.PdfiumError:
        return Problem.DAMAGED
    return None


def _rewritten(pdf: bytes) -> bytes:
    """Return a PDF as PDFium writes it: of others it lays pages without their fonts."""
    import pypdfium2

    fresh, part = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(pdf)
    try:
        fresh.import_pages(part)
        out = io.BytesIO()
        fresh.save(out)
        return out.getvalue()
    finally:
        part.close()
        fresh.close()


def _lay(whole: Any, stamps: Any, place: int, target: int) -> None:
    """Lay a stamp over a page, whatever way round the page is shown."""
    stamp = stamps.page_as_xobject(place, whole)
    page = whole[target]
    try:
        laid = stamp.as_pageobject()
        laid.set_matrix(_upright(page))
        page.insert_obj(laid)
        page.gen_content()
    finally:
        page.close()
        stamp.close()


def _upright(page: Any) -> Any:
    """Return the matrix from what is seen of a page to the page's own coordinates."""
    import pypdfium2

    left, bottom, right, top = page.get_cropbox()
    turned = {
        0: (1, 0, 0, 1, left, bottom),
        90: (0, 1, -1, 0, right, bottom),
        180: (-1, 0, 0, -1, right, top),
        270: (0, -1, 1, 0, left, top),
    }
    return pypdfium2.PdfMatrix(*turned[page.get_rotation()])


def _stamps(sizes: list[tuple[float, float]], first: int, number: int, language: str) -> bytes:
    """Return a PDF with the stamp of each page, of the size that is seen of it."""
    file = File()
    for place, size in enumerate(sizes):
        page = file.page(size)
        said = text(language, "evidence_stamp", number=number, page=place + 1)
        _boxed(page, size[0] - _EDGE, _EDGE + _STAMP_SIZE, said)
        below = str(first + place + 1)
        width = measure(below, _NUMBER_SIZE)
        page.blank((size[0] - width) / 2 - 4, size[1] - 14, width + 8, 11)
        page.centre(size[0] / 2, size[1] - 5.5, below, _NUMBER_SIZE)
    return file.pdf(title=text(language, "evidence_title"), author="", language=language)


def _boxed(page: Page, right: float, baseline: float, words: str) -> None:
    """Draw words in a box that ends at the right edge, on white."""
    width = measure(words, _STAMP_SIZE, bold=True)
    left, top = right - width - 8, baseline - _STAMP_SIZE - 1
    page.blank(left, top, width + 8, _STAMP_SIZE + 5)
    page.box(left, top, width + 8, _STAMP_SIZE + 5, 0.6)
    page.text(left + 4, baseline, words, _STAMP_SIZE, bold=True)
