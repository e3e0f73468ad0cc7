"""XML of banks and invoices to elements, without trusting it.

Decisions:

* No document type, so neither entities nor outside references; not too deep, not
  too many elements, no endless namespace: refused before they cost time or memory.
* The bytes decide about the encoding, not only the declaration: text that is valid
  UTF-8 is UTF-8, whatever it is declared to be; GBK declared as UTF-8 is read as GBK.
* Elements bear their local names. Which prefix or version of a namespace a program
  writes tells nothing that the names do not.
* Characters that XML forbids become U+FFFD, as do bytes of no encoding: a name with
  such a mark is seen, a figure with it is refused by its reader.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from domain.errors import FileUnreadable
from domain.reading.result import Problem, refuse
from storage.bank import found
from storage.files import reasons
from storage.files.decoding import decode

MAX_BYTES: Final = 64 << 20
_MAX_DEPTH: Final = 200
_MAX_COUNT: Final = 4_000_000
#: expat copies the name of its namespace to every element.
_MAX_NAMESPACE: Final = 1000

_SPACE: Final = " \t\r\n\ufeff"
_END: Final = _SPACE + "\x00\x1a"
_DECLARATION: Final = re.compile(r"<\?xml\s[^<>]*\?>")
_DECLARED: Final = re.compile(rb"""<\?xml\s[^<>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDE: Final = re.compile("[\u0800-\U0010ffff]")
_ROOT: Final = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*+<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)",
    re.DOTALL | re.IGNORECASE,
)
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH: Final = re.compile("[\x80-\ufffc\U00010000-\U0010ffff]+")
_HEAD: Final = 1024
_SEEN: Final = 65536
#: Many more encodings exist in Python; some are no encodings of text, some are slow.
_KNOWN: Final = re.compile(
    r"utf-8|ascii|iso8859-\d+|cp125\d|gbk|gb2312|gb18030|hz|big5|cp950|shift_jis|euc_\w+|koi8-\w"
)
_SEVERAL: Final = re.compile(r"gb\w+|big5|cp950|shift_jis|euc_\w+|hz")


class XmlText(NamedTuple):
    """The text of a file, the encoding it was in, and the one it declares (or nothing)."""

    text: str
    encoding: str
    declared: str = ""

    def notes(self) -> tuple[Problem, ...]:
        """Return that the declaration is wrong, or nothing."""
        # A file of UTF-16 may say so without naming which; ASCII is UTF-8 as well.
        right = not self.declared or self.encoding.startswith("utf-16")
        if right or _known(self.declared) in {self.encoding, "ascii"}:
            return ()
        return (refuse(found.ENCODING, told=self.declared, used=self.encoding),)


class _Refused(Exception):
    """What was found that is not read."""


def parse(content: bytes, path: str) -> Element:
    """Return the root of a file of XML; its elements bear local names.

    Raises:
        FileUnreadable: too large, broken, or forbidden; ``found`` is one of syntax,
            dtd, depth, count, namespace and html.
    """
    return parse_text(read_text(content, path).text, path)


def read_text(content: bytes, path: str) -> XmlText:
    """Return the text of a file of XML, by its bytes rather than by its declaration.

    Raises:
        FileUnreadable: too large or empty.
    """
    if len(content) > MAX_BYTES:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=MAX_BYTES)
    if not content.strip(_END.encode() + b"\xff\xfe"):
        raise FileUnreadable(path=path, reason=reasons.EMPTY)
    match = _DECLARED.search(content[:_HEAD].replace(b"\0", b""))
    declared = match[1].decode().lower() if match else ""
    text, used = _decoded(content, path, declared)
    return XmlText(_FORBIDDEN.sub("\ufffd", text.rstrip(_END)), used, declared)


def parse_text(text: str, path: str) -> Element:
    """Return the root of a text of XML.

    Raises:
        FileUnreadable: as :func:`parse`.
    """
    target = _Target()
    parser = XMLParser(target=target, forbid_dtd=True)
    expat = parser.parser
    # Called by expat itself instead of through Python once more, in half the time.
    expat.StartElementHandler, expat.EndElementHandler = target.start, target.end
    expat.ordered_attributes = False
    expat.StartNamespaceDeclHandler = _check_namespace
    try:
        _check_count(text)
        parser.feed(_bare(text))
        root: Element = parser.close()
    except ParseError as fault:
        raise _bad(path, text, "syntax", fault.position[0]) from None
    except DefusedXmlException:
        raise _bad(path, text, "dtd", expat.CurrentLineNumber) from None
    except _Refused as fault:
        raise _bad(path, text, str(fault), expat.CurrentLineNumber) from None
    if root.tag.lower() == "html":
        raise _bad(path, text, "html", 1)
    return root


