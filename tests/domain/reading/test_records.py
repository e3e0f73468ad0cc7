"""Columns of a table: each value read once, each row refused for itself."""

from datetime import date

import pytest

from domain.document import Kind
from domain.reading import codes, records
from domain.reading.columns import guess_mapping
from domain.reading.mapping import Mapping, Source

HEADERS = ("number", "type", "customer", "issue_date", "currency", "amount", "net", "tax", "status")


def reader(*rows, headers=HEADERS, mapping=None):
    wide = [[*row, *[""] * (len(headers) - len(row))] for row in rows]
    return records.TableReader(
        headers,
        wide,
        range(2, len(rows) + 2),
        mapping or guess_mapping(headers, "invoices"),
        currency="",
        currency_of=lambda _name: "CNY",
    )


def row(number="INV-1", kind="invoice", on="2026-01-05", currency="CNY", amount="113.00", *more):
    return (number, kind, "K1", on, currency, amount, *more)


def reasons(table):
    return [(one.row, one.column, one.value, one.code) for one in table.rejected.values()]


def test_a_row_becomes_a_record():
    table = reader(row("INV-1", "invoice", "2026-01-05", "CNY", "113.00", "100.00", "13.00"))
    (found,) = records.invoices(table)
    assert (found.number, found.kind, found.issued_on) == (
        "INV-1",
        Kind.INVOICE,
        date(2026, 1, 5),
    )
    assert (found.amount, found.net, found.tax, found.void) == (11300, 10000, 1300, False)


@pytest.mark.parametrize(
    "kind,amount,net,tax,read",
    [
        ("credit note", "113.00", "100.00", "13.00", (Kind.CREDIT_NOTE, -11300, -10000, -1300)),
        ("credit note", "-113.00", "", "-13.00", (Kind.CREDIT_NOTE, -11300, -10000, -1300)),
        ("", "-113.00", "-100.00", "", (Kind.CREDIT_NOTE, -11300, -10000, -1300)),
        ("opening", "-113.00", "", "", (Kind.OPENING, -11300, None, None)),
        ("debit note", "113.00", "", "13.00", (Kind.DEBIT_NOTE, 11300, 10000, 1300)),
    ],
)
def test_the_sign_follows_the_kind_and_parts_are_completed(kind, amount, net, tax, read):
    table = reader(row("N1", kind, "2026-01-05", "CNY", amount, net, tax))
    (found,) = records.invoices(table)
    assert (found.kind, found.amount, found.net, found.tax) == read


def test_every_row_with_the_same_bad_cell_is_refused():
    table = reader(
        row("N1", on="soon"), row("N2"), row("N3", on="soon"), row("N4", kind="天气", on="soon")
    )
    assert [found.number for found in records.invoices(table)] == ["N2"]
    assert reasons(table) == [
        (2, "issue_date", "soon", codes.DATE_UNREADABLE),
        (4, "issue_date", "soon", codes.DATE_UNREADABLE),
        (5, "issue_date", "soon", codes.DATE_UNREADABLE),
    ]


def test_typed_cells_and_text_of_one_column_are_read_alike():
    table = reader(
        row("N1", on=date(2026, 1, 5), amount=113.0),
        row("N2", on="2026/1/5", amount="113"),
        row("N3", on=46027, amount="1,130.00"),
    )
    found = records.invoices(table)
    assert [(one.issued_on, one.amount) for one in found] == [
        (date(2026, 1, 5), 11300),
        (date(2026, 1, 5), 11300),
        (date(2026, 1, 5), 113000),
    ]


def test_a_zero_is_an_amount_and_an_empty_cell_is_none():
    table = reader(row("N1", amount="0.00"), row("N2", amount=""), row("", amount="1.00"))
    assert [found.amount for found in records.invoices(table)] == [0]
    assert reasons(table) == [
        (4, "number", "", codes.FIELD_EMPTY),
        (3, "amount", "", codes.FIELD_EMPTY),
    ]


def test_a_state_makes_its_document_void():
    blank = ("", "")
    table = reader(row("N1", *row()[1:2], "2026-01-05", "CNY", "1.00", *blank, "作废"), row("N2"))
    assert [found.void for found in records.invoices(table)] == [True, False]


def test_rows_that_the_mapping_skips_keep_the_numbers_of_the_others():
    columns = {name: Source((name,)) for name in ("number", "customer", "issue_date", "amount")}
    mapping = Mapping(kind="invoices", columns=columns, skip={"status": ("draft",)})
    skipped = row("N1", "", "2026-01-05", "CNY", "1.00", "", "", "Draft")
    table = reader(skipped, row("N2", on="soon"), mapping=mapping)
    assert records.invoices(table) == []
    assert reasons(table) == [(3, "issue_date", "soon", codes.DATE_UNREADABLE)]
