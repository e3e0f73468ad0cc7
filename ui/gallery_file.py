"""The reports of credit files: the file itself, the visit form, what runs out, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from domain.credit.file.completeness import ITEM_WORDS
from domain.credit.file.expiry import DUE_WORDS
from domain.credit.file.paper import CreditFilePaper, VisitPaper
from domain.errors import CustomerNeeded
from domain.fields import pick
from domain.ports import BookReader
from domain.services import credit_file
from domain.sheets import Cell, Sheet
from ui.gallery_sheets import name, sheet

#: What a report is asked for: customer, date, who makes it.
Asked = tuple[int | None, date, str]
Build = Callable[[BookReader, Asked, str], Any]

_EXPIRY: Final = "code name file_what file_which ends_on days_left"
_GAPS: Final = "code name complete missing outdated"


def _paper(reader: BookReader, asked: Asked, language: str) -> CreditFilePaper:
    customer_id, day, maker = asked
    if customer_id is None:
        raise CustomerNeeded
    return credit_file.paper(reader, customer_id, day, language, maker=maker)


def _visit(reader: BookReader, asked: Asked, language: str) -> VisitPaper:
    customer_id, day, _maker = asked
    return credit_file.visit(reader, customer_id, day, language)


def _expiry(reader: BookReader, asked: Asked, language: str) -> Sheet:
    _customer, day, _maker = asked
    rows: list[Sequence[Cell]] = [
        (
            one.customer.code,
            name(one.customer, language),
            pick(DUE_WORDS[one.expiry.what], language),
            pick(one.expiry.named, language),
            one.expiry.on,
            one.expiry.days_left,
        )
        for one in credit_file.expiring(reader, day)
    ]
    titles = ("证照与财务到期表", "Documents and accounts")
    return sheet(reader, titles, _EXPIRY, rows, language, day)


def _gaps(reader: BookReader, asked: Asked, language: str) -> Sheet:
    _customer, day, _maker = asked
    mark = "、" if language == "zh" else ", "
    rows: list[Sequence[Cell]] = [
        (
            one.customer.code,
            name(one.customer, language),
            one.completeness.percent,
            mark.join(pick(ITEM_WORDS[item], language) for item in one.completeness.missing),
            mark.join(pick(ITEM_WORDS[item], language) for item in one.completeness.old),
        )
        for one in credit_file.incomplete(reader, day)
    ]
    titles = ("信用档案缺项表", "Gaps in credit files")
    notes = ("有信用额度而档案不全的客户", "customers with a credit limit and gaps in their files")
    return sheet(reader, titles, _GAPS, rows, language, day, notes=notes)


#: Report → how it is built.
BUILDS: Final[dict[str, Build]] = {
    "credit-file": _paper,
    "site-visit": _visit,
    "file-expiry": _expiry,
    "file-gaps": _gaps,
}
