"""Keeping a customer's accounts and assessments, score cards and the policy behind them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.changes import Changes, OperationResult
from domain.credit.assessment import (
    Assessment,
    FileParts,
    Inputs,
    Override,
    PartNote,
    accounts_part,
    assess,
    check_assessment_policy,
    figures_of,
    valid_until,
)
from domain.credit.file_parts import file_notes
from domain.credit.graded import Graded
from domain.credit.grades import GradePolicy, check_grades
from domain.credit.score_model import ScoreModel, check_model, models_on
from domain.credit.scoring import Answer
from domain.credit.statements import FinancialStatement, check_statement
from domain.credit.suggest import Suggestion, suggestions
from domain.credit.working_assets import check_steps
from domain.errors import NotFound
from domain.policy import CreditPolicy, policy_on
from domain.ports import BookReader, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Record
from domain.services.records import CHANGED, add_record
from domain.values import dumps


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentEntry:
    """What a person decides in an assessment; the rest is read from the book."""

    customer_id: int
    made_on: date
    model: str
    answers: tuple[Answer, ...]
    override: Override | None = None
    comment: str = ""
    days_late: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentFile:
    """Everything an assessment starts from, as it stands on a day.

    Attributes:
        statements: latest kept of each fiscal year, oldest first.
        previous: assessments so far, oldest first.
    """

    parts: FileParts
    statements: tuple[FinancialStatement, ...]
    models: dict[str, ScoreModel]
    policy: CreditPolicy
    suggested: dict[str, Suggestion]
    previous: tuple[Record[Assessment], ...]
    days_late: int | None = None
    currency: str = ""


def statements_on(reader: RecordReads, customer_id: int, day: date) -> list[FinancialStatement]:
    """Return a customer's accounts known on a day, one for each year, oldest first."""
    kept = reader.records(FinancialStatement, customer_id=customer_id, up_to=day)
    by_year = {one.value.year: one.value for one in kept}
    return [by_year[year] for year in sorted(by_year)]


def file_on(reader: BookReader, customer_id: int, day: date) -> AssessmentFile:
    """Return what an assessment on a day starts from."""
    row = reader.customer_row(customer_id, day)
    late = row.avg_days_late
    policy, statements = policy_on(reader, day), statements_on(reader, customer_id, day)
    figures = figures_of(tuple(statements), policy.assessment)
    parts = parts_on(reader, customer_id, day, late)
    return AssessmentFile(
        parts=parts,
        statements=tuple(statements),
        models=models_on(reader, day),
        policy=policy,
        suggested=suggestions(figures, late, parts.site_visit.score),
        previous=tuple(reader.records(Assessment, customer_id=customer_id, up_to=day)),
        days_late=late,
        currency=row.currency,
    )


def parts_on(
    reader: RecordReads, customer_id: int, day: date, days_late: int | None = None
) -> FileParts:
    """Return the four parts of the file as they stand on a day.

    The credit record is filled by a report, or by what the customer has paid us so far.
    """
    notes = file_notes(reader, customer_id, day)
    if not notes.credit_record.filled and days_late is not None:
        own = PartNote(filled=True, dated_on=day, summary=f"{days_late}")
        notes = replace(notes, credit_record=own)
    return replace(notes, accounts=accounts_part(tuple(statements_on(reader, customer_id, day))))


def keep_statements(
    uow: UnitOfWork,
    customer_id: int,
    statements: Sequence[FinancialStatement],
    on: date,
    *,
    without: Sequence[int] = (),
) -> OperationResult[list[int]]:
    """Keep the accounts of one or more years; one of a year known already replaces it.

    ``without``: years whose accounts are taken back in the same act.

    Raises:
        BadStatement: nothing in them, or an unknown line.
    """
    for one in statements:
        check_statement(one)
    with uow:
        uow.customer(customer_id)
        years = [one.year for one in statements]
        operation = uow.begin("financial_statement.keep", {"customer": customer_id, "years": years})
        standing = {
            one.value.year: one for one in uow.records(FinancialStatement, customer_id=customer_id)
        }
        kept = [
            add_record(
                uow, one, customer_id=customer_id, dated_on=_first_known(standing, one, on),
                replaces_id=standing[one.year].id if one.year in standing else None,
            )
            for one in statements
        ]  # fmt: skip
        for year in {*without} - {*years}:
            if year in standing:
                _take_back(uow, customer_id, standing[year], on)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGED)


