"""Tables of invoices into a book: what is new, what is known, what many rows change."""

import csv

import pytest

from storage.importing import bulk, take
from tests.desk import Desk

HEAD = ("number", "customer", "issue_date", "due_date", "currency", "amount")


@pytest.fixture
def desk(tmp_path):
    opened = Desk(tmp_path / "book.sqlite")
    opened.folder = tmp_path
    yield opened
    assert opened.check() == []
    opened.close()


def bring(desk, rows, head=HEAD, kind="invoices"):
    path = desk.folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return take(desk.book, kind, path)


def select(desk, sql):
    with desk.book.reading.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def indexes(desk):
    return set(select(desk, "SELECT name, sql FROM sqlite_master WHERE type = 'index'"))


def test_a_file_may_void_what_the_book_has_and_bring_new_invoices(desk):
    head = (*HEAD, "status")
    known = ("INV-1", "C1", "2026-01-05", "2026-02-04", "CNY", "100.00")
    bring(desk, [known], HEAD)

    told = bring(desk, [(*known, "作废"), ("INV-2", *known[1:], "")], head)

    assert (told.added, told.updated, told.rejected) == (1, 1, ())
    assert select(desk, "SELECT number, kind, amount_minor FROM document ORDER BY id") == [
        ("INV-1", "invoice", 10000),
        ("INV-1", "void", -10000),
        ("INV-2", "invoice", 10000),
    ]


def test_a_new_invoice_may_come_void(desk):
    row = ("INV-1", "C1", "2026-01-05", "", "CNY", "100.00", "void")
    bring(desk, [row, ("INV-2", *row[1:6], "")], (*HEAD, "status"))
    assert select(
        desk,
        "SELECT number, open_minor FROM item JOIN document d ON d.id = document_id"
        " WHERE item.kind = 'invoice' ORDER BY d.id",
    ) == [("INV-1", 0), ("INV-2", 10000)]


@pytest.mark.parametrize("count", [1, 6, 7, 8, 200])
def test_many_rows_come_in_whole_and_leave_the_indexes_as_they_were(desk, monkeypatch, count):
    monkeypatch.setattr(bulk, "BATCH", 7)
    monkeypatch.setattr(bulk, "_MANY", 5)
    before = indexes(desk)
    rows = [
        (f"INV-{n}", "C1", f"2026-01-{1 + n % 28:02d}", "", "CNY", f"{n}.25") for n in range(count)
    ]

    told = bring(desk, rows)

    assert (told.read, told.added) == (count, count)
    assert indexes(desk) == before
    sums = "SELECT count(*), sum(amount_minor), sum(open_minor) FROM item"
    total = sum(100 * n + 25 for n in range(count))
    assert select(desk, sums) == [(count, total, total)]
    assert bring(desk, rows).unchanged == count


def test_instalments_share_the_amount_and_its_value_in_the_books_currency(desk):
    desk.rate("USD", "2026-01-01", "7.1")
    head = ("number", "customer", "issue_date", "terms", "currency", "amount")
    bring(desk, [("INV-1", "C1", "2026-01-05", "30%@0+70%@30", "USD", "100.01")], head)
    assert select(desk, "SELECT seq, parts, due_on, amount_minor, base_minor FROM item") == [
        (1, 2, "2026-01-05", 3000, 21300),
        (2, 2, "2026-02-04", 7001, 49707),
    ]


def test_cells_that_no_row_fills_are_as_if_they_were_not_there(desk):
    bring(desk, [("INV-1", "C1", "2026-01-05", "", "CNY", "1.00")])
    columns = "terms, order_number, description, net_minor, delivered_on, extra"
    assert select(desk, f"SELECT {columns} FROM document") == [("", "", "", None, None, None)]


def test_some_rows_may_fill_what_others_leave_empty(desk):
    head = (*HEAD, "order_number", "net", "warehouse")
    row = ("C1", "2026-01-05", "2026-02-04", "CNY", "113.00")
    bring(desk, [("INV-1", *row, "", "", ""), ("INV-2", *row, "SO-2", "100.00", "东库")], head)
    columns = "number, order_number, net_minor, tax_minor, extra"
    assert select(desk, f"SELECT {columns} FROM document ORDER BY id") == [
        ("INV-1", "", None, None, None),
        ("INV-2", "SO-2", 10000, 1300, '{"warehouse": "东库"}'),
    ]
