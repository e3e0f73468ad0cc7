"""Score cards: which indicators are judged, how much each weighs, and the two models shipped.

A model is a record of the firm's with its day; a changed one is a new record, and an
assessment keeps the model it was made with. Names of the indicators shipped are worded where
they are shown, by their code; a firm's own carry their names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from domain.errors import BadPolicy, WeightsDoNotAdd
from domain.ports_records import RecordReads

#: Weights of a model add up to this.
WHOLE: Final = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing judged from 1 (worst) to 10; ``name`` is "" for those shipped."""

    code: str
    weight: Decimal
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Indicators that belong together."""

    code: str
    indicators: tuple[Indicator, ...]
    name: str = ""

    @property
    def weight(self) -> Decimal:
        """What the group weighs of 100."""
        return sum((one.weight for one in self.indicators), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreModel:
    """A score card."""

    KIND: ClassVar[str] = "score_model"

    code: str
    groups: tuple[Group, ...]
    name: str = ""
    reason: str = ""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators in order."""
        return tuple(one for group in self.groups for one in group.indicators)

    def indicator(self, code: str) -> Indicator | None:
        """Return an indicator by its code."""
        return next((one for one in self.indicators if one.code == code), None)


def _group(code: str, text: str) -> Group:
    pairs = (part.split(":") for part in text.split())
    indicators = tuple(Indicator(code=name, weight=Decimal(weight)) for name, weight in pairs)
    return Group(code=code, indicators=indicators)


#: Character 30, capacity 25, capital 20, collateral 15, conditions 10.
FIVE_C: Final = ScoreModel(
    code="five_c",
    groups=(
        _group("character", "payment_record:15 reputation:10 management:5"),
        _group("capacity", "solvency:10 profitability:8 cash_flow:7"),
        _group("capital", "net_worth:10 balance_sheet:10"),
        _group("collateral", "security:10 realisable_assets:5"),
        _group("conditions", "industry:4 market:3 environment:3"),
    ),
)

#: 特征分析模型: three groups of six.
FEATURES: Final = ScoreModel(
    code="features",
    groups=(
        _group(
            "own_features",
            "impression:4 organisation:5 products:5 competition:5 operation:6 prospects:5",
        ),
        _group(
            "priority_features",
            "deal_margin:6 demands:4 attraction:4 advantage:4 security:8 replaceable:4",
        ),
        _group(
            "credit_features",
            "payment_record:10 bank_credit:5 profitability:6 balance_sheet:6 solvency:8 "
            "net_worth:5",
        ),
    ),
)
SHIPPED: Final = (FEATURES, FIVE_C)


def check_model(model: ScoreModel) -> None:
    """Refuse a model whose weights do not add up to 100, or whose indicators repeat.

    Raises:
        BadPolicy: an indicator without a code, twice, or with a weight beyond 0 to 100.
        WeightsDoNotAdd: with what they add up to.
    """
    if not model.code:
        raise BadPolicy(section="score_model", row="", field="code")
    seen: set[str] = set()
    for one in model.indicators:
        if not one.code or one.code in seen:
            raise BadPolicy(section="score_model", row=one.code, field="code")
        if not 0 <= one.weight <= WHOLE:
            raise BadPolicy(section="score_model", row=one.code, field="weight")
        seen.add(one.code)
    total = sum((group.weight for group in model.groups), Decimal(0))
    if total != WHOLE:
        raise WeightsDoNotAdd(total=f"{total.normalize():f}")


def models_on(reader: RecordReads, day: date) -> dict[str, ScoreModel]:
    """Return the models in force on a day by code: those shipped, as the firm changed them."""
    found = {model.code: model for model in SHIPPED}
    for kept in reader.records(ScoreModel, firm=True, up_to=day):
        found[kept.value.code] = kept.value
    return found
