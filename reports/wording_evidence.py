"""Words of the evidence bundle and of the list of what was handed over, in both languages."""

from __future__ import annotations

from typing import Final

ZH: Final = {
    "evidence": {
        "evidence_title": "证据册",
        "evidence_contents": "证据目录",
        "evidence_hashes": "证据文件校验值（SHA-256）",
        "evidence_party": "提交人（债权人）",
        "evidence_debtor": "对方（债务人）",
        "evidence_debtor_code": "客户编号",
        "evidence_as_of": "数据截至",
        "evidence_made": "编制日期",
        "evidence_extent": "证据",
        "evidence_extent_value": "共 {count} 份，{pages} 页",
        "evidence_claims": "主张的款项",
        "evidence_count": "发票张数",
        "evidence_billed": "价税合计",
        "evidence_open": "尚欠本金",
        "evidence_interest": "逾期利息（暂计）",
        "evidence_invoices": "涉及发票",
        "evidence_number": "编号",
        "evidence_name": "证据名称",
        "evidence_proves": "证明内容",
        "evidence_source": "来源",
        "evidence_pages": "页码",
        "evidence_beside": "另附",
        "evidence_file": "文件",
        "evidence_hash": "校验值",
        "evidence_stamp": "证据{number} · 第{page}页",
        "evidence_note": (
            "页码为本证据册连续页码，封面与目录不计。"
            "校验值取自原文件，可用任何工具复核原件未被改动。"
        ),
        "evidence_check": "编号与页码由账簿自动生成",
        "due_on_short": "到期日",
    },
    "hand_over": {
        "hand_over_title": "移交清单",
        "hand_over_party": "接收方",
        "hand_over_kind": "委托事项",
        "hand_over_agency": "委托催收",
        "hand_over_lawyer": "委托律师",
        "hand_over_on": "移交日期",
        "hand_over_fee": "费用约定",
        "hand_over_sum": "移交债权",
        "hand_over_debtor": "债务人",
        "hand_over_opening": ("我司将对{debtor}的下列债权移交{party}，{act}，本金合计 {money}。"),
        "hand_over_items": "表一　移交的债权",
        "hand_over_papers": "表二　移交的材料",
        "hand_over_gaps": "表三　尚缺的材料",
        "hand_over_score": "完整度",
        "hand_over_missing": "缺少",
        "hand_over_get": "取得办法",
        "hand_over_none": "无",
        "hand_over_closing": (
            "本清单一式两份。接收方收到上列材料后签章；未经我司书面同意，接收方不得减免债务人债务、"
            "延长付款期限或代收款项。"
        ),
        "hand_over_given": "移交方（盖章）",
        "hand_over_taken": "接收方（签章）",
        "hand_over_pages": "页数",
    },
}
EN: Final = {
    "evidence": {
        "evidence_title": "Evidence bundle",
        "evidence_contents": "List of exhibits",
        "evidence_hashes": "Check sums of the files (SHA-256)",
        "evidence_party": "Creditor",
        "evidence_debtor": "Debtor",
        "evidence_debtor_code": "Customer code",
        "evidence_as_of": "As of",
        "evidence_made": "Made on",
        "evidence_extent": "Exhibits",
        "evidence_extent_value": "{count} exhibits, {pages} pages",
        "evidence_claims": "What is claimed",
        "evidence_count": "Invoices",
        "evidence_billed": "Invoiced",
        "evidence_open": "Principal owed",
        "evidence_interest": "Interest so far",
        "evidence_invoices": "Invoices concerned",
        "evidence_number": "No.",
        "evidence_name": "Exhibit",
        "evidence_proves": "What it proves",
        "evidence_source": "Source",
        "evidence_pages": "Pages",
        "evidence_beside": "beside",
        "evidence_file": "File",
        "evidence_hash": "SHA-256",
        "evidence_stamp": "Exhibit {number} · page {page}",
        "evidence_note": (
            "Pages are those of this bundle, cover and list not counted. Check sums are of the "
            "original files: any tool can show that they were not changed."
        ),
        "evidence_check": "Numbered by the book",
        "due_on_short": "Due",
    },
    "hand_over": {
        "hand_over_title": "List of what is handed over",
        "hand_over_party": "Handed to",
        "hand_over_kind": "For",
        "hand_over_agency": "debt collection",
        "hand_over_lawyer": "legal action",
        "hand_over_on": "Handed over on",
        "hand_over_fee": "Fee",
        "hand_over_sum": "Claims",
        "hand_over_debtor": "Debtor",
        "hand_over_opening": (
            "We hand the claims below against {debtor} to {party} for {act}; principal {money}."
        ),
        "hand_over_items": "Table 1  Claims handed over",
        "hand_over_papers": "Table 2  Papers handed over",
        "hand_over_gaps": "Table 3  Papers still missing",
        "hand_over_score": "Proved",
        "hand_over_missing": "Missing",
        "hand_over_get": "How to get it",
        "hand_over_none": "none",
        "hand_over_closing": (
            "Made in two copies. The recipient signs for the papers above; it may not reduce the "
            "debt, grant time or take payments for us without our written consent."
        ),
        "hand_over_given": "Handed over by (seal)",
        "hand_over_taken": "Received by (signature)",
        "hand_over_pages": "Pages",
    },
}
