"""What the warnings were worth, measured on the book that is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.warning.backtest import BackTest
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.warning_words import judge, percent
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.text_table import TextTable


class MeasuredPane(QWidget):
    """The back-test in the place of the list.

    Signals:
        closed: back to the list.
    """

    closed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.found: BackTest | None = None
        self._title = label("heading", name="risk.measured.title")
        self._about = label("small", name="risk.measured.about", wrap=True)
        self._rules = label("hint", name="risk.measured.rules", wrap=True)
        self.table = TextTable("risk.measured.table")
        self.close_button = Button(name="risk.measured.close", kind="small", key="Esc")
        self.close_button.clicked.connect(self.closed)
        head = pane(row(self._title, None, self.close_button, margins=(16, 0, 16, 0)), height=40)
        about = pane(column(self._about, margins=(16, 10, 16, 10)))
        rules = pane(column(self._rules, margins=(16, 10, 16, 12)), role="head")
        layout = column(head, line(), about, line(), self.table, line(), rules)
        layout.setStretch(4, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def show_found(self, found: BackTest) -> None:
        """Show a back-test."""
        self.found = found
        language = self.ctx.language
        heads = (
            translate("Risk", "Rule"),
            translate("Risk", "In time"),
            translate("Risk", "Recall"),
            translate("Risk", "Right"),
            translate("Risk", "False"),
            translate("Risk", "Undecided"),
            translate("Risk", "Precision"),
        )
        rows = [
            (
                judge(score.rule, language),
                f"{score.early} / {score.watched}",
                percent(score.recall),
                fmt.count(score.right),
                fmt.count(score.false),
                fmt.count(score.undecided),
                percent(score.precision),
            )
            for score in found.scores
        ]
        self.table.show_texts(heads, rows, right=range(1, 7))
        self._about.setText(self._about_words(found))

    def _about_words(self, found: BackTest) -> str:
        score, language = found.scores[0], self.ctx.language
        if not score.failed:
            return translate(
                "Risk",
                "Nobody in this book has become more than 90 days overdue to a material amount: "
                "there is nothing yet that a warning could have foretold. False alarms count.",
            )
        said = translate(
            "Risk",
            "{failed} of {accounts} accounts failed between {first} and {last}; {watched} of them "
            "could be watched 90 days before.",
        )
        return said.format(
            failed=score.failed,
            accounts=found.accounts,
            first=fmt.day(found.first, language),
            last=fmt.day(found.last, language),
            watched=score.watched,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(translate("Risk", "Back-test: measured on your own book"))
        self._rules.setText(
            translate(
                "Risk",
                "Failed: 5 % of a year's billing is more than 90 days overdue. At each month end "
                "the rules saw only what was known then. In time: at least 90 days and at most a "
                "year before. An alarm is false when no failure follows within a year, undecided "
                "while that year is not over. Customers are watched from 180 days after their "
                "first document.",
            )
        )
        self.close_button.set_words(translate("Risk", "Back to the list"))
        self.table.setAccessibleName(translate("Risk", "Back-test by rule"))
        if self.found is not None:
            self.show_found(self.found)
