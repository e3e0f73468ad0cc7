"""The XML inside a PDF: Factur-X, ZUGFeRD, XRechnung.

Only embedded files count; what the pages show is not read.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from typing import Any, Final

from domain.errors import FileUnreadable
from storage.einvoice import found
from storage.files import reasons

MARK: Final = b"%PDF-"
#: Names the standards give the file; any other XML comes after.
_NAMES: Final = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml")
_MAX_BYTES: Final = 64 << 20
#: All streams of a PDF together, and how often one may be packed.
_MAX_UNPACKED: Final = 1 << 30
_MAX_LAYERS: Final = 3
_CHUNK: Final = 1 << 16
_STREAM: Final = re.compile(rb"stream\r?\n")
#: Attached files looked at, and of them those that are XML.
_MAX_COUNT: Final = 200
_MAX_TRIED: Final = 5


def embedded(data: bytes, path: str) -> list[bytes]:
    """Return the XML files embedded in a PDF, the likeliest invoice first.

    Raises:
        FileUnreadable: damaged, protected, too large, or no XML is embedded.
    """
    import pypdfium2  # a large library, for those few files that need it

    if len(data) > _MAX_BYTES:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=_MAX_BYTES)
    _measure(data, path)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        protected = fault.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        reason = reasons.ENCRYPTED if protected else found.PACKED
        raise FileUnreadable(path=path, reason=reason) from fault
    try:
        contents = [_content(one, path) for one in _wanted(document)]
    except (pypdfium2.PdfiumError, ValueError) as fault:
        raise FileUnreadable(path=path, reason=found.PACKED) from fault
    finally:
        document.close()
    if not contents:
        raise FileUnreadable(path=path, reason=found.NONE, found="pdf")
    return contents


def _measure(data: bytes, path: str) -> None:
    """Refuse a PDF with a stream that unpacks too far: the library would unpack it whole."""
    view, left = memoryview(data), _MAX_UNPACKED
    for mark in _STREAM.finditer(data):
        content: bytes | memoryview = view[mark.end() :]
        for _ in range(_MAX_LAYERS):
            unpacked = _unpacked(content)
            left -= len(unpacked)
            if len(unpacked) > _MAX_BYTES or left < 0:
                raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=_MAX_BYTES)
            content = unpacked
            if not unpacked:
                break


def _unpacked(content: bytes | memoryview) -> bytes:
    """Return what a packed stream unpacks to, up to the limit; nothing when it is not packed."""
    if len(content) < 2 or content[0] & 0x0F != 8 or (content[0] * 256 + content[1]) % 31:
        return b""
    packed, parts, size = zlib.decompressobj(), [], 0
    try:
        for at in range(0, len(content), _CHUNK):
            parts.append(packed.decompress(content[at : at + _CHUNK], _MAX_BYTES + 1))
            size += len(parts[-1])
            if packed.eof or size > _MAX_BYTES:
                break
    except zlib.error:
        pass  # what came before the damage counts
    return b"".join(parts)


def _wanted(document: Any) -> list[Any]:
    """Return the attached files to try, those with a standard's name first."""
    ranked = []
    for place in range(min(document.count_attachments(), _MAX_COUNT)):
        attached = document.get_attachment(place)
        name = attached.get_name().lower()
        if name.endswith(".xml"):
            rank = _NAMES.index(name) if name in _NAMES else len(_NAMES)
            ranked.append((rank, place, attached))
    return [attached for _, _, attached in sorted(ranked, key=lambda one: one[:2])[:_MAX_TRIED]]


def _content(attached: Any, path: str) -> bytes:
    """Return the bytes of an attached file, asking for its size before it is copied."""
    import pypdfium2

    size = ctypes.c_ulong()
    pypdfium2.raw.FPDFAttachment_GetFile(attached, None, 0, size)
    if size.value > _MAX_BYTES:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=_MAX_BYTES)
    return bytes(attached.get_data()) if size.value else b""
