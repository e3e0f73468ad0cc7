"""Reading credit files: of one customer, and what runs out over all customers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.credit.file import site_visit
from domain.credit.file.completeness import (
    Completeness,
    FileRecords,
    KeptAccounts,
    KeptGrade,
    completeness,
)
from domain.credit.file.contacts import Contact, CustomerAccount
from domain.credit.file.contract import Contract
from domain.credit.file.credit_report import CreditReport
from domain.credit.file.expiry import Expiry, expiries
from domain.credit.file.negative_event import NegativeEvent
from domain.credit.file.paper import (
    CreditFilePaper,
    VisitPaper,
    credit_file_paper,
    visit_paper,
)
from domain.credit.file.registry import RegistryFacts
from domain.credit.file.security import Security
from domain.credit.file.site_visit import SiteVisit
from domain.credit.file.size_class import SizeClass
from domain.listing import CustomerRow, ListFilter, Order
from domain.policy import policy_on
from domain.ports import BookReader
from domain.ports_records import RecordReads
from domain.record import Record

#: Field of ``FileRecords`` → kind.
_KINDS: Final[dict[str, Any]] = {
    "registry": RegistryFacts,
    "sizes": SizeClass,
    "contacts": Contact,
    "accounts": CustomerAccount,
    "reports": CreditReport,
    "visits": SiteVisit,
    "contracts": Contract,
    "securities": Security,
    "events": NegativeEvent,
    "statements": KeptAccounts,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFile:
    """A customer's file on a day."""

    customer_id: int
    found: FileRecords
    completeness: Completeness


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiryRow:
    """What runs out, with whose it is."""

    customer: CustomerRow
    expiry: Expiry


@dataclass(frozen=True, slots=True, kw_only=True)
class IncompleteRow:
    """A customer with credit whose file lacks something."""

    customer: CustomerRow
    completeness: Completeness


def read_file(reader: RecordReads, customer_id: int, day: date) -> CustomerFile:
    """Return a customer's file as it stood on a day, with how complete it was."""
    held: dict[str, Any] = {
        name: reader.records(kind, customer_id=customer_id, up_to=day)
        for name, kind in _KINDS.items()
    }
    grades = reader.records(KeptGrade, customer_id=customer_id, up_to=day)
    files = reader.attachments(customer_id=customer_id)
    known = [one for one in files if one.attachment.dated_on <= day]
    found = FileRecords(**held, files=known, grade=_grade(grades))
    policy = policy_on(reader, day).file
    return CustomerFile(
        customer_id=customer_id, found=found, completeness=completeness(found, day, policy)
    )


def _grade(records: list[Record[KeptGrade]]) -> str:
    return (records[-1].value.grade or "") if records else ""


def read_files(reader: RecordReads, day: date) -> dict[int, FileRecords]:
    """Return the files of all customers that have one, each kind read at once."""
    by_customer: dict[int, dict[str, list[Any]]] = {}
    for name, kind in _KINDS.items():
        records: list[Record[Any]] = reader.records(kind, up_to=day)
        for one in records:
            if one.customer_id is not None:
                by_customer.setdefault(one.customer_id, {}).setdefault(name, []).append(one)
    for row in reader.attachments():
        owner = row.attachment.customer_id
        if owner in by_customer:
            by_customer[owner].setdefault("files", []).append(row)
    grades = {
        one.customer_id: one.value.grade or "" for one in reader.records(KeptGrade, up_to=day)
    }
    return {
        customer_id: FileRecords(**held, grade=grades.get(customer_id, ""))
        for customer_id, held in by_customer.items()
    }


def expiring(
    reader: BookReader,
    day: date,
    customers: Callable[[set[int]], Mapping[int, CustomerRow]] | None = None,
) -> list[ExpiryRow]:
    """Return what of all files is past its day or near it, the most urgent first.

    ``customers`` gives rows of customers on the day, where some were read before.
    """
    policy = policy_on(reader, day).file
    found = [
        one
        for customer_id, held in read_files(reader, day).items()
        for one in expiries(customer_id, held, day, policy)
    ]
    ids = {one.customer_id for one in found}
    rows = _customers(reader, ids, day) if customers is None else customers(ids)
    listed = [ExpiryRow(customer=rows[one.customer_id], expiry=one) for one in found]
    return sorted(listed, key=lambda one: (one.expiry.on, one.customer.code, one.expiry.what))


def incomplete(reader: BookReader, day: date) -> list[IncompleteRow]:
    """Return the customers with a credit limit whose files lack something, least first."""
    policy = policy_on(reader, day).file
    files = read_files(reader, day)
    where = ListFilter(as_of=day)
    ids = reader.customers.ids(where, Order("code"))
    rows = reader.customers.rows(ids, where)
    made = [
        IncompleteRow(
            customer=rows[key],
            completeness=completeness(files.get(key, FileRecords()), day, policy),
        )
        for key in ids
        if rows[key].limit_minor
    ]
    lacking = [one for one in made if one.completeness.percent < 100]
    return sorted(lacking, key=lambda one: (one.completeness.percent, one.customer.code))


def _customers(reader: BookReader, ids: Iterable[int], day: date) -> dict[int, CustomerRow]:
    where = ListFilter(as_of=day)
    return dict(reader.customers.rows(sorted(ids), where))


def paper(
    reader: BookReader, customer_id: int, day: date, language: str, *, maker: str = ""
) -> CreditFilePaper:
    """Return a customer's file on a day, ready to print."""
    found = read_file(reader, customer_id, day)
    return credit_file_paper(
        reader.company(),
        reader.customer(customer_id),
        found.found,
        found.completeness,
        as_of=day,
        language=language,
        base=reader.base_currency(),
        maker=maker,
    )


def visit(
    reader: BookReader, customer_id: int | None, day: date, language: str, *, blank: bool = False
) -> VisitPaper:
    """Return the visit form: of the customer's last visit up to a day, else blank."""
    if customer_id is None:
        return visit_paper(reader.company(), None, None, language=language)
    last = None
    if not blank:
        visits = reader.records(SiteVisit, customer_id=customer_id, up_to=day)
        last = site_visit.latest(visits, day)
    photos = [] if last is None else reader.attachments(subject=f"record/{last.id}")
    return visit_paper(
        reader.company(),
        reader.customer(customer_id),
        last,
        language=language,
        photos=[one.attachment.name for one in photos],
    )
