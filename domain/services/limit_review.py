"""The quarterly review of limits: proposed, changed by a person, booked in one go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.changes import Changes, OperationResult
from domain.collecting.plan import PlanState
from domain.credit.limit_papers import NOTICE, LimitChange, letter_facts
from domain.credit.limits import CreditLimit, LimitOnDay, Source
from domain.credit.review import (
    Conduct,
    LimitReview,
    Outcome,
    Reason,
    ReviewLine,
    assess,
    tenth,
)
from domain.credit.signals import open_alerts
from domain.errors import BadLimit, MissingField, NothingToDo
from domain.figures.payment_pattern import Paid
from domain.papers import LetterPaper
from domain.policy import policy_on
from domain.ports import BookReader, Progress, Render, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Record
from domain.services import letters, papers
from domain.services.assessments import grade_on
from domain.services.limits import add_limit, limit_before, limit_on, main_currency
from domain.services.plans import plans_on
from domain.services.promises import promises_on
from domain.services.records import add_record
from domain.terms import day_of_month

CHANGED: Final = Changes(records=True, customers=True, papers=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A customer in the draft of a review: what it did, its limit, and what the rule says."""

    customer_id: int
    code: str
    limit: LimitOnDay
    conduct: Conduct
    outcome: Outcome

    @property
    def before(self) -> int:
        """The lasting part of the limit, which a review changes; top-ups end by themselves."""
        return self.limit.base_minor or 0

    def line(self, after: int | None = None, note: str = "") -> ReviewLine:
        """Return the line to be booked; ``after``: a person's amount instead of the rule's."""
        by_rule = after is None or after == self.outcome.minor
        conduct, use = self.conduct, self.conduct.use(self.before)
        return ReviewLine(
            customer_id=self.customer_id,
            currency=self.limit.currency,
            before_minor=self.before,
            proposed_minor=self.outcome.minor,
            after_minor=self.outcome.minor if after is None else after,
            percent=self.outcome.percent,
            reasons=self.outcome.reasons if by_rule else (*self.outcome.reasons, Reason.BY_HAND),
            on_time=tenth(conduct.on_time),
            days_late=tenth(conduct.days_late),
            use=tenth(use),
            peak_minor=conduct.peak_minor,
            disputes=conduct.open_disputes,
            note=note,
        )


def quarter_before(day: date, months: int = 3) -> date:
    """Return the first day of the period that a review on a day looks at."""
    return day_of_month(day.year, day.month - months, day.day) + timedelta(days=1)


def draft_review(reader: BookReader, day: date) -> list[ReviewRow]:
    """Return what the rule says of every customer with a limit, by code."""
    policy = policy_on(reader, day).reviews
    since = quarter_before(day, policy.months)
    limits = reader.limits_in_force(day)
    facts = _Facts(reader, since, day)
    rows = []
    for relation in reader.relations(day):
        limit = limits[relation.customer_id]
        if not _reviewed(limit):
            continue
        conduct = facts.conduct(relation.customer_id, relation.code, limit.currency)
        outcome = assess(conduct, limit.base_minor or 0, limit.currency, policy)
        rows.append(
            ReviewRow(
                customer_id=relation.customer_id,
                code=relation.code,
                limit=limit,
                conduct=conduct,
                outcome=outcome,
            )
        )
    return rows


def _reviewed(limit: LimitOnDay) -> bool:
    """Whether a limit is one to be reviewed: granted, above 0, with a bound."""
    return limit.source in (Source.RECORD, Source.CUSTOMER) and bool(limit.base_minor)


class _Facts:
    """What the book says of a quarter, each set read once."""

    def __init__(self, reader: BookReader, since: date, day: date) -> None:
        before = since - timedelta(days=1)
        self.paid: dict[tuple[str, str], tuple[Paid, ...]] = {
            (account.code, account.currency): account.paid
            for account in reader.paid_accounts(before, day)
        }
        self.late: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
        for one in reader.late_items(day):
            self.late[one.customer_id, one.currency].append((one.minor, one.days))
        self.peaks = reader.peaks(since, day)
        self.disputes = Counter(row.customer_id for row in reader.disputes(open_on=day))
        self.broken = broken_words(reader, since, day)
        self.alerts = open_alerts(reader, day)
        self.fell = grade_steps(reader, before, day)

    def conduct(self, customer_id: int, code: str, currency: str) -> Conduct:
        return Conduct(
            paid=self.paid.get((code, currency), ()),
            overdue=tuple(self.late.get((customer_id, currency), ())),
            peak_minor=self.peaks.get((customer_id, currency), 0),
            open_disputes=self.disputes[customer_id],
            grade_steps=self.fell.get(customer_id),
            broken=customer_id in self.broken,
            alert=customer_id in self.alerts,
        )


def grade_steps(reader: BookReader, first: date, last: date) -> dict[int, int]:
    """Return how many grades customers fell between two days (negative: rose).

    Only those graded on both. Worked: A, then C: 2.
    """
    before, after = grade_on(reader, first), grade_on(reader, last)
    return {
        owner: now.grade.rank - then.grade.rank
        for owner, now in after.items()
        if (then := before.get(owner)) is not None
        and now.grade is not None
        and then.grade is not None
    }


