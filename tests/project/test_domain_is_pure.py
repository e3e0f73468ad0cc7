"""The domain reads no clock, no disk and no locale: its answers depend on its arguments."""

import ast

import pytest

from tests.project.source import files, name, parse

OUTSIDE = {
    "babel",
    "ctypes",
    "glob",
    "io",
    "locale",
    "logging",
    "os",
    "pathlib",
    "platform",
    "random",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
    "uuid",
}
CLOCK = {"today", "now", "utcnow"}


def _modules(node):
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {(node.module or "").split(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def _reads(node):
    """Say what a node reads from outside; empty when nothing."""
    if _modules(node) & OUTSIDE:
        return ", ".join(_modules(node) & OUTSIDE)
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}:
        return node.func.id
    owner = getattr(getattr(node.func, "value", None), "id", "")
    reads_clock = getattr(node.func, "attr", "") in CLOCK and owner in {"date", "datetime"}
    return "the clock" if reads_clock else ""


@pytest.mark.parametrize(
    "line",
    ["import os.path", "from pathlib import Path", "date.today()", "datetime.now(UTC)", "open(x)"],
)
def test_planted_faults_are_found(line):
    assert any(_reads(node) for node in ast.walk(ast.parse(line)))


def test_the_domain_reads_only_its_arguments():
    found = [
        f"{name(path, node)}: {_reads(node)}"
        for path in files("domain")
        for node in ast.walk(parse(path))
        if _reads(node)
    ]
    assert found == []
