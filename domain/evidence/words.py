"""Words of the evidence: what a paper is called, what it proves, how to get it."""

from __future__ import annotations

from typing import Final

from domain.evidence.proof import SCANNED, Proof, Standing, scan_words
from domain.fields import Pair, day, pick
from domain.legal_event import Channel, EventKind, LegalEvent, LegalEventRow
from domain.legal_words import CHANNELS, KINDS

NAMES: Final[dict[Proof, Pair]] = {
    Proof.CONTRACT: ("合同", "Contract"),
    Proof.ORDER: ("订单", "Order"),
    Proof.DELIVERY: ("签收的送货单", "Signed delivery note"),
    Proof.ACCEPTANCE: ("验收单", "Acceptance"),
    Proof.INVOICE: ("发票", "Invoice"),
    Proof.STATEMENT: ("对账单及回执", "Statement and reply"),
    Proof.DEMAND: ("催款函及送达凭证", "Demand and proof of arrival"),
    Proof.PAYMENT: ("付款凭证", "Payment record"),
    Proof.INTEREST: ("逾期利息（违约金）计算表", "Computation of interest"),
    Proof.LOG: ("催收记录", "Collection log"),
    Proof.OTHER: ("其他材料", "Other paper"),
}
SHORT: Final[dict[Proof, Pair]] = {
    Proof.CONTRACT: ("合同", "contract"),
    Proof.ORDER: ("订单", "order"),
    Proof.DELIVERY: ("签收单", "delivery"),
    Proof.ACCEPTANCE: ("验收", "acceptance"),
    Proof.INVOICE: ("发票", "invoice"),
    Proof.STATEMENT: ("对账回执", "reply"),
    Proof.DEMAND: ("催款送达", "demand"),
    Proof.PAYMENT: ("付款凭证", "payment"),
}
PROVES: Final[dict[Proof, Pair]] = {
    Proof.CONTRACT: (
        "双方存在买卖合同关系，约定了价款、付款期限与违约责任",
        "The contract: price, when to pay, what lateness costs",
    ),
    Proof.ORDER: ("被告订购的货物、数量与价格", "What was ordered: goods, quantity, price"),
    Proof.DELIVERY: ("原告已交付货物，被告已签收", "The goods were delivered and signed for"),
    Proof.ACCEPTANCE: (
        "货物已验收合格，付款条件成就",
        "The goods were accepted; payment fell due",
    ),
    Proof.INVOICE: (
        "开票日期、货物与金额",
        "Date, goods and amount invoiced",
    ),
    Proof.STATEMENT: (
        "双方对账及被告对欠款金额的确认",
        "The account between the parties, and that the debtor agreed to it",
    ),
    Proof.DEMAND: (
        "原告已催告并送达，诉讼时效中断",
        "Payment was demanded and the demand arrived; the limitation began anew",
    ),
    Proof.PAYMENT: (
        "被告已付款项，尚欠金额由此得出",
        "What was paid, and so what is still owed",
    ),
    Proof.INTEREST: (
        "逾期利息（违约金）的起止日、基数、标准与金额",
        "Late-payment interest: days, principal, rate and amount",
    ),
    Proof.LOG: ("催收经过及被告的承诺与答复", "How payment was asked for, and what was answered"),
    Proof.OTHER: ("与本案有关的其他事实", "Other facts of the claim"),
}
#: What a paper proves while nothing says that it arrived, or was answered.
SENT: Final[dict[Proof, Pair]] = {
    Proof.STATEMENT: ("双方往来款项的明细", "The account between the parties, item by item"),
    Proof.DEMAND: ("原告已发函催告", "Payment was demanded by this letter"),
}
GET: Final[dict[Proof, Pair]] = {
    Proof.CONTRACT: (
        "找回盖章合同扫描后作为附件；没有书面合同的，以订单、送货单、对账单、发票共同证明",
        (
            "Find the signed contract and attach its scan; without one, order, delivery note, "
            "statement and invoice stand for it together"
        ),
    ),
    Proof.ORDER: (
        "向业务员索取订单，或导出订货的邮件、微信原始记录",
        "Ask sales for the order, or save the e-mail or chat it came by",
    ),
    Proof.DELIVERY: (
        "向仓库或承运人索取有签字或盖章的送货单、回单；物流签收记录可作补充",
        "Ask the warehouse or the carrier for the signed note; the carrier's record helps",
    ),
    Proof.ACCEPTANCE: (
        "请客户在验收单上签字；合同约定逾期未提异议视为合格的，保留该条款",
        "Have the customer sign the acceptance, or keep the clause that silence accepts",
    ),
    Proof.INVOICE: (
        "从电子发票平台下载发票版式文件作为附件",
        "Download the invoice from the tax platform and attach it",
    ),
    Proof.STATEMENT: (
        "寄送对账单，请客户盖章寄回并写明付款日期",
        "Send a statement and have it come back sealed, with a day to pay",
    ),
    Proof.DEMAND: (
        "以 EMS 寄送催款函，内件品名写明函号与欠款，签收后登记送达并附签收截图",
        "Send the demand by EMS under its number, then record its arrival with the proof",
    ),
    Proof.PAYMENT: (
        "导入银行流水或附上收款回单",
        "Import the bank statement, or attach the bank's advice",
    ),
}
STANDINGS: Final[dict[Standing, Pair]] = {
    Standing.KEPT: ("已存", "kept"),
    Standing.KNOWN: ("仅有记录", "noted only"),
    Standing.MISSING: ("缺", "missing"),
    Standing.NEEDLESS: ("不适用", "not needed"),
}


def name(proof: Proof, language: str) -> str:
    """Return what a paper is called."""
    return pick(NAMES[proof], language)


def proves(proof: Proof, language: str) -> str:
    """Return what a paper proves."""
    return pick(PROVES[proof], language)


def says(proof: Proof, language: str) -> str:
    """Return what a paper that went out proves by itself."""
    return pick(SENT[proof], language)


def get(proof: Proof, language: str) -> str:
    """Return how to come by a paper that is missing."""
    return pick(GET[proof], language)


def short(proof: Proof, language: str) -> str:
    """Return what a paper is called in a list."""
    return pick(SHORT[proof], language)


def event_name(kind: EventKind, language: str) -> str:
    """Return what an event is called."""
    return pick(KINDS[kind], language)


def channel(way: Channel | None, language: str) -> str:
    """Return a way of sending in words, "" for none."""
    return pick(CHANNELS[way], language) if way else ""


def event_source(event: LegalEvent, language: str) -> str:
    """Return where the scan of an event comes from: how it went, under which number."""
    parts = (channel(event.channel, language), event.number, event.signed_by)
    told = " ".join(part for part in parts if part)
    return told or event_name(event.kind, language)


def event_facts(row: LegalEventRow, language: str) -> str:
    """Return what is known of an event: its paper, number, arrival and note."""
    event, zh = row.event, language == "zh"
    arrived = returned = ""
    if event.arrived_on:
        told = day(event.arrived_on, language)
        arrived = f"{told} 送达" if zh else f"arrived {told}"
    elif event.returned_on:
        told = day(event.returned_on, language)
        returned = f"{told} 退回" if zh else f"came back {told}"
    parts = (row.paper_number, event.number, arrived, returned, event.note)
    return ("，" if zh else ", ").join(part for part in parts if part)


def note_words(note: str, language: str) -> str:
    """Return the note of a kept file as people read it: what it is said to be, and the rest."""
    word = note.partition(":")[0].strip()
    if word not in {one.value for one in SCANNED}:
        return note
    own = scan_words(note)
    kind = name(Proof(word), language)
    return f"{kind} · {own}" if own else kind
