"""One application: what is asked for, the methods, what was said, and the word to be said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from domain.changes import OperationResult
from domain.credit.approval import CreditApplication, Decision, Standing, State
from domain.credit.limit_papers import APPROVAL, approval_form
from domain.errors import QingzhangError
from domain.ports import BookReader, UnitOfWork
from domain.services import papers
from domain.services.papers import Issued
from ui import format as fmt
from ui import labels
from ui import limit_words as words
from ui.acts import Act
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.facts import Facts
from ui.widgets.fields import AmountEdit, Field, unclear_amount


class ApplicationPane(QWidget):
    """Shows a standing; the fields of the decision are there while a level is waited for."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.shown: Standing | None = None
        self._name = ("", "")
        self.setProperty("role", "raised")
        self.title = label("strong", name="credit.application.title")
        self.facts = Facts(label_width=96)
        self._legs_head = label("heading")
        self.legs = Facts(label_width=96)
        self._said_head = label("heading")
        self.steps = Facts(label_width=96)
        self.limit = AmountEdit(name="credit.application.limit")
        self.comment = QPlainTextEdit()
        self.comment.setObjectName("credit.application.comment")
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(52)
        self.fields = {
            "minor": Field(
                self.limit, lambda: translate("Limits", "Approve up to"), label_width=96
            ),
            "comment": Field(self.comment, lambda: translate("Limits", "Opinion"), label_width=96),
        }
        self.problem = label("error", name="credit.application.error", wrap=True)
        self.problem.hide()
        self._who = label("small", name="credit.application.who", wrap=True)
        self._buttons = row(gap=8)
        self._build()
        ctx.user_changed.connect(self._say_who)

    def _build(self) -> None:
        inside = column(
            *(self.facts, 4, self._legs_head, self.legs, 4, self._said_head, self.steps, None),
            margins=(16, 12, 16, 12),
            gap=8,
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(pane(inside, role="raised"))
        self._decide = pane(
            column(
                *(self._who, self.fields["minor"], self.fields["comment"], self.problem),
                self._buttons,
                margins=(16, 10, 16, 12),
                gap=8,
            ),
            role="raised",
        )
        self._line = line()
        head = pane(row(self.title, None, margins=(16, 0, 16, 0)), role="raised", height=40)
        whole = column(head, line(), area, self._line, self._decide)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_acts(self, decisions: Mapping[Decision, Act], form: Act) -> None:
        """Put the acts under the fields."""
        for what, act in decisions.items():
            kind = "primary" if what is Decision.APPROVE else "outline"
            self._buttons.addWidget(Button.of(act, kind=kind, show_key=what is Decision.APPROVE))
        self._buttons.addStretch(1)
        self._buttons.addWidget(Button.of(form, kind="flat", show_key=False))

    # showing

    def show_standing(self, found: Standing | None, row_: Any = None) -> None:
        """Show another application, None for none."""
        fresh = found is None or self.shown is None or found.application != self.shown.application
        self.shown = found
        self._name = ("", "") if row_ is None else (row_.name, row_.name_en)
        self.setVisible(found is not None)
        if found is None:
            self.comment.clear()
            return
        if fresh or found.state is not State.WAITING:
            self.comment.clear()
            self.errors({})
        self.limit.currency = found.application.value.currency
        self.limit.set_minor(None if found.application.value.unlimited else found.minor)
        self._show()

    def _show(self) -> None:
        found = self.shown
        if found is None:
            return
        value, language = found.application.value, self.ctx.language
        zh, en = self._name
        self.title.setText(f"{(en or zh) if language == 'en' else zh} · {value.number}")
        self.facts.show_facts(self._told(found))
        self.legs.show_facts(_legs(value))
        self._said_head.setVisible(bool(found.steps))
        self.steps.setVisible(bool(found.steps))
        self.steps.show_facts(self._steps(found))
        waits = found.state is State.WAITING
        for widget in (self._who, *self.fields.values()):
            widget.setVisible(waits)
        self.fields["minor"].setVisible(waits and not value.unlimited)
        self._say_who()

    def _told(self, found: Standing) -> list[tuple[str, str]]:
        value, language = found.application.value, self.ctx.language
        asked = None if value.unlimited else value.minor
        until = fmt.day(value.ends_on, language) if value.ends_on else ""
        insured = fmt.money(value.insured_minor, value.currency) if value.insured_minor else ""
        before = words.amount_before(value.before_minor, value.currency, value.before_source)
        new = translate("Limits", "new: no credit, paid before delivery until approved")
        return [
            (translate("Limits", "Asked for"), words.amount(asked, value.currency)),
            (translate("Limits", "Until"), until),
            (translate("Limits", "Limit then"), before),
            (translate("Limits", "Insured part"), insured),
            (translate("Limits", "Payment terms"), _change(value.terms_before, value.terms)),
            (translate("Limits", "Customer"), new if value.new_customer else ""),
            (translate("Limits", "Reason"), value.reason),
            (
                translate("Limits", "Applicant"),
                f"{value.applicant} · {fmt.day(value.applied_on, language)}",
            ),
        ]

    def _steps(self, found: Standing) -> list[tuple[str, str]]:
        rows = []
        for step in found.steps:
            value = step.value
            amount = ""
            if value.minor is not None:
                amount = fmt.money(value.minor, found.application.value.currency)
            said = (
                value.who,
                words.decision(value.decision),
                amount,
                value.comment,
                fmt.day(step.dated_on, self.ctx.language),
            )
            told = " · ".join(part for part in said if part)
            rows.append((f"{value.level} {words.level(value.level)}", told))
        return rows

    def _say_who(self) -> None:
        found = self.shown
        if found is None or not found.level:
            return
        said = translate("Limits", "Level {place} {level}: {name} decides")
        self._who.setText(
            said.format(place=found.level, level=words.level(found.level), name=self.ctx.user)
        )

    # the word

    def said(self) -> str:
        """Return the opinion typed."""
        return self.comment.toPlainText().strip()

    def minor(self) -> int | None:
        """Return the amount approved where it is less than the whole."""
        found, typed = self.shown, self.limit.minor()
        if found is None or found.application.value.unlimited or typed == found.minor:
            return None
        return typed

    def ready(self) -> bool:
        """Whether the amount can be read; says so beside it where not."""
        found = self.shown
        needs = found is not None and not found.application.value.unlimited
        wrong = needs and self.limit.minor() is None
        self.errors({"minor": unclear_amount()} if wrong else {})
        return not wrong

    def errors(self, found: Mapping[str, str]) -> None:
        """Show errors beside the fields."""
        self.problem.hide()
        for key, field in self.fields.items():
            field.set_error(found.get(key, ""))

    def refused(self, error: QingzhangError) -> bool:
        """Show an error of the domain beside its field, else under them."""
        text = labels.error_text(error, self.ctx.language)
        if error.facts.get("field") == "comment":
            self.errors({"comment": text})
            self.comment.setFocus()
        elif error.code == "limit.bad":
            self.errors({"minor": text})
            self.limit.setFocus()
        else:
            self.problem.setText(text)
            self.problem.show()
        return True

    # the paper

    def issue(self, found: Standing) -> None:
        """Number and keep the approval form, and show it."""
        ctx = self.ctx

        def service(uow: UnitOfWork) -> OperationResult[list[Issued]]:
            return issue_form(ctx.reader, uow, found, ctx)

        def done(result: OperationResult[list[Issued]]) -> None:
            ctx.navigate(f"paper/{result.value[0].id}")

        said = translate("Limits", "Approval form kept")
        ctx.act(service, asker=self, notice=said, done=done)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._legs_head.setText(translate("Limits", "Methods side by side"))
        self._said_head.setText(translate("Limits", "Decisions"))
        for field in self.fields.values():
            field.retranslate()
        self._show()


def issue_form(
    reader: BookReader, uow: UnitOfWork, found: Standing, ctx: AppContext
) -> OperationResult[list[Issued]]:
    """Issue the approval form of an application as it stands."""
    customer_id = found.application.customer_id or 0
    customer = reader.customer(customer_id)
    value = approval_form(
        found,
        company=reader.company(),
        customer=papers.addressee(customer),
        language=str(reader.setting("language", "zh")),
        issued_on=ctx.today,
    )
    return papers.issue(uow, APPROVAL, [value], [customer_id], ctx.papers.render)


def _legs(value: CreditApplication) -> list[tuple[str, str]]:
    """Return each method with its limit and what it comes from, the proposal last."""
    rows = words.leg_rows(value.legs, value.proposed_minor, value.currency)
    return [
        (name, "\n".join(part for part in (limit, source) if part)) for name, source, limit in rows
    ]


def _change(before: str, after: str) -> str:
    return f"{before or fmt.DASH} → {after}" if after and after != before else before
