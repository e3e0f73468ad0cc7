"""An evidence bundle or a hand-over pack to disk, in the background, with a way to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from domain.changes import OperationResult
from domain.evidence.bundle import EvidenceFront
from domain.ports import Progress
from domain.record import Record
from domain.recovery.hand_over import HandOver
from domain.recovery.paper import HAND_OVER
from domain.services import evidence, papers
from domain.services.evidence_sheets import ledger
from domain.services.hand_over_paper import hand_over_documents, hand_over_paper
from domain.services.papers import Issued
from ui.context import AppContext, Notice
from ui.evidence.export import Bundle, Extra, Written, write_bound
from ui.marks import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whose claim, which documents of it, where to, and how."""

    customer_id: int
    documents: tuple[int, ...]
    parent: Path
    zipped: bool


_Bound = tuple[Bundle, tuple[EvidenceFront, bytes]]


class EvidenceOutput:
    """Asks for a folder and writes; ``owner`` is asked over."""

    def __init__(self, ctx: AppContext, owner: QWidget) -> None:
        self._ctx, self._owner = ctx, owner

    def ask(self) -> Path | None:
        """Ask for the folder to write into."""
        title = translate("Evidence", "Folder for the bundle")
        chosen = QFileDialog.getExistingDirectory(self._owner, title)
        return Path(chosen) if chosen else None

    def save(self, customer_id: int, documents: Sequence[int], *, zipped: bool) -> None:
        """Ask for a folder and write the bundle of a claim into it."""
        parent = self.ask()
        if parent is not None:
            self.write(
                Wanted(
                    customer_id=customer_id,
                    documents=tuple(documents),
                    parent=parent,
                    zipped=zipped,
                )
            )

    def write(self, wanted: Wanted) -> None:
        """Bind and write a bundle."""
        self._bind(wanted, lambda made: self._write(wanted, made, ()))

    def save_pack(self, record: Record[HandOver]) -> None:
        """Ask for a folder and write the pack of a hand-over into it."""
        parent = self.ask()
        if parent is not None:
            self.write_pack(record, parent)

    def write_pack(self, record: Record[HandOver], parent: Path) -> None:
        """Bind the bundle of a hand-over, issue its list, write both with the account as a zip."""
        ctx, customer_id = self._ctx, record.customer_id or 0

        def found(documents: list[int]) -> None:
            wanted = Wanted(
                customer_id=customer_id, documents=tuple(documents), parent=parent, zipped=True
            )
            self._bind(wanted, lambda made: self._issue(record, wanted, made))

        ctx.query(
            lambda reader: hand_over_documents(reader, record.item_ids, ctx.as_of),
            found,
            asker=self._owner,
        )

    def _bind(self, wanted: Wanted, done: object) -> None:
        ctx = self._ctx

        def job(progress: Progress) -> _Bound:
            progress(0, 0)
            found = evidence.gather(
                ctx.reader, wanted.customer_id, wanted.documents, ctx.as_of, language=ctx.language
            )
            bundle = Bundle(ctx.reader, ctx.papers, found)
            return bundle, bundle.bound(ctx.today, progress)

        title = translate("Evidence", "Binding the evidence")
        ctx.work(job, done, asker=self._owner, title=title)  # type: ignore[arg-type]

    def _issue(self, record: Record[HandOver], wanted: Wanted, made: _Bound) -> None:
        """Number and freeze the list of the hand-over, then write the pack."""
        ctx = self._ctx
        bundle, (front, _pdf) = made
        value = hand_over_paper(ctx.reader, record, bundle.found, front.exhibits, ctx.today)

        def issued(result: OperationResult[list[Issued]]) -> None:
            (paper,) = result.value
            self._write(wanted, made, [(f"{paper.value.number}.pdf", paper.pdf)])

        ctx.act(
            papers.issue,
            HAND_OVER,
            [value],
            [wanted.customer_id],
            ctx.papers.render,
            asker=self._owner,
            done=issued,
        )

    def _write(self, wanted: Wanted, made: _Bound, more: Sequence[tuple[str, bytes]]) -> None:
        ctx, (bundle, bound) = self._ctx, made

        def job(_progress: Progress) -> Written:
            extra = [Extra(name=name, content=content) for name, content in more]
            if extra:
                sheet = ledger(ctx.reader, wanted.customer_id, ctx.as_of, ctx.language)
                content = ctx.papers.sheet_bytes(sheet, ".xlsx")
                extra.append(Extra(name=f"{sheet.title}.xlsx", content=content))
            return write_bound(
                bundle, bound, ctx.files, wanted.parent, zipped=wanted.zipped, extra=extra
            )

        title = translate("Evidence", "Writing the bundle")
        ctx.work(job, self._told, asker=self._owner, title=title)

    def _told(self, made: Written) -> None:
        front = made.front
        said = translate("Evidence", "{name}: {exhibits} exhibits, {pages} pages")
        told = said.format(name=made.path.name, exhibits=len(front.exhibits), pages=front.pages)
        if made.beside:
            more = translate(
                "Evidence", "%n file(s) not bound, kept beside the bundle", None, len(made.beside)
            )
            told = f"{told} · {more}"
        self._ctx.notify(Notice(told))
