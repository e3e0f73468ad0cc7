"""Who paid: the customer behind a name, an account or the words of a payment.

Each :class:`Source` is one piece of evidence with the customers it may mean and the
chance that it is right. Sources that agree narrow each other down; strong ones that
do not agree are a conflict, and one that means several customers is a tie. Both ask.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from domain.matching.names import NameKeys, full_key, name_keys, spoken
from domain.matching.text import fold
from domain.matching.values import Evidence, Learned, Payer, Payment, Proof

#: Chances that a source means the right customer when it means only one.
_ACCOUNT: Final = 0.9995
_TAX_ID: Final = 0.9995
_NAME: Final = 0.998
_ALIAS: Final = 0.996
#: Learned once, and learned often: a word, and a person's name (shared by many), find the
#: customer at once, but decide alone only when confirmed again and again.
_LEARNED: Final = {"account": 0.997, "name": 0.994, "person": 0.93, "keyword": 0.94}
_CONFIRMED: Final = {"account": 0.998, "name": 0.996, "person": 0.965, "keyword": 0.98}
_OFTEN: Final = {"account": 3, "name": 3, "person": 3, "keyword": 2}
_PERSON_LONGEST: Final = 4
_PLAIN: Final = 0.995
_CORE: Final = 0.985
_CUT: Final = 0.98
_BRANCH: Final = 0.975
_SAID: Final = 0.98
FUZZY: Final = 0.9
#: A name counts as fuzzy from this likeness (0-100), and from this length.
LIKENESS: Final = 90
_LONG: Final = 8
_SHORTEST_CUT: Final = 6
#: Phrases are looked for by two Chinese characters, or four letters where a word begins.
_HEAD: Final = 2
_LATIN_HEAD: Final = 4
_RUNS: Final = re.compile(r"[\u3400-\u9fff]{2,}|[A-Z0-9]{2,}")
_TAX: Final = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{15,20}(?![0-9A-Z])")


class Source(NamedTuple):
    """Evidence of the payer; ``customers`` more than one: it cannot tell them apart."""

    chance: float
    kind: Evidence
    customers: tuple[int, ...]
    start: int = 0
    end: int = 0
    facts: tuple[tuple[str, object], ...] = ()

    def proof(self) -> Proof:
        """Return the source as a reason."""
        return Proof(kind=self.kind, start=self.start, end=self.end, facts=self.facts)


class Who(NamedTuple):
    """The customers a payment may be of, likeliest first.

    ``chance`` is that of each; ``conflict``: strong sources name different customers;
    ``fuzzy``: nothing but a similar name speaks for it.
    """

    customers: tuple[int, ...] = ()
    chance: float = 0.0
    conflict: bool = False
    fuzzy: bool = False
    sources: tuple[Source, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether one customer is meant and nothing speaks against it."""
        return len(self.customers) == 1 and not self.conflict


NOBODY: Final = Who()
_Names = dict[str, list[int]]


def account_key(account: str) -> str:
    """Return an account number without spaces and marks, empty where parts of it are masked."""
    if account.isdigit() and account.isascii():
        return account
    if not account or "*" in account:
        return ""
    return "".join(c for c in fold(account) if c.isalnum() and c.isascii())


