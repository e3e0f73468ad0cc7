"""Invoices in OFD, the Chinese page format: a packed file with XML in it.

The invoice's own XML is attached (``original_invoice.xml``); without it the totals
and parties may stand in ``OFD.xml`` as custom data. A page alone is no invoice.
"""

from __future__ import annotations

import re
from typing import Final

from domain.einvoice import EInvoice
from domain.errors import FileUnreadable
from storage.einvoice import cn_names, cn_xml, found
from storage.einvoice.nodes import Element, parse
from storage.einvoice.packed import Packed

ROOT: Final = "OFD.xml"
_SYNTAX: Final = "OFD"
_ORIGINAL: Final = re.compile(r"(?:^|/)original_?invoice\.xml$", re.IGNORECASE)
_ATTACHED: Final = re.compile(r"(?:^|/)Attach\w*/[^/]+\.xml$", re.IGNORECASE)
_INDEX: Final = re.compile(r"(?:^|/)Attachments\.xml$", re.IGNORECASE)


def is_ofd(names: tuple[str, ...]) -> bool:
    """Return whether a packed file of these names is an OFD."""
    return any(name.lstrip("/") == ROOT for name in names)


def read(packed: Packed, path: str, row: int = 1) -> list[EInvoice]:
    """Return the invoices of an OFD, usually one.

    Raises:
        FileUnreadable: damaged, or it holds no invoice.
        Unreadable: a figure or date cannot be read.
    """
    invoices = _attached(packed, path, row) or _custom(packed, path, row)
    if not invoices:
        raise FileUnreadable(path=path, reason=found.NONE, found="ofd")
    return invoices


def _attached(packed: Packed, path: str, row: int) -> list[EInvoice]:
    originals = [name for name in packed.names if _ORIGINAL.search(name)]
    others = [name for name in packed.names if _ATTACHED.search(name) and not _INDEX.search(name)]
    for name in (*originals, *(other for other in others if other not in originals)):
        root = parse(packed.read(name), path)
        digital = [cn_xml.read(one, row) for one in cn_xml.documents(root)]
        older = [cn_names.read(one, _SYNTAX, row) for one in cn_names.documents(root)]
        if digital or older:
            return digital or older
    return []


def _custom(packed: Packed, path: str, row: int) -> list[EInvoice]:
    name = next(name for name in packed.names if name.lstrip("/") == ROOT)
    root = parse(packed.read(name), path)
    found_here = []
    for body in root.iter("DocBody"):
        values = cn_names.named(_custom_data(body))
        if values.get("number") and (values.get("gross") or values.get("net")):
            found_here.append(cn_names.invoice_of(values, [], _SYNTAX, row))
    return found_here


def _custom_data(body: Element) -> dict[str, str]:
    """Return custom data by name, the first of a name."""
    told: dict[str, str] = {}
    for one in body.iter("CustomData"):
        told.setdefault(one.get("Name", ""), (one.text or "").strip())
    return told
