"""Tables of receipts into a book: numbers given, and rows known again."""

import csv

import pytest

from storage.importing import bulk, take
from tests.desk import Desk

HEAD = ("number", "customer", "date", "amount", "reference")


@pytest.fixture
def desk(tmp_path):
    opened = Desk(tmp_path / "book.sqlite")
    opened.folder = tmp_path
    yield opened
    assert opened.check() == []
    opened.close()


def bring(desk, *rows):
    path = desk.folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return take(desk.book, "receipts", path)


def numbers(desk):
    with desk.book.reading.connect() as connection:
        sql = "SELECT number, amount_minor FROM document WHERE kind = 'receipt' ORDER BY id"
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def test_receipts_without_a_number_get_the_next_of_their_year(desk, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 2)
    desk.receipt("9.00", "2026-01-02")
    told = bring(
        desk,
        ("", "C1", "2026-01-05", "1.00", "a"),
        ("", "C1", "2025-12-30", "2.00", "b"),
        ("BANK-7", "C1", "2026-01-06", "3.00", "c"),
        ("", "C1", "2026-01-05", "4.00", "d"),
        ("", "C1", "2025-12-31", "5.00", "e"),
    )
    assert told.added == 5
    assert numbers(desk) == [
        ("RC-2026-000001", -900),
        ("RC-2026-000002", -100),
        ("RC-2025-000001", -200),
        ("BANK-7", -300),
        ("RC-2026-000003", -400),
        ("RC-2025-000002", -500),
    ]
    desk.receipt("9.00", "2026-02-01")
    assert numbers(desk)[-1] == ("RC-2026-000004", -900)


def test_equal_rows_without_a_number_all_stay_and_are_known_again(desk):
    row = ("", "C1", "2026-01-05", "1.00", "a")
    assert bring(desk, row, row).added == 2
    again = bring(desk, row, row, row)
    assert (again.added, again.unchanged) == (1, 2)
    assert [amount for _, amount in numbers(desk)] == [-100] * 3


def test_a_number_taken_by_another_amount_is_refused(desk):
    bring(desk, ("R1", "C1", "2026-01-05", "1.00", ""))
    told = bring(
        desk, ("R1", "C1", "2026-01-05", "2.00", ""), ("R2", "C1", "2026-01-05", "2.00", "")
    )
    assert [(one.row, one.code) for one in told.rejected] == [(2, "number.taken")]
    assert numbers(desk) == [("R1", -100), ("R2", -200)]
