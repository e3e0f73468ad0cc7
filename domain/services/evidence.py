"""Gathering what proves a claim: the invoices, each with its papers, and all that is kept.

Read from what the book knows: scans of invoices and of events, contracts, statements and
letters as they were issued, money that came, interest, talks. Nothing is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from domain.credit.file.contract import Contract
from domain.credit.file.security import Security
from domain.customer import Customer
from domain.document import Kind
from domain.errors import NotFound, NothingToDo
from domain.evidence import words
from domain.evidence.bundle import ClaimSum, EvidenceFront, Exhibit, Piece, in_order
from domain.evidence.proof import (
    CHECKED,
    Check,
    InvoiceProof,
    Proof,
    Standing,
    overall,
    scan_kind,
    scan_words,
)
from domain.legal_event import EventKind, LegalEventRow, Strength, covers
from domain.letters.voiding import voided
from domain.listing import InvoiceDetail, ItemRow, PaperRow
from domain.policy import policy_on
from domain.ports import BookReader
from domain.record import AttachmentRow
from domain.services.evidence_sheets import Sheets, sheets_of
from domain.services.legal import DEMANDS
from domain.services.papers import addressee, issued_value, paper_language
from domain.sheets import Sheet

#: Events that prove that the debtor was asked to pay, and that it agreed to the account.
_DEMANDS: Final = frozenset({EventKind.LETTER_DELIVERED, EventKind.ASSIGNMENT_NOTICE})
_REPLIES: Final = frozenset({EventKind.STATEMENT_SIGNED, EventKind.PROMISE_WRITTEN})
_DEBITS: Final = frozenset({Kind.INVOICE.value, Kind.DEBIT_NOTE.value, Kind.OPENING.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A claim with its proof.

    ``sheets`` are the tables made for the bundle, by their reference.
    """

    customer_id: int
    customer: Customer
    language: str
    as_of: date
    invoices: tuple[InvoiceProof, ...]
    pieces: tuple[Piece, ...]
    sheets: dict[str, Sheet]
    sums: tuple[ClaimSum, ...]
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the book keeps of a customer, read once."""

    files: dict[str, list[AttachmentRow]]
    events: list[LegalEventRow]
    papers: list[PaperRow]
    letters: tuple[tuple[PaperRow, frozenset[str]], ...]
    contracts: tuple[tuple[AttachmentRow, str], ...]
    securities: tuple[tuple[AttachmentRow, str], ...]


def claim_documents(
    reader: BookReader, customer_id: int, as_of: date, numbers: Sequence[str] = ()
) -> list[int]:
    """Return the documents of a claim: those of the numbers, else all that is open.

    Raises:
        NotFound: the customer has no debit of a number.
    """
    if numbers:
        return [_numbered(reader, customer_id, number) for number in numbers]
    rows = reader.open_items(as_of, customer_id=customer_id)
    return list(dict.fromkeys(one.document_id for one in rows if one.open > 0))


def _numbered(reader: BookReader, customer_id: int, number: str) -> int:
    found = reader.find_debit(number)
    if found is not None:
        detail = reader.invoice_detail(found, date.max)
        if detail.row.customer_id == customer_id:
            return found
    raise NotFound(record=f"invoice/{number}")


def gather(
    reader: BookReader,
    customer_id: int,
    documents: Sequence[int],
    as_of: date,
    *,
    language: str | None = None,
) -> Gathered:
    """Return what proves a claim on a day, in the language of the customer or another.

    Raises:
        NothingToDo: no documents.
    """
    if not documents:
        raise NothingToDo
    customer = reader.customer(customer_id)
    said = language or paper_language(reader, customer)
    known = _known(reader, customer_id)
    details = [reader.invoice_detail(one, as_of) for one in documents]
    invoices = tuple(_proof(detail, known) for detail in details)
    made = sheets_of(reader, customer_id, details, as_of, said)
    pieces = [piece for detail in details for piece in _invoice_pieces(detail, known, said)]
    pieces += _claim_pieces(details, known, as_of, said)
    pieces += _sheet_pieces(made, invoices, as_of, said)
    return Gathered(
        customer_id=customer_id,
        customer=customer,
        language=said,
        as_of=as_of,
        invoices=invoices,
        pieces=tuple(in_order(_joined(pieces))),
        sheets=made.by_ref,
        sums=_sums(invoices, made),
        score=overall(invoices, policy_on(reader, as_of).evidence),
    )


def proofs(
    reader: BookReader, customer_id: int, documents: Sequence[int], as_of: date
) -> list[InvoiceProof]:
    """Return how well each of a customer's documents is proved."""
    known = _known(reader, customer_id)
    return [_proof(reader.invoice_detail(one, as_of), known) for one in documents]


