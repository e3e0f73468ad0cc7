"""The composition root: hands storage and reports to the window and the command line.

Nothing else lives here. Heavy libraries are imported by the adapters when they
are first used, so that neither ``--help`` nor the first paint waits for them.
"""

from __future__ import annotations

import getpass
import os
import signal
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import platformdirs

from domain import __version__
from ui.ports import BackupInfo, Finding, NewBook, Ports

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from domain.evidence.bundle import EvidenceFront
    from domain.importing import ImportPreview, ImportReport, Survey
    from domain.ports import Book, Progress
    from domain.sheets import Sheet
    from storage.book import SqlBook

APP = "Qingzhang"


def _stored(book: Book) -> SqlBook:
    """Return a book as storage knows it: there is one kind."""
    return cast("SqlBook", book)


class Store:
    """Implements ``ui.ports.BookStore`` on ``storage``."""

    def __init__(self, data_dir: Path) -> None:
        self.backups = data_dir / "backups"
        self.samples = data_dir

    def open(self, path: Path, progress: Progress) -> Book:
        from storage.book import open_book

        return open_book(path)

    def create(self, new: NewBook) -> Book:
        from storage.book import create_book

        return create_book(
            new.path,
            new.company,
            currency=new.currency,
            standard=new.standard,
            seller_size=new.seller_size,
            language=new.language,
        )

    def make_sample(self, path: Path, as_of: date, progress: Progress) -> None:
        from domain.sample import COMPANY, make_sample
        from reports.render import pdf
        from storage.book import create_book, discard_book, free_name, move_book

        making = free_name(path).with_name(f"{path.name}.making")
        discard_book(making)
        book = create_book(making, COMPANY)
        try:
            make_sample(book, as_of, render=pdf, progress=progress)
        finally:
            book.close()
        move_book(making, path)

    def sample(self, progress: Progress) -> tuple[Book, Path, date]:
        from domain.errors import BookDamaged
        from storage.book import discard_book, open_book

        as_of = date.today()
        path = self.samples / f"sample-{as_of:%Y%m%d}.qz"
        for older in set(self.samples.glob("sample-*.qz")) - {path}:
            discard_book(older)
        if path.exists():
            try:
                return open_book(path), path, as_of
            except BookDamaged:  # or made today by an older program, whose tables differ
                discard_book(path)
        self.make_sample(path, as_of, progress)
        return open_book(path), path, as_of

    def settle(self, book: Book) -> None:
        _stored(book).catch_up_search()

    def backup(self, book: Book, folder: Path) -> Path:
        from storage.backup import backup

        return backup(_stored(book), folder)

    def last_backup(self, path: Path, folder: Path | None = None) -> datetime | None:
        from storage.backup import last_backup

        return last_backup(path, folder or self.backups)

    def preview(self, backup: Path) -> BackupInfo:
        from storage.backup_info import backup_info

        return BackupInfo(**backup_info(backup))

    def restore(self, backup: Path, to: Path) -> None:
        from storage.backup import restore

        restore(backup, to)

    def check(self, book: Book) -> Sequence[Finding]:
        from storage.integrity import check

        return [
            Finding(code=found.code, facts=found.facts, refs=found.refs)
            for found in check(_stored(book))
        ]


class Printer:
    """Implements ``ui.ports.Papers`` on ``reports``."""

    def render(self, value: Any) -> bytes:
        from reports.render import pdf

        return pdf(value)

    def sheet_pdf(self, sheet: Sheet, *, any_text: bool = False) -> bytes:
        from reports.sheets import sheet_pdf

        return sheet_pdf(sheet, any_text=any_text)

    def sheet_bytes(self, sheet: Sheet, suffix: str) -> bytes:
        from reports.sheets import sheet_bytes

        return sheet_bytes(sheet, suffix)

    def bound(
        self, front: EvidenceFront, contents: Iterable[bytes], progress: Progress
    ) -> tuple[EvidenceFront, bytes]:
        from reports.binding import bind

        return bind(front, contents, progress)

    def sheet_of(self, value: Any) -> Sheet:
        from reports.sheets import ageing_sheet

        return ageing_sheet(value)

    def pictures(self, pdf: bytes, dpi: int, pages: Iterable[int] | None = None) -> list[bytes]:
        from reports.preview import pictures

        return pictures(pdf, dpi, pages)

    def page_count(self, pdf: bytes) -> int:
        from reports.preview import page_count

        return page_count(pdf)

    def joined(self, pdfs: Sequence[bytes]) -> bytes:
        from reports.preview import joined

        return joined(pdfs)


