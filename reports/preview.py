"""Pages of a PDF as pictures, for the window's previews."""

from __future__ import annotations

import io
from collections.abc import Iterable
from threading import Lock
from typing import Any, Final

#: PDFium must not be entered by two threads at once.
_LOCK: Final = Lock()


def pictures(pdf: bytes, dpi: int, pages: Iterable[int] | None = None) -> list[bytes]:
    """Return pages (counted from 0; all of them by default) as PNG pictures.

    Args:
        pdf: the file.
        dpi: pixels per inch.
        pages: which ones; numbers beyond the last page are left out.
    """
    import pypdfium2

    with _LOCK:
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

    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _picture(page: Any, dpi: int) -> bytes:
    """Return one page as PNG, with little compression: the picture is shown and dropped."""
    out = io.BytesIO()
    page.render(scale=dpi / 72).to_pil().save(out, "PNG", compress_level=1)
    return out.getvalue()
