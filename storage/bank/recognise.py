"""A file of a bank in whatever format, by its content.

Formats are tried in turn, tables last; an archive of files is unpacked in memory.
Each format is imported when a file is read, not when the program starts.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from domain.bank import BankFile, BankStatement
from domain.errors import FileUnreadable
from domain.reading.bank import BankMapping
from domain.reading.bank_headers import is_statement
from domain.reading.dates import DayOrder
from domain.reading.result import Problem, refuse
from storage.bank import found
from storage.files import reasons
from storage.files.reader import read_bytes
from storage.files.workbook import COMPOUND

_PACKED: Final = b"PK\x03\x04"
#: Kinds of files that hold no statement that is read.
_FOREIGN: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
_HEAD: Final = 1 << 14
_MAX_MEMBERS: Final = 200
_MAX_UNPACKED: Final = 256 << 20
#: A statement is packed to a tenth; what is packed a thousand times smaller is a trap.
_MAX_RATIO: Final = 1000
_RATIO_FROM: Final = 1 << 20
#: Names in archives that only systems put there.
_HIDDEN: Final = ("__MACOSX/", ".")


class _Options(NamedTuple):
    """What a person has said about the file."""

    mapping: BankMapping | None
    learned: Sequence[BankMapping]
    currency: str | None
    encoding: str | None

    @property
    def order(self) -> DayOrder | None:
        """The order of day and month, where a mapping names it."""
        return self.mapping.date_order if self.mapping else None


def read_bank(
    path: str | Path,
    *,
    mapping: BankMapping | None = None,
    learned: Sequence[BankMapping] = (),
    currency: str | None = None,
    encoding: str | None = None,
) -> BankFile:
    """Read a bank's file of any format, or an archive of such files.

    Args:
        path: of the file.
        mapping: how the columns of a table are to be read, where a person has said so.
        learned: mappings of earlier tables, the latest last.
        currency: of tables that name none.
        encoding: of a table of text, where the user names it.

    Raises:
        FileUnreadable: missing, empty or damaged, no format that is known (reason
            ``NOT_RECOGNISED``), or a table that a mapping must explain (its facts have
            ``headers``).
    """
    name = str(path)
    content = read_bytes(path)
    options = _Options(mapping, learned, currency, encoding)
    if content.startswith(_PACKED) and not _is_workbook(content, name):
        return _read_archive(content, name, options)
    return _read(content, name, options)


def is_bank(head: bytes | Sequence[str]) -> bool:
    """Return whether the first bytes, or the headers of a table, are a bank's.

    A workbook shows itself by its headers only.
    """
    if not isinstance(head, bytes):
        return is_statement(head)
    if _format(head, None):
        return True
    if head.startswith((_PACKED, COMPOUND, *_FOREIGN)):
        return False
    from storage.bank.grid import open_grids

    try:
        grids = list(open_grids(head, ""))
    except FileUnreadable:
        return False
    return any(is_statement(list(map(str, row))) for grid in grids for row in grid.rows[:60])


def _format(content: bytes, order: DayOrder | None) -> Callable[[bytes, str], BankFile] | None:
    """Return the reader of a content, None where no format but a table is left."""
    from storage.bank import aeb43, bai2, camt, coda, mt940, ofx, qif

    head = content[:_HEAD]
    known = (
        (camt.recognise, camt.read),
        (mt940.recognise, mt940.read),
        (ofx.recognise, ofx.read),
        (qif.recognise, partial(qif.read, order=order)),
        (bai2.recognise, bai2.read),
        (coda.recognise, coda.read),
        (aeb43.recognise, aeb43.read),
    )
    return next((read for recognise, read in known if recognise(head)), None)


def _read(content: bytes, path: str, options: _Options) -> BankFile:
    reader = None if content.startswith(COMPOUND) else _format(content, options.order)
    if reader:
        return reader(content, path)
    if content.startswith(_FOREIGN):
        raise FileUnreadable(path=path, reason=found.NOT_RECOGNISED)
    from storage.bank import tables

    try:
        return tables.read(
            content,
            path,
            mapping=options.mapping,
            learned=options.learned,
            currency=options.currency,
            encoding=options.encoding,
        )
    except FileUnreadable as fault:
        if _is_no_table(fault):
            raise FileUnreadable(path=path, reason=found.NOT_RECOGNISED) from fault
        raise


def _is_no_table(fault: FileUnreadable) -> bool:
    """Return whether not even a mapping could make a statement of the file."""
    headers = fault.facts.get("headers")
    if fault.facts["reason"] == reasons.NOT_A_TABLE:
        return True
    is_unknown = fault.facts["reason"] == found.NO_COLUMNS
    return is_unknown and isinstance(headers, tuple) and len(headers) < 2


# -- archives


def _is_workbook(content: bytes, path: str) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
    except _FAULTS as fault:
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault
    return bool(names & {"[Content_Types].xml", "content.xml"})


#: What reading a broken archive raises.
_FAULTS: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
)


def _read_archive(content: bytes, path: str, options: _Options) -> BankFile:
    """Return the statements of all files in an archive; what is none of them is noted."""
    files: list[BankFile] = []
    notes: list[Problem] = []
    faults: list[FileUnreadable] = []
    for name, member in _members(content, path):
        try:
            files.append(_named(_read(member, path, options), name))
        except FileUnreadable as fault:
            faults.append(fault)
            notes.append(refuse(found.MEMBER, name=name, reason=fault.facts["reason"]))
    if not files and len(faults) == 1:
        raise faults[0]
    if not files:
        raise FileUnreadable(path=path, reason=found.NOT_RECOGNISED)
    return _joined(files, notes)


def _named(file: BankFile, name: str) -> BankFile:
    """Return a file whose refusals say which member of the archive they are of."""
    rejected = [replace(one, facts={**one.facts, "file": name}) for one in file.rejected]
    return replace(file, rejected=tuple(rejected))


def _joined(files: Sequence[BankFile], notes: Sequence[Problem]) -> BankFile:
    statements = [statement for file in files for statement in file.statements]
    if statements and notes:
        first: BankStatement = statements[0]
        statements[0] = replace(first, notes=(*first.notes, *notes))
    return replace(
        files[0],
        statements=tuple(statements),
        rejected=tuple(one for file in files for one in file.rejected),
    )


def _members(content: bytes, path: str) -> Iterator[tuple[str, bytes]]:
    """Return names and contents of the files in an archive, within bounds."""
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = [entry for entry in packed.infolist() if _is_file(entry)]
            _check(entries, path)
            for entry in entries:
                with packed.open(entry) as stream:
                    member = stream.read(_MAX_UNPACKED - unpacked + 1)
                unpacked += len(member)
                if unpacked > _MAX_UNPACKED:
                    raise _too_much(path, "size", _MAX_UNPACKED)
                yield entry.filename, member
    except _FAULTS as fault:
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault


def _is_file(entry: zipfile.ZipInfo) -> bool:
    base = entry.filename.rsplit("/", 1)[-1]
    return not (entry.is_dir() or entry.filename.startswith(_HIDDEN) or base.startswith("."))


def _check(entries: Sequence[zipfile.ZipInfo], path: str) -> None:
    """Refuse an archive that holds too much, is locked, or holds what cannot be."""
    if len(entries) > _MAX_MEMBERS:
        raise _too_much(path, "files", _MAX_MEMBERS)
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileUnreadable(path=path, reason=reasons.ENCRYPTED)
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise _too_much(path, "size", _MAX_UNPACKED)
    for entry in entries:
        if entry.file_size > max(_RATIO_FROM, _MAX_RATIO * entry.compress_size):
            raise _too_much(path, "ratio", _MAX_RATIO)


def _too_much(path: str, what: str, limit: int) -> FileUnreadable:
    return FileUnreadable(path=path, reason=found.ARCHIVE, what=what, limit=limit)
