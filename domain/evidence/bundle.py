"""The evidence bundle: its exhibits, how they are numbered, and the list of what is in it.

Exhibits are numbered from 1 in the order of :class:`domain.evidence.proof.Proof`, then by
day. Their pages are numbered through the bundle, cover and contents not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from domain.customer import Company
from domain.evidence.proof import InvoiceProof, Proof
from domain.file_names import safe_name
from domain.papers import Addressee
from domain.sheets import Cell, Sheet, SheetColumn

#: Invoices named beside a title.
_FEW: Final = 3
_ORDER: Final = {proof: place for place, proof in enumerate(Proof)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paper that goes into the bundle.

    Attributes:
        ref: where its content is: "attachment/12", "paper/3", or "sheet/payments" for a
            table that is made for the bundle.
        file: the name of the file it is.
        source: where it comes from, in words.
        invoices: the invoices it is about; none: the claim as a whole.
    """

    proof: Proof
    title: str
    proves: str
    source: str
    dated_on: date | None
    file: str
    ref: str
    invoices: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is, with its invoices where they are few."""
        return labelled(self.title, self.invoices)


def labelled(title: str, invoices: Sequence[str]) -> str:
    """Return a title with the invoices it is about, up to three of them."""
    return f"{title} ({', '.join(invoices)})" if 0 < len(invoices) <= _FEW else title


class Problem(StrEnum):
    """Why a piece has no pages in the bundle; it goes beside it."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    NO_PAGES = "no_pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A piece as the contents list it.

    ``first_page`` and ``pages`` count the bundle's own pages; 0 pages: it goes beside the
    bundle, with ``problem`` where it should have had pages. ``path`` is its file among the
    originals.
    """

    number: int
    proof: Proof
    title: str
    proves: str
    source: str
    dated_on: date | None
    invoices: tuple[str, ...]
    path: str
    size: int
    sha256: str
    pages: int = 0
    first_page: int = 0
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSum:
    """What is claimed in one currency."""

    currency: str
    invoices: int
    amount: int
    open: int
    interest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFront:
    """Cover and contents of a bundle: what a court gets, so nothing of what is missing."""

    company: Company
    customer: Addressee
    language: str
    as_of: date
    made_on: date
    sums: tuple[ClaimSum, ...]
    invoices: tuple[InvoiceProof, ...]
    exhibits: tuple[Exhibit, ...]
    copy: bool = False

    @property
    def pages(self) -> int:
        """Pages of all exhibits."""
        return sum(one.pages for one in self.exhibits)


def in_order(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces in the order of a bundle: by what they are, then by day and title."""
    return sorted(
        pieces, key=lambda one: (_ORDER[one.proof], one.dated_on or date.max, one.title, one.ref)
    )


def original_name(number: int, title: str, file: str, width: int = 2) -> str:
    """Return the name of an original beside the bundle: "03 签收的送货单 scan.pdf"."""
    stem, dot, suffix = file.replace("\\", "/").rpartition("/")[2].rpartition(".")
    ending = safe_name(suffix)[:12] if dot and stem else ""
    own = safe_name(stem if ending else suffix)
    head = f"{number:0{width}d} {safe_name(title)}"
    said = head if own in safe_name(title) else f"{head} {own}"
    return said + (f".{ending}" if ending else "")


# the manifest

_COLUMNS: Final[tuple[tuple[str, str, str, int], ...]] = (
    ("序号", "No.", "number", 6),
    ("名称", "Name", "text", 40),
    ("证明内容", "What it proves", "text", 40),
    ("来源", "Source", "text", 20),
    ("日期", "Date", "date", 11),
    ("涉及发票", "Invoices", "text", 24),
    ("起始页", "First page", "number", 8),
    ("页数", "Pages", "number", 6),
    ("文件", "File", "text", 40),
    ("字节", "Bytes", "number", 12),
    ("SHA-256", "SHA-256", "text", 64),
    ("说明", "Note", "text", 24),
)
PROBLEMS: Final[dict[Problem, tuple[str, str]]] = {
    Problem.DAMAGED: ("文件损坏，未并入，另附原件", "Damaged, not merged; the original is beside"),
    Problem.LOCKED: (
        "文件有密码，未并入，另附原件",
        "Protected by a password, not merged; the original is beside",
    ),
    Problem.NO_PAGES: ("无法成页，另附原件", "Has no pages; the original is beside"),
}


def problem_words(problem: Problem | None, language: str) -> str:
    """Return why a piece is not in the bundle itself, "" where it is."""
    if problem is None:
        return ""
    return PROBLEMS[problem][0 if language == "zh" else 1]


def manifest_sheet(front: EvidenceFront, whole: tuple[str, int, str]) -> Sheet:
    """Return the list of what was written: each piece, last the bundle itself.

    ``whole`` is the bundle's file name, its bytes and its SHA-256.
    """
    zh = front.language == "zh"
    name, size, sha256 = whole
    last: tuple[Cell, ...] = (
        None,
        "证据册" if zh else "The bundle",
        *("", "", front.made_on, "", None, front.pages),
        *(name, size, sha256, ""),
    )
    return Sheet(
        title="证据清单" if zh else "List of evidence",
        company=front.company.name,
        note=f"{front.customer.code} {front.customer.name}",
        language=front.language,
        columns=tuple(
            SheetColumn(title=chinese if zh else english, kind=kind, width=width)
            for chinese, english, kind, width in _COLUMNS
        ),
        rows=[*(_row(one, front.language) for one in front.exhibits), last],
    )


def _row(one: Exhibit, language: str) -> Sequence[Cell]:
    return (
        one.number,
        one.title,
        one.proves,
        one.source,
        one.dated_on,
        ", ".join(one.invoices),
        one.first_page or None,
        one.pages,
        one.path,
        one.size,
        one.sha256,
        problem_words(one.problem, language),
    )


def manifest(front: EvidenceFront, whole: tuple[str, int, str]) -> dict[str, Any]:
    """Return the same list for other programs, JSON-ready."""
    name, size, sha256 = whole
    return {
        "customer": {"code": front.customer.code, "name": front.customer.name},
        "as_of": front.as_of.isoformat(),
        "made_on": front.made_on.isoformat(),
        "bundle": {"file": name, "bytes": size, "sha256": sha256, "pages": front.pages},
        "exhibits": [_entry(one) for one in front.exhibits],
    }


def _entry(one: Exhibit) -> dict[str, Any]:
    return {
        "number": one.number,
        "kind": one.proof.value,
        "title": one.title,
        "source": one.source,
        "dated_on": one.dated_on.isoformat() if one.dated_on else None,
        "invoices": list(one.invoices),
        "first_page": one.first_page or None,
        "pages": one.pages,
        "file": one.path,
        "bytes": one.size,
        "sha256": one.sha256,
        "problem": one.problem.value if one.problem else None,
    }
