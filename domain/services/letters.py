"""Letters of the catalogue: written from the text in force, issued with a number.

Other acts issue letters too: inside their own transaction they call
:func:`domain.services.papers.keep` with what :func:`draft` returned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from domain.changes import Changes, OperationResult
from domain.errors import AlreadyReversed, MissingField, NothingToDo
from domain.letters.catalogue import BY_KEY, letter_of
from domain.letters.templates import Templates
from domain.letters.voiding import PaperVoid, voided
from domain.letters.wording import LetterWording, check_text, text_in_force
from domain.letters.writing import LetterFacts, write
from domain.listing import ItemRow, PaperRow
from domain.papers import Addressee, LetterPaper, LetterTable
from domain.ports import BookReader, Render, UnitOfWork
from domain.services.papers import Issued, addressee, keep, paper_language
from domain.services.records import add_record

#: Letters that stand as long as their act: a run, a booking, a notice to the insurer.
_STANDING: Final = ("run", "booking", "insurance")


def draft(
    reader: BookReader,
    key: str,
    customer_id: int,
    *,
    dated_on: date,
    values: Mapping[str, object],
    items: Sequence[ItemRow] = (),
    tables: Mapping[str, LetterTable] | None = None,
    language: str = "",
    currency: str = "",
    to: Addressee | None = None,
    total: int = 0,
    text: str = "",
) -> LetterPaper:
    """Return a letter ready to look at or to issue, still without a number.

    Args:
        reader: the book.
        key: of the catalogue.
        customer_id: whom it is about.
        dated_on: its day.
        values: facts by name: Money, date, bool, Decimal (percent) or text.
        items: open items it lists, of one currency.
        tables: its other tables, by name.
        language: "" for the customer's own.
        currency: where it lists no items; "" for the book's.
        to: whom it goes to where that is not the customer.
        total: the sum for the register where no items give it.
        text: to be used in place of the text in force, as a preview does.

    Raises:
        NotFound: no such letter or customer.
        MissingFacts: something required is not known.
        BadWording, UnknownPlaceholder, …: the text in force cannot be filled.
    """
    letter, customer = letter_of(key), reader.customer(customer_id)
    wanted = language or paper_language(reader, customer)
    spoken = wanted if wanted in letter.languages else letter.languages[0]
    facts = LetterFacts(
        company=reader.company(),
        customer=customer,
        addressee=to or addressee(customer),
        language=spoken,
        currency=currency or (items[0].currency if items else reader.base_currency()),
        dated_on=dated_on,
        values=values,
        items=items,
        tables=tables,
        total=total,
    )
    return write(letter, text or text_in_force(reader, key, spoken), facts, reader.templates)


def issue_letter(
    uow: UnitOfWork, value: LetterPaper, customer_id: int, render: Render
) -> OperationResult[Issued]:
    """Number, freeze and keep a letter; the same letter of the same day is issued once.

    Raises:
        GlyphMissing: a character that no font has; nothing is kept.
    """
    with uow:
        operation = uow.begin("letter.issue", {"kind": value.kind, "customer": customer_id})
        issued = keep(uow, value.kind, value, customer_id, render)
        uow.commit()
    return OperationResult(value=issued, operation_id=operation, changes=Changes(papers=True))


def void_letter(uow: UnitOfWork, paper: PaperRow, reason: str, on: date) -> OperationResult[int]:
    """Declare an issued letter void; it keeps its number, and its page says so when printed.

    Raises:
        NothingToDo: the paper is no letter of the catalogue, or its act stands by it.
        MissingField: no reason.
        AlreadyReversed: it is void already.
    """
    if paper.kind not in BY_KEY or BY_KEY[paper.kind].origin in _STANDING:
        raise NothingToDo
    if not reason:
        raise MissingField(field="reason")
    with uow:
        if paper.id in voided(uow):
            raise AlreadyReversed(record=f"paper/{paper.number}")
        told = {"number": paper.number, "reason": reason}
        operation = uow.begin("letter.void", told)
        value = PaperVoid(paper_id=paper.id, number=paper.number, reason=reason)
        record_id = add_record(uow, value, customer_id=paper.customer_id, dated_on=on)
        uow.commit()
    changes = Changes(records=True, papers=True)
    return OperationResult(value=record_id, operation_id=operation, changes=changes)


def keep_wording(
    uow: UnitOfWork, templates: Templates, value: LetterWording, on: date
) -> OperationResult[int]:
    """Keep the firm's own text of a letter; the versions before stay in the book.

    An empty text goes back to the default.

    Raises:
        UnknownPlaceholder, BadWording, ForbiddenWording, MissingFacts: see ``check_text``.
    """
    if value.text:
        check_text(templates, value.letter, value.text)
    with uow:
        told = {"letter": value.letter, "language": value.language}
        operation = uow.begin("letter_wording.keep", told)
        record_id = add_record(uow, value, customer_id=None, dated_on=on)
        uow.commit()
    changes = Changes(records=True, settings=True)
    return OperationResult(value=record_id, operation_id=operation, changes=changes)
