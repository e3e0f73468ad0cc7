"""Wording of dunning letters, levels 1 to 3, Chinese and English, as data.

A book may keep its own wording in the same structure: language, level, then
title, salutation, opening and closing paragraphs with named placeholders
(:data:`PLACEHOLDERS`). From level 2 on the letter says that it is a claim of
right and waives nothing: that is what interrupts the limitation period.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from string import Formatter
from typing import Any, Final

from domain.errors import DomainError

#: Names a wording may use. ``amount`` is the sum as the sentence needs it, with the
#: capitals for renminbi; ``reach`` is contact, phone and e-mail as far as known.
PLACEHOLDERS: Final = frozenset(
    {
        "amount",
        "as_of",
        "capital",
        "company",
        "contact",
        "count",
        "currency",
        "customer",
        "days",
        "email",
        "pay_by",
        "phone",
        "reach",
        "sum",
    }
)
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: language → level → parts. The keys are text, as the book's settings store them.
DEFAULT_WORDING: Final[dict[str, dict[str, dict[str, Any]]]] = {
    "zh": {
        "1": {
            "title": "付款提醒函",
            "salutation": "{customer}：",
            "opening": [
                (
                    "感谢贵司一直以来的支持与合作。经我司核对账目，截至{as_of}，贵司有下列"
                    "已到期款项尚未到账，共{count}笔，合计{amount}，可能系付款流程"
                    "中的疏漏，谨此提醒。"
                ),
            ],
            "closing": [
                (
                    "烦请于{pay_by}前安排付款；如款项已经付出，请忽略本函，并提供付款回单"
                    "以便我司及时入账。"
                ),
                (
                    "如因发票、对账或货物质量等原因暂未付款，请将原因告知我司，我司将即时配合处理"
                    "。联系方式：{reach}。"
                ),
            ],
        },
        "2": {
            "title": "第一次催款函",
            "salutation": "{customer}：",
            "opening": [
                (
                    "根据贵我双方的合同约定，贵司应按期支付下列货款。截至{as_of}，下列{c"
                    "ount}笔款项仍未付清，最长已逾期{days}天，合计{amount}。"
                ),
            ],
            "closing": [
                (
                    "请贵司于{pay_by}前将上述款项付至下列账户。如对款项有异议，请在该日期"
                    "之前书面说明，无异议部分仍请按期支付。联系方式：{reach}。"
                ),
                (
                    "本函系我司向贵司主张权利，不影响我司依据合同享有的其他权利，包括主张逾期付款"
                    "违约金的权利。请将所附回执盖章后寄回。"
                ),
            ],
        },
        "3": {
            "title": "第二次催款函",
            "salutation": "{customer}：",
            "opening": [
                (
                    "我司此前已就逾期货款向贵司发函催收。截至{as_of}，贵司仍有下列{cou"
                    "nt}笔到期款项未付，最长已逾期{days}天，合计{amount}。"
                ),
            ],
            "closing": [
                (
                    "请贵司于{pay_by}前将上述款项付至下列账户。自即日起，我司对贵司暂停使"
                    "用信用额度，新订单须款到发货；如确有困难，请在该日期之前提出书面还款计划。联"
                    "系方式：{reach}。"
                ),
                (
                    "逾期仍未付清的，我司将视情况依据合同和法律采取进一步措施，由此产生的费用依法"
                    "依约由贵司承担。"
                ),
                (
                    "本函系我司向贵司主张权利，不影响我司依据合同享有的其他权利，亦不构成对任何权"
                    "利的放弃。请将所附回执盖章后寄回。"
                ),
            ],
        },
    },
    "en": {
        "1": {
            "title": "Payment reminder",
            "salutation": "Dear Sir or Madam,",
            "opening": [
                (
                    "According to our records as of {as_of}, the items listed below ({count} in"
                    " number, {amount} in total) have fallen due, and the money has not reached"
                    " us yet. This may simply be an oversight."
                ),
            ],
            "closing": [
                (
                    "Please arrange payment by {pay_by}. If it is already on its way, please"
                    " disregard this reminder and let us have the payment advice, so that we"
                    " can book it at once."
                ),
                (
                    "If an invoice, a delivery or our account is in question, tell us the"
                    " reason and we will look into it at once, so that the part not in question"
                    " can be paid now. Contact: {reach}."
                ),
            ],
        },
        "2": {
            "title": "First demand for payment",
            "salutation": "Dear Sir or Madam,",
            "opening": [
                (
                    "Under the contracts between us the amounts below should have been paid by"
                    " their due dates. As of {as_of} they are still unpaid: {count} in number,"
                    " the oldest {days} days overdue, {amount} in total."
                ),
            ],
            "closing": [
                (
                    "Please pay to the account below by {pay_by}. If you dispute any item, tell"
                    " us in writing by that date; the undisputed part remains payable. Contact:"
                    " {reach}."
                ),
                (
                    "By this letter we claim payment. It does not affect any other right we"
                    " have under the contract, including the right to late-payment interest."
                    " Please sign and return the attached reply slip."
                ),
            ],
        },
        "3": {
            "title": "Second demand for payment",
            "salutation": "Dear Sir or Madam,",
            "opening": [
                (
                    "We have written to you about overdue amounts before. As of {as_of} the"
                    " items below are still unpaid: {count} in number, the oldest {days} days"
                    " overdue, {amount} in total."
                ),
            ],
            "closing": [
                (
                    "Please pay to the account below by {pay_by}. Until then your credit limit"
                    " is suspended and new orders are delivered against payment only. If you"
                    " cannot pay at once, send us a written payment plan by that date. Contact:"
                    " {reach}."
                ),
                (
                    "Failing payment we will take further steps under the contract and the law,"
                    " at your cost as far as contract and law provide."
                ),
                (
                    "By this letter we claim payment. It does not affect any other right we"
                    " have under the contract, and nothing in it is a waiver. Please sign and"
                    " return the attached reply slip."
                ),
            ],
        },
    },
}


class UnknownPlaceholder(DomainError):
    """A wording uses only the names that letters can fill."""

    code = "letter.unknown_placeholder"


class BadWording(DomainError):
    """A wording needs title, salutation, opening and closing, and its braces must match."""

    code = "letter.bad_wording"


def long_date(on: date, language: str) -> str:
    """Write a date as letters do: 2026年11月20日, 20 November 2026."""
    if language == "zh":
        return f"{on.year}年{on.month}月{on.day}日"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def compose(
    level: int,
    language: str,
    facts: Mapping[str, str],
    wording: Mapping[str, Any] | None = None,
) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Return title, salutation, opening and closing paragraphs of a letter.

    Args:
        level: of the letter; above the highest worded one, that one is used.
        language: "zh" or "en".
        facts: values by placeholder; a name left out is empty.
        wording: the book's own wording, of any levels and languages; the rest is default.

    Raises:
        UnknownPlaceholder: a name outside ``PLACEHOLDERS``.
        BadWording: a part is missing or a brace is left open.
    """
    parts = _parts(level, language, wording)
    values = _values(facts, language)
    opening, closing = (
        tuple(_filled(paragraph, values) for paragraph in parts[name])
        for name in ("opening", "closing")
    )
    return _filled(parts["title"], values), _filled(parts["salutation"], values), opening, closing


