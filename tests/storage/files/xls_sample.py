"""Makes small workbooks of the old binary kind (BIFF8 in a compound file), byte by byte."""

from __future__ import annotations

import struct
from datetime import date

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
#: Where the table of chains begins in a file made here.
CHAINS = SECTOR


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x1FAE, 1997, 0, 6))


def _text(value: str, length: str) -> bytes:
    return struct.pack(f"<{length}B", len(value), 1) + value.encode("utf-16-le")


def _cell(row: int, column: int, value: object) -> bytes:
    if isinstance(value, str):
        return _record(0x204, struct.pack("<HHH", row, column, 0) + _text(value, "H"))
    if isinstance(value, bool):
        return _record(0x205, struct.pack("<HHHBB", row, column, 0, value, 0))
    if isinstance(value, date):
        days = (value - date(1899, 12, 30)).days
        return _record(0x203, struct.pack("<HHHd", row, column, 1, days))
    return _record(0x203, struct.pack("<HHHd", row, column, 0, value))


def _sheet(rows: list[list[object]]) -> bytes:
    cells = [
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    ]
    return _begin(0x10) + b"".join(cells) + _record(0x0A, b"")


def _stream(sheets: dict[str, list[list[object]]], hidden: tuple[str, ...]) -> bytes:
    formats = b"".join(
        _record(0xE0, struct.pack("<HHHBBBBIIH", 0, number, 1, 0, 0, 0, 0, 0, 0, 0))
        for number in (0, 14)
    )
    head = _begin(0x5) + _record(0x42, struct.pack("<H", 1200)) + formats
    place = len(head) + sum(4 + 8 + 2 * len(name) for name in sheets) + 4
    listed, bodies = b"", b""
    for name, rows in sheets.items():
        where = struct.pack("<IBB", place + len(bodies), name in hidden, 0)
        listed += _record(0x85, where + _text(name, "B"))
        bodies += _sheet(rows)
    return (head + listed + _record(0x0A, b"") + bodies).ljust(4096, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    title = name.encode("utf-16-le").ljust(64, b"\0")
    links = struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, FREE, FREE, child)
    return title + links + bytes(36) + struct.pack("<IQ", start, size)


def xls(sheets: dict[str, list[list[object]]], hidden: tuple[str, ...] = ()) -> bytes:
    """Return a workbook: sector 0 the chains, 1 the directory, the rest the cells."""
    data = _stream(sheets, hidden)
    count = -(-len(data) // SECTOR)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0
    )
    head += struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    chain = [FAT, END, *range(3, 2 + count), END]
    chains = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, END, 0, 1) + _entry("Workbook", 2, 2, len(data))
    return head + chains + directory.ljust(SECTOR, b"\0") + data.ljust(count * SECTOR, b"\0")
