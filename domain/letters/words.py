"""Dates, sums and names as letters write them, in the letter's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from domain.capital import capital
from domain.customer import Company, Customer
from domain.money import Money, grouped
from domain.papers import Addressee

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: Signs that stand before figures; other currencies are named by their code.
_SIGNS: Final = {"CNY": "¥"}


def long_date(on: date, language: str) -> str:
    """Write a date as letters do: 2026年11月20日, 20 November 2026."""
    if language == "zh":
        return f"{on.year}年{on.month}月{on.day}日"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def short_date(on: date | None, language: str) -> str:
    """Write a date as tables do: 2026-11-20, 20 Nov 2026; none is empty."""
    if on is None:
        return ""
    if language == "zh":
        return on.isoformat()
    return f"{on.day} {_MONTHS[on.month - 1][:3]} {on.year}"


def cell(minor: int, currency: str) -> str:
    """Write a sum as tables do: 1,000.00, −20.00; nothing is a dash."""
    return grouped(minor, currency).replace("-", "−") if minor else "—"


def named(who: Company | Customer | Addressee, language: str) -> str:
    """Return a firm's or an addressee's name in the language of the letter."""
    return who.name if language == "zh" else who.name_en or who.name


def figures(money: Money, language: str) -> str:
    """Write a sum in figures: ¥1,000.00 in Chinese, else CNY 1,000.00."""
    sign = _SIGNS.get(money.currency) if language == "zh" else None
    amount = grouped(money.minor, money.currency)
    return f"{sign}{amount}" if sign else f"{money.currency} {amount}"


def in_words(money: Money, language: str) -> str:
    """Write renminbi in capitals for a Chinese letter; nothing for the rest."""
    return capital(money.minor) if language == "zh" and money.currency == "CNY" else ""


def sentence(money: Money, language: str) -> str:
    """Write a sum as a sentence needs it: ¥1.00（人民币壹元整）, or USD 1.00."""
    words = in_words(money, language)
    return f"{figures(money, language)}（{words}）" if words else figures(money, language)


def reach(facts: Mapping[str, str], language: str) -> str:
    """Join what is known of the contact; the firm's name when nothing is.

    A phone number is not broken at the end of a line: its spaces do not break.
    """
    phone = facts.get("phone", "").replace(" ", "\u00a0")
    parts = (facts.get("contact", ""), phone, facts.get("email", ""))
    known = [part for part in parts if part]
    return ("，" if language == "zh" else ", ").join(known or [facts.get("company", "")])


def worded(name: str, value: object, language: str) -> dict[str, str]:
    """Return a fact as text by its name; money with its capitals as ``name_words`` too.

    A flag that is set is "yes", one that is not is empty: ``{% if name %}`` works.
    """
    if isinstance(value, Money):
        return {name: figures(value, language), f"{name}_words": in_words(value, language)}
    if isinstance(value, bool):
        return {name: "yes" if value else ""}
    if isinstance(value, date):
        return {name: long_date(value, language)}
    if isinstance(value, Decimal):
        return {name: f"{value.normalize():f} %"}
    return {name: "" if value is None else str(value)}
