"""Whose export it is, and in which rows money moved."""

from decimal import Decimal

import pytest

from domain.reading.bank_wallets import fee_in, find_wallet, is_pending, is_unmoved


@pytest.mark.parametrize(
    "headers, fmt",
    [
        ("交易时间 交易对方 收/付款方式 交易订单号 商家订单号", "alipay"),
        ("交易号 商家订单号 资金状态", "alipay"),
        ("账务流水号 业务流水号 商户订单号", "alipay"),
        ("支付宝交易号 商家实收（元）", "alipay"),
        ("交易单号 商户单号 当前状态", "wechat"),
        ("微信订单号 应结订单金额 退款金额", "wechat"),
        ("资金流水单号 收支类型", "wechat"),
    ],
)
def test_wallets_are_known_by_their_headers(headers, fmt):
    assert find_wallet(headers.split()).format == fmt


def test_other_tables_are_no_wallets():
    assert find_wallet(["交易日期", "借方", "贷方", "交易流水号"]) is None


def test_a_fee_in_a_remark():
    assert fee_in("服务费¥0.10") == Decimal("0.10")
    assert fee_in("含手续费1.5元") == Decimal("1.5")
    assert fee_in("服务费率") == fee_in("") == 0


@pytest.mark.parametrize(
    "status, way, moved, told",
    [
        ("交易关闭", "", None, True),
        ("交易关闭", "支出", None, False),
        ("交易关闭", "不计收支", None, False),
        ("交易关闭", "支出", ["", ""], True),
        ("交易关闭", "支出", ["", "已支出"], False),
        ("交易成功", "支出", ["", ""], False),
        ("等待付款", "收入", ["", "待收入"], True),
        ("支付失败", "支出", None, True),
        ("DECLINED", "-", None, True),
        ("", "支出", None, False),
    ],
)
def test_trades_without_money(status, way, moved, told):
    assert is_unmoved(status, way, moved) is told


def test_rows_that_wait_for_booking():
    assert is_pending("PENDING")
    assert is_pending("处理中")
    assert not is_pending("交易成功")
