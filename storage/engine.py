"""SQLite under SQLAlchemy: connections, pragmas, fact triggers.

SQLite is known here, in :mod:`storage.backup`, :mod:`storage.upgrade`,
:mod:`storage.integrity` and :mod:`storage.search`, and nowhere else.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from domain.errors import BookDamaged, BookLocked, BookReadOnly, DiskFault, EnvironmentFault
from storage.columns import metadata
from storage.tables import FACTS

#: "QZBK": marks a SQLite file as a book (PRAGMA application_id).
APPLICATION_ID: Final = 0x515A424B
_FAULTS: Final[dict[int, type[EnvironmentFault]]] = {
    sqlite3.SQLITE_CORRUPT: BookDamaged,
    sqlite3.SQLITE_NOTADB: BookDamaged,
    sqlite3.SQLITE_BUSY: BookLocked,
    sqlite3.SQLITE_LOCKED: BookLocked,
    sqlite3.SQLITE_READONLY: BookReadOnly,
    sqlite3.SQLITE_CANTOPEN: BookReadOnly,
    sqlite3.SQLITE_FULL: DiskFault,
    sqlite3.SQLITE_IOERR: DiskFault,
}


def writing_engine(path: Path) -> Engine:
    """Return the engine whose transactions take the write lock at once."""
    return _engine(path, "BEGIN IMMEDIATE", ("PRAGMA foreign_keys=ON",))


def upgrading_engine(path: Path) -> Engine:
    """Return an engine for migrations: foreign keys off, or a rebuilt table loses its children."""
    return _engine(path, "BEGIN IMMEDIATE", ("PRAGMA foreign_keys=OFF",))


def reading_engine(path: Path) -> Engine:
    """Return the engine for reads; a write through it is refused."""
    return _engine(path, "BEGIN", ("PRAGMA query_only=ON",))


def _engine(path: Path, begin: str, extra: tuple[str, ...]) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
        connect_args={"check_same_thread": False, "timeout": 5},
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: Any) -> None:
        # pysqlite's own transaction handling lets CREATE survive a rollback.
        connection.isolation_level = None
        for pragma in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA busy_timeout=5000",
            "PRAGMA cache_size=-65536",
            "PRAGMA temp_store=MEMORY",
            *extra,
        ):
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "handle_error")
    def _fault(context: Any) -> None:
        fault = fault_of(context.original_exception, path)
        if fault is not None:
            raise fault from context.original_exception

    return engine


def fault_of(error: BaseException | None, path: Path) -> EnvironmentFault | None:
    """Return the fault that a SQLite error stands for, None when it is a bug of ours."""
    if isinstance(error, DBAPIError):
        error = error.orig
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = _FAULTS.get(code & 0xFF)
    return None if kind is None else kind(path=str(path), reason=str(error))


def create_schema(connection: Connection, version: int) -> None:
    """Create all tables, the fact triggers, and mark the file as a book of this version."""
    metadata.create_all(connection)
    create_triggers(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={version}")


def create_triggers(connection: Connection) -> None:
    """Create the fact triggers."""
    for statement in fact_triggers():
        connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Take all triggers down, for a step that must change what they guard."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in names.fetchall():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def fold_log(engine: Engine) -> None:
    """Write what lies in the write-ahead log into the book's file and empty the log."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is not None:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def fact_triggers() -> list[str]:
    """Return the triggers that refuse to change or delete facts."""
    statements = []
    for name, caches in FACTS.items():
        columns = [column.name for column in metadata.tables[name].columns]
        fixed = ", ".join(f'"{column}"' for column in columns if column not in caches)
        for event_name, what in ((f"UPDATE OF {fixed}", "update"), ("DELETE", "delete")):
            statements.append(
                f"CREATE TRIGGER IF NOT EXISTS tr_{name}_{what} BEFORE {event_name} ON {name} "
                f"BEGIN SELECT RAISE(ABORT, '{name} rows are facts: no {what}'); END"
            )
    return statements
