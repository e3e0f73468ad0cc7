"""Statements of the unit of work, built once.

Building a statement costs SQLAlchemy several times what running it costs SQLite;
posting a document needs six of them and allocating it four more.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Insert, bindparam, insert, select, update

from storage.columns import metadata
from storage.tables import document, number_series, rate, setting

#: Insert of one row by table name; the values are given when it is run.
INSERTS: Final[dict[str, Insert]] = {name: insert(table) for name, table in metadata.tables.items()}
SETTING: Final = select(setting.c.value).where(setting.c.key == bindparam("wanted"))
_SERIES: Final = (number_series.c.series == bindparam("name")) & (
    number_series.c.year == bindparam("in_year")
)
LAST_NUMBER: Final = select(number_series.c.last).where(_SERIES)
TAKE_NUMBER: Final = update(number_series).where(_SERIES).values(last=bindparam("taken"))
NUMBERED: Final = select(document.c.id).where(
    document.c.number == bindparam("as_number"), document.c.kind == bindparam("of_kind")
)
RATE: Final = (
    select(rate.c.rate)
    .where(rate.c.currency == bindparam("of"), rate.c.quoted_on <= bindparam("day"))
    .order_by(rate.c.quoted_on.desc())
    .limit(1)
)
