"""The shape of the tree: what stands at the top, and which room may know which."""

import subprocess

import pytest
from importlinter.cli import lint_imports

from tests.project.source import ROOMS, ROOT

TOP = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "bench",
    "build.spec",
    "domain",
    "main.py",
    "pyproject.toml",
    "reports",
    "requirements.txt",
    "resources",
    "run.py",
    "storage",
    "tests",
    "ui",
}


def _kept():
    command = ["git", "ls-files", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return {path.split("/")[0] for path in listed.stdout.split("\0") if path}


def test_nothing_new_stands_at_the_top():
    assert _kept() - TOP == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_folder_of_a_room_is_a_package(room):
    folders = {path.parent for path in (ROOT / room).rglob("*.py")}
    assert [str(f.relative_to(ROOT)) for f in folders if not (f / "__init__.py").exists()] == []


@pytest.mark.parametrize("contract", ["layers", "pure-domain", "qt", "sql", "pages"])
def test_rooms_know_only_their_neighbours(contract, capsys, monkeypatch):
    _assert_kept(contract, capsys, monkeypatch)


def test_the_command_line_needs_no_qt(capsys, monkeypatch):
    if not (ROOT / "ui" / "cli").is_dir():
        pytest.skip("there is no command line yet")
    _assert_kept("command-line", capsys, monkeypatch)


def _assert_kept(contract, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    broken = lint_imports(limit_to_contracts=(contract,), no_cache=True, no_logo=True)
    assert not broken, capsys.readouterr().out
