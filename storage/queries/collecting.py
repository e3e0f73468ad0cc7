"""Money that came of debtors, by the items it settled: what promises and plans are read off."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Final

from sqlalchemy import Connection, text

from domain.collecting.promise import Money, Received

#: Receipts of some customers that stand on a day: their items' credit, by what it settled.
_RECEIPTS: Final = """
    WITH credit AS (
        SELECT c.id, c.customer_id, c.currency, c.issued_on, -c.amount_minor AS minor
          FROM json_each(:customers) wanted
          CROSS JOIN item c INDEXED BY ix_item_customer
            ON c.customer_id = wanted.value AND c.issued_on BETWEEN :since AND :as_of
         WHERE c.kind = 'receipt'
           AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = c.document_id
                              AND v.issued_on <= :as_of)),
    used AS (
        SELECT credit.id, a.debit_item_id, SUM(a.credit_minor) AS minor
          FROM credit CROSS JOIN allocation a INDEXED BY ix_allocation_credit
            ON a.credit_item_id = credit.id AND a.allocated_on <= :as_of
         GROUP BY credit.id, a.debit_item_id HAVING SUM(a.credit_minor) <> 0)
    SELECT credit.customer_id, credit.currency, credit.issued_on, used.debit_item_id, used.minor
      FROM credit JOIN used ON used.id = credit.id
    UNION ALL
    SELECT customer_id, currency, issued_on, NULL,
           minor - COALESCE((SELECT SUM(u.minor) FROM used u WHERE u.id = credit.id), 0)
      FROM credit
     ORDER BY 1, 2, 3, 4"""


def money_received(
    connection: Connection, customer_ids: Collection[int], since: date, as_of: date
) -> list[Received]:
    """Return what came of these customers in a time, by customer, currency and day."""
    wanted = {
        "customers": json.dumps(sorted(customer_ids)),
        "since": since.isoformat(),
        "as_of": as_of.isoformat(),
    }
    return [
        Received(
            customer_id=customer_id,
            currency=currency,
            money=Money(on=date.fromisoformat(on), amount=minor, item_id=item_id),
        )
        for customer_id, currency, on, item_id, minor in connection.execute(text(_RECEIPTS), wanted)
        if minor > 0
    ]
