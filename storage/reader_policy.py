"""What the read side reads for reviews of the policy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from storage.reader_warning import WarningSide

if TYPE_CHECKING:
    from domain.ports_policy import SentLetter


class PolicySide(WarningSide):
    """Part of :class:`storage.reader.SqlReader`; reads by :mod:`storage.queries.letters_sent`."""

    def letters_sent(self, from_on: date, to_on: date, *, within: int) -> Sequence[SentLetter]:
        """Return the letters of a period with what came within so many days after each."""
        from storage.queries.letters_sent import letters_sent

        with self._engine.connect() as connection:
            return letters_sent(connection, from_on, to_on, within)
