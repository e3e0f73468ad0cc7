"""Claims: where each stands, answers, recoveries, the pack as one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog

from domain.changes import OperationResult
from domain.cover.claims import ClaimPosition, ClaimRecovery, ClaimState, ClaimStep
from domain.cover.forms import RECOVERY, STEP
from domain.cover.wording import cause
from domain.ports import BookReader, UnitOfWork
from domain.services import cover_claims
from domain.services.cover_claims import PackPart
from ui import cover_words as words
from ui.context import AppContext
from ui.cover.deadlines import CLAIM_TONES
from ui.cover.parts import amount, day, day_column, money_column, name_column, named, text_column
from ui.cover.register import RegisterPane, RegisterSpec
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.preview.pane import file_name
from ui.records.form import RecordFormPane
from ui.widgets.paint import ChipText


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with whose debt it is about."""

    position: ClaimPosition
    name: str
    name_en: str

    @property
    def currency(self) -> str:
        """The claim's currency."""
        return self.position.record.value.currency

    @property
    def id(self) -> int:
        """The claim's record."""
        return self.position.record.id


def read_claims(reader: BookReader, as_of: date) -> list[ClaimRow]:
    """Return the claims up to a day, the newest first."""
    found = []
    for one in cover_claims.claims(reader, as_of):
        customer = reader.customer(one.record.customer_id or 0)
        found.append(ClaimRow(position=one, name=customer.name, name_en=customer.name_en))
    return found


def _currency(row: ClaimRow) -> str:
    return row.currency


_COLUMNS: Final = (
    text_column(
        "number",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Claim")),
        lambda row: row.position.record.value.number,
        kind="code",
        width=150,
    ),
    name_column(lambda row: row),
    day_column(
        "filed",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Filed on")),
        lambda row: row.position.record.dated_on,
    ),
    money_column(
        "loss",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Loss")),
        lambda row: row.position.record.value.loss_minor,
        _currency,
    ),
    money_column(
        "indemnity",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Applied for")),
        lambda row: row.position.record.value.indemnity_minor,
        _currency,
        bold=True,
    ),
    money_column(
        "paid",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "Paid")),
        lambda row: row.position.paid,
        _currency,
    ),
    text_column(
        "state",
        ("Cover", QT_TRANSLATE_NOOP("Cover", "State")),
        lambda row: row.position.state.value,
        say=lambda row, language: words.word(row.position.state, language),
        width=90,
    ),
)


def _facts(row: ClaimRow, language: str) -> Sequence[tuple[str, str]]:
    one, value, code = row.position, row.position.record.value, row.currency
    open_ = one.state in (ClaimState.FILED, ClaimState.DOCUMENTS_ASKED)
    return (
        (translate("Cover", "Customer"), named(row, language)),
        (translate("Cover", "Policy"), value.policy),
        (translate("Cover", "Cause"), cause(value.cause, language)),
        (translate("Cover", "Filed on"), day(one.record.dated_on, language)),
        (translate("Cover", "Unpaid"), amount(value.gross_minor, code)),
        (translate("Cover", "Deductions"), amount(value.deductions_minor or None, code)),
        (translate("Cover", "Loss"), amount(value.loss_minor, code)),
        (translate("Cover", "Applied for"), amount(value.indemnity_minor, code)),
        (translate("Cover", "Accepted"), amount(one.agreed or None, code)),
        (translate("Cover", "Paid"), amount(one.paid or None, code)),
        (translate("Cover", "Recovered"), amount(one.recovered or None, code)),
        (translate("Cover", "of it the insurer's"), amount(one.to_insurer or None, code)),
        (translate("Cover", "Own loss"), amount(one.own_loss, code)),
        (translate("Cover", "Decision by"), day(one.decide_by, language) if open_ else ""),
        (translate("Cover", "Part payment by"), day(one.interim_by, language) if open_ else ""),
        (translate("Cover", "Sue by"), day(one.sue_by, language)),
    )


