"""Bank files into the book, and what each of their statements says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from domain.bank import BankFile, BankStatement
from domain.importing import AccountTold, ImportReport, Rejected
from domain.ports import Progress
from domain.reading.bank import BankMapping, from_json
from domain.reading.result import Problem, Rejection
from storage.bank.recognise import read_bank
from storage.bank_lines import Taken, take_statement
from storage.book import SqlBook
from storage.files.reader import read_bytes
from storage.importing.take import understood
from storage.unit_of_work import SqlUnitOfWork


def take_bank(
    book: SqlBook,
    file: Path,
    *,
    mapping: Path | Mapping[str, Any] | None = None,
    dry_run: bool = False,
    currency: str | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
    user: str = "",
) -> ImportReport:
    """Take a bank file into a book, or with ``dry_run`` only say what that would do.

    ``mapping`` is a saved mapping of a table or its file; those kept in the book are found
    by their headers.

    Raises:
        FileUnreadable: no reader knows the file, or it cannot be used at all.
        Cancelled: ``progress`` stopped it. Either way nothing is changed.
    """
    saved = book.reader.saved_mappings("bank").values()
    learned = [one for one in map(_known, saved) if one is not None]
    sha256 = hashlib.sha256(read_bytes(file)).hexdigest()
    found = read_bank(
        file,
        mapping=None if mapping is None else understood(mapping, from_json),
        learned=learned,
        currency=currency,
        encoding=encoding,
    )
    with book.unit_of_work(user) as uow:
        uow.begin("import.bank", {"file": file.name, "format": found.format})
        base = str(uow.setting("base_currency", "CNY"))
        taken = _take(uow, found, file.name, sha256, currency or base, progress)
        report = _report(found, file, taken, currency or base)
        if not dry_run and report.added:
            uow.changed("import", uow.operation_id, None, _told(report))
            uow.commit()
    return report


def _known(text: str) -> BankMapping | None:
    """Return a mapping that the book keeps; one of a newer program is passed over."""
    found = from_json(json.loads(text))
    return None if isinstance(found, Problem) else found


def _take(
    uow: SqlUnitOfWork,
    found: BankFile,
    file: str,
    sha256: str,
    currency: str,
    progress: Progress | None,
) -> Taken:
    taken = Taken()
    for done, one in enumerate(found.statements):
        if progress is not None:
            progress(done, len(found.statements))
        take_statement(uow, one, taken, file=file, sha256=sha256, currency=currency)
    return taken


def _report(found: BankFile, file: Path, taken: Taken, currency: str) -> ImportReport:
    refused = sorted((*found.rejected, *taken.refused), key=lambda one: one.row)
    return ImportReport(
        kind="bank",
        file=str(file),
        read=taken.added + taken.known + len(refused),
        added=taken.added,
        updated=0,
        unchanged=taken.known,
        rejected=tuple(_rejected(one) for one in refused),
        headers=found.headers,
        rejected_cells=tuple((one.value,) for one in refused),
        accounts=tuple(_account(one, currency) for one in found.statements),
    )


def _told(report: ImportReport) -> dict[str, Any]:
    return {
        "file": Path(report.file).name,
        "read": report.read,
        "added": report.added,
        "rejected": len(report.rejected),
    }


def _account(one: BankStatement, currency: str) -> AccountTold:
    return AccountTold(
        account=one.account,
        currency=one.currency or currency,
        opening=one.opening,
        closing=one.closing,
        lines=len(one.told()),
        credits=one.credits,
        debits=one.debits,
        first_on=one.first_on,
        last_on=one.last_on,
        adds_up=one.adds_up,
        number=one.number,
        format=one.format,
        notes=tuple((note.code, dict(note.facts)) for note in one.notes),
    )


def _rejected(one: Rejection) -> Rejected:
    return Rejected(
        row=one.row, column=one.column, value=one.value, code=one.code, facts=dict(one.facts)
    )
