"""One program per book: a lock file beside it that names who holds it.

The lock is the operating system's, so it ends with the process that held it,
also when that was killed. The text in the file only tells who it is.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from pathlib import Path
from typing import IO

from domain.errors import BookLocked, BookReadOnly

#: The locked byte lies far behind the text, so that others can read who holds it.
_LOCKED_BYTE = 1 << 20


class BookLock:
    """Holds the lock of one book until :meth:`release`."""

    def __init__(self, book: Path) -> None:
        self.path = book.with_name(book.name + ".lock")
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            BookLocked: another program holds the book (facts: user, host, pid).
            BookReadOnly: the folder cannot be written.
        """
        file = self._open()
        while True:
            try:
                _lock(file)
            except OSError as error:
                with file:
                    holder = self._holder(file)
                raise BookLocked(path=str(self.path), **holder) from error
            if self._is_current(file):
                break
            # The holder before us removed the file between our opening and locking it.
            file.close()
            file = self._open()
        self._file = file
        self._name_holder(file)

    def _open(self) -> IO[str]:
        try:
            return self.path.open("a+", encoding="utf-8")
        except OSError as error:
            raise BookReadOnly(path=str(self.path), reason=str(error)) from error

    def _is_current(self, file: IO[str]) -> bool:
        try:
            return os.fstat(file.fileno()).st_ino == self.path.stat().st_ino
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._file is None:
            return
        if sys.platform != "win32":
            # Windows cannot remove an open file; there it stays and is used again.
            self.path.unlink(missing_ok=True)
        self._file.close()
        self._file = None

    @staticmethod
    def _name_holder(file: IO[str]) -> None:
        file.seek(0)
        file.truncate()
        who = {"user": _user(), "host": socket.gethostname(), "pid": os.getpid()}
        json.dump(who, file, ensure_ascii=False)
        file.flush()

    @staticmethod
    def _holder(file: IO[str]) -> dict[str, object]:
        file.seek(0)
        try:
            told = json.loads(file.read(4096) or "{}")
        except ValueError:
            told = {}
        return {key: told.get(key, "") for key in ("user", "host", "pid")}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