def _chips(row: ClaimRow, language: str) -> Sequence[ChipText]:
    state = row.position.state
    return [ChipText(words.word(state, language), CLAIM_TONES[state])]


SPEC: Final = RegisterSpec(
    name="cover.claims",
    title=("Cover", QT_TRANSLATE_NOOP("Cover", "Claims and recoveries")),
    columns=_COLUMNS,
    read=read_claims,
    key=lambda row: row.id,
    heading=lambda row, _language: row.position.record.value.number,
    facts=_facts,
    chips=_chips,
    customer=lambda row: row.position.record.customer_id,
    empty=(
        ("Cover", QT_TRANSLATE_NOOP("Cover", "No claims")),
        (
            "Cover",
            QT_TRANSLATE_NOOP("Cover", "Claims are filed from the deadlines, once notified."),
        ),
    ),
)


class ClaimsPane(RegisterPane):
    """Answers to claims, recoveries, and the pack for the insurer."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, SPEC)
        self._claim = 0
        self.step = self.add_form(
            RecordFormPane(ctx, STEP, name="cover.step", keep=self._keep_step)
        )
        self.recovery = self.add_form(
            RecordFormPane(ctx, RECOVERY, name="cover.recovery", keep=self._keep_recovery)
        )
        self.add_act(
            "step",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Answer…")),
            lambda: self._start(self.step),
            icon="check",
            key="Alt+1",
            needs=lambda _row: True,
        )
        self.add_act(
            "recovery",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Recovery…")),
            lambda: self._start(self.recovery),
            icon="hand-coins",
            key="Alt+2",
            needs=lambda _row: True,
        )
        self.add_act(
            "pack",
            ("Cover", QT_TRANSLATE_NOOP("Cover", "Claim pack…")),
            self.save_pack,
            icon="file-down",
            key="Alt+3",
            kind="primary",
            needs=lambda _row: True,
        )

    def _start(self, form: RecordFormPane) -> None:
        found = self.current()
        if found is not None:
            self._claim = found.id
            form.start(found.position.record.customer_id, base=found.currency)
            self.show_form(form)

    def _keep_step(
        self, uow: UnitOfWork, value: ClaimStep, *, dated_on: date, **_more: object
    ) -> OperationResult[int]:
        value = ClaimStep(state=value.state, amount_minor=value.amount_minor or 0, note=value.note)
        return cover_claims.record_step(uow, self._claim, value, dated_on)

    def _keep_recovery(
        self, uow: UnitOfWork, value: ClaimRecovery, *, dated_on: date, **_more: object
    ) -> OperationResult[int]:
        return cover_claims.record_recovery(uow, self._claim, value, dated_on)

    # the pack

    def save_pack(self) -> None:
        """Ask for a file and write form, notice, letters, statements and scans into it."""
        found = self.current()
        if found is None:
            return
        number = found.position.record.value.number
        name = file_name(f"{named(found, self.ctx.language)} {number}") + ".pdf"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, translate("Cover", "Save the claim pack"), name, "PDF (*.pdf)"
        )
        if chosen:
            self.write_pack(found.id, Path(chosen))

    def write_pack(self, claim_id: int, path: Path) -> None:
        """Write a pack as one PDF; what is no PDF is named in the notice."""
        ctx = self.ctx

        def job(_report: object) -> list[PackPart]:
            parts = cover_claims.pack(ctx.reader, claim_id)
            pdfs = [part.pdf for part in parts if part.pdf is not None]
            ctx.files.write_bytes(path, ctx.papers.joined(pdfs))
            return [part for part in parts if part.pdf is None]

        def here(apart: list[PackPart]) -> None:
            said = translate("Cover", "Claim pack saved: {file}").format(file=path.name)
            if apart:
                more = translate("Cover", "Enclose apart: {names}")
                said = f"{said} · {more.format(names=', '.join(one.title for one in apart))}"
            ctx.notify(said)

        ctx.work(job, here, asker=self, title=translate("Cover", "Joining the claim pack"))
