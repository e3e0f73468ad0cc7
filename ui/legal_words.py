"""Words of the limitation clock, without Qt: for the window and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.legal_event import NOTICES, LegalEvent, LegalEventRow, Strength
from domain.legal_words import CHANNELS, KINDS
from domain.limitation import Anchor, Event, Limited, Reach
from ui import format as fmt

Words = tuple[str, str]

_STRENGTHS: Final[Mapping[str, Words]] = {
    "strong": ("强", "Strong"),
    "weak": ("弱", "Weak"),
    "none": ("无", "None"),
}
_ANCHORS: Final[Mapping[Anchor, Words]] = {
    Anchor.DUE: ("到期日", "due date"),
    Anchor.LAST_INSTALMENT: ("最后一期到期日", "last instalment"),
    Anchor.DELIVERY: ("交货日（未约定付款期）", "delivery (no due date)"),
    Anchor.ISSUE: ("开票日（未约定付款期）", "issue (no due date)"),
}
_LAWS: Final[Mapping[str, Words]] = {
    "CN": ("中国", "China"),
    "GB": ("英格兰和威尔士", "England and Wales"),
    "GB-SCT": ("苏格兰", "Scotland"),
    "DE": ("德国", "Germany"),
    "FR": ("法国", "France"),
    "US": ("美国", "United States"),
}
_NO_ADVICE: Final = (
    "仅为提醒，不构成法律意见。",
    "A reminder only; this is not legal advice.",
)


def _at(language: str) -> int:
    return 0 if language == "zh" else 1


def kind(code: str, language: str) -> str:
    """Return a kind of event in words."""
    return KINDS[code][_at(language)]


def channel(code: str, language: str) -> str:
    """Return a way of sending in words, nothing for none."""
    return CHANNELS[code][_at(language)] if code else ""


def strength(code: str, language: str) -> str:
    """Return a strength of proof in words."""
    return _STRENGTHS[code][_at(language)]


def anchor(reach: Reach, language: str) -> str:
    """Return what a clock counts from, in words."""
    return _ANCHORS[reach.anchor][_at(language)]


def law(reach: Reach, language: str) -> str:
    """Return whose law gives a day."""
    return _LAWS[reach.law.code][_at(language)]


def no_advice(language: str) -> str:
    """Return what must stand wherever a last day is shown."""
    return _NO_ADVICE[_at(language)]


def event(one: Event | None, language: str) -> str:
    """Return an event that moved a day: what it was, when, its number."""
    if one is None:
        return ""
    parts = (kind(one.kind, language), fmt.day(one.on, language), one.ref)
    return " ".join(part for part in parts if part)


def reason(reach: Reach, language: str) -> str:
    """Return why a day is the last: what it counts from, how long, by whose law."""
    zh = language == "zh"
    years, named = reach.law.years, law(reach, language)
    if reach.capped:
        said = "自 {start} 起最长 {years} 年" if zh else "at most {years} years from {start}"
        told = said.format(years=reach.law.absolute_years, start=fmt.day(reach.start, language))
        return told + _by(named, language)
    if reach.event is not None:
        said = "{event} 起重新计算 {years} 年" if zh else "{years} years anew from {event}"
        told = said.format(event=_moved(reach.event, language), years=years)
        return told + _by(named, language)
    end = ("，至当年年末" if zh else ", to the end of that year") if reach.law.year_end else ""
    said = "自{anchor} {start} 起 {years} 年{end}"
    if not zh:
        said = "{years} years from {anchor} {start}{end}"
    start = fmt.day(reach.start, language)
    told = said.format(anchor=anchor(reach, language), start=start, years=years, end=end)
    return told + _by(named, language)


def _moved(one: Event, language: str) -> str:
    words = kind(one.kind, language)
    words = words if language == "zh" else words[0].lower() + words[1:]
    weak = "（证明力弱）" if language == "zh" else " (weak proof)"
    return f"{words} {fmt.day(one.on, language)}{weak if one.strength is Strength.WEAK else ''}"


def _by(named: str, language: str) -> str:
    return f"（{named}法）" if language == "zh" else f" (law of {named})"


def left(found: Limited, language: str) -> str:
    """Return the days left to the conservative day, or past it, in words."""
    days = found.days_left
    if language == "zh":
        return f"剩 {days} 天" if days >= 0 else f"已过 {-days} 天"
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} left" if days >= 0 else f"{-days} {unit} past"


def alert(found: Limited, language: str) -> str:
    """Return the alert that is on, nothing for none."""
    on = found.alert
    if on is None:
        return ""
    if on == 0:
        return "已过" if language == "zh" else "Past"
    return f"{on} 天内" if language == "zh" else f"Within {on} days"


def sent(row: LegalEventRow, language: str) -> str:
    """Return how and under which number a notice went, or the number of a case."""
    told = row.event
    way = channel(told.channel or "", language)
    return " ".join(part for part in (way, told.number) if part)


def outcome(told: LegalEvent, language: str) -> str:
    """Return what came of a sending: on its way, arrived, returned; nothing for other events."""
    if told.kind not in NOTICES:
        return ""
    if told.arrived_on is not None:
        return _on(("送达", "arrived"), told.arrived_on, language)
    if told.returned_on is not None:
        return _on(("退回", "returned"), told.returned_on, language)
    return _on(("寄出，未送达", "sent, not arrived"), told.happened_on, language)


def _on(words: Words, on: date, language: str) -> str:
    day = fmt.day(on, language)
    return f"{day} {words[0]}" if language == "zh" else f"{words[1]} {day}"


def described(row: LegalEventRow, language: str) -> str:
    """Return a recorded event in one line: its day, what it was, how it can be proved."""
    told = row.event
    parts = [
        outcome(told, language) or fmt.day(told.happened_on, language),
        sent(row, language),
        told.signed_by,
        ("证明力" if language == "zh" else "proof ") + strength(told.strength, language).lower(),
    ]
    sep = "：" if language == "zh" else ": "
    return kind(told.kind, language) + sep + " · ".join(part for part in parts if part)


def at_large(language: str) -> str:
    """Return what an event without documents is about."""
    return "全部欠款" if language == "zh" else "all that was owed"
