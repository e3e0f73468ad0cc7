"""Which syntax a file of electronic invoices is in, by its content.

A packed file may hold many; what of it cannot be read is told, except for a page
(PDF) whose invoice stands beside it as XML. A file in which nothing is an invoice is
refused as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from domain.einvoice import EInvoice, EInvoiceFile
from domain.errors import FileUnreadable
from domain.reading.result import Rejection
from storage.einvoice import cii, cn_names, cn_table, cn_xml, found, ofd, pdf, ubl
from storage.einvoice.nodes import Element, Unreadable, head_text, parse, root_name
from storage.einvoice.packed import Budget, Packed
from storage.files import reasons
from storage.files.reader import read_bytes

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOKS: Final = frozenset({"[Content_Types].xml", "content.xml"})
_OFFICE: Final = ("[content_types]", "docprops/", "_rels/", "xl/", "word/", "ppt/", "customxml/")
#: Roots of electronic documents that are not read: FatturaPA, orders of Order-X, and
#: the wrapper of rule tests, whose invoices are wrong on purpose.
_OTHERS: Final = frozenset(
    {"FatturaElettronica", "FatturaElettronicaSemplificata", "SCRDMCCBDACIOMessageStructure"}
    | {"testSet"}
)
_CHINESE_ROOTS: Final = ("EInvoice", "eInvoice")
#: Names of the number in older Chinese invoices, as bytes of a file's beginning.
_OLD_NAMES: Final = tuple(
    name.encode(encoding)
    for name in ("<FPHM", "<fphm", "<发票号码", "<数电票号码", "<数电发票号码")
    for encoding in ("utf-8", "gb18030", "utf-16-le")
)
_OLD: Final = "CN XML"
_PACKED: Final = "ZIP"
_EXTENSIONS: Final = (".xml", ".ofd", ".pdf")
_MAX_BYTES: Final = 256 << 20
_HEAD: Final = 1 << 16
#: Files of an archive that are looked into to tell what it holds.
_LOOKED_INTO: Final = 20


def is_einvoice(head: bytes) -> bool:
    """Return whether a file is an electronic invoice of any kind, by its first bytes.

    A PDF may be one; a packed file is when it holds XML, OFD or PDF. Workbooks and
    texts of the tax platform's export show it in their columns only
    (:func:`storage.einvoice.cn_table.is_export`).
    """
    if head.startswith(pdf.MARK):
        return True
    if head.startswith(_ZIP):
        name = _first_name(head).lower()
        return name.endswith(_EXTENSIONS) and not name.startswith(_OFFICE)
    root = root_name(head)
    if root in (*ubl.ROOTS, *cii.ROOTS, *_CHINESE_ROOTS) or root in _OTHERS:
        return True
    return bool(head_text(head)) and any(name in head for name in _OLD_NAMES)


def _first_name(head: bytes) -> str:
    """Return the name of the first file in a packed one."""
    length = int.from_bytes(head[26:28], "little")
    return head[30 : 30 + length].decode("utf-8", "replace")


def holds_einvoice(path: str | Path) -> bool:
    """Return whether a file is an electronic invoice or packs some; a table is told by columns."""
    try:
        with Path(path).open("rb") as stream:
            head = stream.read(_HEAD)
            if not head.startswith(_ZIP):
                return is_einvoice(head)
        packed = Packed(read_bytes(path, _MAX_BYTES), str(path))
        if _WORKBOOKS & set(packed.names):
            return False
        held = [name for name in packed.names if name.lower().endswith(_EXTENSIONS)]
        return ofd.is_ofd(packed.names) or any(
            _is_held(packed, name) for name in held[:_LOOKED_INTO]
        )
    except (OSError, ValueError, FileUnreadable):
        return False


def _is_held(packed: Packed, name: str) -> bool:
    """Return whether a packed file is an invoice; XML may as well be a bank statement."""
    return not name.lower().endswith(".xml") or is_einvoice(packed.read(name)[:_HEAD])


def read_einvoices(path: str | Path, *, encoding: str | None = None) -> EInvoiceFile:
    """Return the electronic invoices of a file, with what of it was refused.

    ``encoding`` is that of a table in text, where the user names it.

    Raises:
        FileUnreadable: it cannot be used, or holds no electronic invoice at all.
    """
    name = str(path)
    data = read_bytes(path, _MAX_BYTES)
    if data.startswith(_ZIP):
        return _of_packed(data, name, encoding)
    if data.startswith(_OLE) or not (data.startswith(pdf.MARK) or _is_xml(data)):
        return _of_table(name, encoding)
    return _settled(_Found().add(data, name, 1), name)


def _is_xml(data: bytes) -> bool:
    """Return whether it is XML; a web page with a table is not."""
    head = data[:4096]
    return bool(head_text(head)) and root_name(head).lower() not in ("html", "table")


def _of_table(path: str, encoding: str | None) -> EInvoiceFile:
    read = cn_table.read(path, encoding=encoding)
    if read is None:
        raise FileUnreadable(path=path, reason=found.NONE, found="table")
    return read


def _of_packed(data: bytes, path: str, encoding: str | None) -> EInvoiceFile:
    budget = Budget()
    packed = Packed(data, path, budget)
    if _WORKBOOKS & set(packed.names):
        return _of_table(path, encoding)
    if ofd.is_ofd(packed.names):
        return _settled(_Found().add(data, path, 1), path)
    files = _Found(_PACKED, budget)
    for row, name in enumerate(packed.names, start=1):
        if name.lower().endswith(_EXTENSIONS):
            data = packed.read(name)
            try:
                files.add_file(data, name, row)
            except FileUnreadable as fault:
                raise FileUnreadable(**{**fault.facts, "path": path}) from fault
    if not files.invoices and not files.rejected:
        raise FileUnreadable(path=path, reason=found.NONE, found="zip")
    return files.told()


def _settled(files: _Found, path: str) -> EInvoiceFile:
    """Return what one document gave."""
    if not files.invoices and not files.rejected:
        raise FileUnreadable(path=path, reason=found.NONE, found="xml")
    return files.told()


class _Found:
    """Collects invoices of one file or of the files in a packed one."""

    def __init__(self, syntax: str = "", budget: Budget | None = None) -> None:
        self._syntax = syntax
        self._budget = budget or Budget()
        self._pages: dict[str, Rejection] = {}
        self._stems: set[str] = set()
        self.invoices: list[EInvoice] = []
        self._refused: list[Rejection] = []

    @property
    def rejected(self) -> list[Rejection]:
        """What was refused; a page is not where its invoice stands beside it."""
        pages = [one for stem, one in self._pages.items() if stem not in self._stems]
        return sorted((*self._refused, *pages), key=lambda one: one.row)

    def told(self) -> EInvoiceFile:
        """Return everything as the contents of one file."""
        syntax = self._syntax or next((one.syntax for one in self.invoices), "")
        invoices = tuple(sorted(self.invoices, key=lambda one: one.row))
        return EInvoiceFile(syntax=syntax, invoices=invoices, rejected=tuple(self.rejected))

    def add_file(self, data: bytes, name: str, row: int) -> None:
        """Read a file out of a packed one; one that cannot be used is refused by name."""
        stem = str(PurePosixPath(name).with_suffix("")).lower()
        try:
            self.add(data, name, row)
            self._stems.add(stem)
        except FileUnreadable as fault:
            reason = str(fault.facts.get("reason", ""))
            if reason in (found.UNPACKED, reasons.TOO_LARGE):
                raise  # what unpacks without end is not read on
            facts = {"file": name, "reason": reason}
            refused = Rejection(row=row, code=found.NO_INVOICE, value=name, facts=facts)
            if reason == found.NONE and data.startswith(pdf.MARK):
                self._pages[stem] = refused
            else:
                self._refused.append(refused)

    def add(self, data: bytes, path: str, row: int) -> _Found:
        """Read one document.

        Raises:
            FileUnreadable: it cannot be used, or is something else.
        """
        if data.startswith(_ZIP):
            packed = Packed(data, path, self._budget)
            if not ofd.is_ofd(packed.names):
                raise FileUnreadable(path=path, reason=found.NONE, found="zip")
            self._keep(partial(ofd.read, packed, path), row)
        elif data.startswith(pdf.MARK):
            self._add_pdf(data, path, row)
        else:
            self._add_root(parse(data, path), path, row)
        return self

    def _add_pdf(self, data: bytes, path: str, row: int) -> None:
        """Read the first embedded file that is an invoice."""
        faults = []
        for content in pdf.embedded(data, path):
            self._budget.take(len(content), path)
            try:
                self._add_root(parse(content, path), path, row)
            except FileUnreadable as fault:
                faults.append(fault)
            else:
                return
        raise faults[0]

    def _add_root(self, root: Element, path: str, row: int) -> None:
        """Read the invoices of a document: one after another where it holds several."""
        for place, read in enumerate(_readers(root, path)):
            self._keep(read, row if self._syntax else row + place)

    def _keep(self, read: Callable[[int], list[EInvoice]], row: int) -> None:
        try:
            self.invoices += read(row)
        except Unreadable as fault:
            self._refused.append(fault.rejection(row))


def _readers(root: Element, path: str) -> list[Callable[[int], list[EInvoice]]]:
    """Return what reads each invoice of a document.

    Raises:
        FileUnreadable: it holds none.
    """
    if root.tag in _OTHERS:
        raise FileUnreadable(path=path, reason=found.OTHER, found=root.tag)
    digital = cn_xml.documents(root)
    if digital:
        return [partial(_one, cn_xml.read, one) for one in digital]
    european = [one for one in (root, *root) if ubl.is_ubl(one) or one.tag in cii.ROOTS]
    if european:
        return [partial(_one, ubl.read if ubl.is_ubl(one) else cii.read, one) for one in european]
    older = cn_names.documents(root)
    if older:
        return [partial(_one, partial(cn_names.read, syntax=_OLD), one) for one in older]
    raise FileUnreadable(path=path, reason=found.NONE, found=root.tag)


def _one(read: Callable[..., EInvoice], element: Element, row: int) -> list[EInvoice]:
    return [read(element, row=row)]
