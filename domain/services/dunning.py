"""A dunning run: draft, letters, release.

Drafting reads the book in sets and computes nothing that is kept. Releasing is one
transaction: numbers, pages, levels and fees, and what was left out with its reason. Levels
count from the release; when a letter really went out is told of the paper later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from domain.changes import Changes, OperationResult
from domain.dunning import Proposal, ProposedItem, ProposedLetter, RunFacts, propose
from domain.dunning_charges import OpenFee
from domain.dunning_holds import Hold
from domain.dunning_procedure import (
    DEFAULT_PROCEDURE,
    Choices,
    DunningChoice,
    Procedure,
    choices_from,
    procedure_from,
    stored,
)
from domain.dunning_records import (
    DunningDraft,
    LeftOut,
    OverdueReason,
    asks_reason,
    holds_of_left_out,
)
from domain.errors import NotFound, NothingToDo, OverdueReasonNeeded
from domain.papers import DunningLetter
from domain.policy import policy_on
from domain.ports import BookReader, Progress, Render, UnitOfWork
from domain.quiet import without_collecting
from domain.record import Record
from domain.services.assessments import grade_on
from domain.services.dunning_interest import with_interest
from domain.services.dunning_letters import letter_value
from domain.services.hold_sources import HOLD_SOURCES
from domain.services.papers import Issued, keep
from domain.services.pending import pending_money

#: Customers named in a refusal.
_NAMED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLetter:
    """A proposed letter and the page it will print, still without a number."""

    proposed: ProposedLetter
    value: DunningLetter


def procedures(reader: BookReader) -> dict[str, Procedure]:
    """Return the book's procedures by code, the company default first."""
    kept = reader.setting("dunning_procedures") or []
    found = {value["code"]: procedure_from(value) for value in kept}
    return found or {DEFAULT_PROCEDURE.code: DEFAULT_PROCEDURE}


def choices(
    reader: BookReader,
    day: date,
    default: str | None = None,
    grades: Mapping[int, str] | None = None,
) -> Choices:
    """Return who follows which procedure; ``default`` takes the place of the company's.

    Raises:
        NotFound: no procedure of that code.
    """
    known = procedures(reader)
    code = default or next(iter(known))
    if code not in known:
        raise NotFound(record=f"procedure/{code}")
    records = reader.records(DunningChoice, up_to=day)
    if grades is None and any(one.value.grade for one in records):
        graded = grade_on(reader, day)
        grades = {key: one.grade.value for key, one in graded.items() if one.grade is not None}
    return choices_from(known, code, records, grades or {}, day)


@without_collecting()
def draft_run(
    reader: BookReader,
    as_of: date,
    procedure_code: str | None = None,
    *,
    left_out: Sequence[LeftOut] = (),
    holds: Sequence[Hold] = (),
    grades: Mapping[int, str] | None = None,
) -> Proposal:
    """Propose a run as of a date, with the interest its letters claim.

    ``procedure_code`` is for all who have no procedure of their own, ``left_out`` what a
    person takes out of this run, ``holds`` come beside those of ``HOLD_SOURCES``; ``grades``
    stand for the customers' own, where procedures go by grade.

    Raises:
        NotFound: no procedure of that code.
        RunBackwards: a later run was already released.
    """
    policy = policy_on(reader, as_of).dunning
    every = [*holds, *holds_of_left_out(left_out)]
    for source in HOLD_SOURCES:
        every += source(reader, as_of)
    proposal = propose(
        reader.open_items(as_of),
        reader.sent_levels(as_of),
        choices(reader, as_of, procedure_code, grades),
        as_of,
        last_run_on=reader.last_run_on(),
        holds=every,
        facts=RunFacts(
            pending=pending_money(reader, as_of, policy),
            fees=_fees(reader, as_of),
            rates=_rates(reader, as_of),
        ),
    )
    return with_interest(reader, _asking(reader, proposal))


def _asking(reader: BookReader, proposal: Proposal) -> Proposal:
    """Mark the letters that must ask why is not paid."""
    policy = policy_on(reader, proposal.as_of).dunning
    known: dict[int, list[Record[OverdueReason]]] = defaultdict(list)
    for one in reader.records(OverdueReason, up_to=proposal.as_of):
        if one.customer_id is not None:
            known[one.customer_id].append(one)
    letters = tuple(
        replace(letter, asks_reason=True)
        if asks_reason(letter, known[letter.customer_id], policy, proposal.as_of)
        else letter
        for letter in proposal.letters
    )
    return replace(proposal, letters=letters)


def _fees(reader: BookReader, as_of: date) -> dict[tuple[int, str], tuple[OpenFee, ...]]:
    found: dict[tuple[int, str], tuple[OpenFee, ...]] = {}
    for fee in reader.open_fees(as_of):
        key = (fee.customer_id, fee.currency)
        found[key] = (*found.get(key, ()), fee)
    return found


