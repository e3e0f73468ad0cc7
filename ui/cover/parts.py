"""What the registers of cover share: columns, chips, keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from domain.money import grouped
from ui import cover_words as words
from ui import format as fmt
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP
from ui.widgets.paint import ChipText

Get = Callable[[Any], Any]

NAME: Final = ("Cover", QT_TRANSLATE_NOOP("Cover", "Customer"))
LEFT: Final = ("Cover", QT_TRANSLATE_NOOP("Cover", "Days left"))


def named(row: Any, language: str) -> str:
    """Return a customer's name in a language, as far as the book has one."""
    return str(row.name_en if language == "en" and row.name_en else row.name)


def name_column(of: Get) -> Column:
    """Return the column of the customer's name."""
    return Column(
        key="name",
        title=NAME,
        get=lambda row: of(row).name,
        say=lambda row, language: named(of(row), language),
        order="name",
        stretch=True,
        fixed=True,
    )


def text_column(key: str, title: tuple[str, str], get: Get, **more: Any) -> Column:
    """Return a column of text."""
    return Column(key=key, title=title, get=get, order=key, **more)


def day_column(key: str, title: tuple[str, str], get: Get, **more: Any) -> Column:
    """Return a column of dates."""
    return Column(key=key, title=title, get=get, kind="date", order=key, **more)


def money_column(
    key: str, title: tuple[str, str], get: Get, currency: Callable[[Any], str], **more: Any
) -> Column:
    """Return a column of amounts."""
    return Column(
        key=key,
        title=title,
        get=get,
        kind="money",
        order=key,
        dash=True,
        currency=currency,
        **more,
    )


def left_column(days: Get, alert: Get) -> Column:
    """Return the days left, red once passed, amber when near."""

    def tone(row: Any) -> str:
        return "" if alert(row) is None else "red" if alert(row) == 0 else "amber"

    return Column(
        key="left",
        title=LEFT,
        get=days,
        kind="days",
        order="left",
        tone=tone,
        width=70,
    )


def alert_chip(days: int | None, language: str) -> list[ChipText]:
    """Return how near a day is, as a chip."""
    if days is None:
        return []
    return [ChipText(words.alert(days, language), "red" if days == 0 else "amber")]


def amount(minor: int | None, currency: str) -> str:
    """Write an amount with its currency; nothing for none."""
    return "" if minor is None else f"{grouped(minor, currency)} {currency}"


def day(on: date | None, language: str) -> str:
    """Write a date; nothing for none."""
    return "" if on is None else fmt.day(on, language)
