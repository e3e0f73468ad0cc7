"""The form of a reply slip: agreed or what differs, line by line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from domain.changes import OperationResult
from domain.services.statements import Slip, answer_statement
from domain.statement_reply import Answer, Cause, Difference, SentStatement
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.statements.reply_words import ANSWERS, CAUSES, answer_word, cause_word
from ui.widgets.basic import column, row
from ui.widgets.button import Button
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame
from ui.widgets.scan_edit import ScanEdit


class DifferenceLine(QWidget):
    """One line: document, our amount, theirs, the cause."""

    def __init__(self, name: str, currency: str, drop: Callable[[QWidget], None]) -> None:
        super().__init__()
        self.number = QLineEdit()
        self.number.setObjectName(f"{name}.number")
        self.ours = AmountEdit(currency, name=f"{name}.ours")
        self.theirs = AmountEdit(currency, name=f"{name}.theirs")
        self.cause = QComboBox()
        self.cause.setObjectName(f"{name}.cause")
        for cause in CAUSES:
            self.cause.addItem("", cause)
        self._drop = Button(name=f"{name}.drop", kind="icon", icon="x")
        self._drop.clicked.connect(lambda: drop(self))
        amounts = row(self.ours, self.theirs, gap=4)
        self.setLayout(column(row(self.number, self._drop, gap=4), amounts, self.cause, gap=4))
        self.retranslate()

    def is_clear(self) -> bool:
        """Whether the line says which document and both amounts."""
        both = self.ours.minor() is not None and self.theirs.minor() is not None
        return bool(self.number.text().strip()) and both

    def value(self, paper_id: int) -> Difference:
        """Return the line as a difference of a statement."""
        return Difference(
            paper_id=paper_id,
            number=self.number.text().strip(),
            ours=self.ours.minor() or 0,
            theirs=self.theirs.minor() or 0,
            cause=Cause(self.cause.currentData()),
            currency=self.ours.currency,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._drop.set_words(translate("Replies", "Remove this line"))
        for edit, said in (
            (self.number, translate("Replies", "Document number")),
            (self.ours, translate("Replies", "Our amount")),
            (self.theirs, translate("Replies", "Their amount")),
        ):
            edit.setPlaceholderText(said)
            edit.setAccessibleName(said)
        self.cause.setAccessibleName(translate("Replies", "Why it differs"))
        for at in range(self.cause.count()):
            self.cause.setItemText(at, cause_word(self.cause.itemData(at)))


class SlipForm(FormFrame):
    """Records what came back for a statement."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "statements.slip")
        self.places = {"legal.bad_dates": "came_on"}
        self._sent: SentStatement | None = None
        self._lines: list[DifferenceLine] = []
        self.came_on = DateEdit(ctx.today, ctx.today, name="statements.slip.came_on")
        self.answer = QComboBox()
        self.answer.setObjectName("statements.slip.answer")
        for answer in ANSWERS:
            self.answer.addItem("", answer)
        self.signed = _edit("statements.slip.signed_by")
        self.promises = QCheckBox()
        self.promises.setObjectName("statements.slip.promises")
        self.balance = AmountEdit(name="statements.slip.balance")
        self._holder = QWidget()
        self._inside = column(gap=8)
        self._holder.setLayout(self._inside)
        self.more = Button(name="statements.slip.more", kind="small", icon="plus")
        self.more.clicked.connect(self.add_line)
        self.scan = ScanEdit(ctx, name="statements.slip.scan")
        self.note = _edit("statements.slip.note")
        lines = QWidget()
        lines.setLayout(column(self._holder, self.more, gap=6))
        self.answer.currentIndexChanged.connect(lambda _at: self._show_parts())
        self.lay_out(self._made_fields(lines))

    def _made_fields(self, lines: QWidget) -> dict[str, Field]:
        words: dict[str, tuple[QWidget, Callable[[], str]]] = {
            "came_on": (self.came_on, lambda: translate("Replies", "Came back on")),
            "answer": (self.answer, lambda: translate("Replies", "Answer")),
            "signed_by": (self.signed, lambda: translate("Replies", "Signed by")),
            "promises": (self.promises, lambda: translate("Replies", "The reply slip")),
            "balance": (self.balance, lambda: translate("Replies", "Their balance")),
            "differences": (lines, lambda: translate("Replies", "What differs")),
            "scan": (self.scan, lambda: translate("Replies", "Scan")),
            "note": (self.note, lambda: translate("Replies", "Note")),
        }
        return {key: Field(editor, said, above=True) for key, (editor, said) in words.items()}

    def start(self, sent: SentStatement) -> None:
        """Show the form for a statement; what was typed for the same one stays."""
        if self._sent is None or self._sent.paper_id != sent.paper_id:
            self._clear(sent)
        self._sent = sent
        self.retranslate()
        self.errors_shown({})
        self._show_parts()
        self.came_on.setFocus()

    def _clear(self, sent: SentStatement) -> None:
        self.came_on.set_day(max(self.ctx.today, sent.issued_on))
        self.answer.setCurrentIndex(0)
        self.signed.clear()
        self.note.clear()
        self.promises.setChecked(False)
        self.balance.currency = sent.currency
        self.balance.set_minor(None)
        self.scan.clear()
        for line in list(self._lines):
            self._drop(line)

    def add_line(self) -> None:
        """Add a line of what differs."""
        currency = self._sent.currency if self._sent else "CNY"
        name = f"statements.slip.line{len(self._lines)}"
        made = DifferenceLine(name, currency, self._drop)
        self._lines.append(made)
        self._inside.addWidget(made)
        made.number.setFocus()

    def _drop(self, line: QWidget) -> None:
        self._lines = [one for one in self._lines if one is not line]
        line.hide()
        line.deleteLater()

    def _show_parts(self) -> None:
        differs = self.answer.currentData() == Answer.DIFFERS
        for key in ("balance", "differences"):
            self.fields[key].setVisible(differs)
        self.fields["promises"].setVisible(not differs)
        if differs and not self._lines and self._sent is not None:
            self.add_line()

    def _errors(self) -> dict[str, str]:
        errors = {}
        if self.came_on.day() is None:
            errors["came_on"] = unclear_date()
        if self.answer.currentData() == Answer.AGREED:
            if not self.signed.text().strip():
                errors["signed_by"] = needed()
            return errors
        if self.balance.is_unclear():
            errors["balance"] = unclear_amount()
        if not self._lines or not all(line.is_clear() for line in self._lines):
            errors["differences"] = translate(
                "Replies", "Each line needs the document's number and both amounts"
            )
        return errors

    def submit(self) -> None:
        """Check what is typed and keep it."""
        sent, came_on = self._sent, self.came_on.day()
        if self.errors_shown(self._errors()) or sent is None or came_on is None:
            return
        differs = self.answer.currentData() == Answer.DIFFERS
        slip = Slip(
            came_on=came_on,
            answer=Answer(self.answer.currentData()),
            signed_by=self.signed.text().strip(),
            their_balance=self.balance.minor() if differs else None,
            differences=tuple(line.value(sent.paper_id) for line in self._lines if differs),
            promises=self.promises.isChecked() and not differs,
            note=self.note.text().strip(),
            file=self.scan.file,
            sha256=self.scan.sha256,
            content=self.scan.content,
        )
        self.ctx.act(
            answer_statement,
            sent.paper_id,
            slip,
            self.ctx.today,
            asker=self,
            notice=self._told,
            done=lambda _result: self._done(),
            failed=self.refused,
        )

    def _done(self) -> None:
        self._sent = None
        self.submitted.emit()

    def _told(self, _result: OperationResult[int]) -> Notice:
        return Notice(translate("Replies", "Reply recorded"))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Replies", "Record the reply"))
        self.more.set_words(translate("Replies", "Another line"))
        self.promises.setText(translate("Replies", "Also promises to pay by a day"))
        self.title.setText(self._sent.number if self._sent else "")
        for at in range(self.answer.count()):
            self.answer.setItemText(at, answer_word(self.answer.itemData(at)))
        for line in self._lines:
            line.retranslate()


def _edit(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made
