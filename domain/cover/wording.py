"""The words of the papers about cover, in Chinese and English.

Law cited: 民法典545-549, 686, 692, 693, 761-769; 保险法21-23, 57, 60; 保障中小企业款项
支付条例16.
"""

from __future__ import annotations

from typing import Final

from domain.cover.claims import Evidence
from domain.cover.insurance import Cause
from domain.cover.paper import ASSIGNMENT, CLAIM, CONFIRMATION, GUARANTEE, LOSS_NOTICE

#: kind → language → part → words.
PAPERS: Final[dict[str, dict[str, dict[str, tuple[str, ...]]]]] = {
    LOSS_NOTICE: {
        "zh": {
            "title": ("可能损失通知书",),
            "salutation": ("{recipient}：",),
            "opening": (
                (
                    "我司在贵司投保的保单项下，下列买方发生可能引起损失的情形。"
                    "根据保单约定及《中华人民"
                    "共和国保险法》第二十一条，现将有关情况通知如下："
                ),
            ),
            "closing": (
                (
                    "我司已经并将继续采取合理措施防止或者减少损失；未经贵司书面同意，不放弃对买方的"
                    "任何权利，不与买方另行约定延期、分期或者减免。"
                ),
                "我司声明：本通知所载内容真实、完整；上述金额不含利息、违约金和费用。",
            ),
        },
        "en": {
            "title": ("Notice of Possible Loss",),
            "salutation": ("To {recipient}:",),
            "opening": (
                (
                    "Under the policy named below an event that may lead to a loss has "
                    "happened with "
                    "the following buyer. As the policy and Article 21 of the Insurance Law of the "
                    "People's Republic of China require, we notify you as follows:"
                ),
            ),
            "closing": (
                (
                    "We have taken and will take reasonable measures to avoid or lessen the loss. "
                    "Without your written consent we waive no right against the buyer and agree to "
                    "no extension, instalments or reduction."
                ),
                (
                    "We declare that this notice is true and complete. The amounts contain no "
                    "interest, penalties or costs."
                ),
            ),
        },
    },
    CLAIM: {
        "zh": {
            "title": ("索赔申请书",),
            "salutation": ("{recipient}：",),
            "opening": (
                (
                    "我司已于{notified_on}就下列买方报送可能损失通知{notice}。"
                    "保单约定的等待期已满，"
                    "买方仍未付清货款，现依据保单及《中华人民共和国保险法》第二十二条、"
                    "第二十三条申请"
                    "赔付："
                ),
            ),
            "closing": (
                (
                    "贵司赔付后，我司将在赔款范围内将对买方的权利转让贵司，并协助追偿；"
                    "追回款项按双方"
                    "承担损失的比例分配。"
                ),
                "我司声明：上述债权真实、合法，本申请及所附单证真实、完整。",
            ),
        },
        "en": {
            "title": ("Application for Indemnity",),
            "salutation": ("To {recipient}:",),
            "opening": (
                (
                    "On {notified_on} we gave notice of a possible loss with the following buyer"
                    "{notice}. The waiting period of the policy has ended and the buyer "
                    "has not paid. "
                    "Under the policy and Articles 22 and 23 of the Insurance Law of the People's "
                    "Republic of China we apply for indemnity:"
                ),
            ),
            "closing": (
                (
                    "Once you have paid we assign our rights against the buyer to you to "
                    "the amount "
                    "paid and assist in recovery. What is recovered is shared as the loss "
                    "was borne."
                ),
                (
                    "We declare that the debt is genuine and lawful and that this application and "
                    "its enclosures are true and complete."
                ),
            ),
        },
    },
    GUARANTEE: {
        "zh": {
            "title": ("要求承担保证责任通知书",),
            "salutation": ("{recipient}：",),
            "opening": (
                (
                    "贵方为{debtor}（债务人）对我司的下列债务提供{liability}。"
                    "该债务已于{matures_on}"
                    "届满，债务人至今未清偿，尚欠{amount}。"
                ),
                (
                    "依据《中华人民共和国民法典》{articles}及保证合同的约定，我司现于保证期间"
                    "（至{last_on}止）内，要求贵方承担保证责任。"
                ),
            ),
            "closing": (
                (
                    "请于收到本通知之日起{days}日内，将{claimed}付至下列账户；利息、"
                    "违约金及实现债权的"
                    "费用，依保证合同约定的范围另行主张。"
                ),
                "本通知系我司向贵方主张权利，不影响我司对债务人及其他担保人享有的权利。",
            ),
            "joint": ("连带责任保证",),
            "ordinary": ("一般保证",),
            "joint_articles": ("第六百八十八条、第六百九十三条第二款",),
            "ordinary_articles": ("第六百八十七条、第六百九十三条第一款",),
            "slip": (
                "已收到本通知，承认保证责任，将于____年__月__日前付款。",
                "已收到本通知，有下列异议：____________________",
            ),
        },
        "en": {
            "title": ("Demand under Guarantee",),
            "salutation": ("To {recipient}:",),
            "opening": (
                (
                    "You gave us {liability} for the following debts of {debtor} (the "
                    "debtor). They "
                    "fell due on {matures_on} and have not been paid; {amount} is outstanding."
                ),
                (
                    "Under {articles} of the Civil Code of the People's Republic of China and the "
                    "contract of guarantee we hereby demand, within the guarantee period (until "
                    "{last_on}), that you perform the guarantee."
                ),
            ),
            "closing": (
                (
                    "Please pay {claimed} to the account below within {days} days of receipt. "
                    "Interest, penalties and the costs of enforcement are claimed besides, "
                    "as far as "
                    "the guarantee extends to them."
                ),
                (
                    "This is a claim of our rights against you. It leaves our rights against the "
                    "debtor and any other surety as they are."
                ),
            ),
            "joint": ("a joint and several guarantee",),
            "ordinary": ("an ordinary guarantee",),
            "joint_articles": ("Articles 688 and 693(2)",),
            "ordinary_articles": ("Articles 687 and 693(1)",),
            "slip": (
                "Received. We accept our liability and will pay by the day below.",
                "Received. We object as follows: ____________________",
            ),
        },
    },
    ASSIGNMENT: {
        "zh": {
            "title": ("应收账款债权转让通知书",),
            "salutation": ("{recipient}：",),
            "opening": (
                (
                    "根据{company}（转让人）与{assignee}（受让人）于{contract_on}签订的"
                    "{contract_number}号合同，转让人已将对贵司享有的下列应收账款债权及其从权利，"
                    "合计{amount}，转让给受让人。现依据《中华人民共和国民法典》第五百四十五条至"
                    "第五百四十九条通知贵司："
                ),
            ),
            "factor": (
                (
                    "受让人系从事保理业务的保理人，本次转让依保理合同（民法典第七百六十一条）作出，"
                    "保理人身份证明及必要凭证随附（第七百六十四条）。"
                ),
            ),
            "closing": (
                (
                    "一、自本通知到达贵司之日起，请将上述款项付至受让人账户：{account}。"
                    "向其他账户付款"
                    "不发生清偿的效力。"
                ),
                (
                    "二、贵司对转让人的抗辩，可以依法向受让人主张（第五百四十八条）；"
                    "符合第五百四十九条"
                    "规定的，可以主张抵销。"
                ),
                (
                    "三、本通知未经受让人同意不得撤销（第五百四十六条）。"
                    "基础合同项下转让人的义务不变。"
                ),
            ),
            "slip": (
                "已收到本通知，确认应付{amount}，将付至受让人账户；对上述应收账款无抵销、无争议。",
                "已收到本通知，说明如下：____________________",
            ),
        },
        "en": {
            "title": ("Notice of Assignment of Receivables",),
            "salutation": ("To {recipient}:",),
            "opening": (
                (
                    "By contract {contract_number} of {contract_on} {company} (the assignor) has "
                    "assigned to {assignee} (the assignee) its claims against you listed "
                    "below with "
                    "all accessory rights, in total {amount}. You are hereby notified "
                    "under Articles "
                    "545 to 549 of the Civil Code of the People's Republic of China:"
                ),
            ),
            "factor": (
                (
                    "The assignee is a factor and the assignment is made under a factoring "
                    "contract "
                    "(Article 761); proof of this and the necessary documents are enclosed "
                    "(Article 764)."
                ),
            ),
            "closing": (
                (
                    "1. From the arrival of this notice please pay to the assignee's account: "
                    "{account}. Payment to any other account does not discharge the debt."
                ),
                (
                    "2. Defences against the assignor may be raised against the assignee (Article "
                    "548), and claims set off as far as Article 549 allows."
                ),
                (
                    "3. This notice cannot be revoked without the assignee's consent "
                    "(Article 546). "
                    "The assignor's duties under the contract of sale stay as they are."
                ),
            ),
            "slip": (
                (
                    "Received. We confirm that {amount} is payable, will pay it to the assignee's "
                    "account, and have no set-off against it and no dispute about it."
                ),
                "Received. We state: ____________________",
            ),
        },
    },
    CONFIRMATION: {
        "zh": {
            "title": ("应收账款确权申请函",),
            "salutation": ("{recipient}：",),
            "opening": (
                (
                    "截至{as_of}，我司对贵司享有下列应收账款，合计{amount}。"
                    "根据《保障中小企业款项支付"
                    "条例》第十六条，我司拟以上述应收账款担保融资，现申请贵司确认债权债务关系。"
                ),
            ),
            "closing": (
                (
                    "请自本申请提出之日起{days}日内（{by_on}前）确认并将回执盖章寄回；"
                    "如有异议，请在同一"
                    "期限内书面说明。"
                ),
                "本函不影响我司依法及依约享有的其他权利。",
            ),
            "slip": (
                "确认截至{as_of}应付{amount}，将按约定期限支付。",
                "不能确认，理由如下：____________________",
            ),
        },
        "en": {
            "title": ("Request to Confirm Receivables",),
            "salutation": ("To {recipient}:",),
            "opening": (
                (
                    "As of {as_of} you owe us the following receivables, in total {amount}. Under "
                    "Article 16 of the Regulation on Ensuring Payments to Small and Medium-sized "
                    "Enterprises we ask you to confirm the debt, as we intend to raise "
                    "finance on it."
                ),
            ),
            "closing": (
                (
                    "Please confirm within {days} days of this request (by {by_on}) and return the "
                    "sealed reply slip; objections are to be stated in writing within the "
                    "same time."
                ),
                "All other rights under law and contract are reserved.",
            ),
            "slip": (
                "We confirm that {amount} is payable as of {as_of} and will be paid when due.",
                "We cannot confirm it, because: ____________________",
            ),
        },
    },
}

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

#: Labels of facts and sums.
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
    "notice": ("报损编号", "Notice"),
    "contract": ("基础合同", "Contract"),
    "assignee": ("受让人", "Assignee"),
    "recourse": ("追索权", "Recourse"),
    "with_recourse": ("有追索权", "with recourse"),
    "without_recourse": ("无追索权", "without recourse"),
    "guarantee": ("保证合同", "Guarantee"),
    "period": ("保证期间", "Period"),
    "cap": ("最高保证金额", "Cap"),
    "debtor": ("债务人", "Debtor"),
    "gross": ("未收货款", "Unpaid"),
    "deductions": ("减：贷项、抵销及已收", "Less credits, set-off and receipts"),
    "loss": ("损失金额", "Loss"),
    "in_limit": ("限额内损失", "Loss within the limit"),
    "share": ("按承保比例 {percent}%", "Insured share {percent} %"),
    "deductible": ("减：自负额", "Less deductible"),
    "cut": ("调整：保单最高赔偿限额", "Adjusted: maximum of the policy"),
    "indemnity": ("申请赔付", "Indemnity applied for"),
    "none": ("无", "none"),
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
