"""What each customer exposes us to on a day, for many customers at once.

Exposure is that of the credit check, by component; here it is brought together by customer,
in its own currency beside its limit, or in the book's for the risk views.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from domain.credit.exposure import Exposure, ExposureSum, together
from domain.ports import BookReader
from domain.services.credit_check import exposures


def exposures_in(reader: BookReader, day: date) -> dict[int, int]:
    """Return exposures by customer in the customer's own currency, minor units.

    What is in another currency comes by the rates of the day; without one it is left out.
    """
    base, rates = reader.base_currency(), {}
    own = {person.customer_id: person.currency or base for person in reader.people()}
    found = {}
    for key, mine in _by_customer(reader, day).items():
        currency = own.get(key, base)
        if currency not in rates:
            rates[currency] = None if currency == base else reader.rate(currency, day)
        found[key] = together(mine, base, currency, rates[currency]).total
    return found


def exposures_in_base(reader: BookReader, day: date) -> tuple[dict[int, ExposureSum], int]:
    """Return who owes us more than it has with us, in the book's currency at the day's rates.

    The number is how many accounts had no rate: they are in no figure.
    """
    base, unvalued, found = reader.base_currency(), 0, {}
    for key, mine in _by_customer(reader, day).items():
        summed = together(mine, base)
        unvalued += len(summed.unvalued)
        if summed.total > 0:
            found[key] = summed
    return found, unvalued


def _by_customer(reader: BookReader, day: date) -> dict[int, list[Exposure]]:
    found: dict[int, list[Exposure]] = defaultdict(list)
    for one in exposures(reader, day):
        found[one.customer_id].append(one)
    return found
