"""The lock file: complete, hashed, and free of anyone's addresses."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.project.source import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = [
    *PROJECT["project"]["dependencies"],
    *(entry for group in PROJECT["dependency-groups"].values() for entry in group),
]


def _entries():
    return [entry for entry in re.split(r"\n(?=\S)", LOCK) if not entry.startswith("#")]


def _key(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _pinned():
    pins = [Requirement(entry.split("\\")[0].split(";")[0].strip()) for entry in _entries()]
    versions = {}
    for pin in pins:
        versions.setdefault(_key(pin.name), []).append(Version(str(pin.specifier)[2:]))
    return versions


def test_lock_holds_no_address():
    found = re.findall(r"--(?:extra-)?(?:index-url|find-links)|file:|http|@ ", LOCK)
    assert found == []


def test_every_entry_is_one_version_with_hashes():
    loose = [e for e in _entries() if not re.match(r"[\w.-]+==\S+.*\\\n +--hash=sha256:", e)]
    assert loose == []


@pytest.mark.parametrize("declared", DECLARED)
def test_what_is_declared_is_locked_within_its_bounds(declared):
    wanted = Requirement(declared)
    locked = _pinned()[_key(wanted.name)]
    assert all(wanted.specifier.contains(version) for version in locked)


def test_qt_stays_below_the_version_that_loses_none():
    assert _pinned()["pyside6-essentials"] < [Version("6.12")]
