"""What matching knows, laid out for looking up; open amounts fall as matches are accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from domain.allocation import OpenItem
from domain.errors import OverAllocation
from domain.matching.numbers import Parsed, letters_of, loosened, parsed
from domain.matching.payers import Payers
from domain.matching.values import Claim, Evidence, Known, Part

#: Money is matched to debts, not to other money.
_NO_CLAIMS: Final[frozenset[str]] = frozenset({"receipt", "refund", "void"})
#: Shortest end of a number that people quote.
_SHORTEST: Final = 3
#: From so many numbers of a customer on they are looked up, not looked through.
_MANY: Final = 48


class Standing:
    """An open item as it stands now: ``left`` (positive) is open of it."""

    __slots__ = ("claim", "is_debit", "item", "item_id", "left", "minor", "place")

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.item: OpenItem = claim.item
        self.item_id = claim.item.id
        self.minor = abs(claim.item.amount)
        self.left = abs(claim.item.open)
        self.is_debit = claim.item.amount > 0
        self.place = (
            self.item.due_on or date.max,
            self.item.issued_on,
            self.item.number,
            self.item.seq,
            self.item_id,
        )


class Ref(NamedTuple):
    """A number that stands for an item. ``rank``: 3 the whole, 2 its serial, 1 an end of it."""

    standing: Standing
    kind: Evidence
    text: str
    rank: int


class Index:
    """Payers, open documents and earlier decisions; see :class:`~domain.matching.values.Known`.

    Receipts and refunds are no claims here. A claim with nothing open is known by its
    number only, so that naming it is noticed.
    """

    def __init__(self, known: Known) -> None:
        self.policy = known.policy
        self.payers = Payers(known.payers, known.learned)
        self.standings: dict[int, Standing] = {}
        self._owned: dict[int, list[Standing]] = defaultdict(list)
        self._pools: dict[tuple[int, str], tuple[list[Standing], list[Standing]]] = {}
        self._numbers: dict[int, list[tuple[Parsed, Evidence, Standing]]] = {}
        self._spoken: dict[int, dict[str, list[Ref]]] = {}
        self._parsed: dict[str, Parsed] = {}
        self._amounts: dict[tuple[str, int], list[Standing]] | None = None
        self._prefixes: frozenset[str] | None = None
        self._serials: dict[str, list[Ref]] | None = None
        #: What earlier payments were offered but not given, by item: equal choices avoid it.
        self.offered: dict[int, int] = defaultdict(int)
        #: Customers with an earlier payment that waits for a person: what is left is unsure.
        self.waiting: set[int] = set()
        #: Counts up whenever something is used.
        self.uses: dict[int, int] = defaultdict(int)
        for claim in known.claims:
            if claim.item.kind not in _NO_CLAIMS:
                standing = Standing(claim)
                self.standings[standing.item_id] = standing
                self._owned[claim.item.customer_id].append(standing)
        self.keys = self._keyed()

    # -- using money

    def take(self, parts: Iterable[Part]) -> None:
        """Lower what is open by an accepted proposal's parts.

        Raises:
            OverAllocation: a part is more than is open of its item.
        """
        for part in parts:
            self.used(part.item_id, part.minor + part.discount + part.difference + part.fee)

    def used(self, item_id: int, minor: int) -> None:
        """Lower what is open of an item by ``minor`` (positive).

        Raises:
            OverAllocation: more than is open.
        """
        standing = self.standings[item_id]
        if minor > standing.left:
            number = standing.item.number
            raise OverAllocation(number=number, open=standing.left, requested=minor)
        standing.left -= minor
        self.uses[standing.item.customer_id] += 1

    def open(self, item_id: int) -> int:
        """Return what is open of an item now, positive; 0 for one that is not known."""
        standing = self.standings.get(item_id)
        return standing.left if standing else 0

    # -- looking up

    def is_prefix(self, letters: str) -> bool:
        """Return whether our own documents' numbers have these letters."""
        if self._prefixes is None:
            heads = {letters_of(s.item.number) for s in self.standings.values()}
            self._prefixes = frozenset(heads - {""})
        return letters in self._prefixes

    def pool(self, customer_id: int, currency: str) -> tuple[list[Standing], list[Standing]]:
        """Return a customer's open debits and credit notes of a currency, each oldest first."""
        key = (customer_id, currency)
        if key not in self._pools:
            mine = [s for s in self._owned.get(customer_id, ()) if s.item.currency == currency]
            mine.sort(key=lambda standing: standing.place)
            self._pools[key] = (
                [s for s in mine if s.is_debit],
                [s for s in mine if not s.is_debit],
            )
        debits, credits = self._pools[key]
        return [s for s in debits if s.left], [s for s in credits if s.left]

    def owned(self, customer_id: int) -> list[Standing]:
        """Return all of a customer's documents known, settled ones too."""
        return self._owned.get(customer_id, [])

    def of_document(self, standing: Standing) -> list[Standing]:
        """Return all instalments of a document, oldest first, settled ones too."""
        if standing.item.parts == 1:
            return [standing]
        document = standing.item.document_id
        owned = self._owned[standing.item.customer_id]
        return sorted((s for s in owned if s.item.document_id == document), key=lambda s: s.place)

    def spoken(self, customer_id: int, digits: str, shortest: int = 4) -> list[Ref]:
        """Return what digits mean beside a known payer: serials and ends of its numbers.

        ``digits`` as they stand; leading zeros are seen to here. ``shortest`` is the
        least of an end that is not all of a serial.
        """
        numbers = self._numbers_of(customer_id)
        bare = digits.lstrip("0") or digits
        if len(numbers) > _MANY:
            found = self._spoken_by_many(customer_id, numbers, digits, bare)
        else:
            found = [
                Ref(standing, kind, number.text, rank)
                for number, kind, standing in numbers
                if (rank := _rank(number, digits, bare))
            ]
        return found if len(digits) >= shortest else [ref for ref in found if ref.rank > 1]

    def _spoken_by_many(
        self,
        customer_id: int,
        numbers: Sequence[tuple[Parsed, Evidence, Standing]],
        digits: str,
        bare: str,
    ) -> list[Ref]:
        if customer_id not in self._spoken:
            table: dict[str, list[Ref]] = defaultdict(list)
            for number, kind, standing in numbers:
                for key, rank in _keys(number).items():
                    table[key].append(Ref(standing, kind, number.text, rank))
            self._spoken[customer_id] = table
        table = self._spoken[customer_id]
        found = table.get(digits, [])
        return found if bare == digits else [*found, *table.get(bare, ())]

    def serials(self, serial: str) -> list[Ref]:
        """Return the documents with a serial, whoever's; leading zeros stripped."""
        if self._serials is None:
            self._serials = defaultdict(list)
            for standing in self.standings.values():
                number = self.parsed(standing.item.number)
                self._serials[number.serial].append(Ref(standing, Evidence.NUMBER, number.text, 2))
        return self._serials.get(serial, [])

    def of_amount(self, currency: str, minor: int) -> list[Standing]:
        """Return the debits of which exactly this is open, whoever owes them."""
        if self._amounts is None:
            self._amounts = defaultdict(list)
            for standing in self.standings.values():
                if standing.is_debit:
                    self._amounts[standing.item.currency, standing.left].append(standing)
        found = self._amounts.get((currency, minor), ())
        return sorted((s for s in found if s.left == minor), key=lambda s: s.place)

    # -- laying out

    def parsed(self, text: str) -> Parsed:
        """Return a number taken apart; each only once."""
        number = self._parsed.get(text)
        if number is None:
            number = self._parsed[text] = parsed(text)
        return number

    def _keyed(self) -> dict[str, list[Ref]]:
        """Return the documents by each of their numbers, without marks."""
        keys: dict[str, list[Ref]] = {}
        for standing in self.standings.values():
            for text, kind in _numbers(standing.claim):
                ref = Ref(standing, kind, text, 3)
                keys.setdefault(loosened(text), []).append(ref)
        return keys

    def _numbers_of(self, customer_id: int) -> list[tuple[Parsed, Evidence, Standing]]:
        found = self._numbers.get(customer_id)
        if found is None:
            found = self._numbers[customer_id] = [
                (self.parsed(text), kind, standing)
                for standing in self._owned.get(customer_id, ())
                for text, kind in _numbers(standing.claim)
            ]
        return found


def _numbers(claim: Claim) -> Iterable[tuple[str, Evidence]]:
    yield claim.item.number, Evidence.NUMBER
    for other in claim.others:
        yield other, Evidence.NUMBER
    if claim.order:
        yield claim.order, Evidence.ORDER
    if claim.contract:
        yield claim.contract, Evidence.CONTRACT
    for statement in claim.statements:
        yield statement, Evidence.STATEMENT


def _rank(number: Parsed, digits: str, bare: str) -> int:
    """Return how much of a number the digits are, 0 for none of it."""
    own = number.digits
    if own == digits:
        return 3
    if bare == number.serial or (number.year and digits == number.year + number.serial):
        return 2
    return 1 if len(digits) >= _SHORTEST and own.endswith(digits) else 0


def _keys(number: Parsed) -> dict[str, int]:
    """Return all the digits that have a rank for a number."""
    own = number.digits
    found = {own[-length:]: 1 for length in range(_SHORTEST, len(own))}
    found[number.serial] = 2
    if number.year:
        found[number.year + number.serial] = 2
    found[own] = 3
    return found
