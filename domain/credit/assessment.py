"""The assessment of a customer: answers, the four parts of the file, score and grade.

The "3+1" method looks at registry, three years of accounts, credit record, and visits the
site. While any of the four is empty, or too little was answered, no grade above B; a person
may set another grade and says why, within the same cap. An assessment keeps all it was made
of: a new model or policy never changes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from domain.credit.altman import z_scores
from domain.credit.figure import Figure
from domain.credit.grades import CAP_INCOMPLETE, Grade, GradePolicy, worse
from domain.credit.ratios import BOUNDS, Bound, ratio_sheet
from domain.credit.score_model import ScoreModel
from domain.credit.scoring import Answer, Point, score
from domain.credit.statements import FinancialStatement, has_three_years, latest_years
from domain.credit.working_assets import SHARES, ShareStep, working_assets
from domain.errors import BadAssessment, BadPolicy
from domain.terms import day_of_month

#: The three parts of the file and the visit, in the order of the wizard.
PARTS: Final = ("registry", "accounts", "credit_record", "site_visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPolicy:
    """Section of the policy: yardsticks of ratios, the share table, how much must be answered.

    ``min_coverage``: percent of the weights answered below which no grade goes above B.
    """

    bounds: tuple[Bound, ...] = BOUNDS
    shares: tuple[ShareStep, ...] = SHARES
    min_coverage: Decimal = Decimal(60)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartNote:
    """One of the four parts as it was found.

    Attributes:
        filled: whether there is anything to judge by.
        dated_on: of what is there (checked, ended, reported, visited on).
        summary: what it says, in a line.
        record_id: the record it comes from; None: derived from the book.
        score: of a visit, from 0 to 100 as the visitor judged.
    """

    filled: bool = False
    dated_on: date | None = None
    summary: str = ""
    record_id: int | None = None
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileParts:
    """The four parts."""

    registry: PartNote = PartNote()
    accounts: PartNote = PartNote()
    credit_record: PartNote = PartNote()
    site_visit: PartNote = PartNote()

    def part(self, name: str) -> PartNote:
        """Return a part by its name."""
        found: PartNote = getattr(self, name)
        return found

    @property
    def empty(self) -> tuple[str, ...]:
        """Names of the parts in which there is nothing yet."""
        return tuple(name for name in PARTS if not self.part(name).filled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A grade set by a person against the computed one."""

    grade: Grade
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """An assessment as it was made.

    Attributes:
        model: the score card itself, so that a new version changes nothing here.
        figures: ratios, Z scores and working assets of the last accounts at that time.
        computed: what the score alone gives; None while nothing is answered.
        caps: why the grade is held at B: names of empty parts, or "coverage".
        grade: the grade in force: computed or overridden, held by the caps.
    """

    KIND: ClassVar[str] = "assessment"

    model: ScoreModel
    answers: tuple[Answer, ...]
    parts: FileParts
    figures: tuple[Figure, ...] = ()
    score: Decimal | None
    coverage: Decimal
    computed: Grade | None
    caps: tuple[str, ...] = ()
    grade: Grade | None
    override: Override | None = None
    comment: str = ""
    accounts_years: tuple[int, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """What each answer gave: contributions that add up to the score."""
        return score(self.model, self.answers).points


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What an assessment is made of."""

    model: ScoreModel
    answers: tuple[Answer, ...]
    parts: FileParts
    statements: tuple[FinancialStatement, ...] = ()
    override: Override | None = None
    comment: str = ""


def assess(
    inputs: Inputs, grades: GradePolicy, policy: AssessmentPolicy | None = None
) -> Assessment:
    """Return the assessment that inputs give under a policy.

    Worked: a score of 88.0 is AAA; with no site visit yet it is held at B.

    Raises:
        BadAssessment: an answer that cannot be, or an override without a reason.
    """
    policy = policy or AssessmentPolicy()
    override = inputs.override
    if override is not None and not override.reason.strip():
        raise BadAssessment(indicator="override", points=override.grade.value)
    result = score(inputs.model, inputs.answers)
    computed = None if result.score is None else grades.grade_of(result.score)
    caps = caps_of(inputs.parts, result.coverage, policy)
    return Assessment(
        model=inputs.model,
        answers=inputs.answers,
        parts=inputs.parts,
        figures=tuple(figures_of(inputs.statements, policy)),
        score=result.score,
        coverage=result.coverage,
        computed=computed,
        caps=caps,
        grade=held(override.grade if override is not None else computed, caps),
        override=override,
        comment=inputs.comment,
        accounts_years=tuple(one.year for one in latest_years(inputs.statements)),
    )


def caps_of(parts: FileParts, coverage: Decimal, policy: AssessmentPolicy) -> tuple[str, ...]:
    """Return what holds the grade at B: empty parts, and too low a coverage."""
    return (*parts.empty, *(["coverage"] if coverage < policy.min_coverage else []))


def held(grade: Grade | None, caps: tuple[str, ...]) -> Grade | None:
    """Return a grade, not above B while anything caps it."""
    return worse(grade, CAP_INCOMPLETE) if grade is not None and caps else grade


def figures_of(
    statements: tuple[FinancialStatement, ...], policy: AssessmentPolicy
) -> list[Figure]:
    """Return the figures of the last accounts, with the change from the year before."""
    if not statements:
        return []
    years = latest_years(statements)
    model = working_assets(years[-1], policy.shares)
    ratios = ratio_sheet(years, policy.bounds)[-1]
    return [*ratios, *z_scores(years[-1]), model.assets, model.rating, model.limit]


def accounts_part(statements: tuple[FinancialStatement, ...]) -> PartNote:
    """Return the part of the accounts: filled by three consecutive fiscal years."""
    years = latest_years(statements)
    if not years:
        return PartNote()
    told = " ".join(str(one.year) for one in years)
    return PartNote(filled=has_three_years(statements), dated_on=years[-1].ended_on, summary=told)


def valid_until(made_on: date, grade: Grade | None, grades: GradePolicy) -> date:
    """Return the last day an assessment holds: its grade's review interval.

    Worked: a B (6 months) made on 2026-08-31 holds until 2027-02-28.
    """
    months = grades.rule(grade).review_months
    return day_of_month(made_on.year, made_on.month + months, made_on.day)


def check_assessment_policy(policy: AssessmentPolicy) -> None:
    """Refuse yardsticks without a direction and a coverage beyond 100.

    Raises:
        BadPolicy: names the ratio or field.
    """
    for bound in policy.bounds:
        if bound.green == bound.red:
            raise BadPolicy(section="ratios", row=bound.code, field="bounds")
    if not 0 <= policy.min_coverage <= 100:
        raise BadPolicy(section="assessment", row="min_coverage", field="min_coverage")