class Payers:
    """All customers, to be found by what a bank line says."""

    def __init__(self, payers: Iterable[Payer], learned: Iterable[Learned]) -> None:
        self.by_id = {payer.id: payer for payer in sorted(payers, key=lambda payer: payer.id)}
        self._full: _Names = defaultdict(list)
        self._aliases: _Names = defaultdict(list)
        self._accounts: _Names = defaultdict(list)
        self._tax_ids: _Names = defaultdict(list)
        self._learned: dict[tuple[str, str], list[Learned]] = defaultdict(list)
        self._members: _Names = defaultdict(list)
        self._keys: list[tuple[int, str, NameKeys]] | None = None
        self._weaker: _Weaker | None = None
        self._phrases: _Phrases | None = None
        self._found: dict[str, tuple[Source, ...]] = {}
        self._likenesses: dict[str, tuple[tuple[int, int], ...]] = {}
        for payer in self.by_id.values():
            self._enter(payer)
        for one in sorted(learned, key=lambda one: (one.kind, one.key, one.customer_id)):
            if one.customer_id in self.by_id:
                self._learned[one.kind, learned_key(one.kind, one.key)].append(one)

    def _enter(self, payer: Payer) -> None:
        for name in (payer.name, payer.name_en):
            key = full_key(name)
            if key and payer.id not in self._full[key]:
                self._full[key].append(payer.id)
        for alias in payer.aliases:
            self._aliases[full_key(alias)].append(payer.id)
        for account in payer.accounts:
            self._accounts[account_key(account)].append(payer.id)
        if payer.tax_id:
            self._tax_ids[fold(payer.tax_id)].append(payer.id)
        if payer.group:
            self._members[payer.group].append(payer.id)

    # -- asking

    def who(self, payment: Payment, folded: str | None = None) -> Who:
        """Return whom a payment may be of, from all it says beside the numbers.

        ``folded`` is its text folded, where that was done already.
        """
        if payment.customer_id is not None:
            payer = self.by_id.get(payment.customer_id)
            facts = (("name", payer.name if payer else ""), ("how", "settled"))
            source = Source(1.0, Evidence.NAME, (payment.customer_id,), facts=facts)
            return Who((payment.customer_id,), 1.0, sources=(source,))
        sources = [*self._of_account(payment.account), *self.of_name(payment.name)]
        if payment.text:
            sources += self._of_text(fold(payment.text) if folded is None else folded)
        if not sources and payment.name:
            sources += self._similar(payment.name)
        return _combined(sources)

    def same_group(self, customer_id: int, other_id: int) -> bool:
        """Return whether two customers are of one group."""
        return other_id in self.members(customer_id)

    def members(self, customer_id: int) -> tuple[int, ...]:
        """Return the other customers of a customer's group."""
        payer = self.by_id.get(customer_id)
        group = self._members.get(payer.group, ()) if payer and payer.group else ()
        return tuple(member for member in group if member != customer_id)

    def of_name(self, name: str) -> tuple[Source, ...]:
        """Return what a payer's name says: exact, an alias, learned, else a weaker form."""
        if name not in self._found:
            key = full_key(name)
            self._found[name] = (*self._exact(key, name), *self._taught("name", key))
            if key and not self._found[name]:
                self._found[name] = self._forms().of(name, key)
        return self._found[name]

    def unknown(self, payments: Iterable[Payment]) -> list[str]:
        """Return the names, as keys, that only likeness can tell."""
        found = {
            full_key(payment.name): None
            for payment in payments
            if payment.customer_id is None and not self.of_name(payment.name)
        }
        return [key for key in found if len(key) >= _LONG and key not in self._likenesses]

    def learn_likeness(self, keys: Sequence[str]) -> None:
        """Compare many names with all customers' at once."""
        from rapidfuzz import fuzz, process

        choices = list(self._full)
        for start in range(0, len(keys), 512):
            some = keys[start : start + 512]
            matrix = process.cdist(
                some, choices, scorer=fuzz.ratio, score_cutoff=LIKENESS, dtype="uint8"
            )
            found: dict[int, list[tuple[int, int]]] = defaultdict(list)
            for row, column in zip(*(axis.tolist() for axis in matrix.nonzero()), strict=True):
                score = int(matrix[row, column])
                found[row] += [(customer, score) for customer in self._full[choices[column]]]
            for row, key in enumerate(some):
                self._likenesses[key] = _by_score(found.get(row, []))

    # -- the sources

    def _of_account(self, account: str) -> list[Source]:
        key = account_key(account)
        if not key:
            return []
        found = list(self._taught("account", key))
        if key in self._accounts:
            facts = (("account", account),)
            found.append(
                Source(_ACCOUNT, Evidence.ACCOUNT, tuple(self._accounts[key]), facts=facts)
            )
        return found

    def _taught(self, kind: str, key: str, start: int = 0, end: int = 0) -> tuple[Source, ...]:
        taught = self._learned.get((kind, key))
        if not taught:
            return ()
        count = sum(one.count for one in taught)
        facts = (("kind", kind), ("key", taught[0].key), ("count", count))
        customers = tuple(dict.fromkeys(one.customer_id for one in taught))
        weighed = "person" if kind == "name" and len(key) <= _PERSON_LONGEST else kind
        chance = (_CONFIRMED if count >= _OFTEN[weighed] else _LEARNED)[weighed]
        return (Source(chance, Evidence.LEARNED, customers, start, end, facts),)

    def _exact(self, key: str, name: str) -> list[Source]:
        if key in self._full:
            return [Source(_NAME, Evidence.NAME, tuple(self._full[key]), facts=_how(name, "exact"))]
        if key in self._aliases:
            found = tuple(dict.fromkeys(self._aliases[key]))
            return [Source(_ALIAS, Evidence.ALIAS, found, facts=(("name", name),))]
        return []

    def _forms(self) -> _Weaker:
        if self._weaker is None:
            self._weaker = _Weaker(self._all_keys(), self._full)
        return self._weaker

    def _similar(self, name: str) -> list[Source]:
        key = full_key(name)
        if len(key) < _LONG:
            return []
        if key not in self._likenesses:
            self.learn_likeness([key])
        found = self._likenesses[key]
        if not found:
            return []
        facts = (("name", self.by_id[found[0][0]].name), ("score", found[0][1]))
        return [Source(FUZZY, Evidence.FUZZY, tuple(c for c, _ in found), facts=facts)]

    def _of_text(self, folded: str) -> list[Source]:
        found = []
        if self._tax_ids:
            for match in _TAX.finditer(folded):
                if match[0] in self._tax_ids:
                    customers, facts = tuple(self._tax_ids[match[0]]), _how(match[0], "tax_id")
                    found.append(Source(_TAX_ID, Evidence.NAME, customers, *match.span(), facts))
        if self._phrases is None:
            self._phrases = _Phrases(self._all_keys(), self.by_id.values(), self._learned)
        for kind, phrase, start, end, customers in self._phrases.of(folded):
            if kind is Evidence.LEARNED:
                found += self._taught("keyword", phrase, start, end)
            else:
                facts = _how(phrase, "said") if kind is Evidence.NAME else (("name", phrase),)
                found.append(Source(_SAID, kind, customers, start, end, facts))
        return found

    def _all_keys(self) -> list[tuple[int, str, NameKeys]]:
        """Return every customer's names with their forms, made once."""
        if self._keys is None:
            self._keys = [
                (payer.id, name, name_keys(name))
                for payer in self.by_id.values()
                for name in (payer.name, payer.name_en)
                if name
            ]
        return self._keys


