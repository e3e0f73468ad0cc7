"""Words of the line of time on a customer's page."""

from __future__ import annotations

from typing import Final

from domain.collecting.forms import CHANNELS, OUTCOMES
from domain.collecting.promise import PromiseState
from domain.collecting.talk import Channel, Outcome
from domain.disputes import DisputeState
from domain.fields import pick
from domain.limitation import Limited
from domain.services.collection_log import LogEntry, LogKind, NextStep
from ui import dispute_words, labels
from ui import format as fmt
from ui.collections import words as dunning_words
from ui.collections.registers import PROMISE_STATES
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

#: Kind → icon, word.
KINDS: Final[dict[LogKind, tuple[str, str]]] = {
    LogKind.TALK: ("phone", ""),
    LogKind.PROMISE: ("handshake", QT_TRANSLATE_NOOP("Log", "Promise to pay")),
    LogKind.PROMISE_FAILED: ("clock", QT_TRANSLATE_NOOP("Log", "Promise not kept")),
    LogKind.PLAN: ("list-checks", QT_TRANSLATE_NOOP("Log", "Instalment plan")),
    LogKind.PLAN_BROKEN: ("circle-alert", QT_TRANSLATE_NOOP("Log", "Instalment plan broken")),
    LogKind.LETTER: ("file-text", ""),
    LogKind.DELIVERED: ("mail", QT_TRANSLATE_NOOP("Log", "Delivered")),
    LogKind.RETURNED: ("undo-2", QT_TRANSLATE_NOOP("Log", "Came back")),
    LogKind.DISPUTE: ("triangle-alert", QT_TRANSLATE_NOOP("Log", "Dispute")),
    LogKind.DISPUTE_DECIDED: ("scale", QT_TRANSLATE_NOOP("Log", "Dispute decided")),
    LogKind.RECEIPT: ("hand-coins", QT_TRANSLATE_NOOP("Log", "Receipt")),
}
_CHANNEL_ICONS: Final = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.POST: "mail",
    Channel.WECHAT: "message-square",
    Channel.SMS: "message-square",
    Channel.VISIT: "users",
    Channel.MEETING: "users",
}
_GOOD: Final = frozenset({Outcome.PROMISED, Outcome.PAID_SAYS, Outcome.IN_PROCESS})
_BAD: Final = frozenset({Outcome.REFUSES, Outcome.NO_MONEY, Outcome.DISPUTES})


def icon(entry: LogEntry) -> str:
    """Return the icon of an entry."""
    if entry.kind is LogKind.TALK:
        return _CHANNEL_ICONS[Channel(entry.code)]
    return KINDS[entry.kind][0]


def headline(entry: LogEntry, language: str) -> str:
    """Return what an entry is: "Telephone", "Dunning letter", "Promise not kept"."""
    if entry.kind is LogKind.TALK:
        return pick(CHANNELS[Channel(entry.code)], language)
    if entry.kind is LogKind.LETTER:
        return labels.paper(entry.code)
    _icon, source = KINDS[entry.kind]
    return translate("Log", source)


def chip(entry: LogEntry, language: str) -> ChipText | None:
    """Return the chip beside the headline, None for none."""
    if entry.kind is LogKind.TALK:
        outcome = Outcome(entry.number)
        tone = "accent" if outcome in _GOOD else "amber" if outcome in _BAD else "neutral"
        return ChipText(pick(OUTCOMES[outcome], language), tone)
    if entry.kind is LogKind.LETTER and entry.level:
        return ChipText(translate("Log", "level {n}").format(n=entry.level), "neutral")
    if entry.kind in (LogKind.PROMISE, LogKind.PROMISE_FAILED):
        source, tone = PROMISE_STATES[PromiseState(entry.code)]
        return ChipText(translate("Registers", source), tone)
    if entry.kind is LogKind.DISPUTE:
        return dispute_words.state_chip(DisputeState(entry.code))
    if entry.kind is LogKind.DISPUTE_DECIDED:
        return ChipText(dispute_words.outcome_word(entry.code, language), "neutral")
    return None


def about(entry: LogEntry, language: str) -> str:
    """Return what stands under the headline."""
    amount = _money(entry.amount, entry.currency) if entry.amount else ""
    until = fmt.day(entry.until, language) if entry.until else ""
    if entry.kind is LogKind.TALK:
        said = " · ".join(part for part in (entry.person, entry.text) if part)
        step = translate("Log", "next {date}").format(date=until) if until else ""
        return "\n".join(part for part in (said, step) if part)
    if entry.kind in (LogKind.PROMISE, LogKind.PROMISE_FAILED):
        said = translate("Log", "{amount} for {date}")
        if entry.kind is LogKind.PROMISE_FAILED:
            said = translate("Log", "{amount} of {date} did not come")
        told = said.format(amount=amount, date=until)
        return " · ".join(part for part in (told, entry.person, entry.text) if part)
    if entry.kind is LogKind.PLAN:
        said = translate("Log", "{amount} in {n} parts until {date}")
        return said.format(amount=amount, n=entry.number, date=until)
    parts = (amount, entry.number, entry.text, entry.person)
    return " · ".join(part for part in parts if part)


def _money(minor: int, currency: str) -> str:
    """Return a sum that is not broken between currency and figures."""
    return f"{currency}\u00a0{fmt.money(minor, currency)}"


def when(entry: LogEntry, language: str) -> str:
    """Return the day; who told it stands behind, and gives way where there is no room."""
    return " ".join(part for part in (fmt.short_day(entry.on, language), entry.who) if part)


def suggestion(step: NextStep, language: str) -> str:
    """Return what to do next: the letter of the next level, or why there is none."""
    if step.letter is not None:
        one = step.letter
        said = translate("Log", "Send {letter}: level {n}, {amount}")
        amount = _money(one.principal, one.currency)
        name = labels.paper("dunning")
        return said.format(letter=name, n=one.level, amount=amount)
    if step.skipped is not None:
        told = dunning_words.skipped_short(step.skipped.reason)
        until = step.skipped.until
        return f"{told} · {fmt.day(until, language)}" if until else told
    return translate("Log", "nothing is overdue")


def planned(step: NextStep, language: str) -> str:
    """Return the talk that is planned, "" for none."""
    entry = step.planned
    if entry is None or entry.until is None:
        return ""
    return " · ".join(part for part in (fmt.day(entry.until, language), entry.person) if part)


def limitation(found: Limited | None, language: str) -> str:
    """Return the first last safe day with the invoice it is of."""
    if found is None:
        return ""
    return f"{fmt.day(found.conservative.on, language)} · {found.debt.number}"


def service(step: NextStep) -> str:
    """Return where papers are served by contract."""
    if not step.service_address:
        return translate("Log", "not agreed in any contract of the file")
    return " · ".join(part for part in (step.service_address, step.contract) if part)
