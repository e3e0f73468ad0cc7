"""Codes of everything that can be wrong with a row or cell of an imported file.

The facts of each code are in its docstring; ``ui/labels.py`` words them. The
rejected row itself always adds its row number, column and value.
"""

from __future__ import annotations

from typing import Final

AMOUNT_AMBIGUOUS: Final = "amount.ambiguous"
"""Two amounts are possible, as with ``1,234``. Facts: point, comma (the two readings)."""

AMOUNT_UNREADABLE: Final = "amount.unreadable"
"""Not an amount in any spelling known. No facts."""

AMOUNT_SCIENTIFIC: Final = "amount.scientific"
"""``1.13E+03``: a spreadsheet has cut digits off. No facts."""

AMOUNT_TOO_MANY_DECIMALS: Final = "amount.too_many_decimals"
"""More decimals than the currency has. Facts: decimals (allowed), found."""

AMOUNT_TOO_LARGE: Final = "amount.too_large"
"""10^17 minor units or more. No facts."""

AMOUNT_IMPRECISE: Final = "amount.imprecise"
"""A spreadsheet number with more than 15 digits, of which the last are made up. No facts."""

AMOUNT_FORMULA: Final = "amount.formula"
"""The text of a formula; formulas are never evaluated. No facts."""

AMOUNT_WRONG_CURRENCY: Final = "amount.wrong_currency"
"""The cell names another currency than the row. Facts: found, expected."""

CURRENCY_UNKNOWN: Final = "currency.unknown"
"""Not an ISO 4217 code or a known name of a currency. No facts."""

DATE_AMBIGUOUS: Final = "date.ambiguous"
"""Day and month, or a two-digit year, can be read in two ways. Facts: readings."""

DATE_ORDER_CONFLICT: Final = "date.order_conflict"
"""The date does not fit the order of day and month set for the file. Facts: order."""

DATE_UNREADABLE: Final = "date.unreadable"
"""Not a full date in any spelling known. No facts."""

DATE_IMPOSSIBLE: Final = "date.impossible"
"""Spelled as a date, but there is no such day, as 2025-02-30. No facts."""

DATE_CALENDAR: Final = "date.calendar"
"""A three-digit year without the name of its era, as 114/03/05. No facts."""

DATE_FORMULA: Final = "date.formula"
"""The text of a formula; formulas are never evaluated. No facts."""

NUMBER_MANGLED: Final = "number.mangled"
"""A long number that a spreadsheet turned into a rounded one (2.5312E+19). No facts."""

TYPE_UNKNOWN: Final = "type.unknown"
"""Not a known word for a kind of document. No facts."""

TEXT_TOO_LONG: Final = "text.too_long"
"""The text is longer than any field keeps. Facts: length, limit."""

BAD_BYTES: Final = "encoding.bad_bytes"
"""Bytes of the row are not text in the file's encoding. Facts: encoding."""

NUL_BYTES: Final = "row.nul_bytes"
"""The row holds NUL bytes; the file was damaged. No facts."""

UNCLOSED_QUOTE: Final = "row.unclosed_quote"
"""A quotation mark of the row is never closed. No facts."""

BAD_QUOTES: Final = "row.bad_quotes"
"""Text stands behind a closing quotation mark. No facts."""

FIELD_TOO_LONG: Final = "row.field_too_long"
"""A cell is longer than 131072 characters. No facts."""

TOO_MANY_CELLS: Final = "row.too_many_cells"
"""More cells than the header, as with 1,234.50 unquoted. Facts: found, expected."""

MAPPING_COLUMN_MISSING: Final = "mapping.column_missing"
"""The mapping names a column that the file does not have. Facts: column, field."""

MAPPING_FIELD_MISSING: Final = "mapping.field_missing"
"""No column was found for a field the table cannot do without. Facts: field, kind."""

MAPPING_UNREADABLE: Final = "mapping.unreadable"
"""The saved mapping is not understood. Facts: key."""

FIELD_EMPTY: Final = "row.field_empty"
"""A field that the row cannot do without is empty. Facts: field."""

AMOUNT_NOT_POSITIVE: Final = "amount.not_positive"
"""A receipt or allocation is above zero. No facts."""

NUMBER_REPEATED: Final = "number.repeated"
"""The number stands in several rows of the file with different contents. Facts: number, first."""

NUMBER_TAKEN: Final = "number.taken"
"""The book has this number with other figures; posted documents are reversed, not edited.
Facts: number, field, book (what the book has)."""

NUMBER_AMBIGUOUS: Final = "number.ambiguous"
"""Several documents of the book have this number. Facts: number."""

CUSTOMER_AMBIGUOUS: Final = "customer.ambiguous"
"""Several customers have this name; give the code. Facts: name."""

DOCUMENT_UNKNOWN: Final = "document.unknown"
"""The book has no document of this number. Facts: number."""
