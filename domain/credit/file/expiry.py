"""What of a credit file runs out or has grown old: to be looked up, renewed, asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from domain.credit.file.completeness import FilePolicy, FileRecords, months_after
from domain.credit.file.contract import Contract
from domain.credit.file.credit_report import CreditReport, valid_until
from domain.credit.file.security import TYPE_WORDS, last_day
from domain.fields import NOTHING, Pair, both
from domain.record import Record


class Due(StrEnum):
    """What has run out or will."""

    REGISTRY = "registry"
    REPORT = "report"
    VISIT = "visit"
    STATEMENTS = "statements"
    SECURITY = "security"
    CONTRACT = "contract"


DUE_WORDS: Final[dict[Due, Pair]] = {
    Due.REGISTRY: ("工商登记待复核", "Registry to be checked again"),
    Due.REPORT: ("资信报告到期", "Credit report expires"),
    Due.VISIT: ("实地考察过期", "Site visit out of date"),
    Due.STATEMENTS: ("财务报表过期", "Accounts out of date"),
    Due.SECURITY: ("担保到期", "Security ends"),
    Due.CONTRACT: ("合同到期", "Contract ends"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """One thing of one file.

    Attributes:
        what: what runs out; ``named`` tells which one, in both languages.
        on: its last day; ``days_left`` until then, below zero when it is past.
        step: the alert reached: 7, 30 or 60 days before by default, 0 when it is past.
    """

    customer_id: int
    what: Due
    named: Pair = NOTHING
    record_id: int
    on: date
    days_left: int
    step: int


def expiries(customer_id: int, found: FileRecords, day: date, policy: FilePolicy) -> list[Expiry]:
    """Return what of a file is past its day or near it, the most urgent first.

    Registry, visits and accounts are listed once they are too old; reports, securities and
    contracts from the first alert on. Worked: a guarantee that ends in 25 days is listed
    with the step of 30; one that ended 100 days ago no longer.
    """
    entries = [*_too_old(found, day, policy), *_ending(found, day, policy)]
    made = [
        Expiry(
            customer_id=customer_id,
            what=what,
            named=named,
            record_id=record_id,
            on=on,
            days_left=(on - day).days,
            step=_step((on - day).days, policy.alert_days),
        )
        for what, named, record_id, on in entries
    ]
    return sorted(made, key=lambda one: (one.on, one.record_id))


_Entry = tuple[Due, Pair, int, date]


def _step(left: int, steps: Sequence[int]) -> int:
    """Return the alert reached: the smallest step not below what is left, 0 when past."""
    return 0 if left < 0 else min((one for one in steps if left <= one), default=0)


def _too_old(found: FileRecords, day: date, policy: FilePolicy) -> Iterator[_Entry]:
    checked = _newest(found.registry, day)
    if checked is not None:
        until = checked.dated_on + timedelta(days=policy.registry_days)
        if until < day:
            yield Due.REGISTRY, _dated(("核查于", "checked on"), checked), checked.id, until
    visited = _newest(found.visits, day)
    if visited is not None:
        until = months_after(visited.dated_on, policy.visit_months)
        if until < day:
            yield Due.VISIT, _dated(("考察于", "visited on"), visited), visited.id, until
    ended = max(found.statements, key=lambda one: one.value.ended_on, default=None)
    if ended is not None:
        until = months_after(ended.value.ended_on, policy.statement_months)
        if until < day:
            yield Due.STATEMENTS, _one(str(ended.value.ended_on.year)), ended.id, until


def _ending(found: FileRecords, day: date, policy: FilePolicy) -> Iterator[_Entry]:
    first = max(policy.alert_days, default=0)

    def listed(on: date | None) -> bool:
        return on is not None and -policy.expired_days <= (on - day).days <= first

    for report in _newest_reports(found.reports, day):
        until = valid_until(report)
        if listed(until):
            yield Due.REPORT, _one(report.value.provider), report.id, until
    for security in found.securities:
        end = last_day(security)
        if end is not None and listed(end):
            told = TYPE_WORDS[security.value.type]
            giver = security.value.giver
            named = (f"{told[0]} {giver}".strip(), f"{told[1]} {giver}".strip())
            yield Due.SECURITY, named, security.id, end
    for contract in found.contracts:
        if contract.ends_on is not None and listed(contract.ends_on):
            yield Due.CONTRACT, _contract(contract), contract.id, contract.ends_on


def _newest(records: Sequence[Record[Any]], day: date) -> Record[Any] | None:
    known = [one for one in records if one.dated_on <= day]
    return max(known, key=lambda one: (one.dated_on, one.id), default=None)


def _newest_reports(
    records: Sequence[Record[CreditReport]], day: date
) -> list[Record[CreditReport]]:
    """Return the last report of each provider: an older one was renewed."""
    last: dict[str, Record[CreditReport]] = {}
    for one in sorted(records, key=lambda one: (one.dated_on, one.id)):
        if one.dated_on <= day:
            last[one.value.provider] = one
    return list(last.values())


def _dated(words: Pair, record: Record[Any]) -> Pair:
    zh, en = both(record.dated_on)
    return f"{words[0]} {zh}", f"{words[1]} {en}"


def _one(text: str) -> Pair:
    return (text, text)


def _contract(record: Record[Contract]) -> Pair:
    return _one(f"{record.value.number} {record.value.subject}".strip())
