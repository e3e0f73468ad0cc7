import re
from dataclasses import replace
from datetime import date

import pytest

from domain.errors import Cancelled, NotFound, NothingToDo
from domain.letters.catalogue import CATALOGUE, letter_of
from domain.services import papers
from domain.values import loads
from tests.desk import printed
from tests.domain.letters.letter_samples import paper

END = date(2026, 6, 30)


@pytest.fixture
def values(desk):
    desk.invoice("100.00", "2026-06-01", number="A1")
    return papers.statement_values(desk.book.reader, [desk.first], to_on=END, issued_on=END)


def _issue(desk, values, **more):
    ids = [desk.first for _ in values]
    return papers.issue(desk.uow(), "statement", values, ids, printed, **more)


def test_an_issued_paper_is_numbered_and_kept_as_it_was(desk, values):
    (paper,) = _issue(desk, values).value
    assert (paper.value.number, paper.is_new) == ("对字〔2026〕第0001号", True)
    reader = desk.book.reader
    assert reader.paper_pdf(paper.id) == paper.pdf == b"%PDF " + paper.value.number.encode()
    assert loads(type(paper.value), reader.paper_value(paper.id)) == paper.value
    (row,) = reader.papers(kind="statement", customer_id=desk.first)
    assert (row.number, row.total, row.dated_on) == (paper.value.number, 10_000, END)


def test_the_same_paper_again_is_the_one_that_exists(desk, values):
    (first,) = _issue(desk, values).value
    later = [replace(value, issued_on=date(2026, 7, 9)) for value in values]
    (again,) = _issue(desk, later).value
    assert (again.id, again.is_new, again.value, again.pdf) == (
        first.id, False, first.value, first.pdf,
    )  # fmt: skip
    desk.invoice("1.00", "2026-06-02")
    more = papers.statement_values(desk.book.reader, [desk.first], to_on=END, issued_on=END)
    assert _issue(desk, more).value[0].value.number == "对字〔2026〕第0002号"


def test_chinese_and_english_papers_count_together(desk, values):
    english = [replace(value, language="en") for value in values]
    numbers = [paper.value.number for paper in _issue(desk, [*values, *english]).value]
    assert numbers == ["对字〔2026〕第0001号", "ST-2026-0002"]
    assert desk.check() == []


def test_a_reprint_is_marked_as_a_copy(desk, values):
    (paper,) = _issue(desk, values).value
    copy = papers.reprint(desk.book.reader, paper.id, "statement")
    assert copy == replace(paper.value, copy=True)
    for paper_id, kind in ((99, "statement"), (paper.id, "poster")):
        with pytest.raises(NotFound):
            papers.reprint(desk.book.reader, paper_id, kind)


def test_cancelled_or_failed_nothing_is_kept_and_no_number_used(desk, values):
    before = desk.facts()

    def stop(done, _total):
        raise Cancelled

    def break_down(_value):
        raise RuntimeError

    with pytest.raises(Cancelled):
        _issue(desk, values, progress=stop)
    with pytest.raises(RuntimeError):
        papers.issue(desk.uow(), "statement", values, [desk.first], break_down)
    with pytest.raises(NothingToDo):
        _issue(desk, [])
    assert desk.facts() == before


def test_a_receipt_note_tells_what_was_paid_and_what_is_kept(desk):
    first = desk.invoice("100.00", "2026-06-01", number="A1", terms="50%@0+50%@30")
    gone = desk.invoice("7.00", "2026-06-01", number="A2")
    paid = desk.receipt("80.00", "2026-06-05", number="R1")
    desk.allocate(paid, [desk.use(first, "50.00"), desk.use(first, "20.00", part=2)], "2026-06-05")
    desk.allocate(paid, {gone: "7.00"}, "2026-06-06")
    desk.undo("2026-06-07", debit=gone)
    note = papers.receipt_note_value(desk.book.reader, paid, END)
    assert [(use.number, use.used, use.left) for use in note.uses] == [
        ("A1 (1/2)", 5_000, 0),
        ("A1 (2/2)", 2_000, 3_000),
    ]
    assert (note.amount, note.unapplied) == (8_000, 1_000)


def test_a_paper_is_in_the_customers_language_else_the_books(desk):
    reader = desk.book.reader
    english = reader.customer(desk.customer("E", language="en"))
    assert papers.paper_language(reader, english) == "en"
    assert papers.paper_language(reader, reader.customer(desk.first)) == "zh"
    desk.set(language="en")
    assert papers.paper_language(reader, reader.customer(desk.first)) == "en"


def test_all_customers_stand_by_code(desk):
    second, third = desk.customer("B1"), desk.customer("A1")
    assert papers.all_customers(desk.book.reader, END) == [third, second, desk.first]


def test_every_series_is_one_kinds_own_in_both_languages():
    for language in (0, 1):
        series = [pair[language] for pair in papers.SERIES.values()]
        assert len(series) == len(set(series))
    assert papers.SERIES.keys() == papers.KINDS.keys()


@pytest.mark.parametrize("key", [one.key for one in CATALOGUE if one.has_page])
def test_the_numbers_of_every_kind_of_letter_run_on_without_a_gap(desk, key):
    made = paper(key, letter_of(key).languages[0])
    for place in (1, 2, 3):
        value = replace(made, given=(("place", str(place)),))
        kept = papers.issue(desk.uow(), key, [value], [desk.first], printed).value[0]
        assert re.findall(r"\d+", kept.value.number)[-1] == f"{place:04d}"
        with pytest.raises(OSError, match="disk"):
            papers.issue(desk.uow(), key, [replace(value, title="x")], [desk.first], _broken)


def _broken(_value):
    raise OSError("disk")
