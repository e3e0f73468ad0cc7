"""The risk views of a day: heat map, region × industry, concentration, expected loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.changes import OperationResult
from domain.credit.exposure import ExposureSum
from domain.credit.grades import Grade
from domain.figures.concentration import Share, ranked
from domain.money import decimals
from domain.policy import policy_on
from domain.ports import BookReader, UnitOfWork
from domain.ports_warning import Person
from domain.risk.expected import GradeSum, Risk, by_grade, risks
from domain.risk.heat import HeatMap, heat_map
from domain.risk.places import Placed, PlaceMap, industry_of, place_map, region_of
from domain.services.exposures import exposures_in_base
from domain.services.records import CHANGED, add_record, keep_record
from domain.warning.positions import (
    CustomerTraits,
    FirmPosition,
    RiskLevel,
    Scope,
    check_level,
    check_position,
    levels_on,
)

#: What concentration is told by.
BY: Final = ("customer", "group", "industry", "region")


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """Everything the risk views show of a day, in the book's currency.

    ``unvalued`` counts foreign accounts without a rate: they are in no figure.
    """

    currency: str
    risks: Sequence[Risk]
    grades: Sequence[GradeSum]
    heat: HeatMap
    places: PlaceMap
    shares: Mapping[str, Sequence[Share[str]]]
    people: Mapping[int, Person]
    levels: Mapping[tuple[Scope, str], RiskLevel]
    unvalued: int


def risk_view(reader: BookReader, day: date) -> RiskView:
    """Return the risk views of a day."""
    policy, base = policy_on(reader, day), reader.base_currency()
    sums, unvalued = exposures_in_base(reader, day)
    exposures = {key: one.total for key, one in sums.items()}
    found = risks(exposures, grades_on(reader, day), policy.grades)
    people = {person.customer_id: person for person in reader.people()}
    placed = _placed(reader, day, sums, people)
    bounds = [step * 10 ** decimals(base) for step in policy.risk.steps]
    return RiskView(
        currency=base,
        risks=found,
        grades=by_grade(found, policy.grades),
        heat=heat_map(found, bounds, policy.grades),
        places=place_map(placed),
        shares={by: ranked(_sums(placed, people, by)) for by in BY},
        people=people,
        levels=levels_on(reader.records(RiskLevel, firm=True, up_to=day), day),
        unvalued=unvalued,
    )


def grades_on(reader: BookReader, day: date) -> dict[int, Grade]:
    """Return the grade in force of each customer that has one."""
    return {one.customer_id: one.grade for one in reader.graded(day) if one.grade is not None}


def _placed(
    reader: BookReader, day: date, sums: Mapping[int, ExposureSum], people: Mapping[int, Person]
) -> list[Placed]:
    traits = {
        record.customer_id: record.value for record in reader.records(CustomerTraits, up_to=day)
    }
    found = []
    for customer_id, one in sorted(sums.items()):
        person, mine = people[customer_id], traits.get(customer_id, CustomerTraits())
        region = region_of(mine.region, person.extra, person.country, person.address)
        industry = industry_of(mine.industry, person.extra)
        # What it has with us may leave less at stake than is overdue.
        late = min(one.late, one.total)
        found.append(Placed(customer_id, region, industry, one.total, late))
    return found


def _sums(placed: Sequence[Placed], people: Mapping[int, Person], by: str) -> dict[str, int]:
    """Return exposures by customer code, group (its code where it has none), industry, region."""
    found: dict[str, int] = {}
    for one in placed:
        person = people[one.customer_id]
        names = {
            "customer": person.code,
            "group": person.group or person.code,
            "industry": one.industry,
            "region": one.region,
        }
        found[names[by]] = found.get(names[by], 0) + one.exposure
    return found


def set_level(uow: UnitOfWork, value: RiskLevel, day: date) -> OperationResult[int]:
    """Keep the risk level of an industry, region or country from a day.

    Raises:
        BadRiskFact: the level is not 1 to 7, or of nothing.
    """
    check_level(value)
    return keep_record(uow, value, customer_id=None, dated_on=day)


def set_position(uow: UnitOfWork, value: FirmPosition, day: date) -> OperationResult[int]:
    """Keep the firm's own position on a day.

    Raises:
        BadRiskFact: an amount or a count is below zero.
    """
    check_position(value)
    return keep_record(uow, value, customer_id=None, dated_on=day)


def set_traits(
    uow: UnitOfWork, traits: Mapping[int, CustomerTraits], day: date
) -> OperationResult[int]:
    """Keep in which industry and region customers are from a day, in one operation."""
    with uow:
        told = {"day": day.isoformat(), "customers": len(traits)}
        operation = uow.begin(f"{CustomerTraits.KIND}.keep", told)
        for customer_id, value in sorted(traits.items()):
            add_record(uow, value, customer_id=customer_id, dated_on=day)
        uow.commit()
    return OperationResult(value=len(traits), operation_id=operation, changes=CHANGED)