def _take_back(
    uow: UnitOfWork, customer_id: int, standing: Record[FinancialStatement], on: date
) -> None:
    uow.take_back_record(standing.id, on)
    before = dumps(standing.value)
    uow.changed(FinancialStatement.KIND, standing.id, before, None)
    uow.changed("customer", customer_id, before, None)


def _first_known(
    standing: dict[int, Record[FinancialStatement]], one: FinancialStatement, on: date
) -> date:
    """Return the day accounts are known from: a correction was true from the first."""
    before = standing.get(one.year)
    return min(before.dated_on, on) if before is not None else on


def keep_assessment(uow: UnitOfWork, entry: AssessmentEntry) -> OperationResult[int]:
    """Assess a customer on what the book knows on the day, and keep it with its validity.

    Raises:
        BadAssessment: an answer that cannot be, or an override without a reason.
        NotFound: no score card of that code.
    """
    day, customer_id = entry.made_on, entry.customer_id
    with uow:
        uow.customer(customer_id)
        models, policy = models_on(uow, day), policy_on(uow, day)
        if entry.model not in models:
            raise NotFound(record=f"score_model/{entry.model}")
        inputs = Inputs(
            model=models[entry.model],
            answers=entry.answers,
            parts=parts_on(uow, customer_id, day, entry.days_late),
            statements=tuple(statements_on(uow, customer_id, day)),
            override=entry.override,
            comment=entry.comment,
        )
        made = assess(inputs, policy.grades, policy.assessment)
        told = {"customer": customer_id, "dated_on": day.isoformat(), "grade": made.grade}
        operation = uow.begin("assessment.keep", told)
        until = valid_until(day, made.grade, policy.grades)
        kept = add_record(uow, made, customer_id=customer_id, dated_on=day, ends_on=until)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGED)


def keep_model(uow: UnitOfWork, model: ScoreModel, on: date) -> OperationResult[int]:
    """Put a new version of a score card in force from a day; old assessments keep theirs.

    Raises:
        BadPolicy: its weights do not add up to 100, or an indicator repeats.
    """
    check_model(model)
    with uow:
        told = {"model": model.code, "dated_on": on.isoformat()}
        operation = uow.begin("score_model.keep", told)
        kept = add_record(uow, model, customer_id=None, dated_on=on)
        uow.commit()
    changes = Changes(records=True, settings=True)
    return OperationResult(value=kept, operation_id=operation, changes=changes)


def change_assessment_policy(
    uow: UnitOfWork, sections: CreditPolicy, on: date
) -> OperationResult[int]:
    """Put grades, yardsticks and the share table of ``sections`` in force from a day.

    The other sections stay as they are in the policy of that day.

    Raises:
        BadPolicy: a table is out of order or out of range.
    """
    check_grades(sections.grades)
    check_assessment_policy(sections.assessment)
    check_steps(sections.assessment.shares)
    with uow:
        new = replace(
            policy_on(uow, on),
            grades=sections.grades,
            assessment=sections.assessment,
            approved_by=sections.approved_by,
            reason=sections.reason,
        )
        operation = uow.begin("credit_policy.keep", {"dated_on": on.isoformat()})
        kept = add_record(uow, new, customer_id=None, dated_on=on)
        uow.commit()
    changes = Changes(records=True, settings=True)
    return OperationResult(value=kept, operation_id=operation, changes=changes)


def grade_on(
    reader: BookReader, day: date, customer_ids: Collection[int] | None = None
) -> dict[int, Graded]:
    """Return the grades of customers (None: of all) on a day, in one read.

    A customer never assessed is not among them; ``policy.grades.rule(None)`` holds for it.
    """
    return {one.customer_id: one for one in reader.graded(day, customer_ids)}


def grades_in_force(reader: RecordReads, day: date) -> GradePolicy:
    """Return the table of grades in force on a day."""
    return policy_on(reader, day).grades
