"""An evidence bundle as a folder or a zip: the bound PDF, all originals, the list of both.

Without Qt, for the window and the command line. Everything is read and bound before the
first file is written, so a cancelled bundle leaves nothing behind.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from domain.errors import Cancelled, QingzhangError
from domain.evidence.bundle import (
    EvidenceFront,
    Exhibit,
    Piece,
    manifest,
    manifest_sheet,
    original_name,
)
from domain.file_names import safe_name
from domain.ports import BookReader, Progress
from domain.services import evidence
from domain.services.evidence import Gathered
from ui.ports import Files, Papers

_WORDS: Final = {
    "zh": ("证据册", "原件", "证据清单"),
    "en": ("Evidence bundle", "originals", "list of evidence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A further file of a pack: its name and what is in it."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: the folder or zip, cover and contents, the bundle's SHA-256."""

    path: Path
    front: EvidenceFront
    sha256: str
    files: int

    @property
    def beside(self) -> list[Exhibit]:
        """The exhibits that could not be bound."""
        return [one for one in self.front.exhibits if one.problem is not None]


class Bundle:
    """A bundle in the making: what goes into it, read when it is needed."""

    def __init__(self, reader: BookReader, papers: Papers, found: Gathered) -> None:
        self._reader, self._papers, self.found = reader, papers, found
        self._made: dict[str, bytes] = {}
        self._title, self._below, self._listed = _WORDS[found.language]

    def content(self, piece: Piece) -> bytes:
        """Return what is in a piece; empty where the book cannot give it."""
        sheet = self.found.sheets.get(piece.ref)
        if sheet is None:
            try:
                return evidence.content(self._reader, piece)
            except Cancelled:
                raise
            except QingzhangError:
                return b""
        if piece.ref not in self._made:
            self._made[piece.ref] = self._papers.sheet_pdf(sheet, any_text=True)
        return self._made[piece.ref]

    def exhibits(self, progress: Progress) -> list[Exhibit]:
        """Return the pieces numbered, each with its size and check sum."""
        count = len(self.found.pieces)
        width = max(2, len(str(count)))
        numbered = []
        for number, piece in enumerate(self.found.pieces, start=1):
            progress(number - 1, 2 * count + 1)
            content = self.content(piece)
            name = original_name(number, piece.title, piece.file, width)
            numbered.append(
                Exhibit(
                    number=number,
                    proof=piece.proof,
                    title=piece.title,
                    proves=piece.proves,
                    source=piece.source,
                    dated_on=piece.dated_on,
                    invoices=piece.invoices,
                    path=f"{self._below}/{name}",
                    size=len(content),
                    sha256=hashlib.sha256(content).hexdigest(),
                )
            )
        return numbered

    def bound(self, made_on: date, progress: Progress) -> tuple[EvidenceFront, bytes]:
        """Return cover and contents, and the bundle as one PDF."""
        exhibits = self.exhibits(progress)
        front = evidence.front(self._reader, self.found, exhibits, made_on)
        count = len(exhibits)

        def told(done: int, _total: int) -> None:
            progress(count + done, 2 * count + 1)

        contents = (self.content(piece) for piece in self.found.pieces)
        return self._papers.bound(front, contents, told)

    def entries(
        self, front: EvidenceFront, pdf: bytes, extra: Sequence[Extra]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the pack: name with its folder, content."""
        whole = (f"{self._title}.pdf", len(pdf), hashlib.sha256(pdf).hexdigest())
        yield whole[0], pdf
        for one in extra:
            yield one.name, one.content
        sheet = manifest_sheet(front, whole)
        yield f"{self._listed}.csv", self._papers.sheet_bytes(sheet, ".csv")
        told = json.dumps(manifest(front, whole), ensure_ascii=False, indent=2)
        yield "manifest.json", told.encode("utf-8")
        for exhibit, piece in zip(front.exhibits, self.found.pieces, strict=True):
            yield exhibit.path, self.content(piece)

    def name(self) -> str:
        """Return what the folder or zip is called."""
        customer = self.found.customer
        named = safe_name(f"{customer.code} {customer.name}")
        return f"{self._title} {named} {self.found.as_of.isoformat()}"


def write_bundle(
    bundle: Bundle,
    files: Files,
    parent: Path,
    *,
    made_on: date,
    zipped: bool,
    progress: Progress,
) -> Written:
    """Bind and write a bundle into a new folder or zip inside ``parent``.

    Raises:
        FileUnwritable: it cannot be written.
        Cancelled: ``progress`` stopped it; nothing was written.
    """
    return write_bound(
        bundle, bundle.bound(made_on, progress), files, parent, zipped=zipped, extra=()
    )


def write_bound(
    bundle: Bundle,
    bound: tuple[EvidenceFront, bytes],
    files: Files,
    parent: Path,
    *,
    zipped: bool,
    extra: Sequence[Extra],
) -> Written:
    """Write what was bound, its originals and lists, and further files beside them."""
    front, pdf = bound
    path = _free(parent, bundle.name(), ".zip" if zipped else "")
    entries = bundle.entries(front, pdf, extra)
    if zipped:
        files.write_zip(path, entries)
    else:
        files.make_folder(path)
        for name, content in entries:
            files.write_bytes(path / name, content)
    return Written(
        path=path,
        front=front,
        sha256=hashlib.sha256(pdf).hexdigest(),
        files=len(front.exhibits) + 3 + len(extra),
    )


def _free(parent: Path, name: str, ending: str) -> Path:
    """Return a path that is not there yet: nothing made before is mixed in or lost."""
    path, again = parent / f"{name}{ending}", 2
    while path.exists():
        path, again = parent / f"{name} ({again}){ending}", again + 1
    return path
