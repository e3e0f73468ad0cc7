"""What goes with a letter on its way: e-mail draft, short text, EMS slip, calendar, cover sheet.

All from the frozen value of an issued paper, so that what is said is what was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from domain.customer import Company
from domain.letters.calendar import Entry, calendar
from domain.letters.catalogue import FactField, Letter
from domain.letters.markup import marked
from domain.letters.templates import GUARD, Templates
from domain.letters.words import figures, long_date, named, reach
from domain.money import Money
from domain.papers import (
    Addressee,
    DunningLetter,
    LetterPaper,
    ReceiptNote,
    StatementOfAccount,
)

Paper = StatementOfAccount | DunningLetter | ReceiptNote | LetterPaper
#: Levels with a short text of their own; any other paper is announced.
_LEVELS: Final = 6
#: Texts beside the catalogue: they make no paper with a number.
SHORT_NAMES: Final = frozenset(
    {"amount", "company", "customer", "days", "number", "pay_by", "reach", "title"}
)
COVER: Final = Letter(
    key="ems_cover",
    group="inside",
    series=("", ""),
    fields=tuple(FactField(name=name) for name in ("number", "content", "title", "dated")),
    seal=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """An issued paper as it goes out, with what is known of the way.

    Attributes:
        to: e-mail of the customer, "" when unknown.
        name: file name of the PDF, without its ending.
        contract: number of the contract, as the slip of a courier names it.
    """

    paper: Paper
    pdf: bytes
    name: str
    to: str = ""
    contract: str = ""


def money_of(paper: Paper) -> Money:
    """Return what a paper is about: what is claimed, the closing balance, the money received."""
    if isinstance(paper, StatementOfAccount):
        return Money(paper.closing, paper.currency)
    if isinstance(paper, ReceiptNote):
        return Money(paper.amount, paper.currency)
    return Money(paper.total, paper.currency)


def title_of(paper: Paper) -> str:
    """Return a paper's title in its own language."""
    zh = paper.language == "zh"
    if isinstance(paper, StatementOfAccount):
        return "往来款项对账单" if zh else "Statement of account"
    if isinstance(paper, ReceiptNote):
        return "收款收据" if zh else "Receipt"
    return paper.title


def dated_on(paper: Paper) -> date:
    """Return the day a paper bears."""
    return paper.dated_on if isinstance(paper, DunningLetter | LetterPaper) else paper.issued_on


def short_key(paper: Paper) -> str:
    """Return the key of a paper's short text: one for each dunning level, one for the rest."""
    if isinstance(paper, DunningLetter):
        return f"short_{min(paper.level, _LEVELS - 1)}"
    return "short_paper"


def short_text(templates: Templates, paper: Paper) -> str:
    """Return the text for SMS or WeChat that goes with a paper, in its language."""
    language = paper.language
    facts = dict.fromkeys(SHORT_NAMES, "") | _facts(paper)
    text = templates.fill(templates.shipped(short_key(paper), language), facts)
    return " ".join(text.replace(GUARD, "").split("\n")).strip()


def ems_text(paper: Paper, contract: str = "") -> str:
    """Return what the slip of a courier says is inside: courts look at this line.

    催款函（HT-2026-018，欠款¥123,456.78，函号沐催字〔2026〕第0041号）; what is not known
    is left out.
    """
    zh = paper.language == "zh"
    money = money_of(paper)
    owed = figures(money, paper.language) if money.minor else ""
    parts = [contract]
    parts += [f"欠款{owed}" if zh else f"{owed} due"] if owed and _claims(paper) else []
    parts += [f"函号{paper.number}" if zh else f"No. {paper.number}"]
    inside = ("，" if zh else ", ").join(part for part in parts if part)
    title = title_of(paper)
    return f"{title}（{inside}）" if zh else f"{title} ({inside})"


def _claims(paper: Paper) -> bool:
    """Whether a paper says that its sum is owed to us."""
    return isinstance(paper, DunningLetter) or (isinstance(paper, LetterPaper) and paper.bank)


def _facts(paper: Paper) -> dict[str, str]:
    language, company = paper.language, paper.company
    money = money_of(paper)
    firm = {
        "company": named(company, language),
        "contact": company.contact,
        "phone": company.phone,
        "email": "",
    }
    facts = {
        "company": firm["company"],
        "customer": named(paper.customer, language),
        "number": paper.number,
        "title": title_of(paper),
        "amount": figures(money, language) if money.minor else "",
        "reach": reach(firm, language),
    }
    if isinstance(paper, DunningLetter):
        late = max((line.days_overdue for line in paper.lines), default=0)
        facts |= {"pay_by": long_date(paper.pay_by, language), "days": str(late)}
    return facts


