"""Words for limits, methods, levels, reviews and stages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.credit.approval import LEVELS, Standing, State
from domain.credit.limits import LimitOnDay, Source
from domain.credit.methods import Input, Leg
from ui import format as fmt
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

_LEVELS: Final = {
    "registry": QT_TRANSLATE_NOOP("Limits", "Registry"),
    "accounts": QT_TRANSLATE_NOOP("Limits", "Accounts"),
    "reputation": QT_TRANSLATE_NOOP("Limits", "Reputation"),
}
_STATES: Final = {
    State.DRAFT: (QT_TRANSLATE_NOOP("Limits", "Draft"), "outline"),
    State.WAITING: (QT_TRANSLATE_NOOP("Limits", "Waiting"), "amber"),
    State.RETURNED: (QT_TRANSLATE_NOOP("Limits", "Returned"), "amber"),
    State.APPROVED: (QT_TRANSLATE_NOOP("Limits", "Approved"), "green"),
    State.REJECTED: (QT_TRANSLATE_NOOP("Limits", "Rejected"), "red"),
}
_DECISIONS: Final = {
    "approve": QT_TRANSLATE_NOOP("Limits", "approved"),
    "return": QT_TRANSLATE_NOOP("Limits", "returned"),
    "reject": QT_TRANSLATE_NOOP("Limits", "rejected"),
}
_SOURCES: Final = {
    "record": QT_TRANSLATE_NOOP("Limits", "granted"),
    "customer": QT_TRANSLATE_NOOP("Limits", "from the customer data"),
    "pending": QT_TRANSLATE_NOOP("Limits", "application not decided"),
    "rejected": QT_TRANSLATE_NOOP("Limits", "application rejected"),
    "expired": QT_TRANSLATE_NOOP("Limits", "expired"),
    "none": QT_TRANSLATE_NOOP("Limits", "none set"),
}
_METHODS: Final = {
    "demand": QT_TRANSLATE_NOOP("Limits", "Demand"),
    "net_worth": QT_TRANSLATE_NOOP("Limits", "Tangible net worth"),
    "working_assets": QT_TRANSLATE_NOOP("Limits", "Working assets"),
    "record": QT_TRANSLATE_NOOP("Limits", "Payment record"),
    "insurer": QT_TRANSLATE_NOOP("Limits", "Insurer's limit"),
    "cap": QT_TRANSLATE_NOOP("Limits", "Our own cap"),
}
_INPUTS: Final = {
    "monthly_purchases": QT_TRANSLATE_NOOP("Limits", "purchases a month"),
    "term_days": QT_TRANSLATE_NOOP("Limits", "term"),
    "factor": QT_TRANSLATE_NOOP("Limits", "factor"),
    "net_worth": QT_TRANSLATE_NOOP("Limits", "tangible net worth"),
    "share": QT_TRANSLATE_NOOP("Limits", "share"),
    "working_limit": QT_TRANSLATE_NOOP("Limits", "working-asset model"),
    "grade": QT_TRANSLATE_NOOP("Limits", "grade"),
    "multiplier": QT_TRANSLATE_NOOP("Limits", "grade factor"),
    "clean_peak": QT_TRANSLATE_NOOP("Limits", "clean peak of 12 months"),
    "insurer_limit": QT_TRANSLATE_NOOP("Limits", "limit covered"),
    "own_equity": QT_TRANSLATE_NOOP("Limits", "our equity"),
    "own_receivables": QT_TRANSLATE_NOOP("Limits", "our receivables"),
}
_REASONS: Final = {
    "good": QT_TRANSLATE_NOOP("Limits", "Prompt, limit well used"),
    "little_used": QT_TRANSLATE_NOOP("Limits", "Limit little used"),
    "partly_late": QT_TRANSLATE_NOOP("Limits", "Partly late"),
    "late": QT_TRANSLATE_NOOP("Limits", "Late"),
    "very_late": QT_TRANSLATE_NOOP("Limits", "Very late"),
    "broken_plan": QT_TRANSLATE_NOOP("Limits", "Promise or plan broken"),
    "red_event": QT_TRANSLATE_NOOP("Limits", "Red event"),
    "dispute": QT_TRANSLATE_NOOP("Limits", "Open dispute"),
    "grade_down": QT_TRANSLATE_NOOP("Limits", "Grade fell"),
    "alert": QT_TRANSLATE_NOOP("Limits", "Early warning open"),
    "nothing_paid": QT_TRANSLATE_NOOP("Limits", "Nothing paid"),
    "by_hand": QT_TRANSLATE_NOOP("Limits", "Set by hand"),
}
_STAGES: Final = (
    QT_TRANSLATE_NOOP("Limits", "Prepayment"),
    QT_TRANSLATE_NOOP("Limits", "Deposit"),
    QT_TRANSLATE_NOOP("Limits", "Net 15"),
    QT_TRANSLATE_NOOP("Limits", "Net 30"),
    QT_TRANSLATE_NOOP("Limits", "Net 60"),
)
_ADVICE: Final = {
    "paid_on_time": QT_TRANSLATE_NOOP("Limits", "enough paid on time"),
    "prompt": QT_TRANSLATE_NOOP("Limits", "few days late"),
    "no_dispute": QT_TRANSLATE_NOOP("Limits", "no open dispute"),
    "last_stage": QT_TRANSLATE_NOOP("Limits", "highest stage reached"),
    "too_few_on_time": QT_TRANSLATE_NOOP("Limits", "too few paid on time"),
    "late": QT_TRANSLATE_NOOP("Limits", "too late on average"),
    "dispute": QT_TRANSLATE_NOOP("Limits", "open dispute"),
    "alert": QT_TRANSLATE_NOOP("Limits", "early warning open"),
    "overdue": QT_TRANSLATE_NOOP("Limits", "long overdue"),
    "promise_broken": QT_TRANSLATE_NOOP("Limits", "promise or plan broken"),
}


def _said(table: dict[str, str], code: str) -> str:
    source = table.get(code)
    return code if source is None else translate("Limits", source)


def level(place: int) -> str:
    """Name a level by its place, 1 to 3."""
    return _said(_LEVELS, LEVELS[place - 1])


def decision(code: str) -> str:
    """Return what a level said."""
    return _said(_DECISIONS, code)


def source(code: str) -> str:
    """Return where a limit comes from."""
    return _said(_SOURCES, code)


def method(code: str) -> str:
    """Name a method."""
    return _said(_METHODS, code)


def reasons(codes: Iterable[str]) -> str:
    """Return the reasons of a review."""
    return translate("Limits", "; ").join(_said(_REASONS, code) for code in codes)


def advice(codes: Iterable[str]) -> str:
    """Return why a stage is advised, or what is missing."""
    return translate("Limits", "; ").join(_said(_ADVICE, code) for code in codes)


def stage(value: int) -> str:
    """Name a stage."""
    source = _STAGES[value]
    return translate("Limits", source)


def stages() -> list[str]:
    """Return the names of all stages in order."""
    return [translate("Limits", words) for words in _STAGES]


def state_chips(found: Standing) -> list[ChipText]:
    """Return the state of an application, with the level it waits for."""
    words, tone = _STATES[found.state]
    said = translate("Limits", words)
    if found.level:
        said = f"{found.level}/{found.application.value.levels} {level(found.level)}"
    return [ChipText(said, tone)]


def amount(minor: int | None, currency: str) -> str:
    """Write a limit; none at all in words."""
    return translate("Limits", "No limit") if minor is None else fmt.money(minor, currency)


def amount_before(minor: int | None, currency: str, where_from: str) -> str:
    """Write a limit as it was; that none was ever set is another thing than no limit."""
    if minor is None and where_from == Source.NONE:
        return source(where_from)
    return amount(minor, currency)


def inputs(leg: Leg, currency: str) -> str:
    """Return what a leg was computed from, or what it lacks."""
    if leg.missing:
        names = translate("Limits", ", ").join(_said(_INPUTS, name) for name in leg.missing)
        return translate("Limits", "missing: {names}").format(names=names)
    return " × ".join(_input(entry, currency) for entry in leg.inputs)


def _input(entry: Input, currency: str) -> str:
    shown = entry.value
    if entry.unit == "money":
        shown = fmt.money(int(entry.value), currency)
    elif entry.unit == "percent":
        shown = f"{entry.value} %"
    elif entry.unit == "days":
        shown = translate("Limits", "%n day(s)", None, int(entry.value))
    return f"{_said(_INPUTS, entry.name)} {shown}"


def leg_rows(legs: Iterable[Leg], proposed: int | None, currency: str) -> list[list[str]]:
    """Return the methods side by side as rows of text, the proposal last."""
    rows = [
        [
            method(leg.method),
            inputs(leg, currency),
            fmt.DASH if leg.minor is None else fmt.money(leg.minor, currency),
        ]
        for leg in legs
    ]
    last = fmt.DASH if proposed is None else fmt.money(proposed, currency)
    return [*rows, [translate("Limits", "Proposed: the lowest"), "", last]]


def leg_headers() -> list[str]:
    """Return the heads of the methods' table."""
    return [
        translate("Limits", "Method"),
        translate("Limits", "From"),
        translate("Limits", "Limit"),
    ]


