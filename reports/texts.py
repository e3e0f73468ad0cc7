"""Every fixed word on paper, in both languages; a letter's language is the customer's.

``text(language, key, **values)`` is the only way in. Both catalogues have the
same keys and the same placeholders; a test holds that. Chinese follows the
usage of accountants (借方, 贷方, 过次页), not of translators.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.money import grouped

_ZH: Final = {
    # letterhead, window, foot
    "phone": "电话 {phone}",
    "tax_id": "统一社会信用代码 {tax_id}",
    "finance": "财务部",
    "attention": "{contact}　收",
    "page": "第 {page} 页　共 {pages} 页",
    "check": "校验码 {check}",
    "copy": "副本",
    "continued": "（续）",
    "number": "编号",
    "date": "日期",
    "period": "对账期间",
    "period_value": "{start} 至 {end}",
    "cut_off": "截止日期",
    "currency": "币种",
    "currency_value": "{name}（{unit}）",
    "reference": "函号",
    "contract": "合同",
    "delivery": "送达方式",
    "customer_code": "客户编号",
    "unit": "单位：{unit}",
    "row_number": "序号",
    "carried_over": "过次页",
    "brought_over": "承前页",
    "total_count": "合计（{count} 笔）",
    "total": "合计",
    "capital": "（{capital}）",
    # bank details and seal
    "bank_title": "收款账户",
    "account_name": "户名",
    "bank": "开户银行",
    "account": "账号",
    "bank_code": "联行号",
    "contact": "联系人",
    "enclosures": "附件",
    "seal": "（盖章）",
    # letter
    "letter_items": "表一　欠款明细",
    "letter_interest": "表二　逾期付款违约金计算",
    "interest_note": "单利；自到期次日起算，含截止日；逐段舍入后相加",
    "invoice_number": "发票号码",
    "issued_on": "开票日期",
    "due_on": "到期日",
    "amount": "发票金额",
    "settled": "已付",
    "disputed": "争议",
    "claim": "本函主张",
    "days": "逾期天数",
    "interest": "违约金",
    "interest_principal": "计息本金",
    "interest_from": "起（含）",
    "interest_to": "止（含）",
    "interest_days": "天数",
    "interest_rate": "利率",
    "disputed_note": "争议金额由双方另行协商，不在本函主张之内，亦不视为放弃。",
    "earlier_note": "此前已发函件：{letters}。",
    "earlier_item": "{number}（{dated}）",
    "sum_principal": "欠款本金",
    "sum_unapplied": "减：已收未核销款项",
    "sum_interest": "加：逾期付款违约金",
    "sum_fees": "加：费用",
    "sum_total": "应付合计",
    # reply slips
    "cut_here": "沿此线剪下，盖章后寄回",
    "reply": "回执",
    "to": "致：{company}",
    "slip_letter": "贵司 {dated} 出具的《{title}》（{number}）已收悉。",
    "slip_agreed": "所列欠款核对无误，合计 {money}，我司将于",
    "slip_before": "前付清。",
    "slip_paid": "已付款。付款日期",
    "slip_paid_amount": "金额",
    "slip_paid_bank": "付款银行",
    "slip_objection": "下列款项有异议：",
    "confirm_agreed": "信息证明无误：截至{on}，我司欠贵司 {money}。",
    "confirm_advance": "信息证明无误：截至{on}，贵司结存我司款项 {money}。",
    "confirm_differs": "信息不符，差异如下：",
    "your_amount": "贵司金额",
    "our_amount": "我司金额",
    "reason": "差异原因",
    "handled_by": "经办人",
    "telephone": "电话",
    "slip_date": "日期",
    "year": "年",
    "month": "月",
    "day": "日",
    "reply_seal": "（公章或财务专用章）",
    # statement
    "statement_title": "往来款项对账单",
    "opening": "期初余额",
    "plus_debits": "＋ 本期应收",
    "minus_receipts": "－ 本期收款",
    "minus_credits": "－ 红字折让",
    "equals_closing": "＝ 期末余额",
    "closing_capital": "期末余额大写：",
    "closing_words": "期末余额：",
    "of_which": "其中：已逾期 {overdue}，未核销收款 {unapplied}",
    "movements": "一、往来明细",
    "open_items": "一、未清项目",
    "open_items_also": "二、未清项目",
    "ageing_second": "二、账龄",
    "ageing_third": "三、账龄",
    "ageing_basis": "按到期日，截至 {on}",
    "statement_date": "日期",
    "kind": "类型",
    "document": "单据或发票号码",
    "summary": "摘要",
    "debit": "借方",
    "credit": "贷方",
    "balance": "余额",
    "original": "原金额",
    "paid": "已结",
    "open": "未结",
    "brought_forward": "上期结转余额",
    "period_total": "本期合计，期末余额",
    "open_total": "未清合计",
    "no_lines": "本期无往来。",
    "disputed_mark": "（有争议）",
    "notes": "说明：",
    "note_reserve": "本对账单仅核对货款本金，不影响我司依合同主张逾期付款违约金及其他权利。",
    "note_reply": "请于{on}前核对，将盖章回执寄回{email}。",
    "note_email": "，或将扫描件发送至 {email}",
    "prepared": "经办",
    # kinds of documents
    "kind.invoice": "发票",
    "kind.debit_note": "借项",
    "kind.opening": "期初",
    "kind.credit_note": "红字",
    "kind.receipt": "收款",
    "kind.discount": "折扣",
    "kind.write_off": "坏账",
    "kind.void": "冲销",
    "kind.brought_forward": "结转",
    # ageing
    "bucket.not_due": "未到期",
    "bucket.range": "{low}–{high} 天",
    "bucket.over": "{days} 天以上",
    "bucket.no_due_date": "无到期日",
    "strip.range": "逾期 {low}–{high} 天",
    "strip.over": "逾期 {days} 天以上",
    "unapplied": "未核销收款",
    "ageing_title": "应收账款账龄分析表",
    "ageing_title_items": "应收账款账龄明细表",
    "compiled_by": "编制单位：{company}",
    "as_of_due": "截至 {on}　按到期日",
    "as_of_document": "截至 {on}　按开票日",
    "code": "编号",
    "customer": "客户",
    "net_balance": "未收余额",
    "overdue": "逾期合计",
    "overdue_share": "逾期%",
    "oldest": "最长天数",
    "document_number": "单据号码",
    "page_total": "本页小计，过次页",
    "last_page_total": "本页小计",
    "grand_customers": "总计（{count} 户）",
    "grand_items": "总计（{count} 笔）",
    "no_rows": "该日无未收款项。",
    "maker": "制表 {maker}",
    "sign_maker": "制表",
    "sign_checker": "复核",
    "sign_head": "财务负责人",
    # receipt note
    "receipt_title": "收款收据",
    "received_on": "收款日期",
    "received_from": "今收到",
    "method": "收款方式",
    "bank_reference": "流水号",
    "payer": "付款单位",
    "amount_received": "收款金额",
    "receipt_uses": "核销明细",
    "used": "本次核销",
    "left": "核销后未付",
    "used_total": "已核销合计",
    "kept": "预收（尚未核销）",
    "receipt_thanks": "上述款项已收讫，特此出具收据。",
    "method.bank": "银行转账",
    "method.cash": "现金",
    "method.bill": "承兑汇票",
    "method.cheque": "支票",
    "method.card": "刷卡",
    "method.online": "网上支付",
    "method.other": "其他",
}

_EN: Final = {
    "phone": "Tel. {phone}",
    "tax_id": "Tax ID {tax_id}",
    "finance": "Accounts payable",
    "attention": "Attn: {contact}",
    "page": "Page {page} of {pages}",
    "check": "Check code {check}",
    "copy": "Copy",
    "continued": "(continued)",
    "number": "Number",
    "date": "Date",
    "period": "Period",
    "period_value": "{start} to {end}",
    "cut_off": "As of",
    "currency": "Currency",
    "currency_value": "{name} ({unit})",
    "reference": "Our ref.",
    "contract": "Contract",
    "delivery": "Sent by",
    "customer_code": "Account",
    "unit": "Amounts in {unit}",
    "row_number": "No.",
    "carried_over": "Carried forward",
    "brought_over": "Brought forward",
    "total_count": "Total ({count} items)",
    "total": "Total",
    "capital": " ({capital})",
    "bank_title": "Please pay to",
    "account_name": "Beneficiary",
    "bank": "Bank",
    "account": "Account",
    "bank_code": "Bank code",
    "contact": "Contact",
    "enclosures": "Enclosures",
    "seal": "(authorised signature and seal)",
    "letter_items": "Table 1   Amounts due",
    "letter_interest": "Table 2   Late-payment interest",
    "interest_note": "Simple interest from the day after due, last day included; lines rounded, then added",
    "invoice_number": "Invoice",
    "issued_on": "Issued",
    "due_on": "Due",
    "amount": "Amount",
    "settled": "Paid",
    "disputed": "Disputed",
    "claim": "Claimed here",
    "days": "Days overdue",
    "interest": "Interest",
    "interest_principal": "Principal",
    "interest_from": "From (incl.)",
    "interest_to": "To (incl.)",
    "interest_days": "Days",
    "interest_rate": "Rate",
    "disputed_note": "Disputed amounts are being settled separately; they are not claimed here and not waived.",
    "earlier_note": "Earlier letters: {letters}.",
    "earlier_item": "{number} ({dated})",
    "sum_principal": "Amounts due",
    "sum_unapplied": "Less: money received, not yet allocated",
    "sum_interest": "Plus: late-payment interest",
    "sum_fees": "Plus: charges",
    "sum_total": "Total payable",
    "cut_here": "Please detach, sign and return",
    "reply": "Reply slip",
    "to": "To: {company}",
    "slip_letter": "We have received your letter of {dated}, {title} ({number}).",
    "slip_agreed": "We agree the amounts listed, {money} in total, and will pay by",
    "slip_before": "",
    "slip_paid": "Already paid. Date of payment",
    "slip_paid_amount": "Amount",
    "slip_paid_bank": "Through",
    "slip_objection": "We dispute the following:",
    "confirm_agreed": "Agreed: as of {on} we owe you {money}.",
    "confirm_advance": "Agreed: as of {on} you hold {money} to our credit.",
    "confirm_differs": "Not agreed; the differences are:",
    "your_amount": "Your figure",
    "our_amount": "Our figure",
    "reason": "Reason",
    "handled_by": "Name",
    "telephone": "Telephone",
    "slip_date": "Date",
    "year": "",
    "month": "",
    "day": "",
    "reply_seal": "(signature and company stamp)",
    "statement_title": "Statement of account",
    "opening": "Opening balance",
    "plus_debits": "+ Invoiced",
    "minus_receipts": "− Received",
    "minus_credits": "− Credits",
    "equals_closing": "= Closing balance",
    "closing_capital": "Closing balance in words: ",
    "closing_words": "Closing balance: ",
    "of_which": "Of which overdue {overdue}; money not yet allocated {unapplied}",
    "movements": "1   Movements",
    "open_items": "1   Open items",
    "open_items_also": "2   Open items",
    "ageing_second": "2   Ageing",
    "ageing_third": "3   Ageing",
    "ageing_basis": "by due date, as of {on}",
    "statement_date": "Date",
    "kind": "Type",
    "document": "Document",
    "summary": "Details",
    "debit": "Debit",
    "credit": "Credit",
    "balance": "Balance",
    "original": "Amount",
    "paid": "Settled",
    "open": "Open",
    "brought_forward": "Balance brought forward",
    "period_total": "Period total, closing balance",
    "open_total": "Total open",
    "no_lines": "No movements in this period.",
    "disputed_mark": " (disputed)",
    "notes": "Notes:",
    "note_reserve": "This statement reconciles principal only. It does not affect our rights under the"
    " contract, including late-payment interest.",
    "note_reply": "Please check by {on} and return the signed reply slip{email}.",
    "note_email": " by post, or a scan of it to {email}",
    "prepared": "Prepared",
    "kind.invoice": "Invoice",
    "kind.debit_note": "Debit note",
    "kind.opening": "Opening",
    "kind.credit_note": "Credit note",
    "kind.receipt": "Receipt",
    "kind.discount": "Discount",
    "kind.write_off": "Write-off",
    "kind.void": "Reversal",
    "kind.brought_forward": "Forward",
    "bucket.not_due": "Not due",
    "bucket.range": "{low}–{high} days",
    "bucket.over": "Over {days} days",
    "bucket.no_due_date": "No due date",
    "strip.range": "Overdue {low}–{high} days",
    "strip.over": "Overdue more than {days} days",
    "unapplied": "Unallocated",
    "ageing_title": "Receivables ageing",
    "ageing_title_items": "Receivables ageing by item",
    "compiled_by": "Company: {company}",
    "as_of_due": "As of {on}, by due date",
    "as_of_document": "As of {on}, by document date",
    "code": "Code",
    "customer": "Customer",
    "net_balance": "Balance",
    "overdue": "Overdue",
    "overdue_share": "Overdue %",
    "oldest": "Oldest days",
    "document_number": "Document",
    "page_total": "Page total, carried forward",
    "last_page_total": "Page total",
    "grand_customers": "Total ({count} customers)",
    "grand_items": "Total ({count} items)",
    "no_rows": "Nothing was outstanding on this date.",
    "maker": "Prepared by {maker}",
    "sign_maker": "Prepared by",
    "sign_checker": "Checked by",
    "sign_head": "Approved by",
    "receipt_title": "Receipt",
    "received_on": "Received on",
    "received_from": "Received from",
    "method": "Method",
    "bank_reference": "Reference",
    "payer": "Payer",
    "amount_received": "Amount received",
    "receipt_uses": "Applied to",
    "used": "Applied",
    "left": "Still open",
    "used_total": "Total applied",
    "kept": "On account (not yet allocated)",
    "receipt_thanks": "Received with thanks.",
    "method.bank": "Bank transfer",
    "method.cash": "Cash",
    "method.bill": "Bill of exchange",
    "method.cheque": "Cheque",
    "method.card": "Card",
    "method.online": "Online payment",
    "method.other": "Other",
}

TEXTS: Final = {"zh": _ZH, "en": _EN}

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
#: Currency names and units as Chinese accounts write them; others go by their code.
_CURRENCIES: Final = {
    "CNY": ("人民币", "元"),
    "USD": ("美元", "美元"),
    "EUR": ("欧元", "欧元"),
    "GBP": ("英镑", "英镑"),
    "HKD": ("港币", "港元"),
    "JPY": ("日元", "日元"),
}


def text(language: str, key: str, **values: object) -> str:
    """Return a wording with its placeholders filled."""
    wording = TEXTS[language][key]
    return wording.format(**values) if values else wording


def optional(language: str, key: str, default: str) -> str:
    """Return a wording if the catalogue has it, else the default."""
    return TEXTS[language].get(key, default)


def long_date(on: date, language: str) -> str:
    """Write a date as sentences do: 2026年11月20日, 20 November 2026 as 20 Nov 2026."""
    if language == "zh":
        return f"{on.year}年{on.month}月{on.day}日"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def short_date(on: date | None, language: str) -> str:
    """Write a date as tables do: 2026-11-20, 20 Nov 2026; nothing for none."""
    if on is None:
        return ""
    return on.isoformat() if language == "zh" else long_date(on, language)


def amount(minor: int, currency: str) -> str:
    """Write an amount for a column: thousands separators and a true minus sign."""
    return grouped(minor, currency).replace("-", "−")


def dashed(minor: int, currency: str) -> str:
    """Write an amount for a column, nothing as a dash."""
    return amount(minor, currency) if minor else "—"


def money(minor: int, currency: str) -> str:
    """Write an amount for a sentence: ¥366,250.00, or USD 1,000.00."""
    sign = "−" if minor < 0 else ""
    figures = grouped(abs(minor), currency)
    return f"{sign}¥{figures}" if currency == "CNY" else f"{sign}{currency} {figures}"


def unit(currency: str, language: str) -> str:
    """Return the unit of a table's amounts: 元, or the code."""
    return _CURRENCIES.get(currency, (currency, currency))[1] if language == "zh" else currency


def currency_name(currency: str, language: str) -> str:
    """Return 人民币（元）, or the code."""
    if language != "zh" or currency not in _CURRENCIES:
        return currency
    name, word = _CURRENCIES[currency]
    return name if name == word else text("zh", "currency_value", name=name, unit=word)


def bucket(key: str, language: str, prefix: str = "bucket") -> str:
    """Name an ageing bucket by its key: not_due, 1-30, 91+, no_due_date."""
    if key.endswith("+"):
        return text(language, f"{prefix}.over", days=int(key[:-1]) - 1)
    low, dash, high = key.partition("-")
    if dash:
        return text(language, f"{prefix}.range", low=low, high=high)
    return text(language, f"bucket.{key}")
