"""What a safety copy holds, shown before it is restored."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from domain.errors import BookDamaged
from storage.book import read_header


def backup_info(file: Path) -> dict[str, Any]:
    """Return company, time, and how much a safety copy holds; the file is only read.

    Raises:
        BookMissing, BookForeign, BookDamaged: it is no usable copy.
    """
    read_header(file)
    # "immutable" keeps SQLite from making files beside the copy.
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return _read(connection, file)
    except sqlite3.DatabaseError as error:
        raise BookDamaged(path=str(file), reason=str(error)) from error
    finally:
        connection.close()


def _read(connection: sqlite3.Connection, file: Path) -> dict[str, Any]:
    def value(sql: str) -> Any:
        return connection.execute(sql).fetchone()[0]

    company = json.loads(value("SELECT value FROM setting WHERE key = 'company'"))
    last = value("SELECT MAX(issued_on) FROM document")
    return {
        "company": company["name"],
        "made_at": datetime.fromtimestamp(file.stat().st_mtime, UTC),
        "customers": value("SELECT COUNT(*) FROM customer"),
        "documents": value("SELECT COUNT(*) FROM document"),
        "last_date": date.fromisoformat(last) if last else None,
    }
