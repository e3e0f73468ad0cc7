"""Names of the tables and of their fields, in both languages, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Kind of table → (zh, en).
_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "auto": ("自动识别", "Recognise it"),
    "customers": ("客户", "Customers"),
    "invoices": ("发票", "Invoices"),
    "receipts": ("收款", "Receipts"),
    "allocations": ("收款核销", "Allocations"),
    "orders": ("销售订单", "Orders"),
    "bank": ("银行对账单", "Bank statement"),
    "einvoice": ("电子发票", "E-invoices"),
}

#: Field → (zh, en); "kind.field" where a field is called otherwise in one table.
_FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "code": ("客户编号", "Customer code"),
    "name": ("客户名称", "Customer name"),
    "name_en": ("英文名称", "English name"),
    "tax_id": ("税号", "Tax number"),
    "group": ("客户分组", "Group"),
    "country": ("国家", "Country"),
    "language": ("语言", "Language"),
    "currency": ("币种", "Currency"),
    "terms": ("付款条件", "Payment terms"),
    "credit_limit": ("信用额度", "Credit limit"),
    "email": ("邮箱", "E-mail"),
    "phone": ("电话", "Phone"),
    "address": ("地址", "Address"),
    "postcode": ("邮编", "Postcode"),
    "contact": ("联系人", "Contact"),
    "bank_account": ("银行账号", "Bank account"),
    "owner": ("经办", "Owner"),
    "aliases": ("别名", "Other names"),
    "number": ("单据号", "Number"),
    "invoices.number": ("发票号", "Invoice number"),
    "einvoice.number": ("发票号", "Invoice number"),
    "einvoice.amount": ("价税合计", "Amount incl. tax"),
    "receipts.number": ("收款单号", "Receipt number"),
    "customer": ("客户", "Customer"),
    "customer_name": ("客户名称", "Customer name"),
    "type": ("单据类型", "Type"),
    "issue_date": ("开票日期", "Issue date"),
    "due_date": ("到期日", "Due date"),
    "amount": ("金额", "Amount"),
    "invoices.amount": ("价税合计", "Amount incl. tax"),
    "receipts.amount": ("收款金额", "Amount received"),
    "allocations.amount": ("核销金额", "Amount allocated"),
    "net": ("不含税金额", "Net"),
    "tax": ("税额", "Tax"),
    "order": ("订单号", "Order"),
    "contract": ("合同号", "Contract"),
    "delivery_date": ("交货日期", "Delivery date"),
    "description": ("摘要", "Description"),
    "status": ("状态", "Status"),
    "date": ("日期", "Date"),
    "receipts.date": ("收款日期", "Date received"),
    "allocations.date": ("核销日期", "Date allocated"),
    "method": ("收款方式", "Method"),
    "reference": ("附言", "Reference"),
    "payer": ("付款方", "Payer"),
    "payer_account": ("付款账号", "Payer's account"),
    "receipt": ("收款单号", "Receipt"),
    "credit_note": ("红字发票号", "Credit note"),
    "invoice": ("发票号", "Invoice"),
    "bank.date": ("交易日期", "Date"),
    "bank.credit": ("收入金额（贷方）", "Money in"),
    "bank.debit": ("支出金额（借方）", "Money out"),
    "bank.amount": ("金额", "Amount"),
    "bank.direction": ("收支方向（借贷标志）", "In or out"),
    "bank.balance": ("余额", "Balance"),
    "bank.name": ("对方户名", "Other side's name"),
    "bank.account": ("对方账号", "Other side's account"),
    "bank.bank": ("对方开户行", "Other side's bank"),
    "bank.text": ("附言、摘要", "Text"),
    "bank.serial": ("流水号", "Serial number"),
    "bank.reference": ("参考号", "Reference"),
    "bank.time": ("时间", "Time"),
    "bank.own_account": ("本方账号", "Our account"),
    "orders.number": ("订单号", "Order number"),
    "orders.amount": ("订单金额", "Order amount"),
    "orders.date": ("订单日期", "Order date"),
    "orders.delivery_date": ("最近发货日期", "Last delivery"),
    "orders.status": ("订单状态", "Status"),
    "delivered": ("已交付金额", "Delivered"),
    "expected_date": ("预计交货日期", "Expected delivery"),
    "invoices": ("发票号", "Invoices"),
    "skip": ("跳过条件", "skipped rows"),
}


def kind_name(kind: str, language: str) -> str:
    """Return a kind of table in words."""
    zh, en = _KINDS.get(kind, (kind, kind))
    return zh if language == "zh" else en


def field_name(field: str, language: str, kind: str = "") -> str:
    """Return a field in words, as the table calls it; an unknown one as it is."""
    found = _FIELDS.get(f"{kind}.{field}") or _FIELDS.get(field) or (field, field)
    return found[0 if language == "zh" else 1]
