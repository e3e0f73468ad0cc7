"""Contracts and what they say on payment: a check list of the clauses a seller needs.

Each clause that a contract has counts its points; 100 is a contract that says when to pay,
what lateness costs, who decides a dispute, where papers are served, and is signed. What
burdens the seller (invoice before payment, retention, no assignment) is named beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import ClassVar, Final

from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State
from domain.record import Record


class Penalty(StrEnum):
    """How lateness is charged."""

    DAILY_RATE = "daily_rate"
    FIXED = "fixed"
    LPR = "lpr"


class Forum(StrEnum):
    """Who decides a dispute."""

    OUR_COURT = "our_court"
    THEIR_COURT = "their_court"
    OTHER_COURT = "other_court"
    ARBITRATION = "arbitration"


class Clause(StrEnum):
    """The clauses of the check list."""

    PAYMENT = "payment"
    PENALTY = "penalty"
    FORUM = "forum"
    SERVICE = "service"
    TITLE = "title"
    SIGNED = "signed"


class Burden(StrEnum):
    """What makes collecting harder."""

    INVOICE_FIRST = "invoice_first"
    RETENTION = "retention"
    NO_ASSIGNMENT = "no_assignment"
    THEIR_COURT = "their_court"


PENALTY_WORDS: Final[dict[Penalty, Pair]] = {
    Penalty.DAILY_RATE: ("按日百分比", "Percent a day"),
    Penalty.LPR: ("按 LPR 加成", "LPR with a premium"),
    Penalty.FIXED: ("固定金额或比例", "Fixed sum or share"),
}
FORUM_WORDS: Final[dict[Forum, Pair]] = {
    Forum.OUR_COURT: ("我方所在地法院", "Court at our seat"),
    Forum.THEIR_COURT: ("对方所在地法院", "Court at their seat"),
    Forum.OTHER_COURT: ("其他约定法院", "Another court"),
    Forum.ARBITRATION: ("仲裁", "Arbitration"),
}
CLAUSE_WORDS: Final[dict[Clause, Pair]] = {
    Clause.PAYMENT: ("付款节点", "payment dates"),
    Clause.PENALTY: ("逾期违约金", "late-payment penalty"),
    Clause.FORUM: ("争议解决（管辖或仲裁）", "jurisdiction or arbitration"),
    Clause.SERVICE: ("送达地址", "address for service"),
    Clause.TITLE: ("所有权保留", "retention of title"),
    Clause.SIGNED: ("双方签章", "both signatures"),
}
BURDEN_WORDS: Final[dict[Burden, Pair]] = {
    Burden.INVOICE_FIRST: ("先票后款", "invoice before payment"),
    Burden.RETENTION: ("质保金", "retention money"),
    Burden.NO_ASSIGNMENT: ("债权不得转让", "no assignment"),
    Burden.THEIR_COURT: ("由对方所在地法院管辖", "court at their seat"),
}
#: Points of each clause; together 100.
POINTS: Final[dict[Clause, int]] = {
    Clause.PAYMENT: 25,
    Clause.PENALTY: 20,
    Clause.FORUM: 15,
    Clause.SERVICE: 15,
    Clause.TITLE: 5,
    Clause.SIGNED: 20,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A contract; the record's day is when it was signed, its last day when it ends.

    ``payment_nodes`` has one line each, beginning with its share where it has one:
    "30% 签约后 7 日内". ``penalty_rate`` and ``retention`` are percents.
    """

    KIND: ClassVar[str] = "contract"

    number: str
    subject: str = ""
    amount: int | None = None
    currency: str = ""
    payment_nodes: str = ""
    penalty: Penalty | None = None
    penalty_rate: Decimal | None = None
    forum: Forum | None = None
    forum_name: str = ""
    service_address: str = ""
    service_contact: str = ""
    title_retained: bool = False
    signed: bool = False
    invoice_first: bool = False
    retention: Decimal | None = None
    retention_until: date | None = None
    no_assignment: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCheck:
    """The check list of one contract: its score out of 100, what is missing, what burdens."""

    score: int
    missing: tuple[Clause, ...]
    burdens: tuple[Burden, ...]


def check_clauses(value: Contract) -> ClauseCheck:
    """Return the check list of a contract.

    Worked: payment dates, penalty and signatures only: 25 + 20 + 20 = 65, with jurisdiction,
    address for service and retention of title missing.
    """
    has = {
        Clause.PAYMENT: bool(value.payment_nodes.strip()),
        Clause.PENALTY: value.penalty is not None,
        Clause.FORUM: value.forum is not None,
        Clause.SERVICE: bool(value.service_address.strip()),
        Clause.TITLE: value.title_retained,
        Clause.SIGNED: value.signed,
    }
    burdens = {
        Burden.INVOICE_FIRST: value.invoice_first,
        Burden.RETENTION: bool(value.retention),
        Burden.NO_ASSIGNMENT: value.no_assignment,
        Burden.THEIR_COURT: value.forum is Forum.THEIR_COURT,
    }
    return ClauseCheck(
        score=sum(POINTS[clause] for clause, there in has.items() if there),
        missing=tuple(clause for clause, there in has.items() if not there),
        burdens=tuple(burden for burden, there in burdens.items() if there),
    )


