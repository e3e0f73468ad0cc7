"""What a book's tables are, written so that two ways of making them can be compared.

Until the first release the first step is not frozen. After a change of
``storage/tables.py`` it is written anew:

    python -m tests.storage.schema
"""

import re
import sqlite3
import tempfile
import textwrap
from contextlib import closing
from pathlib import Path

from domain.customer import Company
from storage.book import create_book
from storage.migrations.versions import v0001_first_schema

_CACHES = re.compile(r"search_|sqlite_")


def statements(path):
    """Return type, name and normalised SQL of everything in a book but its caches."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql <> ''")
        return {
            (kind, name): normalised(sql) for kind, name, sql in rows if not _CACHES.match(name)
        }


def normalised(sql):
    """Return SQL without the white space that means nothing."""
    return re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", sql)).strip()


def _wrapped(line):
    indent = line[: len(line) - len(line.lstrip())] + "    "
    spaced = line.replace("','", "', '")
    return textwrap.fill(
        spaced, 96, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def first_schema():
    """Return the tables and indexes of ``storage/tables.py`` as SQL text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.sqlite"
        create_book(path, Company(name="Qingzhang")).close()
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute(
                "SELECT sql FROM sqlite_master WHERE sql <> '' AND type <> 'trigger'"
                " ORDER BY type = 'index', CASE type WHEN 'index' THEN name END, rowid"
            ).fetchall()
    found = []
    for (sql,) in rows:
        lines = [line.rstrip() for line in sql.replace("\t", "    ").splitlines()]
        found.append("\n".join(_wrapped(line) for line in lines if line.strip()))
    return ";\n\n".join(found) + ";\n"


def write():
    """Write the first step's SQL anew."""
    path = Path(v0001_first_schema.__file__)
    code = path.read_text(encoding="utf-8")
    start = code.index('SCHEMA: Final = """') + len('SCHEMA: Final = """')
    end = code.index('"""', start)
    path.write_text(code[:start] + "\n" + first_schema() + code[end:], encoding="utf-8")


if __name__ == "__main__":
    write()
