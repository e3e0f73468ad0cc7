"""Tables of real banks and wallets, against figures found by other readers."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from domain.errors import FileUnreadable
from domain.reading.bank import from_json
from storage.bank import tables
from storage.bank.recognise import read_bank

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
MAPPINGS = Path(__file__).resolve().parents[2] / "data" / "mappings"
EXPECTED = DATA / "expected_statements.json"
pytestmark = pytest.mark.skipif(not EXPECTED.is_file(), reason="the statements are not here")

#: Files that nobody can read without being told how, and the mapping that tells.
MAPPED = {
    # No header row, so which of two columns is money out, and 05/01 in May, cannot be known.
    "bank/csv_cn/double-entry-generator/td/example-td-records.csv": "bank-td.json",
}
#: Where the expected figure is doubtful: file, statement, figure, ours, and why.
DEVIATIONS = {
    (
        "bank/csv_cn/double-entry-generator/alipay/example-alipay-records.csv",
        0,
        "account",
    ): ("xx@gmail.com", "the file names its account above the table: 支付宝账户"),
}


def _tables():
    if not EXPECTED.is_file():
        return []
    files = json.loads(EXPECTED.read_text(encoding="utf-8"))["files"]
    return [
        one for one in files if one["file"].split("/")[1].startswith("csv_") or _is_zip(one["file"])
    ]


def _is_zip(name):
    return name.startswith("bank/") and name.endswith(".zip")


def _decimal(text):
    return None if text is None else Decimal(text)


def _wanted(told):
    neutral = told.get("neutral") or {"count": 0, "sum": "0"}
    return {
        "account": (told["account_id"] or "").partition(" ")[0],
        "currency": told["currency"] or "",
        "opening": _decimal(told["opening_balance"]),
        "closing": _decimal(told["closing_balance"]),
        "lines": told["transactions"],
        "credits": _decimal(told["sum_credits"]),
        "debits": _decimal(told["sum_debits"]),
        "first": told["first_date"],
        "last": told["last_date"],
        "adds_up": told.get("balances_add_up"),
        "neutral": neutral["count"],
        "neutral sum": _decimal(neutral["sum"]),
    }


def _found(statement):
    neutral = [line for line in statement.lines if line.is_neutral]
    days = [line.booked_on for line in statement.counted()]
    return {
        "account": statement.account,
        "currency": statement.currency,
        "opening": statement.opening,
        "closing": statement.closing,
        "lines": len(days),
        "credits": statement.credits,
        "debits": statement.debits,
        "first": min(days).isoformat(),
        "last": max(days).isoformat(),
        "adds_up": statement.adds_up,
        "neutral": len(neutral),
        "neutral sum": sum(line.amount for line in neutral),
    }


@pytest.mark.parametrize("told", _tables(), ids=lambda told: told["file"])
def test_a_statement_has_the_figures_that_others_found(told):
    name = told["file"]
    mapping = None
    if name in MAPPED:
        mapping = from_json(json.loads((MAPPINGS / MAPPED[name]).read_text(encoding="utf-8")))
    file = read_bank(DATA / name, mapping=mapping)
    assert file.rejected == ()
    assert len(file.statements) == len(told["statements"])
    for place, statement in enumerate(told["statements"]):
        wanted = _wanted(statement)
        for (where, number, figure), (ours, _) in DEVIATIONS.items():
            if (where, number) == (name, place):
                wanted[figure] = ours
        assert _found(file.statements[place]) == wanted


@pytest.mark.parametrize("name", MAPPED)
def test_files_with_a_mapping_cannot_be_read_without(name):
    with pytest.raises(FileUnreadable) as caught:
        read_bank(DATA / name)
    assert caught.value.facts["headers"]


def _hostile():
    return sorted(path.name for path in (DATA / "hostile" / "csv").glob("*"))


@pytest.mark.parametrize("name", _hostile())
def test_hostile_tables_are_refused_with_a_reason(name):
    content = (DATA / "hostile" / "csv" / name).read_bytes()
    with pytest.raises(FileUnreadable) as caught:
        tables.read(content, name)
    assert caught.value.facts["reason"]
