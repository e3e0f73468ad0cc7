"""Words around late-payment interest, without Qt: cautions, used by window and command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from domain.interest import Caution
from domain.interest_modes import Rate
from domain.interest_words import rate_words
from domain.money import grouped

_SOURCES: Final[Mapping[str, tuple[str, str]]] = {
    "lpr": ("一年期LPR", "One-year LPR"),
    "ecb": ("欧洲央行主要再融资利率", "ECB main refinancing rate"),
    "boe": ("英格兰银行利率", "Bank of England rate"),
    "own": ("自定利率", "Own rate"),
}
_MODES: Final[Mapping[str, tuple[str, str]]] = {
    "CN_CONTRACT": ("合同约定利率", "Rate agreed in the contract"),
    "CN_SME_17": ("中小企业款项支付条例第17条", "PRC regulation on small firms, Art. 17"),
    "CN_SALE_LPR_FIXED": ("违约时LPR×倍数，不变", "LPR at breach × multiplier, unchanged"),
    "CN_SALE_LPR_FLOAT": ("同期LPR×倍数，分段", "LPR × multiplier, following changes"),
    "CN_LPR_1X": ("同期LPR，分段", "LPR, following changes"),
    "CN_LOAN_4X": ("借款约定利率（上限4倍LPR）", "Rate agreed in a loan (at most 4 × LPR)"),
    "CN_JUDGMENT_DOUBLE": ("判决后加倍部分利息", "Doubled part after a judgment"),
    "EU": ("欧盟2011/7/EU指令", "EU, Directive 2011/7/EU"),
    "UK": ("英国1998年延迟支付法", "UK, Late Payment Act 1998"),
    "US": ("美国，约定利率", "US, rate agreed"),
    "OWN": ("自定利率表", "Our own table"),
}
_CAUTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "proposed": (
        "计息方式为建议，请按合同和适用法律确认。",
        "This way is a proposal; confirm it by the contract and the law that governs it.",
    ),
    "unverified": (
        "{source}只核对到 {until}；之后沿用最后已知值或未经核对的值。请核实并在设置中录入。",
        (
            "The {source} is checked up to {until} only; later values are the last one known, or "
            "not checked. Verify them and enter them in the settings."
        ),
    ),
    "above_4_lpr": (
        "约定利率（{rate}）高于合同成立时一年期LPR的四倍（{limit}）。按约定计算，未作调减。",
        (
            "The agreed rate ({rate}) is above four times the LPR at contract ({limit}). "
            "Computed as agreed; nothing was cut."
        ),
    ),
    "above_loss": (
        "利息 {interest} 超过按LPR计算损失 {loss} 的130%，可能被请求调减。未作调减。",
        (
            "The interest of {interest} is over 130 % of the loss at the LPR, {loss}; a court may "
            "reduce it. Nothing was cut."
        ),
    ),
    "raised_to_lpr": (
        "约定利率（{rate}）低于合同成立时一年期LPR，按条例第17条以LPR（{lpr}）计算。",
        (
            "The agreed rate ({rate}) is below the LPR at contract; by Art. 17 the LPR ({lpr}) "
            "was used."
        ),
    ),
    "loan_ceiling": (
        "这是借款合同可以约定的上限；只能主张实际约定的利率。",
        "This is the most a loan may agree on; only the rate that was agreed can be claimed.",
    ),
    "contract_day": (
        "合同成立日未知，以单据日 {on} 代替。",
        "The day of the contract is not known; the document's, {on}, stands for it.",
    ),
    "judgment_only": (
        "只含加倍部分，一般债务利息按判决另计。",
        "This is the doubled part alone; ordinary interest by the judgment comes on top.",
    ),
    "judgment_start": (
        "只含加倍部分，且从到期次日起算；应从判决履行期满次日起算，请指定起算日。",
        (
            "This is the doubled part alone, counted from the day after due; it runs from the end "
            "of the judgment's time to pay: give that day."
        ),
    ),
    "fixed_elsewhere": (
        "法定固定补偿以 {currency} 计，单据为其他币种，未计入。",
        "The fixed sum of this law is in {currency}; the document is not, so it is left out.",
    ),
    "due_by_law": (
        "单据没有到期日，按法律规定推定。",
        "The document has no due date; the law's was used.",
    ),
    "undated": (
        "没有到期日的部分未计息。",
        "Parts without a due date bear no interest here.",
    ),
    "bankrupt": (
        "客户破产申请于 {on} 被受理，利息自该日停止计算。",
        "The customer's bankruptcy was accepted on {on}; interest stops that day.",
    ),
    "claim_differs": (
        "借项通知单 {number} 主张 {claimed}，按现有记录应为 {now}。请核对，必要时作废后重新主张。",
        (
            "Debit note {number} claims {claimed}; by what is recorded now it would be {now}. "
            "Check it, and where needed void it and claim anew."
        ),
    ),
    "sme_conditions": (
        "条例第17条只适用于机关、事业单位或大型企业向中小企业付款；客户或本公司的类型未满足或未填写。",
        (
            "Art. 17 applies only where a public body or a large enterprise pays a small or medium "
            "one; the customer's or our own kind is not so, or not known."
        ),
    ),
    "unapplied": (
        "该客户另有未核销款项 {amount}，核销后利息会减少。",
        "The customer has {amount} that is not allocated yet; allocating it lowers the interest.",
    ),
}
_NO_ADVICE: Final = (
    "计算仅供参考，不构成法律意见。",
    "For reference only; this is not legal advice.",
)


def source(code: str, language: str) -> str:
    """Return a table of reference rates in words."""
    return _SOURCES[code][0 if language == "zh" else 1]


def mode(code: str, language: str) -> str:
    """Return a way of computing interest in a few words."""
    return _MODES[code][0 if language == "zh" else 1]


def caution(one: Caution, language: str) -> str:
    """Return a caution in words."""
    template = _CAUTIONS[one.code][0 if language == "zh" else 1]
    return template.format_map({key: _fact(key, one, language) for key in one.facts})


def cautions(found: Iterable[Caution], language: str) -> list[str]:
    """Return cautions in words, in their order."""
    return [caution(one, language) for one in found]


def _fact(key: str, one: Caution, language: str) -> str:
    value = one.facts[key]
    if isinstance(value, Rate):
        return rate_words(value, language)
    if isinstance(value, date):
        return value.isoformat()
    if key == "source":
        return source(str(value), language)
    if isinstance(value, int):
        currency = str(one.facts["currency"])
        return f"{currency} {grouped(value, currency)}"
    return str(value)


def no_advice(language: str) -> str:
    """Return what must stand wherever law is printed."""
    return _NO_ADVICE[0 if language == "zh" else 1]
