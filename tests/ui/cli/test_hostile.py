"""Spellings, encodings and damage in files, end to end through the command line.

Small copies of the cases are here; the whole collection is read where it lies beside
the project.
"""

import codecs
import csv
import re
from pathlib import Path

import pytest

HOSTILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "hostile" / "csv"
needs_collection = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection is not here")

#: Spelling → what is booked, or the code it is refused with.
AMOUNTS = {
    '"1,234.56"': "1234.56",
    "１，２３４．５６": "1234.56",
    '"¥1,234.56"': "1234.56",
    "1234.56元": "1234.56",
    '"(1,234.56)"': "-1234.56",
    '"1,234.56-"': "-1234.56",
    "−1234.56": "-1234.56",
    '"1,23,456.78"': "123456.78",
    "12..34": "amount.unreadable",
    "1.2.3": "amount.unreadable",
    "1e3": "amount.scientific",
    "NaN": "amount.unreadable",
    "inf": "amount.unreadable",
    "0x10": "amount.unreadable",
    "=1+1": "amount.formula",
    '""': "row.field_empty",
    "1234.567": "amount.too_many_decimals",
}
DATES = {
    "2025/3/5": "2025-03-05",
    "20250305": "2025-03-05",
    "2025年3月5日": "2025-03-05",
    "２０２５年３月５日": "2025-03-05",
    "5-Mar-2025": "2025-03-05",
    "45721": "2025-03-05",
    "2025-03-05 23:59:59": "2025-03-05",
    "2024-02-29": "2024-02-29",
    "05/03/2025": "date.ambiguous",
    "2025-02-29": "date.impossible",
    "0000-00-00": "date.",
    "2025-3": "date.unreadable",
    "=TODAY()": "date.formula",
}


def outcome(cli, file, *, number="1", field="balance"):
    """Import a table of one invoice and return what was booked, or why not."""
    told = cli("import", "invoices", file, as_json=True)
    if told.json["rejected"]:
        assert told.code == 1
        assert (told.json["read"], told.json["added"]) == (1, 0)
        return told.json["rejected"][0]["code"]
    rows = cli("ageing", "--as-of", "9999-12-31", "--by", "item", as_json=True).json["rows"]
    return next((row[field] for row in rows if row["number"] == number), "0.00")


@pytest.mark.parametrize("spelling", AMOUNTS)
def test_an_amount_is_read_or_refused_never_guessed(book, table, spelling):
    file = table(f"发票号,客户名称,开票日期,到期日,价税合计\n1,A,2025-01-06,,{spelling}\n")

    assert outcome(book, file) == AMOUNTS[spelling]


@pytest.mark.parametrize("spelling", DATES)
def test_a_date_is_read_or_refused_never_guessed(book, table, spelling):
    file = table(f"发票号,客户名称,开票日期,价税合计\n1,A,{spelling},5.00\n")

    found = outcome(book, file, field="issue_date")

    assert found == DATES[spelling] or (DATES[spelling] == "date." and found.startswith("date."))


@needs_collection
@pytest.mark.parametrize(
    "name,head,line,field",
    [
        ("amount_spellings.csv", "价税合计,开票日期", '"{}",2025-01-06', "balance"),
        ("date_spellings.csv", "开票日期,价税合计", '"{}",5.00', "issue_date"),
    ],
)
def test_every_spelling_in_the_collection(book, table, name, head, line, field):
    wrong = []
    for number, (spelling, expected) in enumerate(_collected(name)):
        cells = line.format(spelling.replace('"', '""'))
        file = table(f"发票号,客户名称,{head}\n{number},A,{cells}\n")
        found = outcome(book, file, number=str(number), field=field)
        if not _as_expected(found, expected):
            wrong.append((spelling, expected, found))

    assert wrong == []


