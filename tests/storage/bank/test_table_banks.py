"""The tables of each bank and wallet are read without a mapping.

Every sample holds the same two movements: 500.00 from 海棠示例公司 and 20.00 to 白桦示例公司,
on 10 and 11 April 2026, of an account that began with 1,000.00.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from storage.bank import tables

FOLDER = Path(__file__).parents[2] / "data" / "bank_tables"
BANKS = sorted(path.stem for path in FOLDER.glob("*.csv") if not path.stem.startswith("card-"))
CARDS = sorted(path.stem for path in FOLDER.glob("card-*.csv"))


def _read(name, encoding="utf-8"):
    content = (FOLDER / f"{name}.csv").read_text(encoding="utf-8").encode(encoding)
    return tables.read(content, f"{name}.csv")


@pytest.mark.parametrize("bank", BANKS)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_bank_is_read_without_a_mapping(bank, encoding):
    file = _read(bank, encoding)
    (statement,) = file.statements
    assert (file.format, file.rejected) == ("table", ())
    assert statement.currency == ("EUR" if bank in ("ing", "sparkasse") else "CNY")
    lines = sorted(statement.lines, key=lambda line: line.booked_on)
    assert [line.amount for line in lines] == [500, -20]
    assert [f"{line.booked_on:%m-%d}" for line in lines] == ["04-10", "04-11"]
    assert [line.name for line in lines] == ["海棠示例公司", "白桦示例公司"]
    assert [line.account for line in lines] == ["6222000001", "6222000002"]
    assert all(word in lines[0].text for word in ("货款", "HT-1"))
    assert lines[1].text == "退款"
    assert statement.adds_up
    assert (statement.opening, statement.closing) == (1000, 1480)


@pytest.mark.parametrize(
    "bank, account, owner",
    [
        ("ccb", "3205000001", "自己示例公司"),
        ("ccb-two-headers", "3205000001", "自己示例公司"),
        ("abc", "3205000001", "自己示例公司"),
        ("abc-fees", "3205000001", "自己示例公司"),
        ("boc", "3205000001", ""),
        ("cmb", "3205000001", "自己示例公司"),
        ("pingan", "3205000001", ""),
        ("cib", "3205000001", "自己示例公司"),
        ("ccb-xls", "3205000001", "自己示例公司"),
        ("icbc-card", "3205****0001", ""),
        ("boc-page", "0001", ""),
        ("sparkasse", "DE0001", ""),
    ],
)
def test_our_account_and_its_holder(bank, account, owner):
    (statement,) = _read(bank).statements
    assert (statement.account, statement.owner) == (account, owner)


@pytest.mark.parametrize(
    "bank, serials, times",
    [
        ("icbc", ["", ""], "10:11:12"),
        ("ccb", ["1-5678", "1-5679"], "10:11:12"),
        ("boc", ["R1", "R2"], "10:11:12"),
        ("cmb", ["C1", "C2"], "10:11:12"),
        ("pingan", ["P1", "P2"], "10:11:12"),
        ("spdb", ["S1", "S2"], "10:11:12"),
        ("bosc", ["H1", "H2"], "10:11:12"),
        ("cmb-new", ["", ""], ""),
    ],
)
def test_numbers_and_times_of_the_bank(bank, serials, times):
    (statement,) = _read(bank).statements
    assert [line.serial for line in statement.lines] == serials
    assert {line.at for line in statement.lines} == {times}


def test_everbright_without_balances():
    text = """交易时间,借方发生额,贷方发生额,对方名称,摘要,凭证号
2026-04-10 10:11:12,,500.00,海棠示例公司,货款,1
2026-04-11 10:11:12,20.00,,白桦示例公司,退款,2
"""
    (statement,) = tables.read(text.encode(), "ceb.csv").statements
    assert (statement.credits, statement.debits) == (500, 20)
    assert (statement.opening, statement.closing, statement.adds_up) == (None, None, None)
    assert [line.serial for line in statement.lines] == ["1", "2"]


@pytest.mark.parametrize(
    "numbers, serials, references",
    [(("1", "2"), ["1", "2"], ["", ""]), (("1", "1"), ["", ""], ["1", "1"])],
)
def test_a_voucher_number_is_a_serial_number_only_where_it_is_one(numbers, serials, references):
    rows = "\n".join(f"2026-04-1{n},,5.00,货款,{number}" for n, number in enumerate(numbers))
    (statement,) = tables.read(f"交易时间,借方,贷方,摘要,凭证号\n{rows}".encode(), "x").statements
    assert [line.serial for line in statement.lines] == serials
    assert [line.reference for line in statement.lines] == references


def test_the_value_date_and_the_other_bank():
    (statement,) = _read("cmb").statements
    line = statement.lines[0]
    assert (str(line.value_on), line.bank, line.reference) == ("2026-04-10", "苏州", "P1 R1")
    assert (line.code, line.row) == ("转账", 4)
    assert line.raw.startswith("C1,20260410,10:11:12")


@pytest.mark.parametrize("card", CARDS)
def test_money_back_is_money_in_on_every_card(card):
    (statement,) = _read(card).statements
    assert (statement.credits, statement.debits) == (500, 20)
    assert (statement.currency, statement.account) == ("CNY", "")


def test_two_currencies_are_two_statements():
    text = """Date,Description,Billing amount,Billing currency,Balance,Balance currency
14/04/2026,SHOP,"-20.00"\t,HKD,"1,480.00"\t,HKD
13/04/2026,SALARY,"12,500.00"\t,CNY,"12500.00"\t,CNY
12/04/2026,CLIENT,"500.00"\t,HKD,"1,500.00"\t,HKD
"""
    hkd, cny = tables.read(text.encode(), "hk.csv").statements
    assert (hkd.currency, hkd.opening, hkd.closing) == ("HKD", 1000, 1480)
    assert (cny.currency, cny.opening, cny.closing) == ("CNY", None, Decimal(12500))


def test_two_accounts_are_two_statements():
    text = """账号,交易日期,摘要,借方,贷方,余额
1000001,2026-04-10,收款,,50.00,150.00
1000002,2026-04-10,收款,,5.00,15.00
1000001,2026-04-11,付款,20.00,,130.00
1000002,2026-04-11,付款,2.00,,13.00
"""
    one, two = tables.read(text.encode(), "two.csv").statements
    assert (one.account, one.opening, one.closing) == ("1000001", 100, 130)
    assert (two.account, two.opening, two.closing) == ("1000002", 10, 13)
