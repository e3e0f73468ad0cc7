"""Acts that send papers: e-mail drafts, short texts, courier slips, calendar, postal order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from domain.credit.limit_papers import ApprovalForm
from domain.errors import NothingToDo
from domain.letters import sending
from domain.letters.sending import Sending
from domain.listing import PaperRow
from domain.papers import DunningLetter, LetterPaper
from domain.ports import BookReader, Progress
from domain.recovery.paper import HandOverPaper
from domain.services import letters, papers
from ui.acts import Act
from ui.context import AppContext, Notice
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.papers.output import Sheaf, paper_name
from ui.shell.ask import ask_reason

if TYPE_CHECKING:
    from ui.papers.register import PaperRegister

#: Name of the act, its words, its icon.
_ACTS: Final = (
    ("mail", QT_TRANSLATE_NOOP("Papers", "E-mail drafts into a folder…"), "folder-open"),
    ("mail_open", QT_TRANSLATE_NOOP("Papers", "Open in the mail program"), "mail"),
    ("short", QT_TRANSLATE_NOOP("Papers", "Copy the text for SMS or WeChat"), "message-square"),
    ("slip", QT_TRANSLATE_NOOP("Papers", "Copy the contents for the EMS slip"), "copy"),
    ("cover", QT_TRANSLATE_NOOP("Papers", "Print cover sheets"), "truck"),
    ("postal", QT_TRANSLATE_NOOP("Papers", "Print in the order of postcodes"), "printer"),
    ("calendar", QT_TRANSLATE_NOOP("Papers", "Save the deadlines as a calendar…"), "calendar-days"),
    ("void", QT_TRANSLATE_NOOP("Papers", "Declare the letter void…"), "ban"),
)
_LINE: Final = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One paper on its way."""

    row: PaperRow
    sending: Sending


