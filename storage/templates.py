"""Texts of letters: those the program ships, and a sandbox that fills a text.

Two walls stand between a text and the program. First a list of what may be written at all
(:data:`_ALLOWED`): names, choices, one level of repeating, comparing; no call, no filter, no
arithmetic, no assignment, no import. So the work a text can ask for is its length times the
rows it is given, and both are bounded. Behind it Jinja's immutable sandbox, whose look-ups
here find keys of plain dictionaries and nothing of an object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from pathlib import Path
from time import monotonic
from typing import Any, Final

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from domain.errors import NotFound
from domain.letters.templates import (
    GUARD,
    BadWording,
    Facts,
    ForbiddenWording,
    UnknownPlaceholder,
    WordingTooLong,
)

FOLDER: Final = Path(__file__).parents[1] / "resources" / "letters"
#: Longest text and longest letter in characters, most rows of one fact, seconds to fill.
MOST_TEXT: Final = 20_000
MOST_LETTER: Final = 200_000
MOST_ROWS: Final = 1_000
MOST_SECONDS: Final = 2.0
_DEEPEST: Final = 24
_LOOP: Final = frozenset({"index", "first", "last", "length"})
_ALLOWED: Final = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const),
    *(nodes.If, nodes.For, nodes.Getattr, nodes.CondExpr),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
)
#: A line that holds nothing but one tag leaves no line behind. The line's end moves into
#: the tag, so that faults are still told by the line the user sees.
_TAG_LINE: Final = re.compile(r"^[ \t]*(\{%[^%\n]*)%\}[ \t]*\n", re.MULTILINE)
#: What a former way of writing looks like: one brace where two belong.
_SINGLE: Final = re.compile(r"(?<![{%#])\{\s*([a-z][a-z_0-9]*)\s*\}(?!\})")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Reads keys of dictionaries; has no globals, filters or tests."""

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            finalize=_guarded,
            keep_trailing_newline=True,
        )
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a key of a row, or what a loop tells of itself."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Do as :meth:`getattr` does."""
        return self.getattr(obj, argument) if isinstance(argument, str) else self.undefined()


def _guarded(value: object) -> str:
    """Return what is filled in: one line, behind a guard, so that it is never markup."""
    if not isinstance(value, str | int | StrictUndefined):
        raise TypeError(type(value).__name__)
    words = " ".join(str(value).splitlines())
    return f"{GUARD}{words}" if words else ""


class ShippedTemplates:
    """Implements :class:`domain.letters.templates.Templates`."""

    @cached_property
    def _sandbox(self) -> _Sandbox:
        return _Sandbox()

    def shipped(self, key: str, language: str) -> str:
        """Return the default text of a letter."""
        return _shipped(key, language)

    def names(self, text: str) -> frozenset[str]:
        """Return the names a text reads."""
        return frozenset(name for name, _ in _reads(_parsed(self._sandbox, text)))

    def check(self, text: str, known: AbstractSet[str]) -> None:
        """Check that a text is sound and reads known names only."""
        _checked(self._sandbox, text, frozenset(known))

    def fill(self, text: str, facts: Facts) -> str:
        """Return the text with its facts."""
        template = _checked(self._sandbox, text, frozenset(facts))
        try:
            plain = {name: _plain(name, value) for name, value in facts.items()}
            return "".join(_bounded(template.generate(plain)))
        except UndefinedError as error:
            raise BadWording(reason="no_such_part", text=str(error.message)) from error
        except (SecurityError, TypeError) as error:
            raise ForbiddenWording(name=str(error)) from error


@cache
def _shipped(key: str, language: str) -> str:
    path = FOLDER / f"{key}.{language}.txt"
    if not re.fullmatch(r"[a-z_0-9]+", key) or not path.is_file():
        raise NotFound(record=f"letter/{key}.{language}")
    return path.read_text(encoding="utf-8")


def _plain(name: str, value: object) -> object:
    """Return a fact as plain text or plain rows: nothing with a life of its own gets in."""
    if isinstance(value, str):
        return str(value)
    rows = [{str(k): str(v) for k, v in row.items()} for row in _rows(name, value)]
    if len(rows) > MOST_ROWS:
        raise WordingTooLong(name=name, most=MOST_ROWS)
    return rows