def front(
    reader: BookReader, found: Gathered, exhibits: Sequence[Exhibit], made_on: date
) -> EvidenceFront:
    """Return cover and contents of a bundle of these exhibits."""
    return EvidenceFront(
        company=reader.company(),
        customer=addressee(found.customer),
        language=found.language,
        as_of=found.as_of,
        made_on=made_on,
        sums=found.sums,
        invoices=found.invoices,
        exhibits=tuple(exhibits),
    )


def content(reader: BookReader, piece: Piece) -> bytes:
    """Return what is in a kept piece: an attachment, or a paper as it was issued."""
    kind, _mark, number = piece.ref.partition("/")
    if kind == "paper":
        return reader.paper_pdf(int(number))
    return reader.attachment_content(int(number))


# what is known


def _known(reader: BookReader, customer_id: int) -> _Known:
    files: dict[str, list[AttachmentRow]] = defaultdict(list)
    general: list[tuple[AttachmentRow, str]] = []
    for row in reader.attachments(customer_id=customer_id):
        files[row.attachment.subject].append(row)
        own = row.attachment.subject.startswith("invoice/")
        if not own and scan_kind(row) is Proof.CONTRACT:
            general.append((row, ""))
    for record in reader.records(Contract, customer_id=customer_id):
        kept = files.get(f"record/{record.id}", ())
        general += [(row, record.value.number) for row in kept]
    securities = [
        (row, record.value.number)
        for record in reader.records(Security, customer_id=customer_id)
        for row in files.get(f"record/{record.id}", ())
    ]
    void = voided(reader)
    papers = [one for one in reader.papers(customer_id=customer_id) if one.id not in void]
    return _Known(
        files=files,
        events=reader.legal_events(customer_id=customer_id),
        papers=papers,
        letters=tuple((one, _named(reader, one)) for one in papers if one.kind in DEMANDS),
        contracts=tuple(general),
        securities=tuple(securities),
    )


def _named(reader: BookReader, paper: PaperRow) -> frozenset[str]:
    """Return the documents that a letter names, by number without their instalment."""
    value: Any = issued_value(reader, paper.id, paper.kind)
    return frozenset(line.number.partition(" (")[0] for line in value.lines)


def _letters(detail: InvoiceDetail, known: _Known) -> list[PaperRow]:
    """Return the letters that demand payment of a document, the void ones left out."""
    return [paper for paper, named in known.letters if detail.row.number in named]


def _contracts(number: str, known: _Known) -> list[AttachmentRow]:
    """Return the contracts of an invoice: of its number, else any that names none."""
    own = [row for row, named in known.contracts if number and named == number]
    return own or [row for row, named in known.contracts if not named or not number]


def _scans(detail: InvoiceDetail, known: _Known) -> list[AttachmentRow]:
    return [row for item in detail.items for row in known.files.get(f"invoice/{item.id}", ())]


def _events(
    detail: InvoiceDetail, known: _Known, kinds: Iterable[EventKind]
) -> list[LegalEventRow]:
    wanted, ids = set(kinds), {item.id for item in detail.items}
    return [
        row
        for row in known.events
        if row.event.kind in wanted
        and row.event.effective_on is not None
        and covers(row.event, ids, detail.row.issued_on)
    ]


# the score


def _proof(detail: InvoiceDetail, known: _Known) -> InvoiceProof:
    row = detail.row
    kept = {scan_kind(one) for one in _scans(detail, known)}
    return InvoiceProof(
        document_id=row.document_id,
        item_id=detail.items[0].id,
        number=row.number,
        issued_on=row.issued_on,
        due_on=max((one.due_on for one in detail.items if one.due_on), default=None),
        currency=row.currency,
        amount=sum(one.amount for one in detail.items),
        open=sum(one.open for one in detail.items),
        checks=tuple(_check(proof, detail, known, kept) for proof in CHECKED),
        item_ids=tuple(one.id for one in detail.items),
    )


