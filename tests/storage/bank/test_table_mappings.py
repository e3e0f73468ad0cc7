"""Mappings of tables: given by a person, learned, and found again by the headers."""

from datetime import date
from decimal import Decimal

import pytest

from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.bank import BankMapping, from_json
from storage.bank import found, tables

HEAD = "交易日期,摘要,借方发生额,贷方发生额,余额\n"


def _read(text, **options):
    return tables.read(text.encode(), "x.csv", **options)


def _only(text, **options):
    (statement,) = _read(text, **options).statements
    return statement


def _refused(text, **options):
    with pytest.raises(FileUnreadable) as caught:
        _read(text, **options)
    return caught.value.facts


WANN = "Wann;Was;Wieviel;Stand;Art\n10.04.26;A;500,00;1500,00;H\n11.04.26;B;20,00;1480,00;S\n"
TOLD = BankMapping(
    columns={
        "date": ("Wann",),
        "text": ("Was",),
        "amount": ("Wieviel",),
        "balance": ("Stand",),
        "direction": ("Art",),
    },
    constants={"currency": "EUR", "own_account": "DE1", "owner": "Wir"},
    sign="direction",
)


def test_a_mapping_reads_what_nobody_knows():
    file = _read(WANN, mapping=TOLD)
    (statement,) = file.statements
    assert [line.amount for line in statement.lines] == [500, -20]
    assert (statement.account, statement.owner, statement.currency) == ("DE1", "Wir", "EUR")
    assert (statement.opening, statement.closing) == (1000, 1480)
    assert file.mapping == {
        **TOLD.to_json(),
        "date_order": "dmy",
        "amount_style": "comma",
    }


def test_a_learned_mapping_is_found_by_the_headers():
    other = BankMapping(columns={"date": ("Zeit",), "amount": ("Geld",)}, sign="signed")
    assert _only("Auszug\n" + WANN, learned=[other, TOLD]).credits == 500
    assert _refused(WANN, learned=[other])["reason"] == found.NO_COLUMNS


def test_a_learned_mapping_goes_before_guessing_and_the_latest_before_others():
    text = "交易日期,摘要,金额\n2026-04-10,货款,5.00\n"
    columns = {"date": ("交易日期",), "amount": ("金额",)}
    old, new = (BankMapping(columns=columns, sign=sign) for sign in ("signed", "inverse"))
    assert _only(text, learned=[old, new]).debits == 5
    assert _only(text, learned=[new, old]).credits == 5


def test_a_mapping_of_what_was_read_reads_it_again():
    file = _read(HEAD + "2026-04-10,货款,,500.00,1500.00\n2026-04-11,退款,20.00,,1480.00\n")
    again = _read(HEAD + "2026-04-12,货款,,1.00,1481.00\n", learned=[from_json(file.mapping)])
    assert again.statements[0].credits == 1


def test_a_mapping_without_headers():
    mapping = from_json(
        {
            "kind": "bank",
            "columns": {"date": "1", "text": "2", "debit": "3", "credit": "4"},
            "sign": "sides",
            "date_order": "mdy",
            "no_header": True,
        }
    )
    statement = _only("05/01/2026,A,1.96,\n05/03/2026,B,,332.22\n", mapping=mapping)
    assert [line.amount for line in statement.lines] == [Decimal("-1.96"), Decimal("332.22")]
    assert statement.first_on == date(2026, 5, 1)


def test_a_column_that_the_mapping_names_and_the_file_lacks():
    facts = _refused(HEAD + "2026-04-10,货款,,5.00,\n", mapping=TOLD)
    assert (facts["reason"], facts["column"]) == (codes.MAPPING_COLUMN_MISSING, "Wann")
    assert facts["headers"] == ("交易日期", "摘要", "借方发生额", "贷方发生额", "余额")


def test_a_mapping_skips_rows_and_names_words():
    mapping = from_json(
        {
            "kind": "bank",
            "columns": {"date": "Tag", "amount": "Geld", "direction": "Art"},
            "sign": "direction",
            "words": {"in": ["plus"], "out": ["minus"]},
            "skip": {"Status": ["vorgemerkt"]},
        }
    )
    text = "Tag,Geld,Art,Status\n2026-04-10,5.00,plus,ok\n2026-04-11,1.00,minus,ok\n"
    file = _read(text + "2026-04-12,9.00,quer,Vorgemerkt\n", mapping=mapping)
    assert [line.amount for line in file.statements[0].lines] == [5, -1]
    assert file.rejected == ()
