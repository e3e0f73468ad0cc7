"""Letters and statements as PDF, beside the bare canvas drawing the same text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pdfplumber
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.measure import Measure, in_turns, rated
from domain.capital import capital
from domain.letters.dunning import compose_text
from domain.papers import (
    Addressee,
    DunningLetter,
    DunningLine,
    StatementLine,
    StatementOfAccount,
    Strip,
)
from domain.sample import COMPANY
from reports.render import pdf, pdf_batch
from storage.templates import TEMPLATES

#: Letters drawn in a round, and lines of the long statement.
LETTERS: Final = 100
LINES: Final = 1000
_FONTS: Final = Path(__file__).resolve().parents[1] / "resources" / "fonts"
_ON: Final = date(2026, 11, 20)


def measures(size: int) -> Iterator[Measure]:
    """Measure letters each in a file of its own, letters in one file, and a long statement."""
    letters = [_letter(n) for n in range(LETTERS)]
    pages = _drawn(pdf(letters[0]))
    _register(pages)
    each = in_turns(lambda: [pdf(letter) for letter in letters], _each(pages), rounds=3)
    note = f"{LETTERS} letters of {len(pages)} page(s)"
    yield rated("letters", each, LETTERS, unit="/s", size=size, goal=3, limit=0.7, note=note)
    batch = in_turns(lambda: pdf_batch(letters), _batch(pages, LETTERS), rounds=3)
    yield rated("batch", batch, LETTERS, unit="/s", size=size, goal=1, limit=0.7, note=note)
    statement = _statement()
    pages = _drawn(pdf(statement))
    _register(pages)
    long = in_turns(lambda: pdf(statement), _batch(pages, 1), rounds=3)
    note = f"one statement of {LINES:,} lines, pages per second"
    yield rated("statement", long, len(pages), unit="/s", size=size, goal=1, limit=0.7, note=note)


# The floor draws what our own page shows, word by word and line by line at the same
# places and in the same fonts, on reportlab's canvas: no layout, no breaking of lines,
# no choice of fonts. The canvas embeds a font subset of its own into every file.


@dataclass(frozen=True, slots=True)
class _Page:
    words: tuple[tuple[float, float, str, float, str], ...]
    lines: tuple[tuple[float, float, float, float], ...]


def _drawn(data: bytes) -> list[_Page]:
    """Return what stands on the pages of a PDF."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        return [_page(page) for page in file.pages]


def _page(page: Any) -> _Page:
    height = float(page.height)
    words = page.extract_words(keep_blank_chars=True, extra_attrs=["fontname", "size"])
    return _Page(
        tuple(
            (word["x0"], height - word["bottom"], word["fontname"].split("+")[-1],
             round(word["size"], 2), word["text"])
            for word in words
        ),
        tuple(
            (one["x0"], height - one["top"], one["x1"], height - one["bottom"])
            for one in (*page.lines, *page.rects)
        ),
    )  # fmt: skip


def _register(pages: Sequence[_Page]) -> None:
    """Let the canvas know the fonts; once per process, and not part of the time."""
    for name in {word[2] for page in pages for word in page.words}:
        pdfmetrics.registerFont(TTFont(name, _FONTS / f"{name}.ttf"))


def _draw(canvas: Canvas, page: _Page) -> None:
    for x, y, font, size, text in page.words:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    for line in page.lines:
        canvas.line(*line)
    canvas.showPage()


def _file(pages: Sequence[_Page], copies: int) -> bytes:
    buffer = io.BytesIO()
    # Without this the canvas embeds Helvetica beside the fonts that are used.
    first: Any = pages[0].words[0][2]
    canvas = Canvas(buffer, pagesize=A4, initialFontName=first)
    for _ in range(copies):
        for page in pages:
            _draw(canvas, page)
    canvas.save()
    return buffer.getvalue()


def _each(pages: Sequence[_Page]) -> Callable[[], object]:
    return lambda: [_file(pages, 1) for _ in range(LETTERS)]


def _batch(pages: Sequence[_Page], copies: int) -> Callable[[], object]:
    return lambda: _file(pages, copies)


