"""How a table of a bank becomes movements of an account: the mapping of its columns.

Saved as JSON, so that the same bank's table is read the same way next time:

    {"kind": "bank",
     "columns": {"date": "Buchungstag", "amount": "Betrag", "text": ["A", "B"]},
     "constants": {"currency": "EUR", "own_account": "…", "owner": "…"},
     "sign": "signed",
     "words": {"in": ["H"], "out": ["S"], "neutral": ["…"]},   of the direction column
     "skip": {"Status": ["Pending"]},                          rows not wanted, by column
     "date_order": "dmy", "amount_style": "comma",
     "no_header": true,                  columns are then named "1", "2", …
     "encoding": "gb18030", "sheet": "Sheet1",
     "headers": ["Buchungstag", "Betrag", …]}    of the file it was made for

``sign`` says which way money went: ``signed`` money in is positive, ``inverse``
purchases are (cards), ``sides`` columns ``credit`` and ``debit``, ``direction`` words
(借方 is money out: the statement speaks for the account holder), ``parties`` our account
is the payer's or the payee's.
"""

from __future__ import annotations

from collections.abc import Mapping as AbcMapping
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias, cast, get_args

from domain.reading import codes
from domain.reading.amounts import Style
from domain.reading.bank_headers import FIELDS, SEVERAL
from domain.reading.cells import plain
from domain.reading.dates import DayOrder
from domain.reading.headers import key
from domain.reading.result import Problem, refuse

Sign: TypeAlias = Literal["signed", "inverse", "sides", "direction", "parties"]
Way: TypeAlias = Literal["in", "out", "neutral"]