def _in_words(limit: LimitOnDay) -> str:
    if limit.minor is None:
        return amount_before(None, limit.currency, limit.source)
    return f"{limit.currency} {fmt.money(limit.minor, limit.currency)}"


def limit_facts(limit: LimitOnDay, language: str) -> list[tuple[str, str]]:
    """Return what holds on a day as facts."""
    currency = limit.currency
    top_up = fmt.money(limit.top_up_minor, currency) if limit.top_up_minor else ""
    insured = own = ""
    if limit.insured_minor and limit.own_risk is not None:
        insured = fmt.money(limit.insured_minor, currency)
        own = fmt.money(limit.own_risk, currency)
    group = ""
    if limit.group_minor is not None:
        group = f"{limit.group} {fmt.money(limit.group_minor, currency)}"
    return [
        (translate("Limits", "Limit in force"), _in_words(limit)),
        (
            translate("Limits", "Where from"),
            "" if limit.source is Source.NONE else source(limit.source),
        ),
        (translate("Limits", "Top-ups running"), top_up),
        (translate("Limits", "Since"), fmt.day(limit.since, language) if limit.since else ""),
        (
            translate("Limits", "Next end"),
            fmt.day(limit.ends_on, language) if limit.ends_on else "",
        ),
        (translate("Limits", "Insured part"), insured),
        (translate("Limits", "Own risk"), own),
        (translate("Limits", "Group limit"), group),
    ]
