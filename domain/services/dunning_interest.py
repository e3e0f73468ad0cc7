"""Interest on dunning letters, and what of it and of the fees is still to be claimed.

A letter of a level that claims interest prints it for every item it lists, on what is not
disputed, from the day after the last claim. What was claimed by letter and not yet by a
debit note stays claimable when the principal is paid (case C16).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from domain.changes import OperationResult
from domain.document import ClaimKind, Document, Item, Kind
from domain.dunning import Proposal, ProposedLetter
from domain.dunning_charges import (
    DunnedItem,
    LetterInterest,
    OpenCharges,
    OpenFee,
    daily,
    fee_words,
    rounded,
    without,
)
from domain.dunning_procedure import OWN_MODE
from domain.errors import DomainError, NothingToDo
from domain.interest import BEARING, Caution, Claimed, Interest, LateDebt, Question, compute
from domain.money import Money
from domain.ports import BookReader, UnitOfWork
from domain.reference_rates import Rates
from domain.services.interest import Asked, customer_terms, mode_of, post_claim
from domain.services.posting import POSTED, base_amount, next_number, post_document


class _Remembered:
    """Settings and countries of a book, read once for the thousands of debts of a run."""

    def __init__(self, book: BookReader | UnitOfWork) -> None:
        self._book = book
        self._settings: dict[str, Any] = {}
        self._countries: Mapping[int, str] | None = None

    def setting(self, key: str, default: Any = None) -> Any:
        if key not in self._settings:
            self._settings[key] = self._book.setting(key)
        found = self._settings[key]
        return default if found is None else found

    def country(self, customer_id: int) -> str:
        if self._countries is None:
            self._countries = self._book.countries()
        return self._countries[customer_id]


class Claims:
    """Interest still to be claimed, computed for many debts with one reading of the book."""

    def __init__(
        self, book: BookReader | UnitOfWork, document_ids: Iterable[int], as_of: date
    ) -> None:
        ids = sorted(set(document_ids))
        self.as_of = as_of
        self.debts: Mapping[int, LateDebt] = book.late_debts(ids)
        self._claims: Mapping[int, list[Claimed]] = book.claims_of(ids)
        self._rates = Rates(book.reference_rates())
        self._book = _Remembered(book)
        self._asked: dict[tuple[int, str, str], Question | Caution] = {}

    def on(
        self, document_id: int, mode: str, disputed: Mapping[int, int] | None = None
    ) -> Interest | Caution | None:
        """Return the interest on a debit, or why it cannot be computed; None: there is none.

        ``mode``: "own" as set for the customer, else one as it is written.
        """
        debt = self.debts[document_id]
        if debt.kind not in BEARING or debt.claim is not None or debt.voided:
            return None
        debt = without(debt, disputed) if disputed else debt
        question = self._question(debt, mode)
        if isinstance(question, Caution):
            return question
        since = self._since(document_id)
        asked = question if since is None else replace(question, since=since)
        try:
            found = compute(debt, asked, self._rates)
        except DomainError as error:
            return Caution(code=error.code, facts=dict(error.facts))
        return found if found.total > 0 else None

    def _question(self, debt: LateDebt, mode: str) -> Question | Caution:
        """Return what is asked of all debts of a customer in a currency, or why nothing can be."""
        key = (debt.customer_id, debt.currency, mode)
        if key not in self._asked:
            self._asked[key] = self._ask(debt, mode)
        return self._asked[key]

    def _ask(self, debt: LateDebt, mode: str) -> Question | Caution:
        terms = customer_terms(self._book, debt.customer_id)
        asked = Asked(mode="" if mode == OWN_MODE else mode)
        try:
            chosen, _origin = mode_of(self._book, debt, terms, asked)
        except DomainError as error:
            return Caution(code=error.code, facts=dict(error.facts))
        return Question(as_of=self.as_of, mode=chosen, stops_on=terms.bankrupt_on)

    def _since(self, document_id: int) -> date | None:
        last = max((one.to_on for one in self._claims.get(document_id, ())), default=None)
        return None if last is None else last + timedelta(days=1)

    def paid(self, item_id: int, document_id: int) -> bool:
        """Whether nothing is left of an item's principal at the end of the day."""
        day = self.as_of + timedelta(days=1)
        items = self.debts[document_id].items
        return any(item.id == item_id and item.principal(day) <= 0 for item in items)


def with_interest(reader: BookReader, proposal: Proposal) -> Proposal:
    """Return a run whose letters have the interest that their levels claim."""
    letters = [one for one in proposal.letters if one.step.interest]
    if not letters:
        return proposal
    dunned = _by_account(reader.interest_dunned(proposal.as_of))
    ids = {item.row.document_id for letter in letters for item in letter.items}
    for letter in letters:
        ids |= {one.document_id for one in dunned.get((letter.customer_id, letter.currency), ())}
    claims = Claims(reader, ids, proposal.as_of)
    made = {
        id(letter): replace(letter, claimed=_of_letter(letter, claims, dunned))
        for letter in letters
    }
    return replace(
        proposal, letters=tuple(made.get(id(letter), letter) for letter in proposal.letters)
    )


def _by_account(rows: Iterable[DunnedItem]) -> dict[tuple[int, str], list[DunnedItem]]:
    found: dict[tuple[int, str], list[DunnedItem]] = defaultdict(list)
    for one in rows:
        found[one.customer_id, one.currency].append(one)
    return found


