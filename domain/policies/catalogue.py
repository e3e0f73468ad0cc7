"""What every parameter of the policy is called, and in what unit it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.fields import Pair


class Unit(StrEnum):
    """In what unit a parameter is kept.

    SHARE is 0 to 1 and told as per cent, PERCENT is per cent already. MONEY is minor units of
    the book's currency, UNITS whole units of it.
    """

    NONE = ""
    SHARE = "share"
    PERCENT = "percent"
    MONEY = "money"
    UNITS = "units"
    DAYS = "days"
    MONTHS = "months"
    TIMES = "times"
    POINTS = "points"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A parameter.

    Attributes:
        keys: the lines that a table by key always shows, whether it has them or not.
        none: what nothing means, where it may be nothing.
        rises: whether it has to rise from line to line of its table.
    """

    words: Pair
    unit: Unit = Unit.NONE
    keys: tuple[str, ...] = ()
    none: Pair = ("不设", "none")
    rises: bool = False


def _entry(zh: str, en: str, unit: Unit = Unit.NONE, **more: object) -> Entry:
    return Entry(words=(zh, en), unit=unit, **more)  # type: ignore[arg-type]


SECTIONS: Final[Mapping[str, Pair]] = {
    "worklist": ("催收排序", "Order of the worklist"),
    "grades": ("信用等级", "Grades"),
    "assessment": ("信用评估", "Assessment"),
    "limits": ("额度与合作阶段", "Limits and stages"),
    "approvals": ("授信审批", "Approvals"),
    "reviews": ("额度评审", "Review of limits"),
    "check": ("信用检查", "Credit check"),
    "dunning": ("应收账款催收", "Dunning"),
    "disputes": ("争议处理", "Disputes"),
    "warning": ("风险预警", "Early warning"),
    "risk": ("风险视图", "Risk views"),
    "file": ("信用档案", "Credit file"),
    "cover": ("保险与担保", "Insurance and security"),
    "evidence": ("证据完整度", "Evidence"),
    "versions": ("制度评审", "Review of the policy"),
}

_PARTS: Final = (
    "not_due", "overdue", "returned", "orders", "deliveries", "bills", "unapplied", "deposits",
)  # fmt: skip
_GRADES: Final = ("AAA", "AA", "A", "B", "C", "D", "")
_TYPES: Final = (
    "state_organ", "institution", "large", "medium", "small", "micro", "individual", "other",
)  # fmt: skip

