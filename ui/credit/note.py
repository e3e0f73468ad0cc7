"""What the credit check says of a sale being entered: told beside the form, never in its way."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from domain.credit.check import CheckResult, Level
from domain.money import Money
from ui import credit_words
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, set_tone


class VerdictNote(QWidget):
    """Heading and reasons; hidden as long as the sale passes."""

    def __init__(self, ctx: AppContext, name: str) -> None:
        super().__init__()
        self.ctx = ctx
        self._asked: tuple[int, Money] | None = None
        self._head = label("strong", name=f"{name}.verdict", wrap=True)
        self._why = label("small", name=f"{name}.reasons", wrap=True)
        self._delay = QTimer(self, singleShot=True, interval=200)
        self._delay.timeout.connect(self._read)
        inside = column(self._head, self._why, margins=(16, 12, 16, 12), gap=4)
        self.setLayout(column(pane(inside, role="raised"), line()))
        self.hide()

    def ask(self, customer_id: int | None, amount: Money) -> None:
        """Ask for a sale; without a customer there is nothing to say."""
        self._asked = None if customer_id is None else (customer_id, amount)
        if self._asked is None:
            self._delay.stop()
            self.hide()
        else:
            self._delay.start()

    def _read(self) -> None:
        from domain.services.credit_check import Asked, check_sale

        if self._asked is None:
            return
        wanted = customer_id, amount = self._asked
        asked = Asked(customer_id=customer_id, amount=amount if amount.minor else None)
        on = self.ctx.today

        def here(found: CheckResult) -> None:
            if self._asked == wanted:
                self._show(found)

        self.ctx.query(lambda reader: check_sale(reader, asked, on), here, asker=self)

    def _show(self, found: CheckResult) -> None:
        self.setVisible(found.verdict is not Level.PASSES)
        words = {
            Level.WARN: translate("CreditCheck", "This customer is near a limit or overdue"),
            Level.BLOCK: translate(
                "CreditCheck", "This customer is blocked; the invoice is posted all the same"
            ),
        }
        self._head.setText(words.get(found.verdict, ""))
        set_tone(self._head, "red" if found.verdict is Level.BLOCK else "amber")
        told = credit_words.reasons(found, self.ctx.language)
        self._why.setText("\n".join(text for _level, text in told))
