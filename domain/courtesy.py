"""Wording of the reminder before the due date, in the structure of :mod:`domain.letters`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

#: The level that the wording is kept under.
LEVEL: Final = 0
_WORDING: Final[dict[str, dict[str, Any]]] = {
    "zh": {
        "title": "到期付款提示",
        "salutation": "{customer}：",
        "opening": [
            (
                "感谢贵司一直以来的支持与合作。下列款项即将到期，共{count}笔，合计{amount}，"
                "到期日见下表，谨此提示。"
            )
        ],
        "closing": [
            (
                "如已安排付款，请忽略本函。如对发票、账目或货物质量有疑问，请尽早告知，以便如期付款。"
                "联系方式：{reach}。"
            )
        ],
    },
    "en": {
        "title": "Payment due soon",
        "salutation": "Dear Sir or Madam,",
        "opening": [
            (
                "Thank you for your custom. The items listed below ({count} in number, {amount} in "
                "total) fall due on the dates given."
            )
        ],
        "closing": [
            (
                "If payment is already arranged, please disregard this note. If an invoice, a "
                "delivery or our account is in question, tell us early, so that payment can be "
                "made on time. Contact: {reach}."
            )
        ],
    },
}


def with_courtesy(wording: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return a book's wording, the reminder before the due date filled in where it has none."""
    kept = wording or {}
    return {
        language: {str(LEVEL): parts, **kept.get(language, {})}
        for language, parts in _WORDING.items()
    }
