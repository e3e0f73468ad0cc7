import pytest
from sqlalchemy import text

from bench import ageing
from bench.books import LAST, big_book, opened
from storage.integrity import check


@pytest.fixture(scope="module", autouse=True)
def _folder(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    patch.setenv("QINGZHANG_BENCH_DIR", str(tmp_path_factory.mktemp("bench")))
    yield
    patch.undo()


@pytest.fixture(scope="module")
def book(_folder):
    made = opened(3000)
    yield made
    made.close()


def counted(book, sql):
    with book.engine.connect() as connection:
        return connection.scalar(text(sql))


def test_a_made_up_book_is_sound(book):
    assert check(book) == []


def test_it_has_the_proportions_of_the_workload(book):
    assert counted(book, "SELECT COUNT(*) FROM document WHERE kind <> 'receipt'") == 3000
    assert 1500 < counted(book, "SELECT COUNT(*) FROM document WHERE kind = 'receipt'") < 2100
    settled = counted(book, "SELECT COUNT(*) FROM item WHERE kind = 'invoice' AND open_minor = 0")
    assert 0.85 < settled / 2910 < 0.95


def test_it_is_made_once(book):
    first = big_book(3000)
    made = first.stat().st_mtime_ns
    assert big_book(3000) == first
    assert first.stat().st_mtime_ns == made


def test_the_floor_of_ageing_has_the_same_sums(book):
    connection = ageing.plain_connection(3000)
    for day in (ageing.MIDDLE, ageing.EARLY, LAST):
        plain = ageing.floor(connection, day)
        assert sum(row[3] for row in plain) == sum(row.balance for row in book.reader.ageing(day))
    connection.close()
