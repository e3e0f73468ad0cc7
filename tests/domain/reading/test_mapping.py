"""Saved mappings: what they take from a row, and that they survive saving."""

import json

import pytest

from domain.reading import codes
from domain.reading.mapping import Mapping, Source, from_json

SAVED = {
    "kind": "receipts",
    "columns": {
        "customer": "customerNumber",
        "number": ["customerNumber", "checkNumber"],
        "reference": {"join": ["a", "b"], "with": ""},
        "date": {"first": ["paid on", {"join": ["a", "b"], "with": "/"}]},
        "amount": "Amount",
    },
    "constants": {"currency": "USD"},
    "defaults": {"method": "cheque"},
    "skip": {"status": ["Cancelled", "void"], "Amount": ["0"]},
    "scale": {"amount": 1000},
    "date_order": "mdy",
    "amount_style": "point",
    "encoding": "gb18030",
    "sheet": "S1",
}
HEADERS = ["customerNumber", "Check Number", "a", "b", "Paid On", "Amount", "status", "note", ""]
ROW = ["103", "HQ336336", "x", "y", "", "5.00", "Shipped", "kept", "lost"]


def _bound(**changes):
    mapping = from_json({**SAVED, **changes})
    assert isinstance(mapping, Mapping)
    return mapping.bind(HEADERS)


def test_mapping_survives_saving():
    mapping = from_json(SAVED)
    assert mapping.to_json() == SAVED
    assert from_json(json.loads(json.dumps(mapping.to_json()))) == mapping
    assert Mapping(kind="invoices").to_json() == {"kind": "invoices"}


def test_fields_are_taken_from_their_columns():
    bound = _bound()
    taken = {name: bound.column(name, [ROW])[0] for name in bound.getters}
    assert taken == {
        "customer": "103",
        "number": "103-HQ336336",
        "reference": "xy",
        "date": "x/y",
        "amount": "5.00",
        "method": "cheque",
        "currency": "USD",
    }
    assert bound.problems == ()
    assert bound.column("payer", [ROW]) == [None]


def test_default_fills_only_empty_cells():
    bound = _bound(columns={"method": "note"})
    assert bound.column("method", [ROW, ["", "", "", "", "", "", "", " ", ""]]) == [
        "kept",
        "cheque",
    ]


def test_unused_columns_are_kept_with_the_record():
    assert _bound().extras(ROW) == {"status": "Shipped", "note": "kept"}


def test_rows_are_skipped_by_text_or_by_value():
    bound = _bound()
    assert not bound.skipped(ROW)
    assert bound.skipped([*ROW[:6], " CANCELLED", "", ""])
    assert bound.skipped([*ROW[:5], "0.00", "Shipped", "", ""])
    assert _bound(skip={"note": [""]}).skipped([*ROW[:7], "", ""])


def test_missing_columns_are_problems():
    bound = _bound(columns={"amount": "Betrag"}, skip={"Stand": ["x"]})
    assert bound.problems == (
        (codes.MAPPING_COLUMN_MISSING, {"column": "Betrag", "field": "amount"}),
        (codes.MAPPING_COLUMN_MISSING, {"column": "Stand", "field": "skip"}),
    )
    assert bound.column("amount", [ROW]) in ([None], [""])


def test_of_equal_headers_the_first_is_taken():
    bound = Mapping(kind="invoices", columns={"number": Source(("No",))}).bind(["No", "No", "no"])
    assert bound.column("number", [["1", "2", "3"]]) == ["1"]


@pytest.mark.parametrize(
    "changes,key",
    [
        ({"kind": "bank"}, "kind"),
        ({"colums": {}}, "colums"),
        ({"columns": []}, "columns"),
        ({"columns": {"amonut": "a"}}, "columns.amonut"),
        ({"columns": {"amount": 5}}, "columns.amount"),
        ({"columns": {"amount": []}}, "columns.amount"),
        ({"columns": {"amount": {"first": "a"}}}, "columns.amount"),
        ({"columns": {"amount": {"join": ["a"], "with": 1}}}, "columns.amount"),
        ({"columns": {"amount": [[["a"]]]}}, "columns.amount"),
        ({"constants": {"currency": 1.5}}, "constants.currency"),
        ({"constants": {"colour": "x"}}, "constants.colour"),
        ({"skip": {"status": "x"}}, "skip.status"),
        ({"scale": {"amount": True}}, "scale.amount"),
        ({"scale": {"amount": 0}}, "scale.amount"),
        ({"date_order": "ymd"}, "date_order"),
        ({"amount_style": 1}, "amount_style"),
        ({"sheet": 1}, "sheet"),
    ],
)
def test_what_is_not_understood_is_named(changes, key):
    assert from_json({**SAVED, **changes}) == (codes.MAPPING_UNREADABLE, {"key": key})


@pytest.mark.parametrize("saved", [None, [], "x", 5, {}])
def test_what_is_no_mapping_is_refused(saved):
    assert from_json(saved) == (codes.MAPPING_UNREADABLE, {"key": "kind"})


def test_whole_numbers_may_be_constants():
    assert from_json({"kind": "invoices", "constants": {"terms": 30}}).constants == {"terms": "30"}