class SendingMenu:
    """The menu of a register's papers; every act works on those selected."""

    def __init__(
        self, ctx: AppContext, register: PaperRegister, name: str, *, letters: bool
    ) -> None:
        self._ctx, self._register = ctx, register
        self.menu = QMenu(register)
        self.menu.setObjectName(f"{name}.send_menu")
        self.acts = [
            Act(register, f"{name}.{key}", ("Papers", said), getattr(self, key), icon=icon)
            for key, said, icon in _ACTS
        ]
        self.menu.addActions(self.acts)
        # Only letters of the catalogue can be void: what a run or a booking sent stands.
        self.acts[-1].setVisible(letters)

    # acts

    def mail(self) -> None:
        """Write an e-mail draft of each paper into a folder."""
        rows = self._register.selected()
        title = translate("Papers", "Folder for the e-mail drafts")
        chosen = QFileDialog.getExistingDirectory(self._register, title) if rows else ""
        if chosen:
            folder = Path(chosen)
            self._work(rows, partial(self._write_mails, folder), partial(_told_mails, folder))

    def mail_open(self) -> None:
        """Hand a draft of the current paper to the mail program."""
        rows = self._register.selected()[:1]
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)

        def open_draft(_count: object) -> str:
            path = Path(place) / f"{_name(rows[0])}.eml"
            if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                return translate("Papers", "The draft is with the mail program")
            said = translate("Papers", "No mail program took the draft; it lies in {path}")
            return said.format(path=path)

        self._work(rows, partial(self._write_mails, Path(place)), open_draft)

    def short(self) -> None:
        """Put the short texts on the clipboard."""
        self._copy(
            lambda reader, way: sending.short_text(reader.templates, way.sending.paper),
            lambda count: translate("Papers", "%n text(s) on the clipboard", None, count),
        )

    def slip(self) -> None:
        """Put what the courier's slips say on the clipboard."""
        self._copy(
            lambda _reader, way: sending.ems_text(way.sending.paper, way.sending.contract),
            lambda count: translate("Papers", "%n line(s) on the clipboard", None, count),
        )

    def cover(self) -> None:
        """Print a cover sheet for each paper."""
        rows = self._register.selected()
        if rows:
            self._register.output.print_all(partial(self._covers, rows))

    def postal(self) -> None:
        """Print the papers in the order the post sorts by."""
        rows = self._register.selected()
        if rows:
            self._register.print_rows(rows, partial(self._by_postcode, rows))

    def calendar(self) -> None:
        """Save the deadlines of the papers as a calendar file."""
        rows = self._register.selected()
        if not rows:
            return
        title, kinds = translate("Papers", "Save the deadlines"), "iCalendar (*.ics)"
        wanted = translate("Papers", "Deadlines")
        chosen, _kind = QFileDialog.getSaveFileName(self._register, title, f"{wanted}.ics", kinds)
        if chosen:
            path = Path(chosen).with_suffix(".ics")
            said = translate("Papers", "Saved as {name}").format(name=path.name)
            self._work(rows, partial(self._write_calendar, path), lambda _count: said)

    def void(self) -> None:
        """Declare the current letter void, with a reason; its number stays taken."""
        rows = self._register.selected()[:1]
        if not rows:
            return
        title = translate("Papers", "Declare {number} void?").format(number=rows[0].number)
        text = translate("Papers", "It keeps its number and stays in the register.")
        reason = ask_reason(self._register, title, text, translate("Papers", "Declare void"))
        if reason:
            self._ctx.act(
                letters.void_letter,
                rows[0],
                reason,
                self._ctx.today,
                asker=self._register,
                notice=translate("Papers", "{number} is void").format(number=rows[0].number),
            )

    # work in the background

    def _work(
        self,
        rows: Sequence[PaperRow],
        job: Callable[[Sequence[_Way], Progress], object],
        told: Callable[[object], str],
    ) -> None:
        if not rows:
            return
        ctx = self._ctx

        def run(progress: Progress) -> object:
            ways = _ways(ctx.reader, rows, progress)
            return job(ways, progress)

        def done(result: object) -> None:
            said = told(result)
            if said:
                ctx.notify(Notice(said))

        title = translate("Papers", "Preparing to send")
        ctx.work(run, done, asker=self._register, title=title)

    def _write_mails(self, folder: Path, ways: Sequence[_Way], progress: Progress) -> object:
        files, templates = self._ctx.files, self._ctx.reader.templates
        files.make_folder(folder)
        for done, way in enumerate(ways):
            progress(done, len(ways))
            path = folder / f"{way.sending.name}.eml"
            files.write_bytes(path, sending.mail_draft(templates, way.sending))
        return len(ways), sum(not way.sending.to for way in ways)

    def _write_calendar(self, path: Path, ways: Sequence[_Way], _progress: Progress) -> object:
        values = [way.sending.paper for way in ways]
        if not any(sending.deadlines(value) for value in values):
            raise NothingToDo
        content = sending.deadline_calendar(values, self._ctx.language)
        self._ctx.files.write_bytes(path, content)
        return len(values)

    def _copy(self, say: Callable[[BookReader, _Way], str], told: Callable[[int], str]) -> None:
        def job(ways: Sequence[_Way], _progress: Progress) -> object:
            return [say(self._ctx.reader, way) for way in ways]

        def here(found: object) -> str:
            texts = list(found) if isinstance(found, list) else []
            QApplication.clipboard().setText(_LINE.join(texts))
            return told(len(texts))

        self._work(self._register.selected(), job, here)

    def _covers(self, rows: Sequence[PaperRow], progress: Progress) -> list[Sheaf]:
        reader, render = self._ctx.reader, self._ctx.papers.render
        sheets = (
            sending.cover_sheet(reader.templates, way.sending)
            for way in _in_postal_order(_ways(reader, rows, progress))
        )
        return [Sheaf(name=sheet.number, pdf=render(sheet)) for sheet in sheets]

    def _by_postcode(self, rows: Sequence[PaperRow], progress: Progress) -> list[PaperRow]:
        ways = _in_postal_order(_ways(self._ctx.reader, rows, progress))
        out = [way.row for way in ways]
        return [*out, *(row for row in rows if row not in out)]

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for act in self.acts:
            act.retranslate()


def _ways(reader: BookReader, rows: Sequence[PaperRow], progress: Progress) -> list[_Way]:
    """Read what goes out: value, pages, address of the customer; forms stay inside."""
    made = []
    for done, row in enumerate(rows):
        progress(done, len(rows))
        value = papers.issued_value(reader, row.id, row.kind)
        if isinstance(value, ApprovalForm | HandOverPaper):
            continue
        contract = ""
        if isinstance(value, DunningLetter):
            contract = value.contract
        elif isinstance(value, LetterPaper):
            contract = dict(value.given).get("contract", "")
        out = Sending(
            paper=value,
            pdf=reader.paper_pdf(row.id),
            name=_name(row),
            # An insurer or a guarantor is no customer: its address is not the debtor's.
            to=reader.customer(row.customer_id).email if value.customer.code else "",
            contract=contract,
        )
        made.append(_Way(row=row, sending=out))
    return made


def _in_postal_order(ways: Sequence[_Way]) -> list[_Way]:
    known = {way.row.id: way for way in ways}
    order = sending.postal_order((way.row.id, way.sending.paper.customer) for way in ways)
    return [known[key] for key in order]


def _name(row: PaperRow) -> str:
    return paper_name(row.customer_name, row.number)


def _told_mails(folder: Path, found: object) -> str:
    count, unknown = found if isinstance(found, tuple) else (0, 0)
    said = translate("Papers", "%n draft(s) saved in {folder}", None, count)
    if unknown:
        more = translate("Papers", "%n of them without an address", None, unknown)
        said = f"{said} · {more}"
    return said.format(folder=folder.name)
