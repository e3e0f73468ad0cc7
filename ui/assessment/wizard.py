"""The 3+1 wizard: registry, three years of accounts, credit record, site visit; and the card.

At the left the four parts as they stand in the file, at the right the judgement. What would
come of it is shown at once; nothing is kept before Ctrl+Enter.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from domain.credit.assessment import PARTS, Assessment, Inputs, Override, assess
from domain.credit.grades import Grade
from domain.services.assessments import AssessmentEntry, AssessmentFile
from ui import assessment_words as words
from ui import format as fmt
from ui.assessment.marks import grade_chip
from ui.assessment.ratios import RatiosView
from ui.assessment.scorecard import ScoreCard
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.facts import Facts
from ui.widgets.fields import Field
from ui.widgets.paint import ChipText

_LEFT: Final = 470
#: Where in the customer's page a part is filled in.
_TABS: Final = {"registry": "file", "credit_record": "file", "site_visit": "file"}


class PartPane(QWidget):
    """One of the three parts that are records of the file: what there is, and where to add it."""

    def __init__(self, ctx: AppContext, name: str) -> None:
        super().__init__()
        self.ctx, self._name = ctx, name
        self._title, self._about = label("heading"), label("label", wrap=True)
        self._facts = Facts(label_width=100)
        self.fill = Button(name=f"assess.fill.{name}", icon="external-link")
        inside = column(self._title, self._about, self._facts, row(self.fill, None), None, gap=10)
        inside.setContentsMargins(16, 14, 16, 14)
        self.setLayout(inside)

    def show_part(self, found: AssessmentFile) -> None:
        """Show what the file says."""
        note, language = found.parts.part(self._name), self.ctx.language
        self._title.setText(words.part(self._name, language))
        self._about.setText(self._explained(filled=note.filled))
        summary = note.summary
        if self._name == "credit_record" and note.filled and note.record_id is None:
            late = found.days_late or 0
            summary = translate("Assessment", "paid %n day(s) late on average", None, late)
        facts = [(translate("Assessment", "As of"), fmt.day(note.dated_on, language))]
        facts.append((translate("Assessment", "It says"), words.summary(summary, language)))
        self._facts.show_facts(facts if note.filled and note.dated_on else [])
        self.fill.set_words(translate("Assessment", "Open the credit file"))

    def _explained(self, *, filled: bool) -> str:
        if filled:
            return translate("Assessment", "This part is in the file.")
        return translate(
            "Assessment", "Nothing yet: no grade above B until this part is in the file."
        )


class AccountsPart(QWidget):
    """The part of the accounts: the years there are, and their ratios."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._about = label("label", wrap=True)
        self.enter = Button(name="assess.fill.accounts", kind="small", icon="pencil")
        self.ratios = RatiosView(ctx, "assess.ratios", narrow=True)
        head = row(self._about, self.enter, margins=(16, 8, 16, 8))
        head.setStretch(0, 1)
        self.setLayout(column(pane(head), line(), self.ratios))

    def show_part(self, found: AssessmentFile) -> None:
        """Show the accounts there are."""
        note = found.parts.accounts
        if note.filled:
            said = translate("Assessment", "Accounts of {years}")
        elif note.summary:
            said = translate("Assessment", "Only {years}: three fiscal years in a row are needed")
        else:
            said = translate("Assessment", "No accounts yet: no grade above B without three years")
        self._about.setText(said.format(years=note.summary))
        self.ratios.show_statements(found.statements, found.policy.assessment)
        self.enter.set_words(translate("Assessment", "Enter accounts"))


