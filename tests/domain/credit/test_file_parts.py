"""What an assessment reads of the credit file, by the kinds of its records."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest

from domain.credit.file_parts import file_notes
from domain.services import records
from tests.desk import Desk

MAY = date(2026, 5, 10)


@dataclass(frozen=True, kw_only=True)
class Registry:
    KIND: ClassVar[str] = "registry_facts"
    status: str
    capital: int = 5


@dataclass(frozen=True, kw_only=True)
class Report:
    KIND: ClassVar[str] = "credit_report"
    provider: str


@dataclass(frozen=True, kw_only=True)
class Visit:
    KIND: ClassVar[str] = "site_visit"
    visitor: str
    score: int | None = None


@pytest.fixture
def desk(tmp_path):
    opened = Desk(tmp_path / "book.sqlite")
    yield opened
    opened.close()


def keep(desk, value, on, ends_on=None):
    records.keep_record(desk.uow(), value, customer_id=desk.first, dated_on=on, ends_on=ends_on)


def test_an_empty_file_has_four_empty_parts(desk):
    notes = file_notes(desk.book.reader, desk.first, MAY)
    assert notes.empty == ("registry", "accounts", "credit_record", "site_visit")


def test_the_latest_record_of_each_kind_up_to_the_day_counts(desk):
    keep(desk, Registry(status="existing"), date(2026, 1, 1))
    keep(desk, Registry(status="abnormal"), date(2026, 6, 1))
    keep(desk, Visit(visitor="周敏", score=72), date(2026, 2, 1))
    notes = file_notes(desk.book.reader, desk.first, MAY)
    assert (notes.registry.summary, notes.registry.dated_on) == ("existing", date(2026, 1, 1))
    assert (notes.site_visit.summary, notes.site_visit.score) == ("周敏", 72)
    assert file_notes(desk.book.reader, desk.first, date(2026, 6, 1)).registry.summary == "abnormal"


def test_a_report_counts_until_it_expires(desk):
    keep(desk, Report(provider="示例征信"), date(2025, 5, 10))
    reader = desk.book.reader
    assert file_notes(reader, desk.first, MAY).credit_record.summary == "示例征信"
    assert not file_notes(reader, desk.first, date(2026, 5, 11)).credit_record.filled
    keep(desk, Report(provider="年度报告"), date(2026, 5, 11), ends_on=date(2026, 6, 1))
    assert file_notes(reader, desk.first, date(2026, 6, 1)).credit_record.filled
    assert not file_notes(reader, desk.first, date(2026, 6, 2)).credit_record.filled
