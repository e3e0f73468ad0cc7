"""What other parts of the credit desk say that bears on a limit: one question each."""

from __future__ import annotations

from datetime import date

from domain.ports_records import RecordReads
from domain.warning.task import tasks_on


def open_alerts(reader: RecordReads, day: date) -> set[int]:
    """Return the customers with an early warning that is not settled on a day."""
    return {
        task.customer_id
        for task in tasks_on(reader, day)
        if task.is_open and task.customer_id is not None
    }