class Writer:
    """Implements ``ui.ports.Files``."""

    def write_sheet(self, sheet: Sheet, path: Path) -> None:
        from reports.sheets import sheet_bytes

        self.write_bytes(path, sheet_bytes(sheet, path.suffix.lower()))

    def make_folder(self, folder: Path) -> None:
        from storage.files.writing import make_folder

        make_folder(folder)

    def write_bytes(self, path: Path, content: bytes) -> None:
        from storage.files.writing import write_bytes

        write_bytes(path, content)

    def write_zip(self, path: Path, entries: Iterable[tuple[str, bytes]]) -> None:
        from storage.files.writing import write_zip

        write_zip(path, entries)

    def read_bytes(self, path: Path) -> bytes:
        from storage.files.reading import read_bytes

        return read_bytes(path)


class Importer:
    """Implements ``ui.ports.Importer`` on ``storage``."""

    def survey(self, file: Path, kind: str, **options: Any) -> Survey:
        from storage.importing import survey

        return survey(file, kind, **options)

    def preview(self, file: Path, mapping: Mapping[str, Any], **options: Any) -> ImportPreview:
        from storage.importing import preview

        return preview(file, mapping, **options)

    def take(self, book: Book, kind: str, file: Path, **options: Any) -> ImportReport:
        from storage.importing import take

        return take(_stored(book), kind, file, **options)

    def write_rejected(self, report: ImportReport, reasons: Sequence[str], path: Path) -> None:
        from storage.importing import write_rejected

        write_rejected(report, reasons, path)


def wire() -> tuple[Ports, Path]:
    """Return everything the window and the command line get, and the default book."""
    data_dir = Path(platformdirs.user_data_dir(APP, appauthor=False))
    config_dir = Path(platformdirs.user_config_dir(APP, appauthor=False))
    ports = Ports(
        store=Store(data_dir),
        papers=Printer(),
        files=Writer(),
        importer=Importer(),
        user=_user(),
        config_dir=config_dir,
        data_dir=data_dir,
        today=date.today,
        version=__version__,
        bug=lambda error: _keep_report(data_dir / "reports", error),
    )
    return ports, data_dir / "book.qz"


def _keep_report(folder: Path, error: BaseException) -> Path | None:
    """Keep what a program error says, for whoever mends it; no figures of the book are in it."""
    import traceback

    lines = [f"Qingzhang {__version__}, Python {sys.version}, {sys.platform}\n"]
    lines += traceback.format_exception(error)
    path = folder / f"error-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
    except OSError:
        return None
    return path


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return os.environ.get("USERNAME", "user")


def _has_screen() -> bool:
    """Return whether Qt can show a window; without one it would abort the process."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _show(
    ports: Ports,
    book: Path | None = None,
    *,
    language: str | None = None,
    sample: bool = False,
    check: bool = False,
) -> int:
    """Open the window, or with ``check`` look through all its screens."""
    if not _has_screen():
        sys.stderr.write("There is no screen here. Without one, see: --help\n")
        return 2
    # Qt's loop never returns to Python for a KeyboardInterrupt: let Ctrl+C end the program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if check:
        from ui.app import self_check

        return self_check(ports)
    from ui.quick import quicken

    quicken()
    from ui.app import open_window

    return open_window(ports, book, language=language, sample=sample)


def main(argv: list[str] | None = None) -> int:
    """Run a command, or open the window."""
    # Before anything is said: a pipe on Windows would take neither Chinese nor a file's name.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    ports, default_book = wire()
    if not (sys.argv[1:] if argv is None else argv):
        # The usual start: the window does not wait for the parser of commands.
        return _show(ports)
    from ui.cli.parser import build_parser

    args = build_parser(__version__).parse_args(argv)
    demo = args.command == "demo" and args.out is None
    if args.self_check or args.command is None or demo:
        return _show(ports, args.book, language=args.lang, sample=demo, check=args.self_check)
    from ui.cli.run import run

    return run(args, ports, default_book)


if __name__ == "__main__":
    sys.exit(main())
