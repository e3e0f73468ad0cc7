"""The register of disputes: who looks into them, by when, how they were decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from domain.disputes import DisputeOn, DisputeState, ageing
from domain.listing import Order
from domain.services.disputes import disputes_on
from ui import dispute_words
from ui import format as fmt
from ui.acts import Act
from ui.collections.register_tab import Register, RegisterTab
from ui.context import AppContext
from ui.dispute_words import kind_word, outcome_word, state_chip
from ui.invoices.dispute_box import acts_of
from ui.lists.columns import Column
from ui.lists.footer import Figure
from ui.marks import QT_TRANSLATE_NOOP, translate

_C: Final = "Registers"
#: Act → words, key, icon.
_ACTS: Final = (
    ("settle", QT_TRANSLATE_NOOP("Registers", "Settle…"), "Ctrl+R", "check"),
    ("credit", QT_TRANSLATE_NOOP("Registers", "Credit note…"), "Ctrl+Shift+N", "file-text"),
    ("hand_on", QT_TRANSLATE_NOOP("Registers", "Hand on…"), "Ctrl+H", "user"),
    ("letter", QT_TRANSLATE_NOOP("Registers", "Letter…"), "Ctrl+Shift+L", "mail"),
)


def _columns(ctx: AppContext) -> list[Column]:
    return [
        Column(
            key="number",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Invoice")),
            get=lambda one: one.row.number,
            kind="code",
            order="number",
            width=140,
            fixed=True,
        ),
        Column(
            key="customer",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Customer")),
            get=lambda one: one.row.customer_name,
            say=_customer,
            order="customer",
            stretch=True,
            width=150,
            fixed=True,
        ),
        Column(
            key="amount",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Disputed")),
            get=lambda one: one.row.amount,
            kind="money",
            currency=lambda one: one.row.currency,
            order="amount",
            descending=True,
            width=104,
            bold=True,
        ),
        Column(
            key="kind",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Contested")),
            get=lambda one: one.row.kind,
            say=lambda one, language: kind_word(one.row.kind, language),
            order="kind",
            width=80,
        ),
        Column(
            key="reason",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "What the customer says")),
            get=lambda one: one.row.reason,
            width=140,
            secondary=True,
        ),
        *_handling_columns(),
        *_decision_columns(ctx),
    ]


def _handling_columns() -> list[Column]:
    return [
        Column(
            key="days",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Days")),
            get=lambda one: one.age,
            kind="days",
            order="days",
            descending=True,
            width=52,
        ),
        Column(
            key="owner",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Owner")),
            get=lambda one: one.owner,
            order="owner",
            width=84,
        ),
        Column(
            key="due",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Settle by")),
            get=lambda one: one.due_on,
            kind="date",
            order="due",
            width=88,
            tone=lambda one: "red" if one.state is DisputeState.LATE else "",
        ),
        Column(
            key="state",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "State")),
            get=lambda one: [state_chip(one.state)],
            kind="chips",
            width=104,
        ),
    ]


def _decision_columns(ctx: AppContext) -> list[Column]:
    return [
        Column(
            key="outcome",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Decision")),
            get=lambda one: outcome_word(one.row.outcome, ctx.language),
            say=lambda one, language: outcome_word(one.row.outcome, language),
            width=90,
            secondary=True,
        ),
        Column(
            key="conceded",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Conceded")),
            get=lambda one: one.row.conceded,
            kind="money",
            currency=lambda one: one.row.currency,
            dash=True,
            width=96,
            secondary=True,
        ),
        Column(
            key="credits",
            title=(_C, QT_TRANSLATE_NOOP("Registers", "Credit note")),
            get=lambda one: ", ".join(one.row.credits),
            kind="code",
            width=130,
            secondary=True,
        ),
    ]


def _customer(one: DisputeOn, language: str) -> str:
    row = one.row
    return fmt.name(row.customer_name, row.customer_name_en, language)


def _ages(rows: Sequence[Any]) -> list[Figure]:
    """Return what is open by age: "0-15 days 12,180.00"; empty ages are left out."""
    figures = []
    for band in ageing(rows):
        if band.count:
            said = translate("Registers", "{days} days")
            days = f"{band.from_day}–{band.to_day}" if band.to_day else f"{band.from_day}+"
            figures.append(Figure(said.format(days=days), fmt.money(band.amount, band.currency)))
    return figures


class DisputesTab(RegisterTab):
    """The register of disputes; its acts open the forms beside the invoice."""

    def __init__(self, ctx: AppContext) -> None:
        acts = []
        for name, words, key, icon in _ACTS:
            act = Act(
                ctx,
                f"collections.disputes.{name}",
                (_C, words),
                partial(self.run, name),
                key=key,
                icon=icon,
            )
            acts.append(act)
        register = Register(
            name="collections.disputes",
            read=disputes_on,
            columns=lambda: _columns(ctx),
            key=lambda one: one.row.id,
            state=lambda one: one.state.value,
            sum=lambda one: (one.row.currency, one.row.amount),
            states=dispute_words.STATES,
            words=dispute_words.state_word,
            address=lambda one: f"invoice/{one.row.item_id}",
            empty=lambda: (
                translate("Registers", "Nothing in dispute"),
                translate("Registers", "A part of an invoice is marked on the invoice's page."),
            ),
            about=lambda: translate(
                "Registers",
                "<p>Parts of invoices that customers contest, by the day they are to be settled. "
                "They are not chased, and stay in statements and ageing.</p><p>A decision ends a "
                "dispute when nothing is conceded; else its credit note does, and until then "
                "what is in dispute is not claimed. The letter tells the customer.</p>",
            ),
            order=Order("due"),
            over=frozenset({DisputeState.SETTLED.value}),
            more=_ages,
        )
        super().__init__(ctx, register, acts)

    def run(self, act: str) -> None:
        """Open what an act on the current dispute needs."""
        found = self.current()
        if isinstance(found, DisputeOn):
            self.ctx.navigate(f"invoice/{found.row.item_id}/{act}/{found.row.id}")

    def _enable(self) -> None:
        found = self.current()
        known = acts_of(found) if isinstance(found, DisputeOn) else []
        for act in self.acts:
            act.setEnabled(act.objectName().rpartition(".")[2] in known)
