"""Words for every error code, without Qt: used by the window and the command line.

Each says what happened, what is unchanged where that is in doubt, and what to do.
Facts of the error fill the places; a missing fact reads as "…".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.errors import EnvironmentFault, QingzhangError
from ui import import_words

_ZH: Final[Mapping[str, str]] = {
    "money.currency_mismatch": (
        "币种不一致：需要 {expected}，给的是 {found}。没有做任何改动。请改用同一币种。"
    ),
    "money.too_many_decimals": "{amount} 的小数位多于 {currency} 允许的位数。请改正金额。",
    "money.too_large": "金额过大，无法记账。请核对小数点和位数。",
    "record.not_found": "账套里没有这条记录（{record}）。请核对编号或名称，或刷新列表后再试。",
    "document.duplicate_number": (
        "单据号 {number} 已经用过。没有重复记账。请换一个号码，或打开已有的那一张核对。"
    ),
    "customer.duplicate_code": "客户编号 {customer} 已被使用。请换一个编号。",
    "record.missing_field": "“{field}”不能为空。请填写后再保存。",
    "report.customer_needed": (
        "这份文件针对一个客户。请选择客户（命令行：--param customer=客户编号）。"
    ),
    "record.out_of_range": "数值应在 {least} 至 {most} 之间。没有保存。请改正。",
    "tax_id.invalid": (
        "统一社会信用代码 {number} 不对：应为 18 位，且末位校验码相符。没有保存。"
        "请对照营业执照更正{hint}。"
    ),
    "record.bad_period": "截止日 {ends_on} 早于起始日 {dated_on}。没有保存。请改正其中一个日期。",
    "attachment.too_large": (
        "“{name}”有 {size} MB，超过账套内附件的上限 {limit} MB。没有存入。"
        "请压缩、降低扫描分辨率或拆成几个文件后再试。"
    ),
    "document.wrong_sign": (
        "单据 {number} 的金额正负号不对：发票、借项为正，红字发票、收款按正数录入。请改正金额。"
    ),
    "document.parts_do_not_add": (
        "单据 {number} 的各部分之和与总额不符（分期金额，或不含税金额加税额）。请改正。"
    ),
    "document.due_before_issue": "单据 {number} 的到期日 {due_on} 早于开票日。请改正其中一个日期。",
    "terms.unreadable": (
        "看不懂付款条件“{text}”。可以写 NET30、月结30天、次月15日、30%@0+70%@60、2/10 NET30。"
    ),
    "allocation.exceeds_open": (
        "核销金额超过 {number} 的未清余额。没有核销。请改小金额，或刷新后查看最新余额。"
    ),
    "allocation.not_allocatable": (
        "{credit} 不能核销到 {debit}：须为同一客户的一借一贷，且金额大于零。没有核销。"
    ),
    "allocation.too_early": "核销日期 {on} 早于单据日期，最早可为 {earliest}。请改用较晚的日期。",
    "reversal.already_done": "这一笔已经冲销过，不能再冲销一次。没有做任何改动。",
    "bank.already_booked": "{on} {name} 的这笔款已经记账。没有重复记账。如需改动，请先撤销。",
    "set_off.not_due": (
        "{number} 在 {due_on} 才到期，不能仅凭通知抵销。没有抵销。请等到期，或填写双方的抵销协议。"
    ),
    "transfer.same_customer": "{customer} 本来就是债务人，没有转移。请选择另一客户。",
    "document.still_allocated": (
        "单据 {number} 还有生效的核销，不能作废。请先取消它的核销，再作废。"
    ),
    "write_off.above_limit": (
        "{number} 的差额超过账套允许的小额核销上限。没有核销。请改为部分核销，或在设置中调整上限。"
    ),
    "discount.not_due": "{number} 在 {on} 已过现金折扣期。没有扣减折扣。请把折扣改为 0。",
    "rate.missing": "缺少 {currency} 在 {on} 的汇率，或汇率不大于零。请在设置中录入汇率后再试。",
    "credit.blocked": (
        "客户 {customer} 未通过信用检查（{blocks}），订单没有登记。请先收款、解除暂停，"
        "或由第二人放行后再试。"
    ),
    "credit.same_person": ("{person} 不能既申请又批准。没有登记。请由另一人批准。"),
    "credit.ends_early": "截止日 {last} 早于起始日 {first}。没有登记。请改正日期。",
    "legal.bad_dates": (
        "日期顺序不对：先有函件，再寄出，后送达或退回（二者只取其一），且都不晚于今天 {today}。"
        "没有登记。请改正日期。"
    ),
    "plan.bad_schedule": (
        "还款计划不成立：日期须自签订日起逐期推后，各期本金之和须等于欠款本金。"
        "没有保存。请改正日期或金额。"
    ),
    "promise.bad": "承诺付款日不能早于承诺当天 {made_on}，金额须大于零。没有登记。请改正后再存。",
    "dunning.run_backwards": (
        "催款日期 {as_of} 早于上一次发布的 {last}。没有发出函件。请选不早于该日的日期。"
    ),
    "dunning.already_sent": "草稿已过时：其中的款项已按该级别催过。没有发出函件。请重新生成草稿。",
    "approval.four_eyes": (
        "{who} 不能审批 {number}：申请人不审批自己的申请，同一人也不审批两级。没有记录意见。"
        "请由另一人审批（在状态栏右端切换当前人员）。"
    ),
    "approval.not_waiting": (
        "申请 {number} 不在待办状态（已审结、已退回，或正在审批）。没有做任何改动。请刷新后再看。"
    ),
    "approval.one_at_a_time": (
        "该客户已有未审结的申请 {number}。没有新建。请先审结、继续或撤回那一份。"
    ),
    "limit.alert_open": (
        "{customer} 有未关闭的预警，额度不能上调。没有做任何改动。请先处理预警，或保持、下调额度。"
    ),
    "limit.bad": (
        "额度不成立：须为零或以上，批准额不高于申请额，直接设定的只能更低（上调须申请）；临时额度须大于零并有截止日，"
        "截止日不早于起始日。没有保存。请改正后再试。"
    ),
    "limit_policy.bad": (
        "授信政策“{field}”不成立：金额和天数须为零或以上，第三级起点不低于第二级，"
        "比例在 0 至 100 之间。没有保存。请改正。"
    ),
    "stage.bad_deposit": "定金比例 {percent}% 不在 30% 至 50% 之间。没有保存。请改正比例。",
    "dunning.bad_procedure": (
        "催款程序不成立：须有不重复的名称和 1 至 9 个级别，天数逐级增大，付款天数大于零，"
        "金额和费率不为负；到期前的提示不收费、不计息。没有保存。"
    ),
    "dunning.reason_needed": (
        "有 {count} 封函件须先查明未付款原因（{customers}）。没有发出函件。"
        "请登记原因，或写明为何不等原因就发函。"
    ),
    "action.nothing_to_do": "没有可处理的内容，因此什么也没有做。请检查筛选条件或日期。",
    "action.cancelled": "已取消，没有做任何改动。",
    "ageing.bad_buckets": "账龄区间 {limits} 无效：须为大于零、逐个增大的整天数，例如 30,60,90。",
    "policy.weights": "评分模型没有改动：各项权重合计 {total}，应为 100。请改正后再保存。",
    "accounts.bad": (
        "{year} 年的报表没有保存：至少要有一个可识别项目和币种，金额也不能过大。请核对后再保存。"
    ),
    "assessment.bad": (
        "评估没有保存：“{indicator}”的评分须为 1 至 10 且属于该评分模型；人工定级须写明理由。"
    ),
    "policy.bad": (
        "信用政策没有改动：{row} 一栏的“{field}”超出范围，或与相邻一级次序不一致"
        "（等级越高，分数、账期、系数不得更低，定金和违约率不得更高）。请改正后再保存。"
    ),
    "interest.bad_mode": (
        "计息方式“{mode}”不成立。可用：{modes}；冒号后写倍数（LPR，1.0 至 1.5）、加点（EU）"
        "或带单位的利率，如 CN_CONTRACT:0.05%/day、US:1.5%/month。没有计算。"
    ),
    "interest.rate_needed": (
        "{mode} 按约定利率计算，需给出利率和单位，如 {mode}:0.05%/day、{mode}:12%/year。没有计算。"
    ),
    "interest.mode_needed": (
        "无法判断 {number} 适用哪国法律。请指定计息方式，或在设置中为客户选定。没有计算。"
    ),
    "interest.reference_missing": (
        "利率表（{source}）没有 {on} 的值。请在设置的参考利率中录入后再算。"
    ),
    "interest.no_principal": "{number} 不是本金债权：贷项不计息，利息和费用也不再计息。没有计算。",
    "interest.due_date_needed": "{number} 没有到期日，无法判断是否逾期。请先补充到期日。没有计算。",
    "interest.already_claimed": (
        "{number} 的利息已主张至 {to}，没有重复入账。请选择更晚的日期，或先作废那张借项通知单。"
    ),
    "bill.bad_number": (
        "票据号码 {number} 不成立：电子票据为 30 位数字，首位不为 0，第 14 至 21 位是登记日期；"
        "纸质票据为 16 位。请对照票面改正。"
    ),
    "bill.bad_part": (
        "子票区间 {part} 不成立：写作“起始-终止”，每单位 0.01 元，合计须等于金额。请改正。"
    ),
    "bill.bad_dates": (
        "到期日 {due_on} 不成立：不早于 {issued_on}，最晚 {latest}（2023 年起出票的最长 6 个月）。"
        "请改正日期。"
    ),
    "bill.registered": "票据 {number} 已在登记簿中，没有重复登记。请打开已有的那一张核对。",
    "bill.not_allowed": "票据 {number} 目前的状态不能做这一步，没有登记。请先补记或撤销上一步。",
    "bill.stands": "{number} 是承兑汇票收款，汇票仍有效，没有撤回。请在票据中登记拒付或撤销收票。",
    "bill.too_early": (
        "日期 {on} 早于票据 {number} 的上一事项，最早可为 {earliest}。请改用较晚的日期。"
    ),
    "bill.not_transferable": (
        "票据 {number} 不能再转让：票面记载“不得转让”，或已到期、已过提示付款期。没有登记。"
    ),
    "bill.receipt_differs": (
        "收款 {number} 与票据对不上：客户、币种、金额须一致，未作废，且只对应一张票据。"
        "没有登记。请另选一笔收款。"
    ),
    "book.missing": "找不到账套文件：{path}。请核对位置，或从备份恢复。",
    "book.exists": "文件已存在：{path}。原文件没有被改动。请换一个文件名。",
    "book.foreign": "这不是清账的账套文件：{path}。文件没有被改动。请另选文件。",
    "book.newer": "账套由更新版本的清账写成，本版本打不开。文件没有被改动。请升级程序后再打开。",
    "book.damaged": "账套文件已损坏：{path}。文件没有被改动。请从最近的备份恢复。",
    "book.locked": (
        "账套正被另一个程序使用（{user} · {host} · 进程 {pid}）。没有做任何改动。"
        "请先在那里关闭，再试一次。"
    ),
    "book.read_only": "账套或所在文件夹不能写入：{path}。请检查权限，或把账套移到可写的位置。",
    "disk.fault": "磁盘已满或有故障，本次操作已整笔撤回，账没有变。请腾出空间或换盘后再试。",
    "book.upgrade_failed": (
        "账套升级未通过检查，账套保持原样，升级前的备份也在。请保留文件并联系支持人员。"
    ),
    "file.unreadable": ("读不了文件 {path}：{why}没有导入任何内容。"),
    "file.unwritable": "写不了文件 {path}。请检查文件夹权限、磁盘空间，或关闭正在打开它的程序。",
    "print.glyph_missing": (
        "字体里没有这些字：{characters}，打印会留白，因此没有打印。请改用其他写法。"
    ),
}

_EN: Final[Mapping[str, str]] = {
    "money.currency_mismatch": (
        "The currencies differ: {expected} is needed, {found} was given. Nothing was changed. "
        "Use one currency."
    ),
    "money.too_many_decimals": (
        "{amount} has more decimals than {currency} allows. Correct the amount."
    ),
    "money.too_large": "The amount is too large to book. Check the decimal point and the digits.",
    "record.not_found": (
        "This record is not in the book ({record}). Check the number or name, "
        "or refresh the list and try again."
    ),
    "document.duplicate_number": (
        "Number {number} is already used. Nothing was booked twice. "
        "Choose another number, or open the existing document."
    ),
    "customer.duplicate_code": "Customer code {customer} is already used. Choose another code.",
    "record.missing_field": "{field} cannot be empty. Fill it in and save again.",
    "report.customer_needed": (
        "This paper is about one customer. Choose one (on the command line: --param customer=CODE)."
    ),
    "record.out_of_range": (
        "The number must be between {least} and {most}. Nothing was kept. Correct it."
    ),
    "tax_id.invalid": (
        "The credit code {number} is wrong: it has 18 characters, the last one a check digit. "
        "Nothing was kept. Compare it with the licence{hint}."
    ),
    "record.bad_period": (
        "The last day, {ends_on}, is before the first, {dated_on}. Nothing was kept. "
        "Correct one of them."
    ),
    "attachment.too_large": (
        "“{name}” has {size} MB; files kept in the book have {limit} MB at most. It was not "
        "kept. Compress it, scan it at a lower resolution or split it, then try again."
    ),
    "document.wrong_sign": (
        "The amount of {number} has the wrong sign: invoices and debit notes are positive, "
        "credit notes and receipts are typed as positive numbers. Correct the amount."
    ),
    "document.parts_do_not_add": (
        "The parts of {number} do not add up to its total (instalments, or net and tax). "
        "Correct them."
    ),
    "document.due_before_issue": (
        "{number} would be due on {due_on}, before it is issued. Correct one of the dates."
    ),
    "terms.unreadable": (
        "The payment terms “{text}” cannot be read. "
        "Write for example NET30, EOM30, DAY15+1, 30%@0+70%@60 or 2/10 NET30."
    ),
    "allocation.exceeds_open": (
        "The amount is more than is open of {number}. Nothing was allocated. "
        "Type a smaller amount, or refresh to see what is open now."
    ),
    "allocation.not_allocatable": (
        "{credit} cannot be allocated to {debit}: it takes a debit and a credit of one customer, "
        "with amounts above zero. Nothing was allocated."
    ),
    "allocation.too_early": (
        "The allocation date {on} is before its documents; the earliest is {earliest}. "
        "Choose a later date."
    ),
    "reversal.already_done": "This was reversed before and cannot be reversed again. "
    "Nothing was changed.",
    "bank.already_booked": (
        "This money of {name} on {on} is booked already. Nothing was booked twice. "
        "To change it, undo it first."
    ),
    "set_off.not_due": (
        "{number} is due on {due_on} only and cannot be set off by notice alone. "
        "Nothing was set off. Wait until then, or enter the agreement on the set-off."
    ),
    "transfer.same_customer": (
        "{customer} owes this already; nothing was transferred. Choose another customer."
    ),
    "document.still_allocated": (
        "{number} still has allocations and cannot be voided. Undo its allocations first."
    ),
    "write_off.above_limit": (
        "The difference of {number} is above the limit for small write-offs. Nothing was written "
        "off. Allocate a part of it, or change the limit in the settings."
    ),
    "discount.not_due": (
        "{number} is past its discount period on {on}. No discount was taken. "
        "Set the discount to 0."
    ),
    "rate.missing": (
        "There is no exchange rate for {currency} on {on}, or it is not above zero. "
        "Enter the rate in the settings and try again."
    ),
    "credit.blocked": (
        "Customer {customer} does not pass the credit check ({blocks}); the order was not "
        "taken. Collect first, release the hold, or have a second person override it."
    ),
    "credit.same_person": (
        "{person} cannot both ask and decide. Nothing was kept. Another person has to decide."
    ),
    "credit.ends_early": (
        "The last day {last} is before the first, {first}. Nothing was kept. "
        "Correct one of the dates."
    ),
    "legal.bad_dates": (
        "The dates are not in order: a paper is made, then sent, then arrives or comes back (one "
        "of the two), and nothing lies after today, {today}. Nothing was recorded. Correct the "
        "dates."
    ),
    "plan.bad_schedule": (
        "The plan does not hold: its days must rise from the day it was agreed, and the principal "
        "of its lines must add up to the debt. Nothing was kept. Correct days or amounts."
    ),
    "promise.bad": (
        "A promise is for a day not before {made_on}, when it was made, and for more than zero. "
        "Nothing was kept. Correct it and save again."
    ),
    "dunning.run_backwards": (
        "The run date {as_of} is before the last released run of {last}. No letter was sent. "
        "Choose that date or a later one."
    ),
    "dunning.already_sent": (
        "This draft is out of date: an item in it was sent at that level meanwhile. "
        "No letter was sent. Make the draft again."
    ),
    "approval.four_eyes": (
        "{who} cannot decide {number}: whoever applies does not decide, and nobody decides two "
        "levels. Nothing was kept. Let someone else decide (change who is at the desk at the "
        "right of the status bar)."
    ),
    "approval.not_waiting": (
        "Application {number} is not waiting for this (it is decided, returned, or on its way "
        "through the levels). Nothing was changed. Refresh and look again."
    ),
    "approval.one_at_a_time": (
        "This customer already has application {number} that is not decided. No other was made. "
        "Decide it, go on with it or take it back first."
    ),
    "limit.alert_open": (
        "{customer} has an early warning open, so the limit cannot rise. Nothing was changed. "
        "Settle the warning first, or keep or lower the limit."
    ),
    "limit.bad": (
        "The limit does not hold: it is 0 or more and not above what was asked for; set at once "
        "it can only be lower (more is applied for); a top-up is more than 0 and ends, not "
        "before it begins. Nothing was kept. Correct it and try again."
    ),
    "limit_policy.bad": (
        "The policy does not hold ({field}): amounts and days are 0 or more, the third level "
        "begins no earlier than the second, shares are from 0 to 100. Nothing was kept. "
        "Correct it."
    ),
    "stage.bad_deposit": (
        "A deposit of {percent} % is not between 30 % and 50 %. Nothing was kept. Correct it."
    ),
    "dunning.bad_procedure": (
        "This dunning procedure cannot be followed: it needs a name of its own and 1 to 9 levels "
        "with rising days, days to pay above zero, and no sum or rate below zero; a reminder "
        "before the due date charges nothing. Nothing was saved."
    ),
    "dunning.reason_needed": (
        "{count} letter(s) ask first why is not paid ({customers}). No letter was sent. "
        "Enter the reason, or say why the letters go out without it."
    ),
    "action.nothing_to_do": (
        "There is nothing to do for what was asked, so nothing was done. "
        "Check the filter or the date."
    ),
    "action.cancelled": "Cancelled. Nothing was changed.",
    "ageing.bad_buckets": (
        "The ageing limits {limits} cannot be used: they are whole days above zero, rising, "
        "such as 30,60,90."
    ),
    "policy.weights": (
        "The score card is unchanged: its weights add up to {total} instead of 100. "
        "Correct them and save again."
    ),
    "accounts.bad": (
        "The accounts of {year} were not kept: they need a currency and at least one known line, "
        "with amounts that a book can hold. Check them and save again."
    ),
    "assessment.bad": (
        "The assessment was not kept: “{indicator}” needs 1 to 10 points and a place on the score "
        "card; a grade set by hand needs its reason."
    ),
    "policy.bad": (
        "The policy is unchanged: “{field}” of {row} is out of range or out of order with its "
        "neighbour (a better grade has no lower score, term or multiplier, and no higher deposit "
        "or risk). Correct it and save again."
    ),
    "interest.bad_mode": (
        "“{mode}” is no way of computing interest. There are: {modes}; behind a colon a multiplier "
        "(LPR, 1.0 to 1.5), points (EU), or a rate with its unit, such as CN_CONTRACT:0.05%/day "
        "or US:1.5%/month. Nothing was computed."
    ),
    "interest.rate_needed": (
        "{mode} computes at the agreed rate: give it with its unit, such as {mode}:0.05%/day or "
        "{mode}:12%/year. Nothing was computed."
    ),
    "interest.mode_needed": (
        "Which law governs {number} cannot be told. Say how interest is computed, or set it for "
        "the customer in the settings. Nothing was computed."
    ),
    "interest.reference_missing": (
        "The table of reference rates ({source}) has none for {on}. Enter it in the settings "
        "under reference rates."
    ),
    "interest.no_principal": (
        "{number} is no principal: credits bear no interest, nor do claims of interest and "
        "costs. Nothing was computed."
    ),
    "interest.due_date_needed": (
        "{number} has no due date, so it cannot be told when it is late. Nothing was computed. "
        "Give it a due date first."
    ),
    "interest.already_claimed": (
        "The interest on {number} is claimed up to {to}; nothing was posted twice. Choose a "
        "later day, or void that debit note first."
    ),
    "bill.bad_number": (
        "{number} cannot be a bill number: an electronic bill has 30 digits, the first not 0, "
        "digits 14 to 21 its day of registration; a paper bill has 16. Compare it with the bill."
    ),
    "bill.bad_part": (
        "{part} cannot be the sub-range: write first-last, each unit 0.01 yuan, adding up to "
        "the amount. Correct it."
    ),
    "bill.bad_dates": (
        "The bill cannot be due on {due_on}: not before {issued_on}, and by {latest} at the "
        "latest (six months, since 2023). Correct the dates."
    ),
    "bill.registered": (
        "Bill {number} is in the register already and was not entered twice. "
        "Open the one that is there."
    ),
    "bill.not_allowed": (
        "The state of bill {number} does not allow this; nothing was recorded. "
        "Record or undo the step before it first."
    ),
    "bill.stands": (
        "{number} was paid by a bill that still stands; nothing was taken back. "
        "In Bills, book its refusal or undo its receipt."
    ),
    "bill.too_early": (
        "{on} is before the last event of bill {number}; the earliest is {earliest}. "
        "Choose a later date."
    ),
    "bill.not_transferable": (
        "Bill {number} cannot be passed on: it is marked not transferable, or it is due or past "
        "the days of its presentation. Nothing was recorded."
    ),
    "bill.receipt_differs": (
        "Receipt {number} does not fit the bill: customer, currency and amount must be the same, "
        "it is not voided, and it has one bill only. Nothing was recorded. Choose another receipt."
    ),
    "book.missing": "There is no book at {path}. Check the place, or restore a backup.",
    "book.exists": "{path} already exists and was left as it is. Choose another file name.",
    "book.foreign": "{path} is not a Qingzhang book. It was left as it is. Choose another file.",
    "book.newer": (
        "The book was written by a newer version of Qingzhang and was left as it is. "
        "Upgrade the program, then open it."
    ),
    "book.damaged": (
        "The book {path} is damaged. It was left as it is. Restore the newest backup."
    ),
    "book.locked": (
        "Another program is using the book ({user} · {host} · process {pid}). "
        "Nothing was changed. Close it there, then try again."
    ),
    "book.read_only": (
        "The book or its folder cannot be written: {path}. "
        "Check the permissions, or move the book to a folder you can write."
    ),
    "disk.fault": (
        "The disk is full or failing. The whole operation was taken back; the book is as before. "
        "Free some space or change the disk, then try again."
    ),
    "book.upgrade_failed": (
        "Upgrading the book failed a check. The book is as before and a backup exists. "
        "Keep the file and ask for support."
    ),
    "file.unreadable": ("{path} cannot be read. {why} Nothing was imported."),
    "file.unwritable": (
        "{path} cannot be written. Check the folder, the disk space, "
        "or close the program that has it open."
    ),
    "print.glyph_missing": (
        "The fonts lack these characters: {characters}. Printing would leave blanks, "
        "so nothing was printed. Write them another way."
    ),
}

_FIELDS: Final[Mapping[str, tuple[str, str]]] = {
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
    "statement": ("对账单", "statement"),
    "legal_event": ("时效事由", "limitation event"),
    "bill": ("票据", "bill"),
}

_UNKNOWN: Final = {
    "zh": "操作没有完成（{code}），没有做任何改动。请重试；若再次出现，请保留此代码。",
    "en": "The action was not completed ({code}); nothing was changed. "
    "Try again, and keep this code if it happens again.",
}

WORDING: Final = {"zh": _ZH, "en": _EN}
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
    if error.code in ("policy.bad", "assessment.bad"):
        from ui import assessment_words

        for key in {"row", "indicator"} & set(error.facts):
            facts[key] = assessment_words.code(str(error.facts[key]), language)
    if "record" in error.facts:
        facts["record"] = _record_name(str(error.facts["record"]), language)
    facts["hint"] = _meant(error.facts, language)
    facts["why"] = import_words.file_reason(error.facts, language) or _WHY[language]
    template = WORDING[language].get(error.code, _UNKNOWN[language])
    return template.format_map(facts)


def title(error: QingzhangError, language: str) -> str:
    """Return a short heading for an error shown on its own."""
    if isinstance(error, EnvironmentFault):
        return "无法继续" if language == "zh" else "This cannot be done now"
    return "请改正后再试" if language == "zh" else "Please correct this"
