"""Which documents a text names: mentions set against the numbers a customer's documents have.

Beside a known payer few digits are enough (478, 尾号0478), since only its own documents
count; without a payer a mention needs four digits, or a word or letters that tell
that it is a number. What fits several documents stays open as a tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from domain.matching.index import Index, Ref, Standing
from domain.matching.numbers import Mention, Parsed
from domain.matching.values import Evidence, Proof

#: Chances that a number alone, without the payer, names the right document.
_WHOLE: Final = 0.99
_SHORT: Final = 0.975
_SERIAL: Final = 0.96
_END: Final = 0.9
_LONG_DIGITS: Final = 8
#: Least digits of a mention beside a known payer, bare and with a word before it.
_BARE: Final = 3
_TOLD: Final = 2
#: Least digits without a payer.
_ALONE: Final = 4


@dataclass(slots=True)
class Named:
    """What a text names of one customer (or of several of one group).

    ``slots`` has the documents each mention may mean, by document, each a list of its
    instalments; more than one: a tie. ``folder`` has the documents of an order, contract
    or statement named. ``settled`` mentions name what is settled or of another currency.
    ``chance`` is that of the numbers alone; ``is_weak``: few digits that say little.
    ``is_joint``: of several customers of one group.
    """

    customer_id: int
    slots: list[list[list[Standing]]] = field(default_factory=list)
    folder: list[Standing] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    settled: list[Mention] = field(default_factory=list)
    chance: float = 0.0
    is_weak: bool = True
    is_joint: bool = False
    count: int = 0


def named(
    index: Index, mentions: Sequence[Mention], customers: Sequence[int], currency: str, text: str
) -> list[Named]:
    """Return what the mentions name, by customer, the customer with most named first.

    Args:
        index: the book.
        mentions: of the text, from left to right.
        customers: whom the payer's evidence means; only then few digits are enough.
        currency: of the payment; documents in another one cannot be paid by it.
        text: the payment's, for the proofs.
    """
    if not mentions:
        return []
    found: dict[int, Named] = {}
    for mention in mentions:
        by_customer = _hits(index, mention, customers)
        for customer, refs in by_customer.items():
            into = found.setdefault(customer, Named(customer))
            _add(index, into, mention, refs, currency, text)
    for customer in customers:
        if customer in found:
            _fill_ranges(index, found[customer], mentions, currency, text)
    return sorted(found.values(), key=lambda one: (-one.count, one.customer_id not in customers))


def _hits(index: Index, mention: Mention, customers: Sequence[int]) -> dict[int, list[Ref]]:
    """Return what a mention may mean, by customer: the payer's documents first."""
    exact = index.keys.get(mention.key, ()) if mention.exact else ()
    by_customer: dict[int, list[Ref]] = defaultdict(list)
    for ref in exact:
        by_customer[ref.standing.item.customer_id].append(ref)
    own = {customer: by_customer[customer] for customer in customers if customer in by_customer}
    for customer in customers if not own else ():
        refs = _among_own(index, mention, customer)
        if refs:
            own[customer] = refs
    if own:
        return own
    if by_customer:
        return dict(by_customer)
    return _among_all(index, mention) if not customers or _is_strong(mention) else {}


def _is_strong(mention: Mention) -> bool:
    return mention.told and len(mention.digits) >= _ALONE


def _among_own(index: Index, mention: Mention, customer: int) -> list[Ref]:
    if len(mention.digits) < (_TOLD if mention.told else _BARE):
        return []
    refs = index.spoken(customer, mention.digits, _BARE if mention.told else _ALONE)
    if mention.year:
        refs = [*refs, *index.spoken(customer, mention.year + mention.digits)]
    return _agreeing(index, mention, refs)


def _among_all(index: Index, mention: Mention) -> dict[int, list[Ref]]:
    if len(mention.digits) < (_BARE if mention.told or mention.letters else _ALONE):
        return {}
    digits = mention.digits.lstrip("0")
    refs = list(index.serials(digits))
    if len(digits) > 5 and digits.startswith("20"):
        year, rest = digits[:4], digits[4:].lstrip("0")
        refs += [ref for ref in index.serials(rest) if index.parsed(ref.text).year == year]
    by_customer: dict[int, list[Ref]] = defaultdict(list)
    for ref in _agreeing(index, mention, refs):
        if ref.standing.left:
            by_customer[ref.standing.item.customer_id].append(ref)
    return dict(by_customer)


