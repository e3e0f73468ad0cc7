"""A case before a court or tribunal, its steps, and the days that follow from them.

Days are counted on the safe side: from the day of the step, without the day's grace that the
law leaves out at the beginning and without passing over a holiday at the end. A reminder, no
advice. Sources: 民事诉讼法 (2023) 104, 171, 225–228, 250; 企业破产法 45, 46.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from domain.legal_event import EventKind
from domain.limitation import add_years
from domain.record import Record


class Route(StrEnum):
    """The way a claim is made."""

    PAYMENT_ORDER = "payment_order"
    PRESERVATION = "preservation"
    LAWSUIT = "lawsuit"
    ARBITRATION = "arbitration"
    BANKRUPTCY = "bankruptcy"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtCase:
    """A case, dated the day it was begun; the record names the items.

    ``claim`` is the principal, ``interest`` what is claimed beside it, in minor units of
    ``currency`` ("" for the book's).
    """

    KIND: ClassVar[str] = "court_case"

    route: Route
    court: str
    claim: int
    currency: str = ""
    interest: int | None = None
    number: str = ""
    lawyer: str = ""
    note: str = ""


class Step(StrEnum):
    """What happened in a case."""

    ORDER_APPLIED = "order_applied"
    ORDER_ACCEPTED = "order_accepted"
    ORDER_ISSUED = "order_issued"
    ORDER_SERVED = "order_served"
    ORDER_OBJECTED = "order_objected"
    PRESERVATION_APPLIED = "preservation_applied"
    PRESERVED = "preserved"
    FILED = "filed"
    ARBITRATION_FILED = "arbitration_filed"
    HEARING = "hearing"
    JUDGMENT = "judgment"
    IN_FORCE = "in_force"
    ENFORCEMENT = "enforcement"
    BANKRUPTCY_ACCEPTED = "bankruptcy_accepted"
    CLAIM_PERIOD = "claim_period"
    CLAIM_FILED = "claim_filed"
    MEETING = "meeting"
    RECOVERED = "recovered"
    COST = "cost"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


#: Steps that have a day of their own to come: a hearing, the last day to pay or to file.
WITH_DAY: Final = frozenset({Step.HEARING, Step.IN_FORCE, Step.CLAIM_PERIOD, Step.MEETING})
#: Steps with an amount of money.
WITH_AMOUNT: Final = frozenset({Step.RECOVERED, Step.COST, Step.JUDGMENT, Step.SETTLED})
#: Steps that end a case.
ENDS: Final = frozenset({Step.SETTLED, Step.WITHDRAWN, Step.CLOSED})
#: Steps that start the limitation anew (诉讼时效规定11), and what they are in its register.
EVENTS: Final = {
    Step.ORDER_APPLIED: EventKind.PAYMENT_ORDER,
    Step.PRESERVATION_APPLIED: EventKind.PRESERVATION,
    Step.FILED: EventKind.LAWSUIT,
    Step.ARBITRATION_FILED: EventKind.ARBITRATION,
    Step.CLAIM_FILED: EventKind.BANKRUPTCY_CLAIM,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStep:
    """A step of a case, dated the day it happened.

    Attributes:
        due_on: the day it sets: of the hearing, the last to pay, the last to file a claim.
        amount: of money recovered or spent, or awarded.
        event_id: what it is in the register of legal events.
    """

    KIND: ClassVar[str] = "case_step"

    step: Step
    due_on: date | None = None
    amount: int | None = None
    number: str = ""
    note: str = ""
    case_id: int = 0
    event_id: int | None = None


class Due(StrEnum):
    """What a day of a case is for."""

    COURT_ACCEPTS = "court_accepts"
    COURT_ISSUES = "court_issues"
    DEBTOR_OBJECTS = "debtor_objects"
    SUE_AFTER_OBJECTION = "sue_after_objection"
    SUE_AFTER_PRESERVATION = "sue_after_preservation"
    APPEAR = "appear"
    APPEAL = "appeal"
    DEBTOR_PAYS = "debtor_pays"
    ENFORCE = "enforce"
    FILE_CLAIM = "file_claim"
    MEET = "meet"


#: Days that others have to keep; missed, nothing of ours is lost.
THEIRS: Final = frozenset(
    {Due.COURT_ACCEPTS, Due.COURT_ISSUES, Due.DEBTOR_OBJECTS, Due.DEBTOR_PAYS}
)
#: Payment order: the court decides within 5 days, issues within 15, the debtor has 15.
ACCEPT_DAYS: Final = 5
ISSUE_DAYS: Final = 15
OBJECT_DAYS: Final = 15
#: The law sets no day to sue after an objection; it is reminded of after a week.
REMIND_DAYS: Final = 7
#: A suit must follow preservation within 30 days, or it is lifted.
PRESERVATION_DAYS: Final = 30
APPEAL_DAYS: Final = 15
ENFORCE_YEARS: Final = 2
#: The shortest period to file claims in bankruptcy, where the court's is not known.
CLAIM_DAYS: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDay:
    """A day that a case has to keep, and the day it follows from."""

    due: Due
    on: date
    since: date

    @property
    def ours(self) -> bool:
        """Whether it is we who lose something by missing it."""
        return self.due not in THEIRS


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStanding:
    """A case as it stands on a day; amounts in minor units of its currency."""

    record: Record[CourtCase]
    steps: tuple[Record[CaseStep], ...]
    days: tuple[CaseDay, ...]
    recovered: int
    costs: int

    @property
    def last(self) -> Step | None:
        """The last step that tells where the case is."""
        told = [one.value.step for one in self.steps if one.value.step not in _MONEY]
        return told[-1] if told else None

    @property
    def ended(self) -> bool:
        """Whether nothing more is to come of it."""
        return any(one.value.step in ENDS for one in self.steps)

    @property
    def next(self) -> CaseDay | None:
        """The next day to keep."""
        return self.days[0] if self.days else None


_MONEY: Final = frozenset({Step.RECOVERED, Step.COST})


def standing(
    record: Record[CourtCase], steps: Iterable[Record[CaseStep]], day: date
) -> CaseStanding:
    """Return how a case stands on a day, by its steps up to then."""
    known = sorted(
        (one for one in steps if one.dated_on <= day), key=lambda one: (one.dated_on, one.id)
    )
    return CaseStanding(
        record=record,
        steps=tuple(known),
        days=tuple(case_days(known, day)),
        recovered=sum(one.value.amount or 0 for one in known if one.value.step is Step.RECOVERED),
        costs=sum(one.value.amount or 0 for one in known if one.value.step is Step.COST),
    )


def case_days(steps: Sequence[Record[CaseStep]], day: date) -> list[CaseDay]:
    """Return the days still to keep, the nearest first; one that is past and ours stays.

    Worked: a payment order applied for on 2 Nov 2026: the court decides by 7 Nov; accepted on
    5 Nov: issues by 20 Nov; served on 23 Nov: the debtor may object until 8 Dec, and where it
    does not, enforcement is applied for by 8 Dec 2028. Assets preserved on 2 Nov: sue by 2 Dec.
    """
    last = {one.value.step: one for one in steps}
    if ENDS & last.keys():
        return []
    found = [one for rule in _RULES for one in rule(last)]
    kept = [one for one in found if one.on >= day or one.due not in _PASSING]
    return sorted(kept, key=lambda one: (one.on, one.due))


_Last = dict[Step, Record[CaseStep]]
#: Days that mean nothing any more once they are past.
_PASSING: Final = frozenset({Due.APPEAR, Due.MEET, Due.APPEAL, Due.DEBTOR_OBJECTS, Due.DEBTOR_PAYS})


def _after(last: _Last, step: Step, until: Iterable[Step]) -> date | None:
    """Return the day of a step that none of the others has followed."""
    one = last.get(step)
    return None if one is None or any(other in last for other in until) else one.dated_on


def _in_days(due: Due, since: date | None, days: int) -> list[CaseDay]:
    if since is None:
        return []
    return [CaseDay(due=due, on=since + timedelta(days=days), since=since)]


def _order(last: _Last) -> list[CaseDay]:
    issued = (Step.ORDER_ISSUED, Step.ORDER_SERVED, Step.ORDER_OBJECTED)
    sued = (Step.FILED, Step.ARBITRATION_FILED)
    done = (Step.ORDER_OBJECTED, Step.ENFORCEMENT, *sued)
    applied = _after(last, Step.ORDER_APPLIED, (Step.ORDER_ACCEPTED, *issued))
    accepted = _after(last, Step.ORDER_ACCEPTED, issued)
    served = _after(last, Step.ORDER_SERVED, done)
    objected = _after(last, Step.ORDER_OBJECTED, sued)
    found = [
        *_in_days(Due.COURT_ACCEPTS, applied, ACCEPT_DAYS),
        *_in_days(Due.COURT_ISSUES, accepted, ISSUE_DAYS),
        *_in_days(Due.DEBTOR_OBJECTS, served, OBJECT_DAYS),
        *_in_days(Due.SUE_AFTER_OBJECTION, objected, REMIND_DAYS),
    ]
    if served is not None and Step.IN_FORCE not in last:
        found.append(_enforce(served + timedelta(days=OBJECT_DAYS)))
    return found


def _preserved(last: _Last) -> list[CaseDay]:
    since = _after(last, Step.PRESERVED, (Step.FILED, Step.ARBITRATION_FILED))
    return _in_days(Due.SUE_AFTER_PRESERVATION, since, PRESERVATION_DAYS)


def _judged(last: _Last) -> list[CaseDay]:
    """A judgment may be appealed against; in force, it is enforced within two years."""
    judged = None
    if Step.ARBITRATION_FILED not in last:
        judged = _after(last, Step.JUDGMENT, (Step.IN_FORCE, Step.ENFORCEMENT))
    found = _in_days(Due.APPEAL, judged, APPEAL_DAYS)
    force = last.get(Step.IN_FORCE)
    if force is not None and Step.ENFORCEMENT not in last:
        pays = force.value.due_on
        if pays is not None:
            found.append(CaseDay(due=Due.DEBTOR_PAYS, on=pays, since=force.dated_on))
        found.append(_enforce(pays or force.dated_on))
    return found


def _enforce(since: date) -> CaseDay:
    return CaseDay(due=Due.ENFORCE, on=add_years(since, ENFORCE_YEARS), since=since)


def _called(last: _Last) -> list[CaseDay]:
    """Hearings and meetings of creditors."""
    found = []
    for step, due in ((Step.HEARING, Due.APPEAR), (Step.MEETING, Due.MEET)):
        one = last.get(step)
        if one is not None and one.value.due_on is not None:
            found.append(CaseDay(due=due, on=one.value.due_on, since=one.dated_on))
    return found


def _bankrupt(last: _Last) -> list[CaseDay]:
    period = last.get(Step.CLAIM_PERIOD)
    if Step.CLAIM_FILED in last:
        return []
    if period is not None and period.value.due_on is not None:
        return [CaseDay(due=Due.FILE_CLAIM, on=period.value.due_on, since=period.dated_on)]
    accepted = _after(last, Step.BANKRUPTCY_ACCEPTED, ())
    return _in_days(Due.FILE_CLAIM, accepted, CLAIM_DAYS)


_RULES: Final[tuple[Callable[[_Last], list[CaseDay]], ...]] = (
    _order,
    _preserved,
    _judged,
    _called,
    _bankrupt,
)
