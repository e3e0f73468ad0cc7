"""Words for the reasons why an import refused a row, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WORDS: Final[dict[str, tuple[str, str]]] = {}


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def text(code: str, facts: Mapping[str, object], language: str) -> str:
    """Return the sentence of a reason in a language; an unknown code is shown as it is."""
    words = _WORDS.get(code)
    if words is None:
        return code
    return words[0 if language == "zh" else 1].format_map(_Facts(facts))
