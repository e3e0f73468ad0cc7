"""From answers to a score: weighted, explained point by point, with its coverage.

Score = Σ weight × points ÷ Σ weight × 10 over what was answered, from 0 to 100 in tenths,
rounded half up once. What was not answered lowers the coverage, never the score. The
contributions shown add up to the score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.credit.score_model import ScoreModel
from domain.errors import BadAssessment
from domain.money import apportion, round_half_up

LOWEST: Final = 1
HIGHEST: Final = 10
_TENTH: Final = Decimal("0.1")
#: Weights are compared as whole numbers of this part.
_PARTS: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How an indicator was judged, 1 to 10, and on what evidence.

    ``suggested``: what the program proposed from the figures; None: nothing.
    """

    indicator: str
    points: int
    evidence: str = ""
    suggested: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What an answer gave: its contribution to the score, in tenths that add up."""

    group: str
    indicator: str
    weight: Decimal
    points: int | None
    contribution: Decimal
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A score with its parts; ``score`` None while nothing is answered."""

    score: Decimal | None
    coverage: Decimal
    points: tuple[Point, ...]


def score(model: ScoreModel, answers: Sequence[Answer]) -> Score:
    """Return the score of a model's answers.

    Worked: weights 60 and 40, the first answered 8, the second not: 80.0 at 60.0 %; the
    second answered 3: 60.0 at 100 %, of which 48.0 and 12.0.

    Raises:
        BadAssessment: an answer outside 1 to 10, of an unknown indicator, or given twice.
    """
    given = _checked(model, answers)
    weights = {one.code: int(one.weight * _PARTS) for one in model.indicators}
    reached = {code: weights[code] * answer.points for code, answer in given.items()}
    most = sum(weights[code] for code in given) * HIGHEST
    tenths = round_half_up(sum(reached.values()) * 1000, most) if most else 0
    whole = sum(weights.values())
    covered = round_half_up(sum(weights[code] for code in given) * 1000, whole) if whole else 0
    shares = apportion(tenths, list(reached.values())) if most else []
    parts = dict(zip(reached, shares, strict=False))
    return Score(
        score=tenths * _TENTH if most else None,
        coverage=covered * _TENTH,
        points=tuple(_points(model, given, parts)),
    )


def _checked(model: ScoreModel, answers: Sequence[Answer]) -> dict[str, Answer]:
    given: dict[str, Answer] = {}
    for answer in answers:
        known = model.indicator(answer.indicator) is not None
        if not known or answer.indicator in given or not LOWEST <= answer.points <= HIGHEST:
            raise BadAssessment(indicator=answer.indicator, points=answer.points)
        given[answer.indicator] = answer
    return given


def _points(
    model: ScoreModel, given: Mapping[str, Answer], parts: Mapping[str, int]
) -> list[Point]:
    return [
        Point(
            group=group.code,
            indicator=one.code,
            weight=one.weight,
            points=given[one.code].points if one.code in given else None,
            contribution=parts.get(one.code, 0) * _TENTH,
            evidence=given[one.code].evidence if one.code in given else "",
        )
        for group in model.groups
        for one in group.indicators
    ]
