"""What an import did, row by row where it refused one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row that was not taken in: where, what stood there and why.

    ``row`` is the row of the file as the user sees it (1-based), ``column`` the
    file's own header. ``code`` and ``facts`` are worded by the program in the
    user's language.
    """

    row: int
    column: str
    value: str
    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountTold:
    """What one statement of a bank file says; figures are those of the file.

    ``adds_up``: opening + credits − debits = closing, None where a balance is missing.
    """

    account: str
    currency: str
    opening: Decimal | None
    closing: Decimal | None
    lines: int
    credits: Decimal
    debits: Decimal
    first_on: date | None
    last_on: date | None
    adds_up: bool | None
    number: str = ""
    format: str = ""
    notes: tuple[tuple[str, dict[str, object]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """Counts of rows: read = added + updated + unchanged + rejected.

    ``headers`` and ``rejected_cells`` (in the order of ``rejected``) are the file's
    own words, for a file of the rejected rows to be corrected and read again.
    """

    kind: str
    file: str
    read: int
    added: int
    updated: int
    unchanged: int
    rejected: tuple[Rejected, ...] = ()
    created_customers: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    rejected_cells: tuple[tuple[str, ...], ...] = ()
    accounts: tuple[AccountTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A file before it is taken in: what it holds and how its columns would be used.

    ``kind`` is the table ("" where the headers do not tell, "bank" for a statement),
    ``recognised`` the one its headers suggest. ``samples`` has one cell per header.
    ``mapping`` is in its saved form; ``notes`` and ``problems`` are codes with facts.
    """

    file: str
    kind: str
    recognised: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    headers: tuple[str, ...]
    samples: tuple[str, ...]
    rows: int
    mapping: dict[str, object]
    notes: tuple[tuple[str, dict[str, object]], ...]
    problems: tuple[tuple[str, dict[str, object]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """The first rows of a file as they will be read: dates ISO, amounts plain.

    ``numbers`` are the rows of the file; ``refused`` the places of rows in which a
    cell cannot be read and stands as it is.
    """

    fields: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    refused: frozenset[int]
