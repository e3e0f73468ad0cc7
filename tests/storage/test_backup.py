import errno
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import (
    BookDamaged,
    BookExists,
    BookForeign,
    BookMissing,
    BookNewer,
    DiskFault,
    FileUnwritable,
)
from storage import backup as backups
from storage.backup import backup, folder_of, last_backup, restore, thin, to_keep
from storage.book import open_book
from storage.integrity import check

NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)


def _rows(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT number, amount_minor FROM document").fetchall()


def test_a_copy_of_an_open_book_has_every_committed_row(desk, tmp_path):
    desk.invoice("100.00", "2026-01-05", number="A1")
    copy = backup(desk.book, tmp_path / "safe", now=NOON)
    assert copy.name == "book-20260801T120000Z.sqlite"
    assert _rows(copy) == [("A1", 10_000)]
    desk.invoice("1.00", "2026-01-06", number="A2")
    assert len(_rows(copy)) == 1


def test_a_copy_is_one_file_without_a_log(desk, tmp_path):
    copy = backup(desk.book, tmp_path / "safe")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_two_copies_in_one_second_do_not_overwrite_each_other(desk, tmp_path):
    names = [backup(desk.book, tmp_path, now=NOON).name for _ in range(3)]
    assert len(set(names)) == 3
    assert last_backup(desk.book.path, tmp_path) == NOON


def test_a_closed_book_can_be_copied_and_is_left_as_it_was(desk, tmp_path):
    desk.invoice("100.00", "2026-01-05")
    desk.book.close()
    before = desk.book.path.read_bytes()
    backup(desk.book.path, tmp_path / "safe")
    assert desk.book.path.read_bytes() == before


def test_a_missing_or_foreign_book_is_not_copied(tmp_path):
    with pytest.raises(BookMissing):
        backup(tmp_path / "none.sqlite", tmp_path / "safe")
    (tmp_path / "letter.txt").write_text("Dear customer", encoding="utf-8")
    with pytest.raises(BookForeign):
        backup(tmp_path / "letter.txt", tmp_path / "safe")


def test_a_folder_that_cannot_be_written_is_said_so(desk, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileUnwritable):
        backup(desk.book, tmp_path / "file")


def test_a_full_disk_leaves_no_half_copy(desk, tmp_path, monkeypatch):
    def full(_source, target):
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, "_copy_pages", full)
    with pytest.raises(DiskFault):
        backup(desk.book, tmp_path / "safe")
    assert list((tmp_path / "safe").iterdir()) == []


def test_sqlite_reporting_a_full_disk_is_a_disk_fault(desk, tmp_path, monkeypatch):
    for n in range(50):
        desk.invoice("1.00", "2026-01-05", description="x" * 2000, number=f"N{n}")

    def small(source, target):
        with closing(sqlite3.connect(source)) as book, closing(sqlite3.connect(target)) as copy:
            copy.execute("PRAGMA max_page_count=10")
            copy.execute("CREATE TABLE filler (x)")
            for row in book.execute("SELECT description FROM document"):
                copy.execute("INSERT INTO filler VALUES (?)", (row[0] * 100,))

    monkeypatch.setattr(backups, "_copy_pages", small)
    with pytest.raises(DiskFault):
        backup(desk.book, tmp_path / "safe")
    assert list((tmp_path / "safe").iterdir()) == []


def test_a_copy_that_fails_the_check_is_not_kept(desk, tmp_path, monkeypatch):
    def torn(source, target):
        shutil.copyfile(source, target)
        data = bytearray(target.read_bytes())
        data[8192:12288] = b"\xff" * 4096
        target.write_bytes(data)

    desk.book.close()
    monkeypatch.setattr(backups, "_copy_pages", torn)
    with pytest.raises(BookDamaged):
        backup(desk.book.path, tmp_path / "safe")
    assert list((tmp_path / "safe").iterdir()) == []


