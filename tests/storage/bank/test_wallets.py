"""Exports of Alipay and WeChat Pay, personal and of merchants."""

from decimal import Decimal
from pathlib import Path

import pytest

from storage.bank import found, tables

FOLDER = Path(__file__).parents[2] / "data" / "wallet_tables"
ALIPAY = (FOLDER / "alipay.csv").read_text(encoding="utf-8")
WEB = (FOLDER / "alipay-web.csv").read_text(encoding="utf-8")
LEDGER = (FOLDER / "alipay-ledger.csv").read_text(encoding="utf-8")
BUSINESS = (FOLDER / "alipay-trades.csv").read_text(encoding="utf-8")
WECHAT = (FOLDER / "wechat.csv").read_text(encoding="utf-8")
TRADES = (FOLDER / "wechat-trades.csv").read_text(encoding="utf-8")
FUNDS = (FOLDER / "wechat-funds.csv").read_text(encoding="utf-8")


def _read(text, encoding="utf-8"):
    file = tables.read(text.encode(encoding), "wallet.csv")
    (statement,) = file.statements
    assert (file.rejected, statement.currency) == ((), "CNY")
    return file, statement


def _codes(statement):
    return [note.code for note in statement.notes if note.code.startswith("bank.")]


def test_alipay_counts_as_its_own_totals_do():
    file, statement = _read(ALIPAY, "gb18030")
    assert (file.format, statement.account, statement.owner) == (
        "alipay",
        "shop@example.com",
        "示例",
    )
    assert (statement.credits, statement.debits) == (500, 60)
    assert [line.amount for line in statement.lines if line.is_neutral] == [20, 9]
    assert (str(statement.from_on), str(statement.to_on)) == ("2026-04-01", "2026-04-30")
    line = statement.lines[0]
    assert (line.name, line.account, line.text) == ("海棠示例公司", "a***@example.com", "货款 HT-1")
    assert (line.serial, line.reference, line.code, line.at) == ("20260001", "", "转账", "10:11:12")
    assert statement.lines[1].account == ""


def test_a_closed_trade_that_counts_nowhere_is_left_out_and_told():
    _, statement = _read(ALIPAY, "gb18030")
    (note,) = [note for note in statement.notes if note.code == found.UNMOVED]
    assert note.facts == {"count": 1, "rows": (21,)}
    assert _codes(statement) == [found.UNMOVED]


def test_totals_that_do_not_fit_are_told():
    text = ALIPAY.replace("收入：1笔 500.00元", "收入：2笔 900.00元")
    _, statement = _read(text, "gb18030")
    (note,) = [note for note in statement.notes if note.code == found.CONTROL]
    assert note.facts == {"what": "credits", "told": "900.00", "found": "500.00"}


def test_alipay_of_the_web_tells_what_became_of_the_money():
    file, statement = _read(WEB, "gb18030")
    assert (file.format, statement.account) == ("alipay", "shop@example.com")
    assert (statement.credits, statement.debits) == (500, 0)
    first, moved = statement.lines
    assert (first.charges, first.serial, first.reference) == (3, "1", "A1")
    assert (moved.amount, moved.is_neutral) == (100, True)
    assert _codes(statement) == [found.UNMOVED]


def test_the_ledger_of_an_alipay_merchant():
    file, statement = _read(LEDGER, "gb18030")
    assert (file.format, statement.account) == ("alipay", "20880000000000001")
    assert [line.amount for line in statement.lines] == [500, -3]
    assert (statement.opening, statement.closing, statement.adds_up) == (1000, 1497, True)
    line = statement.lines[0]
    assert (line.name, line.account, line.text) == ("张三", "138****0000", "货款")
    assert (line.serial, line.reference) == ("11", "21 A1")
    assert _codes(statement) == []


def test_the_trades_of_an_alipay_merchant():
    _, statement = _read(BUSINESS, "gb18030")
    assert [line.amount for line in statement.lines] == [500, -100]
    assert [line.charges for line in statement.lines] == [3, 0]
    assert statement.lines[0].at == "10:11:12"


def test_wechat_with_neutral_rows_and_fees_in_remarks():
    file, statement = _read(WECHAT, "utf-8-sig")
    assert (file.format, statement.credits, statement.debits) == ("wechat", 500, 20)
    (neutral,) = [line for line in statement.lines if line.is_neutral]
    assert (neutral.amount, neutral.charges) == (Decimal("100.10"), Decimal("0.10"))
    assert [line.name for line in statement.lines[:2]] == ["海棠示例公司", '白桦"示例"公司']
    assert [line.serial for line in statement.lines] == ["1001", "1002", "1003"]
    assert [line.reference for line in statement.lines] == ["", "A2", ""]
    assert statement.lines[0].text == "转账备注:货款"
    assert _codes(statement) == []


def test_the_trades_of_a_wechat_merchant_with_refunds_and_totals():
    file, statement = _read(TRADES)
    assert (file.format, statement.credits, statement.debits) == ("wechat", 500, 100)
    assert [line.charges for line in statement.lines] == [3, 0]
    assert [line.serial for line in statement.lines] == ["4201", "4201"]
    assert _codes(statement) == []


def test_the_funds_of_a_wechat_merchant():
    file, statement = _read(FUNDS)
    assert (file.format, statement.credits, statement.debits) == ("wechat", 500, 3)
    assert (statement.opening, statement.closing) == (1000, 1497)
    assert _codes(statement) == []


@pytest.mark.parametrize(
    "status, count", [("支付失败", 1), ("已撤销", 1), ("支付成功", 2), ("已全额退款", 2)]
)
def test_failed_payments_moved_no_money(status, count):
    text = WECHAT.replace("零钱,支付成功", f"零钱,{status}")
    _, statement = _read(text)
    assert len(statement.counted()) == count


def test_a_wallet_without_movements_is_a_statement_without_lines():
    text = "\n".join(WECHAT.splitlines()[:9])
    _, statement = _read(text)
    assert (statement.lines, statement.format) == ((), "wechat")
