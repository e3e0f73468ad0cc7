"""Late-payment interest on a debit of the book, and claiming it by a debit note.

The way it is computed is asked for, else set for the customer, else for the book, else
proposed from the customer's country; what is proposed says so. Claims are debits of their own
(``ClaimKind.INTEREST``): the invoice stays as it is, and so does its interest when it is
paid. A period is claimed once; the next claim goes on from the day after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, Protocol

from domain.changes import Changes, OperationResult
from domain.document import ClaimKind, Document, Item, Kind
from domain.errors import (
    AgreedRateNeeded,
    DomainError,
    InterestClaimed,
    InterestModeNeeded,
    NothingToDo,
    RateMissing,
)
from domain.interest import Caution, Claimed, Interest, LateDebt, Question, Segment, compute
from domain.interest_modes import FIXED_YEAR, Count, Mode, mode_from, short
from domain.interest_words import claim_words
from domain.money import Money, grouped
from domain.ports import BookReader, UnitOfWork
from domain.reference_rates import KnownRate, Rates, Source
from domain.services.posting import POSTED, base_amount, next_number, post_document

#: Sizes of a seller that the regulation on payments to small firms protects.
_SMALL: Final = frozenset({"micro", "small", "medium"})
#: Buyers that it binds: state organs and public institutions, large enterprises.
BOUND_BUYERS: Final = ("public", "large")
_EU: Final = frozenset(
    "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
_CHINA: Final = frozenset({"CN", "CHN", "CHINA", "中国"})
_BRITAIN: Final = frozenset({"GB", "UK", "GBR", "UNITED KINGDOM", "英国"})
_YEARS: Final = (365, 360)


class KnowsSettings(Protocol):
    """A book's settings."""

    def setting(self, key: str, default: Any = None) -> Any: ...


class KnowsTerms(KnowsSettings, Protocol):
    """What choosing a mode needs to know: settings and the customers' countries."""

    def country(self, customer_id: int) -> str: ...


