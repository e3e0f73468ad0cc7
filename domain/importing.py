"""What an import did, row by row where it refused one."""

from __future__ import annotations

from dataclasses import dataclass, field


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
