"""What the credit file says of registry, credit record and site visit, for an assessment.

Only what an assessment needs of those records is read here; their own rules are their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, TypeVar

from domain.credit.assessment import FileParts, PartNote
from domain.ports_records import RecordReads
from domain.record import Kept


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


V = TypeVar("V", bound=Kept)
#: Which kinds of record fill a part of the file.
KINDS: Final = {
    "registry": _Registry.KIND,
    "credit_record": _Report.KIND,
    "site_visit": _Visit.KIND,
}


def file_notes(reader: RecordReads, customer_id: int, day: date) -> FileParts:
    """Return the parts of the file as they stand on a day, without the accounts."""

    def latest(kind: type[V], told: Callable[[V], str]) -> PartNote:
        found = reader.records(kind, customer_id=customer_id, up_to=day)
        if not found:
            return PartNote()
        last = found[-1]
        return PartNote(
            filled=True, dated_on=last.dated_on, summary=told(last.value), record_id=last.id
        )

    return FileParts(
        registry=latest(_Registry, lambda one: one.status),
        credit_record=latest(_Report, lambda one: one.provider),
        site_visit=latest(_Visit, lambda one: one.visitor),
    )
