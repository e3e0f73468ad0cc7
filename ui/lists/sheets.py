"""What a list shows, as text for the clipboard and as a sheet for paper and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.listing import ListFilter, Order
from domain.ports import BookReader, ListQuery, Progress
from domain.sheets import Cell, Sheet
from ui.lists.columns import Column

#: Rows read at a time for export and copy.
BLOCK: Final = 1_000
SheetMaker = Callable[[Progress], Sheet]


def clip_text(columns: Sequence[Column], rows: Sequence[Any], language: str) -> str:
    """Return rows as tab-separated text with a header row; numbers plain."""
    lines = ["\t".join(column.words() for column in columns)]
    lines += ["\t".join(column.clip(row, language) for column in columns) for row in rows]
    return "\n".join(lines)


def read_rows(
    reader: BookReader,
    query: Callable[[BookReader], ListQuery],
    where: ListFilter,
    ids: Sequence[int],
    progress: Progress,
) -> list[Any]:
    """Read rows of ids in their order, block by block."""
    rows: list[Any] = []
    for start in range(0, len(ids), BLOCK):
        progress(start, len(ids))
        block = ids[start : start + BLOCK]
        found = query(reader).rows(block, where)
        rows.extend(found[key] for key in block if key in found)
    return rows


def sheet_cells(
    columns: Sequence[Column], rows: Sequence[Any], language: str
) -> list[tuple[Cell, ...]]:
    """Return rows as cells of a sheet."""
    return [tuple(column.cell(row, language) for column in columns) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be put on a sheet: the whole filter, or the rows of ``ids``."""

    query: Callable[[BookReader], ListQuery]
    where: ListFilter
    order: Order
    columns: Sequence[Column]
    title: str
    note: str
    language: str
    ids: Sequence[int] | None = None


def make_sheet(reader: BookReader, wanted: Wanted, progress: Progress) -> Sheet:
    """Read the rows and return them as a sheet."""
    ids = wanted.ids
    if ids is None:
        ids = list(wanted.query(reader).ids(wanted.where, wanted.order))
    rows = read_rows(reader, wanted.query, wanted.where, ids, progress)
    return Sheet(
        title=wanted.title,
        company=reader.company().name,
        note=wanted.note,
        language=wanted.language,
        columns=tuple(column.sheet_column() for column in wanted.columns),
        rows=sheet_cells(wanted.columns, rows, wanted.language),
    )
