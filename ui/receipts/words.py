"""Words for what matching found: rules, reasons, evidence, states, marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from domain.listing import BankAccountRow, InflowRow
from domain.matching.values import Answer, Evidence, Proposal
from ui import format as fmt
from ui import match_words
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts.data import Case, Memory
from ui.receipts.draft import Line
from ui.receipts.evidence import Hint
from ui.widgets.paint import ChipText

_EVIDENCE: Final[Mapping[str, str]] = {
    Evidence.NUMBER: QT_TRANSLATE_NOOP("Receipts", "Text"),
    Evidence.ORDER: QT_TRANSLATE_NOOP("Receipts", "Order"),
    Evidence.CONTRACT: QT_TRANSLATE_NOOP("Receipts", "Contract"),
    Evidence.STATEMENT: QT_TRANSLATE_NOOP("Receipts", "Statement"),
    Evidence.ACCOUNT: QT_TRANSLATE_NOOP("Receipts", "Account"),
    Evidence.NAME: QT_TRANSLATE_NOOP("Receipts", "Name"),
    Evidence.ALIAS: QT_TRANSLATE_NOOP("Receipts", "Other name"),
    Evidence.LEARNED: QT_TRANSLATE_NOOP("Receipts", "Learned"),
    Evidence.FUZZY: QT_TRANSLATE_NOOP("Receipts", "Similar name"),
    Evidence.GROUP: QT_TRANSLATE_NOOP("Receipts", "Group"),
    Evidence.TOTAL: QT_TRANSLATE_NOOP("Receipts", "Amount"),
    Evidence.DISCOUNT: QT_TRANSLATE_NOOP("Receipts", "Discount"),
    Evidence.FEE: QT_TRANSLATE_NOOP("Receipts", "Bank charge"),
    Evidence.DIFFERENCE: QT_TRANSLATE_NOOP("Receipts", "Difference"),
    Evidence.ADVANCE: QT_TRANSLATE_NOOP("Receipts", "Advance"),
    Evidence.CONFLICT: QT_TRANSLATE_NOOP("Receipts", "Contradiction"),
}
#: Short names of banks in account names, for the head of the screen.
_BANKS: Final[tuple[tuple[str, str, str], ...]] = (
    ("工商银行", "工行", "ICBC"),
    ("建设银行", "建行", "CCB"),
    ("农业银行", "农行", "ABC"),
    ("中国银行", "中行", "BOC"),
    ("交通银行", "交行", "BoCom"),
    ("招商银行", "招行", "CMB"),
    ("浦东发展", "浦发", "SPDB"),
    ("民生银行", "民生", "CMBC"),
    ("中信银行", "中信", "CITIC"),
    ("兴业银行", "兴业", "CIB"),
    ("光大银行", "光大", "CEB"),
    ("平安银行", "平安", "PAB"),
    ("邮政储蓄", "邮储", "PSBC"),
    ("支付宝", "支付宝", "Alipay"),
    ("微信", "微信", "WeChat Pay"),
)
STATES: Final[Mapping[str, tuple[str, str]]] = {
    "check": (QT_TRANSLATE_NOOP("Receipts", "To check"), "amber"),
    "held": (QT_TRANSLATE_NOOP("Receipts", "Advance"), "accent"),
    "done": (QT_TRANSLATE_NOOP("Receipts", "Matched"), "green"),
    "other": (QT_TRANSLATE_NOOP("Receipts", "Non-trade"), "neutral"),
    "void": (QT_TRANSLATE_NOOP("Receipts", "Void"), "neutral"),
}


def state_chip(row: InflowRow, answers: Mapping[int, Answer] | None) -> ChipText:
    """Return the state of an inflow; ``answers`` None: proposals are still being worked out."""
    if row.state in STATES:
        words, tone = STATES[row.state]
        return ChipText(translate("Receipts", words), tone)
    if 0 < row.open < row.amount:
        return ChipText(translate("Receipts", "Part"), "amber")
    if answers is None:
        return ChipText("…", "neutral")
    answer = answers.get(row.key)
    if answer is None or answer.best is None:
        return ChipText(translate("Receipts", "None"), "neutral")
    return ChipText(translate("Receipts", "Proposal"), "accent")


def payer_of(row: InflowRow, language: str) -> str:
    """Return who paid; where nobody is named, the customer, else what is written."""
    customer = (row.customer_name_en or row.customer_name) if language == "en" else ""
    return row.name or customer or row.customer_name or row.text or fmt.DASH


def percent(confidence: int) -> str:
    """Write a confidence: 94 %."""
    return f"{confidence} %"


def evidence_word(kind: Evidence) -> str:
    """Return a kind of reason in a word."""
    source = _EVIDENCE[kind]
    return translate("Receipts", source)


def evidence_chips(proposal: Proposal) -> list[str]:
    """Return the kinds of reasons of a proposal, each once."""
    return [evidence_word(kind) for kind in dict.fromkeys(one.kind for one in proposal.proofs)]


def rule_words(proposal: Proposal, language: str) -> str:
    """Return how a proposal was found: "3 documents · by document number"."""
    said = match_words.rule(proposal.rule.value, language)
    count = len(proposal.parts)
    if not count:
        return said
    return translate("Receipts", "%n doc.", None, count) + f" · {said}"


def reason_words(proposal: Proposal, opens: Mapping[int, int], currency: str) -> str:
    """Return what a proposal does and why; ``opens``: what is open of each document now."""
    parts = [*_found_words(proposal), *_done_words(proposal, opens, currency)]
    if proposal.rest and proposal.parts:
        rest = fmt.money(proposal.rest, currency)
        said = translate("Receipts", "{amount} stays as advance")
        parts.append(said.format(amount=rest))
    elif proposal.rest:
        parts.append(translate("Receipts", "all of it stays on account"))
    if proposal.ties:
        parts.append(translate("Receipts", "%n other choice(s) as good", None, proposal.ties))
    if proposal.gave_up:
        parts.append(translate("Receipts", "not every combination was tried"))
    return _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    mark = translate("Receipts", ", ")
    return mark.join(parts)


def _found_words(proposal: Proposal) -> list[str]:
    kinds = [one.kind for one in proposal.proofs]
    told = []
    numbers = len({one.item_id for one in proposal.proofs if one.kind is Evidence.NUMBER})
    if numbers:
        told.append(translate("Receipts", "%n number(s) stand in the text", None, numbers))
    elif Evidence.ORDER in kinds:
        told.append(translate("Receipts", "the order number stands in the text"))
    elif Evidence.CONTRACT in kinds:
        told.append(translate("Receipts", "the contract number stands in the text"))
    elif Evidence.STATEMENT in kinds:
        told.append(translate("Receipts", "the number of a statement or letter stands in the text"))
    elif Evidence.TOTAL in kinds and len(proposal.parts) > 1:
        told.append(translate("Receipts", "the sum is exactly the amount"))
    elif Evidence.TOTAL in kinds:
        told.append(translate("Receipts", "the amount is exactly what is open"))
    return told


def _done_words(proposal: Proposal, opens: Mapping[int, int], currency: str) -> list[str]:
    told = []
    for place, part in enumerate(proposal.parts, start=1):
        closed = part.minor + part.discount + part.difference + part.fee
        if not part.is_credit and closed < opens.get(part.item_id, closed):
            said = translate("Receipts", "no. {place} in part, {amount}")
            told.append(said.format(place=place, amount=fmt.money(part.minor, currency)))
    for words, total in (
        (QT_TRANSLATE_NOOP("Receipts", "discount {amount}"), _sum(proposal, "discount")),
        (QT_TRANSLATE_NOOP("Receipts", "bank charge {amount}"), _sum(proposal, "fee")),
        (QT_TRANSLATE_NOOP("Receipts", "difference {amount}"), _sum(proposal, "difference")),
    ):
        if total:
            told.append(translate("Receipts", words).format(amount=fmt.money(total, currency)))
    credits = sum(part.minor for part in proposal.parts if part.is_credit)
    if credits:
        said = translate("Receipts", "less credit notes {amount}")
        told.append(said.format(amount=fmt.money(credits, currency)))
    return told


def _sum(proposal: Proposal, what: str) -> int:
    return sum(getattr(part, what) for part in proposal.parts)


def hint_words(hint: Hint) -> str:
    """Return what speaks for a document, without its mark: "5219, 46130" or "Amount"."""
    return _joined([*hint.words, *(evidence_word(kind) for kind in hint.kinds if not hint.words)])


def memory_words(memories: Sequence[Memory], customer_id: int, language: str) -> str:
    """Return what is known of the payer's account or name."""
    if not memories:
        return ""
    by_account = memories[0].kind == "account"
    if len(memories) > 1:
        names = _joined([one.party.named(language) for one in memories[:3]])
        said = (
            translate("Receipts", "This account has paid for {names}")
            if by_account
            else translate("Receipts", "This name has paid for {names}")
        )
        return said.format(names=names)
    (one,) = memories
    if one.party.id == customer_id:
        return (
            translate(
                "Receipts", "This account paid %n time(s), for this customer", None, one.count
            )
            if by_account
            else translate(
                "Receipts", "This name paid %n time(s), for this customer", None, one.count
            )
        )
    said = (
        translate("Receipts", "This account paid %n time(s), for {name}", None, one.count)
        if by_account
        else translate("Receipts", "This name paid %n time(s), for {name}", None, one.count)
    )
    return said.format(name=one.party.named(language))


