"""Numbers of documents in a text: which digits are meant as one, and how they are spelled.

People write INV-2026-000478 as ``inv 2026 000478``, ``INV478``, ``2026-478``,
``发票0478``, ``尾号0478``, ``No.478-480`` or ``478、479和480``. A document is
therefore known by several spellings, and a text is read as mentions: an *exact* one is
a whole number of the book, any other is loose digits that say little without the payer.
Dates, amounts, telephone and account numbers are no mentions, unless letters or a word
before them tell that they are.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final, NamedTuple

from domain.matching.text import fold
from domain.matching.values import Evidence

_ATOM: Final = re.compile(r"[A-Z]+|[0-9]+")
_HEAD: Final = re.compile(r"[A-Z]+")
#: The commonest numbers: letters, perhaps a year, three digits and more.
_PLAIN: Final = re.compile(r"([A-Z]*)-?(?:(20[0-9]{2})-)?([0-9]{3,})").fullmatch
_DIGIT: Final = re.compile(r"[0-9]")
_NOT_KEY: Final = re.compile(r"[^A-Z0-9\u3400-\u9fff]+")
_JOINERS: Final = " -_/.#:"
_GLUE: Final = frozenset({"", "-", "_", ".", "#", "/"})
_LONGEST: Final = 7
_SEPARATORS: Final = re.compile(r"[ 、,;/&+|.]{1,3}| ?(?:和|及|与|AND|跟) ?").fullmatch
_THROUGH: Final = re.compile(r" ?(?:-{1,2}|~|至|到|TO) ?").fullmatch
_WIDEST: Final = 60
_SHORTEST: Final = 4

#: Words that tell that a number follows, and of what.
_TELLING: Final = {
    Evidence.NUMBER: "发票|票号|票据|尾号|单号|单据|INVOICES?|INVS?|FP|BILL",
    Evidence.ORDER: "订单|订货单|采购单|送货单|P/?O|S/?O|ORDER",
    Evidence.CONTRACT: "合同|协议|CONTRACT|CTR",
    Evidence.STATEMENT: "对账单|账单|催款函|STATEMENT|STMT",
    None: "编号|号码|REFERENCE|REF|NUMBER|NO|NR|N°|#|第",
}
_TOLD: Final = re.compile(
    "(?:"
    + "|".join(f"({words})" for words in _TELLING.values())
    + r")[ 号码编为是:.#]*(?:NO|NR)?[ :.#]*$"
)
_KINDS: Final = tuple(_TELLING)
#: Letters before digits that are words, not the beginning of a number.
_TEXT: Final = """
INV INVS INVOICE INVOICES NO NR NUMBER REF REFERENCE PO SO ORDER CONTRACT CTR STATEMENT STMT FP BILL
AND TO FOR OF YOUR OUR PAYMENT PMT N RFB ROC
"""
_WORDS: Final = frozenset(_TEXT.split())
_MONEY: Final = frozenset({"USD", "CNY", "RMB", "EUR", "HKD", "GBP", "JPY"})
_YEAR: Final = re.compile(r"20[0-9]{2}").fullmatch
#: What is no number of a document, as it is written: dates, times, amounts, quantities,
#: telephones, accounts, the bank's own numbers.
_NEVER: Final = re.compile(
    r"""
    (?<![0-9])20[0-9]{2}\ ?[-/.年]\ ?(?:1[0-2]|0?[1-9])\ ?[-/.月]\ ?
        (?:3[01]|[12][0-9]|0?[1-9])(?![0-9])
    |(?<![0-9])(?:20)?[0-9]{2}年(?:度|[0-9]{1,2}月?)?
    |(?<![0-9])[0-9]{1,2}(?:[-~、,/至][0-9]{1,2})*月(?:份|[0-9]{1,2}[日号]?)?
    |(?<![0-9])(?:1[0-2]|0?[1-9])[./](?:3[01]|[12][0-9]|0?[1-9])(?![0-9.])
    |(?<![0-9A-Z])20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])
    |(?<![0-9])20[0-9]{2}(?:0[1-9]|1[0-2])(?=货|账|份|款|结)
    |(?<![0-9A-Z])(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])2[0-9](?![0-9])
    |[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?
    |[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}(?![0-9])
    |(?<![0-9A-Z-])[0-9]+\.[0-9]{1,2}(?![0-9])
    |(?:¥|\$|€|RMB|CNY|USD|EUR|HKD|GBP|金额|人民币)\ ?:?\ ?[0-9][0-9.,]*
    |[0-9][0-9.,]*\ ?(?:元|圆|万|%|台|件|吨|个|箱|套|只|米|批|期|天|楼|室|栋|路|幢|人|次|KGS?|PCS
        |(?:RMB|CNY|USD|EUR)(?!\ ?[0-9]))
    |(?<![0-9])(?:\+?86-?)?1[3-9][0-9]{9}(?![0-9])
    |(?<![0-9])(?:0[0-9]{2,3}|400|800)-?[0-9]{3,4}-?[0-9]{4}(?![0-9])
    |(?:电话|手机|TEL|联系方式|PHONE)[ .:]*[0-9-]+
    |(?:账号|帐号|账户|卡号|A/C|ACCT?|ACCOUNT)[ .:NO号]*[0-9*]+
    |(?:流水|回单|凭证|交易|业务编|日志|支付)(?:流水)?(?:号码?|编号)?[ :]*[0-9]{6,}
    """,
    re.VERBOSE,
)
#: Digits alone this long are no date, amount or telephone.
_LONG: Final = 12


class Mention(NamedTuple):
    """Digits in a text that may mean a document.

    ``start`` and ``end`` are places in the text, ``key`` what stands there without
    marks. ``letters`` are those joined to the digits, ``year`` a year written before
    them. ``kind`` is what a word before says it is, ``told`` whether a word or letters
    say that it is a number at all. ``through``: from the mention before up to this.
    """

    start: int
    end: int
    key: str
    digits: str
    letters: str = ""
    year: str = ""
    exact: bool = False
    told: bool = False
    kind: Evidence | None = None
    through: bool = False


class Parsed(NamedTuple):
    """A document's number taken apart: ``serial`` is its own count, zeros stripped."""

    text: str
    letters: tuple[str, ...]
    digits: str
    year: str
    serial: str


def loosened(number: str) -> str:
    """Return a number without marks, half-width and upper case: INV-2501 is INV2501."""
    folded = fold(number)
    return folded if folded.isalnum() and folded.isascii() else _NOT_KEY.sub("", folded)


def letters_of(number: str) -> str:
    """Return the letters a number begins with, empty when it begins otherwise."""
    match = _HEAD.match(number if number.isupper() else fold(number))
    return match[0] if match else ""


def parsed(number: str) -> Parsed:
    """Take a number apart.

    The serial is its longest group of digits that is no year; of two as long, the last:
    of INV-2026-000478 it is 478, of XS202605-00123 it is 123.
    """
    if plain := _PLAIN(number):
        letters, year, own = plain[1], plain[2] or "", plain[3]
        serial = own.lstrip("0") or own[:1]
        return Parsed(number, (letters,) if letters else (), year + own, year, serial)
    atoms = _ATOM.findall(fold(number))
    groups = [atom for atom in atoms if atom.isdigit()]
    year = next((group for group in groups if _YEAR(group)), "") if len(groups) > 1 else ""
    own_groups = [group for group in groups if group != year] or groups
    serial = own_groups[-1] if own_groups else ""
    if len(serial) < 3:
        serial = max(own_groups, key=len, default="")
    letters_only = tuple(atom for atom in atoms if not atom.isdigit())
    return Parsed(number, letters_only, "".join(groups), year, serial.lstrip("0") or serial[:1])


def read(folded: str, known: Container[str], plain: str = "") -> tuple[Mention, ...]:
    """Return the mentions in a text from left to right.

    Args:
        folded: all that is written beside a payment, folded.
        known: the keys of the book; the longest run of letters and digits that is one wins.
        plain: the payment's amount in whole units; alone, these digits mean the amount.
    """
    if not _DIGIT.search(folded):
        return ()
    spans = [match.span() for match in _ATOM.finditer(folded)]
    found: list[Mention] = []
    never: list[tuple[int, int]] | None = None
    place = 0
    while place < len(spans):
        mention, after = _exact(folded, spans, place, known)
        if mention is None and folded[spans[place][0]].isdigit():
            mention, after = _loose(folded, spans, place, found)
        place = after
        if mention is None:
            continue
        if not (mention.exact and (mention.letters or len(mention.digits) >= _LONG)):
            if never is None:
                never = [match.span() for match in _NEVER.finditer(folded)]
            if _is_no_number(folded, mention, never, plain):
                continue
        found.append(_after(folded, mention, found))
    return tuple(found)


def _exact(
    folded: str, spans: list[tuple[int, int]], place: int, known: Container[str]
) -> tuple[Mention | None, int]:
    """Return the longest key of the book that starts here, and the place after it."""
    start = spans[place][0]
    pieces, best, end = [], None, place + 1
    for last in range(place, min(place + _LONGEST, len(spans))):
        if last > place and folded[spans[last - 1][1] : spans[last][0]].strip(_JOINERS):
            break
        pieces.append(folded[spans[last][0] : spans[last][1]])
        key = _known_key(pieces, known)
        if key and not _is_cut(folded, spans, place, last):
            best, end = (key, spans[last][1], list(pieces)), last + 1
    if best is None:
        return None, end
    key, upto, pieces = best
    digits = "".join(piece for piece in pieces if piece.isdigit())
    letters = "".join(piece for piece in pieces if not piece.isdigit())
    told = bool(letters) or _told(folded, start)[0]
    return Mention(start, upto, key, digits, letters, exact=True, told=told), end


def _known_key(pieces: list[str], known: Container[str]) -> str:
    """Return the key that pieces make where the book has it; letters alone are none."""
    if len(pieces) == 1 and not pieces[0].isdigit():
        return ""
    key = "".join(pieces)
    return key if len(key) >= _SHORTEST and key in known else ""


def _is_cut(folded: str, spans: list[tuple[int, int]], first: int, last: int) -> bool:
    """Return whether letters stand right beside, so that it is a piece of another number."""
    start, end = spans[first][0], spans[last][1]
    before = first and folded[start].isdigit() and spans[first - 1][1] == start
    if before and folded[slice(*spans[first - 1])] not in _WORDS:
        return True
    after = last + 1 < len(spans) and spans[last + 1][0] == end
    return bool(after and spans[last + 1][1] - end == 1)


def _loose(
    folded: str, spans: list[tuple[int, int]], place: int, found: list[Mention]
) -> tuple[Mention, int]:
    """Return digits that are no key of the book, with a year before them taken along."""
    start, end = spans[place]
    digits, year, after = folded[start:end], "", place + 1
    if _YEAR(digits) and after < len(spans):
        gap, more = folded[end : spans[after][0]], folded[slice(*spans[after])]
        if gap in _GLUE and gap and more.isdigit() and len(more) >= 3:
            year, digits, end, after = digits, more, spans[after][1], after + 1
    letters, begin = "", start
    if place and not folded[spans[place - 1][0]].isdigit():
        word, gap = folded[slice(*spans[place - 1])], folded[spans[place - 1][1] : start]
        if gap in _GLUE and word not in _WORDS:
            letters, begin = word, spans[place - 1][0]
    if found and found[-1].end > begin:
        letters, begin = "", start
    told, kind = _told(folded, begin)
    key = f"{letters}{year}{digits}"
    return Mention(begin, end, key, digits, letters, year, told=told, kind=kind), after


def _told(folded: str, start: int) -> tuple[bool, Evidence | None]:
    """Return whether a word before tells that a number follows, and which kind."""
    match = _TOLD.search(folded[max(0, start - 16) : start])
    if match is None:
        return False, None
    return True, next(
        (kind for kind, text in zip(_KINDS, match.groups(), strict=True) if text), None
    )


def _is_no_number(folded: str, mention: Mention, never: list[tuple[int, int]], plain: str) -> bool:
    if mention.letters in _MONEY:
        return True
    if mention.digits == plain and not mention.letters and not mention.told:
        return True
    # A word before says that digits are no date; money or a quantity they stay.
    return any(
        start < mention.end and mention.start < end
        for start, end in never
        if not (mention.told and folded[start:end].isdigit())
    )


def _after(folded: str, mention: Mention, found: list[Mention]) -> Mention:
    """Let a mention take over what the list before it was said to be."""
    if not found:
        return mention
    last = found[-1]
    gap = folded[last.end : mention.start]
    if not mention.letters and _THROUGH(gap):
        digits = through(last.digits, mention.digits)
        if digits:
            return mention._replace(digits=digits, through=True, told=last.told, kind=last.kind)
    if not mention.told and _SEPARATORS(gap):
        return mention._replace(told=last.told, kind=last.kind)
    return mention


def through(first: str, last: str) -> str:
    """Return the digits of a range's end in full, empty where it is no range.

    0478 up to 482 ends with 0482, 2501 up to 03 with 2503.
    """
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return last if 0 < int(last) - int(first) <= _WIDEST else ""
