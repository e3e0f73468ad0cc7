"""What stands around a bank's table."""

from datetime import date
from decimal import Decimal

import pytest

from domain.reading.bank_told import Told, balance_label, read_told


def test_label_and_value_in_one_cell():
    told = read_told(
        [
            ["账号:[20880000] 户名:海棠示例公司"],
            ["起始日期:[2025-03-01 00:00:00]    终止日期:[2025-03-31 23:59:59]"],
            ["币种：人民币"],
        ]
    )
    assert (told.account, told.owner, told.currency) == ("20880000", "海棠示例公司", "CNY")
    assert (told.from_on, told.to_on) == (date(2025, 3, 1), date(2025, 3, 31))


def test_value_in_the_next_cell():
    told = read_told(
        [
            ["查询账号[ Inquirer account number ]", "", "455900000001"],
            ["账户名称", "海棠示例公司", "币别", "USD"],
            ["查询时间范围: 2025-01-01 至 2025-03-31"],
        ]
    )
    assert (told.account, told.owner, told.currency) == ("455900000001", "海棠示例公司", "USD")
    assert (told.from_on, told.to_on) == (date(2025, 1, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    "cell, account",
    [
        ("卡号: 1234****9876", "1234****9876"),
        ("支付宝账户：a.b@example.com", "a.b@example.com"),
        ("#账号：[20886000000000156]", "20886000000000156"),
        ("账户号: 10-540101040012345", "10-540101040012345"),
        ("IBAN: DE12 3456 7890", "DE1234567890"),
        ("Account Number : 08088804068", "08088804068"),
        ("账号: 6222 0000 0000 户名:某某", "622200000000"),
        ("卡别名: 1234", ""),
        ("账户名称: 12345", ""),
        ("账号: 无", ""),
    ],
)
def test_our_account(cell, account):
    assert read_told([[cell]]).account == account


def test_balances_of_the_period():
    rows = [
        ["Balance at start of period", "", "", "+30000,77"],
        ["Balance at end of period", "", "", "+31070,11"],
    ]
    told = read_told(rows, "comma")
    assert (told.opening, told.closing) == (Decimal("30000.77"), Decimal("31070.11"))
    told = read_told([["期初余额：1,000.00"], ["期末余额", "900.00元"]], "point")
    assert (told.opening, told.closing) == (Decimal(1000), Decimal(900))


def test_totals_that_wallets_state():
    told = read_told([["收入：2笔 28.50元"], ["支出：63笔 16.54元"], ["不计收支：2笔 9元"]])
    assert told.totals == {"credits": Decimal("28.50"), "debits": Decimal("16.54")}
    told = read_told([["#支出合计：2笔，共-0.12元"], ["#收入合计：2笔，共0.02元"]])
    assert told.totals == {"debits": Decimal("0.12"), "credits": Decimal("0.02")}
    told = read_told([["总交易单数", "应结订单总金额", "退款总金额"], ["`2", "`100.00", "`20.00"]])
    assert told.totals == {"credits": Decimal(100), "debits": Decimal(20)}


def test_a_credit_card_is_spoken_of():
    assert read_told([["某银行信用卡账单"]]).is_card
    assert read_told([["Credit card statement"]]).is_card
    assert not read_told([["某银行借记卡"]]).is_card


def test_prose_and_numbers_say_nothing():
    assert read_told([["x" * 5000, 12.5, None, "注：账号信息仅供参考"]]) == Told()
    assert read_told([]) == Told()


def test_names_of_balances():
    assert [balance_label(text) for text in ("期初余额", "上期结余", "Opening balance 1 Jan")] == [
        "opening"
    ] * 3
    assert [balance_label(text) for text in ("期末", "Endsaldo", "saldo final")] == ["closing"] * 3
    assert balance_label("货款") == balance_label("") == ""
