"""Money in the bank that nobody has booked, by the customer who seems to have paid it.

A letter must not chase what has come in. Who paid is asked of the matching engine: what it
knows of names, accounts and earlier decisions first, else its best proposal where that is
sure enough. Money of nobody in particular counts for no one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from domain.dunning_records import DunningPolicy
from domain.listing import BankAccountRow
from domain.matching.engine import match_all
from domain.matching.index import Index
from domain.matching.payers import Payers
from domain.matching.values import Payment
from domain.ports import BookReader
from domain.services.matching import policy_of


def pending_money(
    reader: BookReader, as_of: date, policy: DunningPolicy | None = None
) -> dict[tuple[int, str], int]:
    """Return unbooked money by customer and currency, in minor units."""
    lines = [one for one in reader.payments(as_of) if one.id > 0]
    if not lines:
        return {}
    payers = Payers(*reader.payers())
    found: dict[tuple[int, str], int] = defaultdict(int)
    unknown = []
    for line in lines:
        customer_id = _known_payer(payers, line)
        if customer_id is None:
            unknown.append(line)
        else:
            found[customer_id, line.currency] += line.minor
    for line, customer_id in _named(reader, unknown, (policy or DunningPolicy())):
        found[customer_id, line.currency] += line.minor
    return dict(found)


def _known_payer(payers: Payers, line: Payment) -> int | None:
    who = payers.who(line)
    return who.customers[0] if who.is_known and not who.fuzzy else None


def _named(
    reader: BookReader, lines: list[Payment], policy: DunningPolicy
) -> Iterator[tuple[Payment, int]]:
    """Yield the lines of unknown payers that the matching still finds a customer for."""
    if not lines:
        return
    index = Index(reader.known(policy_of(reader)))
    answers = {one.payment_id: one.best for one in match_all(index, lines)}
    for line in lines:
        best = answers[line.id]
        if best is not None and best.confidence >= policy.pending_confidence:
            yield line, best.customer_id


def old_accounts(
    reader: BookReader, as_of: date, policy: DunningPolicy
) -> list[tuple[BankAccountRow, int | None]]:
    """Return our bank accounts whose data are older than the policy bears, with their age.

    The age is in days since the last line; None: nothing was ever taken in.
    """
    found = []
    for account in reader.bank_accounts():
        age = None if account.last_on is None else max((as_of - account.last_on).days, 0)
        if age is None or age > policy.stale_days:
            found.append((account, age))
    return found
