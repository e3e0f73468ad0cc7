"""Small files, small functions, few parameters, everything annotated and explained."""

import ast
import statistics

import pytest

from tests.project.source import (
    PROGRAM,
    ROOT,
    Function,
    files,
    functions,
    lines,
    name,
    public,
)

#: Files that hold tables of facts, not logic; they may be long.
DATA_TABLES: frozenset[str] = frozenset({"storage/migrations/versions/v0001_first_schema.py"})
OWN = [*files(*PROGRAM), *files()]
OWN_AND_TESTS = [*OWN, *files("tests")]


def _ninety_fifth(counts: list[int]) -> float:
    return statistics.quantiles(counts, n=20)[-1]


def _file_lines() -> dict[str, int]:
    counts = {name(path): path.read_bytes().count(b"\n") for path in OWN_AND_TESTS}
    return {place: count for place, count in counts.items() if place not in DATA_TABLES}


def _function_lines() -> list[int]:
    return [lines(node) for path in OWN for node in functions(path)]


def test_no_file_is_longer_than_600_lines():
    assert {place: count for place, count in _file_lines().items() if count > 600} == {}


def test_nearly_all_files_are_short():
    assert _ninety_fifth(list(_file_lines().values())) <= 450


def test_listed_data_tables_exist():
    assert [place for place in DATA_TABLES if not (ROOT / place).exists()] == []


def test_no_function_is_longer_than_60_lines():
    long = [
        f"{name(path, node)}: {lines(node)} lines"
        for path in OWN_AND_TESTS
        for node in functions(path)
        if lines(node) > 60
    ]
    assert long == []


def test_functions_are_mostly_short():
    counts = _function_lines()
    assert statistics.median(counts) <= 8
    assert _ninety_fifth(counts) <= 40


def _positional(node: Function) -> int:
    named = [*node.args.posonlyargs, *node.args.args]
    return sum(argument.arg not in {"self", "cls"} for argument in named)


def test_no_function_takes_more_than_6_positional_parameters():
    many = [name(path, node) for path in OWN for node in functions(path) if _positional(node) > 6]
    assert many == []


def _unannotated(node: Function) -> list[str]:
    arguments = node.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    named += filter(None, [arguments.vararg, arguments.kwarg])
    bare = [a.arg for a in named if a.annotation is None and a.arg not in {"self", "cls"}]
    return bare + ([] if node.returns else ["return"])


def test_every_parameter_and_result_has_its_type():
    bare = [
        f"{name(path, node)}: {', '.join(_unannotated(node))}"
        for path in OWN
        for node in functions(path)
        if _unannotated(node)
    ]
    assert bare == []


@pytest.mark.parametrize("folder", ["domain", "reports"])
def test_everything_public_is_explained(folder):
    silent = [
        name(path, node)
        for path in files(folder)
        for node in public(path)
        if not ast.get_docstring(node)
    ]
    assert silent == []


@pytest.mark.parametrize("folder", ["storage", "ui", "bench"])
def test_most_of_what_is_public_is_explained(folder):
    docs = [bool(ast.get_docstring(node)) for path in files(folder) for node in public(path)]
    assert sum(docs) >= 0.85 * len(docs)


def test_every_module_says_what_belongs_in_it():
    silent = [name(path) for path in OWN if not ast.get_docstring(next(public(path)))]
    assert silent == []
