"""The banks whose bills carry no recourse exposure once they are passed on."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from domain.bill import SAFE_BANKS, SAFE_BANKS_SETTING
from domain.ports import BookReader
from ui.bills import acts
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, pane
from ui.widgets.button import Button
from ui.widgets.fields import Field
from ui.widgets.form import FormFrame


class BanksForm(FormFrame):
    """One name, or a part of it, per line."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "bills.banks")
        self._about = label("small", wrap=True)
        self.names = QPlainTextEdit()
        self.names.setObjectName("bills.banks.names")
        self.names.setFixedHeight(360)
        self.names.setTabChangesFocus(True)
        self.usual = Button(name="bills.banks.usual", kind="link")
        self.usual.clicked.connect(lambda: self._show(list(SAFE_BANKS)))
        self.body.addWidget(pane(column(self._about, margins=(16, 14, 16, 0)), role="raised"))
        self.lay_out({"names": Field(self.names, lambda: translate("Bills", "Banks"), above=True)})
        self.foot_row.addWidget(self.usual)

    def start(self) -> None:
        """Read the list and show it."""

        def read(reader: BookReader) -> list[str]:
            return list(reader.setting(SAFE_BANKS_SETTING, list(SAFE_BANKS)))

        self.ctx.query(read, self._show, asker=self)
        self.names.setFocus()

    def _show(self, names: list[str]) -> None:
        self.names.setPlainText("\n".join(names))

    def submit(self) -> None:
        """Keep the list."""
        names = [name.strip() for name in self.names.toPlainText().splitlines()]
        asked = acts.Asked(
            ctx=self.ctx,
            asker=self,
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )
        acts.keep_banks(asked, list(dict.fromkeys(name for name in names if name)))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        if not self.fields:
            return
        self.title.setText(translate("Bills", "Banks without recourse exposure"))
        self._about.setText(
            translate(
                "Bills",
                "Bills that one of these banks has accepted leave the exposure when they are "
                "endorsed or discounted. A line fits where the acceptor's name contains it.",
            )
        )
        self.do.set_words(translate("Bills", "Keep"))
        self.usual.set_words(translate("Bills", "The usual list"))