def _rates(reader: BookReader, as_of: date) -> dict[str, Decimal]:
    """Return the latest rate of each currency, base units per unit."""
    found: dict[str, Decimal] = {}
    for row in reader.rates():
        if row.quoted_on <= as_of:
            found.setdefault(row.currency, row.rate)
    return {**found, reader.base_currency(): Decimal(1)}


def draft_letters(
    reader: BookReader, proposal: Proposal, chosen: Sequence[ProposedLetter] | None = None
) -> list[DraftLetter]:
    """Return the pages of a run's letters (all, or those chosen)."""
    wanted = proposal.letters if chosen is None else chosen
    return [
        DraftLetter(proposed=letter, value=letter_value(reader, letter, proposal))
        for letter in wanted
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a person says at the release.

    Attributes:
        unreasoned: why letters go out though nobody asked why is not paid.
        left_out: the letters taken out of the run, with their reasons.
        draft_id: the saved draft that this run ends.
    """

    unreasoned: str = ""
    left_out: tuple[LeftOut, ...] = ()
    draft_id: int | None = None


def release_run(
    uow: UnitOfWork,
    proposal: Proposal,
    drafts: Sequence[DraftLetter],
    render: Render,
    progress: Progress | None = None,
    said: Release | None = None,
) -> OperationResult[list[Issued]]:
    """Number, print and keep the letters of a run and raise the items' levels.

    One transaction: cancelled or failed, no number is used and no level raised.

    Raises:
        NothingToDo: no letters chosen.
        OverdueReasonNeeded: a letter asks why is not paid, and no reason is known or given.
        AlreadySent: a run released since the draft has raised the same items.
    """
    said = said or Release()
    if not drafts:
        raise NothingToDo
    asking = [one.value.customer.code for one in drafts if one.proposed.asks_reason]
    if asking and not said.unreasoned.strip():
        raise OverdueReasonNeeded(count=len(asking), customers=", ".join(asking[:_NAMED]))
    with uow:
        told = {"as_of": proposal.as_of.isoformat(), "letters": len(drafts)}
        operation = uow.begin("dunning.release", told)
        value = _kept(proposal, said)
        run_id = uow.add_run(proposal.as_of, value)
        uow.changed("dunning_run", run_id, None, value)
        if said.draft_id is not None and uow.record_stands(said.draft_id):
            uow.record(DunningDraft, said.draft_id)
            uow.take_back_record(said.draft_id, proposal.as_of)
        issued = []
        for done, draft in enumerate(drafts):
            if progress is not None:
                progress(done, len(drafts))
            paper = keep(uow, "dunning_letter", draft.value, draft.proposed.customer_id, render)
            _raise_levels(uow, run_id, paper.id, draft.proposed, proposal.as_of)
            issued.append(paper)
        uow.commit()
    changes = Changes(papers=True, documents=True, records=said.draft_id is not None)
    return OperationResult(value=issued, operation_id=operation, changes=changes)


def _kept(proposal: Proposal, said: Release) -> dict[str, Any]:
    """Return what a run keeps of itself: the procedures followed, and all it left out."""
    skipped = [
        {
            "customer": one.customer_id,
            "currency": one.currency,
            "amount": one.amount,
            "reason": one.reason,
            "detail": one.detail,
            **({"until": one.until.isoformat()} if one.until else {}),
        }
        for one in proposal.skipped
    ]
    by_hand = [
        {
            "customer": one.customer_id,
            "currency": one.currency,
            "items": list(one.item_ids),
            "reason": one.reason,
            "detail": one.note,
        }
        for one in said.left_out
    ]
    return {
        "procedures": [stored(one) for one in proposal.choices.procedures.values()],
        "default": proposal.choices.default,
        "skipped": skipped,
        "left_out": by_hand,
        "unreasoned": said.unreasoned,
    }


def _raise_levels(
    uow: UnitOfWork, run_id: int, paper_id: int, letter: ProposedLetter, as_of: date
) -> None:
    modes = {one.document_id: one.mode.text for one in letter.claimed.found}
    for item in letter.raised:
        uow.add_dunned_item(
            run_id=run_id,
            paper_id=paper_id,
            item_id=item.row.id,
            level=item.level,
            sent_on=as_of,
            days_overdue=item.row.days_overdue or 0,
            open_minor=item.claim,
            fee_minor=item.fee,
            interest=_interest(letter, item, modes),
        )


def _interest(letter: ProposedLetter, item: ProposedItem, modes: Mapping[int, str]) -> str:
    """Return the way the letter claimed an item's interest, "" where it did not."""
    return modes.get(item.row.document_id, "") if letter.step.interest else ""
