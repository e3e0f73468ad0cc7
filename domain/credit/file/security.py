"""Securities for what a customer owes: deposits, guarantees, pledges, letters of credit.

Rules of the Civil Code that decide what a security is worth:

* 586: a deposit (定金) above 20 % of the contract has no effect as such for the excess.
* 686: a guarantee that does not say which kind is a general one (一般保证).
* 692: a guarantee period that was not agreed, or ends on or before the debt's maturity, is
  six months from maturity; it is never interrupted or extended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State, both
from domain.money import round_half_up
from domain.record import Record
from domain.terms import day_of_month

#: Months of the guarantee period where none was agreed (692).
DEFAULT_MONTHS: Final = 6
#: Days after shipment within which papers are presented under a letter of credit.
PRESENTATION_DAYS: Final = 21
#: Most of a contract, in percent, that a deposit secures as a deposit (586).
DEPOSIT_PERCENT: Final = 20


class SecurityType(StrEnum):
    """What secures the debt."""

    PREPAYMENT = "prepayment"
    DEPOSIT = "deposit"
    BANK_GUARANTEE = "bank_guarantee"
    GUARANTEE = "guarantee"
    PLEDGE = "pledge"
    MORTGAGE = "mortgage"
    LETTER_OF_CREDIT = "letter_of_credit"
    TITLE_RETENTION = "title_retention"


class GuaranteeType(StrEnum):
    """Whether a guarantor may send the creditor to the debtor first."""

    GENERAL = "general"
    JOINT = "joint"


TYPE_WORDS: Final[dict[SecurityType, Pair]] = {
    SecurityType.PREPAYMENT: ("预付款", "Prepayment"),
    SecurityType.DEPOSIT: ("定金", "Deposit (定金)"),
    SecurityType.BANK_GUARANTEE: ("银行保函", "Bank guarantee"),
    SecurityType.GUARANTEE: ("保证", "Guarantee"),
    SecurityType.PLEDGE: ("质押", "Pledge"),
    SecurityType.MORTGAGE: ("抵押", "Mortgage"),
    SecurityType.LETTER_OF_CREDIT: ("信用证", "Letter of credit"),
    SecurityType.TITLE_RETENTION: ("所有权保留", "Retention of title"),
}
GUARANTEE_WORDS: Final[dict[GuaranteeType, Pair]] = {
    GuaranteeType.JOINT: ("连带责任保证", "Joint and several"),
    GuaranteeType.GENERAL: ("一般保证", "General"),
}
#: Securities whose last day ends them: they are watched before it.
EXPIRING: Final = frozenset(
    {SecurityType.BANK_GUARANTEE, SecurityType.GUARANTEE, SecurityType.LETTER_OF_CREDIT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """A security from the record's day to its last; amounts in ``currency``.

    ``guarantee_type`` None: not stated, which makes it a general one. ``debt_due_on`` is the
    maturity of what it secures; ``contract_amount`` what a deposit is measured by.
    """

    KIND: ClassVar[str] = "security"

    type: SecurityType
    amount: int | None = None
    currency: str = ""
    number: str = ""
    giver: str = ""
    guarantee_type: GuaranteeType | None = None
    debts: str = ""
    debt_due_on: date | None = None
    contract_amount: int | None = None
    latest_shipment: date | None = None
    note: str = ""


def guarantee_type(value: Security) -> GuaranteeType | None:
    """Return which kind a guarantee is; not stated, it is general (686). None for others."""
    if value.type is not SecurityType.GUARANTEE:
        return None
    return value.guarantee_type or GuaranteeType.GENERAL


def last_day(record: Record[Security]) -> date | None:
    """Return the last day of a security, None where it has none.

    Of a guarantee without an agreed period, or one that ends on or before maturity: six
    months from maturity (692). Worked: maturity 2026-08-31, nothing agreed → 2027-02-28.
    """
    due = record.value.debt_due_on
    if record.value.type is not SecurityType.GUARANTEE or due is None:
        return record.ends_on
    if record.ends_on is not None and record.ends_on > due:
        return record.ends_on
    return day_of_month(due.year, due.month + DEFAULT_MONTHS, due.day)


def in_force(records: list[Record[Security]], day: date) -> list[Record[Security]]:
    """Return the securities that hold on a day."""
    return [one for one in records if one.dated_on <= day <= (last_day(one) or day)]


def secured(records: list[Record[Security]], day: date, currency: str, base: str) -> int:
    """Return what securities in force cover in a currency, in minor units.

    Retention of title has no amount of its own and covers nothing here.
    """
    return sum(
        one.value.amount or 0
        for one in in_force(records, day)
        if (one.value.currency or base) == currency
        and one.value.type is not SecurityType.TITLE_RETENTION
    )


def deposit_excess(value: Security) -> int:
    """Return what of a deposit lies above 20 % of its contract and is no deposit in law (586).

    Worked: 25,000.00 on a contract of 100,000.00 → 5,000.00.
    """
    if value.type is not SecurityType.DEPOSIT or not value.contract_amount or not value.amount:
        return 0
    most = round_half_up(value.contract_amount * DEPOSIT_PERCENT, 100)
    return max(0, value.amount - most)


def presentation_end(record: Record[Security]) -> date | None:
    """Return the last day to present papers under a letter of credit, None where unknown.

    21 days after the latest shipment, but not after its expiry (UCP 600, 14 c).
    """
    shipped = record.value.latest_shipment
    if record.value.type is not SecurityType.LETTER_OF_CREDIT or shipped is None:
        return None
    until = shipped + timedelta(days=PRESENTATION_DAYS)
    return until if record.ends_on is None else min(until, record.ends_on)


def _derived(record: Record[Security]) -> list[tuple[Pair, Pair]]:
    found: list[tuple[Pair, Pair]] = []
    end = last_day(record)
    if end is not None and end != record.ends_on:
        zh, en = both(end)
        words = (
            f"{zh}（未约定，为到期后六个月）",
            f"{en} (not agreed: six months from maturity)",
        )
        found.append((("保证期间届满", "Guarantee period ends"), words))
    present = presentation_end(record)
    if present is not None:
        found.append((("最迟交单日", "Present papers by"), both(present)))
    return found


def _percent(part: int, whole: int) -> str:
    """Return a share in percent with one decimal: 25,000 of 100,000 → "25.0"."""
    tenths = round_half_up(part * 1000, whole)
    return f"{tenths // 10}.{tenths % 10}"


def _states(record: Record[Security], day: date) -> list[Said]:
    end = last_day(record)
    if end is None:
        return []
    left = (end - day).days
    if left < 0:
        return [Said(state=State.BAD, words=("已到期", "Expired"))]
    if record.value.type in EXPIRING and left <= 60:
        return [Said(state=State.NEAR, words=(f"剩 {left} 天", f"{left} days left"))]
    return [Said(state=State.GOOD, words=("有效", "In force"))]


def _remarks(value: Security) -> list[Said]:
    found = []
    if deposit_excess(value):
        percent = _percent(value.amount or 0, value.contract_amount or 1)
        words = (
            f"定金为合同金额的 {percent} %，超过 20 % 的部分不产生定金效力（民法典586条）。",
            f"{percent} % of the contract: above 20 % it has no effect as a deposit (586).",
        )
        found.append(Said(state=State.NEAR, words=words))
    if value.type is SecurityType.GUARANTEE and value.guarantee_type is None:
        words = (
            "未写明保证方式，按一般保证处理（民法典686条）：须先诉讼执行债务人。",
            (
                "Kind not stated: a general guarantee (Civil Code 686); the debtor must be sued "
                "and enforced against first."
            ),
        )
        found.append(Said(state=State.NEAR, words=words))
    if value.type is SecurityType.GUARANTEE and value.debt_due_on is None:
        words = (
            "未登记主债务到期日，算不出保证期间。",
            "Without the debt's maturity the guarantee period is unknown.",
        )
        found.append(Said(state=State.NEAR, words=words))
    return found


SECURITY: Final = RecordForm(
    kind=Security,
    words=("担保", "Security"),
    dated=("起始日", "From"),
    ends=("到期日／保证期间届满", "Ends, or end of guarantee period"),
    about=(
        "保证期间未约定的，为主债务到期后六个月（民法典692条）。仅为提醒，不构成法律意见。",
        (
            "A guarantee period not agreed is six months from maturity (Civil Code 692) and is "
            "never extended. A reminder only; this is not legal advice."
        ),
    ),
    states=_states,
    remarks=_remarks,
    derived=_derived,
    headline="type",
    fields=(
        FieldSpec(
            key="type",
            words=("担保种类", "Kind"),
            shape=Shape.CHOICE,
            choices=TYPE_WORDS,
            needed=True,
            width=110,
        ),
        FieldSpec(
            key="amount",
            words=("担保金额", "Amount"),
            shape=Shape.AMOUNT,
            currency="currency",
            least=0,
            width=120,
        ),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(key="giver", words=("担保人、开立行", "Given by"), width=180),
        FieldSpec(key="number", words=("编号", "Number")),
        FieldSpec(
            key="guarantee_type",
            words=("保证方式", "Kind of guarantee"),
            shape=Shape.CHOICE,
            choices=GUARANTEE_WORDS,
        ),
        FieldSpec(key="debts", words=("担保的债权", "Debts secured"), shape=Shape.LONG),
        FieldSpec(
            key="debt_due_on", words=("主债务到期日", "Maturity of the debt"), shape=Shape.DATE
        ),
        FieldSpec(
            key="contract_amount",
            words=("主合同金额", "Amount of the contract"),
            shape=Shape.AMOUNT,
            currency="currency",
            least=0,
            hint=("用于定金 20 % 上限", "For the 20 % limit of a deposit"),
        ),
        FieldSpec(
            key="latest_shipment",
            words=("信用证最迟装运日", "Latest shipment (letter of credit)"),
            shape=Shape.DATE,
        ),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)
