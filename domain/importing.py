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
    """Counts of rows: read = added + updated + unchanged + rejected."""

    kind: str
    file: str
    read: int
    added: int
    updated: int
    unchanged: int
    rejected: tuple[Rejected, ...] = ()
    created_customers: tuple[str, ...] = ()