ENTRIES: Final[Mapping[str, Entry]] = {
    # review of the policy
    "VersionRules.review_months": _entry("评审间隔", "Reviewed every", Unit.MONTHS),
    "VersionRules.review_days": _entry("评审完成时限", "Review done within", Unit.DAYS),
    "VersionRules.four_eyes": _entry("起草人不得批准", "Drafter does not approve"),
    "VersionRules.paid_within": _entry("催款函见效天数", "Letter counts if paid within", Unit.DAYS),
    # worklist
    "Weights.overdue": _entry("逾期天数与回款可能", "Days overdue and chance"),
    "Weights.overdue.0": _entry("逾期不超过", "Overdue up to", Unit.DAYS, rises=True),
    "Weights.overdue.1": _entry("回款可能", "Chance", Unit.SHARE),
    "Weights.urgency": _entry("剩余天数与紧急系数", "Days left and urgency"),
    "Weights.urgency.0": _entry("剩余不超过", "Left up to", Unit.DAYS, rises=True),
    "Weights.urgency.1": _entry("紧急系数", "Urgency", Unit.TIMES),
    "Weights.promise_due": _entry("到期承诺的回款可能", "Chance of a promise due", Unit.SHARE),
    "Weights.promise_broken": _entry(
        "失约后的回款可能", "Chance of a broken promise", Unit.SHARE
    ),
    # grades
    "GradePolicy.GradeRule": _entry("信用等级表", "Table of grades"),
    "GradeRule.from_score": _entry("起评分", "From score", Unit.POINTS),
    "GradeRule.max_term_days": _entry("最长账期", "Longest term", Unit.DAYS),
    "GradeRule.deposit": _entry("定金比例", "Deposit", Unit.SHARE),
    "GradeRule.review_months": _entry("复评间隔", "Assessed every", Unit.MONTHS),
    "GradeRule.multiplier": _entry("额度系数", "Limit times", Unit.TIMES),
    "GradeRule.pd": _entry("违约概率", "Default in a year", Unit.SHARE),
    "GradeRule.lgd": _entry("违约损失率", "Loss given default", Unit.SHARE),
    "GradeRule.limit_method": _entry("额度方式", "Limit goes"),
    "GradeRule.dunning_profile": _entry("催收方案", "Dunning procedure", none=("默认", "usual")),
    # assessment
    "AssessmentPolicy.min_coverage": _entry("最低答题覆盖率", "Least answered", Unit.PERCENT),
    "AssessmentPolicy.bounds": _entry("财务指标标准", "Yardsticks of ratios"),
    "Bound.code": _entry("财务指标", "Ratio"),
    "Bound.green": _entry("良好线", "Good from"),
    "Bound.red": _entry("警戒线", "Bad from"),
    "AssessmentPolicy.shares": _entry("营运资产授信比例", "Shares of working assets"),
    "ShareStep.up_to": _entry("评估值不超过", "Rating up to", none=("以上全部", "all above")),
    "ShareStep.share": _entry("授信比例", "Share", Unit.SHARE),
    # limits
    "LimitPolicy.demand_factor": _entry("需求法系数", "Need of a term times", Unit.TIMES),
    "LimitPolicy.net_worth_percent": _entry(
        "不超过客户有形净资产", "Of a customer's net worth", Unit.PERCENT
    ),
    "LimitPolicy.record_factor": _entry("履约记录法系数", "Best record times", Unit.TIMES),
    "LimitPolicy.cap_percent": _entry(
        "单户不超过本公司净资产（或应收总额）", "One customer of our equity", Unit.PERCENT
    ),
    "LimitPolicy.own_equity_minor": _entry(
        "本公司净资产", "Our equity", Unit.MONEY, none=("按应收总额", "receivables instead")
    ),
    "LimitPolicy.step": _entry("额度取整", "Limits in steps of", Unit.UNITS),
    "LimitPolicy.clean_days": _entry("视为无逾期的天数", "Clean up to overdue", Unit.DAYS),
    "LimitPolicy.new_months": _entry("新客户期", "New for", Unit.MONTHS),
    "LimitPolicy.new_paid": _entry("新客户已付发票少于", "New below paid invoices", Unit.COUNT),
    "LimitPolicy.deposit_percent": _entry("第 1 阶段定金", "Deposit of stage 1", Unit.PERCENT),
    "LimitPolicy.promote_invoices": _entry(
        "晋级所需按期发票", "On-time invoices to rise", Unit.COUNT
    ),
    "LimitPolicy.promote_days": _entry("晋级平均迟付不超过", "Late on average to rise", Unit.DAYS),
    "LimitPolicy.demote_days": _entry("违约降级逾期超过", "Overdue is a breach above", Unit.DAYS),
    # approvals
    "ApprovalPolicy.second_from_minor": _entry("第二级审批起点", "Second level from", Unit.MONEY),
    "ApprovalPolicy.third_from_minor": _entry("第三级审批起点", "Third level from", Unit.MONEY),
    "ApprovalPolicy.new_levels": _entry("新客户审批级数", "Levels for a new customer", Unit.COUNT),
    "ApprovalPolicy.four_eyes": _entry("申请人不得审批", "Applicant does not decide"),
    "ApprovalPolicy.separate_levels": _entry("同一人不得审批两级", "One person, one level"),
    "ApprovalPolicy.days": _entry("审批时限", "Decided within", Unit.DAYS),
    # reviews of limits
    "ReviewPolicy.months": _entry("额度评审间隔", "Limits reviewed every", Unit.MONTHS),
    "ReviewPolicy.on_time_percent": _entry("上调所需按期率", "On time for a rise", Unit.PERCENT),
    "ReviewPolicy.late_days": _entry("上调平均迟付不超过", "Late on average for a rise", Unit.DAYS),
    "ReviewPolicy.rises": _entry("使用率与上调幅度", "Use and rise"),
    "ReviewPolicy.rises.0": _entry("最高使用率达到", "Used at peak from", Unit.PERCENT, rises=True),
    "ReviewPolicy.rises.1": _entry("上调", "Rise", Unit.PERCENT),
    "ReviewPolicy.hold_days": _entry("维持额度：迟付不超过", "Held up to late", Unit.DAYS),
    "ReviewPolicy.cut_days": _entry("下调额度：迟付不超过", "Cut up to late", Unit.DAYS),
    "ReviewPolicy.cut_percent": _entry("下调幅度", "Cut", Unit.PERCENT),
    "ReviewPolicy.deep_cut_percent": _entry("大幅下调幅度", "Deep cut", Unit.PERCENT),
    # check
    "CheckPolicy.near_limit": _entry("额度使用提示线", "Warned from use of", Unit.PERCENT),
    "CheckPolicy.part_limits": _entry("各项敞口上限", "Limits of components", keys=_PARTS),
    "CheckPolicy.part_limits.0": _entry("占额度不超过", "Of the limit up to", Unit.PERCENT),
    "CheckPolicy.overdue_share_warn": _entry("逾期占比提示线", "Overdue share warns", Unit.PERCENT),
    "CheckPolicy.overdue_share_block": _entry(
        "逾期占比暂停线", "Overdue share stops", Unit.PERCENT
    ),
    "CheckPolicy.overdue_days_warn": _entry("逾期天数提示线", "Days overdue warn", Unit.DAYS),
    "CheckPolicy.overdue_days_block": _entry("逾期天数暂停线", "Days overdue stop", Unit.DAYS),
    "CheckPolicy.without_limit": _entry("未设额度的客户", "Customers without a limit"),
    "CheckPolicy.stage_days": _entry("各阶段（0–4）最长账期", "Longest term by stage", Unit.DAYS),
    # dunning
    "DunningPolicy.reason_from_level": _entry(
        "须填逾期原因的级别", "Reason asked from level", Unit.COUNT
    ),
    "DunningPolicy.stale_days": _entry("银行数据过期天数", "Bank data old after", Unit.DAYS),
    "DunningPolicy.pending_confidence": _entry(
        "未核销来款视同已付的把握", "Unbooked money counts from", Unit.PERCENT
    ),
    # disputes
    "DisputePolicy.days": _entry("争议处理时限", "To be settled in", Unit.DAYS),
    "DisputePolicy.by_kind": _entry("按争议类型的时限", "By what is contested"),
    "DisputePolicy.by_kind.0": _entry("争议类型", "Contested"),
    "DisputePolicy.by_kind.1": _entry("处理时限", "To be settled in", Unit.DAYS),
    # warning
    "WarningPolicy.rules": _entry("预警规则", "Rules of warning"),
    "WarningPolicy.quiet_days": _entry("复核后静默期", "Quiet after a review", Unit.DAYS),
    "WarningPolicy.owner": _entry("默认复核人", "Reviewed by", none=("未指定", "nobody named")),
    "WarningRule.rule": _entry("规则", "Rule"),
    "WarningRule.medium": _entry("中级", "Medium"),
    "WarningRule.high": _entry("高级", "High"),
    "WarningRule.above": _entry("须超过", "Must exceed"),
    "WarningRule.also": _entry("或变化率 %", "Or change, %"),
    "WarningRule.days": _entry("观察期", "Window", Unit.DAYS),
    "WarningRule.action": _entry("处置", "Act"),
    "WarningRule.due_days": _entry("复核时限", "Reviewed within", Unit.DAYS),
    "WarningRule.on": _entry("启用", "On"),
    "RiskPolicy.steps": _entry("敞口分档上限", "Steps of exposure", Unit.UNITS),
    # file
    "FilePolicy.required": _entry("所有客户必备", "Asked of every customer"),
    "FilePolicy.by_grade": _entry("按等级另需", "Asked by grade", keys=_GRADES),
    "FilePolicy.by_grade.0": _entry("资料", "Papers"),
    "FilePolicy.waived": _entry("按类型免除", "Waived by type", keys=_TYPES),
    "FilePolicy.waived.0": _entry("资料", "Papers"),
    "FilePolicy.registry_days": _entry("工商登记复核间隔", "Registry looked up every", Unit.DAYS),
    "FilePolicy.statement_months": _entry("财务报表有效期", "Accounts count for", Unit.MONTHS),
    "FilePolicy.visit_months": _entry("实地考察有效期", "Visits count for", Unit.MONTHS),
    "FilePolicy.alert_days": _entry("到期前提醒", "Told before the end", Unit.DAYS),
    "FilePolicy.expired_days": _entry("到期后保留提醒", "Told after the end", Unit.DAYS),
    # evidence
    "EvidenceWeights.contract": _entry("合同权重", "Contract weighs", Unit.POINTS),
    "EvidenceWeights.order": _entry("订单权重", "Order weighs", Unit.POINTS),
    "EvidenceWeights.delivery_note": _entry(
        "送货单签收权重", "Signed delivery note weighs", Unit.POINTS
    ),
    "EvidenceWeights.acceptance": _entry("验收单权重", "Acceptance weighs", Unit.POINTS),
    "EvidenceWeights.invoice": _entry("发票权重", "Invoice weighs", Unit.POINTS),
    "EvidenceWeights.statement_reply": _entry(
        "对账单回执权重", "Statement reply weighs", Unit.POINTS
    ),
    "EvidenceWeights.demand": _entry("催款送达权重", "Demand delivered weighs", Unit.POINTS),
    "EvidenceWeights.payment": _entry("付款凭证权重", "Payment proof weighs", Unit.POINTS),
    # cover
    "CoverRules.insurance_alerts": _entry("信用保险期限提醒", "Insurance told before", Unit.DAYS),
    "CoverRules.guarantee_alerts": _entry("保证期间提醒", "Guarantees told before", Unit.DAYS),
    "CoverRules.credit_alerts": _entry(
        "信用证期限提醒", "Letters of credit told before", Unit.DAYS
    ),
    "CoverRules.confirm_days": _entry("债务人确认时限", "Debtor confirms within", Unit.DAYS),
}  # fmt: skip

