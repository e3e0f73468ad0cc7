"""How the facts kept by hand for warnings and risk views are asked for and shown."""

from __future__ import annotations

from typing import Final

from domain.fields import FieldSpec, RecordForm, Shape
from domain.warning.positions import (
    LEVELS,
    CustomerTraits,
    FirmPosition,
    RiskLevel,
    Scope,
    check_level,
    check_position,
)

TRAITS: Final = RecordForm(
    kind=CustomerTraits,
    words=("行业与地区", "Industry and region"),
    dated=("自", "From"),
    files=False,
    headline="industry",
    about=(
        "供风险视图分组；写法与风险等级中一致。空白时按自定义字段和地址判断。",
        (
            "Groups the customer in the risk views, spelt as in the risk levels. What is left "
            "empty is taken from its own fields and its address."
        ),
    ),
    fields=(
        FieldSpec(key="industry", words=("行业", "Industry"), width=160),
        FieldSpec(key="region", words=("地区", "Region"), width=140),
    ),
)

LEVEL: Final = RecordForm(
    kind=RiskLevel,
    words=("风险等级", "Risk level"),
    dated=("自", "From"),
    headline="name",
    rule=check_level,
    about=(
        "从某日起认定的行业、地区或国家风险，1 最安全，7 最差；每项以最近一次为准。",
        (
            "How risky an industry, region or country is held to be from a day, 1 safest, 7 worst; "
            "the latest of each counts."
        ),
    ),
    fields=(
        FieldSpec(
            key="scope",
            words=("对象", "Of"),
            shape=Shape.CHOICE,
            needed=True,
            choices={
                Scope.INDUSTRY: ("行业", "industry"),
                Scope.REGION: ("地区", "region"),
                Scope.COUNTRY: ("国家", "country"),
            },
            width=90,
        ),
        FieldSpec(
            key="name",
            words=("名称", "Name"),
            needed=True,
            hint=("国家填两位代码，如 VN", "A country by its two letters: VN"),
            width=160,
        ),
        FieldSpec(
            key="level",
            words=("等级", "Level"),
            shape=Shape.WHOLE,
            needed=True,
            least=LEVELS.start,
            most=LEVELS.stop - 1,
            width=70,
        ),
        FieldSpec(key="reason", words=("依据", "Grounds"), shape=Shape.LONG, width=280),
    ),
)

POSITION: Final = RecordForm(
    kind=FirmPosition,
    words=("本单位资金状况", "Own position"),
    dated=("截至", "As of"),
    rule=check_position,
    about=(
        "银行授信用了多少、推迟付给供应商几笔：收款压力的预警据此计算，以最近一次为准。",
        (
            "How much of the bank facility is used and how many supplier payments were put off: "
            "the warnings of the firm's own position rest on the latest."
        ),
    ),
    fields=(
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(
            key="facility",
            words=("银行授信额度", "Bank facility"),
            shape=Shape.AMOUNT,
            needed=True,
            least=0,
            width=150,
            currency="currency",
        ),
        FieldSpec(
            key="used",
            words=("已用额度", "Used"),
            shape=Shape.AMOUNT,
            needed=True,
            least=0,
            width=150,
            currency="currency",
        ),
        FieldSpec(
            key="delayed_payments",
            words=("推迟付款笔数", "Supplier payments put off"),
            shape=Shape.WHOLE,
            needed=True,
            least=0,
            width=170,
        ),
        FieldSpec(
            key="reserve_drawn",
            words=("已动用备用金", "Reserve drawn on"),
            shape=Shape.YES_NO,
            width=120,
        ),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)

#: What the firm keeps of itself and of the market; TRAITS are kept with the customer.
FIRM_FORMS: Final = (LEVEL, POSITION)
