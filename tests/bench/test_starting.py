import pytest

from bench import starting
from bench.books import big_book


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    patch.setenv("QINGZHANG_BENCH_DIR", str(tmp_path_factory.mktemp("bench")))
    yield big_book(100)
    patch.undo()


@pytest.mark.parametrize("which", ["ours", "floor"])
def test_a_window_tells_when_it_painted_and_when_it_showed_rows(book, which):
    painted, shown, worked = starting._start(which, book)
    assert 0 < painted < shown < 60
    assert worked > 0
