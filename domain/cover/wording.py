"""The words of the tables that go to an insurer, in Chinese and English."""

from __future__ import annotations

from typing import Final

from domain.cover.claims import Evidence
from domain.cover.insurance import Cause

CAUSES: Final[dict[Cause, tuple[str, str]]] = {
    Cause.PROTRACTED_DEFAULT: ("商业风险：拖欠", "commercial: protracted default"),
    Cause.INSOLVENCY: ("商业风险：破产", "commercial: insolvency"),
    Cause.REJECTION: ("商业风险：拒收货物", "commercial: goods rejected"),
    Cause.REPUDIATION: ("商业风险：拒付货款", "commercial: payment refused"),
    Cause.TRANSFER: ("政治风险：外汇管制", "political: transfer restricted"),
    Cause.IMPORT_BAN: ("政治风险：禁止进口", "political: import banned"),
    Cause.WAR: ("政治风险：战争、暴乱", "political: war or riot"),
    Cause.MORATORIUM: ("政治风险：延期付款令", "political: moratorium"),
}

EVIDENCE: Final[dict[Evidence, tuple[str, str]]] = {
    Evidence.FORM: ("索赔申请书", "Application for indemnity"),
    Evidence.POLICY: ("保险单及批单", "Policy and endorsements"),
    Evidence.LIMIT: ("买方信用限额审批单", "Approval of the buyer's limit"),
    Evidence.CONTRACT: ("销售合同、订单", "Contract, orders"),
    Evidence.INVOICE: ("发票", "Invoices"),
    Evidence.DELIVERY: ("运单、签收单", "Transport documents, delivery receipts"),
    Evidence.STATEMENT: ("对账单及回执", "Statements and replies"),
    Evidence.CORRESPONDENCE: ("催收函件及往来函电", "Letters of demand, correspondence"),
    Evidence.DECLARATION: ("出运申报及缴费凭证", "Declarations and premium receipts"),
    Evidence.COMPUTATION: ("损失计算（见上表）", "Computation of the loss (above)"),
    Evidence.COLLECTION_MANDATE: ("追偿委托书", "Mandate to recover"),
    Evidence.ASSIGNMENT_OF_RIGHTS: ("权益转让书", "Assignment of rights"),
}

#: Labels of facts, sums and columns.
LABELS: Final[dict[str, tuple[str, str]]] = {
    "policy": ("保险单号", "Policy"),
    "buyer": ("买方", "Buyer"),
    "country": ("国别", "Country"),
    "limit": ("限额及编号", "Limit"),
    "cause": ("致损原因", "Cause"),
    "known_on": ("知悉风险异动日", "Known on"),
    "last_payment": ("最近付款", "Last payment"),
    "disputed": ("争议", "Disputed"),
    "security": ("担保", "Security"),
    "in_transit": ("在途及未发货", "In transit"),
    "letters": ("催收记录", "Letters sent"),
    "measures": ("减损措施", "Measures"),
    "gross": ("未收货款", "Unpaid"),
    "deductions": ("减：贷项、抵销及已收", "Less credits, set-off and receipts"),
    "loss": ("损失金额", "Loss"),
    "in_limit": ("限额内损失", "Loss within the limit"),
    "share": ("按承保比例 {percent}%", "Insured share {percent} %"),
    "deductible": ("减：自负额", "Less deductible"),
    "cut": ("调整：保单最高赔偿限额", "Adjusted: maximum of the policy"),
    "indemnity": ("申请赔付", "Indemnity applied for"),
    "none": ("无", "none"),
    "fact": ("事项", "Fact"),
    "told": ("内容", "Details"),
    "row": ("序号", "No."),
    "number": ("单据号码", "Document"),
    "issued_on": ("开票日期", "Issued"),
    "shipped_on": ("交付日期", "Shipped"),
    "due_on": ("到期日", "Due"),
    "amount": ("金额", "Amount"),
    "paid": ("已付", "Paid"),
    "open": ("欠款", "Unpaid"),
    "days": ("逾期天数", "Days late"),
    "total": ("合计", "Total"),
    "debts": ("债权明细", "Debts"),
    "currency": ("币种：{currency}", "Amounts in {currency}"),
    "computation": ("损失计算", "Computation of the loss"),
    "step": ("项目", "Step"),
    "pack": ("所附单证", "Enclosures"),
    "document": ("单证", "Document"),
    "state": ("状态", "State"),
    "enclosed": ("随附", "enclosed"),
    "later": ("另行补交", "to follow"),
}


def word(key: str, language: str) -> str:
    """Return a label in a language."""
    return LABELS[key][0 if language == "zh" else 1]


def cause(code: Cause, language: str) -> str:
    """Return a cause of loss in words."""
    return CAUSES[code][0 if language == "zh" else 1]


def evidence(code: Evidence, language: str) -> str:
    """Return what a claim pack holds in words."""
    return EVIDENCE[code][0 if language == "zh" else 1]
