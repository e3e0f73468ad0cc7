"""Why a match is proposed, in words, without Qt: for the command line and the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from domain.matching.values import Proof, Proposal

_RULES: Final[Mapping[str, tuple[str, str]]] = {
    "numbers": ("按单据号", "by document number"),
    "amount": ("金额相符", "amount agrees"),
    "discount": ("扣现金折扣后相符", "agrees after early discount"),
    "difference": ("扣手续费或尾差后相符", "agrees but for a charge or small difference"),
    "subset": ("几笔合计相符", "several add up"),
    "part": ("部分付款", "part payment"),
    "oldest": ("按最早到期", "oldest due first"),
    "advance": ("转预收款", "keep as advance"),
}
_EVIDENCE: Final[Mapping[str, tuple[str, str]]] = {
    "number": ("附言写明单据号", "the text names the document"),
    "order": ("附言写明订单号", "the text names the order"),
    "contract": ("附言写明合同号", "the text names the contract"),
    "statement": ("附言写明对账单或函件号", "the text names a statement or letter"),
    "account": ("付款账号是该客户的", "the account is the customer's"),
    "name": ("户名一致", "the payer's name is the customer's"),
    "alias": ("户名是该客户的别名", "the payer's name is an alias"),
    "learned": ("以前由人确认过", "confirmed by hand before"),
    "fuzzy": ("户名相近", "the payer's name is similar"),
    "group": ("同一集团付款", "paid by a company of the group"),
    "total": ("金额一致", "the amount agrees"),
    "discount": ("折扣期内付款", "paid within the discount period"),
    "fee": ("银行扣了手续费", "a bank kept a charge back"),
    "difference": ("差额在允许范围内", "the difference is within the limit"),
    "advance": ("附言写明预付", "the text calls it an advance"),
    "conflict": ("有矛盾，请核对", "something speaks against it: check"),
}


def rule(code: str, language: str) -> str:
    """Return a rule in words."""
    return _word(_RULES, code, language)


def evidence(code: str, language: str) -> str:
    """Return a kind of evidence in words."""
    return _word(_EVIDENCE, code, language)


def reason(proposal: Proposal, text: str, language: str) -> str:
    """Return why a proposal is made: its rule, and its evidence with the words it found."""
    told = dict.fromkeys(_told(proof, text, language) for proof in proposal.proofs)
    gap = "；" if language == "zh" else "; "
    colon = "：" if language == "zh" else ": "
    words = rule(proposal.rule.value, language)
    return words + (colon + gap.join(told) if told else "")


def _told(proof: Proof, text: str, language: str) -> str:
    words = evidence(proof.kind.value, language)
    found = text[proof.start : proof.end]
    if not found:
        return words
    return f"{words}（{found}）" if language == "zh" else f"{words} ({found})"


def _word(table: Mapping[str, tuple[str, str]], code: str, language: str) -> str:
    zh, en = table.get(code, (code, code))
    return zh if language == "zh" else en
