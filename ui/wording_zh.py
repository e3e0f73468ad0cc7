"""Words for every error code in Chinese; see :mod:`ui.wording`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
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
    "risk.fact": "{field} 超出范围（等级 1 至 7，额度与笔数不为负）。没有登记，请改正后再存。",
    "dispute.bad_concession": (
        "部分认可的金额须大于零、小于争议金额。没有改动。请改正金额，或选择全部认可、不予认可。"
    ),
    "dispute.settled": ("{number} 的争议已于 {on} 了结。没有改动。如另有异议，请另行登记争议。"),
    "dispute.not_conceded": (
        "{number} 争议的红字金额须等于已认可而未开红字的金额。没有过账。"
        "请保留带出的金额，或重新作出处理决定。"
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
    "letter.unknown_placeholder": (
        "第 {line} 行的“{name}”不是本函可用的名称。{hint}没有保存。可用的名称见“名称与记号”。"
    ),
    "letter.bad_wording": "第 {line} 行：{reason}。没有保存。请改正后再试。",
    "letter.forbidden": (
        "第 {line} 行的“{name}”不能写在函件里：这里只能填入名称、按条件选择、逐行列出。"
        "没有保存。请删去。"
    ),
    "letter.too_long": "函件太长（最多 {most}）。没有保存，也没有生成。请缩短。",
    "letter.deadline_too_short": "付款期限至少要给 {days} 天。没有出函。请改后期限。",
    "letter.missing_facts": "缺少：{names}。没有出函，也没有保存。请补上后再试。",
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
    "policy.not_approved": "草案没有生效，现行制度不变：{rule}",
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
    "cover.bad_terms": (
        "“{field}”不合要求：比例须大于 0 且不超过 100%，期限和金额不得为负，日期先后须一致。"
        "没有保存。请改正。"
    ),
    "cover.no_policy": (
        "{on} 没有可适用的保单（{number}）。没有保存。请选择同一保单项下的单据，或先登记保单。"
    ),
    "guarantee.not_allowed": "机关法人不得为保证人。没有保存。请要求提供其他担保。",
    "assignment.not_assignable": (
        "{number} 不能转让：已结清、已转让，或不属于该客户和币种。没有保存。请去掉这一笔。"
    ),
}