def broken_words(reader: BookReader, since: date, day: date) -> set[int]:
    """Return the customers whose plan is broken, or who broke a promise due in a period."""
    promised = {
        one.record.customer_id
        for one in promises_on(reader, day)
        if one.failed and one.record.value.due_on >= since
    }
    planned = {
        one.record.customer_id
        for one in plans_on(reader, day)
        if one.standing.state is PlanState.DEFAULT
    }
    return {owner for owner in promised | planned if owner is not None}


# -- booking


def notices_of(
    reader: BookReader, lines: Sequence[ReviewLine], day: date
) -> list[tuple[int, LetterPaper]]:
    """Return the letters to the customers whose limit changes, not numbered yet."""
    found = []
    for line in lines:
        if line.after_minor == line.before_minor:
            continue
        change = LimitChange(
            before=line.before_minor,
            after=line.after_minor,
            currency=line.currency,
            effective_on=day,
        )
        found.append((line.customer_id, _letter(reader, line.customer_id, change, day)))
    return found


def limit_letter(
    reader: BookReader, customer_id: int, record: Record[CreditLimit], day: date
) -> LetterPaper:
    """Return the letter that tells a customer a limit granted, not numbered yet.

    A top-up is told with what it is added to.
    """
    value, customer = record.value, reader.customer(customer_id)
    if value.top_up:
        told = limit_on(reader, customer_id, value.currency, record.dated_on)
        before = told.base_minor
        after = None if before is None else before + value.minor
    else:
        earlier = limit_before(reader, record)
        own = value.currency == main_currency(reader, customer)
        given = customer.credit_limit_minor if own else None
        before = given or 0 if earlier is None else earlier.amount
        after = value.amount
    change = LimitChange(
        before=before,
        after=after,
        currency=value.currency,
        effective_on=record.dated_on,
        ends_on=record.ends_on,
    )
    return _letter(reader, customer_id, change, day)


def _letter(reader: BookReader, customer_id: int, change: LimitChange, day: date) -> LetterPaper:
    customer = reader.customer(customer_id)
    language = papers.paper_language(reader, customer)
    return letters.draft(
        reader,
        NOTICE,
        customer_id,
        dated_on=day,
        values=letter_facts(change, customer.terms, language),
        language=language,
        currency=change.currency,
    )


def book_review(
    uow: UnitOfWork,
    review: LimitReview,
    day: date,
    told: Sequence[tuple[int, LetterPaper]],
    render: Render,
    progress: Progress | None = None,
) -> OperationResult[list[papers.Issued]]:
    """Keep a review with the limits it changes and their letters, all or nothing.

    Raises:
        NothingToDo: no customer is in it.
        MissingField: nobody says who reviewed.
        BadLimit: a limit below 0.
        AlertOpen: one rises while an early warning is open.
    """
    if not review.lines:
        raise NothingToDo
    if not review.who.strip():
        raise MissingField(field="who")
    if any(line.after_minor < 0 for line in review.lines):
        raise BadLimit(rule="negative")
    with uow:
        operation = uow.begin("limit_review.book", _told(review))
        review_id = add_record(uow, review, customer_id=None, dated_on=day)
        for line in review.lines:
            if line.after_minor != line.before_minor:
                _change(uow, line, review, review_id, day)
        issued = []
        for done, (customer_id, letter) in enumerate(told):
            if progress is not None:
                progress(done, len(told))
            issued.append(papers.keep(uow, NOTICE, letter, customer_id, render))
        uow.commit()
    return OperationResult(value=issued, operation_id=operation, changes=CHANGED)


def _told(review: LimitReview) -> dict[str, object]:
    changed = sum(line.after_minor != line.before_minor for line in review.lines)
    return {"count": len(review.lines), "changed": changed, "who": review.who}


def _change(
    uow: UnitOfWork, line: ReviewLine, review: LimitReview, review_id: int, day: date
) -> None:
    value = CreditLimit(
        currency=line.currency,
        minor=line.after_minor,
        reasons=line.reasons,
        approver=review.who,
        reason=line.note,
        review_id=review_id,
    )
    add_limit(uow, value, customer_id=line.customer_id, dated_on=day)


# -- dates


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDate:
    """When a limit was last looked at and when it is to be again; None: never."""

    customer_id: int
    last_on: date | None
    due_on: date | None

    def overdue_on(self, day: date) -> bool:
        """Whether its review should have been before a day; never reviewed is overdue."""
        return self.due_on is None or self.due_on < day


def review_dates(
    reader: BookReader, day: date, limits: Mapping[int, LimitOnDay] | None = None
) -> list[ReviewDate]:
    """Return the review dates of all customers whose limit is reviewed.

    ``limits`` are those in force on the day, where they were read before.
    A limit was last looked at when it was granted, or when a review left it as it was.
    """
    months = policy_on(reader, day).reviews.months
    reviewed = _reviewed_on(reader, day)
    found = []
    known = reader.limits_in_force(day) if limits is None else limits
    for owner, limit in known.items():
        if _reviewed(limit):
            last = max(filter(None, (limit.since, reviewed.get(owner))), default=None)
            due = None if last is None else _later(last, months)
            found.append(ReviewDate(customer_id=owner, last_on=last, due_on=due))
    return found


def _reviewed_on(reader: RecordReads, day: date) -> dict[int, date]:
    """Return when each customer was last in a review."""
    return {
        line.customer_id: review.dated_on
        for review in reader.records(LimitReview, firm=True, up_to=day)
        for line in review.value.lines
    }


def _later(day: date, months: int) -> date:
    return day_of_month(day.year, day.month + months, day.day)
