"""Customers from a table: added, or updated where the file says something else."""

from __future__ import annotations

from dataclasses import replace

from domain.customer import Customer
from domain.errors import BadTerms
from domain.reading import records
from domain.reading.records import CustomerRecord
from domain.reading.result import Problem
from domain.terms import parse_terms
from domain.values import dumps
from storage.importing.bulk import MADE_UP, Counts, Desk


def book_customers(desk: Desk) -> Counts:
    """Add or update the customers of a table; an empty cell leaves a field as it is."""
    counts = Counts()
    found = records.customers(desk.reader)
    for done, record in enumerate(found):
        if done % 200 == 0:
            desk.progress(done, len(found))
        if _terms_fit(desk, record):
            _book(desk, record, counts)
    return counts


def _terms_fit(desk: Desk, record: CustomerRecord) -> bool:
    words = record.given.get("terms", "")
    try:
        if words:
            parse_terms(words)
    except BadTerms:
        desk.reader.refuse(
            record.place, "terms", Problem("terms.unreadable", {"text": words}), words
        )
        return False
    return True


def _book(desk: Desk, record: CustomerRecord, counts: Counts) -> None:
    known = desk.known_customer(record.code, record.name)
    if isinstance(known, Problem):
        desk.reader.refuse(record.place, "name", known, record.name)
        return
    if known is None:
        _add(desk, record)
        counts.added += 1
        return
    before = desk.uow.customer(known)
    after = _merged(before, record)
    if after == before:
        counts.unchanged += 1
        return
    desk.uow.replace_customer(known, after)
    desk.uow.changed("customer", known, dumps(before), dumps(after))
    desk.remember(known, after)
    counts.updated += 1


def _add(desk: Desk, record: CustomerRecord) -> None:
    code = record.code or desk.code_for(record.name)
    extra = {} if record.code else {MADE_UP: "1"}
    empty = Customer(code=code, name=record.name or record.code, extra=extra)
    made = _merged(empty, record)
    customer_id = desk.uow.add_customer(made)
    desk.uow.changed("customer", customer_id, None, dumps(made))
    desk.remember(customer_id, made)


def _merged(before: Customer, record: CustomerRecord) -> Customer:
    """Return the customer with what the row says; a real code replaces a made-up one."""
    limit = record.credit_limit
    extra = {**before.extra, **record.extra}
    made_up = bool(record.code) and extra.pop(MADE_UP, None) is not None
    return replace(
        before,
        code=record.code if made_up else before.code,
        name=record.name or before.name,
        credit_limit_minor=before.credit_limit_minor if limit is None else limit,
        aliases=tuple(dict.fromkeys((*before.aliases, *record.aliases))),
        extra=extra,
        **record.given,
    )
