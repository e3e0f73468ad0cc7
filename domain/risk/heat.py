"""The heat map: customers by how likely they fail and how much is at stake (风险热力图).

Five rows of grades, worst at the top, and one of those not rated; five columns of exposure.
A cell's heat is the expected loss of one customer in the middle of its column, as a part of
the first step: below 1 % the coolest, then up to 4, 12 and 40 %, above it the hottest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.credit.grades import Grade, GradePolicy
from domain.risk.expected import Risk, expected_loss

#: The grades of each row, worst first; the last row is of those not rated.
ROWS: Final[tuple[tuple[Grade | None, ...], ...]] = (
    (Grade.D,),
    (Grade.C,),
    (Grade.B,),
    (Grade.A,),
    (Grade.AA, Grade.AAA),
    (None,),
)
_HEAT: Final = (1, 4, 12, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPolicy:
    """How the risk views divide exposures: upper bounds in units of the book's currency.

    Above the last bound is a column of its own.
    """

    steps: tuple[int, ...] = (50_000, 100_000, 200_000, 400_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The customers of a grade row and an exposure column; ``heat`` 0 … 4."""

    heat: int
    count: int
    exposure: int
    loss: int
    customer_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """Cells by row and column, with their sums; ``rows`` leaves out "not rated" when nobody is.

    ``pds`` are the lowest and highest probability of a row's grades.
    """

    rows: tuple[tuple[Grade | None, ...], ...]
    pds: tuple[tuple[Decimal, Decimal], ...]
    bounds: tuple[int, ...]
    cells: tuple[tuple[Cell, ...], ...]

    def row_sum(self, row: int) -> tuple[int, int]:
        """Return count and exposure of a row."""
        return _sums(self.cells[row])

    def column_sum(self, column: int) -> tuple[int, int]:
        """Return count and exposure of a column."""
        return _sums(cells[column] for cells in self.cells)

    @property
    def total(self) -> tuple[int, int]:
        """Count and exposure of everyone."""
        return _sums(cell for cells in self.cells for cell in cells)

    @property
    def loss(self) -> int:
        """The expected loss of everyone."""
        return sum(cell.loss for cells in self.cells for cell in cells)


def _sums(cells: Iterable[Cell]) -> tuple[int, int]:
    found = list(cells)
    return sum(cell.count for cell in found), sum(cell.exposure for cell in found)


def heat_map(found: Sequence[Risk], bounds: Sequence[int], policy: GradePolicy) -> HeatMap:
    """Return the heat map; ``bounds`` are the columns' upper bounds in minor units, rising.

    Worked: bounds of 50,000 and 100,000: an exposure of 50,000.00 stands in the first
    column, 50,000.01 in the second.
    """
    placed: dict[tuple[int, int], list[Risk]] = {}
    for risk in found:
        row = next(n for n, grades in enumerate(ROWS) if risk.grade in grades)
        placed.setdefault((row, bisect_left(bounds, risk.exposure)), []).append(risk)
    shown = [n for n, grades in enumerate(ROWS) if None not in grades or _any_in(placed, n)]
    return HeatMap(
        rows=tuple(ROWS[row] for row in shown),
        pds=tuple(_pds(row, policy) for row in shown),
        bounds=tuple(bounds),
        cells=tuple(
            tuple(
                _cell(placed.get((row, column), []), _heat(row, column, bounds, policy))
                for column in range(len(bounds) + 1)
            )
            for row in shown
        ),
    )


def _any_in(placed: dict[tuple[int, int], list[Risk]], row: int) -> bool:
    return any(at == row for at, _ in placed)


def _pds(row: int, policy: GradePolicy) -> tuple[Decimal, Decimal]:
    pds = [policy.rule(grade).pd for grade in ROWS[row]]
    return min(pds), max(pds)


def _heat(row: int, column: int, bounds: Sequence[int], policy: GradePolicy) -> int:
    """Return the heat of one customer in the middle of a column (the last: 1.5 × its bound)."""
    if not bounds:
        return 0
    lower = bounds[column - 1] if column else 0
    middle = (lower + bounds[column]) // 2 if column < len(bounds) else lower * 3 // 2
    rule = policy.rule(max(ROWS[row], key=lambda grade: policy.rule(grade).pd))
    return bisect_left(_HEAT, 100 * expected_loss(middle, rule.pd, rule.lgd) / bounds[0])


def _cell(rows: Sequence[Risk], heat: int) -> Cell:
    return Cell(
        heat=heat,
        count=len(rows),
        exposure=sum(risk.exposure for risk in rows),
        loss=sum(risk.loss for risk in rows),
        customer_ids=tuple(risk.customer_id for risk in rows),
    )
