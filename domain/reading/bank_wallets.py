"""Exports of Alipay and WeChat Pay: how each is known by its headers.

Their columns have names that other banks' tables have too, so little more is settled
here than whose file it is, which way its amounts count, and that they are in yuan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from domain.reading.bank import Sign, place_key
from domain.reading.bank_cells import read_figure
from domain.reading.cells import plain

CURRENCY: Final = "CNY"
_FEE: Final = re.compile(r"(?:服务费|手续费)[:： ]?([¥￥]?\d[\d,.]{0,15})元?")
#: A trade of these states moved money only where the export itself counts it.
_CLOSED: Final = frozenset({"交易关闭", "已关闭", "关闭"})
#: No money moved, whatever else the row says.
_FAILED: Final = re.compile(
    r"失败|未成功|已作废|已拒绝|^已?撤销$|fail|declin|reject|cancel", re.IGNORECASE
).search
_WAITING: Final = frozenset({"待收入", "待支出"})
_PENDING: Final = re.compile(
    r"处理中|待入账|未入账|^pending|not posted|vorgemerkt", re.IGNORECASE
).search


@dataclass(frozen=True, slots=True)
class Wallet:
    """One kind of export: the headers that only it has together."""

    format: str
    headers: frozenset[str]
    sign: Sign | None = None
    columns: dict[str, str] = field(default_factory=dict)


_WALLETS: Final = (
    Wallet("alipay", frozenset({"交易订单号", "商家订单号", "收付款方式", "交易对方"})),
    Wallet("alipay", frozenset({"交易号", "商家订单号", "资金状态"})),
    Wallet("alipay", frozenset({"账务流水号", "业务流水号"})),
    Wallet("alipay", frozenset({"支付宝交易号", "商家实收元"}), "signed"),
    Wallet("wechat", frozenset({"交易单号", "商户单号", "当前状态"})),
    Wallet("wechat", frozenset({"微信订单号", "应结订单金额", "退款金额"}), "sides"),
    Wallet(
        "wechat", frozenset({"微信订单号", "总金额", "退款金额"}), "sides", {"credit": "总金额"}
    ),
    Wallet("wechat", frozenset({"资金流水单号", "收支类型"})),
)


def find_wallet(headers: Sequence[str]) -> Wallet | None:
    """Return whose export has these headers, None for any other table."""
    keys = set(map(place_key, headers))
    return next((wallet for wallet in _WALLETS if wallet.headers <= keys), None)


def fee_in(text: str) -> Decimal:
    """Return the fee that a remark names (``服务费¥0.10``), 0 where it names none."""
    found = _FEE.search(text)
    value = read_figure(found[1], style="point").value if found else None
    return value or Decimal(0)


def is_unmoved(status: str, way: str, moved: Sequence[str] | None) -> bool:
    """Return whether no money moved in a row.

    Args:
        status: what became of the trade.
        way: the text of the direction column; a wallet that counts a closed trade as
            income or expense had its money (and gives the refund a row of its own).
        moved: cells that are filled once money has moved, None where there are none.
    """
    state = plain(status)
    if state and _FAILED(state):
        return True
    if moved and any(cell in _WAITING for cell in moved):
        return True
    if state not in _CLOSED:
        return False
    return not way or (moved is not None and not any(moved))


def is_pending(status: str) -> bool:
    """Return whether a row is not booked yet."""
    return bool(_PENDING(plain(status)))
