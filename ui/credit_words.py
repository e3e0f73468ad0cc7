"""Words for exposure, the credit check and holds, without Qt: window and command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.credit.check import CheckResult, Level, Reason
from domain.credit.exposure import Part
from domain.credit.file.registry import STATUS_WORDS, RegistryStatus
from domain.money import grouped

#: Component → (zh, en).
PARTS: Final[Mapping[Part, tuple[str, str]]] = {
    Part.NOT_DUE: ("未到期应收", "Not due"),
    Part.OVERDUE: ("逾期应收", "Overdue"),
    Part.RETURNED: ("退票待收", "Returned payments"),
    Part.ORDERS: ("未发货订单", "Orders not delivered"),
    Part.DELIVERIES: ("已发货未开票", "Delivered, not invoiced"),
    Part.BILLS: ("已背书、贴现未到期票据", "Bills passed on, not matured"),
    Part.UNAPPLIED: ("未核销收款", "Unapplied money"),
    Part.DEPOSITS: ("定金、预付款", "Deposits held"),
}
#: Verdict → (zh, en).
VERDICTS: Final[Mapping[Level, tuple[str, str]]] = {
    Level.PASSES: ("可以赊销", "May be sold on credit"),
    Level.WARN: ("可以赊销，请留意", "May be sold on credit, with care"),
    Level.BLOCK: ("不能赊销", "Not on credit"),
}
#: Code of a reason → (zh, en); amounts, shares and days fill the places.
REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "limit.none": ("没有设定信用额度。", "No credit limit is set."),
    "limit.zero": (
        "信用额度为 0，不得赊销；加上本次，敞口为 {after}。",
        "The limit is 0: no credit. With this sale exposure would be {after}.",
    ),
    "limit.pending": (
        "首次授信申请尚未批准，不得赊销；加上本次，敞口为 {after}。",
        "The first application for a limit is not decided: no credit. Exposure {after}.",
    ),
    "limit.rejected": (
        "授信申请未获批准，不得赊销；加上本次，敞口为 {after}。",
        "The application for a limit was refused: no credit. Exposure {after}.",
    ),
    "limit.expired": (
        "信用额度已到期，不得赊销；加上本次，敞口为 {after}。",
        "The limit has expired: no credit. Exposure with this sale {after}.",
    ),
    "group_limit.over": (
        "集团“{group}”超出共同额度 {over}：敞口 {exposure}，加上本次为 {after}，额度 {limit}。",
        "Group {group} is {over} over its limit: exposure {exposure}, then {after}, of {limit}.",
    ),
    "limit.over": (
        "超出信用额度 {over}：敞口 {exposure}，加上本次为 {after}，额度 {limit}。",
        "{over} over the limit: exposure {exposure}, with this sale {after}, limit {limit}.",
    ),
    "limit.zero.now": (
        "信用额度为 0，不得赊销；敞口为 {exposure}。",
        "The limit is 0: no credit. Exposure is {exposure}.",
    ),
    "limit.over.now": (
        "超出信用额度 {over}：敞口 {exposure}，额度 {limit}。",
        "{over} over the limit: exposure {exposure}, limit {limit}.",
    ),
    "limit.near.now": (
        "已用额度的 {share}%（提醒线 {near}%）：敞口 {exposure}，额度 {limit}。",
        "{share} % of the limit used (warned above {near} %): exposure {exposure} of {limit}.",
    ),
    "limit.near": (
        "将用去额度的 {share}%（提醒线 {near}%）：加上本次敞口 {after}，额度 {limit}。",
        "{share} % of the limit used (warned above {near} %): exposure {after} of {limit}.",
    ),
    "part_limit.over": (
        "“{part}”{amount}，超过其上限 {most}（额度的 {share}%）。",
        "{part} {amount}, above its own limit of {most} ({share} % of the limit).",
    ),
    "overdue_share": (
        "逾期占应收的 {share}%（{late} / {billed}），超过 {most}%。",
        "{share} % of what is billed is overdue ({late} of {billed}), above {most} %.",
    ),
    "overdue_days": (
        "最久的一笔已逾期 {days} 天，超过 {most} 天。",
        "The oldest invoice is {days} days overdue, above {most}.",
    ),
    "returned": (
        "有退票、退汇 {amount} 尚未补付。",
        "Returned payments of {amount} have not been made good.",
    ),
    "dispute": ("有争议款项 {amount}。", "{amount} is disputed."),
    "term.over": (
        "账期 {days} 天超过等级 {grade} 允许的 {most} 天。",
        "A term of {days} days is longer than the {most} that grade {grade} allows.",
    ),
    "term.unrated": (
        "尚未评级，账期 {days} 天超过未评级客户的 {most} 天。",
        "Not assessed: a term of {days} days is longer than the {most} of such customers.",
    ),
    "term.prepaid": (
        "等级 {grade} 只能款到发货。",
        "Grade {grade} pays before delivery.",
    ),
    "stage.over": (
        "新客户合作阶段 {stage} 的账期不超过 {most} 天，本次为 {days} 天。",
        "A new customer of stage {stage} has at most {most} days; {days} were asked for.",
    ),
    "stage.prepaid": (
        "新客户合作阶段 {stage}：先收款或定金，再发货。",
        "A new customer of stage {stage} pays, or pays a deposit, before delivery.",
    ),
    "hold.orders": ("自 {since} 起暂停接单：{reason}", "Orders on hold since {since}: {reason}"),
    "hold.deliveries": (
        "自 {since} 起暂停发货：{reason}",
        "Deliveries on hold since {since}: {reason}",
    ),
    "hold.both": (
        "自 {since} 起暂停接单和发货：{reason}",
        "Orders and deliveries on hold since {since}: {reason}",
    ),
    "registry": (
        "工商登记状态为“{status}”，不是存续或在业。",
        "In the register of companies: {status}.",
    ),
    "cover": (
        "担保或信用保险已于 {ended} 到期。",
        "The security or insurance ended on {ended}.",
    ),
    "unvalued": (
        "缺少 {currencies} 的汇率，相应金额没有计入。",
        "There is no rate for {currencies}: those amounts are not counted.",
    ),
    "override": (
        "{by} 已放行至 {until}，敞口不超过 {ceiling}：{reason}",
        "Overridden by {by} until {until}, exposure up to {ceiling}: {reason}",
    ),
}
_AMOUNTS: Final = frozenset(
    {"after", "exposure", "limit", "over", "amount", "most", "late", "billed", "ceiling"}
)
#: Reasons whose ``most`` is a share or a number of days.
_COUNTED: Final = ("overdue_share", "overdue_days", "term", "stage")


def _pick(pair: tuple[str, str], language: str) -> str:
    return pair[0] if language == "zh" else pair[1]


def part(value: Part | str, language: str) -> str:
    """Return a component in words."""
    return _pick(PARTS[Part(value)], language)


def verdict(level: Level, language: str) -> str:
    """Return a verdict in words."""
    return _pick(VERDICTS[level], language)


def reason(one: Reason, currency: str, language: str) -> str:
    """Return a reason with its figures, amounts in the currency of the limit."""
    # Without a sale asked for, a reason tells of what is.
    standing = "after" in one.facts and one.facts["after"] == one.facts.get("exposure")
    now = REASONS.get(f"{one.code}.now") if standing else None
    pair = now or REASONS.get(one.code) or (one.code, one.code)
    words = {key: _worded(key, value, one, currency, language) for key, value in one.facts.items()}
    return _pick(pair, language).format(**words)


def _worded(key: str, value: object, one: Reason, currency: str, language: str) -> str:
    if key == "part":
        return part(str(value), language)
    counted = key == "most" and one.rule.value in _COUNTED
    if key in _AMOUNTS and isinstance(value, int) and not counted:
        return f"{grouped(value, currency)} {currency}"
    if isinstance(value, date):
        return value.isoformat()
    if key == "status":
        return _pick(STATUS_WORDS[RegistryStatus(str(value))], language)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def reasons(result: CheckResult, language: str) -> list[tuple[Level, str]]:
    """Return the reasons of a result in words, the gravest first."""
    currency = result.asked.currency
    return [(one.level, reason(one, currency, language)) for one in result.reasons]
