"""What the register of companies says of a customer, on the day it was looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from domain.errors import BadTaxNumber
from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State
from domain.record import Record
from domain.tax_id import is_valid_uscc, suggested_uscc


class RegistryStatus(StrEnum):
    """How a firm stands in the register: 存续 or 在业 trade, all others do not or warn."""

    EXISTING = "existing"
    OPERATING = "operating"
    REVOKED = "revoked"
    CANCELLED = "cancelled"
    MOVED_OUT = "moved_out"
    ABNORMAL = "abnormal"
    SERIOUS = "serious"


#: States in which credit may be given.
GOOD: Final = frozenset({RegistryStatus.EXISTING, RegistryStatus.OPERATING})

STATUS_WORDS: Final[dict[RegistryStatus, Pair]] = {
    RegistryStatus.EXISTING: ("存续", "Existing"),
    RegistryStatus.OPERATING: ("在业", "Operating"),
    RegistryStatus.ABNORMAL: ("经营异常", "Listed as abnormal"),
    RegistryStatus.SERIOUS: ("严重违法失信", "Seriously in breach"),
    RegistryStatus.MOVED_OUT: ("迁出", "Moved out"),
    RegistryStatus.REVOKED: ("吊销", "Licence revoked"),
    RegistryStatus.CANCELLED: ("注销", "Struck off"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryFacts:
    """An extract of the register; the record's day is the day it was checked.

    ``uscc`` is empty for a firm registered abroad, whose ``register_number`` counts.
    """

    KIND: ClassVar[str] = "registry_facts"

    status: RegistryStatus
    uscc: str = ""
    register_number: str = ""
    legal_representative: str = ""
    capital: int | None = None
    capital_currency: str = ""
    founded_on: date | None = None
    address: str = ""
    scope: str = ""
    source: str = ""
    note: str = ""


def blocks(status: RegistryStatus) -> bool:
    """Whether a firm of this state gets no credit."""
    return status not in GOOD


def latest(records: list[Record[RegistryFacts]], day: date) -> Record[RegistryFacts] | None:
    """Return the extract in force on a day: the latest checked not after it."""
    known = [one for one in records if one.dated_on <= day]
    return max(known, key=lambda one: (one.dated_on, one.id), default=None)


def check_registry(value: RegistryFacts) -> None:
    """Refuse a credit code whose check digit is wrong.

    Raises:
        BadTaxNumber: with the code that was probably meant, "" for none.
    """
    if value.uscc and not is_valid_uscc(value.uscc):
        raise BadTaxNumber(number=value.uscc, meant=suggested_uscc(value.uscc), field="uscc")


def _states(record: Record[RegistryFacts], _day: date) -> list[Said]:
    state = State.BAD if blocks(record.value.status) else State.GOOD
    return [Said(state=state, words=STATUS_WORDS[record.value.status])]


def _remarks(value: RegistryFacts) -> list[Said]:
    if not blocks(value.status):
        return []
    words = (
        "登记状态不是存续、在业：在状态恢复前不应给予信用。",
        "Not in good standing in the register: no credit until it is.",
    )
    return [Said(state=State.BAD, words=words)]


REGISTRY: Final = RecordForm(
    kind=RegistryFacts,
    words=("工商登记", "Registry facts"),
    dated=("核查日期", "Checked on"),
    about=(
        "国家企业信用信息公示系统等登记信息；每次核查另记一条。",
        "What the register of companies says; each check is a record of its own.",
    ),
    states=_states,
    remarks=_remarks,
    rule=check_registry,
    headline="uscc",
    fields=(
        FieldSpec(
            key="uscc",
            words=("统一社会信用代码", "Credit code (USCC)"),
            hint=("18 位，自动核对校验码", "18 characters; the check digit is verified"),
            width=160,
        ),
        FieldSpec(
            key="status",
            words=("登记状态", "Status"),
            shape=Shape.CHOICE,
            choices=STATUS_WORDS,
            needed=True,
        ),
        FieldSpec(
            key="legal_representative",
            words=("法定代表人", "Legal representative"),
            width=90,
        ),
        FieldSpec(
            key="capital",
            words=("注册资本", "Registered capital"),
            shape=Shape.AMOUNT,
            currency="capital_currency",
            least=0,
            width=120,
        ),
        FieldSpec(key="capital_currency", words=("资本币种", "Its currency"), shape=Shape.CURRENCY),
        FieldSpec(key="founded_on", words=("成立日期", "Founded on"), shape=Shape.DATE, width=84),
        FieldSpec(key="register_number", words=("境外登记号", "Register number abroad")),
        FieldSpec(key="address", words=("注册地址", "Registered address")),
        FieldSpec(key="scope", words=("经营范围", "Scope of business"), shape=Shape.LONG),
        FieldSpec(key="source", words=("来源", "Source")),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)