def account_name(number: str, bank: str, language: str) -> str:
    """Return one of our accounts in short: bank and the last four digits."""
    found = next((pair for pair in _BANKS if pair[0] in bank), None)
    name = bank if found is None else found[1 if language == "zh" else 2]
    return f"{name} {tail(number)}".strip()


def tail(number: str) -> str:
    """Return the last four characters of an account number, which is enough to tell it by."""
    digits = "".join(one for one in number if one.isalnum())
    return digits[-4:] if len(digits) >= 8 else number


def age_words(on: date | None, today: date) -> str:
    """Return how old data are."""
    if on is None:
        return ""
    days = max(0, (today - on).days)
    if not days:
        return translate("Receipts", "today")
    return translate("Receipts", "%n day(s) ago", None, days)


def accounts_words(rows: Sequence[BankAccountRow], today: date, language: str) -> str:
    """Return our accounts with the age of each one's data."""
    told = []
    for row in rows:
        name = account_name(row.number, row.bank, language)
        told.append(f"{name} {age_words(row.last_on, today)}".strip())
    return " · ".join(told)


def closed_words(lines: Sequence[Line], currency: str) -> str:
    """Return what a draft closes besides money, each kind where there is some."""
    told = (
        (translate("Receipts", "Early discount"), sum(one.discount for one in lines)),
        (translate("Receipts", "Bank charges"), sum(one.fee for one in lines)),
        (translate("Receipts", "Small differences"), sum(one.write_off for one in lines)),
    )
    return "   ".join(f"{words} {fmt.money(minor, currency)}" for words, minor in told if minor)


