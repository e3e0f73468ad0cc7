"""Finding by part of a number or name, with the index behind, absent or torn."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from domain.listing import ListFilter, Order
from storage import search

DAY = date(2026, 6, 30)


@pytest.fixture
def numbers(desk):
    east = desk.customer("E7", name="华东机械", name_en="East Machines")
    desk.invoice("1.00", "2026-01-01", number="INV-2026-0001", order_number="PO/77")
    desk.invoice("1.00", "2026-01-02", number="INV-2026-0002", contract_number="采购合同12")
    desk.invoice("1.00", "2026-01-03", number="abc%_\\\"'x", customer=east)
    desk.receipt("1.00", "2026-01-04", number="RC-2026-0001", customer=east)
    return desk


def _found(desk, words):
    where = ListFilter(as_of=DAY, text=words)
    reader = desk.book.reader
    items = [reader.item(i, DAY).number for i in reader.items.ids(where, Order("id"))]
    assert reader.items.count(where) == len(items)
    assert list(reader.items.ids(where, Order("due_on"), limit=9)) is not None
    receipts = reader.receipts.ids(where, Order("id"))
    return [*items, *(reader.receipt(i, DAY).number for i in receipts)]


CASES = {
    "0001": ["INV-2026-0001", "RC-2026-0001"],
    "inv-2026": ["INV-2026-0001", "INV-2026-0002"],
    "PO/7": ["INV-2026-0001"],
    "采购合同": ["INV-2026-0002"],
    "华东": ["abc%_\\\"'x", "RC-2026-0001"],
    "machines": ["abc%_\\\"'x", "RC-2026-0001"],
    "E7": ["abc%_\\\"'x", "RC-2026-0001"],
    "%_": ["abc%_\\\"'x"],
    "%_\\\"'": ["abc%_\\\"'x"],
    '"': ["abc%_\\\"'x"],
    "_2026": [],
    "02": ["INV-2026-0001", "INV-2026-0002", "RC-2026-0001"],
    "zzz": [],
}


@pytest.mark.parametrize("words", CASES)
@pytest.mark.parametrize("index", ["none", "whole", "behind", "torn"])
def test_words_find_the_same_whatever_the_index(numbers, words, index):
    if index == "behind":
        with numbers.book.engine.begin() as connection:
            for statement in (search._CREATE, search._UPTO, search._FOLLOW):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(
                "INSERT INTO search_number (rowid, words) SELECT id,"
                f" {search._TEXT.format('document')} FROM document WHERE id = 1"
            )
            connection.exec_driver_sql("INSERT INTO search_upto VALUES (1)")
    elif index != "none":
        numbers.book.catch_up_search()
    if index == "torn":
        with closing(sqlite3.connect(numbers.book.path)) as connection:
            connection.execute("DELETE FROM search_number_data")
            connection.commit()
    assert sorted(_found(numbers, words)) == sorted(CASES[words])


@pytest.mark.parametrize("few", [True, False])
def test_many_hits_are_tested_one_by_one_and_found_the_same(numbers, monkeypatch, few):
    monkeypatch.setattr(search, "FEW", 2_000 if few else 0)
    numbers.book.catch_up_search()
    for words, wanted in CASES.items():
        assert sorted(_found(numbers, words)) == sorted(wanted), words


def test_numbers_completed_later_are_found(numbers):
    numbers.book.catch_up_search()
    with numbers.book.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE document SET order_number = 'PO/99' WHERE id = 1")
    assert _found(numbers, "PO/99") == ["INV-2026-0001"]
    assert _found(numbers, "PO/77") == []
    assert numbers.check() == []


def test_catching_up_goes_on_in_batches(numbers, monkeypatch):
    monkeypatch.setattr(search, "_BATCH", 1)
    with numbers.book.engine.begin() as connection:
        assert search.catch_up(connection)
    numbers.book.catch_up_search()
    with numbers.book.engine.begin() as connection:
        assert not search.catch_up(connection)
        assert search._upto(connection) == 4
    assert _found(numbers, "2026-0002") == ["INV-2026-0002"]


def test_without_trigrams_everything_is_searched_with_like(numbers, monkeypatch):
    numbers.book.catch_up_search()
    monkeypatch.setattr(search, "_possible", lambda _connection: False)
    numbers.book.catch_up_search()
    assert _found(numbers, "2026-0002") == ["INV-2026-0002"]
    with numbers.book.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE document SET order_number = 'PO/99' WHERE id = 1")
    assert _found(numbers, "PO/99") == ["INV-2026-0001"]


def test_an_empty_book_is_caught_up_at_once(desk):
    desk.book.catch_up_search()
    assert _found(desk, "abc") == []
