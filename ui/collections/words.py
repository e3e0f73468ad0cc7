"""Words of dunning: why there is no letter, why it is not paid, what is worth knowing of one."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.dunning import ProposedLetter
from ui import format as fmt
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

#: Reason → short words for the grid, and what to do about it.
_SKIPPED: Final = {
    "covered": (
        QT_TRANSLATE_NOOP("Collections", "Covered by credits"),
        QT_TRANSLATE_NOOP("Collections", "Unallocated money covers it. Allocate it first."),
    ),
    "pending": (
        QT_TRANSLATE_NOOP("Collections", "Money in the bank, not booked"),
        QT_TRANSLATE_NOOP(
            "Collections",
            "Money that seems to be this customer's is in the bank. Book it first.",
        ),
    ),
    "disputed": (
        QT_TRANSLATE_NOOP("Collections", "Fully disputed"),
        QT_TRANSLATE_NOOP("Collections", "All that is overdue is disputed. Settle the dispute."),
    ),
    "below_minimum": (
        QT_TRANSLATE_NOOP("Collections", "Below the minimum"),
        QT_TRANSLATE_NOOP("Collections", "The sum is below the smallest one worth a letter."),
    ),
    "too_soon": (
        QT_TRANSLATE_NOOP("Collections", "Last letter too recent"),
        QT_TRANSLATE_NOOP("Collections", "Fewer days than the interval since the last letter."),
    ),
    "waiting": (
        QT_TRANSLATE_NOOP("Collections", "Next level not due"),
        QT_TRANSLATE_NOOP("Collections", "No invoice has reached the days of its next level."),
    ),
    "final": (
        QT_TRANSLATE_NOOP("Collections", "All levels sent"),
        QT_TRANSLATE_NOOP("Collections", "All levels were sent. Decide on legal steps."),
    ),
    "blocked": (
        QT_TRANSLATE_NOOP("Collections", "Not to be chased"),
        QT_TRANSLATE_NOOP("Collections", "A block keeps it from being chased."),
    ),
    "promise": (
        QT_TRANSLATE_NOOP("Collections", "Promised to pay"),
        QT_TRANSLATE_NOOP("Collections", "The customer has promised to pay. Wait for the day."),
    ),
    "plan": (
        QT_TRANSLATE_NOOP("Collections", "On a payment plan"),
        QT_TRANSLATE_NOOP("Collections", "A payment plan is being kept."),
    ),
    "legal": (
        QT_TRANSLATE_NOOP("Collections", "Handed over to lawyers"),
        QT_TRANSLATE_NOOP("Collections", "The case is with the lawyers."),
    ),
    "left_out": (
        QT_TRANSLATE_NOOP("Collections", "Left out this time"),
        QT_TRANSLATE_NOOP("Collections", "It was taken out of this run."),
    ),
}
_OVERDUE: Final = {
    "short_of_money": QT_TRANSLATE_NOOP("Collections", "Short of money"),
    "approval_pending": QT_TRANSLATE_NOOP("Collections", "Approval not finished"),
    "no_invoice": QT_TRANSLATE_NOOP("Collections", "Invoice not received"),
    "quality": QT_TRANSLATE_NOOP("Collections", "Quality dispute"),
    "differs": QT_TRANSLATE_NOOP("Collections", "Accounts differ"),
    "unwilling": QT_TRANSLATE_NOOP("Collections", "Unwilling to pay"),
    "bankrupt": QT_TRANSLATE_NOOP("Collections", "Bankrupt"),
    "unreachable": QT_TRANSLATE_NOOP("Collections", "Cannot be reached"),
}
_HELD: Final = {
    "talks": QT_TRANSLATE_NOOP("Collections", "Talks under way"),
    "checking": QT_TRANSLATE_NOOP("Collections", "Being checked"),
    "legal": QT_TRANSLATE_NOOP("Collections", "With the lawyers"),
    "insurer": QT_TRANSLATE_NOOP("Collections", "With the insurer"),
    "relation": QT_TRANSLATE_NOOP("Collections", "To keep the relation"),
    "later": QT_TRANSLATE_NOOP("Collections", "Next time"),
    "other": QT_TRANSLATE_NOOP("Collections", "Other"),
}


def skipped_short(reason: str) -> str:
    """Return in short why a customer gets no letter."""
    words = _SKIPPED.get(reason)
    if words is None:
        return reason
    short, _told = words
    return translate("Collections", short)


def skipped_told(reason: str) -> str:
    """Return why a customer gets no letter, and what to do."""
    words = _SKIPPED.get(reason)
    if words is None:
        return reason
    _short, told = words
    return translate("Collections", told)


def overdue_reason(code: str) -> str:
    """Return a reason for late payment in words."""
    source = _OVERDUE.get(code)
    return code if source is None else translate("Collections", source)


def held_reason(code: str) -> str:
    """Return a reason not to chase in words; a note stays as it was written."""
    source = _HELD.get(code)
    return code if source is None else translate("Collections", source)


def why_skipped(reason: str, *, money: str, until: date | None, detail: str, language: str) -> str:
    """Return why a customer gets no letter, with its money, day and note."""
    said = [skipped_short(reason)]
    if money:
        said.append(money)
    if until is not None:
        upto = translate("Collections", "until {date}")
        said.append(upto.format(date=fmt.day(until, language)))
    if detail:
        said.append(held_reason(detail))
    return " · ".join(said)


def hints(letter: ProposedLetter) -> list[ChipText]:
    """Return what is worth knowing before a letter goes out, the weightiest first."""
    found = []
    if letter.asks_reason:
        found.append(ChipText(translate("Collections", "Ask why"), "amber"))
    if letter.resumed:
        found.append(ChipText(translate("Collections", "Promise broken"), "amber"))
    if any(item.row.disputed for item in letter.items):
        found.append(ChipText(translate("Collections", "Less dispute"), "amber"))
    if letter.held:
        found.append(ChipText(translate("Collections", "Part held"), "neutral"))
    if letter.pending:
        found.append(ChipText(translate("Collections", "Bank money off"), "accent"))
    if letter.unapplied:
        found.append(ChipText(translate("Collections", "Credit off"), "neutral"))
    if letter.claimed.cautions:
        found.append(ChipText(translate("Collections", "Check interest"), "neutral"))
    return found
