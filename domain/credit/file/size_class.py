"""What a customer is and how large: it decides which protection of small sellers applies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from domain.fields import FieldSpec, Pair, RecordForm, Shape
from domain.record import Record
from domain.tax_id import normal_uscc


class BuyerType(StrEnum):
    """Type and size of a buyer (国家统计局大中小微型企业划分办法 for firms)."""

    STATE_ORGAN = "state_organ"
    INSTITUTION = "institution"
    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    MICRO = "micro"
    INDIVIDUAL = "individual"
    OTHER = "other"


TYPE_WORDS: Final[dict[BuyerType, Pair]] = {
    BuyerType.STATE_ORGAN: ("机关", "State organ"),
    BuyerType.INSTITUTION: ("事业单位", "Public institution"),
    BuyerType.LARGE: ("大型企业", "Large firm"),
    BuyerType.MEDIUM: ("中型企业", "Medium firm"),
    BuyerType.SMALL: ("小型企业", "Small firm"),
    BuyerType.MICRO: ("微型企业", "Micro firm"),
    BuyerType.INDIVIDUAL: ("个体工商户、自然人", "Sole trader, person"),
    BuyerType.OTHER: ("社会组织及其他", "Association, other"),
}

#: Buyers bound by 保障中小企业款项支付条例 when the seller is small.
BOUND: Final = frozenset({BuyerType.STATE_ORGAN, BuyerType.INSTITUTION, BuyerType.LARGE})

#: First characters of the credit code → what they prove. Firms (91) tell nothing of size.
_CODES: Final[dict[str, BuyerType]] = {
    "11": BuyerType.STATE_ORGAN,
    "12": BuyerType.INSTITUTION,
    "92": BuyerType.INDIVIDUAL,
    "51": BuyerType.OTHER,
    "52": BuyerType.OTHER,
    "53": BuyerType.OTHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeClass:
    """Type and size from a day on, with what says so."""

    KIND: ClassVar[str] = "size_class"

    type: BuyerType
    source: str = ""
    staff: int | None = None
    revenue: int | None = None
    note: str = ""


def proposed(uscc: str) -> BuyerType | None:
    """Return what a credit code proves: 11… 机关, 12… 事业单位, 92… 个体; None for firms."""
    return _CODES.get(normal_uscc(uscc)[:2])


def type_on(records: list[Record[SizeClass]], day: date) -> BuyerType | None:
    """Return the type in force on a day, None where it is not known."""
    known = [one for one in records if one.dated_on <= day]
    return max(known, key=lambda one: (one.dated_on, one.id)).value.type if known else None


SIZE: Final = RecordForm(
    kind=SizeClass,
    words=("规模与类型", "Size and type"),
    dated=("认定日期", "Determined on"),
    about=(
        "机关、事业单位、大型企业拖欠中小企业款项适用专门条例；规模以签约时为准。",
        (
            "State organs, institutions and large firms are bound by the rules on paying small "
            "sellers; the size when the contract was signed counts."
        ),
    ),
    headline="type",
    fields=(
        FieldSpec(
            key="type",
            words=("类型", "Type"),
            shape=Shape.CHOICE,
            choices=TYPE_WORDS,
            needed=True,
            width=140,
        ),
        FieldSpec(key="source", words=("依据", "Source"), width=200),
        FieldSpec(
            key="staff",
            words=("从业人数", "Staff"),
            shape=Shape.WHOLE,
            unit=("人", ""),
            least=0,
            width=80,
        ),
        FieldSpec(
            key="revenue",
            words=("年营业收入", "Revenue a year"),
            shape=Shape.AMOUNT,
            least=0,
            width=120,
        ),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)
