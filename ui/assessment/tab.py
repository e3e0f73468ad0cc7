"""The tab of a customer's page: grade, accounts, ratios; the wizard and the paste in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget

from domain.changes import Changes
from domain.credit.assessment import Assessment
from domain.credit.statements import is_stale
from domain.services import assessments, records
from domain.services.assessments import AssessmentEntry, AssessmentFile
from ui.acts import Act
from ui.assessment.paste import PastePane
from ui.assessment.ratios import RatiosView
from ui.assessment.sheet import AccountsSheet
from ui.assessment.summary import GradeView
from ui.assessment.wizard import AssessPane
from ui.context import AppContext, Notice
from ui.customers.tabs import CustomerTab
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option


class AssessmentTab(CustomerTab):
    """Grade, accounts and ratios of one customer."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._file: AssessmentFile | None = None
        self._make_acts()
        self.view = Choice("pill", name="assessment.view")
        self._stale = label("small", name="assessment.stale")
        self.grade = GradeView(ctx, Button.of(self._assess, kind="primary"))
        self.sheet = AccountsSheet(ctx)
        self.ratios = RatiosView(ctx, "assessment.ratios")
        self.wizard = AssessPane(ctx)
        self.paste = PastePane(ctx)
        self._stack = QStackedWidget()
        self._places = {
            "grade": self.grade,
            "accounts": self.sheet,
            "ratios": self.ratios,
            "wizard": self.wizard,
            "paste": self.paste,
        }
        buttons = [Button.of(self._form, kind="small"), Button.of(self._report, kind="small")]
        buttons.append(Button.of(self._assess, kind="small-primary"))
        self._bar = pane(
            row(self.view, self._stale, None, *buttons, margins=(12, 0, 16, 0)), height=40
        )
        for place in self._places.values():
            self._stack.addWidget(place)
        self.setLayout(column(self._bar, line(), self._stack))
        self.setFocusProxy(self._stack)
        self._wire()

    def _make_acts(self) -> None:
        self._assess = self._act(
            "assess",
            QT_TRANSLATE_NOOP("Assessment", "Assess the customer"),
            self.start,
            "Ctrl+Shift+G",
            "badge-check",
        )
        self._paste = self._act(
            "paste_accounts",
            QT_TRANSLATE_NOOP("Assessment", "Paste accounts"),
            self.show_paste,
            "Ctrl+Shift+V",
            "sheet",
        )
        self._form = self._act(
            "assessment_form",
            QT_TRANSLATE_NOOP("Assessment", "Assessment form"),
            lambda: self._page("assessment"),
            "",
            "file-text",
        )
        self._report = self._act(
            "assessment_report",
            QT_TRANSLATE_NOOP("Assessment", "3+1 report"),
            lambda: self._page("assessment-report"),
            "",
            "file-text",
        )
        self._back = self._act(
            "assessment_back",
            QT_TRANSLATE_NOOP("Assessment", "Take back the last assessment"),
            self.take_back,
            "",
            "undo-2",
        )

    def _act(self, name: str, text: str, run: Any, key: str, icon: str) -> Act:
        act = Act(self, f"customers.{name}", ("Assessment", text), run, key=key, icon=icon)
        self.acts.append(act)
        return act

    def _wire(self) -> None:
        self.view.chosen.connect(self.show_view)
        self.sheet.kept_asked.connect(self._keep_accounts)
        self.sheet.paste_asked.connect(self.show_paste)
        self.paste.taken.connect(lambda found: self._keep_accounts(found, []))
        self.paste.closed.connect(lambda: self.show_view("accounts"))
        self.wizard.kept_asked.connect(self._keep_assessment)
        self.wizard.closed.connect(self._leave_wizard)
        self.wizard.accounts_asked.connect(lambda: self.show_view("accounts"))

    # showing

    def show_customer(self, customer_id: int) -> None:
        """Show a customer as of the window's date."""
        if customer_id != self.customer_id:
            self.wizard.settled()
            self._file = None
            if self.shown() not in ("grade", "accounts", "ratios"):
                self.show_view("grade")
        super().show_customer(customer_id)
        as_of = self.ctx.as_of

        def here(found: AssessmentFile) -> None:
            if self.customer_id == customer_id:
                self._show(customer_id, found)

        self.ctx.query(
            lambda reader: assessments.file_on(reader, customer_id, as_of), here, asker=self
        )

    def _show(self, customer_id: int, found: AssessmentFile) -> None:
        fresh = self._file is None
        self._file = found
        self.grade.show_history(found.previous, found.policy.grades)
        if fresh or not self.sheet.has_draft():
            self.sheet.show_statements(found.statements, found.currency)
        self.ratios.show_statements(found.statements, found.policy.assessment)
        self._back.setEnabled(bool(found.previous))
        if self.shown() == "wizard":
            self.start()
        stale = is_stale(found.statements, self.ctx.as_of)
        said = translate("Assessment", "The accounts are older than twelve months.")
        self._stale.setText(said if stale else "")
        self.view.set_counts({"accounts": len(found.statements)})

    def shown(self) -> str:
        """Return the part of the tab that is shown."""
        widget = self._stack.currentWidget()
        return next(key for key, place in self._places.items() if place is widget)

    def show_view(self, key: str) -> None:
        """Show grade, accounts or ratios."""
        self.view.set_value(key)
        self._bar.setVisible(key in ("grade", "accounts", "ratios"))
        self._stack.setCurrentWidget(self._places[key])
        self._places[key].setFocus()

    def start(self) -> None:
        """Begin an assessment of today, or go on with the one begun."""
        customer_id, today = self.customer_id, self.ctx.today
        if customer_id is None:
            return

        def here(found: AssessmentFile) -> None:
            if self.customer_id == customer_id:
                self.show_view("wizard")
                self.wizard.show_file(customer_id, found)
                self.wizard.setFocus()

        self.ctx.query(
            lambda reader: assessments.file_on(reader, customer_id, today), here, asker=self
        )

    def show_paste(self) -> None:
        """Show what the clipboard holds as accounts."""
        found = self._file
        self.show_view("paste")
        currency = found.currency if found is not None else self.ctx.reader.base_currency()
        self.paste.show_text(QGuiApplication.clipboard().text(), currency)

    def _page(self, report: str) -> None:
        if self.customer_id is not None:
            self.ctx.navigate(f"report/{report}/{self.customer_id}")

    def _leave_wizard(self) -> None:
        self.wizard.settled()
        self.show_view("grade")

    # acts

    def _keep_accounts(self, statements: Any, emptied: Any) -> None:
        customer_id = self.customer_id
        if customer_id is None:
            return
        years = ", ".join(str(one) for one in sorted({s.year for s in statements} | {*emptied}))

        def done(_result: object) -> None:
            self._file = None
            self.show_view("accounts")
            self.show_customer(customer_id)

        self.ctx.act(
            assessments.keep_statements,
            customer_id,
            list(statements),
            self.ctx.today,
            asker=self,
            done=done,
            notice=translate("Assessment", "Accounts of {years} kept").format(years=years),
            without=list(emptied),
        )

    def _keep_assessment(self, entry: AssessmentEntry) -> None:
        def done(_result: object) -> None:
            self.wizard.settled()
            self.show_view("grade")
            self.show_customer(entry.customer_id)

        def words(result: Any) -> Notice:
            said = translate("Assessment", "Assessment kept")
            act = translate("Assessment", "Take back")
            return Notice(said, act, lambda: self._take_back(result.value))

        self.ctx.act(assessments.keep_assessment, entry, asker=self, done=done, notice=words)

    def take_back(self) -> None:
        """Take the last assessment back; the one before it holds again."""
        if self._file is not None and self._file.previous:
            self._take_back(self._file.previous[-1].id)

    def _take_back(self, record_id: int) -> None:
        self.ctx.act(
            records.take_back_record,
            Assessment,
            record_id,
            self.ctx.today,
            asker=self,
            notice=translate("Assessment", "Assessment taken back"),
        )

    # the page's calls

    def refresh(self, changes: Changes) -> None:
        """Read again when records, documents or the policy changed."""
        if changes.records or changes.allocations or changes.settings or changes.customers:
            super().refresh(changes)

    def escape(self) -> bool:
        """Leave the wizard or the paste."""
        if self.shown() == "wizard":
            self._leave_wizard()
            return True
        if self.shown() == "paste":
            self.show_view("accounts")
            return True
        return False

    def has_draft(self) -> bool:
        """Whether an assessment or accounts are typed and not kept."""
        if self._file is None:
            return False
        return self.wizard.has_draft() or self.sheet.has_draft()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for act in self.acts:
            act.retranslate()
        self.view.set_options(
            [
                Option("grade", translate("Assessment", "Grade")),
                Option("accounts", translate("Assessment", "Accounts")),
                Option("ratios", translate("Assessment", "Ratios")),
            ]
        )
        self.view.setAccessibleName(translate("Assessment", "Assessment"))
        self.grade.retranslate()
        self.sheet.retranslate()
        self.ratios.retranslate()
        self.wizard.retranslate()
        self.paste.retranslate()
        if self.customer_id is not None and self._file is not None:
            self._show(self.customer_id, self._file)
