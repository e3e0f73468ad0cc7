"""Whom to speak to at a customer, by what they decide; and the accounts it pays from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from stdnum.iso7064 import mod_11_10

from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State
from domain.record import Record


class Role(StrEnum):
    """What a person decides or does at the customer."""

    FINANCE = "finance"
    PURCHASING = "purchasing"
    BOSS = "boss"
    LEGAL = "legal"
    WAREHOUSE = "warehouse"
    OTHER = "other"


ROLE_WORDS: Final[dict[Role, Pair]] = {
    Role.FINANCE: ("财务", "Finance"),
    Role.PURCHASING: ("采购", "Purchasing"),
    Role.BOSS: ("负责人", "Head of the firm"),
    Role.LEGAL: ("法务", "Legal"),
    Role.WAREHOUSE: ("收货、仓库", "Goods receipt"),
    Role.OTHER: ("其他", "Other"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person; the record's last day is when they left."""

    KIND: ClassVar[str] = "contact"

    name: str
    role: Role
    position: str = ""
    mobile: str = ""
    phone: str = ""
    email: str = ""
    messenger: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerAccount:
    """A bank account that the customer pays from."""

    KIND: ClassVar[str] = "customer_account"

    bank: str
    number: str
    holder: str = ""
    bank_code: str = ""
    currency: str = ""
    note: str = ""


def _contact_states(record: Record[Contact], day: date) -> list[Said]:
    if record.holds_on(day):
        return []
    return [Said(state=State.PLAIN, words=("已离任", "Left"))]


def _contact_remarks(value: Contact) -> list[Said]:
    mobile = value.mobile.replace(" ", "").replace("-", "").removeprefix("+86")
    if not mobile or re.fullmatch(r"1[3-9]\d{9}", mobile) or value.mobile.startswith("+"):
        return []
    words = (
        "手机号不是 11 位大陆号码，请核对。",
        "Not a mobile number of mainland China; check it.",
    )
    return [Said(state=State.NEAR, words=words)]


def _account_remarks(value: CustomerAccount) -> list[Said]:
    code = value.bank_code.strip()
    if not code or (re.fullmatch(r"\d{12}", code) and mod_11_10.is_valid(code)):
        return []
    words = (
        "联行号应为 12 位且校验码相符，请核对。",
        "A CNAPS code has 12 digits with a check digit.",
    )
    return [Said(state=State.NEAR, words=words)]


CONTACT: Final = RecordForm(
    kind=Contact,
    words=("联系人", "Contact"),
    dated=("起始日", "Since"),
    ends=("离任日", "Left on"),
    files=False,
    about=("按岗位登记，离任只记日期，不删除。", "By what they decide; who left keeps a last day."),
    states=_contact_states,
    remarks=_contact_remarks,
    headline="name",
    fields=(
        FieldSpec(key="name", words=("姓名", "Name"), needed=True, width=90),
        FieldSpec(
            key="role",
            words=("角色", "Role"),
            shape=Shape.CHOICE,
            choices=ROLE_WORDS,
            needed=True,
            width=110,
        ),
        FieldSpec(key="position", words=("职务", "Position"), width=100),
        FieldSpec(key="mobile", words=("手机", "Mobile"), width=110),
        FieldSpec(key="phone", words=("电话", "Telephone"), width=110),
        FieldSpec(key="email", words=("邮箱", "E-mail"), width=160),
        FieldSpec(key="messenger", words=("微信等", "WeChat and others")),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)

ACCOUNT: Final = RecordForm(
    kind=CustomerAccount,
    words=("付款账户", "Bank account"),
    dated=("登记日", "Known since"),
    about=(
        "客户付款用的银行账户；变更收款或付款账户请先电话核实。",
        "Accounts the customer pays from; a change is verified by telephone first.",
    ),
    remarks=_account_remarks,
    headline="bank",
    fields=(
        FieldSpec(key="bank", words=("开户行", "Bank"), needed=True, width=180),
        FieldSpec(key="number", words=("账号", "Account number"), needed=True, width=180),
        FieldSpec(key="holder", words=("户名", "Account holder"), width=160),
        FieldSpec(key="bank_code", words=("联行号", "CNAPS code")),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(key="note", words=("备注", "Note"), shape=Shape.LONG),
    ),
)
