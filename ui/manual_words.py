"""The text of 《信用管理制度》: chapters and articles, with places for the figures of the policy.

A place is named by the way to its parameter, "{limits.new_months}"; it is filled with the
parameter as :mod:`ui.policy_words` says it. An article whose parameters the policy does not
have is left out. A line that begins with "#" opens a chapter, an empty line an article.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from domain.fields import Pair

_ZH: Final = """\
# 总则

为规范赊销业务，控制应收账款风险，保证资金安全，制定本制度。本制度适用于{firm}的全部赊销、
收款与催收业务。

本制度为第 {version} 版，自 {from_on} 起执行。此前依据旧版作出的评级、
授信与审批仍以当时版本为准，不因本版而改变。

制度每 {versions.review_months}评审一次，评审应在期末后 {versions.review_days}内完成。
修订须写明理由；起草人不得批准自己的草案：{versions.four_eyes}。

# 客户信用档案

每个赊销客户建立信用档案，保存工商登记、财务报表、信用记录和实地考察四部分资料及其日期、
来源。

所有客户必备：{file.required}。按信用等级另需的资料和按客户类型免除的资料见附表。

工商登记至少每 {file.registry_days}核对一次；财务报表自年度终了起 {file.statement_months}内有
效，实地考察 {file.visit_months}内有效。

# 信用评级

信用评估采用百分制，按得分评定 AAA、AA、A、B、C、D 六级，各级起评分、
最长账期、定金比例和额度系数见附表。

答题覆盖率低于 {assessment.min_coverage}，或四部分资料有一项为空的，
等级不得高于 B 级。人工调整等级须写明理由，且受同一限制。

未评级客户最长账期 {grades.unrated.max_term_days}；AAA 级客户每 {grades.aaa.review_months}复
评一次，C 级客户每 {grades.c.review_months}复评一次。

# 授信与审批

信用额度取各测算方法的最低值，向下取整至 {limits.step}。单户额度不超过本公司净资产（未填写时
为应收账款总额）的 {limits.cap_percent}，也不超过客户有形净资产的 {limits.net_worth_percent}。

交易未满 {limits.new_months}或已付清发票少于 {limits.new_paid} 张的为新客户，
由 {approvals.new_levels} 级审批；审批完成前额度为零、款到发货。

额度达到 {approvals.second_from_minor} 的须经第二级审批，达到 {approvals.third_from_minor} 的
须经第三级审批。每级审批应在 {approvals.days}内完成。

申请人不得审批自己的申请：{approvals.four_eyes}；同一人不得审批同一申请的两级：
{approvals.separate_levels}。

合作阶段逐级放宽：在本阶段按期付清 {limits.promote_invoices} 张发票且平均迟付不超过
 {limits.promote_days}的，可进入下一阶段；逾期超过 {limits.demote_days}的，降级。

额度每 {reviews.months}评审一次：按期率达到 {reviews.on_time_percent}、
平均迟付不超过 {reviews.late_days}的可按使用率上调（见附表）；迟付 {reviews.hold_days}以内的
维持，{reviews.cut_days}以内的下调 {reviews.cut_percent}，更长的下调 {reviews.deep_cut_percent}。

# 信用检查与暂停

接受订单和发货前须作信用检查。敞口超过额度 {check.near_limit}的提示，
超过额度的暂停，未设额度的客户：{check.without_limit}。

逾期占比超过 {check.overdue_share_warn}或最长逾期超过 {check.overdue_days_warn}的提示；
逾期占比超过 {check.overdue_share_block}或最长逾期超过 {check.overdue_days_block}的暂停供货。

暂停后确需供货的，由第二人书面放行，写明理由、金额上限和期限。

# 应收账款催收

到期未付的账款按催收方案逐级催收：{procedure}。争议金额暂不催收，无争议部分照常催收。

自第 {dunning.reason_from_level} 级起，发函前须核实并登记逾期原因；
银行数据超过 {dunning.stale_days}未更新的，先导入再发函。

催收任务按金额、回款可能和紧急程度排序；付款承诺按 {worklist.promise_due}、
失约按 {worklist.promise_broken}计算回款可能，逾期各档见附表。

催收函、对账单须留存送达凭证，防止超过诉讼时效。

# 预警与复核

按附表所列预警规则监测客户付款、额度使用和负面事件。达到阈值的，由复核人在规定时限内复核并登
记结果；复核期间不得上调额度。

已复核的同一预警 {warning.quiet_days}内不再重复提示，情况加重的除外。

每期评审汇总预警命中、坏账损失、放行、逾期审批和催收函成效（发函后 {versions.paid_within}内收
款），提出修订建议。

# 保险与担保

定金比例按信用等级执行（见附表）；定金超过主合同标的额百分之二十的部分不产生定金效力（民法典
第五百八十六条）。

