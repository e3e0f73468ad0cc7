"""The project's own sources, parsed once, for the tests about them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("domain", "storage", "reports", "ui")
PROGRAM = (*ROOMS, "bench")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef | ast.Module


def files(*folders: str) -> list[Path]:
    """Return the Python files of these folders; those at the top for no folder."""
    if not folders:
        return sorted(ROOT.glob("*.py"))
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def parse(path: Path) -> ast.Module:
    """Parse a file; its nodes are shared by all tests."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path, node: ast.AST | None = None) -> str:
    """Say where something stands, so that a terminal can open it."""
    place = path.relative_to(ROOT).as_posix()
    line = getattr(node, "lineno", None)
    return f"{place}:{line} {getattr(node, 'name', '')}".rstrip() if line else place


def functions(path: Path) -> Iterator[Function]:
    """Yield every function and method, nested ones included."""
    for node in ast.walk(parse(path)):
        if isinstance(node, Function):
            yield node


def lines(node: ast.stmt) -> int:
    """Count the lines of a function from its def to its end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def public(path: Path) -> Iterator[Documented]:
    """Yield what others may use: the module, its classes, functions and their methods.

    Left out are names with an underscore, overloads of Qt (its own documentation says what
    they do) and the methods of a protocol that consist of ``...``: name and types say it.
    """
    yield parse(path)
    yield from _public_in(parse(path).body)


def _public_in(body: list[ast.stmt]) -> Iterator[Documented]:
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from _public_in(node.body)
        elif isinstance(node, Function) and not _is_plain(node):
            yield node


def _is_plain(node: Function) -> bool:
    last = node.body[-1]
    stub = isinstance(last, ast.Expr) and getattr(last.value, "value", "") is ...
    qt_name = node.name != node.name.lower()
    return node.name.startswith("_") or stub or qt_name
