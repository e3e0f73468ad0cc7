"""Records: what is known of a customer or the firm besides documents, each with its day.

A site visit, a guarantee, a credit limit, an approval, a promise to pay: each kind is a
frozen dataclass with a ``KIND``, kept as it was said. Two ways of going on:

* *What changes with time is another record.* A limit raised in May is a new limit dated in
  May; the one of January stays true for January.
* *What was wrong is replaced*, and what should not be there is taken back. Neither is
  edited: the earlier one stays in the book and in the history.

What holds on a day (the limit in force, the grade, whether a promise was kept) is derived
by the kind's own rules from the records that stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, Protocol, TypeVar


class Kept(Protocol):
    """A value that can be kept as a record: a frozen dataclass that names its kind."""

    KIND: ClassVar[str]


V = TypeVar("V", bound=Kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[V]):
    """A record as it stands in the book.

    Attributes:
        customer_id: whom it is about; None: the firm itself.
        dated_on: the day it is true from (visited, granted, promised on).
        ends_on: the last day it holds; None: until something else says so.
        item_ids: the open items it concerns; none: all or nothing of them.
        replaces_id: the record it takes the place of because that one was wrong.
        operation_id: the history record that says who kept it and when.
    """

    id: int
    value: V
    customer_id: int | None
    dated_on: date
    ends_on: date | None = None
    item_ids: tuple[int, ...] = ()
    replaces_id: int | None = None
    operation_id: int = 0
    user: str = ""
    kept_at: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the day lies between the record's first and last, both counted."""
        return self.dated_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept inside the book: scan, contract, report.

    ``subject`` names what it belongs to by its address ("record/12", "invoice/7",
    "paper/3", "legal_event/5"), "" for the customer as a whole. ``sha256`` is of the
    content; equal contents are kept once.
    """

    name: str
    customer_id: int | None
    subject: str = ""
    media_type: str = ""
    source: str = ""
    note: str = ""
    dated_on: date
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    """An attachment as a list shows it."""

    id: int
    attachment: Attachment
    user: str = ""
    kept_at: str = ""