def mail_draft(templates: Templates, sending: Sending) -> bytes:
    """Return an e-mail draft (.eml) with the paper attached, to be sent by the mail program.

    ``X-Unsent: 1`` opens it as a draft; names are encoded as RFC 2047 and 2231 ask.
    """
    paper, company = sending.paper, sending.paper.company
    made = EmailMessage(policy=SMTP)
    made["Subject"] = _line(f"{title_of(paper)} {paper.number}")
    if company.email:
        made["From"] = _address(named(company, paper.language), company.email)
    if sending.to:
        made["To"] = _address(named(paper.customer, paper.language), sending.to)
    made["X-Unsent"] = "1"
    made.set_content(f"{mail_body(templates, paper)}\n")
    made.add_attachment(
        sending.pdf, maintype="application", subtype="pdf", filename=f"{sending.name}.pdf"
    )
    return made.as_bytes()


def mail_body(templates: Templates, paper: Paper) -> str:
    """Return the words of the e-mail: whom it greets, the short text, who writes."""
    zh = paper.language == "zh"
    who = named(paper.customer, paper.language)
    greeting = f"{who}：" if zh else "Dear Sir or Madam,"
    attached = "函件见附件。" if zh else "The paper is attached."
    company: Company = paper.company
    last = [named(company, paper.language), company.contact, company.phone]
    words = [greeting, "", short_text(templates, paper), attached, "", *filter(None, last)]
    return "\n".join(words)


def _address(name: str, mail: str) -> Address | str:
    """Return a mailbox with its name; an address that cannot be taken apart goes without."""
    try:
        return Address(display_name=_line(name), addr_spec=mail.strip())
    except (ValueError, IndexError):
        return ""


def _line(words: str) -> str:
    """Return words on one line: a header has no second one."""
    return " ".join(words.split())


#: Deadlines that a letter sets, by the name of its fact: Chinese, English.
_DEADLINES: Final[Mapping[str, tuple[str, str]]] = {
    "pay_by": ("付款期限", "Payment due"),
    "reply_by": ("回复期限", "Reply due"),
    "cure_by": ("恢复条件办理期限", "To be cured by"),
    "guarantee_until": ("保证期间届满", "Guarantee ends"),
    "hold_from": ("开始暂停供货", "Supply suspended"),
    "effective_on": ("信用条件生效", "New terms apply"),
}


def deadlines(paper: Paper) -> list[tuple[str, date]]:
    """Return the deadlines a paper sets, by the names of :data:`_DEADLINES`."""
    if isinstance(paper, DunningLetter):
        return [("pay_by", paper.pay_by)]
    if isinstance(paper, StatementOfAccount):
        return [("reply_by", paper.reply_by)]
    if isinstance(paper, LetterPaper):
        return [(name, on) for name, on in paper.deadlines if name in _DEADLINES]
    return []


def deadline_calendar(papers: Iterable[Paper], language: str) -> bytes:
    """Return a calendar (.ics) with the deadlines that papers set, an entry for each."""
    entries = []
    for paper in papers:
        for name, on in deadlines(paper):
            said = _DEADLINES[name][0 if language == "zh" else 1]
            money = money_of(paper)
            sum_ = f" {figures(money, language)}" if money.minor else ""
            entries.append(
                Entry(
                    key=f"{paper.number}-{name}",
                    on=on,
                    title=f"{said}：{paper.customer.name}{sum_}"
                    if language == "zh"
                    else f"{said}: {named(paper.customer, 'en')}{sum_}",
                    text=f"{title_of(paper)} {paper.number}",
                    stamp=dated_on(paper),
                )
            )
    return calendar(entries)


def cover_sheet(templates: Templates, sending: Sending) -> LetterPaper:
    """Return the sheet that lies on a letter for the courier: whom, from whom, what is inside."""
    paper = sending.paper
    language = paper.language
    facts = {
        **dict.fromkeys(COVER.names(), ""),
        **{name: value for name, value in _facts(paper).items() if name in COVER.names()},
        "customer_address": f"{paper.customer.postcode} {paper.customer.address}".strip(),
        "company_address": f"{paper.company.postcode} {paper.company.address}".strip(),
        "contact": paper.customer.contact,
        "phone": paper.company.phone,
        "content": ems_text(paper, sending.contract),
        "dated": long_date(dated_on(paper), language),
    }
    text = templates.fill(templates.shipped(COVER.key, language), facts)
    found = marked(text, language, {})
    return LetterPaper(
        kind=COVER.key,
        company=paper.company,
        customer=paper.customer,
        number=paper.number,
        language=language,
        currency=paper.currency,
        dated_on=dated_on(paper),
        title=found.title,
        body=found.blocks,
        seal=False,
    )


def postal_order(papers: Iterable[tuple[int, Addressee]]) -> list[int]:
    """Return keys in the order the post sorts by: country, postcode, name; unknown ones last."""

    def order(entry: tuple[int, Addressee]) -> tuple[bool, str, bool, str, str]:
        who = entry[1]
        return (bool(who.country), who.country, not who.postcode, who.postcode, who.name)

    return [key for key, _ in sorted(papers, key=order)]
