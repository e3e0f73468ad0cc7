"""Why a file or a part of it is no electronic invoice that can be read."""

from __future__ import annotations

from typing import Final

NONE: Final = "einvoice_none"
"""``reason`` of a file without an electronic invoice. Facts: found (pdf, ofd, zip, or
the name of the root element)."""
OTHER: Final = "einvoice_other"
"""``reason`` of an electronic document of a kind that is not read. Facts: found (its root)."""
UNPACKED: Final = "archive_too_large"
"""``reason`` of a packed file that unpacks to more than is read. Facts: limit."""
PACKED: Final = "archive_damaged"
"""``reason`` of a packed file, or a PDF, that is damaged. Facts: none."""

NO_INVOICE: Final = "einvoice.no_invoice"
"""A part of a packed file holds no electronic invoice. Facts: file, reason."""
NOT_A_FIGURE: Final = "einvoice.not_a_figure"
"""A figure cannot be read. Facts: none; column and value say where."""
ROWS_DIFFER: Final = "einvoice.rows_differ"
"""Rows of one invoice say different things. Facts: number, field, row (the first)."""
ROW_LOST: Final = "einvoice.row_lost"
"""A damaged row may belong to this invoice, whose lines are not complete then.
Facts: number, row."""
