"""A customer's exposure: verdict, components with their documents, orders, holds and overrides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.credit.overrides import CreditOverride
from domain.services import credit_orders
from domain.services.records import take_back_record
from ui.acts import Act
from ui.context import AppContext
from ui.credit.exposure_columns import LINE_COLUMNS, ORDER_COLUMNS, PART_COLUMNS, STOP_COLUMNS
from ui.credit.exposure_data import ExposurePage, read_exposure
from ui.credit.exposure_forms import (
    DeliverForm,
    ExposureForm,
    HoldForm,
    OrderForm,
    OverrideForm,
    ReleaseForm,
)
from ui.credit.verdict import VerdictView
from ui.customers.tabs import CustomerTab
from ui.lists.short import ShortModel, short_list
from ui.lists.view import ListView, WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option

#: Height of the components with their documents: head and eight rows.
_PARTS_HEIGHT = 28 * 9


class ExposureTab(CustomerTab):
    """The verdict at the top, what it rests on below; forms fold out at the right."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._page: ExposurePage | None = None
        self.verdict = VerdictView("exposure", wide=True)
        self.parts = _list(ctx, PART_COLUMNS, lambda one: one.id, "exposure.parts")
        self.lines = _list(ctx, LINE_COLUMNS, lambda one: one.id, "exposure.lines")
        self.orders = _list(ctx, ORDER_COLUMNS, lambda one: one.state.record_id, "exposure.orders")
        self.stops = _list(ctx, STOP_COLUMNS, lambda one: one.id, "exposure.stops")
        self.what = Choice("segment", name="exposure.what")
        self.pages = QStackedWidget()
        self.order_form, self.deliver_form = OrderForm(ctx), DeliverForm(ctx)
        self.hold_form, self.release_form = HoldForm(ctx), ReleaseForm(ctx)
        self.override_form = OverrideForm(ctx)
        self.forms: tuple[ExposureForm, ...] = (
            self.order_form,
            self.deliver_form,
            self.hold_form,
            self.release_form,
            self.override_form,
        )
        self.side = QStackedWidget()
        self._lines_title = label("heading")
        self._make_acts()
        self._lay_out()
        self._wire()

    def _make_acts(self) -> None:
        for name, words, run, key, icon in self._offered():
            self.acts.append(
                Act(self, f"exposure.{name}", ("Exposure", words), run, key=key, icon=icon)
            )

    def _offered(self) -> Sequence[tuple[str, str, Callable[[], None], str, str]]:
        return (
            (
                "order",
                QT_TRANSLATE_NOOP("Exposure", "Take an order"),
                self.new_order,
                "Ctrl+Alt+O",
                "plus",
            ),
            (
                "deliver",
                QT_TRANSLATE_NOOP("Exposure", "Deliver"),
                self.deliver,
                "Ctrl+Alt+D",
                "truck",
            ),
            (
                "close",
                QT_TRANSLATE_NOOP("Exposure", "Close the order"),
                self.close_order,
                "",
                "ban",
            ),
            ("hold", QT_TRANSLATE_NOOP("Exposure", "Put on hold"), self.hold, "Ctrl+Alt+H", "lock"),
            ("release", QT_TRANSLATE_NOOP("Exposure", "Release"), self.release, "", "circle-check"),
            (
                "letter",
                QT_TRANSLATE_NOOP("Exposure", "Notice to the customer"),
                self.write_notice,
                "",
                "mail",
            ),
            (
                "override",
                QT_TRANSLATE_NOOP("Exposure", "Give an override"),
                self.give_override,
                "Ctrl+Alt+L",
                "stamp",
            ),
            (
                "take_back",
                QT_TRANSLATE_NOOP("Exposure", "Take the override back"),
                self.end_override,
                "",
                "undo-2",
            ),
        )

    def act(self, name: str) -> Act:
        """Return an act by the last part of its name."""
        return next(one for one in self.acts if one.objectName() == f"exposure.{name}")

    def _lay_out(self) -> None:
        top = pane(column(self.verdict, margins=(16, 12, 16, 10)))
        parts = WholeRows(self.parts[1])
        parts.setFixedWidth(380)
        documents = QWidget()
        documents.setLayout(column(WholeRows(self.lines[1])))
        middle = pane(row(parts, line(vertical=True), documents, gap=0), height=_PARTS_HEIGHT)
        for model, view in (self.orders, self.stops):
            del model
            self.pages.addWidget(WholeRows(view))
        buttons = [Button.of(one, kind="small") for one in self.acts]
        self._order_buttons, self._stop_buttons = buttons[:3], buttons[3:]
        bar = pane(row(self.what, None, *buttons, margins=(12, 0, 16, 0), gap=6), height=40)
        for form in self.forms:
            self.side.addWidget(form)
        self.side.hide()
        left = QWidget()
        left.setLayout(column(top, line(), middle, line(), bar, line(), self.pages))
        self._edge = line(vertical=True)
        self._edge.hide()
        self.setLayout(row(left, self._edge, self.side, gap=0))
        self.setFocusProxy(self.parts[1])
        self.side.setFixedWidth(304)
        self._show_what("orders")

    def _wire(self) -> None:
        self.parts[1].current_moved.connect(self._show_lines)
        self.lines[1].chosen.connect(self._open_line)
        self.orders[1].current_moved.connect(lambda _key: self._enable())
        self.stops[1].current_moved.connect(lambda _key: self._enable())
        self.what.chosen.connect(self._show_what)
        for form in self.forms:
            form.closed.connect(self._fold)
            form.submitted.connect(self._fold)

    # showing

    def show_customer(self, customer_id: int) -> None:
        """Read and show a customer as of the window's date."""
        if customer_id != self.customer_id:
            self._fold()
        self.customer_id = customer_id
        on = self.ctx.as_of

        def here(found: ExposurePage) -> None:
            if self.customer_id == customer_id:
                self._show(found)

        self.ctx.query(lambda reader: read_exposure(reader, customer_id, on), here, asker=self)

    def _show(self, found: ExposurePage) -> None:
        self._page = found
        self.verdict.show_result(found.result, self.ctx.language)
        self.parts[0].show_rows(found.parts)
        self.orders[0].show_rows(found.orders)
        self.stops[0].show_rows(found.stops)
        self._show_lines(self.parts[1].current_id())
        self._words()
        self._enable()

    def _show_lines(self, key: int | None) -> None:
        """Show the documents of a component; of all of them without one."""
        if self._page is None:
            return
        rows = self._page.parts
        chosen = next((one for one in rows if one.id == key), rows[-1] if rows else None)
        self.lines[0].show_rows([] if chosen is None else self._page.lines_of(chosen))

    def _open_line(self, key: int) -> None:
        found = self.lines[0].cached(key)
        if found is not None and found.line.address:
            self.ctx.navigate(found.line.address)

    def _show_what(self, key: str) -> None:
        self.what.set_value(key)
        self.pages.setCurrentIndex(0 if key == "orders" else 1)
        for button in self._order_buttons:
            button.setVisible(key == "orders")
        for button in self._stop_buttons:
            button.setVisible(key != "orders")

    # acts

    def _enable(self) -> None:
        order, stop = self._order(), self._stop()
        known = self._page is not None
        self.act("order").setEnabled(known)
        self.act("hold").setEnabled(known)
        self.act("override").setEnabled(known)
        left = order is not None and not order.order.closed and order.to_deliver > 0
        self.act("deliver").setEnabled(left)
        self.act("close").setEnabled(left)
        standing = stop is not None and stop.in_force
        self.act("release").setEnabled(standing and stop.hold is not None)
        self.act("letter").setEnabled(stop is not None and stop.hold is not None)
        self.act("take_back").setEnabled(standing and stop.leave is not None)

    def _order(self) -> Any:
        key = self.orders[1].current_id()
        found = None if key is None else self.orders[0].cached(key)
        return None if found is None else found.state

    def _stop(self) -> Any:
        key = self.stops[1].current_id()
        return None if key is None else self.stops[0].cached(key)

    def _unfold(self, form: ExposureForm) -> None:
        self.side.setCurrentWidget(form)
        self._edge.show()
        self.side.show()

    def _fold(self) -> None:
        self.side.hide()
        self._edge.hide()
        self.setFocusProxy(self.parts[1])

    def new_order(self) -> None:
        """Show the form for an order."""
        if self._page is not None and self.customer_id is not None:
            self._show_what("orders")
            self._unfold(self.order_form)
            self.order_form.start(self.customer_id, self._page.result.asked.currency)

    def deliver(self) -> None:
        """Show the form for a delivery of the current order."""
        state = self._order()
        if state is not None:
            self._unfold(self.deliver_form)
            self.deliver_form.start(state)

    def close_order(self) -> None:
        """Ask why nothing more of the order comes, and close it."""
        from ui.shell.ask import ask_reason

        state = self._order()
        if state is None:
            return
        title = translate("Exposure", "Close order {number}?").format(number=state.order.number)
        text = translate(
            "Exposure",
            "What is not delivered is exposure no longer. What was delivered stays until it is "
            "invoiced.",
        )
        reason = ask_reason(self, title, text, translate("Exposure", "Close the order"))
        if reason:
            self.ctx.act(
                credit_orders.close_order,
                state.customer_id,
                state.order.number,
                self.ctx.today,
                reason,
                asker=self,
                notice=translate("Exposure", "Order closed"),
            )

    def hold(self) -> None:
        """Show the form for a hold."""
        if self.customer_id is not None:
            self._show_what("stops")
            self._unfold(self.hold_form)
            self.hold_form.start(self.customer_id)

    def release(self) -> None:
        """Show the form that releases the current hold."""
        stop = self._stop()
        if stop is not None and stop.hold is not None:
            self._unfold(self.release_form)
            self.release_form.start(stop.hold)

    def write_notice(self) -> None:
        """Write to the customer that supply is suspended; once released, that it resumes."""
        stop = self._stop()
        if stop is None or stop.hold is None:
            return
        letter = "supply_hold" if stop.hold.release is None else "supply_resume"
        part = f"{letter}:{stop.hold.hold.id}"
        self.ctx.navigate(f"customer/{self.customer_id}/letters/{part}")

    def give_override(self) -> None:
        """Show the form for an override."""
        if self._page is not None and self.customer_id is not None:
            self._show_what("stops")
            self._unfold(self.override_form)
            self.override_form.start(self.customer_id, self._page.result)

    def end_override(self) -> None:
        """Take the current override back."""
        stop = self._stop()
        if stop is not None and stop.leave is not None:
            self.ctx.act(
                take_back_record,
                CreditOverride,
                stop.leave.id,
                self.ctx.today,
                asker=self,
                notice=translate("Exposure", "Override taken back"),
            )

    # words and leaving

    def escape(self) -> bool:
        """Esc folds the form away."""
        if self.side.isVisible():
            self._fold()
            return True
        return False

    def has_draft(self) -> bool:
        """Whether an order is half typed."""
        typed = self.order_form.number.text() or self.order_form.amount.text()
        return self.side.isVisible() and bool(typed)

    def _words(self) -> None:
        page = self._page
        counts = (0, 0) if page is None else (len(page.orders), len(page.stops))
        self.what.set_options(
            [
                Option("orders", translate("Exposure", "Orders"), counts[0] or None),
                Option("stops", translate("Exposure", "Holds and overrides"), counts[1] or None),
            ]
        )
        self.what.set_value("orders" if self.pages.currentIndex() == 0 else "stops")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        names = (
            (self.parts, translate("Exposure", "Components of the exposure")),
            (self.lines, translate("Exposure", "Documents of the component")),
            (self.orders, translate("Exposure", "Orders")),
            (self.stops, translate("Exposure", "Holds and overrides")),
        )
        for (_model, view), words in names:
            view.setAccessibleName(words)
            view.widths.reset()
        self.what.setAccessibleName(translate("Exposure", "What is listed"))
        for form in self.forms:
            form.retranslate()
        self._words()
        if self._page is not None:
            self.verdict.show_result(self._page.result, self.ctx.language)


def _list(
    ctx: AppContext, columns: Sequence[Any], key: Callable[[Any], int], name: str
) -> tuple[ShortModel, ListView]:
    return short_list(ctx, list(columns), key, name=name)
