"""The policy of limits: levels by amount, four eyes, our own cap, how often limits are reviewed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from domain.policy import CreditPolicy, policy_on
from domain.ports import BookReader
from domain.services.limit_policy import change_limit_policy
from ui.context import AppContext
from ui.marks import translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, line, row
from ui.widgets.fields import AmountEdit, Field, unclear_amount

_WIDTH = 190


class LimitsSection(Section):
    """A change is a new version of the policy from today on."""

    key = "limits"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._shown = CreditPolicy()
        self.second = AmountEdit(name="settings.limits.second")
        self.third = AmountEdit(name="settings.limits.third")
        self.equity = AmountEdit(name="settings.limits.equity")
        self.four_eyes = _box("settings.limits.four_eyes")
        self.separate = _box("settings.limits.separate")
        self.days = _number("settings.limits.days", 0, 60)
        self.cap = _number("settings.limits.cap", 0, 100, " %")
        self.months = _number("settings.limits.months", 1, 24)
        self.promote = _number("settings.limits.promote", 1, 50)
        self._heads = [label("heading") for _place in range(3)]
        self.fields = self._made_fields()
        names = list(self.fields)
        self.setLayout(
            column(
                *(self._heads[0], *(self.fields[name] for name in names[:5])),
                *(6, line(role="hairline"), 4, self._heads[1]),
                *(self.fields[name] for name in names[5:7]),
                *(6, line(role="hairline"), 4, self._heads[2]),
                *(self.fields[name] for name in names[7:]),
                *(self.problem, row(_WIDTH, self.save, None, gap=0), None),
                gap=8,
            )
        )
        self._wire()

    def _made_fields(self) -> dict[str, Field]:
        return {
            "second": _field(self.second, lambda: translate("Limits", "Two levels from")),
            "third": _field(self.third, lambda: translate("Limits", "Three levels from")),
            "days": _field(self.days, lambda: translate("Limits", "Days to decide")),
            "four_eyes": _field(self.four_eyes, lambda: ""),
            "separate": _field(self.separate, lambda: ""),
            "cap": _field(self.cap, lambda: translate("Limits", "One customer at most")),
            "equity": _field(
                self.equity,
                lambda: translate("Limits", "Our equity"),
                lambda: translate("Limits", "Empty: our receivables are taken"),
            ),
            "months": _field(self.months, lambda: translate("Limits", "Review after months")),
            "promote": _field(
                self.promote, lambda: translate("Limits", "Paid on time for the next stage")
            ),
        }

    def _wire(self) -> None:
        self.watch([self.second, self.third, self.equity])
        for box in (self.four_eyes, self.separate):
            box.toggled.connect(lambda _on: self.touch())
        for number in (self.days, self.cap, self.months, self.promote):
            number.valueChanged.connect(lambda _value: self.touch())

    def title(self) -> str:
        """Return the section's name."""
        return translate("Limits", "Limits and approvals")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Limits", "Who decides on credit, and when limits are looked at again")

    def load(self) -> None:
        """Show the policy in force."""
        day = self.ctx.today

        def read(reader: BookReader) -> tuple[CreditPolicy, str]:
            return policy_on(reader, day), reader.base_currency()

        self.ctx.query(read, lambda found: self._show(*found), asker=self)

    def _show(self, policy: CreditPolicy, currency: str) -> None:
        self._shown = policy
        for edit in (self.second, self.third, self.equity):
            edit.currency = currency
        self.second.set_minor(policy.approvals.second_from_minor)
        self.third.set_minor(policy.approvals.third_from_minor)
        self.equity.set_minor(policy.limits.own_equity_minor)
        self.four_eyes.setChecked(policy.approvals.four_eyes)
        self.separate.setChecked(policy.approvals.separate_levels)
        self.days.setValue(policy.approvals.days)
        self.cap.setValue(int(policy.limits.cap_percent))
        self.months.setValue(policy.reviews.months)
        self.promote.setValue(policy.limits.promote_invoices)
        self.dirty = False

    def submit(self) -> None:
        """Keep a new version of the policy."""
        second, third = self.second.minor(), self.third.minor()
        errors = {
            "second": unclear_amount() if second is None else "",
            "third": unclear_amount() if third is None else "",
            "equity": unclear_amount() if self.equity.is_unclear() else "",
        }
        if self.errors_shown(errors) or second is None or third is None:
            return

        def done(_result: object) -> None:
            self.dirty = False
            self.problem.hide()

        self.ctx.act(
            change_limit_policy,
            self._changed(second, third),
            self.ctx.today,
            asker=self,
            notice=translate("Limits", "Policy kept; it holds from today"),
            done=done,
            failed=self.refused,
        )

    def _changed(self, second: int, third: int) -> CreditPolicy:
        before = self._shown
        approvals = replace(
            before.approvals,
            second_from_minor=second,
            third_from_minor=third,
            days=self.days.value(),
            four_eyes=self.four_eyes.isChecked(),
            separate_levels=self.separate.isChecked(),
        )
        limits = replace(
            before.limits,
            cap_percent=Decimal(self.cap.value()),
            own_equity_minor=self.equity.minor(),
            promote_invoices=self.promote.value(),
        )
        reviews = replace(before.reviews, months=self.months.value())
        return replace(
            before,
            approvals=approvals,
            limits=limits,
            reviews=reviews,
            approved_by=self.ctx.user,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.four_eyes.setText(translate("Limits", "Whoever applies does not decide"))
        self.separate.setText(translate("Limits", "Nobody decides two levels"))
        heads = (
            translate("Limits", "Approvals"),
            translate("Limits", "Our own cap"),
            translate("Limits", "Reviews and stages"),
        )
        for head, words in zip(self._heads, heads, strict=True):
            head.setText(words)
        super().retranslate()


def _field(
    editor: QWidget, words: Callable[[], str], hint: Callable[[], str] | None = None
) -> Field:
    return Field(editor, words, label_width=_WIDTH, hint=hint)


def _box(name: str) -> QCheckBox:
    made = QCheckBox()
    made.setObjectName(name)
    return made


def _number(name: str, least: int, most: int, suffix: str = "") -> QSpinBox:
    made = QSpinBox()
    made.setObjectName(name)
    made.setRange(least, most)
    made.setSuffix(suffix)
    made.lineEdit().setTextMargins(8, 0, 0, 0)
    return made
