"""Words of the worklist: kinds, reasons, next steps, deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.money import Money
from domain.worklist.task import Act, Deadline, Task, TaskKind
from ui import format as fmt
from ui.marks import QT_TRANSLATE_NOOP, translate

#: Kind → word, tone of its chip.
KINDS: Final[Mapping[str, tuple[str, str]]] = {
    TaskKind.MATCH: (QT_TRANSLATE_NOOP("Today", "To match"), "accent"),
    TaskKind.PROMISE: (QT_TRANSLATE_NOOP("Today", "Promise"), "accent"),
    TaskKind.CHASE: (QT_TRANSLATE_NOOP("Today", "Chase"), "neutral"),
    TaskKind.LEGAL: (QT_TRANSLATE_NOOP("Today", "Legal"), "amber"),
    TaskKind.LIMIT: (QT_TRANSLATE_NOOP("Today", "Over limit"), "amber"),
    TaskKind.APPROVAL: (QT_TRANSLATE_NOOP("Today", "Approval"), "accent"),
    TaskKind.WARNING: (QT_TRANSLATE_NOOP("Today", "Warning"), "amber"),
    TaskKind.DISPUTE: (QT_TRANSLATE_NOOP("Today", "Dispute"), "amber"),
    TaskKind.PLAN: (QT_TRANSLATE_NOOP("Today", "Plan"), "accent"),
    TaskKind.STATEMENT: (QT_TRANSLATE_NOOP("Today", "Statement"), "neutral"),
    TaskKind.COVER: (QT_TRANSLATE_NOOP("Today", "Cover"), "amber"),
    TaskKind.BILL: (QT_TRANSLATE_NOOP("Today", "Bill"), "neutral"),
    TaskKind.DOCUMENT: (QT_TRANSLATE_NOOP("Today", "Papers"), "neutral"),
}

#: Next step → word, key in the list.
ACTS: Final[Mapping[str, tuple[str, str]]] = {
    Act.CALL: (QT_TRANSLATE_NOOP("Today", "Call"), "C"),
    Act.LETTER: (QT_TRANSLATE_NOOP("Today", "Letter"), "L"),
    Act.MATCH: (QT_TRANSLATE_NOOP("Today", "Match"), "A"),
    Act.APPROVE: (QT_TRANSLATE_NOOP("Today", "Approve"), "P"),
    Act.REVIEW: (QT_TRANSLATE_NOOP("Today", "Review"), "R"),
    Act.RENEW: (QT_TRANSLATE_NOOP("Today", "Renew"), "N"),
    Act.SETTLE: (QT_TRANSLATE_NOOP("Today", "Settle"), "D"),
    Act.REPLY: (QT_TRANSLATE_NOOP("Today", "Ask for reply"), "S"),
    Act.FILE: (QT_TRANSLATE_NOOP("Today", "Notify"), "G"),
    Act.PRESENT: (QT_TRANSLATE_NOOP("Today", "Present"), "B"),
    Act.OPEN: (QT_TRANSLATE_NOOP("Today", "Open"), "O"),
}

#: Reason → its words with places for the task's facts.
_REASONS: Final[Mapping[str, str]] = {
    "match.sure": QT_TRANSLATE_NOOP(
        "Today", "Came {on}: {count} document(s) by its text or payer, {confidence} %"
    ),
    "match.likely": QT_TRANSLATE_NOOP(
        "Today", "Came {on}: {count} document(s) may fit, {confidence} %"
    ),
    "match.none": QT_TRANSLATE_NOOP("Today", "Came {on}: nothing found that it pays"),
    "promise.due": QT_TRANSLATE_NOOP("Today", "Promised for {due_on}, not here yet"),
    "promise.broken": QT_TRANSLATE_NOOP("Today", "Promised for {due_on} and not kept"),
    "plan.grace": QT_TRANSLATE_NOOP("Today", "Instalment plan: a line is late, within its grace"),
    "plan.default": QT_TRANSLATE_NOOP("Today", "Instalment plan broken: decide how to go on"),
    "talk.next": QT_TRANSLATE_NOOP("Today", "Agreed in the last talk: {step}"),
    "chase.first": QT_TRANSLATE_NOOP("Today", "Overdue, oldest {days} days; not reminded yet"),
    "chase.again": QT_TRANSLATE_NOOP(
        "Today", "Overdue, oldest {days} days; reminded up to level {level}"
    ),
    "limitation.near": QT_TRANSLATE_NOOP(
        "Today", "{number}: limitation ends on {last}, {days} days left"
    ),
    "limitation.over": QT_TRANSLATE_NOOP(
        "Today", "{number}: limitation ended on {last} by the careful count"
    ),
    "dispute.open": QT_TRANSLATE_NOOP(
        "Today", "{number} disputed for {days} days: {which}; {owner} by {due_on}"
    ),
    "dispute.late": QT_TRANSLATE_NOOP(
        "Today",
        "{number} disputed for {days} days, was to be settled by {due_on}: {which}; {owner}",
    ),
    "dispute.credit": QT_TRANSLATE_NOOP(
        "Today", "{number}: conceded, the credit note is not posted; {which}"
    ),
    "approval.waits": QT_TRANSLATE_NOOP(
        "Today", "{number}: credit application waits for level {level} of {levels}"
    ),
    "statement.due": QT_TRANSLATE_NOOP(
        "Today", "{count} statement(s) are due by the periods agreed"
    ),
    "statement.silent": QT_TRANSLATE_NOOP("Today", "{number}: no reply, {days} days late"),
    "statement.differs": QT_TRANSLATE_NOOP("Today", "{number}: {count} difference(s) not settled"),
    "limit.over": QT_TRANSLATE_NOOP("Today", "Above its limit of {limit}"),
    "limit.review": QT_TRANSLATE_NOOP("Today", "{count} limits not reviewed in time"),
    "insurance.notify": QT_TRANSLATE_NOOP(
        "Today", "{number}: notify the insurer by {by}, {days} days left"
    ),
    "insurance.claim": QT_TRANSLATE_NOOP(
        "Today", "{number}: claim from the insurer by {by}, {days} days left"
    ),
    "insurance.missed": QT_TRANSLATE_NOOP(
        "Today", "{number}: the insurer's day {by} has passed; ask whether it still accepts"
    ),
    "insurance.declare": QT_TRANSLATE_NOOP(
        "Today", "{month}: {count} shipment(s) to be declared by {by}"
    ),
    "guarantee.demand": QT_TRANSLATE_NOOP(
        "Today", "Ask the guarantor {giver} before the period ends on {last}"
    ),
    "guarantee.sue": QT_TRANSLATE_NOOP(
        "Today", "Sue the debtor before the guarantee of {giver} ends on {last}"
    ),
    "guarantee.lost": QT_TRANSLATE_NOOP("Today", "The guarantee of {giver} ended unused on {last}"),
    "policy.review": QT_TRANSLATE_NOOP("Today", "Credit policy to review: {from_on} to {to_on}"),
    "policy.draft": QT_TRANSLATE_NOOP(
        "Today", "Draft of the credit policy by {who} for {on} waits for approval"
    ),
    "bill.present": QT_TRANSLATE_NOOP("Today", "Matures {due_on}, present by {until}: {number}"),
    "file.registry": QT_TRANSLATE_NOOP("Today", "Look the firm up in the register again ({which})"),
    "file.report": QT_TRANSLATE_NOOP("Today", "Credit report valid until {on}: {which}"),
    "file.visit": QT_TRANSLATE_NOOP("Today", "Visit the customer again ({which})"),
    "file.statements": QT_TRANSLATE_NOOP("Today", "Ask for new accounts, the last are of {which}"),
    "file.security": QT_TRANSLATE_NOOP("Today", "Security ends on {on}: {which}"),
    "file.contract": QT_TRANSLATE_NOOP("Today", "Contract ends on {on}: {which}"),
}

#: What a day of a case asks of us, with the day and the court.
_COURT: Final[Mapping[str, str]] = {
    "court.sue_after_objection": QT_TRANSLATE_NOOP(
        "Today", "The debtor objected to the payment order: sue ({court}), reminded {on}"
    ),
    "court.sue_after_preservation": QT_TRANSLATE_NOOP(
        "Today", "Sue by {on}, or the preservation is lifted ({court})"
    ),
    "court.appear": QT_TRANSLATE_NOOP("Today", "Hearing on {on}: {court}"),
    "court.appeal": QT_TRANSLATE_NOOP("Today", "Time to appeal ends on {on}: {court}"),
    "court.enforce": QT_TRANSLATE_NOOP("Today", "Apply for enforcement by {on}: {court}"),
    "court.file_claim": QT_TRANSLATE_NOOP(
        "Today", "File the claim in the bankruptcy by {on}: {court}"
    ),
    "court.meet": QT_TRANSLATE_NOOP("Today", "Creditors' meeting on {on}: {court}"),
    "court.bankrupt": QT_TRANSLATE_NOOP(
        "Today", "Bankruptcy accepted on {accepted}: file the claim, by {on} to be safe"
    ),
}

_DEADLINES: Final[Mapping[str, str]] = {
    "court.court_accepts": QT_TRANSLATE_NOOP("Today", "Court decides on acceptance"),
    "court.court_issues": QT_TRANSLATE_NOOP("Today", "Court issues the order"),
    "court.debtor_objects": QT_TRANSLATE_NOOP("Today", "Time to object ends"),
    "court.sue_after_objection": QT_TRANSLATE_NOOP("Today", "Sue after the objection"),
    "court.sue_after_preservation": QT_TRANSLATE_NOOP("Today", "Sue after preservation"),
    "court.appear": QT_TRANSLATE_NOOP("Today", "Hearing"),
    "court.appeal": QT_TRANSLATE_NOOP("Today", "Appeal"),
    "court.debtor_pays": QT_TRANSLATE_NOOP("Today", "Debtor has to pay"),
    "court.enforce": QT_TRANSLATE_NOOP("Today", "Apply for enforcement"),
    "court.file_claim": QT_TRANSLATE_NOOP("Today", "Claim in bankruptcy"),
    "court.meet": QT_TRANSLATE_NOOP("Today", "Creditors' meeting"),
    "limitation.ends": QT_TRANSLATE_NOOP("Today", "Limitation"),
    "insurance.notify": QT_TRANSLATE_NOOP("Today", "Notify insurer"),
    "insurance.wait": QT_TRANSLATE_NOOP("Today", "Claim insurance"),
    "insurance.claim": QT_TRANSLATE_NOOP("Today", "Claim insurance"),
    "promise.runs": QT_TRANSLATE_NOOP("Today", "Promise"),
    "bill.matures": QT_TRANSLATE_NOOP("Today", "Bill matures"),
    "limit.ends": QT_TRANSLATE_NOOP("Today", "Limit ends"),
    "security.ends": QT_TRANSLATE_NOOP("Today", "Security ends"),
    "policy.review": QT_TRANSLATE_NOOP("Today", "Review of the credit policy"),
}


def kind_word(kind: str) -> str:
    """Return the word of a kind."""
    source, _tone = KINDS[kind]
    return translate("Today", source)


def act_word(act: str) -> str:
    """Return the word of a next step."""
    source, _key = ACTS[act]
    return translate("Today", source)


def reason(task: Task, language: str) -> str:
    """Return why a task is on the list."""
    facts = {key: _written(value, language) for key, value in task.facts.items()}
    # What is named in both languages is shown in the window's.
    facts["which"] = facts.get(language, "")
    source = _REASONS.get(task.reason) or _COURT[task.reason]
    return translate("Today", source).format(**facts)


def _written(value: object, language: str) -> object:
    if isinstance(value, Money):
        return fmt.money(value.minor, value.currency)
    return fmt.short_day(value, language) if isinstance(value, date) else value


def deadline(one: Deadline) -> str:
    """Return what a deadline is about."""
    source = _DEADLINES[one.reason]
    return translate("Today", source)
