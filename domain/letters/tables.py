"""Tables of letters other than open items: typed by hand, a line to a row, or made of facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.letters.words import figures, long_date
from domain.money import Money
from domain.papers import LetterColumn, LetterTable

#: Columns by table: Chinese, English, whether it holds figures.
COLUMNS: Final[Mapping[str, tuple[tuple[str, str, bool], ...]]] = {
    "plan": (
        ("期数", "No.", False),
        ("到期日", "Due", False),
        ("本金", "Principal", True),
        ("利息", "Interest", True),
        ("合计", "Total", True),
        ("剩余本金", "Principal left", True),
    ),
    "orders": (
        ("订单号", "Order", False),
        ("货物", "Goods", False),
        ("数量", "Quantity", True),
        ("金额", "Amount", True),
    ),
    "evidence": (
        ("序号", "No.", False),
        ("证据名称", "Document", False),
        ("来源", "Source", False),
        ("页码", "Pages", False),
        ("证明内容", "What it proves", False),
    ),
    "settled": (
        ("序号", "No.", False),
        ("单据号码", "Document", False),
        ("开票日期", "Issued", False),
        ("到期日", "Due", False),
        ("金额", "Amount", True),
        ("本次金额", "Amount here", True),
        ("余额", "Left", True),
    ),
    "balances": (
        ("截止日期", "As of", False),
        ("贵公司欠", "You owe us", True),
        ("欠贵公司", "We owe you", True),
        ("备注", "Remarks", False),
    ),
}


def headers(name: str, language: str) -> tuple[str, ...]:
    """Return the headers of a table."""
    return tuple(zh if language == "zh" else en for zh, en, _ in COLUMNS[name])


def typed_table(name: str, text: str, language: str) -> LetterTable | None:
    """Return a table from lines with cells between "|" or tabs; None where nothing is typed.

    Cells that are missing stay empty, what is too much joins the last.
    """
    wide = len(COLUMNS[name])
    rows = [
        _cells(line.replace("\t", "|").split("|"), wide)
        for line in text.splitlines()
        if line.strip()
    ]
    return made_table(name, tuple(rows), language) if rows else None


def _cells(parts: list[str], wide: int) -> tuple[str, ...]:
    kept = [part.strip() for part in parts[: wide - 1]]
    last = " ".join(part.strip() for part in parts[wide - 1 :])
    return (*kept, *[""] * (wide - 1 - len(kept)), last)


def balances_table(values: Mapping[str, object], language: str) -> LetterTable:
    """Return the table of a confirmation of balances from its facts; nothing owed is a dash."""
    on = values.get("cut_off")
    owed = [values.get(name) for name in ("owed_to_us", "owed_by_us")]
    shown = (
        figures(one, language) if isinstance(one, Money) and one.minor else "—" for one in owed
    )
    day = long_date(on, language) if isinstance(on, date) else ""
    return made_table("balances", ((day, *shown, ""),), language)


def made_table(
    name: str,
    rows: tuple[tuple[str, ...], ...],
    language: str,
    *,
    sums: tuple[str, ...] = (),
    caption: str = "",
    note: str = "",
) -> LetterTable:
    """Return a table of :data:`COLUMNS` with rows made of facts."""
    marks = [right for _, _, right in COLUMNS[name]]
    return LetterTable(
        columns=tuple(
            LetterColumn(title=title, figures=right)
            for title, right in zip(headers(name, language), marks, strict=True)
        ),
        rows=rows,
        sums=sums,
        caption=caption,
        note=note,
    )
