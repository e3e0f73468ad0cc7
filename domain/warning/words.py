"""Warnings in words, for screens, pages and the command line: the reader's language.

A short text names what reached the threshold; a long one gives all the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from domain.credit.file.negative_event import EVENT_WORDS, EventType
from domain.letters import long_date
from domain.money import grouped
from domain.warning.pattern import LATEST
from domain.warning.rules import Action, Rule, Severity
from domain.warning.task import Outcome, TaskState

Words = tuple[str, str]
Facts = Mapping[str, str]

RULES: Final[Mapping[Rule, Words]] = {
    Rule.PATTERN: ("付款习惯", "Payment pattern"),
    Rule.SLOWER: ("付款变慢", "Paying slower"),
    Rule.OVERDUE_SHARE: ("逾期占比", "Overdue share"),
    Rule.PROMISES: ("失约", "Broken promises"),
    Rule.UTILISATION: ("额度使用", "Limit used"),
    Rule.MANAGEMENT: ("人员变更", "Management"),
    Rule.EVENT: ("负面事件", "Negative event"),
    Rule.DSO: ("周转天数", "DSO"),
    Rule.DEFAULT_RATE: ("违约率", "Default rate"),
    Rule.FACILITY: ("授信使用", "Own facility"),
    Rule.SUPPLIERS: ("对外付款", "Own payments"),
}
SEVERITIES: Final[Mapping[Severity, Words]] = {
    Severity.HIGH: ("高", "High"),
    Severity.MEDIUM: ("中", "Medium"),
    Severity.LOW: ("低", "Low"),
}
STATES: Final[Mapping[TaskState, Words]] = {
    TaskState.OPEN: ("待复核", "To review"),
    TaskState.IN_REVIEW: ("复核中", "In review"),
    TaskState.CLOSED: ("已复核", "Reviewed"),
}
OUTCOMES: Final[Mapping[Outcome, Words]] = {
    Outcome.CONFIRMED: ("风险属实，继续关注", "Confirmed, watched on"),
    Outcome.LOWERED: ("已下调额度或收紧账期", "Limit lowered or terms tightened"),
    Outcome.HELD: ("已暂停赊销", "Credit on hold"),
    Outcome.PLAN: ("已约定还款计划", "Payment plan agreed"),
    Outcome.SOLVED: ("已付清或已消除", "Paid or solved"),
    Outcome.FALSE_ALARM: ("误报", "False alarm"),
}
ACTIONS: Final[Mapping[Action, Words]] = {
    Action.REVIEW: ("复核该户的付款情况与额度", "Review how it pays and its limit"),
    Action.CALL: ("致电核实逾期或变慢的原因", "Call and ask for the reason"),
    Action.HOLD: (
        "复核前暂停新的赊销，约见负责人",
        "No new credit before the review; see its head",
    ),
    Action.LOWER: (
        "核对在手订单，下调或不再上调额度",
        "Check orders at hand; do not raise the limit",
    ),
    Action.INQUIRE: ("核实工商变更及其原因", "Ask for the reason of the changes"),
    Action.CASH: ("复核资金计划与催收安排", "Review the cash plan and collection"),
}
_SIGNS: Final[Mapping[str, Words]] = {
    "shift": ("最近更晚", "later now"),
    "rising": ("仍在变晚", "getting later"),
    "unpaid": ("超期未付", "unpaid past its habit"),
    "earlier": ("此前已晚", "late before already"),
    "drift": ("持续偏离", "steady drift"),
    "silence": ("久未来款", "silent"),
    "stuck": ("逾期积压", "overdue piles up"),
    "parts": ("多次部分付款", "paying in parts"),
}


def pick(words: Words, language: str) -> str:
    """Return the words of a language."""
    return words[0] if language == "zh" else words[1]


def rule(which: Rule, language: str) -> str:
    """Return the name of a rule."""
    return pick(RULES[which], language)


def severity(which: Severity, language: str) -> str:
    """Return the name of an urgency."""
    return pick(SEVERITIES[which], language)


def state(which: TaskState, language: str) -> str:
    """Return the name of a task's state."""
    return pick(STATES[which], language)


def outcome(which: Outcome | None, language: str) -> str:
    """Return the words of an outcome, "" while there is none."""
    return pick(OUTCOMES[which], language) if which else ""


def action(which: Action, language: str) -> str:
    """Return what is proposed to be done."""
    return pick(ACTIONS[which], language)


def short(which: Rule, value: Decimal, threshold: Decimal, facts: Facts, language: str) -> str:
    """Return what reached the threshold, in a line: 近 3 笔 +14 天（+47 %）."""
    return _SHORT[which](_Told(facts, value, threshold, language))


def long(which: Rule, value: Decimal, threshold: Decimal, facts: Facts, language: str) -> str:
    """Return the whole explanation, with the figures it comes from."""
    return _LONG[which](_Told(facts, value, threshold, language))


