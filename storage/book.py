"""A book: one SQLite file. Creating, opening, closing it.

Whether a file is a book, and of which version, is read from the first hundred
bytes of the file itself, so that a foreign, newer or damaged file is told apart
before SQLite touches it.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert

from domain.customer import Company
from domain.errors import (
    BookDamaged,
    BookExists,
    BookForeign,
    BookMissing,
    BookNewer,
    BookReadOnly,
    EnvironmentFault,
)
from domain.values import dumps
from storage import engine as engines
from storage import search
from storage.lock import BookLock
from storage.reader import SqlReader
from storage.tables import setting

if TYPE_CHECKING:
    from storage.unit_of_work import SqlUnitOfWork

#: Version of the tables this program writes; a step per version in ``storage/migrations``.
SCHEMA_VERSION: Final = 1
_MAGIC: Final = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of a SQLite file say."""

    version: int
    page_size: int
    pages: int


class SqlBook:
    """An open book, held by this program alone until :meth:`close`."""

    def __init__(self, path: Path, lock: BookLock) -> None:
        self.path = path
        self._lock = lock
        self.engine = engines.writing_engine(path)
        self.reading = engines.reading_engine(path)
        self._reader = SqlReader(self.reading)
        self._closed = False

    @property
    def reader(self) -> SqlReader:
        """Reads of the last committed state, from any thread."""
        return self._reader

    def unit_of_work(self, user: str) -> SqlUnitOfWork:
        """Return one transaction of writing."""
        # With the first change, not before: a book is shown without it.
        from storage.unit_of_work import SqlUnitOfWork

        return SqlUnitOfWork(self.engine, user)

    def catch_up_search(self) -> None:
        """Bring the index of numbers up to date, a batch at a time; lists are right before, too.

        For a background thread, after opening and after many new documents.
        """
        more = True
        while more:
            with self.engine.begin() as connection:
                more = search.catch_up(connection)

    def close(self) -> None:
        """Fold the write-ahead log into the file and give the lock back; once is enough."""
        if self._closed:
            return
        self._closed = True
        self.reading.dispose()
        try:
            engines.fold_log(self.engine)
        finally:
            self.engine.dispose()
            self._lock.release()


def create_book(
    path: Path,
    company: Company,
    *,
    currency: str = "CNY",
    standard: str = "small-cas",
    seller_size: str = "small",
    language: str = "zh",
) -> SqlBook:
    """Make an empty book and open it.

    Raises:
        BookExists: a file of this name is there; it is never overwritten.
        BookReadOnly: the folder cannot be written.
    """
    free_name(path)
    settings: dict[str, Any] = {
        "company": company,
        "base_currency": currency,
        "standard": standard,
        "seller_size": seller_size,
        "language": language,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BookReadOnly(path=str(path), reason=str(error)) from error
    lock = BookLock(path)
    lock.acquire()
    try:
        _write_new(path, settings)
        return SqlBook(path, lock)
    except BaseException:
        lock.release()
        raise


def _write_new(path: Path, settings: dict[str, Any]) -> None:
    """Create the file under another name first, so that a half-made book never has the name."""
    making = path.with_name(path.name + ".new")
    making.unlink(missing_ok=True)
    engine = engines.writing_engine(making)
    try:
        with engine.begin() as connection:
            engines.create_schema(connection, SCHEMA_VERSION)
            rows = [{"key": key, "value": dumps(value)} for key, value in settings.items()]
            connection.execute(insert(setting), rows)
        engines.fold_log(engine)
    finally:
        engine.dispose()
    making.replace(path)


def open_book(path: Path) -> SqlBook:
    """Open a book, upgrading it first when it is of an older version.

    Raises:
        BookMissing, BookForeign, BookNewer, BookDamaged, BookLocked, BookReadOnly:
            the file is left untouched.
        UpgradeFailed: the book is as before and a backup exists.
    """
    header = read_header(path)
    if header.version > SCHEMA_VERSION:
        raise BookNewer(path=str(path), version=header.version, known=SCHEMA_VERSION)
    lock = BookLock(path)
    lock.acquire()
    try:
        _writable(path)
        if header.version < SCHEMA_VERSION:
            from storage.upgrade import upgrade

            upgrade(path, SCHEMA_VERSION)
        return _checked(SqlBook(path, lock))
    except BaseException:
        lock.release()
        raise


def _writable(path: Path) -> None:
    """Raise ``BookReadOnly`` when a book cannot be written; SQLite would tell only at the end."""
    try:
        path.open("r+b").close()
    except OSError as error:
        raise BookReadOnly(path=str(path), reason=str(error)) from error


def _checked(book: SqlBook) -> SqlBook:
    """Read a row of every table once: a damaged file shows here, not in the middle of work."""
    try:
        book.reader.probe()
        book.reader.setting("company")
        with book.engine.begin() as connection:
            # Begun for writing: a lock that another program holds shows here, too.
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    except EnvironmentFault:
        book.close()
        raise
    except Exception as error:
        book.close()
        fault = engines.fault_of(error, book.path)
        raise fault or BookDamaged(path=str(book.path), reason=str(error)) from error
    if version > SCHEMA_VERSION:
        # A newer program was killed before its log was folded in: the header still says ours.
        book.close()
        raise BookNewer(path=str(book.path), version=version, known=SCHEMA_VERSION)
    return book


def move_book(source: Path, target: Path) -> None:
    """Give a closed book its name.

    Raises:
        BookExists: there is a file of that name; it is never overwritten.
    """
    source.replace(free_name(target))


def free_name(path: Path) -> Path:
    """Return a path that no file has yet.

    Raises:
        BookExists: there is one; it is never overwritten.
    """
    if path.exists():
        raise BookExists(path=str(path))
    return path


def discard_book(path: Path) -> None:
    """Remove a book that only served to try things, unless another program holds it."""
    lock = BookLock(path)
    try:
        lock.acquire()
    except EnvironmentFault:
        return
    try:
        for part in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            part.unlink(missing_ok=True)
    finally:
        lock.release()


def read_header(path: Path) -> Header:
    """Return what a file says about itself without opening it as a database.

    Raises:
        BookMissing: no file. BookForeign: no SQLite file, or not one of ours.
        BookDamaged: shorter than it says. BookReadOnly: it cannot be read.
    """
    if not path.is_file():
        raise BookMissing(path=str(path))
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise BookReadOnly(path=str(path), reason=str(error)) from error
    if len(head) < len(_MAGIC) or not head.startswith(_MAGIC):
        raise BookForeign(path=str(path))
    if len(head) < 100:
        raise BookDamaged(path=str(path), reason="header cut off")
    if int.from_bytes(head[68:72], "big") != engines.APPLICATION_ID:
        raise BookForeign(path=str(path))
    page_size = int.from_bytes(head[16:18], "big")
    header = Header(
        version=int.from_bytes(head[60:64], "big"),
        page_size=65536 if page_size == 1 else page_size,
        pages=int.from_bytes(head[28:32], "big"),
    )
    if size < header.page_size * header.pages and not _has_log(path):
        raise BookDamaged(path=str(path), reason="file cut off")
    return header


def _has_log(path: Path) -> bool:
    """Return whether a write-ahead log waits beside a book, with pages the file still lacks.

    A program killed while folding it in leaves a file shorter than it says; SQLite mends that.
    """
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def sqlite_version() -> str:
    """Return the version of the SQLite library in use."""
    return sqlite3.sqlite_version
