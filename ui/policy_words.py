"""The parameters of the policy in words, for the window, the manual and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from domain.credit import figure, ratios
from domain.fields import Pair, day, pick
from domain.money import grouped
from domain.policies.catalogue import CODES, ENTRIES, SECTIONS, Unit
from domain.policies.shape import Block, Cell, Difference
from domain.policies.version import Version, VersionState
from ui import assessment_words

#: From so many days on a step is the last: it takes all that is left.
ALL: Final = 99_999
_YES: Final[Pair] = ("是", "yes")
_NO: Final[Pair] = ("否", "no")
_EVERY: Final[Pair] = ("以上全部", "all above")
_OWN: Final[Pair] = ("一般规定", "In general")
_AFTER: Final[dict[Unit, Pair]] = {
    Unit.SHARE: ("%", "%"),
    Unit.PERCENT: ("%", "%"),
    Unit.DAYS: ("天", "days"),
    Unit.MONTHS: ("个月", "months"),
    Unit.POINTS: ("分", "points"),
    Unit.TIMES: ("倍", "times"),
}
#: Why a draft is not approved, and what to do.
_REFUSED: Final[dict[str, Pair]] = {
    "person": (
        "起草人不能批准自己的草案。请由另一人在状态栏切换操作员后批准。",
        "who drafted it does not approve it. Let somebody else at the desk approve.",
    ),
    "past": (
        "生效日期 {on} 已过。请把草案的执行日期改为今天或以后。",
        "{on} is over. Let the draft take effect today or later.",
    ),
    "stale": (
        "“{section}”在起草之后已另行修订。请核对现行规定，重新起草该部分。",
        "“{section}” was changed since the draft was begun. Draft that section anew.",
    ),
    "same": ("草案与原版本没有差异。", "it says the same as the version it was begun from."),
    "reason": ("请填写修订理由。", "say why it is changed."),
}
#: Yardsticks are kept as the ratio is: a share told in per cent, days, or a plain ratio.
_RATIOS: Final[dict[figure.Unit, Unit]] = {
    figure.Unit.SHARE: Unit.SHARE,
    figure.Unit.DAYS: Unit.DAYS,
}
_STATES: Final[dict[VersionState, Pair]] = {
    VersionState.PAST: ("已失效", "past"),
    VersionState.IN_FORCE: ("执行中", "in force"),
    VersionState.COMING: ("待生效", "coming"),
}
_SHIPPED: Final[Pair] = ("程序默认", "as shipped")
_ABSENT: Final[Pair] = ("无此行", "no such line")


def section(name: str, language: str) -> str:
    """Return the name of a section."""
    return pick(SECTIONS.get(name, (name, name)), language)


def entry(name: str, language: str) -> str:
    """Return what a parameter or table is called; "" is the general part of a section."""
    if not name:
        return pick(_OWN, language)
    found = ENTRIES.get(name)
    return pick(found.words, language) if found is not None else name.rpartition(".")[2]


def unit(name: str, language: str) -> str:
    """Return the unit of a parameter, "" for none."""
    found = ENTRIES.get(name)
    return after(found.unit, language) if found is not None else ""


def header(name: str, language: str) -> str:
    """Return the heading of a column: what it is and its unit."""
    told, behind = entry(name, language), unit(name, language)
    if not behind:
        return told
    return f"{told}（{behind}）" if language == "zh" else f"{told}, {behind}"


def code(told: str, language: str) -> str:
    """Return a code of a list in words."""
    if told in CODES:
        return pick(CODES[told], language)
    return assessment_words.code(told, language)


def code_of(told: str, language: str) -> str:
    """Return the code of a word as :func:`code` says it; what is none stays as it is."""
    found = (key for key, pair in CODES.items() if told == pick(pair, language))
    return next(found, told)


def every(language: str) -> str:
    """Return what the last step of a table says instead of a number of days."""
    return pick(_EVERY, language)


def after(of: Unit, language: str) -> str:
    """Return what stands behind a number of a unit."""
    return pick(_AFTER[of], language) if of in _AFTER else ""


def line(block: Block, key: str, language: str) -> str:
    """Return what a line of a table is called: a parameter, a grade, a step by its number."""
    if not block.entry:
        return entry(f"{block.lines[0].cells[0].entry.partition('.')[0]}.{key}", language)
    return _key(key, language)


def _key(key: str, language: str) -> str:
    if key.isdigit():
        return f"第 {key} 档" if language == "zh" else f"Step {key}"
    if key == "":
        return "未评级" if language == "zh" else "Not rated"
    found = code(key, language)
    return key.upper() if found == key and len(key) <= 3 else found


def unit_of(cell: Cell) -> Unit:
    """Return the unit of a cell: of a yardstick that of its ratio, else its column's."""
    if cell.entry.startswith("Bound."):
        return _RATIOS.get(ratios.unit_of(cell.line), Unit.NONE)
    found = ENTRIES.get(cell.entry)
    return found.unit if found is not None else Unit.NONE


