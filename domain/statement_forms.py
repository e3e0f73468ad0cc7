"""How terms of statements are asked for and shown."""

from __future__ import annotations

from typing import Final

from domain.fields import FieldSpec, RecordForm, Shape
from domain.statement_cycle import Every, StatementTerms, Style

TERMS: Final = RecordForm(
    kind=StatementTerms,
    words=("对账约定", "Terms of statements"),
    dated=("生效日", "From"),
    files=False,
    about=(
        "上一个完整周期未发的补发，已发的不重复。客户页上可为单个客户另行约定。",
        "One missed is caught up, none is sent twice. A customer's own stand on its page.",
    ),
    fields=(
        FieldSpec(
            key="every",
            words=("周期", "Period"),
            shape=Shape.CHOICE,
            needed=True,
            choices={
                Every.MONTH: ("每月", "month"),
                Every.QUARTER: ("每季", "quarter"),
                Every.HALF_YEAR: ("每半年", "half-year"),
                Every.YEAR: ("每年", "year"),
                Every.NEVER: ("不发对账单", "never"),
            },
            width=120,
        ),
        FieldSpec(
            key="style",
            words=("格式", "Style"),
            shape=Shape.CHOICE,
            needed=True,
            choices={
                Style.ACTIVITY: ("往来明细", "movements"),
                Style.OPEN_ITEM: ("未清项", "open items"),
                Style.DETAILED: ("明细加未清项", "detailed"),
            },
            width=140,
        ),
        FieldSpec(
            key="least",
            words=("低于此余额不发", "No statement below"),
            shape=Shape.AMOUNT,
            least=0,
            width=120,
        ),
    ),
)
