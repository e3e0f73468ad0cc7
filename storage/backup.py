"""Safety copies of a book: making, thinning, restoring.

A copy is made with SQLite's own backup call, which sees every committed row
also while the book is open; copying the file would miss what still lies in the
write-ahead log. It gets its name only when it is whole and checked, and it is a
single file without a log, so that it can be read from anywhere.
"""

from __future__ import annotations

import errno
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from domain.errors import (
    BookDamaged,
    BookExists,
    BookNewer,
    DiskFault,
    FileUnreadable,
    FileUnwritable,
)
from storage.book import SCHEMA_VERSION, SqlBook, read_header
from storage.engine import fault_of

#: The newest automatic copies are kept whatever their age.
RECENT: Final = 5
#: How many days, ISO weeks and months keep their newest automatic copy.
DAYS, WEEKS, MONTHS = 7, 5, 12
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_AUTOMATIC: Final = "-auto"
_PAGES_AT_ONCE: Final = 4096


def folder_of(book: Path) -> Path:
    """Return where automatic copies of a book are kept: ``backups`` beside it."""
    return book.parent / "backups"


def backup(
    book: SqlBook | Path, folder: Path, *, automatic: bool = False, now: datetime | None = None
) -> Path:
    """Copy a book, open or not, into a folder and return the copy's path.

    The name tells the book and the time (UTC). Automatic copies are thinned
    afterwards; those the user asked for are never removed.

    Raises:
        FileUnwritable: the folder cannot be written. DiskFault: the disk is full.
        BookDamaged: the copy fails SQLite's check; it is not kept.
    """
    path = book.path if isinstance(book, SqlBook) else book
    read_header(path)
    at = now or datetime.now(UTC)
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, path, at, _AUTOMATIC if automatic else "")
        making = target.with_name(target.name + ".part")
        try:
            _copy_pages(path, making)
            _verify(making)
            making.replace(target)
        finally:
            making.unlink(missing_ok=True)
    if automatic:
        thin(folder, path, at)
    return target


def restore(file: Path, to: Path) -> Path:
    """Make a book at ``to`` from a safety copy and return it; the copy is only read.

    Raises:
        BookExists: there is a file at ``to``; it is never overwritten.
        BookMissing, BookForeign, BookDamaged, BookNewer: the file cannot be restored.
        FileUnwritable, DiskFault: ``to`` cannot be written.
    """
    if to.exists():
        raise BookExists(path=str(to))
    header = read_header(file)
    if header.version > SCHEMA_VERSION:
        raise BookNewer(path=str(file), version=header.version, known=SCHEMA_VERSION)
    with _writing(to.parent):
        to.parent.mkdir(parents=True, exist_ok=True)
        making = to.with_name(to.name + ".part")
        try:
            _copy_bytes(file, making)
            _verify(making, named=file)
            if to.exists():
                raise BookExists(path=str(to))
            making.replace(to)
        finally:
            for part in _with_log(making):
                part.unlink(missing_ok=True)
    return to


def last_backup(book: Path, folder: Path | None = None) -> datetime | None:
    """Return when the newest copy of a book in a folder was made, None without one."""
    stamps = [at for _, at, _ in _copies(folder or folder_of(book), book)]
    return max(stamps, default=None)


def thin(folder: Path, book: Path, now: datetime) -> list[Path]:
    """Remove automatic copies that no period needs any more; return what was removed."""
    own = {path: at for path, at, automatic in _copies(folder, book) if automatic}
    kept = to_keep(own.values(), now)
    gone = [path for path, at in own.items() if at not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def to_keep(stamps: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the copies worth keeping: recent ones, and the newest of each day, week, month."""
    newest_first = sorted(stamps, reverse=True)
    kept = set(newest_first[:RECENT])
    periods: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
        (timedelta(days=DAYS), lambda at: at.date()),
        (timedelta(weeks=WEEKS), lambda at: at.isocalendar()[:2]),
        (timedelta(days=31 * MONTHS), lambda at: (at.year, at.month)),
    )
    for reach, period in periods:
        newest: dict[object, datetime] = {}
        for at in newest_first:
            if now - at <= reach:
                newest.setdefault(period(at), at)
        kept.update(newest.values())
    return kept


def _copies(folder: Path, book: Path) -> list[tuple[Path, datetime, bool]]:
    """Return a book's copies in a folder: file, time, whether automatic."""
    shape = re.compile(
        rf"{re.escape(book.stem)}-(\d{{8}}T\d{{6}}Z)({_AUTOMATIC})?(?:-\d+)?{re.escape(book.suffix)}"
    )
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if match := shape.fullmatch(path.name):
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append((path, at, bool(match[2])))
    return found


def _free_name(folder: Path, book: Path, at: datetime, mark: str) -> Path:
    name = f"{book.stem}-{at.astimezone(UTC).strftime(_STAMP)}{mark}"
    target = folder / f"{name}{book.suffix}"
    count = 2
    while target.exists():
        target = folder / f"{name}-{count}{book.suffix}"
        count += 1
    return target


def _copy_pages(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True)) as book,
        closing(sqlite3.connect(target)) as copy,
    ):
        book.execute("PRAGMA query_only=ON")
        book.backup(copy, pages=_PAGES_AT_ONCE)


def _copy_bytes(source: Path, target: Path) -> None:
    """Copy a file, and the log beside it should it be a book that was not closed."""
    for part, copied in zip(_with_log(source), _with_log(target), strict=True):
        copied.unlink(missing_ok=True)
        if part.name.endswith("-shm") or not part.is_file():
            continue
        try:
            part.open("rb").close()
        except OSError as error:
            raise FileUnreadable(path=str(part), reason=str(error)) from error
        shutil.copyfile(part, copied)


def _with_log(book: Path) -> tuple[Path, Path, Path]:
    return book, book.with_name(book.name + "-wal"), book.with_name(book.name + "-shm")


def _verify(copy: Path, *, named: Path | None = None) -> None:
    """Fold a copy into one file and let SQLite check every page of it."""
    try:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    except sqlite3.DatabaseError as error:
        if isinstance(fault_of(error, copy), BookDamaged):
            raise BookDamaged(path=str(named or copy), reason=str(error)) from error
        raise
    if found != ["ok"]:
        raise BookDamaged(path=str(named or copy), reason="; ".join(found[:3]))


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Turn what the disk or SQLite reports while writing into our own faults."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EIO}
        kind = DiskFault if full else FileUnwritable
        raise kind(path=str(folder), reason=str(error)) from error
    except sqlite3.Error as error:
        fault = fault_of(error, folder)
        if fault is None:
            raise
        raise fault from error
