"""Reading whole files that the user brings to be kept inside the book."""

from __future__ import annotations

from pathlib import Path

from domain.errors import FileUnreadable
from domain.services.records import MAX_SIZE, too_large
from storage.files import reasons


def read_bytes(path: Path) -> bytes:
    """Return what is in a file that is to be attached.

    Raises:
        AttachmentTooLarge: it is too large for the book; it was not read.
        FileUnreadable: it cannot be opened.
    """
    try:
        size = path.stat().st_size
        if size > MAX_SIZE:
            raise too_large(path.name, size)
        return path.read_bytes()
    except OSError as error:
        reason = reasons.NO_ACCESS if path.is_file() else reasons.MISSING
        raise FileUnreadable(path=str(path), reason=reason) from error