def root_name(head: bytes) -> str:
    """Return the local name of the root element, by the first bytes; empty when unknown."""
    return _root(head_text(head))


def head_text(head: bytes) -> str:
    """Return the first bytes as text to recognise names in; empty when it is no XML."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            head = head[2:].decode(name, "ignore").encode()
    text = head.replace(b"\0", b"").removeprefix(codecs.BOM_UTF8).decode("latin-1")
    text = text.lstrip(_SPACE)
    return text if text.startswith("<") else ""


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first element at the end of a path of names, None when there is none."""
    for name in names:
        if element is None:
            return None
        element = element.find(name)
    return element


def children(element: Element | None, *names: str) -> list[Element]:
    """Return all elements at the end of a path of names, in their order."""
    found_here = [] if element is None else [element]
    for name in names:
        found_here = [inner for outer in found_here for inner in outer.findall(name)]
    return found_here


def text(element: Element | None, *names: str) -> str:
    """Return the text at the end of a path of names, without spaces around it, or nothing."""
    for name in names:  # not by child: this is called for every word of a file
        if element is None:
            return ""
        element = element.find(name)
    return (element.text or "").strip() if element is not None else ""


class _Target:
    """Builds elements under their local names, to some depth."""

    def __init__(self) -> None:
        builder = TreeBuilder()
        self.data: Callable[[str], None] = builder.data
        self.close: Callable[[], Element] = builder.close
        self._start = builder.start
        self._end = builder.end
        self._names: dict[str, str] = {}
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _Refused("depth")
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag.rpartition("}")[2]
        self._start(name, attributes)

    def end(self, tag: str) -> None:
        """Close an element."""
        self._depth -= 1
        self._end(tag)


def _check_count(text: str) -> None:
    """Refuse more elements or attributes than a file of this size has in earnest."""
    if max(text.count("<") - text.count("</"), text.count("=")) > _MAX_COUNT:
        raise _Refused("count")


def _check_namespace(_prefix: str | None, uri: str | None) -> None:
    if uri and len(uri) > _MAX_NAMESPACE:
        raise _Refused("namespace")


def _bad(path: str, text: str, kind: str, line: int) -> FileUnreadable:
    kind = "html" if _root(text[:_SEEN].lstrip(_SPACE)).lower() == "html" else kind
    return FileUnreadable(path=path, reason=reasons.BAD_XML, found=kind, line=line)


def _bare(text: str) -> str:
    """Return a document without its declaration, which decoded text belies, lines as before."""
    inner = text.lstrip(_SPACE)
    above = text[: len(text) - len(inner)].count("\n")
    declaration = _DECLARATION.match(inner[:_HEAD])
    if declaration:
        above += declaration[0].count("\n")
        inner = inner[declaration.end() :]
    return "\n" * above + inner


def _root(text: str) -> str:
    match = _ROOT.match(text)
    return match[1] if match else ""


def _decoded(content: bytes, path: str, declared: str) -> tuple[str, str]:
    """Return the text and the encoding used."""
    wide = _by_zeros(content)
    if wide:
        return content.decode(wide, "replace"), wide
    name = _known(declared)
    told = _strict(content, name)
    plain = told if name == "utf-8" else _strict(content, "utf-8")
    # Two letters of GBK may look like one of UTF-8; longer ones hardly ever do.
    if plain is not None and (told is None or not _SEVERAL.fullmatch(name) or _WIDE.search(plain)):
        return plain, "utf-8"
    return (told, name) if told is not None else _guessed(content, path)


def _guessed(content: bytes, path: str) -> tuple[str, str]:
    """Return the text of bytes that fit neither their declaration nor UTF-8 as a whole."""
    lenient = content.decode("utf-8", "replace")
    good = sum(map(len, _HIGH.findall(lenient)))
    if lenient.count("\ufffd") * 3 <= good:
        return lenient, "utf-8"
    try:
        guessed = decode(content, path)
    except FileUnreadable:
        return lenient, "utf-8"  # tags and figures are ASCII: only words are at stake
    return guessed.text, guessed.encoding


def _known(declared: str) -> str:
    """Return Python's name of a declared encoding, UTF-8 for those not known."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return "utf-8"
    name = "gb18030" if name in {"gbk", "gb2312"} else name
    return name if _KNOWN.fullmatch(name) else "utf-8"


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _by_zeros(content: bytes) -> str:
    """Return the encoding of two or four bytes a character, if it is one of those."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    head = content[:_HEAD].lstrip(b" \t\r\n")
    if head.count(0) * 3 < len(head):
        return ""
    return "utf-16-le" if head.startswith(b"<\0") else "utf-16-be"
