"""Altman's Z scores of annual accounts: how near failure firms with such accounts were.

Z″ (all trades, private firms): 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4; safe above 2.60,
distress below 1.10. Its variant for emerging markets adds 3.25: 5.85 and 4.15. Z′ (private
manufacturers): 0.717 X1 + 0.847 X2 + 3.107 X3 + 0.420 X4 + 0.998 X5; 2.90 and 1.23.
X1 working capital, X2 retained earnings, X3 EBIT, X5 revenue, each to total assets;
X4 book equity to total liabilities.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.credit.figure import Figure, Light, Operand, Unit
from domain.credit.ratios import operand
from domain.credit.statements import FinancialStatement, Line


@dataclass(frozen=True, slots=True)
class _Model:
    code: str
    weights: tuple[Decimal, ...]
    safe: Decimal
    distress: Decimal
    plus: Decimal = Decimal(0)


def _model(code: str, weights: str, safe: str, distress: str, plus: str = "0") -> _Model:
    each = tuple(Decimal(one) for one in weights.split())
    return _Model(code, each, Decimal(safe), Decimal(distress), Decimal(plus))


_MODELS: Final = (
    _model("z_double_prime", "6.56 3.26 6.72 1.05", "2.60", "1.10"),
    _model("z_emerging", "6.56 3.26 6.72 1.05", "5.85", "4.15", "3.25"),
    _model("z_prime", "0.717 0.847 3.107 0.420 0.998", "2.90", "1.23"),
)
Z_CODES: Final = tuple(one.code for one in _MODELS)
_BELOW: Final = {"x4": Line.TOTAL_LIABILITIES}
_ABOVE: Final = {
    "x1": (Line.CURRENT_ASSETS, Line.CURRENT_LIABILITIES),
    "x2": (Line.RETAINED_EARNINGS,),
    "x3": (Line.EBIT,),
    "x4": (Line.EQUITY,),
    "x5": (Line.REVENUE,),
}


def components(statement: FinancialStatement) -> list[Figure]:
    """Return X1 to X5 with what they are made of."""
    return [_component(statement, code) for code in _ABOVE]


def z_scores(statement: FinancialStatement) -> list[Figure]:
    """Return Z″, its emerging-market variant and Z′, light by zone (amber is the grey zone).

    Worked: CA 1,800, CL 1,200, TA 3,000, RE 450, EBIT 240, equity 1,200, TL 1,800 give
    X .20, .15, .08, .6667, so Z″ = 3.0386 and 6.2886 for emerging markets: safe.
    """
    parts = components(statement)
    return [_score(model, parts) for model in _MODELS]


def _component(statement: FinancialStatement, code: str) -> Figure:
    above, below = _ABOVE[code], _BELOW.get(code, Line.TOTAL_ASSETS)
    top = " - ".join(above)
    inputs = tuple(operand(statement, line) for line in (*above, below))
    values = [one.value for one in inputs if one.value is not None]
    value, reason = None, "missing"
    if len(values) == len(inputs):
        divisor = values[-1]
        reason = "" if divisor > 0 else "zero"
        counted = values[0] - sum(values[1:-1], Decimal(0))
        value = counted / divisor if divisor > 0 else None
    formula = f"({top}) / {below}" if len(above) > 1 else f"{top} / {below}"
    return Figure(
        code=code, unit=Unit.SCORE, value=value, formula=formula, inputs=inputs, reason=reason
    )


def _score(model: _Model, parts: list[Figure]) -> Figure:
    used = parts[: len(model.weights)]
    inputs = tuple(Operand(name=one.code, value=one.value, unit=Unit.SCORE) for one in used)
    terms = [f"{weight} * {one.code}" for weight, one in zip(model.weights, used, strict=True)]
    formula = " + ".join([*terms, *([str(model.plus)] if model.plus else [])])
    if any(one.value is None for one in used):
        value, reason = None, next(one.reason for one in used if one.value is None)
    else:
        pairs = zip(model.weights, used, strict=True)
        value = sum((w * one.value for w, one in pairs if one.value is not None), model.plus)
        reason = ""
    return Figure(
        code=model.code,
        unit=Unit.SCORE,
        value=value,
        formula=formula,
        inputs=inputs,
        reason=reason,
        light=None if value is None else _zone(model, value),
    )


def _zone(model: _Model, value: Decimal) -> Light:
    if value > model.safe:
        return Light.GREEN
    return Light.RED if value < model.distress else Light.AMBER
