"""What commands share: the ports, the open book, and how answers are given."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from domain.money import plain
from domain.ports import Book
from ui.ports import Ports


@dataclass(kw_only=True)
class Desk:
    """The command line's surroundings.

    Attributes:
        ports: storage and reports, wired by ``main.py``.
        book_path: the book to work on.
        language: of words; the book's own once it is open, unless one was ``chosen``.
        as_json: one JSON document on ``out`` and nothing else there.
    """

    ports: Ports
    book_path: Path
    language: str
    as_json: bool
    chosen: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    @property
    def today(self) -> date:
        """The day the work is done on."""
        return self.ports.today()

    @contextmanager
    def book(self) -> Iterator[Book]:
        """Open the book for one command."""
        book = self.ports.store.open(self.book_path, silent)
        try:
            if not self.chosen:
                self.language = str(book.reader.setting("language") or self.language)
            yield book
        finally:
            book.close()

    def answer(self, document: Any, lines: Callable[[], list[str]]) -> None:
        """Give the answer: JSON, or lines for a person."""
        if self.as_json:
            json.dump(document, self.out, ensure_ascii=False, indent=1)
            self.out.write("\n")
            return
        for line in lines():
            self.out.write(line + "\n")

    def say(self, message: str) -> None:
        """Tell the person something; never mixed into the answer."""
        self.err.write(message + "\n")

    def choose(self, zh: str, en: str) -> str:
        """Return the words of the language."""
        return zh if self.language == "zh" else en


class WrongUsage(Exception):
    """What was typed makes no sense; shown as it is, in the language of the command line."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = (zh, en)


def silent(_done: int, _total: int) -> None:
    """Report progress to nobody."""


def money(minor: int, currency: str) -> str:
    """Return an amount as the contract writes it: "1234.50"."""
    return plain(minor, currency)


def iso(day: date | None) -> str | None:
    """Return a date as the contract writes it."""
    return None if day is None else day.isoformat()


def columns(rows: list[list[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Lay out rows in columns, wide characters counted double."""
    if not rows:
        return []
    widths = [max(_width(row[n]) for row in rows) for n in range(len(rows[0]))]
    return [
        "  ".join(_pad(cell, widths[n], to_right=n in right) for n, cell in enumerate(row)).rstrip()
        for row in rows
    ]


def _pad(text: str, width: int, *, to_right: bool) -> str:
    gap = " " * (width - _width(text))
    return gap + text if to_right else text + gap


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def file_name(*parts: str) -> str:
    """Return a file name of parts, without what file systems refuse."""
    joined = "_".join(part for part in parts if part)
    return "".join("-" if c in '\\/:*?"<>|' or ord(c) < 32 else c for c in joined)
