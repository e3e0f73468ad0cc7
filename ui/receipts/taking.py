"""Taking bank files into the book, one after the other, in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from domain.changes import Changes
from domain.errors import Cancelled, FileUnreadable, QingzhangError
from domain.importing import AccountTold, ImportReport
from domain.listing import StatementRow
from domain.ports import Progress
from ui import import_words, labels
from ui.context import AppContext
from ui.marks import translate
from ui.tasks import DATABASE

#: The note on a total of the file that differs from its lines.
_CONTROL: Final = "bank.control"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """A table that can be read once a person names its columns.

    ``samples`` are its first rows; ``mapping`` is what was recognised of it, as it is saved.
    """

    file: Path
    headers: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...] = ()
    mapping: dict[str, Any] = field(default_factory=dict)
    sheet: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one file: its report, or why it was not taken in.

    ``statements`` are the book's own records of it. ``unnamed``: its columns have to be named.
    """

    file: Path
    report: ImportReport | None = None
    problem: str = ""
    unnamed: Unnamed | None = None
    statements: tuple[StatementRow, ...] = ()


class Taking(QObject):
    """Reads files in turn; one that cannot be read does not keep the others out.

    Signals:
        finished: every file was read, refused or left out (list of ``Taken``).
    """

    finished = Signal(object)

    def __init__(self, ctx: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._left: list[tuple[Path, Mapping[str, Any] | None]] = []
        self._taken: list[Taken] = []
        self._busy = False

    def busy(self) -> bool:
        """Whether files are being read."""
        return self._busy

    def start(self, files: Sequence[Path], mapping: Mapping[str, Any] | None = None) -> None:
        """Read files; more that come meanwhile wait their turn."""
        self._left += [(file, mapping) for file in files]
        if not self._busy and self._left:
            self._busy, self._taken = True, []
            self._next()

    def _next(self) -> None:
        if not self._left:
            self._busy = False
            taken, self._taken = self._taken, []
            self.ctx.broadcast(Changes(bank=True))
            self.finished.emit(taken)
            return
        file, mapping = self._left.pop(0)
        ctx = self.ctx

        def job(report: Progress) -> tuple[ImportReport, tuple[StatementRow, ...]]:
            made = ctx.ports.importer.take(
                ctx.book,
                "bank",
                file,
                mapping=mapping,
                dry_run=False,
                currency=None,
                encoding=None,
                progress=report,
                user=ctx.user,
            )
            rows = ctx.reader.bank_statements()
            return made, tuple(one for one in rows if one.file == file.name)

        def done(made: tuple[ImportReport, tuple[StatementRow, ...]]) -> None:
            self._keep(Taken(file=file, report=made[0], statements=made[1]))

        title = translate("Receipts", "Importing {file}").format(file=file.name)
        ctx.runner.run(
            job,
            done=done,
            failed=lambda error: self._failed(file, error),
            asker=self,
            lane=DATABASE,
            title=title,
        )

    def _keep(self, taken: Taken) -> None:
        self._taken.append(taken)
        self._next()

    def _failed(self, file: Path, error: Exception) -> None:
        if isinstance(error, Cancelled):
            words = translate("Receipts", "cancelled, nothing of it was taken in")
            rest = [file, *(one for one, _mapping in self._left)]
            self._taken += [Taken(file=one, problem=words) for one in rest]
            self._left.clear()
            self._next()
        elif isinstance(error, QingzhangError):
            language = self.ctx.language
            reason = import_words.file_reason(error.facts, language)
            words = reason or labels.error_text(error, language)
            self._keep(Taken(file=file, problem=words, unnamed=unnamed_of(file, error, words)))
        else:
            words = translate("Receipts", "the program made a mistake; nothing was taken in")
            self.ctx.runner.crashed.emit(error)
            self._keep(Taken(file=file, problem=words))


def unnamed_of(file: Path, error: QingzhangError, problem: str) -> Unnamed | None:
    """Return the table that an error is about, None where naming columns would not help."""
    facts = error.facts
    if not isinstance(error, FileUnreadable) or not facts.get("headers"):
        return None
    mapping: Any = facts.get("mapping") or {}
    headers: Any = facts["headers"]
    samples: Any = facts.get("samples", ())
    return Unnamed(
        file=file,
        headers=tuple(map(str, headers)),
        samples=tuple(tuple(map(str, row)) for row in samples),
        mapping=dict(mapping),
        sheet=str(facts.get("sheet", "")),
        problem=problem,
    )


def counts_of(taken: Sequence[Taken]) -> tuple[int, int, int]:
    """Return how many lines are new, known already and refused."""
    reports = [one.report for one in taken if one.report is not None]
    return (
        sum(one.added for one in reports),
        sum(one.unchanged + one.updated for one in reports),
        sum(len(one.rejected) for one in reports),
    )


def is_wrong(taken: Taken) -> bool:
    """Whether a person should look: not read, refused rows, or figures that do not add up."""
    report = taken.report
    if report is None or report.rejected:
        return True
    return any(one.adds_up is False or differs(one) for one in report.accounts)


def differs(account: AccountTold) -> bool:
    """Whether a file gives a balance or total that its lines do not come to."""
    return any(code == _CONTROL for code, _facts in account.notes)