#: Names in lists and lines: the value that is kept → its words.
CODES: Final[Mapping[str, Pair]] = {
    "unrated": ("未评级", "Not rated"),
    "lowest": ("取各法最低", "lowest"),
    "secured": ("以担保为限", "secured"),
    "none": ("不授信", "no credit"),
    "pass": ("放行", "pass"),
    "warn": ("提示", "warn"),
    "block": ("暂停", "stop"),
    "existing": ("存续", "existing"),
    "operating": ("在业", "operating"),
    # components of exposure
    "not_due": ("未到期", "not due"),
    "overdue": ("已逾期", "overdue"),
    "returned": ("退票退汇", "returned payments"),
    "orders": ("在手订单", "orders"),
    "deliveries": ("已发货未开票", "deliveries not invoiced"),
    "bills": ("未到期背书票据", "bills passed on"),
    "unapplied": ("未核销来款", "unapplied money"),
    "deposits": ("定金与预收", "deposits"),
    # types of buyers
    "state_organ": ("机关", "State organ"),
    "institution": ("事业单位", "Public institution"),
    "large": ("大型企业", "Large enterprise"),
    "medium": ("中型企业", "Medium enterprise"),
    "small": ("小型企业", "Small enterprise"),
    "micro": ("微型企业", "Micro enterprise"),
    "individual": ("个体工商户", "Sole trader"),
    "other": ("其他", "Other"),
    # papers of a file
    "registry": ("工商登记", "registry facts"),
    "size": ("规模与类型", "size and type"),
    "finance_contact": ("财务联系人", "finance contact"),
    "boss_contact": ("负责人联系方式", "head of the firm"),
    "account": ("付款账户", "bank account"),
    "statements": ("近三年财务报表", "three years of accounts"),
    "report": ("有效资信报告", "valid credit report"),
    "visit": ("实地考察", "site visit"),
    "contract": ("合同", "contract"),
    "signed_copy": ("合同签章件", "signed copy of the contract"),
    "security": ("有效担保", "security in force"),
    # warning
    "pattern": ("付款习惯", "Payment pattern"),
    "slower": ("付款变慢", "Paying slower"),
    "overdue_share": ("逾期占比", "Overdue share"),
    "promises": ("失约", "Broken promises"),
    "utilisation": ("额度使用", "Limit used"),
    "management": ("人员变更", "Management"),
    "event": ("负面事件", "Negative event"),
    "dso": ("周转天数", "DSO"),
    "default_rate": ("违约率", "Default rate"),
    "facility": ("授信使用", "Own facility"),
    "suppliers": ("对外付款", "Own payments"),
    "review": ("复核", "review"),
    "call": ("致电", "call"),
    "hold": ("暂停赊销", "hold"),
    "lower": ("下调额度", "lower the limit"),
    "inquire": ("查询", "inquire"),
    "cash": ("资金安排", "cash plan"),
}