SIGNS: Final = get_args(Sign)
WAYS: Final = get_args(Way)
#: What a mapping may set for all rows of a file.
CONSTANTS: Final = ("currency", "own_account", "owner", "bank")
#: Fields that each sign cannot do without.
_NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "signed": ("amount",),
    "inverse": ("amount",),
    "sides": (),
    "direction": ("amount", "direction"),
    "parties": ("amount", "payer_account", "payee_account"),
}
_KEYS: Final = frozenset(
    {"kind", "columns", "constants", "sign", "words", "skip", "date_order", "amount_style"}
    | {"no_header", "encoding", "sheet", "headers"}
)
_WORDS: Final[dict[Way, str]] = {
    "in": """
        贷 贷方 贷记 收入 收 收款 入 入账 进 进账 转入 存入 存款 来账 收方 已收入 贷cr 收入in
        credit cr c crdt cred kredit in incoming inflow moneyin haben h abono bij + ct deposit
        crédit""",
    "out": """
        借 借方 借记 支出 支 付 付款 出 出账 转出 取出 支取 取款 往账 付方 已支出 借dr 支出out
        debit dr d dbit deb out outgoing outflow moneyout soll s cargo af - dt withdrawal débit""",
    "neutral": "/ 不计收支 中性交易 中性 其他 不计 资金转移 neutral",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BankMapping:
    """Which columns of a bank's table are which fields, and which way money went."""

    columns: AbcMapping[str, tuple[str, ...]] = field(default_factory=dict)
    constants: AbcMapping[str, str] = field(default_factory=dict)
    sign: Sign | None = None
    words: AbcMapping[str, tuple[str, ...]] = field(default_factory=dict)
    skip: AbcMapping[str, tuple[str, ...]] = field(default_factory=dict)
    date_order: DayOrder | None = None
    amount_style: Style | None = None
    no_header: bool = False
    encoding: str | None = None
    sheet: str | None = None
    headers: tuple[str, ...] = ()

    def fits(self, headers: Sequence[str]) -> bool:
        """Return whether a file has all the headers of the one this was made for.

        Without a header row there is nothing to know a file by: such a mapping is
        only ever named.
        """
        mine = {place_key(header) for header in self.headers or self.used() if header}
        return not self.no_header and bool(mine) and mine <= set(map(place_key, headers))

    def used(self) -> tuple[str, ...]:
        """Return the headers that the mapping cannot do without."""
        named = [header for headers in self.columns.values() for header in headers]
        return tuple(dict.fromkeys([*named, *self.skip]))

    def missing(self) -> tuple[str, ...]:
        """Return the fields without which no row can be read; "sign" for the way."""
        if self.sign is None:
            needed: tuple[str, ...] = ("date", "sign")
        else:
            needed = ("date", *_NEEDED[self.sign])
        absent = [name for name in needed if name not in self.columns]
        if self.sign == "sides" and not {"credit", "debit"} & set(self.columns):
            absent.append("amount")
        return tuple(absent)

    def to_json(self) -> dict[str, object]:
        """Return the mapping as it is saved, without what is empty."""
        saved: dict[str, object] = {
            "columns": {name: _one_or_more(found) for name, found in self.columns.items()},
            "constants": dict(self.constants),
            "sign": self.sign,
            "words": {way: list(words) for way, words in self.words.items()},
            "skip": {column: list(values) for column, values in self.skip.items()},
            "date_order": self.date_order,
            "amount_style": self.amount_style,
            "no_header": self.no_header,
            "encoding": self.encoding,
            "sheet": self.sheet,
            "headers": list(self.headers),
        }
        return {"kind": "bank", **{name: value for name, value in saved.items() if value}}


def from_json(saved: object) -> BankMapping | Problem:
    """Read a saved mapping; a problem names the key that is not understood."""
    if not isinstance(saved, dict) or saved.get("kind") != "bank":
        return refuse(codes.MAPPING_UNREADABLE, key="kind")
    unknown = sorted(str(name) for name in saved if name not in _KEYS)
    if unknown:
        return refuse(codes.MAPPING_UNREADABLE, key=unknown[0])
    try:
        return BankMapping(
            columns=_lists(saved, "columns", FIELDS, many=SEVERAL),
            constants=_texts(saved, "constants", CONSTANTS),
            sign=cast("Sign | None", _choice(saved, "sign", SIGNS)),
            words=_lists(saved, "words", WAYS, many=frozenset(WAYS)),
            skip=_lists(saved, "skip", None, many=None),
            date_order=cast("DayOrder | None", _choice(saved, "date_order", ("dmy", "mdy"))),
            amount_style=cast("Style | None", _choice(saved, "amount_style", ("point", "comma"))),
            no_header=_flag(saved, "no_header"),
            encoding=_choice(saved, "encoding", None),
            sheet=_choice(saved, "sheet", None),
            headers=_strings("headers", saved.get("headers", []), empty=True),
        )
    except _BadKey as bad:
        return refuse(codes.MAPPING_UNREADABLE, key=str(bad))


def place_key(header: str) -> str:
    """Return what columns are found by: without case, spaces and marks."""
    return key(header) or plain(header)


def read_way(text: str, words: AbcMapping[str, tuple[str, ...]]) -> Way | None:
    """Return which way a word of a direction column says: ``贷``, ``支出``, ``借 Dr``.

    Words of the mapping go before those known everywhere; None for any other word.
    """
    bare = plain(text).casefold()
    first = bare.split(" ")[0]
    for way, said in words.items():
        if not {bare, first}.isdisjoint(plain(word).casefold() for word in said):
            return cast("Way", way)
    return _WAYS.get(bare) or _WAYS.get(first) or _WAYS.get(key(first))


_WAYS: Final[dict[str, Way]] = {
    word: way for way, words in _WORDS.items() for word in words.split()
}


class _BadKey(Exception):
    """A key of the saved mapping is not understood; never leaves this module."""


def _one_or_more(headers: tuple[str, ...]) -> str | list[str]:
    return headers[0] if len(headers) == 1 else list(headers)


def _strings(name: str, saved: object, *, empty: bool = False) -> tuple[str, ...]:
    """Return a list of texts; a text alone is a list of one."""
    texts = [saved] if isinstance(saved, str) and saved else saved
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise _BadKey(name)
    if not texts and not empty:
        raise _BadKey(name)
    return tuple(texts)


def _entries(
    saved: AbcMapping[str, object], part: str, names: Sequence[str] | None
) -> dict[str, object]:
    found = saved.get(part, {})
    if not isinstance(found, dict):
        raise _BadKey(part)
    for name in found:
        if not isinstance(name, str) or (names is not None and name not in names):
            raise _BadKey(f"{part}.{name}")
    return found


def _lists(
    saved: AbcMapping[str, object],
    part: str,
    names: Sequence[str] | None,
    *,
    many: frozenset[str] | None,
) -> dict[str, tuple[str, ...]]:
    """Return lists by name; where only ``many`` may have several, others have one."""
    lists = {}
    for name, value in _entries(saved, part, names).items():
        lists[name] = _strings(f"{part}.{name}", value)
        if many is not None and name not in many and len(lists[name]) > 1:
            raise _BadKey(f"{part}.{name}")
    return lists


def _texts(
    saved: AbcMapping[str, object], part: str, names: Sequence[str] | None
) -> dict[str, str]:
    texts = _entries(saved, part, names)
    for name, value in texts.items():
        if not isinstance(value, str):
            raise _BadKey(f"{part}.{name}")
    return cast("dict[str, str]", texts)


def _choice(saved: AbcMapping[str, object], name: str, choices: Sequence[str] | None) -> str | None:
    value = saved.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or (choices is not None and value not in choices):
        raise _BadKey(name)
    return value


def _flag(saved: AbcMapping[str, object], name: str) -> bool:
    value = saved.get(name, False)
    if not isinstance(value, bool):
        raise _BadKey(name)
    return value