class _OfBook:
    """A book as choosing a mode sees it."""

    def __init__(self, book: BookReader | UnitOfWork) -> None:
        self._book = book

    def setting(self, key: str, default: Any = None) -> Any:
        return self._book.setting(key, default)

    def country(self, customer_id: int) -> str:
        return self._book.customer(customer_id).country


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user asks for; what is left out follows the customer, then the book.

    ``mode`` as in ``domain.interest_modes``; ``since`` leaves out earlier days.
    """

    mode: str = ""
    year: int | None = None
    count: Count | None = None
    since: date | None = None
    contract_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTerms:
    """What is known of a customer for its interest.

    ``mode`` "" follows the book; ``buyer``: "public", "large", "small" or "" (unknown);
    ``bankrupt_on``: the day its bankruptcy was accepted, which stops interest.
    """

    mode: str = ""
    buyer: str = ""
    bankrupt_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceInterest:
    """Interest on an invoice with what of it was claimed before."""

    found: Interest
    claims: tuple[Claimed, ...]

    @property
    def claimed(self) -> int:
        """The sum of the claims that stand."""
        return sum(one.amount for one in self.claims)

    @property
    def claimed_to(self) -> date | None:
        """The last day claimed."""
        return max((one.to_on for one in self.claims), default=None)


def interest_on(
    book: BookReader | UnitOfWork, document_id: int, as_of: date, asked: Asked | None = None
) -> InvoiceInterest:
    """Return the interest on a debit up to a day, that day included.

    Raises:
        NoInterest, DueDateNeeded, ReferenceRateMissing: see ``domain.interest.compute``.
        BadInterestMode, AgreedRateNeeded: the mode cannot be used as it is written.
        InterestModeNeeded: none is set, and none can be proposed for the customer.
    """
    asked = asked or Asked()
    debt = book.late_debt(document_id)
    terms = customer_terms(book, debt.customer_id)
    mode, origin = mode_of(_OfBook(book), debt, terms, asked)
    rates = Rates(book.reference_rates())
    question = Question(
        as_of=as_of,
        mode=mode,
        since=asked.since,
        stops_on=terms.bankrupt_on,
        contract_on=asked.contract_on,
    )
    found = compute(debt, question, rates)
    claims = tuple(book.interest_claims(document_id))
    told = (
        *found.cautions,
        *_cautions(book, debt, terms, found, origin),
        *_changed(debt, claims, terms, rates),
    )
    return InvoiceInterest(found=replace(found, cautions=told), claims=claims)


def _changed(
    debt: LateDebt, claims: tuple[Claimed, ...], terms: CustomerTerms, rates: Rates
) -> list[Caution]:
    """Return the claims that would come out otherwise today: a payment or rate known since."""
    told = []
    for one in claims:
        now = compute(debt, replace(one.asked, stops_on=terms.bankrupt_on), rates).total
        if now != one.amount:
            facts = {"number": one.number, "claimed": one.amount, "now": now}
            told.append(Caution(code="claim_differs", facts={**facts, "currency": debt.currency}))
    return told


def mode_of(
    book: KnowsTerms, debt: LateDebt, terms: CustomerTerms, asked: Asked
) -> tuple[Mode, str]:
    """Return the mode with its day counts, and whose choice it is."""
    policy = _policy(book)
    own = terms.mode or str(policy.get("mode", ""))
    if asked.mode:
        mode, origin = _asked_mode(asked.mode, own), "asked"
    elif own:
        mode, origin = mode_from(own), "customer" if terms.mode else "book"
    else:
        mode, origin = propose(book, debt, terms), "proposed"
    year = asked.year or (policy.get("year") if mode.code.startswith(("CN_", "OWN")) else None)
    if mode.code not in FIXED_YEAR and year in _YEARS:
        mode = replace(mode, year=int(year))
    count = asked.count or Count(policy.get("count", Count.TAIL))
    return replace(mode, count=count), origin


def _asked_mode(asked: str, own: str) -> Mode:
    """Return the mode asked for; a bare code takes the rate that is set with the same code."""
    try:
        return mode_from(asked)
    except AgreedRateNeeded:
        if own and mode_from(own).code == asked.strip().upper():
            return mode_from(own)
        raise


def propose(book: KnowsTerms, debt: LateDebt, terms: CustomerTerms) -> Mode:
    """Propose a mode by the debtor's country; the contract's law outranks it (2.8).

    In China: the regulation's 0.05 % a day where a small firm sells to a public body or a
    large enterprise, else the LPR times 1.5, following its changes.

    Raises:
        InterestModeNeeded: elsewhere, or nowhere known and the debt is not in yuan.
    """
    country = book.country(debt.customer_id).strip().upper()
    if country in _CHINA or (not country and debt.currency == "CNY"):
        seller = str(book.setting("seller_size", "small"))
        bound = terms.buyer in BOUND_BUYERS and seller in _SMALL
        return mode_from("CN_SME_17" if bound else "CN_SALE_LPR_FLOAT:1.5")
    if country in _BRITAIN:
        return mode_from("UK")
    if country in _EU:
        # France gives ten points where nothing is agreed (C. com. L441-10).
        return mode_from("EU:10" if country == "FR" else "EU")
    raise InterestModeNeeded(number=debt.number)


def _cautions(
    book: BookReader | UnitOfWork,
    debt: LateDebt,
    terms: CustomerTerms,
    found: Interest,
    origin: str,
) -> list[Caution]:
    """Return what the book knows beside the figures."""
    told = []
    if origin == "proposed":
        told.append(Caution(code="proposed", facts={"mode": found.mode.text}))
    if found.mode.code == "CN_SME_17":
        seller = str(book.setting("seller_size", "small"))
        if terms.buyer not in BOUND_BUYERS or seller not in _SMALL:
            told.append(Caution(code="sme_conditions"))
    free = -sum(one.open for one in book.open_credits(debt.customer_id, debt.currency))
    if free > 0 and found.segments:
        told.append(Caution(code="unapplied", facts={"amount": free, "currency": debt.currency}))
    return told


def interest_so_far(book: BookReader, document_id: int, as_of: date) -> InvoiceInterest | None:
    """Return the interest on a debit as its page shows it, None where there is none to show.

    There is none on credits and claims, before anything is late, or while it is not known
    how to compute it.
    """
    try:
        found = interest_on(book, document_id, as_of)
    except DomainError:
        return None
    return found if found.found.total > 0 else None


# what is set


def _policy(book: KnowsSettings) -> Mapping[str, Any]:
    """Return the book's own choices: mode, days of a year, which days count."""
    found: Mapping[str, Any] = book.setting("interest") or {}
    return found


