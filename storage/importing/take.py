"""One import from file to report."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from domain.errors import FileUnreadable
from domain.importing import ImportReport, Rejected
from domain.ports import Progress
from domain.quiet import without_collecting
from domain.reading.cells import cell_text
from domain.reading.columns import detect_kind, guess_mapping, missing_fields
from domain.reading.mapping import Mapping as ColumnMapping
from domain.reading.mapping import from_json
from domain.reading.result import Problem, Rejection
from storage.book import SqlBook
from storage.einvoice.cn_table import is_export
from storage.einvoice.recognise import holds_einvoice
from storage.files import rejected
from storage.files.reader import RawTable, open_table
from storage.files.rejected import RejectedRow
from storage.importing.allocations import book_allocations
from storage.importing.bulk import Counts, Desk
from storage.importing.customers import book_customers
from storage.importing.invoices import book_invoices
from storage.importing.orders import book_orders
from storage.importing.receipts import book_receipts

T = TypeVar("T")
#: Bytes by which a bank's file is recognised.
_HEAD: Final = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A file ready to be taken in: its table and how its columns are used."""

    table: RawTable
    mapping: ColumnMapping
    problems: tuple[Problem, ...]


def plan(
    file: Path,
    kind: str,
    *,
    mapping: Path | Mapping[str, Any] | None = None,
    encoding: str | None = None,
) -> Plan:
    """Open a file and settle what it holds.

    ``kind`` "auto" recognises it; ``mapping`` is a saved mapping or its file.

    Raises:
        FileUnreadable: not a table, an unclear kind, or an unreadable mapping.
    """
    saved = None if mapping is None else load_mapping(mapping)
    wanted = () if saved is None else column_names(saved)
    table = open_table(
        file,
        encoding=encoding or (saved.encoding if saved else None),
        sheet=saved.sheet if saved else None,
        wanted=wanted,
    )
    settled = saved or _guess(table, kind)
    if kind not in ("auto", settled.kind):
        raise FileUnreadable(path=str(file), reason="mapping_kind", found=settled.kind)
    problems = (*settled.bind(table.headers).problems, *missing_fields(settled))
    return Plan(table=table, mapping=settled, problems=problems)


def _guess(table: RawTable, kind: str) -> ColumnMapping:
    found = detect_kind(table.headers) if kind == "auto" else kind
    if found is None or found == "bank":
        raise FileUnreadable(path=table.path, reason="kind_unclear", found=found or "")
    return guess_mapping(table.headers, found)


def load_mapping(source: Path | Mapping[str, Any]) -> ColumnMapping:
    """Return a mapping from its saved form or its file.

    Raises:
        FileUnreadable: it is not understood.
    """
    return understood(source, from_json)


def understood(source: Path | Mapping[str, Any], read: Callable[[Any], T | Problem]) -> T:
    """Return what a saved form, or a file of it, means to its reader.

    Raises:
        FileUnreadable: the file is no JSON, or not understood.
    """
    path = str(source) if isinstance(source, Path) else ""
    try:
        saved = json.loads(source.read_text("utf-8-sig")) if isinstance(source, Path) else source
    except (OSError, ValueError) as error:
        raise FileUnreadable(path=path, reason="mapping_unreadable", found=str(error)) from error
    mapping = read(saved)
    if isinstance(mapping, Problem):
        facts = dict(mapping.facts)
        raise FileUnreadable(path=path, reason="mapping_unreadable", found=facts.get("key", ""))
    return mapping


def column_names(mapping: ColumnMapping) -> list[str]:
    """Return the columns of a file that a mapping names."""
    saved = mapping.to_json()
    columns = saved.get("columns", {})
    return list(_strings(columns)) + list(mapping.skip)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, Sequence):
        return [text for part in value for text in _strings(part)]
    return []