def learned_key(kind: str, key: str) -> str:
    """Return what is compared of a learned entry: names and accounts without marks."""
    if kind == "account":
        return account_key(key)
    return full_key(key) if kind == "name" else fold(key).strip()


def _how(name: str, how: str) -> tuple[tuple[str, object], ...]:
    return (("name", name), ("how", how))


def _by_score(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def _combined(sources: list[Source]) -> Who:
    if not sources:
        return NOBODY
    # Sources that tell one customer first: they decide between those that cannot.
    sources.sort(key=lambda source: (len(source.customers) > 1, -source.chance))
    current: tuple[int, ...] = sources[0].customers
    agreeing, others = [sources[0]], []
    for source in sources[1:]:
        common = tuple(c for c in current if c in source.customers)
        if common:
            current = common
            agreeing.append(source)
        else:
            others.append(source)
    missed = 1.0
    for source in agreeing:
        missed *= 1 - source.chance
    more = tuple(c for source in others for c in source.customers if c not in current)
    customers = (*current, *dict.fromkeys(more))
    fuzzy = sources[0].kind is Evidence.FUZZY
    return Who(customers, (1 - missed) / len(customers), bool(others), fuzzy, tuple(sources))


class _Weaker:
    """Names by the forms that lose something: the legal form, the place, the end."""

    def __init__(self, names: Iterable[tuple[int, str, NameKeys]], full: _Names) -> None:
        self._full = full
        self._plain: _Names = defaultdict(list)
        self._core: dict[str, list[tuple[int, NameKeys]]] = defaultdict(list)
        self._parents: _Names = defaultdict(list)
        self._sorted = sorted(full)
        for customer, _, keys in names:
            self._plain[keys.plain].append(customer)
            self._core[keys.core].append((customer, keys))
            if keys.parent:
                self._parents[keys.parent].append(customer)

    def of(self, name: str, key: str) -> tuple[Source, ...]:
        """Return the strongest form in which a name is some customer's."""
        keys = name_keys(name)
        for how, chance, customers in (
            ("form", _PLAIN, self._plain.get(keys.plain, ())),
            ("branch", _BRANCH, self._full.get(keys.parent, ()) if keys.parent else ()),
            ("parent", _BRANCH, self._parents.get(key, ())),
            ("core", _CORE, self._same_core(keys)),
            ("cut", _CUT, () if keys.complete else self._beginning(key)),
        ):
            if customers:
                kind = Evidence.GROUP if how in {"branch", "parent"} else Evidence.NAME
                found = tuple(dict.fromkeys(customers))
                return (Source(chance, kind, found, facts=_how(name, how)),)
        return ()

    def _same_core(self, keys: NameKeys) -> list[int]:
        """Return who shares the core, unless the places say that it is another firm."""
        if len(keys.core) < 3:
            return []
        return [
            customer
            for customer, theirs in self._core.get(keys.core, ())
            if keys.places <= theirs.places or theirs.places <= keys.places
            if not (keys.parent and theirs.parent)
        ]

    def _beginning(self, key: str) -> list[int]:
        """Return whose name begins with a name that a bank cut off."""
        latin = key.isascii()
        if len(key) < (_SHORTEST_CUT * 2 if latin else _SHORTEST_CUT):
            return []
        start = bisect_left(self._sorted, key)
        found: list[int] = []
        for name in self._sorted[start : start + 20]:
            if not name.startswith(key):
                break
            found += self._full[name]
        return found


class _Phrases:
    """Names and learned words that may stand in a text, found by their first characters."""

    def __init__(
        self,
        names: Iterable[tuple[int, str, NameKeys]],
        payers: Iterable[Payer],
        learned: dict[tuple[str, str], list[Learned]],
    ) -> None:
        self._heads: dict[str, list[str]] = defaultdict(list)
        self._phrases: dict[str, tuple[Evidence, list[int]]] = {}
        for customer, name, keys in names:
            if len(name) >= 4:
                self._enter(fold(name).strip(), Evidence.NAME, customer)
                self._enter(spoken(name, keys), Evidence.NAME, customer)
        for payer in payers:
            for alias in payer.aliases:
                self._enter(fold(alias).strip(), Evidence.ALIAS, payer.id)
        for (kind, key), taught in learned.items():
            if kind == "keyword":
                for one in taught:
                    self._enter(key, Evidence.LEARNED, one.customer_id)

    def _enter(self, phrase: str, kind: Evidence, customer_id: int) -> None:
        known = self._phrases.get(phrase)
        if known is not None:
            if customer_id not in known[1]:
                known[1].append(customer_id)
        elif len(phrase) >= (_LATIN_HEAD if phrase.isascii() else _HEAD):
            self._phrases[phrase] = (kind, [customer_id])
            self._heads[phrase[: _LATIN_HEAD if phrase[0].isascii() else _HEAD]].append(phrase)

    def of(self, folded: str) -> list[tuple[Evidence, str, int, int, tuple[int, ...]]]:
        """Return the phrases in a text; of those that overlap only the longest."""
        heads, hits = self._heads, []
        for match in _RUNS.finditer(folded):
            start, end = match.span()
            size = _LATIN_HEAD if folded[start].isascii() else _HEAD
            for place in range(start, end - size + 1) if size == _HEAD else (start,):
                hits += [
                    (place, place + len(phrase), phrase)
                    for phrase in heads.get(folded[place : place + size], ())
                    if folded.startswith(phrase, place) and _stands_alone(folded, phrase, place)
                ]
        return self._longest(hits) if hits else []

    def _longest(
        self, hits: list[tuple[int, int, str]]
    ) -> list[tuple[Evidence, str, int, int, tuple[int, ...]]]:
        hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
        kept: list[tuple[int, int, str]] = []
        for hit in hits:
            if all(hit[1] <= start or end <= hit[0] for start, end, _ in kept):
                kept.append(hit)
        return [
            (self._phrases[phrase][0], phrase, start, end, tuple(self._phrases[phrase][1]))
            for start, end, phrase in kept
        ]


def _stands_alone(folded: str, phrase: str, start: int) -> bool:
    """Return whether a short phrase is a word of its own; a long one may stand anywhere."""
    if len(phrase) >= 4 and not phrase.isascii():
        return True
    before = folded[start - 1] if start else " "
    after = folded[start + len(phrase)] if start + len(phrase) < len(folded) else " "
    return not before.isalnum() and not after.isalnum()
