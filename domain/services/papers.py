"""Papers: what is printed is computed here, numbered, frozen and kept.

A paper once issued is kept as its value and its PDF. Asking for the same paper
again (same content) gives the one that exists, with its number; a reprint is
the frozen value marked as a copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from domain import notices
from domain.changes import Changes, OperationResult
from domain.credit.limit_papers import APPROVAL, ApprovalForm
from domain.customer import Customer
from domain.errors import NotFound, NothingToDo
from domain.letters.catalogue import CATALOGUE
from domain.letters.voiding import voided
from domain.letters.words import named
from domain.listing import AllocationRow, ListFilter, Order
from domain.papers import (
    Addressee,
    DunningLetter,
    LetterPaper,
    ReceiptNote,
    ReceiptUse,
    StatementOfAccount,
)
from domain.ports import BookReader, Progress, Render, UnitOfWork
from domain.recovery.paper import HAND_OVER, HandOverPaper
from domain.statement import StatementFacts, build
from domain.values import content_key, dumps, loads

Paper = (
    StatementOfAccount | DunningLetter | ReceiptNote | ApprovalForm | LetterPaper | HandOverPaper
)
#: Letters that the catalogue's own page prints.
_LETTERS: Final = [one.key for one in CATALOGUE if one.has_page]
KINDS: Final[dict[str, type[Any]]] = {
    **dict.fromkeys(_LETTERS, LetterPaper),
    "statement": StatementOfAccount,
    "dunning_letter": DunningLetter,
    "receipt_note": ReceiptNote,
    APPROVAL: ApprovalForm,
    HAND_OVER: HandOverPaper,
}
#: Chinese and English series of the paper numbers; both count together by year.
SERIES: Final[dict[str, tuple[str, str]]] = {
    **{one.key: one.series for one in CATALOGUE if one.origin != "run"},
    "statement": ("对字", "ST"),
    "dunning_letter": ("催字", "DL"),
    "receipt_note": ("收字", "RN"),
    APPROVAL: ("审字", "LA"),
    HAND_OVER: ("移字", "HO"),
}
#: Fields that do not make it another paper.
_NOT_CONTENT: Final = ("number", "issued_on", "reply_by", "copy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """An issued paper: its id in the book, its value with number, its PDF."""

    id: int
    value: Paper
    pdf: bytes
    is_new: bool


def addressee(customer: Customer) -> Addressee:
    """Return the customer as papers address it."""
    return Addressee(
        code=customer.code,
        name=customer.name,
        name_en=customer.name_en,
        address=customer.address,
        postcode=customer.postcode,
        contact=customer.contact,
        country=customer.country,
    )


def paper_language(reader: BookReader, customer: Customer) -> str:
    """Return the language of a customer's papers: its own, else the book's."""
    return customer.language or str(reader.setting("language", "zh"))


def all_customers(reader: BookReader, as_of: date) -> list[int]:
    """Return all customers by code."""
    return list(reader.customers.ids(ListFilter(as_of=as_of), Order("code")))


def statement_values(
    reader: BookReader,
    customer_ids: Iterable[int],
    *,
    to_on: date,
    issued_on: date,
    from_on: date | None = None,
    style: str = "activity",
    language: str | None = None,
) -> list[StatementOfAccount]:
    """Return the statements of customers, one per currency; nothing to say, no statement.

    Without ``from_on`` the period is the month of ``to_on``.
    """
    start = from_on or to_on.replace(day=1)
    values = []
    for customer_id in customer_ids:
        for currency in reader.currencies(customer_id):
            facts = _facts(reader, customer_id, currency, start, to_on, language)
            if facts.opening or facts.movements or facts.open_items:
                values.append(build(facts, style, issued_on))
    return values


def _facts(
    reader: BookReader,
    customer_id: int,
    currency: str,
    start: date,
    end: date,
    language: str | None,
) -> StatementFacts:
    customer = reader.customer(customer_id)
    return StatementFacts(
        company=reader.company(),
        customer=addressee(customer),
        language=language or paper_language(reader, customer),
        currency=currency,
        from_on=start,
        to_on=end,
        opening=reader.balance_before(customer_id, currency, start),
        movements=reader.movements(customer_id, currency, start, end),
        open_items=reader.open_items(end, customer_id=customer_id, currency=currency),
    )


def receipt_note_value(reader: BookReader, document_id: int, issued_on: date) -> ReceiptNote:
    """Return the receipt note of money received, with what it paid up to ``issued_on``."""
    detail = reader.invoice_detail(document_id, issued_on)
    customer = reader.customer(detail.row.customer_id)
    uses = tuple(
        _use(reader, row, issued_on) for row in detail.allocations if row.reversed_on is None
    )
    return ReceiptNote(
        company=reader.company(),
        customer=addressee(customer),
        number="",
        language=paper_language(reader, customer),
        currency=detail.row.currency,
        received_on=detail.row.issued_on,
        issued_on=issued_on,
        method=detail.method,
        reference=detail.reference,
        payer=detail.payer,
        amount=-detail.row.amount,
        uses=uses,
        unapplied=-detail.row.open,
    )


def _use(reader: BookReader, row: AllocationRow, as_of: date) -> ReceiptUse:
    item = reader.item(row.debit_item_id, as_of)
    return ReceiptUse(
        number=item.label,
        issued_on=item.issued_on,
        amount=item.amount,
        used=row.credit_amount,
        left=item.open,
    )


def set_off_notice(reader: BookReader, document_id: int, issued_on: date) -> LetterPaper:
    """Return the notice of a set-off that was booked."""
    payable = reader.invoice_detail(document_id, date.max).row.description
    return _notice(reader, notices.SET_OFF, [document_id], issued_on, {"payable": payable})


def transfer_notice(
    reader: BookReader, document_ids: Sequence[int], to_customer_id: int, issued_on: date
) -> LetterPaper:
    """Return the agreement of a transfer that was booked (its old customer's documents)."""
    language = paper_language(reader, reader.customer(_owner(reader, document_ids)))
    other = named(reader.customer(to_customer_id), language)
    return _notice(reader, notices.TRANSFER, document_ids, issued_on, {"other": other})


def _owner(reader: BookReader, document_ids: Sequence[int]) -> int:
    return reader.invoice_detail(document_ids[0], date.max).row.customer_id


def _notice(
    reader: BookReader,
    kind: str,
    document_ids: Sequence[int],
    issued_on: date,
    values: Mapping[str, object],
) -> LetterPaper:
    details = [reader.invoice_detail(one, date.max) for one in document_ids]
    detail = details[0]
    customer = reader.customer(detail.row.customer_id)
    live = [row for one in details for row in one.allocations if row.reversed_on is None]
    return notices.notice(
        kind,
        reader,
        company=reader.company(),
        customer=(customer, addressee(customer)),
        language=paper_language(reader, customer),
        currency=detail.row.currency,
        lines=tuple(_notice_line(reader, row) for row in live),
        effective_on=detail.row.issued_on,
        issued_on=issued_on,
        values={"agreement": detail.reference, "on": detail.row.issued_on, **values},
    )


def _notice_line(reader: BookReader, row: AllocationRow) -> notices.SettledLine:
    item = reader.item(row.debit_item_id, row.allocated_on)
    return notices.SettledLine(
        number=item.label,
        issued_on=item.issued_on,
        due_on=item.due_on,
        amount=item.amount,
        settled=row.amount,
        left=item.open,
    )


def issue(
    uow: UnitOfWork,
    kind: str,
    values: Sequence[Paper],
    customer_ids: Sequence[int],
    render: Render,
    progress: Progress | None = None,
) -> OperationResult[list[Issued]]:
    """Number, freeze and keep papers in one transaction; cancelled: none is kept.

    Raises:
        NothingToDo: no papers.
        GlyphMissing: a character that no font has; nothing is kept.
    """
    if not values:
        raise NothingToDo
    with uow:
        operation = uow.begin(f"{kind}.issue", {"count": len(values)})
        issued = []
        for done, (value, customer_id) in enumerate(zip(values, customer_ids, strict=True)):
            if progress is not None:
                progress(done, len(values))
            issued.append(keep(uow, kind, value, customer_id, render))
        uow.commit()
    return OperationResult(value=issued, operation_id=operation, changes=Changes(papers=True))


def keep(uow: UnitOfWork, kind: str, value: Paper, customer_id: int, render: Render) -> Issued:
    """Number, draw and keep one paper inside an open operation, or return the existing one.

    One that is void does not count as existing: the same words go out with a new number.
    """
    key = content_key(value, without=_NOT_CONTENT)
    found = uow.find_paper(kind, key)
    while found is not None and found[0] in voided(uow):
        key = content_key(value, without=_NOT_CONTENT, after=key)
        found = uow.find_paper(kind, key)
    if found is not None:
        paper_id, text = found
        kept: Paper = loads(KINDS[kind], text)
        return Issued(id=paper_id, value=kept, pdf=uow.paper_pdf(paper_id), is_new=False)
    dated_on = _dated_on(value)
    numbered = replace(value, number=_number(uow, kind, value, dated_on))
    pdf = render(numbered)
    paper_id = uow.add_paper(
        kind=kind,
        number=numbered.number,
        customer_id=customer_id,
        language=value.language,
        currency=value.currency,
        dated_on=dated_on,
        content_key=key,
        value=dumps(numbered),
        pdf=pdf,
    )
    return Issued(id=paper_id, value=numbered, pdf=pdf, is_new=True)


def _dated_on(value: Paper) -> date:
    return value.dated_on if isinstance(value, DunningLetter | LetterPaper) else value.issued_on


def _number(uow: UnitOfWork, kind: str, value: Paper, on: date) -> str:
    zh, en = SERIES[kind]
    count = uow.next_number(kind, on.year)
    if value.language == "zh":
        return f"{value.company.letter_prefix}{zh}〔{on.year}〕第{count:04d}号"
    return f"{en}-{on.year}-{count:04d}"


def issued_value(reader: BookReader, paper_id: int, kind: str) -> Paper:
    """Return an issued paper's frozen value.

    Raises:
        NotFound: there is none of this id and kind.
    """
    if kind not in KINDS:
        raise NotFound(record=f"paper/{paper_id}")
    value: Paper = loads(KINDS[kind], reader.paper_value(paper_id))
    return value


def reprint(reader: BookReader, paper_id: int, kind: str) -> Paper:
    """Return an issued paper's frozen value marked as a copy, or as void."""
    value = replace(issued_value(reader, paper_id, kind), copy=True)
    if isinstance(value, LetterPaper) and paper_id in voided(reader):
        return replace(value, void=True)
    return value
