"""The kinds of records that make up a credit file, in the order in which it is read."""

from __future__ import annotations

from typing import Any, Final

from domain.credit.file.contacts import ACCOUNT, CONTACT
from domain.credit.file.contract import CONTRACT
from domain.credit.file.credit_report import REPORT
from domain.credit.file.negative_event import EVENT
from domain.credit.file.registry import REGISTRY
from domain.credit.file.security import SECURITY
from domain.credit.file.site_visit import VISIT
from domain.credit.file.size_class import SIZE
from domain.fields import RecordForm

FORMS: Final[tuple[RecordForm[Any], ...]] = (
    REGISTRY,
    SIZE,
    REPORT,
    VISIT,
    CONTRACT,
    SECURITY,
    EVENT,
    ACCOUNT,
    CONTACT,
)


def form_of(kind: str) -> RecordForm[Any]:
    """Return the description of a kind by its name."""
    return next(one for one in FORMS if kind == one.kind.KIND)
