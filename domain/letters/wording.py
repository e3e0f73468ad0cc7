"""The text in force of each letter: the firm's own, else the one the program ships.

A text once kept stays in the book; a new one is a new record, so the versions are its
history. An empty text goes back to the default. Letters already issued keep their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from domain.letters.catalogue import letter_of
from domain.letters.markup import tables_of
from domain.letters.templates import BadWording, MissingFacts, Templates
from domain.ports_records import RecordReads
from domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWording:
    """A version of the firm's own text of a letter; "" is the way back to the default."""

    KIND: ClassVar[str] = "letter_wording"

    letter: str
    language: str
    text: str


class Wordings(RecordReads, Protocol):
    """A book as far as texts of letters are concerned."""

    @property
    def templates(self) -> Templates: ...


def versions(reader: RecordReads, key: str, language: str) -> list[Record[LetterWording]]:
    """Return the versions of a letter's own text, newest first."""
    kept = reader.records(LetterWording, firm=True)
    mine = [one for one in kept if (one.value.letter, one.value.language) == (key, language)]
    return sorted(mine, key=lambda one: one.id, reverse=True)


def text_in_force(reader: Wordings, key: str, language: str) -> str:
    """Return the text a letter is written with now."""
    kept = versions(reader, key, language)
    own = kept[0].value.text if kept else ""
    return own or default_text(reader, key, language)


def default_text(reader: Wordings, key: str, language: str) -> str:
    """Return the text the program ships; a letter without that language has another."""
    languages = letter_of(key).languages
    return reader.templates.shipped(key, language if language in languages else languages[0])


def check_text(templates: Templates, key: str, text: str) -> None:
    """Check a text before it is kept.

    Raises:
        UnknownPlaceholder, BadWording, ForbiddenWording, WordingTooLong: see the port.
        BadWording: a place for a table that the letter does not have, no title.
        MissingFacts: a name is not used without which the letter does not do its work.
    """
    letter = letter_of(key)
    templates.check(text, letter.names())
    for number, line in enumerate(text.splitlines(), start=1):
        for table in tables_of(line):
            if table not in letter.places():
                raise BadWording(reason="no_such_table", text=line.strip(), line=number)
    titles = sum(line.startswith("# ") for line in text.splitlines())
    if not titles:
        raise BadWording(reason="no_title", line=1)
    missing = [name for name in letter.mentions if name not in templates.names(text)]
    if missing:
        raise MissingFacts(names=tuple(missing))
