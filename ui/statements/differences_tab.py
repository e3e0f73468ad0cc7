"""Differences of statements until each is settled."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QLineEdit

from domain.changes import Changes
from domain.record import Record
from domain.services.statements import open_differences, settle_difference
from domain.statement_reply import Difference
from ui.acts import Act
from ui.context import AppContext
from ui.lists.columns import Column
from ui.lists.form_tab import FormTab
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.statements.reply_words import cause_word
from ui.widgets.basic import line, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import DateEdit, Field, needed
from ui.widgets.form import FormFrame

_C: Final = "Replies"


def columns() -> list[Column]:
    """Return the columns of the list."""
    return [
        Column(
            key="since",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Since")),
            get=lambda one: one.dated_on,
            kind="date",
            order="since",
            width=92,
        ),
        Column(
            key="number",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Document")),
            get=lambda one: one.value.number,
            kind="code",
            order="number",
            width=140,
            fixed=True,
        ),
        _money("ours", QT_TRANSLATE_NOOP("Replies", "Our amount")),
        _money("theirs", QT_TRANSLATE_NOOP("Replies", "Their amount")),
        _money("gap", QT_TRANSLATE_NOOP("Replies", "Difference"), bold=True),
        Column(
            key="cause",
            title=(_C, QT_TRANSLATE_NOOP("Replies", "Cause")),
            get=lambda one: one.value.cause.value,
            say=lambda one, _language: cause_word(one.value.cause),
            stretch=True,
            width=120,
        ),
    ]


def _money(key: str, title: str, *, bold: bool = False) -> Column:
    return Column(
        key=key,
        title=(_C, title),
        get=lambda one: getattr(one.value, key),
        kind="money",
        currency=lambda one: one.value.currency,
        width=104,
        bold=bold,
    )


class SettleForm(FormFrame):
    """How a difference was settled."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "statements.settle")
        self._one: Record[Difference] | None = None
        self.on = DateEdit(ctx.today, ctx.today, name="statements.settle.on")
        self.how, self.document = QLineEdit(), QLineEdit()
        self.how.setObjectName("statements.settle.how")
        self.document.setObjectName("statements.settle.document")
        self.lay_out(
            {
                "on": Field(self.on, lambda: translate("Replies", "Settled on"), above=True),
                "how": Field(self.how, lambda: translate("Replies", "How"), above=True),
                "document": Field(
                    self.document,
                    lambda: translate("Replies", "Document posted for it"),
                    above=True,
                ),
            }
        )

    def start(self, one: Record[Difference]) -> None:
        """Show the form for a difference."""
        if self._one is None or self._one.id != one.id:
            self.on.set_day(self.ctx.today)
            self.how.clear()
            self.document.clear()
        self._one = one
        self.retranslate()
        self.errors_shown({})
        self.how.setFocus()

    def submit(self) -> None:
        """Check what is typed and keep it."""
        on, how = self.on.day(), self.how.text().strip()
        errors = {} if on else {"on": needed()}
        errors |= {} if how else {"how": needed()}
        if self.errors_shown(errors) or self._one is None or on is None:
            return
        self.ctx.act(
            settle_difference,
            self._one.id,
            how,
            on,
            self.document.text().strip(),
            asker=self,
            notice=translate("Replies", "Difference settled"),
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Replies", "Settled"))
        self.title.setText(self._one.value.number if self._one else "")


class DifferencesTab(FormTab):
    """What is not settled, the oldest first."""

    form: SettleForm

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "statements.differences", columns(), lambda one: one.id)
        self.settle_act = Act(
            self,
            "statements.settle",
            (_C, QT_TRANSLATE_NOOP("Replies", "Settle the difference…")),
            self.settle,
            key="Ctrl+R",
            icon="check",
        )
        self.acts.append(self.settle_act)
        settle = Button.of(self.settle_act, kind="small")
        foot = pane(row(None, settle, margins=(16, 0, 16, 0)), role="head", height=32)
        self.beside(SettleForm(ctx), self.stack, line(), foot)
        self.view.chosen.connect(lambda _key: self.settle())

    def refresh(self, changes: Changes) -> None:
        """Read the list again."""
        day = self.ctx.as_of
        self.ctx.query(lambda reader: open_differences(reader, day), self._take, asker=self)

    def _take(self, found: list[Record[Difference]]) -> None:
        self.model.show_rows(found)
        self.stack.setCurrentIndex(0 if found else 1)
        self.settle_act.setEnabled(bool(found))

    def settle(self) -> None:
        """Show the form for the current one."""
        found = self.current()
        if found is not None:
            self.form.show()
            self.form.start(found)

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Replies", "No differences open"),
            translate("Replies", "What customers' slips say otherwise stands here until settled."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.view.setAccessibleName(translate("Replies", "Differences"))
        self.view.widths.reset()
        self.empty.retranslate()
        self.form.retranslate()