def _check(proof: Proof, detail: InvoiceDetail, known: _Known, kept: set[Proof]) -> Check:
    if proof is Proof.STATEMENT:
        return _replied(detail, known, scanned=proof in kept)
    if proof is Proof.DEMAND:
        return _demanded(detail, known, scanned=proof in kept)
    if proof is Proof.PAYMENT:
        return _paid(detail, scanned=proof in kept)
    told = _told(proof, detail)
    number = detail.row.contract_number
    here = proof in kept or (proof is Proof.CONTRACT and bool(_contracts(number, known)))
    if here:
        return Check(proof=proof, standing=Standing.KEPT, known=told)
    return Check(proof=proof, standing=Standing.KNOWN if told else Standing.MISSING, known=told)


def _told(proof: Proof, detail: InvoiceDetail) -> str:
    """Return what the book knows of a paper without having it."""
    row, delivered = detail.row, detail.delivered_on
    return {
        Proof.CONTRACT: row.contract_number,
        Proof.ORDER: row.order_number,
        Proof.DELIVERY: delivered.isoformat() if delivered else "",
        Proof.INVOICE: row.number,
    }.get(proof, "")


def _replied(detail: InvoiceDetail, known: _Known, *, scanned: bool) -> Check:
    rows = _events(detail, known, _REPLIES)
    told = ", ".join(dict.fromkeys(row.paper_number for row in rows if row.paper_number))
    if scanned or any(known.files.get(f"legal_event/{row.id}") for row in rows):
        return Check(proof=Proof.STATEMENT, standing=Standing.KEPT, known=told)
    standing = Standing.KNOWN if rows else Standing.MISSING
    return Check(proof=Proof.STATEMENT, standing=standing, known=told)


def _demanded(detail: InvoiceDetail, known: _Known, *, scanned: bool) -> Check:
    rows = _events(detail, known, _DEMANDS)
    strong = any(row.event.strength is Strength.STRONG for row in rows)
    told = ", ".join(dict.fromkeys(row.paper_number or row.event.number for row in rows))
    if scanned or strong:
        return Check(proof=Proof.DEMAND, standing=Standing.KEPT, known=told)
    letters = _letters(detail, known)
    sent = bool(rows) or bool(letters)
    told = told or ", ".join(one.number for one in letters)
    return Check(
        proof=Proof.DEMAND, standing=Standing.KNOWN if sent else Standing.MISSING, known=told
    )


def _paid(detail: InvoiceDetail, *, scanned: bool) -> Check:
    """Money that came is in the book with its bank line; without any there is none to prove."""
    came = [
        one
        for one in detail.allocations
        if one.reversed_on is None and one.credit_kind == Kind.RECEIPT.value
    ]
    if scanned or came:
        told = ", ".join(dict.fromkeys(one.credit_number for one in came))
        return Check(proof=Proof.PAYMENT, standing=Standing.KEPT, known=told)
    return Check(proof=Proof.PAYMENT, standing=Standing.NEEDLESS)


# the pieces


def _piece(
    proof: Proof, row: AttachmentRow, source: str, language: str, invoices: tuple[str, ...]
) -> Piece:
    entry = row.attachment
    own = scan_words(entry.note)
    return Piece(
        proof=proof,
        title=own or words.name(proof, language),
        proves=words.proves(proof, language),
        source=entry.source or source,
        dated_on=entry.dated_on,
        file=entry.name,
        ref=f"attachment/{row.id}",
        invoices=invoices,
    )


def _invoice_pieces(detail: InvoiceDetail, known: _Known, language: str) -> list[Piece]:
    ours = "公司留存" if language == "zh" else "Own files"
    number = (detail.row.number,)
    pieces = [_piece(scan_kind(row), row, ours, language, number) for row in _scans(detail, known)]
    for kinds, proof in ((_REPLIES, Proof.STATEMENT), (_DEMANDS, Proof.DEMAND)):
        for event in _events(detail, known, kinds):
            pieces += _event_pieces(event, proof, known, language, number)
    pieces += [_paper_piece(one, language, number) for one in _letters(detail, known)]
    return pieces