def _agreeing(index: Index, mention: Mention, refs: Iterable[Ref]) -> list[Ref]:
    """Return the refs that letters, year and words before a mention allow, best rank only."""
    kept = list(refs)
    if mention.letters or mention.year:
        kept = [ref for ref in kept if _allows(mention, index.parsed(ref.text))]
    if mention.kind is not None:
        kept = [ref for ref in kept if ref.kind is mention.kind] or [
            ref for ref in kept if mention.kind is Evidence.NUMBER and ref.rank > 1
        ]
    if not kept:
        return []
    best = max(ref.rank for ref in kept)
    kept = [ref for ref in kept if ref.rank >= min(best, 2)]
    numbers = [ref for ref in kept if ref.kind is Evidence.NUMBER]
    debits = [ref for ref in numbers if ref.standing.is_debit and ref.standing.left]
    return debits or numbers or kept


def _allows(mention: Mention, number: Parsed) -> bool:
    if mention.letters and mention.letters not in number.letters:
        return False
    return not (mention.year and number.year) or mention.year == number.year


def _add(
    index: Index, into: Named, mention: Mention, refs: list[Ref], currency: str, text: str
) -> None:
    documents: dict[int, list[Standing]] = {}
    folder: dict[int, Standing] = {}
    best: Ref | None = None
    for ref in refs:
        if ref.kind is Evidence.NUMBER:
            document = ref.standing.item.document_id
            if document not in documents:
                documents[document] = index.of_document(ref.standing)
        else:
            folder[ref.standing.item_id] = ref.standing
        best = ref if best is None or ref.rank > best.rank else best
    payable = _payable(documents.values(), currency)
    if not payable and documents:
        into.settled.append(mention)
        return
    into.count += 1
    if payable:
        into.slots.append(payable)
    else:
        open_ones = [s for s in folder.values() if s.left and s.item.currency == currency]
        into.folder += [s for s in open_ones if s not in into.folder]
    _strengthen(into, mention, best)
    into.proofs += _proofs(mention, payable, refs, text)


def _payable(documents: Iterable[list[Standing]], currency: str) -> list[list[Standing]]:
    open_ones = (
        [s for s in document if s.left and s.item.currency == currency] for document in documents
    )
    return [document for document in open_ones if document]


def _strengthen(into: Named, mention: Mention, ref: Ref | None) -> None:
    chance = _END
    told = mention.told or bool(mention.letters or mention.year)
    if ref is not None and mention.exact:
        is_long = mention.letters or len(mention.digits) >= _LONG_DIGITS
        chance = _WHOLE if is_long else _SHORT
    elif ref is not None and ref.rank >= 2 and told:
        chance = _SHORT
    elif ref is not None and ref.rank >= 2 and len(mention.digits) >= _ALONE:
        chance = _SERIAL
    into.chance = 1 - (1 - into.chance) * (1 - chance)
    if told or len(mention.digits) >= _ALONE:
        into.is_weak = False


def _proofs(
    mention: Mention, documents: list[list[Standing]], refs: list[Ref], text: str
) -> list[Proof]:
    written = text[mention.start : mention.end]
    found = []
    for document in documents:
        facts = (("number", document[0].item.number), ("written", written))
        found += [
            Proof(
                kind=Evidence.NUMBER,
                start=mention.start,
                end=mention.end,
                item_id=standing.item_id,
                facts=facts,
            )
            for standing in document
        ]
    if not documents and refs:
        facts = (("number", refs[0].text), ("written", written))
        kind = refs[0].kind
        found.append(Proof(kind=kind, start=mention.start, end=mention.end, facts=facts))
    return found


def _fill_ranges(
    index: Index, into: Named, mentions: Sequence[Mention], currency: str, text: str
) -> None:
    """Add what lies between the ends of a range, of what this customer owes."""
    named = {document[0].item.document_id for slot in into.slots for document in slot}
    for first, last in pairwise(mentions):
        if not last.through:
            continue
        for number in range(int(first.digits[-9:]) + 1, int(last.digits[-9:])):
            refs = _agreeing(index, first, index.spoken(into.customer_id, str(number)))
            documents = {
                ref.standing.item.document_id for ref in refs if ref.kind is Evidence.NUMBER
            }
            if len(documents) == 1 and not documents & named:
                between = first._replace(start=first.start, end=last.end)
                _add(index, into, between, refs, currency, text)
