"""Files of other people against figures taken from them by other means."""

import json
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest

from domain.errors import FileUnreadable
from storage.bank import aeb43, bai2, coda, found, ofx, qif

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
FIGURES = DATA / "expected_statements.json"
pytestmark = pytest.mark.skipif(not FIGURES.is_file(), reason="the files are not here")

READERS = {"OFX": ofx, "QIF": qif, "BAI2": bai2, "CODA": coda, "AEB43": aeb43}
EMPTY = {"transactions": 0, "sum_credits": 0, "sum_debits": 0, "first": None, "last": None}
#: Where the figures themselves are doubtful: file, place of the statement, what we say, why.
DEVIATIONS = {
    (
        "bank/ofx/oca/test_ofx_wrong.ofx",
        0,
    ): (
        {"account": "", "currency": "", "transactions": 3, "sum_debits": 270},
        "account, currency, and one entry's amount and date stand in comments, which are no data",
    ),
    ("bank/ofx/ofxparse/date_missing.ofx", 0): (EMPTY, "no entry has a date that exists"),
    ("bank/ofx/ofxparse/decimal_error.ofx", 0): (EMPTY, "20 is no month and $120 no figure"),
    ("hostile/ofx_crash/use-after-free.ofx", 0): (EMPTY, "the entry is cut before its amount"),
    ("bank/qif/gnucash/Money95mfunds_fr.qif", 0): ({"sum_credits": 0}, "purchases of funds"),
    ("bank/qif/gnucash/every.qif", 0): ({"sum_credits": 0}, "trades, whose figures have no sign"),
    ("bank/qif/gnucash/swipe.qif", 0): ({"sum_credits": 0}, "trades, whose figures have no sign"),
    ("bank/qif/qifparse/file.qif", 1): ({"sum_credits": 0}, "trades, whose figures have no sign"),
    ("bank/qif/quiffen/test_transaction_before_account_definition_1.qif", 0): (
        {"transactions": 2},
        "a lone ^ ends no record",
    ),
    ("bank/coda/pycoda/Coda_v2_3_multi_statements.txt", 0): (
        {
            "transactions": 17,
            "sum_credits": Decimal("64703.01"),
            "sum_debits": Decimal("64703.01"),
            "balances_add_up": True,
        },
        "15 details of two globalised movements are their parts; so it is as the trailer says",
    ),
}
REJECTED = {
    "bank/ofx/oca/test_ofx_wrong.ofx": [found.BAD_AMOUNT],
    "bank/ofx/ofxparse/date_missing.ofx": [found.NO_DATE, found.NO_DATE, found.BAD_DATE],
    "bank/ofx/ofxparse/decimal_error.ofx": [found.BAD_AMOUNT],
    "hostile/ofx_crash/use-after-free.ofx": [found.CUT],
}
REFUSED = {"bank/coda/pycoda/Coda_faulty_version.txt": found.VERSION}


def known():
    if not FIGURES.is_file():
        return []
    files = json.loads(FIGURES.read_text(encoding="utf-8"))["files"]
    return [one for one in files if one["format"].split("/")[0].split(" ")[0] in READERS]


def reader_of(told):
    return READERS[told["format"].split("/")[0].split(" ")[0]]


def figure(text):
    return None if text is None else Decimal(text)


def wanted(told, place, name):
    account, currency = told["account_id"] or "", told["currency"] or ""
    if currency.startswith("see positions"):
        account, currency = account.split()
    return {
        "account": account,
        "currency": currency,
        "opening": figure(told["opening_balance"]),
        "closing": figure(told["closing_balance"]),
        "transactions": told["transactions"],
        "sum_credits": Decimal(told["sum_credits"]),
        "sum_debits": Decimal(told["sum_debits"]),
        "first": told.get("first_date", told.get("first_date_raw")),
        "last": told.get("last_date", told.get("last_date_raw")),
        "balances_add_up": told.get("balances_add_up"),
    } | DEVIATIONS.get((name, place), ({}, ""))[0]


def read_as(statement, told):
    first, last = statement.first_on, statement.last_on
    if statement.format == "BAI2":  # an account without lines bears the day of its group
        first, last = first or statement.from_on, last or statement.to_on
    days = [None if day is None else day.isoformat() for day in (first, last)]
    if statement.format == "QIF" and statement.lines:
        days = [written_day(line) for line in (statement.lines[0], statement.lines[-1])]
    if statement.format == "CODA":
        assert statement.from_on.isoformat() == told["opening_date"]
        assert statement.to_on.isoformat() == told["closing_date"]
        days = [None, None]
    return {
        "account": statement.account,
        "currency": statement.currency,
        "opening": statement.opening,
        "closing": statement.closing,
        "transactions": len(statement.lines),
        "sum_credits": statement.credits,
        "sum_debits": statement.debits,
        "first": days[0],
        "last": days[1],
        "balances_add_up": statement.adds_up,
    }


def written_day(line):
    return next(field[1:] for field in line.raw.split("\n") if field[0] == "D")


@pytest.mark.parametrize("told", known(), ids=lambda told: told["file"])
def test_every_statement_has_the_known_figures(told):
    content, reader = (DATA / told["file"]).read_bytes(), reader_of(told)
    if not told["statements"]:
        with pytest.raises(FileUnreadable) as fault:
            reader.read(content, told["file"])
        assert fault.value.facts["reason"] == REFUSED.get(told["file"], found.NO_STATEMENT)
        return
    file = reader.read(content, told["file"])
    assert reader.recognise(content[:4096])
    assert [one.code for one in file.rejected] == REJECTED.get(told["file"], [])
    assert len(file.statements) == len(told["statements"])
    for place, (statement, one) in enumerate(zip(file.statements, told["statements"], strict=True)):
        assert read_as(statement, one) == wanted(one, place, told["file"])


def test_what_does_not_add_up_is_told_in_the_figures_as_well():
    unbalanced = {
        (told["file"], place)
        for told in known()
        for place, one in enumerate(told["statements"])
        if one.get("balances_add_up") is False
        and not DEVIATIONS.get((told["file"], place), ({}, ""))[0].get("balances_add_up")
    }
    assert unbalanced == {
        ("bank/bai2/bai2/citi_example.bai2", 0),
        ("bank/bai2/moov/sample5-issue113.txt", 2),
    }


def test_text_of_utf_8_is_read_although_the_header_says_1252():
    path = DATA / "hostile/statements/ofx_utf8_says_1252.ofx"
    (statement,) = ofx.read(path.read_bytes(), str(path)).statements
    assert statement.lines[0].name == "海棠示例商贸有限公司"
    assert [note.code for note in statement.notes] == [found.ENCODING]


def everything():
    return sorted(path for path in DATA.glob("**/*") if path.is_file() and path.suffix != ".json")


def test_each_file_is_known_to_one_reader_at_most():
    ours = {told["file"] for told in known() if told["statements"]}
    for path in everything():
        head = path.read_bytes()[:4096]
        names = [name for name, reader in READERS.items() if reader.recognise(head)]
        told = path.relative_to(DATA).as_posix()
        if told in ours:
            assert len(names) == 1, told
        elif not told.startswith(("bank/ofx", "bank/qif", "bank/coda", "hostile/ofx_crash")):
            assert names == [], told


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_files_of_other_kinds_are_read_or_refused(reader):
    for path in everything():
        if path.stat().st_size > 1 << 20:
            continue
        with suppress(FileUnreadable):
            reader.read(path.read_bytes(), str(path))
