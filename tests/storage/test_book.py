"""Opening: each kind of bad file has its own fault and is left byte for byte as it was."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from domain.customer import Company
from domain.errors import (
    BookDamaged,
    BookExists,
    BookForeign,
    BookLocked,
    BookMissing,
    BookNewer,
    BookReadOnly,
    DiskFault,
    EnvironmentFault,
)
from storage.book import create_book, open_book, read_header
from storage.engine import fault_of
from storage.integrity import check

ROOT = Path(__file__).resolve().parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")


@pytest.fixture
def closed(desk):
    """A closed book with facts."""
    for n in range(30):
        desk.invoice("100.00", "2026-01-05", number=f"A{n:02}")
    desk.book.close()
    return desk.book.path


def _harmed(path, harm):
    data = bytearray(path.read_bytes())
    if harm == "newer":
        data[60:64] = (99).to_bytes(4, "big")
    elif harm == "short":
        del data[len(data) // 2 :]
    elif harm == "header_only":
        del data[60:]
    elif harm == "pages":
        data[4096:] = os.urandom(len(data) - 4096)
    elif harm == "schema":
        data[100:4096] = b"\xff" * 3996
    elif harm == "foreign":
        data[68:72] = b"\0\0\0\0"
    elif harm == "text":
        data = bytearray(b"Kunde;Betrag\n" * 500)
    elif harm == "empty":
        data = bytearray()
    path.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize(
    "harm, fault",
    [
        ("newer", BookNewer),
        ("short", BookDamaged),
        ("header_only", BookDamaged),
        ("pages", BookDamaged),
        ("schema", BookDamaged),
        ("foreign", BookForeign),
        ("text", BookForeign),
        ("empty", BookForeign),
    ],
)
def test_a_file_that_is_no_good_book_is_refused_and_untouched(closed, harm, fault):
    data = _harmed(closed, harm)
    with pytest.raises(fault) as caught:
        open_book(closed)
    assert caught.value.facts["path"] == str(closed)
    assert closed.read_bytes() == data
    assert sorted(path.name for path in closed.parent.iterdir()) == ["book.sqlite"]


def test_a_missing_book_and_a_folder_are_missing(tmp_path):
    with pytest.raises(BookMissing):
        open_book(tmp_path / "none.sqlite")
    with pytest.raises(BookMissing):
        open_book(tmp_path)


def test_making_a_book_never_overwrites(closed):
    before = closed.read_bytes()
    with pytest.raises(BookExists):
        create_book(closed, Company(name="Other"))
    assert closed.read_bytes() == before


def test_a_book_is_held_by_one_program_and_tells_whose(desk):
    with pytest.raises(BookLocked) as caught:
        open_book(desk.book.path)
    assert caught.value.facts["pid"] == os.getpid()
    desk.book.close()
    open_book(desk.book.path).close()


def test_another_program_is_refused_while_a_book_is_open(desk):
    code = (
        "import sys; from pathlib import Path\n"
        "from storage.book import open_book; from domain.errors import BookLocked\n"
        "try: open_book(Path(sys.argv[1]))\n"
        "except BookLocked as error: print('held by', error.facts['pid'])\n"
    )
    command = [sys.executable, "-c", code, str(desk.book.path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == f"held by {os.getpid()}\n"


def test_a_lock_left_by_a_dead_program_holds_nobody_up(closed):
    closed.with_name("book.sqlite.lock").write_text('{"pid": 1', encoding="utf-8")
    open_book(closed).close()


def test_a_writer_without_the_lock_is_waited_for_then_reported(desk):
    with desk.book.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=10")
    with closing(sqlite3.connect(desk.book.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookLocked):
            desk.invoice("1.00", "2026-01-05")
        other.execute("ROLLBACK")
    desk.invoice("1.00", "2026-01-05")


@LINUX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to drop")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_book_is_said_to_be_so(closed, what):
    """Root may write everywhere, so the book is opened as nobody."""
    before = closed.read_bytes()
    folder = Path("/tmp") / f"qingzhang-read-only-{os.getpid()}-{what}"  # noqa: S108
    folder.mkdir(mode=0o777)
    try:
        book = Path(shutil.copyfile(closed, folder / "book.sqlite"))
        book.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        folder.chmod(0o777 if what == "file" else 0o555)
        with _as_nobody(), pytest.raises(BookReadOnly):
            open_book(book)
        assert book.read_bytes() == before
    finally:
        shutil.rmtree(folder)


class _as_nobody:  # noqa: N801
    def __enter__(self):
        os.seteuid(65534)

    def __exit__(self, *_):
        os.seteuid(0)


def test_a_file_shorter_than_it_says_is_mended_from_its_log(desk, tmp_path):
    """A program killed while folding the log in leaves such a pair."""
    for n in range(30):
        desk.invoice("100.00", "2026-01-05", number=f"B{n:02}", description="x" * 500)
    copied = tmp_path / "killed"
    copied.mkdir()
    for name in ("book.sqlite", "book.sqlite-wal"):
        shutil.copyfile(tmp_path / name, copied / name)
    with (copied / "book.sqlite").open("r+b") as file:
        file.seek(28)
        file.write((4000).to_bytes(4, "big"))
    book = open_book(copied / "book.sqlite")
    assert len(book.reader.open_items(date(2026, 2, 1))) == 30
    assert check(book) == []
    book.close()


def test_a_newer_version_that_only_the_log_knows_is_refused(desk, tmp_path):
    with closing(sqlite3.connect(desk.book.path)) as newer:
        newer.execute("PRAGMA user_version=9")
    copied = tmp_path / "killed"
    copied.mkdir()
    for name in ("book.sqlite", "book.sqlite-wal"):
        shutil.copyfile(tmp_path / name, copied / name)
    assert read_header(copied / "book.sqlite").version == 1
    with pytest.raises(BookNewer):
        open_book(copied / "book.sqlite")


def test_closing_leaves_one_file(closed):
    assert sorted(path.name for path in closed.parent.iterdir()) == ["book.sqlite"]


def test_a_full_disk_rolls_the_operation_back(desk):
    desk.invoice("100.00", "2026-01-05", number="A1")
    before = desk.facts()
    with desk.book.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFault):
        desk.invoice("5.00", "2026-01-05", number="A2", description="x" * 100_000)
    assert desk.facts() == before


def test_only_faults_of_the_machine_are_faults():
    assert fault_of(ValueError("ours"), Path()) is None
    assert fault_of(None, Path()) is None
    constraint = sqlite3.IntegrityError("UNIQUE")
    assert fault_of(constraint, Path()) is None
    assert issubclass(BookReadOnly, EnvironmentFault)


def test_the_reader_cannot_write(desk):
    with desk.book.reading.connect() as connection, pytest.raises(BookReadOnly):
        connection.exec_driver_sql("DELETE FROM setting")


FACTS = ["document", "item", "allocation", "operation", "operation_change", "paper", "dunned_item"]


@pytest.mark.parametrize("table", FACTS)
@pytest.mark.parametrize("act", ["DELETE FROM {}", "UPDATE {} SET id = id + 1000"])
def test_facts_are_neither_changed_nor_deleted(desk, table, act):
    desk.levels(1)
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-01-05")
    desk.allocate(desk.receipt("10.00", "2026-01-06"), {invoice: "10.00"}, "2026-01-06")
    desk.dun("2026-02-01", release=True)
    before = desk.facts()
    assert before[table]
    connection = sqlite3.connect(desk.book.path)
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match="are facts"):
        connection.execute(act.format(table))
    assert desk.facts() == before
