"""Finding documents by part of a number, or by part of a customer's name.

Customers are few: their names are searched with LIKE. Numbers are many: three
characters and more use the trigram index, which is a cache that is caught up
after writing (:func:`catch_up`); numbers newer than the index, and words of one
or two characters, are searched with LIKE.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection

_SHORTEST: Final = 3


def item_condition(connection: Connection, words: str, values: dict[str, Any]) -> str:
    """Return a condition on item ``i`` for words typed into a filter; fills ``values``."""
    values["like"] = like(words)
    by_customer = (
        "i.customer_id IN (SELECT id FROM customer WHERE name LIKE :like ESCAPE '\\'"
        " OR code LIKE :like ESCAPE '\\' OR name_en LIKE :like ESCAPE '\\')"
    )
    by_number = "SELECT id FROM document WHERE number LIKE :like ESCAPE '\\'"
    return f"({by_customer} OR i.document_id IN ({by_number}))"


def like(words: str) -> str:
    """Return a LIKE pattern that finds words anywhere, taking them literally."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def drop(connection: Connection) -> None:
    """Remove the index; :func:`catch_up` makes it again."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_number")
