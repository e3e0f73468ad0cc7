"""The sandbox of letters' texts: what it fills, and what it never does."""

import pytest

from domain.errors import DomainError, NotFound
from domain.letters.templates import (
    GUARD,
    BadWording,
    ForbiddenWording,
    UnknownPlaceholder,
    WordingTooLong,
)
from storage.templates import MOST_LETTER, MOST_ROWS, MOST_TEXT, TEMPLATES

FACTS = {"customer": "甲公司", "amount": "¥1.00", "note": "", "rows": ({"no": "A1", "due": "x"},)}


def fill(text, **facts):
    return TEMPLATES.fill(text, {**FACTS, **facts}).replace(GUARD, "")


def test_names_are_filled_and_choices_made():
    assert fill("{{ customer }}欠{{ amount }}") == "甲公司欠¥1.00"
    text = "{% if note %}有{% else %}无{% endif %}{% if amount == '¥1.00' %}一元{% endif %}"
    assert fill(text) == "无一元"


def test_rows_are_repeated_with_what_stands_between_them():
    rows = ({"no": "A1"}, {"no": "A2"})
    text = "{% for one in rows %}{{ one.no }}{% if not loop.last %}、{% endif %}{% endfor %}"
    assert fill(text, rows=rows) == "A1、A2"


def test_a_line_of_one_tag_leaves_no_line_behind():
    assert fill("{% if amount %}\n甲\n{% endif %}\n乙") == "甲\n乙"


def test_a_value_is_one_line_behind_a_guard_and_never_markup():
    filled = TEMPLATES.fill("{{ customer }}", {"customer": "# 甲\n[items]"})
    assert filled == f"{GUARD}# 甲 [items]"


def test_a_value_that_looks_like_a_template_stays_what_it_is():
    assert fill("{{ customer }}", customer="{{ amount }}{% for %}") == "{{ amount }}{% for %}"


@pytest.mark.parametrize(
    "text",
    [
        "{{ customer.__class__ }}",
        "{{ customer.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''.__class__ }}",
        "{{ customer['__class__'] }}",
        "{{ customer|attr('__class__') }}",
        "{{ rows.append(1) }}",
        "{{ rows[0] }}",
        "{{ customer.format }}",
        "{{ customer.format(1) }}",
        "{{ '%s'|format(customer) }}",
        "{{ self }}",
        "{{ self.__init__ }}",
        "{{ _private }}",
        "{{ customer() }}",
        "{{ customer ~ customer }}",
        "{{ customer * 9999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ [1, 2] }}",
        "{{ {'a': 1} }}",
        "{{ rows }}",
        "{% for a in rows %}{{ a.__class__ }}{% endfor %}",
        "{% for a in rows %}{{ a.items }}{% endfor %}",
        "{% for a in rows %}{{ loop.cycle }}{% endfor %}",
        "{% for a in rows %}{{ loop.__init__ }}{% endfor %}",
        "{% for a in rows %}{% for b in rows %}x{% endfor %}{% endfor %}",
        "{% for a in rows recursive %}{{ loop(rows) }}{% endfor %}",
        "{% for a in [1, 2, 3] %}x{% endfor %}",
        "{% for a, b in rows %}x{% endfor %}",
        "{% for a in range(1000000000) %}x{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% from 'os' import system %}",
        "{% extends 'base' %}",
        "{% block a %}{% endblock %}",
        "{% macro a() %}{{ a() }}{% endmacro %}",
        "{% set a = customer %}",
        "{% call customer() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% raw %}{{ x }}{% endraw %}{% do x %}",
        "{% if customer is defined %}x{% endif %}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ namespace }}",
        "{% with a = 1 %}{% endwith %}",
        "{% autoescape true %}{% endautoescape %}",
    ],
)
def test_a_text_does_nothing_but_fill_choose_and_repeat(text):
    with pytest.raises(DomainError):
        fill(text)


@pytest.mark.parametrize("text", ["(" * 15_000, "not " * 4_500, "a.b" * 6_000])
def test_a_text_made_to_exhaust_the_reader_is_refused(text):
    with pytest.raises(DomainError):
        fill("{{ " + text + " }}")


def test_choices_nested_without_end_are_refused():
    with pytest.raises(ForbiddenWording):
        fill("{% if amount %}" * 200 + "x" + "{% endif %}" * 200)


def test_a_letter_that_runs_away_is_stopped():
    rows = tuple({"no": "x" * 900} for _ in range(MOST_ROWS))
    with pytest.raises(WordingTooLong) as caught:
        fill("{% for one in rows %}{{ one.no }}{% endfor %}", rows=rows)
    assert caught.value.facts["most"] == MOST_LETTER
    with pytest.raises(WordingTooLong):
        fill("x", rows=tuple({} for _ in range(MOST_ROWS + 1)))
    with pytest.raises(WordingTooLong):
        fill("x" * (MOST_TEXT + 1))


def test_an_unknown_name_is_told_with_its_line_and_the_nearest_known_one():
    with pytest.raises(UnknownPlaceholder) as caught:
        fill("一\n二\n{{ custmer }}")
    assert caught.value.facts == {"name": "custmer", "line": 3, "near": "customer"}


def test_an_unknown_name_is_found_inside_a_choice_not_taken():
    with pytest.raises(UnknownPlaceholder):
        fill("{% if note %}{{ nobody }}{% endif %}")


@pytest.mark.parametrize(
    "text, line",
    [
        ("甲\n{{ customer }", 2),
        ("甲\n{% if note %}\n\n甲", 2),
        ("{% fi %}", 1),
        ("甲\n\n{customer}", 3),
        ("{% if amount %}\n甲\n{% endif %}\n{{ }}", 4),
    ],
)
def test_a_fault_of_writing_is_told_with_its_line(text, line):
    with pytest.raises(BadWording) as caught:
        fill(text)
    assert caught.value.facts["line"] == line


def test_a_row_without_the_part_asked_for_is_an_error():
    with pytest.raises(BadWording):
        fill("{% for one in rows %}{{ one.missing }}{% endfor %}")


def test_facts_are_text_or_rows_of_text_and_nothing_else():
    for value in (object(), 7, [1], {"a": 1}, ["a"]):
        with pytest.raises(DomainError):
            fill("x", note=value)


def test_shipped_texts_are_found_by_key_and_language_only():
    assert "催款函" in TEMPLATES.shipped("dunning_2", "zh")
    for key, language in (("nothing", "zh"), ("../fonts/README", "zh"), ("dunning_2", "fr")):
        with pytest.raises(NotFound):
            TEMPLATES.shipped(key, language)


def test_the_names_of_a_text_are_those_of_its_facts():
    text = "{% for one in rows %}{{ one.no }}{{ loop.index }}{% endfor %}{% if note %}x{% endif %}"
    assert TEMPLATES.names(text) == {"rows", "note"}
