"""Packed files (ZIP, OFD) without trusting what they say of their size.

What is unpacked is counted as it comes: a file may name a small size and unpack to
gigabytes. Files within packed files count as well. Names are only compared, never
used as paths.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from domain.errors import FileUnreadable
from storage.einvoice import found
from storage.files import reasons

_MAX_ENTRIES: Final = 5000
#: Largest file in a packed one, and all of them together.
_MAX_FILE: Final = 64 << 20
_MAX_TOTAL: Final = 256 << 20
#: XML packs to a twentieth, hardly ever below a hundredth of its size.
_MAX_RATIO: Final = 200
_SMALL: Final = 1 << 20
#: The list of files at the end: its end mark, where that may begin, and its largest size.
_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x07"
_END_SIZE: Final = 22
_TAIL: Final = (1 << 16) + _END_SIZE
_MAX_LIST: Final = 4 << 20
#: What the library raises for damaged packing.
FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    OverflowError,
)


class Budget:
    """How much may still be unpacked of one file of the user's."""

    def __init__(self, left: int = _MAX_TOTAL) -> None:
        self.left = left

    def take(self, size: int, path: str) -> None:
        """Count what was unpacked.

        Raises:
            FileUnreadable: it is more than is read of one file.
        """
        self.left -= size
        if self.left < 0:
            raise FileUnreadable(path=path, reason=found.UNPACKED, limit=_MAX_TOTAL)


class Packed:
    """An open packed file; ``names`` are those of its files, in their order."""

    def __init__(self, data: bytes, path: str, budget: Budget | None = None) -> None:
        self._path = path
        self._budget = budget or Budget()
        _check_list(data, path)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except FAULTS as fault:
            raise FileUnreadable(path=path, reason=found.PACKED) from fault
        if len(entries) > _MAX_ENTRIES:
            raise FileUnreadable(path=path, reason=found.UNPACKED, limit=_MAX_ENTRIES)
        self._entries = {entry.filename: entry for entry in entries}
        self.names = tuple(self._entries)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            FileUnreadable: damaged, protected, or unpacked too large.
        """
        entry = self._entries[name]
        limit = min(_MAX_FILE, max(_SMALL, entry.compress_size * _MAX_RATIO))
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(limit + 1)
        except FAULTS as fault:
            raise FileUnreadable(path=self._path, reason=found.PACKED) from fault
        except RuntimeError as fault:  # the library's word for a missing password
            raise FileUnreadable(path=self._path, reason=reasons.ENCRYPTED) from fault
        if len(data) > limit:
            raise FileUnreadable(path=self._path, reason=found.UNPACKED, limit=limit)
        self._budget.take(len(data), self._path)
        return data


def _check_list(data: bytes, path: str) -> None:
    """Refuse a list of files so long that reading it alone would take minutes.

    The long form of the list is for files beyond what is read here.
    """
    tail = data[-_TAIL:]
    at = len(tail) - _END_SIZE
    if tail[at : at + len(_END)] != _END:
        at = tail.rfind(_END)
    if at < 0:
        raise FileUnreadable(path=path, reason=found.PACKED)
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    if size > _MAX_LIST or tail[max(0, at - 20) :].startswith(_END_64):
        raise FileUnreadable(path=path, reason=found.UNPACKED, limit=_MAX_LIST)
