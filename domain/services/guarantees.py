"""Guarantees and letters of credit of the credit files, with the days by which they are lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from domain.changes import Changes, OperationResult
from domain.cover.credit_letter import Chain, CreditLetter, chain
from domain.cover.guarantee import (
    Deed,
    Guarantee,
    Liability,
    PeriodState,
    Position,
    SecurityAct,
    check,
    claimable,
    demand_of,
    liability_of,
    period,
    position,
)
from domain.cover.guarantee import Demand as MustDo
from domain.credit.file.security import TYPE_WORDS, GuaranteeType, Security, SecurityType
from domain.errors import BadPeriod, MissingField, NothingToDo
from domain.fields import pick
from domain.letters.words import named
from domain.money import Money
from domain.papers import Addressee, LetterPaper
from domain.policy import policy_on
from domain.ports import BookReader, Render, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Record
from domain.services import letters, papers
from domain.services.assignment import debts_by_currency
from domain.services.papers import Issued
from domain.services.records import CHANGED, add_record

#: The letter of the catalogue that demands payment of a guarantor.
DEMAND: Final = "guarantee_demand"
#: Days a guarantor is given to pay.
PAY_DAYS: Final = 7
_LIABILITY: Final = {
    GuaranteeType.GENERAL: Liability.ORDINARY,
    GuaranteeType.JOINT: Liability.JOINT,
    None: None,
}
_DEED: Final = {MustDo.SUE_DEBTOR: Deed.SUED, MustDo.DEMAND_GUARANTOR: Deed.DEMANDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteeRow:
    """A guarantee as of a day; ``position`` None: the debt's maturity is not recorded."""

    record: Record[Security]
    root: int
    customer_id: int
    code: str
    name: str
    name_en: str
    currency: str
    position: Position | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLetterRow:
    """A letter of credit as of a day; ``chain`` None: it is not recorded when it expires."""

    record: Record[Security]
    root: int
    customer_id: int
    code: str
    name: str
    name_en: str
    currency: str
    chain: Chain | None


# reading


def guarantees(reader: BookReader, as_of: date) -> list[GuaranteeRow]:
    """Return the guarantees given up to a day, the one that ends first before others.

    What cannot be told, as the debt's maturity is missing, stands first: it is to be mended.
    """
    acts = _acts(reader, as_of)
    alerts = policy_on(reader, as_of).cover.guarantee_alerts
    found = []
    for record in _securities(reader, SecurityType.GUARANTEE, as_of):
        root, terms = first_version(reader, record), None
        if record.value.debt_due_on is not None:
            terms = _terms(record, record.value.debt_due_on, acts.get(root, []))
        place = None if terms is None else position(terms, as_of, alerts)
        found.append(GuaranteeRow(**_whose(reader, record), root=root, position=place))
    found.sort(key=_by_end)
    return found


def _by_end(row: GuaranteeRow) -> tuple[bool, date, int]:
    if row.position is None:
        return False, date.min, row.record.id
    over = row.position.state in (PeriodState.KEPT, PeriodState.LOST)
    return over, row.position.period.last_on, row.record.id


def credit_letters(reader: BookReader, as_of: date) -> list[CreditLetterRow]:
    """Return the letters of credit opened up to a day, the nearest day first."""
    acts = _acts(reader, as_of)
    alerts = policy_on(reader, as_of).cover.credit_alerts
    found = []
    for record in _securities(reader, SecurityType.LETTER_OF_CREDIT, as_of):
        root, days = first_version(reader, record), None
        if record.ends_on is not None:
            done = acts.get(root, [])
            letter = CreditLetter(
                expires_on=record.ends_on,
                latest_shipment_on=record.value.latest_shipment,
                shipped_on=_first(done, Deed.SHIPPED),
                presented_on=_first(done, Deed.PRESENTED),
            )
            days = chain(letter, as_of, alerts)
        found.append(CreditLetterRow(**_whose(reader, record), root=root, chain=days))
    found.sort(key=lambda one: (one.chain and one.chain.next_on) or date.max)
    return found


def pressing(reader: BookReader, as_of: date) -> list[GuaranteeRow]:
    """Return the guarantees whose period ends soon or was missed, for the worklist."""
    found = guarantees(reader, as_of)
    return [one for one in found if one.position is not None and one.position.alert is not None]


def first_version(reader: RecordReads, record: Record[Security]) -> int:
    """Return the id of the first version of a security, however often it was corrected."""
    while record.replaces_id is not None:
        record = reader.record(Security, record.replaces_id)
    return record.id


def _securities(reader: BookReader, kind: SecurityType, as_of: date) -> Iterable[Record[Security]]:
    for record in reader.records(Security, up_to=as_of):
        if record.value.type is kind and record.customer_id is not None:
            yield record