def value(cell: Cell, language: str, base: str = "", *, bare: bool = False) -> str:
    """Return what a cell says; ``bare`` leaves the unit out, where a heading has it.

    Worked: a share of 0.125 is "12.5 %", 5,000,000 minor units "50,000.00 CNY", None what
    nothing means there ("不设").
    """
    found, of = ENTRIES.get(cell.entry), unit_of(cell)
    if cell.value is None or cell.value == "":
        return pick(found.none, language) if found is not None else "—"
    if isinstance(cell.value, tuple):
        comma = "、" if language == "zh" else ", "
        told = comma.join(_single(one, of, language, base) for one in cell.value) or "—"
    else:
        told = _single(cell.value, of, language, base)
    behind = after(of, language) if parts_of_number(cell.value) else ""
    if not behind or told == every(language) or (bare and found is not None and found.unit is of):
        return told
    return f"{told} {behind}"


def parts_of_number(told: Any) -> bool:
    """Whether a value is a number, or several of them."""
    values = told if isinstance(told, tuple) else (told,)
    return bool(values) and all(
        isinstance(one, int | Decimal) and not isinstance(one, bool) for one in values
    )


def _single(told: Any, of: Unit, language: str, base: str) -> str:
    if isinstance(told, bool):
        return pick(_YES if told else _NO, language)
    if isinstance(told, Enum):
        return code(str(told.value), language)
    if isinstance(told, str):
        return code(told, language)
    if of is Unit.MONEY:
        return f"{grouped(told, base or 'CNY')} {base}".strip()
    if of is Unit.DAYS and told >= ALL:
        return pick(_EVERY, language)
    return plain(told * 100 if of is Unit.SHARE else told)


def plain(number: int | Decimal) -> str:
    """Return a number as it is typed: 12.5, 50,000, never 1E+1."""
    if isinstance(number, int):
        return f"{number:,}"
    told = f"{number:f}"
    whole, mark, rest = told.partition(".")
    rest = rest.rstrip("0")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{mark}{rest}" if rest else f"{sign}{int(digits):,}"


def difference(one: Difference, language: str, base: str) -> tuple[str, str, str, str]:
    """Return a difference: section, which parameter, before, after."""
    which = [entry(one.block, language)] if one.block else []
    if one.block:
        which.append(_key(one.line, language))
    if not _is_only(one):
        which.append(entry(one.entry, language))
    told = [
        pick(_ABSENT, language) if cell is None else value(cell, language, base)
        for cell in (one.before, one.after)
    ]
    return section(one.section, language), " · ".join(which), told[0], told[1]


def _is_only(one: Difference) -> bool:
    """Whether a table by key has one column only, that needs no name."""
    return one.entry == f"{one.block}.0" and f"{one.block}.1" not in ENTRIES


def error_facts(facts: Mapping[str, object], language: str) -> dict[str, str]:
    """Return what an error about the policy or an assessment names, in words."""
    told = {key: _key(str(facts[key]), language) for key in ("row", "indicator") if facts.get(key)}
    field = str(facts.get("field", ""))
    if field in ENTRIES:
        told["field"] = entry(field, language)
    if "section" in facts:
        told["section"] = section(str(facts["section"]), language)
    if "rule" in facts:
        said = pick(_REFUSED.get(str(facts["rule"]), ("", "")), language)
        told["rule"] = said.format(**{"who": "", "on": "", "section": "", **facts, **told})
    return told


def state(found: VersionState, language: str) -> str:
    """Return how a version stands."""
    return pick(_STATES[found], language)


def version(found: Version, language: str) -> str:
    """Return what a version is called: V3 · 2026-10-01, or "as shipped"."""
    if found.from_on is None:
        return f"V0 · {pick(_SHIPPED, language)}"
    return f"V{found.number} · {day(found.from_on, language)}"
