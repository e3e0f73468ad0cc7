"""Words for codes: kinds, states, currencies, operations, errors.

Enum values are marked for translation here once; screens ask by code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.marks import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from domain.errors import QingzhangError

_KINDS: Final[dict[str, str]] = {
    "invoice": QT_TRANSLATE_NOOP("Labels", "Invoice"),
    "debit_note": QT_TRANSLATE_NOOP("Labels", "Debit note"),
    "opening": QT_TRANSLATE_NOOP("Labels", "Opening item"),
    "credit_note": QT_TRANSLATE_NOOP("Labels", "Credit note"),
    "receipt": QT_TRANSLATE_NOOP("Labels", "Receipt"),
    "discount": QT_TRANSLATE_NOOP("Labels", "Discount"),
    "write_off": QT_TRANSLATE_NOOP("Labels", "Small write-off"),
    "bank_fee": QT_TRANSLATE_NOOP("Labels", "Bank charge"),
    "set_off": QT_TRANSLATE_NOOP("Labels", "Set-off"),
    "transfer": QT_TRANSLATE_NOOP("Labels", "Transfer"),
    "refund": QT_TRANSLATE_NOOP("Labels", "Refund"),
    "void": QT_TRANSLATE_NOOP("Labels", "Voiding"),
}

_STATUS: Final[dict[str, str]] = {
    "not_yet": QT_TRANSLATE_NOOP("Labels", "Not yet issued"),
    "void": QT_TRANSLATE_NOOP("Labels", "Void"),
    "settled": QT_TRANSLATE_NOOP("Labels", "Settled"),
    "part_paid": QT_TRANSLATE_NOOP("Labels", "Part paid"),
    "overdue": QT_TRANSLATE_NOOP("Labels", "Overdue"),
    "due_today": QT_TRANSLATE_NOOP("Labels", "Due today"),
    "open": QT_TRANSLATE_NOOP("Labels", "Not due"),
}

_CURRENCIES: Final[dict[str, str]] = {
    "CNY": QT_TRANSLATE_NOOP("Labels", "Chinese yuan"),
    "USD": QT_TRANSLATE_NOOP("Labels", "US dollar"),
    "EUR": QT_TRANSLATE_NOOP("Labels", "Euro"),
    "HKD": QT_TRANSLATE_NOOP("Labels", "Hong Kong dollar"),
    "JPY": QT_TRANSLATE_NOOP("Labels", "Japanese yen"),
    "GBP": QT_TRANSLATE_NOOP("Labels", "Pound sterling"),
    "KRW": QT_TRANSLATE_NOOP("Labels", "South Korean won"),
    "TWD": QT_TRANSLATE_NOOP("Labels", "New Taiwan dollar"),
    "SGD": QT_TRANSLATE_NOOP("Labels", "Singapore dollar"),
    "AUD": QT_TRANSLATE_NOOP("Labels", "Australian dollar"),
    "CAD": QT_TRANSLATE_NOOP("Labels", "Canadian dollar"),
    "KWD": QT_TRANSLATE_NOOP("Labels", "Kuwaiti dinar"),
}

_OPERATIONS: Final[dict[str, str]] = {
    "customer.add": QT_TRANSLATE_NOOP("Labels", "Customer added"),
    "customer.edit": QT_TRANSLATE_NOOP("Labels", "Customer changed"),
    "invoice.post": QT_TRANSLATE_NOOP("Labels", "Invoice posted"),
    "debit_note.post": QT_TRANSLATE_NOOP("Labels", "Debit note posted"),
    "credit_note.post": QT_TRANSLATE_NOOP("Labels", "Credit note posted"),
    "opening.post": QT_TRANSLATE_NOOP("Labels", "Opening item posted"),
    "document.void": QT_TRANSLATE_NOOP("Labels", "Document voided"),
    "receipt.record": QT_TRANSLATE_NOOP("Labels", "Receipt recorded"),
    "allocation.book": QT_TRANSLATE_NOOP("Labels", "Money allocated"),
    "allocation.reverse": QT_TRANSLATE_NOOP("Labels", "Allocation undone"),
    "write_off.post": QT_TRANSLATE_NOOP("Labels", "Small difference written off"),
    "dispute.open": QT_TRANSLATE_NOOP("Labels", "Dispute opened"),
    "dispute.close": QT_TRANSLATE_NOOP("Labels", "Dispute closed"),
    "dispute.hand_on": QT_TRANSLATE_NOOP("Labels", "Dispute handed on"),
    "dispute.credit": QT_TRANSLATE_NOOP("Labels", "Credit note for a dispute"),
    "financial_statement.keep": QT_TRANSLATE_NOOP("Labels", "Annual accounts kept"),
    "financial_statement.take_back": QT_TRANSLATE_NOOP("Labels", "Annual accounts taken back"),
    "warning.open": QT_TRANSLATE_NOOP("Labels", "Warnings put to review"),
    "warning.take_up": QT_TRANSLATE_NOOP("Labels", "Review of warnings begun"),
    "warning.close": QT_TRANSLATE_NOOP("Labels", "Review of warnings closed"),
    "customer_traits.keep": QT_TRANSLATE_NOOP("Labels", "Industry and region kept"),
    "customer_traits.change": QT_TRANSLATE_NOOP("Labels", "Industry and region corrected"),
    "customer_traits.take_back": QT_TRANSLATE_NOOP("Labels", "Industry and region taken back"),
    "risk_level.keep": QT_TRANSLATE_NOOP("Labels", "Risk level kept"),
    "firm_position.keep": QT_TRANSLATE_NOOP("Labels", "Own bank facility and payments kept"),
    "risk_level.change": QT_TRANSLATE_NOOP("Labels", "Risk level corrected"),
    "risk_level.take_back": QT_TRANSLATE_NOOP("Labels", "Risk level taken back"),
    "firm_position.change": QT_TRANSLATE_NOOP("Labels", "Own position corrected"),
    "firm_position.take_back": QT_TRANSLATE_NOOP("Labels", "Own position taken back"),
    "assessment.keep": QT_TRANSLATE_NOOP("Labels", "Customer assessed"),
    "assessment.take_back": QT_TRANSLATE_NOOP("Labels", "Assessment taken back"),
    "score_model.keep": QT_TRANSLATE_NOOP("Labels", "Score card changed"),
    "bill.received": QT_TRANSLATE_NOOP("Labels", "Bill received"),
    "bill.endorsed": QT_TRANSLATE_NOOP("Labels", "Bill endorsed"),
    "bill.discounted": QT_TRANSLATE_NOOP("Labels", "Bill discounted"),
    "bill.pledged": QT_TRANSLATE_NOOP("Labels", "Bill pledged"),
    "bill.released": QT_TRANSLATE_NOOP("Labels", "Bill released from pledge"),
    "bill.presented": QT_TRANSLATE_NOOP("Labels", "Bill presented for payment"),
    "bill.paid": QT_TRANSLATE_NOOP("Labels", "Bill paid"),
    "bill.returned": QT_TRANSLATE_NOOP("Labels", "Bill given back"),
    "bill.split": QT_TRANSLATE_NOOP("Labels", "Bill split"),
    "bill.refused": QT_TRANSLATE_NOOP("Labels", "Payment of bill refused"),
    "bill.recourse": QT_TRANSLATE_NOOP("Labels", "Recourse claimed"),
    "bill.recovered": QT_TRANSLATE_NOOP("Labels", "Recourse paid"),
    "bill.undone": QT_TRANSLATE_NOOP("Labels", "Bill event undone"),
    "settings.change": QT_TRANSLATE_NOOP("Labels", "Settings changed"),
    "rate.add": QT_TRANSLATE_NOOP("Labels", "Exchange rate kept"),
    "dunning.release": QT_TRANSLATE_NOOP("Labels", "Dunning run released"),
    "dunning.claim": QT_TRANSLATE_NOOP("Labels", "Interest and fees claimed"),
    "dunning_draft.keep": QT_TRANSLATE_NOOP("Labels", "Dunning draft saved"),
    "dunning_draft.take_back": QT_TRANSLATE_NOOP("Labels", "Dunning draft dropped"),
    "dunning_block.keep": QT_TRANSLATE_NOOP("Labels", "Dunning block set"),
    "dunning_block.take_back": QT_TRANSLATE_NOOP("Labels", "Dunning block lifted"),
    "dunning_choice.keep": QT_TRANSLATE_NOOP("Labels", "Dunning procedure chosen"),
    "dunning_choice.take_back": QT_TRANSLATE_NOOP("Labels", "Choice of procedure taken back"),
    "overdue_reason.keep": QT_TRANSLATE_NOOP("Labels", "Reason for late payment noted"),
    "overdue_reason.take_back": QT_TRANSLATE_NOOP("Labels", "Reason for late payment taken back"),
    "statement.issue": QT_TRANSLATE_NOOP("Labels", "Statements issued"),
    "import.customers": QT_TRANSLATE_NOOP("Labels", "Customers imported"),
    "import.invoices": QT_TRANSLATE_NOOP("Labels", "Invoices imported"),
    "import.receipts": QT_TRANSLATE_NOOP("Labels", "Receipts imported"),
    "import.allocations": QT_TRANSLATE_NOOP("Labels", "Allocations imported"),
    "import.orders": QT_TRANSLATE_NOOP("Labels", "Orders imported"),
    "open_order.keep": QT_TRANSLATE_NOOP("Labels", "Order taken"),
    "open_order.deliver": QT_TRANSLATE_NOOP("Labels", "Delivery of an order recorded"),
    "open_order.close": QT_TRANSLATE_NOOP("Labels", "Order closed"),
    "open_order.invoices": QT_TRANSLATE_NOOP("Labels", "Invoices of an order named"),
    "credit_hold.keep": QT_TRANSLATE_NOOP("Labels", "Credit hold put on"),
    "credit_release.keep": QT_TRANSLATE_NOOP("Labels", "Credit hold released"),
    "credit_override.keep": QT_TRANSLATE_NOOP("Labels", "Credit override given"),
    "credit_override.take_back": QT_TRANSLATE_NOOP("Labels", "Credit override taken back"),
    "mapping.save": QT_TRANSLATE_NOOP("Labels", "Import mapping kept"),
    "mapping.drop": QT_TRANSLATE_NOOP("Labels", "Import mapping removed"),
    "receipt_note.issue": QT_TRANSLATE_NOOP("Labels", "Receipt notes issued"),
    "book.rebuild": QT_TRANSLATE_NOOP("Labels", "Open amounts computed anew"),
    "sample.customers": QT_TRANSLATE_NOOP("Labels", "Sample customers made"),
    "sample.month": QT_TRANSLATE_NOOP("Labels", "Sample month made"),
    "sample.rates": QT_TRANSLATE_NOOP("Labels", "Sample rates made"),
    "import.bank": QT_TRANSLATE_NOOP("Labels", "Bank statement read"),
    "import.einvoice": QT_TRANSLATE_NOOP("Labels", "E-invoices imported"),
    "bank.match": QT_TRANSLATE_NOOP("Labels", "Bank lines booked"),
    "bank.unbook": QT_TRANSLATE_NOOP("Labels", "Bank line to be booked again"),
    "bank.mark": QT_TRANSLATE_NOOP("Labels", "Bank lines marked"),
    "bank.account": QT_TRANSLATE_NOOP("Labels", "Bank account named"),
    "bank.teach": QT_TRANSLATE_NOOP("Labels", "Payer learned"),
    "bank.forget": QT_TRANSLATE_NOOP("Labels", "Learned payers forgotten"),
    "set_off.post": QT_TRANSLATE_NOOP("Labels", "Set-off booked"),
    "transfer.post": QT_TRANSLATE_NOOP("Labels", "Debt transferred"),
    "refund.post": QT_TRANSLATE_NOOP("Labels", "Credit refunded"),
    "receipt.return": QT_TRANSLATE_NOOP("Labels", "Payment returned"),
    "receipt.statutory": QT_TRANSLATE_NOOP("Labels", "Receipt in statutory order"),
    "revaluation.run": QT_TRANSLATE_NOOP("Labels", "Revaluation booked"),
    "revaluation.reverse": QT_TRANSLATE_NOOP("Labels", "Revaluation reversed"),
    "set_off_notice.issue": QT_TRANSLATE_NOOP("Labels", "Notice of set-off issued"),
    "transfer_notice.issue": QT_TRANSLATE_NOOP("Labels", "Transfer agreement issued"),
    "legal.record": QT_TRANSLATE_NOOP("Labels", "Limitation event recorded"),
    "legal.deliver": QT_TRANSLATE_NOOP("Labels", "Delivery recorded"),
    "legal.reply": QT_TRANSLATE_NOOP("Labels", "Signed reply recorded"),
    "legal.take_back": QT_TRANSLATE_NOOP("Labels", "Limitation event taken back"),
    "attachment.keep": QT_TRANSLATE_NOOP("Labels", "Attachment kept"),
    "attachment.take_back": QT_TRANSLATE_NOOP("Labels", "Attachment taken back"),
    "promise.keep": QT_TRANSLATE_NOOP("Labels", "Promise recorded"),
    "promise.change": QT_TRANSLATE_NOOP("Labels", "Promise corrected"),
    "promise.take_back": QT_TRANSLATE_NOOP("Labels", "Promise taken back"),
    "payment_plan.keep": QT_TRANSLATE_NOOP("Labels", "Instalment plan agreed"),
    "payment_plan.change": QT_TRANSLATE_NOOP("Labels", "Instalment plan changed"),
    "payment_plan.sign": QT_TRANSLATE_NOOP("Labels", "Instalment plan signed"),
    "payment_plan.take_back": QT_TRANSLATE_NOOP("Labels", "Instalment plan taken back"),
    "talk.keep": QT_TRANSLATE_NOOP("Labels", "Talk noted"),
    "talk.change": QT_TRANSLATE_NOOP("Labels", "Talk corrected"),
    "talk.take_back": QT_TRANSLATE_NOOP("Labels", "Talk taken back"),
    "statement.answer": QT_TRANSLATE_NOOP("Labels", "Reply to a statement recorded"),
    "statement.settle": QT_TRANSLATE_NOOP("Labels", "Difference settled"),
    "statement_terms.keep": QT_TRANSLATE_NOOP("Labels", "Terms of statements set"),
    "statement_terms.change": QT_TRANSLATE_NOOP("Labels", "Terms of statements corrected"),
    "statement_terms.take_back": QT_TRANSLATE_NOOP("Labels", "Terms of statements taken back"),
    "task_mark.keep": QT_TRANSLATE_NOOP("Labels", "Task put off or done"),
    "task_mark.take_back": QT_TRANSLATE_NOOP("Labels", "Task shown again"),
    "policy_draft.keep": QT_TRANSLATE_NOOP("Labels", "Draft of the credit policy saved"),
    "policy_draft.take_back": QT_TRANSLATE_NOOP("Labels", "Draft of the credit policy taken back"),
    "credit_policy.approve": QT_TRANSLATE_NOOP("Labels", "Credit policy approved"),
    "credit_policy.keep": QT_TRANSLATE_NOOP("Labels", "Credit policy changed"),
    "policy_issued.keep": QT_TRANSLATE_NOOP("Labels", "Credit management rules issued"),
    "policy_review.keep": QT_TRANSLATE_NOOP("Labels", "Credit policy reviewed"),
    "import.run": QT_TRANSLATE_NOOP("Labels", "File imported"),
    "hand_over_list.issue": QT_TRANSLATE_NOOP("Labels", "List of a hand-over issued"),
    "interest.claim": QT_TRANSLATE_NOOP("Labels", "Interest claimed"),
    "interest.terms": QT_TRANSLATE_NOOP("Labels", "Way of computing interest set"),
    "letter.issue": QT_TRANSLATE_NOOP("Labels", "Letter issued"),
    "letter.void": QT_TRANSLATE_NOOP("Labels", "Letter declared void"),
    "letter_wording.keep": QT_TRANSLATE_NOOP("Labels", "Text of a letter kept"),
    "assignment.issue": QT_TRANSLATE_NOOP("Labels", "Notice of assignment issued"),
    "guarantee_demand.issue": QT_TRANSLATE_NOOP("Labels", "Demand under guarantee issued"),
    "confirm_receivable.issue": QT_TRANSLATE_NOOP("Labels", "Request to confirm issued"),
    "reference_rate.add": QT_TRANSLATE_NOOP("Labels", "Reference rate entered"),
    "credit_limit.lower": QT_TRANSLATE_NOOP("Labels", "Credit limit lowered"),
    "credit_limit.set": QT_TRANSLATE_NOOP("Labels", "Credit limit set"),
    "credit_limit.take_back": QT_TRANSLATE_NOOP("Labels", "Credit limit taken back"),
    "credit_application.draft": QT_TRANSLATE_NOOP("Labels", "Credit application drafted"),
    "credit_application.submit": QT_TRANSLATE_NOOP("Labels", "Credit applied for"),
    "credit_application.approve": QT_TRANSLATE_NOOP("Labels", "Credit approved by a level"),
    "credit_application.return": QT_TRANSLATE_NOOP("Labels", "Credit application returned"),
    "credit_application.reject": QT_TRANSLATE_NOOP("Labels", "Credit application rejected"),
    "credit_application.take_back": QT_TRANSLATE_NOOP("Labels", "Credit application taken back"),
    "relationship_stage.set": QT_TRANSLATE_NOOP("Labels", "Stage of the relationship set"),
    "limit_review.book": QT_TRANSLATE_NOOP("Labels", "Limit review booked"),
    "limit_change.issue": QT_TRANSLATE_NOOP("Labels", "Limit notices issued"),
    "limit_approval.issue": QT_TRANSLATE_NOOP("Labels", "Approval form issued"),
}

#: Kinds of records; what is done with one of any kind is said by `_RECORD_ACTS`.
_RECORDS: Final[dict[str, str]] = {
    "attachment": QT_TRANSLATE_NOOP("Labels", "Attachment"),
    "registry_facts": QT_TRANSLATE_NOOP("Labels", "Registry facts"),
    "contact": QT_TRANSLATE_NOOP("Labels", "Contact"),
    "customer_account": QT_TRANSLATE_NOOP("Labels", "Bank account"),
    "size_class": QT_TRANSLATE_NOOP("Labels", "Size and type"),
    "credit_report": QT_TRANSLATE_NOOP("Labels", "Credit report"),
    "site_visit": QT_TRANSLATE_NOOP("Labels", "Site visit"),
    "contract": QT_TRANSLATE_NOOP("Labels", "Contract"),
    "security": QT_TRANSLATE_NOOP("Labels", "Security"),
    "negative_event": QT_TRANSLATE_NOOP("Labels", "Adverse event"),
    "insurance_policy": QT_TRANSLATE_NOOP("Labels", "Insurance policy"),
    "buyer_limit": QT_TRANSLATE_NOOP("Labels", "Insurer's limit"),
    "adverse_information": QT_TRANSLATE_NOOP("Labels", "Adverse information"),
    "shipment_declaration": QT_TRANSLATE_NOOP("Labels", "Declaration of shipments"),
    "loss_notice": QT_TRANSLATE_NOOP("Labels", "Notice of possible loss"),
    "insurance_claim": QT_TRANSLATE_NOOP("Labels", "Insurance claim"),
    "claim_step": QT_TRANSLATE_NOOP("Labels", "Answer to a claim"),
    "claim_recovery": QT_TRANSLATE_NOOP("Labels", "Recovery"),
    "security_act": QT_TRANSLATE_NOOP("Labels", "Act on a security"),
    "assignment": QT_TRANSLATE_NOOP("Labels", "Assignment of receivables"),
    "assignment_end": QT_TRANSLATE_NOOP("Labels", "End of an assignment"),
    "hand_over": QT_TRANSLATE_NOOP("Labels", "Hand-over"),
    "hand_over_step": QT_TRANSLATE_NOOP("Labels", "Step of a hand-over"),
    "court_case": QT_TRANSLATE_NOOP("Labels", "Case"),
    "case_step": QT_TRANSLATE_NOOP("Labels", "Step of a case"),
}

_RECORD_ACTS: Final[dict[str, str]] = {
    "keep": QT_TRANSLATE_NOOP("Labels", "{record} recorded"),
    "change": QT_TRANSLATE_NOOP("Labels", "{record} corrected"),
    "take_back": QT_TRANSLATE_NOOP("Labels", "{record} taken back"),
}

_PAPERS: Final[dict[str, str]] = {
    "statement": QT_TRANSLATE_NOOP("Labels", "Statement"),
    "dunning": QT_TRANSLATE_NOOP("Labels", "Dunning letter"),
    "dunning_letter": QT_TRANSLATE_NOOP("Labels", "Dunning letter"),
    "letter": QT_TRANSLATE_NOOP("Labels", "Dunning letter"),
    "receipt_note": QT_TRANSLATE_NOOP("Labels", "Receipt note"),
    "receipt": QT_TRANSLATE_NOOP("Labels", "Receipt note"),
    "set_off_notice": QT_TRANSLATE_NOOP("Labels", "Notice of set-off"),
    "transfer_notice": QT_TRANSLATE_NOOP("Labels", "Transfer agreement"),
    "limit_approval": QT_TRANSLATE_NOOP("Labels", "Limit approval form"),
    "reminder_uk": QT_TRANSLATE_NOOP("Labels", "Payment reminder, United Kingdom"),
    "reminder_eu": QT_TRANSLATE_NOOP("Labels", "Payment reminder, European Union"),
    "letter_before_action": QT_TRANSLATE_NOOP("Labels", "Letter before action, England & Wales"),
    "us_final_demand": QT_TRANSLATE_NOOP("Labels", "Final demand, United States"),
    "repayment_agreement": QT_TRANSLATE_NOOP("Labels", "Repayment agreement"),
    "supply_hold": QT_TRANSLATE_NOOP("Labels", "Notice of suspension of supply"),
    "supply_resume": QT_TRANSLATE_NOOP("Labels", "Notice of resumption of supply"),
    "dispute_reply": QT_TRANSLATE_NOOP("Labels", "Reply to a dispute"),
    "limit_change": QT_TRANSLATE_NOOP("Labels", "Notice of change of credit terms"),
    "sme_notice": QT_TRANSLATE_NOOP("Labels", "Notice of SME status"),
    "confirm_receivable": QT_TRANSLATE_NOOP("Labels", "Request to confirm receivables"),
    "audit_confirmation": QT_TRANSLATE_NOOP("Labels", "Confirmation of balances"),
    "write_off_approval": QT_TRANSLATE_NOOP("Labels", "Approval of write-off"),
    "evidence_index": QT_TRANSLATE_NOOP("Labels", "List of evidence"),
    "loss_notice": QT_TRANSLATE_NOOP("Labels", "Notice of possible loss"),
    "insurance_claim": QT_TRANSLATE_NOOP("Labels", "Application for indemnity"),
    "guarantee_demand": QT_TRANSLATE_NOOP("Labels", "Demand under guarantee"),
    "assignment_notice": QT_TRANSLATE_NOOP("Labels", "Notice of assignment"),
    "hand_over_list": QT_TRANSLATE_NOOP("Labels", "List of a hand-over"),
}


def _worded(table: dict[str, str], code: str) -> str:
    source = table.get(code)
    return code if source is None else translate("Labels", source)


def kind(code: str) -> str:
    """Return a document kind in words."""
    return _worded(_KINDS, code)


def status(code: str) -> str:
    """Return an item's state in words."""
    return _worded(_STATUS, code)


def currency(code: str) -> str:
    """Return a currency as name and code."""
    return f"{_worded(_CURRENCIES, code)} {code}" if code in _CURRENCIES else code


def currencies() -> list[str]:
    """Return the codes offered in forms, the usual ones first."""
    return list(_CURRENCIES)


def operation(code: str) -> str:
    """Return a kind of operation in words; acts on records by their kind and act."""
    record, _mark, act = code.partition(".")
    if code not in _OPERATIONS and record in _RECORDS and act in _RECORD_ACTS:
        said = _worded(_RECORD_ACTS, act)
        return said.format(record=_worded(_RECORDS, record))
    return _worded(_OPERATIONS, code)


def paper(code: str) -> str:
    """Return a kind of paper in words."""
    return _worded(_PAPERS, code)


def error_text(error: QingzhangError, language: str) -> str:
    """Return what an error tells the user."""
    from ui import wording

    return wording.error_text(error, language)
