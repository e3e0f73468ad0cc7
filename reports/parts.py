"""Parts that several papers share: seal space, bank details, cut line, boxes, ageing strip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.customer import Company
from domain.papers import Strip
from reports.base import LEADING, LEFT, RIGHT, WIDTH, Paper, firm, spread
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import A4, MM, Page
from reports.tables import MIDDLE, Column, Table
from reports.texts import bucket, dashed, long_date, text

#: Side of the space left for a seal, and the length of its corner ticks.
SEAL: Final = 50 * MM
_TICK: Final = 3 * MM
_BANK_SIZE: Final = 9.5
_BANK_PITCH: Final = 15.0
_STRIP_HEIGHT: Final = 4.8 * MM
#: Scissors in a grid of 10 by 10, pointing right, drawn as strokes.
_SCISSORS: Final = (
    "0.9 w 1 J 10 1.6 m 3.4 6.6 l 10 8.4 m 3.4 3.4 l",
    "3.6 7.8 m 3.6 8.7 2.9 9.4 2 9.4 c 1.1 9.4 0.4 8.7 0.4 7.8 c",
    "0.4 6.9 1.1 6.2 2 6.2 c 2.9 6.2 3.6 6.9 3.6 7.8 c",
    "3.6 2.2 m 3.6 3.1 2.9 3.8 2 3.8 c 1.1 3.8 0.4 3.1 0.4 2.2 c",
    "0.4 1.3 1.1 0.6 2 0.6 c 2.9 0.6 3.6 1.3 3.6 2.2 c",
)


def seal(
    page: Page, y: float, lines: Sequence[str], language: str, *, right: float = RIGHT
) -> None:
    """Draw the space for a seal, by default at the right margin: four ticks, words centred."""
    left, bottom = right - SEAL, y + SEAL
    for x, inwards in ((left, _TICK), (right, -_TICK)):
        for edge, down in ((y, _TICK), (bottom, -_TICK)):
            page.line(x, edge, x + inwards, edge, 0.4, grey=0.6)
            page.line(x, edge, x, edge + down, 0.4, grey=0.6)
    size = 10.5 if language == "zh" else 9.5
    words = [part for line in lines for part in break_lines(line, SEAL - 12, size)]
    first = y + SEAL / 2 - (len(words) - 1) * LEADING / 2 + size * 0.36
    for number, line in enumerate(words):
        page.centre((left + right) / 2, first + number * LEADING, line, size)


def bank_rows(company: Company, language: str) -> list[tuple[str, str]]:
    """Return the labelled lines of the firm's account, as far as known."""
    gap = "　" if language == "zh" else "  "
    reach = gap.join(filter(None, (company.contact, company.phone, company.email)))
    rows = (
        ("account_name", company.name if language == "zh" else firm(company, language)),
        ("bank", company.bank),
        ("account", company.bank_account),
        ("bank_code", company.bank_code),
        ("contact", reach),
    )
    return [(text(language, key), value) for key, value in rows if value]


def labelled(
    paper: Paper, y: float, rows: Sequence[tuple[str, str]], width: float, title: str = ""
) -> float:
    """Draw labelled lines, the labels spread to four characters; return the lower edge."""
    size, page = _BANK_SIZE, paper.page
    labels = 4 * size
    if paper.language == "en":
        labels = max((measure(label, size) for label, _ in rows), default=0.0)
    if title:
        page.text(LEFT, y + 10, title, size, bold=True)
        y += _BANK_PITCH
    for label, value in rows:
        for shift, part in spread(label, labels, size):
            page.text(LEFT + shift, y + 10, part, size)
        for line in break_lines(value, width - labels - size, size):
            page.text(LEFT + labels + size, y + 10, line, size)
            y += _BANK_PITCH
    return y


def bank_and_seal(
    paper: Paper, dated_on: date, extra: Sequence[tuple[str, str]] = (), *, keep: float = 0.0
) -> None:
    """Add the bank details with the seal space beside them; they stay together."""
    company, language = paper.head.company, paper.language
    paper.need(SEAL + 3 * MM + keep)
    top = paper.y + 3 * MM
    words = (firm(company, language), text(language, "seal"), long_date(dated_on, language))
    seal(paper.page, top, words, language)
    rows = [*bank_rows(company, language), *extra]
    lower = labelled(paper, top + 4 * MM, rows, WIDTH - SEAL - 6 * MM, text(language, "bank_title"))
    paper.y = max(top + SEAL, lower)


def cut_line(page: Page, y: float, words: str) -> None:
    """Draw a dashed line from edge to edge with scissors at the left and its words centred."""
    edge, right = 8 * MM, A4[0] - 8 * MM
    width = measure(words, 8)
    middle = (LEFT + RIGHT) / 2
    page.curves(edge + 5 * MM, y + 2.1 * MM, 0.42 * MM, _SCISSORS)
    page.dashed(edge, edge + 4 * MM, y)
    page.dashed(edge + 11 * MM, middle - width / 2 - 3 * MM, y)
    page.dashed(middle + width / 2 + 3 * MM, right, y)
    page.centre(middle, y + 2.9, words, 8)


def addressed(page: Page, baseline: float, words: str) -> None:
    """Draw whom a slip goes to on one line, smaller where the name is long."""
    size = min(9.5, 9.5 * WIDTH / measure(words, 9.5))
    page.text(LEFT, baseline, words, size)


