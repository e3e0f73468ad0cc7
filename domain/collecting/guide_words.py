"""Sentences of the call guide in both languages: openings, questions, objections, notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.fields import Pair

TITLES: Final[Mapping[str, Pair]] = {
    "guide": ("催收通话提纲", "Call guide"),
    "people": ("找谁", "Whom to call"),
    "facts": ("要收多少", "What to ask for"),
    "items": ("逾期明细", "Overdue items"),
    "past": ("此前往来", "What went before"),
    "opening": ("开场", "Opening"),
    "questions": ("要问的", "What to ask"),
    "answers": ("对方这样说，我方这样答", "They say, we answer"),
    "notes": ("挂断前确认并记下", "Before hanging up"),
}
LABELS: Final[Mapping[str, Pair]] = {
    "role": ("角色", "Role"),
    "name": ("姓名、职务", "Name, position"),
    "phone": ("电话", "Telephone"),
    "messenger": ("微信等", "WeChat and others"),
    "nobody": (
        "信用档案中没有联系人：先问清谁管付款，记入联系人。",
        "The credit file names nobody: find out who decides on payments and note it.",
    ),
    "accounts": ("财务负责人", "the accounts department"),
    "claimed": ("本次要求支付", "To be asked for"),
    "disputed": ("争议中", "In dispute"),
    "unapplied": ("已到账未核销", "On account"),
    "also": ("另有逾期", "Overdue besides"),
    "level": ("已催级别", "Reminded up to level"),
    "number": ("单据号", "Document"),
    "due_on": ("到期日", "Due"),
    "days": ("逾期天数", "Days late"),
    "open": ("未收", "Open"),
    "ask": ("要收", "To ask for"),
    "total": ("合计", "Total"),
    "on": ("日期", "Date"),
    "what": ("事项", "What"),
    "text": ("内容", "Details"),
    "promise": ("承诺", "Promise"),
    "promise_line": (
        "承诺 {due} 付 {amount}，已到 {paid}",
        "{amount} promised for {due}, {paid} came",
    ),
    "dispute": ("争议", "Dispute"),
    "ask_them": ("问题", "Question"),
    "answer": ("回答", "Answer"),
    "note": ("要点", "Point"),
    "noted": ("记录", "Noted"),
    "they": ("对方", "They say"),
    "we": ("我方", "We answer"),
    "outcomes": ("结果从下列中选一项：", "The outcome is one of: "),
}
#: How to begin, by stage.
OPENINGS: Final[Mapping[str, Pair]] = {
    "friendly": (
        (
            "{person}您好，我是{company}的{caller}。我们对账时看到贵司有 {count} 笔货款共 "
            "{amount} 已过到期日，最长 {days} 天，可能是流程上漏了。"
            "想请您帮忙看一下安排到哪一步了。"
        ),
        (
            "Good day, {caller} of {company} for {person}. Going through our books we see {count} "
            "invoice(s) of {amount} past their due date, the oldest {days} days; probably they "
            "were overlooked. Could you tell me where they are?"
        ),
    ),
    "firm": (
        (
            "{person}您好，我是{company}的{caller}。贵司 {count} 笔货款共 {amount} 已逾期，"
            "最长 {days} 天，催款函已经发出。今天来电是要和您确定付款日期和金额。"
        ),
        (
            "Good day, {caller} of {company} for {person}. {count} invoice(s) of {amount} are "
            "overdue, the oldest {days} days, and you have our letter. I am calling to settle with "
            "you on which day how much will be paid."
        ),
    ),
    "broken": (
        (
            "{person}您好，我是{company}的{caller}。贵司承诺 {promised} 付款，"
            "尚差 {missing} 没有到账。目前逾期共 {amount}，最长 {days} 天。"
            "请问出了什么情况，今天能否办理？"
        ),
        (
            "Good day, {caller} of {company} for {person}. You promised payment for "
            "{promised}; {missing} of it has not come. {amount} is overdue, the oldest {days} "
            "days. What happened, and can it be paid today?"
        ),
    ),
    "last": (
        (
            "{person}您好，我是{company}的{caller}。贵司 {count} 笔货款共 {amount} 逾期，"
            "最长 {days} 天，最后催款函的期限已到。移交法务之前，我们再确认一次贵司的付款安排。"
        ),
        (
            "Good day, {caller} of {company} for {person}. {count} invoice(s) of {amount} are "
            "overdue, the oldest {days} days, and the day of our final demand has come. Before the "
            "matter goes to our lawyers we ask once more how you will pay."
        ),
    ),
}
_COMMON: Final[tuple[Pair, ...]] = (
    ("哪一天付、付多少、从哪个账户付？", "On which day, how much, from which account?"),
    ("谁最后批准？能否直接和他沟通？", "Who gives the last approval? May we speak to them?"),
)
#: What to ask, by stage.
QUESTIONS: Final[Mapping[str, tuple[Pair, ...]]] = {
    "friendly": (
        ("发票和对账单是否都收到、已入账？", "Have invoices and statement come and been booked?"),
        ("付款流程走到哪一步，还缺什么单据？", "Where is it in approval; is any paper missing?"),
        *_COMMON,
    ),
    "firm": (
        (
            "没有按期付的原因是什么：资金、流程、单据还是争议？",
            "Why was it not paid: money, process, papers or a dispute?",
        ),
        ("无争议的部分为什么不能先付？", "Why can the undisputed part not be paid now?"),
        *_COMMON,
        ("需要我们今天补什么，才能按这个日期付？", "What do you need from us to keep that day?"),
    ),
    "broken": (
        ("上次承诺没有兑现的原因是什么？", "Why was the last promise not kept?"),
        ("这次的日期由谁担保？能否给书面承诺？", "Who stands for the new day? In writing, please."),
        *_COMMON,
        ("今天能先付多少？", "How much can go out today?"),
    ),
    "last": (
        ("能否在最后期限内一次付清？", "Can all of it be paid within the last deadline?"),
        (
            "如不能，能提供什么担保，分几期、何时付清？",
            "If not: what security, how many instalments, until when?",
        ),
        ("能否书面确认欠款金额？", "Will you confirm the debt in writing?"),
        *_COMMON,
    ),
}
#: Objections and answers.
ANSWERS: Final[tuple[tuple[Pair, Pair], ...]] = (
    (
        ("没收到发票、单据", "The invoice never came"),
        (
            "马上重发并留下送达记录；请今天确认收到，付款日期不变。",
            "We send it again now and note its arrival; please confirm today, the day stays.",
        ),
    ),
    (
        ("还在走流程、领导没批", "It waits for approval"),
        (
            "走到哪一步、谁批、哪天能批？我们到那天再联系您和批准人。",
            "At which step, with whom, until when? We call you and them on that day.",
        ),
    ),
    (
        ("货有问题、对不上账", "There is a problem with goods or figures"),
        (
            "请说清哪张发票、多少金额、什么问题：有争议的部分登记核查，其余请先付。",
            "Which invoice, how much, what? We look into that part; the rest is to be paid now.",
        ),
    ),
    (
        ("已经付了", "It has been paid"),
        (
            "请发付款回单（日期、金额、账户），我们当天核对。",
            "Please send the slip (day, amount, account); we check it today.",
        ),
    ),
    (
        ("现在没钱", "There is no money"),
        (
            "今天先付一部分，其余定分期计划并书面确认；有谁可以担保？",
            "A part today, the rest by a plan in writing; who can give security?",
        ),
    ),
    (
        ("等我们的客户付款", "We wait for our own customer"),
        (
            "我们的合同与贵司下游回款无关，到期日已过；请给出自己的付款日期。",
            "Our contract does not depend on it and the day has passed; please name your own day.",
        ),
    ),
    (
        ("过几天再说", "Call again later"),
        (
            "可以，请定一个日期；到日没有到账，按流程升级处理。",
            "Gladly: name a day. If nothing has come by then, the next step follows.",
        ),
    ),
)
#: What to have before hanging up.
NOTES: Final[tuple[Pair, ...]] = (
    ("和谁通话、职务、电话是否有效", "Whom you spoke to, position, whether the number is right"),
    ("没有付款的原因", "Why it was not paid"),
    ("承诺的日期和金额（登记为承诺）", "Day and amount promised (record it as a promise)"),
    ("有争议的发票、金额和理由（登记为争议）", "What is contested, how much, why (record it)"),
    ("下一步做什么、哪一天、由谁做", "What comes next, on which day, by whom"),
)
