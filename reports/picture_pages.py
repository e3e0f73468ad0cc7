"""Scans that are pictures, laid on A4 pages: one page for each picture of the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from reports.page import A4, MM

#: What the formats begin with.
_BEGINS: Final = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"RIFF",
)
_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
#: No more pixels than this are unpacked: a small file may claim to be endless.
_MOST: Final = 80_000_000
#: Longest side in pixels of a picture on a page: 280 dots per inch on A4.
_SIDE: Final = 3200
_MARGIN: Final = 12 * MM
_TOP: Final = 16 * MM


class NotPicture(Exception):
    """A file is no picture, or a ``damaged`` one."""

    def __init__(self, *, damaged: bool) -> None:
        super().__init__()
        self.damaged = damaged


def laid_out(content: bytes) -> bytes:
    """Return a picture as a PDF, a page for each picture of the file.

    Raises:
        NotPicture: it is none, or a damaged one.
    """
    import pypdfium2

    if not content.startswith(_BEGINS):
        raise NotPicture(damaged=False)
    document = pypdfium2.PdfDocument.new()
    try:
        for jpeg, size in _jpegs(content):
            _page(document, jpeg, size)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
    finally:
        document.close()


def _jpegs(content: bytes) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Yield the pictures of a file as JPEG with their size, the right way up."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            for frame in range(getattr(picture, "n_frames", 1)):
                picture.seek(frame)
                if picture.width * picture.height > _MOST:
                    raise NotPicture(damaged=False)
                yield _jpeg(ImageOps.exif_transpose(picture))
                if picture.format != "TIFF":
                    break
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise NotPicture(damaged=True) from error


def _jpeg(picture: Any) -> tuple[bytes, tuple[int, int]]:
    """Return a picture as JPEG on white, no larger than a page can show."""
    from PIL import Image

    flat = (
        picture.convert("RGBA")
        if "A" in picture.getbands() or "transparency" in picture.info
        else picture.convert("RGB")
    )
    if flat.mode == "RGBA":
        ground = Image.new("RGB", flat.size, "white")
        ground.paste(flat, mask=flat.getchannel("A"))
        flat = ground
    flat.thumbnail((_SIDE, _SIDE))
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=88)
    return out.getvalue(), flat.size


def _page(document: Any, jpeg: bytes, size: tuple[int, int]) -> None:
    """Add a page, upright or across as the picture is, with the picture as large as fits."""
    import pypdfium2

    width, height = A4 if size[1] >= size[0] else (A4[1], A4[0])
    room = width - 2 * _MARGIN, height - _MARGIN - _TOP
    scale = min(room[0] / size[0], room[1] / size[1])
    wide, high = size[0] * scale, size[1] * scale
    page = document.new_page(width, height)
    image = pypdfium2.PdfImage.new(document)
    image.load_jpeg(io.BytesIO(jpeg), inline=True)
    left, bottom = (width - wide) / 2, height - _TOP - high
    image.set_matrix(pypdfium2.PdfMatrix(wide, 0, 0, high, left, bottom))
    page.insert_obj(image)
    page.gen_content()
    page.close()
