"""The limits of many customers on one day, from what was read of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.credit.approval import ApprovalStep, CreditApplication, by_customer, standings, withheld
from domain.credit.limits import CreditLimit, Given, LimitOnDay, Source, limit_in_force
from domain.record import Record


def limits_by_customer(
    given: Iterable[Given],
    limits: Iterable[Record[CreditLimit]],
    applications: Iterable[Record[CreditApplication]],
    steps: Iterable[Record[ApprovalStep]],
    day: date,
) -> dict[int, LimitOnDay]:
    """Return the limit of each customer in its own currency, with its group's beside it."""
    own: dict[int, list[Record[CreditLimit]]] = defaultdict(list)
    groups: dict[str, list[Record[CreditLimit]]] = defaultdict(list)
    for record in limits:
        if record.customer_id is not None:
            own[record.customer_id].append(record)
        elif record.value.group:
            groups[record.value.group].append(record)
    waiting = by_customer(standings(applications, [s for s in steps if s.dated_on <= day]))
    return {
        one.customer_id: with_group(
            limit_in_force(
                own.get(one.customer_id, []),
                one.currency,
                day,
                given=one.minor,
                waiting=withheld(waiting.get(one.customer_id, []), one.currency),
            ),
            one.group,
            groups.get(one.group, []),
            day,
        )
        for one in given
    }


def with_group(
    found: LimitOnDay, group: str, records: Iterable[Record[CreditLimit]], day: date
) -> LimitOnDay:
    """Return a customer's limit with the bound of its group beside it, where there is one."""
    if not group:
        return found
    bound = limit_in_force([r for r in records if r.value.group == group], found.currency, day)
    if bound.source is Source.NONE:
        return found
    return replace(found, group=group, group_minor=bound.minor)
