"""The few marks of a letter's text, from filled-in text to the parts of a page.

=======================  ================================================
``# words``              the title; exactly one
``> words``              a line at the margin: salutation, date
``## words``             a heading
``- words``              an item of a list
``+ words``              an enclosure
``[ ] words``            an answer of the reply slip, with a box to tick
``[name]``               a table that the letter has, in its place
``[sign: A: a | B: b]``  who signs at the foot, by part and name; without it we seal alone
=======================  ================================================

Everything else is a paragraph; an empty line ends it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.letters.templates import GUARD, BadWording
from domain.papers import LetterBlock, LetterTable

_SIGN: Final = re.compile(r"\[sign:(.*)\]$")
_TABLE: Final = re.compile(r"\[([a-z][a-z_]*)\]$")
_MARKS: Final = (("## ", "heading"), ("> ", "line"), ("- ", "item"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A letter's text taken apart."""

    title: str
    blocks: tuple[LetterBlock, ...]
    enclosures: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()


def marked(text: str, language: str, tables: Mapping[str, LetterTable]) -> Marked:
    """Take a filled-in text apart; a table it names that is not given is left out.

    Raises:
        BadWording: it has no title, or a second one.
    """
    reader = _Reader(language, tables)
    for line in text.splitlines():
        reader.take(line.strip())
    reader.end()
    if not reader.title:
        raise BadWording(reason="no_title", line=1)
    return Marked(
        title=reader.title,
        blocks=tuple(reader.blocks),
        enclosures=tuple(reader.enclosures),
        answers=tuple(reader.answers),
        signers=tuple(reader.signers),
    )


def tables_of(text: str) -> tuple[str, ...]:
    """Return the names of the tables a text has places for."""
    found = (_TABLE.match(line.strip()) for line in text.splitlines())
    return tuple(match.group(1) for match in found if match)


class _Reader:
    """Walks the lines and gathers the parts."""

    def __init__(self, language: str, tables: Mapping[str, LetterTable]) -> None:
        self._gap = "" if language == "zh" else " "
        self._tables = tables
        self._lines: list[str] = []
        self.title = ""
        self.blocks: list[LetterBlock] = []
        self.enclosures: list[str] = []
        self.answers: list[str] = []
        self.signers: list[str] = []

    def take(self, line: str) -> None:
        if not line:
            self.end()
        elif not self._marked(line):
            self._lines.append(line)

    def end(self) -> None:
        """End the paragraph begun."""
        if self._lines:
            self._add("paragraph", self._gap.join(self._lines))
            self._lines = []

    def _add(self, style: str, words: str) -> None:
        if _plain(words):
            self.blocks.append(LetterBlock(style=style, text=_plain(words)))

    def _marked(self, line: str) -> bool:
        """Take a line that begins with a mark; False when it is none."""
        if line.startswith("# "):
            return self._titled(_plain(line[2:]))
        for mark, style in _MARKS:
            if line.startswith(mark):
                self.end()
                self._add(style, line[len(mark) :])
                return True
        for mark, parts in (("+ ", self.enclosures), ("[ ] ", self.answers)):
            if line.startswith(mark):
                self.end()
                parts.append(_plain(line[len(mark) :]))
                return True
        return self._placed(line)

    def _titled(self, words: str) -> bool:
        if self.title:
            raise BadWording(reason="two_titles", text=words)
        self.title = words
        return True

    def _placed(self, line: str) -> bool:
        """Take the place of a table, or of the signatures."""
        table, sign = _TABLE.match(line), _SIGN.match(line)
        if table is None and sign is None:
            return False
        self.end()
        if sign is not None:
            self.signers += [_plain(part) for part in sign.group(1).split("|")]
        elif table is not None and table.group(1) in self._tables:
            given = self._tables[table.group(1)]
            self.blocks.append(LetterBlock(style="table", table=given))
        return True


def _plain(words: str) -> str:
    return words.replace(GUARD, "").strip()
