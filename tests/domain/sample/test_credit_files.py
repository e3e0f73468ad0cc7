"""The sample's credit files: full, thin and none; something to renew, nothing ahead of time."""

from datetime import date

import pytest

from domain.credit.file.expiry import Due
from domain.credit.file.forms import FORMS
from domain.fields import check
from domain.sample.credit_files import add_credit_files
from domain.services import credit_file
from storage.integrity import check as check_book
from tests.desk import desk

__all__ = ["desk"]

AS_OF = date(2026, 11, 20)


@pytest.fixture
def book(desk):
    for place in range(1, 31):
        desk.customer(f"C{place:04d}", credit_limit_minor=100_000)
    add_credit_files(desk.book, "x", AS_OF)
    return desk.book


def test_some_files_are_full_some_thin_and_most_empty(book):
    reader = book.reader
    percents = [
        credit_file.read_file(
            reader, reader.find_customer(f"C{place:04d}"), AS_OF
        ).completeness.percent
        for place in (1, 6, 20)
    ]
    assert percents == [100, 60, 0]


def test_there_is_something_of_each_kind_and_nothing_ahead_of_time(book):
    for form in FORMS:
        found = book.reader.records(form.kind)
        assert found, form.kind
        for one in found:
            check(form, one.value)
            assert one.dated_on <= AS_OF
    assert check_book(book) == []


def test_something_is_to_be_renewed(book):
    what = {one.expiry.what for one in credit_file.expiring(book.reader, AS_OF)}
    assert what >= {Due.REGISTRY, Due.REPORT, Due.VISIT, Due.SECURITY}


def test_the_same_day_makes_the_same_files(book, tmp_path):
    from tests.desk import Desk

    other = Desk(tmp_path / "other.sqlite")
    for place in range(1, 31):
        other.customer(f"C{place:04d}", credit_limit_minor=100_000)
    add_credit_files(other.book, "x", AS_OF)
    for form in FORMS:
        mine = [(one.value, one.dated_on, one.ends_on) for one in book.reader.records(form.kind)]
        theirs = other.book.reader.records(form.kind)
        assert mine == [(one.value, one.dated_on, one.ends_on) for one in theirs]
    other.close()
