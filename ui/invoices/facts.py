"""An invoice's facts and chain of documents, in words; shared by inspector and page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from domain.document import Kind
from domain.interest_words import basis_of
from domain.legal_event import LegalEventRow
from domain.listing import AllocationRow, InvoiceDetail, ItemRow
from domain.services.interest import InvoiceInterest
from domain.services.legal import ItemClock
from ui import format as fmt
from ui import labels, legal_words
from ui.context import AppContext
from ui.interest_words import cautions, no_advice
from ui.marks import translate
from ui.widgets.facts import Link

#: An alert of so many days or fewer is urgent.
_NEAR: Final = 30


def fact_lines(
    detail: InvoiceDetail,
    item: ItemRow,
    language: str,
    interest: InvoiceInterest | None = None,
    clock: ItemClock | None = None,
) -> list[tuple[str, str]]:
    """Return label and value of what matters about an item."""
    currency = item.currency
    settled = item.amount - item.open
    parts = "" if item.parts == 1 else f"{item.seq} / {item.parts}"
    lines = [
        (translate("Invoice", "Kind"), labels.kind(item.kind)),
        (translate("Invoice", "Amount"), f"{fmt.money(item.amount, currency)} {currency}"),
        (translate("Invoice", "Settled"), fmt.money_or_dash(settled, currency)),
        (translate("Invoice", "Disputed part"), _money(item.disputed, currency)),
        (translate("Invoice", "Terms"), detail.terms),
        (translate("Invoice", "Issued"), fmt.day(item.issued_on, language)),
        (translate("Invoice", "Due"), fmt.day(item.due_on, language)),
        (translate("Invoice", "Instalment"), parts),
        (translate("Invoice", "Net"), _money(detail.net, currency)),
        (translate("Invoice", "Tax"), _money(detail.tax, currency)),
        (translate("Invoice", "Contract"), item.contract_number),
        (translate("Invoice", "Text"), item.description),
        *clock_lines(clock, language),
        (translate("Invoice", "Interest so far"), interest_line(interest, language)),
    ]
    return [*lines, *detail.extra.items()]


def interest_line(interest: InvoiceInterest | None, language: str) -> str:
    """Return late-payment interest with its basis and what of it is claimed, "" for none."""
    if interest is None:
        return ""
    found = interest.found
    told = [f"{fmt.money(found.total, found.currency)} {found.currency}"]
    if interest.claimed:
        claimed = fmt.money(interest.claimed, found.currency)
        told.append(translate("Invoice", "{amount} claimed").format(amount=claimed))
    space = "" if language == "zh" else " "
    more = space.join([*cautions(found.cautions, language), no_advice(language)])
    return "\n".join([" · ".join(told), basis_of(found, language), more])


def clock_lines(clock: ItemClock | None, language: str) -> list[tuple[str, str]]:
    """Return the last safe day with its reason, and the one at best where it is another."""
    limited = clock.limited if clock else None
    if limited is None:
        return []
    safe, best = limited.conservative, limited.optimistic
    days = f"{fmt.day(safe.on, language)} · {legal_words.left(limited, language)}"
    why = legal_words.reason(safe, language)
    told = "\n".join([days, why, legal_words.no_advice(language)])
    lines = [(translate("Invoice", "Last safe day"), told)]
    if best.on != safe.on:
        told = f"{fmt.day(best.on, language)}\n{legal_words.reason(best, language)}"
        lines.append((translate("Invoice", "At best"), told))
    return lines


def clock_tones(clock: ItemClock | None) -> dict[str, str]:
    """Return the colour of the last safe day: red within 30 days and past it, amber within 180."""
    on = clock.limited.alert if clock and clock.limited else None
    if on is None:
        return {}
    return {translate("Invoice", "Last safe day"): "red" if on <= _NEAR else "amber"}


def _money(minor: int | None, currency: str) -> str:
    return "" if not minor else fmt.money(minor, currency)


def chain(
    detail: InvoiceDetail, item: ItemRow, ctx: AppContext, clock: ItemClock | None = None
) -> list[Link]:
    """Return order → delivery → invoice → allocations → letters → events, with what opens them."""
    language = ctx.language
    links = []
    if item.order_number:
        links.append(
            Link(icon="file-text", what=translate("Invoice", "Order"), number=item.order_number)
        )
    if detail.delivered_on is not None:
        links.append(
            Link(
                icon="truck",
                what=translate("Invoice", "Delivery"),
                number=translate("Invoice", "delivered"),
                on=fmt.short_day(detail.delivered_on, language),
            )
        )
    links.append(
        Link(
            icon="receipt-text",
            what=labels.kind(item.kind),
            number=item.label,
            on=fmt.short_day(item.issued_on, language),
        )
    )
    links += [
        _allocated(one, item, ctx)
        for one in detail.allocations
        if one.reversed_on is None and item.id in (one.debit_item_id, one.credit_item_id)
    ]
    links += [
        Link(
            icon="mail",
            what=translate("Invoice", "Letter"),
            number=letter.number,
            on=fmt.short_day(letter.dated_on, language),
            open=_opener(ctx, f"paper/{letter.id}"),
        )
        for letter in detail.letters
    ]
    return [*links, *(_event(row, ctx) for row in (clock.events if clock else ()))]


def _event(row: LegalEventRow, ctx: AppContext) -> Link:
    told, language = row.event, ctx.language
    return Link(
        icon="gavel",
        what=translate("Invoice", "Event"),
        number=legal_words.kind(told.kind, language),
        on=fmt.short_day(told.effective_on or told.happened_on, language),
        open=_opener(ctx, f"paper/{told.paper_id}") if told.paper_id else None,
        detail=legal_words.described(row, language),
    )


def _opener(ctx: AppContext, address: str) -> Callable[[], None]:
    return lambda: ctx.navigate(address)


def _allocated(one: AllocationRow, item: ItemRow, ctx: AppContext) -> Link:
    from_credit = item.id == one.credit_item_id
    other = one.debit_item_id if from_credit else one.credit_item_id
    number = one.debit_number if from_credit else one.credit_number
    minor = one.credit_amount if from_credit else one.amount
    currency = one.credit_currency if from_credit else one.currency
    what = translate("Invoice", "Paid") if from_credit else labels.kind(one.credit_kind)
    receipt = not from_credit and one.credit_kind == Kind.RECEIPT
    return Link(
        icon="hand-coins" if receipt else "file-text",
        what=what,
        number=number,
        on=fmt.short_day(one.allocated_on, ctx.language),
        open=lambda: open_item(ctx, other, receipt=receipt),
        detail=fmt.money(minor, currency),
    )


def open_item(ctx: AppContext, item_id: int, *, receipt: bool) -> None:
    """Open the document of an item: receipts on their screen, the rest as invoices."""
    if not receipt:
        ctx.navigate(f"invoice/{item_id}")
        return
    as_of = ctx.as_of
    ctx.query(
        lambda reader: reader.item(item_id, as_of).document_id,
        lambda document_id: ctx.navigate(f"receipt/{document_id}"),
        asker=ctx,
    )