def check_wording(wording: Mapping[str, Any]) -> None:
    """Check an edited wording before it is kept; raises as :func:`compose` does."""
    empty = _values({}, "en")
    for levels in wording.values():
        for parts in levels.values():
            _complete(parts)
            for name in ("title", "salutation"):
                _filled(parts[name], empty)
            for text in (*parts["opening"], *parts["closing"]):
                _filled(text, empty)


def _parts(level: int, language: str, wording: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return the parts of a level: the book's own, else the default."""
    own = (wording or {}).get(language, {})
    levels = {**DEFAULT_WORDING[language], **own}
    parts: Mapping[str, Any] = levels[str(min(level, max(map(int, levels))))]
    _complete(parts)
    return parts


def _complete(parts: Mapping[str, Any]) -> None:
    for name in ("title", "salutation", "opening", "closing"):
        if name not in parts:
            raise BadWording(part=name)
        whole = parts[name]
        if isinstance(whole, str) != (name in ("title", "salutation")):
            raise BadWording(part=name)


def _values(facts: Mapping[str, str], language: str) -> dict[str, str]:
    """Return a value for every placeholder, the two derived ones included."""
    values = {name: facts.get(name, "") for name in PLACEHOLDERS}
    values["amount"] = facts.get("amount") or _amount(values, language)
    values["reach"] = facts.get("reach") or _reach(values, language)
    return values


def _amount(values: Mapping[str, str], language: str) -> str:
    """Write the sum for a sentence: ¥1.00（人民币壹元整） or USD 1.00."""
    if language == "zh" and values["capital"]:
        return f"¥{values['sum']}（{values['capital']}）"
    return f"{values['currency']} {values['sum']}".strip()


def _reach(values: Mapping[str, str], language: str) -> str:
    """Join what is known of the contact; the firm's name when nothing is.

    A phone number is not broken at the end of a line: its spaces do not break.
    """
    phone = values["phone"].replace(" ", "\u00a0")
    known = [part for part in (values["contact"], phone, values["email"]) if part]
    return ("，" if language == "zh" else ", ").join(known or [values["company"]])


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Fill plain placeholders; attributes, indexes and formats are refused like unknown names."""
    try:
        fields = [field[1:] for field in Formatter().parse(text) if field[1] is not None]
    except ValueError as error:
        raise BadWording(text=text) from error
    for name, form, conversion in fields:
        if name not in PLACEHOLDERS or form or conversion:
            raise UnknownPlaceholder(name=name, text=text)
    return text.format_map(values)