def _event_pieces(
    row: LegalEventRow, proof: Proof, known: _Known, language: str, number: tuple[str, ...]
) -> list[Piece]:
    """Return the scans of an event and the paper it is about."""
    source = words.event_source(row.event, language)
    found = [
        _piece(proof, one, source, language, number)
        for one in known.files.get(f"legal_event/{row.id}", ())
    ]
    papers = [one for one in known.papers if one.id == row.event.paper_id]
    proven = row.event.strength is Strength.STRONG or proof is Proof.STATEMENT
    return found + [_paper_piece(one, language, number, proven=proven) for one in papers]


def _paper_piece(
    row: PaperRow, language: str, invoices: tuple[str, ...], *, proven: bool = False
) -> Piece:
    proof = Proof.STATEMENT if row.kind == "statement" else Proof.DEMAND
    title = "对账单" if row.kind == "statement" else "催款函"
    if language != "zh":
        title = "Statement of account" if row.kind == "statement" else "Letter"
    return Piece(
        proof=proof,
        title=f"{title} {row.number}",
        proves=words.proves(proof, language) if proven else words.says(proof, language),
        source="公司签发（存档件）" if language == "zh" else "Issued by us, as frozen",
        dated_on=row.dated_on,
        file=f"{row.number}.pdf",
        ref=f"paper/{row.id}",
        invoices=invoices,
    )


def _claim_pieces(
    details: Sequence[InvoiceDetail], known: _Known, as_of: date, language: str
) -> list[Piece]:
    """Return what is about the claim as a whole: contracts, and the last statement sent."""
    ours = "公司留存" if language == "zh" else "Own files"
    contracts = {
        row.id: row for one in details for row in _contracts(one.row.contract_number, known)
    }
    found = [_piece(Proof.CONTRACT, row, ours, language, ()) for row in contracts.values()]
    found += [_security(row, ours, language) for row, _number in known.securities]
    for currency in {detail.row.currency for detail in details}:
        sent = [
            one
            for one in known.papers
            if (one.kind, one.currency) == ("statement", currency) and one.dated_on <= as_of
        ]
        last = max(sent, key=lambda one: (one.dated_on, one.id), default=None)
        found += [] if last is None else [_paper_piece(last, language, ())]
    return found


def _security(row: AttachmentRow, source: str, language: str) -> Piece:
    """Return a security's paper: a guarantee, a pledge."""
    title = "担保材料" if language == "zh" else "Security"
    said = "担保的范围、方式与期间" if language == "zh" else "What is secured, how and how long"
    piece = _piece(Proof.OTHER, row, source, language, ())
    return replace(piece, title=scan_words(row.attachment.note) or title, proves=said)


def _sheet_pieces(
    made: Sheets, invoices: Sequence[InvoiceProof], as_of: date, language: str
) -> list[Piece]:
    source = "由账簿生成" if language == "zh" else "Made from the book"
    numbers = tuple(one.number for one in invoices)
    return [
        Piece(
            proof=proof,
            title=sheet.title,
            proves=words.proves(proof, language),
            source=source,
            dated_on=as_of,
            file=f"{sheet.title}.pdf",
            ref=ref,
            invoices=numbers if proof is not Proof.LOG else (),
        )
        for ref, (proof, sheet) in made.sheets.items()
    ]


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Return each content once, with all the invoices it is about."""
    found: dict[str, Piece] = {}
    about: dict[str, dict[str, None]] = defaultdict(dict)
    for one in pieces:
        found.setdefault(one.ref, one)
        about[one.ref].update(dict.fromkeys(one.invoices))
    return [replace(one, invoices=tuple(about[ref])) for ref, one in found.items()]


def _sums(invoices: Sequence[InvoiceProof], made: Sheets) -> tuple[ClaimSum, ...]:
    found = []
    for currency in dict.fromkeys(one.currency for one in invoices):
        mine = [one for one in invoices if one.currency == currency]
        found.append(
            ClaimSum(
                currency=currency,
                invoices=len(mine),
                amount=sum(one.amount for one in mine),
                open=sum(one.open for one in mine),
                interest=made.interest[currency],
            )
        )
    return tuple(found)


def open_invoices(reader: BookReader, customer_id: int, as_of: date) -> list[ItemRow]:
    """Return a customer's open debits of the kinds that a claim is made of, oldest first."""
    rows = reader.open_items(as_of, customer_id=customer_id)
    return [one for one in rows if one.open > 0 and one.kind in _DEBITS]