class _Told:
    """The figures of a warning, spelled for a language."""

    def __init__(self, facts: Facts, value: Decimal, threshold: Decimal, language: str) -> None:
        self.facts, self.value, self.threshold = facts, value, threshold
        self.language = language

    def say(self, zh: str, en: str) -> str:
        """Return a sentence with its figures filled in."""
        known = {**self.facts, "value": f"{self.value}", "threshold": f"{self.threshold}"}
        return (zh if self.language == "zh" else en).format_map(_Known(known))

    def money(self, name: str) -> str:
        """Return an amount of the facts as it is written, with its currency."""
        minor, currency = int(self.facts.get(name, "0")), self.facts.get("currency", "")
        return f"{currency} {grouped(minor, currency)}" if currency else str(minor)

    def number(self, name: str) -> int:
        """Return a whole number of the facts, 0 where there is none."""
        return int(self.facts.get(name, "0"))

    def day(self, name: str) -> str:
        """Return a day of the facts as it is written."""
        text = self.facts.get(name, "")
        if not text or self.language == "zh":
            return text
        return long_date(date.fromisoformat(text), "en")

    @property
    def percent(self) -> str:
        """The value to a tenth of a percent."""
        return f"{self.value:.1f}"


class _Known(dict[str, str]):
    """Facts by name; one that an older record does not have is a dash."""

    def __missing__(self, name: str) -> str:
        return "—"


def _pattern(told: _Told) -> str:
    if told.number("shift") <= 0:
        return told.say("异常 {value} 分", "{value} points of 100")
    late, usual = _late(told, told.number("late_now")), _late(told, _expected(told))
    return told.say(f"现晚 {late}，惯常 {usual}", f"{late} late now, usually {usual}")


def _late(told: _Told, days: int) -> str:
    """Write a lateness; one cut to the most that is looked at as that much or more."""
    if days >= LATEST:
        return told.say(f"{days} 天以上", f"{days} days or more")
    return told.say(f"{days} 天", f"{days} days")


def _expected(told: _Told) -> int:
    return told.number("late_now") - told.number("shift")


def _pattern_long(told: _Told) -> str:
    """Put one sentence for each sign that counts, the strongest first."""
    signs = [part.split(":") for part in told.facts.get("signs", "").split(",") if ":" in part]
    strongest = sorted(signs, key=lambda pair: -int(pair[1]))
    head = told.say(
        "付款习惯异常 {value} 分（满分 100，阈值 {threshold}）：",
        "Payment pattern {value} points of 100 (threshold {threshold}): ",
    )
    parts = [_SIGN_TEXTS[sign](told) for sign, _ in strongest if sign in _SIGN_TEXTS]
    joined = ("；" if told.language == "zh" else "; ").join(parts)
    return head + joined + ("。" if told.language == "zh" else ".")


def _shift_text(told: _Told) -> str:
    season = "season" in told.facts and _expected(told) == told.number("season")
    usual = (
        told.say("去年同期", "at this time last year") if season else told.say("惯常", "usually")
    )
    late, before = _late(told, told.number("late_now")), _late(told, _expected(told))
    return told.say(
        f"最近 {{newest}} 笔晚付中位数 {late}，{usual} {before}",
        f"the newest {{newest}} debts {late} late at the median, {usual} {before}",
    )


_SIGN_TEXTS: Final[Mapping[str, Callable[[_Told], str]]] = {
    "shift": _shift_text,
    "rising": lambda told: told.say(
        "比再前 45 天又晚 {rising} 天", "{rising} days later than in the 45 days before"
    ),
    "unpaid": lambda told: told.say(
        "其中 {unpaid} 笔过了惯常付款日仍未付清",
        "{unpaid} of them still open past the usual day",
    ),
    "earlier": lambda told: told.say(
        "两至四个月前到期的已比惯常晚 {earlier} 天",
        "what fell due two to four months ago was {earlier} days beyond the habit already",
    ),
    "drift": lambda told: told.say("多笔持续晚于惯常", "one debt after another beyond the habit"),
    "silence": lambda told: told.say(
        "已 {silent} 天没有来款，平时约 {gap} 天一次",
        "no money for {silent} days, usually every {gap}",
    ),
    "stuck": lambda told: told.say(
        "未收款中 {stuck} % 已超过惯常付款日", "{stuck} % of what is open is past the usual day"
    ),
    "parts": lambda told: told.say(
        "最近 {parts} % 分次付款", "{parts} % of the newest paid in parts"
    ),
}


def signs(facts: Facts, language: str) -> list[tuple[str, int]]:
    """Return the signs of a pattern's warning by name, with their points."""
    parts = [part.split(":") for part in facts.get("signs", "").split(",") if ":" in part]
    return [(pick(_SIGNS[sign], language), int(n)) for sign, n in parts if sign in _SIGNS]


def _what(told: _Told) -> str:
    """Return what happened, by the event's kind."""
    code = told.facts.get("what", "")
    return pick(EVENT_WORDS[EventType(code)], told.language) if code else ""


def _event(told: _Told) -> str:
    return f"{told.day('last')} {_what(told)}".strip()