def customer_terms(book: KnowsSettings, customer_id: int) -> CustomerTerms:
    """Return what is set for a customer."""
    kept = (book.setting("interest_customers") or {}).get(str(customer_id), {})
    bankrupt = kept.get("bankrupt_on")
    return CustomerTerms(
        mode=kept.get("mode", ""),
        buyer=kept.get("buyer", ""),
        bankrupt_on=date.fromisoformat(bankrupt) if bankrupt else None,
    )


def keep_policy(
    uow: UnitOfWork, mode: str, year: int, count: Count
) -> OperationResult[Mapping[str, Any]]:
    """Keep how the book computes interest where nothing else is said ("" proposes)."""
    wanted = {
        "mode": mode_from(mode).text if mode else "",
        "year": year if year in _YEARS else _YEARS[0],
        "count": count.value,
    }
    with uow:
        return _keep(uow, "interest", wanted, wanted)


def keep_customer_terms(
    uow: UnitOfWork, customer_id: int, terms: CustomerTerms
) -> OperationResult[Mapping[str, Any]]:
    """Keep what is known of a customer for its interest; nothing known takes it back."""
    mine = {
        "mode": mode_from(terms.mode).text if terms.mode else "",
        "buyer": terms.buyer,
        "bankrupt_on": terms.bankrupt_on.isoformat() if terms.bankrupt_on else "",
    }
    mine = {key: value for key, value in mine.items() if value}
    with uow:
        everyone = dict(uow.setting("interest_customers") or {})
        everyone.pop(str(customer_id), None)
        wanted = {**everyone, str(customer_id): mine} if mine else everyone
        told = {"customer": uow.customer(customer_id).code, **mine}
        return _keep(uow, "interest_customers", wanted, told)


def put_bankrupt_day(
    uow: UnitOfWork, customer_id: int, on: date | None, *, was: date | None = None
) -> None:
    """Set the day a customer's bankruptcy was accepted, inside an operation that is open.

    None takes it back, with ``was`` only where it still is that day: what a person set since
    stays.
    """
    key = "interest_customers"
    everyone = dict(uow.setting(key) or {})
    mine = dict(everyone.get(str(customer_id), {}))
    if on is None and was is not None and mine.get("bankrupt_on") != was.isoformat():
        return
    mine.pop("bankrupt_on", None)
    if on is not None:
        mine["bankrupt_on"] = on.isoformat()
    everyone.pop(str(customer_id), None)
    wanted = {**everyone, str(customer_id): mine} if mine else everyone
    uow.changed("setting", 0, {key: uow.setting(key)}, {key: wanted})
    uow.put_setting(key, wanted)


def _keep(
    uow: UnitOfWork, key: str, wanted: Mapping[str, Any], told: Mapping[str, Any]
) -> OperationResult[Mapping[str, Any]]:
    operation = uow.begin("interest.terms", told)
    uow.changed("setting", 0, {key: uow.setting(key)}, {key: wanted})
    uow.put_setting(key, wanted)
    uow.commit()
    return OperationResult(value=wanted, operation_id=operation, changes=Changes(settings=True))


def add_reference_rate(
    uow: UnitOfWork, source: Source, from_on: date, percent: Decimal, note: str = ""
) -> OperationResult[KnownRate]:
    """Keep a reference rate from a day on; entered again, a day's rate replaces the one before.

    Claims already posted keep their figures.

    Raises:
        RateMissing: below zero.
    """
    if percent < 0:
        raise RateMissing(currency=source.value, on=from_on)
    rate = KnownRate(source=source, from_on=from_on, percent=percent, note=note, entered=True)
    with uow:
        told = {"source": source.value, "on": from_on.isoformat(), "rate": str(percent)}
        for one in uow.reference_rates():
            if (one.source, one.from_on) == (source, from_on):
                told["before"] = str(one.percent)
        operation = uow.begin("reference_rate.add", told)
        uow.add_reference_rate(rate)
        uow.commit()
    return OperationResult(value=rate, operation_id=operation, changes=Changes(settings=True))


