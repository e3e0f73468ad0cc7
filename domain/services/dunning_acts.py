"""What a person says of dunning: procedures, who follows which, blocks, reasons, drafts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.changes import Changes, OperationResult
from domain.dunning_procedure import (
    DEFAULT_PROCEDURE,
    DunningChoice,
    Procedure,
    check_procedure,
    stored,
)
from domain.dunning_records import (
    BLOCK_REASONS,
    OVERDUE_REASONS,
    DunningBlock,
    DunningDraft,
    LeftOut,
    OverdueReason,
)
from domain.errors import BadProcedure, MissingField, NotFound, NothingToDo
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services.records import CHANGED, add_record, keep_record
from domain.services.settings import change_settings
from domain.values import dumps


def keep_procedures(uow: UnitOfWork, wanted: Sequence[Procedure]) -> OperationResult[int]:
    """Keep the book's procedures, the company default first; levels already sent stay sent.

    Raises:
        BadProcedure: one cannot be followed, or two have one name.
    """
    kept = [stored(check_procedure(one)) for one in wanted]
    if len({one["code"] for one in kept}) < len(kept) or not kept:
        raise BadProcedure(reason="name")
    return change_settings(uow, {"dunning_procedures": kept})


def choose_procedure(
    uow: UnitOfWork,
    choice: DunningChoice,
    on: date,
    *,
    customer_id: int | None = None,
    item_ids: Sequence[int] = (),
) -> OperationResult[int]:
    """Let a customer, its invoices or a grade follow a procedure from a day on.

    Raises:
        MissingField: for neither a customer nor a grade.
        NotFound: there is no procedure of that code.
    """
    if customer_id is None and not choice.grade:
        raise MissingField(field="customer")
    with uow:
        _known(uow, choice.procedure)
        told = {"customer": customer_id, "dated_on": on.isoformat()}
        operation = uow.begin("dunning_choice.keep", {**told, "procedure": choice.procedure})
        record_id = add_record(uow, choice, customer_id=customer_id, dated_on=on, item_ids=item_ids)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def block(
    uow: UnitOfWork,
    value: DunningBlock,
    on: date,
    *,
    customer_id: int | None = None,
    item_ids: Sequence[int] = (),
    until: date | None = None,
) -> OperationResult[int]:
    """Keep a customer, some of its items or a procedure from being chased.

    Taken back like any record (``records.take_back_record``).

    Raises:
        MissingField: no reason of the list, nothing it holds, or an end before its beginning.
    """
    if value.reason not in BLOCK_REASONS:
        raise MissingField(field="reason")
    if customer_id is None and not value.procedure:
        raise MissingField(field="customer")
    if until is not None and until < on:
        raise MissingField(field="until")
    return keep_record(
        uow, value, customer_id=customer_id, dated_on=on, ends_on=until, item_ids=item_ids
    )


def lift_blocks(uow: UnitOfWork, customer_id: int, on: date) -> OperationResult[int]:
    """Take back the blocks that keep a customer from being chased on a day; return how many.

    Raises:
        NothingToDo: there is none.
    """
    with uow:
        kept = [
            one for one in uow.records(DunningBlock, customer_id=customer_id) if one.holds_on(on)
        ]
        if not kept:
            raise NothingToDo
        told = {"customer": customer_id, "dated_on": on.isoformat()}
        operation = uow.begin("dunning_block.take_back", told)
        for one in kept:
            uow.take_back_record(one.id, on)
            uow.changed(DunningBlock.KIND, one.id, dumps(one.value), None)
        uow.commit()
    return OperationResult(value=len(kept), operation_id=operation, changes=CHANGED)


def item_block(
    reader: BookReader | UnitOfWork, customer_id: int, item_id: int, day: date
) -> Record[DunningBlock] | None:
    """Return the latest block of one invoice alone that holds on a day."""
    kept = reader.records(DunningBlock, customer_id=customer_id)
    mine = [one for one in kept if one.item_ids == (item_id,) and one.holds_on(day)]
    return mine[-1] if mine else None


def chase_item(
    uow: UnitOfWork,
    customer_id: int,
    item_id: int,
    on: date,
    *,
    procedure: str = "",
    block: DunningBlock | None = None,
    until: date | None = None,
) -> OperationResult[int]:
    """Say how one invoice is chased from a day: not, by a procedure, or ("") as its customer.

    What was said of it alone before stands no longer.

    Raises:
        MissingField: a block without a reason of the list, or an end before its beginning.
        NotFound: there is no procedure of that code.
    """
    if block is not None and block.reason not in BLOCK_REASONS:
        raise MissingField(field="why")
    if until is not None and until < on:
        raise MissingField(field="until")
    value = block or DunningChoice(procedure=procedure)
    with uow:
        _known(uow, procedure)
        told = {"customer": customer_id, "dated_on": on.isoformat(), "procedure": procedure}
        operation = uow.begin(f"{value.KIND}.keep", told)
        while (old := item_block(uow, customer_id, item_id, on)) is not None:
            uow.take_back_record(old.id, on)
            uow.changed(DunningBlock.KIND, old.id, dumps(old.value), None)
        kept = add_record(
            uow, value, customer_id=customer_id, dated_on=on, ends_on=until, item_ids=(item_id,)
        )
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGED)


def _known(uow: UnitOfWork, procedure: str) -> None:
    known = {one["code"] for one in uow.setting("dunning_procedures") or []}
    if procedure and procedure not in known | {DEFAULT_PROCEDURE.code}:
        raise NotFound(record=f"procedure/{procedure}")


def tell_reason(
    uow: UnitOfWork,
    value: OverdueReason,
    on: date,
    *,
    customer_id: int,
    item_ids: Sequence[int] = (),
) -> OperationResult[int]:
    """Keep why a customer has not paid, as found out on a day.

    Raises:
        MissingField: it is none of the list.
    """
    if value.code not in OVERDUE_REASONS:
        raise MissingField(field="reason")
    return keep_record(uow, value, customer_id=customer_id, dated_on=on, item_ids=item_ids)


# drafts


def open_draft(reader: BookReader) -> Record[DunningDraft] | None:
    """Return the draft that was saved and not released."""
    found = reader.records(DunningDraft, firm=True)
    return found[-1] if found else None


def save_draft(
    uow: UnitOfWork,
    as_of: date,
    procedure: str,
    left_out: Sequence[LeftOut],
    *,
    replaces_id: int | None = None,
) -> OperationResult[int]:
    """Save a run begun, to be gone on with; saved again, it keeps its number.

    Raises:
        AlreadyReversed: the draft it goes on with was released or dropped meanwhile.
    """
    with uow:
        if replaces_id is None:
            count = uow.next_number("dunning_draft", as_of.year)
            number = f"DR-{as_of.year}-{count:04d}"
        else:
            number = uow.record(DunningDraft, replaces_id).value.number
        value = DunningDraft(
            number=number, as_of=as_of, procedure=procedure, left_out=tuple(left_out)
        )
        operation = uow.begin("dunning_draft.keep", {"number": number, "left_out": len(left_out)})
        record_id = add_record(
            uow, value, customer_id=None, dated_on=as_of, replaces_id=replaces_id
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=Changes(records=True))
