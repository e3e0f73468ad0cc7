"""Words of imports: every code of reading, files and notes, in both languages."""

import string

import pytest

from domain import einvoice
from domain.reading import codes
from domain.reading.headers import KINDS, fields
from storage.bank import found as bank_found
from storage.einvoice import found as einvoice_found
from storage.files import reader, reasons
from ui import import_fields, import_words


def constants(module, prefix=""):
    return [
        value
        for name, value in vars(module).items()
        if name.isupper() and name.startswith(prefix) and isinstance(value, str)
    ]


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", [*constants(codes), *constants(reader, "NOTE_")])
def test_every_reason_and_note_has_words(code):
    zh, en = import_words.ROWS[code]

    assert zh != en
    assert places(zh) <= places(en) | {"order"}
    assert places(en) <= places(zh) | {"order"}


@pytest.mark.parametrize(
    "reason", [*constants(reasons), "kind_unclear", "mapping_kind", "mapping_unreadable"]
)
def test_every_reason_of_a_file_has_words(reason):
    zh, en = import_words.FILES[reason]

    assert places(zh) == places(en)
    for language in ("zh", "en"):
        assert import_words.file_reason({"reason": reason}, language)


@pytest.mark.parametrize(
    "code",
    [
        *(code for code in constants(einvoice) if code.startswith("einvoice.")),
        *constants(einvoice_found),
        *constants(bank_found),
    ],
)
def test_every_finding_of_banks_and_electronic_invoices_has_words(code):
    zh, en = (import_words.text(code, {}, language) for language in ("zh", "en"))
    assert code not in (zh, en)
    assert zh != en


def test_facts_are_worded():
    told = import_words.text("row.field_empty", {"field": "issue_date"}, "zh")
    assert told == "“开票日期”不能为空。"
    rows = import_words.text("table.below", {"rows": tuple(range(9, 30))}, "en")
    assert "9, 10, 11, 12, 13, 14, 15, 16 … (21)" in rows
    assert import_words.text("no.such.code", {}, "zh") == "no.such.code"
    bank = import_words.file_reason({"reason": "kind_unclear", "found": "bank"}, "en")
    assert "bank statement" in bank


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_in_both_languages(kind):
    for name in fields(kind):
        zh, en = (import_fields.field_name(name, code, kind) for code in ("zh", "en"))
        assert zh != en
        assert name != zh
    assert import_fields.kind_name(kind, "zh") != kind
