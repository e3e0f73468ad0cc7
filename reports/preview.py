"""Pages of a PDF as pictures, for the window's previews."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any, Final

#: PDFium must not be entered by two threads at once.
LOCK: Final = Lock()


def pictures(pdf: bytes, dpi: int, pages: Iterable[int] | None = None) -> list[bytes]:
    """Return pages (counted from 0; all of them by default) as PNG pictures.

    Args:
        pdf: the file.
        dpi: pixels per inch.
        pages: which ones; numbers beyond the last page are left out.
    """
    import pypdfium2

    with LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            count = len(document)
            wanted = range(count) if pages is None else [at for at in pages if 0 <= at < count]
            return [_picture(document[at], dpi) for at in wanted]
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    with LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Return several PDFs as one, page for page as they are."""
    import pypdfium2

    if len(pdfs) == 1:
        return pdfs[0]
    with LOCK:
        whole = pypdfium2.PdfDocument.new()
        try:
            for pdf in pdfs:
                part = pypdfium2.PdfDocument(pdf)
                try:
                    whole.import_pages(part)
                finally:
                    part.close()
            out = io.BytesIO()
            whole.save(out)
            return out.getvalue()
        finally:
            whole.close()


def _picture(page: Any, dpi: int) -> bytes:
    """Return one page as PNG, with little compression: the picture is shown and dropped."""
    out = io.BytesIO()
    page.render(scale=dpi / 72).to_pil().save(out, "PNG", compress_level=1)
    return out.getvalue()
