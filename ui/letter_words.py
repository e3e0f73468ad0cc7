"""Words for the catalogue of letters, without Qt: their names, facts and choices.

What a fact means stands here once: the form that asks for it and the list of names beside
the text of a letter both read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: key → Chinese, English.
Words = Mapping[str, tuple[str, str]]

_LETTERS: Final[Words] = {
    "dunning_0": ("到期付款提示", "Courtesy reminder (level 0)"),
    "dunning_1": ("友好提醒函（1 级）", "Payment reminder (level 1)"),
    "dunning_2": ("第一次催款函（2 级）", "First demand (level 2)"),
    "dunning_3": ("第二次催款函（3 级）", "Second demand (level 3)"),
    "dunning_4": ("最后催款函（4 级）", "Final demand (level 4)"),
    "dunning_5": ("正式催告函（5 级）", "Formal notice to pay (level 5)"),
    "reminder_uk": ("付款提醒（英国）", "Payment reminder, United Kingdom"),
    "reminder_eu": ("付款提醒（欧盟）", "Payment reminder, European Union"),
    "letter_before_action": ("诉前函（英格兰和威尔士）", "Letter before action, England & Wales"),
    "us_final_demand": ("最后催款函（美国）", "Final demand, United States"),
    "repayment_agreement": ("还款协议", "Repayment agreement"),
    "dispute_reply": ("争议处理函", "Reply to a dispute"),
    "supply_hold": ("暂停供货通知函", "Notice of suspension of supply"),
    "supply_resume": ("恢复供货通知函", "Notice of resumption of supply"),
    "limit_change": ("信用额度调整通知函", "Notice of change of credit limit"),
    "assignment_notice": ("应收账款债权转让通知书", "Notice of assignment"),
    "guarantee_demand": ("要求承担保证责任通知书", "Demand under guarantee"),
    "set_off_notice": ("抵销通知书", "Notice of set-off"),
    "transfer_notice": ("债务转移协议", "Agreement on transfer of debt"),
    "sme_notice": ("中小企业身份告知函", "Notice of SME status"),
    "confirm_receivable": ("应收账款确权申请函", "Request to confirm receivables"),
    "loss_notice": ("可能损失通知书", "Notice of possible loss"),
    "insurance_claim": ("索赔申请书", "Application for indemnity"),
    "audit_confirmation": ("企业询证函", "Confirmation of balances"),
    "write_off_approval": ("坏账核销审批表", "Approval of write-off"),
    "evidence_index": ("证据目录", "List of evidence"),
}
_GROUPS: Final[Words] = {
    "dunning": ("催款", "Demands"),
    "debt": ("债务清理", "Settling debts"),
    "credit": ("信用与供货", "Credit and supply"),
    "assignment": ("转让与担保", "Assignment and guarantees"),
    "insurance": ("信用保险", "Credit insurance"),
    "audit": ("审计", "Audit"),
    "inside": ("内部文书", "Internal papers"),
}
_FACTS: Final[Words] = {
    "acknowledged": ("对方确认欠款的文件", "Acknowledgement of the debt"),
    "addresses": ("送达地址", "Addresses it goes to"),
    "agreement": ("协议", "Agreement"),
    "amount": ("合计金额（含大写）", "Total, with capitals for renminbi"),
    "answer_by": ("答复期限", "We answer by"),
    "as_of": ("截至日期", "As of"),
    "assigned_on": ("转让日期", "Assigned on"),
    "assignee": ("受让人", "Assignee"),
    "assignee_kind": ("受让人身份（保理人填 factor）", "Kind of assignee (factor)"),
    "assignment": ("债权转让情况", "Assignment of the debt"),
    "assignment_number": ("转让协议编号", "Number of the assignment"),
    "attorney_clause": ("律师费条款", "Clause on attorney's fees"),
    "auditor": ("会计师事务所", "Auditor"),
    "auditor_address": ("事务所地址、邮编", "Auditor's address"),
    "auditor_reach": ("事务所联系人、电话", "Auditor's contact"),
    "buyer": ("买方", "Buyer"),
    "cap": ("最高额", "Maximum"),
    "capital": ("合计金额大写", "Total in capitals"),
    "case": ("案由", "Matter"),
    "claim": ("客户所述", "What the customer says"),
    "cause": ("致损原因", "Cause of the loss"),
    "claim_facts": ("事实经过", "Facts of the claim"),
    "claimed": ("要求支付的金额", "Sum demanded"),
    "clause": ("付款条款号", "Clause on payment"),
    "clause_penalty": ("违约金条款号", "Clause on late payment"),
    "collection": ("催收经过", "Collection so far"),
    "company": ("我司名称", "Our name"),
    "company_address": ("我司地址", "Our address"),
    "company_tax_id": ("我司统一社会信用代码", "Our tax ID"),
    "conceded": ("认可金额", "Conceded"),
    "contact": ("我司联系人", "Our contact"),
    "contract": ("合同", "Contract"),
    "contract_signed": ("合同签订日期", "Contract signed on"),
    "count": ("笔数", "Number of items"),
    "court": ("法院或仲裁机构", "Court or tribunal"),
    "credit_note": ("红字发票（贷项）号码", "Credit note"),
    "cure": ("恢复供货的条件", "What has to be done"),
    "cure_by": ("办理期限", "To be done by"),
    "cure_facts": ("恢复供货的事实", "Why supply resumes"),
    "cure_kind": ("事由如何消除", "How it was cured"),
    "currency": ("币种", "Currency"),
    "customer": ("收函方名称", "Name of the addressee"),
    "customer_address": ("收函方地址", "Address of the addressee"),
    "customer_code": ("客户编号", "Customer code"),
    "customer_tax_id": ("客户统一社会信用代码", "Customer's tax ID"),
    "cut_off": ("截止日期", "Cut-off date"),
    "days": ("最长逾期天数", "Most days overdue"),
    "direction": ("调整方向", "Direction of the change"),
    "debtor": ("债务人", "Debtor"),
    "debtor_is_individual": ("债务人是个人或个体户", "Debtor is an individual or sole trader"),
    "decision": ("处理意见", "Decision"),
    "discount_by": ("折扣截止日", "Discount until"),
    "discount_net": ("折后应付", "Payable after discount"),
    "discount_percent": ("折扣率", "Discount rate"),
    "dispute_kind": ("争议类型", "What is contested"),
    "disputed": ("争议金额", "Disputed amount"),
    "due_on": ("最早到期日", "Earliest due date"),
    "earlier": ("历次催收函（number、dated）", "Earlier letters (number, dated)"),
    "earlier_ems": ("上次函件 EMS 号", "EMS number of the last letter"),
    "earlier_number": ("上次函号", "Number of the last letter"),
    "earlier_on": ("上次函件日期", "Date of the last letter"),
    "ends_on": ("有效期至", "In force until"),
    "effective_on": ("生效日期", "Effective on"),
    "email": ("我司邮箱", "Our e-mail"),
    "evidence": ("证据材料", "Evidence"),
    "final_days": ("最后期限天数", "Days of the last deadline"),
    "finding": ("核查情况和理由", "What was found"),
    "fixed_sum": ("固定赔偿额", "Fixed sum"),
    "grace_days": ("宽限天数", "Days of grace"),
    "ground": ("依据", "Ground"),
    "ground_facts": ("具体情形和证据", "Facts and proof"),
    "guarantee": ("保证合同", "Guarantee"),
    "guarantee_kind": ("保证方式", "Kind of guarantee"),
    "guarantee_signed": ("保证签署日期", "Guarantee signed on"),
    "guarantee_until": ("保证期间至", "Guarantee ends on"),
    "guarantor": ("保证人", "Guarantor"),
    "guarantor_until": ("保证期间至", "Guarantee ends on"),
    "held_from": ("暂停供货之日", "Suspended from"),
    "hold_from": ("暂停起日", "Suspended from"),
    "hold_number": ("暂停供货函号", "Number of the suspension"),
    "indemnity": ("申请赔付金额", "Indemnity applied for"),
    "industry": ("所属行业", "Industry"),
    "instalments": ("分期情况", "Instalments"),
    "interest": ("违约金（利息）", "Late-payment interest"),
    "interest_basis": ("违约金依据", "Basis of the interest"),
    "interest_daily": ("每日违约金", "Interest a day"),
    "interest_from": ("违约金起算日", "Interest from"),
    "interest_rate": ("年利率", "Rate a year"),
    "invoice": ("争议单据", "Invoice in dispute"),
    "items": ("所列款项", "Items listed"),
    "liable": ("责任认定", "Responsibility"),
    "matures_on": ("主债务届满日", "Debt fell due on"),
    "monthly_rate": ("月费率", "Rate a month"),
    "new_limit": ("调整后额度", "New limit"),
    "notice": ("可能损失通知书编号", "Number of the loss notice"),
    "notified_on": ("报损日期", "Insurer notified on"),
    "old_limit": ("原额度", "Old limit"),
    "on": ("生效日期", "Effective on"),
    "other": ("新债务人", "New debtor"),
    "owed_by_us": ("我司欠对方", "We owe them"),
    "owed_to_us": ("对方欠我司", "They owe us"),
    "papers": ("请客户补充的材料", "Papers asked for"),
    "pay_account": ("受让人收款账户", "Account to pay to"),
    "pay_by": ("付款期限", "To be paid by"),
    "payable": ("我司欠付的款项", "What we owe"),
    "penalty": ("违约金金额", "Late-payment interest"),
    "penalty_kind": ("违约金的处理", "What becomes of the interest"),
    "phone": ("我司电话", "Our telephone"),
    "plan_by": ("还款计划提交期限", "Payment plan by"),
    "policy": ("保险单号", "Insurance policy"),
    "principal": ("欠款本金", "Principal"),
    "raised_on": ("提出异议之日", "Disputed on"),
    "rate": ("年利率", "Rate a year"),
    "reach": ("我司联系方式", "How to reach us"),
    "reason": ("原因", "Reason"),
    "recourse": ("追索权说明", "Recourse"),
    "reference_rate": ("基准利率", "Reference rate"),
    "regime": ("利息制度（uk、eu、us、sme）", "Regime of interest (uk, eu, us, sme)"),
    "regime_country": ("适用国家", "Country"),
    "remaining": ("无争议部分", "Undisputed part"),
    "remark": ("其他事项", "Other matters"),
    "reply_address": ("回复地址", "Address for the reply"),
    "reply_by": ("回复期限", "Reply by"),
    "resume_from": ("恢复供货之日", "Supply resumes on"),
    "reply_days": ("回复天数", "Days to reply"),
    "revenue": ("营业收入", "Revenue"),
    "scope": ("暂停范围", "What is suspended"),
    "size": ("企业规模", "Size"),
    "sme": ("援引条例第十五条", "Refer to Article 15 on small firms"),
    "staff": ("从业人员", "Staff"),
    "sum": ("合计金额（数字）", "Total in figures"),
    "supply": ("供货安排", "Supply"),
    "terms": ("付款条件", "Terms of payment"),
    "today": ("函件日期", "Date of the letter"),
}
_CHOICES: Final[Words] = {
    "reserved": ("保留权利", "reserved"),
    "waived": ("如约付清则免除", "waived if paid as agreed"),
    "included": ("计入还款计划", "included in the plan"),
    "raised": ("上调", "raised"),
    "lowered": ("下调", "lowered"),
    "none": ("取消赊销", "no more credit"),
    "525": ("同时履行抗辩（民法典 525 条）", "Article 525, both sides perform at once"),
    "526": ("先履行抗辩（民法典 526 条）", "Article 526, the other side performs first"),
    "527": ("不安抗辩（民法典 527 条）", "Article 527, proven loss of ability"),
    "contract": ("合同约定", "the contract"),
    "pending": ("核查中", "being looked into"),
    "accepted": ("全部认可", "accepted"),
    "part_accepted": ("部分认可", "accepted in part"),
    "rejected": ("不予认可", "rejected"),
    "withdrawn": ("客户撤回", "withdrawn"),
    "paid": ("已付清逾期款", "what was overdue is paid"),
    "security": ("已提供担保", "security was given"),
    "agreed": ("协商恢复", "by agreement"),
    "policy": ("我司信用管理制度", "our credit policy"),
    "with": ("有追索权", "with recourse"),
    "without": ("无追索权", "without recourse"),
    "joint": ("连带责任保证", "joint and several"),
    "ordinary": ("一般保证", "ordinary"),
    "medium": ("中型", "medium-sized"),
    "small": ("小型", "small"),
    "micro": ("微型", "micro"),
}
_TABLES: Final[Words] = {
    "items": ("款项明细表", "table of items"),
    "plan": ("还款计划表", "table of instalments"),
    "orders": ("未发货订单表", "table of orders"),
    "balances": ("往来余额表", "table of balances"),
    "evidence": ("证据清单", "table of evidence"),
    "loss_facts": ("风险情况表", "table of what is known of the loss"),
    "settled": ("抵销或转移明细表", "table of what is settled or moved"),
    "debts": ("债权明细表", "table of debts with their shipments"),
    "computation": ("损失计算表", "computation of the loss"),
    "enclosed": ("所附单证表", "list of enclosures"),
}
#: Why a text cannot be used, by the reason of :class:`domain.letters.templates.BadWording`.
_REASONS: Final[Words] = {
    "syntax": ("花括号或 {% if %} 没有写完整", "a brace or an {% if %} is not complete"),
    "single_brace": (
        "名称要写在双花括号里，如 {{ name }}",
        "a name stands in two braces: {{ name }}",
    ),
    "no_title": ("缺少标题（以 # 开头的一行）", "there is no title (a line that begins with #)"),
    "two_titles": ("标题多于一个", "there is more than one title"),
    "no_such_table": ("本函没有这张表", "this letter has no such table"),
    "no_such_part": ("表行里没有这一项", "the rows have no such part"),
}


def fault_facts(facts: Mapping[str, object], language: str) -> dict[str, str]:
    """Return what the message of a faulty text needs: reason, names and nearest name."""
    zh = language == "zh"
    reason = _said(_REASONS, str(facts.get("reason", "")), language)
    told = facts.get("names", ())
    names = [str(one) for one in told] if isinstance(told, tuple) else []
    said = ("、" if zh else ", ").join(f"{fact(one, language)} ({one})" for one in names)
    near = str(facts.get("near", ""))
    hint = ""
    if near:
        hint = f"是否想写 {near}？" if zh else f"Did you mean {near}? "
    return {"reason": reason, "names": said, "hint": hint, "line": str(facts.get("line", 1))}


def _said(words: Words, key: str, language: str) -> str:
    pair = words.get(key, (key, key))
    return pair[0] if language == "zh" else pair[1]


def letter(key: str, language: str) -> str:
    """Return the name of a letter."""
    return _said(_LETTERS, key, language)


def group(key: str, language: str) -> str:
    """Return the name of a group of letters."""
    return _said(_GROUPS, key, language)


def fact(name: str, language: str) -> str:
    """Return what a name stands for; of money's capitals, that they are those."""
    if name.endswith("_words") and name not in _FACTS:
        said = fact(name.removesuffix("_words"), language)
        return f"{said}（大写）" if language == "zh" else f"{said}, in capitals"
    return _said(_FACTS, name, language)


def choice(value: str, language: str) -> str:
    """Return a choice of a fact in words."""
    return _said(_CHOICES, value, language)


def table(name: str, language: str) -> str:
    """Return what a table is."""
    return _said(_TABLES, name, language)