def _whose(reader: BookReader, record: Record[Security]) -> dict[str, Any]:
    customer = reader.customer(record.customer_id or 0)
    return {
        "record": record,
        "customer_id": record.customer_id or 0,
        "code": customer.code,
        "name": customer.name,
        "name_en": customer.name_en,
        "currency": record.value.currency or reader.base_currency(),
    }


def _acts(reader: RecordReads, as_of: date) -> dict[int, list[Record[SecurityAct]]]:
    found: dict[int, list[Record[SecurityAct]]] = {}
    for act in reader.records(SecurityAct, up_to=as_of):
        found.setdefault(act.value.security_id, []).append(act)
    return found


def _first(acts: Iterable[Record[SecurityAct]], deed: Deed) -> date | None:
    return min((one.dated_on for one in acts if one.value.deed is deed), default=None)


def _terms(
    record: Record[Security], matures_on: date, acts: Iterable[Record[SecurityAct]]
) -> Guarantee:
    """Return a security as the rules of guarantees see it."""
    terms = Guarantee(
        liability=_LIABILITY[record.value.guarantee_type],
        matures_on=matures_on,
        ends_on=record.ends_on,
        cap=record.value.amount,
    )
    wanted = _DEED[demand_of(liability_of(terms))]
    return Guarantee(
        liability=terms.liability,
        matures_on=matures_on,
        ends_on=terms.ends_on,
        cap=terms.cap,
        acted_on=_first(acts, wanted),
    )


# acting


def record_act(
    uow: UnitOfWork, security_id: int, deed: Deed, on: date, note: str = ""
) -> OperationResult[int]:
    """Keep what was done about a security: sued, demanded, shipped, presented.

    Raises:
        BadPeriod: dated before the security was given.
    """
    with uow:
        security = uow.record(Security, security_id)
        if on < security.dated_on:
            raise BadPeriod(
                dated_on=security.dated_on.isoformat(), ends_on=on.isoformat(), field="dated_on"
            )
        root = first_version(uow, security)
        operation = uow.begin("security_act.keep", {"deed": deed.value, "on": on.isoformat()})
        value = SecurityAct(security_id=root, deed=deed, note=note)
        kept = add_record(uow, value, customer_id=security.customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGED)


def demand_value(
    reader: BookReader, security_id: int, on: date, *, language: str | None = None
) -> LetterPaper:
    """Return the demand to a guarantor for what is overdue of the debtor, without a number.

    What the debtor disputes is demanded too: the guarantor may raise the dispute himself, but
    what is not demanded within the period is lost.

    Raises:
        MissingField: the guarantor or the debt's maturity is not recorded.
        NothingToDo: nothing is overdue in the guarantee's currency.
    """
    record = reader.record(Security, security_id)
    value, customer_id = record.value, record.customer_id or 0
    if not value.giver:
        raise MissingField(field="giver")
    if value.debt_due_on is None:
        raise MissingField(field="debt_due_on")
    terms = check(_terms(record, value.debt_due_on, ()))
    currency = value.currency or reader.base_currency()
    owed = debts_by_currency(reader, customer_id, on).get(currency, [])
    items = [replace(row, disputed=0) for row in owed if row.due_on and row.due_on < on]
    if not items:
        raise NothingToDo
    spoken = language or str(reader.setting("language", "zh"))
    claimed = claimable(sum(row.open for row in items), terms.cap)
    return letters.draft(
        reader,
        DEMAND,
        customer_id,
        dated_on=on,
        values={
            "debtor": named(reader.customer(customer_id), spoken),
            "guarantee": value.number or pick(TYPE_WORDS[value.type], spoken),
            "guarantee_signed": record.dated_on,
            "guarantee_kind": liability_of(terms).value,
            "guarantee_until": period(terms.matures_on, terms.ends_on).last_on,
            "matures_on": terms.matures_on,
            "pay_by": on + timedelta(days=PAY_DAYS),
            "claimed": Money(claimed, currency),
            "cap": None if terms.cap is None else Money(terms.cap, currency),
        },
        items=items,
        language=spoken,
        to=Addressee(code="", name=value.giver),
    )


def demand(
    uow: UnitOfWork, reader: BookReader, security_id: int, on: date, render: Render
) -> OperationResult[Issued]:
    """Number and keep a demand to a guarantor.

    It keeps the guarantee once it arrived: that is recorded by itself (:func:`record_act`).
    """
    paper = demand_value(reader, security_id, on)
    with uow:
        security = uow.record(Security, security_id)
        operation = uow.begin("guarantee_demand.issue", {"number": security.value.number})
        issued = papers.keep(uow, DEMAND, paper, security.customer_id or 0, render)
        uow.commit()
    changes = Changes(papers=True, records=True)
    return OperationResult(value=issued, operation_id=operation, changes=changes)
