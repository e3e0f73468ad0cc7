"""Words for every error code, without Qt: used by the window and the command line.

Each says what happened, what is unchanged where that is in doubt, and what to do.
Facts of the error fill the places; a missing fact reads as "…".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.errors import EnvironmentFault, QingzhangError
from ui import import_words, letter_words, wording_en, wording_zh

_FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "dated_on": ("日期", "Date"),
    "insurer": ("保险人", "Insurer"),
    "insured_percent": ("承保比例", "Insured share"),
    "amount_minor": ("金额", "Amount"),
    "deductible_minor": ("自负额", "Deductible"),
    "what": ("异动内容", "What became known"),
    "assignee": ("受让人", "Assignee"),
    "contract_number": ("转让合同编号", "Contract number"),
    "advance_percent": ("预付比例", "Advance"),
    "fee_minor": ("费用", "Fee"),
    "items": ("单据", "Documents"),
    "giver": ("保证人", "Guarantor"),
    "debt_due_on": ("主债务到期日", "Maturity of the debt"),
    "code": ("客户编号", "Code"),
    "name": ("客户名称", "Name"),
    "number": ("单据号", "Number"),
    "reason": ("原因", "Reason"),
    "customer": ("客户", "Customer"),
    "amount": ("金额", "Amount"),
    "date": ("日期", "Date"),
    "issued_on": ("开票日", "Issue date"),
    "received_on": ("收款日", "Receipt date"),
    "currency": ("币种", "Currency"),
    "company": ("公司全称", "Company name"),
    "acceptor": ("承兑人", "Acceptor"),
    "party": ("对方", "The other party"),
    "channel": ("寄送方式", "How it was sent"),
    "signed_by": ("签收或签署人", "Signed by"),
    "content": ("文件内容", "Content of the file"),
    "ends_on": ("截止日", "Last day"),
    "from_score": ("起始分数", "From score"),
    "max_term_days": ("最长账期", "Longest term"),
    "deposit": ("定金比例", "Deposit"),
    "review_months": ("复评间隔", "Review interval"),
    "multiplier": ("额度系数", "Limit multiplier"),
    "pd": ("违约率", "Probability of default"),
    "lgd": ("违约损失率", "Loss given default"),
    "weight": ("权重", "Weight"),
    "bounds": ("绿灯和红灯界限", "Green and red limits"),
    "up_to": ("评估值上限", "Rating limit"),
    "share": ("比例", "Share"),
    "min_coverage": ("最低覆盖率", "Least coverage"),
    "until": ("截止日", "Until"),
}

_RECORDS: Final[Mapping[str, tuple[str, str]]] = {
    "customer": ("客户", "customer"),
    "procedure": ("催款程序", "dunning procedure"),
    "invoice": ("发票", "invoice"),
    "receipt": ("收款", "receipt"),
    "item": ("未清项目", "item"),
    "paper": ("函件", "paper"),
    "letter": ("函件文本", "text of the letter"),
    "statement": ("对账单", "statement"),
    "legal_event": ("时效事由", "limitation event"),
    "bill": ("票据", "bill"),
}

_UNKNOWN: Final = {
    "zh": "操作没有完成（{code}），没有做任何改动。请重试；若再次出现，请保留此代码。",
    "en": "The action was not completed ({code}); nothing was changed. "
    "Try again, and keep this code if it happens again.",
}

WORDING: Final = {"zh": wording_zh.WORDS, "en": wording_en.WORDS}
_WHY: Final = {
    "zh": "请确认它没有被占用或加密，或另存后再试。",
    "en": "Check that it is not in use or encrypted, or save it anew.",
}


class _Facts(dict[str, object]):
    """Facts of an error; what is missing reads as an ellipsis, never as a KeyError."""

    def __missing__(self, key: str) -> str:
        return "…"


def field_name(field: str, language: str) -> str:
    """Return a field as the forms call it."""
    zh, en = _FIELDS.get(field, (field, field))
    return zh if language == "zh" else en


def _record_name(address: str, language: str) -> str:
    """Return "customer/C0001" as a person says it."""
    kind, mark, rest = address.partition("/")
    if not mark or kind not in _RECORDS:
        return address
    return f"{_RECORDS[kind][0 if language == 'zh' else 1]} {rest}"


def _meant(facts: Mapping[str, object], language: str) -> str:
    """Return what was probably meant, to follow a sentence; "" for nothing."""
    meant = facts.get("meant")
    if not meant:
        return ""
    return f"，可能是 {meant}" if language == "zh" else f"; {meant} may be meant"


def error_text(error: QingzhangError, language: str) -> str:
    """Return what an error tells the user, in "zh" or "en"."""
    facts = _Facts(error.facts, code=error.code)
    if "field" in error.facts:
        facts["field"] = field_name(str(error.facts["field"]), language)
    if error.code.partition(".")[0] in ("policy", "assessment"):
        from ui import policy_words

        facts.update(policy_words.error_facts(error.facts, language))
    if "record" in error.facts:
        facts["record"] = _record_name(str(error.facts["record"]), language)
    facts["hint"] = _meant(error.facts, language)
    if error.code.startswith("letter."):
        facts.update(letter_words.fault_facts(error.facts, language))
    facts["why"] = import_words.file_reason(error.facts, language) or _WHY[language]
    template = WORDING[language].get(error.code, _UNKNOWN[language])
    return template.format_map(facts)


def title(error: QingzhangError, language: str) -> str:
    """Return a short heading for an error shown on its own."""
    if isinstance(error, EnvironmentFault):
        return "无法继续" if language == "zh" else "This cannot be done now"
    return "请改正后再试" if language == "zh" else "Please correct this"
