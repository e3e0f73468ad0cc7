"""Why a file cannot be used at all: the ``reason`` fact of ``FileUnreadable``."""

from __future__ import annotations

from typing import Final

MISSING: Final = "missing"
"""There is no file at the path, or it is a folder."""

NO_ACCESS: Final = "no_access"
"""The file cannot be opened: no permission, or another program holds it."""

EMPTY: Final = "empty"
"""The file holds nothing, or only a byte order mark or blank lines."""

TOO_LARGE: Final = "too_large"
"""More than is read at once. Facts: limit (bytes, or cells of a sheet)."""

ENCODING: Final = "encoding"
"""The bytes are not text in any encoding known; one must be named."""

ENCODING_UNKNOWN: Final = "encoding_unknown"
"""The encoding asked for has no such name. Facts: encoding."""

HEADER_DAMAGED: Final = "header_damaged"
"""The first row, which names the columns, cannot be read. Facts: code."""

NOT_A_TABLE: Final = "not_a_table"
"""Another kind of file. Facts: found (pdf, image, archive, xml, binary)."""

ENCRYPTED: Final = "encrypted"
"""The workbook is protected with a password."""

WORKBOOK_DAMAGED: Final = "workbook_damaged"
"""The workbook is cut off or damaged."""

SHEET_MISSING: Final = "sheet_missing"
"""The workbook has no sheet of that name. Facts: sheet, sheets."""

BAD_XML: Final = "bad_xml"
"""The XML is broken or forbidden. Facts: line, found (syntax, dtd, depth, count,
namespace, html)."""
