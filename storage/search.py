"""Finding documents by part of a number, or by part of a customer's name.

Customers are few: their names are searched with LIKE. Numbers (of documents, orders
and contracts) are many: words of three characters and more use a trigram index. It
is a cache outside the tables: :func:`catch_up` makes it and brings it up to date,
documents newer than it are searched with LIKE, and where SQLite was built without
it everything is. Words of one or two characters, which the index cannot find, are
looked for in document numbers alone.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from domain.errors import BookDamaged

_SHORTEST: Final = 3
#: Up to so many documents, or items of customers, a filter is a set of its own.
FEW: Final = 2_000
#: So many documents are indexed in one transaction, so that a writer never waits long.
_BATCH: Final = 50_000

_TEXT: Final = "{0}.number || char(10) || {0}.order_number || char(10) || {0}.contract_number"
_CREATE: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_number"
    " USING fts5(words, tokenize='trigram', content='', columnsize=0)"
)
_UPTO: Final = "CREATE TABLE IF NOT EXISTS search_upto (document_id INTEGER NOT NULL)"
#: The numbers of a posted document may be completed later; the index follows.
_FOLLOW: Final = f"""
CREATE TRIGGER IF NOT EXISTS search_follow AFTER UPDATE OF order_number, contract_number ON document
 WHEN old.id <= (SELECT MAX(document_id) FROM search_upto) BEGIN
  INSERT INTO search_number (search_number, rowid, words)
  VALUES ('delete', old.id, {_TEXT.format("old")});
  INSERT INTO search_number (rowid, words) VALUES (new.id, {_TEXT.format("new")});
END"""
_LIKE: Final = (
    "(d.number LIKE :like ESCAPE '\\' OR d.order_number LIKE :like ESCAPE '\\'"
    " OR d.contract_number LIKE :like ESCAPE '\\')"
)
_CUSTOMERS: Final = (
    "SELECT id FROM customer WHERE name LIKE :like ESCAPE '\\'"
    " OR code LIKE :like ESCAPE '\\' OR name_en LIKE :like ESCAPE '\\'"
)
_LIKE_SHORT: Final = "d.number LIKE :like ESCAPE '\\'"


@dataclass(frozen=True, slots=True)
class Found:
    """What words typed into a filter find.

    ``few``: the condition is a small set of item ids, worth reading first. Else
    there are two forms: ``each`` tests one item (for walking an index until a page
    is full), ``whole`` makes the set of all at once (for counting).
    """

    few: bool
    each: str
    whole: str


def item_condition(connection: Connection, words: str, values: dict[str, Any]) -> Found:
    """Return conditions on item ``i`` for words typed into a filter; fills ``values``."""
    values["like"], values["words"] = like(words), words
    customers = _customers(connection, values)
    upto = _upto(connection) if len(words) >= _SHORTEST else None
    if upto is not None:
        values["phrase"] = '"' + words.replace('"', '""') + '"'
        values["upto"] = upto
    documents = _documents(connection, words, values, FEW + 1)
    if len(documents) <= FEW and _count(connection, customers, FEW + 1) <= FEW:
        both = f"{_items('document_id', documents)} UNION {_items('customer_id', customers)}"
        return Found(few=True, each=f"i.id IN ({both})", whole=f"i.id IN ({both})")
    by_customer = f"i.customer_id IN ({_CUSTOMERS})"
    one = f"EXISTS (SELECT 1 FROM document d WHERE d.id = i.document_id AND {_like(words)})"
    every = f"i.document_id IN ({_all_documents(words, values)})"
    return Found(few=False, each=f"({by_customer} OR {one})", whole=f"({by_customer} OR {every})")


def like(words: str) -> str:
    """Return a LIKE pattern that finds words anywhere, taking them literally."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def catch_up(connection: Connection) -> bool:
    """Index up to some thousand documents more; return whether there are more to do.

    For one writing transaction; called until it returns False.
    """
    if not _possible(connection):
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS search_follow")
        return False
    for statement in (_CREATE, _UPTO, _FOLLOW):
        connection.exec_driver_sql(statement)
    first = _upto(connection) or 0
    newest = int(connection.exec_driver_sql("SELECT MAX(id) FROM document").scalar() or 0)
    last = min(first + _BATCH, newest)
    if last == first:
        return False
    connection.exec_driver_sql(
        f"INSERT INTO search_number (rowid, words) SELECT id, {_TEXT.format('document')}"
        f" FROM document WHERE id > {first} AND id <= {last}"
    )
    connection.exec_driver_sql("DELETE FROM search_upto")
    connection.exec_driver_sql(f"INSERT INTO search_upto VALUES ({last})")
    return last < newest


def drop(connection: Connection) -> None:
    """Remove the index; :func:`catch_up` makes it again."""
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS search_follow")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_upto")
    if _possible(connection):
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_number")


def _possible(connection: Connection) -> bool:
    """Return whether this SQLite has trigram indexes."""
    options = connection.exec_driver_sql("PRAGMA compile_options").scalars()
    return "ENABLE_FTS5" in set(options) and sqlite3.sqlite_version_info >= (3, 34)


def _upto(connection: Connection) -> int | None:
    """Return up to which document the index goes, None without an index."""
    made = connection.exec_driver_sql(
        "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('search_number', 'search_upto')"
    ).scalar()
    if made != 2 or not _possible(connection):
        return None
    return int(connection.exec_driver_sql("SELECT MAX(document_id) FROM search_upto").scalar() or 0)


def _customers(connection: Connection, values: dict[str, Any]) -> list[int]:
    return [int(row[0]) for row in connection.execute(text(_CUSTOMERS), values)]


def _documents(connection: Connection, words: str, values: dict[str, Any], limit: int) -> list[int]:
    sql = f"{_all_documents(words, values)} LIMIT {limit}"
    try:
        return [int(row[0]) for row in connection.execute(text(sql), values)]
    except (DBAPIError, BookDamaged):
        if "phrase" not in values:
            raise
        # The index is torn or was written by another SQLite: it is only a cache.
        values.pop("phrase", None)
        return _documents(connection, words, values, limit)


def _all_documents(words: str, values: dict[str, Any]) -> str:
    if "phrase" not in values:
        return f"SELECT d.id FROM document d WHERE {_like(words)}"
    return (
        "SELECT rowid FROM search_number WHERE search_number MATCH :phrase"
        f" UNION ALL SELECT d.id FROM document d WHERE d.id > :upto AND {_LIKE}"
    )


def _like(words: str) -> str:
    if len(words) >= _SHORTEST:
        return _LIKE
    # LIKE minds capitals and costs three times as much; digits and Chinese have none.
    return _LIKE_SHORT if words.lower() != words.upper() else "instr(d.number, :words) > 0"


def _count(connection: Connection, customers: list[int], limit: int) -> int:
    """Count the items of customers, no further than a limit."""
    if not customers:
        return 0
    if len(customers) > limit:
        return limit
    sql = f"SELECT COUNT(*) FROM ({_items('customer_id', customers)} LIMIT {limit})"
    return int(connection.execute(text(sql)).scalar() or 0)


def _items(column: str, ids: list[int]) -> str:
    return f"SELECT id FROM item WHERE {column} IN ({_listed(ids)})"


def _listed(ids: list[int]) -> str:
    return ",".join(str(number) for number in ids)
