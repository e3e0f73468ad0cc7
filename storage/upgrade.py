"""Bringing an older book to the tables of today: all or nothing, after a safety copy.

Foreign keys are off while steps run, because rebuilding a table drops it and
would take its children along; SQLite ignores that switch inside a transaction,
so it is set on the connection before. All steps share one transaction. It is
kept only when no reference is broken and the control totals are the same as
before; else the book stays as it was.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, MetaData, text

from domain.errors import UpgradeFailed
from storage import engine as engines
from storage import search
from storage.backup import backup, folder_of
from storage.columns import metadata
from storage.migrations import STEPS, Step

#: What no step may change: counts and sums of everything posted.
_CONTROLS: Final = {
    "document": "SELECT kind, currency, COUNT(*), SUM(amount_minor), SUM(base_minor)"
    " FROM document GROUP BY kind, currency",
    "item": "SELECT kind, currency, COUNT(*), SUM(amount_minor), SUM(open_minor)"
    " FROM item GROUP BY kind, currency",
    "allocation": "SELECT COUNT(*), SUM(debit_minor), SUM(credit_minor),"
    " SUM(debit_base_minor), SUM(credit_base_minor) FROM allocation",
    "paper": "SELECT kind, COUNT(*), SUM(length(pdf)) FROM paper GROUP BY kind",
    "dunned_item": "SELECT level, COUNT(*), SUM(open_minor) FROM dunned_item GROUP BY level",
    "customer": "SELECT COUNT(*) FROM customer",
    "operation": "SELECT COUNT(*) FROM operation",
    "operation_change": "SELECT COUNT(*) FROM operation_change",
}


class _BrokenStepError(Exception):
    """A step left the book other than it was."""


def upgrade(path: Path, version: int, *, steps: Sequence[Step] = STEPS) -> Path | None:
    """Bring a book to a version and return the safety copy made before (None: nothing to do).

    The caller holds the book's lock.

    Raises:
        UpgradeFailed: a step or a check failed; the book is as before. The facts
            name the safety copy.
        DiskFault, FileUnwritable: no safety copy could be made; nothing was tried.
    """
    engine = engines.upgrading_engine(path)
    try:
        with engine.connect() as connection:
            found = _version(connection)
        pending = [step for step in steps if found < step.version <= version]
        if not pending:
            return None
        copy = backup(path, folder_of(path), automatic=True)
        try:
            with engine.connect() as connection, connection.begin():
                _run(connection, pending)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise UpgradeFailed(path=str(path), reason=reason, backup=str(copy)) from error
        engines.fold_log(engine)
        return copy
    finally:
        engine.dispose()


def _run(connection: Connection, steps: Sequence[Step]) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
        raise _BrokenStepError("foreign keys are on")
    first = _version(connection)
    before = control_totals(connection)
    engines.drop_triggers(connection)
    search.drop(connection)
    context = MigrationContext.configure(
        connection, opts={"target_metadata": MetaData(naming_convention=metadata.naming_convention)}
    )
    with warnings.catch_warnings():
        # See storage.migrations: such an index is made anew by the step itself.
        warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based")
        for step in steps:
            step.run(Operations(context))
    _compare(connection, before)
    for number, step in enumerate(steps, start=first):
        _log(connection, number, step)
    engines.create_triggers(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={steps[-1].version}")


def _compare(connection: Connection, before: dict[str, list[tuple[object, ...]]]) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise _BrokenStepError(f"{len(broken)} broken references, first in {broken[0][0]}")
    after = control_totals(connection)
    for table, rows in before.items():
        if after[table] != rows:
            raise _BrokenStepError(f"control totals of {table} changed")


def control_totals(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return counts and sums by table, kind and currency: what an upgrade must not change."""
    return {
        table: sorted(tuple(row) for row in connection.exec_driver_sql(sql))
        for table, sql in _CONTROLS.items()
    }


def _log(connection: Connection, number: int, step: Step) -> None:
    told = {"from": number, "to": step.version, "step": step.story}
    connection.execute(
        text(
            'INSERT INTO operation (at_utc, "user", kind, summary)'
            " VALUES (:at, '', 'book.upgrade', :told)"
        ),
        {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "told": json.dumps(told, ensure_ascii=False, sort_keys=True),
        },
    )


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