def _of_letter(
    letter: ProposedLetter, claims: Claims, dunned: Mapping[tuple[int, str], Sequence[DunnedItem]]
) -> LetterInterest:
    """Return the interest of the letter's items, and of those paid since a letter claimed it."""
    listed = {item.row.id for item in letter.items}
    disputed = {item.row.id: item.row.disputed for item in letter.items if item.row.disputed}
    modes: dict[int, str] = {}
    wanted: dict[int, set[int]] = defaultdict(set)
    for one in dunned.get((letter.customer_id, letter.currency), ()):
        if one.item_id not in listed and claims.paid(one.item_id, one.document_id):
            modes[one.document_id] = one.mode
            wanted[one.document_id].add(one.item_id)
    for item in letter.items:
        modes[item.row.document_id] = letter.step.interest
        wanted[item.row.document_id].add(item.row.id)
    found: list[Interest] = []
    cautions: dict[str, Caution] = {}
    per_day = Fraction(0)
    for document_id, mode in modes.items():
        interest = claims.on(document_id, mode, disputed)
        if isinstance(interest, Caution):
            cautions.setdefault(interest.code, interest)
        elif interest is not None:
            interest = _only(interest, wanted[document_id])
            found.append(interest)
            debt = claims.debts[document_id]
            per_day += daily(interest, without(debt, disputed) if disputed else debt, claims.as_of)
            for caution in interest.cautions:
                cautions.setdefault(caution.code, caution)
    ordered = sorted(found, key=lambda one: min((p.start for p in one.segments), default=date.max))
    return LetterInterest(
        found=tuple(ordered), daily=rounded(per_day), cautions=tuple(cautions.values())
    )


def _only(found: Interest, item_ids: set[int]) -> Interest:
    """Return the interest of some items of a debit."""
    if all(one.item_id in item_ids for one in found.segments):
        return found
    segments = tuple(one for one in found.segments if one.item_id in item_ids)
    return replace(found, segments=segments)


# what is open


def open_charges(
    book: BookReader | UnitOfWork, as_of: date, *, customer_id: int | None = None
) -> list[OpenCharges]:
    """Return what letters claimed beside principal and no debit note does yet, by customer.

    Interest is told as it stands on the day, of all invoices whose interest a letter has
    claimed, paid or not, but for those in dispute: theirs waits until it is settled.
    """
    fees: dict[tuple[int, str], list[OpenFee]] = defaultdict(list)
    for fee in book.open_fees(as_of, customer_id=customer_id):
        fees[fee.customer_id, fee.currency].append(fee)
    dunned = _by_account(book.interest_dunned(as_of, customer_id=customer_id))
    claims = Claims(book, (one.document_id for rows in dunned.values() for one in rows), as_of)
    charges = []
    for key in sorted({*fees, *dunned}):
        modes = {one.document_id: one.mode for one in dunned.get(key, ()) if not one.disputed}
        told = [claims.on(document_id, mode) for document_id, mode in modes.items()]
        found = OpenCharges(
            customer_id=key[0],
            currency=key[1],
            fees=tuple(fees.get(key, ())),
            interest=tuple(one for one in told if isinstance(one, Interest)),
            cautions=tuple(one for one in told if isinstance(one, Caution)),
        )
        if found.total:
            charges.append(found)
    return charges


def claim_charges(
    uow: UnitOfWork, customer_id: int, currency: str, on: date
) -> OperationResult[list[int]]:
    """Post what is open beside principal as debit notes, due at once; return their ids.

    Interest becomes a note for each invoice, with its computation; all fees become one. A
    note that is voided leaves its claim open again.

    Raises:
        NothingToDo: nothing is open.
    """
    with uow:
        charges = [
            one
            for one in open_charges(uow, on, customer_id=customer_id)
            if one.currency == currency
        ]
        if not charges:
            raise NothingToDo
        told = {
            "customer": uow.customer(customer_id).code,
            "to": on.isoformat(),
            "amount": charges[0].total,
            "currency": currency,
        }
        operation = uow.begin("dunning.claim", told)
        notes = [post_claim(uow, one, on, on) for one in charges[0].interest]
        if charges[0].fees:
            notes.append(_post_fees(uow, customer_id, currency, charges[0].fees, on))
        uow.commit()
    return OperationResult(value=notes, operation_id=operation, changes=POSTED)


def _post_fees(
    uow: UnitOfWork, customer_id: int, currency: str, fees: Sequence[OpenFee], on: date
) -> int:
    amount = Money(sum(one.minor for one in fees), currency)
    language = uow.customer(customer_id).language or str(uow.setting("language", "zh"))
    note = Document(
        kind=Kind.DEBIT_NOTE,
        number=next_number(uow, Kind.DEBIT_NOTE, on),
        customer_id=customer_id,
        issued_on=on,
        amount=amount,
        items=(Item(seq=1, due_on=on, amount=amount),),
        base=base_amount(uow, amount, on),
        description=fee_words(fees, language),
        reference=fees[-1].letter,
        claim=ClaimKind.COST,
    )
    note_id = post_document(uow, note)
    uow.add_fee_claim(note_id, [one.dunned_id for one in fees])
    return note_id