信用保险期限届满前 {cover.insurance_alerts}、保证期间届满前 {cover.guarantee_alerts}、
信用证期限届满前 {cover.credit_alerts}提醒办理。

投保客户的展期、分期、减免和债权转让，须先征得保险人同意。
"""
_EN: Final = """\
# General

These rules govern every sale on credit of {firm}, its collection and its risks.

This is version {version}, in force from {from_on}. What was decided under an earlier version
stands as it was decided.

The rules are reviewed every {versions.review_months}, within {versions.review_days} of the end
of the period. A change states its reason; its drafter does not approve it:
{versions.four_eyes}.

# Credit files

Each customer sold to on credit has a file of four parts: registry, accounts, credit record and
site visit, each with its date and source.

Every file holds: {file.required}. What grades ask for besides, and what kinds of buyers are
spared, stands in the annex.

The registry is looked up at least every {file.registry_days}; accounts count for
{file.statement_months} from the end of their year, visits for {file.visit_months}.

# Grading

Customers are scored from 0 to 100 and graded AAA, AA, A, B, C or D; the annex states from which
score each begins and what credit it may have.

While less than {assessment.min_coverage} is answered, or one of the four parts is empty, no
grade goes above B. A grade set by hand states its reason and is held likewise.

A customer without a grade has {grades.unrated.max_term_days} at most; AAA is assessed anew
every {grades.aaa.review_months}, C every {grades.c.review_months}.

# Limits and approvals

A limit is the lowest of its methods, rounded down to {limits.step}. One customer may be
{limits.cap_percent} of our own equity (else of all receivables) and {limits.net_worth_percent}
of its own tangible net worth at most.

A customer is new for {limits.new_months} or below {limits.new_paid} paid invoices;
{approvals.new_levels} levels decide on it, and until then it pays before delivery.

From {approvals.second_from_minor} on a second level decides too, from
{approvals.third_from_minor} on a third. A level decides within {approvals.days}.

The applicant does not decide: {approvals.four_eyes}; nobody decides two levels of one
application: {approvals.separate_levels}.

Stages widen step by step: after {limits.promote_invoices} invoices paid on time and no more
than {limits.promote_days} late on average, the next; more than {limits.demote_days} overdue is
a breach.

Limits are reviewed every {reviews.months}: {reviews.on_time_percent} on time and no more than
{reviews.late_days} late may rise by use (see the annex); up to {reviews.hold_days} late it
stays, up to {reviews.cut_days} it is cut by {reviews.cut_percent}, beyond by
{reviews.deep_cut_percent}.

# Credit check and stops

Orders and deliveries are checked first. Above {check.near_limit} of the limit there is a
warning, above the limit a stop; customers without a limit: {check.without_limit}.

More than {check.overdue_share_warn} overdue, or {check.overdue_days_warn}, is warned of; more
than {check.overdue_share_block}, or {check.overdue_days_block}, stops supply.

A sale in spite of a stop needs the written leave of a second person, with its reason, its
ceiling and its last day.

# Collection

Overdue debts are chased step by step: {procedure}. What is disputed waits; the rest is chased
all the same.

From level {dunning.reason_from_level} on the reason for not paying is found out and noted
before a letter goes out; bank data older than {dunning.stale_days} are brought in first.

Tasks are ranked by amount, chance and urgency: a promise due counts {worklist.promise_due}, a
broken one {worklist.promise_broken}; steps of overdue stand in the annex.

Proof of delivery of letters and statements is kept, so that no claim becomes time-barred.

# Early warning and review

Payments, use of limits and adverse events are watched by the rules of the annex. What reaches a
threshold is reviewed in its time and closed with an outcome; meanwhile the limit does not rise.

A warning that was reviewed is quiet for {warning.quiet_days}, unless it grows more urgent.

Each review of the rules takes stock of warnings, losses, overrides, late approvals and what
letters brought in (paid within {versions.paid_within}), and proposes changes.

# Insurance and security

Deposits follow the grade (see the annex). Under PRC law (Civil Code, art. 586) earnest money
has no effect as such beyond 20 % of the contract.

Deadlines are told {cover.insurance_alerts} before those of insurance, {cover.guarantee_alerts}
before a guarantee ends, {cover.credit_alerts} before a letter of credit does.

For insured customers, the insurer agrees before terms are extended, instalments or waivers
granted, or debts assigned.
"""
ANNEX: Final[Pair] = ("附表", "Annex")


class Chapter(NamedTuple):
    """A chapter: its title and its articles."""

    title: str
    articles: tuple[str, ...]


def chapters(language: str) -> list[Chapter]:
    """Return the chapters in a language."""
    text, joint = (_ZH, "") if language == "zh" else (_EN, " ")
    found = []
    for part in text.split("# ")[1:]:
        title, *articles = (joint.join(one.splitlines()) for one in part.strip().split("\n\n"))
        found.append(Chapter(title, tuple(articles)))
    return found