def take(
    book: SqlBook,
    kind: str,
    file: Path,
    *,
    mapping: Path | Mapping[str, Any] | None = None,
    dry_run: bool = False,
    currency: str | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
    user: str = "",
) -> ImportReport:
    """Take a file into a book, or with ``dry_run`` only say what that would do.

    ``kind`` "auto" recognises electronic invoices and bank files as well.

    Raises:
        FileUnreadable: the file could not be used at all.
        Cancelled: ``progress`` stopped it. Either way nothing is changed.
    """
    report_progress = progress or _nobody
    report_progress(0, 0)
    options: dict[str, Any] = {"dry_run": dry_run, "encoding": encoding, "progress": progress}
    with without_collecting():
        if kind == "einvoice" or (kind == "auto" and mapping is None and holds_einvoice(file)):
            return _einvoices(book, file, user=user, **options)
        if kind == "bank" or (kind == "auto" and mapping is None and _is_bank(file)):
            return _bank(book, file, mapping, currency=currency, user=user, **options)
        planned = plan(file, kind, mapping=mapping, encoding=encoding)
        if kind == "auto" and mapping is None and is_export(planned.table.headers):
            return _einvoices(book, file, user=user, **options)
        report_progress(0, len(planned.table.rows))
        if planned.problems:
            first = planned.problems[0]
            raise FileUnreadable(path=str(file), reason=first.code, **dict(first.facts))
        return _booked(book, planned, report_progress, currency or "", user, dry_run=dry_run)


def _is_bank(file: Path) -> bool:
    """Return whether a bank wrote a file.

    A workbook shows it by its headers; an archive without invoices may pack statements.
    """
    from storage.bank.recognise import is_bank
    from storage.files.reader import read_bytes

    if is_bank(read_bytes(file)[:_HEAD]):
        return True
    try:
        return is_bank(open_table(file).headers)
    except FileUnreadable as fault:
        return fault.facts.get("found") == "archive"


def _bank(
    book: SqlBook, file: Path, mapping: Path | Mapping[str, Any] | None, **options: Any
) -> ImportReport:
    from storage.importing.bank import take_bank

    return take_bank(book, file, mapping=mapping, **options)


def _einvoices(book: SqlBook, file: Path, **options: Any) -> ImportReport:
    from storage.importing.einvoices import take_einvoices  # which builds on this module

    return take_einvoices(book, file, **options)


def _booked(
    book: SqlBook,
    planned: Plan,
    report_progress: Progress,
    currency: str,
    user: str,
    *,
    dry_run: bool,
) -> ImportReport:
    with book.unit_of_work(user) as uow:
        desk = Desk(uow, planned, report_progress, currency)
        return finish(desk, planned, _BOOK[planned.mapping.kind](desk), dry_run=dry_run)


def finish(desk: Desk, planned: Plan, counts: Counts, *, dry_run: bool) -> ImportReport:
    """Return the report of an import, and make it durable unless it was only tried."""
    report = _report(planned, desk, counts)
    if not dry_run and (counts.added or counts.updated):
        desk.uow.changed("import", desk.uow.operation_id, None, _told(report))
        desk.uow.commit()
    return report


_BOOK: Final[dict[str, Callable[[Desk], Counts]]] = {
    "customers": book_customers,
    "invoices": book_invoices,
    "receipts": book_receipts,
    "allocations": book_allocations,
    "orders": book_orders,
}


def _nobody(_done: int, _total: int) -> None:
    """Report progress to nobody."""


def _told(report: ImportReport) -> dict[str, Any]:
    return {
        "file": Path(report.file).name,
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "rejected": len(report.rejected),
    }


def _report(planned: Plan, desk: Desk, counts: Counts) -> ImportReport:
    table = planned.table
    mine = {one.row: one for one in desk.reader.rejected.values()}
    refused = sorted((*table.rejected, *mine.values()), key=lambda one: one.row)
    cells = dict(table.originals)
    if mine:
        cells |= dict(zip(desk.reader.numbers, desk.reader.rows, strict=True))
    return ImportReport(
        kind=planned.mapping.kind,
        file=table.path,
        read=len(desk.reader.rows) + len(table.rejected),
        added=counts.added,
        updated=counts.updated,
        unchanged=counts.unchanged,
        rejected=tuple(_rejected(one) for one in refused),
        created_customers=tuple(desk.created),
        headers=table.headers,
        rejected_cells=tuple(tuple(map(cell_text, cells.get(one.row, ()))) for one in refused),
    )


def _rejected(one: Rejection) -> Rejected:
    return Rejected(
        row=one.row, column=one.column, value=one.value, code=one.code, facts=dict(one.facts)
    )


def write_rejected(report: ImportReport, reasons: Sequence[str], path: Path) -> None:
    """Write an import's rejected rows with their worded reasons.

    Raises:
        FileUnwritable: the file cannot be written there.
    """
    rows = [
        RejectedRow(
            number=one.row,
            cells=cells,
            reasons=[(Rejection(row=one.row, code=one.code, column=one.column), reason)],
        )
        for one, cells, reason in zip(report.rejected, report.rejected_cells, reasons, strict=True)
    ]
    rejected.write_rejected(path, report.headers, rows)
