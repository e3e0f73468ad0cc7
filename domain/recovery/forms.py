"""How hand-overs, cases and their steps are asked for and shown."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State
from domain.recovery.court_case import (
    WITH_AMOUNT,
    WITH_DAY,
    CaseStep,
    CourtCase,
    Due,
    Route,
    Step,
)
from domain.recovery.hand_over import HandOver, HandOverState, HandOverStep, Happened, Party

PARTIES: Final[dict[Party, Pair]] = {
    Party.AGENCY: ("催收机构", "Collection agency"),
    Party.LAWYER: ("律师", "Lawyer"),
}
HAPPENED: Final[dict[Happened, Pair]] = {
    Happened.RECOVERED: ("收回款项", "Money recovered"),
    Happened.COST: ("支付费用", "Cost paid"),
    Happened.NEWS: ("进展", "News"),
    Happened.CLOSED: ("办结", "Ended"),
    Happened.RETURNED: ("撤回委托", "Taken back"),
}
HAND_OVER_STATES: Final[dict[HandOverState, Pair]] = {
    HandOverState.OPEN: ("办理中", "At work"),
    HandOverState.CLOSED: ("办结", "Ended"),
    HandOverState.RETURNED: ("已撤回", "Taken back"),
}
ROUTES: Final[dict[Route, Pair]] = {
    Route.PAYMENT_ORDER: ("支付令", "Payment order"),
    Route.PRESERVATION: ("诉前保全", "Pre-suit preservation"),
    Route.LAWSUIT: ("诉讼", "Lawsuit"),
    Route.ARBITRATION: ("仲裁", "Arbitration"),
    Route.BANKRUPTCY: ("破产债权", "Bankruptcy claim"),
}
STEPS: Final[dict[Step, Pair]] = {
    Step.ORDER_APPLIED: ("申请支付令", "Payment order applied for"),
    Step.ORDER_ACCEPTED: ("支付令申请受理", "Application accepted"),
    Step.ORDER_ISSUED: ("支付令发出", "Payment order issued"),
    Step.ORDER_SERVED: ("支付令送达债务人", "Payment order served"),
    Step.ORDER_OBJECTED: ("债务人提出异议", "Debtor objected"),
    Step.PRESERVATION_APPLIED: ("申请诉前保全", "Preservation applied for"),
    Step.PRESERVED: ("采取保全措施", "Assets preserved"),
    Step.FILED: ("起诉（立案）", "Suit filed"),
    Step.ARBITRATION_FILED: ("申请仲裁", "Arbitration filed"),
    Step.HEARING: ("通知开庭", "Summoned to a hearing"),
    Step.JUDGMENT: ("判决（裁决）送达", "Judgment served"),
    Step.IN_FORCE: ("文书生效", "Judgment in force"),
    Step.ENFORCEMENT: ("申请强制执行", "Enforcement applied for"),
    Step.BANKRUPTCY_ACCEPTED: ("法院受理破产", "Bankruptcy accepted"),
    Step.CLAIM_PERIOD: ("公告债权申报期限", "Period to file claims announced"),
    Step.CLAIM_FILED: ("申报债权", "Claim filed"),
    Step.MEETING: ("通知债权人会议", "Creditors' meeting called"),
    Step.RECOVERED: ("收回款项", "Money recovered"),
    Step.COST: ("支付费用", "Cost paid"),
    Step.SETTLED: ("和解（调解）", "Settled"),
    Step.WITHDRAWN: ("撤回", "Withdrawn"),
    Step.CLOSED: ("结案", "Closed"),
}
DUES: Final[dict[Due, Pair]] = {
    Due.COURT_ACCEPTS: ("法院决定是否受理", "Court decides on acceptance"),
    Due.COURT_ISSUES: ("法院发出支付令", "Court issues the order"),
    Due.DEBTOR_OBJECTS: ("债务人异议期满", "Debtor's time to object ends"),
    Due.SUE_AFTER_OBJECTION: ("异议后起诉", "Sue after the objection"),
    Due.SUE_AFTER_PRESERVATION: ("保全后起诉", "Sue, or preservation is lifted"),
    Due.APPEAR: ("开庭", "Hearing"),
    Due.APPEAL: ("上诉期满", "Time to appeal ends"),
    Due.DEBTOR_PAYS: ("履行期届满", "Debtor has to pay"),
    Due.ENFORCE: ("申请执行", "Apply for enforcement"),
    Due.FILE_CLAIM: ("申报破产债权", "File the bankruptcy claim"),
    Due.MEET: ("债权人会议", "Creditors' meeting"),
}
#: The first step of each way.
FIRST: Final = {
    Route.PAYMENT_ORDER: Step.ORDER_APPLIED,
    Route.PRESERVATION: Step.PRESERVATION_APPLIED,
    Route.LAWSUIT: Step.FILED,
    Route.ARBITRATION: Step.ARBITRATION_FILED,
    Route.BANKRUPTCY: Step.BANKRUPTCY_ACCEPTED,
}
#: The step that usually follows.
NEXT: Final = {
    Step.ORDER_APPLIED: Step.ORDER_ACCEPTED,
    Step.ORDER_ACCEPTED: Step.ORDER_ISSUED,
    Step.ORDER_ISSUED: Step.ORDER_SERVED,
    Step.ORDER_SERVED: Step.ENFORCEMENT,
    Step.ORDER_OBJECTED: Step.FILED,
    Step.PRESERVATION_APPLIED: Step.PRESERVED,
    Step.PRESERVED: Step.FILED,
    Step.FILED: Step.HEARING,
    Step.ARBITRATION_FILED: Step.HEARING,
    Step.HEARING: Step.JUDGMENT,
    Step.JUDGMENT: Step.IN_FORCE,
    Step.IN_FORCE: Step.ENFORCEMENT,
    Step.ENFORCEMENT: Step.RECOVERED,
    Step.BANKRUPTCY_ACCEPTED: Step.CLAIM_PERIOD,
    Step.CLAIM_PERIOD: Step.CLAIM_FILED,
    Step.CLAIM_FILED: Step.MEETING,
    Step.MEETING: Step.RECOVERED,
}


def _amount(key: str, words: Pair, *, needed: bool = False, width: int = 0) -> FieldSpec:
    return FieldSpec(
        key=key,
        words=words,
        shape=Shape.AMOUNT,
        currency="currency",
        needed=needed,
        least=0,
        width=width,
    )


_CURRENCY: Final = FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY)

HAND_OVER: Final = RecordForm(
    kind=HandOver,
    words=("移交", "Hand-over"),
    dated=("移交日期", "Handed over on"),
    about=(
        "费用、回款与结果以后逐条登记；应付费用按回款自动算出。",
        "Costs, money recovered and the result are noted later; the fee follows from them.",
    ),
    headline="name",
    fields=(
        FieldSpec(
            key="party",
            words=("接收方类型", "Handed to"),
            shape=Shape.CHOICE,
            choices=PARTIES,
            needed=True,
            width=90,
        ),
        FieldSpec(key="name", words=("名称", "Name"), needed=True, width=150),
        FieldSpec(key="contact", words=("联系人", "Contact")),
        _amount("amount", ("移交本金", "Principal"), needed=True, width=110),
        _CURRENCY,
        FieldSpec(
            key="fee_percent",
            words=("回款提成", "Fee of what is recovered"),
            shape=Shape.DECIMAL,
            unit=("%", "%"),
            least=0,
            most=100,
        ),
        _amount("fee_fixed", ("固定费用", "Fixed fee")),
        FieldSpec(key="terms", words=("约定", "Terms"), shape=Shape.LONG),
    ),
)

HAND_OVER_STEP: Final = RecordForm(
    kind=HandOverStep,
    words=("移交进展", "Step of a hand-over"),
    dated=("日期", "On"),
    headline="what",
    fields=(
        FieldSpec(
            key="what",
            words=("事项", "What happened"),
            shape=Shape.CHOICE,
            choices=HAPPENED,
            needed=True,
            width=110,
        ),
        FieldSpec(key="amount", words=("金额", "Amount"), shape=Shape.AMOUNT, least=0, width=110),
        FieldSpec(key="note", words=("说明", "Note"), shape=Shape.LONG),
    ),
)

COURT_CASE: Final = RecordForm(
    kind=CourtCase,
    words=("案件", "Case"),
    dated=("发起日期", "Begun on"),
    about=(
        "期限由步骤推算，取保守日；提醒不构成法律意见。",
        "Its days follow from its steps, counted carefully. A reminder, not legal advice.",
    ),
    headline="route",
    fields=(
        FieldSpec(
            key="route",
            words=("途径", "Way"),
            shape=Shape.CHOICE,
            choices=ROUTES,
            needed=True,
            width=100,
        ),
        FieldSpec(key="court", words=("法院（机构）", "Court"), needed=True, width=170),
        FieldSpec(key="number", words=("案号", "Case number"), width=150),
        _amount("claim", ("主张本金", "Principal claimed"), needed=True, width=110),
        _CURRENCY,
        _amount("interest", ("主张利息", "Interest claimed")),
        FieldSpec(key="lawyer", words=("代理人", "Lawyer")),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)


def _remarks(value: Any) -> list[Said]:
    if value.step in WITH_DAY and value.due_on is None:
        return [
            Said(
                state=State.NEAR,
                words=(
                    "填写法院指定的日期，才能提醒。",
                    "Fill in the day it sets, to be reminded.",
                ),
            )
        ]
    if value.step in WITH_AMOUNT and value.amount is None:
        return [Said(state=State.NEAR, words=("没有金额。", "No amount."))]
    return []


CASE_STEP: Final = RecordForm(
    kind=CaseStep,
    words=("案件步骤", "Step of a case"),
    dated=("发生日期", "Happened on"),
    about=(
        "起诉、申请支付令、诉前保全、申报债权同时登记为时效中断事由；受理破产之日停止计息。",
        "Filings start the limitation anew; interest stops when a bankruptcy is accepted.",
    ),
    remarks=_remarks,
    headline="step",
    fields=(
        FieldSpec(
            key="step",
            words=("步骤", "Step"),
            shape=Shape.CHOICE,
            choices=STEPS,
            needed=True,
            width=150,
        ),
        FieldSpec(
            key="due_on",
            words=("指定日期（开庭、履行、申报截止）", "Day it sets (hearing, payment, claims)"),
            shape=Shape.DATE,
            width=92,
        ),
        FieldSpec(key="amount", words=("金额", "Amount"), shape=Shape.AMOUNT, least=0, width=110),
        FieldSpec(key="number", words=("文号", "Number"), width=130),
        FieldSpec(key="note", words=("说明", "Note"), shape=Shape.LONG),
    ),
)


def overdue(on: date, day: date) -> State:
    """Return the tone of a day to keep: past red, within 30 days amber."""
    left = (on - day).days
    if left < 0:
        return State.BAD
    return State.NEAR if left <= 30 else State.PLAIN
