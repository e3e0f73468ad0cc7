"""The check code: of what a paper says, stable over copies and over new fields."""

from dataclasses import dataclass, replace

from reports.code import check_code, strings
from tests.reports import samples


def _code(value):
    return check_code(list(strings(value)))


def test_the_code_is_eight_hexadecimal_digits():
    code = _code(samples.letter(3))
    assert len(code) == 9
    assert code[4] == "-"
    assert int(code.replace("-", ""), 16) >= 0


def test_any_change_of_content_changes_the_code():
    value = samples.letter(3)
    changed = [
        replace(value, total=value.total + 1),
        replace(value, number="x"),
        replace(value, lines=value.lines[:2]),
        replace(value, closing=("x",)),
        replace(value, customer=replace(value.customer, name="x")),
    ]
    assert len({_code(value), *map(_code, changed)}) == 1 + len(changed)


def test_a_copy_keeps_the_code():
    value = samples.statement(6)
    assert _code(replace(value, copy=True)) == _code(value)


@dataclass(frozen=True)
class Before:
    number: str


@dataclass(frozen=True)
class After:
    number: str
    contract: str = ""


def test_a_field_added_later_does_not_change_old_codes():
    assert _code(Before("甲")) == _code(After("甲")) != _code(After("甲", "乙"))


def test_values_do_not_run_into_each_other():
    assert _code(After("甲", "乙")) != _code(After("甲contract乙"))
