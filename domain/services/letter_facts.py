"""What the book knows of a letter's facts, read off what the letter is about.

A dispute, an instalment plan, a hold of supply or a court case has its letter; who writes it
begins with these facts and changes what the case needs. The list of sources is :data:`SOURCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from domain.collecting.plan import PaymentPlan, PenaltyTerms
from domain.credit.holds import CreditHold, CreditRelease, Scope
from domain.disputes import KIND_WORDS, DisputeKind, DisputeOn
from domain.errors import NotFound
from domain.fields import pick
from domain.letters.words import long_date
from domain.listing import ItemRow
from domain.money import Money, grouped
from domain.ports import BookReader
from domain.record import Record
from domain.recovery.court_case import CourtCase
from domain.services.disputes import disputes_on
from domain.services.evidence import gather

#: Days a customer is given to answer, and to cure what a hold names.
_ANSWER_DAYS: Final = 7
_CURE_DAYS: Final = 14
#: The cause of action that a claim for a price sold on credit is filed under (民事案件案由规定).
_CASE: Final = ("买卖合同纠纷", "sale of goods, claim for the price")
_PENALTY: Final = {
    PenaltyTerms.RESERVED: "reserved",
    PenaltyTerms.WAIVED_IF_KEPT: "waived",
    PenaltyTerms.INCLUDED: "included",
}
_SCOPES: Final = {
    Scope.BOTH: ("接受新订单及全部未发货订单的供货", "new orders and all deliveries outstanding"),
    Scope.ORDERS: ("接受新订单", "new orders"),
    Scope.DELIVERIES: ("全部未发货订单的供货", "all deliveries outstanding"),
}
_CURE: Final = (
    "付清上述逾期款项，或提供我司认可的担保",
    "pay what is overdue, or give security that we accept",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFactsKnown:
    """What is known: values as :func:`domain.services.letters.draft` takes them.

    ``rows`` are tables as they are typed, a line to a row, cells between "|".
    """

    customer_id: int
    currency: str
    values: Mapping[str, object]
    items: tuple[ItemRow, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)


def known_facts(
    reader: BookReader, letter: str, source_id: int, day: date, language: str
) -> LetterFactsKnown:
    """Return the facts of a letter about a dispute, plan or hold.

    Raises:
        NotFound: no letter is about such a thing, or there is none of this id.
    """
    if letter not in SOURCES:
        raise NotFound(record=f"letter/{letter}")
    return SOURCES[letter](reader, source_id, day, language)


def _dispute(reader: BookReader, dispute_id: int, day: date, language: str) -> LetterFactsKnown:
    found = next((one for one in disputes_on(reader, day) if one.row.id == dispute_id), None)
    if found is None:
        raise NotFound(record=f"dispute/{dispute_id}")
    one = found.row
    left = undisputed(found, reader.item(one.item_id, day))
    values: dict[str, object] = {
        "invoice": one.number,
        "raised_on": one.opened_on,
        "dispute_kind": pick(KIND_WORDS[DisputeKind(one.kind)], language),
        "disputed": Money(one.amount, one.currency),
        "claim": one.reason,
        "decision": one.outcome or "pending",
        "finding": one.resolution,
        "credit_note": "、".join(one.credits) if language == "zh" else ", ".join(one.credits),
        "pay_by": day + timedelta(days=_ANSWER_DAYS),
    }
    if one.conceded:
        values["conceded"] = Money(one.conceded, one.currency)
    if not one.outcome:
        values["answer_by"] = max(found.due_on, day)
    if left > 0:
        values["remaining"] = Money(left, one.currency)
    return LetterFactsKnown(customer_id=one.customer_id, currency=one.currency, values=values)


def undisputed(found: DisputeOn, item: ItemRow) -> int:
    """Return what is to be paid of a disputed item, in minor units.

    Not decided: what is open less what is disputed. Decided: what is open less what was
    conceded and is not credited yet, and less other disputes. Worked: 52,180.00 open, 12,180.00
    disputed: 40,000.00; 5,000.00 of it conceded: 47,180.00, credited or not.
    """
    others = item.disputed - (found.row.amount if found.open else 0)
    mine = found.to_credit if found.row.outcome else found.row.amount
    return max(item.open - others - mine, 0)


def _plan(reader: BookReader, plan_id: int, _day: date, language: str) -> LetterFactsKnown:
    record = reader.record(PaymentPlan, plan_id)
    plan = record.value
    values: dict[str, object] = {
        "as_of": record.dated_on,
        "penalty_kind": _PENALTY[plan.penalty],
        "grace_days": plan.grace_days,
        "guarantor": plan.guarantor,
    }
    if plan.penalty_minor:
        values["penalty"] = Money(plan.penalty_minor, plan.currency)
    if plan.rate:
        values["rate"] = plan.rate
    items = tuple(reader.item(key, record.dated_on) for key in record.item_ids)
    return LetterFactsKnown(
        customer_id=record.customer_id or 0,
        currency=plan.currency,
        values=values,
        items=items,
        rows={"plan": plan_rows(plan, language)},
    )


def plan_rows(plan: PaymentPlan, language: str) -> str:
    """Return the schedule as the table of the agreement, with what is left after each line."""
    left, lines = plan.principal, []
    for number, line in enumerate(plan.lines, start=1):
        left -= line.principal
        due = line.due_on.isoformat() if language == "zh" else long_date(line.due_on, "en")
        sums = (line.principal, line.interest, line.total, left)
        cells = [str(number), due, *(grouped(minor, plan.currency) for minor in sums)]
        lines.append(" | ".join(cells))
    return "\n".join(lines)


def _hold(reader: BookReader, hold_id: int, day: date, language: str) -> LetterFactsKnown:
    record = reader.record(CreditHold, hold_id)
    hold = record.value
    values: dict[str, object] = {
        "hold_from": record.dated_on,
        "scope": pick(_SCOPES[hold.scope], language),
        "ground": hold.ground.value or ("contract" if hold.clause else "policy"),
        "ground_facts": _grounds(hold, language),
        "cure": hold.cure or pick(_CURE, language),
        "cure_by": hold.cure_by or day + timedelta(days=_CURE_DAYS),
        "clause": hold.clause,
    }
    overdue = [
        one
        for one in reader.open_items(day, customer_id=record.customer_id)
        if one.open > 0 and (one.days_overdue or 0) > 0
    ]
    first = overdue[0].currency if overdue else reader.base_currency()
    return LetterFactsKnown(
        customer_id=record.customer_id or 0,
        currency=first,
        values=values,
        items=tuple(one for one in overdue if one.currency == first),
        rows=_order_rows(reader, record, day),
    )


def _grounds(hold: CreditHold, language: str) -> str:
    """Return why supply stops and what proves it, as a sentence."""
    gap, stop = ("；", "。") if language == "zh" else ("; ", ".")
    told = (one.strip().rstrip("。.") for one in (hold.reason, hold.proof) if one)
    return gap.join(told) + stop


def _resumed(reader: BookReader, hold_id: int, day: date, language: str) -> LetterFactsKnown:
    record = reader.record(CreditHold, hold_id)
    release = _release(reader.records(CreditRelease, customer_id=record.customer_id), hold_id)
    owed = any(
        (one.days_overdue or 0) > 0 and one.open > 0
        for one in reader.open_items(day, customer_id=record.customer_id)
    )
    sent = [
        one
        for one in reader.papers(kind="supply_hold", customer_id=record.customer_id)
        if one.dated_on >= record.dated_on
    ]
    values: dict[str, object] = {
        "held_from": record.dated_on,
        "resume_from": release.dated_on if release else day,
        "scope": pick(_SCOPES[record.value.scope], language),
        "cure_kind": "agreed" if owed else "paid",
        "cure_facts": release.value.reason if release else "",
        "hold_number": sent[-1].number if sent else "",
    }
    return LetterFactsKnown(
        customer_id=record.customer_id or 0,
        currency=reader.base_currency(),
        values=values,
        rows=_order_rows(reader, record, day),
    )


def _release(found: Sequence[Record[CreditRelease]], hold_id: int) -> Record[CreditRelease] | None:
    return next((one for one in found if one.value.hold_id == hold_id), None)


def _order_rows(reader: BookReader, record: Record[CreditHold], day: date) -> dict[str, str]:
    """Return the orders that are held: what of them is still to be delivered."""
    if record.value.scope is Scope.ORDERS or record.customer_id is None:
        return {}
    states = reader.order_states(day, customer_ids=[record.customer_id])
    lines = [
        f"{one.order.number} | {one.order.note} | | {grouped(one.to_deliver, one.order.currency)}"
        for one in states
        if one.to_deliver > 0
    ]
    return {"orders": "\n".join(lines)} if lines else {}


def _evidence(reader: BookReader, case_id: int, day: date, language: str) -> LetterFactsKnown:
    record = reader.record(CourtCase, case_id)
    customer_id, case = record.customer_id or 0, record.value
    documents = dict.fromkeys(reader.item(key, day).document_id for key in record.item_ids)
    found = gather(reader, customer_id, list(documents), day, language=language)
    lines = [
        " | ".join(_cell(one) for one in (str(number), piece.label, piece.source, "", piece.proves))
        for number, piece in enumerate(found.pieces, start=1)
    ]
    return LetterFactsKnown(
        customer_id=customer_id,
        currency=case.currency or reader.base_currency(),
        values={"case": pick(_CASE, language), "court": case.court},
        rows={"evidence": "\n".join(lines)},
    )


def _cell(text: str) -> str:
    """Return a text as a cell of a typed table."""
    return text.replace("|", "/").replace("\n", " ")


#: Letter → reads its facts off (book, id of what it is about, day, language).
SOURCES: Final[Mapping[str, Callable[[BookReader, int, date, str], LetterFactsKnown]]] = {
    "dispute_reply": _dispute,
    "evidence_index": _evidence,
    "repayment_agreement": _plan,
    "supply_hold": _hold,
    "supply_resume": _resumed,
}
