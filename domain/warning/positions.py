"""What is kept by hand for the warnings and the risk views: a record each.

The firm's own bank facility and how it pays its suppliers; in which industry and region a
customer is; how risky an industry, a region or a country is held to be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from domain.errors import BadRiskFact
from domain.record import Record

#: Risk levels, safest first.
LEVELS: Final = range(1, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmPosition:
    """The firm's own position on a day, amounts in minor units of ``currency``.

    ``delayed_payments`` counts supplier payments put off, ``reserve_drawn``: the reserve
    had to be used.
    """

    KIND: ClassVar[str] = "firm_position"

    currency: str
    facility: int = 0
    used: int = 0
    delayed_payments: int = 0
    reserve_drawn: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTraits:
    """In which industry and region a customer works, as the firm sorts its customers."""

    KIND: ClassVar[str] = "customer_traits"

    industry: str = ""
    region: str = ""


class Scope(StrEnum):
    """What a risk level is told of."""

    INDUSTRY = "industry"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLevel:
    """How risky an industry, region or country is held to be from a day: 1 safest, 7 worst."""

    KIND: ClassVar[str] = "risk_level"

    scope: Scope
    name: str
    level: int
    reason: str = ""


def check_level(value: RiskLevel) -> None:
    """Refuse a level out of 1 … 7 or of nothing.

    Raises:
        BadRiskFact: names the field.
    """
    if value.level not in LEVELS:
        raise BadRiskFact(field="level")
    if not value.name.strip():
        raise BadRiskFact(field="name")


def check_position(value: FirmPosition) -> None:
    """Refuse amounts and counts below zero.

    Raises:
        BadRiskFact: names the field.
    """
    for name in ("facility", "used", "delayed_payments"):
        if getattr(value, name) < 0:
            raise BadRiskFact(field=name)


def levels_on(
    records: Iterable[Record[RiskLevel]], day: date
) -> dict[tuple[Scope, str], RiskLevel]:
    """Return the level of each industry, region and country in force on a day: the latest."""
    found: dict[tuple[Scope, str], tuple[date, int, RiskLevel]] = {}
    for record in records:
        value, key = record.value, (record.value.scope, record.value.name)
        placed = (record.dated_on, record.id, value)
        if record.dated_on <= day and (key not in found or found[key][:2] <= placed[:2]):
            found[key] = placed
    return {key: placed[2] for key, placed in found.items()}