# What is drawn


def _letter(place: int) -> DunningLetter:
    """Return a first demand of six items, each letter to another customer."""
    name = f"杭州临岸机电设备{place}号有限公司"
    total = 36_625_000 + place
    facts = {
        "company": COMPANY.name,
        "customer": name,
        "as_of": "2026年11月20日",
        "pay_by": "2026年11月30日",
        "count": "6",
        "sum": f"{total / 100:,.2f}",
        "currency": "CNY",
        "capital": capital(total),
        "days": "95",
        "contact": COMPANY.contact,
        "phone": COMPANY.phone,
        "email": COMPANY.email,
    }
    text = TEMPLATES.shipped("dunning_2", "zh")
    title, salutation, opening, closing = compose_text(TEMPLATES, "dunning_2", "zh", facts, text)
    return DunningLetter(
        company=COMPANY,
        customer=_addressee(place, name),
        number=f"沐催字〔2026〕第{place:04d}号",
        language="zh",
        level=2,
        currency="CNY",
        dated_on=_ON,
        as_of=_ON,
        pay_by=_ON + timedelta(days=10),
        title=title,
        salutation=salutation,
        opening=opening,
        closing=closing,
        lines=tuple(_line(n) for n in range(6)),
        principal=total,
        unapplied=0,
        interest=0,
        fees=0,
        total=total,
    )


def _addressee(place: int, name: str) -> Addressee:
    return Addressee(
        code=f"C{place:04d}",
        name=name,
        address=f"浙江省杭州市钱塘区临岸路{place + 1}号",
        postcode="310018",
        contact="李珺",
        country="CN",
    )


def _line(n: int) -> DunningLine:
    return DunningLine(
        number=f"INV-2026-{871 + 63 * n:06d}",
        issued_on=_ON - timedelta(days=125 - 12 * n),
        due_on=_ON - timedelta(days=95 - 12 * n),
        days_overdue=95 - 12 * n,
        amount=6_104_166 + n,
        settled=0,
        disputed=0,
        open=6_104_166 + n,
        level=2,
    )


def _statement() -> StatementOfAccount:
    first = StatementLine(on=date(2025, 12, 31), kind="brought_forward", number="", balance=100)
    lines = [first, *(_movement(n) for n in range(LINES - 1))]
    closing = lines[-1].balance
    debits = sum(line.debit for line in lines)
    receipts = sum(line.credit for line in lines)
    empty = StatementOfAccount(
        company=COMPANY,
        customer=_addressee(1, "杭州临岸机电设备有限公司"),
        number="沐对字〔2026〕第0001号",
        language="zh",
        style="activity",
        currency="CNY",
        from_on=date(2026, 1, 1),
        to_on=date(2026, 10, 31),
        issued_on=_ON,
        reply_by=_ON + timedelta(days=15),
        opening=100,
        debits=debits,
        receipts=receipts,
        credits=0,
        closing=closing,
        overdue=0,
        unapplied=0,
        lines=(),
        ageing=Strip(
            keys=("not_due", "1-30", "31-60", "61-90", "91-180", "181+", "no_due_date"),
            amounts=(closing, 0, 0, 0, 0, 0, 0),
        ),
    )
    return replace(empty, lines=tuple(lines))


def _movement(n: int) -> StatementLine:
    debit, credit = (1_234_567 + 37 * n, 0) if n % 3 else (0, 1_500_000 + 11 * n)
    before = sum(1_234_567 + 37 * k if k % 3 else -1_500_000 - 11 * k for k in range(n))
    return StatementLine(
        on=date(2026, 1, 1) + timedelta(days=n * 300 // LINES),
        kind="invoice" if debit else "receipt",
        number=f"{'INV' if debit else 'RC'}-2026-{n + 1:06d}",
        text="精密轴承套 ZK-20 × 1,200 件" if debit else "货款",
        due_on=date(2026, 2, 1) + timedelta(days=n * 300 // LINES) if debit else None,
        debit=debit,
        credit=credit,
        balance=100 + before + debit - credit,
    )
