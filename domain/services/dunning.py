"""A dunning run: draft, letters, release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain import letters
from domain.capital import capital
from domain.changes import Changes, OperationResult
from domain.dunning import (
    DEFAULT_PROCEDURE,
    Procedure,
    Proposal,
    ProposedItem,
    ProposedLetter,
    procedure_from,
    propose,
)
from domain.errors import NotFound, NothingToDo
from domain.money import grouped
from domain.papers import DunningLetter, DunningLine
from domain.ports import BookReader, Progress, Render, UnitOfWork
from domain.services.papers import Issued, addressee, keep, paper_language


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLetter:
    """A proposed letter and the page it will print, still without a number."""

    proposed: ProposedLetter
    value: DunningLetter


def procedures(reader: BookReader) -> dict[str, Procedure]:
    """Return the book's procedures by code; the default one when none was set up."""
    stored = reader.setting("dunning_procedures") or []
    found = {value["code"]: procedure_from(value) for value in stored}
    return found or {DEFAULT_PROCEDURE.code: DEFAULT_PROCEDURE}


def draft_run(reader: BookReader, as_of: date, procedure_code: str | None = None) -> Proposal:
    """Propose a run as of a date.

    Raises:
        NotFound: no procedure of that code.
        RunBackwards: a later run was already released.
    """
    known = procedures(reader)
    code = procedure_code or next(iter(known))
    if code not in known:
        raise NotFound(record=f"procedure/{code}")
    return propose(
        reader.open_items(as_of),
        reader.sent_levels(as_of),
        known[code],
        as_of,
        last_run_on=reader.last_run_on(),
    )


def draft_letters(
    reader: BookReader, proposal: Proposal, chosen: Sequence[ProposedLetter] | None = None
) -> list[DraftLetter]:
    """Return the pages of a run's letters (all, or those chosen)."""
    wanted = proposal.letters if chosen is None else chosen
    return [
        DraftLetter(proposed=letter, value=letter_value(reader, letter, proposal))
        for letter in wanted
    ]


def letter_value(reader: BookReader, letter: ProposedLetter, proposal: Proposal) -> DunningLetter:
    """Compute the page of one letter; wording from the book's settings or the default."""
    customer = reader.customer(letter.customer_id)
    language = paper_language(reader, customer)
    level = proposal.procedure.levels[letter.level - 1]
    due_by = proposal.as_of + timedelta(days=level.pay_days)
    wording = reader.setting("letter_wording")
    title, salutation, opening, closing = letters.compose(
        letter.level,
        language,
        _facts(reader, letter, language, proposal.as_of, due_by),
        wording,
    )
    return DunningLetter(
        company=reader.company(),
        customer=addressee(customer),
        number="",
        language=language,
        level=letter.level,
        currency=letter.currency,
        dated_on=proposal.as_of,
        as_of=proposal.as_of,
        pay_by=due_by,
        title=title,
        salutation=salutation,
        opening=opening,
        closing=closing,
        lines=tuple(_line(item) for item in letter.items),
        principal=letter.principal,
        unapplied=letter.unapplied,
        interest=0,
        fees=0,
        total=letter.total,
    )


def _facts(
    reader: BookReader, letter: ProposedLetter, language: str, as_of: date, pay_by: date
) -> dict[str, str]:
    company, customer = reader.company(), reader.customer(letter.customer_id)
    firm = company.name if language == "zh" else company.name_en or company.name
    debtor = customer.name if language == "zh" else customer.name_en or customer.name
    return {
        "company": firm,
        "customer": debtor,
        "as_of": letters.long_date(as_of, language),
        "pay_by": letters.long_date(pay_by, language),
        "count": str(len(letter.items)),
        "sum": grouped(letter.total, letter.currency),
        "currency": letter.currency,
        "capital": capital(letter.total) if letter.currency == "CNY" else "",
        "days": str(letter.oldest_days),
        "contact": company.contact,
        "phone": company.phone,
        "email": company.email,
    }


def _line(item: ProposedItem) -> DunningLine:
    row = item.row
    return DunningLine(
        number=row.number,
        issued_on=row.issued_on,
        due_on=row.due_on or row.issued_on,
        days_overdue=row.days_overdue or 0,
        amount=row.amount,
        settled=row.amount - row.open,
        disputed=row.disputed,
        open=item.claim,
        level=item.level,
        instalment="" if row.parts == 1 else f"{row.seq}/{row.parts}",
    )


def release_run(
    uow: UnitOfWork,
    proposal: Proposal,
    drafts: Sequence[DraftLetter],
    render: Render,
    progress: Progress | None = None,
) -> OperationResult[list[Issued]]:
    """Number, print and keep the letters of a run and raise the items' levels.

    One transaction: cancelled or failed, no number is used and no level raised.

    Raises:
        NothingToDo: no letters chosen.
        AlreadySent: a run released since the draft has raised the same items.
    """
    if not drafts:
        raise NothingToDo
    with uow:
        told = {"as_of": proposal.as_of.isoformat(), "letters": len(drafts)}
        operation = uow.begin("dunning.release", told)
        run_id = uow.add_run(proposal.as_of, proposal.procedure)
        issued = []
        for done, draft in enumerate(drafts):
            if progress is not None:
                progress(done, len(drafts))
            paper = keep(uow, "dunning_letter", draft.value, draft.proposed.customer_id, render)
            _raise_levels(uow, run_id, paper.id, draft.proposed, proposal.as_of)
            issued.append(paper)
        uow.commit()
    return OperationResult(
        value=issued, operation_id=operation, changes=Changes(papers=True, documents=True)
    )


def _raise_levels(
    uow: UnitOfWork, run_id: int, paper_id: int, letter: ProposedLetter, as_of: date
) -> None:
    for item in letter.items:
        if item.raised:
            uow.add_dunned_item(
                run_id=run_id,
                paper_id=paper_id,
                item_id=item.row.id,
                level=item.level,
                sent_on=as_of,
                days_overdue=item.row.days_overdue or 0,
                open_minor=item.claim,
            )