class AssessPane(QWidget):
    """The wizard.

    Signals:
        kept_asked: the assessment is to be kept (``AssessmentEntry``).
        closed: it is left without keeping anything.
        accounts_asked: accounts are to be entered first.
    """

    kept_asked = Signal(object)
    closed = Signal()
    accounts_asked = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._customer_id = 0
        self._file: AssessmentFile | None = None
        self._touched = False
        self.parts = Choice("tab", name="assess.part")
        self.accounts = AccountsPart(ctx)
        self._panes: dict[str, PartPane] = {
            name: PartPane(ctx, name) for name in PARTS if name != "accounts"
        }
        self._stack = QStackedWidget()
        self.model = Choice("segment", name="assess.model")
        self.card = ScoreCard(ctx)
        self.take = Button(name="assess.take_all", kind="small", key="Ctrl+T")
        self.grade = QComboBox()
        self.grade.setObjectName("assess.override")
        self.reason = QLineEdit()
        self.reason.setObjectName("assess.reason")
        self.comment = QLineEdit()
        self.comment.setObjectName("assess.comment")
        self._chips = Chips()
        self._result = label("strong", name="assess.result")
        self._held = label("small", name="assess.held", wrap=True)
        self.do = Button(name="assess.keep", kind="primary", key="Ctrl+Enter", icon="badge-check")
        self.leave = Button(name="assess.close", key="Esc")
        self._fields = (
            Field(self.grade, lambda: translate("Assessment", "Set the grade"), label_width=100),
            Field(self.reason, lambda: translate("Assessment", "Reason"), label_width=100),
            Field(self.comment, lambda: translate("Assessment", "Conclusion"), label_width=100),
        )
        self._build()
        self._wire()

    def _build(self) -> None:
        for name in PARTS:
            self._stack.addWidget(self.accounts if name == "accounts" else self._panes[name])
        strip = pane(row(self.parts, None, margins=(6, 0, 16, 0)), height=44)
        left = pane(column(strip, line(), self._stack))
        left.setFixedWidth(_LEFT)
        bar = pane(row(self.model, None, self.take, margins=(16, 0, 16, 0)), height=44)
        decide = pane(
            column(
                row(self._chips, self._result, None, gap=10),
                self._held,
                *self._fields,
                row(self.do, self.leave, None),
                margins=(16, 8, 16, 10),
                gap=6,
            ),
            role="raised",
        )
        right = column(bar, line(), self.card, line(), decide)
        right.setStretch(2, 1)
        both = row(left, line(vertical=True), pane(right), gap=0)
        both.setStretch(2, 1)
        self.setLayout(both)
        self.setFocusProxy(self.card)

    def _wire(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.model.chosen.connect(self._other_model)
        self.card.changed.connect(self._answered)
        self.take.clicked.connect(self.card.take_all)
        self.take.setShortcut("Ctrl+T")
        self.grade.currentIndexChanged.connect(lambda _at: self._answered())
        self.reason.textChanged.connect(lambda _text: self._answered())
        self.comment.textChanged.connect(lambda _text: self._answered())
        self.do.clicked.connect(self.keep)
        self.leave.clicked.connect(self.closed)
        self.accounts.enter.clicked.connect(self.accounts_asked)
        for name, shown in self._panes.items():
            shown.fill.clicked.connect(
                lambda _on=False, tab=_TABS[name]: self.ctx.navigate(
                    f"customer/{self._customer_id}/{tab}"
                )
            )

    # showing

    def show_file(self, customer_id: int, found: AssessmentFile) -> None:
        """Begin an assessment with the answers of the last one; go on with one begun."""
        going_on = self._touched and customer_id == self._customer_id and self._file is not None
        self._customer_id, self._file = customer_id, found
        options = [
            Option(code, words.model(one, self.ctx.language)) for code, one in found.models.items()
        ]
        self.model.set_options(options)
        self.model.keep_only(list(found.models))
        if not going_on:
            self._start(found)
        self._show_parts()
        self._answered(touched=self._touched)

    def _start(self, found: AssessmentFile) -> None:
        last = found.previous[-1].value if found.previous else None
        code = last.model.code if last is not None and last.model.code in found.models else ""
        self.model.set_value(code or next(iter(found.models)))
        self.grade.setCurrentIndex(0)
        self.reason.clear()
        self.comment.clear()
        self._show_card()
        self.show_part(PARTS[0])
        self._touched = False

    def _show_card(self) -> None:
        found = self._file
        if found is None:
            return
        model = found.models[self.model.value()]
        before = [one.value for one in found.previous if one.value.model.code == model.code]
        self.card.show_model(model, found.suggested, before[-1].answers if before else ())

    def _other_model(self, _code: str) -> None:
        self._show_card()
        self._answered()

    def show_part(self, name: str) -> None:
        """Show one of the four parts."""
        self.parts.set_value(name)
        self._stack.setCurrentIndex(PARTS.index(name))

    def _show_parts(self) -> None:
        found = self._file
        if found is None:
            return
        marks = {name: "✓" if found.parts.part(name).filled else "○" for name in PARTS}
        self.parts.set_options(
            [Option(n, f"{marks[n]} {words.part_short(n, self.ctx.language)}") for n in PARTS]
        )
        for shown in self._panes.values():
            shown.show_part(found)
        self.accounts.show_part(found)

    # the result

    def draft(self) -> Assessment | None:
        """Return what would come of the answers as they stand."""
        found = self._file
        if found is None or self.model.value() not in found.models:
            return None
        inputs = Inputs(
            model=found.models[self.model.value()],
            answers=self.card.answers(),
            parts=found.parts,
            statements=found.statements,
        )
        return assess(inputs, found.policy.grades, found.policy.assessment)

    def _override(self) -> Override | None:
        grade = self.grade.currentData()
        if not grade:
            return None
        # Qt hands a grade back as the text it is made of.
        return Override(grade=Grade(grade), reason=self.reason.text().strip())

    def _answered(self, *, touched: bool = True) -> None:
        self._touched = touched
        made = self.draft()
        if made is None:
            return
        self._chips.set_chips([grade_chip(made.grade)] if made.grade is not None else [])
        said = translate("Assessment", "score {score} · {coverage}% answered")
        self._result.setText(said.format(score=words.score(made), coverage=made.coverage))
        held = ""
        if made.caps:
            held = translate("Assessment", "Not above B: {reason}.")
            held = held.format(reason=words.caps(made.caps, self.ctx.language))
        if made.computed is not None and made.computed != made.grade:
            more = translate("Assessment", "The score alone gives {grade}.")
            held = f"{held} {more.format(grade=made.computed.value)}"
        self._held.setText(held)
        self._fields[1].setVisible(bool(self.grade.currentData()))
        self._fields[1].set_error("")
        self.do.setEnabled(made.score is not None)

    def keep(self) -> None:
        """Hand over what was decided; a grade set by hand needs its reason."""
        made, override = self.draft(), self._override()
        if made is None or self._file is None or made.score is None:
            return
        if override is not None and not override.reason:
            self._fields[1].set_error(translate("Assessment", "Say why the grade is set by hand"))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.kept_asked.emit(
            AssessmentEntry(
                customer_id=self._customer_id,
                made_on=self.ctx.today,
                model=self.model.value(),
                answers=self.card.answers(),
                override=override,
                comment=self.comment.text().strip(),
                days_late=self._file.days_late,
            )
        )

    def settled(self) -> None:
        """Forget the draft: it was kept."""
        self._touched = False

    def has_draft(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._touched

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Alt+1 to Alt+4 show a part."""
        key, modifiers = event.key(), event.modifiers()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        place = key - Qt.Key.Key_1
        if enter and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif modifiers & Qt.KeyboardModifier.AltModifier and 0 <= place < len(PARTS):
            self.show_part(PARTS[place])
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        kept = self.grade.currentIndex()
        self.grade.blockSignals(True)
        self.grade.clear()
        self.grade.addItem(translate("Assessment", "As computed"), None)
        for grade in Grade:
            self.grade.addItem(grade.value, grade)
        self.grade.setCurrentIndex(max(kept, 0))
        self.grade.blockSignals(False)
        for field in self._fields:
            field.retranslate()
        self.parts.setAccessibleName(translate("Assessment", "Parts of the file"))
        self.model.setAccessibleName(translate("Assessment", "Score card"))
        self.take.set_words(translate("Assessment", "Take all suggestions"))
        self.do.set_words(translate("Assessment", "Keep the assessment"))
        self.leave.set_words(translate("Assessment", "Cancel"))
        self.accounts.ratios.retranslate()
        self._show_parts()
        if self._file is not None:
            typed = self.card.answers()
            model = self._file.models[self.model.value()]
            self.card.show_model(model, self._file.suggested, typed)
            self._answered(touched=self._touched)


def part_chips(found: Assessment, language: str) -> list[ChipText]:
    """Return the four parts as chips: green where filled."""
    return [
        ChipText(
            words.part_short(name, language), "green" if found.parts.part(name).filled else "amber"
        )
        for name in PARTS
    ]
