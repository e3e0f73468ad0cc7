"""The review of the credit policy: the pack of the last period, and what the review came to."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from domain.changes import Changes
from domain.policies.version import PolicyReview, period_end, period_start
from domain.policy import policy_on
from domain.ports import BookReader
from domain.services import policies
from ui.context import AppContext
from ui.gallery_review import policy_review
from ui.marks import translate
from ui.preview.pane import PagePreview
from ui.tabbed import Tab
from ui.widgets.basic import column, label, line, line_edit, pane, row
from ui.widgets.button import Button

_NOTE: Final = 360


class PolicyTab(Tab):
    """The pages of the pack; above them the acts that end a review."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._end = period_end(ctx.today, 3)
        self.preview = PagePreview(ctx, "credit.policy.preview")
        self.preview.set_zoom(100)
        self.note = line_edit("credit.policy.note")
        self.note.setFixedWidth(_NOTE)
        self.reviewed = label("label", name="credit.policy.reviewed")
        self.keep = Button(
            name="credit.policy.keep", kind="primary", icon="check", key="Ctrl+Enter"
        )
        self.change = Button(name="credit.policy.change", icon="pencil")
        self.print = Button(name="credit.policy.print", icon="printer", key="Ctrl+P")
        self.save = Button(name="credit.policy.pdf", icon="file-down")
        head = row(self.reviewed, None, self.note, self.keep, self.change, margins=(16, 0, 16, 0))
        self.setLayout(column(pane(head, height=47), line(), self.preview))
        self.setFocusProxy(self.preview)
        self.keep.clicked.connect(lambda: self._review(changed=False))
        self.change.clicked.connect(lambda: self._review(changed=True))
        self.print.clicked.connect(self.print_list)
        self.save.clicked.connect(
            lambda: self.preview.save_as(translate("Policy", "Policy review"))
        )

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head."""
        return [self.save, self.print]

    def about(self) -> str:
        """Return the line beside the screen's title."""
        return translate("Policy", "Figures, outcomes and losses of the period that is over")

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Policy",
            "<p>What the period brought, for the review of the credit policy. “The policy stands” "
            "ends the review; “Change the policy” ends it too and opens the draft of a new "
            "version, which somebody else approves. The next review is due after the next "
            "period.</p>",
        )

    def refresh(self, changes: Changes) -> None:
        """Make the pack anew."""
        if not (changes.records or changes.documents or changes.settings):
            return
        ctx, language, day = self.ctx, self.ctx.language, self.ctx.as_of
        self.preview.show_made(
            lambda: ctx.papers.render(policy_review(ctx.reader, language, day)),
            translate("Policy", "Making the review…"),
        )
        ctx.query(self._read, self._show, asker=self)

    def _read(self, reader: BookReader) -> tuple[Any, Any, bool]:
        day = self.ctx.as_of
        months = policy_on(reader, day).versions.review_months
        end = period_end(day, months)
        return period_start(end, months), end, policies.reviewed(reader, day)

    def _show(self, found: tuple[Any, Any, bool]) -> None:
        start, self._end, done = found
        said = (
            translate("Policy", "{start} to {end}: reviewed")
            if done
            else translate("Policy", "{start} to {end}: to be reviewed")
        )
        self.reviewed.setText(said.format(start=start, end=self._end))

    def _review(self, *, changed: bool) -> None:
        review = PolicyReview(
            period_end=self._end,
            reviewed_by=self.ctx.user,
            changed=changed,
            note=self.note.text().strip(),
        )

        def done(_result: object) -> None:
            self.note.clear()
            if changed:
                self.ctx.navigate("settings?section=policy&draft=1")

        self.ctx.act(
            policies.review_policy,
            review,
            self.ctx.today,
            asker=self,
            notice=translate("Policy", "Review of the credit policy recorded"),
            done=done,
        )

    def offers(self) -> set[str]:
        """Return the common acts it has."""
        return {"print"}

    def print_list(self) -> None:
        """Ctrl+P."""
        self.preview.print_now()

    def has_draft(self) -> bool:
        """Whether a note would be lost."""
        return bool(self.note.text())

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.keep.set_words(translate("Policy", "The policy stands"))
        self.change.set_words(translate("Policy", "Change the policy…"))
        self.print.set_words(translate("Policy", "Print"))
        self.save.set_words(translate("Policy", "Save as PDF…"))
        self.note.setPlaceholderText(translate("Policy", "What the review found"))
        self.note.setAccessibleName(translate("Policy", "What the review found"))
        self.preview.retranslate()
