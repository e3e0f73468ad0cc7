"""Writing files the user keeps: whole or not at all."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, Final

from domain.errors import FileUnwritable

#: Files of a zip carry no time of their own: the same files make the same zip.
_TIMELESS: Final = (1980, 1, 1, 0, 0, 0)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file in one step: a reader sees the old one or the new one, never half.

    Raises:
        FileUnwritable: folder or file cannot be written; what was there is unchanged.
    """
    _write(path, lambda file: file.write(content))


def write_zip(path: Path, entries: Iterable[tuple[str, bytes]]) -> None:
    """Write files (name with folder, content) into one zip, in one step.

    Raises:
        FileUnwritable: folder or file cannot be written; what was there is unchanged.
    """

    def fill(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in entries:
                packed.writestr(zipfile.ZipInfo(name, _TIMELESS), content, zipfile.ZIP_DEFLATED)

    _write(path, fill)


def _write(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        try:
            with os.fdopen(handle, "wb") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            _open_to_readers(Path(name))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileUnwritable(path=str(path), reason=str(error)) from error


def _open_to_readers(file: Path) -> None:
    """Give a temporary file, which only its maker may read, the rights new files get here."""
    mask = os.umask(0)
    os.umask(mask)
    file.chmod(0o666 & ~mask)


def make_folder(folder: Path) -> None:
    """Make a folder for output files and see that it can be written.

    Raises:
        FileUnwritable: it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".writing-"):
            pass
    except OSError as error:
        raise FileUnwritable(path=str(folder), reason=str(error)) from error
