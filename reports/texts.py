"""Wording and figures as paper shows them: the catalogue filled in, dates and amounts."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.money import grouped
from reports.wording import TEXTS

_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
#: Currency names and units as Chinese accounts write them; others go by their code.
_CURRENCIES: Final = {
    "CNY": ("人民币", "元"),
    "USD": ("美元", "美元"),
    "EUR": ("欧元", "欧元"),
    "GBP": ("英镑", "英镑"),
    "HKD": ("港币", "港元"),
    "JPY": ("日元", "日元"),
}


def text(language: str, key: str, **values: object) -> str:
    """Return a wording with its placeholders filled."""
    wording = TEXTS[language][key]
    return wording.format(**values) if values else wording


def optional(language: str, key: str, default: str) -> str:
    """Return a wording if the catalogue has it, else the default."""
    return TEXTS[language].get(key, default)


def long_date(on: date, language: str) -> str:
    """Write a date as sentences do: 2026年11月20日, 20 November 2026 as 20 Nov 2026."""
    if language == "zh":
        return f"{on.year}年{on.month}月{on.day}日"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def short_date(on: date | None, language: str) -> str:
    """Write a date as tables do: 2026-11-20, 20 Nov 2026; nothing for none."""
    if on is None:
        return ""
    return on.isoformat() if language == "zh" else long_date(on, language)


def amount(minor: int, currency: str) -> str:
    """Write an amount for a column: thousands separators and a true minus sign."""
    return grouped(minor, currency).replace("-", "−")


def dashed(minor: int, currency: str) -> str:
    """Write an amount for a column, nothing as a dash."""
    return amount(minor, currency) if minor else "—"


def money(minor: int, currency: str) -> str:
    """Write an amount for a sentence: ¥366,250.00, or USD 1,000.00."""
    sign = "−" if minor < 0 else ""
    figures = grouped(abs(minor), currency)
    return f"{sign}¥{figures}" if currency == "CNY" else f"{sign}{currency} {figures}"


def unit(currency: str, language: str) -> str:
    """Return the unit of a table's amounts: 元, or the code."""
    return _CURRENCIES.get(currency, (currency, currency))[1] if language == "zh" else currency


def currency_name(currency: str, language: str) -> str:
    """Return 人民币（元）, or the code."""
    if language != "zh" or currency not in _CURRENCIES:
        return currency
    name, word = _CURRENCIES[currency]
    return name if name == word else text("zh", "currency_value", name=name, unit=word)


def bucket(key: str, language: str, prefix: str = "bucket") -> str:
    """Name an ageing bucket by its key: not_due, 1-30, 91+, no_due_date."""
    if key.endswith("+"):
        return text(language, f"{prefix}.over", days=int(key[:-1]) - 1)
    low, dash, high = key.partition("-")
    if dash:
        return text(language, f"{prefix}.range", low=low, high=high)
    return text(language, f"bucket.{key}")
