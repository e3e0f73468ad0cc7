"""What a list shows, as text for the clipboard and as a sheet for paper and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from domain.listing import ListFilter, Order
from domain.ports import BookReader, ListQuery, Progress
from ui.lists.columns import Column
from ui.ports import Cell, Sheet

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


def make_sheet(
    reader: BookReader,
    query: Callable[[BookReader], ListQuery],
    where: ListFilter,
    order: Order,
    columns: Sequence[Column],
    heads: tuple[str, str],
    language: str,
    progress: Progress,
    ids: Sequence[int] | None = None,
) -> Sheet:
    """Read the whole filter (or ``ids``) and return it as a sheet. ``heads``: title and note."""
    wanted = list(query(reader).ids(where, order)) if ids is None else list(ids)
    rows = read_rows(reader, query, where, wanted, progress)
    return Sheet(
        title=heads[0],
        company=reader.company().name,
        note=heads[1],
        language=language,
        columns=tuple(column.sheet_column() for column in columns),
        rows=sheet_cells(columns, rows, language),
    )