def nodes_share(text: str) -> Decimal | None:
    """Return the percents of the payment nodes added up, None unless every line has one.

    Worked: "30% 签约" and "70 % 货到 60 天" → 100.
    """
    lines = [one.strip() for one in text.replace("％", "%").splitlines() if one.strip()]
    shares = [re.match(r"(\d{1,3}(?:\.\d+)?)\s*%", one) for one in lines]
    if not lines or not all(shares):
        return None
    try:
        return sum((Decimal(one.group(1)) for one in shares if one), Decimal(0))
    except InvalidOperation:
        return None


def _states(record: Record[Contract], day: date) -> list[Said]:
    checked = check_clauses(record.value)
    lacks = {Clause.PENALTY, Clause.FORUM, Clause.SERVICE} & set(checked.missing)
    words = (f"条款 {checked.score} 分", f"Clauses {checked.score}")
    found = [Said(state=State.NEAR if lacks else State.GOOD, words=words)]
    if record.ends_on is not None and record.ends_on < day:
        found.append(Said(state=State.PLAIN, words=("已到期", "Ended")))
    return found


def _remarks(value: Contract) -> list[Said]:
    checked, share = check_clauses(value), nodes_share(value.payment_nodes)
    found = []
    if checked.missing:
        zh = "、".join(CLAUSE_WORDS[one][0] for one in checked.missing)
        en = ", ".join(CLAUSE_WORDS[one][1] for one in checked.missing)
        found.append(Said(state=State.NEAR, words=(f"缺少条款：{zh}。", f"Missing: {en}.")))
    if checked.burdens:
        zh = "、".join(BURDEN_WORDS[one][0] for one in checked.burdens)
        en = ", ".join(BURDEN_WORDS[one][1] for one in checked.burdens)
        words = (f"对收款不利：{zh}。", f"Harder to collect: {en}.")
        found.append(Said(state=State.NEAR, words=words))
    if share is not None and share != 100:
        words = (
            f"付款节点合计 {share.normalize():f} %，不是 100 %。",
            f"The payment nodes add up to {share.normalize():f} %, not 100 %.",
        )
        found.append(Said(state=State.NEAR, words=words))
    return found


CONTRACT: Final = RecordForm(
    kind=Contract,
    words=("合同", "Contract"),
    dated=("签订日期", "Signed on"),
    ends=("到期日", "Ends on"),
    about=(
        "付款节点、违约金、管辖、送达地址逐项登记；签章件作为附件。",
        "Its clauses on payment, one by one; the signed copy is kept with it.",
    ),
    states=_states,
    remarks=_remarks,
    headline="number",
    fields=(
        FieldSpec(key="number", words=("合同号", "Contract number"), needed=True, width=130),
        FieldSpec(key="subject", words=("标的", "Subject"), width=180),
        FieldSpec(
            key="amount",
            words=("合同金额", "Amount"),
            shape=Shape.AMOUNT,
            currency="currency",
            least=0,
            width=120,
        ),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(
            key="payment_nodes",
            words=("付款节点", "Payment dates"),
            shape=Shape.LONG,
            hint=("每行一个：30% 签约后 7 日内", "One a line: 30% within 7 days of signing"),
        ),
        FieldSpec(
            key="penalty",
            words=("违约金方式", "Late-payment penalty"),
            shape=Shape.CHOICE,
            choices=PENALTY_WORDS,
        ),
        FieldSpec(
            key="penalty_rate",
            words=("违约金标准", "Penalty rate"),
            shape=Shape.DECIMAL,
            unit=("%", "%"),
            least=0,
        ),
        FieldSpec(
            key="forum",
            words=("争议解决", "Disputes go to"),
            shape=Shape.CHOICE,
            choices=FORUM_WORDS,
        ),
        FieldSpec(key="forum_name", words=("法院或仲裁机构", "Court or arbitrator")),
        FieldSpec(key="service_address", words=("送达地址", "Address for service")),
        FieldSpec(key="service_contact", words=("送达联系人、电话", "Contact for service")),
        FieldSpec(
            key="title_retained", words=("所有权保留", "Retention of title"), shape=Shape.YES_NO
        ),
        FieldSpec(key="signed", words=("双方已签章", "Signed by both"), shape=Shape.YES_NO),
        FieldSpec(
            key="invoice_first",
            words=("先开票后付款", "Invoice before payment"),
            shape=Shape.YES_NO,
        ),
        FieldSpec(
            key="retention",
            words=("质保金比例", "Retention money"),
            shape=Shape.DECIMAL,
            unit=("%", "%"),
            least=0,
            most=100,
        ),
        FieldSpec(key="retention_until", words=("质保金到期日", "Retention due"), shape=Shape.DATE),
        FieldSpec(
            key="no_assignment",
            words=("约定债权不得转让", "Claims must not be assigned"),
            shape=Shape.YES_NO,
            hint=(
                "金钱债权的此约定不得对抗第三人（民法典545条）",
                "For money it does not bind third parties (Civil Code 545)",
            ),
        ),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)
