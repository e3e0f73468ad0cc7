"""What all tables are made with: ids, references, texts, amounts, conditions."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.types import BigInteger

#: INTEGER on SQLite (its rowid), BIGINT elsewhere: ids and minor units.
BigInt = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

EMPTY: Final = text("''")


def id_column() -> Column[int]:
    return Column("id", BigInt, primary_key=True)


def words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=EMPTY)


def ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, BigInt, ForeignKey(target), nullable=nullable)


def one_of(column: str, *values: str) -> str:
    """Return a condition as a chain of equals: SQLite builds a tree per row for a longer IN."""
    return " OR ".join(f"{column} = '{value}'" for value in values)


def unique_where_set(table: Table, column: str) -> None:
    """Make a nullable column unique without indexing the rows that leave it empty.

    Elsewhere than on SQLite the condition is left out and all rows are indexed, which
    is as right: naming another database here loads its driver at every start.
    """
    where = text(f"{column} IS NOT NULL")
    Index(f"uq_{table.name}_{column}", table.c[column], unique=True, sqlite_where=where)
