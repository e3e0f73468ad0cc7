"""How a letter's text is filled: the port, and what can be wrong with a text.

A text is written by the user, so it is a stranger: it reads the facts it is given and
nothing else. The engine stands outside the domain (:mod:`storage.templates`); whatever it
is, it keeps these promises.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from domain.errors import DomainError

#: A fact of a letter: text, or rows of texts that ``{% for %}`` walks through.
Fact = str | Sequence[Mapping[str, str]]
Facts = Mapping[str, Fact]
#: Stands before a filled-in value, so that a value is never taken for markup.
GUARD = "\ue000"


class UnknownPlaceholder(DomainError):
    """A text uses only the names that its letter can fill. ``near``: the closest of them."""

    code = "letter.unknown_placeholder"


class BadWording(DomainError):
    """A text follows the rules of writing: braces closed, one title, known parts."""

    code = "letter.bad_wording"


class ForbiddenWording(DomainError):
    """A text fills in names, chooses and repeats; it does nothing else."""

    code = "letter.forbidden"


class WordingTooLong(DomainError):
    """A text, or what comes of it, has a length that no letter has."""

    code = "letter.too_long"


class MissingFacts(DomainError):
    """A letter is issued with all its facts known. ``names``: those that are not."""

    code = "letter.missing_facts"


class DeadlineTooShort(DomainError):
    """A letter gives at least the days that its rules of procedure ask for: ``days``."""

    code = "letter.deadline_too_short"


class Templates(Protocol):
    """The texts the program ships, and the engine that fills a text.

    Every method raises the errors above with the fact ``line`` (from 1) where one can be
    named.
    """

    def shipped(self, key: str, language: str) -> str:
        """Return the default text of a letter; raises ``NotFound``."""
        ...

    def names(self, text: str) -> frozenset[str]:
        """Return the names a text reads, whether inside a choice or not."""
        ...

    def check(self, text: str, known: AbstractSet[str]) -> None:
        """Check that a text is sound and reads known names only."""
        ...

    def fill(self, text: str, facts: Facts) -> str:
        """Return the text with its facts; each value stands behind a :data:`GUARD`."""
        ...
