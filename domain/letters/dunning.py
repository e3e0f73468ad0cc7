"""Wording of dunning letters, levels 0 to 5, from the texts in force.

From level 2 on the letter says that it is a claim of right and waives nothing: that is what
interrupts the limitation period.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.letters.catalogue import letter_of
from domain.letters.markup import Marked, marked
from domain.letters.templates import Facts, Templates
from domain.letters.wording import Wordings, text_in_force
from domain.letters.words import reach
from domain.papers import LetterTable

#: The highest level with words of its own; a higher level is written like it.
HIGHEST: Final = 5
_ITEMS: Final = LetterTable(columns=(), rows=())
Worded = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def dunning_key(level: int) -> str:
    """Return the catalogue's key of a level."""
    return f"dunning_{min(max(level, 0), HIGHEST)}"


def compose(reader: Wordings, level: int, language: str, facts: Facts) -> Worded:
    """Return title, salutation, opening and closing paragraphs of a letter.

    Args:
        reader: the book, for the texts in force.
        level: of the letter.
        language: "zh" or "en".
        facts: values by the names of the catalogue; one left out is empty, but ``amount``
            (made of ``sum``, ``currency``, ``capital``: all that is to be paid) and
            ``principal`` (what the items add up to; ``amount`` where not given).

    Raises:
        BadWording, UnknownPlaceholder, …: the text in force cannot be filled.
    """
    key = dunning_key(level)
    return compose_text(
        reader.templates, key, language, facts, text_in_force(reader, key, language)
    )


def compose_text(templates: Templates, key: str, language: str, facts: Facts, text: str) -> Worded:
    """Fill a given text as :func:`compose` does; the table of items parts it in two."""
    values = {**dict.fromkeys(letter_of(key).names(), ""), **facts}
    words = {name: value for name, value in values.items() if isinstance(value, str)}
    values["amount"] = words["amount"] or _amount(words, language)
    values["principal"] = words["principal"] or values["amount"]
    values["reach"] = words["reach"] or reach(words, language)
    found = marked(templates.fill(text, values), language, {"items": _ITEMS})
    return found.title, *parted(found)


def parted(found: Marked) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return salutation, and the paragraphs before and after the table of a text."""
    before: list[str] = []
    after: list[str] = []
    parts, salutation = before, ""
    for block in found.blocks:
        if block.style == "table":
            parts = after
        elif block.style == "line" and not salutation:
            salutation = block.text
        else:
            parts.append(block.text)
    return salutation, tuple(before), tuple(after)


def _amount(values: Mapping[str, str], language: str) -> str:
    """Write the sum for a sentence: ¥1.00（人民币壹元整） or USD 1.00."""
    if language == "zh" and values["capital"]:
        return f"¥{values['sum']}（{values['capital']}）"
    return f"{values['currency']} {values['sum']}".strip()