def _collected(name):
    with (HOSTILE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def _as_expected(found, expected):
    """An expectation names a value, or what may be asked, refused or empty; or both."""
    if found.partition(".")[0] in {"amount", "date", "row"}:
        return bool(re.search(r"error|ask|ambiguous|empty|decide|text|say so", expected))
    value = re.match(r"(?:ambiguous/)?(-?\d{4}-\d\d-\d\d|-?\d+(?:\.\d+)?)", expected)
    return bool(value) and found in (value[1], f"{value[1]}.00")


ENCODED = "发票号,客户名称,开票日期,到期日,价税合计\n0012345,海棠商贸,2025-01-06,2025-02-05,5.00\n"


@pytest.mark.parametrize(
    "encoding,newline",
    [
        ("utf-8", "\n"),
        ("utf-8", "\r"),
        ("utf-8-sig", "\r\n"),
        ("gb18030", "\r\n"),
        ("gbk", "\r"),
        ("utf-16", "\r\n"),
        ("utf-16-le", "\n"),
        ("utf-16-be", "\r"),
    ],
)
def test_any_encoding_and_line_end_reads_the_same(book, table, encoding, newline):
    file = table(ENCODED.replace("\n", newline), encoding=encoding)

    told = book("import", "auto", file, as_json=True)

    assert (told.code, told.json["kind"], told.json["added"]) == (0, "invoices", 1)
    assert book("balance", "--customer", "海棠商贸", as_json=True).json["items"][0]["number"] == (
        "0012345"
    )


def test_a_named_encoding_is_used_and_an_unknown_one_told(book, table):
    file = table(ENCODED.replace("海棠", "業務").encode("big5", "replace"))

    assert book("import", "auto", file, "--encoding", "big5", "--dry-run").code in (0, 3)
    answer = book("import", "auto", file, "--encoding", "klingon")
    assert (answer.code, answer.out) == (3, "")
    assert "klingon" in answer.err


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_delimiter_reads_the_same(book, table, mark):
    told = book("import", "auto", table(ENCODED.replace(",", mark)), as_json=True)

    assert (told.code, told.json["added"]) == (0, 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        codecs.BOM_UTF8,
        b"\r\n\r\n",
        b"%PDF-1.7 nothing",
        b"PK\x03\x04 broken zip",
        b"\xd0\xcf\x11\xe0 broken xls",
        bytes(range(256)) * 8,
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    ],
)
def test_what_is_no_table_is_refused_whole(book, table, content):
    for kind in ("auto", "invoices"):
        answer = book("import", kind, table(content))

        assert (answer.code, answer.out) == (3, "")
        assert "Nothing was imported" in answer.err


@pytest.mark.parametrize(
    "damage,code",
    [
        ('"Unclosed,2025-01-06,,1.00\n', "row.unclosed_quote"),
        ('"Odd" one,2025-01-06,,1.00\n', "row.bad_quotes"),
        ("A,2025-01-06,,1,234.50\n", "row.too_many_cells"),
        ("A\0B,2025-01-06,,1.00\n", "row.nul_bytes"),
        ("x" * 140_000 + ",2025-01-06,,1.00\n", "row.field_too_long"),
    ],
)
def test_a_damaged_row_is_told_and_the_others_read(book, table, damage, code):
    head = "发票号,客户名称,开票日期,到期日,价税合计\n"
    good = "2,B,2025-01-06,,2.00\n"
    answer = book("import", "invoices", table(f"{head}{good}1,{damage}{good}"), as_json=True)

    assert answer.code == 1
    assert [one["code"] for one in answer.json["rejected"]] == [code]
    assert answer.json["read"] == answer.json["added"] + answer.json["unchanged"] + len(
        answer.json["rejected"]
    )


def test_bytes_of_another_encoding_reject_only_their_row(book, table):
    lines = ENCODED.encode() + "2,龘靐,2025-01-06,2025-02-05,5.00\n".encode("gbk")

    answer = book("import", "invoices", table(lines), as_json=True)

    assert (answer.json["added"], answer.json["rejected"][0]["code"]) == (1, "encoding.bad_bytes")


@needs_collection
@pytest.mark.parametrize(
    "name", sorted(path.name for path in HOSTILE.glob("*")) if HOSTILE.is_dir() else []
)
def test_everything_in_the_collection_is_read_or_refused_and_nothing_lost(book, name):
    answer = book("import", "auto", HOSTILE / name, as_json=True)

    if answer.code == 3:
        assert set(answer.json) == {"error"}
        return
    told = answer.json
    assert answer.code == (1 if told["rejected"] else 0)
    counted = told["added"] + told["updated"] + told["unchanged"] + len(told["rejected"])
    assert told["read"] == counted
    assert book("check").code == 0
    again = book("import", "auto", HOSTILE / name, as_json=True).json
    assert (again["added"], again["updated"]) == (0, 0)
