"""Elements of an invoice to texts, dates and figures; the one door to safe XML.

Figures are read as XML writes them, without separators of thousands: one that is
not a number refuses its invoice, so that none becomes another number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import Element

from domain.errors import FileUnreadable
from domain.reading.cells import plain
from domain.reading.dates import read_date
from domain.reading.result import Rejection
from storage.einvoice import found
from storage.files import reasons, xml
from storage.files.xml import child, children, head_text, root_name, text

__all__ = [
    "Element",
    "Unreadable",
    "child",
    "children",
    "day",
    "day_of",
    "figure",
    "figure_of",
    "first_text",
    "head_text",
    "loose_figure",
    "parse",
    "root_name",
    "text",
    "texts",
]

_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})").fullmatch
_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?").fullmatch
_ISO: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?").fullmatch
#: Forms 102, 203 and 204 of dates: the day, then hours and minutes, then seconds.
_DIGITS: Final = re.compile(r"([0-9]{8})(?:[0-9]{4}|[0-9]{6})?").fullmatch
_SHOWN: Final = 80
#: Enough for an invoice of twenty thousand lines.
_MAX_TAGS: Final = 2_000_000


def parse(content: bytes, path: str) -> Element:
    """Return the root of a file of XML; its elements bear local names.

    Raises:
        FileUnreadable: too many tags, broken or forbidden.
    """
    if content.count(b"<") > _MAX_TAGS:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=_MAX_TAGS)
    return xml.parse(content, path)


class Unreadable(Exception):
    """A value of an invoice cannot be read; the invoice is refused for it.

    ``facts`` are those of the code.
    """

    def __init__(
        self, column: str, code: str, value: str, facts: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(f"{column}: {code}")
        self.column, self.code, self.value = column, code, value[:_SHOWN]
        self.facts = dict(facts or {})

    def rejection(self, row: int) -> Rejection:
        """Return it as the reason why the invoice at this place was refused."""
        return Rejection(
            row=row, code=self.code, column=self.column, value=self.value, facts=self.facts
        )


def figure(element: Element | None, *names: str) -> Decimal | None:
    """Return the figure at the end of a path, None where there is none.

    Raises:
        Unreadable: it is no number.
    """
    return figure_of(text(element, *names), names[-1])


def figure_of(written: str, column: str) -> Decimal | None:
    """Return a written figure, None where nothing is written.

    Raises:
        Unreadable: it is no number.
    """
    if not written:
        return None
    if not _NUMBER(written):
        raise Unreadable(column, found.NOT_A_FIGURE, written)
    return Decimal(written)


def loose_figure(written: str, column: str) -> Decimal | None:
    """Return a figure of a Chinese invoice, which may bear ¥ and separators: ¥1,234.50.

    Raises:
        Unreadable: it is no number.
    """
    bare = plain(written).strip("¥ ")
    return figure_of(bare.replace(",", "") if _GROUPED(bare) else bare, column)


def day(element: Element | None, *names: str) -> date | None:
    """Return the date at the end of a path, None where there is none.

    Raises:
        Unreadable: it is no date.
    """
    return day_of(text(element, *names), names[-1])


def day_of(written: str, column: str) -> date | None:
    """Return a written date; time and zone are dropped, as the issuer's day counts.

    Raises:
        Unreadable: it is no date.
    """
    match = _ISO(written) or _DIGITS(written)
    reading = read_date(match[1] if match else written)
    if reading.problem is not None:
        raise Unreadable(column, reading.problem.code, written, reading.problem.facts)
    return reading.value


def texts(elements: Iterable[Element], *names: str) -> tuple[str, ...]:
    """Return the texts at a path under each element, without empty ones and doubles."""
    values = (text(element, *names) for element in elements)
    return tuple(dict.fromkeys(value for value in values if value))


def first_text(element: Element | None, *paths: tuple[str, ...]) -> str:
    """Return the first text that stands at one of the paths, or nothing."""
    return next((value for path in paths if (value := text(element, *path))), "")
