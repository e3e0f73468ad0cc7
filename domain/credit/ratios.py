"""Ratios of annual accounts with their traffic lights and trend.

Balance-sheet lines are taken at the year's end, so that the first year of a file compares
with the later ones; days are of a year of 365.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from domain.credit.figure import Figure, Light, Operand, Unit
from domain.credit.statements import FinancialStatement, Line

_YEAR_DAYS: Final = 365
Amounts = dict[Line, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """From where a ratio is green, and from where red; between them amber.

    Higher is better where ``green`` is above ``red``, lower where it is below.
    """

    code: str
    green: Decimal
    red: Decimal

    @property
    def higher_is_better(self) -> bool:
        """Whether more of it is better."""
        return self.green > self.red

    def light(self, value: Decimal) -> Light:
        """Return the light; both limits count to their colour."""
        sign = 1 if self.higher_is_better else -1
        if sign * value >= sign * self.green:
            return Light.GREEN
        return Light.RED if sign * value <= sign * self.red else Light.AMBER


@dataclass(frozen=True, slots=True)
class _Ratio:
    code: str
    unit: Unit
    formula: str
    above: Callable[[Amounts], Decimal]
    below: Callable[[Amounts], Decimal]
    lines: tuple[Line, ...]


def _ratio(code: str, unit: Unit, formula: str, above: str, below: str, days: int = 1) -> _Ratio:
    first, second = _terms(above), _terms(below)
    lines = tuple(dict.fromkeys(line for _sign, line in first + second))
    return _Ratio(
        code,
        unit,
        formula,
        lambda values: days * _sum(first, values),
        lambda values: _sum(second, values),
        lines,
    )


def _terms(text: str) -> list[tuple[int, Line]]:
    """Read "current_assets - inventory" as signed lines."""
    spaced = f"+ {text}".split()
    pairs = zip(spaced[::2], spaced[1::2], strict=True)
    return [(-1 if sign == "-" else 1, Line(name)) for sign, name in pairs]


def _sum(terms: list[tuple[int, Line]], values: Amounts) -> Decimal:
    return sum((sign * values[line] for sign, line in terms), Decimal(0))


def _simple(code: str, unit: Unit, above: str, below: str) -> _Ratio:
    shown = [f"({part})" if " " in part else part for part in (above, below)]
    return _ratio(code, unit, " / ".join(shown), above, below)


def _days(code: str, above: str, below: str) -> _Ratio:
    return _ratio(code, Unit.DAYS, f"{above} / {below} * 365", above, below, _YEAR_DAYS)


_RATIOS: Final = (
    _simple("current_ratio", Unit.RATIO, "current_assets", "current_liabilities"),
    _simple("quick_ratio", Unit.RATIO, "current_assets - inventory", "current_liabilities"),
    _simple("cash_ratio", Unit.RATIO, "cash", "current_liabilities"),
    _simple("debt_ratio", Unit.SHARE, "total_liabilities", "total_assets"),
    _simple("gearing", Unit.SHARE, "short_loans + long_debt", "equity"),
    _simple("interest_cover", Unit.RATIO, "ebit", "interest_expense"),
    _simple("cash_flow_cover", Unit.SHARE, "operating_cash_flow", "current_liabilities"),
    _simple("gross_margin", Unit.SHARE, "revenue - cost_of_sales", "revenue"),
    _simple("operating_margin", Unit.SHARE, "operating_profit", "revenue"),
    _simple("net_margin", Unit.SHARE, "net_profit", "revenue"),
    _simple("roa", Unit.SHARE, "net_profit", "total_assets"),
    _simple("roe", Unit.SHARE, "net_profit", "equity"),
    _days("receivable_days", "receivables", "revenue"),
    _days("inventory_days", "inventory", "cost_of_sales"),
)
RATIO_CODES: Final = tuple(one.code for one in _RATIOS)
_UNITS: Final = {one.code: one.unit for one in _RATIOS}


def unit_of(code: str) -> Unit:
    """Return what a ratio counts."""
    return _UNITS[code]


def _bound(code: str, green: str, red: str) -> Bound:
    return Bound(code=code, green=Decimal(green), red=Decimal(red))


#: Usual yardsticks of trade and manufacture; the firm's policy may set its own.
BOUNDS: Final = (
    _bound("current_ratio", "1.5", "1.0"),
    _bound("quick_ratio", "1.0", "0.6"),
    _bound("cash_ratio", "0.2", "0.05"),
    _bound("debt_ratio", "0.6", "0.8"),
    _bound("gearing", "0.7", "1.5"),
    _bound("interest_cover", "3", "1.2"),
    _bound("cash_flow_cover", "0.2", "0"),
    _bound("gross_margin", "0.2", "0.08"),
    _bound("operating_margin", "0.06", "0"),
    _bound("net_margin", "0.04", "0"),
    _bound("roa", "0.05", "0"),
    _bound("roe", "0.1", "0"),
    _bound("receivable_days", "60", "120"),
    _bound("inventory_days", "75", "150"),
)


def ratios(statement: FinancialStatement, bounds: Sequence[Bound] = BOUNDS) -> list[Figure]:
    """Return the ratios of a year, each with its inputs and light.

    Worked: current assets 1,800, inventory 500, current liabilities 1,200: current ratio
    1.50, quick ratio 1.0833.
    """
    limits = {one.code: one for one in bounds}
    return [_figure(ratio, statement, limits.get(ratio.code)) for ratio in _RATIOS]


def ratio_sheet(
    statements: Sequence[FinancialStatement], bounds: Sequence[Bound] = BOUNDS
) -> list[list[Figure]]:
    """Return the ratios of several years, oldest first, each year with its change."""
    limits = {one.code: one for one in bounds}
    years: list[list[Figure]] = []
    for statement in sorted(statements, key=lambda one: one.ended_on):
        figures = ratios(statement, bounds)
        if years:
            pairs = zip(years[-1], figures, strict=True)
            figures = [_moved(before, after, limits.get(after.code)) for before, after in pairs]
        years.append(figures)
    return years


def operand(statement: FinancialStatement, line: Line) -> Operand:
    """Return a line of the accounts as an input of a formula."""
    value = statement.value(line)
    return Operand(name=line.value, value=None if value is None else Decimal(value))


def _figure(ratio: _Ratio, statement: FinancialStatement, bound: Bound | None) -> Figure:
    inputs = tuple(operand(statement, line) for line in ratio.lines)
    figure = Figure(
        code=ratio.code, unit=ratio.unit, value=None, formula=ratio.formula, inputs=inputs
    )
    if figure.missing:
        return replace(figure, reason="missing")
    values = {Line(one.name): one.value for one in inputs if one.value is not None}
    below = ratio.below(values)
    if below <= 0:
        reason = "zero" if below == 0 else "negative"
        return replace(figure, reason=reason, light=_without(ratio, values, below))
    value = ratio.above(values) / below
    return replace(figure, value=value, light=None if bound is None else bound.light(value))


def _without(ratio: _Ratio, values: Amounts, below: Decimal) -> Light | None:
    """Say what a ratio means that cannot be computed: no interest is good, no equity is bad."""
    if ratio.code == "interest_cover" and below == 0:
        return Light.GREEN if values[Line.EBIT] >= 0 else Light.RED
    return Light.RED if ratio.code in {"gearing", "roe"} else None


def _moved(before: Figure, after: Figure, bound: Bound | None) -> Figure:
    if before.value is None or after.value is None:
        return after
    change = after.value - before.value
    better = None
    if change and bound is not None:
        better = (change > 0) == bound.higher_is_better
    return replace(after, change=change, better=better)