def _rows(name: str, value: object) -> list[Mapping[str, str]]:
    if isinstance(value, list | tuple) and all(isinstance(row, Mapping) for row in value):
        return list(value)
    raise TypeError(f"fact {name} is neither text nor rows of text")


def _bounded(parts: Iterator[str]) -> Iterator[str]:
    """Pass the parts on until they are longer, or take longer, than any letter."""
    length, ends = 0, monotonic() + MOST_SECONDS
    for part in parts:
        length += len(part)
        if length > MOST_LETTER or monotonic() > ends:
            raise WordingTooLong(most=MOST_LETTER)
        yield part


@lru_cache(maxsize=256)
def _compiled(sandbox: _Sandbox, text: str) -> Template:
    try:
        return sandbox.from_string(_TAG_LINE.sub(r"\1\n%}", text))
    except (TemplateSyntaxError, SyntaxError) as error:
        raise BadWording(reason="syntax", text=str(error), line=error.lineno or 1) from error


@lru_cache(maxsize=256)
def _checked(sandbox: _Sandbox, text: str, known: frozenset[str]) -> Template:
    """Return a text made ready that was found sound: a thousand letters have few texts."""
    for name, line in _reads(_parsed(sandbox, text)):
        if name not in known:
            near = get_close_matches(name, sorted(known), n=1)
            raise UnknownPlaceholder(name=name, line=line, near="".join(near))
    for number, line_text in enumerate(text.splitlines(), start=1):
        single = _SINGLE.search(line_text)
        if single is not None and single.group(1) in known:
            raise BadWording(reason="single_brace", text=single.group(0), line=number)
    return _compiled(sandbox, text)


@lru_cache(maxsize=256)
def _parsed(sandbox: _Sandbox, text: str) -> nodes.Template:
    """Return a text as a tree that holds allowed nodes only."""
    if len(text) > MOST_TEXT:
        raise WordingTooLong(most=MOST_TEXT)
    try:
        tree = sandbox.parse(text)
    except TemplateSyntaxError as error:
        raise BadWording(reason="syntax", text=error.message or "", line=error.lineno) from error
    except RecursionError as error:
        raise ForbiddenWording(name="(((", line=1) from error
    _allow(tree, frozenset(), 0)
    return tree


def _allow(node: nodes.Node, rows: frozenset[str], depth: int) -> None:
    """Refuse what is not on the list; ``rows`` are the loop variables in reach."""
    line = getattr(node, "lineno", 1)
    if depth > _DEEPEST or type(node) not in _ALLOWED:
        raise ForbiddenWording(name=type(node).__name__, line=line)
    if isinstance(node, nodes.Name) and (node.name.startswith("_") or node.name == "self"):
        raise ForbiddenWording(name=node.name, line=line)
    if isinstance(node, nodes.Getattr):
        owner = node.node.name if isinstance(node.node, nodes.Name) else ""
        if owner not in rows or node.attr.startswith("_"):
            raise ForbiddenWording(name=f"{owner}.{node.attr}", line=line)
    if isinstance(node, nodes.For):
        rows = _walked(node, rows)
    for child in node.iter_child_nodes():
        _allow(child, rows, depth + 1)


def _walked(node: nodes.For, rows: frozenset[str]) -> frozenset[str]:
    """Return the loop's own variable; loops stand in no other, and walk given rows only."""
    named = isinstance(node.iter, nodes.Name)
    if rows or node.recursive or not named or not isinstance(node.target, nodes.Name):
        raise ForbiddenWording(name="for", line=node.lineno)
    return frozenset({node.target.name, "loop"})


def _reads(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Yield each name a tree reads from its facts, with its line."""
    own: set[str] = set()
    for loop in tree.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name):
            own |= {loop.target.name, "loop"}
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in own:
            yield name.name, name.lineno


#: One for all books: it holds no state but what it has compiled.
TEMPLATES: Final = ShippedTemplates()
