"""Values ready to print: everything a page shows, computed before it is drawn.

``reports`` turns these into PDF bytes and does no arithmetic of its own. The
value is stored with the issued paper, so that a reprint shows the same. All
amounts are minor units of ``currency``; debts are positive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.customer import Company


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """The customer as the window of an envelope shows it."""

    code: str
    name: str
    name_en: str = ""
    address: str = ""
    postcode: str = ""
    contact: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Amounts by ageing bucket; keys as :class:`domain.ageing.Buckets` names them."""

    keys: tuple[str, ...]
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One movement or open item. ``kind`` is a document kind or "brought_forward".

    Activity: debit or credit, and the running balance. Open-item: ``amount`` of
    the document, ``settled`` so far, ``balance`` open, ``days_overdue``.
    """

    on: date
    kind: str
    number: str
    text: str = ""
    due_on: date | None = None
    debit: int = 0
    credit: int = 0
    amount: int = 0
    settled: int = 0
    balance: int = 0
    days_overdue: int | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOfAccount:
    """A customer statement for one currency and period, with reply slip.

    opening + debits − receipts − credits = closing; closing = Σ ageing − unapplied.
    ``style`` is "activity", "open-item" or "detailed".
    """

    company: Company
    customer: Addressee
    number: str
    language: str
    style: str
    currency: str
    from_on: date
    to_on: date
    issued_on: date
    reply_by: date
    opening: int
    debits: int
    receipts: int
    credits: int
    closing: int
    overdue: int
    unapplied: int
    lines: tuple[StatementLine, ...]
    ageing: Strip
    copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningLine:
    """One overdue item of a letter; ``level`` is the item's own level.

    ``open`` is what the letter claims of it: amount − settled − disputed.
    """

    number: str
    issued_on: date
    due_on: date
    days_overdue: int
    amount: int
    settled: int
    disputed: int
    open: int
    level: int
    instalment: str = ""
    interest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestLine:
    """One segment of an interest calculation; both days count, ``rate`` is worded."""

    number: str
    principal: int
    from_on: date
    to_on: date
    days: int
    rate: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """A fee of a letter: for which document, charged when and at which level.

    ``letter`` is the number of the earlier letter that charged it, "" for this one; with
    ``by_law`` it is a fixed sum for costs that the law gives.
    """

    number: str
    charged_on: date
    amount: int
    level: int = 0
    letter: str = ""
    by_law: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLetter:
    """A letter sent before, as a later one recites it."""

    number: str
    dated_on: date
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningLetter:
    """A demand letter to one customer in one currency.

    total = principal − unapplied + interest + fees, never below zero.
    ``title`` and paragraphs are already worded for level and language. The
    amounts of ``interest_lines``, where given, add up to ``interest``, those of
    ``fee_lines`` to ``fees``. ``daily`` is what interest grows by with each further day.
    """

    company: Company
    customer: Addressee
    number: str
    language: str
    level: int
    currency: str
    dated_on: date
    as_of: date
    pay_by: date
    title: str
    salutation: str
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    lines: tuple[DunningLine, ...]
    principal: int
    unapplied: int
    interest: int
    fees: int
    total: int
    earlier: tuple[EarlierLetter, ...] = ()
    interest_lines: tuple[InterestLine, ...] = ()
    fee_lines: tuple[FeeLine, ...] = ()
    daily: int = 0
    contract: str = ""
    delivery: str = ""
    enclosures: tuple[str, ...] = ()
    copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptUse:
    """What part of a receipt paid which document."""

    number: str
    issued_on: date
    amount: int
    used: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptNote:
    """A receipt for money received, with what it paid and what is kept on account."""

    company: Company
    customer: Addressee
    number: str
    language: str
    currency: str
    received_on: date
    issued_on: date
    method: str
    reference: str
    payer: str
    amount: int
    uses: tuple[ReceiptUse, ...]
    unapplied: int
    copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterColumn:
    """A column of a letter's table: its header, and whether it holds figures."""

    title: str
    figures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTable:
    """A table of a letter, all cells worded; ``sums`` is its last row, under a rule."""

    columns: tuple[LetterColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[str, ...] = ()
    caption: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBlock:
    """A part of a letter's body: "paragraph", "line", "heading", "item" or "table"."""

    style: str
    text: str = ""
    table: LetterTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A debit that a letter names, so that its arrival can be told of it; ``open``: listed."""

    number: str
    issued_on: date
    due_on: date | None
    amount: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPaper:
    """Any letter of the catalogue (:mod:`domain.letters.catalogue`), worded and ready.

    Attributes:
        kind: its key in the catalogue.
        facts: label and value beside the address, after number and date.
        total: what the letter is about, for the register; 0: no sum.
        bank: our account is printed beside the seal.
        seal: space for our seal; ``signers`` instead: one space for each, "part: name".
        addressed: it goes out; otherwise it stays inside and has no address.
        answers: of the reply slip; none: no slip.
        lines: the items it lists, as the table shows them.
        deadlines: the days it sets, by the name of the fact.
        given: the facts it was made of, by name, as worded.
        void: a reprint of one that was declared void.
    """

    kind: str
    company: Company
    customer: Addressee
    number: str
    language: str
    currency: str
    dated_on: date
    title: str
    body: tuple[LetterBlock, ...]
    facts: tuple[tuple[str, str], ...] = ()
    enclosures: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    total: int = 0
    bank: bool = False
    seal: bool = True
    addressed: bool = True
    lines: tuple[LetterLine, ...] = ()
    deadlines: tuple[tuple[str, date], ...] = ()
    given: tuple[tuple[str, str], ...] = ()
    copy: bool = False
    void: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingRow:
    """One customer and currency, or one item (``number`` and dates set).

    ``items`` counts the debits in the buckets.
    """

    code: str
    name: str
    currency: str
    balance: int
    unapplied: int
    buckets: tuple[int, ...]
    items: int = 0
    oldest_days: int = 0
    number: str = ""
    issued_on: date | None = None
    due_on: date | None = None
    name_en: str = ""

    def overdue(self) -> int:
        """Sum of the buckets past due: all but "not_due" (first) and "no_due_date" (last)."""
        return sum(self.buckets[1:-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingReport:
    """Ageing as it stood on ``as_of``.

    ``keys`` names the buckets of every row in order; the first is "not_due", the
    last "no_due_date". For each row and total: Σ buckets − unapplied = balance.
    ``totals`` has one row per currency.
    """

    company: Company
    language: str
    as_of: date
    basis: str
    by: str
    keys: tuple[str, ...]
    rows: tuple[AgeingRow, ...]
    totals: tuple[AgeingRow, ...]
    printed_at: str = ""
    maker: str = ""
