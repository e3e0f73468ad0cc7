"""The working-asset model (营运资产分析模型): which share of a firm's working assets to risk.

Working assets = (working capital + net assets) ÷ 2. The rating value = current ratio +
quick ratio − current liabilities ÷ net assets − total liabilities ÷ net assets picks a share
from a table; the limit is the one times the other. No authority prints the table: it is the
firm's to change.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from domain.credit.figure import Figure, Operand, Unit
from domain.credit.ratios import operand
from domain.credit.statements import FinancialStatement, Line
from domain.errors import BadPolicy
from domain.money import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareStep:
    """Up to which rating value, inclusive, a share applies; ``up_to`` None: above all."""

    up_to: Decimal | None
    share: Decimal


def _steps(text: str) -> tuple[ShareStep, ...]:
    pairs = [part.split(":") for part in text.split()]
    return tuple(
        ShareStep(up_to=Decimal(limit) if limit else None, share=Decimal(share))
        for limit, share in pairs
    )


SHARES: Final = _steps(
    "-4.6:0 -3.9:0.025 -3.2:0.05 -2.5:0.075 -1.8:0.1 -1.1:0.125 -0.4:0.15 0.3:0.175 1.0:0.2 :0.25"
)
_HUNDREDTH: Final = Decimal("0.01")
_LINES: Final = (
    Line.CURRENT_ASSETS,
    Line.INVENTORY,
    Line.CURRENT_LIABILITIES,
    Line.TOTAL_LIABILITIES,
    Line.EQUITY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingAssets:
    """The model's figures: working assets, rating value, the share taken, the limit."""

    assets: Figure
    rating: Figure
    share: Decimal | None
    limit: Figure

    @property
    def limit_minor(self) -> int | None:
        """The limit in minor units, not below zero; None where an input is missing."""
        return None if self.limit.value is None else int(self.limit.value)


def working_assets(
    statement: FinancialStatement, steps: tuple[ShareStep, ...] = SHARES
) -> WorkingAssets:
    """Return what the model says of a year.

    The rating is rounded to hundredths, as the table has it. Without net assets above
    zero or without current liabilities there is no rating, and no limit.

    Worked: current assets 1,800, inventory 500, current liabilities 1,200, equity 1,200,
    total liabilities 1,800: working assets 900; 1.5 + 1.0833 − 1.0 − 1.5 = 0.08, so 17.5 %
    and a limit of 157.50.
    """
    inputs = tuple(operand(statement, line) for line in _LINES)
    assets, rating = _assets(inputs), _rating(inputs)
    share = None if rating.value is None else share_of(rating.value, steps)
    limit, reason = None, rating.reason or assets.reason
    if share is not None and assets.value is not None:
        over, under = (max(assets.value, Decimal(0)) * share).as_integer_ratio()
        limit, reason = Decimal(round_half_up(over, under)), ""
    return WorkingAssets(
        assets=assets,
        rating=rating,
        share=share,
        limit=Figure(
            code="working_limit",
            unit=Unit.MONEY,
            value=limit,
            formula="working_assets * working_share",
            inputs=(
                Operand(name="working_assets", value=assets.value),
                Operand(name="working_share", value=share, unit=Unit.SHARE),
            ),
            reason=reason,
        ),
    )


def share_of(rating: Decimal, steps: tuple[ShareStep, ...] = SHARES) -> Decimal:
    """Return the share of a rating value. Worked: 0.30 17.5 %, 0.31 20 %, −4.60 0 %."""
    found = next((one for one in steps if one.up_to is None or rating <= one.up_to), None)
    return found.share if found is not None else steps[-1].share


def check_steps(steps: tuple[ShareStep, ...]) -> None:
    """Refuse a table whose limits do not rise, whose shares fall, or that ends too early.

    Raises:
        BadPolicy: names the row (from 1) and what is wrong with it.
    """
    if not steps or steps[-1].up_to is not None:
        raise BadPolicy(section="working_assets", row=str(len(steps)), field="up_to")
    for number, step in enumerate(steps, start=1):
        if not 0 <= step.share <= 1:
            raise BadPolicy(section="working_assets", row=str(number), field="share")
    for number, (low, high) in enumerate(pairwise(steps), start=2):
        rising = low.up_to is not None and (high.up_to is None or high.up_to > low.up_to)
        if not rising or high.share < low.share:
            field = "share" if rising else "up_to"
            raise BadPolicy(section="working_assets", row=str(number), field=field)


def _assets(inputs: tuple[Operand, ...]) -> Figure:
    current, _stock, owed, _total, own = (one.value for one in inputs)
    value = None
    if current is not None and owed is not None and own is not None:
        value = (current - owed + own) / 2
    return Figure(
        code="working_assets",
        unit=Unit.MONEY,
        value=value,
        formula="(current_assets - current_liabilities + equity) / 2",
        inputs=(inputs[0], inputs[2], inputs[4]),
        reason="missing" if value is None else "",
    )


def _rating(inputs: tuple[Operand, ...]) -> Figure:
    values = [one.value for one in inputs]
    value, reason = None, "missing"
    known = [one for one in values if one is not None]
    if len(known) == len(values):
        current, stock, owed, total, own = known
        reason = "" if owed > 0 and own > 0 else "negative"
        if not reason:
            exact = current / owed + (current - stock) / owed - owed / own - total / own
            value = _to_hundredths(exact)
    return Figure(
        code="working_rating",
        unit=Unit.SCORE,
        value=value,
        formula=(
            "current_assets / current_liabilities"
            " + (current_assets - inventory) / current_liabilities"
            " - current_liabilities / equity - total_liabilities / equity"
        ),
        inputs=inputs,
        reason=reason,
    )


def _to_hundredths(value: Decimal) -> Decimal:
    over, under = (value / _HUNDREDTH).as_integer_ratio()
    return round_half_up(over, under) * _HUNDREDTH
