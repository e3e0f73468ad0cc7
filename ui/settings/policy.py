"""The credit policy: its versions, what differs between two, the draft of the next, the manual."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Final, NamedTuple

from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.errors import BadPolicy, QingzhangError
from domain.fields import day
from domain.policies.shape import differences
from domain.policies.version import PolicyDraft, Version, VersionState
from domain.policy import CreditPolicy
from domain.ports import BookReader
from domain.record import Record
from domain.services import policies
from domain.services.records import take_back_record
from ui import policy_words as words
from ui.context import AppContext
from ui.gallery_policy import manual
from ui.marks import translate
from ui.printing import print_pdf
from ui.settings.policy_editor import PolicyEditor
from ui.settings.section import Section
from ui.widgets.basic import column, label, line_edit, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import DateEdit, Field, needed, unclear_date
from ui.widgets.text_table import TextTable

_N: Final = "settings.policy"
_VERSIONS: Final = 172


class _Found(NamedTuple):
    """What the book has."""

    versions: list[Version]
    draft: Record[PolicyDraft] | None
    currency: str


class PolicySection(Section):
    """Versions and their differences, or the form of the draft."""

    key = "policy"
    wide = True

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._found: _Found | None = None
        self.versions = TextTable(f"{_N}.versions")
        self.versions.setFixedHeight(_VERSIONS)
        self.before, self.after = _combo(f"{_N}.before"), _combo(f"{_N}.after")
        self.table = TextTable(f"{_N}.differences")
        self.editor = PolicyEditor(ctx)
        self.from_on = DateEdit(ctx.today, ctx.today, name=f"{_N}.from_on")
        self.reason = line_edit(f"{_N}.reason")
        self.draft = Button(name=f"{_N}.draft", kind="primary", icon="pencil", key="Ctrl+D")
        self.approve = Button(name=f"{_N}.approve", icon="check", key="Ctrl+Shift+A")
        self.discard = Button(name=f"{_N}.discard", kind="flat", icon="trash-2")
        self.issue = Button(name=f"{_N}.issue", icon="printer")
        self.look = Button(name=f"{_N}.look", kind="flat", icon="file-text")
        self.back = Button(name=f"{_N}.back", kind="flat", icon="chevron-left")
        self._state = label("label", wrap=True)
        self._against = label("label")
        self._none = label("hint")
        self.stack = QStackedWidget()
        self.stack.addWidget(self._overview())
        self.stack.addWidget(self._form())
        self.setLayout(column(self.stack, self.problem, gap=8, margins=(0, 0, 16, 12)))
        self._wire()

    def _overview(self) -> QWidget:
        acts = row(self.draft, self.approve, self.discard, None, self.look, self.issue, gap=8)
        compare = row(self.before, self._against, self.after, self._none, None, gap=8)
        parts = (pane(acts, height=32), self._state, self.versions, pane(compare, height=32))
        layout = column(*parts, self.table, gap=8)
        layout.setStretch(4, 1)
        return pane(layout)

    def _form(self) -> QWidget:
        self.fields = {
            "from_on": Field(
                self.from_on, lambda: translate("Policy", "In force from"), above=True
            ),
            "reason": Field(self.reason, lambda: translate("Policy", "Reason"), above=True),
        }
        self.reason.setMinimumWidth(320)
        head = row(
            *self.fields.values(), None, column(22, row(self.back, self.save, gap=8)), gap=12
        )
        layout = column(pane(head), self.editor, gap=8)
        layout.setStretch(1, 1)
        return pane(layout)

    def _wire(self) -> None:
        self.draft.clicked.connect(self.edit_draft)
        self.approve.clicked.connect(self.approve_draft)
        self.discard.clicked.connect(self.discard_draft)
        self.issue.clicked.connect(self.issue_manual)
        self.look.clicked.connect(lambda: self.ctx.navigate("report/credit-policy"))
        self.back.clicked.connect(self.leave_form)
        self.versions.moved.connect(lambda _place: self._follow())
        self.before.activated.connect(lambda _place: self._compare())
        self.after.activated.connect(lambda _place: self._compare())
        self.editor.changed.connect(self.touch)
        self.from_on.textEdited.connect(lambda _text: self.touch())
        self.watch([self.reason])

    def title(self) -> str:
        """Return the section's name."""
        return translate("Policy", "Credit policy")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Policy", "What was decided earlier keeps the version it was made under")

    def open(self, query: dict[str, str]) -> None:
        """Begin or go on with the draft: ``settings?section=policy&draft=1``."""
        if query.get("draft") and self._found is not None and not self.dirty:
            self.edit_draft()

    # what the book has

    def load(self) -> None:
        """Read the versions and the draft."""
        today = self.ctx.today

        def read(reader: BookReader) -> _Found:
            return _Found(
                policies.versions(reader, today),
                policies.draft_of(reader),
                reader.base_currency(),
            )

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: _Found) -> None:
        self._found = found
        self.dirty = False
        self.problem.hide()
        self.stack.setCurrentIndex(0)
        language = self.ctx.language
        headers = [
            translate("Policy", "Version"),
            translate("Policy", "In force from"),
            translate("Policy", "State"),
            translate("Policy", "Drafted by"),
            translate("Policy", "Approved by"),
            translate("Policy", "Reason"),
        ]
        rows = [_version_row(one, language) for one in reversed(found.versions)]
        self.versions.show_texts(headers, rows)
        self._choices(found)
        self._show_state(found)

    def _choices(self, found: _Found) -> None:
        language, last = self.ctx.language, len(found.versions) - 1
        for box in (self.before, self.after):
            box.clear()
            for one in found.versions:
                box.addItem(words.version(one, language), one.policy)
        if found.draft is not None:
            self.after.addItem(translate("Policy", "Draft"), found.draft.value.policy)
        held = next(n for n, one in enumerate(found.versions) if _in_force(one))
        self.before.setCurrentIndex(held if found.draft is not None else max(0, last - 1))
        self.after.setCurrentIndex(self.after.count() - 1)
        self._compare()

    def _show_state(self, found: _Found) -> None:
        draft = found.draft
        self.draft.set_words(
            translate("Policy", "Edit the draft")
            if draft is not None
            else translate("Policy", "New draft")
        )
        self.approve.setVisible(draft is not None)
        self.discard.setVisible(draft is not None)
        self._state.setVisible(draft is not None)
        if draft is not None:
            said = translate(
                "Policy",
                "Draft of {who} for {on}: {reason}. Somebody else at the desk approves it.",
            )
            self._state.setText(
                said.format(
                    who=draft.value.policy.proposed_by,
                    on=day(draft.value.from_on, self.ctx.language),
                    reason=draft.value.policy.reason,
                )
            )

    def _follow(self) -> None:
        """Compare the version that is current with the one before it."""
        chosen = self._chosen()
        if self._found is not None and chosen is not None:
            self.after.setCurrentIndex(chosen.number)
            self.before.setCurrentIndex(max(0, chosen.number - 1))
            self._compare()

    def _chosen(self) -> Version | None:
        """Return the version that is current in the list, else the one in force."""
        if self._found is None:
            return None
        place, known = self.versions.currentIndex().row(), self._found.versions
        if 0 <= place < len(known):
            return known[len(known) - 1 - place]
        return next(one for one in known if _in_force(one))

    def _compare(self) -> None:
        before, after = self.before.currentData(), self.after.currentData()
        if not isinstance(before, CreditPolicy) or not isinstance(after, CreditPolicy):
            return
        currency = self._found.currency if self._found is not None else ""
        language = self.ctx.language
        rows = [words.difference(one, language, currency) for one in differences(before, after)]
        headers = [
            translate("Policy", "Section"),
            translate("Policy", "Parameter"),
            self.before.currentText(),
            self.after.currentText(),
        ]
        self.table.show_texts(headers, rows)
        self._none.setText(
            translate("Policy", "%n difference(s)", None, len(rows))
            if rows
            else translate("Policy", "These two say the same")
        )

    # the draft

    def edit_draft(self) -> None:
        """Open the draft, or begin one from the latest version."""
        found = self._found
        if found is None:
            return
        latest = found.versions[-1]
        if found.draft is None:
            policy, from_on = replace(latest.policy, reason=""), self.ctx.today + timedelta(days=1)
        else:
            policy, from_on = found.draft.value.policy, found.draft.value.from_on
        self.from_on.set_day(from_on)
        self.reason.setText(policy.reason)
        self.editor.edit(policy, self._base(found), found.currency)
        self.stack.setCurrentIndex(1)
        self.editor.list.setFocus()

    def _base(self, found: _Found) -> CreditPolicy:
        """Return the version the draft was begun from."""
        base_id = found.draft.value.base_id if found.draft else found.versions[-1].record_id
        return next(one.policy for one in found.versions if one.record_id == base_id)

    def leave_form(self) -> None:
        """Go back to the versions; what was typed and not saved is dropped."""
        self.dirty = False
        self.load()

    def submit(self) -> None:
        """Save the draft."""
        found, on = self._found, self.from_on.day()
        if found is None or self.stack.currentIndex() == 0:
            return
        errors = {
            "from_on": unclear_date() if on is None else "",
            "reason": "" if self.reason.text().strip() else needed(),
        }
        if self.errors_shown(errors) or on is None:
            return
        if not self.editor.is_clear:
            self.problem.setText(
                translate("Policy", "What is marked red is no value. Nothing was saved.")
            )
            self.problem.show()
            return
        self._keep(found, on)

    def _keep(self, found: _Found, on: date) -> None:
        policy = replace(
            self.editor.policy,
            proposed_by=self.ctx.user,
            approved_by="",
            reason=self.reason.text().strip(),
        )
        base_id = found.draft.value.base_id if found.draft else found.versions[-1].record_id
        draft = PolicyDraft(policy=policy, base_id=base_id, from_on=on)
        self._run(policies.keep_draft, draft, self.ctx.today, notice=translate("Settings", "Saved"))

    def approve_draft(self) -> None:
        """Put the draft in force from its day, approved by who is at the desk."""
        if self._found is None or self._found.draft is None:
            return
        self._run(
            policies.approve_draft,
            self._found.draft.id,
            self.ctx.user,
            self.ctx.today,
            notice=translate("Policy", "Approved: a new version of the credit policy"),
        )

    def discard_draft(self) -> None:
        """Take the draft back; it stays in the history."""
        if self._found is None or self._found.draft is None:
            return
        self._run(
            take_back_record,
            PolicyDraft,
            self._found.draft.id,
            self.ctx.today,
            notice=translate("Policy", "Draft taken back"),
        )

    def _run(self, service: Any, *args: object, notice: str) -> None:
        def done(_result: object) -> None:
            self.dirty = False
            self.load()

        self.ctx.act(service, *args, asker=self, notice=notice, done=done, failed=self._refused)

    def _refused(self, error: QingzhangError) -> bool:
        if isinstance(error, BadPolicy):
            self.editor.show_fault(error)
        return self.refused(error)

    # the manual

    def issue_manual(self) -> None:
        """Number and freeze the manual of the version that is current, and print it."""
        version = self._chosen()
        if version is None:
            return
        language, today, render = self.ctx.language, self.ctx.today, self.ctx.papers.render

        def made(paper: Any) -> None:
            self.ctx.act(
                policies.issue_policy,
                version,
                paper,
                render,
                asker=self,
                done=self._print,
                failed=self.refused,
            )

        self.ctx.query(lambda reader: manual(reader, version, language, today), made, asker=self)

    def _print(self, result: OperationResult[int]) -> None:
        read = partial(policies.pages_of, issued_id=result.value, copy=not result.operation_id)
        self.ctx.query(read, lambda pdf: print_pdf(self.ctx, pdf, self), asker=self)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.save.set_words(translate("Policy", "Save the draft"))
        self.approve.set_words(translate("Policy", "Approve"))
        self.discard.set_words(translate("Policy", "Take back"))
        self.issue.set_words(translate("Policy", "Issue and print"))
        self.look.set_words(translate("Policy", "Preview"))
        self.back.set_words(translate("Policy", "Back"))
        self._against.setText(translate("Policy", "compared with"))
        self.versions.setAccessibleName(translate("Policy", "Versions"))
        self.table.setAccessibleName(translate("Policy", "Differences"))
        self.editor.list.setAccessibleName(translate("Policy", "Sections"))
        if self._found is not None and not self.dirty:
            self._show(self._found)


def _version_row(one: Version, language: str) -> tuple[str, ...]:
    on = day(one.from_on, language) if one.from_on is not None else ""
    policy = one.policy
    named = words.version(one, language) if one.from_on is None else f"V{one.number}"
    state = words.state(one.state, language)
    return named, on, state, policy.proposed_by, policy.approved_by, policy.reason


def _in_force(one: Version) -> bool:
    return one.state is VersionState.IN_FORCE


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setMinimumWidth(180)
    return box
