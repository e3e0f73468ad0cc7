"""Mappings of banks' tables: what they need, how they are saved, and when they fit."""

import json

import pytest

from domain.reading import codes
from domain.reading.bank import BankMapping, from_json, read_way

SAVED = {
    "kind": "bank",
    "columns": {"date": "Buchungstag", "amount": "Betrag", "text": ["Zweck", "Art"]},
    "constants": {"currency": "EUR", "own_account": "DE00"},
    "sign": "signed",
    "words": {"in": ["H"], "out": ["S"]},
    "skip": {"Status": ["Vorgemerkt"]},
    "date_order": "dmy",
    "amount_style": "comma",
    "encoding": "cp1252",
    "sheet": "Umsätze",
    "headers": ["Buchungstag", "Betrag", "Zweck", "Art", "Status", "Info"],
}


def _mapping(**changes):
    mapping = from_json({**SAVED, **changes})
    assert isinstance(mapping, BankMapping)
    return mapping


def test_a_mapping_survives_saving():
    mapping = _mapping()
    assert mapping.to_json() == {
        **SAVED,
        "words": {"in": ["H"], "out": ["S"]},
    }
    assert from_json(json.loads(json.dumps(mapping.to_json()))) == mapping
    assert BankMapping().to_json() == {"kind": "bank"}


def test_a_mapping_without_headers_says_so():
    saved = {"kind": "bank", "columns": {"date": "1"}, "no_header": True}
    assert from_json(saved).to_json() == saved
    assert not from_json(saved).fits(["1", "2"])


@pytest.mark.parametrize(
    "changes, key",
    [
        ({"kind": "invoices"}, "kind"),
        ({"colour": "red"}, "colour"),
        ({"columns": []}, "columns"),
        ({"columns": {"price": "A"}}, "columns.price"),
        ({"columns": {"date": ["A", "B"]}}, "columns.date"),
        ({"columns": {"date": ""}}, "columns.date"),
        ({"columns": {"text": [1]}}, "columns.text"),
        ({"constants": {"date": "2025-01-01"}}, "constants.date"),
        ({"constants": {"currency": 1}}, "constants.currency"),
        ({"sign": "plus"}, "sign"),
        ({"words": {"up": ["H"]}}, "words.up"),
        ({"skip": {"Status": []}}, "skip.Status"),
        ({"date_order": "ymd"}, "date_order"),
        ({"amount_style": 1}, "amount_style"),
        ({"no_header": "yes"}, "no_header"),
        ({"encoding": 1}, "encoding"),
        ({"headers": "A"}, None),
        ({"headers": [1]}, "headers"),
    ],
)
def test_what_is_not_understood_is_named(changes, key):
    found = from_json({**SAVED, **changes})
    if key is None:
        assert found.headers == ("A",)
    else:
        assert (found.code, found.facts) == (codes.MAPPING_UNREADABLE, {"key": key})


def test_no_json_at_all_is_not_understood():
    assert from_json("x").facts == from_json(None).facts == {"key": "kind"}


@pytest.mark.parametrize(
    "sign, columns, missing",
    [
        (None, {"amount": "A"}, ("date", "sign")),
        ("signed", {"date": "D"}, ("amount",)),
        ("inverse", {"date": "D", "amount": "A"}, ()),
        ("sides", {"date": "D"}, ("amount",)),
        ("sides", {"date": "D", "credit": "C"}, ()),
        ("direction", {"date": "D", "amount": "A"}, ("direction",)),
        ("parties", {"date": "D", "amount": "A", "payer_account": "P"}, ("payee_account",)),
    ],
)
def test_a_mapping_tells_what_it_lacks(sign, columns, missing):
    mapping = BankMapping(columns={name: (header,) for name, header in columns.items()}, sign=sign)
    assert mapping.missing() == missing


def test_a_mapping_fits_files_with_all_headers_of_its_own():
    mapping = _mapping()
    assert mapping.fits(["status", "INFO", "Art", "zweck ", "Betrag", "Buchungstag", "more"])
    assert not mapping.fits(["Buchungstag", "Betrag", "Zweck", "Art", "Status"])
    assert _mapping(headers=[]).fits(["Buchungstag", "Betrag", "Zweck", "Art", "Status"])
    assert not BankMapping().fits(["Buchungstag"])


@pytest.mark.parametrize(
    "word, way",
    [
        ("贷", "in"),
        ("贷 Cr", "in"),
        ("贷方", "in"),
        ("收入", "in"),
        ("Credit", "in"),
        ("CRDT", "in"),
        ("Bij", "in"),
        ("H", "in"),
        ("借", "out"),
        ("借 Dr", "out"),
        ("支出", "out"),
        ("往账", "out"),
        ("DEBIT", "out"),
        ("Af", "out"),
        ("S", "out"),
        ("/", "neutral"),
        ("不计收支", "neutral"),
        ("资金转移", "neutral"),
        ("", None),
        ("转账", None),
    ],
)
def test_words_tell_which_way_money_went(word, way):
    assert read_way(word, {}) == way


def test_words_of_the_mapping_go_first():
    words = {"out": ("H", "消费"), "neutral": ("X",)}
    assert [read_way(word, words) for word in ("h", "消费 超市", "X", "S")] == [
        "out",
        "out",
        "neutral",
        "out",
    ]
