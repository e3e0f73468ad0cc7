"""From finished values to PDF bytes: the door of this package."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from domain.credit.limit_papers import ApprovalForm, LimitNotice
from domain.forms import FormPaper
from domain.papers import AgeingReport, DunningLetter, Notice, ReceiptNote, StatementOfAccount
from reports import (
    ageing,
    approval_form,
    dunning_letter,
    form,
    limit_notice,
    notice,
    receipt_note,
    statement,
)
from reports.code import check_code, strings
from reports.fonts import require
from reports.page import File
from reports.stock import prepared
from reports.texts import text

Value = (
    StatementOfAccount
    | DunningLetter
    | ReceiptNote
    | AgeingReport
    | Notice
    | FormPaper
    | LimitNotice
    | ApprovalForm
)


def pdf(value: Value) -> bytes:
    """Return one paper as a PDF file.

    Raises:
        GlyphMissing: the value holds characters that no font has.
    """
    return pdf_batch([value])


def pdf_batch(values: Iterable[Value]) -> bytes:
    """Return several papers as one PDF file, each with its own page numbers.

    Raises:
        GlyphMissing: a value holds characters that no font has; nothing is drawn.
        ValueError: there are no values.
    """
    ready = [(value, list(strings(value))) for value in values]
    if not ready:
        raise ValueError("no papers")
    for _, texts in ready:
        require(texts)
    first = ready[0][0]
    level = first.level if isinstance(first, DunningLetter) else 0
    kind: Any = type(first)
    file = File(prepared(kind, first.language, level))
    for value, texts in ready:
        _draw(file, value, check_code(texts))
    return file.pdf(title=_title(first), author=first.company.name, language=first.language)


def _draw(file: File, value: Value, check: str) -> None:
    match value:
        case StatementOfAccount():
            statement.draw(file, value, check)
        case DunningLetter():
            dunning_letter.draw(file, value, check)
        case ReceiptNote():
            receipt_note.draw(file, value, check)
        case Notice():
            notice.draw(file, value, check)
        case LimitNotice():
            limit_notice.draw(file, value, check)
        case ApprovalForm():
            approval_form.draw(file, value, check)
        case AgeingReport():
            ageing.draw(file, value, check)
        case FormPaper():
            form.draw(file, value, check)


def _title(value: Value) -> str:
    """Return the title a viewer shows: what it is and its number."""
    match value:
        case StatementOfAccount():
            return f"{text(value.language, 'statement_title')} {value.number}"
        case DunningLetter() | Notice() | LimitNotice():
            return f"{value.title} {value.number}"
        case ReceiptNote():
            return f"{text(value.language, 'receipt_title')} {value.number}"
        case FormPaper():
            return value.title
        case ApprovalForm():
            return f"{text(value.language, 'approval_title')} {value.number}"
    return text(value.language, "ageing_title")
