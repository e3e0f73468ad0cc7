"""Papers about cover, composed from their facts; without a number yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.capital import capital
from domain.cover.assignment import Assignment
from domain.cover.claims import Evidence, InsuranceClaim
from domain.cover.guarantee import Guarantee, Liability, claimable, liability_of, period
from domain.cover.insurance import Cause, InsurancePolicy, percent_of
from domain.cover.paper import (
    ASSIGNMENT,
    CLAIM,
    CONFIRMATION,
    GUARANTEE,
    LOSS_NOTICE,
    CoverLine,
    CoverPaper,
)
from domain.cover.wording import PAPERS, cause, evidence, word
from domain.customer import Company
from domain.letters import long_date
from domain.money import grouped
from domain.papers import Addressee

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every such paper begins with."""

    company: Company
    recipient: Addressee
    debtor: Addressee
    language: str
    currency: str
    issued_on: date
    lines: tuple[CoverLine, ...]

    @property
    def total(self) -> int:
        """What the lines claim together."""
        return sum(line.open for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class LossFacts:
    """What an insurer is told beside the debts; texts may be empty."""

    policy: InsurancePolicy
    cause: Cause
    known_on: date
    limit: int
    limit_number: str = ""
    last_payment: str = ""
    disputed: int = 0
    security: str = ""
    in_transit: str = ""
    letters: str = ""
    measures: str = ""


def loss_notice(frame: Frame, told: LossFacts) -> CoverPaper:
    """Return a 《可能损失通知书》 to the insurer."""
    return _paper(frame, LOSS_NOTICE, facts=_loss_rows(frame, told))


def claim_form(
    frame: Frame,
    told: LossFacts,
    claim: InsuranceClaim,
    *,
    notified_on: date,
    notice: str,
    present: Collection[Evidence],
) -> CoverPaper:
    """Return a 《索赔申请书》 with the computation of the loss and the list of enclosures."""
    language = frame.language
    number = _in_brackets(notice, language)
    return _paper(
        frame,
        CLAIM,
        facts=_loss_rows(frame, told),
        values={"notified_on": long_date(notified_on, language), "notice": number},
        sums=_computation(claim, language),
        checklist=tuple((evidence(one, language), one in present) for one in Evidence),
    )


def guarantee_demand(
    frame: Frame, guarantee: Guarantee, *, contract: str, pay_days: int
) -> CoverPaper:
    """Return a 《要求承担保证责任通知书》 to the guarantor."""
    language = frame.language
    words = PAPERS[GUARANTEE][language]
    kind = "joint" if liability_of(guarantee) is Liability.JOINT else "ordinary"
    runs = period(guarantee.matures_on, guarantee.ends_on)
    claimed = claimable(frame.total, guarantee.cap)
    rows = [
        ("debtor", called(frame.debtor, language)),
        ("guarantee", contract),
        ("period", _span(runs.from_on, runs.last_on, language)),
        ("cap", "" if guarantee.cap is None else money(guarantee.cap, frame.currency, language)),
    ]
    values = {
        "liability": words[kind][0],
        "articles": words[f"{kind}_articles"][0],
        "matures_on": long_date(guarantee.matures_on, language),
        "last_on": long_date(runs.last_on, language),
        "claimed": money(claimed, frame.currency, language),
        "days": str(pay_days),
    }
    return _paper(frame, GUARANTEE, facts=_rows(rows, language), values=values, bank=True)


def assignment_notice(frame: Frame, deal: Assignment, *, contracts: str = "") -> CoverPaper:
    """Return a 《应收账款债权转让通知书》; a factor's shows that he is one (民法典764)."""
    language = frame.language
    words = PAPERS[ASSIGNMENT][language]
    rows = [
        ("assignee", deal.assignee),
        ("contract", contracts),
        ("recourse", word("with_recourse" if deal.recourse else "without_recourse", language)),
    ]
    values = {
        "assignee": deal.assignee,
        "contract_on": long_date(deal.contract_on, language),
        "contract_number": deal.contract_number,
        "account": deal.account,
    }
    own = firm(frame.company, language)
    return _paper(
        frame,
        ASSIGNMENT,
        facts=_rows(rows, language),
        values=values,
        more=words["factor"] if deal.is_factor else (),
        seals=(own, deal.assignee),
    )


def confirmation_request(frame: Frame, as_of: date, days: int) -> CoverPaper:
    """Return a 《应收账款确权申请函》: to be answered within 30 days (条例16)."""
    language = frame.language
    values = {
        "as_of": long_date(as_of, language),
        "days": str(days),
        "by_on": long_date(frame.issued_on + timedelta(days=days), language),
    }
    return _paper(frame, CONFIRMATION, values=values)


def _paper(
    frame: Frame,
    kind: str,
    *,
    facts: Facts = (),
    values: dict[str, str] | None = None,
    sums: tuple[tuple[str, int], ...] = (),
    checklist: tuple[tuple[str, bool], ...] = (),
    more: Sequence[str] = (),
    seals: tuple[str, ...] = (),
    bank: bool = False,
) -> CoverPaper:
    words, language = PAPERS[kind][frame.language], frame.language
    told = {
        "recipient": called(frame.recipient, language),
        "debtor": called(frame.debtor, language),
        "company": firm(frame.company, language),
        "amount": money(frame.total, frame.currency, language),
        **(values or {}),
    }

    def filled(part: Sequence[str]) -> tuple[str, ...]:
        return tuple(one.format(**told) for one in part)

    return CoverPaper(
        kind=kind,
        company=frame.company,
        customer=frame.recipient,
        number="",
        language=language,
        currency=frame.currency,
        issued_on=frame.issued_on,
        title=words["title"][0],
        salutation=words["salutation"][0].format(**told),
        facts=facts,
        opening=(*filled(words["opening"]), *filled(more)),
        lines=frame.lines,
        total=frame.total,
        closing=filled(words["closing"]),
        sums=sums,
        checklist=checklist,
        seals=seals or (firm(frame.company, language),),
        slip=filled(words.get("slip", ())),
        bank=bank,
    )


def _loss_rows(frame: Frame, told: LossFacts) -> Facts:
    language, currency = frame.language, frame.currency
    limit = money(told.limit, currency, language)
    none = word("none", language)
    rows = [
        ("policy", told.policy.number),
        ("buyer", called(frame.debtor, language)),
        ("country", frame.debtor.country),
        ("limit", limit + _in_brackets(told.limit_number, language)),
        ("cause", cause(told.cause, language)),
        ("known_on", long_date(told.known_on, language)),
        ("last_payment", told.last_payment or none),
        ("disputed", money(told.disputed, currency, language) if told.disputed else none),
        ("security", told.security or none),
        ("in_transit", told.in_transit or none),
        ("letters", told.letters or none),
        ("measures", told.measures),
    ]
    return _rows(rows, language)


def _computation(claim: InsuranceClaim, language: str) -> tuple[tuple[str, int], ...]:
    """Return the steps from what is unpaid to the indemnity."""
    inside = min(claim.loss_minor, claim.limit_minor)
    percent = f"{claim.insured_percent.normalize():f}"
    insured = percent_of(inside, claim.insured_percent)
    cut = claim.indemnity_minor - (insured - claim.deductible_minor)
    found = [
        (word("gross", language), claim.gross_minor),
        (word("deductions", language), -claim.deductions_minor),
        (word("loss", language), claim.loss_minor),
        (word("in_limit", language), inside),
        (word("share", language).format(percent=percent), insured),
        (word("deductible", language), -claim.deductible_minor),
        (word("cut", language), cut),
        (word("indemnity", language), claim.indemnity_minor),
    ]
    always = {word("gross", language), word("loss", language), word("indemnity", language)}
    return tuple(row for row in found if row[1] or row[0] in always)


def _rows(rows: Sequence[tuple[str, str]], language: str) -> Facts:
    return tuple((word(key, language), value) for key, value in rows if value)


def _in_brackets(text: str, language: str) -> str:
    if not text:
        return ""
    return f"（{text}）" if language == "zh" else f" ({text})"


def _span(first: date, last: date, language: str) -> str:
    dash = "至" if language == "zh" else " to "
    return f"{long_date(first, language)}{dash}{long_date(last, language)}"


def firm(company: Company, language: str) -> str:
    """Return our name in a language."""
    return company.name if language == "zh" else company.name_en or company.name


def called(who: Addressee, language: str) -> str:
    """Return a party's name in a language."""
    return who.name if language == "zh" else who.name_en or who.name


def money(minor: int, currency: str, language: str) -> str:
    """Write an amount for a sentence, in Chinese yuan with 大写."""
    if currency == "CNY" and language == "zh":
        return f"人民币 {grouped(minor, currency)} 元（大写：{capital(minor)}）"
    return f"{currency} {grouped(minor, currency)}"
