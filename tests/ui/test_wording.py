"""Every error code is worded in both languages, with the same places to fill."""

import string
import subprocess
import sys

import pytest

import domain.errors
from domain.errors import BookLocked, DomainError, MissingField, QingzhangError
from ui import wording


def _codes():
    kinds = vars(domain.errors).values()
    known = [k for k in kinds if isinstance(k, type) and issubclass(k, QingzhangError)]
    return {kind.code for kind in known} - {"error"}


def _places(text):
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_words(language):
    assert _codes() - set(wording.WORDING[language]) == set()


def test_both_languages_word_the_same_codes():
    assert set(wording.WORDING["zh"]) == set(wording.WORDING["en"])


@pytest.mark.parametrize("code", sorted(wording.WORDING["zh"]))
def test_both_languages_fill_the_same_places(code):
    assert _places(wording.WORDING["zh"][code]) == _places(wording.WORDING["en"][code])


def test_facts_fill_the_places_and_fields_are_named_as_forms_do():
    error = MissingField(field="code")
    assert wording.error_text(error, "zh").startswith("“客户编号”不能为空")
    assert wording.error_text(error, "en").startswith("Code cannot be empty")


def test_a_missing_fact_never_breaks_the_message():
    assert "…" in wording.error_text(BookLocked(path="x"), "zh")


def test_an_unknown_code_still_says_something():
    class Odd(DomainError):
        code = "test.odd"

    assert "test.odd" in wording.error_text(Odd(), "en")


def test_the_catalogue_needs_no_qt():
    code = "import ui.wording, ui.ports, sys; sys.exit(any('PySide' in m for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
