"""Notices of settlement: 抵销通知书 and 债务转移（转账）协议, worded in Chinese and English.

A set-off by notice ends both debts when the notice arrives (民法典568, 合同编通则
解释55); it needs the other side's debt to be due. A transfer of a debt needs the
creditor's consent (民法典551) and is signed by all three.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.capital import capital
from domain.customer import Company
from domain.letters import long_date
from domain.money import grouped
from domain.papers import Addressee, Notice, NoticeLine

SET_OFF: Final = "set_off_notice"
TRANSFER: Final = "transfer_notice"

_WORDING: Final[dict[str, dict[str, dict[str, tuple[str, ...]]]]] = {
    "zh": {
        SET_OFF: {
            "title": ("债务抵销通知书",),
            "salutation": ("{customer}：",),
            "opening": (
                (
                    "贵我双方互负到期债务，标的均为金钱。根据《中华人民共和国民法典》第五百六十八条，"
                    "现通知贵司：我司以对贵司享有的下列债权，与我司欠付贵司的款项（{payable}）"
                    "在{amount}范围内抵销{agreement}。"
                ),
            ),
            "closing": (
                (
                    "本通知自到达贵司之日起生效，双方上述债务在抵销金额范围内消灭；抵销后的余额仍按"
                    "原约定履行。本通知不影响我司依法及依约享有的其他权利。"
                ),
                "请核对无误后，将回执盖章寄回。",
            ),
            "by_agreement": ("（依据：{agreement}）",),
        },
        TRANSFER: {
            "title": ("债务转移协议",),
            "salutation": ("{customer}、{other}：",),
            "opening": (
                (
                    "经三方协商一致，根据《中华人民共和国民法典》第五百五十一条，{customer}（原债务人）"
                    "所欠{company}（债权人）的下列款项，合计{amount}，自{on}起由{other}"
                    "（新债务人）承担并支付，债权人同意（协议编号：{agreement}）。"
                ),
            ),
            "closing": (
                (
                    "款项的到期日及其他付款条件不变；新债务人可以主张原债务人对债权人的抗辩。"
                    "原债务人自上述日期起不再承担已转移的部分。"
                ),
                "本协议一式三份，三方盖章后生效。",
            ),
            "by_agreement": ("",),
        },
    },
    "en": {
        SET_OFF: {
            "title": ("Notice of Set-off",),
            "salutation": ("To {customer}:",),
            "opening": (
                (
                    "We and you owe each other debts of money that are due. Under Article 568 "
                    "of the "
                    "Civil Code of the People's Republic of China we hereby set off our claims "
                    "listed "
                    "below against what we owe you ({payable}), to the amount of "
                    "{amount}{agreement}."
                ),
            ),
            "closing": (
                (
                    "This notice takes effect when it reaches you: both debts end to the "
                    "amount set "
                    "off, and what remains of either is performed as agreed. All other rights are "
                    "reserved."
                ),
                "Please check and return the signed reply slip.",
            ),
            "by_agreement": (" (as agreed in {agreement})",),
        },
        TRANSFER: {
            "title": ("Agreement on Transfer of Debt",),
            "salutation": ("To {customer} and {other}:",),
            "opening": (
                (
                    "The three parties agree, under Article 551 of the Civil Code of the People's "
                    "Republic of China, that the following debts of {customer} (the former "
                    "debtor) to "
                    "{company} (the creditor), in total {amount}, are taken over and paid by "
                    "{other} "
                    "(the new debtor) from {on} on, to which the creditor consents (agreement "
                    "{agreement})."
                ),
            ),
            "closing": (
                (
                    "Due dates and all other terms of payment stay as they are; the new debtor may "
                    "raise the former debtor's defences. From that day the former debtor is "
                    "free of "
                    "what has been transferred."
                ),
                "Made in three copies; it takes effect when all three parties have signed.",
            ),
            "by_agreement": ("",),
        },
    },
}


def notice(
    kind: str,
    *,
    company: Company,
    customer: Addressee,
    language: str,
    currency: str,
    lines: tuple[NoticeLine, ...],
    effective_on: date,
    issued_on: date,
    payable: str = "",
    agreement: str = "",
    other: Addressee | None = None,
) -> Notice:
    """Return a notice worded for its kind and language, without a number yet."""
    parts = _WORDING[language][kind]
    total = sum(line.settled for line in lines)
    by_agreement = parts["by_agreement"][0].format(agreement=agreement) if agreement else ""
    values = {
        "company": _firm(company, language),
        "customer": _name(customer, language),
        "other": _name(other, language) if other else "",
        "payable": payable,
        "amount": _sum(total, currency, language),
        "on": long_date(effective_on, language),
        "agreement": by_agreement if kind == SET_OFF else agreement,
    }
    return Notice(
        kind=kind,
        company=company,
        customer=customer,
        other=other,
        number="",
        language=language,
        currency=currency,
        issued_on=issued_on,
        effective_on=effective_on,
        title=parts["title"][0],
        salutation=parts["salutation"][0].format(**values),
        opening=tuple(words.format(**values) for words in parts["opening"]),
        closing=tuple(words.format(**values) for words in parts["closing"]),
        lines=lines,
        total=total,
    )


def _firm(company: Company, language: str) -> str:
    return company.name if language == "zh" else company.name_en or company.name


def _name(customer: Addressee, language: str) -> str:
    return customer.name if language == "zh" else customer.name_en or customer.name


def _sum(minor: int, currency: str, language: str) -> str:
    figures = f"{currency} {grouped(minor, currency)}"
    if currency == "CNY" and language == "zh":
        return f"人民币 {grouped(minor, currency)} 元（大写：{capital(minor)}）"
    return figures
