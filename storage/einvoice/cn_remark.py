"""What the remark of a Chinese invoice tells: the invoice it corrects, order, contract.

Platforms write the corrected invoice there (被红冲蓝字数电发票号码：…, 对应正数发票代码:…号码:…),
sellers the number of the order or contract that the payer will quote.
"""

from __future__ import annotations

import re
from typing import Final

_PAIR: Final = re.compile(
    r"(?:正数|蓝字|原)[^0-9]{0,12}代码[^0-9]{0,3}([0-9]{10}|[0-9]{12})[^0-9]{0,8}号码[^0-9]{0,3}([0-9]{8})(?![0-9])"
)
_ALONE: Final = re.compile(
    r"(?:正数|蓝字|原)[^0-9]{0,12}(?:号码?|发票)[^0-9]{0,3}([0-9]{20}|[0-9]{8})(?![0-9])"
)
_WORD: Final = r"[:：#号为是 ]{0,3}([A-Za-z0-9][A-Za-z0-9/_-]{2,40})"
_CONTRACT: Final = re.compile(r"合同(?:编号|号码|号|书号)?" + _WORD)
_ORDER: Final = re.compile(r"(?:订单(?:编号|号码|号)?|采购单号?|PO号|PO[:：#])" + _WORD)


def corrected(remark: str) -> tuple[str, ...]:
    """Return the invoices that a remark names as corrected: 20 digits, or code and number."""
    pairs = [code + number for code, number in _PAIR.findall(remark)]
    return tuple(dict.fromkeys(pairs or _ALONE.findall(remark)))


def contract(remark: str) -> str:
    """Return the contract number in a remark, or nothing."""
    return _found(_CONTRACT, remark)


def order(remark: str) -> str:
    """Return the order number in a remark, or nothing."""
    return _found(_ORDER, remark)


def _found(pattern: re.Pattern[str], remark: str) -> str:
    match = pattern.search(remark)
    return match[1].rstrip("-/_") if match else ""
