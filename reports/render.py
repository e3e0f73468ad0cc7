"""From finished values to PDF bytes: the door of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from domain.credit.file.paper import CreditFilePaper, VisitPaper
from domain.credit.limit_papers import ApprovalForm
from domain.forms import FormPaper
from domain.papers import (
    AgeingReport,
    DunningLetter,
    LetterPaper,
    ReceiptNote,
    StatementOfAccount,
)
from domain.recovery.paper import HandOverPaper
from reports import (
    ageing,
    approval_form,
    credit_file,
    dunning_letter,
    form,
    hand_over,
    letter,
    receipt_note,
    site_visit,
    statement,
)
from reports.code import check_code, strings
from reports.fonts import require
from reports.page import File
from reports.stock import letter_key, prepared
from reports.texts import text

Value = (
    StatementOfAccount
    | DunningLetter
    | ReceiptNote
    | AgeingReport
    | FormPaper
    | ApprovalForm
    | CreditFilePaper
    | VisitPaper
    | LetterPaper
    | HandOverPaper
)

#: What draws each kind of paper.
_DRAW: Final[dict[type, Callable[[File, Any, str], None]]] = {
    StatementOfAccount: statement.draw,
    DunningLetter: dunning_letter.draw,
    ReceiptNote: receipt_note.draw,
    LetterPaper: letter.draw,
    ApprovalForm: approval_form.draw,
    AgeingReport: ageing.draw,
    FormPaper: form.draw,
    CreditFilePaper: credit_file.draw,
    VisitPaper: site_visit.draw,
    HandOverPaper: hand_over.draw,
}
#: Papers called by the catalogue; the others carry their title.
_TITLES: Final[dict[type, str]] = {
    StatementOfAccount: "statement_title",
    ReceiptNote: "receipt_title",
    ApprovalForm: "approval_title",
    CreditFilePaper: "file_title",
    VisitPaper: "visit_title",
    HandOverPaper: "hand_over_title",
    AgeingReport: "ageing_title",
}


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
    key = letter_key(first) if isinstance(first, DunningLetter | LetterPaper) else ""
    kind: Any = type(first)
    file = File(prepared(kind, first.language, key))
    for value, texts in ready:
        _draw(file, value, check_code(texts))
    return file.pdf(title=_title(first), author=first.company.name, language=first.language)


def _draw(file: File, value: Value, check: str) -> None:
    _DRAW[type(value)](file, value, check)


def _title(value: Any) -> str:
    """Return the title a viewer shows: what it is, and its number or whose it is."""
    key = _TITLES.get(type(value), "")
    named = text(value.language, key) if key else value.title
    if isinstance(value, CreditFilePaper | VisitPaper):
        return f"{named} {value.customer.code}".strip()
    return f"{named} {getattr(value, 'number', '')}".strip()
