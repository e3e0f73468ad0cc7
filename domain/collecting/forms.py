"""How talks and promises are asked for and shown."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.collecting.promise import Promise
from domain.collecting.talk import Channel, Outcome, Talk
from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State
from domain.record import Record

CHANNELS: Final[dict[Channel, Pair]] = {
    Channel.PHONE: ("电话", "Telephone"),
    Channel.WECHAT: ("微信", "WeChat"),
    Channel.EMAIL: ("邮件", "E-mail"),
    Channel.SMS: ("短信", "SMS"),
    Channel.VISIT: ("上门", "Visit"),
    Channel.MEETING: ("会面", "Meeting"),
    Channel.POST: ("信函", "Post"),
}
OUTCOMES: Final[dict[Outcome, Pair]] = {
    Outcome.PROMISED: ("承诺付款", "Promises to pay"),
    Outcome.PAID_SAYS: ("称已付款", "Says it has paid"),
    Outcome.IN_PROCESS: ("付款流程中", "In its payment process"),
    Outcome.WANTS_PAPERS: ("索要单据", "Wants papers"),
    Outcome.DISPUTES: ("提出争议", "Disputes the debt"),
    Outcome.NO_MONEY: ("资金紧张", "Short of money"),
    Outcome.REFUSES: ("拒绝付款", "Refuses"),
    Outcome.NOT_REACHED: ("未联系上", "Not reached"),
    Outcome.WRONG_CONTACT: ("联系人有误", "Wrong contact"),
    Outcome.NOTED: ("已告知", "Told"),
}


def _talk_states(record: Record[Talk], day: date) -> list[Said]:
    following = record.value.next_on
    if following is None:
        return []
    state = State.NEAR if following <= day else State.PLAIN
    return [Said(state=state, words=(f"下一步 {following}", f"next {following}"))]


TALK: Final = RecordForm(
    kind=Talk,
    words=("催收记录", "Talk"),
    dated=("沟通日期", "Talked on"),
    about=(
        "每次沟通记一条；定了下一步日期，今日清单会在当天提醒。",
        "One entry per talk; the next step comes back on its day in Today.",
    ),
    states=_talk_states,
    headline="outcome",
    fields=(
        FieldSpec(
            key="channel",
            words=("方式", "Channel"),
            shape=Shape.CHOICE,
            choices=CHANNELS,
            needed=True,
            width=72,
        ),
        FieldSpec(
            key="outcome",
            words=("结果", "Outcome"),
            shape=Shape.CHOICE,
            choices=OUTCOMES,
            needed=True,
            width=110,
        ),
        FieldSpec(key="person", words=("对方", "With"), width=90),
        FieldSpec(key="text", words=("内容", "What was said"), shape=Shape.LONG),
        FieldSpec(key="next_step", words=("下一步", "Next step"), width=180),
        FieldSpec(key="next_on", words=("下一步日期", "On"), shape=Shape.DATE, width=92),
        FieldSpec(key="owner", words=("负责人", "Owner")),
    ),
)


PROMISE: Final = RecordForm(
    kind=Promise,
    words=("付款承诺", "Promise to pay"),
    dated=("承诺日", "Made on"),
    files=True,
    about=(
        "到期前不催；是否兑现由收款得出，不用手工标记。",
        "Nobody is chased before its day; whether it was kept is read off the receipts.",
    ),
    headline="amount",
    fields=(
        FieldSpec(
            key="amount",
            words=("承诺金额", "Amount"),
            shape=Shape.AMOUNT,
            currency="currency",
            needed=True,
            least=1,
            width=110,
        ),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(
            key="due_on", words=("付款日", "Pays on"), shape=Shape.DATE, needed=True, width=92
        ),
        FieldSpec(key="by", words=("承诺人", "Promised by"), width=90),
        FieldSpec(key="channel", words=("方式", "How"), width=90),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)
