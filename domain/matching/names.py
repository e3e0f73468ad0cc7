"""Names of firms in the forms in which two spellings of one firm are the same.

A name is compared in three forms, each weaker than the one before:

======  ==============================================================
full    half-width, upper case, without brackets, marks and spaces
plain   also without the legal form (有限公司, Co., Ltd., GmbH)
core    also without its place (北京, （深圳）, HK) and 集团
======  ==============================================================

杭州云启科技有限公司 and 上海云启科技有限公司 share a core, yet are two firms: cores
only agree where their places do, or one has none.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from domain.matching.regions import NOWHERE, leading, place_in
from domain.matching.text import fold

#: Legal forms at the end of a Chinese name, longest first, and what of them stays: a
#: group and its firm are two, so only the core leaves 集团 out.
_FORMS: Final = (
    ("股份有限责任公司", ""),
    ("集团公司", "集团"),
    ("股份有限公司", ""),
    ("有限责任公司", ""),
    ("有限公司", ""),
    ("股份公司", ""),
    ("总公司", ""),
    ("公司", ""),
)
_LATIN: Final = """
CO LTD LIMITED COMPANY INC INCORPORATED CORP CORPORATION LLC LLP LP PLC GMBH AG KG OHG UG SE SA SAS
SARL SRL SPA SL BV NV VOF AS ASA AB OY OYJ APS PTY PTE BHD SDN KK OU JSC OOO ZAO DOO SRO KFT ZOO SP
MBH EK
"""
_LATIN_FORMS: Final = frozenset(_LATIN.split())
#: Pieces of forms that only count beside another: S.A., S.p.A., B.V.
_LETTERS: Final = frozenset("SARLPBVNKGU")
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WORDS: Final = re.compile(r"[A-Z0-9]+")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_BRANCHES: Final = ("分公司", "支公司", "分厂", "分店", "办事处", "营业部", "门市部", "经营部")
_BRANCH: Final = re.compile(
    rf"(.{{4,}}?(?:公司|集团))(?:(?!公司).){{1,12}}?(?:{'|'.join(_BRANCHES)})"
)
_DROPPED: Final = {ord(c): None for c in " ()[]<>·•・.,'\"-_/&、，。:;*#`’‘“”《》"}
_GROUP_WORDS: Final = frozenset({"集团", "控股", "总公司", "总部"})


class NameKeys(NamedTuple):
    """The forms of one name; ``parent`` is the full form of the firm a branch belongs to.

    ``complete`` tells that the name ends as names end (with its legal form): nothing
    of it was cut off.
    """

    full: str
    plain: str
    core: str
    places: frozenset[str]
    parent: str
    complete: bool


def full_key(name: str) -> str:
    """Return the strictest form: ``澄岚电子(深圳)有限公司`` is 澄岚电子深圳有限公司."""
    return _folded(name).translate(_DROPPED)


def _folded(name: str) -> str:
    folded = fold(name)
    if folded.isascii() or _CHINESE.search(folded):
        return folded
    split = unicodedata.normalize("NFD", folded.replace("ß", "SS")).upper()
    return "".join(c for c in split if not unicodedata.combining(c))


def name_keys(name: str) -> NameKeys:
    """Return all forms of a name."""
    folded = _folded(name)
    full = folded.translate(_DROPPED)
    if folded.isascii() or not _CHINESE.search(full):
        return _latin(folded, full)
    plain, form = _without_form(full)
    core, inside, parent = plain, NOWHERE, ""
    if full.endswith(_BRANCHES) and (branch := _BRANCH.fullmatch(full)):
        parent, plain = branch[1], full
        core = _without_form(parent)[0]
    elif "(" in folded:
        kept, inside = _brackets(folded)
        core = _without_form(kept.translate(_DROPPED))[0]
    start, before = leading(core)
    core = core[start:].removesuffix("集团")
    return NameKeys(full, plain, core, before | inside, parent, bool(form))


def _brackets(name: str) -> tuple[str, frozenset[str]]:
    """Return a name without brackets that hold a place or 集团, and the places in them."""
    inside = NOWHERE
    for match in _BRACKETS.finditer(name):
        inside |= place_in(match[1].strip())
    return _BRACKETS.sub(_without_place, name), inside


def _without_place(match: re.Match[str]) -> str:
    text = match[1].strip()
    return "" if place_in(text) or text in _GROUP_WORDS else match[0]


def _without_form(full: str) -> tuple[str, str]:
    if full.endswith("公司"):
        for form, kept in _FORMS:
            if full.endswith(form) and len(full) > len(form) + 1:
                return full[: -len(form)] + kept, form
    return full, ""


def _latin(upper: str, full: str) -> NameKeys:
    words = _WORDS.findall(upper.replace("&", " AND "))
    kept = _strip_forms(words)
    there = frozenset(word for word in kept[1:] if place_in(word))
    core = [word for word in kept if word not in there and word != "THE"]
    complete = len(kept) < len(words)
    return NameKeys(full, "".join(kept), "".join(core) or full, there, "", complete)


def _strip_forms(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and (words[end - 1] in _LATIN_FORMS or _is_letter(words, end)):
        end -= 1
    return words[:end]


def _is_letter(words: list[str], end: int) -> bool:
    """Return whether the last word is a letter of a form in points, as in S.p.A."""
    beside = words[end - 2] if end > 1 else ""
    apart = end < len(words) and len(words[end]) == 1
    return words[end - 1] in _LETTERS and (apart or beside in _LETTERS)


def spoken(name: str, keys: NameKeys) -> str:
    """Return what of a name people write in a text: its core, Latin words apart.

    Empty where it is too short to tell a firm: below four Chinese characters, or one
    Latin word of fewer than eight letters.
    """
    if not keys.core.isascii():
        return keys.core if len(keys.core) >= 4 else ""
    words = _strip_forms(_WORDS.findall(_folded(name)))
    told = " ".join(word for word in words if not place_in(word))
    return told if len(told) >= (8 if " " not in told else 6) else ""
