"""The credit file as a page to print, and the form of a site visit, blank or filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.credit.file.completeness import ITEM_WORDS, Completeness, FileRecords, Item
from domain.credit.file.forms import FORMS, form_of
from domain.credit.file.site_visit import VISIT, SiteVisit
from domain.customer import Company, Customer
from domain.fields import FieldSpec, Pair, RecordForm, Shape, day, facts, pick, written
from domain.papers import Addressee
from domain.record import AttachmentRow, Record

#: A label and its text.
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """One record of a section: its heading, how it stands, what it holds, what is odd."""

    heading: str
    states: tuple[str, ...]
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSection:
    """A kind of record; without entries nothing of it is on file."""

    title: str
    entries: tuple[FileEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file that is kept: size in bytes, the SHA-256 of its content."""

    on: date
    name: str
    belongs: str
    source: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditFilePaper:
    """《客户信用档案》 of one customer as it stood on a day, all words in ``language``.

    ``percent`` is how complete it is; ``missing`` and ``old`` name what is not there and
    what no longer counts.
    """

    company: Company
    customer: Addressee
    language: str
    as_of: date
    facts: tuple[Fact, ...]
    percent: int
    missing: tuple[str, ...]
    old: tuple[str, ...]
    sections: tuple[FileSection, ...]
    files: tuple[FileLine, ...]
    maker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One line of the form: a value, or choices of which one may be ticked, or a space.

    ``tall``: room for several lines of writing.
    """

    label: str
    value: str = ""
    unit: str = ""
    choices: tuple[tuple[str, bool], ...] = ()
    tall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPaper:
    """《实地考察记录》: blank where ``visited_on`` is None, else as the visit was recorded."""

    company: Company
    customer: Addressee
    language: str
    visited_on: date | None
    lines: tuple[VisitLine, ...]
    remarks: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()


_MASTER: Final[tuple[tuple[str, Pair], ...]] = (
    ("name_en", ("英文名称", "English name")),
    ("tax_id", ("税号", "Tax number")),
    ("group", ("所属集团", "Group")),
    ("country", ("国家", "Country")),
    ("terms", ("付款条件", "Payment terms")),
    ("address", ("地址", "Address")),
    ("contact", ("联系人", "Contact")),
    ("phone", ("电话", "Telephone")),
    ("email", ("邮箱", "E-mail")),
    ("owner", ("经办人", "Owner")),
)
_GRADE: Final[Pair] = ("信用等级", "Grade")
_LIMIT: Final[Pair] = ("信用额度", "Credit limit")


def credit_file_paper(
    company: Company,
    customer: Customer,
    found: FileRecords,
    complete: Completeness,
    *,
    as_of: date,
    language: str,
    base: str,
    maker: str = "",
) -> CreditFilePaper:
    """Return a customer's file ready to print."""
    sections = [
        FileSection(
            title=pick(form.words, language),
            entries=tuple(_entry(form, one, as_of, language, base) for one in _held(found, form)),
        )
        for form in FORMS
    ]
    return CreditFilePaper(
        company=company,
        customer=_addressee(customer),
        language=language,
        as_of=as_of,
        facts=_master(customer, found.grade, language, base),
        percent=complete.percent,
        missing=_named(complete.missing, language),
        old=_named(complete.old, language),
        sections=tuple(sections),
        files=tuple(file_lines(found, language)),
        maker=maker,
    )


def _named(items: Sequence[Item], language: str) -> tuple[str, ...]:
    return tuple(pick(ITEM_WORDS[item], language) for item in items)


def _addressee(customer: Customer) -> Addressee:
    return Addressee(code=customer.code, name=customer.name, name_en=customer.name_en)


def _master(customer: Customer, grade: str, language: str, base: str) -> tuple[Fact, ...]:
    told = [(pick(words, language), str(getattr(customer, key))) for key, words in _MASTER]
    told.append((pick(_GRADE, language), grade))
    if customer.credit_limit_minor is not None:
        spec = FieldSpec(key="limit", words=_LIMIT, shape=Shape.AMOUNT)
        code = customer.currency or base
        limit = written(spec, customer.credit_limit_minor, language, code)
        told.append((pick(_LIMIT, language), limit))
    return tuple(one for one in told if one[1])


def _held(found: FileRecords, form: RecordForm[Any]) -> list[Record[Any]]:
    """Return the records of a kind, newest first."""
    every: tuple[list[Any], ...] = (
        *(found.registry, found.sizes, found.reports, found.visits, found.contracts),
        *(found.securities, found.events, found.accounts, found.contacts),
    )
    mine = [one for held in every for one in held if one.value.KIND == form.kind.KIND]
    return sorted(mine, key=lambda one: (one.dated_on, one.id), reverse=True)


def _entry(
    form: RecordForm[Any], record: Record[Any], as_of: date, language: str, base: str
) -> FileEntry:
    told = facts(form, record, language, base)
    named = _headline(form, record, language)
    heading = "　".join(filter(None, (day(record.dated_on, language), named)))
    states = [pick(one.words, language) for one in form.states(record, as_of)]
    remarks = [pick(one.words, language) for one in form.remarks(record.value)]
    # The day and what names it stand in the heading.
    label = pick(form.field(form.headline).words, language) if named else ""
    rest = tuple(one for one in told[1:] if one[0] != label)
    return FileEntry(heading=heading, states=tuple(states), facts=rest, remarks=tuple(remarks))


def _headline(form: RecordForm[Any], record: Record[Any], language: str) -> str:
    if not form.headline:
        return ""
    spec = form.field(form.headline)
    return written(spec, getattr(record.value, spec.key), language)


def file_lines(found: FileRecords, language: str) -> list[FileLine]:
    """Return the kept files with what each belongs to, by day."""
    named = {
        f"record/{one.id}": pick(form.words, language)
        for form in FORMS
        for one in _held(found, form)
    }
    return [_line(row, named.get(row.attachment.subject, "")) for row in found.files]


def _line(row: AttachmentRow, belongs: str) -> FileLine:
    one = row.attachment
    return FileLine(
        on=one.dated_on,
        name=one.name,
        belongs=belongs,
        source=one.source,
        size=one.size,
        sha256=one.sha256,
    )


def visit_paper(
    company: Company,
    customer: Customer | None,
    record: Record[SiteVisit] | None,
    *,
    language: str,
    photos: Sequence[str] = (),
) -> VisitPaper:
    """Return the form of a site visit, filled where a record is given."""
    value = None if record is None else record.value
    remarks = () if value is None else VISIT.remarks(value)
    return VisitPaper(
        company=company,
        customer=_addressee(customer) if customer else Addressee(code="", name=""),
        language=language,
        visited_on=None if record is None else record.dated_on,
        lines=tuple(_visit_line(spec, value, language) for spec in form_of(VISIT.kind.KIND).fields),
        remarks=tuple(pick(one.words, language) for one in remarks),
        photos=tuple(photos),
    )


def _visit_line(spec: FieldSpec, value: SiteVisit | None, language: str) -> VisitLine:
    held = None if value is None else getattr(value, spec.key)
    label = pick(spec.words, language)
    if spec.choices is not None:
        choices = tuple((pick(pair, language), held is one) for one, pair in spec.choices.items())
        return VisitLine(label=label, choices=choices)
    text = "" if held is None else str(held)
    unit = pick(spec.unit, language)
    return VisitLine(label=label, value=text, unit=unit, tall=spec.shape is Shape.LONG)