def test_restoring_gives_the_book_of_that_moment_and_leaves_the_copy_alone(desk, tmp_path):
    desk.invoice("100.00", "2026-01-05", number="A1")
    copy = backup(desk.book, tmp_path / "safe")
    before = copy.read_bytes()
    desk.invoice("5.00", "2026-01-06", number="A2")
    restored = restore(copy, tmp_path / "again" / "book.sqlite")
    assert copy.read_bytes() == before
    assert [path.name for path in restored.parent.iterdir()] == ["book.sqlite"]
    book = open_book(restored)
    assert check(book) == []
    assert [row.number for row in book.reader.open_items(NOON.date())] == ["A1"]
    book.close()


def test_restoring_never_overwrites_a_file(desk, tmp_path):
    copy = backup(desk.book, tmp_path / "safe")
    before = desk.book.path.read_bytes()
    with pytest.raises(BookExists):
        restore(copy, desk.book.path)
    assert desk.book.path.read_bytes() == before


@pytest.mark.parametrize("harm", ["foreign", "empty", "short", "page", "newer", "none"])
def test_what_is_no_good_copy_is_refused_and_left_untouched(desk, tmp_path, harm):
    copy = backup(desk.book, tmp_path / "safe")
    data = bytearray(copy.read_bytes())
    if harm == "foreign":
        data[68:72] = b"\0\0\0\0"
    elif harm == "empty":
        data = bytearray()
    elif harm == "short":
        del data[len(data) // 2 :]
    elif harm == "page":
        data[8192:12288] = b"\xff" * 4096
    elif harm == "newer":
        data[60:64] = (99).to_bytes(4, "big")
    copy.write_bytes(data)
    if harm == "none":
        copy.unlink()
    kinds = {"short": BookDamaged, "page": BookDamaged, "newer": BookNewer, "none": BookMissing}
    with pytest.raises(kinds.get(harm, BookForeign)):
        restore(copy, tmp_path / "again" / "book.sqlite")
    assert not (tmp_path / "again" / "book.sqlite").exists()
    if harm != "none":
        assert copy.read_bytes() == data


def test_a_book_that_was_not_closed_is_restored_with_its_log(desk, tmp_path):
    """Copied together with its write-ahead log, as after a crash."""
    desk.invoice("100.00", "2026-01-05", number="A1")
    for name in ("book.sqlite", "book.sqlite-wal"):
        (tmp_path / "crashed").mkdir(exist_ok=True)
        shutil.copyfile(tmp_path / name, tmp_path / "crashed" / name)
    restored = restore(tmp_path / "crashed" / "book.sqlite", tmp_path / "again.sqlite")
    assert _rows(restored) == [("A1", 10_000)]


def test_thinning_keeps_recent_daily_weekly_and_monthly_copies():
    hourly = [NOON - timedelta(hours=hours) for hours in range(24 * 400)]
    kept = sorted(to_keep(hourly, NOON), reverse=True)
    assert kept[:5] == hourly[:5]
    days = {at.date() for at in kept if NOON - at <= timedelta(days=7)}
    assert len(days) == 8
    assert 20 <= len(kept) <= 32
    assert NOON - kept[-1] >= timedelta(days=330)
    assert set(kept) == to_keep(kept, NOON)


def test_only_automatic_copies_are_thinned_and_only_of_this_book(desk, tmp_path):
    asked = backup(desk.book, tmp_path / "safe", now=NOON - timedelta(days=900))
    other = tmp_path / "safe" / "other-20200101T000000Z-auto.sqlite"
    other.write_bytes(b"")
    made = [
        backup(desk.book, tmp_path / "safe", automatic=True, now=NOON + timedelta(minutes=n))
        for n in range(9)
    ]
    left = set((tmp_path / "safe").iterdir())
    assert {asked, other} <= left
    assert left - {asked, other} == set(made[-5:])
    assert thin(tmp_path / "safe", desk.book.path, NOON) == []
    assert thin(tmp_path / "nowhere", desk.book.path, NOON) == []


def test_the_newest_copy_of_a_book_is_known(desk):
    assert last_backup(desk.book.path) is None
    backup(desk.book, folder_of(desk.book.path), automatic=True, now=NOON)
    assert last_backup(desk.book.path) == NOON