def slip_head(
    paper: Paper, company: Company, number: str, top: float, lines: tuple[float, float] = (8, 13)
) -> None:
    """Draw the title of a reply slip, its number and whom it goes to; ``lines`` in mm below."""
    page, language = paper.page, paper.language
    words = text(language, "reply")
    page.spoken(words)
    gap = 14.0 if language == "zh" else 0.5
    page.centre((LEFT + RIGHT) / 2, top + lines[0] * MM, words, 14, bold=True, gap=gap)
    page.spoken("")
    page.right(RIGHT, top + lines[0] * MM, number, 9)
    addressed(page, top + lines[1] * MM, text(language, "to", company=firm(company, language)))


def tick_box(page: Page, x: float, baseline: float) -> None:
    """Draw an empty box to be ticked."""
    page.box(x, baseline - 8.6, 9.6, 9.6, 0.6)


def blank(page: Page, x: float, baseline: float, width: float) -> float:
    """Draw a line to write on and return where it ends."""
    page.rule(x, x + width, baseline + 2.4, 0.5)
    return x + width


def strip(paper: Paper, amounts: Strip, unapplied: int, total: int, currency: str) -> None:
    """Add the ageing strip and its figures: hatching grows denser with age."""
    language = paper.language
    owed = sum(part for part in amounts.amounts if part > 0)
    paper.page.box(LEFT, paper.y, WIDTH, _STRIP_HEIGHT, 0.25 * MM)
    if owed:
        _fill_strip(paper, amounts, owed)
    paper.y += _STRIP_HEIGHT
    shown = [
        (bucket(key, language), dashed(part, currency))
        for key, part in zip(amounts.keys, amounts.amounts, strict=True)
        if part or key != "no_due_date"
    ]
    if unapplied:
        shown.append((text(language, "unapplied"), dashed(-unapplied, currency)))
    shown.append((text(language, "total"), dashed(total, currency)))
    columns = [Column(label, "right") for label, _ in shown]
    table = Table(columns, [tuple(value for _, value in shown)], bold_column=len(shown) - 1)
    table.draw(paper, LEFT, WIDTH)


def _fill_strip(paper: Paper, amounts: Strip, owed: int) -> None:
    """Draw one field per bucket, as wide as its share; labels on white where they fit."""
    page, y, x = paper.page, paper.y, LEFT
    steps = {len(amounts.keys) - 1: 1.6}
    for position, (key, part) in enumerate(zip(amounts.keys, amounts.amounts, strict=True)):
        width = WIDTH * max(part, 0) / owed
        if width < 0.3:
            continue
        if position:
            page.hatch(x, y, width, _STRIP_HEIGHT, steps.get(position, max(1.7, 6.4 - position)))
            page.line(x, y, x, y + _STRIP_HEIGHT, 0.6)
        share = f"{100 * part / owed:.1f} %"
        name = bucket(key, paper.language, "strip")
        label = f"{name} {share}"
        if measure(label, 8) + 10 > width:
            label = share
        if measure(label, 8) + 8 <= width:
            if position:
                page.blank(x + 1.2, y + 0.8, measure(label, 8) + 7, _STRIP_HEIGHT - 1.6)
            page.text(x + 4.5, y + _STRIP_HEIGHT / 2 + 2.9, label, 8)
        x += width
    page.box(LEFT, y, WIDTH, _STRIP_HEIGHT, 0.25 * MM)


def answer_lines(paper: Paper, y: float) -> float:
    """Draw the lines for name, telephone and date of who answers; return the lower edge."""
    page, language, size = paper.page, paper.language, 9.5
    x = LEFT
    for key, width in (("handled_by", 36 * MM), ("telephone", 44 * MM)):
        label = text(language, key)
        page.text(x, y + 12, label, size)
        x = blank(page, x + max(measure(label, size), 3 * size) + 5, y + 12, width) + 4 * MM
    y += 7 * MM
    label = text(language, "slip_date")
    for shift, part in spread(label, 3 * size, size):
        page.text(LEFT + shift, y + 12, part, size)
    x = LEFT + max(measure(label, size), 3 * size) + 5
    date_blanks(paper, x, y + 12, size)
    return y + 7 * MM


def date_blanks(paper: Paper, x: float, baseline: float, size: float) -> float:
    """Draw ____年__月__日, or one line in English; return where it ends."""
    page = paper.page
    if paper.language == "en":
        return blank(page, x, baseline, 36 * MM)
    for key, width in (("year", 15 * MM), ("month", 9 * MM), ("day", 9 * MM)):
        x = blank(page, x, baseline, width) + 3
        word = text("zh", key)
        page.text(x, baseline, word, size)
        x += measure(word, size) + 3
    return x


def difference_grid(paper: Paper, headers: Sequence[str], width: float, rows: int = 2) -> None:
    """Draw an empty ruled table to be filled in by hand."""
    page, y = paper.page, paper.y
    shares = (0.34, 0.2, 0.2, 0.26)
    height = 6.3 * MM
    page.box(LEFT, y, width, height * rows + 5.4 * MM, MIDDLE)
    x = LEFT
    for header, share in zip(headers, shares, strict=True):
        page.centre(x + width * share / 2, y + 10.8, header, 8.5, bold=True)
        if x > LEFT:
            page.line(x, y, x, y + 5.4 * MM + height * rows, MIDDLE)
        x += width * share
    for row in range(rows):
        page.rule(LEFT, LEFT + width, y + 5.4 * MM + height * row, MIDDLE)
    paper.y = y + 5.4 * MM + height * rows
