"""Which grade each customer has on a day, from the latest assessment that stands."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.credit.assessment import Assessment
from domain.credit.graded import Graded
from domain.credit.grades import Grade

#: The latest of each customer by day and number; the few fields of a grade out of its value.
_GRADED: Final = """
    SELECT r.customer_id, r.id, r.dated_on, r.ends_on,
           json_extract(r.value, '$.grade', '$.computed', '$.score', '$.coverage',
                        '$.override.grade', '$.caps') AS told
      FROM record r
     WHERE r.kind = :kind AND r.value IS NOT NULL AND r.dated_on <= :day {only}
       AND NOT EXISTS (SELECT 1 FROM record later WHERE later.replaces_id = r.id)
       AND NOT EXISTS (SELECT 1 FROM record newer
                        WHERE newer.kind = r.kind AND newer.customer_id = r.customer_id
                          AND newer.dated_on <= :day AND newer.value IS NOT NULL
                          AND (newer.dated_on, newer.id) > (r.dated_on, r.id)
                          AND NOT EXISTS (SELECT 1 FROM record gone
                                           WHERE gone.replaces_id = newer.id))"""
_ONLY: Final = "AND r.customer_id IN (SELECT value FROM json_each(:customers))"


def graded(connection: Connection, day: date, customer_ids: Collection[int] | None) -> list[Graded]:
    """Return the grades that stand on a day, of some customers or all."""
    sql = _GRADED.format(only="" if customer_ids is None else _ONLY)
    wanted = {"kind": Assessment.KIND, "day": day.isoformat()}
    if customer_ids is not None:
        wanted["customers"] = json.dumps(list(customer_ids))
    return [_graded(row) for row in connection.execute(text(sql), wanted)]


def _graded(row: Any) -> Graded:
    customer_id, record_id, dated_on, ends_on, told = row
    grade, computed, score, coverage, override, caps = json.loads(told)
    return Graded(
        customer_id=customer_id,
        assessment_id=record_id,
        grade=Grade(grade) if grade else None,
        computed=Grade(computed) if computed else None,
        score=Decimal(score) if score is not None else None,
        coverage=Decimal(coverage),
        assessed_on=date.fromisoformat(dated_on),
        valid_to=date.fromisoformat(ends_on) if ends_on else None,
        overridden=override is not None,
        caps=tuple(caps),
    )
