"""The sample book of the day: made once, made anew where it cannot be read."""

import sqlite3

from main import Store


def _nobody(_done, _total):
    """Tell nobody."""


def test_a_sample_that_an_older_program_made_is_made_anew(tmp_path):
    store = Store(tmp_path)
    book, path, _ = store.sample(_nobody)
    made = book.reader.inflows is not None
    book.close()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE bank_line RENAME TO something_else")
    connection.close()
    again, same, _ = store.sample(_nobody)
    try:
        assert made
        assert same == path
        assert again.reader.bank_statements()
    finally:
        again.close()
    third, _, _ = store.sample(_nobody)
    third.close()
