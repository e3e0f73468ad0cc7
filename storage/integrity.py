"""Checks that everything a book derives still says what its facts say.

Each ``check_…`` function looks at one rule with one set of SQL and returns what
breaks it; :func:`check` runs them all and changes nothing. Caches that went
wrong are mended by :func:`rebuild_caches`; facts are never mended, only named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.errors import BookDamaged
from storage import mappers
from storage.book import SqlBook
from storage.columns import metadata
from storage.engine import fact_triggers

#: How many records a finding names; its facts tell how many there are.
NAMED: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that does not hold: its code, the facts for the wording, the records named."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)
    refs: tuple[str, ...] = ()


def check(book: SqlBook) -> list[Finding]:
    """Return what is wrong with a book; nothing found, an empty list."""
    findings: list[Finding] = []
    with book.reading.connect() as connection:
        for rule in CHECKS:
            try:
                findings += rule(connection)
            except BookDamaged as error:
                # The pages are named by check_pages; no later rule could be trusted.
                findings.append(Finding(code="check.pages", facts={"reason": str(error)}))
                break
    return findings


def rebuild_caches(book: SqlBook, user: str) -> int:
    """Compute open amounts and last changes anew from the facts; return how many were wrong."""
    with book.unit_of_work(user) as uow:
        wrong = int(uow.connection.scalar(text(f"SELECT COUNT(*) FROM ({_WRONG_CACHES})")) or 0)
        if wrong:
            uow.begin("book.rebuild", {"items": wrong})
            uow.connection.execute(text(_REBUILD))
            uow.commit()
    return wrong


def check_pages(connection: Connection) -> list[Finding]:
    """Every page and index of the file is whole (SQLite's quick check)."""
    rows = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(20)")]
    if rows == ["ok"]:
        return []
    return [Finding(code="check.pages", facts={"reason": rows[0]}, refs=tuple(rows[:NAMED]))]


def check_references(connection: Connection) -> list[Finding]:
    """Every reference leads to a record."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if not broken:
        return []
    refs = tuple(f"{row[0]}/{row[1]}" for row in broken[:NAMED])
    return [Finding(code="check.references", facts={"count": len(broken)}, refs=refs)]


def check_caches(connection: Connection) -> list[Finding]:
    """What items cache (open amount, last change) is what allocations say."""
    return _broken(connection, "check.caches", _WRONG_CACHES)


def check_over_allocation(connection: Connection) -> list[Finding]:
    """On no date is more allocated of an item than it has, or less than nothing."""
    return _broken(
        connection,
        "check.over_allocated",
        f"{_upto('debit')} UNION {_upto('credit')}",
    )


def check_dates(connection: Connection) -> list[Finding]:
    """Nothing is allocated before both documents exist, or undone before it was done."""
    return _broken(
        connection,
        "check.dates",
        f"""SELECT d.number AS ref {_BOTH_SIDES}
             WHERE a.allocated_on < x.issued_on OR a.allocated_on < y.issued_on
            UNION ALL
            SELECT 'allocation/' || a.id FROM allocation a JOIN allocation o ON o.id = a.reverses_id
             WHERE a.allocated_on < o.allocated_on""",
    )


def check_sides(connection: Connection) -> list[Finding]:
    """An allocation joins a debit and a credit of one customer."""
    return _broken(
        connection,
        "check.sides",
        f"""SELECT d.number AS ref {_BOTH_SIDES} WHERE x.customer_id <> y.customer_id
               OR x.amount_minor <= 0 OR y.amount_minor >= 0
               OR (x.currency = y.currency AND a.debit_minor <> a.credit_minor)""",
    )


def check_reversals(connection: Connection) -> list[Finding]:
    """Undoing mirrors what it undoes, and a voiding what it voids."""
    return _broken(
        connection,
        "check.reversals",
        """SELECT 'allocation/' || a.id AS ref
             FROM allocation a JOIN allocation o ON o.id = a.reverses_id
            WHERE a.debit_minor <> -o.debit_minor OR a.credit_minor <> -o.credit_minor
               OR a.debit_item_id <> o.debit_item_id OR a.credit_item_id <> o.credit_item_id
               OR o.reverses_id IS NOT NULL
               OR COALESCE(a.debit_base_minor, 0) <> -COALESCE(o.debit_base_minor, 0)
               OR COALESCE(a.credit_base_minor, 0) <> -COALESCE(o.credit_base_minor, 0)
           UNION ALL
           SELECT v.number FROM document v LEFT JOIN document o ON o.id = v.reverses_id
            WHERE v.kind = 'void' AND (o.id IS NULL OR o.amount_minor <> -v.amount_minor
                  OR o.customer_id <> v.customer_id OR o.currency <> v.currency)""",
    )


def check_documents(connection: Connection) -> list[Finding]:
    """Items add up to their document and repeat its kind, customer, currency and date."""
    return _broken(
        connection,
        "check.documents",
        """SELECT d.number AS ref
             FROM (SELECT document_id, COUNT(*) AS n, SUM(amount_minor) AS amount,
                          SUM(base_minor) AS base, COUNT(base_minor) AS bases,
                          MIN(parts) AS low, MAX(parts) AS high
                     FROM item GROUP BY document_id) AS i
             CROSS JOIN document d ON d.id = i.document_id
            WHERE i.amount <> d.amount_minor OR i.low <> i.n OR i.high <> i.n
               OR COALESCE(i.base, 0) <> COALESCE(d.base_minor, 0)
               OR i.bases <> CASE WHEN d.base_minor IS NULL THEN 0 ELSE i.n END
           UNION ALL
           SELECT d.number FROM item i NOT INDEXED CROSS JOIN document d ON d.id = i.document_id
            WHERE i.kind <> d.kind OR i.customer_id <> d.customer_id
               OR i.currency <> d.currency OR i.issued_on <> d.issued_on
           UNION ALL
           SELECT d.number FROM document d
            WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.document_id = d.id)""",
    )


def check_base_amounts(connection: Connection) -> list[Finding]:
    """A settled item has nothing left in base currency either; no allocation took too much."""
    return _broken(
        connection, "check.base_amounts", f"{_base_left('debit')} UNION ALL {_base_left('credit')}"
    )


def check_numbers(connection: Connection) -> list[Finding]:
    """The papers of a kind and year are numbered without a gap."""
    return _broken(
        connection,
        "check.numbers",
        """SELECT s.series || ' ' || s.year AS ref FROM number_series s
             LEFT JOIN (SELECT kind, CAST(substr(dated_on, 1, 4) AS INTEGER) AS year,
                               COUNT(*) AS n FROM paper GROUP BY 1, 2) AS p
               ON p.kind = s.series AND p.year = s.year
            WHERE (s.series IN ('statement', 'dunning_letter', 'receipt_note') OR p.n > 0)
              AND COALESCE(p.n, 0) <> s.last""",
    )


def check_history(connection: Connection) -> list[Finding]:
    """Every fact belongs to an operation."""
    parts = [
        f"SELECT '{name}/' || id AS ref FROM {name} NOT INDEXED"
        f" WHERE operation_id NOT IN (SELECT id FROM operation)"
        for name, table in metadata.tables.items()
        if "operation_id" in table.c
    ]
    return _broken(connection, "check.history", " UNION ALL ".join(parts))


def check_papers(connection: Connection) -> list[Finding]:
    """Every issued paper is byte for byte what was issued."""
    rows = connection.exec_driver_sql("SELECT number, sha256, pdf FROM paper ORDER BY id")
    refs = [str(number) for number, told, pdf in rows if mappers.sha256(pdf) != told]
    if not refs:
        return []
    return [Finding(code="check.papers", facts={"count": len(refs)}, refs=tuple(refs[:NAMED]))]


def check_attachments(connection: Connection) -> list[Finding]:
    """Every attachment has its content, and it is byte for byte what was kept."""
    from storage.integrity_attachments import broken_attachments

    refs = broken_attachments(connection)
    if not refs:
        return []
    return [Finding(code="check.attachments", facts={"count": len(refs)}, refs=tuple(refs[:NAMED]))]


def check_bills(connection: Connection) -> list[Finding]:
    """Bills agree with their events, their parts and their receipts."""
    from storage.integrity_bills import broken_bills

    refs = broken_bills(connection)
    if not refs:
        return []
    return [Finding(code="check.bills", facts={"count": len(refs)}, refs=tuple(refs[:NAMED]))]


def check_triggers(connection: Connection) -> list[Finding]:
    """The triggers that keep facts from being changed are all there."""
    rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    present = {str(row[0]) for row in rows}
    wanted = [sql.replace(" IF NOT EXISTS", "") for sql in fact_triggers()]
    missing = [sql.split()[2] for sql in wanted if sql not in present]
    if not missing:
        return []
    return [Finding(code="check.triggers", facts={"count": len(missing)}, refs=tuple(missing))]


def _broken(connection: Connection, code: str, sql: str) -> list[Finding]:
    """Return a finding that names the records a query calls ``ref``."""
    limited = f"SELECT ref, COUNT(*) OVER () FROM ({sql}) AS broken LIMIT {NAMED}"
    rows: list[Any] = list(connection.execute(text(limited)))
    if not rows:
        return []
    refs = tuple(dict.fromkeys(str(row[0]) for row in rows))
    return [Finding(code=code, facts={"count": rows[0][1]}, refs=refs)]


#: Allocations with both their items and the debit's document.
_BOTH_SIDES: Final = """
  FROM allocation a JOIN item x ON x.id = a.debit_item_id JOIN item y ON y.id = a.credit_item_id
  JOIN document d ON d.id = x.document_id"""

#: What an item's caches should say. An item has allocations on one side only: its own.
_TRUTH: Final = """
SELECT i.id, i.document_id, i.open_minor, i.changed_on,
       i.amount_minor
       - COALESCE((SELECT SUM(debit_minor) FROM allocation WHERE debit_item_id = i.id), 0)
       + COALESCE((SELECT SUM(credit_minor) FROM allocation WHERE credit_item_id = i.id), 0)
         AS true_open,
       MAX(i.issued_on,
         COALESCE((SELECT MAX(allocated_on) FROM allocation WHERE debit_item_id = i.id), ''),
         COALESCE((SELECT MAX(allocated_on) FROM allocation WHERE credit_item_id = i.id), ''))
         AS true_changed
  FROM item i"""
_WRONG_CACHES: Final = f"""
SELECT d.number AS ref, t.id, t.true_open, t.true_changed
  FROM ({_TRUTH}) AS t CROSS JOIN document d ON d.id = t.document_id
 WHERE t.open_minor <> t.true_open OR t.changed_on <> t.true_changed"""
_REBUILD: Final = f"""
UPDATE item SET open_minor = w.true_open, changed_on = w.true_changed
  FROM ({_WRONG_CACHES}) AS w WHERE w.id = item.id"""


def _upto(side: str) -> str:
    """Return the items of a side whose allocations add up wrongly on some day."""
    return f"""
        SELECT d.number AS ref
          FROM (SELECT {side}_item_id AS item_id, SUM(SUM({side}_minor)) OVER
                       (PARTITION BY {side}_item_id ORDER BY allocated_on) AS upto
                  FROM allocation GROUP BY {side}_item_id, allocated_on) AS daily
          CROSS JOIN item i ON i.id = daily.item_id JOIN document d ON d.id = i.document_id
         WHERE daily.upto < 0 OR daily.upto > abs(i.amount_minor)"""


def _base_left(side: str) -> str:
    """Return items of a side whose base amount and its allocated parts do not agree."""
    return f"""
        SELECT d.number AS ref
          FROM (SELECT {side}_item_id AS item_id, SUM({side}_base_minor) AS used,
                       COUNT(*) - COUNT({side}_base_minor) AS unknown
                  FROM allocation GROUP BY {side}_item_id) AS taken
          CROSS JOIN item i ON i.id = taken.item_id JOIN document d ON d.id = i.document_id
         WHERE i.base_minor IS NOT NULL
           AND (taken.unknown > 0 OR taken.used < 0 OR taken.used > abs(i.base_minor)
                OR (i.open_minor = 0 AND taken.used <> abs(i.base_minor)))"""


CHECKS: Final[tuple[Callable[[Connection], list[Finding]], ...]] = (
    check_pages,
    check_references,
    check_triggers,
    check_caches,
    check_over_allocation,
    check_dates,
    check_sides,
    check_reversals,
    check_documents,
    check_base_amounts,
    check_numbers,
    check_bills,
    check_history,
    check_papers,
    check_attachments,
)
