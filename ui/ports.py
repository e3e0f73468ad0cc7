"""What the window needs from storage and reports beyond ``domain.ports``.

``main.py`` implements these by thin adapters and hands them over in
:class:`Ports`. Everything may be called from a background thread and imports its
heavy library only then, so that the first paint waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from domain.customer import Company
    from domain.evidence.bundle import EvidenceFront
    from domain.importing import ImportPreview, ImportReport, Survey
    from domain.ports import Book, Progress
    from domain.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBook:
    """What the first-run form asks for a new book."""

    path: Path
    company: Company
    currency: str
    standard: str
    seller_size: str
    language: str
    starts_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """What a backup holds, shown before it is restored."""

    company: str
    made_at: datetime | None
    customers: int
    documents: int
    last_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding of a check of the book; ``ui.check_words`` words it."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    refs: tuple[str, ...] = ()


class BookStore(Protocol):
    """Making, opening and keeping books safe."""

    def open(self, path: Path, progress: Progress) -> Book:
        """Open a book, upgrading it when needed."""
        ...

    def create(self, new: NewBook) -> Book:
        """Make an empty book and open it; never overwrites."""
        ...

    def sample(self, progress: Progress) -> tuple[Book, Path, date]:
        """Make the sample book afresh and open it: the book, its file, the date it shows."""
        ...

    def make_sample(self, path: Path, as_of: date, progress: Progress) -> None:
        """Make the sample book as of a day in a new file; never overwrites."""
        ...

    def settle(self, book: Book) -> None:
        """Bring the book's search index up to date after many new documents."""
        ...

    def backup(self, book: Book, folder: Path) -> Path:
        """Make a safety copy and return its file."""
        ...

    def last_backup(self, path: Path, folder: Path | None = None) -> datetime | None:
        """Return when the newest backup of a book was made, in the usual folder or another."""
        ...

    def preview(self, backup: Path) -> BackupInfo:
        """Return what a backup holds."""
        ...

    def restore(self, backup: Path, to: Path) -> None:
        """Restore a backup to a new file; never overwrites."""
        ...

    def check(self, book: Book) -> Sequence[Finding]:
        """Recompute and compare everything the book derives."""
        ...


class Importer(Protocol):
    """Reading tables into a book."""

    def survey(
        self,
        file: Path,
        kind: str,
        *,
        mapping: Path | Mapping[str, Any] | None,
        encoding: str | None,
        sheet: str | None,
    ) -> Survey:
        """Open a file and say what it holds, changing nothing.

        Raises:
            FileUnreadable: the file or the mapping cannot be used.
        """
        ...

    def preview(
        self,
        file: Path,
        mapping: Mapping[str, Any],
        *,
        currency: str,
        encoding: str | None,
        progress: Progress,
    ) -> ImportPreview:
        """Return the first rows as they will be read."""
        ...

    def take(
        self,
        book: Book,
        kind: str,
        file: Path,
        *,
        mapping: Path | Mapping[str, Any] | None,
        dry_run: bool,
        currency: str | None,
        encoding: str | None,
        progress: Progress,
        user: str,
    ) -> ImportReport:
        """Read a table of a kind ("auto": recognise it) into a book, or only say what it holds.

        Raises:
            FileUnreadable: the file could not be used at all; nothing is changed.
            Cancelled: ``progress`` stopped it; nothing is changed.
        """
        ...

    def write_rejected(self, report: ImportReport, reasons: Sequence[str], path: Path) -> None:
        """Write the rejected rows with worded reasons, to be corrected and read again."""
        ...


class Papers(Protocol):
    """Pages and sheets to bytes."""

    def render(self, value: Any) -> bytes:
        """Return a printable value of ``domain.papers`` as PDF."""
        ...

    def sheet_pdf(self, sheet: Sheet, *, any_text: bool = False) -> bytes:
        """Return a list as PDF pages; ``any_text`` draws a box for what no font has."""
        ...

    def sheet_bytes(self, sheet: Sheet, suffix: str) -> bytes:
        """Return a list as a file of a kind, ".xlsx" or ".csv"."""
        ...

    def bound(
        self, front: EvidenceFront, contents: Iterable[bytes], progress: Progress
    ) -> tuple[EvidenceFront, bytes]:
        """Bind an evidence bundle: its front as printed, with pages counted, and the PDF."""
        ...

    def pictures(self, pdf: bytes, dpi: int, pages: Iterable[int] | None = None) -> list[bytes]:
        """Return pages of a PDF as PNG pictures."""
        ...

    def sheet_of(self, value: Any) -> Sheet:
        """Return a report (``AgeingReport``) as a list for Excel and CSV."""
        ...

    def page_count(self, pdf: bytes) -> int:
        """Return how many pages a PDF has."""
        ...

    def joined(self, pdfs: Sequence[bytes]) -> bytes:
        """Return several PDFs as one, page for page as they are."""
        ...


class Files(Protocol):
    """Files the user keeps or brings."""

    def write_sheet(self, sheet: Sheet, path: Path) -> None:
        """Write a list as .xlsx or .csv, by the name's ending."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Make a folder for output files; raises ``FileUnwritable`` when it cannot be written."""
        ...

    def write_bytes(self, path: Path, content: bytes) -> None:
        """Write a file in one step."""
        ...

    def write_zip(self, path: Path, entries: Iterable[tuple[str, bytes]]) -> None:
        """Write files (name with folder, content) into one zip in one step."""
        ...

    def read_bytes(self, path: Path) -> bytes:
        """Return a file that is to be kept in the book.

        Raises:
            AttachmentTooLarge: it is too large for the book.
            FileUnreadable: it cannot be opened.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Ports:
    """Everything ``main.py`` hands to the window.

    Attributes:
        user: who works here, for the history.
        config_dir: where the window remembers its layout.
        data_dir: where new books go by default.
        today: the day; screens never ask the clock themselves.
        bug: keeps a local report of a program error and returns its file.
    """

    store: BookStore
    papers: Papers
    files: Files
    importer: Importer
    user: str
    config_dir: Path | None
    data_dir: Path
    today: Callable[[], date]
    version: str = ""
    bug: Callable[[BaseException], Path | None] = lambda _error: None


__all__ = [
    "BackupInfo",
    "BookStore",
    "Files",
    "Finding",
    "Importer",
    "NewBook",
    "Papers",
    "Ports",
]
