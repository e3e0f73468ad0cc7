"""Keeping the translations: ``python -m ui.i18n`` after any change of texts.

Collects the texts of all sources into ``resources/i18n/*.ts`` and compiles them.
``--todo`` lists what is not translated yet, as tab-separated context, text and an
empty place; ``--fill FILE`` takes such lines back with the Chinese filled in.
English needs only plural forms; they follow from "invoice(s)" in the text.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "resources" / "i18n"
CHINESE: Final = "qingzhang_zh_CN"
ENGLISH: Final = "qingzhang_en"
_LOOKUPS: Final = frozenset({"translate", "QT_TRANSLATE_NOOP"})


def sources() -> list[str]:
    """Return every file with texts: lupdate finds none when it is given a folder."""
    files = sorted((ROOT / "ui").rglob("*.py"))
    return [str(path) for path in files if "cli" not in path.relative_to(ROOT / "ui").parts]


def _tool(name: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    path = Path(sysconfig.get_path("scripts")) / f"pyside6-{name}{suffix}"
    subprocess.run([str(path), *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def messages(tree: ET.ElementTree[ET.Element]) -> Iterator[tuple[str, ET.Element]]:
    """Yield each message with its context."""
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def read(path: Path) -> ET.ElementTree[ET.Element]:
    """Read a translation file of the project's own."""
    return ET.parse(path)  # noqa: S314


def source_of(message: ET.Element) -> str:
    """Return a message's English text."""
    return message.findtext("source", "")


def translation_of(message: ET.Element) -> str:
    """Return a message's translation, the one form of Chinese plurals included."""
    place = message.find("translation")
    if place is None:
        return ""
    form = place.find("numerusform")
    return (place.text if form is None else form.text) or ""


def _write(tree: ET.ElementTree[ET.Element], path: Path) -> None:
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", encoding="utf-8", newline="\n")


def _set_translation(message: ET.Element, texts: Sequence[str]) -> None:
    place = message.find("translation")
    if place is None:
        place = ET.SubElement(message, "translation")
    place.clear()
    if not all(texts):
        place.set("type", "unfinished")
    if "%n" in source_of(message):
        message.set("numerus", "yes")
        for text in texts:
            ET.SubElement(place, "numerusform").text = text
    else:
        message.attrib.pop("numerus", None)
        place.text = texts[0]


def collect(folder: Path = FOLDER) -> None:
    """Bring the files up to date with the sources, keeping what is translated.

    lupdate does not see that ``translate`` with a number is a plural, so plural
    forms are taken off before and put back after it.
    """
    path = folder / f"{CHINESE}.ts"
    known: dict[tuple[str, str], str] = {}
    if path.exists():
        known = {(c, source_of(m)): translation_of(m) for c, m in messages(read(path))}
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "fresh.ts"
        options = ("-locations", "none", "-source-language", "en", "-target-language", "zh_CN")
        _tool("lupdate", *sources(), "-ts", str(fresh), *options)
        tree = read(fresh)
    _complete(tree)
    for context, message in messages(tree):
        _set_translation(message, [known.get((context, source_of(message)), "")])
    _write(tree, path)
    _write_english(tree, folder / f"{ENGLISH}.ts")


def literals(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield context, text and line of every lookup and mark of a source file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        if getattr(node.func, "attr", getattr(node.func, "id", "")) not in _LOOKUPS:
            continue
        context, text = node.args[:2]
        if isinstance(context, ast.Constant) and isinstance(text, ast.Constant):
            yield str(context.value), str(text.value), node.lineno


def _complete(tree: ET.ElementTree[ET.Element]) -> None:
    """Add what lupdate missed: it drops calls whose number is more than a plain name.

    Everything is put in alphabetical order, so that two people's changes meet rarely.
    """
    wanted: dict[str, set[str]] = {}
    for source in sources():
        for context, text, _line in literals(Path(source)):
            wanted.setdefault(context, set()).add(text)
    for context, message in messages(tree):
        wanted.setdefault(context, set()).add(source_of(message))
    root = tree.getroot()
    for old in list(root.iter("context")):
        root.remove(old)
    for context in sorted(wanted):
        own = ET.SubElement(root, "context")
        ET.SubElement(own, "name").text = context
        for text in sorted(wanted[context]):
            message = ET.SubElement(own, "message")
            ET.SubElement(message, "source").text = text


def _write_english(chinese: ET.ElementTree[ET.Element], path: Path) -> None:
    root = ET.Element("TS", version="2.1", language="en")
    for context in chinese.getroot().iter("context"):
        counted = [m for m in context.iter("message") if "%n" in source_of(m)]
        if not counted:
            continue
        own = ET.SubElement(root, "context")
        ET.SubElement(own, "name").text = context.findtext("name", "")
        for message in counted:
            made = ET.SubElement(own, "message")
            source = source_of(message)
            ET.SubElement(made, "source").text = source
            one, many = re.sub(r"\(e?s\)", "", source), re.sub(r"\((e?s)\)", r"\1", source)
            _set_translation(made, [one, many])
    _write(ET.ElementTree(root), path)


def compile_files(folder: Path = FOLDER) -> None:
    """Compile both files for the program."""
    for name in (CHINESE, ENGLISH):
        # Qt maps the file into memory: one in use must be replaced, never written over.
        fresh = folder / f"{name}.new"
        _tool("lrelease", str(folder / f"{name}.ts"), "-qm", str(fresh))
        fresh.replace(folder / f"{name}.qm")


def todo(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """Return context and text of what is not translated."""
    tree = read(folder / f"{CHINESE}.ts")
    return [(c, source_of(m)) for c, m in messages(tree) if not translation_of(m)]


def fill(lines: Sequence[str], folder: Path = FOLDER) -> int:
    """Take translations from tab-separated lines; return how many were used."""
    given = {}
    for line in lines:
        parts = line.rstrip("\n").split("\t")
        if len(parts) == 3 and parts[2]:
            given[parts[0], parts[1]] = parts[2]
    path = folder / f"{CHINESE}.ts"
    tree, used = read(path), 0
    for context, message in messages(tree):
        text = given.get((context, source_of(message)))
        if text:
            _set_translation(message, [text])
            used += 1
    _write(tree, path)
    return used


def main(argv: Sequence[str] | None = None) -> int:
    """Collect, list or fill, then compile."""
    parser = argparse.ArgumentParser(prog="python -m ui.i18n", description=__doc__)
    parser.add_argument("--todo", action="store_true", help="list what is not translated")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take translations from FILE")
    args = parser.parse_args(argv)
    collect()
    if args.fill is not None:
        fill(args.fill.read_text(encoding="utf-8").splitlines())
    compile_files()
    left = todo()
    for context, text in left if args.todo else ():
        sys.stdout.write(f"{context}\t{text}\t\n")
    sys.stdout.write(f"{len(left)} not translated\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
