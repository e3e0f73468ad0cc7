"""Words of the command line's answers for a person; JSON keeps the codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "invoice": ("发票", "Invoice"),
    "debit_note": ("借项通知单", "Debit note"),
    "opening": ("期初", "Opening"),
    "credit_note": ("红字发票", "Credit note"),
    "receipt": ("收款", "Receipt"),
    "discount": ("现金折扣", "Discount"),
    "write_off": ("小额核销", "Write-off"),
    "bank_fee": ("银行手续费", "Bank charge"),
    "set_off": ("抵销", "Set-off"),
    "transfer": ("转账", "Transfer"),
    "refund": ("退款", "Refund"),
    "void": ("作废", "Void"),
}
_SKIPPED: Final[Mapping[str, tuple[str, str]]] = {
    "covered": ("未核销收款足以抵付", "covered by unapplied money"),
    "disputed": ("全部有争议", "all disputed"),
    "below_minimum": ("低于起催金额", "below the minimum"),
    "too_soon": ("距上次催款太近", "too soon after the last letter"),
    "waiting": ("未到下一级天数", "next level not reached"),
    "final": ("各级已发完", "all levels sent"),
    "pending": ("银行到账待入账", "money in the bank, not booked"),
    "blocked": ("暂停催收", "blocked"),
    "promise": ("已承诺付款", "promised to pay"),
    "plan": ("分期还款履行中", "on a payment plan"),
    "legal": ("已移交法务", "handed over to lawyers"),
    "left_out": ("本次不发", "left out this time"),
}


def kind(code: str, language: str) -> str:
    """Return a kind of document in words."""
    return _word(_KINDS, code, language)


def skipped(code: str, language: str) -> str:
    """Return why a customer gets no letter, in words."""
    return _word(_SKIPPED, code, language)


def _word(table: Mapping[str, tuple[str, str]], code: str, language: str) -> str:
    words = table.get(code)
    return code if words is None else words[0 if language == "zh" else 1]
