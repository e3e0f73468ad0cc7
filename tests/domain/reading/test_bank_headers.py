"""Headers of banks' tables to fields."""

import pytest

from domain.reading.bank_headers import choose, is_second_row, is_statement, known, ranks

ICBC = [
    "凭证号",
    "交易时间",
    "对方单位",
    "对方账号",
    "转入金额",
    "转出金额",
    "余额",
    "用途",
    "摘要",
    "附言",
]
BOC = [
    "付款人账号[ Debit Account No. ]",
    "付款人名称[ Payer's Name ]",
    "收款人账号[ Payee's Account Number ]",
    "收款人名称[ Payee's Name ]",
    "交易日期[ Transaction Date ]",
    "交易时间[ Transaction time ]",
    "交易金额[ Trade Amount ]",
]


def _chosen(headers):
    return {name: list(columns) for name, columns in choose(headers).items()}


def test_columns_are_found_by_their_names():
    assert _chosen(ICBC) == {
        "date": ["交易时间"],
        "credit": ["转入金额"],
        "debit": ["转出金额"],
        "balance": ["余额"],
        "account": ["对方账号"],
        "name": ["对方单位"],
        "text": ["用途", "摘要", "附言"],
        "serial": ["凭证号"],
    }


def test_a_translation_in_brackets_does_not_matter():
    assert _chosen(BOC) == {
        "date": [BOC[4]],
        "amount": [BOC[6]],
        "time": [BOC[5]],
        "payer_account": [BOC[0]],
        "payer_name": [BOC[1]],
        "payee_account": [BOC[2]],
        "payee_name": [BOC[3]],
    }


@pytest.mark.parametrize(
    "header, field",
    [
        ("借方发生额（支取）", "debit"),
        ("贷方(入账)", "credit"),
        ("交易金额(收入)", "credit"),
        ("金额（支出）", "debit"),
        ("收入金额（+元）", "credit"),
        ("收(付)方名称", "name"),
        ("对方帐号", "account"),
        ("余额/元", "balance"),
        ("Débit euros", "debit"),
        ("Betrag (€)", "amount"),
        ("日 志 号", "serial"),
        ("交易地点/附言", "text"),
        ("Date opération", "date"),
        ("Libellé", "text"),
        ("Saldo nach Buchung", "balance"),
        ("Omschrijving-1", "text"),
        ("Fecha valor", "value_date"),
        ("Credit / Debit", "direction"),
    ],
)
def test_a_header_names_its_field(header, field):
    assert ranks(header)[0][0] == field


@pytest.mark.parametrize(
    "header", ["", "客户编号", "x" * 61, "费率备注", "汇率", "交易金额(收入/支出)x"]
)
def test_other_headers_name_none(header):
    assert [name for name, _ in ranks(header) if name != "amount"] == []


def test_the_date_of_the_transaction_goes_before_that_of_its_booking():
    assert _chosen(["记账日期", "交易日期", "起息日"]) == {
        "date": ["交易日期"],
        "value_date": ["起息日"],
    }
    assert _chosen(["记账日期", "金额"])["date"] == ["记账日期"]


def test_figures_in_the_currency_of_the_account_go_first():
    chosen = _chosen(["交易金额(收入)", "交易币种", "记账金额(收入)", "记账币种"])
    assert chosen == {"credit": ["记账金额(收入)"], "currency": ["记账币种"]}


def test_a_row_is_one_of_headers_with_a_date_and_a_figure():
    assert known(ICBC) == 8
    assert known(["账号", "户名", "币种"]) == known([]) == 0


def test_second_rows_only_say_the_sides():
    assert is_second_row(["", "", "借方", "贷方", ""])
    assert not is_second_row(["", "转账", "借方"])
    assert not is_second_row(["", ""])
    assert not is_second_row(["贷", ""])


@pytest.mark.parametrize(
    "headers, told",
    [
        ("交易日期 借方 贷方", True),
        ("Date Amount Balance", True),
        ("交易日期 金额 收/支", True),
        ("交易日期 交易金额 付款人账号 收款人账号", True),
        ("Date Description Amount", False),
        ("收款日期 客户名称 金额", False),
        ("发票号 客户名称 金额 税额", False),
    ],
)
def test_headers_of_an_account_are_told_from_others(headers, told):
    assert is_statement(headers.split()) is told
