"""The file of rejected rows: to be corrected in a spreadsheet and imported again.

Decisions:

* UTF-8 with byte order mark and commas, which spreadsheets open as they should.
* The reasons stand before the original columns, so that a row with too many cells
  stays what it was; their headers begin with ``#`` and are ignored on import.
* Text that a spreadsheet would run (``= + - @`` first) gets a leading ``'``, unless it
  is a plain number; numbers with leading zeros, or of twelve and more digits, get a
  leading tab, or a spreadsheet would cut them. Reading drops both again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from domain.reading.cells import FORMULA_STARTS, Cell, cell_text
from domain.reading.headers import REASON_HEADERS
from domain.reading.result import Rejection
from storage.files.decoding import shown
from storage.files.writing import write_bytes

_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.,' ]*").fullmatch
_CUT_NUMBER: Final = re.compile(r"0[0-9]+|[0-9]{12,}").fullmatch
_BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A row as it stood in the file, and why it was refused, with worded messages."""

    number: int
    cells: Sequence[Cell]
    reasons: Sequence[tuple[Rejection, str]]


def write_rejected(path: str | Path, headers: Sequence[str], rows: Iterable[RejectedRow]) -> None:
    """Write rejected rows in the order of the file.

    Raises:
        FileUnwritable: the file cannot be written there.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([*REASON_HEADERS, *map(guarded, headers)])
    for row in sorted(rows, key=lambda row: row.number):
        writer.writerow([*_reasons(row), *map(guarded, row.cells)])
    write_bytes(Path(path), page.getvalue().encode("utf-8-sig", "backslashreplace"))


def guarded(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet runs or cuts."""
    text = shown(cell_text(cell)).strip()
    if _CUT_NUMBER(text):
        return f"\t{text}"
    if text[:1] in FORMULA_STARTS and text and not _PLAIN_NUMBER(text):
        return f"'{text}"
    return text


def _reasons(row: RejectedRow) -> list[str]:
    columns = dict.fromkeys(reason.column for reason, _ in row.reasons if reason.column)
    found = dict.fromkeys(reason.code for reason, _ in row.reasons)
    messages = dict.fromkeys(message for _, message in row.reasons)
    joined = (_BETWEEN.join(part) for part in (columns, found, messages))
    return [str(row.number), *map(guarded, joined)]