def _suppliers(told: _Told) -> str:
    zh, en = [], []
    if told.number("count"):
        zh.append("{count} 笔对供应商付款延后")
        en.append("{count} supplier payments put off")
    if told.number("reserve"):
        zh.append("已动用应急资金")
        en.append("the reserve was drawn")
    return told.say("，".join(zh), ", ".join(en))


_SHORT: Final[Mapping[Rule, Callable[[_Told], str]]] = {
    Rule.PATTERN: _pattern,
    Rule.SLOWER: lambda told: told.say(
        "近 3 笔 +{days} 天（+{percent} %）", "Last 3: +{days} days (+{percent} %)"
    ),
    Rule.OVERDUE_SHARE: lambda told: told.say(
        f"{told.percent} % 高于 {{threshold}} %", f"{told.percent} %, above {{threshold}} %"
    ),
    Rule.PROMISES: lambda told: told.say(
        "{days} 天内 {count} 次承诺未兑现", "{count} promises broken in {days} days"
    ),
    Rule.UTILISATION: lambda told: (
        told.say(f"{told.percent} %", f"{told.percent} %")
        if told.number("limit")
        else told.say("无额度而有敞口", "Exposure without credit")
    ),
    Rule.MANAGEMENT: lambda told: told.say(
        "{days} 天内变更 {count} 次", "{count} changes in {days} days"
    ),
    Rule.EVENT: _event,
    Rule.DSO: lambda told: told.say(
        "连升 {count} 个月：{from} → {to} 天", "Up {count} months: {from} → {to} days"
    ),
    Rule.DEFAULT_RATE: lambda told: told.say(
        "{value} % 高于 {threshold} %", "{value} %, above {threshold} %"
    ),
    Rule.FACILITY: lambda told: told.say(f"{told.percent} %", f"{told.percent} %"),
    Rule.SUPPLIERS: _suppliers,
}
_LONG: Final[Mapping[Rule, Callable[[_Told], str]]] = {
    **_SHORT,
    Rule.PATTERN: _pattern_long,
    Rule.SLOWER: lambda told: told.say(
        "最近 3 笔平均 {newest} 天付款，近 12 个月平均 {usual} 天：慢 {days} 天（{percent} %）。",
        "The last 3 took {newest} days on average, twelve months {usual}: {days} days slower"
        " ({percent} %).",
    ),
    Rule.OVERDUE_SHARE: lambda told: told.say(
        f"逾期 {told.money('overdue')} ÷ 未收 {told.money('open')} = {told.percent} %，"
        "高于阈值 {threshold} %。",
        f"Overdue {told.money('overdue')} ÷ open {told.money('open')} = {told.percent} %,"
        " above {threshold} %.",
    ),
    Rule.PROMISES: lambda told: told.say(
        f"{{days}} 天内有 {{count}} 次付款承诺未兑现，最近一次应于 {told.day('last')} 付款。",
        f"{{count}} promises to pay broken within {{days}} days, the last one due on"
        f" {told.day('last')}.",
    ),
    Rule.UTILISATION: lambda told: (
        told.say(
            f"敞口 {told.money('exposure')} ÷ 额度 {told.money('limit')} = {told.percent} %，"
            "高于阈值 {threshold} %。",
            f"Exposure {told.money('exposure')} ÷ limit {told.money('limit')} ="
            f" {told.percent} %, above {{threshold}} %.",
        )
        if told.number("limit")
        else told.say(
            f"敞口 {told.money('exposure')}，而该户没有信用额度（额度为零）。",
            f"Exposure {told.money('exposure')}, though its limit is zero.",
        )
    ),
    Rule.MANAGEMENT: lambda told: told.say(
        f"{{days}} 天内法定代表人或股东变更 {{count}} 次，最近一次 {told.day('last')}。",
        f"{{count}} changes of legal representative or shareholders within {{days}} days, the"
        f" last on {told.day('last')}.",
    ),
    Rule.EVENT: lambda told: told.say(
        f"{told.day('last')} {_what(told)}（近一年 {{count}} 件，尚未了结）。",
        f"{told.day('last')}: {_what(told)} ({{count}} in a year, not over).",
    ),
    Rule.DSO: lambda told: told.say(
        "应收账款周转天数连续 {count} 个月上升：{from} → {to} 天。",
        "DSO rose {count} months in a row: {from} → {to} days.",
    ),
    Rule.DEFAULT_RATE: lambda told: told.say(
        "近 12 个月逾期超过 90 天的金额占开票额 {value} %，高于目标 {threshold} %。",
        "Over 12 months {value} % of what was billed became more than 90 days overdue, above"
        " {threshold} %.",
    ),
    Rule.FACILITY: lambda told: told.say(
        f"已用 {told.money('used')} ÷ 银行授信 {told.money('facility')} = {told.percent} %，"
        "高于阈值 {threshold} %。",
        f"Used {told.money('used')} ÷ bank facility {told.money('facility')} ="
        f" {told.percent} %, above {{threshold}} %.",
    ),
}
