"""Every caution, mode and table has words in both languages, with the same places to fill."""

import ast
import re
import string
from pathlib import Path

import pytest

import domain.interest
import domain.services.interest
from domain.interest_modes import MODES
from domain.interest_words import basis
from domain.reference_rates import Source
from ui import interest_words

_CODES = re.compile(r'code="([a-z0-9_]+)"|"(due_by_law|undated|judgment_\w+)"')


def _raised():
    found = set()
    for module in (domain.interest, domain.services.interest):
        text = Path(module.__file__).read_text(encoding="utf-8")
        assert ast.parse(text)
        found |= {one or other for one, other in _CODES.findall(text)}
    return found


def _places(text):
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_every_caution_has_words_and_none_is_left_over():
    assert _raised() == set(interest_words._CAUTIONS)


@pytest.mark.parametrize("code", sorted(interest_words._CAUTIONS))
def test_both_languages_fill_the_same_places(code):
    zh, en = interest_words._CAUTIONS[code]
    assert _places(zh) == _places(en)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_modes_and_tables_are_named_and_every_basis_is_worded(language):
    for source in Source:
        assert interest_words.source(source, language)
    for mode in MODES.values():
        assert interest_words.mode(mode.code, language)
        assert "{" not in basis(mode, language)
