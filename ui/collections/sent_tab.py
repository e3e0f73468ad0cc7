"""The letters sent: a register to show them, print them again and record their delivery."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from domain.dunning_charges import OpenCharges
from domain.listing import PaperRow
from domain.ports import BookReader
from domain.services.dunning_interest import claim_charges, open_charges
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.papers.register_tab import PaperTab
from ui.shell.ask import confirm
from ui.widgets.button import Button


class SentTab(PaperTab):
    """The register of dunning letters."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "collections.register", ["dunning_letter"], _empty_words)
        self.claim_act = Act(
            self,
            "collections.claim",
            ("Collections", QT_TRANSLATE_NOOP("Collections", "Claim interest and fees…")),
            self.claim,
            key="Ctrl+Shift+I",
            icon="receipt-text",
        )
        self.acts += [self.register.deliver_act, self.claim_act]
        self._claim_button = Button.of(self.claim_act)

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head."""
        return [self._claim_button]

    def claim(self) -> None:
        """Ask, then claim by debit notes what letters charged the customer beside principal."""
        chosen = self.register.selected()
        if not chosen:
            return
        paper, as_of = chosen[0], self.ctx.as_of

        def read(reader: BookReader) -> OpenCharges | None:
            found = open_charges(reader, as_of, customer_id=paper.customer_id)
            return next((one for one in found if one.currency == paper.currency), None)

        self.ctx.query(read, lambda found: self._ask(paper, found), asker=self)

    def _ask(self, paper: PaperRow, found: OpenCharges | None) -> None:
        if found is None:
            none = translate("Collections", "{name} owes no interest or fees that are not claimed")
            self.ctx.notify(none.format(name=paper.customer_name))
            return
        text = translate(
            "Collections",
            "Interest {interest}, fees {fees}, together {total} {currency}, up to {date}. Debit "
            "notes are posted, due at once; the invoices stay as they are.",
        )
        currency, as_of = found.currency, self.ctx.as_of
        said = text.format(
            interest=fmt.money(found.interest_total, currency),
            fees=fmt.money(found.fee_total, currency),
            total=fmt.money(found.total, currency),
            currency=currency,
            date=fmt.day(as_of, self.ctx.language),
        )
        title = translate("Collections", "Claim what {name} owes beside principal?")
        act = translate("Collections", "Post the debit notes")
        if confirm(self, title.format(name=paper.customer_name), said, act):
            self.ctx.act(
                claim_charges,
                found.customer_id,
                currency,
                as_of,
                asker=self,
                notice=translate("Collections", "Interest and fees claimed"),
            )

    def open(self, query: dict[str, str]) -> None:
        """Show the letters just released, selected."""
        if "new" in query:
            ids = [int(part) for part in query["new"].split(",")]
            self.register.show_issued(ids, ids)


def _empty_words() -> tuple[str, str]:
    return (
        translate("Collections", "No letters sent yet"),
        translate("Collections", "Released letters stand here, to be shown and printed again."),
    )
