"""Tables made for an evidence bundle: payments, interest by segments, the collection log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.collecting.forms import CHANNELS, OUTCOMES
from domain.collecting.promise import Promise
from domain.collecting.talk import Talk
from domain.document import Kind
from domain.errors import DomainError
from domain.evidence import words
from domain.evidence.proof import Proof
from domain.fields import pick
from domain.interest import Interest, Segment
from domain.interest_words import basis_of, rate_words
from domain.listing import InvoiceDetail
from domain.money import Money, grouped
from domain.ports import BookReader
from domain.services.interest import interest_on
from domain.sheets import Cell, Sheet, SheetColumn

_Columns = tuple[tuple[str, str, str, int], ...]

_PAYMENTS: Final[_Columns] = (
    ("发票", "Invoice", "text", 22),
    ("日期", "Date", "date", 11),
    ("方式", "By", "text", 12),
    ("单据号", "Number", "text", 18),
    ("付款方", "Payer", "text", 24),
    ("附言", "Reference", "text", 24),
    ("冲抵金额", "Settled", "money", 14),
    ("币种", "Currency", "text", 6),
)
_INTEREST: Final[_Columns] = (
    ("发票", "Invoice", "text", 22),
    ("起算日", "From", "date", 11),
    ("截止日", "To", "date", 11),
    ("天数", "Days", "number", 6),
    ("基数", "Principal", "money", 14),
    ("标准", "Rate", "text", 24),
    ("金额", "Interest", "money", 14),
    ("币种", "Currency", "text", 6),
)
_LOG: Final[_Columns] = (
    ("日期", "Date", "date", 11),
    ("方式", "How", "text", 14),
    ("对方", "With", "text", 16),
    ("结果", "Outcome", "text", 18),
    ("内容", "What was said", "text", 50),
    ("记录人", "Noted by", "text", 10),
)
_LEDGER: Final[_Columns] = (
    ("日期", "Date", "date", 11),
    ("单据", "Document", "text", 12),
    ("单据号", "Number", "text", 20),
    ("到期日", "Due", "date", 11),
    ("摘要", "Text", "text", 24),
    ("借方", "Debit", "money", 14),
    ("贷方", "Credit", "money", 14),
    ("余额", "Balance", "money", 14),
    ("币种", "Currency", "text", 6),
)
#: What settled an invoice, in words.
_KINDS: Final[dict[Kind, tuple[str, str]]] = {
    Kind.INVOICE: ("发票", "Invoice"),
    Kind.DEBIT_NOTE: ("借项", "Debit note"),
    Kind.OPENING: ("期初", "Opening"),
    Kind.CREDIT_NOTE: ("红字发票", "Credit note"),
    Kind.RECEIPT: ("收款", "Receipt"),
    Kind.DISCOUNT: ("现金折扣", "Discount"),
    Kind.WRITE_OFF: ("尾差核销", "Written off"),
    Kind.BANK_FEE: ("手续费", "Bank charge"),
    Kind.SET_OFF: ("抵销", "Set-off"),
    Kind.TRANSFER: ("债权债务转移", "Transfer"),
    Kind.REFUND: ("退款", "Refund"),
    Kind.VOID: ("作废", "Void"),
}


@dataclass(slots=True, kw_only=True)
class Sheets:
    """The tables by reference, each with what it is in the proof.

    ``interest`` is the sum by currency, None where that of an invoice cannot be computed.
    """

    sheets: dict[str, tuple[Proof, Sheet]] = field(default_factory=dict)
    interest: dict[str, int | None] = field(default_factory=dict)

    @property
    def by_ref(self) -> dict[str, Sheet]:
        """The tables alone."""
        return {ref: sheet for ref, (_proof, sheet) in self.sheets.items()}


def sheets_of(
    reader: BookReader,
    customer_id: int,
    details: Sequence[InvoiceDetail],
    as_of: date,
    language: str,
) -> Sheets:
    """Return the tables that have something to say."""
    found = _interests(reader, details, as_of)
    made = Sheets(interest=_interest_sums(details, found))
    for ref, proof, sheet in (
        ("sheet/payments", Proof.PAYMENT, payments(reader, details, as_of, language)),
        ("sheet/interest", Proof.INTEREST, interest(reader, found, as_of, language)),
        ("sheet/log", Proof.LOG, log(reader, customer_id, as_of, language)),
    ):
        if sheet.rows:
            made.sheets[ref] = (proof, sheet)
    return made


def _sheet(
    reader: BookReader,
    titles: tuple[str, str],
    columns: _Columns,
    rows: Sequence[Sequence[Cell]],
    language: str,
    totals: Iterable[Sequence[Cell]] = (),
) -> Sheet:
    zh = language == "zh"
    company = reader.company()
    title, note = titles
    return Sheet(
        title=title,
        company=company.name if zh else company.name_en or company.name,
        note=note,
        language=language,
        columns=tuple(
            SheetColumn(title=chinese if zh else english, kind=kind, width=width)
            for chinese, english, kind, width in columns
        ),
        rows=rows,
        totals=tuple(totals),
    )


def _up_to(as_of: date, language: str) -> str:
    return f"截至 {as_of}" if language == "zh" else f"As of {as_of}"


def _money(minor: int, currency: str) -> Decimal:
    return Money(minor, currency).amount


# payments


def payments(
    reader: BookReader, details: Sequence[InvoiceDetail], as_of: date, language: str
) -> Sheet:
    """Return what settled the invoices up to a day, by invoice and day."""
    rows: list[Sequence[Cell]] = []
    sums: dict[str, int] = {}
    for detail in details:
        own = {item.id for item in detail.items}
        live = [
            one
            for one in detail.allocations
            if one.reversed_on is None and one.debit_item_id in own and one.allocated_on <= as_of
        ]
        for one in sorted(live, key=lambda row: (row.allocated_on, row.id)):
            credit = reader.item(one.credit_item_id, as_of)
            payer, reference, on = "", "", one.allocated_on
            if credit.kind == Kind.RECEIPT:
                came = reader.receipt(credit.document_id, as_of)
                payer, reference, on = came.payer, came.reference, came.received_on
            sums[one.currency] = sums.get(one.currency, 0) + one.amount
            by = pick(_KINDS[Kind(one.credit_kind)], language)
            rows.append(
                (
                    one.debit_number,
                    on,
                    by,
                    one.credit_number,
                    *(payer, reference, _money(one.amount, one.currency), one.currency),
                )
            )
    total = "合计" if language == "zh" else "Total"
    totals = [
        (total, None, "", "", "", "", _money(minor, code), code) for code, minor in sums.items()
    ]
    title = "付款及冲抵明细表" if language == "zh" else "Payments and settlements"
    return _sheet(reader, (title, _up_to(as_of, language)), _PAYMENTS, rows, language, totals)


# interest


def _interests(reader: BookReader, details: Iterable[InvoiceDetail], as_of: date) -> list[Interest]:
    """Return the interest of the documents that it can be computed of."""
    found = []
    for detail in details:
        with suppress(DomainError):
            found.append(interest_on(reader, detail.row.document_id, as_of).found)
    return found


def _interest_sums(
    details: Sequence[InvoiceDetail], found: Sequence[Interest]
) -> dict[str, int | None]:
    known = {one.document_id: one.total for one in found}
    sums: dict[str, int | None] = {}
    for detail in details:
        before, more = sums.get(detail.row.currency, 0), known.get(detail.row.document_id)
        whole = None if before is None or more is None else before + more
        sums[detail.row.currency] = whole
    return sums


def interest(reader: BookReader, found: Sequence[Interest], as_of: date, language: str) -> Sheet:
    """Return late-payment interest by segments, both days counted, with its basis."""
    rows: list[Sequence[Cell]] = []
    sums: dict[str, int] = {}
    for one in found:
        rows += [_segment(one, part, language) for part in one.segments]
        if one.fixed:
            said = "固定费用" if language == "zh" else "Fixed sum"
            fixed = _money(one.fixed, one.currency)
            rows.append((one.number, None, None, None, None, said, fixed, one.currency))
        sums[one.currency] = sums.get(one.currency, 0) + one.total
    total = "合计" if language == "zh" else "Total"
    totals = [
        (total, None, None, None, None, "", _money(minor, code), code)
        for code, minor in sums.items()
    ]
    bases = "；".join(dict.fromkeys(basis_of(one, language) for one in found if one.segments))
    note = f"{_up_to(as_of, language)} · {bases}" if bases else _up_to(as_of, language)
    title = words.name(Proof.INTEREST, language)
    return _sheet(reader, (title, note), _INTEREST, rows, language, totals)


def _segment(one: Interest, part: Segment, language: str) -> Sequence[Cell]:
    return (
        f"{one.number} {part.instalment}".strip(),
        part.start,
        part.end - timedelta(days=1),
        part.days,
        _money(part.principal, one.currency),
        rate_words(part.rate, language),
        _money(part.amount, one.currency),
        one.currency,
    )


# the log


def log(reader: BookReader, customer_id: int, as_of: date, language: str) -> Sheet:
    """Return talks, promises and what was sent and came back, by day."""
    rows: list[tuple[Cell, ...]] = [
        *_talks(reader, customer_id, as_of, language),
        *_promises(reader, customer_id, as_of, language),
        *_sent(reader, customer_id, as_of, language),
    ]
    rows.sort(key=lambda row: (str(row[0]), str(row[4])))
    title = words.name(Proof.LOG, language)
    return _sheet(reader, (title, _up_to(as_of, language)), _LOG, rows, language)


def _talks(
    reader: BookReader, customer_id: int, as_of: date, language: str
) -> list[tuple[Cell, ...]]:
    return [
        (
            one.dated_on,
            pick(CHANNELS[one.value.channel], language),
            one.value.person,
            pick(OUTCOMES[one.value.outcome], language),
            one.value.text,
            one.user,
        )
        for one in reader.records(Talk, customer_id=customer_id, up_to=as_of)
    ]


def _promises(
    reader: BookReader, customer_id: int, as_of: date, language: str
) -> list[tuple[Cell, ...]]:
    outcome = "承诺付款" if language == "zh" else "Promises to pay"
    told = "承诺于 {on} 前支付 {amount} {code}" if language == "zh" else "{code} {amount} by {on}"
    return [
        (
            one.dated_on,
            one.value.channel,
            one.value.by,
            outcome,
            told.format(
                on=one.value.due_on,
                amount=grouped(one.value.amount, one.value.currency),
                code=one.value.currency,
            ),
            one.user,
        )
        for one in reader.records(Promise, customer_id=customer_id, up_to=as_of)
    ]


def _sent(
    reader: BookReader, customer_id: int, as_of: date, language: str
) -> list[tuple[Cell, ...]]:
    return [
        (
            row.event.happened_on,
            words.channel(row.event.channel, language),
            row.event.signed_by,
            words.event_name(row.event.kind, language),
            words.event_facts(row, language),
            row.user,
        )
        for row in reader.legal_events(customer_id=customer_id)
        if row.event.happened_on <= as_of
    ]


# the ledger


def ledger(reader: BookReader, customer_id: int, as_of: date, language: str) -> Sheet:
    """Return all movements of a customer's account by currency, with the running balance."""
    rows: list[Sequence[Cell]] = []
    totals: list[Sequence[Cell]] = []
    for currency in reader.currencies(customer_id):
        balance = 0
        for one in reader.movements(customer_id, currency, date.min, as_of):
            balance += one.amount
            debit, credit = max(one.amount, 0), max(-one.amount, 0)
            rows.append(
                (
                    one.issued_on,
                    pick(_KINDS[Kind(one.kind)], language),
                    one.number,
                    one.due_on,
                    one.description,
                    _money(debit, currency) if debit else None,
                    _money(credit, currency) if credit else None,
                    _money(balance, currency),
                    currency,
                )
            )
        said = "余额" if language == "zh" else "Balance"
        totals.append((said, "", "", None, "", None, None, _money(balance, currency), currency))
    title = "往来明细账" if language == "zh" else "Account"
    return _sheet(reader, (title, _up_to(as_of, language)), _LEDGER, rows, language, totals)
