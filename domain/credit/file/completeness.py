"""How complete a credit file is, by what the policy asks of customers of a grade and size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from domain.credit.file.contacts import Contact, CustomerAccount, Role
from domain.credit.file.contract import Contract
from domain.credit.file.credit_report import CreditReport, valid_on
from domain.credit.file.negative_event import NegativeEvent
from domain.credit.file.registry import RegistryFacts
from domain.credit.file.security import Security, in_force
from domain.credit.file.site_visit import SiteVisit
from domain.credit.file.size_class import BuyerType, SizeClass, type_on
from domain.fields import Pair
from domain.money import round_half_up
from domain.record import AttachmentRow, Record
from domain.terms import day_of_month


class Item(StrEnum):
    """What a file is made of."""

    REGISTRY = "registry"
    SIZE = "size"
    FINANCE_CONTACT = "finance_contact"
    BOSS_CONTACT = "boss_contact"
    ACCOUNT = "account"
    STATEMENTS = "statements"
    REPORT = "report"
    VISIT = "visit"
    CONTRACT = "contract"
    SIGNED_COPY = "signed_copy"
    SECURITY = "security"


ITEM_WORDS: Final[dict[Item, Pair]] = {
    Item.REGISTRY: ("工商登记", "registry facts"),
    Item.SIZE: ("规模与类型", "size and type"),
    Item.FINANCE_CONTACT: ("财务联系人", "finance contact"),
    Item.BOSS_CONTACT: ("负责人联系方式", "head of the firm"),
    Item.ACCOUNT: ("付款账户", "bank account"),
    Item.STATEMENTS: ("近三年财务报表", "three years of accounts"),
    Item.REPORT: ("有效资信报告", "valid credit report"),
    Item.VISIT: ("实地考察", "site visit"),
    Item.CONTRACT: ("合同", "contract"),
    Item.SIGNED_COPY: ("合同签章件", "signed copy of the contract"),
    Item.SECURITY: ("有效担保", "security in force"),
}

_ALL: Final = (Item.REGISTRY, Item.SIZE, Item.FINANCE_CONTACT, Item.CONTRACT)
_FULL: Final = (
    Item.BOSS_CONTACT,
    Item.ACCOUNT,
    Item.STATEMENTS,
    Item.REPORT,
    Item.VISIT,
    Item.SIGNED_COPY,
)
_RISKY: Final = (Item.ACCOUNT, Item.SIGNED_COPY, Item.SECURITY)
_PUBLIC: Final = (Item.STATEMENTS, Item.VISIT, Item.REPORT)


def _by_grade() -> dict[str, tuple[Item, ...]]:
    middle = (Item.ACCOUNT, Item.STATEMENTS, Item.VISIT, Item.SIGNED_COPY)
    full = dict.fromkeys(("AAA", "AA", "A"), _FULL)
    return {**full, "B": middle, "C": _RISKY, "D": _RISKY, "": (Item.ACCOUNT,)}


def _waived() -> dict[str, tuple[Item, ...]]:
    return {
        BuyerType.STATE_ORGAN.value: _PUBLIC,
        BuyerType.INSTITUTION.value: _PUBLIC,
        BuyerType.INDIVIDUAL.value: (Item.STATEMENTS, Item.REPORT),
        BuyerType.MICRO.value: (Item.REPORT,),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePolicy:
    """What a credit file must hold, and how long each part counts.

    Attributes:
        required: asked of every customer; ``by_grade`` adds to it ("" for no grade yet).
        waived: by type of buyer, what is not asked of it.
        registry_days: after how many days the register is to be looked up again.
        statement_months, visit_months: how long accounts (from their end) and visits count.
        alert_days: how long before its last day a security, report or contract is listed.
        expired_days: how long after it an expired one stays listed.
    """

    required: tuple[Item, ...] = _ALL
    by_grade: dict[str, tuple[Item, ...]] = field(default_factory=_by_grade)
    waived: dict[str, tuple[Item, ...]] = field(default_factory=_waived)
    registry_days: int = 180
    statement_months: int = 12
    visit_months: int = 12
    alert_days: tuple[int, ...] = (60, 30, 7)
    expired_days: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAccounts:
    """Annual accounts as far as the file looks at them: the day the year ended."""

    KIND: ClassVar[str] = "financial_statement"

    ended_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGrade:
    """An assessment as far as the file looks at it: its grade."""

    KIND: ClassVar[str] = "assessment"

    grade: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecords:
    """All that a file holds up to a day, each kind by its day.

    ``grade`` is that of the last assessment, "" for none.
    """

    registry: list[Record[RegistryFacts]] = field(default_factory=list)
    sizes: list[Record[SizeClass]] = field(default_factory=list)
    contacts: list[Record[Contact]] = field(default_factory=list)
    accounts: list[Record[CustomerAccount]] = field(default_factory=list)
    reports: list[Record[CreditReport]] = field(default_factory=list)
    visits: list[Record[SiteVisit]] = field(default_factory=list)
    contracts: list[Record[Contract]] = field(default_factory=list)
    securities: list[Record[Security]] = field(default_factory=list)
    events: list[Record[NegativeEvent]] = field(default_factory=list)
    statements: list[Record[KeptAccounts]] = field(default_factory=list)
    files: list[AttachmentRow] = field(default_factory=list)
    grade: str = ""


class ItemState(StrEnum):
    """Whether a part is there and still counts."""

    THERE = "there"
    OLD = "old"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How complete a file is: what was asked for, in order, with its state.

    ``percent`` is the share of what is there and counts, rounded half up; 100 where nothing
    is asked. Worked: 4 of 7 → 57.
    """

    items: tuple[tuple[Item, ItemState], ...]
    percent: int

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is not there at all."""
        return tuple(item for item, state in self.items if state is ItemState.MISSING)

    @property
    def old(self) -> tuple[Item, ...]:
        """What is there but no longer counts."""
        return tuple(item for item, state in self.items if state is ItemState.OLD)


def asked_for(policy: FilePolicy, grade: str, buyer: BuyerType | None) -> tuple[Item, ...]:
    """Return what the file of a customer of a grade and type must hold, in order."""
    more = policy.by_grade.get(grade, policy.by_grade.get("", ()))
    waived = policy.waived.get(buyer.value, ()) if buyer is not None else ()
    wanted = {*policy.required, *more} - set(waived)
    return tuple(item for item in Item if item in wanted)


def completeness(found: FileRecords, day: date, policy: FilePolicy) -> Completeness:
    """Return how complete a file is on a day."""
    asked = asked_for(policy, found.grade, type_on(found.sizes, day))
    items = tuple((item, _state(item, found, day, policy)) for item in asked)
    there = sum(state is ItemState.THERE for _item, state in items)
    percent = round_half_up(there * 100, len(items)) if items else 100
    return Completeness(items=items, percent=percent)


def _state(item: Item, found: FileRecords, day: date, policy: FilePolicy) -> ItemState:
    has, counts = _HELD[item](found, day, policy)
    if not has:
        return ItemState.MISSING
    return ItemState.THERE if counts else ItemState.OLD


def _registry(found: FileRecords, day: date, policy: FilePolicy) -> tuple[bool, bool]:
    since = day - timedelta(days=policy.registry_days)
    return bool(found.registry), any(one.dated_on >= since for one in found.registry)


def _contact(role: Role) -> _Held:
    def held(found: FileRecords, day: date, _policy: FilePolicy) -> tuple[bool, bool]:
        known = [one for one in found.contacts if one.value.role is role]
        return bool(known), any(one.holds_on(day) for one in known)

    return held


def _statements(found: FileRecords, day: date, policy: FilePolicy) -> tuple[bool, bool]:
    ends = {one.value.ended_on for one in found.statements}
    if len({one.year for one in ends}) < 3:
        return False, False
    return True, months_after(max(ends), policy.statement_months) >= day


def _visit(found: FileRecords, day: date, policy: FilePolicy) -> tuple[bool, bool]:
    counts = [months_after(one.dated_on, policy.visit_months) >= day for one in found.visits]
    return bool(counts), any(counts)


def _contract(found: FileRecords, day: date, _policy: FilePolicy) -> tuple[bool, bool]:
    return bool(found.contracts), any(one.holds_on(day) for one in found.contracts)


def _signed(found: FileRecords, _day: date, _policy: FilePolicy) -> tuple[bool, bool]:
    contracts = {f"record/{one.id}" for one in found.contracts}
    there = any(one.attachment.subject in contracts for one in found.files)
    return there, there


def months_after(on: date, months: int) -> date:
    """Return the day so many months later, the month's last where it has fewer days."""
    return day_of_month(on.year, on.month + months, on.day)


_Held = Callable[[FileRecords, date, FilePolicy], tuple[bool, bool]]

#: Part → whether it is there, and whether it counts on the day.
_HELD: Final[dict[Item, _Held]] = {
    Item.REGISTRY: _registry,
    Item.SIZE: lambda found, _day, _policy: (bool(found.sizes), True),
    Item.FINANCE_CONTACT: _contact(Role.FINANCE),
    Item.BOSS_CONTACT: _contact(Role.BOSS),
    Item.ACCOUNT: lambda found, _day, _policy: (bool(found.accounts), True),
    Item.STATEMENTS: _statements,
    Item.REPORT: lambda found, day, _policy: (
        bool(found.reports),
        bool(valid_on(found.reports, day)),
    ),
    Item.VISIT: _visit,
    Item.CONTRACT: _contract,
    Item.SIGNED_COPY: _signed,
    Item.SECURITY: lambda found, day, _policy: (
        bool(found.securities),
        bool(in_force(found.securities, day)),
    ),
}
