"""What the credit file says of registry, credit record and site visit, for an assessment.

Only what an assessment needs of those records is read here; their own rules are their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, TypeVar

from domain.credit.assessment import FileParts, PartNote
from domain.ports_records import RecordReads
from domain.record import Kept, Record
from domain.terms import day_of_month


@dataclass(frozen=True, slots=True, kw_only=True)
class _Registry:
    KIND: ClassVar[str] = "registry_facts"

    status: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    KIND: ClassVar[str] = "credit_report"

    provider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visit:
    KIND: ClassVar[str] = "site_visit"

    visitor: str = ""
    score: int | None = None


V = TypeVar("V", bound=Kept)


def file_notes(reader: RecordReads, customer_id: int, day: date) -> FileParts:
    """Return the parts of the file as they stand on a day, without the accounts."""

    def known(kind: type[V]) -> list[Record[V]]:
        return reader.records(kind, customer_id=customer_id, up_to=day)

    def latest(found: Sequence[Record[V]], told: Callable[[V], str]) -> PartNote:
        if not found:
            return PartNote()
        last = found[-1]
        return PartNote(
            filled=True, dated_on=last.dated_on, summary=told(last.value), record_id=last.id
        )

    visits = known(_Visit)
    visit = latest(visits, lambda one: one.visitor)
    reports = [one for one in known(_Report) if _until(one) >= day]

    return FileParts(
        registry=latest(known(_Registry), lambda one: one.status),
        credit_record=latest(reports, lambda one: one.provider),
        site_visit=replace(visit, score=visits[-1].value.score) if visits else visit,
    )


def _until(report: Record[_Report]) -> date:
    """Return the last day a report of a third party counts: its own, else after 12 months."""
    day = report.dated_on
    return report.ends_on or day_of_month(day.year + 1, day.month, day.day)