# claiming


def unclaimed(
    book: BookReader | UnitOfWork, document_id: int, to_on: date, asked: Asked | None = None
) -> Interest:
    """Return the interest that can still be claimed up to a day: from the day after the last claim.

    Raises:
        InterestClaimed: the days up to then are claimed already.
        NothingToDo: nothing was late on the days left.
    """
    asked = asked or Asked()
    last = max((one.to_on for one in book.interest_claims(document_id)), default=None)
    if last is not None:
        if to_on <= last:
            raise InterestClaimed(number=book.late_debt(document_id).number, to=last)
        asked = replace(asked, since=max(last + timedelta(days=1), asked.since or date.min))
    found = interest_on(book, document_id, to_on, asked).found
    if found.total <= 0:
        raise NothingToDo
    return found


def claim_interest(
    uow: UnitOfWork,
    document_id: int,
    to_on: date,
    asked: Asked | None = None,
    *,
    issued_on: date | None = None,
) -> OperationResult[int]:
    """Post the interest on a debit up to a day as a debit note of its own; return its id.

    It goes on from the day after what was claimed before, says invoice, period and basis in
    the customer's language, and is due at once. ``issued_on`` is its date (the last day
    of the period where it is not given).

    Raises:
        InterestClaimed, NothingToDo: see :func:`unclaimed`.
    """
    with uow:
        found = unclaimed(uow, document_id, to_on, asked)
        told = {"number": found.number, "to": to_on.isoformat(), "amount": found.total}
        operation = uow.begin("interest.claim", told)
        note_id = post_claim(uow, found, to_on, issued_on or to_on)
        uow.commit()
    return OperationResult(value=note_id, operation_id=operation, changes=POSTED)


def post_claim(uow: UnitOfWork, found: Interest, to_on: date, issued_on: date) -> int:
    """Post the debit note of computed interest inside an operation that is already open."""
    note_id = post_document(uow, _debit_note(uow, found, issued_on))
    uow.add_interest_claim(note_id, found.document_id, _period(found, to_on), kept(found))
    return note_id


def _period(found: Interest, to_on: date) -> tuple[date, date]:
    first = min((one.start for one in found.segments), default=to_on)
    return first, to_on


def _debit_note(uow: UnitOfWork, found: Interest, on: date) -> Document:
    invoice = uow.document(found.document_id)
    amount = Money(found.total, found.currency)
    language = uow.customer(invoice.customer_id).language or str(uow.setting("language", "zh"))
    fixed = f"{found.currency} {grouped(found.fixed, found.currency)}" if found.fixed else ""
    return Document(
        kind=Kind.DEBIT_NOTE,
        number=next_number(uow, Kind.DEBIT_NOTE, on),
        customer_id=invoice.customer_id,
        issued_on=on,
        amount=amount,
        items=(Item(seq=1, due_on=on, amount=amount),),
        base=base_amount(uow, amount, on),
        contract_number=invoice.contract_number,
        description=claim_words(found, language, fixed),
        reference=found.number,
        claim=ClaimKind.INTEREST,
    )


def kept(found: Interest) -> dict[str, Any]:
    """Return a computation as the book keeps it: parameters and segments, rates as text."""
    asked = found.asked
    days = {"since": asked.since, "stops_on": asked.stops_on, "contract_on": asked.contract_on}
    return {
        "mode": found.mode.text,
        "year": found.mode.year,
        "count": found.mode.count.value,
        "as_of": asked.as_of.isoformat(),
        **{key: day.isoformat() for key, day in days.items() if day},
        "segments": [_segment(one) for one in found.segments],
        "fixed": found.fixed,
        "total": found.total,
        "cautions": [one.code for one in found.cautions],
    }


def _segment(one: Segment) -> dict[str, Any]:
    return {
        "item": one.item_id,
        "from": one.start.isoformat(),
        "to": one.end.isoformat(),
        "days": one.days,
        "principal": one.principal,
        "rate": short(one.rate.percent),
        "per": one.rate.per.value,
        "amount": one.amount,
    }
