"""How records of cover, and the acts on them, are asked for: their fields in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from domain.cover.assignment import AssignmentEnd
from domain.cover.claims import ClaimRecovery, ClaimState, ClaimStep
from domain.cover.guarantee import Deed, SecurityAct
from domain.cover.insurance import AdverseInformation, BuyerLimit, Cause, InsurancePolicy
from domain.cover.wording import CAUSES
from domain.fields import FieldSpec, RecordForm, Said, Shape, State
from domain.record import Record

_DAYS: Final = ("天", "days")
_MONTHS: Final = ("个月", "months")
_NOTE: Final = FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG)


def _number(key: str, zh: str, en: str, unit: tuple[str, str], *, width: int = 0) -> FieldSpec:
    return FieldSpec(
        key=key,
        words=(zh, en),
        shape=Shape.WHOLE,
        needed=True,
        unit=unit,
        least=0,
        width=width,
    )


def _amount(key: str, zh: str, en: str, *, needed: bool = False) -> FieldSpec:
    return FieldSpec(
        key=key,
        words=(zh, en),
        shape=Shape.AMOUNT,
        needed=needed,
        least=0,
        currency="currency",
    )


def _policy_states(record: Record[InsurancePolicy], day: date) -> list[Said]:
    if day < record.dated_on:
        return [Said(state=State.PLAIN, words=("未生效", "Not yet in force"))]
    if not record.holds_on(day):
        return [Said(state=State.BAD, words=("已到期", "Expired"))]
    left = ((record.ends_on or date.max) - day).days
    if left <= 30:
        return [Said(state=State.NEAR, words=(f"剩 {left} 天", f"{left} days left"))]
    return [Said(state=State.GOOD, words=("有效", "In force"))]


POLICY: Final = RecordForm(
    kind=InsurancePolicy,
    words=("信用保险单", "Credit insurance policy"),
    dated=("起保日", "From"),
    ends=("终保日", "To"),
    about=(
        "各项期限和比例以保单为准，逐项照录。一个客户的单据适用其币种相同的保单。",
        "Enter every term as the policy has it. A debt falls under a policy of its currency.",
    ),
    states=_policy_states,
    headline="number",
    fields=(
        FieldSpec(key="number", words=("保险单号", "Number"), needed=True, width=120),
        FieldSpec(key="insurer", words=("保险人", "Insurer"), needed=True, width=160),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(
            key="insured_percent",
            words=("承保比例", "Insured share"),
            shape=Shape.DECIMAL,
            needed=True,
            unit=("%", "%"),
            least=0,
            most=100,
            width=80,
        ),
        _number("max_term_days", "最长付款期限", "Longest term", _DAYS),
        _number("mep_days", "最长延长期限", "Longest extension", _DAYS, width=96),
        _number("noa_days", "延长期满后报损期限", "Notify within, after that", _DAYS),
        _number("waiting_months", "报损后等待期", "Waiting period", _MONTHS),
        _number("claim_window_months", "延长期满后索赔期限", "Claim within, after that", _MONTHS),
        _number("declare_days", "月后申报期限", "Declare within, after a month", _DAYS),
        FieldSpec(
            key="stop_ship_days",
            words=("逾期停运天数", "Stop shipping when overdue by"),
            shape=Shape.WHOLE,
            unit=_DAYS,
            least=0,
            hint=("不填：延长期满起停运", "Empty: from the end of the extension"),
        ),
        _amount("deductible_minor", "自负额", "Deductible"),
        _amount("maximum_minor", "最高赔偿限额", "Maximum of the policy"),
        _amount("discretionary_minor", "自行掌握限额", "Discretionary limit"),
        FieldSpec(
            key="countries",
            words=("承保国别", "Countries"),
            hint=("国家代码，用逗号分隔；不填：不限", "Codes, by commas; empty: all"),
        ),
        FieldSpec(
            key="related",
            words=("不承保的关联客户", "Related customers, not covered"),
            hint=("客户编号，用逗号分隔", "Customer codes, by commas"),
        ),
        FieldSpec(key="address", words=("保险人地址", "Insurer's address")),
        FieldSpec(key="contact", words=("联系人", "Contact")),
        _NOTE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitTyped:
    """A buyer's limit as typed: the amount in the policy's currency."""

    KIND: ClassVar[str] = "buyer_limit"

    policy: str
    amount_minor: int
    currency: str = ""
    number: str = ""
    conditions: str = ""

    def limit(self) -> BuyerLimit:
        """Return the limit to be kept."""
        return BuyerLimit(
            policy=self.policy,
            amount_minor=self.amount_minor,
            number=self.number,
            conditions=self.conditions,
        )


LIMIT: Final = RecordForm(
    kind=LimitTyped,
    words=("买方信用限额", "Buyer limit"),
    dated=("生效日", "From"),
    ends=("失效日", "To"),
    about=(
        "调整或撤销时新增一条并填新的生效日；撤销填 0。此前已出运的仍按原限额。",
        (
            "Add another with its day to change it; 0 withdraws. Earlier shipments keep the "
            "limit of their day."
        ),
    ),
    files=False,
    fields=(
        FieldSpec(key="policy", words=("保险单号", "Policy"), needed=True),
        _amount("amount_minor", "限额", "Limit", needed=True),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(key="number", words=("限额编号", "Number")),
        FieldSpec(key="conditions", words=("附加条件", "Conditions"), shape=Shape.LONG),
    ),
)

ADVERSE: Final = RecordForm(
    kind=AdverseInformation,
    words=("风险异动", "Adverse information"),
    dated=("知悉日", "Known on"),
    about=(
        "自知悉之次日起对该买方的出货不再承保；并应及时通知保险人（保险法52条）。",
        "Shipments after this day are not covered; tell the insurer at once (Insurance Law 52).",
    ),
    files=False,
    fields=(
        FieldSpec(key="what", words=("异动内容", "What became known"), needed=True),
        FieldSpec(key="source", words=("来源", "Source")),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTyped:
    """What is typed for a notice of possible loss."""

    KIND: ClassVar[str] = "loss_notice"

    cause: Cause
    known_on: date
    measures: str = ""
    in_transit: str = ""
    security: str = ""


_CAUSE: Final = FieldSpec(
    key="cause",
    words=("致损原因", "Cause"),
    shape=Shape.CHOICE,
    choices=CAUSES,
    needed=True,
)
_KNOWN: Final = FieldSpec(
    key="known_on", words=("知悉风险异动日", "Known on"), shape=Shape.DATE, needed=True
)
_MEASURES: Final = FieldSpec(
    key="measures", words=("已采取的减损措施", "Measures taken"), shape=Shape.LONG
)

NOTICE: Final = RecordForm(
    kind=NoticeTyped,
    words=("可能损失通知书", "Notice of possible loss"),
    dated=("报损日", "Notified on"),
    about=(
        "编号并保存《可能损失通知书》，含该买方所选的承保单据；最近付款、催收记录由账套带出。",
        (
            "Numbers and keeps the notice with the chosen debts of this buyer. Last payment and "
            "letters are taken from the book."
        ),
    ),
    files=False,
    fields=(
        _CAUSE,
        _KNOWN,
        _MEASURES,
        FieldSpec(key="in_transit", words=("在途及未发货", "In transit, not shipped")),
        FieldSpec(
            key="security",
            words=("担保", "Security"),
            hint=("不填：按信用档案", "Empty: as the credit file has it"),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTyped:
    """What is typed for a claim."""

    KIND: ClassVar[str] = "insurance_claim"

    cause: Cause
    known_on: date
    deductions_minor: int = 0
    measures: str = ""


CLAIM: Final = RecordForm(
    kind=ClaimTyped,
    words=("索赔申请书", "Application for indemnity"),
    dated=("索赔日", "Filed on"),
    about=(
        "损失 = 未收 − 扣减 − 争议；赔付 = min(损失, 限额) × 承保比例 − 自负额。",
        "Loss = open − deductions − disputed; indemnity = min(loss, limit) × share − deductible.",
    ),
    files=False,
    fields=(
        _CAUSE,
        _KNOWN,
        FieldSpec(
            key="deductions_minor",
            words=("未入账的贷项、抵销", "Credits and set-offs not booked"),
            shape=Shape.AMOUNT,
            least=0,
        ),
        _MEASURES,
    ),
)

STEP: Final = RecordForm(
    kind=ClaimStep,
    words=("理赔进展", "Answer to the claim"),
    dated=("日期", "On"),
    files=False,
    fields=(
        FieldSpec(
            key="state",
            words=("进展", "State"),
            shape=Shape.CHOICE,
            needed=True,
            choices={
                ClaimState.DOCUMENTS_ASKED: ("要求补充单证", "Documents asked for"),
                ClaimState.ACCEPTED: ("核定赔付", "Accepted"),
                ClaimState.PAID: ("已赔付", "Paid"),
                ClaimState.REFUSED: ("拒赔", "Refused"),
                ClaimState.CLOSED: ("结案", "Closed"),
            },
        ),
        FieldSpec(
            key="amount_minor",
            words=("核定或赔付金额", "Amount accepted or paid"),
            shape=Shape.AMOUNT,
            least=0,
        ),
        _NOTE,
    ),
)

RECOVERY: Final = RecordForm(
    kind=ClaimRecovery,
    words=("追回款", "Recovery"),
    dated=("收到日", "Received on"),
    about=(
        "赔付后追回的款项按双方承担损失的比例分配。",
        "What comes back after payment is shared as the loss was borne.",
    ),
    files=False,
    fields=(
        FieldSpec(
            key="amount_minor",
            words=("追回金额", "Amount"),
            shape=Shape.AMOUNT,
            needed=True,
            least=0,
        ),
        FieldSpec(key="source", words=("来源", "From")),
    ),
)


def deed_form(deeds: dict[Deed, tuple[str, str]]) -> RecordForm[SecurityAct]:
    """Return the form of an act on a security, offering some deeds."""
    return RecordForm(
        kind=SecurityAct,
        words=("办理情况", "What was done"),
        dated=("日期（函件按到达日）", "On (a letter: the day it arrived)"),
        files=False,
        fields=(
            FieldSpec(
                key="deed",
                words=("事项", "Act"),
                shape=Shape.CHOICE,
                needed=True,
                choices=deeds,
            ),
            _NOTE,
        ),
    )


GUARANTEE_ACT: Final = deed_form(
    {
        Deed.SUED: ("对债务人起诉或申请仲裁", "Debtor sued, or arbitration asked for"),
        Deed.DEMANDED: ("要求保证人承担保证责任", "Guarantor asked to perform"),
    }
)
CREDIT_ACT: Final = deed_form(
    {
        Deed.SHIPPED: ("货物已装运", "Goods shipped"),
        Deed.PRESENTED: ("单据已提交银行", "Documents presented to the bank"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentTyped:
    """What is typed for an assignment; the documents are ticked beside it."""

    KIND: ClassVar[str] = "assignment"

    assignee: str
    contract_number: str
    currency: str = ""
    is_factor: bool = True
    recourse: bool = True
    advance_percent: Decimal | None = None
    fee_minor: int | None = None
    account: str = ""
    note: str = ""


ASSIGN: Final = RecordForm(
    kind=AssignmentTyped,
    words=("应收账款转让", "Assignment of receivables"),
    dated=("合同日期", "Date of the contract"),
    about=(
        "金钱债权的禁止转让约定不得对抗第三人（民法典545条）；通知到达债务人后对其生效（546条）。",
        (
            "A clause against assignment binds no third party for debts of money (Civil Code 545); "
            "the debtor is bound once the notice arrives (546)."
        ),
    ),
    files=False,
    fields=(
        FieldSpec(key="assignee", words=("受让人", "Assignee"), needed=True),
        FieldSpec(
            key="is_factor", words=("受让人是保理人", "Assignee is a factor"), shape=Shape.YES_NO
        ),
        FieldSpec(key="recourse", words=("有追索权", "With recourse"), shape=Shape.YES_NO),
        FieldSpec(key="contract_number", words=("转让合同编号", "Contract number"), needed=True),
        FieldSpec(
            key="advance_percent",
            words=("预付比例", "Advance"),
            shape=Shape.DECIMAL,
            unit=("%", "%"),
            least=0,
            most=100,
        ),
        FieldSpec(
            key="fee_minor",
            words=("费用", "Fee"),
            shape=Shape.AMOUNT,
            least=0,
            currency="currency",
        ),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(key="account", words=("受让人收款账户", "Assignee's account")),
        _NOTE,
    ),
)

END: Final = RecordForm(
    kind=AssignmentEnd,
    words=("转让终结", "End of the assignment"),
    dated=("日期", "On"),
    about=(
        "勾选：债务人已付清。不勾选：到期未付，由我司回购，单据可再次转让。",
        (
            "Ticked: the debtor paid. Not ticked: unpaid and bought back; its debts can be "
            "assigned again."
        ),
    ),
    files=False,
    fields=(
        FieldSpec(key="paid", words=("债务人已付款", "Debtor has paid"), shape=Shape.YES_NO),
        _NOTE,
    ),
)
