"""The sample's assessments: most customers have one, with gaps, and the book stays sound."""

from datetime import date

import pytest

from domain.credit.statements import FinancialStatement, findings
from domain.sample.assessments import add_assessments
from domain.services.assessments import grade_on
from tests.desk import desk

__all__ = ["desk"]

AS_OF = date(2026, 11, 26)


@pytest.fixture
def book(desk):
    for number in range(40):
        desk.customer(f"K{number:02d}")
    add_assessments(desk.book, "林会计", AS_OF)
    assert desk.check() == []
    return desk.book


def test_most_customers_are_assessed_none_after_the_day(book):
    graded = grade_on(book.reader, AS_OF)
    assert 20 < len(graded) < 41
    assert all(one.assessed_on <= AS_OF for one in graded.values())
    assert len({one.grade for one in graded.values()}) > 1
    assert sum(one.overridden for one in graded.values()) <= 1


def test_accounts_add_up_but_for_one(book):
    kept = book.reader.records(FinancialStatement)
    wrong = [one for one in kept if findings([one.value])]
    assert len(kept) > 60
    assert len(wrong) == 1


def test_the_same_day_gives_the_same_sample(book, tmp_path):
    from tests.desk import Desk

    other = Desk(tmp_path / "other.sqlite")
    for number in range(40):
        other.customer(f"K{number:02d}")
    add_assessments(other.book, "林会计", AS_OF)
    assert grade_on(other.book.reader, AS_OF) == grade_on(book.reader, AS_OF)
    other.close()