def nothing_words(case: Case | None, *, searching: bool) -> str:
    """Return why there is nothing to allocate."""
    if case is None:
        return ""
    state = "" if case.inflow is None else case.inflow.state
    nobody = case.source.customer_id == 0 and case.source.item_id is None
    typed = case.source.key is None and case.source.item_id is None
    reasons = (
        (
            typed and (nobody or not case.source.available),
            translate("Receipts", "Customer and amount first: then stands here what is paid."),
        ),
        (case.voided, translate("Receipts", "This document was voided.")),
        (
            case.source.amount < 0,
            translate("Receipts", "Money that went out: there is nothing to allocate."),
        ),
        (
            state == "other",
            translate("Receipts", "Marked as non-trade. N takes the mark off again."),
        ),
        (
            not case.source.available and not nobody,
            translate("Receipts", "All of it is allocated. Undo an allocation to change it."),
        ),
        (nobody and searching, translate("Receipts", "Looking for what this pays…")),
        (
            nobody,
            translate(
                "Receipts",
                "Nothing says who paid this. Name the customer; the next payment from this "
                "account finds it by itself.",
            ),
        ),
    )
    owes_nothing = translate(
        "Receipts",
        "The customer owes nothing in this currency. "
        "The money stays on account until there is an invoice.",
    )
    return next((words for applies, words in reasons if applies), owes_nothing)
